"""How far did concerns get?

Formula: for each of the six rungs (raised, answered, undertaking given, reported upwards, acted
on, changed on the ground) the concerns of one raising party whose claim is supported / its
concerns that are due, as the interval that unknown and conflicting ones allow, with coverage.
Rungs are separate claims; they are never averaged, and "contributed" is none of them.

A status is computed from evidence (see `ladder.py`). A raising, a reply, an undertaking or an
onward report that has a source, or stands in a statement of the record, is evidence for its rung.
Answered: one reply judged on point is for it; refusals or silence are against it only where
nothing else ever came; partial, general and deferred replies are neither, but show that somebody
looked. Contradicted and reversed claims count as no; `no_evidence`, `not_looked`, withheld and
conflicting ones are unknown.

Source: the follow-up procedure of the Human Rights Committee; process tracing (Mahoney 2012) for
what bears on a claim; worst-case bounds over the unknown. When not to use it: as a sum over rungs,
or to say that the dialogue brought about what is on the upper ones.
"""

from collections import Counter
from collections.abc import Sequence

from headway.domain.assessments import Withholding
from headway.domain.concerns import Concern, Question, Raising, Reply
from headway.domain.corpus import Corpus
from headway.domain.evidence import RUNGS, Evidence, OnwardReport, Rung, Search
from headway.domain.ids import any_id
from headway.domain.undertakings import Undertaking
from headway.domain.values import Code, Value
from headway.measures.about import Measure
from headway.measures.figure import Ask, Figure, Item
from headway.measures.hidden import hidden, item_of, may_be_raised_by
from headway.measures.ladder import GRADES, Claim, claim, stands_on_facts
from headway.measures.rates import figure, rate
from headway.measures.sentences import Words
from headway.measures.threads import concerns_of, lowered, name_of, other_side, steps_at, titled
from headway.phrases import listing, number, phrase, phrase_as, phrases, say, say_as, says

MEASURE = Measure(
    name="rungs",
    version="2",
    kind="interval",
    title=phrase("How far concerns got"),
    question=phrase("How far did concerns get?"),
    formula=phrase("per rung: supported claims / concerns due, with the interval of unknown ones"),
    source=phrase("Human Rights Committee follow-up; process tracing (Mahoney 2012)"),
    not_when=phrase(
        "as one number for a ladder, or as proof that the dialogue brought something about"
    ),
    both_sides=phrase(
        "The concerns each party raised, on the same six rungs, from the same evidence."
    ),
    rests_on=(Concern, Raising, Question, Reply, Undertaking, OnwardReport, Evidence, Search),
    leading=5,
    settings=(("days_to_report", 30.0),),
)

TITLES: dict[Rung, str] = {
    "raised": phrase_as("rung", "Raised"),
    "answered": phrase_as("rung", "Answered"),
    "undertaking": phrase_as("rung", "Undertaking given"),
    "reported": phrase_as("rung", "Reported upwards"),
    "acted": phrase_as("rung", "Acted on"),
    "changed": phrase_as("rung", "Changed on the ground"),
}
DID: dict[Rung, tuple[str, str]] = {
    "raised": phrases("{count} of {all} was raised", "{count} of {all} were raised"),
    "answered": phrases(
        "{count} of {all} was answered on point", "{count} of {all} were answered on point"
    ),
    "undertaking": phrases(
        "{count} of {all} has an undertaking on it", "{count} of {all} have an undertaking on them"
    ),
    "reported": phrases(
        "{count} of {all} has evidence of reporting upwards",
        "{count} of {all} have evidence of reporting upwards",
    ),
    "acted": phrases("{count} of {all} was acted on", "{count} of {all} were acted on"),
    "changed": phrases(
        "{count} of {all} saw a change on the ground", "{count} of {all} saw a change on the ground"
    ),
}
FACTS_OF: dict[Rung, tuple[type[Value], ...]] = {
    "raised": (Raising,),
    "answered": (Reply, Question),
    "undertaking": (Undertaking,),
    "reported": (OnwardReport,),
}
LIMIT_OF: dict[Rung, type[Value]] = {"reported": Raising, "acted": Undertaking}
"""The facts that set the time limit of a rung."""

