"""What is wrong with a manuscript, line by line, held against the record it is written from."""

import re
from collections.abc import Iterator

from headway.assessments.basis import Basis
from headway.assessments.blocks import FOOTNOTE, write
from headway.assessments.concluded import conclusions
from headway.assessments.leaks import check_leaks, paragraphs
from headway.assessments.manuscripts import (
    OPEN_PLACE,
    REQUIRED,
    SECTIONS,
    Manuscript,
)
from headway.assessments.renewing import LIVE
from headway.bundle.lines import Complaint, Complaints
from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.errors import BadValue
from headway.domain.ids import split_any_id
from headway.domain.masks import INSIDE
from headway.domain.statements import Source
from headway.domain.views import VIEWS

_DAYS = ("as_of", "written_on", "commissioned_on", "delivered_on", "published_on")
_IMAGE = re.compile(r"!\[[^\]]*\]\(")
_FACT = re.compile(r"\]\(fact:([^\s()]+)\)")
_DEFINED = re.compile(r"\[\^([\w.-]+)\]:")
_NEEDED = ("findings", "judgements", "replies", "sources")
_NEEDED_BLOCKS = ("terms", "basis", "replies", "measures", "recompute", "sources")


def check_form(manuscript: Manuscript, file: str = "") -> tuple[Complaint, ...]:
    """What can be said without a record: front matter, markers, sections, open places."""
    complaints = Complaints(kept=list(manuscript.complaints))
    _check_front(manuscript, file, complaints)
    for section in SECTIONS:
        if manuscript.section(section) is None and section in _NEEDED:
            complaints.add(file, f"there is no section {{#{section}}}; add its heading")
    there = {block.key for block in manuscript.blocks}
    for key in _NEEDED_BLOCKS:
        if key not in there:
            said = f"the block {key!r} is missing"
            complaints.add(file, f"{said}; add <!-- headway: {key} --> and <!-- /headway -->")
    for number, line in manuscript.own_lines():
        if OPEN_PLACE.search(line):
            complaints.add(file, "this place is not filled yet; write it", number + 1)
        if _IMAGE.search(line):
            complaints.add(file, "pictures cannot stand in an assessment; take it out", number + 1)
    return complaints.all()


def check(
    manuscript: Manuscript, basis: Basis, known: Corpus, file: str = ""
) -> tuple[Complaint, ...]:
    """Everything that speaks against a manuscript, in the order of its lines.

    `basis` is made for the manuscript's own view and day; `known` is all that the checker sees,
    so that words from outside the view are found.
    """
    complaints = Complaints(kept=list(check_form(manuscript, file)))
    for look in (_check_blocks, _check_numbers, _check_conclusions, _check_sources, _check_facts):
        look(manuscript, basis, file, complaints)
    check_leaks(manuscript, basis.corpus, known, file, complaints)
    return tuple(sorted(complaints.all(), key=lambda one: one.line))


def _check_front(manuscript: Manuscript, file: str, complaints: Complaints) -> None:
    front = manuscript.front
    for key in REQUIRED:
        line = manuscript.front_lines.get(key, 0) + 1
        if not front.get(key):
            complaints.add(file, "the front matter lacks it; add a line", line, key)
        elif OPEN_PLACE.search(front[key]):
            complaints.add(file, "this place is not filled yet; write it", line, key)
    for key in _DAYS:
        if front.get(key) and not _is_day(front[key], whole=key in ("as_of", "written_on")):
            line = manuscript.front_lines[key] + 1
            complaints.add(file, f"{front[key]!r} is not a day; write YYYY-MM-DD", line, key)
    if front.get("view") and front["view"] not in VIEWS:
        said = f"there is no view {front['view']!r}; use one of {', '.join(VIEWS)}"
        complaints.add(file, said, manuscript.front_lines["view"] + 1, "view")
    if front.get("corrects") and not front.get("correction"):
        line = manuscript.front_lines["corrects"] + 1
        complaints.add(file, "say in `correction` what changed", line, "corrects")


def _is_day(written: str, *, whole: bool) -> bool:
    try:
        return len(PartialDate(written)) == len("2005-06-30") or not whole
    except BadValue:
        return False


# -- figures ---------------------------------------------------------------------------------


def _check_blocks(manuscript: Manuscript, basis: Basis, file: str, complaints: Complaints) -> None:
    for block in manuscript.blocks:
        line = block.begin + 1
        fresh = write(basis, manuscript, block)
        if fresh is None:
            complaints.add(file, f"there is no block {block.key!r} here; mend its name", line)
        elif tuple(fresh.split("\n")) != block.body:
            at = block.begin + 1 + _first_difference(fresh.split("\n"), block.body)
            said = f"the block {block.key!r} no longer agrees with the record"
            complaints.add(file, f"{said}; renew it: headway assessment renew", at + 1)
        if _is_found(block.key) and basis.view not in INSIDE and not block.reviewed_by:
            said = f"{block.key!r} was found by machine and nobody reviewed it"
            mend = f"the {basis.view} view may not see that; add '; reviewed NAME, YYYY-MM-DD'"
            complaints.add(file, f"{said}; {mend}", line)
        if block.reviewed_on and not _is_day(block.reviewed_on, whole=True):
            complaints.add(file, f"{block.reviewed_on!r} is not a day; write YYYY-MM-DD", line)


