"""Lists of delegates as desks keep them, made by code; sides, people and bodies are invented."""

import csv
import io
from pathlib import Path

import xlsxwriter

from headway.domain.corpus import Corpus
from headway.domain.parties import Body, Dialogue, Party, Person
from headway.domain.rounds import Delegate, Round
from headway.domain.wording import Wording
from headway.intake import Setting
from tests.intake.workbooks import write_ods


def record():
    """A record of two rounds of a dialogue of two sides, with one person and one body."""
    values = [
        Party(id="a", name=Wording({"en": "Aland", "zh": "安国"})),
        Party(id="b", name=Wording({"en": "Bland", "fr": "Blandie"})),
        Dialogue(id="d", title=Wording({"en": "Talks"}), parties=("a", "b")),
        Round(id="d-07", dialogue="d", number=7, began_on="2014-05-06"),
        Round(id="d-08", dialogue="d", number=8, began_on="2015-05-06"),
        Body(id="justice", name=Wording({"en": "Ministry of Justice"}), party="a"),
        Person(id="berg", name=Wording({"en": "Ida Berg"}), party="a", body="justice"),
    ]
    held = {}
    for one in values:
        held.setdefault(type(one).__name__, {})[one.id] = one
    return Corpus(values=held)


SIDES = {"Aland": "a", "安国": "a", "Bland": "b", "Blandie": "b", "a": "a", "b": "b"}
ROUND = Setting(round="d-07")

GROUPED = [
    ["Talks of Aland and Bland, seventh round", "", ""],
    ["", "", ""],
    ["Name", "Position", "Ministry"],
    ["Delegation of Aland (9 members)", "", ""],
    ["Ms. Ida Berg", "Head of delegation", "Ministry of Justice"],
    ["Mr. Olof Holm", "Head of Division", "Ministry of Fisheries"],
    ["Interpreters", "", ""],
    ["Eva Lind", "", ""],
    ["Delegation of Bland", "", ""],
    ["Name", "Position", "Ministry"],
    ["Dr. Rurik Vass", "Deputy Head of Delegation", ""],
]
IN_GROUPS = {
    ("Ida Berg", "a", "head", "Head of delegation", "Ministry of Justice"),
    ("Olof Holm", "a", "member", "Head of Division", "Ministry of Fisheries"),
    ("Eva Lind", "a", "interpreter", "", ""),
    ("Rurik Vass", "b", "deputy", "Deputy Head of Delegation", ""),
}
FLAT = [
    ["代表团", "姓名", "职务", "单位", "身份", "轮次"],
    ["安国", "李 某", "司长", "安国外交部", "团长", "7"],
    ["", "王某 先生", "处长", "", "成员", ""],
    ["Blandie", "Rurik Vass", "", "Police", "专家", "8"],
]
IN_FLAT = {
    ("李 某", "a", "head", "司长", "安国外交部"),
    ("王某", "a", "member", "处长", ""),
    ("Rurik Vass", "b", "expert", "", "Police"),
}


def as_csv(folder: Path, rows, delimiter=",") -> Path:
    """The rows as CSV."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    path = folder / "delegates.csv"
    path.write_bytes(out.getvalue().encode())
    return path


def as_xlsx(folder: Path, rows, merged=(), name="List") -> Path:
    """The rows as XLSX; `merged` gives ranges (row, column, row, column) that are one cell."""
    path = folder / "delegates.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        for top, left, bottom, right in merged:
            sheet.merge_range(top, left, bottom, right, rows[top][left])
    return path


def as_ods(folder: Path, rows) -> Path:
    """The rows as ODS."""
    return write_ods(folder / "delegates.ods", {"List": [list(map(str, row)) for row in rows]})


def told(draft, known):
    """Who came for whom in which role, with rank and body, of a draft read with a record."""
    corpus = draft.corpus()

    def named(noun, value_id):
        value = corpus.get(noun, value_id) or known.get(noun, value_id)
        return value.name.within("zh") if value else ""

    return {
        (named(Person, one.person), one.party, one.role, one.rank, named(Body, one.body))
        for one in corpus.all(Delegate)
    }


def check_list(read, folder):
    """Every person once, under the right side, role and body, however the list is kept."""
    held = record()
    for number, (write, rows, wanted) in enumerate(
        [
            (as_csv, GROUPED, IN_GROUPS),
            (as_xlsx, GROUPED, IN_GROUPS),
            (as_ods, GROUPED, IN_GROUPS),
            (as_csv, FLAT, IN_FLAT),
            (as_xlsx, FLAT, IN_FLAT),
        ]
    ):
        place = Path(folder) / str(number)
        place.mkdir()
        draft = read(write(place, rows), Setting(dialogue="d"), SIDES, held)
        assert draft.complaints == (), draft.complaints
        assert told(draft, held) == wanted
