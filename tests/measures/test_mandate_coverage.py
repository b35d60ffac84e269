"""Did a body that owns the policy take part?"""

import pytest

from headway.measures import Ask, measure
from tests.measures.completions import check_corpus_bounds
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, values_of
from tests.measures.worlds import build

HEAD = """
Concern c1 raised_by=a about=b title=Lawyers
Concern c2 raised_by=a about=b title=Prisons
Body mfa party=b name="Foreign Ministry"
Body moj party=b name="Ministry of Justice"
Body pb party=b name="Prison Board"
Mandate m1 body=moj concern=c1 relation=owns
Mandate m2 body=pb concern=c2 relation=owns
Mandate m3 body=mfa concern=c2 relation=speaks_for
Person p1 body=mfa
Person p2 body=moj
AgendaItem i1 round=r1 order=1 concerns=c1 title=Lawyers
AgendaItem i2 round=r1 order=2 concerns=c2 title=Prisons
"""
ROOM = """
Delegate d1 round=r1 party=b person=p1 role=head
Delegate d2 round=r1 party=b person=p2
Attendance t round=r1 party=b list_complete=yes
"""

DRAWN = (
    Drawn(
        "one owner came, one did not, one item was refused, one is tied to no concern",
        HEAD
        + ROOM
        + """
AgendaItem i3 round=r1 order=3 concerns=c2 agreed=no title=Refused
AgendaItem i4 round=r1 order=4 title=Opening
""",
        party="b",
        sentence="1 of 2 agenda items had a body of Belmark that owns the policy in the room.",
        bounds=(0.5, 0.5),
        counts={"agenda_items": 2, "owner_present": 1, "no_owner_present": 1},
        parts={
            "Strict": "1 of 2 owners named by item was in the room for Belmark.",
            "The leading body": "0 of 2 agenda items were owned by the body that led the "
            "delegation of Belmark.",
            "Round 1": "1 of 2 agenda items had a body of Belmark that owns the policy in the "
            "room.",
        },
    ),
    Drawn(
        "a disputed owner, an item without an owner, a list not known to be complete",
        HEAD
        + """
Concern c3 raised_by=a about=b title=Press
Concern c4 raised_by=a about=b title=Courts
Concern c5 raised_by=a about=b title=Schools
Mandate m4 body=mfa concern=c3 relation=owns disputed=true disputed_by="an academic"
Mandate m5 body=moj concern=c5 relation=owns
AgendaItem i3 round=r1 order=3 concerns=c3 title=Press
AgendaItem i4 round=r1 order=4 concerns=c4 title=Courts
AgendaItem i5 round=r1 order=5 concerns=c5 title=Schools
Delegate d1 round=r1 party=b person=p1 role=head
Delegate d2 round=r1 party=b person=p2
""",
        party="b",
        sentence=(
            "2 of 5 agenda items had a body of Belmark that owns the policy in the room; "
            "2 are unknown and 1 is disputed, so between 40 % and 100 %."
        ),
        bounds=(0.4, 1.0),
        counts={"no_owner_named": 1},
    ),
    Drawn(
        "a mandate that began after the round",
        HEAD.replace("concern=c1 relation", "concern=c1 since=2001-06 relation") + ROOM,
        party="b",
        sentence=(
            "0 of 2 agenda items had a body of Belmark that owns the policy in the room; "
            "1 is unknown."
        ),
        bounds=(0.0, 0.5),
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("mandate_coverage", drawn)


def figure(corpus):
    return measure("mandate_coverage", corpus, Ask("d", "b"))


FIXED = (
    HEAD.replace("Mandate m2", "Mandate m2x")
    + """
Concern c3 raised_by=a about=b
AgendaItem i3 round=r1 order=3 concerns=c3
Delegate d1 round=r1 party=b person=p1 role=head
Attendance t round=r1 party=b list_complete=yes
"""
)


def test_bounds_equal_all_completions_of_presence_and_register():
    unknown = values_of("Delegate d2 round=r1 party=b person=p2 present=not_looked")
    present = [
        values_of(f"Delegate d2 round=r1 party=b person=p2 present={c}") for c in ("yes", "no")
    ]
    owner = [
        values_of(f"Mandate n body={body} concern=c3 relation=owns")
        for body in ("mfa", "pb", "moj")
    ]
    check_corpus_bounds(figure, build, values_of(SIDES + FIXED), unknown, [present, owner])


def test_bounds_equal_all_completions_of_a_disputed_owner():
    fixed = values_of(SIDES + FIXED + "Mandate n0 body=pb concern=c3 relation=owns")
    unknown = values_of(
        """
Delegate d2 round=r1 party=b person=p2
Mandate n1 body=moj concern=c3 relation=owns disputed=true
"""
    )
    delegate = values_of("Delegate d2 round=r1 party=b person=p2")
    choices = [[delegate], [[], values_of("Mandate n1 body=moj concern=c3 relation=owns")]]
    check_corpus_bounds(figure, build, fixed, unknown, choices)
    check_corpus_bounds(strict, build, fixed, unknown, choices)


def strict(corpus):
    return figure(corpus).parts[0]


def test_bounds_equal_all_completions_of_what_is_withheld():
    fixed = values_of(SIDES + FIXED + "Mandate n0 body=mfa concern=c3 relation=owns")
    unknown = values_of(
        """
Withholding w1 item=Mandate/x noun=Mandate concern=c2
Withholding w2 item=Delegate/y noun=Delegate round=r2
"""
    )
    mandate = [values_of(f"Mandate x body={b} concern=c2 relation=owns") for b in ("mfa", "moj")]
    check_corpus_bounds(figure, build, fixed, unknown, [mandate])
    check_corpus_bounds(strict, build, fixed, unknown, [mandate])


def test_the_leading_body_may_be_an_owner():
    corpus = corpus_of(SIDES + HEAD + ROOM + "Mandate m9 body=mfa concern=c1 relation=owns")
    leading = figure(corpus).parts[1]
    assert leading.sentence.startswith("1 of 2 agenda items was owned by the body that led")
