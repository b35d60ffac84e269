"""Where do words break?

Formula: terms without an agreed equivalent in the two languages / terms on the list of the
dialogue. Disputed terms, proposed ones and those for which no equivalent in the other language is
entered are told apart; each stands with both sides' views of it.

Unknown, and so in the bounds: terms that are withheld.

Source: the 2006 assessment of the Canada-China dialogue, on speeches poorly translated. When not
to use it: as a figure about interpreters. The list holds the terms somebody thought of; a dispute
over a word is often a dispute over the matter.
"""

from collections import Counter

from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.statements import Term
from headway.measures.about import Measure
from headway.measures.figure import Ask, Figure, Item
from headway.measures.hidden import hidden, item_of
from headway.measures.rates import rate
from headway.measures.sentences import Words
from headway.phrases import phrase, phrases, say

MEASURE = Measure(
    name="disputed_terms",
    version="1",
    kind="rate",
    title=phrase("Terms without an agreed equivalent"),
    question=phrase("Where do words break?"),
    formula=phrase("terms with no agreed equivalent in the two languages / terms on the list"),
    source=phrase("the 2006 assessment of the Canada-China dialogue"),
    not_when=phrase("as a figure about interpreters, or as a count of all difficult words"),
    both_sides=phrase("A term is one of both sides' languages, so both read the same."),
    rests_on=(Term,),
)

KINDS = ("agreed", "disputed", "proposed", "no_equivalent")


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The rate over all terms of the dialogue; terms belong to no round."""
    found = corpus.having(Term, "dialogue", ask.dialogue)
    kept = [item_of(w, say("a term")) for w in hidden(corpus, Term, ask.dialogue)]
    items = (*(_item(term) for term in found), *kept)
    counts = Counter(item.category for item in items)
    return rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(
            phrases("{count} term", "{count} terms"),
            phrases(
                "{count} of {all} has no agreed equivalent",
                "{count} of {all} have no agreed equivalent",
            ),
        ),
        counts=(
            ("terms", float(len(items))),
            *((kind, float(counts[kind])) for kind in (*KINDS, "withheld")),
        ),
    )


def _item(term: Term) -> Item:
    ref = any_id("Term", term.id)
    told = " / ".join(term.wording.values())
    words = say("{what}: {why}", what=told, why=term.views) if term.views else told
    if term.status == "agreed":
        return Item(ref, "no", words, "agreed")
    if term.status == "proposed" and len(term.wording) == 1:
        return Item(ref, "yes", words, "no_equivalent")
    return Item(ref, "yes", words, term.status)
