"""A round: its agenda, who was there, what was said, what was raised and what came back."""

from typing import Any

from headway.domain.assessments import Withholding
from headway.domain.capacity import Effort
from headway.domain.concerns import Concern, Question, Raising, Reply
from headway.domain.parties import Dialogue, Party
from headway.domain.points import Point
from headway.domain.rounds import AgendaItem, Arrangement, Attendance, Delegate, Round
from headway.domain.statements import Remark, Statement
from headway.domain.undertakings import Undertaking
from headway.domain.values import Code
from headway.phrases import say, say_as, says
from headway.web import cells, heads, links, tables, words
from headway.web.look import Look
from headway.web.pages import capacity, points, remarks, statements, undertakings
from headway.web.voices import voices

_ROLE_ORDER = list(words.ROLES)


def page(look: Look, id: str) -> dict[str, Any]:
    """The page of one round."""
    round_ = look.one(Round, id)
    dialogue = look.one(Dialogue, round_.dialogue)
    said = heads.in_order(look.having(Statement, "round", id))
    return {
        "title": heads.short_name(round_),
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "heading": look.worded(round_.title),
        "held": cells.span(round_.began_on, round_.ended_on),
        "facts": _facts(look, round_),
        "delegations": _delegations(look, dialogue, id),
        "raised": raised_at(look, id),
        "remarks": remarks.grouped(look, dialogue, look.having(Remark, "round", id)),
        "voices": voices(look, [f"Round/{id}"], look.having(Withholding, "round", id)),
        "neighbours": _neighbours(look, round_),
        "points": _page(look, dialogue, "points", say("All points of both sides")),
        "took": _page(look, dialogue, "capacity", say("Staff, days and cost of both sides")),
        "tables": {
            "agenda": _agenda(look, id),
            "statements": statements.table_of(look, said, of_one_round=True),
            "points": points.table_of(look, look.having(Point, "round", id)),
            "delegates": _delegates(look, id),
            "questions": _questions(look, id),
            "undertakings": undertakings.rows_of(look, look.having(Undertaking, "round", id)),
            "arrangements": _steps(look, id),
            "efforts": capacity.table_of(look, look.having(Effort, "round", id)),
        },
    }


def _facts(look: Look, round_: Round) -> list[dict[str, Any]]:
    facts: list[tuple[str, Any]] = [
        (say("City"), look.worded(round_.city) or cells.not_given()),
        (say("Host"), look.party(round_.host) or cells.not_given()),
        (say("Hours of talks"), round_.hours if round_.hours is not None else cells.not_given()),
        (say("Record"), cells.text(say("this entry and its sources"), href=look.fact(round_))),
    ]
    return [{"label": label, "value": value} for label, value in facts]


def _page(look: Look, dialogue: Dialogue, name: str, told: str) -> dict[str, Any]:
    return cells.text(told, href=look.link("dialogues", dialogue.id, name))


def _neighbours(look: Look, round_: Round) -> dict[str, Any]:
    row = heads.rounds_of(look, round_.dialogue)
    place = next(n for n, one in enumerate(row) if one.id == round_.id)
    return {
        "before": heads.round_link(look, row[place - 1].id) if place else None,
        "after": heads.round_link(look, row[place + 1].id) if place + 1 < len(row) else None,
    }


def _agenda(look: Look, round_id: str) -> tables.Table:
    columns = [
        ("order", say("No.")),
        ("title", say("Item")),
        ("proposed", say("Proposed by")),
        ("agreed", say("Agreed")),
        ("refused", say("Refused by")),
        ("reached", say("Reached")),
        ("concerns", say("Concerns")),
    ]
    rows = [
        {
            "order": item.order,
            "title": look.worded(item.title, look.fact(item)),
            "proposed": look.party(item.proposed_by) or cells.not_given(),
            "agreed": code(item.agreed),
            "refused": look.party(item.refused_by) or say("nobody"),
            "reached": code(item.reached),
            "concerns": [concern_link(look, c) for c in item.concerns]
            or say_as("concerns", "none"),
        }
        for item in sorted(
            look.having(AgendaItem, "round", round_id), key=lambda i: (i.order, i.id)
        )
    ]
    return tables.table(
        "agenda", say("Agenda"), columns, rows, empty=say("No agenda is on record.")
    )


def code(value: Code) -> dict[str, str]:
    """One of the seven codes as a cell that carries its mark."""
    return {"text": words.CODES[value][0], "code": value}


def concern_link(look: Look, concern_id: str) -> Any:
    """A link to a concern by its title."""
    found = look.get(Concern, concern_id)
    return look.worded(found.title, look.link("concerns", found.id)) if found else concern_id


# -- who was there --------------------------------------------------------------------------


def _delegations(look: Look, dialogue: Dialogue, round_id: str) -> list[dict[str, Any]]:
    """Both delegations; of a forum, where hundreds meet, only those on record."""
    there = {d.party for d in look.having(Delegate, "round", round_id)}
    return [
        _delegation(look, party, round_id)
        for party in look.sides(dialogue)
        if dialogue.kind == "dialogue" or party.id in there
    ]


def _delegation(look: Look, party: Party, round_id: str) -> dict[str, Any]:
    sent = [d for d in look.having(Delegate, "round", round_id) if d.party == party.id]
    sent.sort(key=lambda d: (_ROLE_ORDER.index(d.role), d.id))
    attendance = next(
        (a for a in look.having(Attendance, "round", round_id) if a.party == party.id), None
    )
    complete = words.CODES[attendance.list_complete if attendance else "not_looked"][0]
    stated = attendance.size_stated if attendance else None
    return {
        "party": look.worded(party.name),
        "delegates": [_delegate(look, d) for d in sent],
        "complete": _completeness(complete, stated),
        "heads_only": look.view == "public",
    }


