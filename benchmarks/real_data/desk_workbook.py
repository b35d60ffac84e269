"""The reading of a desk officer as rows of the workbook, with texts beside it."""

import json
import re
from pathlib import Path
from typing import Any

from benchmarks.real_data.desk_reading import Row
from headway.intake.workbook.rows import Rows
from headway.intake.workbook.sheets import SHEETS
from headway.intake.workbook.writing import write_rows

FILE = Path("dialogue") / "dialogue_examples.jsonl"
_LED_BY = re.compile(r"(?:led|headed) by (?:Mrs?\.? |Ms\.? )?([^,]{3,60}?),")


def items(lines: Path) -> dict[str, dict[str, Any]]:
    """The published texts by their ids, with date, address and words."""
    with lines.open(encoding="utf-8") as file:
        return {one["id"]: one for one in map(json.loads, file)}


def write_filled(folder: Path, prefix: str, reading: dict[str, Any], texts: dict[str, Any]) -> Path:
    """Writes the workbook of a reading and the texts it names into a folder; the workbook."""
    folder.mkdir(parents=True, exist_ok=True)
    for text_id in reading["papers"]:
        (folder / f"{text_id}.txt").write_text(texts[text_id]["text"], encoding="utf-8")
    filling = _Filling(prefix, reading, texts)
    path = folder / f"{prefix}.xlsx"
    by_sheet: dict[str, list[Any]] = {sheet.key: [] for sheet in SHEETS}
    for key, rows in filling.sheets().items():
        by_sheet[key] = [{_key(name): cell for name, cell in row.items()} for row in rows]
    write_rows(path, "en", Rows(by_sheet, {}))
    return path


def _key(name: str) -> tuple[str, str, str]:
    noun, _, field = name.partition(".")
    return (noun, field, "main")


