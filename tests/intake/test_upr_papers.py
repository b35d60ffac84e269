"""The papers of a review as a round: questions, replies, recommendations, positions, reasons."""

import re

import pytest

from headway.bundle import Info, read, write
from headway.domain.assessments import Answer, Flag
from headway.domain.concerns import Concern, Link, Question, Raising
from headway.domain.errors import BadInput
from headway.domain.parties import Dialogue, Party
from headway.domain.rounds import Round
from headway.domain.statements import Rendering, Source, Statement
from headway.domain.undertakings import Position, Recommendation
from headway.intake import choose, read_any
from headway.intake.upr_papers import read as read_papers
from headway.intake.upr_papers.names import recommenders, spoken_by, state_named
from headway.intake.upr_papers.paragraphs import numbers_in
from headway.intake.upr_papers.report import position_stated
from tests.intake import reviews
from tests.intake.review_facts import FACTS, facts_of

ROUND = "upr-norway-34"


@pytest.fixture(scope="module")
def draft(tmp_path_factory):
    return read_any(reviews.folder_of_texts(tmp_path_factory.mktemp("review")))


@pytest.fixture(scope="module")
def corpus(draft):
    return draft.corpus()


def test_a_round_of_a_dialogue_between_the_state_and_those_who_review_it(draft, corpus):
    assert draft.complaints == ()
    (dialogue,) = corpus.all(Dialogue)
    assert dialogue.parties == ("norway", "states-taking-part-in-the-review")
    (held,) = corpus.all(Round)
    assert (held.id, held.number, held.began_on) == (ROUND, 3, "2019-11-12")
    assert {one.id for one in corpus.all(Party)} >= {"norway", "kenya", "bahamas", "bolivia"}
    assert corpus.one(Party, "norway").country == "NO"
    assert len(corpus.all(Source)) == 5
    assert len(draft.originals) == 5


def test_all_facts(draft):
    assert facts_of(draft) == FACTS


def test_each_paper_is_a_statement_told_by_its_content(corpus):
    papers = {s.id.removeprefix(f"{ROUND}-"): s for s in corpus.all(Statement) if not s.place}
    assert {key: (one.kind, one.party, one.delivered_on) for key, one in papers.items()} == {
        "national-report": ("paper", "norway", "2019-08-06"),
        "advance-questions": ("question", None, "2019"),
        "working-group-report": ("minutes", None, "2019-12-19"),
        "positions": ("reply", "norway", "2020-02-19"),
        "thematic-list": ("paper", None, "2019"),
    }


def test_questions_are_put_to_the_state(corpus):
    assert all(one.asked_of == "norway" and one.statement for one in corpus.all(Question))


def test_who_said_what_in_the_proceedings(draft, corpus):
    (rendering,) = corpus.having(Rendering, "statement", f"{ROUND}-p2")
    assert corpus.text(rendering.text).endswith("would be paid from the budget of the State.")
    (rendering,) = corpus.having(Rendering, "statement", f"{ROUND}-p4")
    assert corpus.text(rendering.text).endswith("In 2014. Norway had none.")
    assert "3 delegations spoke; the words of 3 were found" in " ".join(draft.notes)
    assert all(one.relation == "refers_back" for one in corpus.all(Link))


def test_recommendations_with_makers_positions_themes_and_reasons(corpus):
    found = {one.place: one for one in corpus.all(Recommendation)}
    assert found["9.1"].theme == "Ferries & harbours / winter, Acceptance of norms"
    assert found["9.1"].summary["en"].startswith("Ratify the Convention on Ferries, 1930 (No. 29)")
    reasons = {one.place: one.words["en"] for one in corpus.all(Answer)}
    towns = "Harbours are painted by the towns. They are counted by nobody."
    assert reasons == {
        "10.1": "Ferries will run on Sundays from 2022 on.",
        "10.2": towns,
        "10.3": towns,
    }
    (flag,) = corpus.all(Flag)
    assert flag.about == f"Recommendation/{ROUND}-rec-10.3" and "the list says" in flag.summary


def test_themes_are_threads(corpus):
    themes = {one.title["en"] for one in corpus.all(Concern)}
    assert themes >= {"Ferries & harbours, winter", "Lighthouses"}
    assert {one.concern for one in corpus.all(Raising)} == {one.id for one in corpus.all(Concern)}


def test_what_was_left_out_is_said(draft):
    told = " ".join(draft.report.left_out)
    for part in ("letter.txt is empty", "national_copy.md is a copy of national.txt", "stranger"):
        assert part in told
    assert "leftovers of its file format" in " ".join(draft.notes)


