"""What was new in what a party said: what is left when all that was said before is taken away?

Formula: tokens (words, or Chinese characters) that stand in no passage found before / tokens of
its statements in the dialogue. All reuse is taken away: words this side delivered before, word for
word or lightly edited, other sides' words, legal texts, formulae, what was said at the same
meeting, and refrains. A passage said here first counts as new, however often it came later.

Beside it stands a second reading that does not look for passages: how much of its compressed size
a text keeps when all that its side had delivered before is known, (C(before + text) - C(before)) /
C(text), with LZMA, in the same language. Where more than about 60 % of the words are changed,
passages are no longer found, and this figure still keeps its order: a text made of old sentences
keeps less than a new one. It has no scale of its own: read it between statements of one side, not
as a share. New texts of a few hundred words keep 80 to 95 % even where nothing is repeated, since
a language repeats itself.

Only texts that hold the speaker's words; others and those under 150 tokens are `not_assessed`, as
in `reuse_share`; withheld texts are told beside. Where more was said before than is compared, the
latest is taken and told.

Source: METER (Gaizauskas et al. 2001) for reuse; conditional compression after Cilibrasi and
Vitanyi, Clustering by Compression (2005). When not to use it: as praise or blame. A side may say
the same again because nothing has changed, and new words may say nothing new.
"""

import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.rounds import Round
from headway.domain.statements import Rendering, Statement
from headway.measures.about import Measure
from headway.measures.figure import Ask, Figure, Item, bounds_of
from headway.measures.rates import figure
from headway.measures.said_before import (
    Found,
    coverage_of,
    found_by,
    not_searched,
    originals_of,
    said_by,
    unassessed,
    unsearched,
    withheld_note,
    withheld_of,
)
from headway.measures.sentences import between
from headway.measures.threads import (
    name_of,
    order_of_delivery,
    round_title,
    rounds_of,
    titled,
)
from headway.phrases import number, percent, phrase, say, says

MEASURE = Measure(
    name="novelty",
    version="2",
    kind="text",
    title=phrase("What was new"),
    question=phrase(
        "What was new in what a party said, once all that was said before is left out?"
    ),
    formula=phrase("tokens that stand in no passage said before / tokens of its statements"),
    source=phrase(
        "METER (Gaizauskas et al. 2001); conditional compression (Cilibrasi and Vitanyi 2005)"
    ),
    not_when=phrase("as praise or blame, on minutes, or between texts of different languages"),
    both_sides=phrase(
        "Each party's own statements, held in the same way against all that was said before."
    ),
    rests_on=(Statement, Rendering),
    needs_reuse=True,
    settings=(("most_compared", 2_000_000.0),),
)

NEW, BEFORE = "new", "said_before"


@dataclass(frozen=True, slots=True)
class Sizes:
    """Compressed bytes of a text alone and once all said before is known; whether that was cut."""

    alone: int
    beside: int
    is_cut: bool = False

    @property
    def kept(self) -> float:
        """The share of its compressed size that a text keeps."""
        return min(1.0, self.beside / self.alone) if self.alone else 0.0


