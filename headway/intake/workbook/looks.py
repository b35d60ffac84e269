"""How the workbook looks: colours of bands, widths by kind of column, quiet explanations."""

import xlsxwriter
from xlsxwriter.format import Format

from headway.intake.workbook.sheets import SHEETS, Column, Sheet

ROW_HEIGHTS = (46, 18, 34, 60, 32)
"""Heights in points of title, bands, headings, explanations and example."""

_BANDS = ("#1F4E5F", "#6B4E71", "#7A5C2E", "#2F6B4F")
_PALE = ("#E3EEF2", "#EFE6F0", "#F4ECDD", "#E1F0E8")
_INK, _QUIET, _LINE = "#1B2A30", "#5B6B73", "#C5CED3"
_FONT = "Calibri"
_WIDE = {"summary": 44, "words": 40, "title": 36, "own_wording": 34, "their_wording": 34}
_WIDE |= {"name": 30, "comment": 34, "ladder": 34, "wording": 28, "place_name": 22, "city": 18}
_WIDE |= {"id": 18, "concern": 28, "concerns": 30, "round": 12, "order": 8, "number": 10}
_BY_KIND = {"date": 13, "integer": 11, "number": 11, "boolean": 11, "choice": 20, "text": 22}


def width(column: Column) -> float:
    """The width of a column, in characters."""
    if column.part == "others":
        return 30
    name, kind = column.shape.name, column.shape.kind
    return _WIDE.get(name, _BY_KIND.get(kind, 20 if column.shape.refers_to else 24))


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[str, Format] = {}
        top = {"valign": "top", "text_wrap": True}
        self.title = self._add(bold=True, font_size=16, font_color=_BANDS[0], valign="vcenter")
        self.about = self._add(font_color=_QUIET, valign="vcenter")
        self.help = self._add(
            font_size=9, italic=True, font_color=_QUIET, bg_color="#F6F8F9", **top
        )
        self.example = self._add(
            font_size=10, italic=True, font_color="#7C8A91", bg_color="#FBFBF7", bottom=1, **top
        )
        self.mark = self._add(font_size=9, font_color=_QUIET, **top)
        self.welcome = self._add(bold=True, font_size=22, font_color=_BANDS[0])
        self.how = self._add(font_size=11, font_color=_INK, text_wrap=True, valign="vcenter")
        self.wrong = self._add(bg_color="#FBD9D3", font_color="#8C1C0A", border=1, **top)
        self.plain = self._add(font_color=_INK, **top)

    def _add(self, **parts: object) -> Format:
        return self._book.add_format({"font_name": _FONT, "border_color": _LINE, **parts})

    def _once(self, key: str, **parts: object) -> Format:
        if key not in self._made:
            self._made[key] = self._add(**parts)
        return self._made[key]

    def band(self, number: int) -> Format:
        """The strip that names a block."""
        color = _BANDS[number % len(_BANDS)]
        return self._once(f"band{color}", bold=True, font_color="#FFFFFF", bg_color=color)

    def heading(self, number: int, bold: bool) -> Format:
        """A heading under its band; needed ones are bold."""
        color = _PALE[number % len(_PALE)]
        parts = {"bg_color": color, "font_color": _INK, "bold": bold, "text_wrap": True}
        return self._once(f"head{color}{bold}", valign="vcenter", bottom=2, **parts)

    def data(self, column: Column | None, *, quoted: bool = False) -> Format:
        """A cell for entries; dates and texts as text, so that nothing typed is turned round."""
        number = column is not None and column.shape.kind in ("integer", "number")
        parts = {"num_format": "General" if number else "@", "quote_prefix": quoted}
        return self._once(f"data{number}{quoted}", valign="top", text_wrap=True, **parts)

    def link(self, sheet: Sheet) -> Format:
        """A link to a sheet on the welcome page; the leading ones stand out."""
        parts = {"bold": sheet.leading, "font_color": self.tab(sheet), "valign": "vcenter"}
        return self._once(f"link{sheet.leading}", underline=1, **parts)

    def tab(self, sheet: Sheet) -> str:
        """The colour of a tab."""
        if sheet is SHEETS[0]:
            return _BANDS[1]
        return _BANDS[0] if sheet.leading else "#8A979E"
