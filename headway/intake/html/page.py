"""The bytes of a web page as a tree: its encoding, and what it says of itself in its head."""

import codecs
import re
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from headway.domain.errors import BadInput
from headway.intake.encodings import decode

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_STATED_WITHIN = 4_096
_STATED = re.compile(
    rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
"""What browsers read where a page states the older or smaller encoding."""

_ENCODINGS = (
    "utf-8 utf-16 utf-16-le utf-16-be gb18030 big5 big5hkscs cp950 euc_jp shift_jis cp932 euc_kr"
    " iso8859-2 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-15 koi8-r koi8-u cp1250"
    " cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 cp866 mac-roman"
)
_KNOWN = frozenset(_ENCODINGS.split())
_NEVER = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
_XML_HEAD = re.compile(r"\A\s*<\?xml[^>]{0,400}\?>")
_PUBLISHED = frozenset(
    ("article:published_time", "dcterms.date", "dcterms.issued", "dc.date", "date", "datepublished")
)
_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")


@dataclass(frozen=True, slots=True)
class Page:
    """The tree of a page; `language` and `published` as its head states them, or nothing."""

    root: Any
    language: str
    published: str
    decided: tuple[str, ...]


def parse(content: bytes, name: str) -> Page:
    """The tree of a page; BadInput when it is none, or is nested too deeply to be read safely."""
    text, decided = _text(content)
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    plain = _XML_HEAD.sub("", text).replace("\x00", "\ufffd").encode("utf-8", "replace")
    try:
        root = lxml_html.document_fromstring(plain, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        message = " ".join(str(error).split())[:120]
        raise BadInput(f"{name} is no web page that can be read: {message}") from None
    _tidy(root)
    if any(one.type_name == "ERR_RESOURCE_LIMIT" for one in parser.error_log):
        raise BadInput(f"{name} is nested too deeply to be read safely; save it as text")
    return Page(root, _language(root), _published(root), decided)


def _tidy(root: Any) -> None:
    """Put a mark for characters that no text may hold, which pages smuggle in as codes."""
    for element in root.iter():
        for name in ("text", "tail"):
            words = getattr(element, name)
            if words and _NEVER.search(words):
                setattr(element, name, _NEVER.sub("\ufffd", words))


def _text(content: bytes) -> tuple[str, tuple[str, ...]]:
    if not content.startswith(_MARKS):
        stated = _stated(content)
        if stated:
            try:
                text = content.decode(stated)
            except UnicodeDecodeError:
                told = decode(content)
                wrong = f"the page states {stated}, which it is not; read as {told.encoding}."
                return told.text, (wrong,)
            return text, () if stated == "utf-8" else (f"read as {stated} (told by the page).",)
    told = decode(content)
    if told.encoding in ("ascii", "utf-8"):
        return told.text, ()
    return told.text, (f"read as {told.encoding} (told by {told.told_by}).",)


def _stated(content: bytes) -> str:
    """The encoding that a page states, as Python calls it; nothing when it is none of text."""
    found = _STATED.search(content[:_STATED_WITHIN])
    if not found:
        return ""
    try:
        name = codecs.lookup((found.group(1) or found.group(2)).decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return ""
    name = _WIDER.get(name, name)
    # A page that could be read so far as to state it in single bytes is not in double ones.
    name = "utf-8" if name.startswith("utf-16") else name
    return name if name in _KNOWN else ""


def _language(root: Any) -> str:
    written = root.get("lang") or root.get("xml:lang") or ""
    return written if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", written) else ""


def _published(root: Any) -> str:
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").casefold()
        day = _DAY.match((meta.get("content") or "").strip()) if name in _PUBLISHED else None
        if day:
            return day.group()
    return ""
