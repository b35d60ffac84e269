"""Names of states by the codes that corpora use, also of states that are no more."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from headway.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class State:
    """A state or observer: ISO 3166-1 alpha-3 and alpha-2 codes, names, a note for readers.

    Withdrawn codes are those the state had; `EU` stands for the European Union.
    """

    code: str
    alpha2: str
    name: Wording
    note: str


@cache
def states() -> dict[str, State]:
    """All states of the table (`states.tsv`, names after Unicode CLDR) by alpha-3 code."""
    text = files("headway.intake").joinpath("states.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return {
        row["code"]: State(
            code=row["code"],
            alpha2=row["alpha2"],
            name=Wording({"en": row["en"], "fr": row["fr"], "zh": row["zh"]}),
            note=row["note"],
        )
        for row in rows
    }
