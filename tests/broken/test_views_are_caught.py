"""The checks of views catch every view that was broken on purpose."""

import pytest

from headway.domain import corpus
from headway.domain.views import may_see
from tests.broken import views
from tests.record import view_checks

WORLDS = range(12)


def check_projection(project):
    """All that the suite asks of a projection."""
    view_checks.check_nothing_forbidden(project, WORLDS)
    view_checks.check_nothing_lost(project, WORLDS)
    view_checks.check_twins(project, WORLDS)


@pytest.mark.parametrize("broken", views.PERMISSIONS, ids=lambda one: one.__name__)
def test_a_broken_permission_is_caught(broken):
    view_checks.check_permission(may_see)
    with pytest.raises(AssertionError):
        view_checks.check_permission(broken)


@pytest.mark.parametrize("broken", views.DEFAULTS)
def test_a_broken_default_is_caught(broken):
    with pytest.raises(AssertionError):
        view_checks.check_default_label(broken)


@pytest.mark.parametrize("broken", views.PROJECTIONS, ids=lambda one: one.__name__)
def test_a_broken_projection_is_caught(broken):
    with pytest.raises(AssertionError):
        check_projection(broken)


@pytest.mark.slow
def test_the_real_projection_passes():
    check_projection(corpus.project)
