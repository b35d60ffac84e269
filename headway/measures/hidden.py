"""Disclosed withholdings as measures count them: what is not told may be any of what is asked.

A withholding names the noun and what else was disclosed (dialogue, round, concern). Where it
names none of these, the fact may belong to any, and widens every bound it may belong to.
"""

from headway.domain.assessments import Withholding
from headway.domain.concerns import Concern
from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.rounds import Round
from headway.domain.values import Value
from headway.measures.figure import Item
from headway.phrases import say, say_as


def hidden(
    corpus: Corpus,
    noun: type[Value],
    dialogue: str,
    *,
    round: str | None = None,
    concern: str | None = None,
) -> tuple[Withholding, ...]:
    """Withholdings of facts of a noun that may belong to this dialogue, round and concern."""
    return tuple(
        w
        for w in corpus.withheld(noun)
        if _dialogue_of(corpus, w) in (None, dialogue)
        and (round is None or w.round in (None, round))
        and (concern is None or w.concern in (None, concern))
    )


def _dialogue_of(corpus: Corpus, withholding: Withholding) -> str | None:
    if withholding.dialogue:
        return withholding.dialogue
    known = corpus.get(Round, withholding.round) or corpus.get(Concern, withholding.concern)
    return known.dialogue if known else None


def may_be_raised_by(corpus: Corpus, withholding: Withholding, party: str) -> bool:
    """Whether the withheld fact may be on a concern that this party raised."""
    concern = corpus.get(Concern, withholding.concern)
    return concern is None or concern.raised_by == party


def may_be_about(corpus: Corpus, withholding: Withholding, party: str) -> bool:
    """Whether the withheld fact may be on a concern about this party."""
    concern = corpus.get(Concern, withholding.concern)
    return concern is None or concern.about == party


def item_of(withholding: Withholding, noun: str) -> Item:
    """The withheld fact as an item: that it exists and its category, nothing else."""
    why = say_as("category", withholding.category.replace("_", " "))
    words = say("{what} ({why})", what=noun, why=why)
    return Item(any_id("Withholding", withholding.id), "withheld", words, "withheld")
