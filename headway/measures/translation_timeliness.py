"""Was it there in both languages in time?

Formula: papers of a party available in a language of either party at least ten working days (a
setting) before the first day of the round / its papers due. Due are statements tabled as a paper
and all for which a day was fixed on which both languages were due; how many kept that day stands
beside it. Working days are Monday to Friday; holidays are not taken out.

Unknown, and so in the bounds: papers of which nobody noted a text in one of the languages or its
day (`not_looked`), days known to the month or the year only that may lie on either side
(`not_assessed`), texts whose existence is an unknown code, papers and texts that are withheld.

Source: the 2006 assessment of the Canada-China dialogue, on papers translated late or not at all.
When not to use it: as a figure about translators, who cannot be earlier than the original.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.parties import Party
from headway.domain.rounds import Round
from headway.domain.statements import Rendering, Statement
from headway.domain.values import UNKNOWN_CODES, Code
from headway.measures.about import Measure
from headway.measures.figure import Ask, Figure, Item, bounds_of
from headway.measures.hidden import hidden, item_of
from headway.measures.rates import rate
from headway.measures.sentences import Words
from headway.measures.threads import name_of, other_parties, statements_of_dialogue, titled
from headway.measures.translation_coverage import WHOLE, base
from headway.phrases import number, phrase, phrases, say

MEASURE = Measure(
    name="translation_timeliness",
    version="1",
    kind="rate",
    title=phrase("Papers in both languages in time"),
    question=phrase("Was it there in both languages in time?"),
    formula=phrase(
        "papers in both languages at least 10 working days before the round / papers due"
    ),
    source=phrase("the 2006 assessment of the Canada-China dialogue"),
    not_when=phrase("as a figure about translators, who cannot be earlier than the original"),
    both_sides=phrase("The papers each party owed, held against the languages of both."),
    rests_on=(Statement, Rendering),
    settings=(("working_days", 10.0),),
)

Span = tuple[date, date]
"""The earliest and the latest day a limit may mean."""


IN_TIME = phrases(
    "{count} of {all} was there in both languages {days} working days before the round",
    "{count} of {all} were there in both languages {days} working days before the round",
)
BY_THE_DAY = phrases(
    "{count} of {all} was there in both languages by the day agreed",
    "{count} of {all} were there in both languages by the day agreed",
)


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The rate over all rounds (or the one asked for); its part: by the day agreed."""
    due = [s for s in _papers(corpus, ask) if ask.round in (None, s.round)]
    days = int(ask.setting("working_days", 10.0))
    early = (IN_TIME, {"days": number(days)})
    fixed = [s for s in due if s.due_on is not None]
    title = say("By the day agreed")
    by_the_day = _figure(corpus, ask, fixed, _agreed, (BY_THE_DAY, {}), title)
    return _figure(corpus, ask, due, lambda s: _before(corpus, s, days), early, "", (by_the_day,))


def _papers(corpus: Corpus, ask: Ask) -> list[Statement]:
    return [
        s
        for s in statements_of_dialogue(corpus, ask.dialogue)
        if s.party == ask.party
        and corpus.get(Round, s.round)
        and (s.due_on is not None or s.kind == "paper")
    ]


def _figure(
    corpus: Corpus,
    ask: Ask,
    due: Sequence[Statement],
    limit_of: Callable[[Statement], Span],
    did: tuple[tuple[str, str], dict[str, str]],
    title: str,
    parts: tuple[Figure, ...] = (),
) -> Figure:
    kept = [
        item_of(w, say("a paper")) for w in hidden(corpus, Statement, ask.dialogue, round=ask.round)
    ]
    items = (*(_item(corpus, ask, s, limit_of(s)) for s in due), *kept)
    found = Counter(item.code for item in items)
    texts = len(hidden(corpus, Rendering, ask.dialogue, round=ask.round))
    values = {"party": name_of(corpus, ask.party), **did[1]}
    return rate(
        MEASURE,
        corpus,
        ask,
        items,
        Words(
            phrases("{count} paper due of {party}", "{count} papers due of {party}"), did[0], values
        ),
        bounds=bounds_of(items).loosened(no=texts),
        counts=(
            ("papers_due", float(len(items))),
            ("in_time", float(found["yes"])),
            ("late_or_missing", float(found["no"])),
            ("unknown", float(sum(found[code] for code in UNKNOWN_CODES))),
        ),
        parts=parts,
        title=title,
    )


# -- limits ------------------------------------------------------------------------------------


def _agreed(statement: Statement) -> Span:
    day = statement.due_on or statement.delivered_on
    return (day.earliest, day.latest)


def _before(corpus: Corpus, statement: Statement, days: int) -> Span:
    round = corpus.one(Round, str(statement.round))
    began = round.began_on
    return (working_days_before(began.earliest, days), working_days_before(began.latest, days))


def working_days_before(day: date, count: int) -> date:
    """The day so many working days (Monday to Friday) before a day."""
    while count > 0:
        day -= timedelta(days=1)
        count -= day.weekday() < 5
    return day


# -- one paper ---------------------------------------------------------------------------------


def _item(corpus: Corpus, ask: Ask, statement: Statement, limit: Span) -> Item:
    sides = ((ask.party,), other_parties(corpus, ask.dialogue, ask.party))
    codes = [_in_time(corpus, statement, side, limit) for side in sides]
    unknown = sorted(code for code in codes if code in UNKNOWN_CODES)
    code: Code = "no" if "no" in codes else unknown[0] if unknown else "yes"
    return Item(any_id("Statement", statement.id), code, titled(statement.title), code)


def _in_time(corpus: Corpus, statement: Statement, side: Sequence[str], limit: Span) -> Code:
    """Whether a text in a language of these parties was there by the limit."""
    parties = (corpus.get(Party, party) for party in side)
    languages = {base(language) for party in parties if party for language in party.languages}
    texts = corpus.having(Rendering, "statement", statement.id)
    fitting = [r for r in texts if r.fidelity in WHOLE and base(r.language) in languages]
    codes = [_text_in_time(text, limit) for text in fitting]
    if "yes" in codes:
        return "yes"
    unknown = sorted(code for code in codes if code in UNKNOWN_CODES)
    if unknown:
        return unknown[0]
    return "no" if codes else "not_looked"


def _text_in_time(text: Rendering, limit: Span) -> Code:
    if text.available != "yes":
        return "no" if text.available == "not_applicable" else text.available
    if text.available_on is None:
        return "not_looked"
    if text.available_on.latest <= limit[0]:
        return "yes"
    return "no" if text.available_on.earliest > limit[1] else "not_assessed"
