"""Attributed quotation told from echo, by the words around a passage."""

import pytest

from headway.reuse.attribution import in_marks, reporting
from tests.reuse.small import SCRIPT, delivery, filler, found

FRENCH = (
    "nos requêtes sont enregistrées dans chaque chef-lieu le jour même de leur réception et "
    "reçoivent une réponse écrite sous soixante jours"
)
CHINESE = "我们的来信当天就在每个县城登记并在六十天之内得到书面答复谁也不会被遗忘"

SAID = {
    "en": (SCRIPT, [
        ("As your delegation told us last year, {}.", True),
        ("Your minister said that {}.", True),
        ("In the words of your ambassador, {}.", True),
        ("Yunlin stated at round 2 that {}.", True),
        ("We were promised “{}” and we remember it.", True),
        ('He wrote to us: "{}". That was in May.', True),
        ("{}, as your colleague put it.", True),
        ("{}.", False),
        ("We can only say that {}.", False),
        ("We asked your delegation for figures. {}.", False),
        ("“A short word” and then {}.", False),
        ("We told our own parliament that {}.", False),
    ]),
    "fr": (FRENCH, [
        ("Comme votre délégation l'a déclaré l'an dernier, {}.", True),
        ("Selon votre ministre, {}.", True),
        ("Vous nous avez dit que {}.", True),
        ("On nous a promis : « {} ».", True),
        ("{}.", False),
        ("Nous constatons que {}.", False),
    ]),
    "zh": (CHINESE, [
        ("贵方去年表示，{}。", True),
        ("贵代表团在上一轮说：{}。", True),
        ("文件写着：“{}”。", True),
        ("{}。", False),
        ("我们注意到，{}。", False),
    ]),
}  # fmt: skip
CASES = [
    (language, form, is_quoted) for language, (_, held) in SAID.items() for form, is_quoted in held
]


def kinds(language, form, **changes):
    """The classes of what is found in the later of two statements."""
    words = SAID[language][0]
    space = "" if language == "zh" else " "
    tail = "，".join("甲乙丙丁戊己庚辛") if language == "zh" else filler(9)
    reuse, _ = found(
        (delivery("source", "2001", side="b", language=language, names=("Yunlin", "云麟")),
         f"{filler(1)}. {words}. {filler(2)}"),
        (delivery("later", "2003", language=language, **changes),
         f"{filler(3)}.{space}{form.format(words)}{space}{tail}"),
    )  # fmt: skip
    return [one.kind for one in reuse.passages("later")]


@pytest.mark.parametrize(("language", "form", "is_quoted"), CASES)
def test_words_of_the_other_side(language, form, is_quoted):
    assert kinds(language, form) == ["attributed_quotation" if is_quoted else "echo"]


def test_own_words_of_before_are_no_quotation_however_they_are_introduced():
    assert kinds("en", "As your delegation told us, {}.", side="b") == ["own_rounds"]


def test_words_this_side_took_up_before_are_attributed_by_name_only():
    def told(form):
        reuse, _ = found(
            (delivery("source", "2001", side="b"), f"{filler(1)}. {SCRIPT}. {filler(2)}"),
            (delivery("taken", "2002"), f"{filler(3)}. {SCRIPT}. {filler(4)}"),
            (delivery("again", "2003"), f"{filler(5)}. {form.format(SCRIPT)} {filler(6)}"),
        )
        return [one.kind for one in reuse.passages("again")]

    assert told("Your delegation said that {}.") == ["attributed_quotation"]
    assert told("“{}”") == ["own_rounds"]


def test_an_edited_quotation_is_one_too_and_counts_as_nobodys_script():
    edited = SCRIPT.replace("registered", "lodged").replace("very", "same")
    edited = edited.replace("within", "inside")
    reuse, _ = found(
        (delivery("source", "2001", side="b"), f"{filler(1)}. {SCRIPT}. {filler(2)}"),
        (delivery("later", "2003"), f"{filler(3)}. Your minister said that {edited}. {filler(4)}"),
    )
    told = {(one.how, one.kind) for one in reuse.passages("later")}
    assert told == {("edited", "attributed_quotation")}
    assert reuse.coverage("later").echo == reuse.coverage("later").own_rounds == 0


@pytest.mark.parametrize(
    ("text", "is_held"),
    [
        ("he said “WORDS” then", True),
        ("he said “it is WORDS and so on” then", True),
        ("“one” WORDS “two”", False),
        ("“one WORDS", False),
        ("« voici WORDS » dit-il", True),
        ("他说：「WORDS」", True),
        ('"a" WORDS "b"', False),
        ('"a WORDS b"', True),
        ("“a\n\nWORDS” b", False),
    ],
)
def test_marks(text, is_held):
    begin = text.index("WORDS")
    assert in_marks(text, begin, begin + 5) == is_held


def test_in_other_languages_only_marks_are_read():
    assert reporting("es", ("Yunlin",)) is None
