"""Readers of transcripts that are wrong in one way each."""

from dataclasses import replace

from headway.intake import popolo
from headway.intake.hansard import reading as hansard_reading
from headway.intake.hansard import sitting as hansard_sitting
from headway.intake.transcripts import Transcripts


def hansard_drops_the_last_intervention(patch):
    """Stops one paragraph early."""
    read = hansard_sitting.read_sitting

    def shorter(path):
        found = read(path)
        found.paragraphs.pop()
        return found

    patch.setattr(hansard_reading, "read_sitting", shorter)


def hansard_takes_english_for_the_original(patch):
    """Does not look which language was spoken."""
    read = hansard_sitting.read_sitting

    def english(path):
        found = read(path)
        found.paragraphs = [replace(one, spoken="en") for one in found.paragraphs]
        return found

    patch.setattr(hansard_reading, "read_sitting", english)


def hansard_pairs_by_order(patch):
    """Lays paragraphs together as they come, whatever their numbers."""
    patch.setattr(
        hansard_reading,
        "aligned",
        lambda one, other: [
            (n if n < len(one) else None, n if n < len(other) else None)
            for n in range(max(len(one), len(other)))
        ],
    )


def popolo_forgets_who_attended(patch):
    """Takes rounds without their delegates."""
    patch.setattr(
        popolo,
        "Delegate",
        lambda **fields: popolo.Event(
            id=fields["id"], on="2014", kind="other", summary=popolo.Wording({"en": "x"})
        ),
    )


def popolo_takes_the_first_membership(patch):
    """Puts people where they began, not where they are."""
    told = popolo._Popolo._person

    def backwards(self, where, entry, source):
        for held in self.members.values():
            for one in held:
                one.ended_on = "" if one.ended_on else "2031"
        told(self, where, entry, source)

    patch.setattr(popolo._Popolo, "_person", backwards)


def popolo_drops_memberships_inside(patch):
    """Reads the lists only, not what stands inside people."""
    patch.setattr(popolo._Popolo, "_unfold", lambda self, lists: None)


def drops_the_last_speech(patch):
    """Stops one speech early."""
    take = Transcripts.take

    def shorter(self, sitting):
        sitting.speeches.pop()
        take(self, sitting)

    patch.setattr(Transcripts, "take", shorter)


def takes_all_words_for_one_language(patch):
    """Does not look at the language of a paragraph."""
    take = Transcripts.take

    def one_language(self, sitting):
        sitting.speeches = [
            replace(
                speech,
                paragraphs=tuple(
                    replace(one, language=sitting.language) for one in speech.paragraphs
                ),
            )
            for speech in sitting.speeches
        ]
        take(self, sitting)

    patch.setattr(Transcripts, "take", one_language)


def gives_words_to_the_one_before(patch):
    """Names as speaker who spoke before."""
    take = Transcripts.take

    def shifted(self, sitting):
        people = ["", *(speech.person for speech in sitting.speeches)]
        sitting.speeches = [
            replace(speech, person=people[number]) for number, speech in enumerate(sitting.speeches)
        ]
        take(self, sitting)

    patch.setattr(Transcripts, "take", shifted)


BROKEN_DEBATES = (
    drops_the_last_speech,
    takes_all_words_for_one_language,
    gives_words_to_the_one_before,
)
BROKEN_POPOLO = (
    popolo_forgets_who_attended,
    popolo_takes_the_first_membership,
    popolo_drops_memberships_inside,
)
BROKEN_HANSARD = (
    hansard_drops_the_last_intervention,
    hansard_takes_english_for_the_original,
    hansard_pairs_by_order,
)
