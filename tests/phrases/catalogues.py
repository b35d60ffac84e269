"""Writes the catalogues anew: `python -m tests.phrases.catalogues` (that is `make translations`).

Messages are taken from the code and the templates with Babel; what is no longer said is dropped,
what is new stands empty in the .po files, to be filled in by hand; then the .mo files are made.
"""

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from headway.phrases import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "headway"
LOCALE = PACKAGE / "phrases" / "locale"
TRANSLATED = tuple(language for language in LANGUAGES if language != "en")
KEYWORDS: dict[str, Any] = {
    "say": None,
    "phrase": None,
    "says": (1, 2),
    "phrases": (1, 2),
    "say_as": ((1, "c"), 2),
    "phrase_as": ((1, "c"), 2),
    "says_as": ((1, "c"), 2, 3),
}
_TAGS = {"say", "says", "say_as", "says_as"}
_TAKES = {"say": 1, "says": 2, "say_as": 2, "says_as": 3}


def folder(language: str) -> Path:
    """Where the catalogue of a language stands."""
    return LOCALE / language.replace("-", "_") / "LC_MESSAGES"


def wanted() -> Catalog:
    """Every message that the code and the templates say, and those the vocabulary brings along."""
    catalog = Catalog(project="Headway", fuzzy=False)
    for place, context, message in sorted(_found(), key=lambda one: one[0]):
        catalog.add(message, context=context, locations=[(place, 0)])
    return catalog


def _found() -> Iterator[tuple[str, str | None, Any]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        place = file.relative_to(ROOT).as_posix()
        if "cli" in file.parts:  # commands speak English, with a `say` of their own
            continue
        source = io.BytesIO(file.read_bytes())
        for _, message, _, context in extract("python", source, KEYWORDS):
            yield place, context, message
    for file in sorted((PACKAGE / "web" / "templates").rglob("*.html")):
        place = file.relative_to(ROOT).as_posix()
        for context, message in _in_template(file.read_text("utf-8")):
            yield place, context, message
    from headway.web.words import derived

    for context, message in derived():
        yield "headway/domain", context, message


def _in_template(text: str) -> Iterator[tuple[str | None, Any]]:
    from django.template.base import Lexer, TokenType

    for token in Lexer(text).tokenize():
        if token.token_type is not TokenType.BLOCK:
            continue
        tag, *parts = token.split_contents()
        if tag not in _TAGS:
            continue
        texts = [ast.literal_eval(part) for part in parts[: _TAKES[tag]]]
        context = texts.pop(0) if tag.endswith("_as") else None
        yield context, tuple(texts) if tag.startswith("says") else texts[0]


def read(language: str) -> Catalog:
    """The catalogue of a language as it stands; an empty one before it is begun."""
    file = folder(language) / "headway.po"
    if not file.exists():
        return Catalog(locale=language.replace("-", "_"), fuzzy=False)
    with file.open("rb") as stream:
        return read_po(stream, locale=language.replace("-", "_"))


def renewed(language: str) -> Catalog:
    """The catalogue with exactly the messages that are wanted; nothing is guessed."""
    old = read(language)
    catalog = Catalog(
        locale=language.replace("-", "_"), project="Headway", fuzzy=False, header_comment=HEADER
    )
    for message in wanted():
        if not message.id:
            continue
        known = old.get(message.id, message.context)
        if known is None and message.pluralizable:
            known = old.get(message.id[0], message.context)
        said = known.string if known is not None else None
        catalog.add(
            message.id, said, context=message.context, locations=message.locations, flags=()
        )
    return catalog


HEADER = "# The sentences of Headway. Apache-2.0. Written anew by `make translations`."


def as_po(catalog: Catalog) -> bytes:
    """A catalogue as text, the same bytes for the same messages."""
    out = io.BytesIO()
    write_po(out, catalog, width=100, sort_output=False, include_lineno=False, omit_header=True)
    forms = catalog.plural_forms
    head = (
        f'{HEADER}\nmsgid ""\nmsgstr ""\n'
        f'"Language: {catalog.locale_identifier}\\n"\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {forms}\\n"\n\n'
    )
    return head.encode() + out.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """A catalogue compiled, the same bytes for the same messages."""
    plain = _Undated(locale=catalog.locale)
    for message in catalog:
        if message.id:
            plain.add(message.id, message.string, context=message.context)
    out = io.BytesIO()
    write_mo(out, plain)
    return out.getvalue()


class _Undated(Catalog):
    """A catalogue whose head holds what readers of it need, and no day and no version."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Plural-Forms", str(self.plural_forms)),
        ]


def missing(catalog: Catalog) -> list[Any]:
    """The messages of a catalogue that nobody has written yet."""
    return [m for m in catalog if m.id and not _is_said(m.string)]


def _is_said(said: Any) -> bool:
    return all(said) and bool(said) if isinstance(said, tuple) else bool(said)


def main() -> int:
    """Renews both catalogues; 1 when messages are still to be written."""
    left = 0
    for language in TRANSLATED:
        folder(language).mkdir(parents=True, exist_ok=True)
        catalog = renewed(language)
        (folder(language) / "headway.po").write_bytes(as_po(catalog))
        (folder(language) / "headway.mo").write_bytes(as_mo(read(language)))
        gaps = missing(catalog)
        left += len(gaps)
        print(f"{language}: {len(catalog)} messages, {len(gaps)} still to be written")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