def _completeness(complete: str, stated: int | None) -> str:
    told = say("Is the list complete? {answer}.", answer=complete)
    if stated is None:
        return told
    size = says("A source states {count} delegate.", "A source states {count} delegates.", stated)
    return say("{first} {second}", first=told, second=size)


def _delegate(look: Look, delegate: Delegate) -> dict[str, Any]:
    return {
        "name": links.person(look, delegate.person),
        "role": words.ROLES[delegate.role],
        "rank": delegate.rank,
        "body": links.body(look, delegate.body),
        "present": "" if delegate.present == "yes" else words.CODES[delegate.present][0],
        "href": look.fact(delegate),
    }


def _delegates(look: Look, round_id: str) -> tables.Table:
    columns = [
        ("party", say("Side")),
        ("name", say("Name")),
        ("role", say("Role")),
        ("rank", say("Rank")),
        ("body", say("Body")),
        ("present", say("Present")),
    ]
    found = sorted(
        look.having(Delegate, "round", round_id),
        key=lambda d: (d.party, _ROLE_ORDER.index(d.role), d.id),
    )
    rows = []
    for delegate in found:
        shown = _delegate(look, delegate)
        rows.append(
            {
                "party": look.party(delegate.party),
                "name": shown["name"],
                "role": shown["role"],
                "rank": delegate.rank or cells.not_given(),
                "body": shown["body"] or cells.not_given(),
                "present": code(delegate.present),
            }
        )
    return tables.table("delegates", say("Delegates"), columns, rows, empty=say("Nobody is named."))


# -- what was raised and answered -----------------------------------------------------------


def raised_at(look: Look, round_id: str) -> list[dict[str, Any]]:
    """Per concern touched at a round: its step, its questions and what came back."""
    raisings = look.having(Raising, "round", round_id)
    questions = look.having(Question, "round", round_id)
    ids = dict.fromkeys([r.concern for r in raisings] + [q.concern for q in questions])
    return [
        {
            "concern": concern_link(look, concern_id),
            "raised_by": look.party(concern.raised_by) if concern else None,
            "steps": [step_cell(look, r) for r in raisings if r.concern == concern_id],
            "questions": [question_block(look, q) for q in questions if q.concern == concern_id],
        }
        for concern_id in ids
        for concern in [look.get(Concern, concern_id)]
    ]


def step_cell(look: Look, raising: Raising) -> dict[str, Any]:
    """What happened to a concern, as a link to its entry, with the reason given."""
    step = words.STEPS[raising.step]
    if raising.reason:
        step = say("{what}: {why}", what=step, why=raising.reason)
    return cells.text(step, href=look.fact(raising))


def question_block(look: Look, question: Question) -> dict[str, Any]:
    """A question with the replies that were read to it."""
    replies = sorted(
        look.having(Reply, "question", question.id), key=lambda r: (r.given_on or "", r.id)
    )
    return {
        "summary": question.summary,
        "href": look.fact(question),
        "asked_by": look.party(question.asked_by),
        "asked_of": look.party(question.asked_of),
        "statement": heads.statement_link(look, question.statement),
        "replies": [_reply(look, question, reply) for reply in replies],
    }


def _reply(look: Look, question: Question, reply: Reply) -> dict[str, Any]:
    later = reply.round is not None and reply.round != question.round
    return {
        "kind": reply.kind,
        "label": words.REPLY_KINDS[reply.kind],
        "summary": reply.summary,
        "href": look.fact(reply),
        "on": cells.day(reply.given_on),
        "later": heads.round_link(look, reply.round) if later else None,
        "read_by": say("read by {who}", who=reply.read_by)
        if reply.read_by
        else say("reader not named"),
        "disputed": reply.disputed,
        "statement": heads.statement_link(look, reply.statement),
    }


def _questions(look: Look, round_id: str) -> tables.Table:
    return question_table(look, look.having(Question, "round", round_id))


def question_table(look: Look, questions: tuple[Question, ...]) -> tables.Table:
    """Questions and the kinds of their replies, one row a question."""
    columns = [
        ("concern", say("Concern")),
        ("round", say("Round")),
        ("by", say("Asked by")),
        ("of", say("Asked of")),
        ("question", say("Question")),
        ("replies", say("What came back")),
    ]
    rows = [
        {
            "concern": concern_link(look, q.concern),
            "round": heads.round_link(look, q.round),
            "by": look.party(q.asked_by),
            "of": look.party(q.asked_of),
            "question": cells.text(q.summary, href=look.fact(q)),
            "replies": [
                cells.text(
                    say("{what} (disputed)", what=words.REPLY_KINDS[r.kind])
                    if r.disputed
                    else words.REPLY_KINDS[r.kind],
                    href=look.fact(r),
                )
                for r in look.having(Reply, "question", q.id)
            ]
            or words.CODES["not_looked"][0],
        }
        for q in questions
    ]
    return tables.table("questions", say("Questions and replies"), columns, rows)


def _steps(look: Look, round_id: str) -> tables.Table:
    columns = [
        ("on", say("Day")),
        ("step", say("Step")),
        ("by", say("By")),
        ("reason", say("Reason given")),
    ]
    rows = [
        {
            "on": cells.day(a.on),
            "step": cells.text(words.ARRANGED[a.step], href=look.fact(a)),
            "by": look.party(a.by) or cells.not_given(),
            "reason": a.reason or cells.not_given(),
        }
        for a in sorted(look.having(Arrangement, "round", round_id), key=lambda a: (a.on, a.id))
    ]
    return tables.table("arrangements", say("How this round came about"), columns, rows)
