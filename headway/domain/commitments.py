"""What an entry of the log commits to: one keyed commitment a touch, one leaf an entry.

The leaf of an entry holds only commitments, so destroying the key and the content of a touch
erases it lawfully while the leaf, the tree and its root stay as they were. Entries count from
`FIRST_POSITION`, so the position of the last entry is the size of the tree.
"""

import hashlib
import hmac
import json
from collections.abc import Sequence
from typing import Any

from headway.domain.errors import BadValue
from headway.domain.merkle import leaf_hash
from headway.domain.shape import canonical

FIRST_POSITION = 1
KEY_BYTES = 32


def data_text(data: Any) -> str:
    """JSON as text without spaces, in the order given: the order of languages has a meaning."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def content_bytes(
    *, noun: str, id: str, label: str, known_on: str, data: dict[str, Any] | str
) -> bytes:
    """What a touch says, as canonical JSON; the bytes its commitment is made over.

    `data` is the value's JSON data, or its `data_text`; both give the same bytes.
    """
    text = data if isinstance(data, str) else data_text(data)
    return canonical(
        {"noun": noun, "id": id, "label": label, "known_on": str(known_on), "data": text}
    )


def commitment(key: bytes, content: bytes) -> bytes:
    """HMAC-SHA256 of the content under the touch's own random key (32 bytes in and out).

    Raises BadValue for a key of another length.
    """
    if len(key) != KEY_BYTES:
        raise BadValue(f"the key of a touch has {len(key)} bytes; it needs {KEY_BYTES}")
    return hmac.new(key, content, hashlib.sha256).digest()


def holds(key: bytes, content: bytes, expected: bytes) -> bool:
    """Whether a commitment is the one made over this content under this key."""
    return hmac.compare_digest(commitment(key, content), expected)


def leaf_bytes(
    *,
    position: int,
    act: str,
    actor: str,
    at: str,
    commitments: Sequence[bytes],
    erases: dict[str, Any] | None = None,
) -> bytes:
    """The data of an entry's leaf: canonical JSON of its head and its commitments in hex.

    `at` is the moment of the act as written in the entry (ISO 8601, UTC, ending in `Z`);
    `commitments` stand in the order of the touches; `erases` is there only where the act
    erased something.
    """
    content: dict[str, Any] = {
        "position": position,
        "act": act,
        "actor": actor,
        "at": at,
        "commitments": [one.hex() for one in commitments],
    }
    if erases is not None:
        content["erases"] = erases
    return canonical(content)


def entry_leaf(
    *,
    position: int,
    act: str,
    actor: str,
    at: str,
    commitments: Sequence[bytes],
    erases: dict[str, Any] | None = None,
) -> bytes:
    """The RFC 6962 leaf hash of an entry (32 bytes); the arguments of `leaf_bytes`."""
    return leaf_hash(
        leaf_bytes(
            position=position, act=act, actor=actor, at=at, commitments=commitments, erases=erases
        )
    )
