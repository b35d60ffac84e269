"""What was asked of the record of the General Debate, and of the one of readouts.

Every answer is counts, years and names of states: no text leaves the record. The keys are the
few words by which a known refrain is told from all others.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from headway.domain.corpus import Corpus
from headway.domain.parties import Dialogue, Party
from headway.domain.rounds import Round
from headway.domain.statements import Rendering, Statement
from headway.services import findings

MOST: Final = 5
KEYS: Final = {
    "five principles (China)": ("CHN", ("mutual respect", "mutual non aggression")),
    "peace in Europe (Germany)": ("DEU", ("peace in europe in which the german nation",)),
    "the same with any noun (Germany)": ("DEU", ("peace in europe in which the german",)),
    "scourge of war (Charter)": ("", ("scourge of war",)),
    "worth of the human person (Charter)": ("", ("worth of the human person",)),
}
"""Name, the side whose refrain it is (empty: everybody's), and the words it is known by."""


@dataclass(frozen=True, slots=True)
class Row:
    """A stored passage with what its statement says: who, in which year."""

    rendering: str
    side: str
    year: int
    begin: int
    end: int
    tokens: int
    kind: str
    cluster: int
    own_rounds: int
    sides: int
    first: str


def answers(corpus: Corpus) -> dict[str, Any]:
    """Everything that was asked of the General Debate."""
    rows = _rows(corpus)
    years = {row.rendering: row.year for row in rows}
    return {
        "refrains": {name: _known(corpus, rows, *key) for name, key in KEYS.items()},
        "own_side": _most_often_by_own_side(rows),
        "widest": _widest(corpus, rows),
        "derivation": _derivation(),
        "most_derived": _most_derived(corpus),
        "longest_gaps": _longest_gaps(rows, years),
        "longest_echoes": _pairs(rows, "echo"),
        "longest_same_meeting": _pairs(rows, "same_meeting"),
    }


def _scope() -> int:
    rows = findings.derived().rows("SELECT id FROM scope WHERE method = 'reuse'")
    return int(rows[0][0])


def _rows(corpus: Corpus) -> list[Row]:
    """All stored verbatim passages but formulae, in order of rendering and place."""
    said = {statement.id: statement for statement in corpus.all(Statement)}
    stored = findings.derived().rows(
        "SELECT d.rendering, d.statement, p.begins, p.ends, p.tokens, p.class, p.cluster,"
        " p.own_rounds, p.sides, COALESCE(f.rendering, '')"
        " FROM passage p JOIN delivery d ON d.scope = p.scope AND d.n = p.delivery"
        " LEFT JOIN delivery f ON f.scope = p.scope AND f.n = p.first"
        " WHERE p.scope = ? AND p.class <> 'formula' AND p.how = 'verbatim'"
        " ORDER BY d.n, p.begins, p.ends",
        _scope(),
    )
    return [
        Row(one, said[of].party or "", said[of].delivered_on.year, *cells)
        for one, of, *cells in stored
    ]


def _known(corpus: Corpus, rows: list[Row], side: str, words: tuple[str, ...]) -> dict[str, Any]:
    """Where passages hold these words: speeches and years, by state, and tokens by class."""
    pattern = [re.compile(r"\W+".join(key.split())) for key in words]
    holding = list(_holding(corpus, rows, pattern))
    years = _years(holding)
    told = {
        "side": side,
        "speeches": len({row.rendering for row in holding}),
        "states": len(years),
        "first": min((row.year for row in holding), default=None),
        "last": max((row.year for row in holding), default=None),
        "classes": dict(Counter(row.kind for row in holding if side in ("", row.side))),
    }
    if side:
        others = {name: sorted(found) for name, found in sorted(years.items()) if name != side}
        told |= {"years": sorted(years.get(side, ())), "others": others}
    return told


def _holding(corpus: Corpus, rows: list[Row], pattern: list[re.Pattern[str]]) -> Iterator[Row]:
    read, text = "", ""
    is_there = False
    for row in rows:
        if row.rendering != read:
            read = row.rendering
            text = corpus.text(corpus.one(Rendering, read).text or "").lower()
            is_there = all(one.search(text) for one in pattern)
        if is_there and all(one.search(text, row.begin, row.end) for one in pattern):
            yield row


def _years(rows: list[Row]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for row in rows:
        found.setdefault(row.side, set()).add(row.year)
    return found


def _most_often_by_own_side(rows: list[Row]) -> list[dict[str, Any]]:
    """The passages of 15 tokens or more that a side had said most often in earlier sessions."""
    best: dict[int, Row] = {}
    for row in rows:
        if row.kind == "own_rounds" and row.tokens >= 15:
            before = best.get(row.cluster)
            if before is None or row.own_rounds > before.own_rounds:
                best[row.cluster] = row
    ranked = sorted(best.values(), key=lambda row: (-row.own_rounds, row.rendering))
    return [
        {"side": row.side, "speeches": row.own_rounds + 1, "year": row.year, "tokens": row.tokens}
        for row in ranked[:MOST]
    ]


def _widest(corpus: Corpus, rows: list[Row]) -> list[dict[str, Any]]:
    """The families that most states share: states, speeches, years."""
    families: dict[int, list[Row]] = {}
    for row in rows:
        if row.kind == "shared_wording":
            families.setdefault(row.cluster, []).append(row)
    ranked = sorted(families.values(), key=lambda held: -len({row.side for row in held}))
    return [
        {
            "states": len({row.side for row in held}),
            "speeches": len({row.rendering for row in held}),
            "first": min(row.year for row in held),
            "last": max(row.year for row in held),
            "begins": _few_words(corpus, max(held, key=lambda row: row.sides)),
        }
        for held in ranked[:MOST]
    ]


def _few_words(corpus: Corpus, row: Row) -> str:
    """The first few words of a shared title or phrase, to know it by."""
    text = corpus.text(corpus.one(Rendering, row.rendering).text or "")[row.begin : row.end]
    return " ".join(text.split()[:8])


def _derivation() -> dict[str, int]:
    counted = findings.derived().rows(
        "SELECT derived, COUNT(*) FROM delivery WHERE scope = ? GROUP BY derived", _scope()
    )
    return dict(counted)


def _most_derived(corpus: Corpus) -> list[dict[str, Any]]:
    """The speeches with the largest share of tokens that their state had said before."""
    rows = findings.derived().rows(
        "SELECT d.statement, c.tokens, d.tokens FROM coverage c"
        " JOIN delivery d ON d.scope = c.scope AND d.n = c.delivery"
        " WHERE c.scope = ? AND c.class = 'own_rounds' AND d.tokens >= 150"
        " ORDER BY 1.0 * c.tokens / d.tokens DESC LIMIT ?",
        _scope(),
        MOST,
    )
    return [
        {"speech": _named(corpus, one), "repeated": repeated, "tokens": tokens}
        for one, repeated, tokens in rows
    ]


def _named(corpus: Corpus, statement: str) -> str:
    said = corpus.one(Statement, statement)
    return f"{corpus.one(Party, said.party or '').name['en']} {said.delivered_on.year}"


def _longest_gaps(rows: list[Row], years: dict[str, int]) -> list[dict[str, Any]]:
    """The longest times between the first and the last saying of one passage by one side."""
    best: dict[str, dict[str, Any]] = {}
    for row in rows:
        if row.kind == "own_rounds" and row.first in years:
            told = {
                "side": row.side, "first": years[row.first], "last": row.year,
                "tokens": row.tokens, "years": row.year - years[row.first],
            }  # fmt: skip
            before = best.get(row.side)
            if before is None or _gap(told) > _gap(before):
                best[row.side] = told
    return sorted(best.values(), key=_gap, reverse=True)[:MOST]


def _gap(told: dict[str, Any]) -> tuple[int, int]:
    return (told["years"], told["tokens"])


def _pairs(rows: list[Row], kind: str) -> list[dict[str, Any]]:
    """The speeches with the longest passages of one class, of 100 tokens or more each."""
    held: dict[str, list[Row]] = {}
    for row in rows:
        if row.kind == kind and row.tokens >= 100:
            held.setdefault(row.rendering, []).append(row)
    ranked = sorted(held.values(), key=lambda found: -max(row.tokens for row in found))
    return [
        {
            "side": found[0].side,
            "year": found[0].year,
            "longest": max(row.tokens for row in found),
            "passages": len(found),
            "from": sorted({row.first for row in found if row.first}),
        }
        for found in ranked[:MOST]
    ]


def rounds_of(corpus: Corpus) -> dict[str, Any]:
    """What the record of readouts holds: dialogues, rounds with their days, why not compared."""
    renderings = corpus.all(Rendering)
    return {
        "dialogues": [one.title["en"] for one in corpus.all(Dialogue)],
        "rounds": [
            {"id": one.id, "number": one.number, "began_on": str(one.began_on)}
            for one in corpus.all(Round)
        ],
        "statements": len(corpus.all(Statement)),
        "fidelity": dict(Counter(one.fidelity for one in renderings)),
        "derivation": dict(
            Counter(
                told.derivation if (told := findings.derivation(corpus, one.id)) else "none"
                for one in renderings
            )
        ),
        "why_not": findings.report(corpus).get("not_assessed", {}),
    }
