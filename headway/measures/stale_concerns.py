"""What is raised again and again with no change?

Formula: concerns a party raised in three or more successive rounds (a setting) with no change of
status between the first and the last of them / concerns it raised. A change is anything dated
after the first and not after the last of these rounds that bears, for or against, on one of the
rungs `answered`, `undertaking`, `reported`, `acted` or `changed`.

Unknown, and so in the bounds: runs of rounds for which nobody read a reply or searched since the
first of them (`not_looked`), runs that need a round which is not on record, as the numbers of the
rounds tell, or of which nobody noted any step (`not_looked`), changes whose day is not known well
enough to tell (`not_assessed`), concerns, steps, evidence and facts that are withheld.

Source: FIDH (2004) and the 2006 assessment of the Canada-China dialogue, on concerns put again and
again. When not to use it: as a reason to drop a concern. That nothing changed may be why it is
raised again.
"""

from collections.abc import Iterable, Sequence

from headway.domain.concerns import Concern, Question, Raising, Reply
from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.evidence import Evidence, OnwardReport, Rung, Search
from headway.domain.ids import any_id
from headway.domain.rounds import Round
from headway.domain.undertakings import Undertaking
from headway.domain.values import Code, Value
from headway.measures.about import Measure
from headway.measures.figure import Ask, Bounds, Figure, Item, bounds_of
from headway.measures.hidden import hidden, item_of, may_be_raised_by
from headway.measures.ladder import bearings_on
from headway.measures.rates import rate
from headway.measures.sentences import Words
from headway.measures.threads import (
    OPENING,
    concerns_of,
    gaps_between,
    has_come,
    is_noted,
    missing_before,
    name_of,
    replies_to,
    rounds_of,
    steps_at,
    titled,
)
from headway.phrases import number, phrase, phrases, say, says

MEASURE = Measure(
    name="stale_concerns",
    version="2",
    kind="rate",
    title=phrase("Concerns raised again with no change"),
    question=phrase("What is raised again and again with no change?"),
    formula=phrase(
        "concerns raised in 3 or more successive rounds with no change of status / raised"
    ),
    source=phrase("FIDH (2004); the 2006 assessment of the Canada-China dialogue"),
    not_when=phrase("as a reason to drop a concern"),
    both_sides=phrase("The concerns each party raised, with the same changes looked for."),
    rests_on=(Concern, Raising, Reply, Undertaking, OnwardReport, Evidence, Search),
    settings=(("rounds", 3.0),),
)