@dataclass(frozen=True, slots=True)
class Told:
    """The items of one statement, and its compressed sizes where it was assessed."""

    statement: Statement
    items: tuple[Item, ...]
    sizes: Sizes | None


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The share over all statements (or one round's), with one part a round."""
    if reuse is None:
        items = tuple(not_searched(corpus, ask))
        sentence = unsearched(name_of(corpus, ask.party), len(items))
        return figure(MEASURE, corpus, ask, sentence, items=items)
    found = found_by(reuse)
    told = [_told(corpus, ask, found, statement) for statement in said_by(corpus, ask)]
    rounds = rounds_of(corpus, ask.dialogue) if ask.round is None else ()
    parts = (
        _figure(corpus, ask, here, round)
        for round in rounds
        if (here := [one for one in told if one.statement.round == round.id])
    )
    return _figure(corpus, ask, told, None, tuple(parts))


def _figure(
    corpus: Corpus,
    ask: Ask,
    told: Sequence[Told],
    round: Round | None,
    parts: tuple[Figure, ...] = (),
) -> Figure:
    items = tuple(item for one in told for item in one.items)
    bounds = bounds_of(item for item in items if item.weight)
    withheld = withheld_of(corpus, replace(ask, round=round.id) if round else ask)
    sizes = [one.sizes for one in told if one.sizes]
    return figure(
        MEASURE,
        corpus,
        ask,
        _sentence(name_of(corpus, ask.party), items, sizes),
        bounds=replace(bounds, items=int(bounds.n)),
        counts=_counts(items, sizes),
        items=(*items, *withheld),
        parts=parts,
        title=round_title(round) if round else "",
        round=round.id if round else None,
        notes=(
            *_cut(ask, sizes),
            *withheld_note(withheld),
            say("An upper bound: what is on file, not reworded. Found by machine, not reviewed."),
        ),
    )


def _cut(ask: Ask, sizes: Sequence[Sizes]) -> tuple[str, ...]:
    count = sum(one.is_cut for one in sizes)
    if not count:
        return ()
    most = number(ask.setting("most_compared", 2_000_000.0))
    return (
        says(
            "{count} text was compressed beside the latest {most} characters only.",
            "{count} texts were compressed beside the latest {most} characters only.",
            count,
            most=most,
        ),
    )


# -- one statement -----------------------------------------------------------------------------


def _told(corpus: Corpus, ask: Ask, found: Found, statement: Statement) -> Told:
    coverage = coverage_of(corpus, found, statement)
    left_out = unassessed(corpus, statement, coverage)
    if coverage is None or left_out is not None:
        return Told(statement, (left_out,) if left_out else (), None)
    sizes = _sizes(corpus, ask, statement)
    new = coverage.new + coverage.first_here
    ref, title = any_id("Statement", statement.id), titled(statement.title)
    items = tuple(_items(ref, title, new, coverage.n_tokens - new, sizes))
    return Told(statement, items, sizes)


def _items(ref: str, title: str, new: int, before: int, sizes: Sizes) -> Iterator[Item]:
    kept = percent(sizes.kept)
    if new:
        words = says(
            "{title}: {count} word is new; keeps {share} of its compressed size",
            "{title}: {count} words are new; keeps {share} of its compressed size",
            new,
            title=title,
            share=kept,
        )
        yield Item(ref, "yes", words, NEW, float(new))
    if before:
        words = says(
            "{title}: {count} word was said before",
            "{title}: {count} words were said before",
            before,
            title=title,
        )
        yield Item(ref, "no", words, BEFORE, float(before))


def _sizes(corpus: Corpus, ask: Ask, statement: Statement) -> Sizes:
    rendering = _own_words(corpus, statement)
    if rendering is None:
        return Sizes(0, 0)
    text = _plain(corpus, rendering)
    earlier = "\n".join(_before(corpus, statement, rendering))
    most = int(ask.setting("most_compared", 2_000_000.0))
    known = earlier[-most:].encode()
    beside = _compressed(known + text.encode()) - _compressed(known)
    return Sizes(_compressed(text.encode()), max(0, beside), len(earlier) > most)


def _compressed(content: bytes) -> int:
    """Bytes of LZMA2 without a container, whose fixed head would weigh on short texts."""
    window = max(1 << 16, 1 << len(content).bit_length())  # it sees the whole of it, and no more
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": window}]
    return len(lzma.compress(content, lzma.FORMAT_RAW, filters=filters))


def _own_words(corpus: Corpus, statement: Statement) -> Rendering | None:
    """The text compared: the longest that holds the speaker's words."""
    held = [
        rendering
        for rendering in originals_of(corpus, statement)
        if rendering.text and rendering.fidelity in ("verbatim", "paper_as_read")
    ]
    return max(held, key=lambda r: (len(corpus.text(r.text or "")), r.id), default=None)


def _before(corpus: Corpus, statement: Statement, rendering: Rendering) -> Iterator[str]:
    """What the same side certainly delivered before in the same language, in order."""
    said = corpus.having(Statement, "party", statement.party or "")
    for one in sorted(said, key=order_of_delivery):
        own = _own_words(corpus, one) if _is_earlier(one, statement) else None
        if own is not None and _base(own) == _base(rendering):
            yield _plain(corpus, own)


def _is_earlier(one: Statement, other: Statement) -> bool:
    if one.delivered_on.latest < other.delivered_on.earliest:
        return True
    is_same_round = bool(one.round) and one.round == other.round
    in_turn = (one.session, one.sequence) < (other.session, other.sequence)
    same_day = one.delivered_on == other.delivered_on
    return is_same_round and same_day and in_turn and one.sequence > 0


def _base(rendering: Rendering) -> str:
    return rendering.language.split("-")[0]


def _plain(corpus: Corpus, rendering: Rendering) -> str:
    """The text with case and white space set aside."""
    return " ".join(corpus.text(rendering.text or "").casefold().split())


# -- in words ----------------------------------------------------------------------------------


def _counts(items: Sequence[Item], sizes: Sequence[Sizes]) -> tuple[tuple[str, float], ...]:
    assessed = [item for item in items if item.code in ("yes", "no")]
    return (
        ("words", sum(item.weight for item in assessed)),
        (NEW, sum(item.weight for item in items if item.category == NEW)),
        ("statements", float(len({item.ref for item in items}))),
        ("assessed", float(len({item.ref for item in assessed}))),
        ("compressed_alone", float(sum(one.alone for one in sizes))),
        ("compressed_beside", float(sum(one.beside for one in sizes))),
    )


def _sentence(name: str, items: Sequence[Item], sizes: Sequence[Sizes]) -> str:
    counts = dict(_counts(items, sizes))
    if not counts["assessed"]:
        return says(
            "0 of {count} statement of {party} could be assessed for what was new.",
            "0 of {count} statements of {party} could be assessed for what was new.",
            counts["statements"],
            party=name,
        )
    bounds = bounds_of(item for item in items if item.weight)
    main = says(
        "{new} of {words} words in {count} statement of {party} stand in no passage found before "
        "({span}); beside all it had said before it keeps {kept} of its compressed size",
        "{new} of {words} words in {count} statements of {party} stand in no passage found before "
        "({span}); beside all it had said before they keep {kept} of their compressed size",
        counts["assessed"],
        new=number(counts[NEW]),
        words=number(counts["words"]),
        party=name,
        span=between(replace(bounds, items=int(bounds.n))),
        kept=percent(Sizes(int(counts["compressed_alone"]), int(counts["compressed_beside"])).kept),
    )
    left = counts["statements"] - counts["assessed"]
    if not left:
        return say("{main}.", main=main)
    return says(
        "{main}; {count} statement was not assessed.",
        "{main}; {count} statements were not assessed.",
        left,
        main=main,
    )
