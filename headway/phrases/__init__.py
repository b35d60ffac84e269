"""What Headway says in its own words, in every language it speaks.

    with speaking("fr"):
        say("Raised by {party}", party=name)                 # one sentence
        says("{count} round", "{count} rounds", 3)           # right for its count
        say_as("reply", "none")                              # one word of two meanings
    WORDS = {"yes": phrase("yes")}                           # marked here; later say(WORDS[x])

The English message is the key of the catalogues in `locale/`. Nothing else of Headway stands
below this package; it knows the standard library only.
"""

from headway.phrases.forms import (
    capital,
    day_words,
    days_words,
    listing,
    noun_words,
    percent,
    quoted,
    semicolons,
    spaced,
)
from headway.phrases.language import (
    LANGUAGES,
    NAMES,
    Speech,
    speaking,
    speech_of,
    spoken,
)
from headway.phrases.speech import (
    filled,
    number,
    phrase,
    phrase_as,
    phrases,
    say,
    say_as,
    says,
    says_as,
)
from headway.phrases.tables import Pairs, Said

__all__ = [
    "LANGUAGES",
    "NAMES",
    "Pairs",
    "Said",
    "Speech",
    "capital",
    "day_words",
    "days_words",
    "filled",
    "listing",
    "noun_words",
    "number",
    "percent",
    "phrase",
    "phrase_as",
    "phrases",
    "quoted",
    "say",
    "say_as",
    "says",
    "says_as",
    "semicolons",
    "spaced",
    "speaking",
    "speech_of",
    "spoken",
]
