"""Numbers written out in English, French and Chinese: a writer of its own, to test the reader."""

_EN = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_EN_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_FR = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_FR_TENS = ["-", "-", "vingt", "trente", "quarante", "cinquante", "soixante"]
_ZH = "零一二三四五六七八九"


def english(n: int) -> str:
    """As a British paper writes it: one hundred and one."""
    if n < 20:
        return _EN[n]
    if n < 100:
        return _EN_TENS[n // 10] + (f"-{_EN[n % 10]}" if n % 10 else "")
    if n < 1000:
        rest = f" and {english(n % 100)}" if n % 100 else ""
        return f"{_EN[n // 100]} hundred{rest}"
    for size, name in ((10**6, "million"), (1000, "thousand")):
        if n >= size:
            rest = n % size
            link = " and " if 0 < rest < 100 else " "
            return f"{english(n // size)} {name}" + (f"{link}{english(rest)}" if rest else "")
    raise ValueError(n)


def french(n: int, *, last: bool = True) -> str:
    """As a French paper writes it: quatre-vingt-onze, deux cents, deux mille."""
    if n < 20:
        return _FR[n]
    if n < 70:
        unit = n % 10
        link = " et " if unit == 1 else "-"
        return _FR_TENS[n // 10] + (link + _FR[unit] if unit else "")
    if n < 80:
        return f"soixante{' et ' if n == 71 else '-'}{_FR[n - 60]}"
    if n < 100:
        return (
            ("quatre-vingts" if last else "quatre-vingt")
            if n == 80
            else (f"quatre-vingt-{_FR[n - 80]}")
        )
    if n < 1000:
        many, rest = divmod(n, 100)
        head = "cent" if many == 1 else f"{_FR[many]} cent"
        if not rest:
            return head + ("s" if many > 1 and last else "")
        return f"{head} {french(rest, last=last)}"
    if n < 10**6:
        many, rest = divmod(n, 1000)
        head = "mille" if many == 1 else f"{french(many, last=False)} mille"
        return f"{head} {french(rest)}" if rest else head
    many, rest = divmod(n, 10**6)
    head = f"{french(many)} million{'s' if many > 1 else ''}"
    return f"{head} {french(rest)}" if rest else head


def chinese(n: int) -> str:
    """As a Chinese paper writes it: 三万零五百, 一亿二千万."""
    if n >= 10**8:
        return _scaled(n, 10**8, "亿")
    if n >= 10**4:
        return _scaled(n, 10**4, "万")
    told, skipped = "", False
    for step, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, step)
        if digit:
            told += ("零" if skipped and told else "") + _ZH[digit] + name
            skipped = False
        else:
            skipped = skipped or bool(told)
    told = told or "零"
    return told[1:] if told.startswith("一十") else told


def _scaled(n: int, size: int, name: str) -> str:
    many, rest = divmod(n, size)
    link = "零" if rest and rest < size // 10 else ""
    tail = chinese(rest) if rest else ""
    return chinese(many) + name + link + ("一" + tail if tail.startswith("十") else tail)


WRITERS = {"en": english, "fr": french, "zh": chinese}
