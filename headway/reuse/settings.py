"""What can be set before a search for reuse; printed with its results."""

from dataclasses import dataclass

from headway.domain.errors import BadValue
from headway.reuse.alignments import EditRules

_EDITS = EditRules()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Thresholds of the exact layer, and the rules of the edited one; lengths in tokens.

    `at_least`: shortest run reported (20 and 12 are the measured ones). `shared_sides`: from so
    many different sides on, a passage is shared wording. `assessed_from`: shorter statements
    get no share. `formula_share`: from this share of formula tokens on, a passage is a formula.
    `formula_bits`: a passage whose rare tokens carry fewer bits is one too (of alignments judged
    by people, 24 bits set aside none of 67 substantive and 62 % of 120 boilerplate ones).
    `same_text_share`: overlap of the shorter text from which two texts of one meeting are an
    alert.
    `wholly`, `partly`: shares of repeated tokens from which a statement is called derived.
    """

    at_least: int = 12
    shared_sides: int = 3
    assessed_from: int = 150
    formula_share: float = 0.6
    formula_bits: float = 24.0
    same_text_share: float = 0.8
    wholly: float = 0.8
    partly: float = 0.1
    compile_from: int = 400_000
    """Tokens of a record from which the compiled kernel is worth importing."""
    edits: EditRules | None = _EDITS
    """Rules of the edited layer; None leaves it out, and results say so."""

    def __post_init__(self) -> None:
        if self.at_least < 2:
            raise BadValue(f"at_least is {self.at_least}; a run has 2 tokens or more")
        for name in ("formula_share", "same_text_share", "wholly", "partly"):
            if not 0.0 <= getattr(self, name) <= 1.0:
                raise BadValue(f"{name} is {getattr(self, name)}; write a share from 0 to 1")

    @property
    def scheme(self) -> tuple[int, int]:
        """Length of a seed k and its window w, with k + w - 1 = at_least: no run is missed."""
        return scheme_for(self.at_least)


def scheme_for(at_least: int) -> tuple[int, int]:
    """k 12 and w 9 for 20 tokens, k 8 and w 5 for 12; in between the same proportion."""
    known = {20: (12, 9), 12: (8, 5)}
    if at_least in known:
        return known[at_least]
    k = max(1, (2 * at_least) // 3)
    return k, at_least - k + 1
