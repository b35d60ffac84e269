"""Bounds that are wrong in one way each, and measures that forget something unknown."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from headway.domain.corpus import Corpus
from headway.domain.points import Point
from headway.domain.rounds import Round
from headway.domain.values import UNKNOWN_CODES, Code
from headway.measures import Ask, Figure, measure
from headway.measures.figure import Bounds, Item, bounds_of
from headway.measures.staff_counts import Series, falls_of


def unknown_is_nought(items: Sequence[Item]) -> Bounds:
    """What nobody knows counts as no."""
    return bounds_of(replace(i, code="no") if i.code in UNKNOWN_CODES else i for i in items)


def unknown_is_left_out(items: Sequence[Item]) -> Bounds:
    """The popular k / (k + m): unknown items leave the count."""
    return bounds_of(i for i in items if i.code not in UNKNOWN_CODES and not i.conflicting)


def conflicting_is_yes(items: Sequence[Item]) -> Bounds:
    """Where readers differ the friendlier one wins."""
    return bounds_of(
        replace(i, code="yes", conflicting=False) if i.conflicting else i for i in items
    )


def not_applicable_counts(items: Sequence[Item]) -> Bounds:
    """What does not apply stands in the count as no."""
    return bounds_of(replace(i, code="no") if i.code == "not_applicable" else i for i in items)


def withheld_is_ignored(items: Sequence[Item]) -> Bounds:
    """What is withheld counts for nothing."""
    return bounds_of(i for i in items if i.code != "withheld")


def no_evidence_is_no(items: Sequence[Item]) -> Bounds:
    """Having found nothing counts as having found that it is not so."""
    return bounds_of(replace(i, code="no") if i.code == "no_evidence" else i for i in items)


def optional_always_counts(items: Sequence[Item]) -> Bounds:
    """What may not belong to the count always stands in it."""
    return bounds_of(replace(i, optional=False) for i in items)


def weights_are_forgotten(items: Sequence[Item]) -> Bounds:
    """Every item counts as one."""
    return bounds_of(replace(i, weight=1.0) for i in items)


BROKEN_BOUNDS: tuple[Callable[[Sequence[Item]], Bounds], ...] = (
    unknown_is_nought,
    unknown_is_left_out,
    conflicting_is_yes,
    not_applicable_counts,
    withheld_is_ignored,
    no_evidence_is_no,
    optional_always_counts,
    weights_are_forgotten,
)


def without(noun: str) -> Callable[[Corpus], Corpus]:
    """A corpus whose values of a noun a careless measure does not look at."""

    def changed(corpus: Corpus) -> Corpus:
        kept = {name: group for name, group in corpus.values.items() if name != noun}
        return Corpus(values=kept, viewer=corpus.viewer, as_of=corpus.as_of)

    return changed


def forgetful(name: str, party: str, noun: str) -> Callable[[Corpus], Figure]:
    """A measure that never looks at a noun on which its bounds hang."""

    def run(corpus: Corpus) -> Figure:
        return measure(name, without(noun)(corpus), Ask("d", party))

    return run


# -- measures of their own ----------------------------------------------------------------------


def unknown_counts_never_fall(line: Series) -> Bounds:
    """Two known counts alone are compared, and what lies between them is left out."""
    known = [place for place in line.places if not place.is_open]
    return falls_of(replace(line, places=tuple(known)))


def a_count_not_known_is_nought(line: Series) -> Bounds:
    """What nobody counted is read as nobody there."""
    places = (replace(p, low=0.0, high=0.0) if p.is_open else p for p in line.places)
    return falls_of(replace(line, places=tuple(places)))


BROKEN_SERIES: tuple[Callable[[Series], Bounds], ...] = (
    unknown_counts_never_fall,
    a_count_not_known_is_nought,
)


def the_mark_is_taken_as_it_stands(point: Point, rounds: Sequence[Round]) -> Code:
    """Points of the first round count, and a no is a no where a round is not on record."""
    return point.made_before


def gaps_are_forgotten(point: Point, rounds: Sequence[Round]) -> Code:
    """The first round does not count; rounds that are not on record play no part."""
    return "not_applicable" if point.round == rounds[0].id else point.made_before


BROKEN_MARKS: tuple[Callable[[Point, Sequence[Round]], Code], ...] = (
    the_mark_is_taken_as_it_stands,
    gaps_are_forgotten,
)
