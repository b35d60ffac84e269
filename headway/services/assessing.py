"""Assessments in a record: the basis to write from, checking, entering, letting out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from headway.assessments.basis import Basis, LogState
from headway.assessments.blocks import write
from headway.assessments.checking import check, check_form
from headway.assessments.drafting import draft as draft_of
from headway.assessments.entering import Entered, enter, values_of
from headway.assessments.manuscripts import Manuscript, read
from headway.assessments.renewing import LIVE, Renewed
from headway.assessments.renewing import renew as renew_text
from headway.bundle.lines import Complaint, Known
from headway.domain import merkle
from headway.domain.assessments import Assessment, Edition, Judgement
from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, BadValue, Conflict, NotFound, NotPermitted
from headway.domain.ids import AnyId, any_id
from headway.domain.masks import INSIDE
from headway.domain.parties import Dialogue
from headway.domain.undertakings import Recommendation
from headway.domain.values import Value
from headway.domain.views import VIEWS, Viewer
from headway.measures import registered
from headway.phrases import LANGUAGES, speaking
from headway.record import corpora, log
from headway.services import analysis, findings, loading, releasing
from headway.services.permissions import Actor, may, may_give

Report = Callable[[str, int, int], None]
MOST_TOLD = 3
MOST_DAYS = 3


def _silent(what: str, done: int, total: int) -> None:
    return None


# -- the basis -------------------------------------------------------------------------------


def basis(
    *,
    viewer: Viewer,
    as_of: date | None,
    dialogue: str | None = None,
    language: str = "en",
    assessment: str | None = None,
    report: Report = _silent,
) -> Basis:
    """What an assessment is written from: all figures of a dialogue for a view, as of a day.

    Without `dialogue` the only one there is; without `assessment` that of the dialogue, or a new
    id. Figures are computed and kept where they are not kept yet.
    """
    corpus = corpora.corpus(viewer, as_of)
    found = _dialogue(corpus, dialogue)
    with speaking(speech(language)):
        analysis.analyse(viewer, as_of, report=report)
        figures = findings.figures(corpus, found.id)
    return Basis(
        corpus=corpus,
        dialogue=found,
        figures=figures,
        language=language,
        assessment=assessment or _assessment(corpus, found),
        log=_log(viewer),
    )


def speech(language: str) -> str:
    """The language in which figures are told for a text in that language, else English."""
    base = language.split("-")[0]
    return next((one for one in LANGUAGES if one.split("-")[0] == base), "en")


def _dialogue(corpus: Corpus, dialogue: str | None) -> Dialogue:
    if dialogue is not None:
        return corpus.one(Dialogue, dialogue)
    found = [one for one in corpus.all(Dialogue) if one.kind == "dialogue"]
    if len(found) == 1:
        return found[0]
    names = ", ".join(one.id for one in found) or "none"
    raise NotFound(f"name the dialogue with --dialogue; this view has {names}")


def _assessment(corpus: Corpus, dialogue: Dialogue) -> str:
    found = corpus.having(Assessment, "dialogue", dialogue.id)
    return found[0].id if found else f"assessment-{dialogue.id}"


def _log(viewer: Viewer) -> LogState | None:
    """Size and root of the log, for the views that may know how much there is."""
    if viewer.view not in INSIDE:
        return None
    leaves = log.leaves()
    return LogState(len(leaves), merkle.root(leaves).hex(), lambda size: _root_at(leaves, size))


def _root_at(leaves: Sequence[bytes], size: int) -> str | None:
    return merkle.root(leaves[:size]).hex() if size <= len(leaves) else None


def basis_of(manuscript: Manuscript, *, report: Report = _silent) -> Basis:
    """The basis a manuscript says it is written from; BadInput where its front matter does not."""
    front = manuscript.front
    for key in ("dialogue", "view", "as_of", "assessment"):
        if not front.get(key):
            raise BadInput(f"the front matter lacks {key!r}; add a line '{key}: ...'")
    if front["view"] not in VIEWS:
        raise BadInput(f"there is no view {front['view']!r}; use one of {', '.join(VIEWS)}")
    return basis(
        viewer=Viewer(front["view"]),
        as_of=_day(front["as_of"]),
        dialogue=front["dialogue"],
        language=manuscript.language,
        assessment=front["assessment"],
        report=report,
    )


def _day(written: str) -> date:
    try:
        day = PartialDate(written)
    except BadValue:
        day = None
    if day is None or len(day) != len("2005-06-30"):
        raise BadInput(f"as_of {written!r} in the front matter is not a day; write YYYY-MM-DD")
    return day.earliest


# -- drafting, renewing, checking ------------------------------------------------------------


def draft(
    *,
    viewer: Viewer,
    as_of: date | None,
    on: date,
    dialogue: str | None = None,
    language: str = "en",
    assessment: str | None = None,
    report: Report = _silent,
) -> str:
    """A first text, written on the day `on` for a view as of a day (of that day by default)."""
    made = basis(
        viewer=viewer,
        as_of=as_of or on,
        dialogue=dialogue,
        language=language,
        assessment=assessment,
        report=report,
    )
    with speaking(speech(language)):
        return draft_of(made, written_on=on.isoformat())


def renew(text: str, *, report: Report = _silent) -> Renewed:
    """The text with the figures of the record as it is now, as of the text's own day."""
    manuscript = read(text)
    made = basis_of(manuscript, report=report)
    with speaking(speech(made.language)):
        return renew_text(text, lambda block: write(made, manuscript, block), made.number)


