"""A concern: both sides' wording, its thread over the rounds, its ladder, its evidence."""

from typing import Any

from headway.domain.assessments import Withholding
from headway.domain.concerns import Concern, IndividualCase, Question, Raising
from headway.domain.evidence import Evidence, OnwardReport, Search
from headway.domain.parties import Body, Dialogue, Mandate
from headway.domain.points import Point
from headway.domain.rounds import Round
from headway.domain.undertakings import Recommendation, Undertaking
from headway.phrases import say, say_as, says
from headway.web import cells, heads, links, lists, tables, words
from headway.web.look import Look
from headway.web.pages import points, recommendations, rounds, undertakings
from headway.web.pages.ladders import ladder
from headway.web.voices import voices

FEWEST = 5


def page(look: Look, id: str) -> dict[str, Any]:
    """The page of one concern."""
    concern = look.one(Concern, id)
    dialogue = look.one(Dialogue, concern.dialogue)
    return {
        "title": concern.title.within(look.language),
        "crumbs": heads.crumbs(look, dialogue, _list_link(look, dialogue)),
        "dialogue": heads.dialogue_head(look, dialogue),
        "heading": look.worded(concern.title),
        "facts": _facts(look, concern),
        "wordings": _wordings(look, dialogue, concern),
        "ladder": ladder(look, dialogue, concern),
        "thread": _thread(look, concern),
        "voices": voices(look, _own(look, concern), look.having(Withholding, "concern", id)),
        "tables": {
            "questions": rounds.question_table(look, look.having(Question, "concern", id)),
            "points": points.table_of(look, look.having(Point, "concern", id), over_rounds=True),
            "mandates": _mandates(look, id),
            "evidence": _evidence(look, id),
            "searches": _searches(look, id),
            "undertakings": undertakings.rows_of(look, look.having(Undertaking, "concern", id)),
            "reports": _reports(look, id),
        },
    }


def _own(look: Look, concern: Concern) -> list[str]:
    """The concern and the undertakings given on it."""
    given = look.having(Undertaking, "concern", concern.id)
    return [f"Concern/{concern.id}", *(f"Undertaking/{u.id}" for u in given)]


def _list_link(look: Look, dialogue: Dialogue) -> dict[str, Any]:
    return cells.text(say("Concerns"), href=look.link("dialogues", dialogue.id, "concerns"))


def _facts(look: Look, concern: Concern) -> list[dict[str, Any]]:
    facts: list[tuple[str, Any]] = [
        (say("Raised by"), look.party(concern.raised_by)),
        (say_as("concern", "About"), look.party(concern.about)),
        (say("Theme"), concern.theme or cells.not_given()),
        (say("Cases on the list"), case_count(look, concern.id)),
        (say("Record"), cells.text(say("this entry and its sources"), href=look.fact(concern))),
    ]
    if made := _recommended(look, concern):
        facts.insert(3, (say("Recommendations"), made))
    return [{"label": label, "value": value} for label, value in facts]


def _recommended(look: Look, concern: Concern) -> dict[str, Any] | None:
    """How many recommendations of the dialogue stand under its theme, and where they are listed."""
    of = [
        one
        for one in look.having(Recommendation, "dialogue", concern.dialogue)
        if concern.theme and concern.theme in recommendations.subjects(one)
    ]
    if not of:
        return None
    counted = says("{count} recommendation", "{count} recommendations", len(of))
    parts = ("dialogues", concern.dialogue, "recommendations")
    return cells.text(counted, href=look.link(*parts, subject=concern.theme))


def case_count(look: Look, concern_id: str) -> str:
    """How many persons' cases hang on a concern; below five the number is not given (rule 9)."""
    count = len(look.corpus.having(IndividualCase, "concern", concern_id))
    if 0 < count < FEWEST:
        return say("fewer than five")
    return says("{count} case", "{count} cases", count) if count else say("none on record")


def _wordings(look: Look, dialogue: Dialogue, concern: Concern) -> list[dict[str, Any]]:
    """Each side's own wording in every language it exists in, side by side."""
    order = [party.id for party in look.sides(dialogue)]
    pairs = [
        (concern.raised_by, say("as the raising side puts it"), concern.own_wording),
        (concern.about, say("as the responding side puts it"), concern.their_wording),
    ]
    pairs.sort(key=lambda pair: order.index(pair[0]) if pair[0] in order else len(order))
    return [
        {
            "party": look.party(party),
            "column": order.index(party) + 1 if party in order else 0,
            "as": role,
            "versions": cells.versions(wording),
        }
        for party, role, wording in pairs
    ]


