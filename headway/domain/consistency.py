"""What in a record does not add up: flagged and kept, never dropped, never mended by guessing."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from headway.domain.assessments import Assessment, Flag
from headway.domain.capacity import Effort
from headway.domain.concerns import Question, Reply
from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.evidence import Benchmark, Observation
from headway.domain.ids import any_id
from headway.domain.parties import Dialogue, Mandate
from headway.domain.points import Point
from headway.domain.rounds import Attendance, Delegate, Round
from headway.domain.statements import Asking, Rendering, Statement
from headway.domain.undertakings import Purpose, Undertaking, Visit
from headway.domain.values import Value
from headway.domain.views import DEFAULT_LABEL, LABELS

SPOKEN_AT_A_ROUND = frozenset(
    {"opening", "intervention", "question", "reply", "right_of_reply", "closing"}
)
_WIDE_GAP = 10
_WIDE_LABELS = frozenset(LABELS[: LABELS.index(DEFAULT_LABEL) + 1])


@dataclass(frozen=True, slots=True)
class Oddity:
    """One thing that does not add up: of which kind, about which value, seen from which values."""

    kind: str
    about: Value
    summary: str
    seen_from: tuple[Value, ...] = ()


Check = Callable[[Corpus], Iterator[Oddity]]


def flags(corpus: Corpus) -> tuple[Flag, ...]:
    """Everything in this corpus that does not add up, by id.

    An id depends on the kind of oddity and on the value it is about, so the same record gives
    the same ids. A flag is for the desk, or for fewer where a value it was seen from is; where
    no single label would keep it from all who may not see one of them, it is left out.
    """
    found: dict[str, Flag] = {}
    for check in CHECKS:
        for oddity in check(corpus):
            label = _label((oddity.about, *oddity.seen_from))
            if label is not None:
                flag = _flag(oddity, label)
                found[flag.id] = flag
    return tuple(found[key] for key in sorted(found))


def _flag(oddity: Oddity, label: str) -> Flag:
    about = any_id(type(oddity.about).__name__, oddity.about.id)
    return Flag(id=_flag_id(oddity.kind, about), label=label, about=about, summary=oddity.summary)


def _flag_id(kind: str, about: str) -> str:
    name = f"flag-{kind}-{about.replace('/', '-')}"
    if len(name) <= 120:
        return name
    return f"flag-{kind}-{hashlib.sha256(about.encode()).hexdigest()[:32]}"


def _label(values: Iterable[Value]) -> str | None:
    narrow = {value.label for value in values} - _WIDE_LABELS
    if len(narrow) > 1:
        return None
    return narrow.pop() if narrow else DEFAULT_LABEL


# -- rounds that do not add up -----------------------------------------------------------------


def rounds_stated(corpus: Corpus) -> Iterator[Oddity]:
    """A source states more or fewer rounds than are on file, and than there are years for."""
    for dialogue in corpus.all(Dialogue):
        held = corpus.having(Round, "dialogue", dialogue.id)
        stated = dialogue.rounds_stated
        if stated is None or stated == len(held):
            continue
        summary = f"{_count(stated, 'round')} stated, {len(held)} on file"
        yield Oddity("rounds-stated", dialogue, summary + _years(dialogue, held) + ".", held)


def _years(dialogue: Dialogue, held: tuple[Round, ...]) -> str:
    years = {r.began_on.year for r in held}
    first = min({*years, *([dialogue.began_on.year] if dialogue.began_on else [])}, default=None)
    last = max({*years, *([dialogue.ended_on.year] if dialogue.ended_on else [])}, default=None)
    if first is None or last is None:
        return ""
    without = [str(year) for year in range(first, last + 1) if year not in years]
    said = f", in {_count(len(years), 'year')} from {first} to {last}"
    return said + (f"; none on file for {_listed(without)}" if without else "")


def round_numbers(corpus: Corpus) -> Iterator[Oddity]:
    """Two rounds of a dialogue with one number, or numbers left out between those on file."""
    for dialogue in corpus.all(Dialogue):
        held = corpus.having(Round, "dialogue", dialogue.id)
        numbers = [r.number for r in held if r.number is not None]
        twice = sorted(number for number, times in Counter(numbers).items() if times > 1)
        for number in twice:
            same = tuple(r for r in held if r.number == number)
            summary = f"{_count(len(same), 'round')} on file with the number {number}."
            yield Oddity("number-twice", same[0], summary, same)
        absent = _absent(numbers)
        if absent:
            word = "number" if len(absent) == 1 else "numbers"
            summary = (
                f"No round on file with the {word} {_listed(absent)}, between others that are."
            )
            yield Oddity("numbers-absent", dialogue, summary, held)


def _absent(numbers: list[int]) -> list[str]:
    """The numbers left out between the lowest and the highest; wide gaps as `from to to`."""
    found: list[str] = []
    for low, high in pairwise(sorted(set(numbers))):
        if high - low > _WIDE_GAP:
            found.append(f"{low + 1} to {high - 1}")
        else:
            found.extend(str(number) for number in range(low + 1, high))
    return found


def rounds_in_order(corpus: Corpus) -> Iterator[Oddity]:
    """A round that certainly began before one with a lower number."""
    for dialogue in corpus.all(Dialogue):
        numbered = [r for r in corpus.having(Round, "dialogue", dialogue.id) if r.number]
        numbered.sort(key=lambda r: (r.number or 0, r.began_on))
        for before, after in pairwise(numbered):
            if before.number != after.number and _before(after.began_on, before.began_on):
                summary = (
                    f"Round {after.number} began {after.began_on}, before round"
                    f" {before.number}, which began {before.began_on}."
                )
                yield Oddity("rounds-order", after, summary, (before,))


def rounds_within(corpus: Corpus) -> Iterator[Oddity]:
    """A round before its dialogue began or after it ended."""
    for held in corpus.all(Round):
        dialogue = corpus.get(Dialogue, held.dialogue)
        if dialogue is None:
            continue
        if _before(held.began_on, dialogue.began_on):
            summary = f"Began {held.began_on}, before its dialogue began ({dialogue.began_on})."
            yield Oddity("round-outside", held, summary, (dialogue,))
        if _before(dialogue.ended_on, held.began_on):
            summary = f"Began {held.began_on}, after its dialogue ended ({dialogue.ended_on})."
            yield Oddity("round-outside", held, summary, (dialogue,))


# -- dates out of order ------------------------------------------------------------------------

ORDERED_DAYS: tuple[tuple[type[Value], str, str], ...] = (
    (Dialogue, "began_on", "ended_on"),
    (Round, "began_on", "ended_on"),
    (Mandate, "since", "until"),
    (Purpose, "since", "until"),
    (Benchmark, "fixed_on", "retired_on"),
    (Undertaking, "given_on", "due_on"),
    (Visit, "asked_on", "held_on"),
    (Assessment, "commissioned_on", "delivered_on"),
    (Assessment, "delivered_on", "published_on"),
)
"""Noun, the field of the earlier day, the field of the later."""


def days_in_order(corpus: Corpus) -> Iterator[Oddity]:
    """A value whose later day is certainly before its earlier one."""
    for noun, first, second in ORDERED_DAYS:
        for value in corpus.all(noun):
            early, late = getattr(value, first), getattr(value, second)
            if _before(late, early):
                summary = f"{second} ({late}) is before {first} ({early})."
                yield Oddity(f"{second.replace('_', '-')}-early", value, summary)


def said_at_its_round(corpus: Corpus) -> Iterator[Oddity]:
    """A statement spoken at a round, dated outside of that round."""
    for statement in corpus.all(Statement):
        held = corpus.get(Round, statement.round)
        if held is None or statement.kind not in SPOKEN_AT_A_ROUND:
            continue
        day = statement.delivered_on
        if _before(day, held.began_on) or _before(held.ended_on, day):
            until = f" to {held.ended_on}" if held.ended_on else ""
            summary = f"Dated {day}, outside of its round ({held.began_on}{until})."
            yield Oddity("said-outside", statement, summary, (held,))


def replied_after_asking(corpus: Corpus) -> Iterator[Oddity]:
    """A reply given before the round of its question began."""
    for reply in corpus.all(Reply):
        question = corpus.get(Question, reply.question)
        asked_at = corpus.get(Round, question.round) if question else None
        if question and asked_at and _before(reply.given_on, asked_at.began_on):
            summary = (
                f"Given {reply.given_on}, before the round of its question ({asked_at.began_on})."
            )
            yield Oddity("reply-early", reply, summary, (question, asked_at))


def rendered_after_saying(corpus: Corpus) -> Iterator[Oddity]:
    """A rendering reviewed before it was there."""
    for rendering in corpus.all(Rendering):
        if _before(rendering.reviewed_on, rendering.available_on):
            summary = (
                f"Reviewed {rendering.reviewed_on}, before it was there ({rendering.available_on})."
            )
            yield Oddity("reviewed-early", rendering, summary)


def made_before_its_round(corpus: Corpus) -> Iterator[Oddity]:
    """A point marked as made earlier, at a round that was not earlier or by the other side."""
    for point in corpus.all(Point):
        here, earlier = corpus.get(Round, point.round), corpus.get(Point, point.earlier_point)
        if earlier is not None and earlier.party != point.party:
            summary = "Marked as made before by the same side; that point is another side's."
            yield Oddity("point-of-another", point, summary, (earlier,))
        for held in _earlier_rounds(corpus, point, earlier):
            if here and (held.id == here.id or _before(here.began_on, held.began_on)):
                summary = f"Marked as made before, at a round that was not earlier ({held.id})."
                seen = (here, held, *([earlier] if earlier else []))
                yield Oddity("point-not-earlier", point, summary, seen)


def _earlier_rounds(corpus: Corpus, point: Point, earlier: Point | None) -> Iterator[Round]:
    for round_id in (point.earlier_round, earlier.round if earlier else None):
        held = corpus.get(Round, round_id)
        if held is not None:
            yield held


# -- counts that cannot be ---------------------------------------------------------------------


def delegations(corpus: Corpus) -> Iterator[Oddity]:
    """More delegates present on file than the stated size of a delegation."""
    for attendance in corpus.all(Attendance):
        if attendance.size_stated is None:
            continue
        present = tuple(
            one
            for one in corpus.having(Delegate, "round", attendance.round)
            if one.party == attendance.party and one.present == "yes"
        )
        if len(present) > attendance.size_stated:
            summary = f"{len(present)} delegates on file, {attendance.size_stated} stated."
            yield Oddity("delegates-many", attendance, summary, present)


def numbers_in_order(corpus: Corpus) -> Iterator[Oddity]:
    """More answers than were asked for; an observation outside of its own bounds."""
    for asking in corpus.all(Asking):
        if asking.asked is not None and (asking.answered or 0) > asking.asked:
            yield Oddity("answers-many", asking, f"{asking.answered} of {asking.asked} answered.")
    for seen in corpus.all(Observation):
        known = [part for part in (seen.low, seen.number, seen.high) if part is not None]
        if known != sorted(known):
            summary = f"The number {seen.printed} is outside of its own bounds."
            yield Oddity("bounds", seen, summary)


def amounts(corpus: Corpus) -> Iterator[Oddity]:
    """A cost whose currency is no code of three capital letters, as ISO 4217 has them."""
    for effort in corpus.all(Effort):
        code = effort.currency
        if effort.cost is not None and not (
            len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()
        ):
            summary = f"The currency {code!r} is no code of three capital letters, such as CAD."
            yield Oddity("currency", effort, summary)


CHECKS: tuple[Check, ...] = (
    rounds_stated,
    round_numbers,
    rounds_in_order,
    rounds_within,
    days_in_order,
    said_at_its_round,
    replied_after_asking,
    rendered_after_saying,
    made_before_its_round,
    delegations,
    numbers_in_order,
    amounts,
)


# -- words and days ----------------------------------------------------------------------------


def _before(day: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether a (partial) day is certainly before another; an unknown day never is."""
    return day is not None and other is not None and day.latest < other.earliest


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _listed(parts: list[str]) -> str:
    if len(parts) > 12:
        parts = [*parts[:12], f"{len(parts) - 12} more"]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
