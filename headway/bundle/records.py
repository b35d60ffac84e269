"""One file of JSON lines, read line by line within bounds."""

from collections.abc import Iterator
from typing import Any

from headway.bundle.files import READ_ERRORS, Files, opened
from headway.bundle.lines import Complaints
from headway.bundle.strict_json import parse_object
from headway.domain.errors import BadInput

MAX_LINE_BYTES = 4 * 1024**2
MAX_LOG_LINE_BYTES = 256 * 1024**2
_BOM = b"\xef\xbb\xbf"


def json_lines(
    files: Files, name: str, complaints: Complaints, at_most: int = MAX_LINE_BYTES
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line number (from 1) and object of every line that can be read; complaints for the rest.

    Lines are UTF-8 with or without a byte order mark, ended by LF or CRLF; empty ones are
    skipped. A line of more than `at_most` bytes is passed over without being held.
    """
    for number, start, line in _lines(files, name, complaints, at_most):
        if number == 1:
            line = line.removeprefix(_BOM)
        try:
            text = line.decode().strip(" \t\r\n")
            if text:
                yield number, parse_object(text)
        except UnicodeDecodeError as error:
            place = start + error.start + 1
            complaints.add(name, f"byte {place} of the file is not UTF-8; save it as UTF-8", number)
        except BadInput as error:
            complaints.add(name, str(error), number)


def _lines(
    files: Files, name: str, complaints: Complaints, at_most: int
) -> Iterator[tuple[int, int, bytes]]:
    number = start = 0
    try:
        with opened(files, name) as file:
            while line := file.readline(at_most + 1):
                number += 1
                whole = len(line)
                if len(line) > at_most:
                    complaints.add(name, f"the line has more than {at_most:,} bytes", number)
                    while line and not line.endswith(b"\n"):
                        line = file.readline(at_most)
                        whole += len(line)
                else:
                    yield number, start, line
                start += whole
    except (BadInput, *READ_ERRORS) as error:
        complaints.add(name, f"the file cannot be read further: {error}", number)
