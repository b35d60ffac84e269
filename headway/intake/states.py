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


_SHORT = {
    "uk": "GBR",
    "britain": "GBR",
    "great britain": "GBR",
    "us": "USA",
    "viet nam": "VNM",
    "中": "CHN",
    "加": "CAN",
    "美": "USA",
    "英": "GBR",
    "法": "FRA",
    "德": "DEU",
    "欧": "EU",
    "歐": "EU",
    "欧盟": "EU",
    "澳": "AUS",
    "越": "VNM",
    "瑞士": "CHE",
}


@cache
def _by_name() -> dict[str, State]:
    found: dict[str, State] = {}
    for state in states().values():
        for name in (*state.name.values(), state.code, state.alpha2):
            found.setdefault(name.casefold().replace("’", "'"), state)
    return found | {name: states()[code] for name, code in _SHORT.items()}


def state_called(name: str) -> State | None:
    """The state that a name in English, French or Chinese, or a code, means; None for others."""
    return _by_name().get(" ".join(name.casefold().replace("’", "'").split()))
