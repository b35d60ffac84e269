"""How one value names another: typed references that everything derived from a value can read."""

from dataclasses import dataclass
from typing import Annotated

from headway.domain.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field as the id of another noun; `*` stands for any, written `Noun/id`."""

    noun: str


DialogueId = Annotated[str, Ref("Dialogue")]
PartyId = Annotated[str, Ref("Party")]
BodyId = Annotated[str, Ref("Body")]
PersonId = Annotated[str, Ref("Person")]
RoundId = Annotated[str, Ref("Round")]
AgendaItemId = Annotated[str, Ref("AgendaItem")]
StatementId = Annotated[str, Ref("Statement")]
ConcernId = Annotated[str, Ref("Concern")]
CaseId = Annotated[str, Ref("IndividualCase")]
PointId = Annotated[str, Ref("Point")]
QuestionId = Annotated[str, Ref("Question")]
UndertakingId = Annotated[str, Ref("Undertaking")]
BenchmarkId = Annotated[str, Ref("Benchmark")]
IndicatorId = Annotated[str, Ref("Indicator")]
RemarkId = Annotated[str, Ref("Remark")]
SourceId = Annotated[str, Ref("Source")]
AssessmentId = Annotated[str, Ref("Assessment")]
EditionId = Annotated[str, Ref("Edition")]
RecommendationId = Annotated[str, Ref("Recommendation")]
AnyId = Annotated[str, Ref("*")]

TextHash = Annotated[str, "sha256 of a text of the record"]
OriginalHash = Annotated[str, "sha256 of an original document of the record"]
Day = PartialDate


def any_id(noun: str, value_id: str) -> AnyId:
    """`Noun/id`, the form in which a value of any noun is named."""
    return f"{noun}/{value_id}"


def split_any_id(reference: AnyId) -> tuple[str, str]:
    """The noun and the id of `Noun/id`."""
    noun, _, value_id = reference.partition("/")
    return noun, value_id
