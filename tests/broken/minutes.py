"""Readers of minutes that are wrong in one way each."""

from dataclasses import replace

from headway.intake.minutes import paper, reading, rows


def drops_the_last_row(patch):
    """Reads every table but for its last row that holds something."""
    passed = rows.RowReader._is_passed_over

    def over(self, row):
        filled = [r for r in self.found.rows if not passed(self, r)]
        return passed(self, row) or (len(filled) > 2 and row is filled[-1])

    patch.setattr(rows.RowReader, "_is_passed_over", over)


def drops_the_last_turn(patch):
    """Leaves the last paragraph of the words out."""
    read = paper.read_paper

    def shorter(path):
        found = read(path)
        return replace(found, words=(found.words or "").rpartition("\n")[0])

    patch.setattr(reading, "read_paper", shorter)


def forgets_what_the_record_has(patch):
    """Takes the paper for everything there is to say of a value."""
    patch.setattr(reading, "joined", lambda known, told, held: told)


def numbers_turns_anew(patch):
    """Gives a turn the id of whatever stood in its place before."""
    from headway.intake.minutes.spoken import Words

    patch.setattr(Words, "_turns_as_known", lambda self, whole, made: list(made))


def reads_examples(patch):
    """Takes the example rows for rows."""
    patch.setattr(
        rows.RowReader, "_is_passed_over", lambda self, row: not any(cell.strip() for cell in row)
    )


BROKEN = (
    drops_the_last_row,
    drops_the_last_turn,
    forgets_what_the_record_has,
    numbers_turns_anew,
    reads_examples,
)
