"""The log in a bundle: verified when read, folded as of a day, broken when touched."""

import json
from datetime import date

import pytest

import headway.bundle as bundles
from headway.bundle.log import entry_from_plain, entry_to_plain, tree_root
from headway.domain.commitments import commitment, content_bytes, entry_leaf, leaf_bytes
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, BadValue
from headway.domain.merkle import leaf_hash
from headway.domain.parties import Party
from headway.domain.shape import to_plain
from headway.domain.wording import Wording
from tests.bundle.folders import said

INFO = bundles.Info(Wording({"en": "T"}))
KEY = bytes(range(32))


def party(name, label="desk"):
    return Party(id="p", label=label, name=Wording({"zh": "甲", "en": name}))


def touch(value, known_on):
    data = to_plain(value)
    noun = type(value).__name__
    content = content_bytes(noun=noun, id=value.id, label=value.label, known_on=known_on, data=data)
    return bundles.LogTouch(
        commitment(KEY, content), noun, value.id, value.label, PartialDate(known_on), data, KEY
    )


def log():
    at = "2026-01-02T03:04:05Z"
    return [
        bundles.Entry(1, "load", "actor-1", at, (touch(party("Old"), "2001"),)),
        bundles.Entry(2, "load", "actor-1", at, (touch(party("New"), "2003"),)),
        bundles.Entry(
            3,
            "erase",
            "actor-1",
            at,
            (bundles.LogTouch(b"\x07" * 32, erased="law"),),
            {"position": 2},
        ),
    ]


@pytest.fixture
def folder(tmp_path):
    known = [bundles.Known(party("Old"), PartialDate("2001"))]
    return bundles.write(tmp_path / "b", known, {}, {}, INFO, log())


def test_a_log_is_carried_and_folded(folder):
    bundle = bundles.read(folder)
    assert said(bundle) == []
    assert list(bundle.entries) == log()
    assert bundle.info.log == bundles.LogHead(3, tree_root(log()))
    now, early = bundle.corpus(), bundle.corpus(as_of=date(2002, 1, 1))
    assert now.one(Party, "p").name["en"] == "New" and now.position == 3
    assert early.one(Party, "p").name["en"] == "Old"
    assert bundle.corpus(as_of=date(2000, 1, 1)).values == {}


def test_plain_entries_are_written_too(tmp_path, folder):
    plain = [entry_to_plain(entry) for entry in log()]
    assert [entry_from_plain(entry) for entry in plain] == log()
    again = bundles.write(tmp_path / "c", bundles.read(folder).known, {}, {}, INFO, plain)
    assert (again / "log.jsonl").read_bytes() == (folder / "log.jsonl").read_bytes()


def test_the_leaf_is_the_rfcs_over_canonical_json():
    entry = log()[2]
    data = (
        b'{"act":"erase","actor":"actor-1","at":"2026-01-02T03:04:05Z","commitments":["'
        + b"07" * 32
        + b'"],"erases":{"position":2},"position":3}'
    )
    assert entry.leaf == leaf_hash(data)
    first = log()[0]
    head = {"position": 1, "act": "load", "actor": "actor-1", "at": first.at}
    commitments = [one.commitment for one in first.touches]
    assert first.leaf == entry_leaf(**head, commitments=commitments)
    assert leaf_hash(leaf_bytes(**head, commitments=commitments)) == first.leaf


def test_the_order_of_languages_is_committed_to():
    value = party("New")
    swapped = {**to_plain(value), "name": {"en": "New", "zh": "甲"}}
    args = {"noun": "Party", "id": "p", "label": "desk", "known_on": "2003"}
    assert content_bytes(**args, data=swapped) != content_bytes(**args, data=to_plain(value))
    with pytest.raises(BadValue, match="needs 32"):
        commitment(b"short", b"")


def changed(entries, how):
    lines = [entry_to_plain(entry) for entry in entries]
    how(lines)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


@pytest.mark.parametrize(
    ("how", "complaint"),
    [
        (lambda e: e[0]["touches"][0]["data"].update(country="XX"), "commitment does not hold"),
        (lambda e: e[0]["touches"][0].update(label="public"), "commitment does not hold"),
        (lambda e: e[0]["touches"][0].update(known_on="1999"), "commitment does not hold"),
        (lambda e: e[0].update(actor="x"), "does not lead to the root"),
        (lambda e: e[2].pop("erases"), "does not lead to the root"),
        (lambda e: e.pop(), "does not lead to the root"),
        (lambda e: e.reverse(), "position 3 is out of order"),
        (lambda e: e[0].pop("act"), "an entry has the parts"),
        (lambda e: e[0].update(position=True), "position is not what"),
        (lambda e: e[0].update(at="yesterday"), "is no moment"),
        (lambda e: e[0]["touches"][0].update(key="00"), "not 32 bytes in hex"),
        (lambda e: e[0]["touches"].append(3), "a touch has the parts"),
        (lambda e: e[0]["touches"][0].update(known_on="May"), "not a date"),
    ],
)
def test_a_changed_log_is_seen(folder, how, complaint):
    (folder / "log.jsonl").write_text(changed(log(), how), encoding="utf-8")
    bundle = bundles.read(folder)
    assert any(complaint in one for one in said(bundle)), said(bundle)


def test_lines_that_the_log_does_not_know_are_seen(folder):
    with (folder / "parties.jsonl").open("a") as file:
        file.write('{"id": "p", "name": {"en": "Other"}, "known_on": "2005"}\n')
    (one,) = said(bundles.read(folder))
    assert one.startswith("parties.jsonl, line 2: the log has no such touch")


def test_a_log_without_root_and_a_root_without_log(folder):
    info = json.loads((folder / "bundle.json").read_text())
    del info["log"]
    (folder / "bundle.json").write_text(json.dumps(info))
    assert "states no log" in said(bundles.read(folder))[0]
    info["log"] = {"size": 3, "root": tree_root(log())}
    (folder / "bundle.json").write_text(json.dumps(info))
    (folder / "log.jsonl").unlink()
    assert "there is no log.jsonl" in said(bundles.read(folder))[0]


def test_entries_that_do_not_fit_are_refused():
    with pytest.raises(BadInput):
        entry_from_plain({"position": 1})
