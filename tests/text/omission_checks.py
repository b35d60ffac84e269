"""What every reader of omissions must get right, for the real one and for broken ones."""

from collections.abc import Callable, Sequence

from headway.text.omissions import Compared, Known
from tests.text.spelled import WRITERS

Compare = Callable[..., Compared]

FRAMES = {"en": "The report of {n} visits came.", "fr": "Le rapport de {n} visites vint.",
          "zh": "有{n}次访问的报告。"}  # fmt: skip
FILL = {"en": " Nothing else was said in it.", "fr": " Rien d'autre n'y figurait.",
        "zh": "别的没有说。"}  # fmt: skip
NAMES = (Known("name:1", "name", ("Oriel Haskwether", "Haskwether"), ("哈斯克韦瑟", "Haskwether")),)


def text_of(numbers: Sequence[int | None], language: str) -> str:
    """One paragraph for each number; None is a paragraph without one.

    Paragraphs are laid beside each other by length, so each is long enough to be told without
    its number, which in words may have eighty characters.
    """
    return "\n\n".join(
        (FRAMES[language].format(n=WRITERS[language](n)) if n is not None else "")
        + FILL[language] * 8
        for n in numbers
    )


def check_nothing_is_missing(
    compare: Compare, numbers: Sequence[int], one: str, other: str
) -> None:
    """A faithful translation has no omission, and every number was looked for."""
    found = compare(text_of(numbers, one), text_of(numbers, other), (one, other))
    assert found.omissions == ()
    assert found.places == len(numbers)


def check_the_lost_one_is_found(
    compare: Compare, numbers: Sequence[int], lost: int, one: str, other: str
) -> None:
    """A number lost from one paragraph is told with its place, though it stands in another."""
    source = text_of(numbers, one)
    left = [None if place == lost else n for place, n in enumerate(numbers)]
    (found,) = compare(source, text_of(left, other), (one, other)).omissions
    assert found.paragraph == lost + 1
    assert source[found.begin : found.end] == WRITERS[one](numbers[lost])


def check_names(compare: Compare) -> None:
    """A name is found by its surname, a lost one told."""
    source = "Oriel Haskwether spoke.\n\nThen Haskwether left the room again."
    whole, half = (
        "哈斯克韦瑟发言。\n\n随后哈斯克韦瑟离开了会场。",
        "哈斯克韦瑟发言。\n\n随后她离开了会场。",
    )
    assert compare(source, whole, ("en", "zh"), NAMES).omissions == ()
    (found,) = compare(source, half, ("en", "zh"), NAMES).omissions
    assert (found.kind, found.paragraph) == ("name", 2)


def check_scales(compare: Compare) -> None:
    """20,000 is 两万 and not 两千; 一亿 and a hundred million are one number."""
    assert compare("20,000 came.", "来了两万人。", ("en", "zh")).omissions == ()
    assert len(compare("20,000 came.", "来了两千人。", ("en", "zh")).omissions) == 1
    assert compare("来了一亿人。", "One hundred million came.", ("zh", "en")).omissions == ()


def check_all(compare: Compare) -> None:
    """All of them on small cases."""
    numbers = (17, 230, 4_500, 17, 61)
    for one, other in (("en", "fr"), ("fr", "zh"), ("zh", "en")):
        check_nothing_is_missing(compare, numbers, one, other)
        check_the_lost_one_is_found(compare, numbers, 0, one, other)
        check_the_lost_one_is_found(compare, numbers, 4, one, other)
    check_names(compare)
    check_scales(compare)
