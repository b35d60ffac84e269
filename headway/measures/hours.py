"""Is the time for the talks getting shorter?

Formula: rounds with fewer hours of talks than the round before / rounds after the first. The hours
are told round by round, as the record has them; hours of a round are those of both parties. The
round before is the one before on record; a note says where another was held between.

Unknown, and so in the bounds: rounds whose hours nobody has entered. Unknown hours may be any
number, the same one for the round before and the round after.

Source: the 2006 assessment of the Canada-China dialogue, on a drain of time and fewer talks. When
not to use it: as a verdict. Interpretation one after the other takes half of the hours, and short
talks may hold more.
"""

from math import inf

from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.rounds import Round
from headway.measures.about import Measure
from headway.measures.falling import Level, falling
from headway.measures.figure import Ask, Figure
from headway.measures.sentences import Words
from headway.phrases import phrase, phrases, say, says

MEASURE = Measure(
    name="hours",
    version="1",
    kind="series",
    title=phrase("Hours of talks"),
    question=phrase("Is the time for the talks getting shorter?"),
    formula=phrase(
        "rounds with fewer hours of talks than the round before / rounds after the first"
    ),
    source=phrase("the 2006 assessment of the Canada-China dialogue, on a drain of time"),
    not_when=phrase("as a verdict: interpretation may take half of the hours"),
    both_sides=phrase("The hours of a round are those of both parties, so both read the same."),
    rests_on=(Round,),
)

SMALLEST = 1e-6
"""The smallest difference in hours that counts as a fall, for talks whose hours are unknown."""


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The rounds with fewer hours than before, and the hours of each round (parts)."""
    words = Words(
        phrases("{count} later round", "{count} later rounds"),
        phrases(
            "{count} of {all} had fewer hours of talks than the round before",
            "{count} of {all} had fewer hours of talks than the round before",
        ),
    )
    return falling(MEASURE, corpus, ask, _level, words, step=SMALLEST)


def _level(round: Round) -> Level:
    ref = any_id("Round", round.id)
    if round.hours is None:
        sentence = say("0 hours of talks are entered")
        return Level(ref, 0.0, inf, "not_looked", say("hours not entered"), sentence)
    told = says("{count} hour", "{count} hours", round.hours)
    held = says("{count} hour of talks were held", "{count} hours of talks were held", round.hours)
    counts = (("hours", round.hours),)
    return Level(ref, round.hours, round.hours, "yes", told, held, counts)
