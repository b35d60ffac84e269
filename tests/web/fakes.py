"""Stored findings of the small record, made by hand, and the history of its values."""

from dataclasses import dataclass, replace

from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate as Day
from headway.domain.errors import NotFound
from headway.domain.nouns import NOUNS
from headway.domain.parties import Person
from headway.domain.statements import Rendering, Statement
from headway.domain.values import Value
from headway.measures import figures as measured
from headway.phrases import spoken
from headway.services.recurring_rows import Place, StoredRecurring
from tests.web.small import OLD, OPENING_EN, OPENING_ZH, TEXTS, Hit, Passage, Results, Witness

_FIRST = Witness("assembly-1999-en", "assembly-1999", 0, len(OLD), "1999-09")
_BEFORE = Witness("r1-opening-en", "r1-opening", 0, len(OLD), "2001-05-14")


def _at(text: str, words: str, tokens: int, reuse_class: str, **known: object) -> Passage:
    begin = text.index(words)
    return Passage(begin, begin + len(words), tokens, reuse_class, **known)  # type: ignore[arg-type]


def _known(cluster: int, first: Witness | None, previous: Witness | None, earlier: int) -> dict:
    return {"cluster": cluster, "first": first, "previous": previous, "earlier": earlier}


_HUMANITY = OPENING_EN[OPENING_EN.index("All persons") :]
PASSAGES = {
    "r2-opening-en": (
        _at(OPENING_EN, OLD, 29, "own_rounds", **_known(1, _FIRST, _BEFORE, 2)),
        _at(OPENING_EN, "no model fits all. We have said so before", 9, "own_elsewhere",
            **_known(3, None, None, 1)),
        _at(OPENING_EN, _HUMANITY, 23, "canon", **_known(2, None, None, 0)),
    ),
    "r2-opening-zh": (
        _at(OPENING_ZH, "各国人民有权选择自己的道路", 13, "own_rounds",
            **_known(4, None, None, 1)),
    ),
    "r1-opening-en": (
        _at(TEXTS["t-r1"], OLD, 29, "own_elsewhere", **_known(1, _FIRST, _FIRST, 1)),
    ),
}  # fmt: skip

_SAID = (
    Place("assembly-1999-en", "assembly-1999", 0, len(OLD), "1999-09"),
    Place("r1-opening-en", "r1-opening", 0, len(OLD), "2001-05-14"),
    Place("r2-opening-en", "r2-opening", 0, len(OLD), "2002-06-03"),
)
RECURRING = (
    StoredRecurring("c0", "yunlin", "en", "courtesy", 3, "We thank our hosts.", _SAID),
    StoredRecurring("a0", "yunlin", "en", "substance", 3, OLD, _SAID),
)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a value, as the record's history gives it."""

    value: Value
    known_on: Day
    position: int = 1
    act: str = "load"
    actor: str = ""
    at: str = "2026-01-01T00:00:00Z"


class Stored:
    """Has the functions of `services.findings`; measures are the real ones."""

    def __init__(self, state: str = "current") -> None:
        self._state = state
        self._figures: dict = {}

    def figures(self, corpus: Corpus, dialogue: str) -> tuple:
        """The real measures over the corpus, kept."""
        if self._state != "current":
            return ()
        key = (corpus.viewer, dialogue, spoken())
        if key not in self._figures:
            self._figures[key] = measured(corpus, dialogue)
        return self._figures[key]

    def passages(self, corpus: Corpus, rendering: str) -> tuple:
        """The passages planted above."""
        known = corpus.get(Rendering, rendering) is not None and self._state == "current"
        return PASSAGES.get(rendering, ()) if known else ()

    def witnesses(self, corpus: Corpus, cluster: int) -> tuple:
        """All places of a cluster, oldest first."""
        found = [
            Witness(rendering, corpus.one(Rendering, rendering).statement, p.begin, p.end, "")
            for rendering, passages in PASSAGES.items()
            if corpus.get(Rendering, rendering)
            for p in passages
            if p.cluster == cluster
        ]
        return ((_FIRST,) if cluster == 1 else ()) + tuple(found)

    def recurring(self, corpus: Corpus, dialogue: str) -> tuple | None:
        """The sentences planted above that this view may see on three days."""
        if self._state != "current":
            return None
        seen = [place for place in _SAID if corpus.get(Rendering, place.rendering)]
        where = {corpus.one(Statement, place.statement).dialogue for place in seen}
        if len(seen) < 3 or dialogue not in where:
            return ()
        return tuple(replace(one, said=tuple(seen)) for one in RECURRING)

    def recurring_report(self, corpus: Corpus) -> dict:
        """What was looked at."""
        return {"days": 3, "texts": 5, "sentences": {"yunlin": 10}, "not_assessed": {"note": 1}}

    def derivation(self, corpus: Corpus, rendering: str) -> None:
        """Nothing is said of how far a text is derived."""

    def coverage(self, corpus: Corpus, rendering: str) -> dict[str, int]:
        """Tokens by class, with what is new."""
        found: dict[str, int] = {}
        for passage in self.passages(corpus, rendering):
            found[passage.reuse_class] = found.get(passage.reuse_class, 0) + passage.tokens
        return found | ({"new": 60} if found else {})

    def search(
        self, corpus: Corpus, query: str, limit: int = 20, offset: int = 0, shown=lambda value: True
    ) -> Results:
        """Renderings whose text holds the query."""
        hits = []
        for rendering in corpus.all(Rendering):
            text = corpus.text(rendering.text) if rendering.text else ""
            at = text.lower().find(query.lower())
            if at >= 0:
                after = at + len(query)
                parts = ((text[max(0, at - 30) : at], False), (text[at:after], True),
                         (text[after : after + 30], False))  # fmt: skip
                hits.append(Hit("Rendering", rendering.id, rendering.id, parts,
                                rendering.language, "2002-06-03"))  # fmt: skip
        for person in corpus.all(Person):
            if query.lower() in str(person.name).lower() and shown(person):
                hits.append(Hit("Person", person.id, str(person.name), (), "", ""))
        return Results(len(hits), tuple(hits[offset : offset + limit]))

    def state(self, corpus: Corpus) -> str:
        """What the test asked for."""
        return self._state


def history(corpus: Corpus, noun: str, value_id: str) -> tuple[Version, ...]:
    """One version of each value the view may see."""
    try:
        value = corpus.one(NOUNS[noun], value_id)
    except NotFound:
        return ()
    return (Version(value, Day("2006-01-01")),)