RUNGS: tuple[Rung, ...] = ("answered", "undertaking", "reported", "acted", "changed")
CHANGES: tuple[type[Value], ...] = (Evidence, Reply, Question, Undertaking, OnwardReport)
"""What a change may rest on, where it is withheld."""


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The rate over all rounds; `round`: only concerns raised or taken up at that round."""
    rounds = rounds_of(corpus, ask.dialogue)
    every = concerns_of(corpus, ask.dialogue, ask.party)
    asked = [c for c in every if ask.round is None or _is_raised(corpus, c, ask.round)]
    read = [item for c in asked if (item := _item(corpus, ask, c, rounds))]
    items = (*read, *_withheld(corpus, ask, len(every) - len(read)))
    least = number(ask.setting("rounds", 3.0))
    name = name_of(corpus, ask.party)
    return rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(
            phrases("{count} concern raised by {party}", "{count} concerns raised by {party}"),
            phrases(
                "{count} of {all} was raised in {least} or more successive rounds with no change "
                "on record",
                "{count} of {all} were raised in {least} or more successive rounds with no change "
                "on record",
            ),
            {"party": name, "least": least},
        ),
        bounds=_loosened(corpus, ask, bounds_of(items)),
        counts=_counts(items),
        notes=gaps_between(corpus, *rounds),
    )


def _is_raised(corpus: Corpus, concern: Concern, round: str) -> bool:
    return bool(steps_at(corpus, concern.id, round) & OPENING)


def _is_hidden(corpus: Corpus, concern: Concern, nouns: Iterable[type[Value]]) -> bool:
    """Whether a fact of one of the nouns is withheld on this very concern."""
    return any(
        w.concern == concern.id
        for noun in nouns
        for w in hidden(corpus, noun, concern.dialogue, concern=concern.id)
    )


def _item(corpus: Corpus, ask: Ask, concern: Concern, rounds: Sequence[Round]) -> Item | None:
    ref, title = any_id("Concern", concern.id), titled(concern.title)
    step_hidden = _is_hidden(corpus, concern, (Raising,))
    raised = [r for r in rounds if _is_raised(corpus, concern, r.id)]
    if not raised:
        return Item(ref, "withheld", title, "withheld") if step_hidden else None
    least = int(ask.setting("rounds", 3.0))
    runs = _runs(_slots(corpus, concern, rounds, least), least)
    codes = {_unchanged(corpus, concern, run) for run in runs}
    if step_hidden or (runs and _is_hidden(corpus, concern, CHANGES)):
        return Item(ref, "withheld", title, "withheld")
    words = says(
        "{title}: raised at {raised} of {count} rounds",
        "{title}: raised at {raised} of {count} rounds",
        len(rounds),
        title=title,
        raised=number(len(raised)),
    )
    if "yes" in codes:
        return Item(ref, "yes", words, "no_change")
    unknown = sorted(codes - {"no"})
    if unknown:
        return Item(ref, unknown[0], words, unknown[0])
    return Item(ref, "no", words, "change" if runs else "fewer_rounds")


Slot = tuple[Round | None, Code]
"""A round on record, or one that is not, and whether the concern was raised there."""


def _slots(corpus: Corpus, concern: Concern, rounds: Sequence[Round], most: int) -> list[Slot]:
    """All rounds as they followed each other, with those not on record, at most so many at once."""
    missing = missing_before(corpus, concern.dialogue)
    slots: list[Slot] = []
    for round in rounds:
        slots += [(None, "not_looked")] * min(missing.get(round.id, 0), most)
        steps = steps_at(corpus, concern.id, round.id)
        code: Code = "yes" if steps & OPENING and "closed" not in steps else "no"
        slots.append((round, code if is_noted(corpus, round.id) else "not_looked"))
    return slots


def _runs(slots: Sequence[Slot], least: int) -> list[Sequence[Slot]]:
    """Every so many successive rounds at each of which the concern was raised, or may have been.

    At one of them at least it is on record as raised.
    """
    spans = (slots[n : n + least] for n in range(len(slots) - least + 1))
    codes = ((span, {code for _, code in span}) for span in spans)
    return [span for span, found in codes if "yes" in found and "no" not in found]


# -- what happened in a run of rounds ----------------------------------------------------------


def _unchanged(corpus: Corpus, concern: Concern, slots: Sequence[Slot]) -> Code:
    """Whether nothing bears on the concern after the first round of the run, up to the last."""
    run = [round for round, _ in slots if round is not None]
    days = [b.on for rung in RUNGS for b in bearings_on(corpus, concern, rung)]
    inside = {_lies_inside(day, run) for day in days}
    if "yes" in inside:
        return "no"
    if any(code != "yes" for _, code in slots):
        return "not_looked"
    if "not_assessed" in inside:
        return "not_assessed"
    return "yes" if _was_looked(corpus, concern, run[0]) else "not_looked"


def _lies_inside(day: PartialDate | None, run: Sequence[Round]) -> Code:
    """Whether a day lies after the first round and not after the last one."""
    if day is None:
        return "not_assessed"
    start = (run[0].ended_on or run[0].began_on).latest
    end = (run[-1].ended_on or run[-1].began_on).latest
    if day.latest <= start or day.earliest > end:
        return "no"
    return "yes" if start < day.earliest and day.latest <= end else "not_assessed"


def _was_looked(corpus: Corpus, concern: Concern, first: Round) -> bool:
    """Whether anybody searched, or read a reply to a question, since the run began."""
    for search in corpus.having(Search, "concern", concern.id):
        late = search.on.latest >= first.began_on.earliest
        if search.rung in RUNGS and late and has_come(search.on, corpus):
            return True
    return any(
        True
        for question in corpus.having(Question, "concern", concern.id)
        if question.round in _since(corpus, first)
        for _ in replies_to(corpus, question.id)
    )


def _since(corpus: Corpus, first: Round) -> set[str]:
    rounds = rounds_of(corpus, first.dialogue)
    return {round.id for round in rounds[rounds.index(first) :]}


# -- what is withheld --------------------------------------------------------------------------


def _withheld(corpus: Corpus, ask: Ask, not_raised: int) -> list[Item]:
    """Withheld concerns, and withheld steps that may have raised one that seems never raised."""
    concerns = [
        w
        for w in hidden(corpus, Concern, ask.dialogue, round=ask.round)
        if may_be_raised_by(corpus, w, ask.party)
    ]
    steps = [w for w in hidden(corpus, Raising, ask.dialogue) if w.concern is None]
    return [
        *(item_of(w, say("a concern")) for w in concerns),
        *(item_of(w, say("a step")) for w in steps[: max(not_raised, 0)]),
    ]


def _loosened(corpus: Corpus, ask: Ask, bounds: Bounds) -> Bounds:
    """Withheld facts that name no concern may change any: one each."""
    steps = sum(1 for w in hidden(corpus, Raising, ask.dialogue) if w.concern is None)
    changes = sum(
        1 for noun in CHANGES for w in hidden(corpus, noun, ask.dialogue) if w.concern is None
    )
    return bounds.loosened(yes=steps + changes, no=steps + changes)


def _counts(items: Sequence[Item]) -> tuple[tuple[str, float], ...]:
    kinds = ("no_change", "change", "fewer_rounds", "not_looked", "not_assessed", "withheld")
    found = [item.category for item in items]
    return (("concerns", float(len(items))), *((k, float(found.count(k))) for k in kinds))
