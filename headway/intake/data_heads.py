"""Data that foreign files hold: the names of their fields, and how a first look tells them."""

from collections.abc import Mapping

from headway.bundle.strict_json import parse_object
from headway.domain.errors import BadInput
from headway.intake.fields import Fields

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
