"""Loops of the edited layer that run as they stand, and compiled above a size (see `kernel`).

Places count over all texts here. The rules are told in `plain_edits`.
"""

from typing import Any

PAIR, HERE, THERE, LENGTH = 0, 1, 2, 3
"""Columns of a run."""
ONE = 1 << 24
"""One matched token, above the tenths of bits it carries."""


def sift(
    starts: Any,
    places: Any,
    groups: Any,
    group_starts: Any,
    members: Any,
    member_texts: Any,
    first_seeds: Any,
    first_text: int,
    last_text: int,
    most_earlier: int,
    band: int,
    fewest: int,
    apart: int,
    counts: Any,
    pair: Any,
    here: Any,
    there: Any,
) -> tuple[int, int, int]:
    """Write candidates whose diagonals, hashed into `counts`, may be dense enough.

    Never loses a dense one; a few others slip through. `counts` is zero before and after, its
    length a power of two. Returns candidates written, the first text that did not fit whole,
    and how many seeds were too common.
    """
    mask = len(counts) - 1
    written, too_common = 0, 0
    for text in range(first_text, last_text):
        before = written
        common = 0
        for turn in range(3):
            for seed in range(first_seeds[text], first_seeds[text + 1]):
                place = places[seed]
                low, high = group_starts[groups[seed]], group_starts[groups[seed] + 1]
                if low + most_earlier < high and members[low + most_earlier] < place:
                    common += turn == 0
                    continue
                for member in range(low, high):
                    other_place = members[member]
                    if other_place >= place:
                        break
                    other = member_texts[member]
                    if other == text and place - other_place < apart:
                        continue
                    diagonal = place - starts[text] - other_place + starts[other]
                    slot = (other * 40503 + diagonal // band) & mask
                    if turn == 0:
                        counts[slot] += 1
                    elif turn == 2:
                        counts[slot] = 0
                    elif (
                        counts[slot] + counts[(slot + 1) & mask] >= fewest
                        or counts[slot] + counts[(slot - 1) & mask] >= fewest
                    ):
                        if written < len(here):
                            pair[written] = text * (len(starts) - 1) + other
                            here[written] = place
                            there[written] = other_place
                        written += 1
        if written > len(here):
            return before, text, too_common
        too_common += common
    return written, last_text, too_common


def runs_of_candidates(
    tokens: Any, starts: Any, pair: Any, text: Any, other: Any, here: Any, there: Any, runs: Any
) -> int:
    """Write the maximal run around each candidate once; candidates sorted by pair and diagonal."""
    written = 0
    last_pair, last_diagonal, last_end = -1, -1, -1
    for at in range(len(here)):
        place, other_place = here[at], there[at]
        is_same = pair[at] == last_pair and place - other_place == last_diagonal
        if is_same and place < last_end:
            continue
        low, high = starts[text[at]], starts[text[at] + 1]
        other_low, other_high = starts[other[at]], starts[other[at] + 1]
        left = 0
        while (
            place - left > low
            and other_place - left > other_low
            and tokens[place - left - 1] == tokens[other_place - left - 1]
        ):
            left += 1
        right = 1
        while (
            place + right < high
            and other_place + right < other_high
            and tokens[place + right] == tokens[other_place + right]
        ):
            right += 1
        last_pair, last_diagonal, last_end = pair[at], place - other_place, place + right
        run = runs[written]
        run[0], run[1], run[2], run[3] = pair[at], place - left, other_place - left, left + right
        written += 1
    return written


def chain_runs(
    runs: Any, first: int, last: int, gap: int, skew: int, score: Any, before: Any, after: Any,
    trim: Any, most: Any,
) -> None:  # fmt: skip
    """Chain the runs [first, last) of one pair, sorted by place: best `before` and `after` of each.

    -1 stands for none; `trim` is what a run gives up where it overlaps the one before it.
    """
    longest = 0
    for at in range(first, last):
        here, there, length = runs[at][1], runs[at][2], runs[at][3]
        score[at], before[at], after[at], trim[at] = 2 * length, -1, -1, 0
        longest = max(longest, length)
        for one in range(at - 1, first - 1, -1):
            run = runs[one]
            if here - run[1] > gap + longest:
                break
            if run[1] == here or run[2] >= there:
                continue
            apart, other_apart = here - run[1] - run[3], there - run[2] - run[3]
            if apart > gap or other_apart > gap or abs(apart - other_apart) > skew:
                continue
            overlap = max(0, -apart, -other_apart)
            if overlap >= length:
                continue
            cost = abs(apart - other_apart) + (min(apart, other_apart) + overlap) // 4
            total = score[one] + 2 * (length - overlap) - cost
            if total > score[at]:
                score[at], before[at], trim[at] = total, one, overlap
    for at in range(last - 1, first - 1, -1):
        most[at] = score[at] if after[at] < 0 else max(score[at], most[after[at]])
        one = before[at]
        if one >= 0 and (after[one] < 0 or most[at] > most[after[one]]):
            after[one] = at


def matches(
    tokens: Any, tenths: Any, rare: int, here: int, there: int, step: int, count: int,
    other_count: int, row: Any,
) -> tuple[int, int, int, int]:  # fmt: skip
    """Most equal tokens in order of two stretches, walked from `here` and `there` by `step`.

    Returns (matches of both whole, matches of the best beginning, its two lengths). Matches are
    `ONE` each plus the tenths of bits of the rare ones; a beginning is worth 4 for a match less
    1 for each token on either side, and of equal worth the shorter one is taken.
    """
    for column in range(other_count + 1):
        row[column] = 0
    best, best_worth, best_here, best_there = 0, 0, 0, 0
    for at in range(1, count + 1):
        token = tokens[here + step * (at - 1)]
        bits = tenths[here + step * (at - 1)]
        value = ONE + (bits if bits > rare else 0)
        corner = 0
        for column in range(1, other_count + 1):
            above = row[column]
            most = max(above, row[column - 1])
            if tokens[there + step * (column - 1)] == token:
                most = max(most, corner + value)
                worth = 4 * (most // ONE) - at - column
                if worth > best_worth or (
                    worth == best_worth > 0
                    and (at + column, at) < (best_here + best_there, best_here)
                ):
                    best, best_worth, best_here, best_there = most, worth, at, column
            row[column] = most
            corner = above
    return row[other_count], best, best_here, best_there


def extend(
    tokens: Any, tenths: Any, rare: int, here: int, there: int, step: int, room: int,
    other_room: int, reach: int, row: Any,
) -> tuple[int, int, int]:  # fmt: skip
    """Go on beyond an end while it is worth it: lengths on both sides, and the matches gained."""
    gone, other_gone, gained = 0, 0, 0
    while True:
        count, other_count = min(reach, room - gone), min(reach, other_room - other_gone)
        _, value, more, other_more = matches(
            tokens, tenths, rare, here + step * gone, there + step * other_gone, step, count,
            other_count, row,
        )  # fmt: skip
        if more == 0:
            return gone, other_gone, gained
        gone, other_gone, gained = gone + more, other_gone + other_more, gained + value


def align_chains(
    tokens: Any, tenths: Any, starts: Any, runs: Any, first: int, last: int, text: int,
    other: int, rules: Any, after: Any, trim: Any, before: Any, row: Any, rows: Any, written: int,
) -> int:  # fmt: skip
    """Write the accepted alignments of one pair's chains after `written` rows; returns how many.

    `rules` are (rare, cut, reach, at_least, beyond, bits, rest_bits, price, similarity in
    thousandths), bits and price in tenths. Rows that do not fit are counted and not written.
    """
    rare, cut, reach, at_least, beyond, bits, rest_bits, price, similarity = rules
    began = written
    low, high = starts[text], starts[text + 1]
    other_low, other_high = starts[other], starts[other + 1]
    for head in range(first, last):
        if before[head] >= 0 and after[before[head]] == head:
            continue
        at = head
        while at >= 0:
            # One alignment: from this run on until a gap that is cut.
            begin, there, length = runs[at][1] + trim[at], runs[at][2] + trim[at], runs[at][3]
            if before[at] < 0 or after[before[at]] != at:
                begin, there = runs[at][1], runs[at][2]
            end, other_end = runs[at][1] + length, runs[at][2] + length
            value, longest = 0, end - begin
            for place in range(begin, end):
                value += ONE + (tenths[place] if tenths[place] > rare else 0)
            run_told = value % ONE
            at = after[at]
            while at >= 0:
                here, over = runs[at][1] + trim[at], runs[at][2] + trim[at]
                between = matches(
                    tokens, tenths, rare, end, other_end, 1, here - end, over - other_end, row
                )[0]
                if 4 * (between // ONE) - (here - end) - (over - other_end) < -cut:
                    break
                end, other_end = runs[at][1] + runs[at][3], runs[at][2] + runs[at][3]
                value += between
                run = 0
                for place in range(here, end):
                    run += ONE + (tenths[place] if tenths[place] > rare else 0)
                value += run
                if end - here > longest:
                    longest, run_told = end - here, run % ONE
                at = after[at]
            if value // ONE + 2 * reach < at_least:
                continue
            gone, other_gone, gained = extend(
                tokens, tenths, rare, begin - 1, there - 1, -1, begin - low, there - other_low,
                reach, row,
            )  # fmt: skip
            begin, there, value = begin - gone, there - other_gone, value + gained
            gone, other_gone, gained = extend(
                tokens, tenths, rare, end, other_end, 1, high - end, other_high - other_end,
                reach, row,
            )  # fmt: skip
            end, other_end, value = end + gone, other_end + other_gone, value + gained
            matched, told = value // ONE, value % ONE
            longer = max(end - begin, other_end - there)
            if (
                matched < at_least
                or matched - longest < beyond
                or told - price * (longer - matched) < bits
                or told - run_told - price * (longer - matched) < rest_bits
                or matched * 1000 < similarity * longer
                or (text == other and other_end > begin)
            ):
                continue
            if written < len(rows):
                out = rows[written]
                out[0], out[1], out[2] = text, begin - low, end - low
                out[3], out[4], out[5] = other, there - other_low, other_end - other_low
                out[6], out[7], out[8], out[9] = matched, longest, told, run_told
            written += 1
    return drop_overlapped(rows, began, written) if written <= len(rows) else written


def drop_overlapped(rows: Any, first: int, last: int) -> int:
    """Keep the one that matches more of alignments that overlap by half of the shorter.

    All are of one pair. Returns the row after the last one kept.
    """
    for at in range(first, last):
        row = rows[at]
        row[10] = 0
        for one in range(first, last):
            over = rows[one]
            shared = min(row[2], over[2]) - max(row[1], over[1])
            shorter = min(row[2] - row[1], over[2] - over[1])
            is_better = over[6] > row[6] or (over[6] == row[6] and one < at)
            if is_better and 2 * shared >= shorter:
                row[10] = 1
    kept = first
    for at in range(first, last):
        if rows[at][10] == 0:
            for column in range(11):
                rows[kept][column] = rows[at][column]
            kept += 1
    return kept


def align_runs(
    tokens: Any, tenths: Any, starts: Any, runs: Any, pair_starts: Any, pair_texts: Any,
    first: int, rules: Any, gap: int, skew: int, score: Any, before: Any, after: Any, trim: Any,
    most: Any, row: Any, rows: Any,
) -> tuple[int, int]:  # fmt: skip
    """Alignments of the pairs from `first` on: rows written, first pair that did not fit."""
    written = 0
    for pair in range(first, len(pair_starts) - 1):
        low, high = pair_starts[pair], pair_starts[pair + 1]
        chain_runs(runs, low, high, gap, skew, score, before, after, trim, most)
        now = align_chains(
            tokens, tenths, starts, runs, low, high, pair_texts[pair][0], pair_texts[pair][1],
            rules, after, trim, before, row, rows, written,
        )  # fmt: skip
        if now > len(rows):
            return written, pair
        written = now
    return written, len(pair_starts) - 1


def gather(text: Any, begin: Any, end: Any, heads: Any, group: Any) -> int:
    """Put each span into the group of the first head of its text that it overlaps by half.

    Half of the longer of the two; spans of one text stand together, heads before members.
    `heads[g]` is the span that leads group g; returns the number of groups.
    """
    count, first = 0, 0
    for at in range(len(text)):
        if at and text[at] != text[at - 1]:
            first = count
        group[at] = -1
        for one in range(first, count):
            head = heads[one]
            shared = min(end[at], end[head]) - max(begin[at], begin[head])
            longer = max(end[at] - begin[at], end[head] - begin[head])
            if 2 * shared >= longer:
                group[at] = one
                break
        if group[at] < 0:
            group[at] = count
            heads[count] = at
            count += 1
    return count