CODES: dict[str, Code] = {
    "not_due": "not_applicable",
    "not_looked": "not_looked",
    "no_evidence": "no_evidence",
    "supported": "yes",
    "contradicted": "no",
    "conflicting": "no",
    "reversed": "no",
    "withheld": "withheld",
}


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """One part a rung, in order; `round`: only concerns raised or taken up at that round."""
    found = [c for c in concerns_of(corpus, ask.dialogue, ask.party) if _is_asked(corpus, c, ask)]
    parts = tuple(_rung(corpus, ask, found, rung) for rung in RUNGS)
    return figure(
        MEASURE,
        corpus,
        ask,
        _sentence(corpus, ask, parts),
        counts=(("concerns", float(len(parts[0].items))),),
        parts=parts,
        notes=(say("Rungs are separate claims and are never averaged."),),
    )


def _is_asked(corpus: Corpus, concern: Concern, ask: Ask) -> bool:
    return ask.round is None or bool(
        steps_at(corpus, concern.id, ask.round) & {"raised", "taken_up"}
    )


def _sentence(corpus: Corpus, ask: Ask, parts: Sequence[Figure]) -> str:
    name, other = name_of(corpus, ask.party), other_side(corpus, ask.dialogue, ask.party)
    total = len(parts[0].items)
    if not total:
        return say("0 concerns raised by {party} are in the record.", party=name)
    return says(
        "{count} concern raised by {party} with {other}: {rungs}.",
        "{count} concerns raised by {party} with {other}: {rungs}.",
        total,
        party=name,
        other=other,
        rungs=listing([_short(part) for part in parts]),
    )


def _short(part: Figure) -> str:
    bounds = part.bounds
    if bounds is None or not bounds.n:
        return say("{rung} not due", rung=lowered(part.title))
    most, count = bounds.yes + bounds.unknown, number(bounds.yes)
    if most == bounds.yes:
        return say("{rung} {count}", rung=lowered(part.title), count=count)
    return say(
        "{rung} {count} (up to {most})", rung=lowered(part.title), count=count, most=number(most)
    )


def _rung(corpus: Corpus, ask: Ask, concerns: Sequence[Concern], rung: Rung) -> Figure:
    days = ask.setting("days_to_report", 30.0)
    claims = [(c, claim(corpus, c, rung, days)) for c in concerns]
    read = [_item(corpus, c, rung, found) for c, found in claims]
    items = (*read, *_withheld_concerns(corpus, ask))
    words = Words(
        phrases("{count} concern raised by {party}", "{count} concerns raised by {party}"),
        DID[rung],
        {"party": name_of(corpus, ask.party)},
    )
    grades = [f.grade for (_, f), i in zip(claims, read, strict=True) if i.category == "supported"]
    counts = _counts(items, grades)
    return rate(MEASURE, corpus, ask, items, words, counts=counts, title=say(TITLES[rung]))


def _item(corpus: Corpus, concern: Concern, rung: Rung, found: Claim) -> Item:
    ref, title = any_id("Concern", concern.id), titled(concern.title)
    if _is_withheld(corpus, concern, rung, found):
        return Item(ref, "withheld", title, "withheld")
    words = title
    if found.grade:
        words = say("{what}: {why}", what=title, why=say_as("grade", found.grade))
    conflicting = found.status == "conflicting"
    return Item(ref, CODES[found.status], words, found.status, conflicting=conflicting)


def _is_withheld(corpus: Corpus, concern: Concern, rung: Rung, found: Claim) -> bool:
    """Whether something withheld may change the status.

    Withheld evidence may bear on any rung, either way. Withheld facts speak for their own rung
    only, so they leave a supported claim as it is, and may set the time limit of another.
    """
    nouns: list[type[Value]] = [Evidence]
    if found.status != "supported" or not stands_on_facts(corpus, concern, rung):
        nouns.extend(FACTS_OF.get(rung, ()))
    if found.status == "not_due":
        nouns.append(LIMIT_OF[rung])
    return any(
        w.concern == concern.id
        for noun in nouns
        for w in hidden(corpus, noun, concern.dialogue, concern=concern.id)
    )


def _withheld_concerns(corpus: Corpus, ask: Ask) -> list[Item]:
    found: tuple[Withholding, ...] = hidden(corpus, Concern, ask.dialogue, round=ask.round)
    return [item_of(w, say("a concern")) for w in found if may_be_raised_by(corpus, w, ask.party)]


def _counts(items: Sequence[Item], supported: Sequence[str]) -> tuple[tuple[str, float], ...]:
    found = Counter(item.category for item in items)
    grades = Counter(supported)
    return (
        *((status, float(found[status])) for status in CODES),
        *((grade, float(grades[grade])) for grade in GRADES),
    )
