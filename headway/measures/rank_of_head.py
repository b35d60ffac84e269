"""Is the rank of the head of delegation falling?

Formula: rounds at which the head of a party's delegation stood on a lower step of that party's own
ladder of ranks than at the round before / rounds after the first. The step itself, counted from
the lowest, is told round by round. The round before is the one before on record; a note says where
another was held between. Ladders of two parties are never compared with each other.

Unknown, and so in the bounds: nobody is listed as head, whether the head was present is not known,
the rank is missing or not on the ladder, the head is withheld. An unknown rank may be any step of
the ladder, the same one for the round before and the round after.

Source: the 2006 assessment of the Canada-China dialogue, on downgrading. When not to use it: as a
verdict. A lower step is a flag: a lower rank may know more of the matter, and ladders change.
"""

from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.parties import Party
from headway.domain.rounds import Delegate, Round
from headway.domain.values import UNKNOWN_CODES, Code
from headway.measures.about import Measure
from headway.measures.falling import Level, falling
from headway.measures.figure import Ask, Figure
from headway.measures.hidden import hidden
from headway.measures.room import attendance_of
from headway.measures.sentences import Words
from headway.measures.threads import delegation_of, head_of, name_of
from headway.phrases import phrase, phrases, say

MEASURE = Measure(
    name="rank_of_head",
    version="1",
    kind="series",
    title=phrase("Rank of the head of delegation"),
    question=phrase("Is the rank of the head of delegation falling?"),
    formula=phrase(
        "rounds with a head of lower rank than the round before / rounds after the first"
    ),
    source=phrase("the 2006 assessment of the Canada-China dialogue, on downgrading"),
    not_when=phrase("as a verdict, or to compare the ladders of two parties with each other"),
    both_sides=phrase("Each party's own heads of delegation, on its own ladder of ranks."),
    rests_on=(Delegate,),
)


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The rounds with a lower rank than before, and the step at each round (parts)."""
    party = corpus.get(Party, ask.party)
    ladder = party.ladder if party else ()
    name = name_of(corpus, ask.party)
    words = Words(
        phrases("{count} later round of {party}", "{count} later rounds of {party}"),
        phrases(
            "{count} of {all} had a head of delegation of lower rank than the round before",
            "{count} of {all} had a head of delegation of lower rank than the round before",
        ),
        {"party": name},
    )
    return falling(
        MEASURE,
        corpus,
        ask,
        lambda round: _level(corpus, ask, round, ladder),
        words,
        step=1.0,
        notes=() if ladder else (say("The ladder of ranks of this side is not in the record."),),
    )


def _level(corpus: Corpus, ask: Ask, round: Round, ladder: tuple[str, ...]) -> Level:
    head = head_of(corpus, round.id, ask.party)
    name = name_of(corpus, ask.party)
    if head is not None and head.rank in ladder:
        step = ladder.index(head.rank) + 1
        words = say("{rank}, step {step} of {all}", rank=head.rank, step=step, all=len(ladder))
        sentence = say(
            "{step} of {all} is the step of the head of {party} ({rank})",
            step=step,
            all=len(ladder),
            party=name,
            rank=head.rank,
        )
        ref = any_id("Delegate", head.id)
        return Level(ref, step, step, "yes", words, sentence, (("step", float(step)),))
    code, words = _why(corpus, ask, round, head)
    ref = any_id("Delegate", head.id) if head else any_id("Round", round.id)
    sentence = say(
        "0 heads of delegation of {party} have a known step ({why})", party=name, why=words
    )
    return Level(ref, 1.0, float(len(ladder) or "inf"), code, words, sentence)


def _why(corpus: Corpus, ask: Ask, round: Round, head: Delegate | None) -> tuple[Code, str]:
    """Why the step is not known: the code and its words."""
    if head is not None and head.rank:
        return "not_assessed", say("{rank}, not on the ladder", rank=head.rank)
    if head is not None:
        return "not_looked", say("rank not known")
    if hidden(corpus, Delegate, ask.dialogue, round=round.id):
        return "withheld", say("head may be withheld")
    listed = delegation_of(corpus, round.id, ask.party)
    unsure = sorted(d.present for d in listed if d.role == "head" and d.present in UNKNOWN_CODES)
    if unsure:
        return unsure[0], say("whether the head came is not known")
    attendance = attendance_of(corpus, round.id, ask.party)
    complete = attendance is not None and attendance.list_complete == "yes"
    return ("not_assessed" if complete else "not_looked"), say("no head is listed")
