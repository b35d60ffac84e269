"""The General Debate corpus as a folder: `Session 27 - 1972/CHN_27_1972.txt`."""

import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from headway.bundle.lines import Complaints
from headway.domain.errors import BadInput
from headway.intake.encodings import decode
from headway.intake.speeches import FIRST_YEAR, LAST_YEAR, MAX_SPEECH_BYTES, Speech

MAX_FILES = 200_000
_FILE = re.compile(r"([A-Z]{2,4})_(\d{1,3})_(\d{4})\.txt\Z", re.ASCII)
_BESIDE = re.compile(r"(README.*|\.Rhistory|\.DS_Store|Speakers_by_session\.xlsx)\Z", re.IGNORECASE)


def is_folder(path: Path) -> bool:
    """Whether a path is a folder with at least one file named like a speech."""
    return path.is_dir() and any(_FILE.match(name) for _, name in _walk(path))


def _walk(folder: Path) -> Iterator[tuple[Path, str]]:
    seen = 0
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            seen += 1
            if seen > MAX_FILES:
                raise BadInput(f"{folder.name} holds more than {MAX_FILES:,} files")
            yield Path(parent), name


class FolderSpeeches:
    """The files of the folder; texts are read again when asked for."""

    layout = "folder of texts"

    def __init__(self, folder: Path, complaints: Complaints) -> None:
        self.decided: list[str] = []
        self._folder, self._complaints = folder, complaints
        self._paths: dict[str, Path] = {}

    def __iter__(self) -> Iterator[Speech]:
        encodings: Counter[str] = Counter()
        beside = 0
        for parent, name in _walk(self._folder):
            path = parent / name
            relative = path.relative_to(self._folder).as_posix()
            found = _FILE.match(name)
            if name.startswith("._") or _BESIDE.match(name):
                beside += 1
            elif not found:
                self._complaints.add(relative, "the name is not CODE_SESSION_YEAR.txt; left out")
            else:
                speech = self._speech(path, relative, found, encodings)
                if speech:
                    yield speech
        self._conclude(encodings, beside)

    def _speech(
        self, path: Path, relative: str, found: re.Match[str], encodings: Counter[str]
    ) -> Speech | None:
        code, session, year = found.group(1), int(found.group(2)), int(found.group(3))
        try:
            if session < 1 or not FIRST_YEAR <= year <= LAST_YEAR:
                raise BadInput(f"there was no session {session} of {year}; the speech is left out")
            text, encoding = read_text(path)
        except BadInput as error:
            self._complaints.add(relative, str(error))
            return None
        encodings[encoding] += 1
        text_hash = hashlib.sha256(text.encode()).hexdigest()
        self._paths.setdefault(text_hash, path)
        return Speech(code, session, year, text_hash, path.stem, relative, 0)

    def _conclude(self, encodings: Counter[str], beside: int) -> None:
        said = ", ".join(f"{number:,} {name}" for name, number in sorted(encodings.items()))
        self.decided.append(f"Encodings: {said or 'none'}; byte order marks taken off.")
        if beside:
            self.decided.append(f"{beside:,} files beside the speeches were passed over.")

    @property
    def texts(self) -> Mapping[str, str]:
        """Hash to text, read from its file on demand."""
        return _FileTexts(self._paths)


class _FileTexts(Mapping[str, str]):
    def __init__(self, paths: dict[str, Path]) -> None:
        self._paths = paths

    def __getitem__(self, text_hash: str) -> str:
        path = self._paths[text_hash]
        text, _ = read_text(path)
        if hashlib.sha256(text.encode()).hexdigest() != text_hash:
            raise BadInput(f"{path.name} was changed while it was being read; start again")
        return text

    def __contains__(self, text_hash: object) -> bool:
        return text_hash in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def read_text(path: Path) -> tuple[str, str]:
    """The text of a plain file and its encoding; BadInput when empty, too long or no text."""
    try:
        if not path.is_file():
            raise BadInput("this is a link to nothing or a device; put the file itself here")
        with path.open("rb") as file:
            content = file.read(MAX_SPEECH_BYTES + 1)
    except OSError as error:
        raise BadInput(f"the file cannot be read: {error.strerror}") from None
    if len(content) > MAX_SPEECH_BYTES:
        raise BadInput(f"the file has more than {MAX_SPEECH_BYTES:,} bytes; it is left out")
    decoded = decode(content)
    if not decoded.text.strip():
        raise BadInput("the text is empty; it is left out")
    return decoded.text, decoded.encoding
