"""What numbers and days a text in English, French or Chinese states, and where.

    mentions("le 3 juin 2002, deux cents personnes", "fr")
    facts("2002年6月3日，二百人", "zh-Hans")          # what may stand as their counterpart

A day is one mention, whose parts (day, month, year) must all be found. A number is widened by what
another language says in its place: hours of twelve and of twenty-four, 48 hours and two days,
quinze jours and two weeks, 50 % and a half. Months and weekdays count by their number.
"""

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from headway.text import chinese_numbers, number_words
from headway.text.characters import simplified
from headway.text.facts import Fact, Mention, numeral, value_of

READ: Final = ("en", "fr", "zh")
"""The languages whose numbers and days are read."""

_MONTHS: Final = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
_WEEKDAYS: Final = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
}
_NAMED: Final = {
    language: {
        **{name.lower(): f"month:{n}" for n, name in enumerate(_MONTHS[language].split(), 1)},
        **{name.lower(): f"weekday:{n}" for n, name in enumerate(_WEEKDAYS[language].split(), 1)},
    }
    for language in ("en", "fr")
}
_SHORT: Final = {
    "en": r"|(Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)(?=\.|[ \u00a0]\d)|(Mar|Jun|Jul)(?=\.?[ \u00a0]\d)",
    "fr": "",
}
"""Months cut short, where a full stop or a day tells them from other words."""
_NAMES: Final = {
    language: re.compile(
        rf"\b(?:({'|'.join(_WEEKDAYS[language].split())})s?"
        rf"|({'|'.join(_MONTHS[language].split())}){_SHORT[language]})\b",
        re.IGNORECASE if language == "fr" else 0,
    )
    for language in ("en", "fr")
}
_MONTH_SURELY: Final = re.compile(
    r"(?:\d|st|nd|rd|th|\b(?:in|of|on|since|until|by|last|next|this|each|early|late|mid|from|to"
    r"|and|or|between|before|after|during|every))[ \-\n]+\Z",
    re.IGNORECASE,
)
_MONTH_ZH: Final = re.compile(r"[ \u00a0]?月(?!球|亮|底下)")
_YEAR_ZH: Final = re.compile(r"[ \u00a0]?年[ \u00a0]?")
_DAY_ZH: Final = re.compile(r"[ \u00a0]?[日号]")
_GAP: Final = re.compile(r"[ \u00a0]?")
_WEEKDAY_ZH: Final = re.compile(r"(?:星期|礼拜|周)([一二三四五六日天])(?![天个])")
_WEEKDAYS_ZH: Final = dict(zip("一二三四五六日天", (1, 2, 3, 4, 5, 6, 7, 7), strict=True))
_ISO: Final = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_SLASHED: Final = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_CLOCKED: Final = re.compile(
    r"\b(\d{1,2})(?:[.:](\d{2})(?=\s*[ap]\.?m\b)|:(\d{2})\b(?!:)|[ \u00a0]?h[ \u00a0]?(\d{2})\b)"
)
_TO_MONTH: Final = {
    "en": re.compile(r"(?:st|nd|rd|th)?(?: day)?[ \u00a0\n]+(?:of[ \n]+)?"),
    "fr": re.compile(r"(?:er)?[ \u00a0\n]+"),
}
_TO_DAY: Final = re.compile(r"\.?[ \u00a0\n]+(?:the[ \n]+)?")
_TO_YEAR: Final = re.compile(r"(?:st|nd|rd|th)?,?[ \u00a0\n]+(?:of[ \n]+)?")
_CLOCK: Final = {
    "en": re.compile(r"(?::\d\d)?\s*(?:[ap]\.?m\b|o.clock)"),
    "fr": re.compile(r"\s*(?:h\b|heures?\b)"),
    "zh": re.compile(r"(?:点|时|:\d\d)"),
}
_RANGE: Final = re.compile(r"(\d\d)\d\d[-–]\Z")
"""1950-53 is 1950-1953."""
_PERCENT: Final = re.compile(r"\s*(?:%|％|per ?cent|p\. ?100|pour cent)")
_UNITS: Final = {
    "en": re.compile(r"[ \-\u00a0\n]*(hour|day|week|month|year)"),
    "fr": re.compile(r"[ \-\u00a0\n]*(heure|jour|semaine|mois|an\b|ans\b|année)"),
    "zh": re.compile(r"[ \u00a0]?(小时|天|日|周|个星期|个月|年)"),
}
_UNIT: Final = {
    word: unit
    for unit, words in {
        "hour": "hour heure 小时",
        "day": "day jour 天 日",
        "week": "week semaine 周 个星期",
        "month": "month mois 个月",
        "year": "year an ans année 年",
    }.items()
    for word in words.split()
}
_TOLD_AS: Final = {
    "hour": (Fraction(1, 24),),
    "day": (Fraction(24), Fraction(1, 7)),
    "week": (Fraction(7),),
    "month": (Fraction(1, 12),),
    "year": (Fraction(12),),
}  # fmt: skip
_FORTNIGHT: Final = frozenset({14, 15})


