"""Every figure in docs/ stands between markers, and a command rewrites what is between them."""

import importlib.util
import re

import pytest

from benchmarks.figures import DOCS, WHOLE, WRITERS, names_in, without_figures

PAGES = sorted(DOCS.rglob("*.md"))
_UNITS = (
    r"%|s|ms|seconds?|minutes?|hours?|[kKMGT]i?B|bytes|tokens?|words?|characters|passages?|texts?"
    r"|speech(?:es)?|rows?|statements?|pages?|tests?|messages?|values?|recommendations?|turns?"
    r"|times|runs|worlds|lines|rounds|entries|paragraphs|documents|questions|replies|papers"
)
FIGURE = re.compile(rf"(?<![\w.§/-])\d[\d,.]*\s?(?:{_UNITS})(?!\w)")
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def loose(page):
    """The figures of a page that stand between no markers and in no code, with their lines."""
    bare = _CODE.sub(lambda c: "\n" * c.group(0).count("\n"), without_figures(page))
    lines = enumerate(bare.splitlines(), 1)
    return [(n, found) for n, line in lines for found in FIGURE.findall(line)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_no_figure_stands_outside_markers(page):
    if page.name not in WHOLE:
        assert loose(page.read_text(encoding="utf-8")) == []


def test_every_marker_has_its_command_and_every_command_its_marker():
    marked = [name for page in PAGES for name in names_in(page.read_text(encoding="utf-8"))]
    assert sorted(marked) == sorted(WRITERS)
    for module, *_ in (*WRITERS.values(), *WHOLE.values()):
        assert importlib.util.find_spec(module), module


def test_a_loose_figure_is_caught():
    page = "In 2004 it took 12 s.\n<!-- figures: x -->\n14 s\n<!-- end figures -->\n`3 s` 40 %"
    assert loose(page) == [(1, "12 s"), (5, "40 %")]
    assert names_in(page) == ["x"]
    assert loose("See rule 6, Python 3.11, ISO 8601 and ADR 0004.") == []
