"""The one place that knows the shape of a noun, for every noun."""

import csv
import dataclasses
import io
import json
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from headway.domain.dates import PartialDate
from headway.domain.errors import BadValue
from headway.domain.nouns import NOUNS
from headway.domain.shape import (
    canonical,
    cells,
    columns,
    file_name,
    from_plain,
    json_schema,
    noun_named,
    references,
    shapes,
    to_plain,
)
from headway.domain.views import LABELS
from headway.domain.wording import Wording

ALL = pytest.mark.parametrize("noun", NOUNS.values(), ids=lambda noun: noun.__name__)
TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=20
)
IDS = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,12}", fullmatch=True)
DATES = st.dates().map(lambda day: PartialDate(day.isoformat())) | st.sampled_from(
    [PartialDate("2002"), PartialDate("2002-11")]
)
KINDS = {
    "text": TEXTS,
    "integer": st.integers(-(10**6), 10**6),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "boolean": st.booleans(),
    "date": DATES,
    "wording": st.dictionaries(
        st.sampled_from(("en", "fr", "zh-Hant")), TEXTS.filter(str.strip), min_size=1
    ).map(Wording),
}


def content(shape):
    """Anything a field may hold."""
    if shape.name == "id":
        return IDS
    if shape.name == "label":
        return st.sampled_from(LABELS)
    one = st.sampled_from(shape.choices) if shape.choices else KINDS[shape.kind]
    if shape.many:
        return st.lists(one, max_size=3).map(tuple)
    return st.none() | one if shape.optional else one


def values(noun):
    """Any value of a noun."""
    return st.builds(noun, **{shape.name: content(shape) for shape in shapes(noun)})


@ALL
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_a_value_comes_back_from_json_and_fits_its_schema(noun, data):
    value = data.draw(values(noun))
    plain = json.loads(canonical(to_plain(value)))
    assert from_plain(noun, json.loads(json.dumps(to_plain(value)))) == value
    assert canonical(plain) == canonical(to_plain(value))
    Draft202012Validator(json_schema(noun)).validate(plain)


@ALL
def test_the_schema_is_one(noun):
    Draft202012Validator.check_schema(json_schema(noun))


@ALL
def test_the_schema_refuses_what_the_reader_refuses(noun):
    validator = Draft202012Validator(json_schema(noun))
    assert not validator.is_valid({})
    assert not validator.is_valid({"id": "x", "colour": "red"})
    with pytest.raises(BadValue, match="needs the field"):
        from_plain(noun, {})
    with pytest.raises(BadValue, match="has no field 'colour'"):
        from_plain(noun, {"id": "x", "colour": "red"})


@ALL
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_reader_and_schema_agree_on_values_of_the_wrong_kind(noun, data):
    plain = to_plain(data.draw(values(noun)))
    shape = data.draw(st.sampled_from([s for s in shapes(noun) if s.name in plain]))
    plain[shape.name] = data.draw(st.sampled_from([{"x": 1}, [[]], 0.5, True]))
    fits = Draft202012Validator(json_schema(noun)).is_valid(plain)
    try:
        from_plain(noun, plain)
    except BadValue as error:
        assert shape.name in str(error)
        assert not fits
    else:
        assert fits


@ALL
@given(data=st.data())
@settings(max_examples=10, deadline=None)
def test_a_row_of_csv_has_a_cell_a_column(noun, data):
    value = data.draw(values(noun))
    out = io.StringIO(newline="")
    csv.writer(out).writerow(cells(value))
    (row,) = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert len(row) == len(columns(noun)) == len(fields(noun))
    assert dict(zip(columns(noun), row, strict=True))["id"] == value.id


@ALL
def test_a_value_is_frozen_and_its_common_fields_come_first(noun):
    names = [shape.name for shape in shapes(noun)]
    assert names[0] == "id" and "label" in names[:3]
    assert names == [field.name for field in fields(noun)]
    value = from_plain(noun, minimal(noun))
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.id = "other"


def minimal(noun):
    """Only what a noun needs."""
    filled = {"text": "x", "integer": 1, "number": 1.0, "date": "2001", "wording": {"en": "x"}}
    return {
        s.name: [] if s.many else (s.choices[0] if s.choices else filled[s.kind])
        for s in shapes(noun)
        if s.required
    }


@ALL
def test_only_what_differs_from_the_default_is_written(noun):
    assert set(to_plain(from_plain(noun, minimal(noun)))) == set(minimal(noun))


@ALL
def test_what_a_field_names_is_a_noun(noun):
    for shape in references(noun):
        assert shape.refers_to == "*" or shape.refers_to in NOUNS


def test_every_noun_has_a_file_of_its_own_and_a_docstring():
    names = [file_name(noun) for noun in NOUNS.values()]
    assert len(set(names)) == len(names)
    assert {"parties.jsonl", "individual_cases.jsonl", "searches.jsonl"} <= set(names)
    for noun in NOUNS.values():
        assert (noun.__doc__ or "").strip().endswith((".", ")"))


def test_an_unknown_noun_is_refused_by_name():
    assert noun_named("Round") is NOUNS["Round"]
    with pytest.raises(BadValue, match="there is no noun 'Session'"):
        noun_named("Session")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"number": "3"}, "'number'.*whole number"),
        ({"number": True}, "'number'.*whole number"),
        ({"hours": "two"}, "'hours'.*not a number"),
        ({"began_on": 2002}, "'began_on'.*write it as text"),
        ({"began_on": "2002-13"}, "'began_on'.*not a date"),
        ({"city": "Bern"}, "'city'.*one text per language"),
        ({"city": {"en": 3}}, "'city'.*one text per language"),
        ({"sources": "s1"}, "'sources'.*is a list"),
        ({"label": "secret"}, "'label'.*not a label"),
        ({"id": "a b"}, "'id'.*no id"),
        ({"id": "x" * 121}, "'id'.*no id"),
        ({"comment": "a\x00b"}, "'comment'.*cannot be stored"),
        ({"comment": "\ud800"}, "'comment'.*cannot be stored"),
    ],
)
def test_a_field_that_is_not_understood_is_named_with_how_to_mend_it(change, told):
    good = {"id": "r1", "dialogue": "d", "began_on": "2002"}
    with pytest.raises(BadValue, match=told):
        from_plain(NOUNS["Round"], good | change)


def test_canonical_json_has_one_form_and_no_nan():
    assert canonical({"b": 1, "a": "权"}) == '{"a":"权","b":1}'.encode()
    with pytest.raises(ValueError, match="JSON"):
        canonical({"a": float("nan")})
