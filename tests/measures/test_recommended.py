"""Recommendations counted: who asks what of whom, and what was asked again.

r   by            to      theme               made     answered   words
1   Chad          Norway  Justice             2009-05  supported  a
2   Peru          Norway  Justice             2009-05  supported  a
3   Peru          Norway  Justice, Detention  2009-05  noted      b
4   Peru          Fiji    Justice             2009-05  noted      b
5   Peru          Norway  Justice             2014-04  noted      c
6   Chad; Peru    Fiji    Justice             2009-05  supported  d
7   Mali          Fiji    Justice             2009-05  noted      d
8   Peru          Norway  Detention           2009-05  noted      b
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.domain.corpus import Corpus
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput
from headway.domain.parties import Party
from headway.domain.undertakings import Position, Recommendation, RecommendationAnswer
from headway.domain.wording import Wording
from headway.measures.recommended import again, asked_of, narrowed, table
from tests.measures.recommended_checks import EXAMPLE, asked, check_again, check_table

STATES = st.sampled_from(["Chad", "Peru", "Mali"])
MANY = st.lists(
    st.builds(
        lambda by, to, theme, made_on, position, words: (by, to, theme, made_on, position, words),
        STATES,
        STATES,
        st.sampled_from(["Justice", "Detention", "Justice, Detention"]),
        st.sampled_from(["2009-05", "2014-04"]),
        st.sampled_from(["noted", "supported"]),
        st.sampled_from("abc"),
    ),
    max_size=12,
).map(
    lambda rows: [
        asked(n, by, to, theme, made_on=made_on, position=position, words=words)
        for n, (by, to, theme, made_on, position, words) in enumerate(rows)
    ]
)


def test_the_table_by_hand():
    rows = {row.told: (row.count, dict(row.positions)) for row in table(EXAMPLE, ["by", "theme"])}
    assert rows == {
        ("Peru", "Justice"): (5, {"supported": 2, "noted": 3}),
        ("Peru", "Detention"): (2, {"noted": 2}),
        ("Chad", "Justice"): (2, {"supported": 2}),
        ("Mali", "Justice"): (1, {"noted": 1}),
    }


def test_what_was_asked_again_by_hand():
    found = again(EXAMPLE)
    assert [one.ids for one in found.same_state] == [("r01", "r02"), ("r06", "r07")]
    assert [one.ids for one in found.two_answers] == [("r06", "r07")]
    assert [one.ids for one in found.carried_on] == [("r03", "r04", "r08")]
    assert found.reviews == {1: 1, 2: 1}
    assert found.later_themes == (1, 2)


@settings(max_examples=80, deadline=None)
@given(MANY)
def test_counts_are_those_of_the_plain_way(many):
    check_table(table, many)
    check_again(again, many)


def test_narrowed():
    assert len(narrowed(EXAMPLE, {"by": "peru", "theme": "DETENTION"})) == 2
    assert len(narrowed(EXAMPLE, {"by": ""})) == len(EXAMPLE)


def test_no_such_column():
    with pytest.raises(BadInput, match="no column 'colour'"):
        table(EXAMPLE, ["colour"])


def test_a_position_beats_an_answer_and_none_is_none_on_file():
    def told(number, **cells):
        return Recommendation(
            id=f"r{number}", by="Chad", to="n", summary=Wording({"en": "Build!"}), **cells
        )

    values = {
        "Party": {"n": Party(id="n", name=Wording({"en": "Norway"}))},
        "Recommendation": {f"r{n}": told(n, theme="Justice,Detention") for n in (1, 2, 3)},
        "Position": {
            "p": Position(id="p", party="n", on_what="Recommendation/r1", position="noted")
        },
        "RecommendationAnswer": {
            f"a{n}": RecommendationAnswer(id=f"a{n}", recommendation=f"r{n}", answer="partly")
            for n in (1, 2)
        },
    }
    found = asked_of(Corpus(values=values))
    assert [one.position for one in found] == ["noted", "partly_supported", "none_on_file"]
    assert {one.to for one in found} == {"Norway"} and len({one.words for one in found}) == 1
    assert found[0].theme == ("Justice", "Detention") and found[0].made_on == "not given"


# -- what is not given is no date, no State and no later time ----------------------------------


def test_a_date_that_is_not_given_is_not_a_later_one():
    found = again(
        (asked(1, "Chad", "Norway"), asked(2, "Peru", "Norway", made_on="not given", words="x"))
    )
    assert found.later_themes == (0, 0)
    assert found.reviews == {1: 1}


def test_a_month_is_not_later_than_its_year():
    dates = ("2009", "2009-05", "2010")
    many = [asked(n, "Chad", "Norway", made_on=day) for n, day in enumerate(dates)]
    assert again(many[:2]).later_themes == (0, 0)
    assert again(many).later_themes == (1, 1)


def test_who_is_not_named_asked_nobody_again():
    unnamed = [asked(n, "not given", to, words="a") for n, to in enumerate(("Fiji", "Norway"))]
    assert again(unnamed).carried_on == ()
    undated = [
        asked(n, by, "Fiji", made_on="not given", words="a")
        for n, by in enumerate(("Chad", "Peru"))
    ]
    assert again(undated).same_state == ()


def test_the_latest_position_stands():
    def position(number, held, day):
        return Position(
            id=number,
            party="n",
            on_what="Recommendation/r1",
            position=held,
            stated_on=PartialDate(day) if day else None,
        )

    values = {
        "Recommendation": {
            "r1": Recommendation(id="r1", by="Chad", summary=Wording({"en": "Build!"}))
        },
        "Position": {
            p.id: p
            for p in (
                position("a", "supported", "2010-03"),
                position("b", "noted", "2009-11"),
                position("c", "none", None),
            )
        },
    }
    assert [one.position for one in asked_of(Corpus(values=values))] == ["supported"]
