"""Translations of the invented example: what was written down by hand, and what is found."""

import json
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from headway.bundle import read
from headway.domain.statements import Rendering
from headway.domain.views import Viewer
from headway.measures import Ask, measure

REPOSITORY = Path(__file__).resolve().parents[2]
TRUTH = json.loads((REPOSITORY / "tests/truth/invented-figures.json").read_text("utf-8"))
PLACES = json.loads((REPOSITORY / "tests/truth/invented-omissions.json").read_text("utf-8"))
RENDERINGS = [name for name in PLACES if name != "about"]
SIDES = ("estravane", "yuanlan")
NOT_FOUND = {("r3-readout-y-en", "两轮")}
"""Another thing in the paragraph is said with the same number: `the second` did not take place."""


@cache
def bundle():
    return read(REPOSITORY / "headway/examples/invented")


@cache
def corpus(view="desk", as_of=TRUTH["as_of"]):
    return bundle().corpus(Viewer(view), date.fromisoformat(as_of))


def figure(name, party, **how):
    return measure(name, corpus(**how), Ask("estravane-yuanlan", party))


def counts(figure):
    codes = [item.code for item in figure.items]
    yes, no = codes.count("yes"), codes.count("no")
    return {"n": len(codes), "k": yes, "m": no, "u": len(codes) - yes - no}


# -- translation_quality -----------------------------------------------------------------------


@pytest.mark.parametrize("party", SIDES)
def test_how_people_found_the_translations(party):
    expected = TRUTH["translation_quality"][party]
    found = figure("translation_quality", party)
    assert counts(found) == {key: expected[key] for key in ("n", "k", "m", "u")}
    told = dict(found.counts)
    for verdict in ("fit", "corrected", "not_usable", "not_reviewed"):
        assert told[verdict] == expected[verdict]
    unknown = {i.ref for i in found.items if i.category == "not_known_to_exist"}
    assert unknown == {f"Rendering/{one}" for one in expected["not_known_to_exist"]}
    assert found.bounds.low == pytest.approx(Fraction(expected["low"]))
    assert found.bounds.high == pytest.approx(Fraction(expected["high"]))


@pytest.mark.parametrize("party", SIDES)
@pytest.mark.parametrize(
    ("key", "how"),
    [("as_of_2014-12-31", {"as_of": "2014-12-31"}), ("view_public", {"view": "public"})],
)
def test_how_people_found_them_otherwise(party, key, how):
    expected = TRUTH["translation_quality"][key][party]
    found = figure("translation_quality", party, **how)
    assert counts(found) == {name: expected[name] for name in ("n", "k", "m", "u")}
    told = dict(found.counts)
    assert {k: told[k] for k in expected if k in told} == {
        k: v for k, v in expected.items() if k in told
    }


# -- translation_omissions ---------------------------------------------------------------------


def places_of(rendering):
    """The places found in a translation: kind, words of the source, span."""
    kept = corpus().one(Rendering, rendering)
    party = "yuanlan" if "-y-" in rendering else "estravane"
    items = figure("translation_omissions", party).items
    source = corpus().one(Rendering, PLACES[rendering]["source_rendering"])
    text = corpus().text(source.text)
    return text, [
        (item.category, *map(int, item.span.split("-")))
        for item in items
        if item.ref == f"Rendering/{kept.id}" and item.code == "no"
    ]


def paragraph_of(text, begin):
    return len([line for line in text[:begin].split("\n") if line.strip()]) or 1


def fits(text, found, place):
    kind, begin, end = found
    stands = text.find(place["source"])
    spans = [(b, b + len(place["source"])) for b in range(stands, len(text))
             if text.startswith(place["source"], b)]  # fmt: skip
    return kind == place["kind"] and any(begin < e and b < end for b, e in spans)


@pytest.mark.parametrize("rendering", RENDERINGS)
def test_what_was_left_out_is_listed_and_nothing_else(rendering):
    text, found = places_of(rendering)
    absent = PLACES[rendering]["absent"]
    missed = {
        (rendering, place["source"])
        for place in absent
        if not any(fits(text, one, place) for one in found)
    }
    assert missed == {one for one in NOT_FOUND if one[0] == rendering}
    assert [one for one in found if not any(fits(text, one, p) for p in absent)] == []
    assert len(found) == len(absent) - len(missed)


@pytest.mark.parametrize("rendering", RENDERINGS)
def test_the_places_stand_in_the_paragraphs_told(rendering):
    text, found = places_of(rendering)
    told = sorted(paragraph_of(text, begin + 1) for _, begin, _ in found)
    expected = [p["paragraph"] for p in PLACES[rendering]["absent"]]
    for _, lost in (one for one in NOT_FOUND if one[0] == rendering):
        expected.remove(
            next(p["paragraph"] for p in PLACES[rendering]["absent"] if p["source"] == lost)
        )
    assert told == sorted(expected)


@pytest.mark.parametrize("party", SIDES)
def test_what_was_looked_through(party):
    expected = TRUTH["translation_omissions"][party]
    found = figure("translation_omissions", party)
    looked = {i.ref for i in found.items if i.category == "looked_through"}
    assert looked == {f"Rendering/{one}" for one in expected["looked_through"]}
    told = dict(found.counts)
    assert told["not_looked_through"] == expected["not_looked_through"]
    missed = sum(1 for one, _ in NOT_FOUND if ("-y-" in one) == (party == "yuanlan"))
    assert told["absent"] == sum(expected["absent"].values()) - missed
    assert told["absent_names"] == expected["absent"].get("name", 0)


def test_the_dropped_number_of_the_first_truth_file():
    dropped = TRUTH["translation_coverage"]["dropped_number"]
    text, found = places_of("r6-placement-y-en-tr")
    assert "二百七十一" in [text[b:e] for _, b, e in found]
    assert dropped["source_has"].startswith("二百七十一人")
