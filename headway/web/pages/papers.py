"""Papers and their languages: what exists, what is missing, what nobody noted, what is due when."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from headway.domain.parties import Dialogue, Party
from headway.domain.statements import Rendering, Statement, Term
from headway.domain.values import UNKNOWN_CODES
from headway.measures.translation_coverage import INWARD
from headway.phrases import Said, phrase_as, say, says
from headway.web import (
    addresses,
    cells,
    citing,
    days,
    figures,
    heads,
    lists,
    places,
    tables,
    words,
)
from headway.web.look import Look

MOST_SHOWN = 12
MEASURES = (
    "translation_coverage",
    "translation_timeliness",
    "translation_quality",
    "translation_omissions",
    "disputed_terms",
)

STATES = Said(
    {
        "held": phrase_as("text", "held"),
        "exists": phrase_as("text", "known to exist, not held"),
        "none": phrase_as("text", "none was made"),
        "not_found": phrase_as("text", "looked, found none"),
        "not_looked": phrase_as("text", "nobody noted one"),
        "withheld": phrase_as("text", "withheld"),
        "not_assessed": phrase_as("text", "cannot be said"),
        "not_needed": phrase_as("text", "none is needed"),
    }
)
"""What is known of a text in a language; what is missing and what nobody noted stay apart."""

_OF_CODE = {
    "yes": "exists",
    "no": "none",
    "no_evidence": "not_found",
    "not_looked": "not_looked",
    "withheld": "withheld",
    "not_assessed": "not_assessed",
    "not_applicable": "not_needed",
}
_MISSING = frozenset({"none", "not_found", "not_looked", "not_assessed"})


@dataclass(frozen=True, slots=True)
class Text:
    """A statement in one language: a rendering on record, or the place where one would stand."""

    statement: Statement
    language: str
    rendering: Rendering | None = None

    @property
    def state(self) -> str:
        """One of `STATES`."""
        if self.rendering is None:
            return "not_looked"
        return "held" if self.rendering.text else _OF_CODE[self.rendering.available]


def listing(look: Look, id: str) -> dict[str, Any]:
    """Every statement and paper of a dialogue in every language, and what is due when."""
    dialogue = look.one(Dialogue, id)
    sides = look.sides(dialogue)
    found = _in_order(look, [t for s in _statements(look, id) for t in _texts(look, s, sides)])
    return {
        "title": say("Papers and translations"),
        "lead": say(
            "Every statement and paper with its texts: in which language, of what kind, when it "
            "was due and when it was there, and who looked it over."
        ),
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "counted": say("Deadlines are held against {day}.", day=days.in_words(look)),
        "more": [cells.text(say("Places to look in translations"), href="#list-places")],
        "sides": [_side(look, party, place, found) for place, party in enumerate(sides, 1)],
        "how": say(
            "A text that nobody noted is not a text that is missing. Readouts and minutes are "
            "made for one's own side; only the languages they exist in are listed."
        ),
        "panel": figures.panel(look, dialogue, MEASURES),
        "tables": {
            "texts": _list(look, found),
            "places": places.table(look, places.found(look, dialogue)),
            "terms": _terms(look, dialogue),
        },
    }


def _statements(look: Look, dialogue: str) -> list[Statement]:
    return heads.in_order(look.having(Statement, "dialogue", dialogue))


def _texts(look: Look, statement: Statement, sides: list[Party]) -> list[Text]:
    """The texts of a statement, and a place for each side's language that nobody noted."""
    renderings = heads.renderings_of(look, statement.id)
    texts = [Text(statement, r.language, r) for r in renderings]
    if statement.kind in INWARD or statement.party is None:
        return texts
    known = {_base(r.language) for r in renderings}
    for party in sides:
        if party.languages and not known & {_base(tag) for tag in party.languages}:
            texts.append(Text(statement, party.languages[0]))
    return texts


def _base(language: str) -> str:
    return language.split("-")[0]


def _in_order(look: Look, found: list[Text]) -> list[Text]:
    """What is due and not there first, by deadline; then the newest statements."""
    on = days.counted_on(look).isoformat()
    waiting = [t for t in found if _is_waiting(t)]
    waiting.sort(key=lambda t: (str(t.statement.due_on) < on, t.statement.due_on or ""))
    first = set(map(id, waiting))
    return [*waiting, *(t for t in reversed(found) if id(t) not in first)]


def _is_waiting(text: Text) -> bool:
    """Whether a text has a deadline and is not there."""
    return text.statement.due_on is not None and text.state in _MISSING


# -- both sides ------------------------------------------------------------------------------


def _side(look: Look, party: Party, column: int, found: list[Text]) -> dict[str, Any]:
    own = [t for t in found if t.statement.party == party.id]
    other = [t for t in own if _base(t.language) not in {_base(tag) for tag in party.languages}]
    counts = Counter(t.state for t in other)
    waiting = [t for t in own if _is_waiting(t)]
    return {
        "party": look.party(party.id),
        "column": column,
        "sentence": say(
            "{statements} by this side; in other languages than its own:",
            statements=says(
                "{count} statement or paper",
                "{count} statements and papers",
                len({t.statement.id for t in own}),
            ),
        ),
        "counts": [
            citing.count(STATES[s], counts[s], _narrowed(look, s, party.id))
            for s in STATES
            if counts[s] or s in ("held", "none", "not_looked")
        ],
        "title": say("Due, and not there"),
        "entries": [_entry(look, t) for t in waiting[:MOST_SHOWN]],
        "none": say("Nothing that is due is missing."),
    }


