"""The first text of an assessment: what the record says, and where the author has to write."""

from collections.abc import Callable, Mapping

from headway.assessments.basis import Basis
from headway.assessments.blocks import write
from headway.assessments.manuscripts import FIELDS, SECTIONS, marked, read
from headway.assessments.words import check_language, word
from headway.domain.assessments import Assessment

GROUPS: Mapping[str, tuple[str, ...]] = {
    "talks": ("reuse_share", "first_said", "specificity"),
    "answers": ("answer_rate",),
    "follow_up": ("carry_over", "undertakings", "stale_concerns"),
    "ground": ("rungs",),
    "people": (
        "mandate_coverage",
        "rank_of_head",
        "retention",
        "memory_of_concern",
        "handover",
        "size",
    ),
    "languages": ("translation_coverage", "translation_timeliness", "disputed_terms"),
    "care": ("arrangements", "agenda_items", "hours"),
    "evidence": ("single_origin", "search_age", "withheld_share"),
}
"""The measures a draft shows one by one, by subject; all of them stand in the annex."""


def draft(basis: Basis, *, written_on: str, title: str = "", author: str = "") -> str:
    """A manuscript of the dialogue for the view and day of the basis.

    Measures that found nothing to count are not shown one by one: the text says that nobody
    looked. Whatever a person must write is an open place.
    """
    check_language(basis.language)
    parts = [
        _front(basis, written_on, title, author),
        f"# {title or _title(basis)}",
        *(_section(basis, section) for section in SECTIONS),
    ]
    skeleton = "\n\n".join(parts) + "\n"
    return filled(skeleton, basis)


def filled(text: str, basis: Basis) -> str:
    """A skeleton with its empty blocks written from the basis."""
    manuscript = read(text)
    lines = text.split("\n")
    for block in reversed(manuscript.blocks):
        body = write(basis, manuscript, block) or ""
        lines[block.begin + 1 : block.end] = body.split("\n")
    return "\n".join(lines)


def _title(basis: Basis) -> str:
    noun = basis.noun()
    return (noun.title if noun else basis.dialogue.title).within(basis.language)


def _todo(basis: Basis, key: str) -> str:
    return f"[[{word('to be written', basis.language)}: {word(f'todo {key}', basis.language)}]]"


def _front(basis: Basis, written_on: str, title: str, author: str) -> str:
    noun = basis.noun()
    told = {
        "assessment": basis.assessment,
        "dialogue": basis.dialogue.id,
        "title": title or _title(basis),
        "version": "1",
        "language": basis.language,
        "view": basis.view,
        "as_of": basis.as_of.isoformat() if basis.as_of else written_on,
        "written_on": written_on,
        "author": author or _known(basis, noun, "author", "author"),
        "commissioner": _known(basis, noun, "commissioner", "commissioner"),
        "terms_of_reference": _known(basis, noun, "terms_of_reference", "reference"),
        "interest": _known(basis, noun, "interest", "interest"),
        "commissioned_on": str((noun and noun.commissioned_on) or ""),
        "delivered_on": str((noun and noun.delivered_on) or ""),
    }
    lines = [f"{key}: {told[key]}".rstrip() for key in FIELDS if key in told]
    return "\n".join(["---", *lines, "---"])


def _known(basis: Basis, noun: Assessment | None, field: str, todo: str) -> str:
    held = getattr(noun, field, "") if noun else ""
    return " ".join(str(held).split()) or _todo(basis, todo)


def _section(basis: Basis, section: str) -> str:
    heading = f"## {word(section, basis.language)} {{#{section}}}"
    return "\n\n".join([heading, *_INSIDE[section](basis)])


def _terms(basis: Basis) -> list[str]:
    invented = [f"*{word('invented', basis.language)}*"] if basis.dialogue.invented else []
    return [*invented, marked("terms", ""), _todo(basis, "terms")]


def _findings(basis: Basis) -> list[str]:
    parts: list[str] = []
    for group, measures in GROUPS.items():
        shown = [m for m in measures if m in basis.measures() and basis.standing(m) == "known"]
        if shown:
            parts.append(f"### {word(f'group {group}', basis.language)}")
            parts += [marked(f"finding {measure}", "") for measure in shown]
            parts.append(_todo(basis, "finding"))
    return parts or [_todo(basis, "finding")]


_INSIDE: Mapping[str, Callable[[Basis], list[str]]] = {
    "terms": _terms,
    "summary": lambda basis: [_todo(basis, "summary")],
    "method": lambda basis: [marked("basis", ""), _todo(basis, "method"), marked("unlooked", "")],
    "findings": _findings,
    "remarks": lambda basis: [marked("remarks", ""), _todo(basis, "remarks")],
    "judgements": lambda basis: [_todo(basis, "judgements")],
    "recommendations": lambda basis: [
        marked("recommendations", ""),
        _todo(basis, "recommendations"),
    ],
    "replies": lambda basis: [marked("replies", "")],
    "annex": lambda basis: [marked("measures", ""), marked("recompute", "")],
    "sources": lambda basis: [marked("sources", "")],
}
