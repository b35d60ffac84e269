"""Small counts of persons, cases and answers: what a view outside the house may read (rule 9).

`desk` and `assessor` read everything. Elsewhere a count from 1 to 4 is not printed, and enough
other counts with it that it cannot be found by subtracting. Replies of a government to questions
are no answers in this sense: these are answers of persons who were asked.
"""

from dataclasses import replace

from headway.domain.corpus import Corpus
from headway.domain.masks import INSIDE, is_small
from headway.measures.figure import FEWEST_FOR_A_RATE, Figure
from headway.phrases import say, says


def is_inside(corpus: Corpus) -> bool:
    """Whether the viewer may read small counts and lists of persons."""
    return corpus.viewer.view in INSIDE


def band(count: float) -> str:
    """A count of persons in steps of five, as it is told outside: `fewer than 5`, `10 to 14`."""
    if count < FEWEST_FOR_A_RATE:
        return say("fewer than {count}", count=FEWEST_FOR_A_RATE)
    first = int(count // FEWEST_FOR_A_RATE) * FEWEST_FOR_A_RATE
    return say("{first} to {last}", first=first, last=first + FEWEST_FOR_A_RATE - 1)


def pairs_too_small(count: int, name: str) -> str:
    """That so many pairs of rounds are counted, with counts of persons too small to print."""
    return says(
        "{count} pair of rounds of {party}; the counts are too small to be printed.",
        "{count} pairs of rounds of {party}; the counts are too small to be printed.",
        count,
        party=name,
    )


def persons_told(count: float) -> str:
    """A count of persons whose parts are not told, in steps of five: `10 to 14 persons`.

    An exact one could be held against another figure, and the difference be a small count.
    """
    if is_small(count):
        return say("fewer than {count} persons", count=FEWEST_FOR_A_RATE)
    if not count:
        return says("{count} persons", "{count} persons", count)
    return say("{number} persons", number=band(count))


def closed_outside(corpus: Corpus, figure: Figure, where: str) -> Figure:
    """The figure as the viewer may read it: outside without a list of persons.

    With any of its counts from 1 to 4 it has outside neither counts nor bounds nor its sentence;
    the first of its counts is that of all persons `where`.
    """
    if is_inside(corpus):
        return figure
    if not any(is_small(count) for _, count in figure.counts):
        return replace(figure, items=(), parts=())
    persons = figure.counts[0][1]
    sentence = say(
        "{persons} {where}; the other counts are too small to be printed.",
        persons=persons_told(persons),
        where=where,
    )
    return replace(figure, sentence=sentence, counts=(), bounds=None, items=(), parts=(), notes=())
