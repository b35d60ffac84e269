"""Were findings about a party offered to it for reply before release?

Formula: judgements about a party that were offered to it for reply before they were released /
judgements about it that were released. It must be all of them. A judgement is about the party
answerable for what it judges (a concern or question put to it, its undertaking, statement or
position); one about the dialogue, a round or anything else of both is about both.

An offer is an Answer on the judgement, on its assessment or on the very thing judged, with the day
it was offered, else the day it was given; an offer on the very day of release counts as made before
it. Released is what a release names, from its day, and what stands in an assessment that was
published.

Unknown, and so in the bounds: offers without a day (`not_looked`), days known to the month or the
year only (`not_assessed`), judgements and offers that are withheld.

Source: the right of reply in the fact finding of the UN and in journalism. When not to use it: as
consent. That a reply was offered does not mean that it was taken up.
"""

from collections import Counter
from collections.abc import Iterable

from headway.domain.assessments import Answer, Assessment, Judgement, Release
from headway.domain.concerns import Concern, Question
from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.ids import any_id, split_any_id
from headway.domain.parties import Party
from headway.domain.statements import Statement
from headway.domain.undertakings import Undertaking
from headway.domain.values import Code, Value
from headway.measures.about import Measure
from headway.measures.figure import Ask, Figure, Item, bounds_of
from headway.measures.hidden import hidden, item_of
from headway.measures.rates import rate
from headway.measures.sentences import Words
from headway.measures.threads import has_come, name_of
from headway.measures.withheld_share import dialogue_of
from headway.phrases import phrase, phrases, say

MEASURE = Measure(
    name="reply_offered",
    version="1",
    kind="rate",
    title=phrase("Findings offered for reply before release"),
    question=phrase("Were findings about a party offered to it for reply before release?"),
    formula=phrase("released judgements offered to the party before release / released judgements"),
    source=phrase("the right of reply in the fact finding of the UN and in journalism"),
    not_when=phrase("as consent: an offer need not be taken up"),
    both_sides=phrase(
        "The released judgements about each party; those about both count for either."
    ),
    rests_on=(Judgement, Answer),
)

ANSWERABLE: dict[type[Value], str] = {
    Concern: "about",
    Question: "asked_of",
    Undertaking: "by",
    Statement: "party",
    Party: "id",
}
"""The nouns of which one party is answerable, and the field that says which."""


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The rate over all released judgements; `round` plays no part: they belong to none."""
    read = [
        _item(corpus, ask, judgement, day)
        for judgement in corpus.all(Judgement)
        if _is_about(corpus, ask, judgement)
        for day in [_released_on(corpus, judgement)]
        if day is not None
    ]
    kept = [item_of(w, say("a judgement")) for w in hidden(corpus, Judgement, ask.dialogue)]
    items = (*read, *kept)
    found = Counter(item.code for item in items)
    offers = len(hidden(corpus, Answer, ask.dialogue))
    return rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(
            phrases(
                "{count} released judgement about {party}",
                "{count} released judgements about {party}",
            ),
            phrases(
                "{count} of {all} was offered to it for reply before release",
                "{count} of {all} were offered to it for reply before release",
            ),
            {"party": name_of(corpus, ask.party)},
        ),
        bounds=bounds_of(items).loosened(no=offers),
        counts=(
            ("judgements", float(len(items))),
            ("offered", float(found["yes"])),
            ("not_offered", float(found["no"])),
        ),
    )


def _is_about(corpus: Corpus, ask: Ask, judgement: Judgement) -> bool:
    """Whether a judgement is of this dialogue and about this party, or about both."""
    noun_name, value_id = split_any_id(judgement.about)
    for noun, field in ANSWERABLE.items():
        if noun.__name__ == noun_name:
            judged = corpus.get(noun, value_id)
            held = judged is not None and getattr(judged, field) in (ask.party, None)
            return held and _is_of(corpus, ask, judgement, judged)
    judged = corpus.values.get(noun_name, {}).get(value_id)
    return _is_of(corpus, ask, judgement, judged)


def _is_of(corpus: Corpus, ask: Ask, judgement: Judgement, judged: Value | None) -> bool:
    assessment = corpus.get(Assessment, judgement.assessment)
    if assessment is not None:
        return assessment.dialogue == ask.dialogue
    if judgement.about == any_id("Dialogue", ask.dialogue):
        return True
    return judged is not None and dialogue_of(corpus, judged) == ask.dialogue


def _released_on(corpus: Corpus, judgement: Judgement) -> PartialDate | None:
    """The first day the judgement was let out, or None where it was not yet."""
    named = {any_id("Judgement", judgement.id), "Judgement/*"}
    days = [r.released_on for r in corpus.all(Release) if named & set(r.items)]
    assessment = corpus.get(Assessment, judgement.assessment)
    if assessment is not None and assessment.published_on is not None:
        days.append(assessment.published_on)
    return min((day for day in days if has_come(day, corpus)), default=None)


def _item(corpus: Corpus, ask: Ask, judgement: Judgement, released: PartialDate) -> Item:
    codes = {_in_time(answer, released) for answer in _offers(corpus, ask, judgement)}
    unknown = sorted(codes - {"yes", "no"})
    code: Code = "yes" if "yes" in codes else unknown[0] if unknown else "no"
    return Item(any_id("Judgement", judgement.id), code, judgement.summary, code)


def _offers(corpus: Corpus, ask: Ask, judgement: Judgement) -> Iterable[Answer]:
    places = [any_id("Judgement", judgement.id), judgement.about]
    if judgement.assessment:
        places.append(any_id("Assessment", judgement.assessment))
    for place in places:
        for answer in corpus.having(Answer, "about", place):
            if answer.party == ask.party:
                yield answer


def _in_time(answer: Answer, released: PartialDate) -> Code:
    day = answer.offered_on or answer.given_on
    if day is None:
        return "not_looked"
    if day.latest < released.earliest or (day == released and len(day) == len("2001-01-01")):
        return "yes"
    return "no" if day.earliest > released.latest else "not_assessed"
