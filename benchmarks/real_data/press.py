"""The Chinese press conferences as a record: what recurs on three days or more.

    python -m benchmarks.real_data.press --data ../shared/data [--keep FOLDER] [--write-docs]

Loads the questions and answers, looks for recurring sentences in all replies and in replies to
questions about rights, and prints counts and days. No sentence of the data is printed: those
worth a line are told by the few words they are known by.
"""

import sys
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.real_data.sections import measure, plain, ran_of, steps_table, table

FILE = Path("mfa") / "mfa_zh_qa_2020-2021.jsonl"
RIGHTS = ("人权", "新疆", "西藏", "香港", "达赖", "维吾尔")
KEYS = {
    "one China, Taiwan a part of it": ("只有一个中国", "台湾是中国领土"),
    "Hong Kong, an internal affair": ("香港事务纯属中国内政",),
    "Xinjiang, an internal affair": ("新疆事务纯属中国内政",),
    "Tibet, an internal affair": ("西藏事务纯属中国内政",),
    "forced labour in Xinjiang, a lie": ("强迫劳动", "谎言"),
    "trafficked to the United States": ("贩卖到美国",),
    "reports seen": ("注意到有关报道",),
    "firmly opposed": ("中方对此坚决反对",),
}
"""What a recurring sentence is about, and the few words by which it is known."""


def measured(data: Path, folder: Path) -> dict[str, Any]:
    """All figures: made, loaded, compared, asked."""
    from benchmarks.real_data.running import run

    record = folder / "press.headway"
    steps = [
        run("init", record),
        run("load", record, data / FILE, "China"),
        run("recurring", record, module="press"),
        run("reuse", record),
    ]
    return {"steps": [plain(step) for step in steps]}


def recurring(record: str) -> None:
    """What `headway recurring RECORD` finds, in all replies and in those about rights."""
    from benchmarks.real_data.clock import Parts

    parts = Parts("starting")
    from headway.library import open as open_record

    parts.begin("reading the record")
    corpus = open_record(record).corpus()
    from headway.services.recurring import find_recurring, replies_to, to_plain

    parts.begin("all replies")
    everything = to_plain(corpus, find_recurring(corpus))
    parts.begin("replies about rights")
    rights = to_plain(corpus, find_recurring(corpus, asked=RIGHTS))
    parts.begin("told")
    parts.end(
        all=counted(everything),
        rights=counted(rights) | {"replies": len(replies_to(corpus, RIGHTS))},
    )


def counted(found: dict[str, Any]) -> dict[str, Any]:
    """What was found as counts, days and what the sentences are about; no words of them."""
    (sentences,), (again,) = found["sentences"].values(), found["said_again"].values()
    return {
        "texts": found["texts"],
        "sentences": sentences,
        "said_again": again,
        "recurring": len(found["found"]),
        "by_kind": dict(Counter(one["kind"] for one in found["found"])),
        "times_by_kind": dict(_times(found["found"])),
        "most_days": {
            kind: max((o["days"] for o in found["found"] if o["kind"] == kind), default=0)
            for kind in ("substance", "notice", "common_words", "courtesy")
        },
        "about": {name: _about(found["found"], key) for name, key in KEYS.items()},
    }


def _times(found: list[dict[str, Any]]) -> Counter[str]:
    times: Counter[str] = Counter()
    for one in found:
        times[one["kind"]] += one["times"]
    return times


def _about(found: list[dict[str, Any]], key: tuple[str, ...]) -> dict[str, Any]:
    """Sentences with all these words: how many, on most days, from when to when."""
    held = [one for one in found if all(word in one["words"] for word in key)]
    return {
        "sentences": len(held),
        "days": max((one["days"] for one in held), default=0),
        "first_on": min((one["first_on"] for one in held), default=""),
        "last_on": max((one["last_on"] for one in held), default=""),
        "kinds": sorted({one["kind"] for one in held}),
    }


