"""The formats that can be read: one row each, tried in order, with what tells it."""

import importlib
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from headway.bundle.files import READ_ERRORS, check_directory
from headway.bundle.reading import BUNDLE_FILE
from headway.domain.corpus import Corpus
from headway.domain.errors import BadInput
from headway.domain.parties import Dialogue
from headway.domain.rounds import Round
from headway.domain.values import Value
from headway.intake.data_heads import is_qa, is_uhri, is_upr
from headway.intake.documents import Setting
from headway.intake.general_debate_files import is_folder
from headway.intake.handling import handled
from headway.intake.manifests import MANIFEST, PAGE_ENDINGS, TEXT_ENDINGS
from headway.intake.popolo_heads import is_popolo
from headway.intake.upr_heads import holds_upr_papers
from headway.intake.xml_heads import files_of, root_name

BEGIN = 65_536
"""In so many bytes from its beginning a file must show what it is."""

MAX_MEMBERS = 200_000
_MOST_NAMED = 12
V = TypeVar("V", bound=Value)
MINUTES_MARK = b"headway_minutes_1"
"""The name of the bookmark by which minutes on our template are known."""

_WORKBOOKS = (".xlsx", ".ods")
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.I | re.S)
_NO_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


OPTIONS = {
    "dialogue": "--dialogue",
    "round": "--round",
    "party": "--party",
    "delivered_on": "--day",
    "language": "--language",
    "kind": "--statement-kind",
    "fidelity": "--fidelity",
    "title": "--title",
    "label": "--label",
    "marking": "--marking",
    "originator": "--originator",
}
"""The options of `headway load` by the fields of a `Setting` they fill."""

HANDLING = frozenset({"label", "marking", "originator"})
_ALL = frozenset(one.name for one in fields(Setting))
_DEBATES = HANDLING | {"dialogue", "round", "party", "delivered_on", "language", "fidelity"}


