"""What must hold of anything that reads and writes bundles, as functions of a `Carrier`.

The suite runs them on `headway.bundle`; `tests/broken` runs them on versions broken on purpose.
Each takes a carrier and an empty folder, and fails with AssertionError.
"""

import hashlib
import json
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import headway.bundle as bundles
from headway.domain.commitments import commitment, content_bytes
from headway.domain.dates import PartialDate
from headway.domain.errors import HeadwayError
from headway.domain.parties import Party
from headway.domain.rounds import Round
from headway.domain.shape import to_plain
from headway.domain.statements import Rendering
from headway.domain.wording import Wording
from tests.bundle.folders import LINES, said, write_folder

ODD_TEXT = "Cafe\u0301\r\n谢谢\u3000 \ufb01n \U0001f600\n\n"
INFO = bundles.Info(Wording({"en": "T"}))
KEY = bytes(range(32))


@dataclass(frozen=True, slots=True)
class Carrier:
    """Something that reads and writes bundles with the signatures of `headway.bundle`."""

    read: Callable[..., bundles.Bundle] = bundles.read
    write: Callable[..., Path] = bundles.write


def copied(carrier: Carrier, bundle: bundles.Bundle, folder: Path) -> Path:
    """The bundle written by the carrier."""
    return carrier.write(
        folder, bundle.known, bundle.texts, bundle.originals, bundle.info, bundle.entries
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by name."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


# -- reading -----------------------------------------------------------------------------------


def references_lead_somewhere(carrier: Carrier, folder: Path) -> None:
    """A reference to nothing is complained of by file, line and field, to any noun or to one."""
    judged = {"id": "j", "about": "Round/r9", "summary": "x", "signed_by": "y", "signed_on": "2001"}
    lines = {
        **LINES,
        "rounds.jsonl": [{**LINES["rounds.jsonl"][0], "dialogue": "dd"}],
        "judgements.jsonl": [judged],
    }
    found = carrier.read(write_folder(folder / "b", lines)).complaints
    places = {(c.file, c.line, c.field) for c in found}
    assert places >= {("rounds.jsonl", 1, "dialogue"), ("judgements.jsonl", 1, "about")}


def a_line_is_a_value_or_a_complaint(carrier: Carrier, folder: Path) -> None:
    """Of every line either a value is known or something is complained of, never both."""
    rows = [
        {"id": "a", "name": {"en": "A"}},
        {"id": "b", "name": {"en": "B"}, "ladder": "clerk"},
        {"id": "c", "name": {"en": "C"}, "country": 7, "invented": True},
        {"id": "d", "name": {"en": "D"}, "known_on": "May"},
        {"id": "e", "name": {"en": "E"}, "nickname": "E"},
    ]
    bundle = carrier.read(write_folder(folder / "b", {"parties.jsonl": rows}, None))
    known = [one.line for one in bundle.known if one.file == "parties.jsonl"]
    blamed = {one.line for one in bundle.complaints if one.file == "parties.jsonl"}
    assert (known, blamed) == ([1], {2, 3, 4, 5})


def texts_are_kept_as_they_are(carrier: Carrier, folder: Path) -> None:
    """The hash is that of the bytes, and the text comes back to the last code point."""
    assert unicodedata.normalize("NFKC", ODD_TEXT) != ODD_TEXT
    content = ODD_TEXT.encode()
    bundle = carrier.read(write_folder(folder / "b", **{"texts/s1.txt": content}))
    corpus = bundle.corpus()
    text_hash = corpus.one(Rendering, "s1-en").text
    assert text_hash == hashlib.sha256(content).hexdigest()
    assert corpus.text(text_hash) == ODD_TEXT


def public_needs_a_release(carrier: Carrier, folder: Path) -> None:
    """A label of a released view is complained of unless a release to that view names it."""
    release = {
        "id": "out",
        "label": "counterpart",
        "view": "counterpart",
        "title": {"en": "First"},
        "author": "desk",
        "version": "1",
        "released_on": "2003",
        "decided_by": "p1",
        "items": ["Party/a", "Party/b"],
    }
    first, second = LINES["parties.jsonl"]
    parties = [{**first, "label": "public"}, {**second, "label": "counterpart"}]
    lines = {**LINES, "parties.jsonl": parties, "releases.jsonl": [release]}
    found = carrier.read(write_folder(folder / "b", lines)).complaints
    assert [(c.file, c.line, c.field) for c in found] == [("parties.jsonl", 1, "label")]


def as_of_knows_what_was_known(carrier: Carrier, folder: Path) -> None:
    """A value is known from its `known_on`; the last version is the latest day's, not line's."""
    later = {**LINES["rounds.jsonl"][0], "hours": 6, "known_on": "2004"}
    lines = {**LINES, "rounds.jsonl": [later, *LINES["rounds.jsonl"]]}
    bundle = carrier.read(write_folder(folder / "b", lines))
    early = bundle.corpus(as_of=date(2003, 1, 1), loaded_on=date(1999, 1, 1))
    assert early.one(Round, "r1").hours is None
    assert bundle.corpus(as_of=date(2002, 1, 1)).get(Round, "r2") is None
    assert bundle.corpus().one(Round, "r1").hours == 6


# -- writing -----------------------------------------------------------------------------------


def the_order_of_the_input_does_not_matter(carrier: Carrier, folder: Path) -> None:
    """The same values in another order give the same bytes."""
    bundle = bundles.read(write_folder(folder / "x"))
    one = copied(carrier, bundle, folder / "one")
    two = copied(carrier, replace(bundle, known=bundle.known[::-1]), folder / "two")
    assert contents(one) == contents(two)


def everything_comes_back(carrier: Carrier, folder: Path) -> None:
    """What is written reads back: values, days known, order of languages, texts, originals."""
    odd = {"id": "c", "name": {"zh": "丙", "en": "C", "fr": "C"}, "comment": "a\r\n\u2028b"}
    lines = {**LINES, "parties.jsonl": [*LINES["parties.jsonl"], odd]}
    before = bundles.read(write_folder(folder / "x", lines))
    after = carrier.read(copied(carrier, before, folder / "one"))
    assert said(after) == []
    # a list of pairs, for two wordings are equal only in the same order of languages
    assert sorted(((k.value, k.known_on) for k in after.known), key=str) == sorted(
        ((k.value, k.known_on) for k in before.known), key=str
    )
    assert dict(after.texts) == dict(before.texts)
    assert dict(after.originals) == dict(before.originals)
    assert after.info == before.info


def a_failure_leaves_nothing(carrier: Carrier, folder: Path) -> None:
    """A text that is named and not given is refused, and no part of the bundle is left."""
    bundle = bundles.read(write_folder(folder / "x"))
    try:
        carrier.write(folder / "one", bundle.known, {}, bundle.originals, bundle.info)
    except HeadwayError:
        pass
    else:
        raise AssertionError("the text was not missed")
    assert [path.name for path in folder.iterdir()] == ["x"]


# -- the log -----------------------------------------------------------------------------------


def _touch(name: str, known_on: str) -> bundles.LogTouch:
    value = Party(id="p", name=Wording({"zh": "甲", "en": name}))
    data = to_plain(value)
    content = content_bytes(noun="Party", id="p", label="desk", known_on=known_on, data=data)
    committed = commitment(KEY, content)
    return bundles.LogTouch(committed, "Party", "p", "desk", PartialDate(known_on), data, KEY)


def _logged(carrier: Carrier, folder: Path) -> Path:
    at = "2026-01-02T03:04:05Z"
    log = [
        bundles.Entry(1, "load", "actor-1", at, (_touch("Old", "2001"),)),
        bundles.Entry(2, "load", "actor-1", at, (_touch("New", "2003"),)),
    ]
    known = [bundles.Known(Party(id="p", name=Wording({"zh": "甲", "en": "Old"})))]
    return bundles.write(folder, known, {}, {}, INFO, log)


def the_log_is_verified(carrier: Carrier, folder: Path) -> None:
    """A log reads back; a changed actor, value or order, or an entry cut off, is complained of."""
    bundle = carrier.read(_logged(carrier, folder / "good"))
    assert said(bundle) == [] and bundle.entries is not None and len(bundle.entries) == 2
    assert bundle.corpus(as_of=date(2002, 1, 1)).one(Party, "p").name["en"] == "Old"
    for number, change in enumerate((_other_actor, _other_name, list.reverse, list.pop)):
        path = _logged(carrier, folder / str(number)) / "log.jsonl"
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        change(lines)
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        found = carrier.read(path.parent).complaints
        assert any(one.file == "log.jsonl" for one in found), change


def _other_actor(lines: list[dict]) -> None:
    lines[0]["actor"] = "somebody-else"


def _other_name(lines: list[dict]) -> None:
    lines[1]["touches"][0]["data"]["name"]["en"] = "Forged"


CHECKS: tuple[Callable[[Carrier, Path], None], ...] = (
    references_lead_somewhere,
    a_line_is_a_value_or_a_complaint,
    texts_are_kept_as_they_are,
    public_needs_a_release,
    as_of_knows_what_was_known,
    the_order_of_the_input_does_not_matter,
    everything_comes_back,
    a_failure_leaves_nothing,
    the_log_is_verified,
)
