"""What every reader of a table of recommendations must give back, whoever wrote it."""

import csv
import io
import tempfile
from pathlib import Path

from headway.domain.parties import Party
from headway.domain.undertakings import Position, Recommendation

HEAD = ("To", "Text", "From", "Response", "Action", "Issue", "Session")
ROWS = (
    ("Norway", "Build a second lighthouse.", "Chad", "Accepted", "5", "Justice", "6"),
    ("Norway", "Build a second lighthouse.", "Peru", "Accepted", "5", "Justice", "6"),
    ("Norway", "Say who may visit, and when.", "Peru", "Noted", "2", "Detention,Justice", "6"),
    ("Chad", "Build a second lighthouse.", "Peru", "Rejected", "5", "Justice", "5"),
)
CODES = {"Accepted": "supported", "Noted": "noted", "Rejected": "noted", "": None}


def table_text(rows=ROWS, head=HEAD, line_end="\r", delimiter=","):
    """The text of such a table."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=line_end, delimiter=delimiter).writerows([head, *rows])
    return out.getvalue()


def check_rows(read, rows, line_end="\r"):
    """Every line is one recommendation with its own words, State, asker and position."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upr.csv"
        path.write_bytes(table_text(rows, line_end=line_end).encode())
        draft = read(path)
    assert draft.complaints == ()
    corpus = draft.corpus()
    taken = {one.on_what: one.position for one in corpus.all(Position)}
    told = sorted(
        (
            corpus.one(Party, one.to).name["en"],
            " ".join(one.summary.values()),
            one.by,
            taken.get(f"Recommendation/{one.id}") or "",
            one.theme,
            one.place,
        )
        for one in corpus.all(Recommendation)
    )
    assert told == sorted(
        (to, text, by, CODES[answer] or "", ", ".join(issue.split(",")), f"line {line}")
        for line, (to, text, by, answer, _, issue, _) in enumerate(rows, 2)
    )
