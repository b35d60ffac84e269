"""Remarks as an assessment may show them: on the terms their speakers gave, and no further."""

from collections.abc import Callable, Iterable
from itertools import groupby

from headway.assessments.basis import Basis
from headway.assessments.words import day, joined, word
from headway.domain.dates import PartialDate
from headway.domain.masks import is_small, is_unattributable
from headway.domain.rounds import Round
from headway.domain.statements import Asking, Remark
from headway.measures.threads import has_come

Escape = Callable[[str], str]
Cite = Callable[[Iterable[str]], str]


def remarks_block(basis: Basis, plain: Escape, cite: Cite) -> str:
    """The remarks of both sides and of neither, by side and group, with their terms."""
    language = basis.language
    found = [r for r in basis.corpus.all(Remark) if _is_on(basis, r)]
    parts = [word("remarks lead", language)]
    for side in basis.sides:
        of_side = [r for r in found if r.party == side.id and not is_unattributable(r)]
        name = side.name.within(language)
        parts += ["", f"**{plain(name)}**", *_groups(basis, side.id, of_side, plain, cite)]
    others = [r for r in found if is_unattributable(r) or r.party not in basis.dialogue.parties]
    if others:
        parts += ["", f"**{word('neither', language)}**", ""]
        parts += [_line(basis, r, plain, cite) for r in _in_order(others)]
    return "\n".join(parts)


def _is_on(basis: Basis, remark: Remark) -> bool:
    round_ = basis.corpus.get(Round, remark.round)
    dialogue = remark.dialogue or (round_.dialogue if round_ else None)
    return dialogue == basis.dialogue.id and has_come(remark.said_on, basis.corpus)


def _in_order(remarks: Iterable[Remark]) -> list[Remark]:
    return sorted(remarks, key=lambda r: (r.theme, r.summary, r.id))


def _groups(
    basis: Basis, side: str, remarks: Iterable[Remark], plain: Escape, cite: Cite
) -> list[str]:
    ordered = sorted(_in_order(remarks), key=lambda r: r.group)
    if not ordered:
        return ["", word("remarks none", basis.language)]
    lines: list[str] = []
    for group, those in groupby(ordered, key=lambda r: r.group):
        asked = _asked(basis, side, group)
        name = plain(group) or word("no group", basis.language)
        told = f"{name}{f' ({asked})' if asked else ''}"
        lines += ["", f"*{told}*", "", *(_line(basis, r, plain, cite) for r in those)]
    return lines


def _line(basis: Basis, remark: Remark, plain: Escape, cite: Cite) -> str:
    """One remark: our summary, own words where quotable, and what its terms let be told."""
    said = plain(remark.summary)
    if remark.quotable and remark.words:
        said = f"{said} “[{plain(remark.words)}]{{lang={remark.language}}}”"
    terms = word(remark.terms, basis.language)
    where = [] if is_unattributable(remark) else _where(basis, remark, plain)
    told = joined([*where, terms], basis.language)
    against = f"; {word('opposite', basis.language)}" if _has_opposite(basis, remark) else ""
    return f"- {said} ({told}{against}){cite(remark.sources)}"


def _where(basis: Basis, remark: Remark, plain: Escape) -> list[str]:
    on = PartialDate(str(remark.said_on)[:7]) if remark.said_on else None
    exact = remark.said_on if remark.terms == "named" else on
    return [day(exact, basis.language)] if exact else []


def _has_opposite(basis: Basis, remark: Remark) -> bool:
    named = any(basis.corpus.get(Remark, other) for other in remark.contradicts)
    return named or bool(basis.corpus.having(Remark, "contradicts", remark.id))


def _asked(basis: Basis, side: str, group: str) -> str:
    found = [
        a
        for a in basis.corpus.having(Asking, "dialogue", basis.dialogue.id)
        if a.party == side and a.group == group
    ]
    if not found:
        return ""
    asked = _total([a.asked for a in found])
    answered = _total([a.answered for a in found])
    known = asked is not None and answered is not None
    small = known and (is_small(answered or 0) or is_small((asked or 0) - (answered or 0)))
    language = basis.language
    told = word("asked", language)
    if small:
        few = word("few people", language)
        return told.format(asked=few if is_small(asked or 0) else asked, answered=few)
    unknown = word("unknown number", language)
    return told.format(
        asked=unknown if asked is None else asked,
        answered=unknown if answered is None else answered,
    )


def _total(numbers: list[int | None]) -> int | None:
    known = [n for n in numbers if n is not None]
    return sum(known) if known and len(known) == len(numbers) else None
