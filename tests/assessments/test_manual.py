"""docs/assessment.md tells every field, block and command as they are."""

import re

from headway.cli.assessing import assessment
from tests.assessments.manual import MANUAL, written


def test_it_is_current():
    text = MANUAL.read_text("utf-8")
    assert written(text) == text, "write it again: python -m tests.assessments.manual"


def test_it_names_every_command_and_no_other():
    named = set(re.findall(r"`headway assessment (\w+)", MANUAL.read_text("utf-8")))
    assert named == set(assessment.commands)


def test_every_command_has_an_example_and_its_exit_codes():
    for command in assessment.commands.values():
        assert "Exit codes:" in command.help
        assert "Example" in command.epilog
