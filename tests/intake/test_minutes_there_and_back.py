"""The minute template: a round of a record comes back from it as it was."""

import copy
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, Phase, given, settings

import headway.bundle as bundles
from headway.domain.corpus import Corpus, project
from headway.domain.statements import Rendering, Source, Statement
from headway.domain.views import Viewer
from headway.domain.wording import Wording
from headway.intake import sides_of
from headway.intake.minutes import read, write_minutes
from tests.intake.minutes import (
    HEADED,
    WORDS,
    by_noun,
    changed,
    corpus_of,
    fill,
    rounds,
    table_of,
    write_cell,
)
from tests.intake.test_minutes import complaints
from tests.strategies import World

EXAMPLE = Path(bundles.__file__).parents[1] / "examples" / "invented"
quick = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


def as_record(draft) -> Corpus:
    """What a record holds once the draft was loaded."""
    return corpus_of([one.value for one in draft.known], draft.texts)


@quick
@given(rounds())
def test_a_round_of_a_record_comes_back_the_same(tmp_path_factory, drawn):
    """Against its record, every value the paper brings is the value the record has."""
    held, texts = drawn
    corpus = corpus_of(held, texts)
    folder = tmp_path_factory.mktemp("m")
    for language in ("en", "zh-Hans"):
        path = folder / f"{language}.docx"
        write_minutes(path, language=language, corpus=corpus, round_id="r")
        draft = read(path, sides_of(corpus), corpus)
        assert complaints(draft) == []
        for one in draft.known:
            is_turn = isinstance(one.value, Statement | Rendering) and "m-0" in one.value.id
            if not is_turn and not isinstance(one.value, Source):
                assert corpus.get(type(one.value), one.value.id) == one.value
        shown = {type(v).__name__ + v.id for v in held}
        assert {type(o.value).__name__ + o.value.id for o in draft.known} >= shown - {
            type(v).__name__ + v.id for v in held if type(v).__name__ == "Body"
        }


@quick
@given(rounds(plain=True))
def test_without_its_record_a_round_comes_back_too(tmp_path_factory, drawn):
    held, texts = drawn
    path = tmp_path_factory.mktemp("m") / "x.docx"
    write_minutes(path, corpus=corpus_of(held, texts), round_id="r")
    draft = read(path)
    assert complaints(draft) == []
    back = {(type(o.value).__name__, o.value.id): o.value for o in draft.known}
    for value in held:
        found = back.get((type(value).__name__, value.id))
        if found is None:
            assert type(value).__name__ == "Body"
            continue
        for name in type(value).__dataclass_fields__:
            if name not in ("sources", "original", "delivered_on", "number"):
                assert getattr(found, name) == getattr(value, name), (value, name)


@pytest.mark.slow
def test_the_rounds_of_the_example_come_back(tmp_path):
    bundle = bundles.read(EXAMPLE)
    corpus = Corpus(
        corpus_of(World(bundle.known).current).values,
        Viewer("assessor"),
        text=lambda text_hash: bundle.texts[text_hash],
    )
    for number, language in ((1, "en"), (2, "fr"), (6, "zh-Hans"), (8, "en")):
        path = tmp_path / f"r{number}-{language}.docx"
        write_minutes(path, language=language, corpus=corpus, round_id=f"r{number}")
        draft = read(path, sides_of(corpus), corpus)
        assert complaints(draft) == []
        new = [o.value for o in draft.known if corpus.get(type(o.value), o.value.id) != o.value]
        assert [v for v in new if not isinstance(v, Source)] == []
        assert len(draft.known) > 40


def test_read_again_nothing_is_new_and_one_change_is_one_change(tmp_path):
    path = fill(tmp_path / "x.docx")
    record = as_record(read(path))
    again = read(path, sides_of(record), record)
    assert all(record.get(type(o.value), o.value.id) == o.value for o in again.known)

    def change(document):
        write_cell(table_of(document, "undertakings").cell(2, 4), "2016-01")

    third = read(changed(path, change), sides_of(record), record)
    new = [o.value for o in third.known if record.get(type(o.value), o.value.id) != o.value]
    assert sorted(type(v).__name__ for v in new) == ["Source", "Undertaking"]


