"""Load: all or nothing, twice writes nothing, complaints name file, line and field."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings

from headway.bundle.lines import Known
from headway.domain.assessments import Flag, Release
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, NotPermitted
from headway.domain.parties import Dialogue, Party
from headway.domain.rounds import Round
from headway.domain.statements import Rendering, Statement
from headway.domain.views import Viewer
from headway.domain.wording import Wording
from headway.record import corpora, log, tables
from headway.record.models import Text
from headway.record.verification import verify
from headway.services.loading import load
from headway.services.permissions import Actor
from tests.records import AT, ME
from tests.strategies import worlds

LATER = AT.replace(year=2027)
DESK = Actor("desk-7", "desk", Viewer("desk"))
EN = Wording({"en": "Name"})


def party(value_id="p1", **more):
    """A party on a line of a file."""
    return Known(Party(id=value_id, name=EN, **more), PartialDate("2001"), "parties.jsonl", 3)


def dialogue(**more):
    """A dialogue between two parties, and they."""
    fields = {"id": "d", "title": EN, "parties": ("p1", "p2")} | more
    return [party("p1"), party("p2"), Known(Dialogue(**fields), PartialDate("2001"))]


@pytest.mark.slow
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(worlds())
def test_loading_twice_writes_nothing(records, drawn):
    records.new()
    first = load(values=drawn.known, texts=drawn.texts, originals=drawn.originals, by=ME, at=AT)
    assert first.position == 1
    assert sum(first.new.values()) == len(drawn.current)
    root, before = log.root(), tables.canonical_tables()
    again = load(values=drawn.known, texts=drawn.texts, originals=drawn.originals, by=ME, at=LATER)
    assert not again.written and not again.new and not again.changed and not again.flags
    assert sum(again.unchanged.values()) == len(drawn.known)
    assert (log.root(), tables.canonical_tables()) == (root, before)
    assert verify().sound


def test_undated_lines_load_twice_on_another_day(record):
    undated = replace(party(), known_on=None)
    assert load(values=[undated], by=ME, at=AT).new == {"Party": 1}
    assert not load(values=[undated], by=ME, at=LATER).written
    changed = replace(undated, value=replace(undated.value, country="XX"))
    assert load(values=[changed], by=ME, at=LATER).changed == {"Party": 1}
    assert not load(values=[changed], by=ME, at=LATER).written
    assert load(values=[undated], by=ME, at=LATER).changed == {"Party": 1}


def test_a_dry_run_writes_nothing(record):
    text = "as read"
    from headway.record.documents import text_hash

    lines = [
        *dialogue(),
        Known(Statement(id="s", title=EN, kind="speech", delivered_on=PartialDate("2001"))),
        Known(
            Rendering(
                id="r",
                statement="s",
                language="en",
                kind="original",
                fidelity="verbatim",
                text=text_hash(text),
            )
        ),
    ]
    report = load(values=lines, texts={text_hash(text): text}, by=ME, at=AT, dry_run=True)
    assert report.dry_run and not report.written and not report.complaints
    assert report.new == {"Party": 2, "Dialogue": 1, "Statement": 1, "Rendering": 1}
    assert log.position() == 0 and not Text.objects.exists()
    assert load(values=lines, texts={text_hash(text): text}, by=ME, at=AT).texts == 1


COMPLAINTS = {
    "reference": (
        Round(id="r", dialogue="none", number=1, began_on=PartialDate("2001")),
        "dialogue",
        "there is no Dialogue 'none'; add it or mend the reference",
    ),
    "list": (
        Dialogue(id="d", title=EN, parties=("p1", "p9")),
        "parties",
        "there is no Party 'p9'",
    ),
    "any": (Flag(id="f", about="Nothing/x", summary="?"), "about", "names no noun"),
    "rule": (Party(id="p9", name=EN, label="everyone"), "label", "breaks the rule 'party label'"),
    "release": (
        Party(id="p9", name=EN, label="public"),
        "label",
        "no release to the view 'public' names it",
    ),
    "document": (
        Rendering(
            id="r",
            statement="s",
            language="en",
            kind="original",
            fidelity="note",
            text="a" * 64,
        ),
        "text",
        "the record holds no text aaaaaaaaaaaa",
    ),
}


@pytest.mark.parametrize("name", COMPLAINTS)
def test_a_complaint_says_where_and_how_to_mend(record, name):
    value, field, words = COMPLAINTS[name]
    line = Known(value, PartialDate("2001"), "some.jsonl", 7)
    report = load(values=[party("p1"), line], by=ME, at=AT)
    found = next(c for c in report.complaints if c.field == field)
    assert (found.file, found.line) == ("some.jsonl", 7)
    assert words in found.message
    assert not report.written and log.position() == 0
    assert not list(tables.read("Party")), "half of it was loaded"


def test_one_id_that_says_two_things_is_complained_of(record):
    other = replace(party(), value=replace(party().value, country="XX"), line=9)
    (found,) = load(values=[party(), other], by=ME, at=AT).complaints
    assert (found.line, found.field) == (9, "id")


def test_the_desk_may_not_write_what_it_may_not_see(record):
    hidden = party("p1", label="assessor")
    (found,) = load(values=[hidden], by=DESK, at=AT).complaints
    assert found.field == "label"
    load(values=[hidden], by=ME, at=AT)
    assert load(values=[party("p1", country="XX")], by=DESK, at=AT).complaints
    with pytest.raises(NotPermitted):
        load(values=[], by=Actor("r", "reader", Viewer("public")), at=AT)


def test_a_release_in_the_bundle_lets_out(record):
    release = Release(
        id="one",
        label="public",
        view="public",
        title=EN,
        author="desk",
        version="1",
        released_on=PartialDate("2001"),
        decided_by="head",
        items=("Party/*",),
    )
    lines = [party("p1", label="public"), Known(release, PartialDate("2001"))]
    assert load(values=lines, by=ME, at=AT).written
    assert [p.id for p in corpora.corpus(Viewer("public")).all(Party)] == ["p1"]


def test_rounds_that_do_not_add_up_are_flagged_once(record):
    """Nine rounds stated since 1997, none in one of the years; and one ended before it began."""
    years = [1997, 1998, 1999, 2000, 2002, 2003, 2004, 2005]
    rounds = [
        Known(
            Round(id=f"r{y}", dialogue="d", number=n, began_on=PartialDate(f"{y}")),
            PartialDate("2006"),
        )
        for n, y in enumerate(years, start=1)
    ]
    ended = replace(rounds[0].value, ended_on=PartialDate("1996"))
    rounds[0] = replace(rounds[0], value=ended)
    report = load(values=[*dialogue(rounds_stated=9), *rounds], by=ME, at=AT)
    words = " ".join(flag.summary for flag in report.flags)
    assert "9 rounds stated, 8 on file" in words and "2001" in words
    assert len(report.flags) == 2
    desk = corpora.corpus(Viewer("desk"))
    assert {flag.id for flag in desk.all(Flag)} == {flag.id for flag in report.flags}
    assert corpora.corpus(Viewer("public")).all(Flag) == ()
    assert not load(values=[*dialogue(rounds_stated=9), *rounds], by=ME, at=LATER).written
    more = load(values=[party("p3")], by=ME, at=LATER)
    assert more.written and more.flags == ()


def test_a_text_that_is_not_its_hash_is_refused(record):
    lines = [
        Known(Statement(id="s", title=EN, kind="speech", delivered_on=PartialDate("2001"))),
        Known(
            Rendering(
                id="r",
                statement="s",
                language="en",
                kind="original",
                fidelity="note",
                text="a" * 64,
            )
        ),
    ]
    with pytest.raises(BadInput, match="not what its hash says"):
        load(values=lines, texts={"a" * 64: "something else"}, by=ME, at=AT)
    assert log.position() == 0


def test_a_moment_needs_a_time_zone(record):
    with pytest.raises(BadInput, match="time zone"):
        load(values=[party()], by=ME, at=datetime(2026, 1, 1))
