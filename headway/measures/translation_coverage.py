"""Was it translated at all?

Formula: statements and papers of a party that have a text in a language of the other party / all
its statements and papers in the dialogue. A text counts whoever made it: original, official
translation, interpretation or working translation, told apart in the counts. Only texts that carry
the statement itself count (verbatim or paper as read out); a note is somebody's summary, so a
statement of which only notes are held is `not_assessed`. Readouts and minutes are made for one's
own side and are left out.

Unknown, and so in the bounds: statements for which nobody noted whether such a text exists
(`not_looked`), texts whose existence is an unknown code, texts and statements that are withheld.

Source: the 2006 assessment of the Canada-China dialogue, on papers poorly translated or not at
all. When not to use it: as a figure about interpreters or of quality; a bad rendering counts like
a good one.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.parties import Party
from headway.domain.rounds import Round
from headway.domain.statements import Rendering, Statement
from headway.domain.values import UNKNOWN_CODES
from headway.measures.about import Measure
from headway.measures.figure import Ask, Figure, Item, bounds_of
from headway.measures.hidden import hidden, item_of
from headway.measures.rates import rate
from headway.measures.sentences import Words
from headway.measures.threads import (
    name_of,
    other_parties,
    other_side,
    round_title,
    rounds_of,
    statements_of_dialogue,
    titled,
)
from headway.phrases import phrase, phrases, say

MEASURE = Measure(
    name="translation_coverage",
    version="1",
    kind="rate",
    title=phrase("Statements in the other side's language"),
    question=phrase("Was it translated at all?"),
    formula=phrase("statements and papers with a text in the other party's language / all"),
    source=phrase("the 2006 assessment of the Canada-China dialogue"),
    not_when=phrase("as a figure about interpreters or about quality"),
    both_sides=phrase("What each party said or tabled, held against the languages of the other."),
    rests_on=(Statement, Rendering),
    leading=6,
)

INWARD = frozenset({"readout", "minutes"})
"""Kinds of statement that a side makes for itself or its public, not for the other side."""

WHOLE = frozenset({"verbatim", "paper_as_read"})


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The rate over all rounds (or the one asked for), with one part a round."""
    said = [
        s
        for s in statements_of_dialogue(corpus, ask.dialogue)
        if s.party == ask.party
        and ask.round in (None, s.round)
        and s.round is not None
        and s.kind not in INWARD
    ]
    rounds = rounds_of(corpus, ask.dialogue) if ask.round is None else ()
    parts = (_figure(corpus, ask, [s for s in said if s.round == r.id], r) for r in rounds)
    return _figure(corpus, ask, said, None, tuple(part for part in parts if part.items))


def _figure(
    corpus: Corpus,
    ask: Ask,
    said: Sequence[Statement],
    round: Round | None,
    parts: tuple[Figure, ...] = (),
) -> Figure:
    languages = _languages(corpus, other_parties(corpus, ask.dialogue, ask.party))
    seen = [_item(corpus, statement, languages) for statement in said]
    where = round.id if round else ask.round
    kept = [
        item_of(w, say("a statement")) for w in hidden(corpus, Statement, ask.dialogue, round=where)
    ]
    items = (*seen, *kept)
    texts = len(hidden(corpus, Rendering, ask.dialogue, round=where))
    return rate(
        MEASURE,
        corpus,
        ask,
        items,
        _words(corpus, ask),
        bounds=bounds_of(items).loosened(no=texts),
        counts=_counts(items),
        parts=parts,
        title=round_title(round) if round else "",
        round=where,
        notes=() if languages else (say("The languages of the other side are not in the record."),),
    )


def _words(corpus: Corpus, ask: Ask) -> Words:
    name = name_of(corpus, ask.party)
    other = other_side(corpus, ask.dialogue, ask.party)
    return Words(
        phrases(
            "{count} statement or paper of {party}", "{count} statements and papers of {party}"
        ),
        phrases(
            "{count} of {all} is in a language of {other}",
            "{count} of {all} are in a language of {other}",
        ),
        {"party": name, "other": other},
    )


def _languages(corpus: Corpus, parties: Iterable[str]) -> frozenset[str]:
    found = (corpus.get(Party, party) for party in parties)
    return frozenset(base(language) for party in found if party for language in party.languages)


def base(language: str) -> str:
    """The primary subtag of a BCP 47 language: `zh` of `zh-Hant`."""
    return language.split("-")[0].lower()


def _item(corpus: Corpus, statement: Statement, languages: frozenset[str]) -> Item:
    ref, title = any_id("Statement", statement.id), titled(statement.title)
    all_texts = corpus.having(Rendering, "statement", statement.id)
    texts = [r for r in all_texts if r.fidelity in WHOLE]
    if all_texts and not texts:
        return Item(
            ref, "not_assessed", say("{title}: only notes or readouts", title=title), "only_notes"
        )
    fitting = [r for r in texts if base(r.language) in languages]
    there = [r for r in fitting if r.available == "yes"]
    if there:
        kinds = {r.kind for r in there}
        kind = next(k for k in _ORDER if k in kinds)
        return Item(ref, "yes", title, kind)
    unknown = sorted(r.available for r in fitting if r.available in UNKNOWN_CODES)
    if unknown:
        return Item(ref, unknown[0], title, unknown[0])
    if any(r.available == "no" for r in fitting):
        return Item(ref, "no", title, "none")
    return Item(ref, "not_looked", title, "not_looked")


_ORDER = ("original", "official_translation", "interpretation", "working_translation")


def _counts(items: Sequence[Item]) -> tuple[tuple[str, float], ...]:
    found = Counter(item.category for item in items)
    kinds = (*_ORDER, "none", "only_notes", "not_looked", "withheld")
    return (("statements", float(len(items))), *((kind, float(found[kind])) for kind in kinds))
