"""Which facts a release must have let out before a view may see them."""

from collections.abc import Iterable

from headway.domain.assessments import Release, Withholding
from headway.domain.ids import any_id
from headway.domain.values import Value

RELEASED_LABELS = frozenset({"public", "counterpart", "oversight"})
_DECISIONS = (Release, Withholding)


class Named:
    """What the current releases name, asked for single values."""

    def __init__(self, releases: Iterable[Release]) -> None:
        self._named = {(one.view, item) for one in releases for item in one.items}

    def lets_out(self, value: Value) -> bool:
        """Whether a value may carry its label.

        Releases and withholdings are decisions themselves and need no other.
        """
        if value.label not in RELEASED_LABELS or isinstance(value, _DECISIONS):
            return True
        noun = type(value).__name__
        return (value.label, any_id(noun, value.id)) in self._named or (
            value.label,
            any_id(noun, "*"),
        ) in self._named