def markdown(found: dict[str, Any]) -> str:
    """The block of the page."""
    names = ("headway init", "headway load --party China --write")
    names += ("headway recurring, twice", "headway reuse")
    ran = [ran_of(step) for step in found["steps"]]
    load, again, reuse = ran[1].told, ran[2].told, ran[3].told["report"]
    return "\n\n".join(
        [
            steps_table(found, zip(names, ran, strict=True)),
            _read(load),
            _counts(again),
            _kinds(again["all"]),
            _abouts(again),
            _passages(reuse),
            _worth_reading(again["all"]),
        ]
    )


def _read(load: dict[str, Any]) -> str:
    return f"{load['notes'][0]} Complaints: {len(load['complaints'])}."


def _counts(again: dict[str, Any]) -> str:
    everything, rights = again["all"], again["rights"]
    return (
        f"Said on three days or more: **{everything['recurring']} sentences**, together"
        f" {everything['said_again']} of {everything['sentences']:,}, one in"
        f" {everything['sentences'] / everything['said_again']:.0f}. In the {rights['replies']}"
        f" replies to questions about rights ({'，'.join(RIGHTS)}): {rights['recurring']}"
        f" sentences, {rights['said_again']} of {rights['sentences']:,}."
    )


def _kinds(told: dict[str, Any]) -> str:
    rows = [
        [
            kind.replace("_", " "),
            count,
            told["times_by_kind"][kind],
            told["most_days"].get(kind, ""),
        ]
        for kind, count in told["by_kind"].items()
    ]
    return table(["kind", "sentences", "times said", "most days"], rows)


def _abouts(again: dict[str, Any]) -> str:
    rows = []
    for name, told in again["all"]["about"].items():
        days = f"{told['first_on']} to {told['last_on']}" if told["sentences"] else ""
        kinds = ", ".join(told["kinds"]).replace("_", " ")
        rows.append([name, told["sentences"], told["days"], days, kinds])
    return table(["about", "wordings", "most days", "from, to", "kind"], rows)


def _passages(reuse: dict[str, Any]) -> str:
    tokens, own = reuse["tokens"], reuse["tokens_by_class"]["own_rounds"]
    return (
        f"`headway reuse` on the same record compares {reuse['texts_compared']:,} longer replies:"
        f" {own:,} of {tokens:,} characters and words ({100 * own / tokens:.0f} %) stand in"
        f" passages of {reuse['settings']['at_least']} or more that were said at an earlier"
        " conference."
    )


def _worth_reading(told: dict[str, Any]) -> str:
    about = told["about"]
    seen, taiwan = about["reports seen"], about["one China, Taiwan a part of it"]
    places = ", ".join(
        str(about[f"{name}, an internal affair"]["days"])
        for name in ("Hong Kong", "Xinjiang", "Tibet")
    )
    close = about["trafficked to the United States"]
    opposed = about["firmly opposed"]
    return (
        "Three findings worth reading:\n\n"
        "- **A press desk repeats sentences, not answers, and what it repeats most is no answer at"
        f" all.** The sentence said on most days, {seen['days']}, with {seen['sentences'] - 1} more"
        " wordings that hold the same words, tells only that reports were seen. Counted with"
        " everything else it would have made the desk look scripted; set apart as a notice it does"
        " not. What is left to be known by its words was said on few days each.\n"
        "- **Positions come in one fixed wording each, over more than a year.** One China on"
        f" {taiwan['days']} days, from {taiwan['first_on']} to {taiwan['last_on']}; Hong Kong,"
        f" Xinjiang and Tibet each as an internal affair, on {places}"
        " days at most, in sentences of the same build with the name exchanged. Equal words alone"
        " find them as different sentences; a person sees one.\n"
        "- **A campaign shows as days close together.** A sentence about people trafficked to the"
        f" United States stands on {close['days']} days between {close['first_on']} and"
        f" {close['last_on']}, and nowhere before. First and last day tell a campaign from a"
        " standing position of the same count.\n\n"
        "What the days cannot tell: a sentence with one word changed is another sentence here."
        ' "Firmly opposed to this", on'
        f" {opposed['days']} days, falls under {' and '.join(opposed['kinds']).replace('_', ' ')},"
        " as nothing in it says what is opposed: it is a stand, and a person who reads the list"
        " sees that. The kinds are a finding of tables, not a judgement."
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["recurring"]:
        recurring(sys.argv[2])
    else:
        measure("press", FILE, measured, markdown)
