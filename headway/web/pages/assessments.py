"""Assessments of a dialogue: the list of them, and one as a text to be read from end to end."""

from typing import Any
from urllib.parse import quote

from headway.assessments.manuscripts import Manuscript, read
from headway.assessments.pages import to_html
from headway.assessments.tokens import Resolve
from headway.domain.assessments import Assessment, Edition, Judgement
from headway.domain.errors import NotFound
from headway.domain.ids import AnyId, any_id, split_any_id
from headway.domain.nouns import NOUNS
from headway.domain.parties import Dialogue
from headway.domain.statements import Source
from headway.phrases import say
from headway.services.assessing import editions
from headway.services.printing import release_of
from headway.web import cells, heads, methods, tables, words
from headway.web.look import Look
from headway.web.voices import voices

MOST_SHOWN = 400_000
"""Code points of a text that a page still shows; a longer one is read as a file."""


def listing(look: Look, id: str) -> dict[str, Any]:
    """The assessments of a dialogue that this view may know of."""
    dialogue = look.one(Dialogue, id)
    found = look.having(Assessment, "dialogue", id)
    columns = [
        ("title", say("Assessment")),
        ("author", say("Author")),
        ("commissioner", say("Commissioner")),
        ("delivered", say("Delivered")),
        ("texts", say("Texts")),
    ]
    rows = [
        {
            "title": look.worded(one.title, look.link("dialogues", id, "assessments", one.id)),
            "author": one.author,
            "commissioner": one.commissioner or cells.not_given(),
            "delivered": cells.day(one.delivered_on) or cells.not_given(),
            "texts": [
                _name(edition, _address(look, one, edition)) for edition in _editions(look, one)
            ]
            or say("none is held"),
        }
        for one in sorted(found, key=lambda a: (a.delivered_on or "", a.id), reverse=True)
    ]
    return {
        "title": say("Assessments"),
        "lead": say(
            "Dated and signed documents about this dialogue, each with its commissioner, its "
            "terms and its author’s declaration of interest."
        ),
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "tables": {"assessments": tables.table("assessments", say("Assessments"), columns, rows)},
    }


def page(look: Look, id: str, assessment: str) -> dict[str, Any]:
    """One assessment: its latest text, or the one that `?edition=` names."""
    dialogue = look.one(Dialogue, id)
    found = look.one(Assessment, assessment)
    if found.dialogue != id:
        raise NotFound(say("There is no assessment “{id}” of this dialogue.", id=assessment))
    held = _editions(look, found)
    shown = _chosen(look, found, held)
    list_href = look.link("dialogues", id, "assessments")
    return {
        "title": found.title.within(look.language),
        "crumbs": heads.crumbs(look, dialogue, cells.text(say("Assessments"), href=list_href)),
        "dialogue": heads.dialogue_head(look, dialogue),
        "heading": look.worded(found.title),
        "facts": _facts(found),
        "document": _document(look, found, shown) if shown else None,
        "later": _later(look, found, held, shown),
        "voices": voices(look, _answerable(look, found)) | {"judgements": []},
        "command": f"headway assessment write RECORD {found.id} {found.id}.pdf",
        "tables": {"editions": _table(look, found, held)},
    }


def _answerable(look: Look, assessment: Assessment) -> list[AnyId]:
    """What a side may have answered: the assessment itself and each of its judgements."""
    judged = look.having(Judgement, "assessment", assessment.id)
    return [
        any_id("Assessment", assessment.id),
        *(any_id("Judgement", judgement.id) for judgement in judged),
    ]


def _editions(look: Look, assessment: Assessment) -> list[Edition]:
    return [e for e in editions(look.corpus, assessment.id) if look.get(Edition, e.id)]


def _chosen(look: Look, assessment: Assessment, held: list[Edition]) -> Edition | None:
    asked = look.query.get("edition", "")
    if asked:
        found = next((e for e in held if e.id == asked), None)
        if found is None:
            raise NotFound(say("This view has no edition “{id}” of it.", id=asked[:80]))
        return found
    base = look.language.split("-")[0]
    fitting = [e for e in held if e.language.split("-")[0] == base]
    return next(iter(fitting or held), None)


def _address(look: Look, assessment: Assessment, edition: Edition) -> str:
    return look.link(
        "dialogues", assessment.dialogue, "assessments", assessment.id, edition=edition.id
    )


def _name(edition: Edition, href: str) -> dict[str, Any]:
    language = words.language(edition.language)
    said = say("version {version}, {language}", version=edition.version, language=language)
    return cells.text(said, href=href)


