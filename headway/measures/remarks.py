"""Who said what about the dialogue?

Sentences, not numbers: the remarks made by one side, in groups by who spoke (group), where
(setting) and on what (theme), each with its terms of attribution and beside any remark that says
the opposite; then those that come from neither side. Of how many asked, where that is on file.

Never a survey and never a percentage: nobody drew a sample. Own words are shown only where they
may be quoted. Outside the desk and assessor views what is not attributable stands under no side
and no group, and numbers of people asked or answering from 1 to 4 are not printed, nor what they
could be found from.

Source: the 2006 assessment of the Canada-China dialogue and what it reports of officials of both
sides. When not to use it: to say how many officials think something.
"""

from collections.abc import Sequence
from itertools import groupby

from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.masks import is_small, is_telling
from headway.domain.rounds import Round
from headway.domain.statements import Asking, Remark
from headway.measures.about import Measure
from headway.measures.disclosure import is_inside
from headway.measures.figure import Ask, Figure, Item
from headway.measures.hidden import hidden
from headway.measures.rates import figure
from headway.measures.threads import has_come, name_of
from headway.phrases import listing, phrase, phrase_as, quoted, say, say_as, says

MEASURE = Measure(
    name="remarks",
    version="2",
    kind="sentences",
    title=phrase("Remarks about the dialogue"),
    question=phrase("Who said what about the dialogue?"),
    formula=phrase("remarks by side, group, setting and theme, with terms; of how many asked"),
    source=phrase("the 2006 assessment of the Canada-China dialogue and its interviews"),
    not_when=phrase("to say how many think something: it is no survey and gives no percentage"),
    both_sides=phrase(
        "What each side said about the same talks, and what neither side's voices said."
    ),
    rests_on=(Remark, Asking),
)

TERMS = {
    "named": phrase_as("said", "by name"),
    "by_function": phrase_as("said", "by function"),
    "by_group": phrase_as("said", "by group"),
    "not_attributable": phrase_as("said", "not attributable"),
}


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The side's remarks, one part a group; then one part for those of neither side."""
    found = [r for r in _remarks(corpus, ask) if r.party == ask.party]
    others = [r for r in _remarks(corpus, ask) if r.party is None]
    parts = [
        _group(corpus, ask, group, list(remarks))
        for group, remarks in groupby(found, key=lambda r: r.group or say("a group nobody noted"))
    ]
    if others:
        parts.append(_neither(corpus, ask, others))
    return figure(
        MEASURE,
        corpus,
        ask,
        _sentence(corpus, ask, found),
        counts=_counts(corpus, ask, found),
        items=tuple(_item(corpus, r) for r in found),
        parts=tuple(parts),
        notes=_notes(corpus, ask),
    )


def _remarks(corpus: Corpus, ask: Ask) -> list[Remark]:
    """The remarks on this dialogue (and round), by group, setting, theme and day."""
    found = (r for r in corpus.all(Remark) if _is_on(corpus, r, ask))
    return sorted(found, key=lambda r: (r.group, r.setting, r.theme, r.said_on or "", r.id))


def _is_on(corpus: Corpus, remark: Remark, ask: Ask) -> bool:
    round = corpus.get(Round, remark.round)
    dialogue = remark.dialogue or (round.dialogue if round else None)
    return (
        dialogue == ask.dialogue
        and ask.round in (None, remark.round)
        and has_come(remark.said_on, corpus)
    )


# -- one group ---------------------------------------------------------------------------------


def _group(corpus: Corpus, ask: Ask, group: str, remarks: Sequence[Remark]) -> Figure:
    name = name_of(corpus, ask.party)
    return figure(
        MEASURE,
        corpus,
        ask,
        says(
            "{count} remark from the side of {party}, by {group}: {settings}.",
            "{count} remarks from the side of {party}, by {group}: {settings}.",
            len(remarks),
            party=name,
            group=group,
            settings=_settings(remarks),
        ),
        counts=(("remarks", float(len(remarks))),),
        items=tuple(_item(corpus, r) for r in remarks),
        title=group,
    )


def _settings(remarks: Sequence[Remark]) -> str:
    found = sorted({r.setting for r in remarks})
    return listing([say(_IN[s], count=sum(1 for r in remarks if r.setting == s)) for s in found])


_IN = {
    "interview": phrase("{count} in interviews"),
    "hearing": phrase("{count} in hearings"),
    "press": phrase("{count} in the press"),
    "talks": phrase("{count} in the talks"),
    "corridor": phrase("{count} in the corridor"),
    "letter": phrase("{count} in letters"),
    "publication": phrase("{count} in publications"),
    "form": phrase("{count} in forms"),
}


