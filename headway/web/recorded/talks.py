"""Counts of how a dialogue is held, who is who, what came of it and what happened around."""

from collections.abc import Mapping

from headway.domain.capacity import Effort, Staffing
from headway.domain.concerns import Forecast
from headway.domain.evidence import Benchmark, Indicator, Observation, OnwardReport, Search
from headway.domain.parties import Body, Dialogue, Mandate
from headway.domain.points import Point
from headway.domain.rounds import AgendaItem, Arrangement, Delegate, Round
from headway.domain.statements import Rendering, Statement
from headway.domain.undertakings import Action, Contact, Visit
from headway.phrases import number, say, says
from headway.web import cells
from headway.web.look import Look
from headway.web.recorded.counting import (
    Fact,
    Recorded,
    at_rounds,
    by_each,
    of_each,
    on_concerns,
    page_of,
)
from headway.web.timeline import events_of

# -- how it is held --------------------------------------------------------------------------


def _began(look: Look, dialogue: Dialogue) -> Recorded:
    if dialogue.began_on is None:
        return Recorded(0, say("When it began is not on record."), look.fact(dialogue))
    told = say("Its first day on record: {day}.", day=cells.day_words(dialogue.began_on))
    return Recorded(1, told, look.fact(dialogue))


def _rounds(look: Look, dialogue: Dialogue) -> Recorded:
    found = look.having(Round, "dialogue", dialogue.id)
    return Recorded(
        len(found),
        says("{count} round is on record.", "{count} rounds are on record.", len(found)),
        page_of(look, dialogue) + "#rounds",
    )


def _agenda(look: Look, dialogue: Dialogue) -> Recorded:
    found = at_rounds(look, dialogue, AgendaItem)
    return Recorded(
        len(found),
        says(
            "{count} agenda item is on record.", "{count} agenda items are on record.", len(found)
        ),
        look.link("values", "AgendaItem", dialogue=dialogue.id),
    )


def _arrangements(look: Look, dialogue: Dialogue) -> Recorded:
    found = look.having(Arrangement, "dialogue", dialogue.id)
    late = [a for a in found if a.step in ("postponed", "cancelled")]
    return Recorded(
        len(found),
        says(
            "{count} step towards a round is on record; {late} put one off or called it off: "
            "{sides}.",
            "{count} steps towards a round are on record; {late} put one off or called it off: "
            "{sides}.",
            len(found),
            late=number(len(late)),
            sides=by_each(look, dialogue, [a.by for a in late]),
        ),
        page_of(look, dialogue) + "#arrangements",
    )


def _delegates(look: Look, dialogue: Dialogue) -> Recorded:
    found = at_rounds(look, dialogue, Delegate)
    return Recorded(
        len(found),
        says(
            "{count} place on a list of delegates is on record: {sides}.",
            "{count} places on lists of delegates are on record: {sides}.",
            len(found),
            sides=of_each(look, dialogue, [d.party for d in found]),
        ),
        page_of(look, dialogue, "bodies"),
    )


# -- who is who ------------------------------------------------------------------------------


def _mandates(look: Look, dialogue: Dialogue, *relations: str) -> list[tuple[Mandate, str | None]]:
    return [
        (m, body.party)
        for m in on_concerns(look, dialogue, Mandate)
        if m.relation in relations
        for body in [look.get(Body, m.body)]
        if body is not None
    ]


def _owners(look: Look, dialogue: Dialogue) -> Recorded:
    found = _mandates(look, dialogue, "owns")
    return Recorded(
        len(found),
        says(
            "{count} claim that a body owns a policy is on record: {sides}.",
            "{count} claims that a body owns a policy are on record: {sides}.",
            len(found),
            sides=of_each(look, dialogue, [party or "" for _, party in found]),
        ),
        page_of(look, dialogue, "bodies"),
    )


