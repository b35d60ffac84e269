"""The names file by command: help asks for nothing, everything else for the passphrase."""

import pytest
from click.testing import CliRunner

from headway.cli.naming import names

SECRET = "correct horse battery staple"


@pytest.mark.parametrize("words", [["add"], ["show"], ["delete"], ["list"]])
def test_help_on_a_record_asks_for_no_passphrase(words, tmp_path):
    told = CliRunner().invoke(names, [str(tmp_path / "r.headway"), *words, "--help"])
    assert told.exit_code == 0 and "Passphrase" not in told.output and "Example:" in told.output


def test_without_one_in_the_environment_the_passphrase_is_asked_for(tmp_path):
    record = str(tmp_path / "r.headway")
    added = CliRunner().invoke(
        names, [record, "add", "case-1", "--name", "Invented Person"], input=f"{SECRET}\n"
    )
    assert added.exit_code == 0 and SECRET not in added.output, added.output
    shown = CliRunner().invoke(names, [record, "show", "case-1"], input=f"{SECRET}\n")
    assert shown.exit_code == 0 and "Invented Person" in shown.output
