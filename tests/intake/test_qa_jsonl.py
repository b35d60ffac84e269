"""Questions and answers, one JSON object a line; side, people and words are invented."""

import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.bundle import Info, read, write
from headway.domain.concerns import Link
from headway.domain.errors import BadInput
from headway.domain.parties import Dialogue, Party, Person
from headway.domain.rounds import Round
from headway.domain.statements import Rendering, Source, Statement
from headway.intake import Setting, choose, qa_jsonl, read_any
from headway.intake.data_heads import is_qa
from tests.intake.qa_checks import check_turns, lines_of

ALAND = Setting(party="Aland")


def row(**cells):
    return {
        "title": "Aland's spokeswoman Ms. Berg meets the press",
        "time": "2021-03-04 15:00",
        "question": "Channel One reporter: What does Aland say to the report on prisons?",
        "answer": "Ms. Berg: We have seen the report. We do not share it.",
    } | cells


def written(folder, *rows, name="press.jsonl"):
    path = folder / name
    text = "\n".join(one if isinstance(one, str) else json.dumps(one) for one in rows)
    path.write_text(text, encoding="utf-8")
    return path


def statements(draft):
    corpus = draft.corpus()
    ordered = sorted(corpus.all(Statement), key=lambda s: (s.delivered_on, s.session, s.sequence))
    return corpus, ordered


def text_of(corpus, statement):
    (rendering,) = corpus.having(Rendering, "statement", statement.id)
    return corpus.text(rendering.text)


def test_a_turn_becomes_a_question_and_its_reply(tmp_path):
    draft = qa_jsonl.read(written(tmp_path, row(page=1)), ALAND)
    assert draft.complaints == ()
    corpus, (question, reply) = statements(draft)
    assert (question.kind, question.party, reply.kind, reply.party) == (
        "question", None, "press_answer", "aland",
    )  # fmt: skip
    assert question.title["en"] == "Channel One reporter"
    assert text_of(corpus, question).startswith("What does Aland")
    assert text_of(corpus, reply) == "We have seen the report. We do not share it."
    (person,) = corpus.all(Person)
    assert (person.name["en"], person.party, reply.speaker) == ("Ms. Berg", "aland", person.id)
    (link,) = corpus.all(Link)
    assert (link.origin, link.target, link.relation) == (reply.id, question.id, "answers")
    (forum,) = corpus.all(Dialogue)
    (day,) = corpus.all(Round)
    assert forum.kind == "forum" and day.began_on == "2021-03-04" and day.number is None
    assert {question.round, reply.round} == {day.id}
    assert {r.fidelity for r in corpus.all(Rendering)} == {"verbatim"}
    assert "Field 'page' (1 times) has no place here." in draft.notes


def test_the_file_is_the_source_of_every_value(tmp_path):
    path = written(tmp_path, row())
    draft = qa_jsonl.read(path, ALAND)
    (source,) = draft.corpus().all(Source)
    assert draft.originals[source.original] == ("press.jsonl", path.read_bytes())
    for known in draft.known:
        if not isinstance(known.value, Source | Party):
            assert known.value.sources == (source.id,)


def test_other_names_of_fields_are_understood(tmp_path):
    other = {
        "日期": "2021年3月4日",
        "问": "问：如何？",
        "答": "答：我们再次说明立场。",
        "发言人": "李某",
    }
    path = tmp_path / "press.jsonl"
    path.write_text(json.dumps(other, ensure_ascii=False), encoding="utf-8")
    corpus, (question, reply) = statements(qa_jsonl.read(path, ALAND))
    assert text_of(corpus, question) == "如何？"
    assert text_of(corpus, reply) == "我们再次说明立场。"
    assert question.delivered_on == "2021-03-04"
    assert [one.name["zh-Hans"] for one in corpus.all(Person)] == ["李某"]


def test_words_after_another_label_are_not_the_sides(tmp_path):
    answer = (
        "Ms. Berg: We have nothing to add.\nRadio Two reporter: And the visit?\n"
        "Ms. Berg: It is being arranged.\nMs. Berg: One more word: the office closes at noon."
    )
    draft = qa_jsonl.read(written(tmp_path, row(answer=answer)), ALAND)
    corpus, said = statements(draft)
    assert [one.kind for one in said] == [
        "question", "press_answer", "question", "press_answer", "speech",
    ]  # fmt: skip
    assert [one.party for one in said] == [None, "aland", None, "aland", "aland"]
    assert text_of(corpus, said[2]) == "And the visit?"
    assert text_of(corpus, said[4]) == "One more word: the office closes at noon."
    links = {link.origin: link.target for link in corpus.all(Link)}
    assert links == {said[1].id: said[0].id, said[3].id: said[2].id}
    assert any("3 times another label" in note for note in draft.notes)