def _speaks_for(look: Look, dialogue: Dialogue) -> Recorded:
    found = _mandates(look, dialogue, "speaks_for")
    return Recorded(
        len(found),
        says(
            "{count} claim that a body speaks for a policy is on record: {sides}; "
            "{disputed} disputed.",
            "{count} claims that a body speaks for a policy are on record: {sides}; "
            "{disputed} disputed.",
            len(found),
            sides=of_each(look, dialogue, [party or "" for _, party in found]),
            disputed=number(sum(m.disputed for m, _ in found)),
        ),
        page_of(look, dialogue, "bodies"),
    )


# -- what came of it -------------------------------------------------------------------------


def _onward(look: Look, dialogue: Dialogue) -> Recorded:
    found = on_concerns(look, dialogue, OnwardReport)
    return Recorded(
        len(found),
        says(
            "{count} piece of evidence of reporting to a superior is on record.",
            "{count} pieces of evidence of reporting to a superior are on record.",
            len(found),
        ),
        look.link("values", "OnwardReport", dialogue=dialogue.id),
    )


def _searches(look: Look, dialogue: Dialogue) -> Recorded:
    found = [s for s in on_concerns(look, dialogue, Search) if s.rung == "reported"]
    return Recorded(
        len(found),
        says(
            "{count} search for such evidence is on file.",
            "{count} searches for such evidence are on file.",
            len(found),
        ),
        look.link("values", "Search", rung="reported", dialogue=dialogue.id),
    )


def _points(look: Look, dialogue: Dialogue) -> Recorded:
    found = at_rounds(look, dialogue, Point)
    return Recorded(
        len(found),
        says(
            "{count} point read out of minutes is on record: {sides}.",
            "{count} points read out of minutes are on record: {sides}.",
            len(found),
            sides=by_each(look, dialogue, [p.party for p in found]),
        ),
        page_of(look, dialogue, "points"),
    )


def _staffings(look: Look, dialogue: Dialogue) -> Recorded:
    found = [s for p in dialogue.parties for s in look.having(Staffing, "party", p)]
    return Recorded(
        len(found),
        says(
            "{count} dated count of staff is on record: {sides}.",
            "{count} dated counts of staff are on record: {sides}.",
            len(found),
            sides=of_each(look, dialogue, [s.party for s in found]),
        ),
        page_of(look, dialogue, "capacity"),
    )


def _efforts(look: Look, dialogue: Dialogue) -> Recorded:
    found = at_rounds(look, dialogue, Effort)
    return Recorded(
        len(found),
        says(
            "{count} note of what a round took is on record: {sides}.",
            "{count} notes of what a round took are on record: {sides}.",
            len(found),
            sides=of_each(look, dialogue, [e.party for e in found]),
        ),
        page_of(look, dialogue, "capacity"),
    )


def _elsewhere(look: Look, dialogue: Dialogue) -> Recorded:
    found = [
        s
        for s in look.all(Statement)
        if s.party in dialogue.parties and s.dialogue != dialogue.id and s.round is None
    ]
    return Recorded(
        len(found),
        says(
            "{count} statement made elsewhere is on record: {sides}.",
            "{count} statements made elsewhere are on record: {sides}.",
            len(found),
            sides=by_each(look, dialogue, [s.party for s in found]),
        ),
        look.link("values", "Statement"),
    )


def _forecasts(look: Look, dialogue: Dialogue) -> Recorded:
    found = on_concerns(look, dialogue, Forecast)
    sealed = sum(1 for f in found if f.sealed_on)
    return Recorded(
        len(found),
        says(
            "{count} forecast of a reply is on record, {sealed} sealed before the round.",
            "{count} forecasts of replies are on record, {sealed} sealed before the round.",
            len(found),
            sealed=number(sealed),
        ),
        look.link("values", "Forecast", dialogue=dialogue.id),
    )


