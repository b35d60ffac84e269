"""What was not understood, by sheet, row and column, so that it can be shown in the cell itself."""

from dataclasses import dataclass, field

from headway.bundle.lines import MAX_COMPLAINTS, Complaint, Complaints


@dataclass(frozen=True, slots=True)
class Fault:
    """One complaint about a cell; `row` and `column` count from 0, `column` -1 means the row.

    `heading` is what stands above the column.
    """

    sheet: str
    row: int
    column: int
    heading: str
    message: str

    @property
    def address(self) -> str:
        """The cell as spreadsheets name it, as `C7`; the row alone without a column."""
        letters, number = "", self.column + 1
        while number > 0:
            number, rest = divmod(number - 1, 26)
            letters = chr(65 + rest) + letters
        return f"{letters}{self.row + 1}"


@dataclass(slots=True)
class Faults:
    """Faults in the order met; so many are kept as a report has room for."""

    kept: list[Fault] = field(default_factory=list)
    met: int = 0

    def add(self, sheet: str, row: int, column: int, heading: str, message: str) -> None:
        """Keep one fault."""
        self.met += 1
        if len(self.kept) < MAX_COMPLAINTS:
            self.kept.append(Fault(sheet, row, column, heading, message))

    def complaints(self) -> tuple[Complaint, ...]:
        """The same as complaints of a draft, in the order of the sheets' rows."""
        told = Complaints()
        for one in self.kept:
            where = f"{one.address} {one.heading}" if one.column >= 0 else ""
            told.add(one.sheet, one.message, one.row + 1, where)
        told.left_out = self.met - len(self.kept)
        return told.all()
