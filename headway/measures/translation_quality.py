"""How good, by people?

Formula: translations that a qualified bilingual reader found fit without change / translations of
what a party said or tabled in the dialogue. The other two verdicts, corrected and not usable, stand
apart beside it: a distribution, no grade. Every text that is no original counts: official
translations, working translations and transcripts of the interpreters, of papers, statements and
readouts alike, in whichever language. Those known not to exist are no translations and do not
count; `translation_coverage` tells of them.

Unknown, and so in the bounds: translations that nobody has looked over, or of which nobody noted
it (`not_looked`), those whose existence is an unknown code, and texts that are withheld; the last
two may turn out not to belong to the count at all.

Source: the 2006 assessment of the Canada-China dialogue, on speeches and papers poorly translated.
When not to use it: as a figure about translators or interpreters. What was found unusable may have
been made in a night from a bad copy, and those looked over are seldom drawn by lot. Errors marked
after MQM (Multidimensional Quality Metrics) are not read in yet.
"""

from collections import Counter
from collections.abc import Sequence

from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.ids import any_id
from headway.domain.statements import Rendering, Statement
from headway.measures.about import Measure
from headway.measures.figure import Ask, Figure, Item
from headway.measures.rates import rate
from headway.measures.sentences import Words
from headway.measures.threads import has_come, name_of, titled
from headway.measures.translations import translations_of, withheld_texts
from headway.phrases import listing, phrase, phrases, says

MEASURE = Measure(
    name="translation_quality",
    version="1",
    kind="distribution",
    title=phrase("Translations as people found them"),
    question=phrase("How good, by people?"),
    formula=phrase("translations found fit without change by a bilingual reader / translations"),
    source=phrase("the 2006 assessment of the Canada-China dialogue"),
    not_when=phrase("as a figure about translators or interpreters"),
    both_sides=phrase("The translations of what each party said, whoever made them."),
    rests_on=(Statement, Rendering),
)

VERDICTS = ("fit", "corrected", "not_usable")
CLASSES = (*VERDICTS, "not_reviewed", "not_known_to_exist", "withheld")


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The rate and its distribution over all rounds, or the one asked for."""
    seen = [_item(corpus, s, r) for s, r in translations_of(corpus, ask)]
    items = (*seen, *withheld_texts(corpus, ask))
    return rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(
            phrases(
                "{count} translation of what {party} said",
                "{count} translations of what {party} said",
            ),
            phrases(
                "{count} of {all} was found fit without change",
                "{count} of {all} were found fit without change",
            ),
            {"party": name_of(corpus, ask.party)},
        ),
        counts=_counts(items),
        notes=_notes(items),
    )


def _item(corpus: Corpus, statement: Statement, rendering: Rendering) -> Item:
    ref, title = any_id("Rendering", rendering.id), titled(statement.title)
    if rendering.available != "yes":
        return Item(ref, rendering.available, title, "not_known_to_exist", optional=True)
    day = PartialDate(rendering.reviewed_on) if rendering.reviewed_on else None
    if rendering.reviewed == "not_reviewed" or not has_come(day, corpus):
        return Item(ref, "not_looked", title, "not_reviewed")
    return Item(ref, "yes" if rendering.reviewed == "fit" else "no", title, rendering.reviewed)


def _counts(items: Sequence[Item]) -> tuple[tuple[str, float], ...]:
    found = Counter(item.category for item in items)
    return (("translations", float(len(items))), *((c, float(found[c])) for c in CLASSES))


def _notes(items: Sequence[Item]) -> tuple[str, ...]:
    """What the readers found where it was not fit, and how many may not exist."""
    found = Counter(item.category for item in items)
    looked = sum(found[verdict] for verdict in VERDICTS)
    notes = []
    if looked:
        parts = [
            says("{count} fit without change", "{count} fit without change", found["fit"]),
            says("{count} corrected", "{count} corrected", found["corrected"]),
            says("{count} not usable", "{count} not usable", found["not_usable"]),
        ]
        notes.append(
            says(
                "Looked over by a bilingual reader: {count} ({parts}).",
                "Looked over by a bilingual reader: {count} ({parts}).",
                looked,
                parts=listing(parts),
            )
        )
    if found["not_known_to_exist"]:
        notes.append(
            says(
                "Of {count} of them nobody knows whether it exists.",
                "Of {count} of them nobody knows whether they exist.",
                found["not_known_to_exist"],
            )
        )
    return tuple(notes)
