"""How many supported claims rest on one origin?

Formula: supported claims behind which a single origin stands / supported claims, over the concerns
one party raised and all six rungs of the ladder. An origin is who really said it: two papers that
quote one ministry are one origin, and whatever a side said is one origin.

Unknown, and so in the bounds: claims on which evidence is withheld (it may bring a second origin,
or speak against the claim), concerns that are withheld.

Source: the rule of two independent origins in human-rights documentation (HURIDOCS; the fact
finding of the UN). When not to use it: as a mark of doubt. One court file may be better than four
papers; the grade of a claim (claimed, corroborated, verified) stands at `rungs`.
"""

from collections.abc import Iterator

from headway.domain.concerns import Concern, Question, Raising, Reply
from headway.domain.corpus import Corpus
from headway.domain.evidence import RUNGS, Evidence, OnwardReport, Rung
from headway.domain.ids import any_id
from headway.domain.statements import Source
from headway.domain.undertakings import Undertaking
from headway.domain.values import Value
from headway.measures.about import Measure
from headway.measures.figure import Ask, Bounds, Figure, Item, bounds_of
from headway.measures.hidden import hidden, item_of, may_be_raised_by
from headway.measures.ladder import claim
from headway.measures.rates import rate
from headway.measures.sentences import Words
from headway.measures.threads import concerns_of, name_of, titled
from headway.phrases import phrase, phrases, say, say_as

MEASURE = Measure(
    name="single_origin",
    version="1",
    kind="rate",
    title=phrase("Claims that rest on one origin"),
    question=phrase("How many supported claims rest on one origin?"),
    formula=phrase("supported claims with a single origin / supported claims, over all six rungs"),
    source=phrase("the rule of two independent origins in human-rights documentation"),
    not_when=phrase("as a mark of doubt: one court file may be better than four papers"),
    both_sides=phrase(
        "The claims on the concerns each party raised, with origins told in the same way."
    ),
    rests_on=(Concern, Evidence, Source),
)

BEARS: tuple[type[Value], ...] = (Evidence, Raising, Reply, Question, Undertaking, OnwardReport)
"""What may be a further origin, or speak against, where it is withheld."""


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The rate over all claims; `round` plays no part: claims belong to none."""
    found = concerns_of(corpus, ask.dialogue, ask.party)
    claims = [item for concern in found for item in _items(corpus, concern)]
    kept = [
        item_of(w, say("a concern"))
        for w in hidden(corpus, Concern, ask.dialogue)
        if may_be_raised_by(corpus, w, ask.party)
    ]
    items = (*claims, *kept)
    return rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(
            phrases(
                "{count} supported claim on concerns raised by {party}",
                "{count} supported claims on concerns raised by {party}",
            ),
            phrases("{count} of {all} rests on one origin", "{count} of {all} rest on one origin"),
            {"party": name_of(corpus, ask.party)},
        ),
        bounds=_loosened(corpus, ask, bounds_of(items)),
        counts=(
            ("claims", float(len(items))),
            ("one_origin", float(sum(1 for i in items if i.category == "one_origin"))),
            ("several_origins", float(sum(1 for i in items if i.category == "several_origins"))),
            ("withheld", float(sum(1 for i in items if i.code == "withheld"))),
        ),
    )


def _items(corpus: Corpus, concern: Concern) -> Iterator[Item]:
    ref = any_id("Concern", concern.id)
    kept = _is_hidden(corpus, concern)
    for rung in RUNGS:
        words = say("{what}: {why}", what=titled(concern.title), why=say_as("plain", rung))
        origins = _origins(corpus, concern, rung)
        if kept:
            yield Item(ref, "withheld", words, "withheld")
        elif origins == 1:
            yield Item(ref, "yes", words, "one_origin")
        elif origins:
            yield Item(ref, "no", words, "several_origins")


def _origins(corpus: Corpus, concern: Concern, rung: Rung) -> int:
    """How many origins stand behind a supported claim; 0 where the claim is not supported."""
    found = claim(corpus, concern, rung)
    if found.status != "supported":
        return 0
    return len({bearing.origin for bearing in found.bearings})


def _is_hidden(corpus: Corpus, concern: Concern) -> bool:
    return any(
        w.concern == concern.id
        for noun in BEARS
        for w in hidden(corpus, noun, concern.dialogue, concern=concern.id)
    )


def _loosened(corpus: Corpus, ask: Ask, bounds: Bounds) -> Bounds:
    """A withheld fact that names no concern may change any claim: one each."""
    count = sum(
        1 for noun in BEARS for w in hidden(corpus, noun, ask.dialogue) if w.concern is None
    )
    return bounds.loosened(yes=count, no=count)
