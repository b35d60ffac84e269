"""Chinese characters for a search index that parts words at spaces."""

import re
from typing import Final

from headway.text.characters import is_ideograph, normal_form

_HAN: Final = re.compile("([々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af])")

__all__ = ["is_ideograph", "search_form", "space_ideographs"]


def space_ideographs(text: str) -> str:
    """The text with a space around every ideograph; runs of spaces made one.

    FTS5 and PostgreSQL then index each ideograph as a word, and a query of two or more is
    their phrase.
    """
    return re.sub(" {2,}", " ", _HAN.sub(r" \1 ", text)).strip(" ")


def search_form(text: str) -> str:
    """What goes into an index and what a query becomes: folded and spaced, the same for both.

    Traditional and simplified, full and half width, capital and small letters meet here.
    """
    return space_ideographs(normal_form(text))
