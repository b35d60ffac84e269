"""Which texts of a statement hold the words its side said."""

from headway.domain.corpus import Corpus
from headway.domain.parties import Dialogue
from headway.domain.statements import Rendering, Statement


def spoken(corpus: Corpus, statement: Statement) -> tuple[Rendering, ...]:
    """The renderings in the language the statement was made in.

    At a forum, whose printed record may hold one language only, the official translation stands
    in where no original text is held.
    """
    held = corpus.having(Rendering, "statement", statement.id)
    originals = tuple(r for r in held if r.kind == "original")
    if any(r.text for r in originals) or not _is_at_forum(corpus, statement):
        return originals
    return tuple(r for r in held if r.kind == "official_translation" and r.text) or originals


def _is_at_forum(corpus: Corpus, statement: Statement) -> bool:
    dialogue = corpus.get(Dialogue, statement.dialogue)
    return dialogue is not None and dialogue.kind == "forum"