def test_a_record_keeps_what_the_template_does_not_show(tmp_path):
    first = read(fill(tmp_path / "x.docx"))
    held = [one.value for one in first.known]
    richer = [
        type(v)(**{f: getattr(v, f) for f in type(v).__dataclass_fields__} | {"theme": "detention"})
        if type(v).__name__ == "Concern"
        else v
        for v in held
    ]
    record = corpus_of(richer, first.texts)
    again = read(fill(tmp_path / "y.docx"), sides_of(record), record)
    assert {c.theme for c in by_noun(again)["Concern"]} == {"detention"}
    assert {q.id for q in by_noun(again)["Question"]} == {
        v.id for v in held if type(v).__name__ == "Question"
    }


def test_a_concern_of_an_earlier_round_is_taken_up(tmp_path):
    first = read(fill(tmp_path / "x.docx"))
    record = as_record(first)
    later = HEADED | {("Round", "number"): "8", ("Round", "began_on"): "2016-04"}
    later[("Round", "ended_on")] = ""
    rows = {"raised": [["placement without a COURT", "Estravane", "", "And now?", "", ""]]}
    draft = read(fill(tmp_path / "y.docx", head=later, rows=rows), sides_of(record), record)
    assert complaints(draft) == []
    held = by_noun(draft)
    assert [(x.concern, x.step) for x in held["Raising"]] == [
        ("placement-without-a-court", "taken_up")
    ]
    assert held["Concern"][0] == record.get(type(held["Concern"][0]), "placement-without-a-court")
    assert (
        held["Round"][0].id == "r8"
        and held["Dialogue"][0].id == record.all(type(held["Dialogue"][0]))[0].id
    )


def test_a_turn_put_in_between_leaves_the_others_their_ids(tmp_path):
    first = read(fill(tmp_path / "x.docx"))
    record = as_record(first)
    words = (WORDS[0], WORDS[1], "Mr. Brandt (Estravane): May I translate that?", WORDS[2])
    draft = read(fill(tmp_path / "y.docx", words=words), sides_of(record), record)
    ids = {one.id: one for one in by_noun(draft)["Statement"]}
    before = {one.id: one for one in by_noun(first)["Statement"]}
    assert set(before) < set(ids) and len(ids) == 4
    for value_id, one in before.items():
        assert ids[value_id].title == one.title and ids[value_id].party == one.party
    assert sorted(one.sequence for one in ids.values()) == [0, 1, 2, 3]


def test_a_line_copied_with_its_last_column_is_complained_of(tmp_path):
    record = as_record(read(fill(tmp_path / "x.docx")))
    path = tmp_path / "y.docx"
    write_minutes(path, corpus=record, round_id="r7")

    def copied(document):
        table = table_of(document, "undertakings")
        twin = copy.deepcopy(table.rows[1]._tr)
        table.rows[1]._tr.addnext(twin)
        write_cell(table.rows[2].cells[1], "Send something else.")

    draft = read(changed(path, copied), sides_of(record), record)
    assert any("says something else of the same" in one for one in complaints(draft))


def test_what_the_paper_could_not_show_stays_in_the_record(tmp_path):
    """A desk does not see an assessor's concern: its paper must not take it off the agenda."""
    first = read(fill(tmp_path / "x.docx"))
    held = [one.value for one in first.known]
    (shown,) = (v for v in held if type(v).__name__ == "AgendaItem")
    concern = next(v for v in held if type(v).__name__ == "Concern")
    hidden = replace(concern, id="unseen", title=Wording({"en": "Unseen"}), label="assessor")
    held = [v for v in held if v is not shown]
    item = replace(shown, concerns=("unseen", *shown.concerns))
    record = corpus_of([*held, hidden, item], first.texts)
    desk = Corpus(project([*held, hidden, item], Viewer("desk")), Viewer("desk"), text=first.text)
    path = tmp_path / "y.docx"
    write_minutes(path, corpus=desk, round_id="r7")
    assert "unseen" not in "".join(t.text.casefold() for t in docx.Document(str(path)).paragraphs)
    again = by_noun(read(path, sides_of(record), record))
    assert again["AgendaItem"] == [item]
    by_hand = by_noun(
        read(changed(path, lambda d: write_cell(table_of(d, "agenda").cell(1, 6), "")), {}, record)
    )
    assert by_hand["AgendaItem"][0].concerns == ("unseen",)
