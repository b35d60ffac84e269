"""What words in a list of delegates mean: roles, forms of address, kinds of bodies, rounds."""

import re
from typing import Final, Literal

Role = Literal["head", "deputy", "member", "expert", "interpreter", "observer"]
BodyKind = Literal[
    "foreign_ministry", "ministry", "legislature", "court", "prosecution", "police", "commission",
    "research", "ngo", "international", "press", "other",
]  # fmt: skip

_DEPUTY = (
    r"deputy (?:head|leader|chair)|alternate head|vice[- ]?head|chef adjoint|adjoint au chef"
    r"|副团长|副團長"
)
_HEAD = (
    r"(?:head|leader|chair|chairman|chairperson) of (?:the )?delegation"
    r"|delegation (?:head|leader)|che(?:f|ffe) de (?:la )?délégation|代表团团长|团长|團長"
)
_OTHERS: Final[tuple[tuple[Role, str], ...]] = (
    ("interpreter", r"\binterpreters?\b|\btranslators?\b|\binterprètes?\b|译员|翻译|口译"),
    ("observer", r"\bobservers?\b|\bobservat(?:eur|rice)s?\b|观察员"),
    ("expert", r"\bexperts?\b|\bexpertes?\b|专家"),
)
_EVERYWHERE: Final[tuple[tuple[Role, re.Pattern[str]], ...]] = (
    ("deputy", re.compile(_DEPUTY, re.I)),
    ("head", re.compile(_HEAD, re.I)),
    *((role, re.compile(words, re.I)) for role, words in _OTHERS),
)
_AS_ROLE: Final[tuple[tuple[Role, re.Pattern[str]], ...]] = (
    ("deputy", re.compile(rf"{_DEPUTY}|\A(?:deputy|adjointe?|alternate)\Z", re.I)),
    ("head", re.compile(rf"{_HEAD}|\A(?:head|leader|chef|cheffe|chair)\Z", re.I)),
    *_EVERYWHERE[2:],
    (
        "member",
        re.compile(
            r"\bmembers?\b|\bmembres?\b|\bdelegates?\b|\bdéléguée?s?\b|成员|团员|随员", re.I
        ),
    ),
)


def role_in(text: str, *, is_role: bool = False) -> Role | None:
    """The role that words name; a column or heading of roles (`is_role`) may say it in short.

    A head of a division is no head of delegation.
    """
    words = " ".join(text.split())
    table = _AS_ROLE if is_role else _EVERYWHERE
    return next((role for role, pattern in table if pattern.search(words)), None)


_ADDRESS: Final = re.compile(
    r"\A(?:(?:h\.?\s?e\.?|mr|mrs|ms|miss|dr|prof|professor|m|mme|mlle|sir|madam|amb)\.?\s+)+(?=\S)",
    re.I,
)
_ADDRESS_ALONE: Final = re.compile(
    r"(?:h\.?e\.?\s*)?(?:mr|mrs|ms|miss|dr|prof|m|mme|mlle|先生|女士|博士)\.?", re.I
)
_ADDRESS_ZH: Final = re.compile(r"(?<=[\u4e00-\u9fff]{2})\s*(?:先生|女士)\Z")


def without_address(name: str) -> str:
    """A name without Mr, Mme, 先生 and the like."""
    return _ADDRESS_ZH.sub("", _ADDRESS.sub("", name)).strip() or name


def is_address(text: str) -> bool:
    """Whether a text is a form of address and nothing else."""
    return _ADDRESS_ALONE.fullmatch(text.strip()) is not None


_BODIES: Final[tuple[tuple[BodyKind, str], ...]] = (
    (
        "foreign_ministry",
        r"foreign|external (?:relations|action|affairs)|global affairs|affaires étrangères|外交部",
    ),
    ("court", r"\bcourt\b|\bcour\b|tribunal|法院"),
    ("prosecution", r"prosecut|procurat|parquet|检察"),
    ("police", r"\bpolice\b|public security|公安|gendarmerie"),
    (
        "legislature",
        r"parliament|senate|congress|assembly|parlement|sénat|assemblée|bundestag|人大|议会",
    ),
    ("ministry", r"ministry|department of|ministère|département|部\Z|secretariat of"),
    ("commission", r"commission|委员会|comité|committee|council|conseil"),
    ("research", r"university|institute|academy|université|institut|académie|大学|研究|学院"),
    ("international", r"united nations|\bunhchr\b|\bohchr\b|european union|nations unies|联合国"),
)  # fmt: skip
_BODY_PATTERNS = tuple((kind, re.compile(words, re.I)) for kind, words in _BODIES)


def body_kind(name: str) -> BodyKind:
    """The kind of a body by its name; other where the name does not tell."""
    return next((kind for kind, pattern in _BODY_PATTERNS if pattern.search(name)), "other")


_GROUP: Final = re.compile(
    r"delegation|délégation|代表团|代表團|\bside\b|\bpartie\b|[\u4e00-\u9fff]方\Z", re.I
)
_AROUND: Final = re.compile(
    r"\b(?:list of|liste des?|members of|membres de|composition of|composition de|the|la|le|du|des"
    r"|de la|de|of|from|delegation|delegates|délégation|délégués|side|partie)\b|\b[ld]['’]"
    r"|名单|成员|代表团|代表團|方\Z|\([^)]*\)|（[^）]*）|['’:,]|[：，]",
    re.I,
)
_SIZE: Final = re.compile(
    r"[(（]\s*(\d{1,4})\s*(?:members?|persons?|people|membres?|personnes?|人|名)?\s*[)）]"
)


def is_group(text: str) -> bool:
    """Whether a heading speaks of a delegation or side."""
    return _GROUP.search(text) is not None


def inside_group(text: str) -> str:
    """What is left of a heading such as `Delegation of Canada (8 members)`: Canada."""
    return " ".join(_AROUND.sub(" ", text).split())


def size_in(text: str) -> int | None:
    """How many members a heading says there are."""
    found = _SIZE.search(text)
    return int(found[1]) if found else None


_ORDINALS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
_FRENCH = """
premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième
"""
_WORDS = {w: n for words in (_ORDINALS, _FRENCH) for n, w in enumerate(words.split(), 1)}
_WORDS |= {"première": 1, "second": 2, "seconde": 2}
_ROUND = r"(?:round|session|meeting|tour|cycle|série)"
_NUMBERED: Final = (
    re.compile(rf"\b{_ROUND}\s*(?:no\.?|n°|#)?\s*(\d{{1,3}})\b", re.I),
    re.compile(rf"\b(\d{{1,3}})\s*(?:st|nd|rd|th|e|er|ème|ère)\s+{_ROUND}\b", re.I),
    re.compile(rf"\b({'|'.join(_WORDS)})\s+{_ROUND}\b", re.I),
    re.compile(r"第\s*([一二三四五六七八九十\d]{1,3})\s*(?:轮|次|届|輪|屆)"),
)
_HAN = {c: n for n, c in enumerate("一二三四五六七八九", 1)}


def round_number(text: str) -> int | None:
    """The number of the round that words name, as `seventh round`, `Round 7`, `第七轮`."""
    for pattern in _NUMBERED:
        found = pattern.search(text)
        if found:
            return _number(found[1])
    return None


def _number(word: str) -> int | None:
    if word.isascii() and word.isdecimal():
        return int(word)
    if word.casefold() in _WORDS:
        return _WORDS[word.casefold()]
    tens, mark, ones = word.partition("十")
    if not mark:
        return _HAN.get(word)
    return 10 * _HAN.get(tens, 1) + _HAN.get(ones, 0)
