"""Short texts that exist in several languages, such as names and titles."""

from collections.abc import Iterator, Mapping

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
        """The text in `language`, else in its main language, else the first one given."""
        return self._pairs.get(language) or self._pairs.get(
            language.split("-")[0], next(iter(self._pairs.values()))
        )

    def language_shown(self, language: str) -> str:
        """The language of the text that `within` returns."""
        for wanted in (language, language.split("-")[0]):
            if wanted in self._pairs:
                return wanted
        return next(iter(self._pairs))
