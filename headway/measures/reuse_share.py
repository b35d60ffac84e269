"""How much of what a party said here had it delivered before, word for word?

Formula: tokens (words, or Chinese characters) covered by passages the same side first delivered
earlier / tokens of its statements in the dialogue; apart for earlier rounds of this dialogue and
for elsewhere (other countries, briefings, papers). Shared legal texts are quotation and count as
not repeated, like the other side's words.

Only original-language texts that are verbatim or papers as read out: on notes and readouts one
would measure the note-taker, so these are `not_assessed`, and so are texts under 150 tokens. Short
texts enter the bounds with their tokens; what is held as a note only, and what is withheld, has no
size here and is told beside them. The share is a lower bound: it knows what is on file, word for
word. Words in passages that came back lightly edited are told beside it and never counted in it.

Source: METER (Gaizauskas et al. 2001), winnowing (Schleimer et al. 2003); the 2006 assessment of
the Canada-China dialogue, on a prepared script. When not to use it: as a judgement. A machine
finds, a person judges; and saying the same thing again may be right where nothing has changed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.rounds import Round
from headway.domain.statements import Rendering, Statement
from headway.measures.about import Measure
from headway.measures.figure import Ask, Figure, Item, bounds_of
from headway.measures.rates import figure
from headway.measures.said_before import (
    Coverage,
    Found,
    coverage_of,
    found_by,
    not_searched,
    said_by,
    unassessed,
    unsearched,
    withheld_note,
    withheld_of,
)
from headway.measures.sentences import between
from headway.measures.threads import name_of, round_title, rounds_of, titled
from headway.phrases import listing, number, phrase, say, says

MEASURE = Measure(
    name="reuse_share",
    version="3",
    kind="text",
    title=phrase("Words delivered before"),
    question=phrase("How much of what a party said had it delivered before, word for word?"),
    formula=phrase(
        "tokens of passages its side first delivered earlier / tokens of its statements"
    ),
    source=phrase(
        "METER (Gaizauskas et al. 2001); winnowing (Schleimer et al. 2003); the 2006 assessment"
    ),
    not_when=phrase(
        "as a judgement, on minutes, or where little of what a side said elsewhere is on file"
    ),
    both_sides=phrase(
        "Each party's own statements, searched in the same way in all that it said before."
    ),
    rests_on=(Statement, Rendering),
    needs_reuse=True,
)

WHERE = (
    ("own_rounds", phrase("{count} in earlier rounds")),
    ("own_elsewhere", phrase("{count} elsewhere")),
)
REPEATED = ("own_rounds", "own_elsewhere")


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The share over all statements (or one round's), with one part a round."""
    if reuse is None:
        return _not_looked(corpus, ask)
    found = found_by(reuse)
    said = said_by(corpus, ask)
    rounds = rounds_of(corpus, ask.dialogue) if ask.round is None else ()
    parts = (
        _figure(corpus, ask, found, here, round)
        for round in rounds
        if (here := [s for s in said if s.round == round.id])
    )
    return _figure(corpus, ask, found, said, None, tuple(parts))


def _not_looked(corpus: Corpus, ask: Ask) -> Figure:
    items = tuple(not_searched(corpus, ask))
    sentence = unsearched(name_of(corpus, ask.party), len(items))
    return figure(MEASURE, corpus, ask, sentence, items=items)


def _figure(
    corpus: Corpus,
    ask: Ask,
    found: Found,
    said: Sequence[Statement],
    round: Round | None,
    parts: tuple[Figure, ...] = (),
) -> Figure:
    items = tuple(item for statement in said for item in _items(corpus, found, statement))
    bounds = bounds_of(item for item in items if item.weight)
    withheld = withheld_of(corpus, replace(ask, round=round.id) if round else ask)
    return figure(
        MEASURE,
        corpus,
        ask,
        _sentence(name_of(corpus, ask.party), items),
        bounds=replace(bounds, items=int(bounds.n)),
        counts=_counts(items),
        items=(*items, *withheld),
        parts=parts,
        title=round_title(round) if round else "",
        round=round.id if round else None,
        notes=(
            *_edited(items),
            *withheld_note(withheld),
            say("A lower bound: what is on file, word for word. Found by machine, not reviewed."),
        ),
    )


# -- one statement -----------------------------------------------------------------------------


def _items(corpus: Corpus, found: Found, statement: Statement) -> Iterator[Item]:
    coverage = coverage_of(corpus, found, statement)
    left_out = unassessed(corpus, statement, coverage)
    if left_out is not None:
        yield left_out
    elif coverage is not None:
        yield from _shares(any_id("Statement", statement.id), titled(statement.title), coverage)


def _shares(ref: str, title: str, coverage: Coverage) -> Iterator[Item]:
    sizes = {"own_rounds": coverage.own_rounds, "own_elsewhere": coverage.own_elsewhere}
    for kind, size in sizes.items():
        if size:
            yield Item(ref, "yes", _words(title, size), kind, float(size))
    rest = coverage.n_tokens - sum(sizes.values()) - coverage.edited
    for kind, size in (("edited", coverage.edited), ("other", rest)):
        if size:
            yield Item(ref, "no", _words(title, size), kind, float(size))


# -- in words ----------------------------------------------------------------------------------


def _counts(items: Sequence[Item]) -> tuple[tuple[str, float], ...]:
    assessed = [item for item in items if item.code in ("yes", "no")]
    return (
        ("words", sum(item.weight for item in assessed)),
        *((kind, sum(i.weight for i in items if i.category == kind)) for kind in REPEATED),
        ("statements", float(len({item.ref for item in items}))),
        ("assessed", float(len({item.ref for item in assessed}))),
    )


def _edited(items: Sequence[Item]) -> tuple[str, ...]:
    """How many more words came back in slightly other words."""
    count = sum(item.weight for item in items if item.category == "edited")
    if not count:
        return ()
    told = says(
        "{count} more word stands in passages it had delivered before in lightly edited form; "
        "it is not counted here.",
        "{count} more words stand in passages it had delivered before in lightly edited form; "
        "they are not counted here.",
        count,
    )
    return (told,)


def _words(title: str, count: int) -> str:
    return says("{title}: {count} word", "{title}: {count} words", count, title=title)


def _sentence(name: str, items: Sequence[Item]) -> str:
    counts = dict(_counts(items))
    left = counts["statements"] - counts["assessed"]
    if not counts["assessed"]:
        return says(
            "0 of {count} statement of {party} could be assessed for words delivered before.",
            "0 of {count} statements of {party} could be assessed for words delivered before.",
            counts["statements"],
            party=name,
        )
    repeated = sum(counts[kind] for kind in REPEATED)
    apart = listing([say(words, count=number(counts[k])) for k, words in WHERE if counts[k]])
    bounds = bounds_of(item for item in items if item.weight)
    span = between(replace(bounds, items=int(bounds.n)))
    main = says(
        "{repeated} of {words} words in {count} statement of {party} had been delivered by it "
        "before",
        "{repeated} of {words} words in {count} statements of {party} had been delivered by it "
        "before",
        counts["assessed"],
        repeated=number(repeated),
        words=number(counts["words"]),
        party=name,
    )
    main = say("{what}: {why}", what=main, why=apart) if apart else main
    if not left:
        return say("{main} ({span}).", main=main, span=span)
    return says(
        "{main} ({span}); {count} statement was not assessed.",
        "{main} ({span}); {count} statements were not assessed.",
        left,
        main=main,
        span=span,
    )
