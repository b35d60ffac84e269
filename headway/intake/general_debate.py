"""The United Nations General Debate corpus, from its Parquet file or its folder of texts.

The corpus holds the English record of every speech. In which language a speech was delivered is
not recorded, so each text is an official translation here, never an original. Misfiled and
doubled speeches stay where the corpus has them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from headway.bundle.lines import Complaints, Known
from headway.domain.dates import PartialDate
from headway.domain.parties import Dialogue, Party
from headway.domain.rounds import Round
from headway.domain.statements import Rendering, Source, Statement
from headway.domain.values import Value
from headway.domain.wording import Wording
from headway.intake.drafts import Draft, Report, id_from
from headway.intake.general_debate_files import FolderSpeeches, is_folder
from headway.intake.general_debate_parquet import ParquetSpeeches
from headway.intake.speeches import Speech, Speeches
from headway.intake.states import states

DIALOGUE_ID = "un-general-debate"
SOURCE_ID = "un-general-debate-corpus"
TITLE = Wording(
    {
        "en": "General Debate of the United Nations General Assembly",
        "fr": "Débat général de l’Assemblée générale des Nations Unies",
        "zh": "联合国大会一般性辩论",
    }
)
LANGUAGE_NOTE = "English record; the language of delivery is not recorded."


def read(path: str | Path, sides: Mapping[str, str] | None = None) -> Draft:
    """The whole corpus as one forum: a party a state, a round a session, a statement a speech.

    `sides` maps names or codes of states (`China`, `CN`, `CHN`) to ids of parties that a record
    has already; no new party is made for them. Raises BadInput when the path is no such corpus.
    """
    source = Path(path)
    complaints = Complaints()
    speeches: Speeches
    if is_folder(source):
        speeches = FolderSpeeches(source, complaints)
    else:
        speeches = ParquetSpeeches(source, complaints)
    building = _Building(_ids_by_code(sides or {}), complaints)
    for speech in speeches:
        building.add(speech)
    return building.draft(speeches)


@dataclass(slots=True)
class _Building:
    party_ids: dict[str, str]
    complaints: Complaints
    known: list[Known] = field(default_factory=list)
    years: dict[int, int] = field(default_factory=dict)
    codes: Counter[str] = field(default_factory=Counter)
    ids: set[str] = field(default_factory=set)
    by_text: dict[str, str] = field(default_factory=dict)
    doubled: list[str] = field(default_factory=list)

    def add(self, speech: Speech) -> None:
        """One speech becomes a statement with one rendering."""
        value_id = self._free_id(speech)
        self.codes[speech.code] += 1
        self.years[speech.session] = min(speech.year, self.years.get(speech.session, speech.year))
        self._note_double(speech, value_id)
        for value in _values(speech, value_id, self.party_of(speech.code)):
            self.known.append(Known(value, None, speech.file, speech.line))

    def party_of(self, code: str) -> str:
        """The id of the party that a code of the corpus stands for."""
        return self.party_ids.get(code) or id_from(code).upper()

    def _free_id(self, speech: Speech) -> str:
        name = f"{id_from(speech.code).upper()}_{speech.session:02d}_{speech.year}"
        value_id, number = name, 1
        while value_id in self.ids:
            number += 1
            value_id = f"{name}.{number}"
        if number > 1:
            message = f"a second speech of {speech.code} in {speech.year}; kept as {value_id}"
            self.complaints.add(speech.file, message, speech.line)
        self.ids.add(value_id)
        return value_id

    def _note_double(self, speech: Speech, value_id: str) -> None:
        first = self.by_text.setdefault(speech.text_hash, value_id)
        if first != value_id:
            self.doubled.append(f"{value_id} has the same text as {first}; both are kept.")

    def draft(self, speeches: Speeches) -> Draft:
        """Everything together: source, parties, forum, rounds, then the speeches."""
        parties = sorted(self.codes)
        head = [*self._heads(parties)]
        counts = {
            "speeches": sum(self.codes.values()),
            "states": len(self.codes),
            "sessions": len(self.years),
        }
        unknown = [code for code in parties if code not in states()]
        decided = [LANGUAGE_NOTE, "Dates are years; the order within a session is not recorded."]
        if unknown:
            decided.append(f"No name is known for {', '.join(unknown)}; the code stands for it.")
        for code in parties:
            if code in self.party_ids:
                note = states()[code].note if code in states() else ""
                decided.append(f"{code} is the party {self.party_ids[code]}. {note}".strip())
        report = Report(
            reader=f"General Debate corpus ({speeches.layout})",
            counts=counts,
            decided=(*decided, *speeches.decided, *self.doubled),
            not_understood=self.complaints.all(),
        )
        return Draft(TITLE, (*head, *self.known), speeches.texts, {}, report)

    def _heads(self, codes: list[str]) -> Iterator[Known]:
        yield Known(_source())
        for code in codes:
            if code not in self.party_ids:
                yield Known(_party(code, self.party_of(code)))
        parties = tuple(dict.fromkeys(self.party_of(code) for code in codes))
        yield Known(
            Dialogue(
                id=DIALOGUE_ID, sources=(SOURCE_ID,), title=TITLE, parties=parties, kind="forum"
            )
        )
        for session, year in sorted(self.years.items()):
            yield Known(_round(session, year))


def _ids_by_code(sides: Mapping[str, str]) -> dict[str, str]:
    """Code of the corpus to the id of a party that is there already, by any of its names."""
    given = {name.casefold(): party for name, party in sides.items()}
    shared = Counter(state.alpha2 for state in states().values())
    found = {name.upper(): party for name, party in sides.items() if name.isascii()}
    for state in states().values():
        names = [state.code, *state.name.values()]
        if shared[state.alpha2] == 1:
            names.append(state.alpha2)
        party = next((given[name.casefold()] for name in names if name.casefold() in given), None)
        if party:
            found[state.code] = party
    return found


def _source() -> Source:
    return Source(
        id=SOURCE_ID,
        title="United Nations General Debate Corpus",
        origin="S. Jankin, A. Baturo, N. Dasandi",
        relation="academic",
        kind="data",
        language="en",
        address="https://doi.org/10.7910/DVN/0TJX8Y",
        checked="not_checked",
        comment=(
            "English records of speeches as the United Nations published them; a few are filed"
            " under another state or run into the next speech."
        ),
    )


def _party(code: str, party_id: str) -> Party:
    state = states().get(code)
    if state is None:
        return Party(id=party_id, name=Wording({"en": code}), sources=(SOURCE_ID,))
    return Party(
        id=party_id,
        name=state.name,
        country=state.alpha2,
        comment=state.note,
        sources=(SOURCE_ID,),
    )


def _round_id(session: int) -> str:
    return f"{DIALOGUE_ID}-{session:02d}"


def _round(session: int, year: int) -> Round:
    return Round(
        id=_round_id(session),
        dialogue=DIALOGUE_ID,
        number=session,
        began_on=PartialDate(f"{year:04d}"),
        sources=(SOURCE_ID,),
    )


def _values(speech: Speech, value_id: str, party_id: str) -> tuple[Value, Value]:
    state = states().get(speech.code)
    name = state.name if state else Wording({"en": speech.code})
    statement = Statement(
        id=value_id,
        title=_title(name, speech.year),
        kind="speech",
        delivered_on=PartialDate(f"{speech.year:04d}"),
        party=party_id,
        dialogue=DIALOGUE_ID,
        round=_round_id(speech.session),
        forum="UN General Assembly, General Debate",
        sources=(SOURCE_ID,),
        place=speech.place,
    )
    rendering = Rendering(
        id=f"{value_id}-en",
        statement=value_id,
        language="en",
        kind="official_translation",
        fidelity="verbatim",
        text=speech.text_hash,
        sources=(SOURCE_ID,),
        comment=LANGUAGE_NOTE,
    )
    return statement, rendering


def _title(name: Wording, year: int) -> Wording:
    titles = {"en": f"{name['en']}, General Debate {year}"}
    if "fr" in name:
        titles["fr"] = f"{name['fr']}, débat général {year}"
    if "zh" in name:
        titles["zh"] = f"{name['zh']}，{year}年一般性辩论"
    return Wording(titles)
