"""The edited layer in a search: align, set formulae and canon aside, classify, give columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from headway.reuse import classes as cls
from headway.reuse.alignments import TENTHS, Alignments, EditEngine, EditRules, joined
from headway.reuse.attribution import Voices
from headway.reuse.background import RARE_BITS, Background
from headway.reuse.clusters import wordings
from headway.reuse.columns import Columns, columns_of, first_of_pool
from headway.reuse.covered import covered_by
from headway.reuse.edited import EditedStars, beside_verbatim, edited_stars
from headway.reuse.formulae import FormulaPattern, formula_tokens
from headway.reuse.order import Order
from headway.reuse.runs import Runs, Texts
from headway.reuse.settings import Settings
from headway.reuse.stars import Stars

Column = npt.NDArray[Any]

_SAID_BEFORE = (
    cls.OWN_ROUNDS, cls.OWN_ELSEWHERE, cls.ECHO, cls.SHARED_WORDING, cls.SAME_MEETING, cls.CANON,
    cls.REFRAIN, cls.ATTRIBUTED_QUOTATION,
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Edits:
    """Alignments of one language: between deliveries, and of deliveries into the canon."""

    between: Alignments
    into_canon: Alignments
    rules: EditRules
    too_common: int = 0

    def canon_runs(self) -> Runs:
        """The places aligned with the canon, as if they were runs into it."""
        into = self.into_canon
        held = (into.text, into.begin, into.end - into.begin, into.other, into.other_begin)
        return Runs(*(column.astype(np.int32) for column in held))


def no_edits() -> Edits:
    """What there is where the layer is left out."""
    return Edits(joined([]), joined([]), EditRules())


def edits_of(
    texts: Texts,
    order: Order,
    language: str,
    background: Background,
    rules: EditRules,
    engine: EditEngine,
) -> Edits:
    """Align the deliveries, which stand first in `texts`, in their order, the canon before all."""
    count = len(order.rank)
    turns = np.concatenate((np.arange(count, len(texts)), np.argsort(order.rank)))
    is_in_turn = bool((turns == np.arange(len(texts))).all())
    in_turn = texts if is_in_turn else Texts.of([texts[at] for at in turns.tolist()])
    share = background.mean_rare_bits(language) / background.mean_rare_bits("en")
    scaled = rules.scaled(share)
    aligned = engine.align(in_turn, tenths_of(background, language, in_turn), scaled)
    found = aligned.alignments
    text, other = turns[found.text], turns[found.other]
    found = Alignments(text, found.begin, found.end, other, *found.columns()[4:])
    is_between = (text < count) & (other < count)
    into_canon = found.where((text < count) & (other >= count))
    return Edits(found.where(is_between), into_canon, scaled, aligned.too_common)


def tenths_of(background: Background, language: str, texts: Texts) -> npt.NDArray[np.int16]:
    """Tenths of bits of every token, a block at a time."""
    step = 4_000_000
    parts = [np.empty(0, np.int16)]
    for start in range(0, len(texts.tokens), step):
        bits = background.bits(language, texts.tokens[start : start + step])
        parts.append(np.round(bits * TENTHS).astype(np.int16))
    return np.concatenate(parts)


def without(found: Alignments, is_suspect: Column) -> Alignments:
    """Alignments that rest on no text under an alert."""
    return found.where(
        ~(is_suspect[found.text] | is_suspect[found.other]) | (found.text == found.other)
    )


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """What the other steps know of the same texts, for the edited passages to be held against."""

    stars: Stars
    kinds: npt.NDArray[np.int8]
    quoted: npt.NDArray[np.bool_]
    in_canon: npt.NDArray[np.bool_]
    families: int
    wordings: int


def edited_columns(
    texts: Texts,
    edits: Edits,
    order: Order,
    beside: Beside,
    voices: Voices,
    patterns: Sequence[FormulaPattern],
    background: Background,
    settings: Settings,
    loops: Any,
) -> Columns:
    """Columns of the edited passages; formulae, and what verbatim passages tell, are left out."""
    edited = edited_stars(edits.between, order, loops)
    kinds = _kinds(texts, edited, edits, beside, voices.language, patterns, background, settings)
    kinds = voices.attributed(edited.stars, kinds)
    kept = kinds != cls.FORMULA
    edited, kinds = edited.where(kept), kinds[kept]
    said_before = np.isin(beside.kinds, _SAID_BEFORE)
    free = beside_verbatim(
        edited, texts.starts, beside.stars, _since(beside.stars, beside.kinds, order), said_before,
        _since(edited.stars, kinds, order),
    )  # fmt: skip
    is_canon = kinds == cls.CANON
    free = np.where(is_canon, _outside(texts, edited, beside.quoted), free)
    quoted = edited.stars.length - _outside(texts, edited, beside.in_canon)
    left = edited.matched - edited.longest - np.where(is_canon, 0, quoted)
    kept = (free >= edits.rules.beyond) & (left >= edits.rules.beyond)
    edited, kinds = edited.where(kept), kinds[kept]
    # What was said here first, and is said again by nobody, was a part of what was left out.
    is_root = np.bincount(edited.root, minlength=len(edited)) > 1
    kept = (kinds != cls.FIRST_HERE) | is_root
    edited, kinds = edited.where(kept), kinds[kept]
    covered = covered_by(texts, edited.stars)
    _, cluster = np.unique(edited.root, return_inverse=True)
    columns = columns_of(texts, edited.stars, kinds, edited.tenths / TENTHS)
    columns["cluster"] = cluster.astype(np.int64) + beside.families
    columns["wording"] = wordings(covered, np.zeros(len(edited), np.bool_)) + beside.wordings
    columns["how"] = np.ones(len(edited), np.int8)
    columns["n_matched"] = edited.matched.astype(np.int64)
    columns["similarity"] = np.round(edited.matched / np.maximum(edited.longer, 1), 3)
    pool = np.maximum(cls.pools(edited.stars), 0)
    for name, tokens in (
        ("first", edited.first_tokens), ("previous", edited.previous_tokens),
    ):  # fmt: skip
        lengths = tokens[np.arange(len(edited)), pool]
        columns[f"{name}_tokens"] = np.where(columns[name] >= 0, lengths, 1)
    return columns


def _kinds(
    texts: Texts,
    edited: EditedStars,
    edits: Edits,
    beside: Beside,
    language: str,
    patterns: Sequence[FormulaPattern],
    background: Background,
    settings: Settings,
) -> npt.NDArray[np.int8]:
    """Classes; FORMULA where too little is told beyond formulae and the price of the edits."""
    covered = covered_by(texts, edited.stars)
    in_formula = formula_tokens(covered.tokens, covered.stretches, patterns)
    of_canon = beside.in_canon[covered.places]
    bits = background.bits(language, covered.tokens)
    rare = np.where(bits > RARE_BITS, bits, 0)
    free = covered.sums(~of_canon)
    is_canon = free < np.maximum(edits.rules.beyond, 0.2 * edited.stars.length)
    lost = covered.sums(np.where(in_formula | of_canon, rare, 0))
    price = edits.rules.price * (edited.longer - edited.matched)
    net = edited.tenths / TENTHS - lost - price
    set_aside = covered.sums(in_formula & ~of_canon)
    rest = net - edited.run_tenths / TENTHS
    is_formula = (
        (net < edits.rules.bits)
        | (rest < edits.rules.rest_bits)
        | (set_aside >= settings.formula_share * np.maximum(free, 1))
    )
    return cls.classify(edited.stars, is_canon, is_formula & ~is_canon, settings)


def _since(stars: Stars, kinds: npt.NDArray[np.int8], order: Order) -> Column:
    """Rank of the delivery a passage is traced back to; -1 where it is traced to none."""
    first = first_of_pool(stars)
    since = np.where(first >= 0, order.rank[np.maximum(first, 0)], -1)
    return np.where((first < 0) & (kinds == cls.REFRAIN), order.rank[stars.text], since)


def _outside(texts: Texts, edited: EditedStars, inside: npt.NDArray[np.bool_]) -> Column:
    begins = texts.starts[edited.stars.text] + edited.stars.begin
    spans = zip(begins.tolist(), (begins + edited.stars.length).tolist(), strict=True)
    return np.array([int((~inside[b:e]).sum()) for b, e in spans], np.int64)


def edited_quotations(
    columns: Columns,
    texts: Texts,
    edits: Edits,
    quoted: npt.NDArray[np.bool_],
    sources: Sequence[int],
) -> Columns:
    """Lightly edited quotations of the canon as passages, where no passage shown is one."""
    shown = quoted.copy()
    ends = columns["begin"] + columns["n_tokens"]
    is_told = (columns["kind"] == cls.CANON) & (columns["how"] == 1)
    for at in np.flatnonzero(is_told).tolist():
        shown[columns["begin"][at] : ends[at]] = True
    into = edits.into_canon
    rows: list[int] = []
    for at in np.lexsort((into.other, -into.matched)).tolist():
        begin = int(texts.starts[into.text[at]] + into.begin[at])
        end = begin + int(into.end[at] - into.begin[at])
        if int((~shown[begin:end]).sum()) >= edits.rules.beyond:
            shown[begin:end] = True
            rows.append(at)
    chosen = into.where(np.array(rows, np.int64))
    empty: dict[str, Any] = {"first": -1, "previous": -1, "cluster": -1, "wording": -1, "sides": 1}
    extra: Columns = {name: np.full(len(rows), empty.get(name, 0)) for name in columns}
    extra["delivery"] = chosen.text
    extra["begin"] = texts.starts[chosen.text] + chosen.begin
    extra["n_tokens"] = chosen.end - chosen.begin
    extra["n_matched"] = chosen.matched
    longer = np.maximum(chosen.end - chosen.begin, chosen.other_end - chosen.other_begin)
    extra["similarity"] = np.round(chosen.matched / np.maximum(longer, 1), 3)
    extra["bits"] = chosen.tenths / TENTHS
    extra["kind"] = np.full(len(rows), cls.CANON)
    extra["how"] = np.ones(len(rows), np.int8)
    numbers = chosen.other - (len(texts) - len(sources))
    extra["source"] = np.array(sources, np.int64)[numbers]
    return {name: np.concatenate((columns[name], extra[name])) for name in columns}
