"""A figure as plain JSON data and back: the one place that knows how it is stored."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from headway.measures.figure import Bounds, Figure, Item

Plain = dict[str, Any]


def figure_to_plain(figure: Figure) -> Plain:
    """The figure as JSON data: every field by its name, parts and items nested."""
    out = _fields(figure)
    out["counts"] = [list(pair) for pair in figure.counts]
    out["settings"] = [list(pair) for pair in figure.settings]
    out["notes"] = list(figure.notes)
    out["bounds"] = _fields(figure.bounds) if figure.bounds else None
    out["items"] = [_fields(item) for item in figure.items]
    out["parts"] = [figure_to_plain(part) for part in figure.parts]
    return out


def _fields(thing: Figure | Bounds | Item) -> Plain:
    return {f.name: getattr(thing, f.name) for f in fields(thing)}


def figure_from_plain(data: Mapping[str, Any]) -> Figure:
    """The figure that `figure_to_plain` wrote."""
    content = dict(data)
    content["counts"] = tuple((name, value) for name, value in data["counts"])
    content["settings"] = tuple((name, value) for name, value in data["settings"])
    content["notes"] = tuple(data["notes"])
    content["bounds"] = Bounds(**data["bounds"]) if data["bounds"] else None
    content["items"] = tuple(Item(**item) for item in data["items"])
    content["parts"] = tuple(figure_from_plain(part) for part in data["parts"])
    return Figure(**content)
