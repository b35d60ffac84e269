"""Everything Headway refuses, as one tree with an exit code each.

    HeadwayError                 1   any refusal
    ├── BadInput                 2   a file, field, option or address not understood
    │   ├── BadValue             2   a value that breaks the vocabulary
    │   └── NotFound             2   nothing of that name (or nothing this view may see)
    ├── NotPermitted             3   the view or the person may not do this
    ├── RecordUnsafe             4   a record, log or store that must not be served
    │   └── LogBroken            4   the log, its tree, its triggers or an original do not verify
    └── Conflict                 5   what is there already differs from what was brought

A message is one sentence that says what is wrong, where, and how to mend it.
"""


class HeadwayError(Exception):
    """Any refusal of Headway; `exit_code` is what the command line ends with."""

    exit_code = 1


class BadInput(HeadwayError):
    """Something handed in cannot be understood."""

    exit_code = 2


class BadValue(BadInput):
    """A value breaks the vocabulary."""


class NotFound(BadInput):
    """Nothing of that name exists for this view."""


class NotPermitted(HeadwayError):
    """The act or the view is not allowed."""

    exit_code = 3


class RecordUnsafe(HeadwayError):
    """The store cannot be served safely."""

    exit_code = 4


class LogBroken(RecordUnsafe):
    """The log does not verify."""


class Conflict(HeadwayError):
    """What is there already differs from what was brought."""

    exit_code = 5