class _Filling:
    """One reading; every row names the text that it was read from."""

    def __init__(self, prefix: str, reading: dict[str, Any], texts: dict[str, Any]) -> None:
        self.prefix, self.reading, self.texts = prefix, reading, texts
        self.own, self.other = reading["own"][0], reading["other"][0]

    def round(self, number: int) -> str:
        """The short name of a round."""
        return f"{self.prefix}-r{number}"

    def source(self, number: int) -> str:
        """The source that tells of a round."""
        return f"source-{self.reading['rounds'][number][4]}"

    def sheets(self) -> dict[str, list[Row]]:
        """All rows by sheet."""
        return {
            "start": self._start(),
            "rounds": self._rounds(),
            "people": self._people(),
            "concerns": self._concerns(),
            "answers": self._questions(),
            "undertakings": self._undertakings(),
            "papers": self._papers(),
            "remarks": self._remarks(),
            "between": self._visits(),
            "purposes": self._purposes(),
            "sources": self._sources(),
        }

    def _start(self) -> list[Row]:
        rows: list[Row] = []
        for name, ladder in (self.reading["own"], self.reading["other"]):
            row: Row = {"Party.name": name}
            rows.append(row | ({"Party.ladder": ladder} if ladder else {}))
        rows[0] = {"Dialogue.title": self.reading["title"]} | rows[0]
        return rows

    def _rounds(self) -> list[Row]:
        rows: list[Row] = []
        for number, (began, ended, city, host, _) in self.reading["rounds"].items():
            row: Row = {
                "Round.id": self.round(number), "Round.number": number, "Round.began_on": began,
                "Round.city": city, "Round.host": host, "Round.sources": self.source(number),
            }  # fmt: skip
            rows.append(row | ({"Round.ended_on": ended} if ended else {}))
            for order, (title, concern) in enumerate(self._agenda(number), 1):
                item: Row = {
                    "Round.id": self.round(number), "AgendaItem.order": order,
                    "AgendaItem.title": title, "AgendaItem.reached": "yes",
                    "AgendaItem.sources": self.source(number),
                }  # fmt: skip
                rows.append(item | ({"AgendaItem.concerns": concern} if concern else {}))
        return rows

    def _agenda(self, number: int) -> list[tuple[str, str]]:
        """What a text says was talked about at a round: themes set, and concerns raised."""
        raised = [
            (title, name)
            for name, (title, _, rounds) in self.reading["concerns"].items()
            if number in rounds
        ]
        return [*self.reading["agenda"].get(number, ()), *raised]

    def _people(self) -> list[Row]:
        rows: list[Row] = []
        for number, heads in self.reading["heads"].items():
            text = self.texts[self.reading["rounds"][number][4]]["text"]
            names = _LED_BY.findall(text)
            for side, rank, place in heads:
                rows.append(
                    {
                        "Person.name": names[place], "Person.party": side,
                        "Delegate.round": self.round(number), "Delegate.party": side,
                        "Delegate.role": "head", "Delegate.rank": rank,
                        "Delegate.sources": self.source(number),
                    }
                )  # fmt: skip
        return rows

    def _concerns(self) -> list[Row]:
        rows: list[Row] = []
        for name, (title, theme, rounds) in self.reading["concerns"].items():
            for place, number in enumerate(rounds):
                row: Row = {
                    "Concern.id": name, "Raising.round": self.round(number),
                    "Raising.step": "taken_up" if place else "raised",
                    "Raising.sources": self.source(number),
                }  # fmt: skip
                head: Row = {
                    "Concern.title": title, "Concern.raised_by": self.own,
                    "Concern.about": self.other, "Concern.theme": theme,
                }  # fmt: skip
                rows.append(row if place else row | head)
        return rows

    def _questions(self) -> list[Row]:
        return [
            {
                "Question.concern": concern, "Question.round": self.round(number),
                "Question.summary": asked, "Question.action_category": category,
                "Question.sources": self.source(number),
            }
            for concern, number, asked, category in self.reading["questions"]
        ]  # fmt: skip

    def _undertakings(self) -> list[Row]:
        rows: list[Row] = []
        for by, summary, concern, number, due, progress in self.reading["undertakings"]:
            row: Row = {
                "Undertaking.by": by, "Undertaking.summary": summary,
                "Undertaking.round": self.round(number), "Undertaking.sources": self.source(number),
            }  # fmt: skip
            row |= {"Undertaking.concern": concern} if concern else {}
            row |= {"Undertaking.due_on": due} if due else {}
            if progress:
                on, status, said_by = progress
                row |= {
                    "Progress.on": on, "Progress.status": status, "Progress.said_by": said_by,
                    "Progress.sources": self.source(4),
                }  # fmt: skip
            rows.append(row)
        return rows

    def _papers(self) -> list[Row]:
        rows: list[Row] = []
        for text_id, (number, party, title) in self.reading["papers"].items():
            row: Row = {
                "Statement.id": text_id, "Statement.title": title,
                "Statement.kind": "readout" if number else "paper",
                "Statement.delivered_on": self.texts[text_id]["date"], "Statement.party": party,
                "Statement.sources": f"source-{text_id}", "Rendering.language": "en",
                "Rendering.kind": "original", "Rendering.fidelity": "readout",
                "Rendering.text": f"{text_id}.txt", "Rendering.sources": f"source-{text_id}",
            }  # fmt: skip
            rows.append(row | ({"Statement.round": self.round(number)} if number else {}))
        return rows

    def _remarks(self) -> list[Row]:
        return [
            {
                "Remark.summary": f"{summary} ({self.round(number)})", "Remark.group": "government",
                "Remark.party": party, "Remark.round": self.round(number), "Remark.theme": theme,
                "Remark.setting": "publication", "Remark.terms": "named",
                "Remark.sources": self.source(number),
            }
            for number, party, theme, summary in self.reading["remarks"]
        ]  # fmt: skip

    def _visits(self) -> list[Row]:
        rows: list[Row] = []
        for place, asked_by, on, number, concern in self.reading["visits"]:
            row: Row = {
                "Visit.place_name": place, "Visit.asked_by": asked_by, "Visit.granted": "yes",
                "Visit.held": "yes", "Visit.held_on": on, "Visit.sources": self.source(number),
                "Visit.round": self.round(number),
            }  # fmt: skip
            rows.append(row | ({"Visit.concern": concern} if concern else {}))
        return rows

    def _purposes(self) -> list[Row]:
        return [
            {
                "Purpose.party": party, "Purpose.mode": "stated", "Purpose.summary": summary,
                "Purpose.since": since, "Purpose.sources": "source-ukcn-benchmarks-2011-en",
            }
            for party, summary, since in self.reading["purposes"]
        ]  # fmt: skip

    def _sources(self) -> list[Row]:
        return [
            {
                "Source.id": f"source-{text_id}", "Source.title": title, "Source.origin": party,
                "Source.relation": "party", "Source.party": party, "Source.kind": "statement",
                "Source.published_on": self.texts[text_id]["date"],
                "Source.address": self.texts[text_id]["url"], "Source.checked": "read",
            }
            for text_id, (_, party, title) in self.reading["papers"].items()
        ]  # fmt: skip