def _facts(assessment: Assessment) -> list[dict[str, Any]]:
    rows: list[tuple[str, Any]] = [
        (say("Author"), assessment.author),
        (say("Commissioner"), assessment.commissioner),
        (say("Terms of reference"), assessment.terms_of_reference),
        (say("Declaration of interest"), assessment.interest),
        (say("Commissioned"), cells.day(assessment.commissioned_on)),
        (say("Delivered"), cells.day(assessment.delivered_on)),
        (say("Published"), cells.day(assessment.published_on)),
    ]
    return [{"label": label, "value": value or cells.not_given()} for label, value in rows]


def _document(look: Look, assessment: Assessment, edition: Edition) -> dict[str, Any]:
    text = look.corpus.text(edition.text)
    manuscript = read(text)
    too_long = len(text) > MOST_SHOWN
    made = (
        {"html": "", "contents": []} if too_long else _html(look, assessment, edition, manuscript)
    )
    marking = edition.marking or assessment.marking
    return {
        "edition": edition.id,
        "version": edition.version,
        "language": edition.language,
        "direction": cells.direction(edition.language),
        "title": manuscript.front.get("title") or assessment.title.within(edition.language),
        "written": cells.day(edition.written_on),
        "as_of": cells.day(edition.as_of),
        "view": words.VIEW_NAMES[edition.view],
        "marking": marking,
        "correction": edition.correction,
        "corrects": _corrected(look, assessment, edition),
        "standing": _standing(look, edition),
        "too_long": too_long,
        "docx": _file(look, assessment, edition),
        "contents": made["contents"],
        "html": made["html"],
    }


def _html(
    look: Look, assessment: Assessment, edition: Edition, manuscript: Manuscript
) -> dict[str, Any]:
    return to_html(manuscript, _resolver(look, assessment, edition))


def _resolver(look: Look, assessment: Assessment, edition: Edition) -> Resolve:
    """Where links of a text lead for this look; those it may not follow become words."""

    def resolve(scheme: str, rest: str) -> str | None:
        if scheme == "source":
            return look.link("sources", rest) if look.get(Source, rest) else None
        if scheme == "fact":
            noun, value_id = split_any_id(rest)
            found = noun in NOUNS and look.get(NOUNS[noun], value_id)
            return look.link("values", noun, value_id) if found else None
        name = rest.split("/")[0].split("@")[0]
        if methods.about(name) is None:
            return None
        path = f"/dialogues/{quote(assessment.dialogue)}/measures/{quote(name)}"
        asked = f"&language={look.asked_language}" if look.asked_language else ""
        return f"{path}?as_of={edition.as_of}{asked}"

    return resolve


def _corrected(look: Look, assessment: Assessment, edition: Edition) -> dict[str, Any] | None:
    found = look.get(Edition, edition.corrects)
    return _name(found, _address(look, assessment, found)) if found else None


def _later(
    look: Look, assessment: Assessment, held: list[Edition], shown: Edition | None
) -> dict[str, Any] | None:
    """The edition that corrects the one that is shown."""
    later = next((e for e in held if shown and e.corrects == shown.id), None)
    return _name(later, _address(look, assessment, later)) if later else None


def _standing(look: Look, edition: Edition) -> dict[str, Any]:
    found = release_of(look.corpus, edition)
    if found is None:
        return {"released": False, "words": say("not released: {view} only", view=edition.label)}
    said = say(
        "released on {day} by decision of {who}",
        day=cells.day_words(found.released_on),
        who=found.decided_by,
    )
    return {"released": True, "words": said, "href": look.fact(found)}


def _file(look: Look, assessment: Assessment, edition: Edition) -> str:
    parts = ("dialogues", assessment.dialogue, "assessments", assessment.id)
    path = "/" + "/".join(quote(part, safe="") for part in parts)
    return f"{path}/{quote(edition.id, safe='')}.docx"


def _table(look: Look, assessment: Assessment, held: list[Edition]) -> tables.Table:
    columns = [
        ("text", say("Text")),
        ("written", say("Written")),
        ("as_of", say("Figures as of")),
        ("standing", say("Standing")),
        ("correction", say("Correction")),
    ]
    rows = [
        {
            "text": _name(edition, _address(look, assessment, edition)),
            "written": cells.day(edition.written_on),
            "as_of": cells.day(edition.as_of),
            "standing": _standing(look, edition)["words"],
            "correction": edition.correction or cells.not_given(),
        }
        for edition in held
    ]
    empty = say("No text of this assessment is held.")
    return tables.table("editions", say("All texts"), columns, rows, empty=empty)
