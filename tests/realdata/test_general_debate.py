"""The whole General Debate corpus: refrains, shared words, misfiled texts, spans, memory."""

import re
import resource

import pytest

from headway import find_reuse
from headway.domain.statements import Rendering, Statement
from headway.intake import read_any
from headway.reuse import PASSAGE_COLUMNS
from headway.text import fold

pytestmark = pytest.mark.realdata

MISFILED = {
    frozenset({"ARE_27_1972-en", "MNG_27_1972-en"}),
    frozenset({"FJI_27_1972-en", "IRL_27_1972-en"}),
    frozenset({"GIN_36_1981-en", "STP_36_1981-en"}),
    frozenset({"CAF_39_1984-en", "ZAF_39_1984-en"}),
}
OWN = {"own_rounds", "own_elsewhere"}


@pytest.fixture(scope="module")
def corpus(shared_data):
    """The corpus as the reader makes it, without a record."""
    return read_any(shared_data / "ungdc" / "ungdc-1946-2024.parquet").corpus()


@pytest.fixture(scope="module")
def found(corpus):
    """All that both layers find in it."""
    return find_reuse(corpus)


@pytest.fixture(scope="module")
def texts(corpus):
    """Every text by its rendering."""
    return {one.id: corpus.text(one.text) for one in corpus.all(Rendering)}


@pytest.fixture(scope="module")
def lower(texts):
    """The same in small letters, to look quickly whether a word is there at all."""
    return {name: text.lower() for name, text in texts.items()}


@pytest.fixture(scope="module")
def holding(found, texts, lower):
    """A function: the passages in which words stand, whatever is between them."""

    def passages(*keys, state=""):
        patterns = [re.compile(r"\W+".join(key.split()), re.I) for key in keys]
        rarest = max(" ".join(keys).split(), key=len)
        return [
            passage
            for name, text in texts.items()
            if name.startswith(state) and rarest in lower[name]
            if all(one.search(text) for one in patterns)
            for passage in found.passages(name)
            if passage.how == "verbatim"
            if all(one.search(text, passage.begin, passage.end) for one in patterns)
        ]

    return passages


def year(name):
    """The year in the id of a rendering."""
    return int(name.split("_")[2][:4])


def test_every_speech_is_read_as_an_official_translation(corpus, texts):
    assert len(corpus.all(Statement)) == len(texts) == 10_952
    assert {one.kind for one in corpus.all(Rendering)} == {"official_translation"}
    assert len({one.party for one in corpus.all(Statement)}) == 200


def test_chinas_five_principles(holding):
    held = holding("mutual respect", "mutual non aggression")
    by_china = {year(p.delivery) for p in held if p.delivery.startswith("CHN")}
    assert (min(by_china), max(by_china)) == (1972, 1997) and len(by_china) >= 14
    others = {p.delivery for p in held if not p.delivery.startswith("CHN")}
    assert len(others) <= 4
    own = [p for p in held if p.delivery.startswith("CHN") and p.kind == "own_rounds"]
    assert {year(p.delivery) for p in own} == {y for y in by_china if y >= 1978}
    assert max(p.own_rounds for p in own) == 13
    assert any(p.first.delivery == "CHN_27_1972-en" and p.first_is_certain for p in own)


def test_germanys_sentence_on_peace_in_europe(holding):
    held = holding("peace in europe in which the german nation", state="DEU")
    years = {year(p.delivery) for p in held}
    assert (min(years), max(years)) == (1975, 1990) and len(years) >= 12
    later = {year(p.delivery) for p in held if p.kind == "own_rounds"}
    assert later == years - {1975}
    assert not {p.kind for p in held} - {"own_rounds", "first_here"}


def test_germanys_sentence_was_edited_from_one_of_the_year_before(found, texts):
    held = [
        p
        for name, text in texts.items()
        if name.startswith("DEU_30_1975")
        for p in found.passages(name)
        if p.how == "edited"
        and "peace in Europe in which" in " ".join(text[p.begin : p.end].split())
    ]
    assert {p.first.delivery[:3] for p in held if p.first} <= {"DEU"}
    assert min(year(p.first.delivery) for p in held if p.first) in (1973, 1974)


