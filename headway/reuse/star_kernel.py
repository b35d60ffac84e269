"""For each passage of a text: who delivered it before, as counts and two places, never a clique.

Written in the part of Python that numba compiles; see `kernel`. `stars` gives the columns
their names.
"""

from typing import Any

# Columns of a star: where it is, how many sides use it, deliveries by relation (8 of them,
# as in `relations`), then three pools.
TEXT, BEGIN, LENGTH, SIDES, RELATION = 0, 1, 2, 3, 4
POOLS = 12
"""From here: own side, other sides, same meeting; five columns each, as follows."""
FIRST, FIRST_BEGIN, PREVIOUS, PREVIOUS_BEGIN, SHARED = 0, 1, 2, 3, 4
POOL_WIDTH = 5
WIDTH = POOLS + 3 * POOL_WIDTH


def fill_stars(
    text: Any,
    begin: Any,
    length: Any,
    other: Any,
    other_begin: Any,
    relation: Any,
    pool_of: Any,
    side: Any,
    rank: Any,
    seen_delivery: Any,
    seen_side: Any,
    stamp: int,
    stars: Any,
) -> int:
    """One row of `stars` for each distinct passage (text, begin, length) of sorted runs.

    A run counts for every passage it contains, unless its relation is negative.
    `pool_of[relation]` is 0 to 2, or -1 for relations that are not earlier. `seen_delivery` and
    `seen_side` are scratch arrays, `stamp` is larger than any value in them. Returns the rows
    written.
    """
    count = 0
    row = 0
    total = len(text)
    component = 0  # the first run that may still reach over the passage
    reach = 0
    while row < total:
        here, low = text[row], begin[row]
        high = low + length[row]
        if row == 0 or here != text[row - 1] or low >= reach:
            component = row
            reach = 0
        reach = max(reach, high)
        after = row
        while after < total and text[after] == here and begin[after] == low:
            if length[after] != length[row]:
                break
            after += 1
        last = after
        while last < total and text[last] == here and begin[last] == low:
            last += 1
        star = stars[count]
        for column in range(len(star)):
            star[column] = 0
        for pool in range(3):
            star[POOLS + pool * POOL_WIDTH + FIRST] = -1
            star[POOLS + pool * POOL_WIDTH + PREVIOUS] = -1
        star[TEXT], star[BEGIN], star[LENGTH], star[SIDES] = here, low, high - low, 1
        stamp += 1
        seen_side[side[here]] = stamp
        for run in range(component, last):
            there = other[run]
            kind = relation[run]
            if begin[run] + length[run] < high or kind < 0 or seen_delivery[there] == stamp:
                continue
            seen_delivery[there] = stamp
            star[RELATION + kind] += 1
            if kind > 1 and seen_side[side[there]] != stamp:
                seen_side[side[there]] = stamp
                star[SIDES] += 1
            pool = pool_of[kind]
            if pool < 0:
                continue
            at = POOLS + pool * POOL_WIDTH
            place = other_begin[run] + low - begin[run]
            if star[at + FIRST] < 0 or rank[there] < rank[star[at + FIRST]]:
                star[at + FIRST] = there
                star[at + FIRST_BEGIN] = place
            if star[at + PREVIOUS] < 0 or rank[there] > rank[star[at + PREVIOUS]]:
                star[at + PREVIOUS] = there
                star[at + PREVIOUS_BEGIN] = place
        count += 1
        row = after
    return count


def mark_shared_firsts(
    text: Any,
    begin: Any,
    length: Any,
    other: Any,
    relation: Any,
    pool_of: Any,
    from_day: Any,
    to_day: Any,
    from_place: Any,
    to_place: Any,
    meeting: Any,
    stars: Any,
) -> None:
    """Set SHARED where another delivery of the pool is not certainly later than the first."""
    row = 0
    total = len(text)
    for index in range(len(stars)):
        star = stars[index]
        here, low = star[TEXT], star[BEGIN]
        high = low + star[LENGTH]
        # Runs before this one end too early for every later passage of the text as well.
        while text[row] != here:
            row += 1
        run = row
        while run < total and text[run] == here and begin[run] <= low:
            kind = relation[run]
            there, pool = other[run], -1 if kind < 0 else pool_of[kind]
            is_inside = begin[run] + length[run] >= high
            if run == row and begin[run] + length[run] <= low:
                row += 1
            run += 1
            if not is_inside or pool < 0:
                continue
            at = POOLS + pool * POOL_WIDTH
            first = star[at + FIRST]
            if first == there or to_day[first] < from_day[there]:
                continue
            is_in_turn = (
                meeting[first] >= 0
                and meeting[first] == meeting[there]
                and from_day[first] == from_day[there]
                and to_day[first] == to_day[there]
                and to_place[first] < from_place[there]
            )
            if not is_in_turn:
                star[at + SHARED] = 1
