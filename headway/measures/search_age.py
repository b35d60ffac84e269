"""How old is the last search behind `no evidence`?

Formula: claims without evidence whose last search is more than 365 days old (a setting) / claims
without evidence, over the concerns one party raised and all six rungs; beside it the median age in
days. Ages are counted to the day asked for, else to the last day on record. A day known to the
month or the year only gives a span.

Unknown, and so in the bounds: claims whose last search may lie on either side of the limit
(`not_assessed`), searches that are withheld. A claim that is without evidence because somebody
read the replies or asked for reports has no search of its own and is not counted.

Source: the rule that nothing found is worth as much as the search. When not to use it: as a reason
to trust a new search; where it looked stands in the log of searches.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from statistics import median

from headway.domain.concerns import Concern
from headway.domain.corpus import Corpus
from headway.domain.evidence import RUNGS, Rung, Search
from headway.domain.ids import any_id
from headway.domain.values import Code
from headway.measures.about import Measure
from headway.measures.figure import Ask, Figure, Item, bounds_of
from headway.measures.hidden import hidden
from headway.measures.ladder import claim
from headway.measures.rates import rate
from headway.measures.sentences import Words
from headway.measures.threads import concerns_of, has_come, name_of, titled, today
from headway.phrases import number, phrase, phrases, say, say_as, says

MEASURE = Measure(
    name="search_age",
    version="2",
    kind="rate",
    title=phrase("Age of the last search"),
    question=phrase("How old is the last search behind “no evidence”?"),
    formula=phrase(
        "claims without evidence last searched over 365 days ago / claims without evidence"
    ),
    source=phrase("the rule that nothing found is worth as much as the search"),
    not_when=phrase("as a reason to trust a new search"),
    both_sides=phrase("The claims on the concerns each party raised, with the same limit."),
    rests_on=(Concern, Search),
    settings=(("days", 365.0),),
)

Age = tuple[Item, int, int]
"""A claim with the fewest and the most days since its last search."""


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The rate over all claims, with the median age in the counts; `round` plays no part."""
    found = concerns_of(corpus, ask.dialogue, ask.party)
    ages = [age for concern in found for age in _ages(corpus, ask, concern)]
    items = tuple(item for item, _, _ in ages)
    limit = number(ask.setting("days", 365.0))
    withheld = len(hidden(corpus, Search, ask.dialogue))
    return rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(
            phrases(
                "{count} claim without evidence on concerns raised by {party}",
                "{count} claims without evidence on concerns raised by {party}",
            ),
            phrases(
                "{count} of {all} was last searched for more than {days} days ago",
                "{count} of {all} were last searched for more than {days} days ago",
            ),
            {"party": name_of(corpus, ask.party), "days": limit},
        ),
        bounds=bounds_of(items).loosened(yes=withheld),
        counts=(
            ("claims", float(len(items))),
            ("older", float(sum(1 for i in items if i.code == "yes"))),
            *_medians(ages),
        ),
    )


def _medians(ages: Sequence[Age]) -> tuple[tuple[str, float], ...]:
    if not ages:
        return ()
    return (
        ("median_days_least", float(median(least for _, least, _ in ages))),
        ("median_days_most", float(median(most for _, _, most in ages))),
    )


def _ages(corpus: Corpus, ask: Ask, concern: Concern) -> Iterator[Age]:
    now = today(corpus)
    if now is None:
        return
    for rung in RUNGS:
        searches = _searches(corpus, concern, rung)
        if searches and claim(corpus, concern, rung).status == "no_evidence":
            yield _age(ask, concern, rung, searches, now)


def _searches(corpus: Corpus, concern: Concern, rung: Rung) -> list[Search]:
    found = corpus.having(Search, "concern", concern.id)
    return [s for s in found if s.rung == rung and has_come(s.on, corpus)]


def _age(ask: Ask, concern: Concern, rung: Rung, searches: Sequence[Search], now: date) -> Age:
    """The age of the last search; of searches on partial days the last may be any of several."""
    least = max((now - max(s.on.latest for s in searches)).days, 0)
    most = max((now - max(s.on.earliest for s in searches)).days, 0)
    limit = ask.setting("days", 365.0)
    code: Code = "yes" if least > limit else "no" if most <= limit else "not_assessed"
    span = number(least)
    if least != most:
        span = say("{first} to {last}", first=span, last=number(most))
    words = says(
        "{title}: {rung}, {span} days",
        "{title}: {rung}, {span} days",
        most,
        title=titled(concern.title),
        rung=say_as("plain", rung),
        span=span,
    )
    return Item(any_id("Concern", concern.id), code, words, rung), least, most
