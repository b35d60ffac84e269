"""Counts of how people found translations that are wrong in one way each."""

from collections.abc import Callable
from dataclasses import replace

from headway.domain.corpus import Corpus
from headway.measures import Ask, Figure, measure
from headway.measures.figure import Item, bounds_of


def _with_items(changed: Callable[[Item], Item | None]) -> Callable[[Corpus], Figure]:
    def run(corpus: Corpus) -> Figure:
        found = measure("translation_quality", corpus, Ask("d", "a"))
        items = tuple(item for one in found.items if (item := changed(one)) is not None)
        return replace(found, items=items, bounds=bounds_of(items))

    return run


def _not_reviewed_is_bad(item: Item) -> Item:
    return replace(item, code="no") if item.category == "not_reviewed" else item


def _not_reviewed_is_good(item: Item) -> Item:
    return replace(item, code="yes") if item.category == "not_reviewed" else item


def _corrected_is_good(item: Item) -> Item:
    return replace(item, code="yes") if item.category == "corrected" else item


def _only_what_exists(item: Item) -> Item | None:
    return None if item.category == "not_known_to_exist" else item


BROKEN_REVIEWERS = {
    "what nobody looked over counts against": _with_items(_not_reviewed_is_bad),
    "what nobody looked over counts in favour": _with_items(_not_reviewed_is_good),
    "corrected counts as fit": _with_items(_corrected_is_good),
    "what may not exist is left out": _with_items(_only_what_exists),
}
