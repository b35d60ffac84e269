"""What recurs: sentences a side said on several days, courtesy told from substance."""

from collections import Counter
from typing import Any

from headway.domain.dates import PartialDate
from headway.domain.errors import NotFound
from headway.domain.parties import Dialogue, Party
from headway.domain.statements import Statement
from headway.phrases import Pairs, number, phrase, phrase_as, say, say_as, says
from headway.reuse.recurring import DAYS
from headway.web import addresses, cells, citing, heads, lists, tables
from headway.web.look import Look
from headway.web.standing import standing

KINDS = Pairs(
    {
        "substance": (
            phrase_as("recurring", "substance"),
            phrase("It holds words by which it can be known again."),
        ),
        "common_words": (
            phrase_as("recurring", "common words"),
            phrase("It holds too few telling words to know it by."),
        ),
        "notice": (
            phrase_as("recurring", "notice"),
            phrase("That a report was seen, that there is nothing to say, or whom else to ask."),
        ),
        "courtesy": (phrase_as("recurring", "courtesy"), phrase("Thanks, greetings and wishes.")),
        "title": (
            phrase_as("recurring", "title"),
            phrase("An office, a name or a form of address."),
        ),
        "template": (phrase_as("recurring", "template"), phrase("A fixed form, filled in anew.")),
    }
)
"""What kind of sentence it is: a short word and what it means, in the order of the list."""

MOST_PLACES = 4
_MEASURES = ("first_said", "reuse_share")
"""What a machine found of repeated words is shown where one of these may be read."""


def listing(look: Look, id: str) -> dict[str, Any]:
    """The sentences a side said on several days, at least once in this dialogue or forum."""
    dialogue = look.one(Dialogue, id)
    mark = _mark(look, dialogue)
    stored = look.findings.recurring(id) if mark["shown"] else None
    found = _in_order(stored or ())
    report = look.findings.recurring_report() if stored is not None else {}
    shown = _chosen(look, found)
    return {
        "title": say("Sentences that recur"),
        "lead": say(
            "What a side said in the same words on {days} days or more, anywhere in this record, "
            "and at least once here. Courtesies and notices are told apart.",
            days=number(report.get("days", DAYS)),
        ),
        "counted": _looked_at(report),
        "mark": mark,
        "unknown": _unknown(mark, stored),
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "sides": _sides(look, dialogue, found) if stored is not None else [],
        "how": say(
            "Only equal words count: an edited sentence is another one here. Courtesy, notice and "
            "substance are told by a table of patterns and by how rare the words are. That "
            "somebody repeats a sentence is no fault in itself."
        ),
        "tables": ({"places": _places(look, shown)} if shown else {})
        | ({"recurring": _list(look, found, _left_out(report))} if stored is not None else {}),
    }


def _mark(look: Look, dialogue: Dialogue) -> dict[str, Any]:
    marks = [standing(look, name, dialogue) for name in _MEASURES]
    return next((mark for mark in marks if mark["shown"]), marks[-1])


def _unknown(mark: dict[str, Any], stored: Any) -> str:
    """Why there is no list; empty where there is one."""
    if not mark["shown"]:
        return say("What was said again was not released to this view.")
    return say("Nobody has looked for this view and day.") if stored is None else ""


def _looked_at(report: dict[str, Any]) -> str:
    if not report:
        return ""
    return say(
        "Looked at: {sentences} in {texts}.",
        sentences=says("{count} sentence", "{count} sentences", sum(report["sentences"].values())),
        texts=says("{count} text", "{count} texts", report["texts"]),
    )


def _left_out(report: dict[str, Any]) -> str:
    """How many texts were not looked at: notes, readouts, texts of no side."""
    count = sum(report.get("not_assessed", {}).values())
    if not count:
        return ""
    return says(
        "{count} text that is not in the speaker’s own words, or of no side, was not looked at.",
        "{count} texts that are not in the speaker’s own words, or of no side, were not looked at.",
        count,
    )


def _in_order(found: Any) -> list[Any]:
    """Substance first, then the other kinds; within a kind most days first."""
    order = {kind: place for place, kind in enumerate(KINDS)}
    return sorted(found, key=lambda one: (order[one.kind], -one.days, one.said[0].delivered_on))


def _chosen(look: Look, found: list[Any]) -> Any:
    """The sentence whose places are asked for by `?sentence=`, or None."""
    asked = look.query.get("sentence", "")
    if not asked or not found:
        return None
    one = next((one for one in found if one.key == asked), None)
    if one is None:
        raise NotFound(say("No sentence “{given}” recurs in this view.", given=asked[:40]))
    return one


# -- both sides ------------------------------------------------------------------------------


def _sides(look: Look, dialogue: Dialogue, found: list[Any]) -> list[dict[str, Any]]:
    """Both sides of a dialogue; a forum has many, which are chosen from in the list."""
    if dialogue.kind == "forum":
        return []
    return [_side(look, party, at, found) for at, party in enumerate(look.sides(dialogue), 1)]


