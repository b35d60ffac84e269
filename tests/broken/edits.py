"""Engines of the edited layer that are wrong in one way each."""

from typing import Any

from headway.reuse.alignments import Aligned, Alignments, EditRules
from headway.reuse.edits import FastEdits
from headway.reuse.runs import Texts

Row = tuple[int, ...]
_RIGHT = FastEdits(compile_from=10**12)


def _rows(texts: Texts, tenths: Any, rules: EditRules) -> tuple[list[Row], int]:
    found = _RIGHT.align(texts, tenths, rules)
    return found.alignments.rows(), found.too_common


def _held(rows: list[Row], too_common: int) -> Aligned:
    return Aligned(Alignments.of_rows(rows), too_common)


class DropsAnEdit:
    """Ends an alignment at the first word that differs and keeps the longer part."""

    def align(self, texts: Texts, tenths: Any, rules: EditRules) -> Aligned:
        rows, common = _rows(texts, tenths, rules)
        kept = [
            (t, b, b + longest, o, ob, ob + longest, longest, longest, *rest)
            for t, b, _, o, ob, _, _, longest, *rest in rows
        ]
        return _held(kept, common)


class MissesWhatIsEdited:
    """Finds only what keeps nine words in ten."""

    def align(self, texts: Texts, tenths: Any, rules: EditRules) -> Aligned:
        rows, common = _rows(texts, tenths, rules)
        near = [r for r in rows if r[6] >= 0.9 * max(r[2] - r[1], r[5] - r[4])]
        return _held(near, common)


class ReportsANearMiss:
    """Judges by a few shared words, not by what they tell and what is between them."""

    def align(self, texts: Texts, tenths: Any, rules: EditRules) -> Aligned:
        loose = EditRules(
            at_least=min(6, rules.at_least), beyond=1, bits=0, rest_bits=0, price=0, cut=99,
            similarity=0.2,
        )  # fmt: skip
        return _RIGHT.align(texts, tenths, loose)


class ShiftsASpan:
    """Places every alignment one token too far in the earlier text."""

    def align(self, texts: Texts, tenths: Any, rules: EditRules) -> Aligned:
        rows, common = _rows(texts, tenths, rules)
        return _held([(*r[:4], r[4] + 1, r[5] + 1, *r[6:]) for r in rows], common)


class ForgetsTheOrder:
    """Compares with later places too, so that what is found depends on what follows."""

    def align(self, texts: Texts, tenths: Any, rules: EditRules) -> Aligned:
        rows, common = _rows(texts, tenths, rules)
        mirrored = [(r[3], r[4], r[5], r[0], r[1], r[2], *r[6:]) for r in rows]
        return _held(rows + mirrored, common)


class DropsRefrains:
    """Compares no text with itself."""

    def align(self, texts: Texts, tenths: Any, rules: EditRules) -> Aligned:
        rows, common = _rows(texts, tenths, rules)
        return _held([row for row in rows if row[0] != row[3]], common)


class ReportsVerbatimToo:
    """Calls edited what is repeated word for word."""

    def align(self, texts: Texts, tenths: Any, rules: EditRules) -> Aligned:
        whole = EditRules(beyond=0, rest_bits=-1e6)
        return _RIGHT.align(texts, tenths, whole)


class CountsSeedsOverAll:
    """Caps a seed by how often it stands anywhere, so that a later text changes earlier ones."""

    def align(self, texts: Texts, tenths: Any, rules: EditRules) -> Aligned:
        rows, common = _rows(texts, tenths, rules)
        return _held([] if common else rows, common)


BROKEN_EDITS = (
    DropsAnEdit,
    MissesWhatIsEdited,
    ReportsANearMiss,
    ShiftsASpan,
    ForgetsTheOrder,
    DropsRefrains,
    ReportsVerbatimToo,
    CountsSeedsOverAll,
)
