"""Where only minutes exist: what was said again?

Formula: points of a party that a person marked as made at an earlier round / points of that party.
A person reads the minutes, notes each point in neutral words and says whether that side had made
it at an earlier round; nothing is compared by machine, for a note repeats its note-taker.

At the first round there was (number 1, and none before it on record) the question does not arise:
its points leave the count, whatever the mark says. Where the numbers tell that an earlier round is
not on record, or nothing earlier is, a `no` cannot be known: the point may have been made there.
It counts as unknown (`not_assessed`) until that round is entered; a `yes` stands.

Unknown, and so in the bounds: points nobody held against earlier rounds, or could not; marks that
are disputed, or that name a place which was not earlier; points that are withheld (by which side
a withheld point was made is not known).

Source: the 2006 assessment of the Canada-China dialogue, on a script said again. One reader's marks
are one reader's, so the figure tells how many read. When not to use it: where texts are held word
for word (see `reuse_share`), or to say that a point was not worth making: a question that got no
answer is rightly put again.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.points import Point
from headway.domain.rounds import Round
from headway.domain.values import Code
from headway.measures.about import Measure
from headway.measures.figure import Ask, Figure, Item
from headway.measures.hidden import hidden, item_of
from headway.measures.rates import rate
from headway.measures.sentences import Words
from headway.measures.threads import lowered, name_of, round_title, rounds_of
from headway.phrases import phrase, phrases, say, says

MEASURE = Measure(
    name="repeated_points",
    version="1",
    kind="rate",
    title=phrase("Points made again"),
    question=phrase("Where only minutes exist: what was said again?"),
    formula=phrase("points a person marked as made at an earlier round / points"),
    source=phrase("the 2006 assessment of the Canada-China dialogue, on a script said again"),
    not_when=phrase(
        "where texts are held word for word, or against a point that was rightly put again"
    ),
    both_sides=phrase("The points each party made, read and marked in the same way."),
    rests_on=(Point,),
)


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The rate over all rounds (or the one asked for), with one part a round."""
    rounds = rounds_of(corpus, ask.dialogue)
    asked = [r for r in rounds if ask.round in (None, r.id)]
    made = {r.id: _made(corpus, ask.party, r) for r in asked}
    parts = (_figure(corpus, ask, made[r.id], rounds, r) for r in asked)
    return _figure(
        corpus,
        ask,
        [point for group in made.values() for point in group],
        rounds,
        asked[0] if ask.round and asked else None,
        tuple(part for part in parts if part.items and not ask.round),
    )


def first_made_at(corpus: Corpus, point: Point) -> Round | None:
    """The earliest round that the mark of a point leads to, over the points it names in turn.

    None where it names none that is earlier than the point's own.
    """
    seen: dict[str, None] = {}
    named: list[str | None] = []
    here: Point | None = point
    while here is not None and here.id not in seen:
        seen[here.id] = None
        named += [here.round, here.earlier_round]
        here = corpus.get(Point, here.earlier_point)
    own = _order(corpus.one(Round, point.round))
    rounds = (corpus.get(Round, one) for one in named)
    return min((r for r in rounds if r and _order(r) < own), key=_order, default=None)


def _order(round: Round) -> tuple[str, int, str]:
    return (round.began_on, round.number or 0, round.id)


def _made(corpus: Corpus, party: str, round: Round) -> list[Point]:
    return [p for p in corpus.having(Point, "round", round.id) if p.party == party]


def _figure(
    corpus: Corpus,
    ask: Ask,
    points: Sequence[Point],
    rounds: Sequence[Round],
    round: Round | None,
    parts: tuple[Figure, ...] = (),
) -> Figure:
    items = (
        *(reading_of(corpus, point, rounds) for point in points),
        *_withheld(corpus, ask, rounds, round),
    )
    name = name_of(corpus, ask.party)
    outside = sum(1 for item in items if item.code == "not_applicable")
    found = rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(
            phrases("{count} point of {party}", "{count} points of {party}"),
            phrases(
                "{count} of {all} was marked as made at an earlier round",
                "{count} of {all} were marked as made at an earlier round",
            ),
            {"party": name},
        ),
        counts=_counts(items),
        parts=parts,
        title=round_title(round) if round else "",
        round=round.id if round else None,
        notes=(
            *_readers(points),
            *_not_counted(outside),
            *_open_ends(points, rounds),
        ),
    )
    if not outside or outside < len(items):
        return found
    sentence = say("0 points of {party} count. {why}", party=name, why=_not_counted(outside)[0])
    return replace(found, sentence=sentence)


