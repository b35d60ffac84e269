"""The commands as a user runs them: each in a process of its own."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from headway.cli import main

pytestmark = pytest.mark.process

HEADWAY = str(Path(sys.executable).with_name("headway"))


def run(*words, ok=True, env=None, given=None):
    ended = subprocess.run(
        [HEADWAY, *map(str, words)],
        capture_output=True,
        text=True,
        input=given,
        env={**os.environ, **(env or {})},
        check=False,
    )
    assert "Traceback" not in ended.stderr, ended.stderr
    assert (ended.returncode == 0) is ok, ended.stdout + ended.stderr
    return ended


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The example record, made once."""
    record = tmp_path_factory.mktemp("demo") / "demo.headway"
    run("demo", record)
    return record


def test_every_command_has_help_an_example_and_its_exit_codes():
    from click.testing import CliRunner

    for name in main.list_commands(None):
        told = CliRunner().invoke(main, [name, "--help"], terminal_width=200).output
        assert re.search(r"Examples?: headway", told), name
        assert "Exit codes:" in told, name


def test_every_command_is_in_the_readme(repository):
    readme = (repository / "README.md").read_text(encoding="utf-8")
    for name in main.list_commands(None):
        assert f"`headway {name}" in readme, name
    for word in re.findall(r"`headway ([a-z]+)", readme):
        assert word in main.list_commands(None), word


def test_letters_that_an_old_encoding_lacks_break_no_command(tmp_path):
    (tmp_path / "第六轮对话.txt").write_text("x", encoding="utf-8")
    printed = run("manifest", tmp_path, env={"PYTHONIOENCODING": "cp1252"}).stdout
    assert "\\u7b2c\\u516d" in printed
    run("manifest", tmp_path, "--write", env={"PYTHONIOENCODING": "cp1252"})
    saved = (tmp_path / "manifest.csv").read_text(encoding="utf-8-sig")
    assert "第六轮对话.txt" in saved
    run("manifest", tmp_path, "--write", ok=False)


def test_demo_again_changes_nothing(demo):
    before = json.loads(run("verify", demo, "--json").stdout)
    run("demo", demo)
    assert json.loads(run("verify", demo, "--json").stdout) == before
    assert before["sound"] is True


def test_the_six_leading_measures_for_both_sides(demo):
    figures = json.loads(run("measure", demo, "--json").stdout)
    shown = {(f["dialogue"], f["measure"], f["party"]) for f in figures}
    assert len(shown) == len(figures) == 2 * 6 * 2


def test_a_measure_as_of_a_day_knows_less(demo):
    asked = {}
    for day in ("2011-01-01", "2018-01-01"):
        words = ("measure", demo, "answer_rate", "--as-of", day, "--json")
        words += ("--dialogue", "estravane-yuanlan")
        asked[day] = sum(f["bounds"]["items"] for f in json.loads(run(*words).stdout))
    assert 0 < asked["2011-01-01"] < asked["2018-01-01"]


def test_export_and_restore_give_the_same_root_and_the_same_files(demo, tmp_path):
    run("export", demo, tmp_path / "one")
    run("restore", tmp_path / "again.headway", tmp_path / "one")
    run("export", tmp_path / "again.headway", tmp_path / "two")
    roots = [
        json.loads(run("verify", r, "--json").stdout)["root"]
        for r in (demo, tmp_path / "again.headway")
    ]
    assert roots[0] == roots[1]
    files = [
        sorted(p.relative_to(f) for p in f.rglob("*") if p.is_file())
        for f in (tmp_path / "one", tmp_path / "two")
    ]
    assert files[0] == files[1]
    for file in files[0]:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
    refused = run("restore", demo, tmp_path / "one", ok=False)
    assert refused.returncode == 5


