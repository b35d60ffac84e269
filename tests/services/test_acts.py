"""Restore, export, release, withhold, erase: each one entry, permission first."""

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings

from headway.bundle import read, write
from headway.bundle.lines import Known
from headway.domain.assessments import Release, Withholding
from headway.domain.concerns import Concern, Question
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, Conflict, LogBroken, NotFound, NotPermitted
from headway.domain.parties import Dialogue, Party
from headway.domain.rounds import Round
from headway.domain.statements import Remark, Rendering, Statement
from headway.domain.views import VIEWS, Viewer
from headway.domain.wording import Wording
from headway.record import corpora, documents, erasures, log, tables
from headway.record.verification import verify
from headway.services.erasing import erase
from headway.services.exporting import export, export_view
from headway.services.loading import load
from headway.services.permissions import PERMITTED, Actor, may, may_give, may_write
from headway.services.releasing import release
from headway.services.restoring import restore
from headway.services.withholding import withhold
from tests.records import AT, ME
from tests.strategies import unneeded, world, worlds

EN = Wording({"en": "Name"})
DAY = PartialDate("2001")
PUBLIC, DESK = Viewer("public"), Viewer("desk")
few = settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def loaded(drawn):
    """Loads a world."""
    report = load(values=drawn.known, texts=drawn.texts, originals=drawn.originals, by=ME, at=AT)
    assert report.complaints == ()


def small():
    """A dialogue, a round, a concern, a question and a remark, all the desk's."""
    values = [
        Party(id="p1", name=EN),
        Party(id="p2", name=EN),
        Dialogue(id="d", title=EN, parties=("p1", "p2")),
        Round(id="r1", dialogue="d", number=1, began_on=DAY, host="p1"),
        Concern(id="c", dialogue="d", title=EN, raised_by="p1", about="p2"),
        Question(id="q", concern="c", round="r1", asked_by="p1", asked_of="p2", summary="Asked"),
        Remark(id="m", summary="Weary of ZEBRA-CANARY", group="desk", dialogue="d"),
        Remark(id="n", summary="Not so", group="desk", dialogue="d", contradicts=("m",)),
    ]
    load(values=[Known(value, DAY) for value in values], by=ME, at=AT)


def let_out(*items, view="public", **more):
    """Releases items to a view."""
    fields = {"title": {"en": "One"}, "author": "desk", "decided_by": "head"} | more
    return release(view=view, items=items, by=ME, at=AT, **fields)


# -- restore and export -----------------------------------------------------------------------


@pytest.mark.slow
@few
@given(worlds())
def test_a_restored_record_equals(records, tmp_path_factory, drawn):
    """Same root, same tables, same corpora; carried by a bundle on disk."""
    records.new()
    loaded(drawn)
    let_out("Party/party-0", view="public")
    noun, value_id = unneeded(drawn)
    erase(noun=noun, value_id=value_id, category="other", by=ME, at=AT)
    day = date(2002, 1, 1)
    before = (log.root(), tables.canonical_tables(), corpora.corpus(DESK, day).values)
    history = export(by=ME)
    folder = tmp_path_factory.mktemp("bundle") / "whole"
    write(folder, (), history.texts, history.originals, history.info, history.entries)
    brought = read(folder)
    assert brought.complaints == ()
    records.new()
    restored = restore(
        entries=brought.entries, texts=brought.texts, originals=brought.originals, by=ME
    )
    assert restored.root == before[0].hex()
    assert (log.root(), tables.canonical_tables(), corpora.corpus(DESK, day).values) == before
    assert verify((restored.position, restored.root)).sound
    assert export(by=ME).entries == history.entries


def test_only_an_empty_record_is_restored_into(records):
    records.new()
    small()
    history = export(by=ME)
    with pytest.raises(Conflict, match="not empty"):
        restore(entries=history.entries, texts={}, originals={}, by=ME)


@pytest.mark.parametrize(
    "change",
    [
        lambda entries: [entries[0], *entries[2:]],
        lambda entries: entries[1:],
        lambda entries: [_without_a_touch(entries[0]), *entries[1:]],
        lambda entries: [_with_another_label(entries[0]), *entries[1:]],
    ],
)
def test_a_changed_log_is_not_restored(records, change):
    records.new()
    loaded(world(3))
    let_out("Party/party-0")
    let_out("Party/party-1", title={"en": "Two"})
    history = export(by=ME)
    texts, originals = dict(history.texts), dict(history.originals)
    records.new()
    with pytest.raises(LogBroken):
        restore(entries=change(list(history.entries)), texts=texts, originals=originals, by=ME)
    assert log.position() == 0


def _without_a_touch(entry):
    first = replace(entry.touches[0], data=None, noun="", id="", label="", known_on=None, key=b"")
    return replace(entry, touches=(first, *entry.touches[1:]))


def _with_another_label(entry):
    return replace(entry, touches=(replace(entry.touches[0], label="public"), *entry.touches[1:]))


