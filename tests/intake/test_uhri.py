"""Exports of the Universal Human Rights Index: shapes, sides, streaming; contents are invented."""

import hashlib
import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.domain.corpus import Corpus
from headway.domain.errors import BadInput, HeadwayError
from headway.domain.parties import Dialogue, Party
from headway.domain.rounds import Round
from headway.domain.statements import Source
from headway.domain.undertakings import Recommendation
from headway.domain.wording import Wording
from headway.intake import Setting, choose, read_any, uhri
from headway.intake.uhri_cells import as_date, as_line, as_list, as_words, session_number
from headway.intake.upr_forum import DIALOGUE_ID
from tests.intake.uhri_files import annotation, check_export, example, write_export

SIDES = {"Norway": "n", "Vietnam": "v"}


def written(folder, content, name="export-full-en.json"):
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def one_object(**cells):
    import random

    return annotation(5, random.Random(1)) | {"Countries": ["Norway"]} | cells


def only(draft):
    (found,) = draft.corpus().all(Recommendation)
    return found


def test_what_concerns_the_sides_is_kept():
    check_export(uhri.read, example(), {"Norway": "n", "Viet Nam": "v"})


@given(st.integers(1, 30), st.sets(st.sampled_from(["Norway", "Chad", "Peru"]), min_size=1))
def test_whichever_sides(count, names):
    check_export(uhri.read, example(count), {name: name.lower() for name in names})


def test_counts_say_what_was_passed_over(tmp_path):
    counts = uhri.read(written(tmp_path, example(40)), None, SIDES).report.counts
    assert counts["objects"] == 40
    assert counts["on other States, passed over"] == 24
    kept = counts["recommendations"] + counts["observations and concerns, passed over"]
    assert kept == 16


def test_the_array_may_stand_in_a_field(tmp_path):
    inside = {"count": 1, "meta": {"a": 1}, "results": [one_object()]}
    assert only(uhri.read(written(tmp_path, inside), None, SIDES)).to == "n"


def test_fields_as_the_workbook_of_the_index_names_them(tmp_path):
    row = {
        "OHCHR Annotation Id": "x-1",
        "Document Symbol": "A/1",
        "Document Publication Date": "12/03/2015",
        "Reccomending Body": "UPR",
        "Type": "Recommendations",
        "Countries Concerned": "- Norway\n- Chad",
        "Themes": "- Light\n- Rest",
        "Text": "Light it.",
        "UPR Session": "UPR 12",
        "UPR Reccomending States": "- Peru",
        "UPR Position": "Partially accepted",
    }
    draft = uhri.read(written(tmp_path, [row]), None, SIDES)
    found = only(draft)
    assert (found.by, found.theme, found.made_on) == ("Peru", "Light, Rest", "2011-10")
    assert draft.report.counts["partly supported"] == 1


def test_a_recommendation_to_two_sides_is_one_to_each(tmp_path):
    draft = uhri.read(
        written(tmp_path, [one_object(Countries=["Norway", "Viet Nam"])]), None, SIDES
    )
    found = draft.corpus().all(Recommendation)
    assert {one.to for one in found} == {"n", "v"} and len({one.id for one in found}) == 2


def test_one_side_alone_by_name_into_an_empty_record(tmp_path):
    draft = read_any(written(tmp_path, example()), {}, Setting(party="Norway"))
    assert [one.id for one in draft.corpus().all(Party)] == ["norway"]
    assert {one.to for one in draft.corpus().all(Recommendation)} == {"norway"}


def test_nobody_says_which_sides(tmp_path):
    with pytest.raises(BadInput, match="--party China"):
        uhri.read(written(tmp_path, example()))


def test_a_forum_of_the_record_keeps_its_states_and_sessions(tmp_path):
    held = {
        "Dialogue": {
            DIALOGUE_ID: Dialogue(
                id=DIALOGUE_ID, title=Wording({"en": "UPR"}), parties=("p",), kind="forum"
            )
        },
        "Round": {
            f"{DIALOGUE_ID}-12": Round(
                id=f"{DIALOGUE_ID}-12", dialogue=DIALOGUE_ID, number=12, began_on="2011-10"
            )
        },
    }
    draft = uhri.read(written(tmp_path, example()), None, SIDES, Corpus(values=held))
    (forum,) = draft.corpus().all(Dialogue)
    assert set(forum.parties) == {"p", "n", "v"} and str(forum.title) == "UPR"
    assert draft.corpus().all(Round) == ()