def test_what_the_public_gets_holds_no_other_label(demo, tmp_path):
    run("export", demo, tmp_path / "public", "--view", "public")
    lines = [
        json.loads(line)
        for file in (tmp_path / "public").glob("*.jsonl")
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    assert lines
    assert {line["label"] for line in lines} == {"public"}
    assert not (tmp_path / "public" / "log.jsonl").exists()


def test_load_reports_first_then_writes_then_writes_nothing(tmp_path):
    import headway

    record, bundle = tmp_path / "my.headway", headway.example("canada_china")
    run("init", record)
    dry = json.loads(run("load", record, bundle, "--json").stdout)
    assert dry["new"]["Round"] == 3 and dry["written"] is False
    assert json.loads(run("verify", record, "--json").stdout)["entries"] == 0
    assert json.loads(run("load", record, bundle, "--write", "--json").stdout)["written"] is True
    again = json.loads(run("load", record, bundle, "--write", "--json").stdout)
    assert again["written"] is False and not any(again["new"].values())
    assert json.loads(run("verify", record, "--json").stdout)["entries"] == 1


def test_a_bundle_with_faults_is_refused_whole_and_told_by_file_line_and_field(tmp_path):
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    (bundle / "bundle.json").write_text(
        json.dumps({"format": "headway-bundle/1", "title": {"en": "x"}})
    )
    (bundle / "parties.jsonl").write_text('{"id": "a", "name": {"en": "A"}}\n{"id": "b"}\n')
    run("init", tmp_path / "r.headway")
    refused = run("load", tmp_path / "r.headway", bundle, "--write", ok=False)
    assert refused.returncode == 2
    assert "parties.jsonl" in refused.stdout and "2" in refused.stdout and "name" in refused.stdout
    assert json.loads(run("verify", tmp_path / "r.headway", "--json").stdout)["entries"] == 0


def test_serve_prints_one_page_without_opening_a_port(demo):
    page = run("serve", demo, "--get", "/dialogues/estravane-yuanlan").stdout
    assert "found by machine, not reviewed" in page
    twin = json.loads(run("serve", demo, "--get", "/dialogues/estravane-yuanlan.json").stdout)
    assert twin
    assert run("serve", demo, "--get", "/nothing", ok=False).returncode == 2
    assert run("serve", demo, "--get", "nothing", ok=False).returncode == 2


def test_the_public_sees_only_released_measures(demo):
    page = run("serve", demo, "--view", "public", "--get", "/dialogues/estravane-yuanlan").stdout
    assert "found by machine, not reviewed" not in page


def test_a_release_lets_a_fact_out_and_a_withholding_tells_that_one_exists(demo, tmp_path):
    record = tmp_path / "r.headway"
    run("export", demo, tmp_path / "out")
    run("restore", record, tmp_path / "out")
    run(
        "withhold",
        record,
        "Remark/nothing",
        "--category",
        "security",
        "--decided-by",
        "x",
        ok=False,
    )
    desk = json.loads(run("history", record, "Dialogue/estravane-yuanlan", "--json").stdout)
    assert desk
    assert run("history", record, "Dialogue/nothing", "--json", ok=False).returncode == 2


def test_what_was_erased_is_found_nowhere_beside_the_record_either(demo, tmp_path):
    record = tmp_path / "r.headway"
    run("export", demo, tmp_path / "out")
    run("restore", record, tmp_path / "out")
    run("reuse", record)
    words = "Boiled, I am sorry to say."
    told = json.loads(run("serve", record, "--get", "/search.json?q=Boiled").stdout)
    assert told["total"] >= 1
    run("erase", record, "Rendering/r6-opening-e-en", "--category", "court_order", "--yes")
    found = [f for f in tmp_path.glob("r.headway*/**/*") if f.is_file()] + [record]
    assert not [f for f in found if words.encode() in f.read_bytes()]
    told = json.loads(run("serve", record, "--get", "/search.json?q=Boiled").stdout)
    assert told["total"] == 0
    assert json.loads(run("verify", record, "--json").stdout)["sound"] is True


def test_names_are_kept_apart_and_unreadable_without_the_passphrase(tmp_path):
    record = tmp_path / "r.headway"
    key = {"HEADWAY_NAMES_PASSPHRASE": "correct horse battery staple"}
    run("init", record)
    run("names", record, "add", "case-1", "--name", "Invented Person", env=key)
    assert run("names", record, "show", "case-1", env=key).stdout.strip() == "Invented Person"
    assert run("names", record, "list", env=key).stdout.strip() == "case-1"
    wrong = {"HEADWAY_NAMES_PASSPHRASE": "wrong"}
    refused = run("names", record, "show", "case-1", env=wrong, ok=False)
    assert refused.stderr.count("\n") == 1
    for file in tmp_path.iterdir():
        if file.is_file():
            assert b"Invented Person" not in file.read_bytes()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("serve", "{t}/absent.headway"), 2),
        (("verify", "{t}/absent.headway"), 2),
        (("measure", "{t}/absent.headway"), 2),
        (("load", "{t}/absent.headway", "{t}"), 2),
        (("init", "{t}/no/such/folder/r.headway"), 2),
        (("measure", "{t}/x", "--as-of", "yesterday"), 2),
        (("serve", "{t}"), 2),
    ],
)
def test_a_refusal_is_one_sentence_with_its_exit_code(words, code, tmp_path):
    ended = run(*(word.replace("{t}", str(tmp_path)) for word in words), ok=False)
    assert ended.returncode == code
    assert len(ended.stderr.strip().splitlines()) == 1, ended.stderr


def test_commands_without_a_record_import_no_django(tmp_path):
    code = (
        "import sys; from headway.cli import main\n"
        "try: main(['schemas', sys.argv[1]])\n"
        "except SystemExit: pass\n"
        "print('django' in sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "s")],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told.strip().endswith("False")