def test_an_announcement_stands_once_before_the_questions(tmp_path):
    rows = [row(background="The minister travels.", turn=n) for n in (0, 1)]
    _, said = statements(qa_jsonl.read(written(tmp_path, *rows), ALAND))
    assert [one.kind for one in said] == [
        "opening", "question", "press_answer", "question", "press_answer",
    ]  # fmt: skip


def test_a_statement_without_a_question_answers_nobody(tmp_path):
    rows = [row(), row(question=None, turn=7, answer="Aland regrets the decision.")]
    corpus, said = statements(qa_jsonl.read(written(tmp_path, *rows), ALAND))
    assert [one.kind for one in said].count("speech") == 1
    assert len(corpus.all(Link)) == 1


def test_conferences_of_one_day_stay_apart_and_in_order(tmp_path):
    late = row(time="2021-03-04 18:00", title="Ms. Berg on the floods")
    early = row(time="2021-03-05 09:00")
    _, said = statements(qa_jsonl.read(written(tmp_path, late, early, row()), ALAND))
    assert [(str(s.delivered_on), s.session) for s in said[::2]] == [
        ("2021-03-04", 1), ("2021-03-04", 2), ("2021-03-05", 3),
    ]  # fmt: skip


def test_ids_do_not_depend_on_what_else_the_file_holds(tmp_path):
    def ids(*rows):
        return {k.value.id for k in qa_jsonl.read(written(tmp_path, *rows), ALAND).known}

    assert ids(row()) <= ids(row(time="2020-01-01"), row())
    assert ids(row()) == ids(row())


def test_parties_of_the_record_are_used(tmp_path):
    draft = qa_jsonl.read(written(tmp_path, row()), ALAND, {"Aland": "a"})
    assert draft.corpus().all(Party) == ()
    assert {s.party for s in draft.corpus().all(Statement)} == {None, "a"}


def test_with_a_dialogue_no_forum_is_made(tmp_path):
    setting = Setting(party="Aland", dialogue="d", round="d-07")
    corpus = qa_jsonl.read(written(tmp_path, row()), setting).corpus()
    assert corpus.all(Dialogue) == () and corpus.all(Round) == ()


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (row(answer=""), "there is no answer"),
        (row(time="soon"), "is no date"),
        (row(answer=["a"]), "answer is no text"),
        (row(lang="what?"), "is no language"),
        ('{"question": "Why?", "answer": ', "is not JSON"),
        ("[1]", "a line holds one JSON object"),
    ],
)
def test_a_bad_line_is_complained_of_by_its_number(tmp_path, bad, message):
    draft = qa_jsonl.read(written(tmp_path, row(), bad), ALAND)
    (complaint,) = draft.complaints
    assert complaint.line == 2 and message in complaint.message


def test_nobody_says_whose_answers_these_are(tmp_path):
    draft = qa_jsonl.read(written(tmp_path, row()))
    assert "--party" in draft.complaints[0].message


def test_an_empty_file_is_refused(tmp_path):
    with pytest.raises(BadInput, match="is empty"):
        qa_jsonl.read(written(tmp_path, "", ""), ALAND)


def test_it_is_chosen_by_its_first_line(tmp_path):
    assert choose(written(tmp_path, row())).kind == "qa_jsonl"
    assert not is_qa('{"id": "r1", "noun": "Round"}')
    with pytest.raises(BadInput, match="data and no text"):
        read_any(written(tmp_path, {"id": "r1"}))


LABELS = st.sampled_from(["Ms. Berg", "Mr. Holm"])
WORDS = st.text(st.characters(categories=["Ll", "Lu"], max_codepoint=0x24F), min_size=1, max_size=9)
SAYING = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(LABELS, SAYING, SAYING), min_size=1, max_size=8))
def test_every_turn_comes_out_whole_and_in_order(turns):
    check_turns(qa_jsonl.read, turns)


def test_a_draft_is_a_sound_bundle(tmp_path):
    rows = lines_of([("Ms. Berg", f"Why {n}?", f"Because of {n}.") for n in range(5)])
    draft = qa_jsonl.read(written(tmp_path, *rows), ALAND)
    folder = write(
        tmp_path / "b", draft.known, draft.texts, dict(draft.originals), Info(draft.title)
    )
    again = read(folder)
    assert again.complaints == ()
    assert Counter(type(k.value) for k in again.known) == Counter(
        type(k.value) for k in draft.known
    )
