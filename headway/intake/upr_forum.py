"""The Universal Periodic Review as a forum: its sessions, and its words for what was answered."""

import csv
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.parties import Dialogue
from headway.domain.rounds import Round
from headway.domain.values import Value
from headway.domain.wording import Wording
from headway.intake.fields import key

DIALOGUE_ID: Final = "universal-periodic-review"
TITLE: Final = Wording(
    {
        "en": "Universal Periodic Review of the Human Rights Council",
        "fr": "Examen périodique universel du Conseil des droits de l’homme",
        "zh": "人权理事会普遍定期审议",
    }
)
PositionTaken = Literal["supported", "partly_supported", "noted", "none"]

_POSITIONS: Final[dict[PositionTaken, str]] = {
    "supported": "supported|accepted|support|accept|enjoys the support|already implemented",
    "partly_supported": (
        "partly supported|partially supported|partially accepted|accepted in part|partial"
        "|supported in part|supported/noted|partly accepted"
    ),
    "noted": "noted|not accepted|rejected|not supported|does not enjoy the support|refused|note",
    "none": "no response|no answer|none|pending|under review|no clear position|general response"
    "|no position|in pending|delayed|unclear",
}
"""Our codes, and the words that lists of recommendations have for them."""


@dataclass(frozen=True, slots=True)
class Session:
    """A session of the working group: its number and the months it began and ended in.

    `seen_in` is the source in which both months were seen; `no_evidence` where one was looked
    for and not found, `not_looked` where nobody looked.
    """

    number: int
    cycle: int
    began_on: PartialDate
    ended_on: PartialDate
    seen_in: str

    @property
    def comment(self) -> str:
        """Where the months are from: the file that names the session does not say them."""
        if self.seen_in in ("no_evidence", "not_looked"):
            return "The months are from the table that ships with Headway; no source was seen."
        return f"The months are as seen in {self.seen_in}."


@cache
def sessions() -> dict[int, Session]:
    """The sessions of the table by number (`upr_sessions.tsv`, each with its source)."""
    text = files("headway.intake").joinpath("upr_sessions.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return {
        int(row["session"]): Session(
            int(row["session"]),
            int(row["cycle"]),
            PartialDate(row["began"]),
            PartialDate(row["ended"]),
            row["seen_in"],
        )
        for row in rows
    }


@cache
def _positions() -> dict[str, PositionTaken]:
    return {key(word): code for code, words in _POSITIONS.items() for word in words.split("|")}


def position_called(word: str) -> PositionTaken | None:
    """Our code for a word of a list, or None; what was rejected counts as noted, as at the UN."""
    return _positions().get(key(word))


def round_id(session: int) -> str:
    """The id of the round that a session is."""
    return f"{DIALOGUE_ID}-{session:02d}"


def forum(parties: tuple[str, ...], sources: tuple[str, ...]) -> Dialogue:
    """The forum with the States that were reviewed or recommended something."""
    return Dialogue(id=DIALOGUE_ID, title=TITLE, parties=parties, kind="forum", sources=sources)


def round_of(session: Session, sources: tuple[str, ...]) -> Round:
    """A session as a round of the forum."""
    several = session.ended_on != session.began_on
    return Round(
        id=round_id(session.number),
        dialogue=DIALOGUE_ID,
        number=session.number,
        began_on=session.began_on,
        ended_on=session.ended_on if several else None,
        sources=sources,
        comment=session.comment,
    )


def missing(
    record: Corpus | None,
    parties: tuple[str, ...],
    rounds: tuple[Round, ...],
    sources: tuple[str, ...],
) -> list[Value]:
    """The forum with these States and these sessions, as far as the record has them not yet.

    A forum that is there keeps its States and gets the new ones.
    """
    if not parties:
        return []
    there = record.get(Dialogue, DIALOGUE_ID) if record else None
    new = tuple(one for one in parties if there is None or one not in there.parties)
    found: list[Value] = []
    if there is None:
        found.append(forum(parties, sources))
    elif new:
        found.append(replace(there, parties=(*there.parties, *new)))
    return found + [one for one in rounds if record is None or record.get(Round, one.id) is None]
