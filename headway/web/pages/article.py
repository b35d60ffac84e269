"""The article, walked: each claim of June 2006 with what answers it for this dialogue."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from headway.domain.errors import NotFound
from headway.domain.parties import Dialogue
from headway.domain.values import UNKNOWN_CODES
from headway.measures.figure import Figure
from headway.phrases import Said, listing, number, phrase_as, say, says
from headway.web import addresses, cells, citing, figures, heads, lists, methods, tables
from headway.web.claims import CLAIMS, WANTING, Claim
from headway.web.look import Look
from headway.web.recorded import FACTS, Recorded
from headway.web.standing import standing

BY = Said(
    {
        "figures": phrase_as("answered by", "answered by figures"),
        "facts": phrase_as("answered by", "answered by recorded facts"),
        "not_released": phrase_as("answered by", "not released to this view"),
        "not_looked": phrase_as("answered by", "nobody looked"),
    }
)
"""What answers a claim, the weightiest first."""

_PARTS = {"leading": 1, "reported": 3}
"""The part of a figure that a claim is about, by its place among the parts."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A claim with what this view may read of it for one dialogue."""

    claim: Claim
    by: str
    figures: tuple[dict[str, Any], ...]
    facts: tuple[Recorded, ...]


def page(look: Look, id: str) -> dict[str, Any]:
    """All 38 claims, each with its answer."""
    dialogue = look.one(Dialogue, id)
    if dialogue.kind == "forum":
        raise NotFound(say("The article is about a dialogue of two sides; a forum is none."))
    stored = figures.by_measure(look.findings.figures(id))
    answered = [_answered(look, dialogue, claim, stored) for claim in CLAIMS]
    table = _list(look, answered)
    return {
        "title": say("The article, walked"),
        "lead": say(
            "In June 2006 a newspaper told what an assessment of a dialogue on human rights had "
            "found. Here are its {count} claims in our own words, each with what this record "
            "says of this dialogue.",
            count=number(len(CLAIMS)),
        ),
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "sentence": _sentence(answered),
        "counts": _counts(look, answered),
        "stored": bool(stored),
        "state": look.findings.state(),
        "note": say(
            "A figure answers a claim where at least one thing it counts is known. It neither "
            "confirms nor refutes the claim: read it. Figures are told for both sides, whichever "
            "of them the claim is about."
        ),
        "claims": [_shown(one) for one in table["rows"].values],
        "tables": {"claims": table},
    }


# -- what answers a claim --------------------------------------------------------------------


def _answered(
    look: Look, dialogue: Dialogue, claim: Claim, stored: dict[str, dict[str, Figure]]
) -> Answered:
    told, hidden = [], False
    for path in claim.figures:
        name = path.partition(":")[0]
        if not standing(look, name, dialogue)["shown"]:
            hidden = True
            continue
        block = _figure(look, dialogue, path, stored.get(name, {}))
        told += [block] if block else []
    facts = tuple(
        fact
        for name in claim.facts
        if not (told and name in claim.figures) and (fact := FACTS[name](look, dialogue)).count
    )
    return Answered(claim, _by(told, facts, hidden), tuple(told), facts)


def _by(told: list[dict[str, Any]], facts: tuple[Recorded, ...], hidden: bool) -> str:
    if any(block["says"] for block in told):
        return "figures"
    if facts:
        return "facts"
    return "not_released" if hidden and not told else "not_looked"


def _figure(
    look: Look, dialogue: Dialogue, path: str, found: dict[str, Figure]
) -> dict[str, Any] | None:
    """A measure, or one part of it, with the sentence of each side; None where none is stored."""
    name, _, part = path.partition(":")
    order = [p.id for p in look.sides(dialogue) if p.id in found]
    shown = [(party, _part(found[party], part)) for party in order]
    if not shown:
        return None
    return {
        "title": methods.heading(name)["title"],
        "href": look.link("dialogues", dialogue.id, "measures", name),
        "mark": standing(look, name, dialogue),
        "says": any(says_something(figure) for _, figure in shown),
        "sides": [
            {"party": look.party(party), "column": place, "sentence": figure.sentence}
            for place, (party, figure) in enumerate(shown, 1)
        ],
    }


def _part(figure: Figure, part: str) -> Figure:
    place = _PARTS.get(part, -1)
    return figure.parts[place] if 0 <= place < len(figure.parts) else figure


def says_something(figure: Figure) -> bool:
    """Whether anything a figure counts is known, in itself or in one of its parts."""
    known = any(
        item.code not in UNKNOWN_CODES and item.code != "not_applicable" for item in figure.items
    )
    return known or any(says_something(part) for part in figure.parts)


# -- counts first ----------------------------------------------------------------------------


def _sentence(answered: list[Answered]) -> str:
    counts = Counter(one.by for one in answered)
    parts = [
        says("{count} is answered by figures", "{count} are answered by figures",
             counts["figures"]),
        says("{count} by recorded facts", "{count} by recorded facts", counts["facts"]),
    ]  # fmt: skip
    if counts["not_released"]:
        parts.append(
            says("{count} was not released to this view", "{count} were not released to this view",
                 counts["not_released"])
        )  # fmt: skip
    parts.append(
        says("into {count} nobody looked", "into {count} nobody looked", counts["not_looked"])
    )
    return say("Of {all} claims {parts}.", all=number(len(answered)), parts=listing(parts))


def _counts(look: Look, answered: list[Answered]) -> list[dict[str, Any]]:
    counts = Counter(one.by for one in answered)
    return [
        citing.count(BY[code], counts[code], _narrowed(look, code))
        for code in BY
        if counts[code] or code != "not_released"
    ]


def _narrowed(look: Look, code: str) -> str:
    return addresses.same_page(look.query, by=code, page="") + "#claims"


# -- claims as blocks and as a list ----------------------------------------------------------


def _shown(one: Answered) -> dict[str, Any]:
    return {
        "number": one.claim.number,
        "words": say(one.claim.words),
        "by": one.by,
        "label": BY[one.by],
        "figures": list(one.figures),
        "facts": [cells.text(fact.sentence, href=fact.href) for fact in one.facts],
        "wanting": _wanting(one),
    }


def _wanting(one: Answered) -> str:
    if not one.claim.wanting:
        return ""
    names = listing([WANTING[name] for name in one.claim.wanting])
    return say("What would say more is not made yet: {methods}.", methods=names)


def _list(look: Look, answered: list[Answered]) -> tables.Table:
    c = lists.Column
    columns = [
        c("number", say("No."), lambda one: one.claim.number, raw=lambda one: one.claim.number),
        c("claim", say("Claim"), lambda one: say(one.claim.words)),
        c("by", say("Answered by"), lambda one: _code(one), raw=lambda one: one.by,
          choice=BY.__getitem__, choices=tuple(BY)),
        c("answer", say("Answer"), lambda one: _answer(one)),
    ]  # fmt: skip
    return lists.listed(
        look,
        "claims",
        say("The claims as a table"),
        answered,
        columns,
        haystack=lambda one: say(one.claim.words),
    )


def _code(one: Answered) -> Any:
    if one.by == "not_looked":
        return {"text": BY[one.by], "code": "not_looked"}
    return BY[one.by]


def _answer(one: Answered) -> Any:
    """Every sentence that answers a claim, as links to where it is from."""
    told = [
        cells.text(
            say("{party}: {sentence}", party=side["party"]["text"], sentence=side["sentence"]),
            href=figure["href"],
        )
        for figure in one.figures
        for side in figure["sides"]
    ]
    told += [cells.text(fact.sentence, href=fact.href) for fact in one.facts]
    return told or _wanting(one) or BY["not_looked"]
