"""Does anyone present remember?

Formula: open concerns for which a delegate of the party who is present at a round was also present
at the earlier round where the concern was first raised or was last answered / concerns open before
that round. Both sides' concerns count. The headline is the latest round; each round is a part.

Unknown, and so in the bounds: delegates whose presence is not known, persons absent from a list
that is not known to be complete, delegates, steps and concerns that are withheld. With
persons counted but not named the upper end takes each of them for somebody who remembers. Where a
round since the first raising is not on record, or nobody noted any step of it, the concern may have
been closed there and so may not belong to the count; where none present is known to have been there
for it, it may have been answered at the round that is not on record (`not_looked`).

Source: the 2006 assessment of the Canada-China dialogue, on participants who keep changing. When
not to use it: as a figure about anybody's memory. It counts who sat in the room twice; files and
hand-over notes remember as well.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from headway.domain.concerns import Concern, Question, Raising, Reply
from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.rounds import Attendance, Delegate, Round
from headway.domain.values import UNKNOWN_CODES, Code
from headway.measures.about import Measure
from headway.measures.carry_over import may_be_open
from headway.measures.figure import Ask, Bounds, Figure, Item, bounds_of
from headway.measures.hidden import hidden, item_of
from headway.measures.rates import rate
from headway.measures.room import absence, unnamed
from headway.measures.sentences import Words
from headway.measures.threads import (
    OPENING,
    concerns_of,
    delegation_of,
    lowered,
    missing_before,
    name_of,
    pairs_of_rounds,
    replies_to,
    round_title,
    rounds_of,
    steps_at,
    titled,
)
from headway.phrases import phrase, phrases, say

MEASURE = Measure(
    name="memory_of_concern",
    version="2",
    kind="series",
    title=phrase("Concerns somebody present was there for"),
    question=phrase("Does anyone present remember?"),
    formula=phrase(
        "open concerns with a delegate present who attended where it was raised or answered"
    ),
    source=phrase("the 2006 assessment of the Canada-China dialogue"),
    not_when=phrase("as a figure about anybody's memory: files and notes remember as well"),
    both_sides=phrase("Each party's own delegates, for the open concerns of both sides."),
    rests_on=(Delegate, Attendance, Concern, Raising, Question, Reply),
)


MEMORY = phrases(
    "{count} of {all} had a delegate of {party} present who was there for it before",
    "{count} of {all} had a delegate of {party} present who was there for it before",
)


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The latest round after the first (or the one asked for), with a part a round."""
    pairs = [p for p in pairs_of_rounds(corpus, ask.dialogue) if ask.round in (None, p[1].id)]
    parts = tuple(_round(corpus, ask, after) for _, after in pairs)
    if not parts:
        return rate(
            MEASURE,
            corpus,
            ask,
            (),
            Words(
                phrases(
                    "{count} concern open at a later round",
                    "{count} concerns open at a later round",
                ),
                MEMORY,
                {"party": name_of(corpus, ask.party)},
            ),
        )
    return replace(parts[-1], parts=parts, title="", round=ask.round)


def _round(corpus: Corpus, ask: Ask, here: Round) -> Figure:
    rounds = rounds_of(corpus, ask.dialogue)
    before = rounds[: rounds.index(here)]
    read = [
        item
        for concern in concerns_of(corpus, ask.dialogue)
        if (item := _item(corpus, ask, concern, before, here))
    ]
    kept = [item_of(w, say("a concern")) for w in hidden(corpus, Concern, ask.dialogue)]
    items = (*read, *kept)
    title = round_title(here)
    return rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(
            phrases("{count} concern open at {round}", "{count} concerns open at {round}"),
            MEMORY,
            {"party": name_of(corpus, ask.party), "round": lowered(title)},
        ),
        bounds=_loosened(corpus, ask, bounds_of(items)),
        counts=(
            ("open", float(len(items))),
            ("somebody_was_there", float(sum(1 for i in items if i.code == "yes"))),
            ("nobody_was_there", float(sum(1 for i in items if i.code == "no"))),
        ),
        title=title,
        round=here.id,
    )


def _item(
    corpus: Corpus, ask: Ask, concern: Concern, before: Sequence[Round], here: Round
) -> Item | None:
    ref, title = any_id("Concern", concern.id), titled(concern.title)
    steps = hidden(corpus, Raising, ask.dialogue, concern=concern.id)
    if any(w.concern == concern.id for w in steps):
        return Item(ref, "withheld", title, "withheld")
    missing = missing_before(corpus, ask.dialogue)
    states = may_be_open(corpus, concern.id, before, missing)
    if True not in states:
        return None
    sources = _sources(corpus, concern, before)
    code = _either(_was_there(corpus, ask, source, here) for source in sources)
    since = (*before[before.index(sources[0]) + 1 :], here)
    if code == "no" and any(round.id in missing for round in since):
        code = "not_looked"
    unsure = False in states or here.id in missing
    return Item(ref, code, title, code, optional=unsure)


def _sources(corpus: Corpus, concern: Concern, before: Sequence[Round]) -> list[Round]:
    """The round where the concern was first raised, and the one where it was last answered."""
    raised = [r for r in before if steps_at(corpus, concern.id, r.id) & OPENING]
    answered = [r for r in before if r.id in _answered_at(corpus, concern)]
    found = {r.id: r for r in (*raised[:1], *answered[-1:])}
    return list(found.values())


def _answered_at(corpus: Corpus, concern: Concern) -> set[str]:
    return {
        reply.round or question.round
        for question in corpus.having(Question, "concern", concern.id)
        for reply in replies_to(corpus, question.id)
        if reply.kind != "none"
    }


# -- who sat there twice -----------------------------------------------------------------------


def _was_there(corpus: Corpus, ask: Ask, source: Round, here: Round) -> Code:
    """Whether somebody of the party was present at both rounds, as far as the lists can tell."""
    now, then = (_presence(corpus, r, ask.party) for r in (here, source))
    codes = [_both(now[person], then[person]) for person in now if person in then]
    if "yes" in codes:
        return "yes"
    for one, other, round in ((now, then, source), (then, now, here)):
        may_match = any(_may_be(one[p]) and p not in other for p in one)
        if may_match or unnamed(corpus, here.id, ask.party) != 0:
            codes.append(_absence(corpus, ask, round))
    return _either(codes)


def _presence(corpus: Corpus, round: Round, party: str) -> dict[str, Code]:
    return {d.person: d.present for d in delegation_of(corpus, round.id, party)}


def _may_be(code: Code) -> bool:
    return code == "yes" or code in UNKNOWN_CODES


def _both(one: Code, other: Code) -> Code:
    if not (_may_be(one) and _may_be(other)):
        return "no"
    return other if one == "yes" else one


def _absence(corpus: Corpus, ask: Ask, round: Round) -> Code:
    if hidden(corpus, Delegate, ask.dialogue, round=round.id):
        return "withheld"
    return absence(corpus, round.id, ask.party)


def _either(codes: Iterable[Code]) -> Code:
    """Yes where any is; else the first unknown code; else no."""
    found = sorted(set(codes))
    if "yes" in found:
        return "yes"
    return next((code for code in found if code in UNKNOWN_CODES), "no")


def _loosened(corpus: Corpus, ask: Ask, bounds: Bounds) -> Bounds:
    """A withheld step or reply that names no concern may change any: one each."""
    count = sum(
        1
        for noun in (Raising, Reply)
        for w in hidden(corpus, noun, ask.dialogue)
        if w.concern is None
    )
    return bounds.loosened(yes=count, no=count)
