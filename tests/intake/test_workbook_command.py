"""`headway workbook`: writes, fills and checks; refusals with their exit codes."""

import json

import pytest

from headway.cli import main
from headway.intake.workbook import read
from tests.cli.test_commands import run
from tests.intake.workbooks import FILLED, fill, fill_ours


@pytest.fixture
def headway(capsys):
    """Runs a command as a shell would: exit code, what was said, what was complained of."""

    def run(*words):
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        told = capsys.readouterr()
        return ended.value.code or 0, told.out, told.err

    return run


def test_an_empty_workbook_and_no_second_one(headway, tmp_path):
    code, out, _ = headway("workbook", tmp_path / "x.xlsx", "--language", "zh")
    assert code == 0 and "written to" in out
    code, _, err = headway("workbook", tmp_path / "x.xlsx")
    assert code == 5 and err.endswith("choose another name\n") and err.count("\n") == 1


def test_from_a_filled_workbook_or_a_bundle(headway, repository, tmp_path):
    fill(tmp_path / "a.xlsx")
    assert headway("workbook", tmp_path / "b.xlsx", "--from", tmp_path / "a.xlsx")[0] == 0
    ours, theirs = read(tmp_path / "a.xlsx").known, read(tmp_path / "b.xlsx").known
    assert sorted(repr(k.value) for k in ours) == sorted(repr(k.value) for k in theirs)
    source = repository / "headway" / "examples" / "canada_china"
    code, out, _ = headway("workbook", tmp_path / "c.xlsx", "--from", source, "--json")
    assert code == 0 and json.loads(out)["left_out"]["Withholding"] == 1


@pytest.mark.slow
def test_checking_says_what_to_mend(headway, tmp_path):
    rows = [*FILLED["rounds"], {"Round.number": "six", "Round.began_on": "2003"}]
    fill_ours(tmp_path / "x.xlsx", {**FILLED, "rounds": rows})
    code, out, err = headway("workbook", tmp_path / "y.xlsx", "--check", tmp_path / "x.xlsx")
    assert code == 2 and "'six' is not a number" in out and "y.xlsx shows them" in err
    code, out, _ = headway(
        "workbook", tmp_path / "z.xlsx", "--check", tmp_path / "x.xlsx", "--json"
    )
    assert code == 2 and len(json.loads(out)["complaints"]) == 1
    code, _, err = headway("workbook", tmp_path / "w.xlsx", "--from", tmp_path / "x.xlsx")
    assert code == 2 and "mend this first" in err and not (tmp_path / "w.xlsx").exists()
    fill(tmp_path / "good.xlsx")
    assert headway("workbook", tmp_path / "v.xlsx", "--check", tmp_path / "good.xlsx")[0] == 0


@pytest.mark.process
def test_loading_writes_the_copy_to_mend_by_itself(tmp_path):
    rows = [*FILLED["rounds"], {"Round.number": "six", "Round.began_on": "2003"}]
    fill_ours(tmp_path / "x.xlsx", {**FILLED, "rounds": rows})
    run("init", tmp_path / "r.headway")
    for name in ("x.to-mend.xlsx", "x.to-mend1.xlsx"):
        told = run("load", tmp_path / "r.headway", tmp_path / "x.xlsx", "--write", ok=False)
        assert f"nothing was written; {name} shows them in its cells" in told.stderr
        (again,) = read(tmp_path / name).complaints
        assert "'six' is not a number" in str(again)


def test_help_has_examples_and_exit_codes(headway):
    code, out, _ = headway("workbook", "--help")
    said = " ".join(out.split())
    assert code == 0 and "Examples: headway workbook" in said and "Exit codes: 0 done" in said
