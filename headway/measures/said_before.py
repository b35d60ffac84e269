"""What text measures read of a search for reuse: the part of `headway.reuse.Reuse` they need.

Told as protocols, so that measures neither load the engine nor its arrays.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol, runtime_checkable

from headway.domain.corpus import Corpus
from headway.domain.errors import BadInput
from headway.domain.ids import any_id
from headway.domain.renderings import spoken
from headway.domain.statements import Rendering, Statement
from headway.measures.figure import Ask, Item
from headway.measures.hidden import hidden, item_of
from headway.measures.threads import belongs_to, order_of_delivery, titled
from headway.phrases import phrase, say, says

COMMAND = "headway reuse"
"""The command that looks for repeated words."""


class Coverage(Protocol):
    """Tokens of one delivery by class, or why it was not assessed."""

    @property
    def n_tokens(self) -> int:
        """All tokens of the text."""

    @property
    def own_rounds(self) -> int:
        """Tokens its side said in an earlier round of the dialogue."""

    @property
    def own_elsewhere(self) -> int:
        """Tokens its side said elsewhere before."""

    @property
    def edited(self) -> int:
        """Tokens its side said before in slightly other words; not among those above."""

    @property
    def first_here(self) -> int:
        """Tokens said here first and again later."""

    @property
    def new(self) -> int:
        """Tokens that stand nowhere else."""

    @property
    def derivation(self) -> str:
        """wholly, partly, not or not_assessed."""

    @property
    def why_not(self) -> str:
        """Why it was not assessed; empty where it was."""


class Passage(Protocol):
    """A stretch of a delivery that stands elsewhere as well."""

    @property
    def kind(self) -> str:
        """Its class, such as own_rounds."""

    @property
    def how(self) -> str:
        """verbatim or edited."""

    @property
    def cluster(self) -> int:
        """The number of its family."""


class Witness(Protocol):
    """One occurrence of a passage: code points [begin, end) of a delivery."""

    @property
    def delivery(self) -> str:
        """The id of the rendering."""

    @property
    def begin(self) -> int:
        """Its first code point."""

    @property
    def end(self) -> int:
        """The code point after its last one."""

    @property
    def n_tokens(self) -> int:
        """Its tokens."""


class Cluster(Protocol):
    """A family of one passage, its witnesses in order of delivery."""

    @property
    def witnesses(self) -> Sequence[Witness]:
        """All occurrences, the earliest first."""

    @property
    def firsts(self) -> Sequence[str]:
        """The deliveries that none certainly precedes."""


@runtime_checkable
class Found(Protocol):
    """The findings of one search."""

    def coverage(self, delivery_id: str, /) -> Coverage:
        """Tokens by class of one delivery; KeyError where it was not among the texts."""

    def passages(self, delivery_id: str, /) -> Sequence[Passage]:
        """The passages of one delivery."""

    def cluster(self, cluster_id: int, /) -> Cluster:
        """One family with its witnesses."""


def found_by(reuse: object) -> Found:
    """The findings as text measures read them; BadInput for anything else."""
    if not isinstance(reuse, Found):
        raise BadInput("this is no result of headway.reuse.find; pass what it returned")
    return reuse


def said_by(corpus: Corpus, ask: Ask) -> tuple[Statement, ...]:
    """The statements of the party in the dialogue (at the round asked for), in order."""
    own = (s for s in corpus.having(Statement, "party", ask.party) if ask.round in (None, s.round))
    found = (s for s in own if belongs_to(corpus, s, ask.dialogue))
    return tuple(sorted(found, key=order_of_delivery))


def originals_of(corpus: Corpus, statement: Statement) -> tuple[Rendering, ...]:
    """The texts of a statement in the language it was made in (at a forum, as it is printed)."""
    return spoken(corpus, statement)


def coverage_of(corpus: Corpus, found: Found, statement: Statement) -> Coverage | None:
    """One text a statement: an assessed one before others, the longest before shorter ones."""
    return max(
        _coverages(corpus, found, statement),
        key=lambda c: (c.derivation != "not_assessed", c.n_tokens),
        default=None,
    )


def _coverages(corpus: Corpus, found: Found, statement: Statement) -> Iterator[Coverage]:
    for rendering in originals_of(corpus, statement):
        try:
            yield found.coverage(rendering.id)
        except KeyError:
            continue


def unassessed(corpus: Corpus, statement: Statement, coverage: Coverage | None) -> Item | None:
    """The item of a statement that could not be assessed; None where it was.

    It weighs its tokens where its own words are held, and nothing where a note-taker's are.
    """
    ref, title = any_id("Statement", statement.id), titled(statement.title)
    if coverage is None:
        words = say("{title}: no text of its own is held", title=title)
        return Item(ref, "not_looked", words, "no_text", 0.0)
    if coverage.derivation != "not_assessed":
        return None
    texts = originals_of(corpus, statement)
    is_own = any(r.fidelity in ("verbatim", "paper_as_read") for r in texts)
    words = say("{what}: {why}", what=title, why=why_not(coverage.why_not))
    size = float(coverage.n_tokens) if is_own else 0.0
    return Item(ref, "not_assessed", words, "not_assessed", size)


def withheld_of(corpus: Corpus, ask: Ask) -> tuple[Item, ...]:
    """Withheld statements and texts, of either side; they weigh nothing, for nobody sees a size."""
    where = ask.round
    said = hidden(corpus, Statement, ask.dialogue, round=where)
    texts = hidden(corpus, Rendering, ask.dialogue, round=where)
    items = (
        *(item_of(w, say("a statement")) for w in said),
        *(item_of(w, say("a text")) for w in texts),
    )
    return tuple(replace(item, weight=0.0) for item in items)


def withheld_note(withheld: Sequence[Item]) -> tuple[str, ...]:
    """That withheld texts are outside the figure, in words; nothing where there are none."""
    if not withheld:
        return ()
    return (
        says(
            "{count} statement or text is withheld, of either side: what it holds is not counted "
            "here, and may have been said in it first.",
            "{count} statements or texts are withheld, of either side: what they hold is not "
            "counted here, and may have been said in them first.",
            len(withheld),
        ),
    )


def unsearched(name: str, count: int) -> str:
    """That nobody has searched the statements of a party for repeated words yet."""
    return says(
        "0 of {count} statement of {party} were searched for repeated words; "
        "the command {command} does it.",
        "0 of {count} statements of {party} were searched for repeated words; "
        "the command {command} does it.",
        count,
        party=name,
        command=COMMAND,
    )


def why_not(told: str) -> str:
    """Why a text was not compared, as `headway.reuse` gives it, in the language spoken now."""
    short = _TOO_SHORT.fullmatch(told)
    if short:
        return says("under {count} token", "under {count} tokens", int(short[1]))
    return say(told)


_TOO_SHORT = re.compile(r"under (\d+) tokens")
WHY_NOT = (
    phrase("an alert on this text is open"),
    phrase("no side is named"),
    phrase("no text is held"),
    phrase("a note: it holds the note-taker's words"),
    phrase("a readout: it holds the note-taker's words"),
)
"""What `headway.reuse` gives as reasons, to be translated."""


def not_searched(corpus: Corpus, ask: Ask) -> Iterator[Item]:
    """The statements as items that nobody has searched for repeated words."""
    for statement in said_by(corpus, ask):
        title = titled(statement.title)
        yield Item(any_id("Statement", statement.id), "not_looked", title, "not_looked")
