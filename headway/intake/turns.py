"""Who speaks where in a text: labels at the beginning of a line, and the words that follow."""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """One stretch of words under one label.

    `label` is what stood there, `affiliation` the country, side or delegation it names (empty
    when it names none); `begin` and `end` are code points of the text, around the words only.
    `line` counts from 1 and is that of the label.
    """

    label: str
    affiliation: str
    begin: int
    end: int
    line: int


_MAX_LABEL = 90
_SEPARATOR = r"[ \u00a0\u202f]{0,2}(?::|：|—|–|\s-\s)(?!\S*//)"
_TITLES = (
    r"mr|mrs|ms|miss|dr|prof|professor|sir|dame|lady|lord|ambassador|minister|h\.\s?e"
    r"|m|mme|mlle|messrs|docteur|ambassadeur|ambassadrice|s\.\s?e|monsieur|madame"
)
_ROLES = (
    r"head|deputy head|leader|co-?chair|chair|chairman|chairwoman|chairperson|moderator|president"
    r"|representative|delegate|delegation|spokesperson|spokesman|spokeswoman|interpreter"
    r"|chef|cheffe|chef adjoint|président|présidente|représentant|représentante|délégué|déléguée"
    r"|délégation|porte-parole|interprète|animateur|animatrice"
)
_CHINESE_ROLES = (
    "团长|團長|代表|代表团|代表團|主席|主持人|大使|司长|司長|部长|部長|副部长|副部長|局长|局長|处长|處長"
    "|先生|女士|发言人|發言人|翻译|翻譯|参赞|參贊|方"
)
_WESTERN = re.compile(
    rf"(?P<label>(?:(?:the|le|la|l['’])\s?)?(?:(?:{_TITLES})\b\.?\s+\S|(?:{_ROLES})\b)"
    rf"[^:：\n]{{0,{_MAX_LABEL}}}?){_SEPARATOR}",
    re.IGNORECASE,
)
_CAPITALS = re.compile(
    rf"(?P<label>[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]{{2,50}}(?:\([^()\n]{{2,40}}\))?){_SEPARATOR}"
)
_HAN_NAME = r"[\u4e00-\u9fff·•A-Za-z ]"
_HAN_BRACKET = r"[（(][^（）()\n]{1,20}[）)]"
_CHINESE = re.compile(
    rf"(?P<label>{_HAN_NAME}{{0,24}}(?:{_CHINESE_ROLES}){_HAN_NAME}{{0,8}}(?:{_HAN_BRACKET})?"
    rf"|[\u4e00-\u9fff·•]{{2,10}}{_HAN_BRACKET})\s?[:：]"
)
_INSIDE_BRACKETS = re.compile(r"\([^()\n]{0,40}\)")
_SMALL_WORDS = (
    "of|for|to|the|and|de|du|des|la|le|les|l|d|et|side|adjoint|adjointe|mission|permanent"
    "|permanente|par|interim|ad|state|co|vice|s|e|h"
)
_LOWER_IN_LABELS = re.compile(f"{_TITLES}|{_ROLES}|{_SMALL_WORDS}", re.IGNORECASE)
_BRACKETS = re.compile(r"[（(]([^（）()]{1,40})[）)]\s*\Z")
_OF = re.compile(
    r"(?:delegation|délégation|head|representative|représentante?|delegate)"
    r"\s+(?:of|for|de|du|des|d['’])\s*"
    r"(?:(?:the\s+|la\s+)?d[ée]l[ée]gation\s+(?:of|de|du|des|from)\s+)?"
    r"(?:the\s+|la\s+|l['’])?(?P<name>.+)\Z",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:the\s+)?(?:delegation|délégation|side)\s+(?P<name>\S.{0,30})\Z", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"\s*(?:(?:[(（]?[0-9]{1,3}[.)）、]|[0-9]{1,3}(?:\.[0-9]{1,2}){1,3}\.?(?=\s)|[-–•·*▪◦‣]"
    r"|[(\[]?[0-9]{1,2}[:h][0-9]{2}[)\]]?(?=\s))\s*)?"
)
_LISTING = re.compile(
    r"particip|d[ée]l[ée]gat|attend|\bpr[ée]sen(?:ts?|ces?)\b|composition|与会|出席|名单|代表团|與會|名單|代表團",
    re.IGNORECASE,
)
_SIDE = re.compile(r"(?P<name>[\u4e00-\u9fff]{1,8}?)(?:代表团|代表團|方)")


def split_turns(
    text: str,
    names: Iterable[str] = (),
    alone: Container[int] = (),
    ends: Container[int] = (),
) -> tuple[Turn, ...]:
    """The turns of a text in order; nothing when no line begins with the label of a speaker.

    `names` are names of sides that count as labels of their own (`Canada:`). What stands
    before the first label belongs to no turn; a label without words makes none. `alone` says
    where lines begin that are headings or bold: such a line may be a label by itself. `ends` are
    those that are headings: where several speak they end what was said before them.
    """
    patterns = [_WESTERN, _CAPITALS, _CHINESE]
    known = sorted((re.escape(name) for name in names if name.strip()), key=len, reverse=True)
    if known:
        patterns.append(re.compile(rf"(?P<label>{'|'.join(known)}){_SEPARATOR}", re.IGNORECASE))
    labels = _labels(text, patterns, alone, ends)
    if len({label.written for label in labels} - {""}) < 2:
        labels = [label for label in labels if label.written]
    begins = [label.at for label in labels[1:]] + [len(text)]
    turns = (_turn(text, label, end) for label, end in zip(labels, begins, strict=False))
    return tuple(turn for turn in turns if turn is not None)


@dataclass(frozen=True, slots=True)
class _Label:
    """Where a label stands; one without words is a heading, where nobody speaks."""

    written: str
    at: int
    after: int
    line: int


def _labels(
    text: str, patterns: list[re.Pattern[str]], alone: Container[int], ends: Container[int]
) -> list[_Label]:
    found: list[_Label] = []
    at, lists_people = 0, False
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        begin = _begin(line)
        head = line[begin : begin + _MAX_LABEL * 2]
        match = _label(head, patterns)
        if match is not None:
            label = match.group("label").strip()
            found.append(_Label(label, at, at + begin + match.end(), number))
        elif at in alone:
            bare = line.strip().rstrip(":： ")
            told = _label(f"{bare}: ", [one for one in patterns if one is not _CAPITALS])
            if told is not None and told.group("label") == bare:
                if not lists_people:
                    found.append(_Label(bare, at, at + len(line), number))
            else:
                lists_people = _LISTING.search(line) is not None
                if at in ends:
                    found.append(_Label("", at, at + len(line), number))
        at += len(line)
    return found


def _begin(line: str) -> int:
    """Where a line begins behind its indent and its number or bullet."""
    found = _NUMBERED.match(line)
    return found.end() if found else 0


def _label(head: str, patterns: list[re.Pattern[str]]) -> re.Match[str] | None:
    for pattern in patterns:
        match = pattern.match(head)
        if match and (pattern is not _WESTERN or _is_label(match.group("label"))):
            return match
    return None


def _is_label(label: str) -> bool:
    """Whether a title or role is followed by names only: `The delegation raised:` is a sentence."""
    words = re.findall(r"[^\W\d_]+", _INSIDE_BRACKETS.sub(" ", label))
    return all(not word[0].islower() or _LOWER_IN_LABELS.fullmatch(word) for word in words)


def _turn(text: str, label: _Label, end: int) -> Turn | None:
    if not label.written:
        return None
    words = text[label.after : end]
    begin = label.after + len(words) - len(words.lstrip())
    end = label.after + len(words.rstrip())
    if begin >= end:
        return None
    return Turn(label.written, affiliation_in(label.written), begin, end, label.line)


def affiliation_in(label: str) -> str:
    """The country, side or delegation that a label names, or nothing."""
    for pattern, group in ((_BRACKETS, 1), (_OF, "name"), (_NAMED, "name"), (_SIDE, "name")):
        found = pattern.search(label)
        if found:
            return found.group(group).strip(" .")
    return ""
