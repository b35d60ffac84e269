"""One file of the report: its head, and its paragraphs with who spoke them in which language."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, BadValue
from headway.intake.xml_files import below, children, local, parse_xml, text_in

_LANGUAGES = {"EN": "en", "FR": "fr"}
_NO_WORDS = {
    "ProceduralText": "notes on procedure",
    "Timestamp": "times of the clock",
    "Prayer": "prayers",
    "CatchLine": "catch lines",
    "SubjectOfBusinessQualifier": "qualifiers of subjects",
}
_TITLES = ("SubjectOfBusinessTitle", "OrderOfBusinessTitle")
_HOLDERS = ("SubjectOfBusiness", "OrderOfBusiness")
MAX_PARAGRAPHS = 100_000


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the id of the report, the name alone, and the whole label."""

    id: str
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph under its official number; `spoken` is the language on the floor or empty.

    `holder` is the number of the intervention, or of the subject when nobody is named; `line` is
    where it stands in the file.
    """

    number: str
    text: str
    spoken: str
    holder: str
    subject: str
    speaker: Speaker | None
    line: int


@dataclass(slots=True)
class Sitting:
    """One file: language, parliament, session and number, day, house, subjects, paragraphs."""

    path: Path
    content: bytes
    language: str
    key: tuple[str, str, str]
    day: PartialDate
    house: str
    country: str
    subjects: dict[str, str] = field(default_factory=dict)
    paragraphs: list[Paragraph] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    doubled: list[Paragraph] = field(default_factory=list)
    unnumbered: list[int] = field(default_factory=list)


def read_sitting(path: Path) -> Sitting:
    """One file of the report; BadInput when it is none or says neither its day nor its language."""
    content, root = parse_xml(path)
    if local(root) != "Hansard":
        raise BadInput(f"{path.name} is no report of the House: it begins with <{local(root)}>")
    said = {item.get("Name", ""): text_in(item) for item in below(root, "ExtractedItem")}
    written = next((v for k, v in root.attrib.items() if k.endswith("lang")), "")
    language = _LANGUAGES.get(written.strip().upper()[:2], "")
    if not language:
        raise BadInput(f"{path.name} does not say whether it is English or French (xml:lang)")
    names = ("ParliamentNumber", "SessionNumber", "MetaNumberNumber")
    parliament, session, number = (_digits(said.get(name, "")) for name in names)
    if not (parliament and session and number):
        raise BadInput(f"{path.name} does not say of which parliament, session and sitting it is")
    sitting = Sitting(
        path=path,
        content=content,
        language=language,
        key=(parliament, session, number),
        day=_day(said, path.name),
        house=said.get("InstitutionDebate") or said.get("MetaInstitution") or "House of Commons",
        country=said.get("Country", ""),
    )
    _Walk(sitting).walk(root)
    return sitting


def _digits(text: str) -> str:
    found = text.strip().lstrip("0")
    return found if found.isascii() and found.isdecimal() and len(found) < 7 else ""


def _day(said: dict[str, str], name: str) -> PartialDate:
    year, month, day = (said.get(f"MetaDateNum{part}", "").strip() for part in _PARTS)
    try:
        return PartialDate(f"{year}-{month.zfill(2)}-{day.zfill(2)}")
    except BadValue:
        raise BadInput(f"{name} does not say the day of the sitting (MetaDateNum...)") from None


_PARTS = ("Year", "Month", "Day")


class _Walk:
    """Goes through a file in order and keeps who has the floor, in which language, on what."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.spoken = self.subject = self.holder = ""
        self.speaker: Speaker | None = None
        self.numbers: set[str] = set()

    def walk(self, root: Any) -> None:
        """All paragraphs under the root; depth is bounded by the parser."""
        for child in children(root):
            name = local(child)
            if name in _HOLDERS:
                self._within(child, subject=child.get("id", ""))
            elif name == "Intervention":
                self._within(child, holder=child.get("id", ""), speaker=_speaker(child))
            elif name == "ParaText":
                self._paragraph(child)
            elif name == "FloorLanguage":
                self.spoken = _LANGUAGES.get(child.get("language", "").upper(), "")
            elif name in _TITLES:
                self.sitting.subjects.setdefault(self.subject, text_in(child))
            elif name in _NO_WORDS:
                self.sitting.left_out[_NO_WORDS[name]] += 1
            elif name not in ("PersonSpeaking", "ExtractedInformation", "DocumentTitle"):
                self.walk(child)

    def _within(
        self, element: Any, subject: str = "", holder: str = "", speaker: Speaker | None = None
    ) -> None:
        before = (self.subject, self.holder, self.speaker)
        self.subject = subject or self.subject
        self.holder, self.speaker = holder, speaker
        self.walk(element)
        self.subject, self.holder, self.speaker = before

    def _paragraph(self, element: Any) -> None:
        text, number = text_in(element), element.get("id", "").strip()
        if not text:
            return
        if not number or any(c.isspace() for c in number):
            self.sitting.unnumbered.append(element.sourceline or 0)
            return
        if len(self.sitting.paragraphs) >= MAX_PARAGRAPHS:
            raise BadInput(f"{self.sitting.path.name} has more than {MAX_PARAGRAPHS:,} paragraphs")
        made = Paragraph(
            number,
            text,
            self.spoken,
            self.holder or self.subject,
            self.subject,
            self.speaker,
            element.sourceline or 0,
        )
        if number in self.numbers:
            self.sitting.doubled.append(made)
            return
        self.numbers.add(number)
        self.sitting.paragraphs.append(made)


def _speaker(intervention: Any) -> Speaker | None:
    person = next(children(intervention, "PersonSpeaking"), None)
    if person is None:
        return None
    affiliation = next(below(person, "Affiliation"), person)
    label = text_in(affiliation).strip().rstrip(":").strip()
    name = label.partition("(")[0].strip() or label
    if not name:
        return None
    return Speaker(affiliation.get("DbId", "").strip(), name, label)
