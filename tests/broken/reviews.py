"""Readers of a review's papers that are broken on purpose, one fault each."""

from dataclasses import replace
from unittest.mock import patch

from headway.intake.upr_papers import __name__ as package
from headway.intake.upr_papers import names, outcome, paragraphs, questions, review
from headway.intake.upr_papers.positions import Positions, positions_of
from headway.intake.upr_papers.report import report_of


def _without_the_last(text, state):
    report = report_of(text, state)
    return replace(report, recommended=report.recommended[:-1])


def _nobody_goes_on(text, state):
    report = report_of(text, state)
    said = [replace(one, own=one.own and "deleg" in one.text) for one in report.said]
    return replace(report, said=tuple(said))


def _first_alone(text, state):
    report = report_of(text, state)
    alone = [replace(one, by=one.by[:1]) for one in report.recommended]
    return replace(report, recommended=tuple(alone))


BROKEN = {
    "the last recommendation is lost": patch.object(review, "report_of", _without_the_last),
    "replies end with their first paragraph": patch.object(review, "report_of", _nobody_goes_on),
    "the addendum is passed over": patch.object(
        review, "positions_of", lambda _: Positions({}, {})
    ),
    "reasons are lost": patch.object(
        review, "positions_of", lambda text: Positions(positions_of(text).taken, {})
    ),
    "names nobody knows are left out": patch.object(names, "_ends_one", lambda *_: False),
    "one State recommends": patch.object(review, "report_of", _first_alone),
    "broken lines stay broken": patch.object(
        questions, "_mended", lambda lines: ([(n, " ".join(x.split())) for n, x in lines], 0)
    ),
    "leftovers are words": patch.object(
        questions, "_kept", lambda lines: ([(n, x) for n, x in enumerate(lines, 1) if x], 0)
    ),
    "lines of pages end paragraphs": patch.object(paragraphs, "_goes_on", lambda *_: False),
    "copies are read twice": patch(f"{package}._once", lambda papers, _: papers),
    "both papers agree": patch.object(outcome.Outcome, "_flag", lambda *_: None),
}
"""What is broken, in words, to what breaks it."""
