"""What was found is stored with how it came back, and read again as it was found."""

import pytest

from headway.bundle import read
from headway.library import example
from headway.services import findings
from headway.services.analysis import find_and_keep
from headway.services.reuse_rows import report_of


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """The invented example's corpus, what was found in it, kept in a folder of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEADWAY_DERIVED", str(tmp_path_factory.mktemp("derived")))
        patch.setattr(findings, "derived", lambda: findings.Derived(findings.folder_of("")))
        corpus = read(example("invented")).corpus()
        yield corpus, find_and_keep(corpus)


def test_passages_are_read_as_they_were_found(kept):
    corpus, found = kept
    edited = 0
    for delivery in found.deliveries:
        passages = sorted(found.passages(delivery.id), key=lambda p: (p.begin, -p.end, p.how))
        stored = sorted(
            findings.passages(corpus, delivery.id), key=lambda p: (p.begin, -p.end, p.how)
        )
        assert [(p.begin, p.end, p.how, p.reuse_class, p.matched) for p in stored] == [
            (p.begin, p.end, p.how, p.kind, p.n_matched) for p in passages
        ]
        assert [p.similarity for p in stored] == [p.similarity for p in passages]
        edited += sum(p.how == "edited" for p in stored)
    assert edited > 50


def test_the_witnesses_of_an_edited_passage_say_so_and_stand_apart_from_verbatim_ones(kept):
    corpus, found = kept
    hows = set()
    for delivery in found.deliveries:
        for passage in findings.passages(corpus, delivery.id):
            if passage.cluster >= 0:
                told = {one.how for one in findings.witnesses(corpus, passage.cluster)}
                assert told == {passage.how}
                hows |= told
    assert hows == {"verbatim", "edited"}


def test_coverage_counts_edited_words_apart(kept):
    corpus, found = kept
    for delivery, told in zip(found.deliveries, found.coverages, strict=True):
        stored = findings.coverage(corpus, delivery.id)
        assert stored.get("edited", 0) == told.edited
        assert stored.get("own_rounds", 0) == told.own_rounds
        assert sum(stored.values()) == told.n_tokens


def test_the_report_tells_both_layers_apart(kept):
    _, found = kept
    report = report_of(found)
    assert report["passages"] == sum(report["passages_by_class"].values())
    assert report["edited_passages"] == sum(report["edited_passages_by_class"].values())
    assert report["passages"] + report["edited_passages"] == len(found)
    assert report["not_looked_for"] == ["reworded", "translated"]
    assert report["settings"]["edits"]["seed"] == 3
    assert any("edits seed 3" in line for line in findings.told_plainly(report))


def test_where_no_text_is_compared_one_sentence_says_why(kept):
    _, found = kept
    why = {"a note: it holds the note-taker's words": 3}
    told = findings.told_plainly(report_of(found) | {"texts_compared": 0, "not_assessed": why})
    assert told[0].startswith("0 texts were compared: ") and len(told) == 2
    assert told[1] == "not assessed: a note: it holds the note-taker's words 3"
