"""A table in a text file: whatever its line ends, separator and encoding, as rows by column."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from headway.domain.errors import BadInput
from headway.intake.encodings import decode
from headway.intake.plain_text import read_content

_SEPARATORS = ",;\t|"
LONGEST_CELL = 1_000_000
_HEAD = 5_000


def rows_of(path: Path, max_bytes: int, max_rows: int) -> tuple[bytes, Iterator[list[str]]]:
    """The bytes of the file, and its lines as cells, the first one included.

    Lines may end as on Windows, Unix or an old Macintosh; the separator is the one that stands
    most often in the first line, or at the beginning when the first line is a title. Raises
    BadInput when it is no table or has too many rows.
    """
    content = read_content(path, max_bytes)
    text = decode(content).text
    return content, _rows(text, path.name, max_rows)


def separator_of(text: str) -> str:
    """The separator that stands most often in a text: a comma when none does."""
    return max(_SEPARATORS, key=text.count)


def first_line(text: str) -> str:
    """The first line, wherever an end of line of any kind stands first."""
    return text.lstrip("\ufeff").partition("\r")[0].partition("\n")[0]


def _rows(text: str, name: str, max_rows: int) -> Iterator[list[str]]:
    file = io.StringIO(text, newline="")
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        head = first_line(text)
        told = head if any(mark in head for mark in _SEPARATORS) else text[:_HEAD]
        reader = csv.reader(file, delimiter=separator_of(told), strict=True)
        for number, cells in enumerate(reader):
            if number > max_rows:
                raise BadInput(f"{name} has more than {max_rows:,} rows; split it")
            yield cells
    except csv.Error as error:
        raise BadInput(f"{name} is no table that can be read: {error}") from None
    finally:
        csv.field_size_limit(before)
