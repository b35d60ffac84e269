"""The canon that a record holds itself: its legal texts, which any side may quote."""

from headway.domain.corpus import Corpus
from headway.domain.statements import Rendering, Statement
from headway.reuse.canon import CanonText

LEGAL_TEXT = "legal_text"


def canon_of(corpus: Corpus) -> tuple[CanonText, ...]:
    """Every text of every legal text of a record, in each language it is held in, by id."""
    return tuple(
        CanonText(id=rendering.id, language=rendering.language, text=corpus.text(rendering.text))
        for rendering in corpus.all(Rendering)
        if rendering.text
        and (statement := corpus.get(Statement, rendering.statement)) is not None
        and statement.kind == LEGAL_TEXT
    )
