"""Write the exact span of every planted passage into invented-passages.json, and check the plan.

    python tests/truth/spans.py          writes the spans
    python tests/truth/spans.py --check  only compares

Each place is found by plain `str.find`; `as` is its form there where it differs from `text`.
Checked: every form stands where it was planned and nowhere else; a verbatim passage is not
longer than planned (its neighbours differ at every pair of places); edited, reworded and
translated forms share no run of 12 tokens but those that are planted themselves as the verbatim
part `inside` an edited passage; an edited form differs in 5 to 32 % of its tokens; the two
forms of a near miss share no run of 6 tokens and differ in more than half.
"""

import json
import sys
from itertools import combinations

from plain import PASSAGES, texts, tokens

EXACT = ("verbatim", "formula", "refrain", "echo", "quotation", "attributed_quotation")
RUN = 12


def place_spans(passage: dict, held: dict[str, str]) -> list[str]:
    """Fill begin and end of every place; what is wrong comes back as sentences."""
    wrong = []
    looked_from: dict[str, int] = {}
    for place in passage["places"]:
        form = place.get("as", passage["text"])
        begin = held[place["text"]].find(form, looked_from.get(place["text"], 0))
        if begin < 0:
            wrong.append(f"{passage['id']}: not found in {place['text']}")
            continue
        place["begin"], place["end"] = begin, begin + len(form)
        place["tokens"] = len(tokens(form))
        looked_from[place["text"]] = place["end"]
    forms = {place.get("as", passage["text"]) for place in passage["places"]}
    for name, text in held.items():
        planned = sum(place["text"] == name for place in passage["places"])
        if sum(text.count(form) for form in forms) > planned:
            wrong.append(f"{passage['id']}: stands in {name} more often than planned")
    return wrong


def neighbours(text: str, begin: int, end: int) -> tuple[str | None, str | None]:
    """The token before and the token after a span."""
    before = [t for t, _, e in tokens(text) if e <= begin]
    after = [t for t, b, _ in tokens(text) if b >= end]
    return (before[-1] if before else None, after[0] if after else None)


def too_short(passage: dict, held: dict[str, str]) -> list[str]:
    """Pairs of places whose common run goes on past the planned one."""
    wrong = []
    around = [
        (p["text"], *neighbours(held[p["text"]], p["begin"], p["end"])) for p in passage["places"]
    ]
    for (a, left_a, right_a), (b, left_b, right_b) in combinations(around, 2):
        if left_a is not None and left_a == left_b:
            wrong.append(f"{passage['id']}: {left_a!r} stands before it in {a} and {b}")
        if right_a is not None and right_a == right_b:
            wrong.append(f"{passage['id']}: {right_a!r} stands after it in {a} and {b}")
    return wrong


def longest_common_run(one: str, other: str) -> int:
    """Tokens in the longest run that both forms hold."""
    a, b = ([t for t, _, _ in tokens(form)] for form in (one, other))
    best, row = 0, [0] * (len(b) + 1)
    for x in a:
        new = [0] * (len(b) + 1)
        for j, y in enumerate(b):
            if x == y:
                new[j + 1] = row[j] + 1
                best = max(best, new[j + 1])
        row = new
    return best


def edit_share(one: str, other: str) -> float:
    """Token edit distance over the longer form."""
    a, b = ([t for t, _, _ in tokens(form)] for form in (one, other))
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        new = [i]
        for j, y in enumerate(b, 1):
            new.append(min(row[j] + 1, new[-1] + 1, row[j - 1] + (x != y)))
        row = new
    return round(row[-1] / max(len(a), len(b)), 3)


def unlike_its_kind(passage: dict, by_id: dict[str, dict]) -> list[str]:
    """What a passage that is not exact has too much or too little in common; fills edit_share."""
    if passage["kind"] in EXACT:
        return []
    name, places = passage["id"], passage["places"]
    forms = [place.get("as", passage["text"]) for place in places]
    edited = passage["kind"] == "edited"
    if passage.get("class") == "canon":
        forms, places = [passage["text"], *forms], [{}, *places]
    wrong = []
    if edited or passage["kind"] == "near_miss":
        for place, form in zip(places[1:], forms[1:], strict=True):
            place["edit_share"] = edit_share(forms[0], form)
            low, high = (0.05, 0.32) if edited else (0.5, 1)
            if not low <= place["edit_share"] <= high:
                wrong.append(f"{name}: {place['edit_share']} of the tokens differ")
    inside = [one["tokens"] for one in by_id.values() if one.get("inside") == name]
    most = max(inside, default=5 if passage["kind"] == "near_miss" else RUN - 1)
    others = forms + ([by_id[passage["of"]]["text"]] if "of" in passage else [])
    return wrong + [
        f"{name}: two forms share more than {most} tokens in a row"
        for a, b in combinations(others, 2)
        if longest_common_run(a, b) > most
    ]


def main() -> int:
    """Fill, check, write or compare."""
    held = texts()
    plan = json.loads(PASSAGES.read_text(encoding="utf-8"))
    by_id = {passage["id"]: passage for passage in plan["passages"]}
    wrong: list[str] = []
    for passage in plan["passages"]:
        wrong += place_spans(passage, held)
    if wrong:
        print("\n".join(wrong))
        return 1
    for passage in plan["passages"]:
        wrong += unlike_its_kind(passage, by_id)
        if passage["kind"] in EXACT:
            wrong += too_short(passage, held)
    written = json.dumps(plan, ensure_ascii=False, indent=1) + "\n"
    if "--check" in sys.argv:
        if written != PASSAGES.read_text(encoding="utf-8"):
            wrong.append("the spans written are not those of the texts; run spans.py")
    else:
        PASSAGES.write_text(written, encoding="utf-8")
    print("\n".join(wrong) or f"{len(plan['passages'])} passages, every place as planned")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
