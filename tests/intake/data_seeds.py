"""Small sound examples of data formats, made by code; everybody in them is invented."""

import json
from pathlib import Path

from tests.intake import delegate_lists, uhri_files
from tests.intake.upr_checks import HEAD, ROWS, table_text

_PRESS = [
    {
        "page": 1,
        "turn": turn,
        "title": f"Spokeswoman {who} meets the press",
        "time": f"2021-03-0{day} 15:00",
        "background": "The minister of Aland travels to Bland." if not turn else None,
        "question": f"Channel One reporter: What does Aland say on matter {turn}?",
        "answer": f"{who}: We have seen the report. Matter {turn} is ours.\n{who}: That is all.",
    }
    for day, who in ((4, "Berg"), (5, "Holm"))
    for turn in range(2)
]


def press_en(folder: Path) -> Path:
    """Two days of questions and answers in English."""
    path = folder / "press.jsonl"
    path.write_text("\n".join(map(json.dumps, _PRESS)), encoding="utf-8")
    return path


def press_zh(folder: Path) -> Path:
    """A day of questions and answers in Chinese, with other names of fields."""
    rows = [
        {"日期": "2021年3月4日", "发言人": "李某", "问": "问：监狱由谁探视？", "答": answer}
        for answer in ("答：我注意到有关报道。", "答：我们再次说明立场，并愿继续对话。")
    ]
    path = folder / "记者会.jsonl"
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text(text, encoding="utf-8")
    return path


def upr_mac(folder: Path) -> Path:
    """Recommendations with the line ends of an old Macintosh."""
    path = folder / "recommendations.csv"
    path.write_bytes(table_text(ROWS * 3).encode())
    return path


def upr_semicolons(folder: Path) -> Path:
    """Recommendations with semicolons, in an old Windows encoding."""
    path = folder / "recommandations.csv"
    row = ("Norvège", "Créer un deuxième phare à Ålesund.", "Pérou", "Accepted", "5", "Santé", "6")
    path.write_bytes(table_text([row, *ROWS], HEAD, "\r\n", ";").encode("cp1252"))
    return path


def delegates_xlsx(folder: Path) -> Path:
    """A list of delegates in groups, with merged cells."""
    return delegate_lists.as_xlsx(folder, delegate_lists.GROUPED, [(0, 0, 0, 2), (3, 0, 3, 2)])


def delegates_ods(folder: Path) -> Path:
    """The same in Chinese as ODS, a column for everything."""
    return delegate_lists.as_ods(folder, delegate_lists.FLAT)


def delegates_csv(folder: Path) -> Path:
    """The same in groups as CSV."""
    return delegate_lists.as_csv(folder, delegate_lists.GROUPED)


def index_export(folder: Path) -> Path:
    """A small export of the Universal Human Rights Index."""
    return uhri_files.write_export(folder / "export-full-en.json", 12)


def index_in_a_field(folder: Path) -> Path:
    """The same as a field of an object, on one line."""
    path = folder / "export.json"
    path.write_text(json.dumps({"total": 9, "results": uhri_files.example(9)}), encoding="utf-8")
    return path
