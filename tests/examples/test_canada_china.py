"""The public example: sourced, in our own words, thin where the record is thin."""

import json
import re
from collections import Counter
from datetime import date

import pytest

from headway.bundle import read
from headway.domain.assessments import Assessment, Flag, Release, Withholding
from headway.domain.concerns import Concern
from headway.domain.evidence import Evidence, Search
from headway.domain.parties import Dialogue, Person
from headway.domain.rounds import AgendaItem, Attendance, Delegate, Round
from headway.domain.statements import Remark, Rendering, Source, Statement
from headway.domain.undertakings import Purpose
from headway.domain.views import Viewer

QUOTATION = re.compile(r"[\"“«「『]|(?<!\w)'")


@pytest.fixture(scope="module")
def bundle(repository):
    return read(repository / "headway" / "examples" / "canada_china")


@pytest.fixture(scope="module")
def corpus(bundle):
    return bundle.corpus()


@pytest.fixture(scope="module")
def lines(repository):
    """Every line of the bundle as plain data, with its file."""
    folder = repository / "headway" / "examples" / "canada_china"
    return [
        (path.name, json.loads(line))
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def texts_of(content):
    """Every text in plain data."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for part in content.values():
            yield from texts_of(part)
    elif isinstance(content, list):
        for part in content:
            yield from texts_of(part)


def test_it_opens_without_a_complaint(bundle):
    assert bundle.complaints == ()
    assert not bundle.info.invented
    assert bundle.entries is None


def test_every_fact_has_a_source_known_by_then(bundle, corpus):
    first_known = {}
    for one in bundle.known:
        if isinstance(one.value, Source):
            first_known[one.value.id] = one.known_on.latest
    for one in bundle.known:
        if not isinstance(one.value, Source):
            assert one.value.sources, one.value
            for source in one.value.sources:
                assert first_known[source] <= one.known_on.latest, (one.value.id, source)


def test_every_source_says_where_it_is_and_how_far_it_was_read(corpus):
    for source in corpus.all(Source):
        assert source.address.startswith("http") or source.kind == "own_note", source.id
        assert source.origin and source.title
        if source.checked != "read":
            assert source.comment, f"{source.id}: say what was not read"
    assert {s.checked for s in corpus.all(Source)} == {"read", "seen_in_part", "not_checked"}


def test_nothing_is_quoted(corpus, lines):
    for remark in corpus.all(Remark):
        assert not remark.words and not remark.quotable
    for _, line in lines:
        for text in texts_of({k: v for k, v in line.items() if k != "address"}):
            assert not QUOTATION.search(text), text


@pytest.mark.realdata
def test_no_run_of_eight_words_stands_in_the_research(lines, shared_data):
    research = shared_data.parent / "research" / "domain.md"
    if not research.is_file():
        pytest.skip("the research notes are not here: not part of Headway")
    theirs = runs(research.read_text(encoding="utf-8"))
    for _, line in lines:
        for text in texts_of({k: v for k, v in line.items() if k != "address"}):
            assert not runs(text) & theirs, text


def runs(text, size=8):
    """Every run of that many words."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def test_the_puzzle_of_the_nine_rounds_is_flagged_and_nothing_is_made_up(corpus):
    dialogue = corpus.one(Dialogue, "canada-china")
    rounds = corpus.all(Round)
    assert dialogue.rounds_stated == 9 > len(rounds) == 3
    assert sorted(r.number for r in rounds if r.number) == [1, 9]
    assert not [r for r in rounds if r.began_on.year == 2001]
    flags = [f for f in corpus.all(Flag) if f.about == "Dialogue/canada-china"]
    assert [f for f in flags if "eight other years" in f.summary]


def test_the_round_of_2002_is_as_the_source_has_it(corpus):
    held = corpus.one(Round, "round-2002")
    assert (held.began_on, held.ended_on, held.number) == ("2002-11-04", "2002-11-08", None)
    items = [i for i in corpus.all(AgendaItem) if i.round == held.id]
    assert [i.order for i in items if i.agreed == "yes" and i.reached == "not_looked"]
    assert len(items) == 4 and not [i for i in items if i.proposed_by]


def test_both_sides_are_asked_the_same(corpus):
    modes = {(p.party, p.mode) for p in corpus.all(Purpose)}
    assert modes == {(p, m) for p in ("canada", "china") for m in ("stated", "ascribed")}
    remarks = Counter(r.party for r in corpus.all(Remark))
    assert remarks["canada"] >= 12 and remarks["china"] >= 12
    assert {c.raised_by for c in corpus.all(Concern)} == {"canada", "china"}
    assert Counter(a.party for a in corpus.all(Attendance)) == {"canada": 3, "china": 3}
    assert {s.party for s in corpus.all(Statement)} == {"canada", "china"}


def test_remarks_that_say_the_opposite_stand_side_by_side(corpus):
    embassy = corpus.one(Remark, "cn-embassy-learned")
    assert set(embassy.contradicts) == {"cn-hollow", "cn-show"}
    for remark in corpus.all(Remark):
        assert remark.said_to and remark.group
        for other in remark.contradicts:
            assert remark.id not in corpus.one(Remark, other).contradicts


def test_looked_and_found_nothing_is_not_the_same_as_nobody_looked(corpus):
    search = corpus.one(Search, "assessor-four-issues")
    assert (search.concern, search.rung) == ("four-issues", "reported")
    assert not [e for e in corpus.all(Evidence) if e.rung == "reported"]
    assert {a.list_complete for a in corpus.all(Attendance)} == {"not_looked"}
    codes = {r.available for r in corpus.all(Rendering)}
    assert codes == {"yes", "not_looked", "withheld"}
    assert not [r for r in corpus.all(Rendering) if r.text]


def test_one_person_is_named_and_declares_an_interest(corpus):
    assert [p.id for p in corpus.all(Person)] == ["burton"]
    assert [d.person for d in corpus.all(Delegate)] == ["burton"]
    (assessment,) = corpus.all(Assessment)
    assert "embassy" in assessment.interest and "Churches" in assessment.interest
    assert (assessment.commissioned_on, assessment.delivered_on) == ("2005-08-01", "2005-12")


def test_the_public_view_shows_all_but_our_own_notes(bundle, corpus):
    public = bundle.corpus(Viewer("public"))
    (release,) = public.all(Release)
    assert {f"{noun}/*" for noun in public.values} == set(release.items)
    hidden = {
        (noun, value.id)
        for noun, values in corpus.values.items()
        for value in values.values()
        if value.id not in public.values.get(noun, {})
    }
    assert 0 < len(hidden) <= 6
    assert ("Flag", "numbering-guess") in hidden
    (withholding,) = public.all(Withholding)
    assert not withholding.item and not withholding.comment


@pytest.mark.parametrize(
    ("day", "rounds", "stated"),
    [(date(2001, 1, 1), 0, None), (date(2003, 12, 31), 1, None), (date(2007, 12, 31), 3, 9)],
)
def test_it_can_be_read_as_of_a_past_day(bundle, day, rounds, stated):
    then = bundle.corpus(as_of=day)
    assert len(then.all(Round)) == rounds
    assert then.one(Dialogue, "canada-china").rounds_stated == stated
