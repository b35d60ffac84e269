"""Verify: that the record is what its log says, and that the log is what it was.

Whoever holds the file can rewrite all of it, tree included; only a checkpoint (size and root)
kept elsewhere tells. Everything short of that is found without one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.db import DatabaseError

from headway.domain import merkle
from headway.domain.history import fold
from headway.record import triggers
from headway.record.verifying import documents, entries, values
from headway.record.verifying.stored import StoredLog, read_log

Checkpoint = tuple[int, str]
"""How many entries there were, and the root of their tree in hex."""

MOST_FINDINGS = 100


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found, one sentence each; `position` and `root` (hex) make a checkpoint to keep."""

    findings: tuple[str, ...]
    position: int
    root: str

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def verify(checkpoint: Checkpoint | None = None) -> Verification:
    """Checks log, tree, triggers, tables, texts and originals, and a checkpoint kept outside.

    At most 100 findings are told.
    """
    try:
        stored = read_log()
        leaves = entries.leaves(stored)
        found = tuple(islice(_findings(stored, leaves, checkpoint), MOST_FINDINGS))
    except DatabaseError as error:
        return Verification((f"The store cannot be read: {error}.",), 0, merkle.root([]).hex())
    return Verification(found, len(leaves), merkle.root(leaves).hex())


def _findings(
    stored: StoredLog, leaves: list[bytes], checkpoint: Checkpoint | None
) -> Iterator[str]:
    for name in triggers.missing():
        yield f"The trigger {name} is missing or changed."
    yield from _against(checkpoint, leaves)
    yield from entries.check(stored)
    damaged: list[str] = []
    touches = entries.touches(stored, damaged)
    yield from damaged
    yield from values.check(fold(touches))
    yield from documents.check(touches)
    yield from documents.check_store()


def _against(checkpoint: Checkpoint | None, leaves: list[bytes]) -> Iterator[str]:
    if checkpoint is None:
        return
    size, root = checkpoint
    if size > len(leaves):
        yield f"The checkpoint knows {size} entries, the log has {len(leaves)}: entries are gone."
    elif merkle.root(leaves[:size]).hex() != root.lower():
        yield f"The first {size} entries do not lead to the root of the checkpoint."
