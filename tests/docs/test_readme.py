"""What the README and DEVELOPERS.md say can be done, and what they link to is there."""

import contextlib
import io
import re

import pytest

PAGES = ("README.md", "DEVELOPERS.md", "CHANGELOG.md")


def test_the_python_of_the_readme_runs(repository):
    readme = (repository / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        exec(compile(code, "README.md", "exec"), {})
    assert "questions put to" in told.getvalue()


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_files(page, repository):
    text = (repository / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
        if "://" not in target:
            assert (repository / target).exists(), target


def test_make_targets_that_are_named_exist(repository):
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    for page in PAGES:
        for target in re.findall(r"`make ([a-z-]+)`", (repository / page).read_text("utf-8")):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
