"""Who may see what a file brings, and how it is marked: as a person says, or as it was before."""

from collections.abc import Iterator
from dataclasses import replace

from headway.bundle.lines import Known
from headway.domain.corpus import Corpus
from headway.domain.parties import Dialogue, Party
from headway.domain.values import Value
from headway.domain.views import check_label
from headway.intake.documents import Setting
from headway.intake.drafts import Draft

_OPEN = (Party, Dialogue)
"""That a side or a dialogue exists is no part of what a file says in confidence."""


def handled(draft: Draft, setting: Setting | None, record: Corpus | None) -> Draft:
    """The draft with labels and markings on what is new, and those of the record left as they are.

    A file that says no label, marking or originator takes none away from what the record has.
    What is new in a file whose values the record holds under one label gets that label, and so
    with markings, unless the setting says another. What a release let out is no such label: that
    was a decision on single facts. Raises BadValue for a label that is none.
    """
    setting = setting or Setting()
    if setting.label:
        check_label(setting.label)
    before = [record.get(type(one.value), one.value.id) if record else None for one in draft.known]
    habits = dict(_habits(draft, before))
    settled = (
        replace(one, value=_settled(one, there, setting, habits))
        for one, there in zip(draft.known, before, strict=True)
    )
    return replace(draft, known=tuple(settled))


def _settled(
    one: Known, before: Value | None, setting: Setting, habits: dict[tuple[str, type], Value]
) -> Value:
    value = one.value
    if before is not None:
        return _as(before).handled(value)
    if isinstance(value, _OPEN):
        return value
    told = setting.handled(value)
    habit = habits.get((one.file, type(value)))
    return _as(habit).handled(told) if habit else told


def _as(value: Value) -> Setting:
    label = value.label if value.label == "assessor" or value.label.startswith("named:") else ""
    return Setting(label=label, marking=value.marking, originator=value.originator)


def _habits(draft: Draft, before: list[Value | None]) -> Iterator[tuple[tuple[str, type], Value]]:
    """A value of the record for each file and noun whose values are all handled alike."""
    found: dict[tuple[str, type], list[Value]] = {}
    for one, there in zip(draft.known, before, strict=True):
        if there is not None:
            found.setdefault((one.file, type(there)), []).append(there)
    for key, held in found.items():
        if len({(one.label, one.marking, one.originator) for one in held}) == 1:
            yield key, held[0]