def _thread(look: Look, concern: Concern) -> list[dict[str, Any]]:
    """One entry for every round, also for those that did not touch the concern."""
    raisings = look.having(Raising, "concern", concern.id)
    questions = look.having(Question, "concern", concern.id)
    promises = look.having(Undertaking, "concern", concern.id)
    return [
        _at_round(look, round_, raisings, questions, promises)
        for round_ in heads.rounds_of(look, concern.dialogue)
    ]


def _at_round(
    look: Look,
    round_: Round,
    raisings: tuple[Raising, ...],
    questions: tuple[Question, ...],
    promises: tuple[Undertaking, ...],
) -> dict[str, Any]:
    steps = [r for r in raisings if r.round == round_.id]
    asked = [q for q in questions if q.round == round_.id]
    given = [u for u in promises if u.round == round_.id]
    return {
        "round": heads.round_link(look, round_.id),
        "held": cells.span(round_.began_on, round_.ended_on),
        "steps": [rounds.step_cell(look, r) for r in steps],
        "statements": [
            link for r in steps if (link := heads.statement_link(look, r.statement)) is not None
        ],
        "questions": [rounds.question_block(look, q) for q in asked],
        "undertakings": [
            {"by": look.party(u.by), "summary": look.worded(u.summary, look.fact(u))} for u in given
        ],
        "touched": bool(steps or asked or given),
    }


def _mandates(look: Look, concern_id: str) -> tables.Table:
    columns = [
        ("party", say("Side")),
        ("body", say("Body")),
        ("relation", say("What it is to this concern")),
        ("since", say("Since")),
        ("until", say("Until")),
        ("disputed", say("Disputed")),
    ]
    rows = []
    for mandate in look.having(Mandate, "concern", concern_id):
        body = look.get(Body, mandate.body)
        rows.append(
            {
                "party": (look.party(body.party) if body else None) or say("neither side"),
                "body": links.body(look, mandate.body) or mandate.body,
                "relation": cells.text(words.RELATIONS[mandate.relation], href=look.fact(mandate)),
                "since": cells.day(mandate.since) or cells.not_given(),
                "until": cells.day(mandate.until) or cells.not_given(),
                "disputed": disputed(mandate),
            }
        )
    empty = say("Nobody looked which body owns the policy.")
    return tables.table("mandates", say("Which body owns the policy"), columns, rows, empty=empty)


def disputed(mandate: Mandate) -> str:
    """Whether a mandate is disputed, and by whom."""
    if not mandate.disputed:
        return words.yes_no(False)
    if not mandate.disputed_by:
        return say("by somebody")
    return say("by {who}", who=mandate.disputed_by)


def _evidence(look: Look, concern_id: str) -> tables.Table:
    columns = [
        ("rung", say("Rung")),
        ("bearing", say("Bearing")),
        ("summary", say("What was seen")),
        ("origin", say("Who really said it")),
        ("relation", say("Relation to the parties")),
        ("event", say_as("evidence", "Of")),
        ("item", say("Dated")),
        ("credible", say("Counted")),
    ]
    rows = [
        {
            "rung": words.RUNGS[e.rung][0],
            "bearing": words.plain(e.bearing),
            "summary": cells.text(e.summary, href=look.fact(e)),
            "origin": e.origin,
            "relation": words.plain(e.relation),
            "event": cells.day(e.event_on) or cells.not_given(),
            "item": cells.day(e.item_on) or cells.not_given(),
            "credible": say_as("counted", "yes") if e.credible else say("set aside"),
        }
        for e in look.having(Evidence, "concern", concern_id)
    ]
    return tables.table("evidence", say("Evidence for and against"), columns, rows)


def _searches(look: Look, concern_id: str) -> tables.Table:
    columns = [
        ("on", say("Day")),
        ("rung", say("Rung")),
        ("by", say("Who looked")),
        ("where", say("Where")),
        ("terms", say("With which words")),
        ("languages", say("In which languages")),
    ]
    rows = [
        {
            "on": cells.day(s.on),
            "rung": cells.text(words.RUNGS[s.rung][0], href=look.fact(s)),
            "by": s.by,
            "where": s.where,
            "terms": s.terms or cells.not_given(),
            "languages": say(", ").join(words.language(tag) for tag in s.languages)
            or cells.not_given(),
        }
        for s in look.having(Search, "concern", concern_id)
    ]
    return tables.table(
        "searches", say("Who looked where"), columns, rows, empty=say("Nobody looked.")
    )


