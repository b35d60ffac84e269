"""Tables of marked phrases that are said, in the language spoken then, when they are read."""

from collections.abc import Iterator, Mapping

from headway.phrases.speech import say


class Said(Mapping[str, str]):
    """Words by code; reading one says it."""

    def __init__(self, marked: Mapping[str, str]) -> None:
        self._marked = dict(marked)

    def __getitem__(self, code: str) -> str:
        return say(self._marked[code])

    def __iter__(self) -> Iterator[str]:
        return iter(self._marked)

    def __len__(self) -> int:
        return len(self._marked)


class Pairs(Mapping[str, tuple[str, str]]):
    """A short word and a sentence by code; reading them says them."""

    def __init__(self, marked: Mapping[str, tuple[str, str]]) -> None:
        self._marked = dict(marked)

    def __getitem__(self, code: str) -> tuple[str, str]:
        short, long = self._marked[code]
        return say(short), say(long)

    def __iter__(self) -> Iterator[str]:
        return iter(self._marked)

    def __len__(self) -> int:
        return len(self._marked)