def complaints(
    text: str, *, by: Actor, file: str = "", report: Report = _silent
) -> tuple[Complaint, ...]:
    """Everything that speaks against a text, held against all that the actor sees.

    NotPermitted when the text is written for a view that the actor may not read.
    """
    manuscript = read(text, file)
    view = manuscript.front.get("view", "")
    if view in VIEWS and not may_give(by, Viewer(view)):
        raise NotPermitted(f"{by.id} may not read the view {view!r}; ask who may")
    try:
        made = basis_of(manuscript, report=report)
    except BadInput as refusal:
        return (*check_form(manuscript, file), Complaint(file, 1, "", str(refusal)))
    with speaking(speech(made.language)):
        return check(manuscript, made, corpora.corpus(by.viewer), file)


# -- into the record, and out ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a text: the id of its edition, and the report of the load."""

    edition: str
    report: loading.LoadReport


def load(
    text: str, *, name: str, label: str, by: Actor, at: datetime, dry_run: bool = False
) -> Loaded:
    """Enters a sound text as an edition, with its judgements and recommendations, in one act.

    What was let out already to more than the text is written for stays as it is. BadInput tells
    what speaks against the text; Conflict when that version reads otherwise already, or a
    judgement that was let out does.
    """
    _refuse(complaints(text, by=by, file=name), "nothing was entered")
    manuscript = read(text, name)
    if not VIEWS[manuscript.front["view"]] <= VIEWS.get(label, frozenset()):
        view = manuscript.front["view"]
        raise BadInput(
            f"{name} is written for the view {view!r} and holds what {label!r} may not see;"
            f" enter it with --label {view}"
        )
    basis = _of_the_record(basis_of(manuscript), by)
    entered = enter(manuscript, basis, label=label, name=name, known_on=None)
    made = loading.load(
        values=_without_let_out(entered, basis.corpus, manuscript),
        texts=entered.texts,
        by=by,
        at=at,
        dry_run=dry_run,
    )
    return Loaded(entered.edition, made)


def _without_let_out(entered: Entered, corpus: Corpus, manuscript: Manuscript) -> tuple[Known, ...]:
    """The values to write, without those that more may see than the text is written for."""
    kept = []
    for one in entered.known:
        held = corpus.get(type(one.value), one.value.id)
        if held is None or held == one.value or _is_within(manuscript, held.label):
            kept.append(one)
        elif not isinstance(held, Assessment) and _says_otherwise(one.value, held, manuscript):
            raise Conflict(
                f"{any_id(type(held).__name__, held.id)} was let out to {held.label!r} and reads"
                " otherwise there; give it another heading in this text"
            )
    return tuple(kept)


def _is_within(manuscript: Manuscript, label: str) -> bool:
    """Whether all who see a label may read the view that a text is written for."""
    return VIEWS[manuscript.front["view"]] <= VIEWS.get(label, frozenset())


def _says_otherwise(one: Value, other: Value, manuscript: Manuscript) -> bool:
    language = manuscript.language
    return _said_in(one, language) != _said_in(other, language)


