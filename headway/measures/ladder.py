"""The status of a claim: one concern on one rung of the ladder, computed from evidence.

Statuses: `not_due`, `not_looked`, `no_evidence`, `supported` (`claimed`,
`corroborated` or `verified`), `contradicted`, `conflicting`, `reversed`. Nothing here is typed in
by anybody; an item that is not credible is kept in the record and left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from headway.domain.concerns import Concern, Question, Raising, Reply
from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.evidence import Evidence, OnwardReport, Rung, Search
from headway.domain.rounds import Round
from headway.domain.statements import Source, Statement
from headway.domain.undertakings import Undertaking
from headway.domain.values import Value
from headway.measures.threads import has_come, replies_to, today
from headway.phrases import say

Status = Literal[
    "not_due",
    "not_looked",
    "no_evidence",
    "supported",
    "contradicted",
    "conflicting",
    "reversed",
    "withheld",
]
GRADES = ("claimed", "corroborated", "verified")
INDEPENDENT_KINDS = frozenset({"document", "observation"})


@dataclass(frozen=True, slots=True)
class Bearing:
    """One item that bears on a claim: which way, who really said it, how, and when it was."""

    speaks_for: bool
    origin: str
    is_party: bool
    direct: bool
    on: PartialDate | None


@dataclass(frozen=True, slots=True)
class Claim:
    """The status of a concern on a rung, the grade of a supported one, the items behind it."""

    status: Status
    grade: str
    bearings: tuple[Bearing, ...]


def claim(corpus: Corpus, concern: Concern, rung: Rung, days_to_report: float = 30) -> Claim:
    """What the evidence says of one concern on one rung, as of the day of the corpus."""
    bearings = tuple(bearings_on(corpus, concern, rung))
    status = _status(bearings)
    if status is None:
        status = _silence(corpus, concern, rung, days_to_report)
    return Claim(status, _grade(bearings) if status == "supported" else "", bearings)


def _status(bearings: Sequence[Bearing]) -> Status | None:
    ups = [b for b in bearings if b.speaks_for]
    downs = [b for b in bearings if not b.speaks_for]
    if ups and downs:
        return "reversed" if _all_before(ups, downs) else "conflicting"
    if ups:
        return "supported"
    return "contradicted" if downs else None


def _all_before(ups: Sequence[Bearing], downs: Sequence[Bearing]) -> bool:
    """Whether every item for it is certainly earlier than every item against it."""
    last = [b.on.latest for b in ups if b.on is not None]
    first = [b.on.earliest for b in downs if b.on is not None]
    dated = len(last) == len(ups) and len(first) == len(downs)
    return dated and max(last) < min(first)


def _grade(bearings: Sequence[Bearing]) -> str:
    """How well a supported claim is supported."""
    if any(b.direct and not b.is_party for b in bearings):
        return "verified"
    origins = {b.origin for b in bearings}
    outside = any(not b.is_party for b in bearings)
    return "corroborated" if len(origins) > 1 and outside else "claimed"


# -- nothing bears on it -----------------------------------------------------------------------


def _silence(corpus: Corpus, concern: Concern, rung: Rung, days_to_report: float) -> Status:
    if not _is_due(corpus, concern, rung, days_to_report):
        return "not_due"
    searched = any(
        s.rung == rung and has_come(s.on, corpus)
        for s in corpus.having(Search, "concern", concern.id)
    )
    return "no_evidence" if searched or _was_read(corpus, concern, rung) else "not_looked"


def _was_read(corpus: Corpus, concern: Concern, rung: Rung) -> bool:
    """Whether a person read what came back, or asked and was told nothing: that is a search."""
    if rung == "answered":
        return any(True for _ in _replies(corpus, concern))
    return rung == "reported" and any(True for _ in _reports(corpus, concern))


def _is_due(corpus: Corpus, concern: Concern, rung: Rung, days_to_report: float) -> bool:
    """Reports have a time limit from the first raising; acts one where undertakings set it."""
    now = today(corpus)
    if now is None or rung not in ("reported", "acted"):
        return True
    if rung == "reported":
        raised = _first_raised(corpus, concern)
        return raised is None or now > raised + timedelta(days=days_to_report)
    promised = corpus.having(Undertaking, "concern", concern.id)
    deadlines = [u.due_on for u in promised]
    return not promised or any(day is None or day.latest < now for day in deadlines)


def _first_raised(corpus: Corpus, concern: Concern) -> date | None:
    rounds = (
        corpus.get(Round, r.round)
        for r in corpus.having(Raising, "concern", concern.id)
        if r.step in ("raised", "taken_up")
    )
    return min(((r.ended_on or r.began_on).latest for r in rounds if r), default=None)


# -- what bears on it --------------------------------------------------------------------------


def bearings_on(corpus: Corpus, concern: Concern, rung: Rung) -> Iterable[Bearing]:
    """Credible evidence on the rung, and the facts of the record that are evidence for it."""
    for item in corpus.having(Evidence, "concern", concern.id):
        day = item.event_on or item.item_on
        if item.rung == rung and item.credible and has_come(day, corpus):
            yield Bearing(
                item.bearing == "for",
                item.origin,
                item.relation == "party",
                item.kind in INDEPENDENT_KINDS,
                day,
            )
    yield from _FACTS[rung](corpus, concern)


def _raisings(corpus: Corpus, concern: Concern) -> Iterable[Bearing]:
    for raising in corpus.having(Raising, "concern", concern.id):
        round = corpus.get(Round, raising.round)
        if raising.step in ("raised", "taken_up") and round and has_come(round.began_on, corpus):
            yield from _sourced(corpus, raising, True, round.began_on, raising.statement)


def _answers(corpus: Corpus, concern: Concern) -> Iterable[Bearing]:
    """Whether any question on the concern was answered on point.

    One answer is for it, whatever became of other questions. Where there is none, a disputed
    reading speaks both ways, and refusals or silence speak against it if nothing else came.
    """
    found = list(_replies(corpus, concern))
    answered = [pair for pair in found if pair[1].kind == "answered" and not pair[1].disputed]
    disputed = [pair for pair in found if pair[1].disputed]
    only_refused = all(reply.kind in ("refused", "none") for _, reply in found)
    if answered:
        yield from _read(corpus, answered, True)
    elif disputed:
        yield from _read(corpus, disputed, True)
        yield from _read(corpus, disputed, False)
    elif only_refused:
        yield from _read(corpus, found, False)


def stands_on_facts(corpus: Corpus, concern: Concern, rung: Rung) -> bool:
    """Whether no further fact of the record can turn a supported claim on this rung.

    Facts speak for a rung only; but replies speak against `answered` where none is an answer.
    """
    return rung != "answered" or any(b.speaks_for for b in _answers(corpus, concern))


def _read(
    corpus: Corpus, pairs: Iterable[tuple[Question, Reply]], speaks_for: bool
) -> Iterable[Bearing]:
    for question, reply in pairs:
        day = reply.given_on or _day_of_round(corpus, reply.round or question.round)
        yield from _sourced(corpus, reply, speaks_for, day, reply.statement)


def _replies(corpus: Corpus, concern: Concern) -> Iterable[tuple[Question, Reply]]:
    for question in corpus.having(Question, "concern", concern.id):
        if question.asked_of == concern.about:
            for reply in replies_to(corpus, question.id):
                yield question, reply


def _undertakings(corpus: Corpus, concern: Concern) -> Iterable[Bearing]:
    for given in corpus.having(Undertaking, "concern", concern.id):
        day = given.given_on or _day_of_round(corpus, given.round)
        if given.by == concern.about and has_come(day, corpus):
            yield from _sourced(corpus, given, True, day, given.statement)


def _reported(corpus: Corpus, concern: Concern) -> Iterable[Bearing]:
    for report in _reports(corpus, concern):
        if report.how != "declined":
            day = report.reported_on or _day_of_round(corpus, report.round)
            yield from _sourced(corpus, report, True, day, None)


def _reports(corpus: Corpus, concern: Concern) -> Iterable[OnwardReport]:
    for report in corpus.having(OnwardReport, "concern", concern.id):
        if report.party == concern.about and has_come(report.reported_on, corpus):
            yield report


def _nothing(corpus: Corpus, concern: Concern) -> Iterable[Bearing]:
    return ()


_FACTS = {
    "raised": _raisings,
    "answered": _answers,
    "undertaking": _undertakings,
    "reported": _reported,
    "acted": _nothing,
    "changed": _nothing,
    "contributed": _nothing,
}


def _day_of_round(corpus: Corpus, round: str | None) -> PartialDate | None:
    found = corpus.get(Round, round)
    return found.began_on if found else None


def _sourced(
    corpus: Corpus, fact: Value, speaks_for: bool, day: PartialDate | None, said_in: str | None
) -> Iterable[Bearing]:
    """One bearing a source of the fact; the statement it was said in is a source of its own."""
    for source in (corpus.get(Source, s) for s in fact.sources):
        if source is not None:
            is_party = source.relation == "party"
            direct = source.kind == "official_record" and not is_party
            yield Bearing(speaks_for, source.origin, is_party, direct, day)
    statement = corpus.get(Statement, said_in)
    if statement is not None:
        origin = statement.party or say("both sides")
        yield Bearing(speaks_for, origin, True, False, day)