def _not_counted(outside: int) -> tuple[str, ...]:
    """That points leave the count because nothing was said before, in words."""
    if not outside:
        return ()
    return (
        says(
            "For {count} point the question does not arise, as at the first round.",
            "For {count} points the question does not arise, as at the first round.",
            outside,
        ),
    )


def reading_of(corpus: Corpus, point: Point, rounds: Sequence[Round]) -> Item:
    """A point as the measure counts it, among all rounds of its dialogue in order."""
    code = _code(point, rounds)
    words = point.summary
    first = first_made_at(corpus, point) if code == "yes" else None
    if first is not None:
        title = lowered(round_title(first))
        words = say("{point}; made before at {round}", point=point.summary, round=title)
    conflicting = code in ("yes", "no") and (point.disputed or _is_at_odds(point, code, first))
    category = {"yes": "again", "no": "new"}.get(code, code)
    ref = any_id("Point", point.id)
    return Item(ref, code, words, "disputed" if conflicting else category, conflicting=conflicting)


def _is_at_odds(point: Point, code: Code, first: Round | None) -> bool:
    """Whether a mark says that the point was made before and names no place that was earlier."""
    names = point.earlier_round is not None or point.earlier_point is not None
    return code == "yes" and names and first is None


def _code(point: Point, rounds: Sequence[Round]) -> Code:
    if point.round == rounds[0].id and _is_the_first(rounds[0]):
        return "not_applicable"
    if point.made_before == "no" and _lacks_earlier(point.round, rounds):
        return "not_assessed"
    return point.made_before


def _is_the_first(round: Round) -> bool:
    """Whether nothing can have been said at an earlier round of this dialogue."""
    return round.number == 1


def _lacks_earlier(round: str, rounds: Sequence[Round]) -> bool:
    """Whether some round before this one is not on record, as far as the numbers tell.

    Before the nth round there were n - 1; without a number only the numbers before it can tell.
    """
    until = rounds[: next(n for n, r in enumerate(rounds) if r.id == round) + 1]
    numbered = [(place, r.number) for place, r in enumerate(until) if r.number is not None]
    return len(until) == 1 or any(number - 1 > place for place, number in numbered)


def _withheld(
    corpus: Corpus, ask: Ask, rounds: Sequence[Round], round: Round | None
) -> tuple[Item, ...]:
    where = round.id if round else ask.round
    found = hidden(corpus, Point, ask.dialogue, round=where)
    first = rounds[0].id if rounds and _is_the_first(rounds[0]) else None
    if first is not None:
        found = tuple(w for w in found if first not in (w.round, where))
    return tuple(item_of(w, say("a point")) for w in found)


def _readers(points: Sequence[Point]) -> tuple[str, ...]:
    """By how many persons the points were read: never by two apart, which would show agreement."""
    named = {point.read_by for point in points} - {""}
    nameless = sum(1 for point in points if not point.read_by)
    found: list[str] = []
    if len(named) == 1:
        found.append(say("Read by one person."))
    elif named:
        found.append(
            says(
                "Read by {count} persons, each point by one of them.",
                "Read by {count} persons, each point by one of them.",
                len(named),
            )
        )
    if nameless:
        found.append(
            says(
                "Of {count} point it is not on record who read it.",
                "Of {count} points it is not on record who read them.",
                nameless,
            )
        )
    return tuple(found)


def _open_ends(points: Sequence[Point], rounds: Sequence[Round]) -> tuple[str, ...]:
    """That marks `no` count as unknown because a round before them is not on record, in words."""
    count = sum(1 for p in points if p.made_before == "no" and _code(p, rounds) == "not_assessed")
    if not count:
        return ()
    return (
        says(
            "{count} point marked as new is unknown: an earlier round is not on record.",
            "{count} points marked as new are unknown: an earlier round is not on record.",
            count,
        ),
    )


def _counts(items: Sequence[Item]) -> tuple[tuple[str, float], ...]:
    found = Counter(item.category for item in items)
    kinds = ("again", "new", "disputed", "no_evidence", "not_looked", "withheld", "not_assessed")
    counted = len(items) - found["not_applicable"]
    return (("points", float(counted)), *((kind, float(found[kind])) for kind in kinds))
