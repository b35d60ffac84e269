"""Who may do which act. Every function here returns True or False and nothing else."""

from dataclasses import dataclass
from typing import Literal

from headway.domain.views import VIEWS, Viewer, may_see

Role = Literal["reader", "assessor", "desk", "keeper"]
Act = Literal["load", "release", "withhold", "erase", "restore", "export", "export_view"]

PERMITTED: dict[Act, frozenset[Role]] = {
    "load": frozenset({"assessor", "desk", "keeper"}),
    "release": frozenset({"desk", "keeper"}),
    "withhold": frozenset({"desk", "keeper"}),
    "erase": frozenset({"keeper"}),
    "restore": frozenset({"keeper"}),
    "export": frozenset({"keeper"}),
    "export_view": frozenset({"reader", "assessor", "desk", "keeper"}),
}
"""Which roles may do an act; a keeper is who holds the record's file."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: an opaque id that the log keeps, a role, and what this person may see."""

    id: str
    role: Role
    viewer: Viewer


def local_user(actor_id: str = "local") -> Actor:
    """The one user of a record without accounts: whoever holds the file may do everything."""
    return Actor(actor_id, "keeper", Viewer("assessor"))


def may(actor: Actor, act: Act) -> bool:
    """Whether the actor's role allows the act."""
    return actor.role in PERMITTED[act]


def may_write(actor: Actor, *labels: str) -> bool:
    """Whether the actor may see, and so write, what carries all these labels.

    A keeper may write under every label, named lists included.
    """
    return actor.role == "keeper" or may_see(labels, actor.viewer)


def may_give(actor: Actor, viewer: Viewer) -> bool:
    """Whether the actor may hand on what that viewer sees: only what the actor sees too."""
    if actor.role == "keeper" or viewer == actor.viewer:
        return True
    return _within(viewer, actor.viewer)


def _within(viewer: Viewer, other: Viewer) -> bool:
    return VIEWS[viewer.view] <= VIEWS[other.view] and viewer.lists <= other.lists
