"""How often had the delegates been there before?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, public, values_of
from tests.measures.worlds import build

THREE = SIDES + "Round r3 dialogue=d number=3 began_on=2003-05-10\n"
PEOPLE = "\n".join(f"Person p{n} name=P{n} party=a" for n in range(1, 8)) + "\n"


def delegates(round, people, complete="yes"):
    lines = [f"Delegate {round}x{n} round={round} party=a person=p{n}" for n in people]
    lines.append(f"Attendance t{round} round={round} party=a list_complete={complete}")
    return "\n".join(lines) + "\n"


DRAWN = (
    Drawn(
        "complete lists of three rounds",
        PEOPLE
        + delegates("r1", (1, 2))
        + delegates("r2", (1, 3))
        + delegates("r3", (1, 2, 4, 5, 6)),
        party="a",
        sides=THREE,
        sentence="3 of 5 delegates of Ardenia at round 3 had been at no earlier round (60 %). "
        "The middle one of those named had been at 0 earlier rounds.",
        bounds=(0.6, 0.6),
        counts={"delegates": 5, "first_time": 3, "been_before": 2, "median_least": 0},
        parts={
            "Round 2": "1 of 2 delegates of Ardenia at round 2 had been at no earlier round. "
            "The middle one of those named had been at 0.5 earlier rounds."
        },
    ),
    Drawn(
        "a list known to be incomplete",
        PEOPLE + delegates("r1", (1,), "no") + delegates("r2", (1, 2, 3, 4, 5)),
        party="a",
        sentence="0 of 5 delegates of Ardenia at round 2 had been at no earlier round; 4 are "
        "unknown, so between 0 % and 80 %. The middle one of those named had been at 0 to 1 "
        "earlier round.",
        bounds=(0.0, 0.8),
    ),
    Drawn(
        "the other side, of whom nobody is listed",
        PEOPLE + delegates("r1", (1, 2)),
        party="b",
        sentence="0 delegates of Belmark at round 2 are in the record.",
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("experience", drawn)


def figure(corpus):
    return measure("experience", corpus, Ask("d", "a"))


def test_bounds_equal_all_completions():
    fixed = values_of(
        THREE + PEOPLE + delegates("r1", (1,)) + delegates("r2", (2,)) + delegates("r3", (1, 3, 4))
    )
    lines = [
        f"Delegate {name} round={round} party=a person={person} present="
        for name, round, person in (
            ("y1", "r1", "p3"),
            ("y2", "r2", "p3"),
            ("y3", "r3", "p2"),
            ("y4", "r3", "p5"),
        )
    ]
    unknown = values_of("\n".join(f"{line}not_looked" for line in lines))
    choices = [[values_of(line + code) for code in ("yes", "no")] for line in lines]
    check_corpus_bounds(figure, build, fixed, unknown, choices)


def test_a_withheld_delegate_of_an_earlier_round_loosens():
    table = SIDES + PEOPLE + delegates("r1", (1,)) + delegates("r2", (1, 2, 3))
    kept = "Withholding w item=Delegate/x noun=Delegate dialogue=d round=r1"
    bounds = figure(corpus_of(table + kept)).bounds
    assert (bounds.low, bounds.high) == (pytest.approx(1 / 3), pytest.approx(2 / 3))


def test_heads_apart():
    table = SIDES + PEOPLE + "Delegate h round=r2 party=a person=p1 role=head\n"
    part = figure(corpus_of(table)).parts[0]
    assert part.title == "Round 2"
    assert [(p.title, p.sentence) for p in part.parts] == [
        ("Heads", "0 of 1 head of Ardenia had been at no earlier round; 1 is unknown.")
    ]


def test_outside_a_size_in_steps_and_the_median():
    table = PEOPLE + delegates("r1", (1, 2)) + delegates("r2", (1, 2, 3, 4, 5))
    told = figure(corpus_of(public(SIDES + table), view="public"))
    assert told.sentence == (
        "5 to 9 delegates of Ardenia at round 2. "
        "The middle one of those named had been at 0 earlier rounds."
    )
    assert (told.items, told.counts, told.bounds) == ((), (), None)


# -- rounds that are not on record: tests/truth/gaps-by-hand.md ---------------------------------


def test_nobody_is_known_to_be_new_where_an_earlier_round_is_not_on_record():
    later = SIDES.replace("number=1", "number=3").replace("number=2", "number=5")
    people = PEOPLE + delegates("r1", (1,)) + delegates("r2", (1, 2))
    found = figure(corpus_of(later + people))
    assert [item.code for item in found.items] == ["no", "not_looked"]
    counts = dict(found.counts)
    assert (counts["median_least"], counts["median_most"]) == (0.5, 3.5)
    assert found.notes[-1] == "By their numbers 3 earlier rounds are not on record."


def test_a_number_that_cannot_be_takes_no_time():
    later = SIDES.replace("number=2", "number=2000000000")
    found = figure(corpus_of(later + PEOPLE + delegates("r1", (1,)) + delegates("r2", (2,))))
    assert [item.code for item in found.items] == ["not_looked"]
