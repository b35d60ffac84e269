"""`release`, `withhold`, `erase`: decisions about what may be seen."""

from typing import Literal

import click

from headway.cli.options import by_option, now, record_argument, say
from headway.domain.ids import split_any_id


@click.command(
    epilog="Example: headway release our.headway --to public --title 'Round 6' "
    "--decided-by 'head of division' --item Round/r6 --measure answer_rate"
)
@record_argument
@click.option(
    "--to",
    "view",
    type=click.Choice(["public", "counterpart", "oversight"]),
    required=True,
    help="The view it is let out to.",
)
@click.option("--title", required=True, help="Title of the release.")
@click.option("--author", default="the desk", show_default=True, help="Who signs it.")
@click.option("--decided-by", required=True, help="Who decided it.")
@click.option("--item", "items", multiple=True, help="NOUN/ID to let out; repeat it.")
@click.option("--measure", "measures", multiple=True, help="Measure that view may read; repeat it.")
@by_option
def release(
    record: str,
    view: Literal["public", "counterpart", "oversight"],
    title: str,
    author: str,
    decided_by: str,
    items: tuple[str, ...],
    measures: tuple[str, ...],
    by: str,
) -> None:
    """Lets facts and measures of RECORD out to a view, as one signed decision in the log.

    Exit codes: 0 done, 2 no such fact, 3 not permitted.
    """
    from headway.library import open as open_record

    open_record(record)
    from headway.services import releasing
    from headway.services.permissions import local_user

    position = releasing.release(
        view=view,
        title={"en": title},
        items=items,
        measures=measures,
        author=author,
        decided_by=decided_by,
        by=local_user(by),
        at=now(),
    )
    say(f"released to the {view} view; log entry {position}")


@click.command(
    epilog="Example: headway withhold our.headway Question/q12 --from public "
    "--category protection_of_persons --decided-by 'head of division'"
)
@record_argument
@click.argument("reference")
@click.option(
    "--from",
    "view",
    default="public",
    show_default=True,
    help="The view that is told that something is withheld.",
)
@click.option("--category", required=True, help="Why, as disclosed.")
@click.option("--decided-by", required=True, help="Who decided it.")
@by_option
def withhold(
    record: str, reference: str, view: str, category: str, decided_by: str, by: str
) -> None:
    """Discloses to a view that a fact (NOUN/ID) exists and is not shown; it then widens bounds.

    Without this a fact that a view may not see does not exist for it at all. Exit codes: 0 done,
    2 no such fact, 3 not permitted.
    """
    from headway.library import open as open_record

    open_record(record)
    from headway.services import withholding
    from headway.services.permissions import local_user

    position = withholding.withhold(
        item=reference,
        category=category,
        label=view,
        decided_by=decided_by,
        by=local_user(by),
        at=now(),
    )
    say(f"withheld from the {view} view and counted there; log entry {position}")


@click.command(epilog="Example: headway erase our.headway Remark/x7 --category court_order --yes")
@record_argument
@click.argument("reference")
@click.option("--category", required=True, help="The lawful reason, kept with the tombstone.")
@click.confirmation_option(prompt="This cannot be undone. Erase it from the whole history?")
@by_option
def erase(record: str, reference: str, category: str, by: str) -> None:
    """Erases every version of a fact (NOUN/ID) and leaves a counted tombstone; the log verifies on.

    The derived folder is deleted with it and rebuilt. Exit codes: 0 done, 2 no such fact,
    3 not permitted, 5 another fact needs it.
    """
    from headway.library import open as open_record

    open_record(record)
    from headway.services import erasing
    from headway.services.permissions import local_user

    noun, value_id = split_any_id(reference)
    erased = erasing.erase(
        noun=noun, value_id=value_id, category=category, by=local_user(by), at=now()
    )
    say(f"erased {erased.versions} versions of {reference}; log entry {erased.position}")
