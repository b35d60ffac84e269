"""What persons say of a fact: a party's own answer, given or only offered."""

import pytest

from headway.domain.assessments import Answer
from headway.domain.dates import PartialDate as Day
from headway.domain.wording import Wording

ADDRESS = "/dialogues/aldmark-yunlin"


def _answered(**given):
    return Answer(id="a1", label="desk", about="Dialogue/aldmark-yunlin", party="yunlin", **given)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"offered_on": Day("2003-05-02")}, "offered on 2 May 2003; none has come"),
        ({}, "on what day it was offered is not on record; none has come"),
        ({"given_on": Day("2003-06")}, "given on June 2003; its words are not on record"),
    ],
)
def test_an_answer_without_words_says_so(site, given, said):
    client = site(more=(_answered(**given),))
    (answer,) = client.get(ADDRESS).context["page"]["voices"]["answers"]
    assert answer["words"] == [] and answer["standing"] == said
    assert said in client.get(ADDRESS).content.decode()


def test_an_answer_that_was_given_stands_in_its_words(site):
    given = _answered(words=Wording({"fr": "Nous contestons."}), given_on=Day("2003-06-01"))
    client = site(more=(given,))
    (answer,) = client.get(ADDRESS).context["page"]["voices"]["answers"]
    assert [one["text"] for one in answer["words"]] == ["Nous contestons."]
    assert answer["standing"] == "given on 1 June 2003"