def test_edited_passages_are_few_beside_the_corpus_and_keep_most_of_their_words(found):
    columns = found.columns
    edited = columns["how"] == 1
    assert 20_000 < edited.sum() < 120_000
    assert (columns["similarity"][edited] >= 0.5).all()
    assert (columns["n_matched"][edited] >= 12).all()
    tokens = sum(told.edited for told in found.coverages)
    assert 0.004 < tokens / sum(told.n_tokens for told in found.coverages) < 0.02


def test_no_refrain_of_one_state_is_said_more_often_than_these_two(found):
    columns = found.columns
    long_ones = columns["n_tokens"] >= 15
    own = columns["own_rounds"] * long_ones * (columns["kind"] == 0) * (columns["how"] == 0)
    most = {}
    for at in own.argsort()[::-1][:200].tolist():
        side = found.deliveries[columns["delivery"][at]].side
        most.setdefault(side, int(own[at]))
    assert list(most)[:2] == ["CHN", "DEU"]


@pytest.mark.parametrize("words", ["scourge of war", "dignity and worth of the human person"])
def test_words_of_the_charter_are_shared_and_no_script(holding, words):
    held = holding(words)
    assert len({p.delivery for p in held}) > 100
    assert len({p.delivery[:3] for p in held}) > 80
    kinds = [p.kind for p in held]
    assert max(set(kinds), key=kinds.count) == "shared_wording"
    assert sum(kind in OWN for kind in kinds) < 0.03 * len(kinds)


def test_misfiled_texts_are_alerts_and_out_of_every_claim(found):
    alerts = {frozenset({one.one, one.other}) for one in found.alerts}
    assert alerts == MISFILED
    suspect = set().union(*MISFILED)
    for name in suspect:
        assert found.coverage(name).derivation == "not_assessed"
        assert found.coverage(name).repeated == 0
        assert {p.kind for p in found.passages(name)} <= {"refrain", "first_here", "formula"}
        assert all(p.sides <= 1 and p.first is None for p in found.passages(name))
    numbers = {n for n, one in enumerate(found.deliveries) if one.id in suspect}
    for column in ("first", "previous"):
        assert not numbers & set(found.columns[column].tolist())


def test_the_earlier_is_earlier(found):
    columns = found.columns
    years = [year(one.id) for one in found.deliveries]
    for delivery, first, previous in zip(
        *(columns[name].tolist() for name in ("delivery", "first", "previous")), strict=True
    ):
        assert (first >= 0) == (previous >= 0)
        if first >= 0:
            assert years[first] <= years[previous] <= years[delivery]
    order = [one.delivered_on for one in found.deliveries]
    assert order == sorted(order)


def test_spans_lead_back_to_the_same_words(found, texts):
    def tokens(name, begin, end):
        folded = fold(texts[name])
        return folded.ids[(folded.begins >= begin) & (folded.ends <= end)].tolist()

    looked_at = 0
    for row in range(0, len(found), 401):
        (cells,) = found._rows(slice(row, row + 1))
        passage = dict(zip(PASSAGE_COLUMNS, cells, strict=True))
        here = tokens(passage["delivery"], passage["begin"], passage["end"])
        assert len(here) == passage["n_tokens"]
        if passage["first"] is not None:
            place = (passage["first"], passage["first_begin"], passage["first_end"])
            there = tokens(*place)
            if passage["how"] == "verbatim":
                assert there == here, (passage["delivery"], *place)
            else:
                shared = set(there) & set(here)
                assert len(shared) >= 0.25 * len(set(here)), (passage["delivery"], *place)
            looked_at += 1
    assert looked_at > 200


def test_tokens_by_class_add_up(found):
    for told in found.coverages:
        named = (told.own_rounds, told.own_elsewhere, told.echo, told.shared_wording, told.canon)
        others = (told.formula, told.same_meeting, told.concurrent, told.refrain, told.first_here)
        edited = (told.edited, told.edited_others, told.attributed_quotation)
        assert sum(named) + sum(others) + sum(edited) + told.new == told.n_tokens
    assert sum(told.n_tokens for told in found.coverages) > 31_000_000


def test_what_was_not_looked_for_is_said(found):
    assert set(found.not_looked_for) == {"reworded", "translated"}


def test_it_stays_under_four_gigabytes(found):
    """This process, all texts and findings held; the folding children hold one batch each."""
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6 < 4
