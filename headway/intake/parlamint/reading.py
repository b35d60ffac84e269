"""Debates as statements: every utterance by whom, in which language, on what."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from headway.bundle.lines import Complaints
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, BadValue
from headway.domain.wording import Wording
from headway.intake.documents import Setting
from headway.intake.drafts import Draft, id_from
from headway.intake.parlamint.corpus import open_corpus
from headway.intake.parlamint.people import ID, take_people, tongue
from headway.intake.sides import Sides
from headway.intake.transcripts import Paragraph, People, Sitting, Speech, Transcripts
from headway.intake.xml_files import below, children, local, parse_xml, text_in

_MACHINE = re.compile(r"ParlaMint-[A-Z]{2}(?:-[A-Z0-9]+)?-en(?:[_.-]|\Z)")
_NO_WORDS = {
    "note": "notes",
    "vocal": "sounds",
    "kinesic": "gestures",
    "incident": "incidents",
    "gap": "gaps",
}
_ASIDE = frozenset({*_NO_WORDS, "pb", "desc", "time"})
_CHAIR = {"en": "chair", "fr": "présidence", "zh": "主席"}


def read(
    path: str | Path, setting: Setting | None = None, sides: Mapping[str, str] | None = None
) -> Draft:
    """The draft of a corpus with the debates it includes, or of one debate.

    Annotated debates (`.ana`) are read as plain words. Raises BadInput when it is no TEI, a file
    is broken or a bound is broken.
    """
    known, complaints = setting or Setting(), Complaints()
    corpus = open_corpus(Path(path), complaints)
    language = known.language or tongue(corpus.root, "und")
    people = People()
    for header in corpus.headers:
        take_people(header, language, people)
    name = corpus.root.get(ID, "") or corpus.path.stem
    forum = id_from(name.partition("_")[0].removesuffix(".ana"))[:60]
    title = _title(corpus.root, language, "main") or Wording({"en": name})
    taken = Transcripts(
        forum, title, known, Sides(sides or {}), people=people, complaints=complaints
    )
    for debate in corpus.inside:
        _Debate(taken, debate, corpus.path, corpus.content, language).take()
    for one in corpus.paths:
        content, debate = parse_xml(one)
        if local(debate) == "TEI":
            _Debate(taken, debate, one, content, language).take()
        else:
            complaints.add(one.name, f"it begins with <{local(debate)}> and holds no debate")
    if not (corpus.inside or corpus.paths):
        complaints.add(corpus.path.name, "it names no debate; give a file with <u> in it")
    return taken.draft("debates in TEI (ParlaMint)")


def _title(element: Any, language: str, kind: str) -> Wording | None:
    """The title of this kind in every language it stands in."""
    statement = next(below(element, "titleStmt"), None)
    pairs: dict[str, str] = {}
    for one in children(statement, "title") if statement is not None else ():
        text = text_in(one)
        if text and one.get("type", "main") == kind:
            pairs.setdefault(tongue(one, language), text[:300])
    return Wording(pairs) if pairs else None


class _Debate:
    """One `<TEI>`: its day, and its utterances in order."""

    def __init__(
        self, taken: Transcripts, debate: Any, path: Path, content: bytes, language: str
    ) -> None:
        self.taken, self.debate, self.path = taken, debate, path
        self.language = taken.setting.language or tongue(debate, language)
        name = debate.get(ID, "") or path.stem
        title = _title(debate, self.language, "sub") or _title(debate, self.language, "main")
        self.sitting = Sitting(
            id=id_from(name)[:80].strip("-."),
            title=title or Wording({"en": name}),
            day=self._day(),
            language=self.language,
            path=path,
            content=content,
            rendering="working_translation" if _MACHINE.match(name) else "original",
        )
        self.label = ""
        self.annotated = 0

    def take(self) -> None:
        """The utterances into the draft."""
        for body in below(self.debate, "body"):
            self._walk(body, "", self.language)
        taken = self.taken
        if self.sitting.rendering == "working_translation":
            told = "The corpus is a translation by machine; its texts are working translations."
            if told not in taken.decided:
                taken.decided.append(told)
        if self.annotated:
            taken.counts["annotated utterances read as plain words"] += self.annotated
        taken.take(self.sitting)

    def _day(self) -> PartialDate:
        if self.taken.setting.delivered_on:
            return self.taken.setting.delivered_on
        for place in ("settingDesc", "sourceDesc"):
            for holder in below(self.debate, place):
                for one in below(holder, "date"):
                    written = one.get("when") or one.get("from") or text_in(one)
                    try:
                        return PartialDate(written.strip()[:10])
                    except BadValue:
                        continue
        raise BadInput(f"{self.path.name} does not say its day (settingDesc); give --day")

    def _walk(self, element: Any, subject: str, language: str) -> None:
        for child in children(element):
            name = local(child)
            spoken = tongue(child, language)
            if name == "u":
                self._utterance(child, subject, spoken)
            elif name == "note" and child.get("type") == "speaker":
                self.label = text_in(child).rstrip(": ")[:200]
            elif name in _NO_WORDS:
                self.taken.passed[_NO_WORDS[name]] += 1
            elif name != "head":
                self._walk(child, self._subject(child) or subject, spoken)

    def _subject(self, division: Any) -> str:
        head = next(children(division, "head"), None)
        title = text_in(head, _ASIDE) if head is not None else ""
        if not title:
            return ""
        key = division.get(ID, "") or f"head-{len(self.sitting.subjects) + 1}"
        self.sitting.subjects.setdefault(key, title[:300])
        return str(key)

    def _utterance(self, element: Any, subject: str, language: str) -> None:
        person = element.get("who", "").split(" ")[0].lstrip("#")
        for aside in below(element, *_NO_WORDS):
            self.taken.passed[_NO_WORDS[local(aside)]] += 1
        paragraphs = [*self._segments(element, language)]
        listed = self.taken.people.names.get(person)
        label = str(listed.within(self.language)) if listed else self.label or person
        if "#chair" in element.get("ana", "").split():
            chair = _CHAIR.get(self.language.split("-")[0], "chair")
            label = f"{label} ({chair})" if label else chair
        self.label = ""
        if not paragraphs:
            self.taken.counts["utterances without words"] += 1
            return
        number = element.get(ID, "").removeprefix(f"{self.debate.get(ID, '')}")
        self.sitting.speeches.append(
            Speech(
                number.lstrip("._-") or f"u{len(self.sitting.speeches) + 1}",
                label[:200],
                person,
                "intervention",
                tuple(paragraphs),
                subject,
                line=element.sourceline or 0,
            )
        )

    def _segments(self, element: Any, language: str) -> list[Paragraph]:
        segments = [one for one in below(element, "seg", "p") if local(one.getparent()) != "seg"]
        found = []
        for one in segments or [element]:
            is_annotated = next(below(one, "w"), None) is not None
            text = _joined(one) if is_annotated else text_in(one, _ASIDE)
            self.annotated += is_annotated and one is (segments or [element])[0]
            if text:
                found.append(Paragraph(text, tongue(one, language)))
        return found


def _joined(segment: Any) -> str:
    """The words of an annotated segment, put together as `join` says."""
    parts: list[str] = []
    glued = True
    for one in below(segment, "w", "pc"):
        inside = any(local(up) in ("w", *_NO_WORDS) for up in _above(one, segment))
        text = "" if inside else " ".join((one.text or "").split())
        if not text:
            continue
        join = one.get("join", "")
        parts.append(text if glued or join in ("left", "both") else f" {text}")
        glued = join in ("right", "both")
    return "".join(parts).strip()


def _above(element: Any, top: Any) -> list[Any]:
    found = []
    for up in element.iterancestors():
        if up is top:
            break
        found.append(up)
    return found
