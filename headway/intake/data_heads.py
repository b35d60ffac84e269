"""Data that foreign files hold: the names of their fields, and how a first look tells them."""

import re
from collections.abc import Mapping

from headway.bundle.strict_json import parse_object
from headway.domain.errors import BadInput
from headway.intake.fields import Fields
from headway.intake.tables import first_line, separator_of

_HEAD = 60_000
Names = Mapping[str, tuple[str, ...]]

QA: Names = {
    "question": ("q", "question text", "asked", "问", "提问", "问题"),
    "answer": ("a", "reply", "response", "answer text", "答", "回答", "答复", "réponse"),
    "date": (
        "time",
        "day",
        "datetime",
        "published",
        "published on",
        "delivered on",
        "日期",
        "时间",
    ),
    "title": ("headline", "conference", "event", "标题", "titre"),
    "spokesperson": ("speaker", "answered by", "spokesman", "发言人", "porte-parole"),
    "asker": ("asked by", "journalist", "outlet", "media", "记者", "journaliste"),
    "side": ("party", "country", "state", "ministry", "government", "国家"),
    "url": ("link", "address", "source", "source url", "链接", "lien"),
    "language": ("lang", "语言", "langue"),
    "turn": ("number", "order", "sequence", "no"),
    "announcement": ("background", "opening", "opening remarks", "背景", "通报"),
}
"""Questions and answers: our names of the fields of a line, and the names that files give them."""

QA_WITHOUT_PLACE = frozenset({"page", "id", "index", "category", "tags"})

UPR: Names = {
    "to": (
        "state under review", "sur", "state", "country", "recommended state", "reviewed state",
        "countries concerned", "état examiné",
    ),
    "by": (
        "from", "recommending state", "recommending states", "recommending state upr",
        "upr recommending states", "recommender", "état auteur",
    ),
    "text": ("recommendation", "recommendation text", "original text", "recommandation"),
    "position": (
        "response", "response upr", "position of the state", "sur response", "upr position",
        "status", "réponse",
    ),
    "action": ("action category", "category of action", "verb category"),
    "theme": ("issue", "issues", "themes", "topic", "topics", "thèmes"),
    "session": ("upr session", "session number"),
    "paragraph": ("number", "no", "recommendation number", "para"),
}  # fmt: skip
"""Recommendations: our names of the columns, and the names that tables give them."""

UPR_WITHOUT_PLACE = frozenset(
    {"torgrp", "toorg", "fromrgrp", "fromorg", "cycle", "region", "organisation", "id"}
)

UHRI: Names = {
    "id": ("annotation id", "ohchr annotation id"),
    "symbol": ("document symbol", "document code"),
    "date": ("publication date", "document publication date", "date of publication"),
    "body": ("recommending body", "reccomending body", "mechanism"),
    "type": ("annotation type", "recommendation type"),
    "countries": ("countries concerned", "country", "states", "state"),
    "themes": ("theme",),
    "affected": ("affected persons", "groups"),
    "goals": ("sdgs", "sdg targets"),
    "text": ("original text", "recommendation"),
    "session": ("upr session",),
    "by": (
        "upr recommending states", "upr reccomending states", "upr recommending state",
        "recommending states", "recommending state upr",
    ),
    "position": ("upr position", "response upr"),
}  # fmt: skip
"""The Index: our names of the fields of an object, and the names that its exports give them."""

UHRI_WITHOUT_PLACE = frozenset(
    {"regions", "regionsconcerned", "publicationdateonuhri", "paragraph", "cycle", "year"}
)


def is_uhri(head: str) -> bool:
    """Whether the beginning of a JSON file has fields of the Index."""
    fields = Fields(UHRI)
    there = set(re.findall(r'"([^"\\]{2,40})"\s*:', head[:_HEAD]))
    return {"text", "body", "countries"} <= {fields.ours(name) for name in there}


def is_upr(head: str) -> bool:
    """Whether the first line of a table names who was reviewed, who recommends, and the text."""
    line = first_line(head)
    fields = Fields(UPR)
    names = [name.strip().strip('"') for name in line.split(separator_of(line))]
    return {"to", "by", "text"} <= {fields.ours(name) for name in names}


def is_qa(head: str) -> bool:
    """Whether the first line of a text is an object with a question and an answer."""
    line = head.lstrip("\ufeff \r\n\t").partition("\n")[0]
    if not line.startswith("{"):
        return False
    fields = Fields(QA)
    try:
        ours = {fields.ours(name) for name in parse_object(line)}
    except BadInput:  # the line goes on after the first look, or is damaged
        ours = {name for name in ("question", "answer") if f'"{name}"' in line.lower()}
    return {"question", "answer"} <= ours
