"""What it means that somebody is not on a list of delegates, as far as the list can tell."""

from headway.domain.corpus import Corpus
from headway.domain.rounds import Attendance
from headway.domain.values import Code
from headway.measures.threads import delegation_of


def attendance_of(corpus: Corpus, round: str, party: str) -> Attendance | None:
    """What is known of how complete the list of a delegation is, or None."""
    found = corpus.having(Attendance, "round", round)
    return next((a for a in found if a.party == party), None)


def unnamed(corpus: Corpus, round: str, party: str) -> int | None:
    """How many came whom the list does not name; None where nobody can tell.

    A list known to be incomplete whose stated size is reached all the same tells nothing.
    """
    found = attendance_of(corpus, round, party)
    if found is None:
        return None
    listed = sum(1 for d in delegation_of(corpus, round, party) if d.present != "no")
    missing = None if found.size_stated is None else max(found.size_stated - listed, 0)
    if found.list_complete == "yes":
        return missing or 0
    if found.list_complete == "no":
        return missing or None
    return missing


def absence(corpus: Corpus, round: str, party: str) -> Code:
    """The code of somebody who is not listed: no only where nobody else can have come.

    `not_assessed` where the list is known to be incomplete, `withheld` where that is withheld,
    `not_looked` where nobody said.
    """
    if unnamed(corpus, round, party) == 0:
        return "no"
    found = attendance_of(corpus, round, party)
    if found is None or found.list_complete == "not_looked":
        return "not_looked"
    return "withheld" if found.list_complete == "withheld" else "not_assessed"
