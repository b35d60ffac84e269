"""Work out, from the planted spans alone, what of each statement was said before.

    python tests/truth/reuse_figures.py          writes the parts `reuse_share` and `first_said`
    python tests/truth/reuse_figures.py --check  only compares

Only exact passages count (verbatim, formula, refrain, echo, quotation, attributed quotation), and
of an edited passage the run that is word for word the same; the rest of edited passages, reworded
and translated ones are for later layers. A class holds tokens, and no token is in two classes:
`earlier_rounds` before `elsewhere` before `same_meeting`; of the tokens in `earlier_rounds` those
also said elsewhere before stand in `of_these_elsewhere_too`; of those in `other_side` those that
are quoted by name stand in `of_these_attributed`.
"""

import json
import sys
from pathlib import Path

from plain import PASSAGES, texts, tokens

FIGURES = Path(__file__).with_name("invented-figures.json")
FEWEST = 150


def before(one: dict, other: dict) -> bool:
    """Whether one text was certainly delivered before another (partial dates are not certain)."""
    a, b = one["delivered_on"], other["delivered_on"]
    if a == b:
        same_round = one["forum"] == other["forum"] and one["forum"].startswith("round")
        return same_round and one["sequence"] < other["sequence"]
    return a[: len(b)] < b[: len(a)]


def class_of(passage: dict, place: dict, plan: dict) -> str:
    """The class of one place of an exact passage."""
    kind, name = passage["kind"], place["text"]
    if kind in ("formula", "quotation"):
        return {"formula": "formula", "quotation": "canon"}[kind]
    if kind == "refrain":
        first = min(p["begin"] for p in passage["places"])
        return "new" if place["begin"] == first else "refrain"
    here = plan["texts"][name]
    earlier = [
        plan["texts"][p["text"]]
        for p in passage["places"]
        if p["text"] != name and before(plan["texts"][p["text"]], here)
    ]
    if kind in ("echo", "attributed_quotation"):
        return "other_side" if any(t["side"] != here["side"] for t in earlier) else "new"
    return own_class(here, earlier)


def own_class(here: dict, earlier: list[dict]) -> str:
    """Where the same side said it before."""
    if any(t["forum"].startswith("round") and t["forum"] != here["forum"] for t in earlier):
        return "earlier_rounds"
    if any(not t["forum"].startswith("round") for t in earlier):
        return "elsewhere"
    return "same_meeting" if earlier else "new"


def elsewhere_too(passage: dict, place: dict, plan: dict) -> bool:
    """Whether a passage was also said elsewhere before this place."""
    here = plan["texts"][place["text"]]
    return any(
        not plan["texts"][p["text"]]["forum"].startswith("round")
        and before(plan["texts"][p["text"]], here)
        for p in passage["places"]
        if p["text"] in plan["texts"]
    )


def reuse(plan: dict, held: dict[str, str]) -> dict[str, dict]:
    """One row a text: its tokens and how many of them are of each class."""
    rows = {}
    for name, about in plan["texts"].items():
        row = {
            "side": about["side"],
            "forum": about["forum"],
            "tokens": len(tokens(held[name])),
            "earlier_rounds": 0,
            "of_these_elsewhere_too": 0,
            "elsewhere": 0,
            "same_meeting": 0,
            "other_side": 0,
            "of_these_attributed": 0,
            "canon": 0,
            "formula": 0,
            "refrain": 0,
            "in_runs_below_20": 0,
            "passages": [],
        }
        for passage in plan["passages"]:
            for place in passage["places"]:
                if place["text"] == name and passage["kind"] in EXACT:
                    add(row, passage, place, plan)
        row["assessed"] = row["tokens"] >= FEWEST
        said = row["earlier_rounds"] + row["elsewhere"]
        row["reuse_share"] = round(said / row["tokens"], 4) if row["assessed"] else None
        rows[name] = row
    return rows


EXACT = ("verbatim", "formula", "refrain", "echo", "quotation", "attributed_quotation")


def add(row: dict, passage: dict, place: dict, plan: dict) -> None:
    """Count one place into its class."""
    found = class_of(passage, place, plan)
    row["passages"].append(f"{passage['id']}: {found}")
    if found == "new":
        return
    row[found] += place["tokens"]
    if found == "earlier_rounds" and elsewhere_too(passage, place, plan):
        row["of_these_elsewhere_too"] += place["tokens"]
    if found == "other_side" and passage["kind"] == "attributed_quotation":
        row["of_these_attributed"] += place["tokens"]
    if found in ("earlier_rounds", "elsewhere") and place["tokens"] < 20:
        row["in_runs_below_20"] += place["tokens"]


def first_said(plan: dict) -> list[dict]:
    """One row an exact passage that is nobody's courtesy: first delivery and all others."""
    return [
        {
            "id": p["id"],
            "kind": p["kind"],
            "tokens": p["tokens"],
            "first": p["first"],
            **({"concurrent": p["concurrent"]} if "concurrent" in p else {}),
            "first_on": plan["texts"][p["places"][0]["text"]]["delivered_on"],
            "forum": plan["texts"][p["places"][0]["text"]]["forum"],
            "deliveries": [place["text"] for place in p["places"]],
            "times": len(p["places"]),
        }
        for p in plan["passages"]
        if p["kind"] in EXACT and p["kind"] != "formula"
    ]


def main() -> int:
    """Work out, then write or compare."""
    plan = json.loads(PASSAGES.read_text(encoding="utf-8"))
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))
    rows = reuse(plan, texts())
    sides = {}
    for side in ("estravane", "yuanlan"):
        own = [
            r
            for r in rows.values()
            if r["side"] == side and r["assessed"] and r["forum"].startswith("round")
        ]
        sides[side] = {
            "texts": len(own),
            **{
                key: sum(r[key] for r in own)
                for key in (
                    "tokens",
                    "earlier_rounds",
                    "elsewhere",
                    "same_meeting",
                    "other_side",
                    "canon",
                    "formula",
                    "refrain",
                )
            },
        }
    worked = {
        "reuse_share": {
            "rule": __doc__.split("\n\n")[2].replace("\n", " "),
            "assessed_from_tokens": FEWEST,
            "in_rounds": sides,
            "texts": rows,
        },
        "first_said": first_said(plan),
    }
    if "--check" in sys.argv:
        same = all(figures.get(key) == part for key, part in worked.items())
        print("as written" if same else "not as written; run reuse_figures.py")
        return 0 if same else 1
    FIGURES.write_text(
        json.dumps({**figures, **worked}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    print(
        {
            side: f"{p['earlier_rounds'] + p['elsewhere']} of {p['tokens']}"
            for side, p in sides.items()
        }
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