@few
@given(worlds())
def test_an_excerpt_holds_what_the_view_sees_and_loads_as_a_bundle(records, drawn):
    records.new()
    loaded(drawn)
    seen = corpora.corpus(PUBLIC).values
    excerpt = export_view(viewer=PUBLIC, by=ME)
    assert {(type(v).__name__, v.id) for v in excerpt.values} == {
        (noun, one) for noun, group in seen.items() for one in group
    }
    named = {v.text for v in excerpt.values if isinstance(v, Rendering)} - {None}
    assert set(excerpt.texts) == named
    records.new()
    report = load(
        values=[Known(value) for value in excerpt.values],
        texts=excerpt.texts,
        originals=excerpt.originals,
        by=ME,
        at=AT,
    )
    wrong = [c for c in report.complaints if c.field != "items"]
    assert not [c for c in wrong if "there is no" not in c.message], report.complaints[:3]


# -- release and withhold ---------------------------------------------------------------------


def test_a_release_lets_out_what_it_names(record):
    small()
    before = log.position()
    position = let_out("Party/p1", "Party/p2", "Dialogue/d", measures=["answer_rate"])
    assert position == before + 1 == log.position()
    shown = corpora.corpus(PUBLIC)
    assert sorted(shown.values) == ["Dialogue", "Party", "Release"]
    (decision,) = shown.all(Release)
    assert decision.measures == ("answer_rate",) and decision.label == "public"
    assert verify().sound


def test_a_release_of_what_hangs_on_hidden_facts_is_refused(record):
    small()
    before = log.root()
    with pytest.raises(BadInput, match=r"Round/r1 needs facts.*release those with it"):
        let_out("Round/r1")
    assert log.root() == before
    with pytest.raises(NotFound, match="no Round 'r9'"):
        let_out("Round/r9")


def test_a_fact_has_one_label(record):
    small()
    let_out("Party/p1", view="counterpart")
    with pytest.raises(Conflict, match="release it to public"):
        let_out("Party/p1", view="oversight")
    let_out("Party/p1", view="public")
    let_out("Party/p1", view="oversight", title={"en": "Again"})
    assert corpora.corpus(Viewer("counterpart")).get(Party, "p1") is not None
    assert verify().sound


def test_loading_the_bundle_again_does_not_take_a_release_back(record):
    small()
    let_out("Party/p1")
    again = load(values=[Known(Party(id="p1", name=EN))], by=ME, at=AT)
    dated = load(values=[Known(Party(id="p1", name=EN), DAY)], by=ME, at=AT)
    assert not again.written and not dated.written
    assert corpora.corpus(PUBLIC).get(Party, "p1") is not None


def test_a_withholding_discloses_that_and_not_what(record):
    small()
    let_out("Party/p1", "Party/p2", "Dialogue/d", "Round/r1", "Concern/c")
    position = withhold(
        item="Question/q",
        category="protection_of_persons",
        label="public",
        decided_by="head",
        by=ME,
        at=AT,
    )
    assert position == log.position()
    shown = corpora.corpus(PUBLIC)
    (told,) = shown.withheld(Question, round="r1", concern="c", dialogue="d")
    assert (told.item, told.comment, told.noun) == ("", "", "Question")
    assert shown.all(Question) == ()
    assert corpora.corpus(DESK).all(Withholding) == ()
    assert verify().sound


def test_withholding_takes_back_what_was_let_out(record):
    small()
    let_out("Party/p1", "Party/p2", "Dialogue/d", "Round/r1", "Concern/c", "Question/q")
    assert corpora.corpus(PUBLIC).all(Question)
    fields = {"category": "security", "label": "public", "decided_by": "head", "by": ME, "at": AT}
    withhold(item="Question/q", **fields)
    for day in (None, date(2002, 1, 1), date(2030, 1, 1)):
        assert corpora.corpus(PUBLIC, day).all(Question) == ()
    assert corpora.history_of(PUBLIC, "Question", "q") == ()
    with pytest.raises(BadInput, match="is no category"):
        withhold(item="Question/q", **fields | {"category": "shame"})


# -- erase ------------------------------------------------------------------------------------


def test_what_was_erased_is_gone_and_that_it_is_gone_can_be_seen(records):
    url = records.new()
    small()
    text = "Minutes with CANARY-éß-人权 inside"
    content = b"original CANARY-ORIGINAL"
    name = documents.document("minutes.docx", content).hash
    rendering = Rendering(
        id="x",
        statement="s",
        language="en",
        kind="original",
        fidelity="note",
        text=documents.text_hash(text),
        original=name,
        comment="CANARY-COMMENT",
    )
    statement = Statement(id="s", title=EN, kind="minutes", delivered_on=DAY)
    load(
        values=[Known(statement, DAY), Known(rendering, DAY)],
        texts={documents.text_hash(text): text},
        originals={name: ("minutes.docx", content)},
        by=ME,
        at=AT,
    )
    kept = (log.position(), log.root().hex())
    key = next(iter(log.touches("Rendering", "x")))
    if records.kind == "sqlite":
        assert b"CANARY-COMMENT" in Path(url).read_bytes(), "nothing would be looked for"
    first = erase(noun="Rendering", value_id="x", category="court_order", by=ME, at=AT)
    assert (first.versions, first.texts, first.originals) == (1, 1, 1)
    second = erase(noun="Remark", value_id="m", category="consent_withdrawn", by=ME, at=AT)
    assert (second.position, second.versions) == (kept[0] + 2, 1)
    assert corpora.corpus(DESK).one(Remark, "n").contradicts == ()
    assert list(log.touches("Rendering", "x")) == [] and key.data
    assert verify(kept).sound
    assert [(t.category, t.versions, t.by) for t in erasures.tombstones()] == [
        ("court_order", 1, ME.id),
        ("consent_withdrawn", 1, ME.id),
    ]
    assert not _found_anywhere(url, records.kind)


