"""Loops over arrays that run as they stand, and compiled above a size (see `compiled`).

Written in the part of Python that numba compiles; numba is not imported here. Numbers are
plain integers, arrays are indexed one element at a time.
"""

from typing import Any


def extend_seeds(
    tokens: Any,
    starts: Any,
    places: Any,
    groups: Any,
    group_starts: Any,
    members: Any,
    member_texts: Any,
    is_seed: Any,
    first_seeds: Any,
    at_least: int,
    first_text: int,
    last_text: int,
    rows: Any,
) -> tuple[int, int]:
    """Write the maximal runs of the texts [first_text, last_text) into `rows` (n, 5).

    Returns how many rows were written and the first text that did not fit whole. `is_seed`
    marks the places of repeated seeds; `first_seeds[t]` is the first seed of text t.
    """
    written = 0
    for text in range(first_text, last_text):
        before = written
        start, stop = starts[text], starts[text + 1]
        first = first_seeds[text]
        for seed in range(first, first_seeds[text + 1]):
            place = places[seed]
            group = groups[seed]
            for member in range(group_starts[group], group_starts[group + 1]):
                there = members[member]
                if there == place:
                    continue
                other = member_texts[member]
                other_start, other_stop = starts[other], starts[other + 1]
                # The seed before belongs to the same run: it has reported it already.
                if seed > first:
                    back = place - places[seed - 1]
                    if there - back >= other_start and is_seed[there - back]:
                        same = 1
                        while same <= back and tokens[place - same] == tokens[there - same]:
                            same += 1
                        if same > back and tokens[place] == tokens[there]:
                            continue
                left = 0
                while (
                    place - left > start
                    and there - left > other_start
                    and tokens[place - left - 1] == tokens[there - left - 1]
                ):
                    left += 1
                # A seed further back that both places chose has reported this run.
                earlier = seed - 1
                is_reported = False
                while earlier >= first and places[earlier] >= place - left:
                    if is_seed[there - (place - places[earlier])]:
                        is_reported = True
                        break
                    earlier -= 1
                if is_reported:
                    continue
                right = 0
                while (
                    place + right < stop
                    and there + right < other_stop
                    and tokens[place + right] == tokens[there + right]
                ):
                    right += 1
                if left + right < at_least:
                    continue
                if written == len(rows):
                    return before, text
                rows[written, 0] = text
                rows[written, 1] = place - left - start
                rows[written, 2] = left + right
                rows[written, 3] = other
                rows[written, 4] = there - left - other_start
                written += 1
    return written, last_text
