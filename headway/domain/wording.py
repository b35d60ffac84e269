"""Short texts that exist in several languages, such as names and titles."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from headway.domain.errors import BadValue


class Wording(Mapping[str, str]):
    """An immutable mapping from a BCP 47 language to one wording, in the order given.

    The first language is the one the wording was made in. Raises BadValue when empty.
    """

    __slots__ = ("_pairs",)

    def __init__(self, pairs: Mapping[str, str]) -> None:
        cleaned = {language: text for language, text in pairs.items() if text.strip()}
        if not cleaned:
            raise BadValue('a wording needs a text in at least one language, as {"en": "..."}')
        self._pairs = cleaned

    def __getitem__(self, language: str) -> str:
        return self._pairs[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def __hash__(self) -> int:
        return hash(tuple(self._pairs.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Wording) and list(self._pairs.items()) == list(
            other._pairs.items()
        )

    def __repr__(self) -> str:
        return f"Wording({self._pairs!r})"

    def __str__(self) -> str:
        return self.within("en")

    def within(self, language: str) -> str:
        """The text in `language`, or in the nearest one there is: see `language_shown`."""
        return self._pairs.get(language) or self._pairs[self.language_shown(language)]

    def language_shown(self, language: str) -> str:
        """The language of the text that `within` returns.

        The asked language, or the nearest of its range (BCP 47; RFC 4647, section 3.4), one in
        the same script first; else English, which more readers share than any other; else the
        language the wording was made in.
        """
        if language in self._pairs:
            return language
        return _nearest(language, tuple(self._pairs))


_SCRIPTS = {"zh": "hans"} | {
    f"zh-{region}": script
    for script, regions in {"hans": ("cn", "sg", "my"), "hant": ("tw", "hk", "mo")}.items()
    for region in regions
}
"""The script of tags that leave it out. Source: CLDR, likely subtags."""


@lru_cache(maxsize=4096)
def _nearest(asked: str, held: tuple[str, ...]) -> str:
    for wanted in (asked.lower(), "en"):
        ranges = _ranges(wanted)
        fitting = [tag for tag in held if tag.lower().split("-")[0] == ranges[-1]]
        if fitting:
            return min(fitting, key=lambda tag: _distance(tag.lower(), ranges))
    return held[0]


def _ranges(language: str) -> list[str]:
    """A tag and what is left of it, cut from its end as RFC 4647 looks up; the last is its base."""
    parts = language.split("-")
    while len(parts) > 1 and len(parts[-1]) == 1:
        parts.pop()
    shorter = _ranges("-".join(parts[:-1])) if len(parts) > 1 else []
    return ["-".join(parts), *shorter]


def _distance(tag: str, ranges: list[str]) -> tuple[bool, int]:
    """How far a held language is from an asked one: another script, then the range that fits."""
    place = ranges.index(tag) if tag in ranges else len(ranges)
    return _script(tag) != _script(ranges[0]), place


def _script(tag: str) -> str:
    named = next((part for part in tag.split("-")[1:] if len(part) == 4 and part.isalpha()), "")
    return named or _SCRIPTS.get("-".join(tag.split("-")[:2]), "")