def _said_in(value: Value, language: str) -> tuple[object, ...]:
    """What a text says of a value; days on which it was written play no part."""
    if isinstance(value, Judgement):
        return (value.summary, value.about, value.signed_by, value.signed_on)
    if isinstance(value, Recommendation):
        return (value.summary.get(language), value.to, value.by)
    if isinstance(value, Assessment):
        told = (value.author, value.commissioner, value.terms_of_reference, value.interest)
        return (value.title.get(language), *told)
    return (value,)


def _of_the_record(made: Basis, by: Actor) -> Basis:
    """The basis over all that the actor sees now: what is in the record already counts."""
    return Basis(
        corpus=corpora.corpus(by.viewer),
        dialogue=made.dialogue,
        figures=made.figures,
        language=made.language,
        assessment=made.assessment,
    )


def release(
    *,
    edition: str,
    view: releasing.ReleasedView,
    decided_by: str,
    by: Actor,
    at: datetime,
) -> int:
    """Lets an edition out to a view with its judgements, advice and measures; the log position.

    BadInput when it was written for a wider view, when its words or figures are not what that
    view may see, when the record has other words for one of its judgements, or when a judgement
    needs facts that stay hidden.
    """
    if not may(by, "release"):
        raise NotPermitted(f"{by.id} may not release anything; ask the desk")
    known = corpora.corpus(by.viewer)
    one = known.one(Edition, edition)
    if not VIEWS[one.view] <= VIEWS[view]:
        raise BadInput(
            f"{edition} was written for the view {one.view!r} and holds what {view!r} may not see;"
            f" draft one with --view {view}"
        )
    text = known.text(one.text)
    _refuse(complaints(text, by=by, file=edition), "nothing was released")
    manuscript = read(text)
    assessment = known.one(Assessment, one.assessment)
    return releasing.release(
        view=view,
        title=assessment.title,
        items=_items(manuscript, one, by),
        measures=measures_of(manuscript),
        author=assessment.author,
        version=one.version,
        decided_by=decided_by,
        dialogue=assessment.dialogue,
        by=by,
        at=at,
    )


def _items(manuscript: Manuscript, one: Edition, by: Actor) -> tuple[AnyId, ...]:
    """The assessment, the edition, and the judgements and advice that stand in its text."""
    basis = _of_the_record(basis_of(manuscript), by)
    items = [any_id("Edition", one.id)]
    for value in values_of(manuscript, basis, one.label):
        if isinstance(value, Edition):
            continue
        name = any_id(type(value).__name__, value.id)
        if _says_otherwise(value, basis.corpus.one(type(value), value.id), manuscript):
            raise BadInput(
                f"{name} reads otherwise in the record than in {one.id}, since another text was"
                " entered after it; enter this text again and release it then"
            )
        items.append(name)
    return tuple(items)


def measures_of(manuscript: Manuscript) -> tuple[str, ...]:
    """The measures whose figures a text tells, in the order of the measures."""
    told = {key for block in manuscript.blocks for key in block.key.split(" ")[1:]}
    told |= {found[2].split("/")[0].split("@")[0] for found in LIVE.finditer(manuscript.body)}
    if any(block.key == "measures" for block in manuscript.blocks):
        told |= {m for m in registered() if f"](measure:{m})" in manuscript.body}
    return tuple(name for name in registered() if name in told)


def _refuse(found: tuple[Complaint, ...], outcome: str) -> None:
    if found:
        told = " ".join(str(one) for one in found[:MOST_TOLD])
        more = f" ... and {len(found) - MOST_TOLD} more" if len(found) > MOST_TOLD else ""
        said = "complaint" if len(found) == 1 else "complaints"
        raise BadInput(f"{len(found)} {said}; {outcome}: {told}{more}")


def editions(corpus: Corpus, assessment: str) -> tuple[Edition, ...]:
    """The editions of an assessment, the latest first."""
    found = corpus.having(Edition, "assessment", assessment)
    return tuple(sorted(found, key=lambda e: (e.written_on, e.version, e.id), reverse=True))


def days(viewer: Viewer) -> tuple[date, ...]:
    """The latest days, at most `MOST_DAYS`, whose figures the texts this viewer sees lead to."""
    seen = corpora.corpus(viewer).all(Edition)
    whole = {one.as_of.earliest for one in seen if len(one.as_of) == len("2005-06-30")}
    return tuple(sorted(whole, reverse=True)[:MOST_DAYS])
