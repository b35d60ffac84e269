"""XML files opened safely: no document type, no entities, no network, bounded in size and depth."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from headway.domain.errors import BadInput
from headway.intake.plain_text import read_content

MAX_BYTES = 32 * 1024**2
MAX_ELEMENTS = 600_000
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def parse_xml(path: Path) -> tuple[bytes, Any]:
    """The bytes of a file and its root element; BadInput when it is no XML or not a safe one."""
    content = read_content(path, MAX_BYTES)
    return content, parse_bytes(content, path.name)


def parse_bytes(content: bytes, name: str) -> Any:
    """The root element of XML; errors as above."""
    if _DOCTYPE.search(content):
        raise BadInput(f"{name} declares a document type or entities; take that line out of it")
    number = content.count(b"<") - content.count(b"</")
    if number > MAX_ELEMENTS:
        raise BadInput(f"{name} has about {number:,} elements; split it")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        told = " ".join(str(error).split())[:160]
        raise BadInput(f"{name} is no well-formed XML: {told}") from None
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise BadInput(f"{name} declares a document type or entities; take that line out of it")
    return root


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Any, *names: str) -> Iterator[Any]:
    """The children of these local names, in order; all elements where none is given."""
    for child in element:
        if isinstance(child.tag, str) and (not names or local(child) in names):
            yield child


def below(element: Any, *names: str) -> Iterator[Any]:
    """All elements of these local names under one, in document order."""
    for one in element.iterdescendants():
        if local(one) in names:
            yield one


def text_in(element: Any, without: frozenset[str] = frozenset()) -> str:
    """The words under an element, blanks joined; what stands in `without` is passed over."""
    parts: list[str] = [element.text or ""]
    waiting = list(reversed(element))
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            parts.append(one)
            continue
        waiting.append(one.tail or "")
        if isinstance(one.tag, str) and local(one) not in without:
            waiting.extend(reversed(one))
            parts.append(one.text or "")
    return " ".join("".join(parts).split())