def _side(look: Look, party: Party, column: int, found: list[Any]) -> dict[str, Any]:
    own = [one for one in found if one.side == party.id]
    counts = Counter(one.kind for one in own)
    return {
        "party": look.party(party.id),
        "column": column,
        "sentence": says(
            "{count} sentence of this side recurs, {substance} of substance.",
            "{count} sentences of this side recur, {substance} of substance.",
            len(own),
            substance=number(counts["substance"]),
        ),
        "counts": [
            citing.count(KINDS[kind][0], counts[kind], _narrowed(look, kind, party.id))
            for kind in KINDS
            if counts[kind] or kind in ("substance", "courtesy")
        ],
        "title": "",
        "entries": [],
        "none": "",
    }


def _narrowed(look: Look, kind: str, party: str) -> str:
    asked = {"kind": kind, "by": party, "page": "", "sentence": ""}
    return addresses.same_page(look.query, **asked) + "#list-recurring"


# -- lists -----------------------------------------------------------------------------------


def _list(look: Look, found: list[Any], note: str) -> tables.Table:
    c = lists.Column
    columns = [
        c("words", say_as("recurring", "Sentence"), lambda s: _linked(look, s),
          raw=lambda s: s.words, wide=True),
        c("by", say("By"), lambda s: look.party(s.side) or cells.not_given(),
          raw=lambda s: s.side,
          choice=look.party_name),
        c("kind", say("Kind"), lambda s: KINDS[s.kind][0], raw=lambda s: s.kind,
          choice=lambda kind: KINDS[kind][0], choices=tuple(KINDS)),
        c("days", say("Days"), lambda s: s.days, raw=lambda s: s.days),
        c("times", say("Times"), lambda s: _times(look, s), raw=lambda s: len(s.said)),
        c("first", say("First said"), lambda s: _day(s.said[0]),
          raw=lambda s: s.said[0].delivered_on, period=True),
        c("last", say("Last said"), lambda s: _day(s.said[-1]),
          raw=lambda s: s.said[-1].delivered_on),
        c("where", say("Where and to whom"), lambda s: _where(look, s),
          raw=lambda s: tuple(dict.fromkeys(_held_in(look, p) for p in s.said)),
          choice=lambda id: _title(look, id)),
    ]  # fmt: skip
    return lists.listed(
        look,
        "recurring",
        say("All sentences that recur"),
        found,
        columns,
        haystack=lambda s: s.words,
        empty=say("Looked through: no sentence recurs."),
        note=note,
    )


def _linked(look: Look, one: Any) -> dict[str, Any]:
    return cells.text(one.words, one.language, _reader(look, one.said[0]))


def _reader(look: Look, place: Any) -> str:
    """The statement's reader with that place marked."""
    span = {"from": str(place.begin), "to": str(place.end)}
    return look.link("statements", place.statement, show=place.rendering, **span) + "#here"


def _day(place: Any) -> Any:
    return cells.day(PartialDate(place.delivered_on))


def _times(look: Look, one: Any) -> dict[str, Any]:
    href = addresses.same_page(look.query, sentence=one.key, page="") + "#list-places"
    return cells.text(number(len(one.said)), href=href)


def _where(look: Look, one: Any) -> list[Any]:
    """The rounds and forums it was said at with those spoken to, in order; the first few."""
    told = {cells.as_line(cell): cell for p in one.said for cell in [_at(look, p)]}
    shown = list(told.values())[:MOST_PLACES]
    more = len(told) - len(shown)
    return [*shown, *([says("and {count} more", "and {count} more", more)] if more else [])]


def _at(look: Look, place: Any) -> dict[str, Any]:
    """A round, else the forum and whom it was said to, else the title of the statement."""
    statement = look.one(Statement, place.statement)
    at = heads.round_link(look, statement.round)
    if at is not None:
        return at
    if statement.forum and statement.addressee:
        to = say("{forum}, to {whom}", forum=statement.forum, whom=statement.addressee)
        return cells.text(to, href=_reader(look, place))
    told = statement.forum or statement.addressee or heads.title(look, statement)
    return cells.text(told, href=_reader(look, place))


def _held_in(look: Look, place: Any) -> str:
    return look.one(Statement, place.statement).dialogue or lists.NONE


def _title(look: Look, dialogue_id: str) -> str:
    found = look.get(Dialogue, dialogue_id)
    return found.title.within(look.language) if found else dialogue_id


def _places(look: Look, one: Any) -> tables.Table:
    """Every place of one sentence, oldest first."""
    c = lists.Column
    columns = [
        c("on", say("Day"), _day, raw=lambda p: p.delivered_on, period=True),
        c("title", say("Statement"), lambda p: look.worded(
            look.one(Statement, p.statement).title, _reader(look, p)),
          raw=lambda p: look.one(Statement, p.statement).title.within(look.language)),
        c("at", say("At"), lambda p: _at(look, p)),
        c("to", say("To"),
          lambda p: look.one(Statement, p.statement).addressee or cells.not_given(),
          raw=lambda p: look.one(Statement, p.statement).addressee),
    ]  # fmt: skip
    return lists.listed(
        look,
        "places",
        say("Every time it was said: “{words}”", words=one.words),
        one.said,
        columns,
        first=False,
    )
