"""Dates as people write them in English, French and Chinese, read as partial dates."""

import re
from dataclasses import dataclass
from functools import cache

from headway.domain.dates import PartialDate
from headway.domain.errors import BadValue

EARLIEST, LATEST = 1800, 2199
_LONGEST = 200
_ISO = re.compile(r"\d{4}-\d{2}(?:-\d{2})?", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4})", re.ASCII)
_MIDNIGHT = re.compile(r"(?<=\d)[ T]00:00(?::00(?:\.0+)?)?Z?\s*\Z")
_ARTICLES = {"", "le", "du", "en", "on", "in", "于", "於"}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found: from when to when (`until` None for one day or less), where it stood, how.

    `begin` and `end` are code points of the text; `written` is what stood there; `note` says
    what was lost or concluded, empty when nothing was.
    """

    began_on: PartialDate
    until: PartialDate | None
    begin: int
    end: int
    written: str
    note: str = ""


_EN = "january february march april may june july august september october november december"
_FR = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9}
_SHORT |= {"sept": 9, "oct": 10, "nov": 11, "dec": 12}
_SHORT |= {"janv": 1, "févr": 2, "avr": 4, "juil": 7, "fevrier": 2, "aout": 8, "decembre": 12}
_MONTHS = (
    _SHORT
    | {name: number for number, name in enumerate(_EN.split(), 1)}
    | {name: number for number, name in enumerate(_FR.split(), 1)}
)
_SEASONS = "spring|summer|autumn|fall|winter|printemps|été|automne|hiver"
_CHINESE_DIGITS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}

_MONTH = (
    "(?P<{0}>"
    + "|".join(sorted(_MONTHS, key=lambda name: -len(name)))
    + r")\b(?:\.(?=\s{{0,3}}\d))?"
)
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th|er)?"
_YEAR = r"(?P<year>(?:18|19|20|21)\d\d)(?!\d)"
_YEAR_2 = _YEAR.replace("year", "year2")
_DASH = r"\s{0,3}(?:-|–|—|to|and|au|et|&|/)\s{0,3}"
_GAP = r"(?:\s{0,3},\s{0,3}|\s{1,3}of\s{1,3}|\s{1,3}de\s{1,3}|\s{1,3})"
_HAN_YEAR = r"(?P<year>(?:18|19|20|21)\d\d|[一二][〇零○一二三四五六七八九]{3})\s{0,3}年"
_HAN_DAY = (
    r"(?P<{0}>\d{{1,2}}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])\s{{0,3}}[日号號]"
)
_HAN_MONTH = r"(?P<{0}>\d{{1,2}}|十[一二]?|[一二三四五六七八九])\s{{0,3}}月"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """From the fullest form to the barest; an earlier one wins where two overlap."""
    month, month2 = _MONTH.format("m"), _MONTH.format("m2")
    day, day2 = _DAY.format("d"), _DAY.format("d2")
    han_month, han_day = _HAN_MONTH.format("m"), _HAN_DAY.format("d")
    until = r"\s{0,3}(?:-|–|—|~|～|至|到)\s{0,3}"
    han_until = rf"{until}(?:{_HAN_MONTH.format('m2')})?\s{{0,3}}{_HAN_DAY.format('d2')}"
    bare_day = (
        r"(?P<d>\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])\s{0,3}[日号號]?"
    )
    season = f"(?P<season>{_SEASONS})"
    forms = (
        rf"{_HAN_YEAR}\s{{0,3}}{han_month}\s{{0,3}}{bare_day}{han_until}",
        rf"{_HAN_YEAR}\s{{0,3}}{han_month}\s{{0,3}}{han_day}",
        rf"{_HAN_YEAR}\s{{0,3}}{han_month}",
        rf"{_HAN_YEAR}(?P<season>[春夏秋冬])(?:季|天)?",
        _HAN_YEAR,
        r"(?<![\d./-])(?P<year>\d{4})(?P<sign>[-/.])(?P<m>[01]?\d)(?P=sign)(?P<d>[0-3]?\d)(?![\d/-]|\.\d)",
        r"(?<![\d./-])(?P<n1>[0-3]?\d)(?P<sign>[-/.])(?P<n2>[0-3]?\d)(?P=sign)(?P<year>\d{4})(?![\d/-]|\.\d)",
        rf"\b{day}-{month}-{_YEAR}",
        rf"\b{day}\s{{1,3}}{month}\s{{1,3}}(?:{_YEAR})?{_DASH}{day2}\s{{1,3}}{month2}{_GAP}{_YEAR_2}",
        rf"\b{day}{_DASH}{day2}\s{{1,3}}{month}{_GAP}{_YEAR}",
        rf"\b{month}\s{{1,3}}{day}{_DASH}(?:{month2}\s{{1,3}})?{day2}{_GAP}{_YEAR}",
        rf"\b{day}\s{{1,3}}(?:of\s{{1,3}})?{month}{_GAP}{_YEAR}",
        rf"\b{month}\s{{1,3}}{day}{_GAP}{_YEAR}",
        rf"\b{month}{_DASH}{month2}{_GAP}{_YEAR}",
        rf"\b{month}{_GAP}{_YEAR}",
        rf"\b{season}{_GAP}{_YEAR}",
        rf"(?<![\d.,/-])\b{_YEAR}\b(?![.,]\d|[/-]\d)",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


@cache
def _patterns_without_year() -> tuple[re.Pattern[str], ...]:
    month, day, day2 = _MONTH.format("m"), _DAY.format("d"), _DAY.format("d2")
    forms = (
        rf"\b{day}{_DASH}{day2}\s{{1,3}}{month}",
        rf"\b{month}\s{{1,3}}{day}{_DASH}{day2}\b",
        rf"\b{day}\s{{1,3}}(?:of\s{{1,3}})?{month}",
        rf"\b{month}\s{{1,3}}{day}\b",
        rf"{_HAN_MONTH.format('m')}\s{{0,3}}{_HAN_DAY.format('d')}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def find_dates(text: str, near: PartialDate | None = None) -> tuple[Dated, ...]:
    """Every date in a text, in order.

    A season becomes its year, with a note. Dates that cannot be (31 June) are read as far as
    they can be, with a note. Of numbers alone, 2002/11/4, 4.11.2002 and 15/11/2002 are read;
    4/11/2002 is left alone, for it means two days (`two_days`).
    Days without a year are dates only when the text is known to be of a day (`near`): then the
    last such day up to it is meant, with a note.
    """
    found: list[Dated] = []
    taken = bytearray(len(text))
    for pattern in _patterns() + (_patterns_without_year() if near else ()):
        for match in pattern.finditer(text):
            begin, end = match.span()
            if any(taken[begin:end]):
                continue
            dated = _dated(match, near)
            if dated is not None:
                taken[begin:end] = b"\x01" * (end - begin)
                found.append(dated)
    return tuple(sorted(found, key=lambda one: one.begin))


def parse_date(text: str) -> Dated | None:
    """The one date that a whole short text means (`4-8 November 2002`), or None.

    An ISO date may lack its day; around other dates may only stand blanks, full stops, brackets
    and an article, and behind them midnight, as spreadsheets write it.
    """
    text = _MIDNIGHT.sub("", text)
    if _ISO.fullmatch(text.strip()):
        return _iso(text.strip())
    found = find_dates(text) if len(text) <= _LONGEST else ()
    if len(found) != 1:
        return None
    around = (text[: found[0].begin] + text[found[0].end :]).casefold()
    return found[0] if around.strip(" \t\r\n.,()（）") in _ARTICLES else None


def two_days(text: str) -> tuple[str, ...]:
    """Both days that numbers such as 4/11/2002 may mean, as ISO dates; nothing for other texts."""
    found = _NUMBERS.fullmatch(text.strip())
    if found is None:
        return ()
    one, other, year = int(found[1]), int(found[3]), found[4]
    if one == other or not (1 <= one <= 12 and 1 <= other <= 12):
        return ()
    return f"{year}-{other:02d}-{one:02d}", f"{year}-{one:02d}-{other:02d}"


def _iso(text: str) -> Dated | None:
    try:
        return Dated(PartialDate(text), None, 0, len(text), text)
    except BadValue:
        return None


def _dated(match: re.Match[str], near: PartialDate | None) -> Dated | None:
    if near and "year" not in match.groupdict():
        return _dated_near(match, near)
    parts = {name: part for name, part in match.groupdict().items() if part}
    written = match.group()
    last_year = _number(parts.get("year2", "")) or _number(parts.get("year", ""))
    year = _number(parts.get("year", "")) or last_year
    if not EARLIEST <= year <= LATEST:
        return None
    month, day = _month(parts.get("m", "")), _number(parts.get("d", ""))
    if "n1" in parts:
        month, day = _in_order(parts["n1"], parts["sign"], parts["n2"])
    if "sign" in parts and not (month and day):
        return None
    if "year2" in parts and "year" not in parts and month > _month(parts["m2"]):
        year -= 1
    began, note = _partial(year, month, day)
    until = None
    if "d2" in parts or "m2" in parts:
        until, other = _partial(
            last_year, _month(parts.get("m2", "")) or month, _number(parts.get("d2", ""))
        )
        note = note or other
        if until.latest < began.earliest:
            until, note = None, f"{written!r} ends before it begins; read as its beginning"
        elif until == began:
            until = None
    if "season" in parts:
        note = f"{written!r} is a season; read as the year {year}"
    return Dated(began, until, *match.span(), written, note)


def _in_order(one: str, sign: str, other: str) -> tuple[int, int]:
    """Month and day of two numbers before a year: with full stops the day comes first."""
    first, second = int(one), int(other)
    if sign == "." or first == second or first > 12:
        return (second if second <= 12 else 0), first
    return (first, second) if second > 12 else (0, 0)


def _dated_near(match: re.Match[str], near: PartialDate) -> Dated | None:
    month, day = _month(match.group("m")), _number(match.group("d"))
    last_day = _number(match.groupdict().get("d2") or "")
    began, _ = _partial(near.year, month, day)
    year = near.year - 1 if began.earliest > near.latest else near.year
    began, note = _partial(year, month, day)
    until, _ = _partial(year, month, last_day)
    said = note or f"{match.group()!r} has no year; read as of {year}"
    return Dated(began, until if last_day > day else None, *match.span(), match.group(), said)


def _partial(year: int, month: int, day: int) -> tuple[PartialDate, str]:
    """The fullest date that exists among year, month and day (0: not given)."""
    if month and day:
        try:
            return PartialDate(f"{year:04d}-{month:02d}-{day:02d}"), ""
        except BadValue:
            note = f"there is no day {day} in month {month} of {year}; the day is left out"
            return PartialDate(f"{year:04d}-{month:02d}"), note
    if 1 <= month <= 12:
        return PartialDate(f"{year:04d}-{month:02d}"), ""
    return PartialDate(f"{year:04d}"), ""


def _month(written: str) -> int:
    number = _MONTHS.get(written.casefold()) or _number(written)
    return number if 1 <= number <= 12 else 0


def _number(written: str) -> int:
    """The number that digits, or Chinese numerals up to 99 or digit by digit, mean; else 0."""
    if not written:
        return 0
    if written.isdecimal():
        return int(written)
    if "十" in written:
        tens, _, ones = written.partition("十")
        return (_number(tens) or 1) * 10 + _number(ones)
    digits = "".join(_CHINESE_DIGITS.get(c, "") for c in written)
    return int(digits) if len(digits) == len(written) else 0
