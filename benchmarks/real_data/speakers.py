"""A real list of people as XLSX: who spoke in the General Debate, loaded beside its speeches.

    python -m benchmarks.real_data.speakers --data ../shared/data [--keep FOLDER] [--write-docs]

Prints counts, years and names of States; no names of people.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from benchmarks.real_data.sections import measure, plain, ran_of, steps_table, table

FILE = Path("ungdc") / "Speakers_by_session.xlsx"
SPEECHES = Path("ungdc") / "ungdc-1946-2024.parquet"
FORUM = "un-general-debate"
HEADS = ("president", "prime minister", "king", "head of state", "head of government", "emir")
MINISTERS = ("foreign", "foregn", "external", "minister")


def measured(data: Path, folder: Path) -> dict[str, Any]:
    """All figures: the speeches loaded, then the list, then what was found."""
    from benchmarks.real_data.running import run

    record = folder / "speakers.headway"
    steps = [
        run("init", record),
        run("load", record, data / SPEECHES),
        run("listed", record, data / FILE, module="speakers"),
        run("found", record, module="speakers"),
    ]
    return {"steps": [plain(step) for step in steps]}


def listed(record: str, path: str) -> None:
    """The list into the record, as `headway load RECORD PATH --dialogue ID --write` does it."""
    from benchmarks.real_data.clock import Parts

    parts = Parts("starting")
    from headway.cli.options import now
    from headway.domain.views import Viewer
    from headway.intake import Setting, read_any, sides_of
    from headway.library import open as open_record

    parts.begin("reading the record")
    held = open_record(record).corpus(Viewer("assessor"))
    parts.begin("reading the file")
    draft = read_any(path, sides_of(held), Setting(dialogue=FORUM), "", held)
    parts.begin("writing")
    from headway.services import loading
    from headway.services.permissions import local_user

    report = loading.load(
        values=draft.known, originals=draft.originals, by=local_user("desk"), at=now()
    )
    parts.end(
        new=dict(report.new), notes=list(draft.notes), complaints=list(map(str, draft.complaints))
    )


def found(record: str) -> None:
    """What the record says once speeches and speakers are in it."""
    from benchmarks.real_data.clock import Parts

    parts = Parts("starting")
    from headway.domain.rounds import Delegate, Round
    from headway.domain.statements import Statement
    from headway.library import open as open_record

    corpus = open_record(record).corpus()
    rounds = {one.id: one for one in corpus.all(Round)}
    people: defaultdict[str, set[str]] = defaultdict(set)
    posts: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for one in corpus.all(Delegate):
        people[one.person].add(one.round)
        posts[rounds[one.round].began_on.year // 10 * 10][_post(one.rank)] += 1
    came = {(one.round, one.party) for one in corpus.all(Delegate)}
    spoke = {(one.round or "", one.party or "") for one in corpus.all(Statement)}
    times = [len(held) for held in people.values()]
    parts.end(
        posts={str(decade): dict(counts) for decade, counts in sorted(posts.items())},
        people=len(people),
        once=times.count(1),
        ten_or_more=sum(count >= 10 for count in times),
        most=max(times),
        speech_without_speaker=len(spoke - came),
        speaker_without_speech=len(came - spoke),
        both=len(spoke & came),
        without_speech=_most(Counter(party for _, party in came - spoke), 6),
        without_speaker=_most(Counter(rounds[held].number or 0 for held, _ in spoke - came), 4),
    )


def _most(counts: Counter[Any], number: int) -> dict[Any, int]:
    """The largest counts; of equal ones the first by name."""
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:number])


def _post(rank: str) -> str:
    words = rank.casefold().strip()
    if not words:
        return "not given"
    if any(one in words for one in HEADS) and "deputy" not in words and "vice" not in words:
        return "head of State or government"
    return "minister" if any(one in words for one in MINISTERS) else "others"


def markdown(told: dict[str, Any]) -> str:
    """The block of the page."""
    names = ("headway init", "headway load, speeches", "headway load, speakers", "found")
    ran = [ran_of(step) for step in told["steps"]]
    load, seen = ran[2].told, ran[3].told
    kinds = ("head of State or government", "minister", "others", "not given")
    rows = [
        [f"{decade}s", *(counts.get(kind, 0) for kind in kinds)]
        for decade, counts in seen["posts"].items()
    ]
    new = ", ".join(f"{count:,} {noun}" for noun, count in load["new"].items())
    absent = ", ".join(f"{party} {count}" for party, count in seen["without_speech"].items())
    at = ", ".join(f"session {n}: {count}" for n, count in seen["without_speaker"].items())
    return "\n\n".join(
        [
            steps_table(told, zip(names, ran, strict=True)),
            f"{load['notes'][0]} New: {new}. Complaints: {len(load['complaints'])}.",
            table(["who spoke, by decade", *kinds], rows),
            f"{seen['people']:,} people; {seen['once']:,} came once, {seen['ten_or_more']} came ten"
            f" times or more, at most {seen['most']} times. A side and session with both a speech"
            f" and a speaker: {seen['both']:,}; with a speech alone:"
            f" {seen['speech_without_speaker']} ({at}); with a speaker alone:"
            f" {seen['speaker_without_speech']} ({absent}).",
            _worth_reading(seen, sum("is taken as a party" in note for note in load["notes"])),
        ]
    )


def _worth_reading(seen: dict[str, Any], new_sides: int) -> str:
    heads = "; ".join(
        f"the {decade}s {counts.get('head of State or government', 0):,} of"
        f" {sum(counts.values()):,}"
        for decade, counts in seen["posts"].items()
        if not counts.get("not given", 0) > 2
    )
    apart = seen["speech_without_speaker"] + seen["speaker_without_speech"]
    return (
        "Three findings worth reading:\n\n"
        "- **Who comes went up, and it could be called anything until one looked at the blanks.**"
        f" Heads of State or government held, in {heads} rows. Before the middle of the 1990s the"
        " post is mostly blank: a share over the whole time would only measure who kept the list."
        " Blank stays blank here.\n"
        f"- **Two sources of one hall disagree in {apart} places.** The reader takes both as they"
        " are; a desk that loads minutes and a list of delegates gets the same comparison.\n"
        f"- **Most people come once:** {seen['once']:,} of {seen['people']:,} names. Spelling makes"
        " that number too high (one person under two spellings is two), and it cannot be made"
        " lower by guessing: people of one name on one side are taken as one, and the report says"
        " so.\n\n"
        f"Names under codes that are no longer in use became {new_sides} new parties, most of them"
        " one state; the report lists each, worth a look before writing."
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["listed"]:
        listed(*sys.argv[2:4])
    elif sys.argv[1:2] == ["found"]:
        found(sys.argv[2])
    else:
        measure("speakers", FILE, measured, markdown)
