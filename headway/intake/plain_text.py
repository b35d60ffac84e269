"""Plain text: statements and minutes, in whatever encoding they are."""

from collections.abc import Mapping
from pathlib import Path

from headway.domain.errors import BadInput
from headway.domain.wording import Wording
from headway.intake.documents import Document, Documents, Setting
from headway.intake.drafts import Draft
from headway.intake.encodings import decode
from headway.intake.sides import Sides

MAX_BYTES = 64 * 1024**2


def read(
    path: str | Path, setting: Setting | None = None, sides: Mapping[str, str] | None = None
) -> Draft:
    """The draft of one text: the whole as a statement, and one for each speaker's turn.

    `sides` maps names of sides to ids of parties that a record has already (`sides.sides_of`).
    Raises BadInput when the file is no text, is empty or has more than `MAX_BYTES`.
    """
    source, documents = Path(path), Documents(Sides(sides or {}))
    document = read_document(source)
    documents.take(document, setting or Setting())
    return documents.draft(Wording({"en": source.stem or source.name}), "plain text")


def read_document(path: Path, name: str = "") -> Document:
    """The words of a text file, nothing normalised; BadInput when there are none to read."""
    content = read_content(path, MAX_BYTES)
    decoded = decode(content)
    if not decoded.text.strip():
        raise BadInput(f"{path.name} is empty; there is nothing to take")
    decided: tuple[str, ...] = ()
    if decoded.encoding not in ("ascii", "utf-8"):
        decided = (f"read as {decoded.encoding} (told by {decoded.told_by}).",)
    return Document(name or path.name, decoded.text, content, decided)


def read_content(path: Path, at_most: int) -> bytes:
    """The bytes of a plain file of at most so many; BadInput for anything else."""
    try:
        if not path.is_file():
            raise BadInput(f"there is no file {path.name!r}; check the path")
        with path.open("rb") as file:
            content = file.read(at_most + 1)
    except OSError as error:
        raise BadInput(f"{path.name} cannot be read: {error.strerror}") from None
    except ValueError:
        raise BadInput("the name of the file holds the character NUL") from None
    if len(content) > at_most:
        raise BadInput(f"{path.name} has more than {at_most:,} bytes; split it")
    return content
