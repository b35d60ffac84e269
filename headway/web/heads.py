"""The head of a dialogue, a round or a statement, as it stands on many pages."""

from typing import Any

from headway.domain.parties import Dialogue, Party
from headway.domain.rounds import Round
from headway.domain.statements import Rendering, Statement
from headway.domain.values import Value
from headway.phrases import say
from headway.services.wordings import title_of
from headway.web import cells, words
from headway.web.look import Look


def dialogue_head(look: Look, dialogue: Dialogue) -> dict[str, Any]:
    """Title, sides and marks of a dialogue."""
    return {
        "id": dialogue.id,
        "title": look.worded(dialogue.title),
        "href": look.link("dialogues", dialogue.id),
        "kind": dialogue.kind,
        "kind_words": words.plain(dialogue.kind),
        "invented": dialogue.invented,
        "trial": dialogue.trial,
        "sides": [
            {
                "id": party.id,
                "name": look.worded(party.name),
                "names": _names(look, party),
                "href": look.link("dialogues", dialogue.id, "parties", party.id),
            }
            for party in (look.sides(dialogue) if dialogue.kind == "dialogue" else [])
        ],
    }


def _names(look: Look, party: Party) -> list[dict[str, Any]]:
    """A party's names; for one that speaks the language of the page, that name stands first."""
    names = cells.versions(party.name)
    if not look.is_spoken_by(party):
        return names
    return sorted(names, key=lambda name: look.language.split("-")[0] != _base(name, look))


def _base(name: dict[str, Any], look: Look) -> str:
    return str(name.get("lang", look.language)).split("-")[0]


def crumbs(look: Look, dialogue: Dialogue | None, *more: dict[str, Any]) -> list[dict[str, Any]]:
    """The way from the list of dialogues to this page."""
    first = [cells.text(say("Dialogues"), href=look.link(""))]
    if dialogue is not None:
        href = look.link("dialogues", dialogue.id)
        first.append(look.worded(dialogue.title, href) or {})
    return [*first, *more]


def round_name(round_: Round) -> str:
    """ "Round 6, 3-4 November 2002"."""
    return say(
        "{round}, {days}",
        round=short_name(round_),
        days=cells.days_words(round_.began_on, round_.ended_on),
    )


def short_name(round_: Round) -> str:
    """ "Round 6"; where no source numbers it, its year."""
    if round_.number is None:
        return say("Round of {day}", day=round_.began_on.year)
    return say("Round {number}", number=round_.number)


def title(look: Look, value: Value) -> str:
    """What a value is called in links and lists."""
    if isinstance(value, Round):
        return short_name(value)
    return title_of(value, look.corpus, look.language)


def round_link(look: Look, round_id: str | None) -> dict[str, Any] | None:
    """A link to a round by its number."""
    found = look.get(Round, round_id)
    if found is None:
        return None
    return cells.text(short_name(found), href=look.link("rounds", found.id))


def rounds_of(look: Look, dialogue_id: str) -> list[Round]:
    """The rounds of a dialogue in order of time."""
    found = look.having(Round, "dialogue", dialogue_id)
    return sorted(found, key=lambda r: (r.began_on, r.number or 0, r.id))


def in_order(statements: tuple[Statement, ...] | list[Statement]) -> list[Statement]:
    """Statements in their order of delivery."""
    return sorted(statements, key=lambda s: (s.delivered_on, s.session, s.sequence, s.id))


def statement_link(look: Look, statement_id: str | None) -> dict[str, Any] | None:
    """A link into the reader of a statement."""
    found = look.get(Statement, statement_id)
    return look.worded(found.title, look.link("statements", found.id)) if found else None


def renderings_of(look: Look, statement_id: str) -> list[Rendering]:
    """The renderings of a statement: originals first, then by language."""
    order = list(words.RENDERING_KINDS)
    found = look.having(Rendering, "statement", statement_id)
    return sorted(found, key=lambda r: (order.index(r.kind), r.text is None, r.language, r.id))


def _text_words(rendering: Rendering) -> str:
    told = say(
        "{language}, {fidelity}",
        language=words.language(rendering.language),
        fidelity=words.FIDELITY[rendering.fidelity][0],
    )
    if rendering.text:
        return told
    return say("{what} (no text: {why})", what=told, why=words.AVAILABLE[rendering.available])


def texts_cell(look: Look, statement: Statement) -> list[Any]:
    """The renderings of a statement as short links: "English, verbatim"."""
    return [
        {
            "text": _text_words(r),
            "href": look.link("statements", statement.id, show=r.id),
        }
        for r in renderings_of(look, statement.id)
    ]
