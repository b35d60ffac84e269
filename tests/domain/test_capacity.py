"""A number of staff that is small has no number outside, in any view and whatever it counts."""

import pytest

from headway.domain.capacity import Staffing
from headway.domain.corpus import project
from headway.domain.views import VIEWS, Viewer
from tests.measures.drawn import values_of

OUTSIDE = sorted(set(VIEWS) - {"desk", "assessor"})
TABLE = "Party a label=public\nBody o label=public\n"


def seen(staff, view, counted_as="persons"):
    line = f"Staffing s body=o party=a staff={staff} counted_as={counted_as} label=public"
    return project(values_of(TABLE + line), Viewer(view))["Staffing"]["s"]


@pytest.mark.parametrize("view", OUTSIDE)
@pytest.mark.parametrize("staff", [0.5, 1, 4, 4.5])
@pytest.mark.parametrize("counted_as", ["persons", "posts", "full_time_equivalents"])
def test_a_small_number_is_not_told_outside(view, staff, counted_as):
    found = seen(staff, view, counted_as)
    assert isinstance(found, Staffing)
    assert (found.staff, found.why_unknown) == (None, "withheld")


@pytest.mark.parametrize("view", sorted(VIEWS))
@pytest.mark.parametrize("staff", [0, 5, 12])
def test_other_numbers_are_told_everywhere(view, staff):
    assert (seen(staff, view).staff, seen(staff, view).why_unknown) == (staff, None)


@pytest.mark.parametrize("view", ["desk", "assessor"])
def test_inside_every_number_is_told(view):
    assert seen(3, view).staff == 3
