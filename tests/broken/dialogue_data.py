"""Readers of data and finders of what recurs that are wrong in one way each."""

from dataclasses import replace

from headway.domain.rounds import Delegate
from headway.domain.statements import Statement
from headway.domain.undertakings import Position, Recommendation
from headway.domain.wording import Wording
from headway.intake import delegates, qa_jsonl, uhri, upr_csv
from headway.measures.recommended import again, table
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


def swallows_equal_lines(path):
    """Takes recommendations in equal words for one, whoever made them."""
    draft = upr_csv.read(path)
    seen, kept = set(), []
    for one in draft.known:
        if isinstance(one.value, Recommendation):
            words = (one.value.to, one.value.summary)
            if words in seen:
                continue
            seen.add(words)
        kept.append(one)
    return replace(draft, known=tuple(kept))


def supports_everything(path):
    """Takes every position for support."""
    draft = upr_csv.read(path)
    known = [
        replace(one, value=replace(one.value, position="supported"))
        if isinstance(one.value, Position)
        else one
        for one in draft.known
    ]
    return replace(draft, known=tuple(known))


def reads_unix_lines_only(path):
    """Takes the ends of lines of an old Macintosh for blanks."""
    path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b" "))
    return upr_csv.read(path)


BROKEN_UPR = (swallows_equal_lines, supports_everything, reads_unix_lines_only)


def counts_the_first_theme_only(asked, columns):
    """Leaves out the other themes of a recommendation on several."""
    return table([replace(one, theme=one.theme[:1]) for one in asked], columns)


def takes_one_asker_for_two(asked):
    """Calls it asked by several when one State asked twice."""
    found = again([replace(one, by=(*one.by, one.id)) for one in asked])
    return replace(found, carried_on=again(asked).carried_on)


def forgets_when(asked):
    """Takes all reviews of a State for one."""
    return again([replace(one, made_on="2009-05") for one in asked])


BROKEN_TABLES = (counts_the_first_theme_only,)
BROKEN_AGAIN = (takes_one_asker_for_two, forgets_when)


def _delegates_changed(path, setting, sides, record, change):
    draft = delegates.read(path, setting, sides, record)
    known = [
        replace(one, value=change(one.value)) if isinstance(one.value, Delegate) else one
        for one in draft.known
    ]
    return replace(draft, known=tuple(one for one in known if one.value is not None))


def swallows_a_person(path, setting, sides, record):
    """Drops the last row."""
    last = delegates.read(path, setting, sides, record).known[-1].value.id
    return _delegates_changed(
        path, setting, sides, record, lambda one: None if one.id == last else one
    )


def puts_all_on_one_side(path, setting, sides, record):
    """Forgets the headings of groups."""
    return _delegates_changed(path, setting, sides, record, lambda one: replace(one, party="a"))


def makes_every_head_a_head_of_delegation(path, setting, sides, record):
    """Takes a head of division for the head of the delegation."""

    def change(one):
        return replace(one, role="head") if one.rank.startswith("Head") else one

    return _delegates_changed(path, setting, sides, record, change)


BROKEN_DELEGATES = (swallows_a_person, puts_all_on_one_side, makes_every_head_a_head_of_delegation)


def swallows_an_object(path, setting, sides):
    """Drops the last recommendation."""
    draft = uhri.read(path, setting, sides)
    last = next(k for k in reversed(draft.known) if isinstance(k.value, Recommendation))
    return replace(draft, known=tuple(one for one in draft.known if one is not last))


def keeps_the_tags(path, setting, sides):
    """Leaves the tags of a web page in the words."""
    draft = uhri.read(path, setting, sides)
    known = [
        replace(one, value=replace(one.value, summary=Wording({"en": f"<p>{one.value.summary}"})))
        if isinstance(one.value, Recommendation)
        else one
        for one in draft.known
    ]
    return replace(draft, known=tuple(known))


def takes_all_for_one_side(path, setting, sides):
    """Gives what concerns other States to the first side."""
    first = next(iter(sides.values()))
    every = ("Norway", "Chad", "Peru", "Fiji", "Viet Nam")
    return uhri.read(path, setting, {name: sides.get(name, first) for name in every})


BROKEN_UHRI = (swallows_an_object, keeps_the_tags, takes_all_for_one_side)
