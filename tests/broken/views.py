"""Views that are broken on purpose, each in one way that has happened to somebody."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from headway.domain import corpus
from headway.domain.assessments import Withholding
from headway.domain.ids import split_any_id
from headway.domain.values import Value
from headway.domain.views import VIEWS, Viewer, may_see

# -- the permission ---------------------------------------------------------------------------


def answers_a_tuple(labels, viewer):
    """Gives a reason along: a tuple is always true."""
    allowed = may_see(labels, viewer)
    return (allowed, "" if allowed else "not for this view")


def one_label_is_enough(labels, viewer):
    """`any` in the place of `all`."""
    labels = list(labels)
    return any(may_see((label,), viewer) for label in labels) if labels else True


def every_list_is_open(labels, viewer):
    """A named label counts as the desk's."""
    return may_see(["desk" if one.startswith("named:") else one for one in labels], viewer)


def an_unknown_label_is_public(labels, viewer):
    """What no table names is let through."""
    known = {label for allowed in VIEWS.values() for label in allowed}
    return may_see([x for x in labels if x in known or x.startswith("named:x")], viewer)


def the_first_label_decides(labels, viewer):
    """Only the value's own label is asked, not those of its sources."""
    return may_see(list(labels)[:1], viewer)


PERMISSIONS = (
    answers_a_tuple,
    one_label_is_enough,
    every_list_is_open,
    an_unknown_label_is_public,
    the_first_label_decides,
)


@dataclass(frozen=True, kw_only=True)
class PublicByDefault(Value):
    """A fact of which nothing is said is public."""

    label: str = "public"


@dataclass(frozen=True, kw_only=True)
class CounterpartByDefault(Value):
    """A fact of which nothing is said is the counterpart's too."""

    label: str = "counterpart"


DEFAULTS = (PublicByDefault, CounterpartByDefault)


# -- the projection ---------------------------------------------------------------------------


def _shown(values: Iterable[Value]) -> dict[str, dict[str, Value]]:
    found: dict[str, dict[str, Value]] = {}
    for value in sorted(values, key=lambda one: one.id):
        found.setdefault(type(value).__name__, {})[value.id] = value
    return found


def a_withholding_keeps_its_item(values, viewer, **_):
    """That something is withheld is told together with what it is."""
    values = list(values)
    items = {value.id: value for value in values if isinstance(value, Withholding)}
    shown = corpus.project(values, viewer)
    kept = {key: items[key] for key in shown.get("Withholding", {})}
    return shown | ({"Withholding": kept} if kept else {})


def mentions_stay(values, viewer, **_):
    """Only labels are asked: what is shown names what is not."""
    return _shown(
        replace(value, item="", comment="") if isinstance(value, Withholding) else value
        for value in values
        if may_see((value.label,), viewer)
    )


def needs_are_not_asked(values, viewer, **_):
    """Lists are emptied, but a value stays although what it needs is hidden."""
    seen = {
        (type(value).__name__, value.id): value
        for value in values
        if may_see((value.label,), viewer)
    }
    emptied = [corpus._emptied(value, seen) for value in seen.values()]
    return _shown(
        replace(one, item="", comment="") if isinstance(one, Withholding) else one
        for one in emptied
    )


def needs_are_asked_once(values, viewer, **_):
    """A value that needs one that needs a hidden one stays."""
    values = list(values)
    seen = {(type(v).__name__, v.id): v for v in values if may_see((v.label,), viewer)}
    once = {key: v for key, v in seen.items() if corpus._needs_are_met(v, seen)}
    shown = [corpus._emptied(v, once) for v in once.values()]
    return _shown(
        replace(v, item="", comment="") if isinstance(v, Withholding) else v
        for v in shown
        if not isinstance(v, Withholding) or split_any_id(v.item) not in once
    )


def the_desk_sees_everything(values, viewer, **_):
    """The desk reads the assessor's drafts and every list."""
    if viewer.view == "desk":
        viewer = Viewer("assessor", frozenset({"circle"}))
    return corpus.project(values, viewer)


def hidden_facts_leave_a_count(values, viewer, **_):
    """What is withheld says how many more there are."""
    values = list(values)
    shown = corpus.project(values, viewer)
    hidden = len(values) - sum(len(group) for group in shown.values())
    told = {
        key: replace(value, comment="", place=f"one of {hidden}")
        for key, value in shown.get("Withholding", {}).items()
    }
    return shown | ({"Withholding": told} if told else {})


def shows_nothing(values, viewer, **_):
    """Safe, and of no use."""
    return {}


PROJECTIONS = (
    a_withholding_keeps_its_item,
    mentions_stay,
    needs_are_not_asked,
    needs_are_asked_once,
    the_desk_sees_everything,
    hidden_facts_leave_a_count,
    shows_nothing,
)
