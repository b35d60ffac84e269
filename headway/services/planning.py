"""What of the values brought is new, changed or there already."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from headway.bundle.lines import Known
from headway.domain.commitments import data_text
from headway.domain.dates import PartialDate
from headway.domain.history import Key, Touch, supersedes
from headway.domain.shape import to_plain
from headway.record import log
from headway.record.models import LogEntry


@dataclass(slots=True)
class Plan:
    """What a load would write, and how much of what was brought is new, changed, unchanged.

    `there` holds the touches of the log, by key, of every value brought; the counts are a noun.
    """

    writes: list[tuple[Known, PartialDate]] = field(default_factory=list)
    there: Mapping[Key, Sequence[Touch]] = field(default_factory=dict)
    new: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)


def key_of(known: Known) -> Key:
    """The noun and id of a value brought."""
    return (type(known.value).__name__, known.value.id)


def plan(brought: Sequence[Known], today: PartialDate) -> Plan:
    """Compares what was brought with the log.

    There already is what the log holds with the same data, label and `known_on`; a line without
    `known_on` is there already if it says what was loaded last. Labels that a release or a
    withholding gave since then are left as they are.
    """
    made = Plan(there=log.versions_of({key_of(known) for known in brought}))
    loaded = frozenset(LogEntry.objects.filter(act="load").values_list("position", flat=True))
    held = {key: _Held(touches, loaded) for key, touches in made.there.items()}
    for known in brought:
        noun, known_on = key_of(known)[0], known.known_on or today
        says = data_text(to_plain(known.value))
        before = held[key_of(known)]
        if before.says(says, known.known_on):
            made.unchanged[noun] += 1
            continue
        count = made.changed if before.anything else made.new
        count[noun] += 1
        before.take(says, known_on, dated=known.known_on is not None)
        made.writes.append((known, known_on))
    return made


class _Held:
    """What is known of one value: every version, and what was loaded last."""

    def __init__(self, touches: Sequence[Touch], loaded: frozenset[int]) -> None:
        self._versions: set[tuple[str, str]] = set()
        self._last: str | None = None
        latest: Touch | None = None
        for touch in touches:
            says = data_text(touch.data)
            self._versions.add((touch.known_on, says))
            if touch.position in loaded and (latest is None or supersedes(touch, latest)):
                latest, self._last = touch, says

    @property
    def anything(self) -> bool:
        """Whether there is any version at all."""
        return bool(self._versions)

    def says(self, content: str, known_on: PartialDate | None) -> bool:
        """Whether this is there already."""
        if known_on is None:
            return content == self._last
        return (known_on, content) in self._versions

    def take(self, content: str, known_on: PartialDate, *, dated: bool) -> None:
        """Counts a version as there, now that it will be written."""
        self._versions.add((known_on, content))
        if not dated:
            self._last = content
