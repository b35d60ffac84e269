"""How much of what stands behind the figures is withheld from this view?

Formula: facts withheld / facts withheld and visible, of the nouns each published figure rests on,
by category; first over all of them, then one part a measure. Withheld means that a person decided
to disclose that the fact exists; what is sealed does not exist for the view and is not counted.
For the desk and the assessor every measure counts as published, for other views those that a
release to that view names.

Source: released assessments of dialogues with parts blacked out (Canada 2006, Australia 2012).
When not to use it: as a measure of candour; the decision which facts to disclose as withheld is
itself the keeper's.

A withholding does not tell whose fact it is, so the figure is the same for both parties.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from headway.domain.assessments import Release
from headway.domain.concerns import Concern, Question
from headway.domain.corpus import Corpus
from headway.domain.rounds import Round
from headway.domain.statements import Statement
from headway.domain.undertakings import Undertaking
from headway.domain.values import Value
from headway.measures import measures
from headway.measures.about import Measure
from headway.measures.disclosure import is_inside
from headway.measures.figure import Ask, Bounds, Figure, Item
from headway.measures.hidden import hidden, item_of
from headway.measures.rates import figure
from headway.measures.sentences import between
from headway.phrases import listing, noun_words, number, phrase, phrases, say, say_as, says

MEASURE = Measure(
    name="withheld_share",
    version="1",
    kind="rate",
    title=phrase("What is withheld behind the figures"),
    question=phrase("How much of what stands behind the figures is withheld from this view?"),
    formula=phrase(
        "facts withheld / facts withheld and visible, by category, per published figure"
    ),
    source=phrase("released assessments with parts blacked out (Canada 2006, Australia 2012)"),
    not_when=phrase(
        "as a measure of candour: what is disclosed as withheld is the keeper's decision"
    ),
    both_sides=phrase(
        "The facts of both parties together: a withholding does not tell whose fact it is."
    ),
    rests_on=(),
)


Behind = tuple[tuple[str, str], dict[str, str]]
BEHIND_ALL: Behind = (
    phrases(
        "{count} fact behind the published figures", "{count} facts behind the published figures"
    ),
    {},
)


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The share over all published figures, with one part a measure; `round` plays no part."""
    published = _published(corpus)
    parts = tuple(
        _figure(corpus, ask, m.rests_on, say(m.title), _behind(say(m.title))) for m in published
    )
    nouns = {noun.__name__: noun for m in published for noun in m.rests_on}
    total = _figure(corpus, ask, nouns.values(), "", BEHIND_ALL, parts)
    return total


def _published(corpus: Corpus) -> list[Measure]:
    """The measures this view reads: all inside, else those a release to the view names."""
    counting = [m for m in measures() if m.rests_on]
    if is_inside(corpus):
        return counting
    named = {n for r in corpus.all(Release) if r.view == corpus.viewer.view for n in r.measures}
    return [m for m in counting if m.name in named]


def _figure(
    corpus: Corpus,
    ask: Ask,
    nouns: Iterable[type[Value]],
    title: str,
    behind: Behind,
    parts: tuple[Figure, ...] = (),
) -> Figure:
    kinds = list(nouns)
    withheld = [item for noun in kinds for item in _withheld(corpus, ask, noun)]
    visible = sum(_visible(corpus, ask.dialogue, noun) for noun in kinds)
    total = len(withheld) + visible
    bounds = Bounds(float(len(withheld)), float(visible), 0.0, total)
    return figure(
        MEASURE,
        corpus,
        ask,
        _sentence(withheld, total, behind, bounds),
        bounds=bounds,
        counts=(
            ("facts", float(total)),
            ("withheld", float(len(withheld))),
            *_by_category(withheld),
        ),
        items=tuple(withheld),
        parts=parts,
        title=title,
    )


def _behind(title: str) -> Behind:
    told = phrases(
        "{count} fact behind the figure “{title}”", "{count} facts behind the figure “{title}”"
    )
    return told, {"title": title}


def _sentence(withheld: Sequence[Item], total: int, behind: Behind, bounds: Bounds) -> str:
    main = says(
        "{count} of {all} is withheld from this view",
        "{count} of {all} are withheld from this view",
        len(withheld),
        all=says(*behind[0], total, **behind[1]),
    )
    if not withheld:
        return say("{main}.", main=main)
    kinds = listing(
        [
            say("{count} {kind}", count=number(n), kind=say_as("category", name.replace("_", " ")))
            for name, n in _by_category(withheld)
        ]
    )
    share = between(bounds)
    if share:
        return say("{main} ({span}): {kinds}.", main=main, span=share, kinds=kinds)
    return say("{main}: {kinds}.", main=main, kinds=kinds)


def _withheld(corpus: Corpus, ask: Ask, noun: type[Value]) -> list[Item]:
    found = hidden(corpus, noun, ask.dialogue)
    return [
        Item(item.ref, "yes", item.words, w.category)
        for w, item in ((w, item_of(w, noun_words(noun.__name__))) for w in found)
    ]


def _by_category(withheld: Sequence[Item]) -> tuple[tuple[str, float], ...]:
    found = Counter(item.category for item in withheld)
    return tuple((name, float(found[name])) for name in sorted(found))


# -- which dialogue a fact belongs to ----------------------------------------------------------


def _visible(corpus: Corpus, dialogue: str, noun: type[Value]) -> int:
    return sum(1 for value in corpus.all(noun) if dialogue_of(corpus, value) == dialogue)


PATHS: dict[str, type[Value]] = {
    "round": Round,
    "concern": Concern,
    "question": Question,
    "undertaking": Undertaking,
    "statement": Statement,
}


def dialogue_of(corpus: Corpus, value: Value) -> str | None:
    """The dialogue a fact belongs to, by the first reference that leads to one."""
    own = getattr(value, "dialogue", None)
    if own is not None:
        return str(own)
    for name, noun in PATHS.items():
        target = corpus.get(noun, getattr(value, name, None))
        if target is not None:
            return dialogue_of(corpus, target)
    return None