def _neither(corpus: Corpus, ask: Ask, remarks: Sequence[Remark]) -> Figure:
    return figure(
        MEASURE,
        corpus,
        ask,
        says(
            "{count} remark is from neither side, or may be attributed to none.",
            "{count} remarks are from neither side, or may be attributed to none.",
            len(remarks),
        ),
        counts=(("remarks", float(len(remarks))),),
        items=tuple(_item(corpus, r) for r in remarks),
        title=say("Neither side"),
    )


def _item(corpus: Corpus, remark: Remark) -> Item:
    said = quoted(remark.words) if remark.quotable and remark.words else remark.summary
    against = listing([f"Remark/{other}" for other in _opposites(corpus, remark)])
    words = say("{what} ({why})", what=said, why=_attribution(corpus, remark))
    if against:
        words = say("{what}; the opposite is said in {where}", what=words, where=against)
    return Item(any_id("Remark", remark.id), "yes", words, remark.theme, conflicting=bool(against))


def _attribution(corpus: Corpus, remark: Remark) -> str:
    where = say_as("plain", remark.setting)
    if remark.said_to:
        where = say("said to {whom}", whom=remark.said_to)
    parts = [remark.group] if remark.group else []
    parts += [where, str(remark.said_on)] if remark.said_on else [where]
    return say(", ").join([*parts, say(TERMS[remark.terms])])


def _opposites(corpus: Corpus, remark: Remark) -> list[str]:
    """Remarks that say the opposite, whichever of the two names the other."""
    back = {r.id for r in corpus.having(Remark, "contradicts", remark.id)}
    there = {r for r in remark.contradicts if corpus.get(Remark, r)}
    return sorted(back | there)


# -- of how many asked -------------------------------------------------------------------------


def _sentence(corpus: Corpus, ask: Ask, remarks: Sequence[Remark]) -> str:
    name = name_of(corpus, ask.party)
    groups = {r.group for r in remarks}
    main = says(
        "{count} remark about the dialogue from the side of {party}",
        "{count} remarks about the dialogue from the side of {party}",
        len(remarks),
        party=name,
    )
    if groups and "" not in groups:
        count = len(groups)
        main = says("{what}, from {count} group", "{what}, from {count} groups", count, what=main)
    return say("{main}; {doubts}.", main=main, doubts=_asked_words(_asked(corpus, ask)))


def _asked(corpus: Corpus, ask: Ask) -> tuple[int | None, int | None]:
    """How many of the side were asked and answered, None where that is not known."""
    found = [a for a in corpus.having(Asking, "dialogue", ask.dialogue) if a.party == ask.party]
    asked, answered = _total([a.asked for a in found]), _total([a.answered for a in found])
    if is_inside(corpus) or asked is None:
        return asked, answered
    if any(is_telling(a) for a in found) or is_small(asked):
        return None, None
    return asked, answered


def _total(numbers: Sequence[int | None]) -> int | None:
    known = [n for n in numbers if n is not None]
    return sum(known) if known and len(known) == len(numbers) else None


def _asked_words(asked: tuple[int | None, int | None]) -> str:
    if asked[0] is None:
        return say("how many were asked is not known here")
    people = says("{count} person asked", "{count} people asked", asked[0])
    if asked[1] is None:
        return say("{people}, how many answered is not known here", people=people)
    return says("{people}, {count} answered", "{people}, {count} answered", asked[1], people=people)


def _counts(corpus: Corpus, ask: Ask, remarks: Sequence[Remark]) -> tuple[tuple[str, float], ...]:
    asked, answered = _asked(corpus, ask)
    known = [("asked", asked), ("answered", answered)]
    return (
        ("remarks", float(len(remarks))),
        *((name, float(count)) for name, count in known if count is not None),
    )


def _notes(corpus: Corpus, ask: Ask) -> tuple[str, ...]:
    notes = [say("Remarks are no survey; their number says nothing about how many think so.")]
    withheld = len(hidden(corpus, Remark, ask.dialogue, round=ask.round))
    if withheld:
        notes.append(
            says(
                "{count} remark is withheld from this view.",
                "{count} remarks are withheld from this view.",
                withheld,
            )
        )
    if not is_inside(corpus):
        notes.append(say("Numbers of people from 1 to 4 are not printed in this view."))
    return tuple(notes)
