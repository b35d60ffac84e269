"""Headway: the memory and the measure of a recurring official dialogue on human rights.

import headway

bundle = headway.read_bundle(headway.example("invented"))   # Django is not loaded
corpus = bundle.corpus()                         # a frozen record as the desk sees it
found = headway.find_reuse(corpus)               # what was said before
for figure in headway.figures(corpus, "our-dialogue", found):
    print(figure.sentence)

record = headway.open("our.headway")                         # loads Django, only here
corpus = record.corpus(headway.Viewer("public"), as_of=date(2010, 1, 1))
"""

from headway.bundle import Bundle
from headway.bundle import read as read_bundle
from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.errors import HeadwayError
from headway.domain.parties import Dialogue
from headway.domain.views import Viewer
from headway.domain.wording import Wording
from headway.library import Record, example, find_reuse, open
from headway.measures import figures, measure
from headway.measures.figure import Ask, Bounds, Figure, Item
from headway.reuse import CanonText, Reuse

__all__ = [
    "Ask",
    "Bounds",
    "Bundle",
    "CanonText",
    "Corpus",
    "Dialogue",
    "Figure",
    "HeadwayError",
    "Item",
    "PartialDate",
    "Record",
    "Reuse",
    "Viewer",
    "Wording",
    "example",
    "figures",
    "find_reuse",
    "measure",
    "open",
    "read_bundle",
]
