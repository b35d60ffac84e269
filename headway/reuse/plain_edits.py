"""The edited layer written for the eye: every pair of places, every rule in its turn. Slow.

1. A *seed* is `rules.seed` successive tokens of one text that tell `seed_bits` together. Two
   equal seeds are a *candidate*: a place and an earlier one (texts are in order of delivery).
   A seed that stands at more than `most_earlier` earlier places begins no candidate where it
   stands; inside one text, places closer than `apart` are not compared.
2. Candidates of two texts lie on *diagonals* (place less other place). Diagonals are gathered in
   bands of `band`; candidates count where their band together with a neighbour holds
   `fewest_seeds`.
3. Around each candidate the equal tokens to both sides are a *run*.
4. Runs of two texts are *chained*: a run may follow another that begins before it in both texts,
   ends at most `gap` tokens before it in both, with at most `skew` difference; where the two
   overlap it gives up the overlap. Two a token less the difference less a quarter of the
   smaller gap is what it adds; each run follows the one that makes its chain worth most. Of
   several that follow one run, the one that leads to the most stays with it.
5. A chain is cut at each gap where unmatched tokens on both sides outnumber twice the matched
   ones by more than `cut`; each part is extended at both ends, a stretch of `reach` tokens
   after the other, while the best beginning is worth more than nothing (4 a match, less 1 a
   token on either side).
6. What is accepted is told in `EditRules`. Of two alignments of two texts that overlap by half
   of the shorter one, in the later text, the one that matches more stays.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy.typing as npt

from headway.reuse.alignments import TENTHS, Aligned, Alignments, EditRules
from headway.reuse.background import RARE_BITS
from headway.reuse.runs import Texts

Place = tuple[int, int]
Row = tuple[int, ...]
Weight = tuple[int, int]
"""Matched tokens, and tenths of bits of the rare ones among them."""


@dataclass(slots=True)
class Run:
    """`length` equal tokens at `here` and at `there`, and its place in a chain."""

    here: int
    there: int
    length: int
    score: int = 0
    before: "Run | None" = None
    trim: int = 0
    leads_to: int = 0
    after: "Run | None" = None


@dataclass(slots=True)
class Piece:
    """A part of a chain: places [begin, end) of both texts, what matches, the longest run."""

    begin: int
    end: int
    other_begin: int
    other_end: int
    weight: Weight
    longest: int
    run_bits: int


class PlainEdits:
    """Obvious Python; quadratic. For tests and for reading what an alignment is."""

    def align(self, texts: Texts, tenths: npt.NDArray[Any], rules: EditRules) -> Aligned:
        """See `EditEngine.align`."""
        held = [texts[at].tolist() for at in range(len(texts))]
        starts = texts.starts.tolist()
        told = [tenths[starts[at] : starts[at + 1]].tolist() for at in range(len(texts))]
        candidates, too_common = _candidates(held, told, rules)
        rows: list[Row] = []
        for (text, other), places in sorted(candidates.items()):
            pair = _Pair(held[text], held[other], told[text], rules, text == other)
            found = _without_overlaps(pair.alignments(_dense(places, rules)))
            rows += [(text, *row[:2], other, *row[2:]) for row in found]
        return Aligned(Alignments.of_rows(rows), too_common)


def _candidates(
    texts: Sequence[list[int]], told: Sequence[list[int]], rules: EditRules
) -> tuple[dict[Place, list[Place]], int]:
    """Candidates by (text, other), and how many seeds were too common."""
    seen: dict[tuple[int, ...], list[Place]] = defaultdict(list)
    found: dict[Place, list[Place]] = defaultdict(list)
    too_common = 0
    for text, tokens in enumerate(texts):
        for place in range(len(tokens) - rules.seed + 1):
            inside = slice(place, place + rules.seed)
            if sum(told[text][inside]) < round(rules.seed_bits * TENTHS):
                continue
            earlier = seen[tuple(tokens[inside])]
            if len(earlier) > rules.most_earlier:
                too_common += 1
            else:
                for other, there in earlier:
                    if other != text or place - there >= rules.apart:
                        found[text, other].append((place, there))
            earlier.append((text, place))
    return found, too_common


def _dense(places: Sequence[Place], rules: EditRules) -> list[Place]:
    bands = Counter((here - there) // rules.band for here, there in places)
    return [
        (here, there)
        for here, there in places
        if bands[band := (here - there) // rules.band]
        + max(bands.get(band - 1, 0), bands.get(band + 1, 0))
        >= rules.fewest_seeds
    ]


@dataclass(slots=True)
class _Pair:
    here: list[int]
    there: list[int]
    told: list[int]
    rules: EditRules
    is_one_text: bool
    runs: list[Run] = field(default_factory=list)

    def alignments(self, candidates: Sequence[Place]) -> Iterator[Row]:
        self.runs = self._runs(candidates)
        self._chain()
        for run in self.runs:
            if run.before is None or run.before.after is not run:
                yield from self._along(run)

    def _runs(self, candidates: Sequence[Place]) -> list[Run]:
        found = set()
        for here, there in candidates:
            left = right = 0
            while self._equal(here - left - 1, there - left - 1):
                left += 1
            while self._equal(here + right, there + right):
                right += 1
            found.add((here - left, there - left, left + right))
        return [Run(*one) for one in sorted(found)]

    def _equal(self, here: int, there: int) -> bool:
        inside = 0 <= here < len(self.here) and 0 <= there < len(self.there)
        return inside and self.here[here] == self.there[there]

    # -- chains ------------------------------------------------------------------------------

    def _chain(self) -> None:
        for at, run in enumerate(self.runs):
            run.score = 2 * run.length
            for one in reversed(self.runs[:at]):
                self._follow(run, one)
        for run in reversed(self.runs):
            run.leads_to = max(run.score, run.after.leads_to if run.after else run.score)
            before = run.before
            if before and (before.after is None or run.leads_to > before.after.leads_to):
                before.after = run

    def _follow(self, run: Run, one: Run) -> None:
        """Let `run` follow `one` if it may, and if nothing better is known."""
        apart = run.here - one.here - one.length
        other_apart = run.there - one.there - one.length
        overlap = max(0, -apart, -other_apart)
        if (
            one.here == run.here
            or one.there >= run.there
            or max(apart, other_apart) > self.rules.gap
            or abs(apart - other_apart) > self.rules.skew
            or overlap >= run.length
        ):
            return
        cost = abs(apart - other_apart) + (min(apart, other_apart) + overlap) // 4
        score = one.score + 2 * (run.length - overlap) - cost
        if score > run.score:
            run.score, run.before, run.trim = score, one, overlap

    # -- alignments --------------------------------------------------------------------------

    def _along(self, head: Run) -> Iterator[Row]:
        """The alignments of the chain that begins with `head`."""
        piece = self._begun(head, 0)
        after = head.after
        while after is not None:
            run, after = after, after.after
            here, there = run.here + run.trim, run.there + run.trim
            gap = (here - piece.end, there - piece.other_end)
            between = self._matched(piece.end, piece.other_end, 1, *gap)[gap]
            if 4 * between[0] - sum(gap) < -self.rules.cut:
                yield from self._finished(piece)
                piece = self._begun(run, run.trim)
                continue
            new = self._begun(run, run.trim)
            piece.weight = _sum(piece.weight, between, new.weight)
            if new.longest > piece.longest:
                piece.longest, piece.run_bits = new.longest, new.run_bits
            piece.end, piece.other_end = new.end, new.other_end
        yield from self._finished(piece)

    def _begun(self, run: Run, trim: int) -> Piece:
        begin, there = run.here + trim, run.there + trim
        end, other_end = run.here + run.length, run.there + run.length
        weight = _sum(*(self._weight(place) for place in range(begin, end)))
        return Piece(begin, end, there, other_end, weight, end - begin, weight[1])

    def _weight(self, place: int) -> Weight:
        bits = self.told[place]
        return 1, bits if bits > round(RARE_BITS * TENTHS) else 0

    def _matched(
        self, here: int, there: int, step: int, count: int, other_count: int
    ) -> dict[Place, Weight]:
        """The most that any two beginnings of two stretches match, in order."""

        @cache
        def most(one: int, other: int) -> Weight:
            if not one or not other:
                return 0, 0
            best = max(most(one - 1, other), most(one, other - 1))
            at, over = here + step * (one - 1), there + step * (other - 1)
            if self.here[at] == self.there[over]:
                best = max(best, _sum(most(one - 1, other - 1), self._weight(at)))
            return best

        return {
            (one, other): most(one, other)
            for one in range(count + 1)
            for other in range(other_count + 1)
        }

    def _extended(self, here: int, there: int, step: int) -> tuple[int, int, Weight]:
        """How far an alignment goes on beyond an end, on both sides, and what it gains."""
        room = len(self.here) - here if step > 0 else here + 1
        other_room = len(self.there) - there if step > 0 else there + 1
        gone, other_gone, gained = 0, 0, (0, 0)
        while True:
            table = self._matched(
                here + step * gone, there + step * other_gone, step,
                min(self.rules.reach, room - gone), min(self.rules.reach, other_room - other_gone),
            )  # fmt: skip
            worth = {at: 4 * weight[0] - sum(at) for at, weight in table.items()}
            best = min(worth, key=lambda at: (-worth[at], sum(at), at[0]))
            if worth[best] <= 0:
                return gone, other_gone, gained
            gone, other_gone = gone + best[0], other_gone + best[1]
            gained = _sum(gained, table[best])

    def _finished(self, piece: Piece) -> Iterator[Row]:
        """The piece extended at both ends, if it is accepted."""
        left, other_left, gained = self._extended(piece.begin - 1, piece.other_begin - 1, -1)
        right, other_right, more = self._extended(piece.end, piece.other_end, 1)
        begin, end = piece.begin - left, piece.end + right
        there, other_end = piece.other_begin - other_left, piece.other_end + other_right
        matched, bits = _sum(piece.weight, gained, more)
        longer = max(end - begin, other_end - there)
        rules = self.rules
        net = bits - round(rules.price * TENTHS) * (longer - matched)
        is_accepted = (
            piece.weight[0] + 2 * rules.reach >= rules.at_least
            and matched >= rules.at_least
            and matched - piece.longest >= rules.beyond
            and net >= round(rules.bits * TENTHS)
            and matched * 1000 >= round(rules.similarity * 1000) * longer
            and net - piece.run_bits >= round(rules.rest_bits * TENTHS)
            and not (self.is_one_text and other_end > begin)
        )
        if is_accepted:
            yield begin, end, there, other_end, matched, piece.longest, bits, piece.run_bits


def _sum(*weights: Weight) -> Weight:
    return sum(one[0] for one in weights), sum(one[1] for one in weights)


def _without_overlaps(found: Iterator[Row]) -> list[Row]:
    rows = list(found)
    return [
        row
        for at, row in enumerate(rows)
        if not any(
            (over[4] > row[4] or (over[4] == row[4] and one < at))
            and 2 * (min(row[1], over[1]) - max(row[0], over[0]))
            >= min(row[1] - row[0], over[1] - over[0])
            for one, over in enumerate(rows)
        )
    ]
