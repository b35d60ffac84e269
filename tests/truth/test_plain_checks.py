"""The plain checks of the truth files hold, and each catches what it is there to catch."""

import json
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent


SLOW = pytest.param("no_other_repeats", marks=pytest.mark.slow)


@pytest.fixture(params=["spans", SLOW, "reuse_figures"])
def script(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """One check, as a script sees itself: beside `plain`, asked only to compare."""
    monkeypatch.syspath_prepend(str(HERE))
    monkeypatch.setattr(sys, "argv", [request.param, "--check"])
    return import_module(request.param)


def test_the_check_holds(script: ModuleType) -> None:
    assert script.main() == 0


def test_a_sentence_said_once_more_is_caught(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = script.texts()
    passages = json.loads((HERE / "invented-passages.json").read_text(encoding="utf-8"))["passages"]
    said = next(one["text"] for one in passages if one["id"] == "v09")
    changed = {**held, "r8-opening-e-en": f"{said} {held['r8-opening-e-en']}"}
    monkeypatch.setattr(script, "texts", lambda: changed)
    assert script.main() == 1


def test_the_example_is_as_large_as_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(HERE))
    plain = import_module("plain")
    held = plain.texts()
    size = plain.size(held)
    assert len(held) == 74
    assert size.total() >= 60_000
    assert size["en"] >= 25_000
    assert size["fr"] >= 10_000
    assert size["zh"] >= 25_000
    assert plain.size({**held, "x-en": "one, two: 3"})["en"] == size["en"] + 3