def base(language: str) -> str:
    """The primary subtag of a BCP 47 language: `zh` of `zh-Hant`."""
    return language.split("-")[0].lower()


def plain(text: str, language: str) -> str:
    """The text as it is read, of the same length: Chinese in simplified characters."""
    if base(language) != "zh":
        return text
    table = simplified()
    return "".join(table.get(character, character) for character in text)


def mentions(text: str, language: str) -> list[Mention]:
    """The numbers and days of a text, in order; KeyError for a language not in `READ`."""
    language = base(language)
    text = plain(text, language)
    dated = _in_figures(text)
    held = [
        m for m in _numbers(text, language) if not any(d.begin <= m.begin < d.end for d in dated)
    ]
    days = _chinese_days(text, held) if language == "zh" else _days(text, held, language)
    taken = [*dated, *days]
    wide = [_widened(m, text, language) for m in held]
    rest = [m for m in wide if not any(d.begin < m.end and m.begin < d.end for d in taken)]
    return sorted([*taken, *rest], key=lambda mention: (mention.begin, mention.end))


def facts(text: str, language: str) -> frozenset[Fact]:
    """All numbers and days that the text may be taken to state."""
    return frozenset().union(*(mention.facts for mention in mentions(text, language)))


def _numbers(text: str, language: str) -> list[Mention]:
    if language == "zh":
        return chinese_numbers.numbers(text)
    return number_words.numbers(text, language)


# -- other ways of saying a number -------------------------------------------------------------


def _widened(mention: Mention, text: str, language: str) -> Mention:
    if len(mention.needs) != 1:
        return mention
    values = {value for fact in mention.needs[0] if (value := value_of(fact)) is not None}
    more: set[Fraction] = set()
    if _CLOCK[language].match(text, mention.end):
        more |= {value + shift for value in values for shift in (-12, 12) if 0 < value <= 24}
    if _PERCENT.match(text, mention.end):
        more |= {value / 100 for value in values}
    more |= {other for value in values for other in _decade(value, mention, text)}
    century = _RANGE.search(text, max(0, mention.begin - 5), mention.begin)
    more |= {int(century[1]) * 100 + value for value in values if century and value < 100}
    unit = _UNITS[language].match(text, mention.end)
    if unit:
        more |= {other for value in values for other in _in_other_units(value, _UNIT[unit[1]])}
    wide = mention.needs[0] | {numeral(value) for value in more if value > 0}
    return replace(mention, needs=(wide,))


def _decade(value: Fraction, mention: Mention, text: str) -> set[Fraction]:
    """The 1930s, les années 30 and 三十年代 are one."""
    before, after = text[max(0, mention.begin - 7) : mention.begin], text[mention.end :][:4]
    if value >= 1000 and value % 10 == 0 and re.match(r"s\b|'s\b|年代| 年代", after):
        return {value % 100}
    if value >= 1000 and value % 10 == 0 and before.lower().endswith("années "):
        return {value % 100}
    if value < 100 and (before.lower().endswith("années ") or after.lstrip().startswith("年代")):
        return {1900 + value, 2000 + value}
    return set()


def _in_other_units(value: Fraction, unit: str) -> set[Fraction]:
    if value >= 1000:
        return set()
    told = {value * factor for factor in _TOLD_AS[unit]}
    if unit == "day" and value in _FORTNIGHT:
        told |= {Fraction(2), Fraction(14), Fraction(15)}
    if unit == "week" and value == 2:
        told |= {Fraction(15)}
    return {one for one in told if one.denominator == 1 and one > 1}


# -- days --------------------------------------------------------------------------------------