def test_the_source_knows_the_file_by_its_hash(tmp_path):
    path = written(tmp_path, example())
    (source,) = uhri.read(path, None, SIDES).corpus().all(Source)
    assert hashlib.sha256(path.read_bytes()).hexdigest() in source.comment


def test_ids_follow_from_the_annotations(tmp_path):
    def ids(objects):
        return {k.value.id for k in uhri.read(written(tmp_path, objects), None, SIDES).known}

    assert ids(example()) == ids(example()[::-1])


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"Text": ""}, "there is no text"),
        ({"Text": ["a"]}, "the text is no text"),
        ({"UprPosition": "Perhaps"}, "position: 'Perhaps' is not understood"),
        ({"Body": True}, "body is no text"),
        ({"Countries": {"a": 1}}, "a list of texts was expected"),
    ],
)
def test_a_bad_object_is_complained_of_by_its_number(tmp_path, cells, message):
    objects = [one_object(), one_object(AnnotationId="other") | cells]
    (complaint,) = uhri.read(written(tmp_path, objects), None, SIDES).complaints
    assert complaint.message.startswith("object 2") and message in complaint.message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ([{"Title": "x", "Year": 1}], "its fields are 'Title', 'Year'"),
        ("[]", "an empty list"),
        ('{"a": 1}', "no array of objects"),
        ('"text"', "no array of objects"),
        ("[1, 2]", "a number where an object was expected"),
        (json.dumps(example())[:-40], "no whole JSON in UTF-8 after 39 objects"),
        ("", "no whole JSON"),
    ],
)
def test_what_is_no_such_export_is_refused(tmp_path, content, message):
    with pytest.raises(BadInput, match=message):
        uhri.read(written(tmp_path, content), None, SIDES)


@pytest.mark.parametrize(
    "bomb",
    [
        '[{"Text": "' + "x" * 9_000_000,
        "[" * 9_000_000,
        '[{"Countries": [' + "1," * 4_500_000,
        '[{"Text": ' + "9" * 9_000_000,
    ],
    ids=["text", "depth", "list", "digits"],
)
def test_an_object_without_end_is_refused(tmp_path, bomb):
    with pytest.raises(HeadwayError):
        uhri.read(written(tmp_path, bomb), None, SIDES)


def test_it_is_chosen_by_its_fields(tmp_path):
    assert choose(written(tmp_path, example())).kind == "uhri"
    with pytest.raises(BadInput, match="data and no text"):
        choose(written(tmp_path, [{"id": 1}], "other.json"))


def test_cells():
    assert as_list("- a\n- b\n\n- a") == ("a", "b")
    assert as_list([{"Name": " a  b "}, "c", None, 1]) == ("a b", "c")
    assert as_words("<p>a &lt; b</p><p>c<br>d</p>") == "a < b\nc\nd"
    assert as_words("a & b < c") == "a & b < c"
    assert as_date("12/03/2015 00:00") == "2015-03-12"
    assert as_date("2015-03-12T00:00:00Z") == "2015-03-12"
    assert session_number("34th session (2019)") == 34 and session_number(None) is None
    assert as_line(["a"], "x") == "a"


_MEASURE = """
import resource, sys
from pathlib import Path
from headway.intake import uhri, Setting
def most():
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux hands ru_maxrss of the process that started this one on to it.
    lines = status.read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
before = most()
draft = uhri.read(sys.argv[1], Setting(party="Fiji"))
after = most()
print(draft.report.counts["objects"], (after - before) // 1024, after // 1024)
"""


def memory_of(path):
    """Objects read, megabytes that reading added, megabytes in all."""
    command = [sys.executable, "-c", _MEASURE, str(path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    return tuple(map(int, ended.stdout.split()))


@pytest.mark.slow
def test_memory_does_not_grow_with_what_is_passed_over(tmp_path):
    small = memory_of(write_export(tmp_path / "small.json", 1_000))
    large = memory_of(
        written(
            tmp_path,
            "["
            + ",".join([json.dumps(o) for o in example(1_000) if "Fiji" not in o["Countries"]] * 30)
            + "]",
        )
    )
    assert large[0] == 24_000 and large[1] < small[1] + 12


@pytest.mark.long
def test_two_hundred_megabytes(tmp_path):
    path = write_export(tmp_path / "export-full-en.json", 230_000)
    assert path.stat().st_size > 200_000_000
    objects, _, whole = memory_of(path)
    assert objects == 230_000 and whole < 512
