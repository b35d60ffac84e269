"""What a manuscript becomes in the record: an edition, its assessment, judgements, advice."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, cast

from headway.assessments.basis import Basis
from headway.assessments.concluded import Conclusion, conclusions
from headway.assessments.manuscripts import Manuscript
from headway.bundle.lines import Known
from headway.domain.assessments import Assessment, Edition, Judgement
from headway.domain.dates import PartialDate
from headway.domain.errors import Conflict
from headway.domain.ids import any_id
from headway.domain.undertakings import Recommendation
from headway.domain.values import Value
from headway.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class Entered:
    """The values of a manuscript, and its text by hash; the text is kept byte for byte."""

    known: tuple[Known, ...]
    texts: dict[str, str]
    edition: str


def edition_id(manuscript: Manuscript) -> str:
    """The id of the edition a manuscript is: assessment, version, language, view."""
    front = manuscript.front
    return ".".join(front[key] for key in ("assessment", "version", "language", "view"))


def enter(
    manuscript: Manuscript, basis: Basis, *, label: str, name: str, known_on: PartialDate | None
) -> Entered:
    """The values a sound manuscript brings, labelled `label`; its text is kept by its hash.

    Conflict when that version is in the record already and says something else: a correction is a
    new version that names the one it corrects.
    """
    values = values_of(manuscript, basis, label)
    made = next(value for value in values if isinstance(value, Edition))
    _check_new(made, basis)
    return Entered(
        tuple(Known(_as_held(value, basis), known_on, name) for value in values),
        {made.text: manuscript.text},
        made.id,
    )


def values_of(manuscript: Manuscript, basis: Basis, label: str) -> list[Value]:
    """The assessment, its edition, its judgements and its recommendations, as the text has them."""
    digest = hashlib.sha256(manuscript.text.encode()).hexdigest()
    return [
        _assessment(manuscript, basis, label),
        _edition(manuscript, digest, label),
        *_concluded(manuscript, basis, label),
    ]


def _check_new(made: Edition, basis: Basis) -> None:
    held = basis.corpus.get(Edition, made.id)
    if held is not None and held.text != made.text:
        raise Conflict(
            f"version {made.version} is in the record already and reads otherwise; give this one"
            f" a new version with `corrects: {made.id}` and say in `correction` what changed"
        )


def _as_held(value: Value, basis: Basis) -> Value:
    """The value under the label, sources and comment the record has it with, if it has it."""
    held = basis.corpus.get(type(value), value.id)
    if held is None:
        return value
    kept = ("label", "sources", "place", "originator", "comment")
    return replace(value, **{name: getattr(held, name) for name in kept})


def _edition(manuscript: Manuscript, digest: str, label: str) -> Edition:
    front = manuscript.front
    return Edition(
        id=edition_id(manuscript),
        label=label,
        marking=front.get("marking", ""),
        assessment=front["assessment"],
        version=front["version"],
        language=front["language"],
        view=cast(Any, front["view"]),  # one of them, or `check` had complained
        as_of=PartialDate(front["as_of"]),
        written_on=PartialDate(front["written_on"]),
        text=digest,
        corrects=front.get("corrects") or None,
        correction=front.get("correction", ""),
    )


def _assessment(manuscript: Manuscript, basis: Basis, label: str) -> Assessment:
    """The noun as the front matter has it; what the record holds beside that stays."""
    front, held = manuscript.front, basis.noun()
    titles = dict(held.title) if held else {}
    told: dict[str, Any] = {
        "title": Wording(titles | {front["language"]: front["title"]}),
        "author": front["author"],
        "commissioner": front["commissioner"],
        "terms_of_reference": front["terms_of_reference"],
        "interest": front["interest"],
    }
    for key in ("commissioned_on", "delivered_on", "published_on"):
        if front.get(key):
            told[key] = PartialDate(front[key])
    if held is None:
        return Assessment(
            id=front["assessment"],
            label=label,
            dialogue=front["dialogue"],
            **told,
        )
    return replace(held, **told)


def _concluded(manuscript: Manuscript, basis: Basis, label: str) -> Iterator[Value]:
    for one in conclusions(manuscript):
        if one.kind == "judgement":
            yield _judgement(one, manuscript, label)
        else:
            yield _recommendation(one, manuscript, basis, label)


def conclusion_id(manuscript: Manuscript, one: Conclusion) -> str:
    """The id of a judgement or recommendation: that of the assessment and of its heading."""
    return f"{manuscript.front['assessment']}.{one.id}"


def _judgement(one: Conclusion, manuscript: Manuscript, label: str) -> Judgement:
    front = manuscript.front
    return Judgement(
        id=conclusion_id(manuscript, one),
        label=label,
        about=one.signature.about or any_id("Dialogue", front["dialogue"]),
        summary=one.text,
        signed_by=one.signature.by,
        signed_on=PartialDate(one.signature.on),
        assessment=front["assessment"],
        finding=one.signature.finding,
    )


def _recommendation(
    one: Conclusion, manuscript: Manuscript, basis: Basis, label: str
) -> Recommendation:
    front = manuscript.front
    made_on = front.get("delivered_on") or front["written_on"]
    return Recommendation(
        id=conclusion_id(manuscript, one),
        label=label,
        dialogue=front["dialogue"],
        to=one.addressee(basis.sides) or None,
        by=front["author"],
        summary=Wording({front["language"]: one.text}),
        made_on=PartialDate(made_on),
    )
