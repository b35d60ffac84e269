"""The habits of the house that no other tool checks."""

import ast
import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[1] / "headway"
MODULES = [p for p in sorted(HOUSE.rglob("*.py")) if "migrations" not in p.parts]
FITTING = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|HPND|MPL|LGPL|Zlib|Unlicense|CC0", re.I
)
# licence texts that name no SPDX word in their metadata, checked by hand
CHECKED_BY_HAND = {"vl-convert-python": "BSD-3-Clause", "numba": "BSD-2-Clause"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(HOUSE)))
def test_a_file_is_short_and_imports_openly(path):
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 500
    assert not any(
        isinstance(node, ast.Name) and node.id == "TYPE_CHECKING"
        for node in ast.walk(ast.parse(source))
    )


def test_no_file_is_called_utils():
    assert not [p for p in MODULES if p.stem in {"utils", "util", "helpers", "manager", "misc"}]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(HOUSE)))
def test_everything_public_says_what_it_is(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if path.stat().st_size:
        assert ast.get_docstring(tree), "the module has no docstring"
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has no docstring"


def test_every_dependency_has_its_reason_beside_it():
    text = (HOUSE.parent / "pyproject.toml").read_text(encoding="utf-8")
    for line in text.splitlines():
        if re.match(r'\s+"[A-Za-z].*",', line) and ">=" in line:
            assert "#" in line and len(line.split("#")[1].strip()) > 10, line


def test_runtime_licences_fit_apache_2():
    project = tomllib.loads((HOUSE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    for requirement in project["project"]["dependencies"]:
        name = re.split(r"[<>=\[; ]", requirement)[0]
        assert FITTING.search(_licence(name)), name


def _licence(name: str) -> str:
    about = importlib.metadata.metadata(name)
    classifiers = " ".join(c for c in about.get_all("Classifier", []) if c.startswith("License"))
    return CHECKED_BY_HAND.get(name) or " ".join(
        [about.get("License-Expression") or "", about.get("License") or "", classifiers]
    )
