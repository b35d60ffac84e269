"""Text reuse: of a statement, what did its side deliver before, word for word or edited?

    found = find(deliveries, texts)            # texts: hash -> text, a mapping or a callable
    found.passages("r6-opening-y-zh")          # tuple of Passage, in order of the text
    found.coverage("r6-opening-y-zh")          # Coverage: tokens by class, derivation, share
    found.clusters                             # families of one passage with their witnesses
    found.alerts, found.caps, found.not_looked_for
    found.passage_rows()                       # plain tuples for a database, see PASSAGE_COLUMNS

`deliveries_of(corpus)` makes the deliveries of a record: original-language renderings that are
verbatim or papers as read out are compared; all others are listed as `not_assessed`.
`formulae_of(corpus)` gives the record's own formulae for `find(formulae=...)`.

The steps, in running order, one file each: `deliveries` (what is compared, and its order),
`runs` (the exact layer behind the seam `Engine`: `memory` is the plain engine, `fast` the one
used), `stars` (first and previous delivery of each passage), `alignments` (the edited layer behind
the seam `EditEngine`: `plain_edits` is the plain engine, `edits` the one used), `edited` (its
passages), `background` (bits of rare tokens), `formulae`, `canon`, `clusters`, `classes`,
`attribution` (quotation told from echo), `coverage`; `search` runs them all.
"""

from headway.reuse.alerts import Alert
from headway.reuse.background import Background
from headway.reuse.canon import CanonText
from headway.reuse.classes import CLASSES
from headway.reuse.coverage import KINDS, Coverage
from headway.reuse.deliveries import Delivery, deliveries_of, formulae_of
from headway.reuse.fast import FastEngine
from headway.reuse.formulae import FormulaPattern
from headway.reuse.legal_texts import canon_of
from headway.reuse.memory import MemoryEngine
from headway.reuse.results import (
    HOWS,
    NOT_LOOKED_FOR,
    PASSAGE_COLUMNS,
    Cluster,
    Passage,
    Place,
    Reuse,
    Witness,
)
from headway.reuse.runs import Engine
from headway.reuse.search import METHOD, find
from headway.reuse.settings import Settings

__all__ = [
    "CLASSES",
    "HOWS",
    "KINDS",
    "METHOD",
    "NOT_LOOKED_FOR",
    "PASSAGE_COLUMNS",
    "Alert",
    "Background",
    "CanonText",
    "Cluster",
    "Coverage",
    "Delivery",
    "Engine",
    "FastEngine",
    "FormulaPattern",
    "MemoryEngine",
    "Passage",
    "Place",
    "Reuse",
    "Settings",
    "Witness",
    "canon_of",
    "deliveries_of",
    "find",
    "formulae_of",
]
