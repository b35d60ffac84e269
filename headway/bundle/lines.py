"""What a line of a bundle becomes: a known value, or a complaint."""

from dataclasses import dataclass, field

from headway.domain.dates import PartialDate
from headway.domain.values import Value

MAX_COMPLAINTS = 1000
MAX_MESSAGE = 400
MAX_FIELD = 80


@dataclass(frozen=True, slots=True)
class Known:
    """One value as one line brought it.

    `known_on` is when the record's keeper learned it; None means the day of loading. `file` and
    `line` (from 1; 0 when there are no lines) say where it stood.
    """

    value: Value
    known_on: PartialDate | None = None
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something that was not understood, where, and how to mend it; `str` is one sentence.

    `line` counts from 1 and is 0 for a whole file; `field` is empty for a whole line.
    """

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        where = self.file or "the whole input"
        if self.line:
            where += f", line {self.line}"
        if self.field:
            where += f", field {self.field!r}"
        end = "" if self.message.endswith((".", "?")) else "."
        return f"{where}: {self.message}{end}"


@dataclass(slots=True)
class Complaints:
    """Complaints in the order met, the first `MAX_COMPLAINTS` kept and the others counted."""

    kept: list[Complaint] = field(default_factory=list)
    left_out: int = 0

    def add(self, file: str, message: str, line: int = 0, field: str = "") -> None:
        """Keep one complaint."""
        if len(message) > MAX_MESSAGE:
            message = message[: MAX_MESSAGE - 4] + " ..."
        if len(self.kept) < MAX_COMPLAINTS:
            short = field if len(field) <= MAX_FIELD else field[: MAX_FIELD - 4] + " ..."
            self.kept.append(Complaint(file, line, short, message))
        else:
            self.left_out += 1

    @property
    def full(self) -> bool:
        """Whether further complaints are only counted, so that costly hints may be spared."""
        return len(self.kept) >= MAX_COMPLAINTS

    def all(self) -> tuple[Complaint, ...]:
        """What was kept, and one line more that counts what was left out."""
        if not self.left_out:
            return tuple(self.kept)
        more = Complaint("", 0, "", f"{self.left_out} more complaints are not listed; mend these")
        return (*self.kept, more)
