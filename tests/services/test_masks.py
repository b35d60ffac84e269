"""Who may not be named is named nowhere outside: search, exports, histories, past days."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from headway.bundle import read, write
from headway.bundle.lines import Known
from headway.domain.assessments import Release
from headway.domain.dates import PartialDate
from headway.domain.masks import masked
from headway.domain.parties import Dialogue, Party
from headway.domain.statements import Asking, Remark, Source
from headway.domain.views import VIEWS, Viewer
from headway.domain.wording import Wording
from headway.record import corpora
from headway.record.search_index import SearchIndex
from headway.services.exporting import export_view
from headway.services.indexing import renew_search
from headway.services.loading import load
from tests.records import AT, ME

EN = Wording({"en": "Name"})
OUTSIDE = sorted(set(VIEWS) - {"desk", "assessor"})
SECRET = ("Quartz", "Basalt", "Feldspar")
REMARK = Remark(
    id="m", dialogue="d", party="p1", group="Quartz unit", said_to="the Basalt committee",
    words="Feldspar all day", quotable=True, summary="Nobody listened", label="public",
)  # fmt: skip
RELEASE = Release(
    id="l", dialogue="d", title=EN, view="public", version="1", author="desk", decided_by="head",
    released_on=PartialDate("2001"), label="public",
    items=("Party/p1", "Dialogue/d", "Asking/a", "Remark/m"),
)  # fmt: skip
BEFORE, AFTER = PartialDate("2001"), PartialDate("2003")


@pytest.fixture
def kept(record):
    """A remark that could be attributed to a group in 2001 and to nobody from 2003."""
    values = [
        Known(Party(id="p1", name=EN, label="public"), BEFORE),
        Known(Dialogue(id="d", title=EN, parties=("p1",), label="public"), BEFORE),
        Known(Asking(id="a", dialogue="d", group="experts", asked=7, answered=4, label="public")),
        Known(RELEASE, BEFORE),
        Known(REMARK, BEFORE),
        Known(replace(REMARK, terms="not_attributable"), AFTER),
    ]
    assert load(values=values, by=ME, at=AT).complaints == ()
    return record


@pytest.mark.parametrize(
    ("terms", "setting", "told"),
    [
        ("named", "interview", "2002-05-06"),
        ("by_function", "talks", "2002-05"),
        ("by_group", "corridor", "2002-05"),
        ("by_group", "hearing", "2002-05-06"),
        ("not_attributable", "hearing", "2002"),
    ],
)
def test_no_day_outside_leads_a_diary_to_the_speaker(terms, setting, told):
    remark = replace(REMARK, terms=terms, setting=setting, said_on=PartialDate("2002-05-06"))
    for view in OUTSIDE:
        assert masked(remark, view).said_on == told
        assert masked(replace(remark, said_on=None), view).said_on is None
    assert masked(remark, "desk") == remark


def names_them(shown) -> bool:
    return any(word in repr(shown) for word in SECRET)


@pytest.mark.parametrize("view", OUTSIDE)
def test_an_export_names_nobody_and_loads_again(view, kept, tmp_path):
    excerpt = export_view(viewer=Viewer(view), by=ME)
    assert "Nobody listened" in repr(excerpt.values) and not names_them(excerpt.values)
    (asking,) = [value for value in excerpt.values if isinstance(value, Asking)]
    assert (asking.asked, asking.answered) == (None, None)
    write(tmp_path / "out", excerpt.values, {}, {}, excerpt.info)
    for file in (tmp_path / "out").rglob("*"):
        assert file.is_dir() or not any(word.encode() in file.read_bytes() for word in SECRET)
    again = read(tmp_path / "out")
    assert again.complaints == ()
    assert "Nobody listened" in repr(again.known)


def test_originals_stay_behind_unless_asked_for(kept):
    paper = b"Minutes with a deleted Basalt in them"
    number = hashlib.sha256(paper).hexdigest()
    source = Source(id="s", title="Minutes", origin="us", original=number, label="public")
    let_out = replace(RELEASE, id="l2", items=("Source/s",))
    values = [Known(source), Known(let_out)]
    load(values=values, originals={number: ("minutes.docx", paper)}, by=ME, at=AT)
    for view in sorted(VIEWS):
        excerpt = export_view(viewer=Viewer(view), by=ME)
        (shown,) = [value for value in excerpt.values if isinstance(value, Source)]
        held = {} if view in OUTSIDE else {number: ("minutes.docx", paper)}
        assert dict(excerpt.originals) == held
        assert shown.original == (number if held else None)
        asked = export_view(viewer=Viewer(view), by=ME, originals=True)
        assert asked.originals[number] == ("minutes.docx", paper)


@pytest.mark.parametrize("view", OUTSIDE)
def test_no_version_and_no_past_day_names_them(view, kept):
    versions = corpora.history_of(Viewer(view), "Remark", "m")
    assert len(versions) == 2 and not names_them(versions)
    for day in (date(2002, 1, 1), date(2004, 1, 1)):
        corpus = corpora.corpus(Viewer(view), day)
        assert corpus.one(Remark, "m").summary == "Nobody listened"
        assert not names_them(corpus.values)
    assert names_them(corpora.history_of(Viewer("desk"), "Remark", "m"))
    assert corpora.corpus(Viewer("desk"), date(2002, 1, 1)).one(Remark, "m") == REMARK


def test_a_search_does_not_find_a_remark_by_who_said_it(kept, tmp_path):
    for label in ("public", "named:circle"):
        index = SearchIndex(tmp_path / label)
        load(values=[Known(replace(REMARK, terms="not_attributable", label=label))], by=ME, at=AT)
        renew_search(index, [label], corpora.corpus)
        assert index.matches("listened", [label])
        for word in SECRET:
            assert not index.matches(word, [label]), (label, word)
