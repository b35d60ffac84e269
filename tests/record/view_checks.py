"""What must hold of every view: the checks of the suite, also run against broken ones."""

from collections.abc import Callable, Iterable
from dataclasses import fields

from headway.domain.assessments import Withholding
from headway.domain.ids import split_any_id
from headway.domain.shape import references
from headway.domain.values import Value
from headway.domain.views import VIEWS, Viewer
from tests.strategies import NAMED, twins, viewers, world

Project = Callable[..., dict[str, dict[str, Value]]]

# rule 7 written out once more, by hand: which labels each view sees
SEES = {
    "public": {"public"},
    "counterpart": {"public", "counterpart"},
    "oversight": {"public", "oversight"},
    "desk": {"public", "counterpart", "oversight", "desk"},
    "assessor": {"public", "counterpart", "oversight", "desk", "assessor"},
}


def sees(viewer: Viewer, label: str) -> bool:
    """Whether a viewer sees a label, by the table above."""
    if label.startswith("named:"):
        return label.removeprefix("named:") in viewer.lists
    return label in SEES[viewer.view]


def check_permission(may_see: Callable) -> None:
    """It answers True or False and nothing else, and only True if every label is allowed."""
    labels = [*SEES["assessor"], NAMED]
    for viewer in viewers():
        for one in labels:
            for other in labels:
                expected = sees(viewer, one) and sees(viewer, other)
                for order in ((one, other), (other, one)):
                    assert may_see(order, viewer) is expected, (viewer, order)
            assert may_see((one,), viewer) is sees(viewer, one)
        assert may_see((), viewer) is True
        assert may_see(("everyone",), viewer) is False, "a label nobody defined"
        assert may_see(("named:",), viewer) is False


def check_default_label(noun: type[Value]) -> None:
    """A fact of which nothing is said is the desk's: neither public nor anybody else's."""
    found = next(field for field in fields(noun) if field.name == "label").default
    assert found == "desk"
    assert not [view for view, seen in SEES.items() if found in seen and "desk" not in seen]


def check_nothing_forbidden(project: Project, numbers: Iterable[int]) -> None:
    """What is shown is allowed by its label, needs nothing hidden and names nothing hidden."""
    for number in numbers:
        values = world(number).current
        labels = {(type(v).__name__, v.id): v.label for v in values}
        items = {v.id: v.item for v in values if isinstance(v, Withholding)}
        for viewer in viewers():
            shown = project(values, viewer)
            keys = {(noun, one) for noun, group in shown.items() for one in group}
            for noun, value_id in keys:
                assert sees(viewer, labels[noun, value_id]), (viewer, noun, value_id)
                check_names_only_shown(shown[noun][value_id], keys)
            for withholding in shown.get("Withholding", {}).values():
                assert withholding.item == "", "a withholding keeps its item"
                assert withholding.comment == ""
                assert split_any_id(items[withholding.id]) not in keys


def check_names_only_shown(value: Value, keys: set[tuple[str, str]]) -> None:
    """Every reference of the value leads to something shown."""
    for shape in references(type(value)):
        if isinstance(value, Withholding) and shape.name == "item":
            continue
        content = getattr(value, shape.name)
        for part in content if shape.many else (content,):
            if part is not None:
                target = split_any_id(part) if shape.refers_to == "*" else (shape.refers_to, part)
                assert target in keys or target[1] == "*", (value.id, shape.name, part)


def check_nothing_lost(project: Project, numbers: Iterable[int]) -> None:
    """Whoever may see every label sees every value, unchanged."""
    everyone = Viewer("assessor", frozenset({"circle"}))
    for number in numbers:
        values = [v for v in world(number).current if not isinstance(v, Withholding)]
        shown = project(values, everyone)
        assert {(type(v).__name__, v.id) for v in values} == {
            (noun, one) for noun, group in shown.items() for one in group
        }


def check_twins(project: Project, numbers: Iterable[int]) -> None:
    """Two worlds that differ only in what a viewer may not see look the same to it."""
    for number in numbers:
        for viewer in viewers():
            first, second = twins(number, viewer)
            assert project(first.current, viewer) == project(second.current, viewer), (
                number,
                viewer,
            )


def differ(number: int) -> bool:
    """Whether the twins of a number differ at all to somebody who sees everything."""
    first, second = twins(number, Viewer("public"))
    return set(map(repr, first.current)) != set(map(repr, second.current))


assert SEES.keys() == VIEWS.keys()
