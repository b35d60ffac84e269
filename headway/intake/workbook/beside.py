"""Texts and documents that a workbook names: files in its own folder, never elsewhere."""

from pathlib import Path

from headway.bundle.contents import MAX_TEXT_BYTES, is_hash
from headway.bundle.values import near_misses
from headway.domain.errors import BadInput
from headway.intake.drafts import Holder
from headway.intake.encodings import decode

MAX_ORIGINAL_BYTES = 256 * 1024**2
_MOST_NAMES = 2000


class Beside:
    """The files beside a workbook, kept by hash as they are named."""

    def __init__(self, folder: Path, holder: Holder) -> None:
        self._folder, self.holder = folder, holder

    def keep(self, field: str, named: str) -> str:
        """The hash of a text or original named by its file, or by the hash itself.

        Raises BadInput when there is no such file beside the workbook or it is no text.
        """
        named = named.strip()
        if is_hash(named):
            return named
        path = self._path(named)
        if field == "original":
            return self.holder.keep_original(path.name, _content(path, MAX_ORIGINAL_BYTES))
        if path.suffix.casefold() not in (".txt", ".text", ".md", ""):
            raise BadInput(f"{path.name!r} is no text file; save it as .txt beside the workbook")
        return self.holder.keep_text(decode(_content(path, MAX_TEXT_BYTES)).text)

    def _path(self, named: str) -> Path:
        parts = named.replace("\\", "/").split("/")
        if any(part in ("", ".", "..") or ":" in part or not part.isprintable() for part in parts):
            raise BadInput(f"{named[:80]!r} leads out of the folder of the workbook; put it beside")
        path = self._folder
        for part in parts:
            path = path / part
            if path.is_symlink():
                raise BadInput(f"{named[:80]!r} is a link; put the file itself beside the workbook")
        try:
            there = path.is_file()
        except OSError:
            there = False
        if not there:
            hint = near_misses(named, self._names())
            raise BadInput(f"there is no file {named[:80]!r} beside the workbook{hint}")
        return path

    def _names(self) -> list[str]:
        names: list[str] = []
        for path in self._folder.iterdir():
            if len(names) >= _MOST_NAMES:
                break
            names.append(path.name)
        return sorted(names)


def _content(path: Path, at_most: int) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(at_most + 1)
    except OSError as error:
        raise BadInput(f"{path.name} cannot be read: {error.strerror}") from None
    if len(content) > at_most:
        raise BadInput(f"{path.name} has more than {at_most:,} bytes; split it")
    return content
