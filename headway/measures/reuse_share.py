"""How much of what a party said here had it delivered before, word for word?

Formula: tokens (words, or Chinese characters) covered by passages the same side first delivered
earlier / tokens of its statements in the dialogue; apart for earlier rounds of this dialogue and
for elsewhere (other countries, briefings, papers). Shared legal texts are quotation and count as
not repeated, like the other side's words.

Only original-language texts that are verbatim or papers as read out: on notes and readouts one
would measure the note-taker, so these are `not_assessed`, and so are texts under 150 tokens. Short
texts enter the bounds with their tokens; what is held as a note only has no size of its own and is
told beside them. The share is a lower bound: it knows what is on file, word for word.

Source: METER (Gaizauskas et al. 2001), winnowing (Schleimer et al. 2003); the 2006 assessment of
the Canada-China dialogue, on a prepared script. When not to use it: as a judgement. A machine
finds, a person judges; and saying the same thing again may be right where nothing has changed.
"""

from collections.abc import Iterable, Iterator, Sequence
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
    found_by,
    not_searched,
    originals_of,
    said_by,
    unsearched,
    why_not,
)
from headway.measures.sentences import between
from headway.measures.threads import name_of, round_title, rounds_of, titled
from headway.phrases import listing, number, phrase, say, says

MEASURE = Measure(
    name="reuse_share",
    version="1",
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
    return figure(
        MEASURE,
        corpus,
        ask,
        _sentence(name_of(corpus, ask.party), items),
        bounds=replace(bounds, items=int(bounds.n)),
        counts=_counts(items),
        items=items,
        parts=parts,
        title=round_title(round) if round else "",
        round=round.id if round else None,
        notes=(
            say("A lower bound: what is on file, word for word. Found by machine, not reviewed."),
        ),
    )


# -- one statement -----------------------------------------------------------------------------


def _items(corpus: Corpus, found: Found, statement: Statement) -> Iterator[Item]:
    ref, title = any_id("Statement", statement.id), titled(statement.title)
    coverage = _best(_coverages(corpus, found, statement))
    if coverage is None:
        yield Item(
            ref,
            "not_looked",
            say("{title}: no text of its own is held", title=title),
            "no_text",
            0.0,
        )
    elif coverage.derivation == "not_assessed":
        size = coverage.n_tokens if _is_own_words(corpus, statement) else 0
        words = say("{what}: {why}", what=title, why=why_not(coverage.why_not))
        yield Item(ref, "not_assessed", words, "not_assessed", float(size))
    else:
        yield from _shares(ref, title, coverage)


def _coverages(corpus: Corpus, found: Found, statement: Statement) -> Iterator[Coverage]:
    for rendering in originals_of(corpus, statement):
        try:
            yield found.coverage(rendering.id)
        except KeyError:
            continue


def _best(coverages: Iterable[Coverage]) -> Coverage | None:
    """One text a statement: an assessed one before others, the longest before shorter ones."""
    return max(coverages, key=lambda c: (c.derivation != "not_assessed", c.n_tokens), default=None)


def _is_own_words(corpus: Corpus, statement: Statement) -> bool:
    texts = originals_of(corpus, statement)
    return any(r.fidelity in ("verbatim", "paper_as_read") for r in texts)


def _shares(ref: str, title: str, coverage: Coverage) -> Iterator[Item]:
    sizes = {"own_rounds": coverage.own_rounds, "own_elsewhere": coverage.own_elsewhere}
    for kind, size in sizes.items():
        if size:
            yield Item(ref, "yes", _words(title, size), kind, float(size))
    rest = coverage.n_tokens - sum(sizes.values())
    if rest:
        yield Item(ref, "no", _words(title, rest), "other", float(rest))


# -- in words ----------------------------------------------------------------------------------


def _counts(items: Sequence[Item]) -> tuple[tuple[str, float], ...]:
    assessed = [item for item in items if item.code in ("yes", "no")]
    return (
        ("words", sum(item.weight for item in assessed)),
        *((kind, sum(i.weight for i in items if i.category == kind)) for kind in REPEATED),
        ("statements", float(len({item.ref for item in items}))),
        ("assessed", float(len({item.ref for item in assessed}))),
    )


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
