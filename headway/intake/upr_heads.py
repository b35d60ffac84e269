"""How a first look tells a folder of papers of the Universal Periodic Review."""

from pathlib import Path

from headway.intake.manifests import TEXT_ENDINGS, texts_in

_MOST = 60
_HEAD_BYTES = 8_192
_MARKS = ("universal periodic review", "advance questions to ", "source of position: a/hrc/")


def holds_upr_papers(folder: Path) -> bool:
    """Whether a folder holds a plain text that begins as a paper of a review."""
    plain = [name for name in texts_in(folder) if name.casefold().endswith(TEXT_ENDINGS)]
    return any(_begins_so(folder / name) for name in plain[:_MOST])


def _begins_so(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES).decode("utf-8", errors="replace")
    return any(mark in " ".join(head.casefold().split()) for mark in _MARKS)
