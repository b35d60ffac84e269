"""People, bodies and delegates from a list, told apart from those the record has already."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, cast

from headway.bundle.lines import Complaints, Known
from headway.domain.corpus import Corpus
from headway.domain.errors import BadInput
from headway.domain.parties import Body, Person
from headway.domain.rounds import Attendance, Delegate
from headway.domain.statements import Source
from headway.domain.values import Code, Value
from headway.domain.wording import Wording
from headway.intake.delegates import roles
from headway.intake.delegates import rows as listed
from headway.intake.delegates.heads import PRIVATE
from headway.intake.delegates.places import Places
from headway.intake.documents import Setting
from headway.intake.drafts import Draft, Holder, Report, id_from
from headway.intake.fields import key
from headway.intake.sides import Sides
from headway.intake.workbook.naming import id_of
from headway.text.cjk import is_ideograph

_PRESENT: Final = {
    "yes": "yes", "oui": "yes", "是": "yes", "x": "yes", "present": "yes", "présent": "yes",
    "no": "no", "non": "no", "否": "no", "absent": "no", "缺席": "no",
}  # fmt: skip


def read(
    path: str | Path,
    setting: Setting | None = None,
    sides: Mapping[str, str] | None = None,
    record: Corpus | None = None,
) -> Draft:
    """The draft of a list: people, their bodies, and who came for which side to which round.

    `record` holds rounds, people and bodies that are there already; they are named and not made
    again. Raises BadInput when no sheet names people, or it is a list of persons at risk.
    """
    source = Path(path)
    lists = listed.read_lists(source)
    places = Places(record or Corpus(values={}), setting or Setting(), Sides(sides or {}))
    reading = _Reading(source.name, places, lists)
    for one in lists.lists:
        reading.take(one)
    return reading.draft()


@dataclass(slots=True)
class _Standing:
    """The headings a row stands under."""

    side: str | None = None
    role: roles.Role | None = None
    body: str = ""
    size: int | None = None


@dataclass(slots=True)
class _Reading:
    file: str
    places: Places
    lists: listed.Lists
    complaints: Complaints = field(default_factory=Complaints)
    holder: Holder = field(default_factory=Holder)
    persons: dict[tuple[str, str], Person] = field(default_factory=dict)
    bodies: dict[tuple[str, str], Body] = field(default_factory=dict)
    delegates: dict[str, Known] = field(default_factory=dict)
    sizes: dict[tuple[str, str], int] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    taken: set[str] = field(default_factory=set)
    made: list[Value] = field(default_factory=list)

    def __post_init__(self) -> None:
        for person in self.places.record.all(Person):
            for name in person.name.values():
                self.persons.setdefault((person.party or "", name.casefold()), person)
            self.taken.add(person.id)
        for body in self.places.record.all(Body):
            for name in body.name.values():
                self.bodies.setdefault((body.party or "", name.casefold()), body)
            self.taken.add(body.id)

    @property
    def sources(self) -> tuple[str, ...]:
        """The source that the file is."""
        return (f"source-{id_from(self.file)}",)

    def take(self, one: listed.List) -> None:
        """A sheet: its headings change what the rows below them stand under."""
        above = " ".join(one.above)
        titles = [side for line in one.above if (side := self._side_in_title(line))]
        standing = _Standing(side=titles[0] if len(set(titles)) == 1 else None)
        for entry in one.entries:
            try:
                if isinstance(entry, listed.Group):
                    self._stand(standing, entry)
                else:
                    self._person(standing, entry, above)
            except BadInput as error:
                self.complaints.add(self._file(entry.sheet), str(error), entry.row)

    def _file(self, sheet: str) -> str:
        return f"{self.file}, sheet {sheet!r}" if len(self.lists.lists) > 1 else self.file

    def _side_in_title(self, line: str) -> str | None:
        return self.places.side_in(line) if roles.is_group(line) or len(line) < 40 else None

    def _stand(self, standing: _Standing, group: listed.Group) -> None:
        if group.kind == "side":
            side = self.places.side_in(group.text)
            if side is None:
                raise BadInput(
                    f"{group.text[:80]!r} names no side that is known; give --party, or write the"
                    " name of the side as the record has it"
                )
            standing.side, standing.size = side, roles.size_in(group.text)
            standing.role, standing.body = None, ""
        elif group.kind == "role":
            standing.role = roles.role_in(group.text, is_role=True)
        elif group.kind == "body":
            standing.body = group.text
        else:
            self.left_out.append(
                f"{self._file(group.sheet)}, row {group.row}: {group.text[:60]!r} stands alone and"
                " was taken for a note."
            )

    def _person(self, standing: _Standing, row: listed.Person, above: str) -> None:
        cells = dict(row.cells)
        name, title = _name_of(cells), cells.get("title", "")
        if not name:
            self.left_out.append(
                f"{self._file(row.sheet)}, row {row.row}: nobody is named, only a post or a body."
            )
            self.counts["rows without a name"] += 1
            return
        function = cells.get("function", "")
        if title and not roles.is_address(title):
            function = function or title
        party = self.places.side_of(cells.get("code", ""), cells.get("side", ""), standing.side)
        held = self.places.round_of(cells.get("round", ""), above)
        written = cells.get("body") or standing.body
        body = self._body(written, party) if written else None
        person = self._known_person(name, party, body, row)
        self._delegate(row, person, party, held, body, self._role(cells, function, standing))
        if standing.size is not None:
            self.sizes[held, party] = standing.size

    def _role(
        self, cells: Mapping[str, str], function: str, standing: _Standing
    ) -> tuple[roles.Role, str, Code]:
        """Role, rank and whether the person was there, as far as the row or its heading says."""
        said = cells.get("role", "")
        role = roles.role_in(said, is_role=True) if said else None
        if said and role is None:
            self.counts["roles taken as member"] += 1
        role = role or roles.role_in(function) or standing.role or "member"
        rank = cells.get("rank") or function
        present = _PRESENT.get(cells.get("present", "yes").casefold())
        if present is None:
            raise BadInput(f"present: {cells['present'][:40]!r} is not understood; write yes or no")
        return role, rank, cast("Code", present)

    def _delegate(
        self,
        row: listed.Person,
        person: Person,
        party: str,
        held: str,
        body: Body | None,
        told: tuple[roles.Role, str, Code],
    ) -> None:
        role, rank, present = told
        parts: dict[str, Any] = {"round": held, "person": person.id}
        wanted = id_of("Delegate", parts.get)
        place = f"row {row.row}" + (f" of {row.sheet}" if len(self.lists.lists) > 1 else "")
        delegate = Delegate(
            id=wanted,
            round=held,
            person=person.id,
            party=party,
            role=role,
            rank=rank,
            body=body.id if body else None,
            present=present,
            sources=self.sources,
            place=place[:200],
        )
        if wanted in self.delegates:
            self._twice(self.delegates[wanted], delegate, row)
            return
        self.delegates[wanted] = Known(delegate, None, self._file(row.sheet), row.row)

    def _twice(self, before: Known, again: Delegate, row: listed.Person) -> None:
        """A person on two rows of one round: once when they say the same, else it is told."""
        first = before.value
        assert isinstance(first, Delegate)
        same = (first.person, first.role, first.rank) == (again.person, again.role, again.rank)
        self.counts["rows said twice"] += 1
        if not same:
            self.left_out.append(
                f"{self._file(row.sheet)}, row {row.row}: this person stands in row {before.line}"
                " already, otherwise described; the first was kept."
            )

    def _known_person(self, name: str, party: str, body: Body | None, row: listed.Person) -> Person:
        known = self.persons.get((party, name.casefold())) or self.persons.get(
            ("", name.casefold())
        )
        if known is None:
            known = Person(
                id=self._free("Person", name, party),
                name=Wording({_language(name): name}),
                party=party,
                body=body.id if body else None,
                sources=self.sources,
                place=f"row {row.row}",
            )
            self.persons[party, name.casefold()] = known
            self.made.append(known)
        return known

    def _body(self, name: str, party: str) -> Body:
        known = self.bodies.get((party, name.casefold())) or self.bodies.get(("", name.casefold()))
        if known is None:
            known = Body(
                id=self._free("Body", name, party),
                name=Wording({_language(name): name}),
                party=party,
                kind=roles.body_kind(name),
                sources=self.sources,
            )
            self.bodies[party, name.casefold()] = known
            self.made.append(known)
        return known

    def _free(self, noun: str, name: str, party: str) -> str:
        """An id as the workbook makes them; with the side where another bears it."""
        parts: dict[str, Any] = {"name": name}
        wanted = id_of(noun, parts.get)
        if wanted in self.taken:
            wanted = f"{wanted}-{id_from(party)}"[:110]
        free, number = wanted, 1
        while free in self.taken:
            number += 1
            free = f"{wanted}.{number}"
        self.taken.add(free)
        return free

    # -- the draft -----------------------------------------------------------------------------

    def draft(self) -> Draft:
        """Source, new sides, bodies, people, delegates, stated sizes, with the report."""
        original = None
        if not self._private_columns():
            original = self.holder.keep_original(self.file, self.lists.content)
        source = Source(
            id=self.sources[0],
            title=self.file,
            origin="not stated",
            kind="official_record",
            original=original,
            checked="not_checked",
        )
        bodies = [one for one in self.made if isinstance(one, Body)]
        persons = [one for one in self.made if isinstance(one, Person)]
        heads: list[Value] = [source, *self.places.sides.new.values(), *bodies, *persons]
        known = [*(Known(value, None, self.file) for value in heads), *self.delegates.values()]
        known += [Known(one, None, self.file) for one in self._attendances()]
        counts = {
            "delegates": len(self.delegates),
            "new people": len(persons),
            "new bodies": len(bodies),
            "rounds": len({one.value.round for one in self.delegates.values()}),  # type: ignore[attr-defined]
            **self.counts,
        }
        report = Report(
            "list of delegates",
            counts,
            (*self._decided(), *self.lists.hidden),
            self.complaints.all(),
            (*self._columns_left_out(), *self.left_out),
        )
        return Draft(Wording({"en": self.file}), tuple(known), {}, self.holder.originals, report)

    def _attendances(self) -> list[Attendance]:
        """Sizes that headings state; how complete the list is was looked at by nobody."""
        found = []
        there = {(one.round, one.party) for one in self.places.record.all(Attendance)}
        for (held, party), size in self.sizes.items():
            if (held, party) not in there:
                parts: dict[str, Any] = {"round": held, "party": party}
                found.append(
                    Attendance(
                        id=id_of("Attendance", parts.get),
                        round=held,
                        party=party,
                        size_stated=size,
                        sources=self.sources,
                    )
                )
        return found

    def _decided(self) -> list[str]:
        told = [f"{p.name} is taken as a party, {i}." for i, p in self.places.sides.new.items()]
        if self.lists.filled:
            told.append(
                f"{self.lists.filled:,} blank cells for side or round were taken as the cell above."
            )
        if self.places.beyond:
            listed_ = ", ".join(sorted(self.places.beyond)[:12])
            told.append(f"Not among the sides of the forum, and kept: {listed_}.")
        told += [f"The sheet {name!r} names nobody and was not read." for name in self.lists.others]
        if self.persons and self.delegates:
            told.append("People of one name on one side are taken as one person; look at them.")
        return told

    def _private_columns(self) -> list[str]:
        """Columns about people that a record has no need of: with one, the file is not kept."""
        return [name for name in self.lists.fields.passed if key(name) in PRIVATE]

    def _columns_left_out(self) -> list[str]:
        fields = self.lists.fields
        private = self._private_columns()
        told = [f"Column {name!r} is about persons and not needed; left out." for name in private]
        if private:
            told.append("The file itself is not kept in the record because of such columns.")
        told += [f"Column {n!r} has no place here." for n in fields.passed if n not in private]
        return told + [f"Column {name!r} is not known and was left out." for name in fields.strange]


def _name_of(cells: Mapping[str, str]) -> str:
    """The name of a person without forms of address; Chinese names without a blank between."""
    name = cells.get("name", "")
    if not name:
        family, given = cells.get("family", ""), cells.get("given", "")
        is_chinese = any(map(is_ideograph, family))
        name = f"{family}{given}" if is_chinese else f"{given} {family}".strip()
    return roles.without_address(name)


def _language(name: str) -> str:
    return "zh" if any(map(is_ideograph, name)) else "en"
