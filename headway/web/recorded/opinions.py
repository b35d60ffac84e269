"""Counts of what was said about a dialogue, why it is held, and whether that was checked."""

from collections.abc import Mapping, Sequence

from headway.domain.assessments import Assessment, Submission
from headway.domain.dates import PartialDate
from headway.domain.parties import Dialogue
from headway.domain.statements import Asking, Remark, Statement
from headway.domain.undertakings import Decision, Purpose, Recommendation
from headway.phrases import listing, number, say, says
from headway.web import cells
from headway.web.look import Look
from headway.web.recorded.counting import Fact, Recorded, by_each, of_each, page_of

# -- what was said about it ------------------------------------------------------------------


def _remarks(look: Look, dialogue: Dialogue) -> Recorded:
    found = look.having(Remark, "dialogue", dialogue.id)
    told = says("{count} remark on record", "{count} remarks on record", len(found))
    return Recorded(
        len(found),
        say("{what}: {sides}.", what=told, sides=by_each(look, dialogue, _parties(found))),
        page_of(look, dialogue, "remarks"),
    )


def _parties(found: Sequence[Remark]) -> list[str | None]:
    return [remark.party for remark in found]


def _other_remarks(look: Look, dialogue: Dialogue) -> Recorded:
    found = [
        r for r in look.having(Remark, "dialogue", dialogue.id) if r.party not in dialogue.parties
    ]
    return Recorded(
        len(found),
        says(
            "{count} remark on record is from neither side.",
            "{count} remarks on record are from neither side.",
            len(found),
        ),
        page_of(look, dialogue, "remarks", side="-"),
    )


def _askings(look: Look, dialogue: Dialogue) -> Recorded:
    found = [a for a in look.having(Asking, "dialogue", dialogue.id) if a.asked is not None]
    return Recorded(
        len(found),
        says(
            "Of {count} group it is on record how many were asked.",
            "Of {count} groups it is on record how many were asked.",
            len(found),
        ),
        page_of(look, dialogue, "remarks"),
    )


def _readouts(look: Look, dialogue: Dialogue) -> Recorded:
    kinds = ("readout", "joint_statement")
    found = [s for s in look.having(Statement, "dialogue", dialogue.id) if s.kind in kinds]
    return Recorded(
        len(found),
        says(
            "{count} readout or joint statement is on record, to be held against what was raised.",
            "{count} readouts and joint statements are on record, to be held against what was "
            "raised.",
            len(found),
        ),
        page_of(look, dialogue, "statements", kind="readout"),
    )


def _submissions(look: Look, dialogue: Dialogue) -> Recorded:
    found = [s for s in look.all(Submission) if s.dialogue == dialogue.id]
    return Recorded(
        len(found),
        says(
            "{count} submission of others is on record.",
            "{count} submissions of others are on record.",
            len(found),
        ),
        look.link("values", "Submission", dialogue=dialogue.id),
    )


# -- why, and whether that was checked -------------------------------------------------------


def _purposes(look: Look, dialogue: Dialogue, *modes: str) -> Recorded:
    found = [
        p
        for p in look.having(Purpose, "dialogue", dialogue.id)
        if p.mode in modes and p.party in dialogue.parties
    ]
    sides = of_each(look, dialogue, [p.party for p in found])
    told = _purposes_told(modes[0] if len(modes) == 1 else "", len(found), sides)
    return Recorded(len(found), told, page_of(look, dialogue) + "#purposes")


def _purposes_told(mode: str, count: int, sides: str) -> str:
    if mode == "stated":
        return says(
            "{count} purpose is on record as stated by a side itself: {sides}.",
            "{count} purposes are on record as stated by a side itself: {sides}.",
            count,
            sides=sides,
        )
    if mode == "ascribed":
        return says(
            "{count} purpose is on record as ascribed by others: {sides}.",
            "{count} purposes are on record as ascribed by others: {sides}.",
            count,
            sides=sides,
        )
    return says(
        "{count} purpose is on record: {sides}.",
        "{count} purposes are on record: {sides}.",
        count,
        sides=sides,
    )


def _decisions(look: Look, dialogue: Dialogue) -> Recorded:
    found = look.having(Decision, "dialogue", dialogue.id)
    taken = sum(1 for d in found if d.decided_on)
    return Recorded(
        len(found),
        says(
            "{count} decision or review is on record; {taken} with the day it was taken.",
            "{count} decisions and reviews are on record; {taken} with the day they were taken.",
            len(found),
            taken=number(taken),
        ),
        page_of(look, dialogue) + "#decisions",
    )


def _recommendations(look: Look, dialogue: Dialogue) -> Recorded:
    found = look.having(Recommendation, "dialogue", dialogue.id)
    return Recorded(
        len(found),
        says(
            "{count} recommendation is on record, with the answers to it.",
            "{count} recommendations are on record, with the answers to them.",
            len(found),
        ),
        page_of(look, dialogue, "recommendations"),
    )


def _assessments(look: Look, dialogue: Dialogue) -> Recorded:
    found = [a for a in look.having(Assessment, "dialogue", dialogue.id) if a.commissioner]
    told = [
        say(
            "“{title}”, for {who}, from {begun} to {ended}",
            title=a.title.within(look.language),
            who=a.commissioner,
            begun=_day(a.commissioned_on),
            ended=_day(a.delivered_on),
        )
        for a in found
    ]
    return Recorded(
        len(found),
        say("{count} on record with a commissioner: {which}.", count=number(len(found)),
            which=listing(told)) if found else say("No assessment is on record."),
        page_of(look, dialogue, "assessments"),
    )  # fmt: skip


def _day(day: PartialDate | None) -> str:
    return cells.day_words(day) if day else say("a day not given")


def _interests(look: Look, dialogue: Dialogue) -> Recorded:
    found = look.having(Assessment, "dialogue", dialogue.id)
    declared = sum(1 for a in found if a.interest)
    return Recorded(
        len(found),
        says(
            "{count} assessment names its author; {declared} with a declaration of interest.",
            "{count} assessments name their author; {declared} with a declaration of interest.",
            len(found),
            declared=number(declared),
        ),
        page_of(look, dialogue, "assessments"),
    )


FACTS: Mapping[str, Fact] = {
    "askings": _askings,
    "assessments": _assessments,
    "decisions": _decisions,
    "interests": _interests,
    "other_remarks": _other_remarks,
    "purposes": lambda look, dialogue: _purposes(look, dialogue, "stated", "ascribed"),
    "purposes_ascribed": lambda look, dialogue: _purposes(look, dialogue, "ascribed"),
    "purposes_stated": lambda look, dialogue: _purposes(look, dialogue, "stated"),
    "readouts": _readouts,
    "recommendations": _recommendations,
    "remarks": _remarks,
    "submissions": _submissions,
}
