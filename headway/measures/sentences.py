"""Plain sentences: counts first, singular and plural right, no rate below five items."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from headway.domain.values import UNKNOWN_CODES
from headway.measures.figure import Bounds, Item
from headway.phrases import listing, number, percent, say, say_as, says

__all__ = ["Words", "between", "doubts_of", "listing", "number", "percent", "rate_sentence"]


@dataclass(frozen=True, slots=True)
class Words:
    """How the items of a rate are called, and what `yes` says of them, each for one and several.

    `all` counts the items (`{count} questions put to {party}`); `did` says how many of them it is
    so of, where `{all}` is what `all` said (`{count} of {all} were answered on point`). Both are
    marked with `phrases`; `values` fill their places.
    """

    all: tuple[str, str]
    did: tuple[str, str]
    values: Mapping[str, str] = field(default_factory=dict)

    def counted(self, count: int) -> str:
        """So many items."""
        return says(*self.all, count, **self.values)

    def said(self, yes: int, count: int) -> str:
        """So many of so many."""
        form = 1 if count == 1 else yes
        told = {"count": number(yes), "all": self.counted(count), **self.values}
        return says(*self.did, form, **told)


def between(bounds: Bounds) -> str:
    """`between 30 % and 43 %`, `30 %` where both ends agree; empty where no rate may be shown."""
    if not bounds.rate_may_be_shown or bounds.low is None or bounds.high is None:
        return ""
    low, high = percent(bounds.low), percent(bounds.high)
    return low if low == high else say("between {low} and {high}", low=low, high=high)


def rate_sentence(items: Iterable[Item], bounds: Bounds, words: Words) -> str:
    """`7 of 23 questions put to X were answered on point; 3 are unknown, so between ...`."""
    counted = [item for item in items if item.code != "not_applicable"]
    if not counted:
        return say("{all} are in the record.", all=words.counted(0))
    yes = sum(1 for item in counted if item.code == "yes" and not item.conflicting)
    main = words.said(yes, len(counted))
    doubts, span = doubts_of(counted, bounds), between(bounds)
    if not doubts:
        return say("{main} ({span}).", main=main, span=span) if span else say("{main}.", main=main)
    if not span:
        return say("{main}; {doubts}.", main=main, doubts=doubts)
    return say("{main}; {doubts}, so {span}.", main=main, doubts=doubts, span=span)


def doubts_of(items: Iterable[Item], bounds: Bounds) -> str:
    """`3 are unknown (1 of them withheld) and 1 is disputed`; empty where all is known.

    Known items that the bounds count as unknown, because a withheld fact may change them, are
    told apart.
    """
    counted = [item for item in items if item.code != "not_applicable"]
    disputed = sum(1 for item in counted if item.conflicting)
    unknown = [i for i in counted if not i.conflicting and i.code in UNKNOWN_CODES]
    optional = sum(1 for i in counted if i.optional and _is_known(i))
    withheld = sum(1 for item in unknown if item.code == "withheld")
    open_ends = bounds.unknown + bounds.optional_yes + bounds.optional_no
    loose = round(open_ends) - len(unknown) - disputed - optional
    parts = []
    if unknown:
        told = _how_many_count(len(unknown), 0 if optional else loose, _surely(counted, bounds))
        notes = f"{_of_them(withheld, len(unknown))}{told}"
        parts.append(
            says(
                "{count} is unknown{notes}", "{count} are unknown{notes}", len(unknown), notes=notes
            )
        )
    if optional:
        parts.append(
            says(
                "{count} may not belong to the count",
                "{count} may not belong to the count",
                optional,
            )
        )
    if disputed:
        parts.append(says("{count} is disputed", "{count} are disputed", disputed))
    if loose > 0:
        parts.append(
            says(
                "{count} may be otherwise (withheld)",
                "{count} may be otherwise (withheld)",
                loose,
            )
        )
    return _clauses(parts)


def _clauses(parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    before = say_as("clauses", ", ").join(parts[:-1])
    return say_as("clauses", "{before} and {last}", before=before, last=parts[-1])


def _is_known(item: Item) -> bool:
    return not item.conflicting and item.code not in UNKNOWN_CODES


def _surely(counted: Sequence[Item], bounds: Bounds) -> int:
    """How many unknown items must count whatever they are, as between two known ones."""
    if any(item.weight != 1.0 for item in counted):
        return 0
    known = sum(1 for item in counted if item.code == "yes" and _is_known(item))
    return max(0, round(bounds.yes) - known)


def _how_many_count(unknown: int, loose: int, least: int) -> str:
    most = unknown + loose + least
    if least and most > least:
        return say(
            " (between {least} and {most} of them count)", least=number(least), most=number(most)
        )
    if least:
        return says(" ({count} of them count)", " ({count} of them count)", least)
    if loose < 0:
        return says(
            " (at most {count} of them can count)", " (at most {count} of them can count)", most
        )
    return ""


def _of_them(withheld: int, unknown: int) -> str:
    if not withheld:
        return ""
    if withheld == unknown:
        return says(" (withheld)", " (withheld)", withheld)
    return says(" ({count} of them withheld)", " ({count} of them withheld)", withheld)