@dataclass(frozen=True, eq=False)
class Glance:
    """A first look at a path: whether it is a folder, its ending, its first bytes, its members."""

    path: Path

    @cached_property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return self.path.is_dir()

    @cached_property
    def ending(self) -> str:
        """The ending of the name in small letters, such as `.docx`."""
        return self.path.suffix.casefold()

    @cached_property
    def begin(self) -> bytes:
        """The first bytes of a file; none of a folder."""
        if self.is_folder:
            return b""
        with self.path.open("rb") as file:
            return file.read(BEGIN)

    @cached_property
    def head(self) -> str:
        """The first bytes as text, whatever cannot be read replaced."""
        return self.begin.decode("utf-8-sig", errors="replace")

    @cached_property
    def root(self) -> str:
        """The local name of the first element of an XML file; empty for anything else."""
        return root_name(self.head)

    @cached_property
    def members(self) -> frozenset[str]:
        """The names inside a zip file; BadInput when it is a broken one, empty when it is none."""
        if not self.begin.startswith(b"PK"):
            return frozenset()
        check_directory(self.path)
        try:
            with zipfile.ZipFile(self.path) as archive:
                return frozenset(archive.namelist()[:MAX_MEMBERS])
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
            message = f"{self.path.name} is no zip file that can be read: {error}"
            raise BadInput(message) from None

    def holds(self, name: str) -> bool:
        """Whether a folder holds a file of that name."""
        return self.is_folder and (self.path / name).is_file()


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its word, why a file is taken for it, and the module whose `read` reads it.

    `fits` looks at no more than a `Glance`. `takes` names what `read(path, ...)` understands
    besides the path: `sides` (names of sides to ids of parties), `setting` (what a person knows
    of the document), `record` (what is there already); `hears` names the fields of a setting it
    has a use for. A format without `fits` is read only when it is asked for by its word.
    """

    kind: str
    why: str
    module: str
    fits: Callable[[Glance], bool] | None = None
    takes: tuple[str, ...] = ("sides",)
    hears: frozenset[str] = HANDLING

    def read(
        self,
        path: Path,
        sides: Mapping[str, str],
        setting: Setting | None,
        record: Corpus | None = None,
    ) -> Any:
        """What its reader makes of the path; BadInput when it has no use for a setting."""
        self._refuse_unheard(path, setting)
        if setting is not None and "dialogue" in self.hears:
            setting = _with_dialogue(setting, record)
        given = {"sides": sides, "setting": setting, "record": record}
        # By name: no reader's libraries are loaded before a file of its format comes.
        reader = importlib.import_module(self.module)
        draft = reader.read(path, **{name: given[name] for name in self.takes})
        return handled(draft, setting, record) if self.hears else draft

    def _refuse_unheard(self, path: Path, setting: Setting | None) -> None:
        unheard = [one for one in setting.told() if one not in self.hears] if setting else []
        if unheard:
            told = " and ".join(option_of(one) for one in unheard)
            heard = ", ".join(option_of(name) for name in OPTIONS if name in self.hears)
            takes = f"; it takes {heard}" if heard else ""
            raise BadInput(
                f"{path.name} is read as {self.why}, which says this itself or has no use for it:"
                f" leave {told} out{takes}"
            )


def _with_dialogue(setting: Setting, record: Corpus | None) -> Setting:
    """A round of the record says of which dialogue it is.

    BadInput when that is another, or the record has no such round or dialogue.
    """
    if record is None:
        return setting
    held = _held(record, Round, setting.round)
    if held is None:
        _held(record, Dialogue, setting.dialogue)
        return _between(setting, record)
    if setting.dialogue and setting.dialogue != held.dialogue:
        raise BadInput(
            f"{held.id!r} is a round of {held.dialogue!r} and not of {setting.dialogue!r}; mend"
            " --round or --dialogue"
        )
    return _between(replace(setting, dialogue=held.dialogue), record)


def _held(record: Corpus, noun: type[V], value_id: str | None) -> V | None:
    """The value a person names, None when nobody names one; BadInput when there is none such."""
    found = record.get(noun, value_id)
    if found is None and value_id:
        word = noun.__name__.lower()
        there = ", ".join(one.id for one in record.all(noun)[:_MOST_NAMED]) or "none yet"
        raise BadInput(
            f"the record has no {word} {value_id!r}; it has {there}; mend --{word} or load it first"
        )
    return found


def _between(setting: Setting, record: Corpus | None) -> Setting:
    """The sides of the dialogue, where the record has them."""
    dialogue = record.get(Dialogue, setting.dialogue) if record else None
    if dialogue is None or dialogue.kind != "dialogue" or len(dialogue.parties) < 2:
        return setting
    return replace(setting, between=dialogue.parties)


def option_of(name: str) -> str:
    """The option that fills a field of a setting, as a person types it."""
    return OPTIONS.get(name, f"--{name}")


def _is_bundle(seen: Glance) -> bool:
    inside = any(name.rsplit("/", 1)[-1] == BUNDLE_FILE for name in seen.members)
    return seen.holds(BUNDLE_FILE) or (inside and "word/document.xml" not in seen.members)


def _is_workbook(seen: Glance) -> bool:
    return bool(seen.members) and (seen.ending in _WORKBOOKS or "xl/workbook.xml" in seen.members)


def _is_list_of_delegates(seen: Glance) -> bool:
    # Only where a workbook or table has come is its reader worth loading.
    if seen.ending in (".csv", ".tsv"):
        return bool(_looks_of("delegates").is_table_of_people(seen.head))
    return _is_workbook(seen) and bool(_looks_of("delegates").is_workbook_of_people(seen.path))


def _looks_of(package: str) -> Any:
    return importlib.import_module(f"headway.intake.{package}.looks")


def _is_page(seen: Glance) -> bool:
    return seen.ending in PAGE_ENDINGS or _PAGE.match(seen.head) is not None


def _is_minutes(seen: Glance) -> bool:
    """Whether a Word document begins with the mark of our template."""
    if "word/document.xml" not in seen.members:
        return False
    try:
        with zipfile.ZipFile(seen.path) as archive, archive.open("word/document.xml") as file:
            begin = file.read(BEGIN * 2)
    except (*READ_ERRORS, RuntimeError, NotImplementedError, EOFError):
        return False
    return MINUTES_MARK in begin


_DOCUMENT = ("sides", "setting")
_BESIDE = (*_DOCUMENT, "record")
FORMATS: tuple[Format, ...] = (
    Format(
        "bundle", f"a bundle: it holds {BUNDLE_FILE}", "headway.bundle", _is_bundle, (), frozenset()
    ),
    Format(
        "manifest",
        f"texts with a manifest: it holds {MANIFEST}",
        "headway.intake.readouts",
        lambda seen: seen.holds(MANIFEST),
    ),
    Format(
        "upr_papers",
        "papers of a review in the Universal Periodic Review",
        "headway.intake.upr_papers",
        lambda seen: seen.is_folder and holds_upr_papers(seen.path),
    ),
    Format(
        "general_debate",
        "the General Debate corpus: CODE_SESSION_YEAR.txt or a Parquet file",
        "headway.intake.general_debate",
        lambda seen: (
            is_folder(seen.path)
            if seen.is_folder
            else seen.begin.startswith(b"PAR1") or seen.ending == ".parquet"
        ),
    ),
    Format(
        "minutes",
        "minutes on the template that `headway minutes` writes",
        "headway.intake.minutes",
        _is_minutes,
        ("sides", "record"),
    ),
    Format(
        "docx",
        "a Word document",
        "headway.intake.docx",
        lambda seen: "word/document.xml" in seen.members,
        _DOCUMENT,
        _ALL,
    ),
    Format(
        "qa_jsonl",
        "questions and answers: one JSON object with both a line",
        "headway.intake.qa_jsonl",
        lambda seen: seen.ending in (".jsonl", ".ndjson") and is_qa(seen.head),
        _DOCUMENT,
        _DEBATES | {"forum"},
    ),
    Format(
        "pdf",
        "a PDF",
        "headway.intake.pdf",
        lambda seen: seen.ending == ".pdf" or b"%PDF-" in seen.begin[:1024],
        _DOCUMENT,
        _ALL,
    ),
    Format(
        "hansard",
        "the report of the Canadian House of Commons: <Hansard>",
        "headway.intake.hansard",
        lambda seen: (
            bool(files_of(seen.path, "Hansard")) if seen.is_folder else seen.root == "Hansard"
        ),
    ),
    Format(
        "akoma_ntoso",
        "a debate in Akoma Ntoso: <akomaNtoso>",
        "headway.intake.akoma_ntoso",
        lambda seen: seen.root == "akomaNtoso",
        _DOCUMENT,
        _DEBATES | {"title"},
    ),
    Format(
        "parlamint",
        "debates in TEI, as ParlaMint has them: <teiCorpus> or <TEI>",
        "headway.intake.parlamint",
        lambda seen: (
            bool(files_of(seen.path, "teiCorpus"))
            if seen.is_folder
            else seen.root in ("teiCorpus", "TEI")
        ),
        _DOCUMENT,
        _DEBATES,
    ),
    Format("html", "a web page", "headway.intake.html", _is_page, _DOCUMENT, _ALL),
    Format(
        "upr_csv",
        "recommendations of the Universal Periodic Review: a table that names who, to whom, what",
        "headway.intake.upr_csv",
        lambda seen: seen.ending in (".csv", ".tsv") and is_upr(seen.head),
        _BESIDE,
        HANDLING | {"language"},
    ),
    Format(
        "uhri",
        "an export of the Universal Human Rights Index",
        "headway.intake.uhri",
        lambda seen: seen.ending == ".json" and is_uhri(seen.head),
        _BESIDE,
        HANDLING | {"language", "party"},
    ),
    Format(
        "popolo",
        "Popolo JSON: lists of people, organisations, memberships, posts, events",
        "headway.intake.popolo",
        lambda seen: seen.ending == ".json" and is_popolo(seen.head),
        _DOCUMENT,
        HANDLING | {"dialogue", "party", "language", "title"},
    ),
    Format(
        "delegates",
        "a list of delegates: a table that names people and their posts, bodies or sides",
        "headway.intake.delegates",
        _is_list_of_delegates,
        _BESIDE,
        HANDLING | {"dialogue", "round", "party"},
    ),
    Format("workbook", "a workbook", "headway.intake.workbook", _is_workbook, (), frozenset()),
    Format(
        "plain_text",
        "plain text by its ending",
        "headway.intake.plain_text",
        lambda seen: seen.ending in TEXT_ENDINGS and not seen.begin.startswith(_NO_TEXT),
        _DOCUMENT,
        _ALL,
    ),
)
"""All formats, the more particular before the more general."""

LAST = Format(
    "plain_text",
    "plain text: nothing else fits",
    "headway.intake.plain_text",
    None,
    _DOCUMENT,
    _ALL,
)
"""What a file is taken for that no row fits and nobody refuses."""