def _visits(look: Look, dialogue: Dialogue) -> Recorded:
    found = look.having(Visit, "dialogue", dialogue.id)
    return Recorded(
        len(found),
        says(
            "{count} site visit was asked for: {sides}; {held} held.",
            "{count} site visits were asked for: {sides}; {held} held.",
            len(found),
            sides=by_each(look, dialogue, [v.asked_by for v in found]),
            held=number(sum(v.held == "yes" for v in found)),
        ),
        look.link("values", "Visit", dialogue=dialogue.id),
    )


def _observations(look: Look, dialogue: Dialogue) -> Recorded:
    marks = [b.id for b in on_concerns(look, dialogue, Benchmark)]
    indicators = [i.id for b in marks for i in look.having(Indicator, "benchmark", b)]
    count = sum(len(look.having(Observation, "indicator", i)) for i in indicators)
    return Recorded(
        count,
        says(
            "{count} dated observation is tied to its concerns.",
            "{count} dated observations are tied to its concerns.",
            count,
        ),
        look.link("values", "Observation"),
    )


def _texts(look: Look, dialogue: Dialogue) -> Recorded:
    said = look.having(Statement, "dialogue", dialogue.id)
    texts = [r for s in said for r in look.having(Rendering, "statement", s.id)]
    return Recorded(
        len(texts),
        says(
            "{count} text of {statements} is on record, in {languages}.",
            "{count} texts of {statements} are on record, in {languages}.",
            len(texts),
            statements=says("{count} statement", "{count} statements", len(said)),
            languages=says(
                "{count} language",
                "{count} languages",
                len({r.language.split("-")[0] for r in texts}),
            ),
        ),
        page_of(look, dialogue, "papers"),
    )


# -- between rounds, and around them ---------------------------------------------------------


def _contacts(look: Look, dialogue: Dialogue) -> Recorded:
    found = look.having(Contact, "dialogue", dialogue.id)
    return Recorded(
        len(found),
        says(
            "{count} contact between rounds is on record: {sides}.",
            "{count} contacts between rounds are on record: {sides}.",
            len(found),
            sides=by_each(look, dialogue, [c.by for c in found]),
        ),
        page_of(look, dialogue, "actions"),
    )


def _actions(look: Look, dialogue: Dialogue) -> Recorded:
    found = look.having(Action, "dialogue", dialogue.id)
    return Recorded(
        len(found),
        says(
            "{count} action between rounds is on record, {closed} done.",
            "{count} actions between rounds are on record, {closed} done.",
            len(found),
            closed=number(sum(a.closed_as == "done" for a in found)),
        ),
        page_of(look, dialogue, "actions"),
    )


def _resolutions(look: Look, dialogue: Dialogue) -> Recorded:
    found = [e for e in events_of(look, dialogue) if e.kind in ("resolution", "vote")]
    kinds = {e.kind for e in found}
    return Recorded(
        len(found),
        says(
            "{count} resolution or vote around it is on record.",
            "{count} resolutions and votes around it are on record.",
            len(found),
        ),
        page_of(look, dialogue, "events", **({"kind": kinds.pop()} if len(kinds) == 1 else {})),
    )


def _around(look: Look, dialogue: Dialogue) -> Recorded:
    found = events_of(look, dialogue)
    return Recorded(
        len(found),
        says(
            "{count} event around it is on record, each with its days from the nearest round.",
            "{count} events around it are on record, each with its days from the nearest round.",
            len(found),
        ),
        page_of(look, dialogue, "events"),
    )


FACTS: Mapping[str, Fact] = {
    "actions": _actions,
    "agenda": _agenda,
    "arrangements": _arrangements,
    "began": _began,
    "contacts": _contacts,
    "delegates": _delegates,
    "efforts": _efforts,
    "elsewhere": _elsewhere,
    "events": _around,
    "forecasts": _forecasts,
    "mandates": _owners,
    "observations": _observations,
    "onward_reports": _onward,
    "points": _points,
    "resolutions": _resolutions,
    "rounds": _rounds,
    "searches": _searches,
    "speaks_for": _speaks_for,
    "staffings": _staffings,
    "texts": _texts,
    "visits": _visits,
}
