"""The invented example's assessment: sound, of fair length, and what the bundle says it is."""

import json
import re

import pytest

from headway.assessments.concluded import conclusions
from headway.assessments.manuscripts import read
from headway.domain.views import VIEWS, Viewer
from headway.library import example
from headway.library import open as open_record
from tests.assessments.example import EDITION, NAME, RELEASE, text_file
from tests.records import AT, ME

MEND = "write it again: python -m tests.assessments.example"


@pytest.fixture(scope="module")
def demo(tmp_path_factory, django_db_blocker):
    """The example record, made once."""
    from headway.cli.examples import make_demo
    from headway.record import setup

    folder = tmp_path_factory.mktemp("demo")
    record = str(folder / "demo.headway")
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patched:
        patched.setenv("HEADWAY_RECORD", record)
        patched.setenv("HEADWAY_DERIVED", str(folder / "derived"))
        make_demo(record, by="test", at=AT)
        open_record(record)
        yield record
        setup.configure(":memory:")


@pytest.fixture(scope="module")
def text():
    """Its Markdown."""
    return text_file().read_bytes().decode()


@pytest.mark.slow
def test_it_has_no_complaints(demo, text):
    from headway.services import assessing

    found = [str(c) for c in assessing.complaints(text, by=ME, file=NAME)]
    assert found == [], MEND


@pytest.mark.slow
def test_loading_it_brings_nothing_the_bundle_does_not_hold(demo, text):
    from headway.services import assessing

    made = assessing.load(text, name=NAME, label="desk", by=ME, at=AT)
    assert made.edition == EDITION
    assert not made.report.written, MEND


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
def test_the_other_side_may_read_it_and_the_public_may_not_yet(demo, view):
    from headway.domain.assessments import Edition
    from headway.record import corpora

    seen = corpora.corpus(Viewer(view)).get(Edition, EDITION) is not None
    assert seen is (view in ("desk", "assessor", "counterpart"))


@pytest.mark.slow
@pytest.mark.parametrize("dialogue", ["canada-china", "estravane-yuanlan"])
@pytest.mark.parametrize("view", ["desk", "public"])
def test_both_examples_can_be_drafted_for_the_desk_and_for_the_public(demo, dialogue, view):
    from headway.services import assessing

    text = assessing.draft(
        viewer=Viewer(view), as_of=None, on=AT.date(), dialogue=dialogue, language="en"
    )
    drafted = read(text)
    assert not drafted.complaints
    assert len([b for b in drafted.blocks if b.key.startswith("finding ")]) >= 3


def test_it_is_as_long_as_somebody_reads(text):
    own = " ".join(line for _, line in read(text).own_lines())
    assert 2500 <= len(re.findall(r"[A-Za-z’']+", own)) <= 4000


def test_it_treats_both_sides_alike(text):
    own = " ".join(line for _, line in read(text).own_lines())
    estravane, yuanlan = own.count("Estravane"), own.count("Yuanlan")
    assert 0.6 < estravane / yuanlan < 1.7
    made = list(conclusions(read(text)))
    to = [c.title.split(":")[0] for c in made if c.kind == "recommendation"]
    assert to.count("To Estravane") == to.count("To Yuanlan") == 2
    assert to.count("To both sides") == 4


def test_every_judgement_is_signed_and_says_what_it_is_about(text):
    judged = [c for c in conclusions(read(text)) if c.kind == "judgement"]
    assert len(judged) == 5
    assert all(c.signature.by and c.signature.on and c.signature.about for c in judged)


def test_the_release_names_what_the_text_holds(text):
    lines = (example("invented") / "releases.jsonl").read_text("utf-8").splitlines()
    made = next(x for x in map(json.loads, lines) if x["id"] == RELEASE)
    wanted = {f"nine-years.{c.id}" for c in conclusions(read(text))}
    named = {item.split("/")[1] for item in made["items"]}
    assert wanted <= named and EDITION in named, MEND
    assert (made["view"], made["decided_by"]) == ("counterpart", "head of the Department")
    told = {b.key.split(" ")[1] for b in read(text).blocks if b.key.startswith("finding ")}
    assert told <= set(made["measures"]), MEND
