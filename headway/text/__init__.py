"""Texts before any method reads them: folding with offset maps, sentences, languages, CJK."""

from headway.text.batches import fold_all
from headway.text.cjk import is_ideograph, search_form, space_ideographs
from headway.text.folding import FOLDING_VERSION, Folded, fold
from headway.text.languages import Guess, detect
from headway.text.packing import pack, unpack
from headway.text.sentences import sentences
from headway.text.tokens import token_id

__all__ = [
    "FOLDING_VERSION",
    "Folded",
    "Guess",
    "detect",
    "fold",
    "fold_all",
    "is_ideograph",
    "pack",
    "search_form",
    "sentences",
    "space_ideographs",
    "token_id",
    "unpack",
]