def _is_found(key: str) -> bool:
    return key.startswith("finding ") or key == "measures"


def _first_difference(fresh: list[str], held: tuple[str, ...]) -> int:
    pairs = zip(fresh, held, strict=False)
    return next((n for n, (one, other) in enumerate(pairs) if one != other), len(held))


def _check_numbers(manuscript: Manuscript, basis: Basis, file: str, complaints: Complaints) -> None:
    for paragraph in paragraphs(manuscript):
        sides: dict[str, set[str]] = {}
        for found in LIVE.finditer(paragraph.text):
            line = paragraph.begin + 1 + paragraph.text[: found.start()].count("\n")
            measure, party = found[2].split("/")[0], found[2].split("/")[1:2]
            now = basis.number(found[2])
            if now is None:
                said = f"the record has no figure {found[2]!r} that may be shown"
                complaints.add(file, f"{said}; mend its name", line)
            elif now != found[1]:
                said = f"{found[1]!r} no longer agrees with the record, which has {now!r}"
                complaints.add(file, f"{said}; renew it: headway assessment renew", line)
            sides.setdefault(measure, set()).update(party)
        for measure, told in sides.items():
            missing = [s for s in basis.sides if s.id not in told]
            if missing and told & {s.id for s in basis.sides}:
                name = missing[0].name.within(basis.language)
                said = f"{measure!r} is told of one side only; add the same figure of {name}"
                complaints.add(file, said, paragraph.begin + 1)


# -- conclusions -----------------------------------------------------------------------------


def _check_conclusions(
    manuscript: Manuscript, basis: Basis, file: str, complaints: Complaints
) -> None:
    for concluded in conclusions(manuscript):
        line = concluded.line + 1
        if not concluded.text:
            complaints.add(file, "nothing stands under this heading; write it or drop it", line)
        if concluded.kind == "judgement":
            signed = concluded.signature
            _check_signature(signed.by, signed.on, line, file, complaints)
            if signed.about and not _is_seen(basis, signed.about):
                said = f"{signed.about!r} is nothing the {basis.view} view can see"
                complaints.add(file, f"{said}; name a fact as Noun/id", line)
        elif concluded.kind == "recommendation" and concluded.addressee(basis.sides) is None:
            names = " or ".join(s.name.within(basis.language) for s in basis.sides)
            said = (
                f"it is not clear whom this is for; begin the heading with: To {names}, both sides"
            )
            complaints.add(file, said, line)
    extent = manuscript.section("judgements") or (0, 0)
    for number, text in manuscript.own_lines():
        if text.startswith("Signed:") and not extent[0] <= number < extent[1]:
            said = "a judgement stands among other things; move it to the section {#judgements}"
            complaints.add(file, said, number + 1)


def _check_signature(by: str, on: str, line: int, file: str, complaints: Complaints) -> None:
    if not by:
        said = "this judgement is not signed; end it with 'Signed: NAME, YYYY-MM-DD.'"
        complaints.add(file, said, line)
    elif not _is_day(on, whole=True) or not on:
        said = "this judgement is not dated; end it with 'Signed: NAME, YYYY-MM-DD.'"
        complaints.add(file, said, line)


def _is_seen(basis: Basis, reference: str) -> bool:
    noun, value_id = split_any_id(reference)
    return value_id in basis.corpus.values.get(noun, {})


# -- sources and facts -----------------------------------------------------------------------


def _check_sources(manuscript: Manuscript, basis: Basis, file: str, complaints: Complaints) -> None:
    own = set(_DEFINED.findall("\n".join(line for _, line in manuscript.own_lines())))
    for line, source in _cited(manuscript):
        if source not in own and basis.corpus.get(Source, source) is None:
            said = f"there is no source {source!r} in the {basis.view} view of the record"
            complaints.add(file, f"{said}; mend its id or cite another", line)


def _cited(manuscript: Manuscript) -> Iterator[tuple[int, str]]:
    for number, line in manuscript.own_lines():
        for found in FOOTNOTE.finditer(line):
            yield number + 1, found[1]


def _check_facts(manuscript: Manuscript, basis: Basis, file: str, complaints: Complaints) -> None:
    for number, line in manuscript.own_lines():
        for reference in _FACT.findall(line):
            if not _is_seen(basis, reference):
                said = f"{reference!r} is nothing the {basis.view} view can see"
                complaints.add(file, f"{said}; mend it or take the link out", number + 1)
