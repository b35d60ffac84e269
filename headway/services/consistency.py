"""What in the facts does not add up: flagged and shown, never refused or dropped.

Flags are worked out from what the desk sees and are labelled for the desk; a release may let
one out like any other fact.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from headway.domain.assessments import Flag
from headway.domain.dates import PartialDate
from headway.domain.ids import any_id
from headway.domain.parties import Dialogue
from headway.domain.rounds import Round


def flags(
    dialogues: Sequence[Dialogue], rounds: Sequence[Round], found_on: PartialDate
) -> tuple[Flag, ...]:
    """A flag for everything about rounds that does not add up, with an id that stays."""
    found: list[Flag] = []
    for dialogue in dialogues:
        held = [one for one in rounds if one.dialogue == dialogue.id]
        found += _of_dialogue(dialogue, held, found_on)
    for one in rounds:
        if _ends_before(one.began_on, one.ended_on):
            words = f"Round {one.number} is said to have ended on {one.ended_on}"
            words += f", before it began on {one.began_on}."
            found.append(_flag("ended-before-began", "Round", one.id, words, found_on))
    return tuple(found)


def _of_dialogue(dialogue: Dialogue, held: list[Round], found_on: PartialDate) -> Iterator[Flag]:
    def flag(kind: str, words: str) -> Flag:
        return _flag(kind, "Dialogue", dialogue.id, words, found_on)

    if dialogue.rounds_stated is not None and dialogue.rounds_stated != len(held):
        yield flag("rounds-stated", _stated(dialogue, held))
    numbers = Counter(one.number for one in held)
    doubled = sorted(number for number, count in numbers.items() if count > 1)
    if doubled:
        yield flag("rounds-doubled", f"More than one round bears the number {_listed(doubled)}.")
    if _ends_before(dialogue.began_on, dialogue.ended_on):
        words = f"The dialogue is said to have ended in {dialogue.ended_on}"
        yield flag("ended-before-began", f"{words}, before it began in {dialogue.began_on}.")
    for before, after in _out_of_order(held):
        words = f"Round {after.number} began on {after.began_on}"
        words += f", before round {before.number} on {before.began_on}."
        yield _flag("out-of-order", "Round", after.id, words, found_on)


def _stated(dialogue: Dialogue, held: list[Round]) -> str:
    years = sorted({one.began_on.year for one in held})
    words = f"A source states {dialogue.rounds_stated} rounds; the record holds {len(held)}"
    if not years:
        return f"{words}."
    first = dialogue.began_on.year if dialogue.began_on else years[0]
    empty = [year for year in range(first, years[-1] + 1) if year not in years]
    words += f", in {len(years)} different years"
    return f"{words} and none in {_listed(empty)}." if empty else f"{words}."


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(str(number) for number in numbers)


def _ends_before(began_on: PartialDate | None, ended_on: PartialDate | None) -> bool:
    if began_on is None or ended_on is None:
        return False
    return ended_on.latest < began_on.earliest


def _out_of_order(held: list[Round]) -> Iterator[tuple[Round, Round]]:
    ordered = sorted(held, key=lambda one: (one.number, one.id))
    for before, after in zip(ordered, ordered[1:], strict=False):
        if after.began_on.latest < before.began_on.earliest:
            yield before, after


def _flag(kind: str, noun: str, value_id: str, words: str, found_on: PartialDate) -> Flag:
    flag_id = f"flag-{kind}-{noun.lower()}-{value_id}"[:120]
    return Flag(id=flag_id, about=any_id(noun, value_id), summary=words, found_on=found_on)
