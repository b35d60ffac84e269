"""What do translations leave out?"""

from dataclasses import replace

import pytest

from headway.domain.corpus import Corpus
from headway.domain.paragraphs import place_of
from headway.measures import Ask, measure
from tests.measures.drawn import SIDES, Drawn, check, corpus_of, figure_of, with_texts

EN = (
    "On 3 June 2002 Minister Alder met the Ministry of Prisons. The third round heard 20,000 "
    "petitions, 48 hours a day of them; 271 were answered, 12 of them on Friday."
)
ZH = (
    "二〇〇二年六月三日，部长会见了监狱部。第三轮听取了两万件陈情，两天之久；"
    "答复了一批，其中十二件。"
)
HEAD = """
Statement s1 party=a round=r1 delivered_on=2001-05-10 title=Opening
Statement s2 party=a round=r2 delivered_on=2002-05-10 title=Closing
Statement s3 party=b round=r1 delivered_on=2001-05-10 title=Reply
Person p1 party=a name="Ane Alder"
Body b1 party=a name="Ministry of Prisons"
Term w1 dialogue=d status=agreed wording=petition
"""
TABLE = (
    HEAD
    + """
Rendering o1 statement=s1 language=en kind=original fidelity=verbatim text=@en
Rendering t1 statement=s1 language=fr kind=official_translation fidelity=verbatim text=@fr
Rendering t2 statement=s1 language=sw kind=working_translation fidelity=verbatim text=@fr
Rendering t3 statement=s2 language=zh kind=interpretation fidelity=verbatim
"""
)
FR = (
    "Le 3 juin 2002 la ministre Alder a rencontré la direction des prisons. À la troisième "
    "rencontre on entendit vingt mille pétitions, deux jours durant ; quelques-unes eurent une "
    "réponse, dont douze vendredi."
)

DRAWN = (
    Drawn(
        "one number left out, the others said in other words; a language not read; no text",
        TABLE,
        party="a",
        sentence=(
            "1 place to look in 1 translation of what Ardenia said: 1 number not found, of 8 "
            "looked for; 2 translations were not looked through."
        ),
        counts={
            "looked_through": 1,
            "not_looked_through": 2,
            "places": 8,
            "absent": 1,
            "absent_numbers": 1,
            "absent_dates": 0,
        },
        texts=(("en", EN), ("fr", FR)),
    ),
    Drawn(
        "the other side, nothing translated",
        TABLE,
        party="b",
        sentence="0 translations of what Belmark said are in the record.",
        counts={"looked_through": 0},
        texts=(("en", EN), ("fr", FR)),
    ),
)


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda d: d.title)
def test_drawn(drawn):
    check("translation_omissions", drawn)


def items_of(figure, code):
    return [item for item in figure.items if item.code == code]


def test_the_place_is_told_with_its_words():
    (item,) = items_of(figure_of("translation_omissions", DRAWN[0]), "no")
    begin, end = (int(part) for part in item.span.split("-"))
    assert EN[begin:end] == "271"
    assert item.ref == "Rendering/t1" and item.category == "number"
    assert item.words.startswith("Opening, paragraph 1: “271” in “… ")


def test_what_was_not_looked_through_says_why():
    figure = figure_of("translation_omissions", DRAWN[0])
    told = {item.ref: (item.code, item.category) for item in figure.items if item.code != "no"}
    assert told == {
        "Rendering/t1": ("yes", "looked_through"),
        "Rendering/t2": ("not_assessed", "language_not_read"),
        "Rendering/t3": ("not_looked", "no_text"),
    }


def chinese(status="agreed"):
    """The same in Chinese, with names and a term in both languages."""
    table, held = with_texts(
        TABLE.replace("language=fr", "language=zh-Hans"), (("en", EN), ("fr", ZH))
    )
    corpus = replace(corpus_of(SIDES + table), text=held.__getitem__)
    worded = {
        "Person/p1": {"en": "Ane Alder", "zh": "安妮·奥尔德"},
        "Body/b1": {"en": "Ministry of Prisons", "zh": "监狱部"},
        "Term/w1": {"en": "petition", "zh": "陈情"},
    }
    values = {noun: dict(held) for noun, held in corpus.values.items()}
    for ref, wording in worded.items():
        noun, value_id = ref.split("/")
        name = "wording" if noun == "Term" else "name"
        old = values[noun][value_id]
        changes = {name: type(getattr(old, name))(wording)}
        changes |= {"status": status} if noun == "Term" else {}
        values[noun][value_id] = replace(old, **changes)
    return replace(corpus, values=values)


def test_names_days_and_numbers_in_chinese():
    figure = measure("translation_omissions", chinese(), Ask("d", "a"))
    found = {EN[slice(*map(int, i.span.split("-")))] for i in items_of(figure, "no")}
    assert found == {"Alder", "271", "Friday"}
    assert dict(figure.counts)["absent_names"] == 1
    assert dict(figure.counts)["places"] == 10


def test_a_term_that_is_not_agreed_is_not_looked_for():
    figure = measure("translation_omissions", chinese("disputed"), Ask("d", "a"))
    assert dict(figure.counts)["places"] == 9


def test_official_numbers_of_paragraphs_go_before_lengths():
    texts = (("en", "Five came.\nSix went."), ("fr", "Six partirent.\nCinq vinrent."))
    table, held = with_texts(TABLE, texts)
    corpus = replace(corpus_of(SIDES + table), text=held.__getitem__)

    def numbered(numbers):
        renderings = dict(corpus.values["Rendering"])
        renderings["o1"] = replace(renderings["o1"], place=place_of(("10", "20")))
        renderings["t1"] = replace(renderings["t1"], place=place_of(numbers))
        return Corpus(values={**corpus.values, "Rendering": renderings}, text=held.__getitem__)

    crossed = measure("translation_omissions", numbered(("20", "10")), Ask("d", "a"))
    straight = measure("translation_omissions", numbered(("10", "20")), Ask("d", "a"))
    assert dict(crossed.counts)["absent"] == 0
    assert dict(straight.counts)["absent"] == 2


def test_it_tells_no_rate():
    assert figure_of("translation_omissions", DRAWN[0]).bounds is None
