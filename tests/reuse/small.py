"""A few deliveries for tests, written by hand."""

from typing import Any

from headway.domain.dates import PartialDate
from headway.reuse import Delivery, Reuse, Settings, find

SCRIPT = (
    "Our petitions are registered at every county seat on the very day of receipt and answered "
    "in writing within sixty days"
)
OTHER_SCRIPT = (
    "Fishermen along the northern shore mend their nets in winter while inspectors weigh the "
    "autumn catch aboard every trawler"
)


def filler(seed: int, words: int = 30) -> str:
    """Words that share no run with the filler of another seed, nor with one another."""
    return " ".join(f"filler{seed}word{at}" for at in range(words))


def delivery(name: str, on: str, **changes: Any) -> Delivery:
    """An English delivery of side a at a round named by its day."""
    values: dict[str, Any] = {
        "id": name,
        "text": name,
        "language": "en",
        "side": "a",
        "delivered_on": PartialDate(on),
        "dialogue": "d",
        "meeting": f"round-{on}",
    }
    return Delivery(**{**values, **changes})


def found(
    *pairs: tuple[Delivery, str], settings: Settings | None = None, **more: Any
) -> tuple[Reuse, dict[str, str]]:
    """What a search finds in deliveries and their texts, and the texts."""
    texts = {one.text: text for one, text in pairs}
    return find([one for one, _ in pairs], texts, settings, **more), texts


def only(reuse: Reuse, name: str) -> Any:
    """The one passage of a delivery."""
    (passage,) = reuse.passages(name)
    return passage
