"""Points each side made, read out of minutes by a person: what was new, what was said again."""

from collections import Counter
from collections.abc import Iterable
from functools import partial
from typing import Any

from headway.domain.parties import Dialogue
from headway.domain.points import Point
from headway.domain.rounds import Round
from headway.measures.figure import Item
from headway.measures.repeated_points import first_made_at, reading_of
from headway.measures.threads import lowered, rounds_of
from headway.phrases import Said, phrase_as, say, says
from headway.web import addresses, cells, citing, figures, heads, links, lists, tables, words
from headway.web.look import Look

MEASURES = ("repeated_points", "reuse_share", "novelty")
MOST_SHOWN = 12

STATES = Said(
    {
        "again": phrase_as("point", "made again"),
        "disputed": phrase_as("point", "disputed"),
        "new": phrase_as("point", "not made before"),
        "not_looked": phrase_as("point", "nobody looked"),
        "no_evidence": phrase_as("point", "looked, found nothing"),
        "not_assessed": phrase_as("point", "cannot be said"),
        "withheld": phrase_as("point", "withheld"),
        "not_applicable": phrase_as("point", "there was no earlier round"),
    }
)
"""How a point stands to what its side had said at earlier rounds."""


def listing(look: Look, id: str) -> dict[str, Any]:
    """All points of a dialogue, the newest round first, with what was said again."""
    dialogue = look.one(Dialogue, id)
    rounds = {r.id: place for place, r in enumerate(heads.rounds_of(look, id))}
    found = [p for one in rounds for p in look.having(Point, "round", one)]
    found.sort(key=lambda p: (-rounds[p.round], p.id))
    return {
        "title": say("Points made"),
        "lead": say(
            "What each side put forward, told neutrally by a person who read the minutes, and "
            "whether that side had said it at an earlier round."
        ),
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "sides": [
            _side(look, party.id, place, [p for p in found if p.party == party.id])
            for place, party in enumerate(look.sides(dialogue), 1)
        ],
        "how": say(
            "A person's reading, not a comparison of words: a note repeats its note-taker. To say "
            "a thing again may be right, as where no answer came. Where texts are held word for "
            "word, look at what was delivered before."
        ),
        "panel": figures.panel(look, dialogue, MEASURES),
        "tables": {"points": _list(look, found)},
    }


def state_of(look: Look, point: Point) -> str:
    """One of `STATES`, as the measure counts the point."""
    return _reading(look, point).category


def _reading(look: Look, point: Point) -> Item:
    at = look.one(Round, point.round)
    rounds = rounds_of(look.corpus, at.dialogue)
    return reading_of(look.corpus, point, rounds if at in rounds else (*rounds, at))


# -- both sides ------------------------------------------------------------------------------


def _side(look: Look, party: str, column: int, own: list[Point]) -> dict[str, Any]:
    counts = Counter(state_of(look, p) for p in own)
    again = [p for p in own if state_of(look, p) == "again"]
    return {
        "party": look.party(party),
        "column": column,
        "sentence": says("{count} point on record", "{count} points on record", len(own)),
        "counts": [
            citing.count(STATES[s], counts[s], _narrowed(look, s, party))
            for s in STATES
            if counts[s] or s in ("again", "new")
        ],
        "title": say("Made again"),
        "entries": [_entry(look, p) for p in again[:MOST_SHOWN]],
        "none": say("No point is marked as made before."),
    }


def _narrowed(look: Look, state: str, party: str) -> str:
    asked = {"before": state, "by": party, "page": ""}
    return addresses.same_page(look.query, **asked) + "#list-points"


def _entry(look: Look, point: Point) -> dict[str, Any]:
    lines = [_at(look, point.round)]
    first = first_made_at(look.corpus, point)
    if first:
        lines.append(say("first at {round}", round=lowered(heads.short_name(first))))
    return {"title": cells.text(point.summary, href=look.fact(point)), "lines": lines}


def _at(look: Look, round_id: str) -> str:
    return heads.short_name(look.one(Round, round_id))


# -- the list --------------------------------------------------------------------------------


def _list(look: Look, found: list[Point]) -> tables.Table:
    c = lists.Column
    columns = [
        c("before", say("Made before"), lambda p: state_cell(look, p),
          raw=lambda p: state_of(look, p), choice=STATES.__getitem__, choices=tuple(STATES)),
        c("round", say("Round"), lambda p: heads.round_link(look, p.round),
          raw=lambda p: look.one(Round, p.round).began_on, choice=partial(_began, look)),
        c("by", say("Side"), lambda p: look.party(p.party), raw=lambda p: p.party,
          choice=look.party_name),
        c("summary", say("Point"), lambda p: cells.text(p.summary, href=look.fact(p)),
          raw=lambda p: p.summary, wide=True),
        c("first", say("First made at"), lambda p: first_cell(look, p)),
        c("concern", say("Concern"), lambda p: links.concern(look, p.concern) or cells.not_given(),
          raw=lambda p: links.concern_name(look, p.concern), choice=str),
        c("read_in", say("Read in"),
          lambda p: heads.statement_link(look, p.statement) or cells.not_given()),
        c("read_by", say("Read by"), lambda p: p.read_by or cells.not_given(),
          raw=lambda p: p.read_by, choice=str),
        c("source", say("Source"), lambda p: citing.sources(look, p)),
    ]  # fmt: skip
    return lists.listed(
        look,
        "points",
        say("All points"),
        found,
        columns,
        haystack=lambda p: " ".join([p.summary, links.concern_name(look, p.concern), p.read_by]),
        empty=say("No point is on record."),
    )


def _began(look: Look, day: str) -> str:
    """The name of the round that began on a day, for the choice of a round."""
    found = next((r for r in look.all(Round) if str(r.began_on) == day), None)
    return heads.short_name(found) if found else day


def state_cell(look: Look, point: Point) -> Any:
    """How a point stands to earlier rounds, with its mark where that is not known."""
    state = state_of(look, point)
    return {"text": STATES[state], "code": state} if state in words.CODES else STATES[state]


def first_cell(look: Look, point: Point) -> Any:
    """The round a repeated point leads back to, as a link."""
    again = point.made_before == "yes" and state_of(look, point) != "not_applicable"
    if not again:
        return ""
    first = first_made_at(look.corpus, point)
    return heads.round_link(look, first.id) if first else say("not noted where")


# -- on other pages --------------------------------------------------------------------------


def table_of(look: Look, points: Iterable[Point], *, over_rounds: bool = False) -> tables.Table:
    """Points of one round by side with their concern; `over_rounds` those of one concern."""
    where = ("round", say("Round")) if over_rounds else ("concern", say("Concern"))
    columns = [
        ("by", say("Side")),
        ("summary", say("Point")),
        ("before", say("Made before")),
        ("first", say("First made at")),
        where,
        ("read_by", say("Read by")),
    ]
    began = {r.id: r.began_on for r in look.all(Round)} if over_rounds else {}
    rows = [
        {
            "by": look.party(p.party),
            "summary": cells.text(p.summary, href=look.fact(p)),
            "before": state_cell(look, p),
            "first": first_cell(look, p),
            where[0]: _where(look, p, over_rounds=over_rounds),
            "read_by": p.read_by or cells.not_given(),
        }
        for p in sorted(points, key=lambda p: (began.get(p.round, ""), p.party, p.id))
    ]
    empty = say("No point is on record.")
    return tables.table("points", say("Points made"), columns, rows, empty=empty)


def _where(look: Look, point: Point, *, over_rounds: bool) -> Any:
    if over_rounds:
        return heads.round_link(look, point.round)
    return links.concern(look, point.concern) or cells.not_given()
