"""Readers of transcripts that are wrong in one way each."""

from dataclasses import replace

from headway.intake.hansard import reading as hansard_reading
from headway.intake.hansard import sitting as hansard_sitting


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


BROKEN_HANSARD = (
    hansard_drops_the_last_intervention,
    hansard_takes_english_for_the_original,
    hansard_pairs_by_order,
)
