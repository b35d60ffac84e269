"""What persons say of a fact: judgements, a party's own answer, flags; and what is withheld."""

from collections.abc import Iterable
from typing import Any

from headway.domain.assessments import Answer, Flag, Judgement, Withholding
from headway.phrases import say, say_as
from headway.web import cells, words
from headway.web.look import Look


def voices(
    look: Look, about: Iterable[str], withheld: Iterable[Withholding] = ()
) -> dict[str, list[dict[str, Any]]]:
    """Judgements, answers and flags about any of these facts (`Noun/id`), and the withheld."""
    named = list(about)
    return {
        "judgements": [
            _judgement(look, j) for r in named for j in look.having(Judgement, "about", r)
        ],
        "answers": [_answer(look, a) for r in named for a in look.having(Answer, "about", r)],
        "flags": [
            {
                "summary": cells.text(f.summary, href=look.fact(f)),
                "settled": f.settled or say_as("flag", "open"),
            }
            for r in named
            for f in look.having(Flag, "about", r)
        ],
        "withheld": [_withheld(look, w) for w in withheld],
    }


def _judgement(look: Look, judgement: Judgement) -> dict[str, Any]:
    return {
        "summary": cells.text(judgement.summary, href=look.fact(judgement)),
        "signed": say(
            "{who}, {day}", who=judgement.signed_by, day=cells.day_words(judgement.signed_on)
        ),
        "grade": judgement.grade,
    }


def _answer(look: Look, answer: Answer) -> dict[str, Any]:
    return {
        "party": look.party(answer.party) or cells.text(say("A party")),
        "words": cells.versions(answer.words),
        "standing": _standing(answer),
        "href": look.fact(answer),
    }


def _standing(answer: Answer) -> str:
    """Where a party's answer stands: given, offered, or not known."""
    if answer.given_on is not None:
        day = cells.day_words(answer.given_on)
        if answer.words is None:
            return say("given on {day}; its words are not on record", day=day)
        return say("given on {day}", day=day)
    if answer.words is not None:
        return say("on what day it was given is not on record")
    if answer.offered_on is None:
        return say("on what day it was offered is not on record; none has come")
    return say("offered on {day}; none has come", day=cells.day_words(answer.offered_on))


def _withheld(look: Look, withholding: Withholding) -> dict[str, Any]:
    """That a fact exists and is not shown: its kind, why, and by whose decision; nothing else."""
    return {
        "noun": words.noun(withholding.noun),
        "why": words.CATEGORIES[withholding.category],
        "decided": say(
            "by decision of {who}, {day}",
            who=withholding.decided_by,
            day=cells.day_words(withholding.decided_on),
        ),
        "href": look.fact(withholding),
    }
