"""Popolo JSON: people, organisations, memberships, posts and events of a parliament or ministry."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from headway.bundle.lines import Complaints, Known
from headway.bundle.strict_json import parse
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, BadValue
from headway.domain.parties import Body, Person
from headway.domain.rounds import Delegate, Round
from headway.domain.statements import Source
from headway.domain.undertakings import Event
from headway.domain.values import Value
from headway.domain.wording import Wording
from headway.intake.documents import Setting
from headway.intake.drafts import Draft, Holder, Report, id_from
from headway.intake.encodings import decode
from headway.intake.fields import line_of
from headway.intake.plain_text import read_content
from headway.intake.popolo_heads import LISTS
from headway.intake.sides import Sides

MAX_BYTES = 64 * 1024**2
MAX_ENTRIES = 500_000
_HELD = {
    "persons": {"id", "name", "other_names", "memberships", "sort_name", "summary"},
    "organizations": {"id", "name", "other_names", "classification", "memberships", "posts"},
    "memberships": {
        *("id", "person_id", "organization_id", "post_id", "role", "label"),
        *("start_date", "end_date", "person", "organization", "post"),
    },
    "posts": {"id", "label", "role", "organization_id", "other_label"},
    "events": {
        *("id", "name", "classification", "start_date", "end_date", "location", "attendees"),
        *("description",),
    },
}
_KINDS: tuple[tuple[str, Any], ...] = (
    ("foreign", "foreign_ministry"),
    ("ministry", "ministry"),
    ("department", "ministry"),
    ("legislature", "legislature"),
    ("parliament", "legislature"),
    ("chamber", "legislature"),
    ("court", "court"),
    ("prosecut", "prosecution"),
    ("police", "police"),
    ("commission", "commission"),
    ("committee", "commission"),
    ("research", "research"),
    ("ngo", "ngo"),
    ("international", "international"),
    ("press", "press"),
)
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z", re.ASCII)
Entry = Mapping[str, Any]


def read(
    path: str | Path, setting: Setting | None = None, sides: Mapping[str, str] | None = None
) -> Draft:
    """The draft of one file with any of the five lists of Popolo.

    With a party in the setting its people and bodies are of that side; with a dialogue as well,
    events that people attended are rounds of it. Raises BadInput when the file is no such JSON.
    """
    source = Path(path)
    content = read_content(source, MAX_BYTES)
    data = parse(decode(content).text.lstrip("\ufeff"))
    if not isinstance(data, dict) or not any(isinstance(data.get(one), list) for one in LISTS):
        raise BadInput(f"{source.name} holds none of the lists of Popolo: {', '.join(LISTS)}")
    setting, known = setting or Setting(), Sides(sides or {})
    party = known.id_of(setting.party, setting.language or "en") if setting.party else None
    reading = _Popolo(source, replace(setting, party=party), content, known)
    return reading.draft(data)


@dataclass(slots=True)
class _Membership:
    person: str
    body: str
    role: str
    began_on: str
    ended_on: str


@dataclass(slots=True)
class _Popolo:
    source: Path
    setting: Setting
    content: bytes
    sides: Sides
    holder: Holder = field(default_factory=Holder)
    complaints: Complaints = field(default_factory=Complaints)
    counts: Counter[str] = field(default_factory=Counter)
    passed: Counter[tuple[str, str]] = field(default_factory=Counter)
    decided: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    taken: set[tuple[str, str]] = field(default_factory=set)
    ids: dict[tuple[str, str], str] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    posts: dict[str, Entry] = field(default_factory=dict)
    members: dict[str, list[_Membership]] = field(default_factory=dict)
    known: list[Known] = field(default_factory=list)

    def draft(self, data: Entry) -> Draft:
        """Everything with a report."""
        source = self._source()
        lists = {name: self._entries(data, name) for name in LISTS}
        self._unfold(lists)
        if sum(map(len, lists.values())) > MAX_ENTRIES:
            raise BadInput(f"{self.source.name} has more than {MAX_ENTRIES:,} entries; split it")
        for where, entry in lists["posts"]:
            self._seen("posts", entry)
            self.posts[self._text(where, entry, "id")] = entry
        for where, entry in lists["organizations"]:
            self._body(where, entry, source.id)
        for where, entry in lists["persons"]:
            self._name(where, entry, "persons", "Person")
        for where, entry in lists["memberships"]:
            self._membership(where, entry)
        for where, entry in lists["persons"]:
            self._person(where, entry, source.id)
        for where, entry in lists["events"]:
            self._event(where, entry, source.id)
        return self._whole(data, source)

    def _whole(self, data: Entry, source: Source) -> Draft:
        others = sorted(set(data) - set(LISTS) - {"meta"})
        if others:
            self.left_out.append(f"Not read: {', '.join(one[:40] for one in others[:20])}.")
        by_list: dict[str, list[str]] = {}
        for (name, one), number in sorted(self.passed.items()):
            by_list.setdefault(name, []).append(f"{one} ({number:,})")
        self.left_out += [
            f"Of {name} there is no place for {', '.join(ones[:20])}."
            for name, ones in by_list.items()
        ]
        if not self.setting.party:
            self.decided.append(
                "No side was named: people and bodies are of none; --party says it."
            )
        made = [Known(party) for party in self.sides.new.values()]
        known = (*made, Known(source), *self.known)
        report = Report(
            "Popolo JSON",
            {one: number for one, number in self.counts.items() if number},
            tuple(self.decided),
            self.complaints.all(),
            tuple(self.left_out),
        )
        title = Wording({"en": self.source.stem or "Popolo"})
        return Draft(title, known, {}, self.holder.originals, report)

    def _source(self) -> Source:
        original = self.holder.keep_original(self.source.name, self.content)
        return Source(
            id=f"{id_from(self.source.stem)}-{original[:12]}",
            title=self.setting.title or self.source.name,
            origin=self.source.name,
            kind="data",
            original=original,
            checked="not_checked",
        )

    # -- entries ---------------------------------------------------------------------------------

    def _entries(self, data: Entry, name: str) -> list[tuple[str, Entry]]:
        found = data.get(name) or []
        if not isinstance(found, list):
            self._complain(name, "this is no list; write [...]")
            return []
        entries: list[tuple[str, Entry]] = []
        for number, entry in enumerate(found, 1):
            if isinstance(entry, dict):
                entries.append((f"{name} {number}", entry))
            else:
                self._complain(f"{name} {number}", "this is no object; write {...}")
        return entries

    def _unfold(self, lists: dict[str, list[tuple[str, Entry]]]) -> None:
        """Memberships and posts that stand inside people and organisations, beside the others."""
        for name, key in (("persons", "person_id"), ("organizations", "organization_id")):
            for where, entry in lists[name]:
                for inner in ("memberships", "posts"):
                    for number, one in enumerate(_list(entry.get(inner)), 1):
                        if isinstance(one, dict):
                            own = {key: entry.get("id"), **one}
                            lists[inner].append((f"{where}, {inner} {number}", own))

    def _complain(self, where: str, message: str) -> None:
        self.complaints.add(f"{self.source.name}, {where}", message)

    def _seen(self, name: str, entry: Entry) -> None:
        for one in entry:
            if one not in _HELD[name]:
                self.passed[name, str(one)[:40]] += 1

    def _text(self, where: str, entry: Entry, name: str) -> str:
        content = entry.get(name)
        if content is None:
            return ""
        try:
            return line_of({name: content}, name)
        except BadInput as error:
            self._complain(where, str(error))
            return ""

    def _day(self, where: str, entry: Entry, name: str) -> PartialDate | None:
        written = self._text(where, entry, name)
        if not written:
            return None
        try:
            return PartialDate(written.partition("T")[0])
        except BadValue as error:
            self._complain(where, f"{name}: {error}")
            return None

    def _wording(self, where: str, entry: Entry) -> Wording | None:
        """The name, with those other names that say which language they are in."""
        name = self._text(where, entry, "name")
        if not name:
            self._complain(where, "it has no name; give one")
            return None
        pairs = {self.setting.language or "en": name}
        for one in _list(entry.get("other_names")):
            if isinstance(one, dict):
                language = str(one.get("lang") or "")
                if _TAG.match(language) and (other := self._text(where, one, "name")):
                    pairs.setdefault(language, other)
        return Wording(pairs)

    def _name(self, where: str, entry: Entry, name: str, noun: str) -> str:
        """The id of a value for the id of Popolo; a fault when it has none, or one given twice."""
        own = self._text(where, entry, "id") or self._text(where, entry, "name")
        if (noun, own) in self.ids:
            self._complain(where, f"the id {own[:60]!r} stands twice; give one another id")
            return self.ids[noun, own]
        wanted = value_id = id_from(own, noun.casefold())
        number = 1
        while (noun, value_id) in self.taken:
            number += 1
            value_id = f"{wanted}.{number}"
        self.taken.add((noun, value_id))
        self.ids[noun, own] = value_id
        self.names[noun, value_id] = self._text(where, entry, "name")
        return value_id

    def _add(self, value: Value, what: str) -> None:
        self.known.append(Known(value, None, self.source.name))
        self.counts[what] += 1

    # -- nouns -----------------------------------------------------------------------------------

    def _body(self, where: str, entry: Entry, source: str) -> None:
        self._seen("organizations", entry)
        value_id = self._name(where, entry, "organizations", "Body")
        name = self._wording(where, entry)
        kind = self._text(where, entry, "classification").casefold()
        if name is None:
            return
        told = f"{kind} {name}".casefold()
        body = Body(
            id=value_id,
            name=name,
            party=self.setting.party,
            kind=next((ours for word, ours in _KINDS if word in told), "other"),
            sources=(source,),
            comment=f"Popolo: {kind}" if kind else "",
        )
        self._add(body, "bodies")

    def _membership(self, where: str, entry: Entry) -> None:
        self._seen("memberships", entry)
        person = self._reference(where, entry, "person_id", "Person")
        post = self.posts.get(self._text(where, entry, "post_id"), {})
        within = entry if entry.get("organization_id") else post
        body = self._reference(where, within, "organization_id", "Body")
        if person is None:
            return
        role = (
            self._text(where, entry, "role")
            or self._text(where, entry, "label")
            or self._text(where, post, "label")
            or self._text(where, post, "role")
        )
        began_on = self._day(where, entry, "start_date") or ""
        ended_on = self._day(where, entry, "end_date") or ""
        made = _Membership(person, body or "", role, str(began_on), str(ended_on))
        self.members.setdefault(person, []).append(made)
        self.counts["memberships"] += 1

    def _reference(self, where: str, entry: Entry, name: str, noun: str) -> str | None:
        wanted = self._text(where, entry, name)
        if not wanted:
            if noun == "Person":
                self._complain(where, "it names no person (person_id)")
            return None
        found = self.ids.get((noun, wanted))
        if found is None:
            self._complain(where, f"there is no {noun.casefold()} with the id {wanted[:60]!r}")
        return found

    def _person(self, where: str, entry: Entry, source: str) -> None:
        self._seen("persons", entry)
        own = self._text(where, entry, "id") or self._text(where, entry, "name")
        value_id = self.ids["Person", own]
        name = self._wording(where, entry)
        if name is None:
            return
        held = self.members.get(value_id, [])
        held.sort(key=lambda one: (not one.ended_on, one.ended_on, one.began_on))
        bodies = [one.body for one in held if one.body]
        person = Person(
            id=value_id,
            name=name,
            party=self.setting.party,
            body=bodies[-1] if bodies else None,
            sources=(source,),
            comment="; ".join(self._told(one) for one in reversed(held)),
        )
        self._add(person, "people")

    def _told(self, one: _Membership) -> str:
        """A membership in words: role, body, from when to when."""
        days = "–".join((one.began_on, one.ended_on)).strip("–") if one.began_on != "" else ""
        if one.ended_on and not one.began_on:
            days = f"until {one.ended_on}"
        body = self.names.get(("Body", one.body), "")
        said = ", ".join(part for part in (one.role or "member", body) if part)
        return f"{said} ({days})" if days else said

    def _event(self, where: str, entry: Entry, source: str) -> None:
        self._seen("events", entry)
        name = self._text(where, entry, "name")
        began_on = self._day(where, entry, "start_date")
        kind = self._text(where, entry, "classification").casefold()
        if "period" in kind or "term" in kind:
            self.counts["legislative periods left out"] += 1
            return
        if not name or began_on is None:
            self._complain(where, "an event needs a name and the day it began")
            return
        language = self.setting.language or "en"
        attendees = [one for one in _list(entry.get("attendees")) if isinstance(one, dict)]
        if attendees and self.setting.dialogue:
            self._round(where, entry, source, name, began_on, attendees)
            return
        if attendees:
            self.counts["attendances left out"] += len(attendees)
            told = "Who attended events is left out; --dialogue and --party make rounds of them."
            if told not in self.left_out:
                self.left_out.append(told)
        event = Event(
            id=self._event_id(where, entry, name, began_on),
            on=began_on,
            kind="other",
            summary=Wording({language: name}),
            dialogue=self.setting.dialogue,
            sources=(source,),
            comment=self._text(where, entry, "description"),
        )
        self._add(event, "events")

    def _event_id(self, where: str, entry: Entry, name: str, began_on: PartialDate) -> str:
        own = {"id": entry.get("id") or f"{began_on} {name}", "name": name}
        return self._name(where, own, "events", "Event")

    def _round(
        self,
        where: str,
        entry: Entry,
        source: str,
        name: str,
        began_on: PartialDate,
        attendees: Iterable[Entry],
    ) -> None:
        """An event that people attended: a round of the dialogue, and a delegate for each."""
        language = self.setting.language or "en"
        place = self._text(where, entry, "location")
        round_id = self._event_id(where, entry, name, began_on)
        made = Round(
            id=round_id,
            dialogue=str(self.setting.dialogue),
            began_on=began_on,
            ended_on=self._day(where, entry, "end_date"),
            city=Wording({language: place}) if place else None,
            title=Wording({language: name}),
            sources=(source,),
        )
        self._add(made, "rounds")
        if not self.setting.party:
            self._complain(where, "whose people attended is not said; give --party")
            return
        there = [self._reference(where, one, "id", "Person") for one in attendees]
        for person in dict.fromkeys(one for one in there if one):
            self._add(
                Delegate(
                    id=f"{round_id}-{person}"[:120],
                    round=round_id,
                    person=person,
                    party=self.setting.party,
                    sources=(source,),
                ),
                "delegates",
            )


def _list(content: Any) -> list[Any]:
    return content if isinstance(content, list) else []
