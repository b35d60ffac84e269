"""What became of promises?

Formula: the distribution of a party's undertakings over complete, substantial, limited, not
started, reversed, already done when agreed and no evidence, each by the latest Progress as of the
day. Where the latest words of two source classes lie half a step or more apart on the scale done
1, partly 0.5, not done 0, the undertaking is contested and reported apart. Overdue: past its
deadline and not complete / past its deadline, as a rate with bounds, those reversed and contested
among them; the sentence names the day deadlines are held against, the last one on record where none
was asked for.

Unknown: nobody has said anything yet (`not_looked`), `no_evidence`, contested where one class says
complete, withheld. Source: the completion codes of the OGP's Independent Reporting Mechanism; the
half steps of UPR Info's implementation index.

When not to use it: it does not weigh large promises against small ones; a mean of these codes
would hide what matters, so there is none.
"""

from collections import Counter
from collections.abc import Sequence

from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.undertakings import Progress, Undertaking
from headway.domain.values import Code
from headway.measures.about import Measure
from headway.measures.figure import Ask, Bounds, Figure, Item, bounds_of
from headway.measures.hidden import hidden, item_of, may_be_about
from headway.measures.rates import figure, rate
from headway.measures.sentences import Words
from headway.measures.threads import has_come, name_of, titled, today
from headway.phrases import day_words, listing, phrase, phrases, say, say_as, says

MEASURE = Measure(
    name="undertakings",
    version="2",
    kind="distribution",
    title=phrase("What became of undertakings"),
    question=phrase("What became of promises?"),
    formula=phrase(
        "undertakings by the status of their latest progress; contested and overdue apart"
    ),
    source=phrase(
        "completion codes of the OGP's Independent Reporting Mechanism; UPR Info's half steps"
    ),
    not_when=phrase("to compare parties that promised very different things; nothing is averaged"),
    both_sides=phrase("What each party undertook, to whomever, on the same seven codes."),
    rests_on=(Undertaking, Progress),
    leading=3,
    settings=(("contested_from", 0.5),),
)

