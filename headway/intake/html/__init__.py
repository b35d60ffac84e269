"""Web pages (HTML): statements and minutes without what stands around them."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from headway.domain.errors import BadInput
from headway.domain.wording import Wording
from headway.intake.dates import find_dates, parse_date
from headway.intake.documents import HEADING, Document, Documents, Setting
from headway.intake.drafts import Draft
from headway.intake.html.aside import set_aside
from headway.intake.html.lines import Written, written
from headway.intake.html.page import Page, parse
from headway.intake.plain_text import read_content
from headway.intake.sides import Sides
from headway.intake.states import state_called
from headway.text.languages import UNDETERMINED, detect

MAX_BYTES = 32 * 1024**2


def read(
    path: str | Path, setting: Setting | None = None, sides: Mapping[str, str] | None = None
) -> Draft:
    """The draft of one web page: the whole as a statement, and one for each speaker's turn.

    `sides` maps names of sides to ids of parties that a record has already (`sides.sides_of`).
    Raises BadInput when the file is no web page, is nested too deeply or holds no words.
    """
    source, documents = Path(path), Documents(Sides(sides or {}))
    page, found, document = _read(source, source.name)
    for name in found.speakers:
        if state_called(name.casefold()):
            documents.sides.id_of(name)
    documents.take(document, _completed(setting or Setting(), page, found, document))
    return documents.draft(Wording({"en": source.stem or source.name}), "web page")


def read_document(path: Path, name: str = "") -> Document:
    """The words of a web page, a line a paragraph, a row of a table a line."""
    return _read(path, name or path.name)[2]


def _read(path: Path, name: str) -> tuple[Page, Written, Document]:
    content = read_content(path, MAX_BYTES)
    page = parse(content, path.name)
    body, left_out = set_aside(page.root)
    found = written(body)
    if not found.text.strip():
        raise BadInput(f"{path.name} holds no words; there is nothing to take")
    if "\x00" in found.text or any("\ud800" <= c <= "\udfff" for c in found.text):
        raise BadInput(f"{path.name} holds characters that cannot be stored")
    decided = (*page.decided, *left_out, *found.decided)
    whole = Document(name, found.text, content, decided, found.notes, found.alone, found.ends)
    return page, found, whole


def _completed(setting: Setting, page: Page, found: Written, document: Document) -> Setting:
    """What the page says of itself beside its words, where nobody and no word says otherwise."""
    if not setting.title and found.heading:
        setting = replace(setting, title=found.heading)
    if not setting.language and page.language and detect(found.text).language == UNDETERMINED:
        setting = replace(setting, language=page.language)
    dated = find_dates(document.name.replace("_", " ")) or find_dates(found.text[:HEADING])
    stated = parse_date(page.published) if page.published else None
    if (
        stated
        and not (dated and len(dated[0].began_on) > len("2002"))
        and setting.delivered_on is None
    ):
        setting = replace(setting, delivered_on=stated.began_on)
    return setting
