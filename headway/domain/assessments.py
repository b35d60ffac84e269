"""Signed documents, judgements of persons, what NGOs handed in, releases and withholdings."""

from dataclasses import dataclass
from typing import Literal

from headway.domain.ids import (
    AnyId,
    AssessmentId,
    ConcernId,
    Day,
    DialogueId,
    EditionId,
    OriginalHash,
    PartyId,
    RoundId,
    TextHash,
)
from headway.domain.values import Value
from headway.domain.wording import Wording


@dataclass(frozen=True, kw_only=True, slots=True)
class Assessment(Value):
    """A dated, signed document with its commissioner, terms and declaration of interest."""

    dialogue: DialogueId
    title: Wording
    author: str
    commissioner: str = ""
    terms_of_reference: str = ""
    interest: str = ""
    commissioned_on: Day | None = None
    delivered_on: Day | None = None
    published_on: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition(Value):
    """One text of an assessment: one version in one language, written for one view.

    The figures in it are those of `view` on the day `as_of`. A correction is a new edition that
    names the one it `corrects` and says in `correction` what changed; the old one stays.
    """

    assessment: AssessmentId
    version: str
    language: str
    view: Literal["public", "counterpart", "oversight", "desk", "assessor"]
    as_of: Day
    written_on: Day
    text: TextHash
    original: OriginalHash | None = None
    corrects: EditionId | None = None
    correction: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement(Value):
    """What a person concluded about anything in the record, signed and dated.

    A machine's finding never becomes one by itself. `grade` A to E as in the Human Rights
    Committee's follow-up, where a grade is meant at all.
    """

    about: AnyId
    summary: str
    signed_by: str
    signed_on: Day
    assessment: AssessmentId | None = None
    finding: str = ""
    grade: Literal["A", "B", "C", "D", "E"] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer(Value):
    """A party's own reply to anything said about it here, published with it.

    Without `words` it was offered on a day and has not come yet.
    """

    about: AnyId
    party: PartyId
    words: Wording | None = None
    offered_on: Day | None = None
    given_on: Day | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Submission(Value):
    """What an NGO handed in: when, on what terms, where it was taken up, or why not."""

    submitter: str
    received_on: Day
    consent: str
    summary: str
    dialogue: DialogueId | None = None
    concern: ConcernId | None = None
    taken_up_in: RoundId | None = None
    dropped_because: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Release(Value):
    """What was let out, to which view, when, by whose decision.

    `items` names facts (`Noun/id`, or `Noun/*` for all of a noun that carry the label of that
    view); `measures` names the measures whose figures that view may read, computed from what
    that view may see; with a `dialogue`, of that one only.
    """

    view: Literal["public", "counterpart", "oversight"]
    title: Wording
    author: str
    version: str
    released_on: Day
    decided_by: str
    dialogue: DialogueId | None = None
    items: tuple[AnyId, ...] = ()
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Withholding(Value):
    """A decision to disclose to a view that a fact exists and is not shown, and why.

    `noun`, `round`, `concern` and `category` are what is disclosed; `item` never is. Without
    one, a fact a view may not see is sealed: for that view it does not exist at all.
    """

    item: AnyId
    noun: str
    category: Literal[
        "protection_of_persons",
        "confidence_of_the_talks",
        "international_relations",
        "ongoing_assessment",
        "security",
        "other",
    ]
    decided_on: Day
    decided_by: str
    dialogue: DialogueId | None = None
    round: RoundId | None = None
    concern: ConcernId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Flag(Value):
    """Something in the record that does not add up, kept and shown rather than dropped."""

    about: AnyId
    summary: str
    found_on: Day | None = None
    settled: str = ""
