"""The site has a word for every class of the engine, and no other."""

from headway.reuse import CLASSES
from headway.web import words


def test_every_class_of_reuse_has_its_words():
    assert set(words.REUSE) == set(CLASSES)
