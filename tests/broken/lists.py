"""Lists and masks that are broken on purpose, each in one way that is easily written."""

from dataclasses import replace

from headway.domain.capacity import Staffing
from headway.domain.masks import masked
from headway.domain.statements import Asking, Remark
from headway.web import lists

# -- which rows, in which order ---------------------------------------------------------------


def the_unknown_comes_first(raw):
    """What nobody knows is sorted as an empty text."""
    return lists_key(raw) or (0, float("-inf"), "")


def numbers_are_sorted_as_texts(raw):
    """10 before 9."""
    return None if raw is None else (1, 0.0, str(raw))


def rows_that_fail_one_filter_stay(self):
    """One miss is forgiven where two filters are asked for."""
    if not self.passed:
        return list(self.everything)
    most = max(1, len(self.passed) - 1)
    return [v for v, n in zip(self.everything, self.failed, strict=True) if n < most]


def counts_are_of_all_rows(self, name):
    """The number beside a choice ignores what else was chosen."""
    return [True] * len(self.everything)


def undated_rows_fit_every_period(self, value):
    """No day is taken for any day."""
    day = lists._raw(self.dated, value) if self.dated else None
    return not day or lists_is_in_period(self, value)


lists_key = lists._key
lists_is_in_period = lists._Asked._is_in_period

KEYS = (the_unknown_comes_first, numbers_are_sorted_as_texts)
CHOICES = (
    (lists._Choice, "rows", rows_that_fail_one_filter_stay),
    (lists._Choice, "without", counts_are_of_all_rows),
    (lists._Asked, "_is_in_period", undated_rows_fit_every_period),
)

# -- what outside is read ---------------------------------------------------------------------


def the_group_stays(value, view):
    """The side is taken out and the group forgotten."""
    shown = masked(value, view)
    return replace(shown, group=value.group) if isinstance(value, Remark) else shown


def the_side_stays(value, view):
    """The group is taken out and the side forgotten."""
    shown = masked(value, view)
    return replace(shown, party=value.party) if isinstance(value, Remark) else shown


def small_numbers_stay(value, view):
    """The number asked is kept where only the number answering is small."""
    shown = masked(value, view)
    return replace(shown, asked=value.asked) if isinstance(value, Asking) else shown


def small_staff_stays(value, view):
    """Persons are masked, posts and full-time equivalents forgotten."""
    is_other = isinstance(value, Staffing) and value.counted_as != "persons"
    return value if is_other else masked(value, view)


MASKS = (the_group_stays, the_side_stays, small_numbers_stay)
