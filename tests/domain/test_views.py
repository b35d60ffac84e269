"""Who may see what: one table, one rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.domain.errors import BadValue
from headway.domain.views import DEFAULT_LABEL, LABELS, VIEWS, Viewer, check_label, may_see

TABLE = """
                public  counterpart  oversight  desk  assessor
public          yes     yes          yes        yes   yes
counterpart     no      yes          no         yes   yes
oversight       no      no           yes        yes   yes
desk            no      no           no         yes   yes
assessor        no      no           no         no    yes
"""


def rows():
    head, *lines = [line.split() for line in TABLE.strip().splitlines()]
    return [
        (label, view, code == "yes")
        for label, *codes in lines
        for view, code in zip(head, codes, strict=True)
    ]


@pytest.mark.parametrize(("label", "view", "allowed"), rows())
def test_the_table(label, view, allowed):
    assert may_see((label,), Viewer(view)) is allowed


def test_the_table_is_whole():
    assert {label for label, _, _ in rows()} == set(LABELS)
    assert {view for _, view, _ in rows()} == set(VIEWS)
    assert DEFAULT_LABEL in LABELS


@given(st.lists(st.sampled_from(LABELS)), st.sampled_from(sorted(VIEWS)))
def test_what_is_derived_is_seen_only_if_every_label_is_allowed(labels, view):
    viewer = Viewer(view)
    assert may_see(labels, viewer) == all(may_see((label,), viewer) for label in labels)


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_a_named_list_is_needed_whatever_the_view(view):
    assert not may_see(("named:case-officers",), Viewer(view))
    assert not may_see(("named:case-officers",), Viewer(view, frozenset({"others"})))
    assert may_see(("named:case-officers",), Viewer(view, frozenset({"case-officers"})))


def test_a_label_that_is_none_is_seen_by_nobody_and_refused_on_the_way_in():
    for view in VIEWS:
        assert not may_see(("secret",), Viewer(view))
    for label in ("secret", "", "named:", "Public", "named"):
        with pytest.raises(BadValue, match="is not a label"):
            check_label(label)
    assert check_label("named:x") == "named:x"


def test_an_unknown_view_is_refused():
    with pytest.raises(BadValue, match="choose one of"):
        Viewer("everybody")
