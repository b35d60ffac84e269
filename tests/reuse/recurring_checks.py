"""What every way of finding recurring sentences must give, whoever wrote it."""

from datetime import date, timedelta

from headway.domain.dates import PartialDate
from headway.reuse import Delivery

STOCK = "The prisons of Aland are open to nobody but the Board of Visitors."
NOTICE = "We have seen the report."
OTHER = "A committee will look at the matter of the ferries in spring."


def texts_said(plan):
    """Deliveries and texts from (side, day number, words); two texts of one day are two texts."""
    deliveries, texts = [], {}
    for number, (side, day, words) in enumerate(plan):
        texts[f"t{number}"] = words
        deliveries.append(
            Delivery(
                id=f"r{number}",
                text=f"t{number}",
                language="en",
                side=side,
                statement=f"s{number}",
                delivered_on=PartialDate(str(date(2021, 1, 1) + timedelta(days=day))),
            )
        )
    return deliveries, texts


def plainly(plan, days):
    """The same found in the plainest way: side and words to the days they were said on."""
    held = {}
    for side, day, words in plan:
        for sentence in words.split(". "):
            key = (side, sentence.rstrip(".").casefold())
            held.setdefault(key, []).append(day)
    return {key: sorted(said) for key, said in held.items() if len(set(said)) >= days}


def check_recurring(find, plan, days=3):
    """Exactly the sentences that the plain way finds, with all their days."""
    found = find(*texts_said(plan), days)
    begin = date(2021, 1, 1)
    _, texts = texts_said(plan)
    told = {}
    for one in found.found:
        first = one.first
        words = texts["t" + first.rendering[1:]][first.begin : first.end]
        said = sorted((place.delivered_on.earliest - begin).days for place in one.said)
        told[one.side, words.rstrip(".").casefold()] = said
        assert one.days == len(set(said))
    assert told == plainly(plan, days)


EXAMPLE = (
    ("aland", 0, f"{NOTICE} {STOCK}"),
    ("aland", 0, STOCK),
    ("aland", 4, f"{OTHER} {STOCK}"),
    ("bland", 4, STOCK),
    ("aland", 9, f"{STOCK} {NOTICE}"),
    ("bland", 11, OTHER),
    ("aland", 12, f"{NOTICE} {OTHER}"),
)