def _found_anywhere(url, kind):
    words = ["CANARY", "CANARY-éß-人权", "ZEBRA", "minutes.docx"]
    if kind == "sqlite":
        connection.close()
        whole = b"".join(p.read_bytes() for p in Path(url).parent.glob(Path(url).name + "*"))
        forms = [unicodedata.normalize(f, w).encode() for w in words for f in ("NFC", "NFD")]
        return [form for form in forms if form in whole]
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT CAST({table} AS text) FROM {table}")
            rows = " ".join(str(row) for row in cursor.fetchall())
            found += [word for word in words if word in rows]
    return found


def test_a_text_that_another_value_names_stays(record):
    text = "shared"
    one = Rendering(
        id="x",
        statement="s",
        language="en",
        kind="original",
        fidelity="note",
        text=documents.text_hash(text),
    )
    statement = Statement(id="s", title=EN, kind="minutes", delivered_on=DAY)
    values = [statement, one, replace(one, id="y")]
    load(
        values=[Known(value, DAY) for value in values],
        texts={documents.text_hash(text): text},
        by=ME,
        at=AT,
    )
    assert erase(noun="Rendering", value_id="x", category="other", by=ME, at=AT).texts == 0
    assert documents.text(documents.text_hash(text)) == text
    assert erase(noun="Rendering", value_id="y", category="other", by=ME, at=AT).texts == 1
    with pytest.raises(NotFound):
        documents.text(documents.text_hash(text))
    assert verify().sound


def test_what_another_value_needs_is_not_erased(record):
    small()
    before = log.root()
    with pytest.raises(Conflict, match=r"Question/q needs Concern/c; erase Question/q first"):
        erase(noun="Concern", value_id="c", category="other", by=ME, at=AT)
    with pytest.raises(BadInput, match="no lawful category"):
        erase(noun="Remark", value_id="m", category="shame", by=ME, at=AT)
    with pytest.raises(NotFound):
        erase(noun="Remark", value_id="none", category="other", by=ME, at=AT)
    assert log.root() == before


def test_erased_again_after_it_came_back(record):
    small()
    for _ in range(2):
        erase(noun="Remark", value_id="m", category="other", by=ME, at=AT)
        load(
            values=[Known(Remark(id="m", summary="Back", group="desk", dialogue="d"), DAY)],
            by=ME,
            at=AT,
        )
        assert corpora.corpus(DESK).one(Remark, "m").summary == "Back"
    assert verify().sound


# -- permissions ------------------------------------------------------------------------------

# who may do what, written out once more by hand
ALLOWED = {
    "reader": {"export_view"},
    "assessor": {"export_view", "load"},
    "desk": {"export_view", "load", "release", "withhold"},
    "keeper": {"export_view", "load", "release", "withhold", "erase", "restore", "export"},
}


@pytest.mark.parametrize("role", ALLOWED)
@pytest.mark.parametrize("act", PERMITTED)
def test_every_role_and_act(role, act):
    for view in VIEWS:
        assert may(Actor("a", role, Viewer(view)), act) is (act in ALLOWED[role])


def test_nobody_writes_or_gives_what_they_do_not_see():
    desk = Actor("a", "desk", DESK)
    assert may_write(desk, "desk", "public") is True
    assert may_write(desk, "desk", "assessor") is False
    assert may_write(desk, "named:x") is False
    assert may_write(ME, "assessor", "named:x") is True
    assert may_give(desk, PUBLIC) is True
    assert may_give(desk, Viewer("assessor")) is False
    assert may_give(desk, Viewer("public", frozenset({"x"}))) is False
    assert may_give(Actor("r", "reader", PUBLIC), Viewer("counterpart")) is False


@pytest.mark.parametrize("role", ALLOWED)
def test_permission_comes_first(record, role):
    """Whoever may not is refused before anything is looked at, and nothing is written."""
    by = Actor("a", role, PUBLIC)
    acts = {
        "load": lambda: load(values=None, by=by, at=AT),
        "release": lambda: release(
            view="public", title={}, items=None, author="", decided_by="", by=by, at=AT
        ),
        "withhold": lambda: withhold(item="", category="", label="", decided_by="", by=by, at=AT),
        "erase": lambda: erase(noun="", value_id="", category="", by=by, at=AT),
        "restore": lambda: restore(entries=None, texts=None, originals=None, by=by),
        "export": lambda: export(by=by),
    }
    for act, attempt in acts.items():
        if act not in ALLOWED[role]:
            with pytest.raises(NotPermitted):
                attempt()
    assert log.position() == 0
