"""What is compared: one delivery of one text by one side, and when."""

from collections.abc import Iterator
from dataclasses import dataclass

from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.parties import Party
from headway.domain.renderings import spoken
from headway.domain.rounds import Round
from headway.domain.statements import Formula, Statement
from headway.reuse.formulae import FormulaPattern

COMPARED = ("verbatim", "paper_as_read")
"""Fidelities that hold the speaker's words; in the others one would measure the note-taker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One text as delivered: who, when, where, to whom, and how faithful the text is.

    `id` is the rendering's, `text` the hash of its text, `language` BCP 47. `side` is the party
    or state whose words these are, empty when nobody is named. `meeting` is the round (two
    deliveries of one meeting never repeat an earlier round), `session` and `sequence` order
    one meeting; sequence 0 is unknown. `names` are what its side is called by others.
    """

    id: str
    text: str
    language: str
    side: str
    delivered_on: PartialDate
    fidelity: str = "verbatim"
    statement: str = ""
    speaker: str = ""
    forum: str = ""
    addressee: str = ""
    dialogue: str = ""
    meeting: str = ""
    session: int = 0
    sequence: int = 0
    names: tuple[str, ...] = ()

    @property
    def base_language(self) -> str:
        """The language without script or region: zh for zh-Hant."""
        return self.language.split("-")[0].lower()

    @property
    def is_compared(self) -> bool:
        """Whether this text can be compared: the speaker's own words, and a side to ascribe."""
        return self.fidelity in COMPARED and bool(self.side) and bool(self.text)


def deliveries_of(corpus: Corpus) -> tuple[Delivery, ...]:
    """Every original-language rendering with a text, in order of day, meeting and place.

    A statement with a verbatim text and a paper as read gives the verbatim one only: the two
    are one delivery. Notes and readouts are listed too, to be reported as not assessed. At a
    forum, whose printed record may hold one language only, a statement without its original is
    compared in its official translation.
    """
    found = [
        delivery
        for statement in corpus.all(Statement)
        if statement.kind != "legal_text"
        for delivery in _of_statement(corpus, statement)
    ]
    return tuple(sorted(found, key=lambda d: (d.delivered_on, d.session, d.sequence, d.id)))


def formulae_of(corpus: Corpus) -> tuple[FormulaPattern, ...]:
    """The formulae a record brings itself, for `find(formulae=)`."""
    return tuple(
        FormulaPattern(one.language.split("-")[0].lower(), one.pattern, one.why)
        for one in corpus.all(Formula)
    )


def _of_statement(corpus: Corpus, statement: Statement) -> Iterator[Delivery]:
    originals = [one for one in spoken(corpus, statement) if one.text]
    has_verbatim = any(one.fidelity == "verbatim" for one in originals)
    held = corpus.get(Round, statement.round)
    dialogue = statement.dialogue or (held.dialogue if held else "")
    party = corpus.get(Party, statement.party)
    names = _names(party) if party else ()
    for rendering in originals:
        if has_verbatim and rendering.fidelity == "paper_as_read":
            continue
        yield Delivery(
            id=rendering.id,
            text=rendering.text or "",
            language=rendering.language,
            side=statement.party or "",
            delivered_on=statement.delivered_on,
            fidelity=rendering.fidelity,
            statement=statement.id,
            speaker=statement.speaker or "",
            forum=statement.forum,
            addressee=statement.addressee,
            dialogue=dialogue or "",
            meeting=statement.round or "",
            session=statement.session,
            sequence=statement.sequence,
            names=names,
        )


def _names(party: Party) -> tuple[str, ...]:
    """What a party is called, in every language on file."""
    return tuple(dict.fromkeys(str(name) for name in party.name.values()))
