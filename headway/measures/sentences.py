"""Plain sentences: counts first, singular and plural right, no rate below five items."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from headway.domain.values import UNKNOWN_CODES
from headway.measures.figure import Bounds, Item


@dataclass(frozen=True, slots=True)
class Words:
    """How the items of a rate are called, and what `yes` says of one and of several."""

    one: str
    many: str
    did_one: str
    did_many: str


def number(value: float) -> str:
    """A count as people write it: `7`, `1,204`, `2.5`."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def plural(count: float, one: str, many: str) -> str:
    """The count with the noun in its right form: `1 concern`, `3 concerns`."""
    return f"{number(count)} {one if count == 1 else many}"


def listing(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def percent(share: float) -> str:
    """A share as whole percent, halves rounded up: `30 %`."""
    return f"{int(share * 100 + 0.5 + 1e-9)} %"


def between(bounds: Bounds) -> str:
    """`between 30 % and 43 %`, `30 %` where both ends agree; empty where no rate may be shown."""
    if not bounds.rate_may_be_shown or bounds.low is None or bounds.high is None:
        return ""
    low, high = percent(bounds.low), percent(bounds.high)
    return low if low == high else f"between {low} and {high}"


def rate_sentence(items: Iterable[Item], bounds: Bounds, words: Words) -> str:
    """`7 of 23 questions put to X were answered on point; 3 are unknown, so between ...`."""
    counted = [item for item in items if item.code != "not_applicable"]
    if not counted:
        return f"0 {words.many} are in the record."
    yes = sum(1 for item in counted if item.code == "yes" and not item.conflicting)
    noun = words.one if len(counted) == 1 else words.many
    did = words.did_one if 1 in (yes, len(counted)) else words.did_many
    main = f"{number(yes)} of {number(len(counted))} {noun} {did}"
    return f"{main}{_rest(counted, bounds)}."


def _rest(counted: Sequence[Item], bounds: Bounds) -> str:
    doubts = doubts_of(counted, bounds)
    span = between(bounds)
    if not doubts:
        return f" ({span})" if span else ""
    return f"; {doubts}, so {span}" if span else f"; {doubts}"


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
        count = _how_many_count(len(unknown), 0 if optional else loose, _surely(counted, bounds))
        parts.append(f"{_are(len(unknown))} unknown{_of_them(withheld, len(unknown))}{count}")
    if optional:
        parts.append(f"{number(optional)} may not belong to the count")
    if disputed:
        parts.append(f"{_are(disputed)} disputed")
    if loose > 0:
        parts.append(f"{number(loose)} may be otherwise (withheld)")
    return listing(parts)


def _is_known(item: Item) -> bool:
    return not item.conflicting and item.code not in UNKNOWN_CODES


def _are(count: int) -> str:
    return f"{number(count)} {'is' if count == 1 else 'are'}"


def _surely(counted: Sequence[Item], bounds: Bounds) -> int:
    """How many unknown items must count whatever they are, as between two known ones."""
    if any(item.weight != 1.0 for item in counted):
        return 0
    known = sum(1 for item in counted if item.code == "yes" and _is_known(item))
    return max(0, round(bounds.yes) - known)


def _how_many_count(unknown: int, loose: int, least: int) -> str:
    most = unknown + loose + least
    if least and most > least:
        return f" (between {number(least)} and {number(most)} of them count)"
    if least:
        return f" ({number(least)} of them count)"
    return f" (at most {number(most)} of them can count)" if loose < 0 else ""


def _of_them(withheld: int, unknown: int) -> str:
    if not withheld:
        return ""
    if withheld == unknown:
        return " (withheld)"
    return f" ({number(withheld)} of them withheld)"
