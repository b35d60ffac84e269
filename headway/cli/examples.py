"""The example record: both example bundles in one file."""

from datetime import datetime
from pathlib import Path

from headway.cli.options import console
from headway.domain.errors import BadInput
from headway.library import example

EXAMPLES = ("invented", "canada_china")


def make_demo(record: str, *, by: str, at: datetime) -> None:
    """Loads both example bundles into a record, making it first; what is there writes nothing."""
    from headway.bundle import read
    from headway.cli.keeping import open_or_make

    if "://" not in record:
        Path(record).parent.mkdir(parents=True, exist_ok=True)
    open_or_make(record)
    from headway.services import loading  # needs Django, which is loaded now
    from headway.services.permissions import local_user

    for name in EXAMPLES:
        with console.status(f"loading the example {name}"):
            bundle = read(example(name))
            if bundle.complaints:
                raise BadInput(f"the example {name} does not read: {bundle.complaints[0]}")
            loading.load(
                values=bundle.known,
                texts=bundle.texts,
                originals=bundle.originals,
                by=local_user(by),
                at=at,
                dry_run=False,
            )
