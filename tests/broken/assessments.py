"""Drafts that tell too much or of one side only, and renewals that eat what the author wrote."""

import re
from collections.abc import Iterable
from dataclasses import replace

from headway.assessments.basis import Basis
from headway.assessments.renewing import Renewed, renew
from headway.domain.corpus import Corpus
from headway.domain.values import Value
from headway.domain.views import Viewer
from headway.measures import figures
from tests.assessments import small


def basis_with_the_eyes_of_the_desk(values: Iterable[Value], view: str = "public") -> Basis:
    """It writes for a view and looks with wider eyes: remarks that are withheld come along."""
    made = small.basis(values, "assessor")
    seen = Corpus(made.corpus.values, Viewer(view), made.as_of)
    return replace(made, corpus=seen, figures=figures(seen, "d"))


def draft_that_names_the_side(basis: Basis) -> str:
    """It tells whose remark it is, whatever the terms."""
    return small.drafted(basis).replace(
        "- Nobody reads what we send", "- An official of Belmark: Nobody reads what we send"
    )


def draft_of_one_side(basis: Basis) -> str:
    """It leaves out what was found about the other side."""
    text = small.drafted(basis)
    return re.sub(r"(?m)^(\| [^|\n]+ \| [^|\n]+) \| [^|\n]+ \|$", r"\1 |", text)


def draft_with_the_host_first(basis: Basis) -> str:
    """It fills both columns with the figures of the first side."""
    text = small.drafted(basis)
    return re.sub(r"(?m)^(\| \*\*Counted\*\* \| )([^|\n]+) \| [^|\n]+ \|$", r"\1\2 | \2 |", text)


def renew_that_eats_a_line(text: str, *ways: object) -> Renewed:
    """It loses the line after each block."""
    made = renew(text, *ways)  # type: ignore[arg-type]
    return Renewed(re.sub(r"(<!-- /headway -->\n\n)[^\n<#]+\n", r"\1", made.text), (), (), ())


def renew_that_tidies(text: str, *ways: object) -> Renewed:
    """It strips blanks at the ends of lines, which in Markdown are line breaks."""
    made = renew(text, *ways)  # type: ignore[arg-type]
    return Renewed("\n".join(x.rstrip() for x in made.text.split("\n")), (), (), ())


def renew_that_does_nothing(text: str, *ways: object) -> Renewed:
    """It leaves the figures of yesterday."""
    return Renewed(text, (), (), ())


LEAKING = (basis_with_the_eyes_of_the_desk,)
NAMING = (draft_that_names_the_side,)
ONE_SIDED = (draft_of_one_side,)
UNEVEN = (draft_with_the_host_first,)
RENEWING = (renew_that_eats_a_line, renew_that_tidies, renew_that_does_nothing)
