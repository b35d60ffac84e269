"""The text that bytes mean: by mark, by strict attempts, by how plausible the result looks."""

import re
from dataclasses import dataclass

from headway.domain.errors import BadInput
from headway.text.characters import is_ideograph, simplified

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说"
    "产种面而方后多定行学法所民得经十三之进着等部度家力里如水高自二理起小物现实加量都两体制机当使点从"
    "业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原"
    "又么利比或但质第向道命此变条只没结解问意建月公无系情者最立代想已通并提直题权际团长先生女士问题谢"
    "，。、：；！？“”（）《》"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SAMPLE = 200_000
_CHINESE_ENOUGH = 0.15


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and what told it: a mark, strict reading or likeness."""

    text: str
    encoding: str
    told_by: str


def decode(content: bytes) -> Decoded:
    """The text that bytes mean, nothing normalised but the byte order mark taken off.

    UTF-8, UTF-16 and UTF-32 with a mark, UTF-8 without, UTF-16 without, GB18030, Big5,
    Windows-1252, Latin-1. Raises BadInput when a mark lies or the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(_marked(content[len(mark) :], encoding), encoding, "mark")
    text = _strict(content, "utf-8")
    if text is not None and "\x00" not in text:
        return _checked(text, "ascii" if text.isascii() else "utf-8", "strict reading")
    encoding = _wide_order(content)
    if encoding:
        return _checked(_marked(content, encoding), encoding, "likeness")
    return _by_likeness(content)


def _marked(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1} is not {encoding.upper()}; save the text as UTF-8"
        raise BadInput(message) from None


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _wide_order(content: bytes) -> str:
    """UTF-16 without a mark: every second byte of Latin letters, blanks and line ends is zero."""
    sample = content[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if (
        len(content) % 2
        or max(even, odd) < max(2, len(sample) // 20)
        or min(even, odd) * 10 > (max(even, odd))
    ):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _by_likeness(content: bytes) -> Decoded:
    """Western bytes rarely make Chinese at all, and never common Chinese."""
    attempts = ((name, _strict(content, name)) for name in ("big5", "cp950", "gb18030"))
    chinese = [(_likeness(text), name, text) for name, text in attempts if text is not None]
    likeness, name, text = max(chinese, key=lambda one: one[0], default=(0.0, "", ""))
    if likeness >= _CHINESE_ENOUGH:
        return _checked(text, name, "likeness")
    western = _strict(content, "cp1252")
    if western is not None:
        return _checked(western, "windows-1252", "likeness")
    return _checked(content.decode("latin-1"), "latin-1", "likeness")


def _likeness(text: str) -> float:
    """The share of common characters among those beyond ASCII, 0 to 1."""
    to_simple = simplified()
    beyond = [c for c in text[:_SAMPLE] if c > "\x7f"]
    common = sum(to_simple.get(c, c) in _COMMON for c in beyond)
    strange = sum(
        "\ue000" <= c <= "\uf8ff" or not (is_ideograph(c) or c.isprintable()) for c in beyond
    )
    return (common - strange) / len(beyond) if beyond else 0.0


def _checked(text: str, encoding: str, told_by: str) -> Decoded:
    controls = len(_CONTROLS.findall(text[:_SAMPLE]))
    if "\x00" in text or controls * 100 > len(text[:_SAMPLE]):
        raise BadInput("these bytes are no text; export the document as text or DOCX")
    if _SURROGATE.search(text):
        raise BadInput("the text holds half a surrogate pair; save it as UTF-8")
    return Decoded(text, encoding, told_by)
