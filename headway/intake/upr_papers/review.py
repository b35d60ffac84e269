"""A round of a dialogue made of the papers of a review: who asked, what was said, recommended."""

from collections.abc import Iterator, Sequence

from headway.bundle.lines import Complaints, Known
from headway.domain.concerns import Raising
from headway.domain.errors import BadInput
from headway.domain.parties import Dialogue, Party
from headway.domain.rounds import Round
from headway.domain.values import Value
from headway.domain.wording import Wording
from headway.intake import upr_forum
from headway.intake.drafts import Draft, Report
from headway.intake.sides import Sides
from headway.intake.states import State
from headway.intake.upr_papers.asked import NO_THEME, link_questions, take_questions
from headway.intake.upr_papers.gathering import FORUM, Gathering
from headway.intake.upr_papers.kinds import Paper, PaperKind
from headway.intake.upr_papers.outcome import Outcome
from headway.intake.upr_papers.positions import filed_in, positions_of
from headway.intake.upr_papers.report import WorkingGroupReport, report_of
from headway.text.languages import detect

MOST = 3_000
_NO_NUMBERS = (
    "no numbered paragraphs or recommendations were found; where Word made the numbers itself they"
    " are not in the text: save the report as PDF"
)
REVIEWING = Wording(
    {
        "en": "States taking part in the review",
        "fr": "États participant à l’examen",
        "zh": "参加审议的国家",
    }
)


def draft_of(
    papers: Sequence[Paper],
    sides: Sides,
    complaints: Complaints,
    left_out: Sequence[str],
    name: str,
) -> Draft:
    """The draft of the papers of one review; BadInput when they are of several, or of none."""
    state, session = _state(papers, name), _session(papers, name)
    reported = next(iter(_all(papers, "working_group_report")), None)
    report = report_of(reported.text, state) if reported else None
    known = upr_forum.sessions().get(session)
    held_on = (report.held_on if report else None) or (known.began_on if known else None)
    if held_on is None:
        raise BadInput(f"{name}: nothing says when session {session} was held")
    all_in = Gathering(
        state=state,
        session=session,
        held_on=held_on,
        language=detect(max(papers, key=lambda one: len(one.text)).text).language,
        sides=sides,
        party=sides.id_of(state.name.within("en")) or "",
        others=sides.id_of(REVIEWING["en"]) or "",
    )
    for paper in papers:
        all_in.paper(paper)
    made = len(report.recommended) if report else 0
    lists = _all(papers, "thematic_list")
    filed = [one for paper in lists for one in filed_in(paper.text)]
    if max(made, len(filed)) > MOST:
        raise BadInput(f"{name} holds more than {MOST:,} recommendations; no review has so many")
    take_questions(all_in, _all(papers, "advance_questions"), filed)
    if reported and report:
        _proceedings(all_in, reported, report)
        if not report.recommended or not report.said:
            complaints.add(reported.name, _NO_NUMBERS)
    outcome = Outcome(
        all_in,
        (reported, report) if reported and report else None,
        [(one, positions_of(one.text)) for one in _all(papers, "positions")],
        (lists[0], {one.number: one for one in filed}) if lists else None,
    )
    for number in outcome.take():
        complaints.add(name, f"recommendation {number} stands in the list by theme only")
    return _draft(all_in, known.cycle if known else None, complaints, left_out)


def _all(papers: Sequence[Paper], kind: PaperKind) -> tuple[Paper, ...]:
    return tuple(one for one in papers if one.kind == kind)


def _state(papers: Sequence[Paper], name: str) -> State:
    told = {one.state.code: one.state for one in papers if one.state}
    if len(told) > 1:
        names = ", ".join(sorted(one.name.within("en") for one in told.values()))
        raise BadInput(f"{name} holds papers on {names}; give one folder a State")
    if not told:
        raise BadInput(f"{name}: no paper says which State was reviewed")
    return next(iter(told.values()))


def _session(papers: Sequence[Paper], name: str) -> int:
    told = sorted({one.session for one in papers if one.session})
    if len(told) != 1:
        what = f"papers of sessions {told}" if told else "no paper that names its session"
        raise BadInput(f"{name} holds {what} (A/HRC/WG.6/...); give one folder a review")
    return told[0]


def _proceedings(all_in: Gathering, paper: Paper, report: WorkingGroupReport) -> None:
    """Every paragraph of the proceedings as words of a State, and links to the questions."""
    own: list[tuple[str, str]] = []
    speakers = set()
    for sequence, said in enumerate(report.said, 1):
        speaker = said.state.name.within("en") if said.state else ""
        value_id = all_in.said(
            all_in.free(f"{all_in.round}-p{said.number}"),
            f"{speaker or 'Nobody named'}, paragraph {said.number}",
            said.text,
            paper,
            kind="reply" if said.own else "intervention",
            party=all_in.party if said.own else all_in.sides.id_of(speaker),
            day=report.held_on,
            fidelity="note",
            line=said.line,
            sequence=sequence,
            place=f"paragraph {said.number}",
        )
        all_in.counts["replies of the State" if said.own else "interventions"] += 1
        if said.own:
            own.append((value_id, said.text))
        elif said.state:
            speakers.add(said.state.code)
    if report.speakers_stated is not None:
        all_in.decided.append(
            f"{paper.name} says that {report.speakers_stated} delegations spoke; the words of"
            f" {len(speakers)} were found."
        )
    link_questions(all_in, own)


def _draft(
    all_in: Gathering, cycle: int | None, complaints: Complaints, left_out: Sequence[str]
) -> Draft:
    """Sides, dialogue, round and themes before what names them."""
    name = all_in.state.name.within("en")
    sources = tuple(all_in.sources.values())
    title = Wording({"en": f"{FORUM}: {name}"})
    themes = tuple(all_in.concerns.values())
    heads: list[Value] = [
        *_parties(all_in),
        Dialogue(
            id=all_in.dialogue,
            title=title,
            parties=(all_in.party, all_in.others),
            sources=sources[:1],
        ),
        Round(
            id=all_in.round,
            dialogue=all_in.dialogue,
            number=cycle,
            began_on=all_in.held_on,
            title=Wording({"en": f"Review in session {all_in.session}"}),
            sources=sources,
        ),
        *themes,
    ]
    for one in themes:
        raised = f"{one.id}-{all_in.session:02d}"
        heads.append(Raising(id=raised, concern=one.id, round=all_in.round, step="raised"))
    counts = {"papers": all_in.counts.pop("papers", 0), **all_in.counts}
    counts["themes"] = sum(theme != NO_THEME for theme in all_in.concerns)
    report = Report(
        reader=f"papers of the review of {name}, session {all_in.session}",
        counts=counts,
        decided=tuple(all_in.decided),
        not_understood=complaints.all(),
        left_out=tuple(left_out),
    )
    known = (*(Known(value) for value in heads), *all_in.known)
    return Draft(title, known, all_in.holder.texts, all_in.holder.originals, report)


def _parties(all_in: Gathering) -> Iterator[Party]:
    for party in all_in.sides.new.values():
        yield Party(id=party.id, name=REVIEWING) if party.id == all_in.others else party
