"""Who speaks, where a document says so by its form: bold words, headings, first columns."""

import re

from headway.intake.states import state_called
from headway.intake.turns import split_turns

LONGEST = 90
_TITLED = re.compile(
    r"(?:mr|mrs|ms|miss|dr|prof|sir|dame|ambassador|minister|mme|mlle|h\.\s?e|s\.\s?e)\b\.?\s+\S"
    r"|(?:m\.|monsieur|madame|ambassadeur|ambassadrice)\s+\S",
    re.IGNORECASE,
)
_HEADINGS = (
    "speaker speakers delegation side party country state who orateur oratrice intervenant"
    " délégation pays état partie qui 发言人 发言者 代表团 国家 一方 發言人 發言者 代表團"
)
_COLUMNS = frozenset(_HEADINGS.split())


def is_speaker(text: str) -> bool:
    """Whether these words alone are the label of a speaker: a title, or a side with a role."""
    if not text or len(text) > LONGEST or "\n" in text:
        return False
    turns = split_turns(f"{text}: x")
    if len(turns) != 1 or turns[0].label != text:
        return False
    return bool(turns[0].affiliation or _TITLED.match(text))


def is_side(text: str) -> bool:
    """Whether these words alone are the name of a state."""
    return bool(text) and len(text) <= LONGEST and state_called(text.casefold()) is not None


def names_speakers(heading: str) -> bool:
    """Whether the heading of a column says that speakers or sides stand below it."""
    return heading.strip(" :：").casefold() in _COLUMNS


def labelled(label: str, words: str) -> str:
    """A label and its words as one line of minutes."""
    bare = label.rstrip(" :：")
    return f"{bare}: {words}".rstrip()
