"""Debates as Akoma Ntoso (LegalDocML), versions 2 and 3, told by names without namespaces."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, BadValue
from headway.domain.statements import StatementKind
from headway.domain.wording import Wording
from headway.intake.dates import parse_date
from headway.intake.documents import Setting
from headway.intake.drafts import Draft, id_from
from headway.intake.sides import Sides
from headway.intake.transcripts import (
    Kind,
    Paragraph,
    Sitting,
    Speech,
    Transcripts,
    language_tag,
)
from headway.intake.xml_files import below, children, local, parse_xml, text_in

DEBATES = ("debate", "debateReport", "debateRecord")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SPEECHES: Mapping[str, StatementKind] = {
    "speech": "intervention",
    "question": "question",
    "answer": "reply",
}
_NO_WORDS = {
    "narrative": "narratives",
    "scene": "scenes",
    "summary": "summaries",
    "other": "other passages",
    "remark": "remarks of the reporter",
    "recordedTime": "times of the clock",
    "vote": "votes",
    "quantity": "counts",
}
_ASIDE = frozenset({"remark", "recordedTime", "authorialNote", "noteRef", "eol", "scene"})
_HEADS = ("heading", "num", "subheading", "from", "docTitle", "docDate")


def read(
    path: str | Path, setting: Setting | None = None, sides: Mapping[str, str] | None = None
) -> Draft:
    """The draft of one debate: a statement for each speech, question and answer.

    Raises BadInput when the file is no debate of this kind, or does not say its day.
    """
    source, known = Path(path), setting or Setting()
    content, root = parse_xml(source)
    debate = next(children(root, *DEBATES), None)
    if local(root) != "akomaNtoso" or debate is None:
        inside = next((local(one) for one in children(root)), "nothing")
        raise BadInput(
            f"{source.name} is no debate in Akoma Ntoso: <{local(root)}> holds <{inside}>"
        )
    head = _Head(source, debate, known)
    sitting = Sitting(
        id=head.id,
        title=head.title,
        day=head.day,
        language=head.language,
        path=source,
        content=content,
        rendering=head.rendering,
    )
    forum = known.dialogue or head.forum
    taken = Transcripts(forum, head.forum_title, known, Sides(sides or {}))
    taken.people.names.update(head.people)
    walk = _Walk(sitting, head, taken)
    for body in children(debate, "debateBody", "mainBody"):
        walk.walk(body, "", head.language)
    taken.take(sitting)
    taken.decided.extend(head.decided)
    return taken.draft("debate in Akoma Ntoso")


class _Head:
    """What stands before the debate: its day, country, languages, title, people and roles."""

    def __init__(self, source: Path, debate: Any, setting: Setting) -> None:
        self.source, self.decided = source, list[str]()
        meta = next(children(debate, "meta"), debate)
        self.work = next(below(meta, "FRBRWork"), meta)
        self.expression = next(below(meta, "FRBRExpression"), None)
        self.language = setting.language or self._language(debate)
        self.rendering = self._rendering()
        self.day = setting.delivered_on or self._day(debate)
        title = setting.title or self._title(debate)
        self.title = Wording({self.language: title})
        country = next((one.get("value", "") for one in below(self.work, "FRBRcountry")), "")
        self.forum = f"debates-{id_from(country)}" if country else "debates"
        self.forum_title = Wording({"en": f"Debates ({country})" if country else "Debates"})
        uri = next((one.get("value", "") for one in below(self.work, "FRBRthis", "FRBRuri")), "")
        self.id = id_from(uri.strip("/") or f"{self.forum}-{self.day}")[:80].strip("-.")
        self.people = self._references(meta, "TLCPerson")
        self.roles = self._references(meta, "TLCRole")
        self.others = self._references(meta, "TLCOrganization")

    def _references(self, meta: Any, name: str) -> dict[str, Wording]:
        found = {}
        for one in below(meta, name):
            key = one.get("eId") or one.get("id") or one.get("wId") or ""
            shown = " ".join((one.get("showAs") or one.get("shortForm") or "").split())
            if key and shown:
                found[key] = Wording({self.language: shown})
        return found

    def _language(self, debate: Any) -> str:
        said = (
            [one.get("language", "") for one in below(self.expression, "FRBRlanguage")]
            if self.expression is not None
            else []
        )
        tags = [tag for tag in map(language_tag, said) if tag != "und"]
        if len(set(tags)) > 1:
            self.decided.append(
                f"The file names several languages ({', '.join(tags)}); words that do not say"
                f" which are taken as {tags[0]}."
            )
        own = language_tag(debate.get(_LANG, ""))
        if not tags and own == "und":
            self.decided.append("The file does not say its language; it is kept as und.")
        return tags[0] if tags else own

    def _rendering(self) -> Kind:
        if self.expression is None:
            return "original"
        for one in below(self.expression, "FRBRtranslation"):
            return (
                "official_translation"
                if one.get("authoritative") == "true"
                else "working_translation"
            )
        return "original"

    def _day(self, debate: Any) -> PartialDate:
        preface = next(children(debate, "preface", "coverPage"), None)
        dates = [] if preface is None else [*below(preface, "docDate", "date")]
        written = [one.get("date", "") for one in (*dates, *below(self.work, "FRBRdate"))]
        for one in written:
            try:
                return PartialDate(one.strip()[:10])
            except BadValue:
                continue
        for one in dates:
            found = parse_date(text_in(one)[:100])
            if found is not None:
                return found.began_on
        raise BadInput(f"{self.source.name} does not say its day (docDate or FRBRdate); give --day")

    def _title(self, debate: Any) -> str:
        for one in below(debate, "docTitle"):
            if text := text_in(one):
                return text[:300]
        return debate.get("name") or self.source.stem or "Debate"


@dataclass(slots=True)
class _Walk:
    """Goes through the body and collects speeches; sections give them their subject."""

    sitting: Sitting
    head: _Head
    taken: Transcripts
    sections: int = 0
    numbers: list[str] = field(default_factory=list)

    def walk(self, element: Any, subject: str, language: str) -> None:
        """Everything below an element; depth is bounded by the parser."""
        for child in children(element):
            name = local(child)
            spoken = self._language(child, language)
            if name in _SPEECHES:
                self._speech(child, name, subject, spoken)
            elif name in _NO_WORDS:
                self.taken.passed[_NO_WORDS[name]] += 1
            elif name not in _HEADS:
                self.walk(child, self._subject(child) or subject, spoken)

    def _subject(self, section: Any) -> str:
        heading = next(children(section, "heading"), None)
        title = text_in(heading, _ASIDE) if heading is not None else ""
        if not title:
            return ""
        self.sections += 1
        key = section.get("eId") or section.get("id") or f"section-{self.sections}"
        self.sitting.subjects.setdefault(key, title[:300])
        return str(key)

    def _language(self, element: Any, language: str) -> str:
        own = language_tag(element.get(_LANG, "")) if element.get(_LANG) else "und"
        return language if own == "und" else own

    def _speech(self, element: Any, name: str, subject: str, language: str) -> None:
        person = element.get("by", "").lstrip("#").strip()
        role = self.head.roles.get(element.get("as", "").lstrip("#").strip())
        addressed = element.get("to", "").lstrip("#").strip()
        to = self.head.people.get(addressed) or self.head.others.get(addressed)
        said = next(children(element, "from"), None)
        label = text_in(said, _ASIDE).rstrip(": ") if said is not None else ""
        label = label or str(self.head.people.get(person, ""))
        if role is not None and str(role).casefold() not in label.casefold():
            label = f"{label}, {role}" if label else str(role)
        number = element.get("eId") or element.get("id") or f"{name}-{len(self.numbers) + 1}"
        self.numbers.append(number)
        for aside in below(element, *_NO_WORDS):
            self.taken.passed[_NO_WORDS[local(aside)]] += 1
        paragraphs = tuple(self._paragraphs(element, language))
        if paragraphs:
            self.sitting.speeches.append(
                Speech(
                    number,
                    label[:200],
                    person,
                    _SPEECHES[name],
                    paragraphs,
                    subject,
                    str(to or ""),
                    element.sourceline or 0,
                )
            )
        else:
            self.taken.counts["speeches without words"] += 1

    def _paragraphs(self, element: Any, language: str) -> list[Paragraph]:
        """The paragraphs of a speech; all its words as one where it has none."""
        found: list[Paragraph] = []
        for one in below(element, "p", "li", "block"):
            inside = any(
                local(up) in ("p", "li", "block", "from", "remark") for up in _up_to(one, element)
            )
            if not inside and (text := text_in(one, _ASIDE)):
                spoken = language
                for up in (*reversed(_up_to(one, element)), one):
                    spoken = self._language(up, spoken)
                found.append(Paragraph(text, spoken))
        if not found and (text := text_in(element, _ASIDE | {"from", "heading", "num"})):
            found.append(Paragraph(text, language))
        return found


def _up_to(element: Any, top: Any) -> list[Any]:
    """The elements between one and one above it, from below."""
    found = []
    for up in element.iterancestors():
        if up is top:
            break
        found.append(up)
    return found
