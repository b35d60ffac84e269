"""What an entry of the log commits to: keyed commitments of values, and the data of its leaf.

A commitment is keyed so that nobody can confirm a guessed value from it, and so that destroying
the key erases the content and keeps the proof.
"""

import hashlib
import hmac
import json
from collections.abc import Sequence
from typing import Any

from headway.domain.shape import canonical

KEY_BYTES = 32


def data_text(data: Any) -> str:
    """JSON as text without spaces, in the order given: the order of languages has a meaning."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def commitment(
    key: bytes, *, noun: str, value_id: str, label: str, known_on: str, data: str
) -> bytes:
    """HMAC-SHA256 (32 bytes) over the canonical JSON of a touch; `data` is its `data_text`."""
    content = {"noun": noun, "id": value_id, "label": label, "known_on": known_on, "data": data}
    return hmac.digest(key, canonical(content), hashlib.sha256)


def leaf_data(
    *,
    position: int,
    act: str,
    actor: str,
    at: str,
    commitments: Sequence[str],
    erases: dict[str, Any] | None = None,
) -> bytes:
    """The data of an entry's leaf: canonical JSON; `erases` only where the act erased something."""
    content: dict[str, Any] = {
        "position": position,
        "act": act,
        "actor": actor,
        "at": at,
        "touches": list(commitments),
    }
    if erases is not None:
        content["erases"] = erases
    return canonical(content)
