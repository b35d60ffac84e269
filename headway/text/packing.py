"""A folded text as bytes, to keep beside the record by the hash of its text."""

import struct
from typing import Final

import numpy as np

from headway.text.folding import Folded

_HEAD: Final = struct.Struct("<4sBxxxI")
_MAGIC: Final = b"HWF1"
_NARROW: Final = 2
_WIDE: Final = 4


def pack(folded: Folded) -> bytes:
    """12 bytes a token: its number, the gap before it and its length (16 where one is long).

    Little-endian, the same on every machine; `unpack` gives the arrays back.
    """
    begins, ends = folded.begins, folded.ends
    gaps = begins - np.concatenate((np.zeros(1, np.uint32), ends[:-1])) if len(begins) else begins
    lengths = ends - begins
    longest = max(gaps.max(initial=0), lengths.max(initial=0))
    width = _NARROW if longest < 1 << 16 else _WIDE
    kind = f"<u{width}"
    body = (folded.ids.astype("<u8"), gaps.astype(kind), lengths.astype(kind))
    return _HEAD.pack(_MAGIC, width, len(folded)) + b"".join(part.tobytes() for part in body)


def unpack(packed: bytes) -> Folded:
    """The folded text that `pack` wrote; ValueError when the bytes are not one."""
    if len(packed) < _HEAD.size or packed[:4] != _MAGIC:
        raise ValueError("these bytes are not a folded text; fold the text again")
    _, width, count = _HEAD.unpack_from(packed)
    if len(packed) != _HEAD.size + count * (8 + 2 * width):
        raise ValueError("this folded text is cut off; fold the text again")
    ids = np.frombuffer(packed, "<u8", count, _HEAD.size).astype(np.uint64)
    at = _HEAD.size + 8 * count
    gaps = np.frombuffer(packed, f"<u{width}", count, at).astype(np.int64)
    lengths = np.frombuffer(packed, f"<u{width}", count, at + width * count).astype(np.int64)
    ends = np.cumsum(gaps + lengths)
    return Folded(ids, (ends - lengths).astype(np.uint32), ends.astype(np.uint32))