def test_the_same_papers_as_pdf_and_docx_say_the_same(tmp_path, corpus):
    mixed = read_papers(reviews.mixed_review(tmp_path)).corpus()
    for noun in (Recommendation, Position, Question, Statement):
        assert [(one.id, one.place) for one in mixed.all(noun)] == [
            (one.id, one.place) for one in corpus.all(noun)
        ]
    assert [one.by for one in mixed.all(Recommendation)] == [
        one.by for one in corpus.all(Recommendation)
    ]
    assert [one.words["en"].split()[0] for one in mixed.all(Answer)] == [
        one.words["en"].split()[0] for one in corpus.all(Answer)
    ]


def test_a_draft_is_a_sound_bundle_and_stable(tmp_path, draft):
    path = reviews.folder_of_texts(tmp_path)
    assert choose(path).kind == "upr_papers"
    again = read_any(path)
    assert [one.value for one in again.known] == [one.value for one in draft.known]
    folder = write(tmp_path / "b", draft.known, draft.texts, draft.originals, Info(draft.title))
    assert read(folder).complaints == ()


def test_one_paper_alone(tmp_path):
    path = reviews.plain_review(tmp_path)
    with pytest.raises(BadInput, match="no paper that names its session"):
        read_any(path / "report.txt", kind="upr_papers")
    alone = read_papers(path / "national.txt").corpus()
    assert [one.began_on for one in alone.all(Round)] == ["2019-11"]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"national": reviews.NATIONAL.replace("/NOR/", "/SWE/")}, "papers on Norway, Sweden"),
        ({"national": ""}, "no paper that names its session"),
        (
            {"list": reviews.LIST.replace("10.3 Count", "10.9 Count")},
            "recommendation 10.9 stands in the list by theme only",
        ),
    ],
)
def test_what_does_not_fit_together_is_refused(tmp_path, changed, message):
    path = reviews.folder_of_texts(tmp_path, changed)
    if message.startswith("recommendation"):
        assert message in str(read_papers(path).complaints[0])
    else:
        with pytest.raises(BadInput, match=message):
            read_papers(path)


def test_a_report_that_lost_its_numbers_is_complained_of(tmp_path):
    bare = re.sub(r"(?m)^\d+\.  +", "", reviews.REPORT)
    found = read_papers(reviews.folder_of_texts(tmp_path / "a", {"report": bare}))
    assert "no numbered paragraphs" in str(found.complaints[0])
    places = [one.place for one in found.corpus().all(Recommendation)]
    assert sorted(places) == ["10.1", "10.2", "10.3", "10.4", "9.1", "9.2"]
    bare = re.sub(r"(?m)^ +\d+\.\d+ ", "", bare)
    found = read_papers(reviews.folder_of_texts(tmp_path / "b", {"report": bare}))
    assert "save the report as PDF" in str(found.complaints[0])


def test_a_folder_of_other_texts_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("Gulls.", encoding="utf-8")
    with pytest.raises(BadInput, match="no paper of a review"):
        read_papers(tmp_path)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("122.1, 122.17-18, 122.34- 35", ["122.1", "122.17", "122.18", "122.34", "122.35"]),
        ("122.14– 15", ["122.14", "122.15"]),
        ("1.9-1.11 and 2.3", ["1.9", "1.10", "1.11", "2.3"]),
        ("5.9-2", []),
    ],
)
def test_ranges_of_numbers(text, numbers):
    assert list(numbers_in(text)) == numbers


@pytest.mark.parametrize(
    ("text", "known", "strange"),
    [
        ("Ratify it (No. 29) (Kenya);", ("Kenya",), ()),
        ("Do (so) at once (France) (Islamic Republic of Iran).", ("France", "Iran"), ()),
        ("Do so (France, Kenya and others say) (Atlantis);", ("France",), ("Atlantis",)),
        ("Nobody", (), ()),
    ],
)
def test_who_recommends(text, known, strange):
    found = recommenders(text)
    assert found[0] == known and set(found[1]) >= set(strange)


def test_names_of_states_and_what_is_stated():
    assert state_named("the Bolivarian Republic of Venezuela") == "Venezuela"
    assert spoken_by("The Lao People’s Democratic Republic noted it.").code == "LAO"
    assert spoken_by("Winter was another matter.") is None
    for text, position in (
        ("enjoy the support of Norway", "supported"),
        ("The following will be examined by Norway", ""),
        ("did not enjoy the support of Norway and were noted", "noted"),
        ("are partially accepted", "partly_supported"),
        ("The report holds 215 pages", ""),
    ):
        assert position_stated(text) == position
