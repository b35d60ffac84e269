"""What both layouts of the General Debate corpus yield: speeches by state and session."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

FIRST_YEAR, LAST_YEAR = 1946, 2200
BEFORE_FIRST_SESSION = FIRST_YEAR - 1
MAX_SPEECH_BYTES = 16 * 1024**2


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech: code of the state, session (from 1), year, hash of its text, where it stood."""

    code: str
    session: int
    year: int
    text_hash: str
    place: str
    file: str
    line: int


class Speeches(Protocol):
    """Speeches to be gone through once; then their texts by hash, and what was decided."""

    layout: str
    decided: list[str]

    def __iter__(self) -> Iterator[Speech]: ...

    @property
    def texts(self) -> Mapping[str, str]:
        """Hash to text, read on demand."""
        ...