def _in_figures(text: str) -> list[Mention]:
    """2002-06-03, 03/06/2002 with day and month in either order, 7.30 pm, 19:30 and 19 h 30."""
    found = []
    for match in _ISO.finditer(text):
        year, month, day = (int(part) for part in match.groups())
        needs = (numeral(year), f"month:{month}", numeral(day))
        found.append(_day(match.start(), match.end(), needs))
    for match in _SLASHED.finditer(text):
        one, other, year = (int(part) for part in match.groups())
        either = [frozenset({numeral(part), f"month:{part}"}) for part in (one, other)]
        needs_either = (*either, frozenset({numeral(year)}))
        found.append(Mention(match.start(), match.end(), "date", needs_either))
    for match in _CLOCKED.finditer(text):
        hour, minute = int(match[1]), int(match[2] or match[3] or match[4])
        hours = frozenset(numeral(hour + shift) for shift in (-12, 0, 12) if hour + shift >= 0)
        needs_time = (hours, frozenset({numeral(minute)})) if minute else (hours,)
        found.append(Mention(match.start(), match.end(), "number", needs_time))
    return found


def _day(begin: int, end: int, needs: tuple[Fact, ...], *, weak: bool = False) -> Mention:
    return Mention(begin, end, "date", tuple(frozenset({one}) for one in needs), weak)


def _days(text: str, held: list[Mention], language: str) -> list[Mention]:
    """Months and weekdays by name, with the day and the year that stand beside a month."""
    found = []
    for match in _NAMES[language].finditer(text):
        name = match.group().lower()
        fact = _NAMED[language].get(name.removesuffix("s")) or _fact_of(name, language)
        if fact.startswith("weekday"):
            found.append(_day(match.start(), match.end(), (fact,)))
            continue
        begin, end, needs = match.start(), match.end(), [fact]
        before = _beside(held, text, _TO_MONTH[language], end=begin, most=31)
        if before is not None:
            begin, needs = before.begin, [*needs, _fact_below(before, 31)]
        else:
            after = _beside(held, text, _TO_DAY, begin=end, most=31) if language == "en" else None
            if after is not None:
                end, needs = after.end, [*needs, _fact_below(after, 31)]
        year = _beside(held, text, _TO_YEAR, begin=end, least=1000, most=2999)
        if year is not None:
            end, needs = year.end, [*needs, _fact_below(year, 2999)]
        doubtful = name in ("may", "march") and len(needs) == 1
        weak = doubtful and not _MONTH_SURELY.search(text, max(0, begin - 12), begin)
        found.append(_day(begin, end, tuple(needs), weak=weak))
    return found


def _fact_of(name: str, language: str) -> Fact:
    """The month or weekday of a whole name, or of its first letters."""
    return next(fact for whole, fact in _NAMED[language].items() if whole.startswith(name))


def _beside(
    held: list[Mention],
    text: str,
    between: re.Pattern[str],
    *,
    begin: int | None = None,
    end: int | None = None,
    least: int = 1,
    most: int,
) -> Mention | None:
    """The whole number from `least` to `most` that stands just after `begin` or before `end`."""
    for mention in held:
        if begin is not None and mention.begin >= begin:
            is_beside = between.fullmatch(text, begin, mention.begin) is not None
        elif end is not None and mention.end <= end:
            is_beside = between.fullmatch(text, mention.end, end) is not None
        else:
            continue
        if is_beside and _within(mention, least, most):
            return mention
    return None


def _within(mention: Mention, least: int, most: int) -> bool:
    values = [value_of(fact) for need in mention.needs for fact in need]
    return any(v is not None and v.denominator == 1 and least <= v <= most for v in values)


def _fact_below(mention: Mention, most: int) -> Fact:
    values = [v for fact in mention.facts if (v := value_of(fact)) is not None]
    return numeral(max(v for v in values if v.denominator == 1 and v <= most))


def _chinese_days(text: str, held: list[Mention]) -> list[Mention]:
    """年月日 in a row, months alone, and days of the week."""
    found = [
        _day(m.start(), m.end(), (f"weekday:{_WEEKDAYS_ZH[m[1]]}",))
        for m in _WEEKDAY_ZH.finditer(text)
    ]
    for mention in held:
        month = _MONTH_ZH.match(text, mention.end)
        if month is None or not _within(mention, 1, 12):
            continue
        begin, end = mention.begin, month.end()
        needs = [f"month:{_fact_below(mention, 12)[2:]}"]
        year = _beside(held, text, _YEAR_ZH, end=begin, least=1000, most=2999)
        if year is not None:
            begin, needs = year.begin, [*needs, _fact_below(year, 2999)]
        day = _beside(held, text, _GAP, begin=end, most=31)
        closing = _DAY_ZH.match(text, day.end) if day is not None else None
        if day is not None and closing is not None:
            end, needs = closing.end(), [*needs, _fact_below(day, 31)]
        found.append(_day(begin, end, tuple(needs)))
    return found
