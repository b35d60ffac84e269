"""Numbers in Chinese texts, in figures and in characters, with where they stand.

    numbers("两万人，占百分之十二")            # 20000, and 12 (or 12/100)

A single character such as 三 is a number where a measure word, a day or a fraction follows or 第
stands before it; elsewhere it belongs to a word (三农, 四方) and is only taken as a counterpart.
Texts are read in simplified characters; `headway.text.characters` turns traditional ones first.
"""

import re
from fractions import Fraction
from typing import Final

from headway.text.facts import Mention, numeral, numerals

_DIGITS: Final = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_STEPS: Final = {"十": 10, "百": 100, "千": 1000}
_SCALES: Final = {"万": 10**4, "亿": 10**8}
_RUN: Final = re.compile(
    r"(?P<figures>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:[ \u00a0]?(?P<steps>[十百千万亿]+))?"
    r"|(?P<characters>[〇零一二三四五六七八九两十百千万亿]+)"
    r"(?P<decimals>点[〇零一二三四五六七八九]+(?![十分刻]))?"
)
_COUNTED: Final = re.compile(
    "分钟|分之|小时|公[里斤顷]"
    "|[个名位人户家份条项次回遍趟种类页章款段句字行本册部篇张所座处间栋辆艘台架号层级岁年月日天周夜晚"
    "秒元块轮届期批组队县省市村州米吨亩斤克升度票席案起宗对双只匹棵根枚颗顿声门]"
)
"""Measure words: a single character before one of them counts something."""
_ORDINALS_OF_ONE: Final = re.compile(r"[轮届条款项章节号页]")
_IN_WORDS: Final = re.compile("十字|十足|四处|四季|第二天|三明治|二手")
"""Words that hold a number and do not count."""
_CENTURY: Final = re.compile(r"[ \u00a0]?世纪[ \u00a0]?[\d一二三四五六七八九十]+[ \u00a0]?年代")
_WEAK: Final = {"双": (2,), "俩": (2,), "首": (1,), "头": (1,), "半": (Fraction(1, 2), 2),
                "倍": (2,), "旬": (10,)}  # fmt: skip
_WEAK_RUN: Final = re.compile("|".join(_WEAK))


def numbers(text: str) -> list[Mention]:
    """The numbers of a text in simplified characters, in order."""
    found: list[Mention] = []
    runs = list(_RUN.finditer(text))
    place = 0
    while place < len(runs):
        run = runs[place]
        following = runs[place + 1] if place + 1 < len(runs) else None
        if following is not None and text[run.end() : following.start()] == "分之":
            fraction = _fraction(run, following)
            if fraction is not None:
                found.append(fraction)
                place += 2
                continue
        found.append(_mention(text, run))
        place += 1
    for match in _WEAK_RUN.finditer(text):
        facts = numerals(_WEAK[match.group()])
        found.append(Mention(match.start(), match.end(), "number", (facts,), weak=True))
    return sorted(found, key=lambda mention: mention.begin)


def _mention(text: str, run: re.Match[str]) -> Mention:
    value = _value(run)
    if value is None:
        facts = numerals(_guesses(run["characters"]))
        return Mention(run.start(), run.end(), "number", (facts,), weak=True)
    weak = _is_weak(text, run, value)
    values = (value * 10, value) if text[run.end() : run.end() + 1] == "成" else (value,)
    begin = run.start() - (text[max(0, run.start() - 1) : run.start()] == "第")
    return Mention(begin, run.end(), "number", (numerals(values),), weak)


def _fraction(below: re.Match[str], above: re.Match[str]) -> Mention | None:
    """分之: a part of a hundred is the number alone, another one the fraction or both numbers."""
    low, high = _value(below), _value(above)
    if below.group() in ("百", "千", "万"):
        low = Fraction({"百": 100, "千": 1000, "万": 10000}[below.group()])
    if not low or high is None:
        return None
    whole = numeral(high / low)
    first = frozenset({whole, numeral(high)})
    needs = (first,) if low >= 100 else (first, frozenset({whole, numeral(low)}))
    if high == 1:
        needs = (frozenset({whole, numeral(low)}),)
    return Mention(below.start(), above.end(), "number", needs)


def _value(run: re.Match[str]) -> Fraction | None:
    """The value of a run; None where it is no well-formed number."""
    if run["figures"]:
        value = Fraction(run["figures"].replace(",", ""))
        for step in run["steps"] or "":
            value *= _STEPS.get(step) or _SCALES[step]
        return value
    whole = _whole(run["characters"])
    if whole is None or not run["decimals"]:
        return whole
    figures = "".join(str(_DIGITS[c]) for c in run["decimals"][1:])
    return whole + Fraction(int(figures), 10 ** len(figures))


def _whole(characters: str) -> Fraction | None:
    if all(c in _DIGITS for c in characters):
        if len(characters) == 1 or len(characters) >= 4 or set(characters) & set("〇零"):
            return Fraction(int("".join(str(_DIGITS[c]) for c in characters)))
        return None  # 三四: three or four
    total, section, digit = 0, 0, None
    limit, step_before = 10**5, 10**9
    for character in characters:
        if character in _DIGITS:
            if digit is not None and digit != 0:
                return None
            digit = _DIGITS[character]
        elif character in _STEPS:
            step = _STEPS[character]
            if step >= limit:
                return None
            section += (digit or 1) * step
            digit, limit, step_before = None, step, step
        else:
            scale = _SCALES[character]
            section += digit or 0
            if not (section or total):
                return None
            total = (total + section) * scale if scale > total else total + section * scale
            section, digit, limit, step_before = 0, None, 10**5, scale
    # 三万二 is 32,000; after 零 or 十 a last digit is one of units
    said_short = digit and characters[-2] not in "零〇十" and step_before > 10
    last = digit * step_before // 10 if said_short and digit else digit or 0
    return Fraction(total + section + last)


def _guesses(characters: str) -> list[Fraction]:
    """What an inexact number may mean: 十一二 is 11 or 12, 三四 is 3 or 4."""
    shorter = (characters[:-1], characters[:-2] + characters[-1:])
    values = [_whole(part) for part in shorter if part]
    if all(c in _DIGITS for c in characters):
        values += [Fraction(_DIGITS[c]) for c in characters]
    return [value for value in values if value is not None] or [Fraction(0)]


def _is_weak(text: str, run: re.Match[str], value: Fraction) -> bool:
    if run["figures"]:
        return value <= 1 or _CENTURY.match(text, run.end()) is not None
    words = (_IN_WORDS.match(text, place) for place in (run.start() - 1, run.start()) if place >= 0)
    if any(words):
        return True
    before, after = text[max(0, run.start() - 1) : run.start()], text[run.end() : run.end() + 2]
    characters = run["characters"]
    if before in ("几", "数", "上", "成", "好", "万") or after[:1] in ("几", "数"):
        return True
    if value <= 1:
        return not (value == 1 and before == "第" and _ORDINALS_OF_ONE.match(after))
    if characters[0] in "百千万亿":
        return True
    if before == "第":
        return False
    if len(characters) > 1:
        is_spelled = all(c in _DIGITS for c in characters) and not set(characters) & set("〇零")
        return is_spelled and after[:1] != "年"
    return _COUNTED.match(text, run.end()) is None
