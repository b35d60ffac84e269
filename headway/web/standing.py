"""Whether a view may be shown what a machine found, and under which mark (rule 5)."""

from typing import Any

from headway.domain.assessments import Release
from headway.domain.parties import Dialogue
from headway.phrases import say
from headway.web import words
from headway.web.cells import day_words
from headway.web.look import Look

_UNREVIEWED = frozenset({"desk", "assessor"})


def _release(look: Look, measure: str, dialogue: Dialogue | None) -> Release | None:
    """The latest release of that measure to this view, of this dialogue or of all."""
    fitting = (None, dialogue.id) if dialogue else (None,)
    found = [r for r in look.releases if measure in r.measures and r.dialogue in fitting]
    return max(found, key=lambda r: (r.released_on, r.id), default=None)


def standing(look: Look, measure: str, dialogue: Dialogue | None = None) -> dict[str, Any]:
    """May this view read that measure, and what stands beside it.

    A release to the view goes first; else the desk, the assessor and anybody looking at a
    record marked as trial see the machine's mark; everybody else sees nothing.
    """
    release = _release(look, measure, dialogue)
    if release is not None:
        day = day_words(release.released_on)
        told = say("released on {day} by decision of {who}", day=day, who=release.decided_by)
        return {"shown": True, "released": True, "words": told}
    if look.view in _UNREVIEWED or (dialogue is not None and dialogue.trial):
        return {"shown": True, "released": False, "words": words.machine()}
    return {"shown": False, "released": False, "words": say("not released to this view")}
