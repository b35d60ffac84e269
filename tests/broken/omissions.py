"""Readers of omissions that are wrong in one way each."""

from collections.abc import Callable
from dataclasses import replace

from headway.text import omissions
from headway.text.facts import Mention
from headway.text.omissions import Compared, compare


def looks_in_the_whole_text(source: str, rendering: str, *more: object) -> Compared:
    """What stands anywhere in the translation counts as said."""
    return compare(" ".join(source.split()), " ".join(rendering.split()), *more)


def takes_anything_for_it(source: str, rendering: str, *more: object) -> Compared:
    """A translation that says anything says everything."""
    found = compare(source, rendering, *more)
    return replace(found, omissions=())


def forgets_names(source: str, rendering: str, languages: tuple[str, str], *_: object) -> Compared:
    """Only numbers and days are looked for."""
    return compare(source, rendering, languages)


def reads_figures_only(source: str, rendering: str, *more: object) -> Compared:
    """Numbers in words are nothing: the check of digits that was made first."""
    return _with_mentions(lambda text, m: any(c.isdigit() for c in text[m.begin : m.end]),
                          source, rendering, *more)  # fmt: skip


def skips_scales(source: str, rendering: str, *more: object) -> Compared:
    """万 and 千 are one step alike."""
    return compare(source.replace("万", "千"), rendering.replace("万", "千"), *more)


def tells_one_place_further(source: str, rendering: str, *more: object) -> Compared:
    """The place of a finding slips by one."""
    found = compare(source, rendering, *more)
    moved = (replace(o, begin=o.begin + 1, end=o.end + 1) for o in found.omissions)
    return replace(found, omissions=tuple(moved))


def _with_mentions(
    kept: Callable[[str, Mention], bool], source: str, rendering: str, *more: object
) -> Compared:
    whole = omissions.mentions
    try:
        omissions.mentions = lambda text, language: [
            m for m in whole(text, language) if kept(text, m)
        ]
        return compare(source, rendering, *more)
    finally:
        omissions.mentions = whole


BROKEN_READERS = (
    looks_in_the_whole_text,
    takes_anything_for_it,
    forgets_names,
    reads_figures_only,
    skips_scales,
    tells_one_place_further,
)
