"""When, where and to whom was a passage first delivered, and how often since?

For every passage that a party said in this dialogue and had delivered before: its deliveries by
that party, in order of date, from the first one on file. One part a passage, those delivered most
often first. Where equal or partial dates leave open which of several was first, all are named.
Formulae, courtesies and quoted legal texts are no passages here.

Source: the 2006 assessment of the Canada-China dialogue, on a script repeated to other countries.
When not to use it: "first" means the first on file; something said earlier may not be in the
record, or withheld, which is told beside it. Word for word only, so a reworded passage is not
found.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.rounds import Round
from headway.domain.statements import Rendering, Statement
from headway.measures.about import Measure
from headway.measures.figure import Ask, Figure, Item
from headway.measures.rates import figure
from headway.measures.said_before import (
    Cluster,
    Found,
    found_by,
    not_searched,
    originals_of,
    said_by,
    unsearched,
    withheld_note,
    withheld_of,
)
from headway.measures.threads import lowered, name_of, round_title, titled
from headway.phrases import listing, number, phrase, say, says

MEASURE = Measure(
    name="first_said",
    version="2",
    kind="text",
    title=phrase("First delivered"),
    question=phrase("When, where and to whom was a passage first delivered, and how often since?"),
    formula=phrase("the deliveries of each repeated passage by its side, in order of date"),
    source=phrase("the 2006 assessment of the Canada-China dialogue"),
    not_when=phrase("as proof that nobody said it earlier: it is the first delivery on file"),
    both_sides=phrase(
        "The passages each party repeated, traced in the same way to where it said them."
    ),
    rests_on=(Statement, Rendering),
    needs_reuse=True,
    settings=(("most_listed", 25.0),),
)

REPEATED = frozenset({"own_rounds", "own_elsewhere"})
EXCERPT = 90


@dataclass(frozen=True, slots=True)
class Delivered:
    """One delivery of a passage by the party: where it stands and what it was said at."""

    statement: Statement
    rendering: Rendering
    begin: int
    end: int
    n_tokens: int
    may_be_first: bool


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The repeated passages of a party (parts), each with its deliveries (items)."""
    name = name_of(corpus, ask.party)
    if reuse is None:
        items = tuple(not_searched(corpus, ask))
        return figure(MEASURE, corpus, ask, unsearched(name, len(items)), items=items)
    threads = _threads(corpus, ask, found_by(reuse))
    most = int(ask.setting("most_listed", 25.0))
    return figure(
        MEASURE,
        corpus,
        ask,
        _sentence(corpus, name, threads),
        counts=(("passages", float(len(threads))),),
        parts=tuple(_part(corpus, ask, thread) for thread in threads[:most]),
        notes=(
            *_capped(len(threads), most),
            *withheld_note(withheld_of(corpus, ask)),
            say("Found by machine, not reviewed."),
        ),
    )


def _capped(count: int, most: int) -> tuple[str, ...]:
    if count <= most:
        return ()
    return (
        say(
            "The {most} most repeated of {all} passages are listed.",
            most=number(most),
            all=number(count),
        ),
    )


def _sentence(corpus: Corpus, name: str, threads: Sequence[Sequence[Delivered]]) -> str:
    if not threads:
        return say("0 passages of {party} were found that it had delivered before.", party=name)
    oldest = min(threads, key=lambda t: (t[0].statement.delivered_on, t[0].statement.id))[0]
    return says(
        "{count} passage of {party} has been delivered by it before; "
        "the oldest was first delivered {where}.",
        "{count} passages of {party} had been delivered by it before; "
        "the oldest was first delivered {where}.",
        len(threads),
        party=name,
        where=_where(corpus, oldest.statement),
    )


# -- the passages of a party -------------------------------------------------------------------


def _threads(corpus: Corpus, ask: Ask, found: Found) -> list[list[Delivered]]:
    """The deliveries of each repeated passage, the most repeated passages first."""
    numbers = sorted(_clusters(corpus, ask, found))
    threads = [_deliveries(corpus, ask.party, found.cluster(number)) for number in numbers]
    repeated = [thread for thread in threads if len(thread) > 1]
    return sorted(repeated, key=lambda t: (-len(t), -t[0].n_tokens))


def _clusters(corpus: Corpus, ask: Ask, found: Found) -> set[int]:
    numbers: set[int] = set()
    for statement in said_by(corpus, ask):
        for rendering in originals_of(corpus, statement):
            numbers.update(_repeated(found, rendering))
    return numbers


def _repeated(found: Found, rendering: Rendering) -> Iterable[int]:
    try:
        passages = found.passages(rendering.id)
    except KeyError:
        return []
    return [
        p.cluster for p in passages if p.kind in REPEATED and p.how == "verbatim" and p.cluster >= 0
    ]


def _deliveries(corpus: Corpus, party: str, cluster: Cluster) -> list[Delivered]:
    """The party's own deliveries of a passage, one a statement, in order of date."""
    thread: dict[str, Delivered] = {}
    for witness in cluster.witnesses:
        rendering = corpus.get(Rendering, witness.delivery)
        statement = corpus.get(Statement, rendering.statement) if rendering else None
        if rendering and statement and statement.party == party:
            first = witness.delivery in cluster.firsts
            place = (witness.begin, witness.end, witness.n_tokens)
            thread.setdefault(
                statement.id, Delivered(statement, rendering, *place, may_be_first=first)
            )
    return list(thread.values())


# -- one passage -------------------------------------------------------------------------------


def _part(corpus: Corpus, ask: Ask, thread: Sequence[Delivered]) -> Figure:
    firsts = [one for one in thread if one.may_be_first] or [thread[0]]
    first = listing([_where(corpus, one.statement) for one in firsts])
    sentence = says(
        "{count} delivery: first {where}",
        "{count} deliveries: first {where}",
        len(thread),
        where=first,
    )
    if len(firsts) > 1:
        sentence = say("{what}, neither surely before the other", what=sentence)
    last = thread[-1].statement
    if last.id not in {one.statement.id for one in firsts}:
        sentence = say("{what}, last {where}", what=sentence, where=_where(corpus, last))
    return figure(
        MEASURE,
        corpus,
        ask,
        say("{main}.", main=sentence),
        counts=(("deliveries", float(len(thread))), ("words", float(thread[0].n_tokens))),
        items=tuple(_item(corpus, one) for one in thread),
        title=_excerpt(corpus, thread[0]),
    )


def _item(corpus: Corpus, one: Delivered) -> Item:
    words = say(
        "{title}, {where}", title=titled(one.statement.title), where=_where(corpus, one.statement)
    )
    category = "first" if one.may_be_first else "again"
    return Item(any_id("Rendering", one.rendering.id), "yes", words, category, float(one.n_tokens))


def _where(corpus: Corpus, statement: Statement) -> str:
    """`on 2009-05-19 (round 1)`, `on 2010-02-03 (press briefing, to journalists)`."""
    round = corpus.get(Round, statement.round)
    place = lowered(round_title(round)) if round is not None else statement.forum
    whom = say("to {whom}", whom=statement.addressee) if statement.addressee else ""
    where = say(", ").join(part for part in (place, whom) if part)
    if not where:
        return say("on {day}", day=statement.delivered_on)
    return say("on {day} ({where})", day=statement.delivered_on, where=where)


def _excerpt(corpus: Corpus, one: Delivered) -> str:
    """The first words of the passage."""
    text = corpus.text(one.rendering.text or "")[one.begin : one.end]
    flat = " ".join(text.split())
    return flat if len(flat) <= EXCERPT else f"{flat[:EXCERPT].rstrip()} ..."