def _narrowed(look: Look, state: str, party: str) -> str:
    asked = {"state": state, "by": party, "page": ""}
    return addresses.same_page(look.query, **asked) + "#list-texts"


def _entry(look: Look, text: Text) -> dict[str, Any]:
    due_on = text.statement.due_on
    lines = [words.language(text.language), STATES[text.state]]
    if due_on is not None:
        late = days.late_by(due_on, days.counted_on(look))
        lines.append(say("due {day}", day=cells.day_words(due_on)))
        lines += [says("{count} day late", "{count} days late", late)] if late > 0 else []
    return {"title": heads.statement_link(look, text.statement.id), "lines": lines}


# -- lists -----------------------------------------------------------------------------------


def _list(look: Look, found: list[Text]) -> tables.Table:
    c = lists.Column
    columns = [
        c("title", say("Statement or paper"), lambda t: _title(look, t),
          raw=lambda t: t.statement.title.within(look.language)),
        c("by", say("By"), lambda t: look.party(t.statement.party) or say("neither side"),
          raw=lambda t: t.statement.party, choice=look.party_name),
        c("delivered", say("Delivered"), lambda t: _delivered(look, t),
          raw=lambda t: t.statement.delivered_on, period=True),
        c("text_language", say("Language"), lambda t: words.language(t.language),
          raw=lambda t: t.language, choice=words.language),
        c("kind", say("Kind of text"), lambda t: _kind(t),
          raw=lambda t: t.rendering.kind if t.rendering else None,
          choice=words.RENDERING_KINDS.__getitem__, choices=tuple(words.RENDERING_KINDS)),
        c("state", say("Is it there"), lambda t: _state(look, t), raw=lambda t: t.state,
          choice=STATES.__getitem__, choices=tuple(STATES)),
        c("due", say("Due"), lambda t: cells.day(t.statement.due_on) or say("no deadline"),
          raw=lambda t: t.statement.due_on),
        c("there", say("There"), lambda t: _there(t), raw=lambda t: _lateness(t)),
        c("reviewed", say("Looked over"), lambda t: _reviewed(t),
          raw=lambda t: t.rendering.reviewed if t.rendering else None,
          choice=words.REVIEWED.__getitem__, choices=tuple(words.REVIEWED)),
        c("source", say("Source"), lambda t: citing.sources(look, t.rendering or t.statement)),
    ]  # fmt: skip
    return lists.listed(
        look,
        "texts",
        say("All texts"),
        found,
        columns,
        haystack=lambda t: " ".join([*t.statement.title.values(), words.language(t.language)]),
        empty=say("No statement or paper is on record."),
    )


def _title(look: Look, text: Text) -> Any:
    if text.rendering is None or not text.rendering.text:
        return heads.statement_link(look, text.statement.id)
    href = look.link("statements", text.statement.id, show=text.rendering.id)
    return look.worded(text.statement.title, href)


def _delivered(look: Look, text: Text) -> Any:
    day, at = cells.day(text.statement.delivered_on), heads.round_link(look, text.statement.round)
    return [day, at] if at else day


def _kind(text: Text) -> str:
    if text.rendering is None:
        return say("no text is noted")
    kind = words.RENDERING_KINDS[text.rendering.kind]
    return say("{kind}, {fidelity}", kind=kind, fidelity=words.FIDELITY[text.rendering.fidelity][0])


def _state(look: Look, text: Text) -> dict[str, Any]:
    """What is known of a text, with the mark of its code, and a link to its entry."""
    code = "yes" if text.state == "held" else text.rendering.available if text.rendering else ""
    cell = {"text": STATES[text.state], "code": code or "not_looked"}
    return cell | ({"href": look.fact(text.rendering)} if text.rendering else {})


def _there(text: Text) -> Any:
    rendering = text.rendering
    if rendering is None or rendering.available_on is None:
        unknown = text.state in ("held", "exists") or text.state in UNKNOWN_CODES
        return say("the day is not given") if unknown else say("not there")
    day = cells.day(rendering.available_on)
    if text.statement.due_on is None:
        return day
    return [day, days.apart_words(*days.apart(text.statement.due_on, rendering.available_on))]


def _lateness(text: Text) -> int | None:
    """The fewest days after its deadline that a text was there; negative is early."""
    if text.rendering is None or not text.rendering.available_on or not text.statement.due_on:
        return None
    return days.apart(text.statement.due_on, text.rendering.available_on)[0]


def _reviewed(text: Text) -> Any:
    if text.rendering is None:
        return say("there is nothing to look over")
    told = words.REVIEWED[text.rendering.reviewed]
    if text.rendering.reviewed_on is None:
        return told
    return [told, cells.day(text.rendering.reviewed_on)]


def _terms(look: Look, dialogue: Dialogue) -> tables.Table:
    c = lists.Column
    columns = [
        c("term", say("Term"), lambda t: cells.versions(t.wording),
          raw=lambda t: t.wording.within(look.language)),
        c("status", say("Status"), lambda t: cells.text(words.plain(t.status), href=look.fact(t)),
          raw=lambda t: t.status, choice=words.plain),
        c("views", say("What each side says"), lambda t: t.views or cells.not_given(),
          raw=lambda t: t.views),
        c("source", say("Source"), lambda t: citing.sources(look, t)),
    ]  # fmt: skip
    return lists.listed(
        look,
        "terms",
        say("Agreed and disputed terms"),
        look.having(Term, "dialogue", dialogue.id),
        columns,
        haystack=lambda t: " ".join([*t.wording.values(), t.views]),
        first=False,
        empty=say("No term is on record."),
    )
