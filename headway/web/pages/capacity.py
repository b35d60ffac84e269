"""What each side puts in: people of its division, days of work and cost of every round."""

from collections.abc import Iterable, Sequence
from typing import Any

from headway.domain.capacity import Effort, Staffing
from headway.domain.parties import Dialogue
from headway.measures.efforts import cost_told, days_told
from headway.measures.staff_counts import WHY, counted
from headway.phrases import say, says
from headway.web import cells, citing, figures, heads, links, lists, tables, words
from headway.web.look import Look

MEASURES = ("capacity", "size", "hours")
MOST_SHOWN = 12


def listing(look: Look, id: str) -> dict[str, Any]:
    """All counts of staff of both sides, and what every round took them."""
    dialogue = look.one(Dialogue, id)
    sides = look.sides(dialogue)
    staff = {party.id: _staff(look, party.id) for party in sides}
    efforts = {party.id: _efforts(look, dialogue, party.id) for party in sides}
    return {
        "title": say("Staff, days and cost"),
        "lead": say(
            "How many people each side has for human rights, on which day, as which source "
            "states; and what a round took of days and money, where it is known."
        ),
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "sides": [
            _side(look, party.id, place, staff[party.id], efforts[party.id])
            for place, party in enumerate(sides, 1)
        ],
        "how": say(
            "Figures stand as their sources state them. Nothing is added up: sources cover "
            "different things. Amounts are not converted. A smaller number tells neither why nor "
            "what the people left can do."
        ),
        "panel": figures.panel(look, dialogue, MEASURES),
        "tables": {
            "staff": _staff_list(look, [s for own in staff.values() for s in own]),
            "efforts": _effort_list(look, [e for own in efforts.values() for e in own]),
        },
    }


def _staff(look: Look, party: str) -> list[Staffing]:
    return sorted(look.having(Staffing, "party", party), key=lambda s: (s.on, s.id))


def _efforts(look: Look, dialogue: Dialogue, party: str) -> list[Effort]:
    rounds = heads.rounds_of(look, dialogue.id)
    found = (e for r in rounds for e in look.having(Effort, "round", r.id))
    return [effort for effort in found if effort.party == party]


# -- both sides ------------------------------------------------------------------------------


def _side(
    look: Look, party: str, column: int, staff: Sequence[Staffing], efforts: Sequence[Effort]
) -> dict[str, Any]:
    return {
        "party": look.party(party),
        "column": column,
        "sentence": says(
            "{count} count of staff on record", "{count} counts of staff on record", len(staff)
        ),
        "counts": [
            citing.count(say("with a number"), sum(s.staff is not None for s in staff)),
            citing.count(
                say("rounds with days"),
                len({e.round for e in efforts if e.person_days is not None}),
            ),
            citing.count(
                say("rounds with a cost"), len({e.round for e in efforts if e.cost is not None})
            ),
        ],
        "title": say("Staff, the latest first"),
        "entries": [_entry(look, s) for s in reversed(staff[-MOST_SHOWN:])],
        "none": say("No count of staff is on record."),
    }


def _entry(look: Look, count: Staffing) -> dict[str, Any]:
    body = links.body(look, count.body)
    where = str(body["text"]) if body else count.body
    return {
        "title": cells.text(staff_told(count), href=look.fact(count)),
        "lines": [cells.day_words(count.on), count.division or where],
    }


def staff_told(count: Staffing) -> str:
    """How many there were, or why no number is known."""
    if count.staff is None:
        return say("number not known ({why})", why=WHY[count.why_unknown or "not_looked"])
    return counted(count.counted_as, count.staff)


# -- the lists -------------------------------------------------------------------------------


def _staff_list(look: Look, found: Sequence[Staffing]) -> tables.Table:
    c = lists.Column
    columns = [
        c("on", say("Day"), lambda s: cells.day(s.on), raw=lambda s: s.on, period=True),
        c("side", say("Side"), lambda s: look.party(s.party), raw=lambda s: s.party,
          choice=look.party_name),
        c("staff", say("Staff"), lambda s: _staff_cell(look, s), raw=lambda s: s.staff),
        c("counted", say("What is counted"), lambda s: words.plain(s.counted_as),
          raw=lambda s: s.counted_as, choice=words.plain),
        c("body", say("Body"), lambda s: links.body(look, s.body) or cells.not_given(),
          raw=lambda s: s.body),
        c("division", say("Division"), lambda s: s.division or cells.not_given(),
          raw=lambda s: s.division, choice=str),
        c("source", say("Source"), lambda s: citing.sources(look, s)),
    ]  # fmt: skip
    return lists.listed(
        look,
        "staff",
        say("Counts of staff"),
        sorted(found, key=lambda s: (s.on, s.id), reverse=True),
        columns,
        empty=say("No count of staff is on record."),
    )


def _staff_cell(look: Look, count: Staffing) -> Any:
    cell = cells.text(staff_told(count), href=look.fact(count))
    return cell if count.staff is not None else cell | {"code": count.why_unknown or "not_looked"}


def _effort_list(look: Look, found: Sequence[Effort]) -> tables.Table:
    c = lists.Column
    columns = [
        c("round", say("Round"), lambda e: heads.round_link(look, e.round)),
        c("by", say("Side"), lambda e: look.party(e.party), raw=lambda e: e.party,
          choice=look.party_name),
        c("days", say("Days of work"), lambda e: _days_cell(e), raw=lambda e: e.person_days),
        c("cost", say("Cost"), lambda e: _cost_cell(e)),
        c("currency", say("Currency"), lambda e: e.currency or cells.not_given(),
          raw=lambda e: e.currency, choice=str),
        c("covers", say("What it covers"),
          lambda e: cells.text(e.covers or cells.not_given(), href=look.fact(e))),
        c("source", say("Source"), lambda e: citing.sources(look, e)),
    ]  # fmt: skip
    return lists.listed(
        look,
        "efforts",
        say("What each round took"),
        found,
        columns,
        first=False,
        empty=say("Nothing is on record of days or cost."),
    )


def _days_cell(effort: Effort) -> Any:
    return days_told(effort) or _missing(effort.days_unknown)


def _cost_cell(effort: Effort) -> Any:
    return cost_told(effort) or _missing(effort.cost_unknown)


def _missing(why: str | None) -> dict[str, str]:
    code = why or "not_looked"
    return {"text": words.CODES[code][0], "code": code}


# -- on other pages --------------------------------------------------------------------------


def table_of(look: Look, efforts: Iterable[Effort]) -> tables.Table:
    """What one round took each side, as its sources state it."""
    columns = [
        ("by", say("Side")),
        ("days", say("Days of work")),
        ("cost", say("Cost")),
        ("covers", say("What it covers")),
    ]
    rows = [
        {
            "by": look.party(e.party),
            "days": _days_cell(e),
            "cost": _cost_cell(e),
            "covers": cells.text(e.covers or cells.not_given(), href=look.fact(e)),
        }
        for e in sorted(efforts, key=lambda e: (e.party, e.id))
    ]
    empty = say("Nothing is on record of days or cost.")
    return tables.table("efforts", say("What it took"), columns, rows, empty=empty)
