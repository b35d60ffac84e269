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


_OTHERWISE = """
AGO Republic of Angola|BHS the Bahamas|BOL Bolivia (Plurinational State of)|BRN Brunei Darussalam
BFA Burkina|CIV Cote d'Ivoire; Ivory Coast|COD Democratic Republic of Congo; DR Congo; DRC
COG Republic of Congo; Republic of the Congo; Congo (Republic of)|CPV Cabo Verde|CZE Czech Republic
FSM Micronesia; Federated States of Micronesia|GMB the Gambia
GBR United Kingdom of Great Britain and Northern Ireland|GNB Guinea Bissau
IRN Iran (Islamic Republic of); Islamic Republic of Iran
KNA St Kitts & Nevis; Saint Kitts & Nevis|KOR South Korea; Korea (Republic of); Republic of Korea
LAO Laos; Lao PDR|LBY Libyan Arab Jamahiriya|LCA St Lucia; Saint Lucia|MDA Republic of Moldova
MKD Macedonia FYR; Macedonia; The former Yugoslav Republic of Macedonia; FYR Macedonia
NLD Netherlands (Kingdom of the); the Netherlands|PRK DPR Korea; DPRK; North Korea|PSE Palestine
RUS Russian Federation|STP Sao Tome & Principe|SWZ Swaziland|SYR Syrian Arab Republic
TLS East Timor|TUR Turkey|TZA United Republic of Tanzania|USA United States of America
VAT Vatican|VCT St Vincent & the Grenadines; Saint Vincent & the Grenadines
VEN Venezuela (Bolivarian Republic of)
"""
"""Other names that States have in papers of the United Nations and of newspapers."""


def _otherwise() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in _OTHERWISE.replace("\n", "|").split("|"):
        code, _, names = entry.partition(" ")
        found |= {_key(name): code for name in names.split(";") if code}
    return found


def _key(name: str) -> str:
    """A name without case, with `and` for the sign and one kind of apostrophe."""
    return " ".join(name.casefold().replace("’", "'").replace("&", " and ").split())


@cache
def _by_name() -> dict[str, State]:
    found: dict[str, State] = {}
    for state in states().values():
        for name in (*state.name.values(), state.code, state.alpha2):
            found.setdefault(_key(name), state)
    return (
        {name: states()[code] for name, code in _otherwise().items()}
        | found
        | {name: states()[code] for name, code in _SHORT.items()}
    )


def state_called(name: str) -> State | None:
    """The state that a name in English, French or Chinese, or a code, means; None for others."""
    return _by_name().get(_key(name))
