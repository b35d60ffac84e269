"""The derived folder: a run is shown only for its own position, view, day and version."""

import pytest

from headway.domain.views import Viewer
from headway.record.derived import Derived, Scope, forget


def scope(position=3, view="desk", version="1", lists=()):
    return Scope.of("measures", Viewer(view, frozenset(lists)), position, None, version=version)


@pytest.fixture
def kept(tmp_path):
    made = Derived(tmp_path / "derived")
    made.write_figures(scope(), [("d", {"sentence": "one"})])
    return made


def test_a_run_is_current_for_its_own_scope_only(kept):
    number, current = kept.find(scope())
    assert current
    assert kept.find(scope(position=4)) == (number, False)
    assert kept.find(scope(version="2")) == (number, False)
    assert kept.find(scope(view="public")) is None
    assert kept.find(scope(lists=["circle"])) is None


def test_a_newer_run_replaces_the_older_one_whole(kept):
    kept.write_figures(scope(position=4), [("d", {"sentence": "two"}), ("e", {})])
    assert len(kept.rows("SELECT * FROM scope")) == 1
    assert len(kept.rows("SELECT * FROM figure")) == 2


def test_a_run_that_breaks_off_leaves_the_older_one(kept):
    def breaking():
        yield "d", {"sentence": "two"}
        raise RuntimeError("the machine was switched off")

    with pytest.raises(RuntimeError):
        kept.write_figures(scope(position=4), breaking())
    assert kept.find(scope())[1]
    assert kept.rows("SELECT content FROM figure") == [('{"sentence": "one"}',)]


def test_everything_derived_can_be_forgotten_and_made_anew(kept, tmp_path, monkeypatch):
    monkeypatch.setenv("HEADWAY_DERIVED", str(tmp_path / "derived"))
    (tmp_path / "derived" / "search-0.sqlite").write_bytes(b"words")
    (tmp_path / "derived" / "findings.sqlite").write_bytes(b"of an earlier version of Headway")
    (tmp_path / "derived" / "findings-3.sqlite-journal").write_bytes(b"half done")
    (tmp_path / "derived" / "mine.txt").write_text("not ours")
    forget("x")
    assert [p.name for p in (tmp_path / "derived").iterdir()] == ["mine.txt"]
    assert kept.find(scope()) is None
    kept.write_figures(scope(), [])
    assert kept.find(scope())[1]
