"""JSON as the record stores it."""

import json
from typing import Any


def plain_text(data: Any) -> str:
    """JSON text without spaces, in the order given: the order of languages has a meaning."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
