"""One look at the record: who looks, as of when, and what of it was shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar
from urllib.parse import quote, urlencode

from headway.domain.assessments import Release
from headway.domain.concerns import CaseStep, IndividualCase
from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.errors import BadValue, NotFound
from headway.domain.parties import Dialogue, Party, Person
from headway.domain.rounds import Delegate
from headway.domain.values import Value
from headway.domain.wording import Wording
from headway.phrases import say
from headway.web import cells
from headway.web.findings import Findings

V = TypeVar("V", bound=Value)
_PERSONAL = (Person, Delegate)
_CASES = (IndividualCase, CaseStep)
_INSIDE = frozenset({"desk", "assessor"})


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """A Corpus with its findings, and the links and words a page makes from them.

    `language` is the one the page is written in; `asked_language` is empty unless the address
    names it, and is kept in every link. `shown` collects the protective markings of the values
    that went into a page.
    """

    corpus: Corpus
    findings: Findings
    releases: tuple[Release, ...] = ()
    query: Mapping[str, str] = field(default_factory=dict)
    as_of: str = ""
    language: str = "en"
    asked_language: str = ""
    shown: dict[str, None] = field(default_factory=dict)

    @property
    def view(self) -> str:
        """The name of the view."""
        return self.corpus.viewer.view

    # -- values ---------------------------------------------------------------------------

    def all(self, noun: type[V]) -> tuple[V, ...]:
        """All values of a noun that this view may be shown on a page."""
        return self._seen(self.corpus.all(noun))

    def having(self, noun: type[V], field_name: str, value_id: str) -> tuple[V, ...]:
        """The values of a noun whose field is, or contains, that id."""
        found = self._seen(self.corpus.having(noun, field_name, value_id))
        return tuple(v for v in found if _names(v, field_name, value_id))

    def get(self, noun: type[V], value_id: str | None) -> V | None:
        """The value of that id, or None."""
        found = self.corpus.get(noun, value_id)
        return next(iter(self._seen((found,))), None) if found else None

    def one(self, noun: type[V], value_id: str) -> V:
        """The value of that id; NotFound when this view has none."""
        found = self.get(noun, value_id)
        if found is None:
            raise NotFound(
                say(
                    "There is no {noun} “{id}” in this view of the record.",
                    noun=noun.__name__,
                    id=value_id,
                )
            )
        return found

    def _seen(self, values: Iterable[V]) -> tuple[V, ...]:
        kept = tuple(value for value in values if self.may_show(value))
        self.shown.update((value.marking, None) for value in kept if value.marking)
        return kept

    def may_show(self, value: Value) -> bool:
        """Rules 4 and 9: the public reads heads of delegation only, cases are the desk's."""
        if isinstance(value, _CASES):
            return self.view in _INSIDE
        if self.view != "public" or not isinstance(value, _PERSONAL):
            return True
        if isinstance(value, Delegate):
            return value.role == "head"
        return any(d.role == "head" for d in self.corpus.having(Delegate, "person", value.id))

    def may_list(self, noun: type[Value]) -> bool:
        """Whether facts of that kind may be listed one by one, and not only counted."""
        return self.view in _INSIDE or noun not in _CASES

    # -- links ----------------------------------------------------------------------------

    def link(self, *parts: str, **query: str) -> str:
        """The address of a page, with the day this look is as of and the language it asked for."""
        path = "/" + "/".join(quote(part, safe="") for part in parts)
        kept = {"as_of": self.as_of, "language": self.asked_language}
        asked = query | {name: value for name, value in kept.items() if value}
        return f"{path}?{urlencode(asked)}" if asked else path

    def fact(self, value: Value) -> str:
        """The address of a value's own page."""
        return self.link("values", type(value).__name__, value.id)

    # -- words ----------------------------------------------------------------------------

    def worded(self, wording: Wording | None, href: str | None = None) -> dict[str, object] | None:
        """A wording in this look's language."""
        return cells.worded(wording, self.language, href)

    def party(self, party_id: str | None, href: str | None = None) -> dict[str, object] | None:
        """A party's name, or None."""
        found = self.get(Party, party_id)
        return self.worded(found.name, href) if found else None

    def party_name(self, party_id: str | None, otherwise: str = "") -> str:
        """A party's name as text alone."""
        found = self.corpus.get(Party, party_id)
        return found.name.within(self.language) if found else otherwise

    def sides(self, dialogue: Dialogue) -> list[Party]:
        """Both parties; the one that speaks the language of the page stands first."""
        found = [self.one(Party, party) for party in dialogue.parties if self.get(Party, party)]
        return sorted(found, key=lambda party: not self.is_spoken_by(party))

    def is_spoken_by(self, party: Party) -> bool:
        """Whether the language of the page is one of a party's own."""
        base = self.language.split("-")[0]
        return base in {tag.split("-")[0] for tag in party.languages}


def _names(value: Value, field_name: str, value_id: str) -> bool:
    """Whether a value, as this view may read it, still names that id."""
    content = getattr(value, field_name)
    return value_id in content if isinstance(content, tuple) else content == value_id


def read_day(given: str) -> date | None:
    """The day in `?as_of=`; BadValue says how to write one."""
    if not given:
        return None
    try:
        asked = PartialDate(given)
    except BadValue:
        asked = None
    if asked is None or len(asked) != len("2005-06-30"):
        raise BadValue(
            say(
                "“{given}” is not a day; write as_of as YYYY-MM-DD, for example 2005-06-30.",
                given=given[:40],
            )
        )
    return asked.earliest
