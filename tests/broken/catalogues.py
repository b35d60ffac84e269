"""Catalogues and pages that are wrong in one way each, as a translator or a hurry makes them."""

from collections.abc import Callable

from babel.messages import Catalog, Message

from headway.web import words


def _first(catalog: Catalog, holding: str) -> Message:
    return next(
        m for m in catalog if m.id and not isinstance(m.id, tuple) and holding in str(m.string)
    )


def a_place_is_lost(catalog: Catalog) -> None:
    """A sentence without the number it is about."""
    message = _first(catalog, "{party")
    message.string = str(message.string).replace("{party", "party").replace("}", "")


def a_place_is_translated(catalog: Catalog) -> None:
    """The name of a place taken for a word."""
    message = _first(catalog, "{day}")
    message.string = str(message.string).replace("{day}", "{jour}")


def a_form_is_empty(catalog: Catalog) -> None:
    """One of the plural forms forgotten."""
    message = next(m for m in catalog if isinstance(m.id, tuple))
    message.string = ("", *message.string[1:])


def a_message_is_missing(catalog: Catalog) -> None:
    """A new sentence that nobody took in."""
    message = _first(catalog, "{count}")
    catalog.delete(message.id, message.context)


def a_message_is_left_over(catalog: Catalog) -> None:
    """A sentence nobody says any more."""
    catalog.add("The cat sat on {mat}", "{mat}")


def a_message_is_guessed(catalog: Catalog) -> None:
    """A fuzzy entry, which is somebody's guess."""
    _first(catalog, "{count}").flags.add("fuzzy")


def an_element_is_lost(catalog: Catalog) -> None:
    """Markup that the English has and the translation has not."""
    message = _first(catalog, "<strong>")
    message.string = str(message.string).replace("<strong>", "").replace("</strong>", "")


def marks_are_english(catalog: Catalog) -> None:
    """Punctuation typed as in English."""
    mark = "。" if str(catalog.locale).startswith("zh") else "\u202f:"
    message = _first(catalog, mark)
    message.string = str(message.string).replace(mark, "." if mark == "。" else ":") + " x ;"


BROKEN_CATALOGUES: tuple[Callable[[Catalog], None], ...] = (
    a_place_is_lost,
    a_place_is_translated,
    a_form_is_empty,
    a_message_is_missing,
    a_message_is_left_over,
    a_message_is_guessed,
    an_element_is_lost,
    marks_are_english,
)


def not_given_in_english(monkeypatch) -> None:
    """A word of ours that no catalogue was asked for."""
    monkeypatch.setattr("headway.web.cells.not_given", lambda: "not given at all")


def names_by_hand(monkeypatch) -> None:
    """The names of languages written down where they are used."""
    monkeypatch.setattr(words, "language", lambda tag: "Some language or other")


def counts_by_hand(monkeypatch) -> None:
    """A sentence put together from a number and an English noun."""
    monkeypatch.setattr(
        "headway.web.pages.home.says", lambda one, many, count, **values: f"{count} rounds held"
    )


BROKEN_PAGES = (not_given_in_english, names_by_hand, counts_by_hand)
