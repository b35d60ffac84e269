"""The columns of a list of delegates by their headings, in English, French and Chinese."""

from collections.abc import Sequence
from dataclasses import dataclass

from headway.domain.errors import BadInput
from headway.intake.fields import Fields
from headway.intake.workbook.grids import Cell, is_empty

HEAD_ROWS = 40
"""The headings stand among so many first rows of a sheet."""

NAMES = {
    "name": (
        "full name", "delegate", "name of person speaking", "name of delegate", "participant",
        "names", "nom", "nom complet", "nom et prénom", "nom et prénoms", "délégué", "姓名", "名字",
        "代表姓名", "speaker",
    ),
    "given": ("first name", "given name", "given names", "prénom", "prénoms", "名"),
    "family": ("last name", "family name", "surname", "nom de famille", "姓"),
    "function": (
        "position", "post", "job title", "designation", "fonction", "poste", "qualité", "职务",
        "职位", "職務",
    ),
    "title": ("titre", "civilité", "mr/ms", "称谓", "头衔"),
    "body": (
        "ministry", "organisation", "organization", "institution", "affiliation", "agency",
        "department", "ministère", "organisme", "service", "单位", "机构", "部门", "所在单位",
    ),
    "role": ("role in delegation", "capacity", "rôle", "身份", "角色", "代表团职务"),
    "rank": ("grade", "level", "rang", "级别", "職級", "衔级"),
    "side": (
        "delegation", "country", "party", "state", "délégation", "pays", "partie", "état", "国家",
        "代表团", "方", "國家",
    ),
    "code": ("iso code", "iso", "country code", "code iso", "国家代码"),
    "round": ("session", "meeting", "tour", "cycle", "session number", "轮次", "届次", "轮", "届"),
    "present": ("attended", "attendance", "présent", "présence", "出席"),
}  # fmt: skip
"""Our names of the columns, and the headings that lists give them."""

PRIVATE = frozenset(
    {
        "passport", "passportno", "passportnumber", "dateofbirth", "birth", "nationality", "email",
        "phone", "telephone", "mobile", "fax", "address", "visa", "flight", "hotel", "gender",
        "sex",
        "passeport", "datedenaissance", "courriel", "téléphone", "adresse", "nationalité", "sexe",
        "护照", "护照号", "出生日期", "电话", "邮箱", "性别", "国籍", "地址", "手机",
    }
)  # fmt: skip
"""Columns about people that a record has no need of; what stands in them is never taken."""

WITHOUT_PLACE = frozenset(
    {"no", "number", "nr", "#", "n°", "序号", "编号", "year", "date", "année", "remarks", "notes"}
)
AT_RISK = frozenset(
    {
        "detainee", "prisoner", "case", "cases", "caseno", "casenumber", "charge", "sentence",
        "placeofdetention", "dateofarrest", "détenu", "prisonnier", "cas", "peine", "被拘留者",
        "个案", "案件", "罪名", "刑期", "羁押地点",
    }
)  # fmt: skip
"""Headings of lists of persons at risk, which this reader refuses."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The row of headings (from 0) and our name of each column by its place."""

    row: int
    columns: dict[int, str]


def heads_of(rows: Sequence[Sequence[Cell]], fields: Fields | None = None) -> Heads | None:
    """The first row that names who came and what they were; None when no row does.

    Raises BadInput when it is a list of persons at risk.
    """
    chosen = fields or Fields(NAMES)
    for number, row in enumerate(rows[:HEAD_ROWS]):
        columns = columns_of(row, chosen)
        named = set(columns.values())
        has_name = "name" in named or {"given", "family"} <= named
        if len(named) >= 2 and has_name:
            _refuse_cases(row)
            return Heads(number, columns)
    return None


def columns_of(row: Sequence[Cell], fields: Fields) -> dict[int, str]:
    """Our names of the columns that a row names; of two equal ones the first."""
    columns: dict[int, str] = {}
    for place, cell in enumerate(row):
        ours = fields.ours(text_of(cell)) if isinstance(cell, str) and len(cell) < 60 else None
        if ours and ours not in columns.values():
            columns[place] = ours
    return columns


def _refuse_cases(row: Sequence[Cell]) -> None:
    fields = Fields({}, AT_RISK)
    fields.take({text_of(cell): "there" for cell in row if not is_empty(cell)})
    if fields.passed:
        raise BadInput(
            f"this looks like a list of cases ({', '.join(map(repr, fields.passed))}): names of"
            " persons at risk never enter a record this way; enter cases under codes in the"
            " workbook, and names with `headway names`"
        )


def text_of(cell: Cell) -> str:
    """A cell as one line of text; whole numbers without a point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else " ".join(str(cell).split())
