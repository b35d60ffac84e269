"""The General Debate corpus as one Parquet file: columns country, year, text, and id if there."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from headway.bundle.lines import Complaints
from headway.domain.errors import BadInput
from headway.intake.speeches import (
    BEFORE_FIRST_SESSION,
    FIRST_YEAR,
    LAST_YEAR,
    MAX_SPEECH_BYTES,
    Speech,
)

MAX_ROWS = 2_000_000
MAX_BYTES = 4 * 1024**3
_NAMES = {
    "country": ("country", "iso", "iso3", "ccode", "country_code"),
    "year": ("year",),
    "text": ("text", "speech"),
    "id": ("id", "doc_id"),
    "session": ("session",),
}
_ID = re.compile(r"[A-Z]{2,4}_(\d{1,3})_\d{4}\Z", re.ASCII)
_PYARROW_ERRORS = (pa.ArrowException, OSError, ValueError, TypeError, OverflowError)


class ParquetSpeeches:
    """The rows of the file; its column of texts stays in memory once, as the file has it."""

    layout = "Parquet"

    def __init__(self, path: Path, complaints: Complaints) -> None:
        self.decided: list[str] = []
        self._file, self._complaints = path.name, complaints
        self._columns = _read_columns(path)
        self._rows: dict[str, int] = {}

    def __iter__(self) -> Iterator[Speech]:
        columns = self._columns
        codes, years = columns["country"], columns["year"]
        sessions, ids = columns.get("session"), columns.get("id")
        for row, content in enumerate(_contents(columns["text"])):
            number = row + 1
            problem = _problem(codes[row], years[row], content)
            if problem or content is None:
                self._complaints.add(self._file, problem, number)
                continue
            text_hash = hashlib.sha256(content).hexdigest()
            self._rows.setdefault(text_hash, row)
            name = str(ids[row]).replace("\x00", "") if ids and ids[row] else ""
            yield Speech(
                code=codes[row].strip().upper(),
                session=_session(sessions[row] if sessions else None, name, years[row]),
                year=years[row],
                text_hash=text_hash,
                place=name[:120] or f"row {number}",
                file=self._file,
                line=number,
            )

    @property
    def texts(self) -> Mapping[str, str]:
        """Hash to text, decoded from the column on demand."""
        return _ColumnTexts(self._columns["text"], self._rows)


class _ColumnTexts(Mapping[str, str]):
    def __init__(self, column: Any, rows: dict[str, int]) -> None:
        self._column, self._rows = column, rows

    def __getitem__(self, text_hash: str) -> str:
        return bytes(self._column[self._rows[text_hash]].as_buffer()).decode()

    def __contains__(self, text_hash: object) -> bool:
        return text_hash in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def _read_columns(path: Path) -> dict[str, Any]:
    try:
        with pq.ParquetFile(path) as file:
            named = _named(file.schema_arrow.names, path.name)
            _check_size(file.metadata, path.name)
            table = file.read(columns=list(named.values()))
        return {part: _cast(part, table[name]) for part, name in named.items()}
    except _PYARROW_ERRORS as error:
        message = " ".join(str(error).split())[:200]
        raise BadInput(f"{path.name} is no Parquet file that can be read: {message}") from None


def _named(names: list[str], file: str) -> dict[str, str]:
    lower = {name.casefold(): name for name in reversed(names)}
    found = {
        part: next((lower[name] for name in known if name in lower), "")
        for part, known in _NAMES.items()
    }
    absent = [part for part in ("country", "year", "text") if not found[part]]
    if absent:
        raise BadInput(
            f"{file} has no column {absent[0]!r}; a General Debate corpus has country, year, text"
        )
    return {part: name for part, name in found.items() if name}


def _check_size(metadata: Any, file: str) -> None:
    groups = [metadata.row_group(number) for number in range(metadata.num_row_groups)]
    size = sum(group.total_byte_size for group in groups)
    if metadata.num_rows > MAX_ROWS or size > MAX_BYTES:
        raise BadInput(f"{file} has {metadata.num_rows:,} rows of {size:,} bytes; that is too much")


def _cast(part: str, column: Any) -> Any:
    if part == "text":
        return column.cast(pa.large_string()).cast(pa.large_binary())
    if part in ("year", "session"):
        return column.cast(pa.int64()).to_pylist()
    return column.cast(pa.string()).to_pylist()


def _contents(column: Any) -> Iterator[bytes | None]:
    for scalar in column:
        yield bytes(scalar.as_buffer()) if scalar.is_valid else None


def _problem(code: str | None, year: int | None, content: bytes | None) -> str:
    if not code or not (code.strip().isalnum() and code.isascii()) or len(code) > 12:
        return f"{str(code)[:30]!r} is no code of a state; the speech is left out"
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return f"{year} is no year of the General Debate; the speech is left out"
    return text_problem(content)


def text_problem(content: bytes | None) -> str:
    """What is wrong with the bytes of a text, or nothing."""
    if content is None or not content.strip():
        return "the text is empty; the speech is left out"
    if len(content) > MAX_SPEECH_BYTES:
        return f"the text has {len(content):,} bytes; the speech is left out"
    if b"\x00" in content:
        return "the text holds the character NUL; the speech is left out"
    try:
        content.decode()
    except UnicodeDecodeError as error:
        return f"byte {error.start + 1} of the text is not UTF-8; the speech is left out"
    return ""


def _session(stated: int | None, name: str, year: int) -> int:
    if stated is not None and 0 < stated < 1000:
        return stated
    found = _ID.match(name)
    return int(found.group(1)) if found else year - BEFORE_FIRST_SESSION