def _reports(look: Look, concern_id: str) -> tables.Table:
    columns = [
        ("party", say("Side")),
        ("on", say("Reported")),
        ("level", say("To")),
        ("how", say("How it is known")),
        ("decide", say("Able to decide")),
        ("reply", say("Reply")),
    ]
    rows = [
        {
            "party": look.party(r.party),
            "on": cells.day(r.reported_on) or cells.not_given(),
            "level": r.level or cells.not_given(),
            "how": cells.text(words.plain(r.how), href=look.fact(r)),
            "decide": words.yes_no(True) if r.able_to_decide else say("not shown"),
            "reply": r.reply or cells.not_given(),
        }
        for r in look.having(OnwardReport, "concern", concern_id)
    ]
    return tables.table(
        "reports",
        say("Evidence of reporting to superiors"),
        columns,
        rows,
        empty=say("None is on record."),
    )


def listing(look: Look, id: str) -> dict[str, Any]:
    """All concerns of a dialogue."""
    dialogue = look.one(Dialogue, id)
    return {
        "title": say("Concerns"),
        "lead": say("Issues raised by either side, under neutral titles."),
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "tables": {"concerns": _list(look, look.having(Concern, "dialogue", id))},
    }


def _list(look: Look, found: tuple[Concern, ...]) -> tables.Table:
    c = lists.Column
    columns = [
        c("title", say("Concern"),
          lambda x: look.worded(x.title, look.link("concerns", x.id)),
          raw=lambda x: x.title.within(look.language)),
        c("by", say("Raised by"), lambda x: look.party(x.raised_by), raw=lambda x: x.raised_by,
          choice=look.party_name),
        c("about", say_as("concern", "About"), lambda x: look.party(x.about),
          raw=lambda x: x.about, choice=look.party_name),
        c("theme", say("Theme"), lambda x: x.theme or cells.not_given(), raw=lambda x: x.theme,
          choice=str),
        c("rounds", say("Rounds that touched it"), lambda x: _touched(look, x),
          raw=lambda x: _touched(look, x)),
        c("questions", say("Questions"), lambda x: len(look.having(Question, "concern", x.id)),
          raw=lambda x: len(look.having(Question, "concern", x.id))),
        c("last", say("Last step"), lambda x: _last_step(*_steps(look, x)),
          raw=lambda x: _last_day(*_steps(look, x))),
    ]  # fmt: skip
    return lists.listed(
        look,
        "concerns",
        say("Concerns"),
        found,
        columns,
        haystack=lambda x: " ".join(
            [*x.title.values(), *(x.own_wording or {}).values(), *(x.their_wording or {}).values()]
        ),
        empty=say("No concern is on record."),
    )


def _steps(look: Look, concern: Concern) -> tuple[tuple[Raising, ...], list[Round | None]]:
    raisings = look.having(Raising, "concern", concern.id)
    return raisings, [look.get(Round, r.round) for r in raisings]


def _touched(look: Look, concern: Concern) -> int:
    return len({r.id for r in _steps(look, concern)[1] if r})


def _last_day(raisings: tuple[Raising, ...], touched: list[Round | None]) -> str | None:
    return max((r.began_on for r in touched if r), default=None)


def table_of(look: Look, dialogue: Dialogue) -> tables.Table:
    """The concerns of a dialogue with the rounds that touched them."""
    rows = []
    for concern in look.having(Concern, "dialogue", dialogue.id):
        raisings = look.having(Raising, "concern", concern.id)
        touched = [look.get(Round, r.round) for r in raisings]
        rows.append(
            {
                "title": look.worded(concern.title, look.link("concerns", concern.id)),
                "by": look.party(concern.raised_by),
                "about": look.party(concern.about),
                "theme": concern.theme or cells.not_given(),
                "rounds": len({r.id for r in touched if r}),
                "questions": len(look.having(Question, "concern", concern.id)),
                "last": _last_step(raisings, touched),
            }
        )
    columns = [
        ("title", say("Concern")),
        ("by", say("Raised by")),
        ("about", say_as("concern", "About")),
        ("theme", say("Theme")),
        ("rounds", say("Rounds that touched it")),
        ("questions", say("Questions")),
        ("last", say("Last step")),
    ]
    return tables.table(
        "concerns", say("Concerns"), columns, rows, empty=say("No concern is on record.")
    )


def _last_step(raisings: tuple[Raising, ...], touched: list[Round | None]) -> str:
    pairs = [(r.began_on, raising) for raising, r in zip(raisings, touched, strict=True) if r]
    if not pairs:
        return words.CODES["not_looked"][0]
    began, last = max(pairs, key=lambda pair: (pair[0], pair[1].id))
    return say("{step}, {year}", step=words.STEPS[last.step], year=began.year)
