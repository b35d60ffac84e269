"""docs/bundle.md says what the code does."""

import headway.bundle as bundles
from headway.domain.nouns import NOUNS
from headway.domain.shape import file_name
from tests.bundle.folders import said, write_folder
from tests.bundle.manual import MANUAL, written


def test_the_generated_parts_are_as_they_would_be_written_now():
    text = MANUAL.read_text(encoding="utf-8")
    assert written(text) == text, "run: python -m tests.bundle.manual"
    assert all(f"`{file_name(noun)}`" in text for noun in NOUNS.values())


def test_the_example_of_the_manual_is_sound(tmp_path):
    assert said(bundles.read(write_folder(tmp_path / "b"))) == []


def test_the_code_of_the_manual_runs(tmp_path, monkeypatch):
    write_folder(tmp_path / "our-bundle")
    monkeypatch.chdir(tmp_path)
    text = MANUAL.read_text(encoding="utf-8")
    code = text.split("```python\n", 1)[1].split("```", 1)[0]
    names: dict[str, object] = {}
    exec(compile(code, "docs/bundle.md", "exec"), names)
    assert names["corpus"].values["Party"]
