"""What a viewer may know: tables and log agree, past days, permission of now, twins."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headway.bundle.lines import Known
from headway.domain import corpus as corpus_module
from headway.domain.corpus import project
from headway.domain.dates import PartialDate
from headway.domain.errors import NotFound
from headway.domain.history import fold, value_of
from headway.domain.nouns import NOUNS
from headway.domain.parties import Party
from headway.domain.views import Viewer, may_see
from headway.domain.wording import Wording
from headway.record import corpora, log, tables
from headway.services.loading import load
from headway.services.releasing import release
from tests.record import view_checks
from tests.records import AT, ME
from tests.strategies import twins, viewers, world, worlds

pytestmark = pytest.mark.slow

EVERYONE = Viewer("assessor", frozenset({"circle"}))
DAYS = (
    date(1996, 1, 1),
    date(2001, 5, 30),
    date(2001, 5, 31),
    date(2003, 3, 1),
    date(2005, 12, 31),
)
few = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def loaded(drawn):
    """Loads a world; the report has no complaint."""
    report = load(values=drawn.known, texts=drawn.texts, originals=drawn.originals, by=ME, at=AT)
    assert report.complaints == ()
    return report


@few
@given(worlds())
def test_tables_rebuilt_from_the_log_are_the_tables(records, drawn):
    records.new()
    half = len(drawn.known) // 2
    loaded(replace(drawn, known=tuple(sorted(drawn.known, key=lambda k: k.known_on))))
    loaded(replace(drawn, known=drawn.known[half:]))
    before = tables.canonical_tables()
    tables.rebuild(fold(log.touches()))
    assert tables.canonical_tables() == before


@few
@given(worlds(), st.sampled_from(viewers()))
def test_the_present_is_the_fold_of_everything(records, drawn, viewer):
    records.new()
    loaded(drawn)
    folded = [value_of(touch) for touch in fold(log.touches()).values()]
    assert corpora.corpus(viewer).values == project(folded, viewer)
    assert corpora.corpus(viewer, date.max).values == project(folded, viewer)


@few
@given(worlds(), st.sampled_from(DAYS))
def test_a_past_day_is_what_was_known_by_then(records, drawn, day):
    """Replayed: only what was known by then, the latest of it; what lacks its needs is not yet."""
    records.new()
    loaded(drawn)
    latest = {}
    for known in sorted(drawn.known, key=lambda k: k.known_on.latest):
        if known.known_on.latest <= day:
            latest[type(known.value).__name__, known.value.id] = known.value
    now = {(type(v).__name__, v.id): v.label for v in drawn.current}
    allowed = [v for key, v in latest.items() if may_see((v.label, now[key]), EVERYONE)]
    assert corpora.corpus(EVERYONE, day).values == project(allowed, EVERYONE, whole=False)


@few
@given(worlds(), st.sampled_from(viewers()), st.sampled_from(DAYS))
def test_no_past_day_shows_what_is_hidden_now(records, drawn, viewer, day):
    records.new()
    loaded(drawn)
    now = {(type(v).__name__, v.id): v.label for v in drawn.current}
    for noun, group in corpora.corpus(viewer, day).values.items():
        for value_id, value in group.items():
            assert view_checks.sees(viewer, now[noun, value_id])
            assert view_checks.sees(viewer, value.label)


@few
@given(worlds(), st.sampled_from(viewers()))
def test_versions_are_shown_only_as_far_as_now_allows(records, drawn, viewer):
    records.new()
    loaded(drawn)
    shown = corpora.corpus(viewer)
    keys = {(noun, one) for noun, group in shown.values.items() for one in group}
    for value in drawn.current:
        noun = type(value).__name__
        versions = corpora.history_of(viewer, noun, value.id)
        assert bool(versions) == ((noun, value.id) in keys)
        for version in versions:
            assert view_checks.sees(viewer, version.value.label)
            view_checks.check_names_only_shown(version.value, keys)
            assert bool(version.position) == may_see(("desk",), viewer)


def test_a_release_lets_out_the_present_version_only(record):
    name = Wording({"en": "Draft"})
    first = Known(Party(id="p", name=name), PartialDate("2001"))
    second = Known(Party(id="p", name=Wording({"en": "Final"})), PartialDate("2003"))
    load(values=[first, second], by=ME, at=AT)
    public = Viewer("public")
    release(
        view="public",
        title={"en": "One"},
        items=["Party/p"],
        author="desk",
        decided_by="head",
        by=ME,
        at=AT,
    )
    assert [str(v.value.name) for v in corpora.history_of(public, "Party", "p")] == ["Final"]
    assert corpora.corpus(public, date(2002, 1, 1)).all(Party) == ()
    assert str(corpora.corpus(public, date(2004, 1, 1)).one(Party, "p").name) == "Final"
    desk = [v.act for v in corpora.history_of(Viewer("desk"), "Party", "p")]
    assert desk == ["load", "load", "release"]


def test_later_loaded_earlier_knowledge_goes_to_the_log_only(record):
    late = Known(Party(id="p", name=Wording({"en": "Late"})), PartialDate("2003"))
    early = Known(Party(id="p", name=Wording({"en": "Early"})), PartialDate("2001"))
    load(values=[late], by=ME, at=AT)
    load(values=[early], by=ME, at=AT)
    assert str(corpora.corpus(EVERYONE).one(Party, "p").name) == "Late"
    assert str(corpora.corpus(EVERYONE, date(2002, 1, 1)).one(Party, "p").name) == "Early"


def test_the_order_of_languages_is_kept(record):
    name = Wording({"zh": "人权", "en": "rights", "fr": "droits"})
    load(values=[Known(Party(id="p", name=name), PartialDate("2001"))], by=ME, at=AT)
    for day in (None, date(2002, 1, 1)):
        assert list(corpora.corpus(EVERYONE, day).one(Party, "p").name) == ["zh", "en", "fr"]


def test_a_corpus_is_kept_until_the_log_grows(record):
    loaded(world(1))
    first = corpora.corpus(EVERYONE)
    assert corpora.corpus(EVERYONE) is first
    load(values=[Known(Party(id="new", name=Wording({"en": "New"})))], by=ME, at=AT)
    assert corpora.corpus(EVERYONE) is not first
    assert corpora.corpus(EVERYONE).position == first.position + 1


def test_texts_come_on_demand(record):
    drawn = world(3)
    loaded(drawn)
    corpus = corpora.corpus(EVERYONE)
    held = {r.text for r in drawn.current if type(r).__name__ == "Rendering" and r.text}
    assert held
    for text_hash in held:
        assert corpus.text(text_hash) == drawn.texts[text_hash]
    with pytest.raises(NotFound):
        corpus.text("0" * 64)


# -- views ------------------------------------------------------------------------------------


def test_permission_is_true_or_false():
    view_checks.check_permission(may_see)


@pytest.mark.parametrize("noun", NOUNS.values(), ids=NOUNS)
def test_the_default_label_is_the_desks(noun):
    view_checks.check_default_label(noun)


def test_a_view_shows_nothing_forbidden():
    view_checks.check_nothing_forbidden(corpus_module.project, range(20))
    view_checks.check_nothing_lost(corpus_module.project, range(20))


def test_twins_differ_to_others():
    assert all(view_checks.differ(number) for number in range(20))


def test_twins_look_the_same():
    view_checks.check_twins(corpus_module.project, range(20))


@pytest.mark.long
def test_500_twins_look_the_same():
    view_checks.check_twins(corpus_module.project, range(500))


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("view", ["public", "counterpart", "oversight", "desk"])
def test_records_of_twins_look_the_same(records, number, view):
    """Through load and tables, now, as of a past day and in their histories."""
    viewer = Viewer(view)
    shown = []
    for drawn in twins(number, viewer):
        records.new()
        loaded(drawn)
        now = corpora.corpus(viewer)
        values = {
            n: {i: v for i, v in group.items() if n != "Flag"} for n, group in now.values.items()
        }
        histories = {
            (noun, one): [
                (v.known_on, v.value, v.act, v.at) for v in corpora.history_of(viewer, noun, one)
            ]
            for noun, group in now.values.items()
            if noun in ("Concern", "Round", "Statement", "Reply")
            for one in group
        }
        shown.append((values, histories))
    assert shown[0][0] == shown[1][0]
    assert shown[0][1] == shown[1][1]
