"""Readers of data and finders of what recurs that are wrong in one way each."""

from dataclasses import replace

from headway.domain.statements import Statement
from headway.intake import qa_jsonl
from headway.reuse.recurring import recurring


def drops_the_last_turn(path, setting):
    """Stops one line early."""
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(lines[:-1]), "utf-8")
    return qa_jsonl.read(path, setting)


def gives_questions_to_the_side(path, setting):
    """Takes what journalists asked for words of the side."""
    draft = qa_jsonl.read(path, setting)
    known = [
        replace(one, value=replace(one.value, kind="press_answer"))
        if isinstance(one.value, Statement)
        else one
        for one in draft.known
    ]
    return replace(draft, known=tuple(known))


def forgets_the_order(path, setting):
    """Numbers what was said backwards."""
    draft = qa_jsonl.read(path, setting)
    known = [
        replace(one, value=replace(one.value, sequence=-one.value.sequence))
        if isinstance(one.value, Statement)
        else one
        for one in draft.known
    ]
    return replace(draft, known=tuple(known))


BROKEN_QA = (drops_the_last_turn, gives_questions_to_the_side, forgets_the_order)


def counts_times_for_days(deliveries, texts, days):
    """Takes three times on one day for three days."""
    found = recurring(deliveries, texts, 2)
    return replace(found, found=tuple(one for one in found.found if len(one.said) >= days))


def mixes_the_sides(deliveries, texts, days):
    """Counts what both sides said as one side's."""
    return recurring([replace(one, side="aland") for one in deliveries], texts, days)


def drops_frequent_ones(deliveries, texts, days):
    """Leaves out what is said most often."""
    found = recurring(deliveries, texts, days)
    return replace(found, found=tuple(one for one in found.found if len(one.said) < 4))


BROKEN_RECURRING = (counts_times_for_days, mixes_the_sides, drops_frequent_ones)