STATUSES = {
    "complete": phrases("{count} complete", "{count} complete"),
    "substantial": phrases("{count} substantially done", "{count} substantially done"),
    "limited": phrases("{count} done to a limited extent", "{count} done to a limited extent"),
    "not_started": phrases("{count} not started", "{count} not started"),
    "reversed": phrases("{count} reversed", "{count} reversed"),
    "already_done_when_agreed": phrases(
        "{count} already done when agreed", "{count} already done when agreed"
    ),
    "no_evidence": phrases("{count} without evidence", "{count} without evidence"),
    "contested": phrases("{count} contested between sources", "{count} contested between sources"),
    "not_looked": phrases("{count} not looked into", "{count} not looked into"),
    "withheld": phrases("{count} withheld", "{count} withheld"),
}
STEPS = {
    "complete": 1.0,
    "already_done_when_agreed": 1.0,
    "substantial": 0.5,
    "limited": 0.5,
    "not_started": 0.0,
    "reversed": 0.0,
}
DONE = frozenset({"complete", "already_done_when_agreed"})
SILENT = frozenset({"no_evidence"})


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The distribution; its part is the rate overdue. `round`: only those given at that round."""
    found = [u for u in _given(corpus, ask) if ask.round in (None, u.round)]
    read = [_item(corpus, ask, undertaking) for undertaking in found]
    items = (*read, *_withheld(corpus, ask))
    counts = Counter(item.category for item in items)
    return figure(
        MEASURE,
        corpus,
        ask,
        _sentence(name_of(corpus, ask.party), counts, _overdue(corpus, ask, found, items)),
        counts=(
            ("undertakings", float(len(items))),
            *((status, float(counts[status])) for status in STATUSES),
        ),
        items=items,
        parts=(_overdue(corpus, ask, found, items),),
        notes=_notes(corpus, ask),
    )


def _given(corpus: Corpus, ask: Ask) -> list[Undertaking]:
    found = corpus.having(Undertaking, "dialogue", ask.dialogue)
    return [u for u in found if u.by == ask.party and has_come(u.given_on, corpus)]


def _sentence(name: str, counts: Counter[str], overdue: Figure) -> str:
    total = sum(counts.values())
    if not total:
        return say("0 undertakings by {party} are in the record.", party=name)
    main = says(
        "{count} undertaking by {party}: {statuses}.",
        "{count} undertakings by {party}: {statuses}.",
        total,
        party=name,
        statuses=listing([says(*told, counts[s]) for s, told in STATUSES.items() if counts[s]]),
    )
    if not overdue.items:
        return main
    return say("{first} {second}", first=main, second=overdue.sentence)


# -- the status of one -------------------------------------------------------------------------


def latest_by_class(corpus: Corpus, undertaking: str) -> dict[str, Progress]:
    """The latest progress of each source class, in order of their days."""
    found = (p for p in corpus.having(Progress, "undertaking", undertaking))
    known = sorted((p for p in found if has_come(p.on, corpus)), key=lambda p: (p.on, p.id))
    latest = {p.said_by: p for p in known}
    return dict(sorted(latest.items(), key=lambda pair: (pair[1].on, pair[1].id)))


def is_contested(latest: Sequence[Progress], contested_from: float) -> bool:
    """Whether source classes lie that far apart; one that found no evidence says nothing."""
    steps = [STEPS[p.status] for p in latest if p.status not in SILENT]
    return bool(steps) and max(steps) - min(steps) >= contested_from


def _item(corpus: Corpus, ask: Ask, undertaking: Undertaking) -> Item:
    ref, title = any_id("Undertaking", undertaking.id), titled(undertaking.summary)
    latest = list(latest_by_class(corpus, undertaking.id).values())
    if not latest:
        return Item(ref, "not_looked", title, "not_looked")
    if is_contested(latest, ask.setting("contested_from", 0.5)):
        said = listing(
            [
                say(
                    "{what} ({why})",
                    what=say_as("progress", p.status.replace("_", " ")),
                    why=say_as("plain", p.said_by.replace("_", " ")),
                )
                for p in latest
            ]
        )
        words = say("{what}: {why}", what=title, why=said)
        return Item(ref, _code(latest[-1].status), words, "contested", conflicting=True)
    status = latest[-1].status
    return Item(ref, _code(status), title, status)


def _code(status: str) -> Code:
    if status in SILENT:
        return "no_evidence"
    return "yes" if status in DONE else "no"


# -- overdue -----------------------------------------------------------------------------------


def _overdue(
    corpus: Corpus, ask: Ask, found: Sequence[Undertaking], items: Sequence[Item]
) -> Figure:
    late = [_late(corpus, u, i) for u, i in zip(found, items, strict=False) if _is_past(corpus, u)]
    hidden_ones = [
        item_of(w, say("an undertaking"))
        for w in hidden(corpus, Undertaking, ask.dialogue)
        if may_be_about(corpus, w, ask.party)
    ]
    counted = (*late, *(hidden_ones if ask.round is None else ()))
    now = today(corpus)
    words = Words(
        PAST_ON if now else PAST,
        phrases("{count} of {all} is not complete", "{count} of {all} are not complete"),
        {"party": name_of(corpus, ask.party), "day": day_words(now.isoformat()) if now else ""},
    )
    return rate(
        MEASURE,
        corpus,
        ask,
        counted,
        words,
        bounds=_loosened(corpus, ask, bounds_of(counted)),
        counts=(
            ("past_deadline", float(len(counted))),
            ("overdue", float(sum(1 for i in late if i.code == "yes" and not i.conflicting))),
        ),
        title=say("Overdue"),
    )


PAST_ON = phrases(
    "{count} undertaking of {party} past its deadline on {day}",
    "{count} undertakings of {party} past their deadline on {day}",
)
PAST = phrases(
    "{count} undertaking of {party} past its deadline",
    "{count} undertakings of {party} past their deadline",
)
"""For a record without any day."""


def _is_past(corpus: Corpus, undertaking: Undertaking) -> bool:
    now = today(corpus)
    return undertaking.due_on is not None and now is not None and undertaking.due_on.latest < now


def _late(corpus: Corpus, undertaking: Undertaking, item: Item) -> Item:
    """Overdue is yes where nobody says complete, no where it is, else unknown."""
    latest = latest_by_class(corpus, undertaking.id).values()
    said = {p.status in DONE for p in latest if p.status not in SILENT}
    if item.category == "contested":
        return Item(item.ref, "yes", item.words, "contested", conflicting=True in said)
    if item.code in ("yes", "no"):
        code: Code = "no" if item.code == "yes" else "yes"
        return Item(item.ref, code, item.words, item.category)
    return Item(item.ref, item.code, item.words, item.category)


# -- what is withheld --------------------------------------------------------------------------


def _withheld(corpus: Corpus, ask: Ask) -> list[Item]:
    found = hidden(corpus, Undertaking, ask.dialogue, round=ask.round)
    return [item_of(w, say("an undertaking")) for w in found if may_be_about(corpus, w, ask.party)]


def _withheld_progress(corpus: Corpus, ask: Ask) -> int:
    found = hidden(corpus, Progress, ask.dialogue)
    return sum(1 for w in found if may_be_about(corpus, w, ask.party))


def _loosened(corpus: Corpus, ask: Ask, bounds: Bounds) -> Bounds:
    """Withheld progress may be the latest word on any one of them."""
    count = _withheld_progress(corpus, ask)
    return bounds.loosened(yes=count, no=count)


def _notes(corpus: Corpus, ask: Ask) -> tuple[str, ...]:
    count = _withheld_progress(corpus, ask)
    if not count:
        return ()
    return (
        says(
            "{count} report of progress is withheld; statuses may be otherwise.",
            "{count} reports of progress are withheld; statuses may be otherwise.",
            count,
        ),
    )
