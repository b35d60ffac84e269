"""The files of a bundle, in a folder or in a zip; all bounds are checked before one is read."""

import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Protocol

from headway.domain.errors import BadInput

MAX_FILES = 200_000
MAX_FILE_BYTES = 2 * 1024**3
MAX_TOTAL_BYTES = 8 * 1024**3
MAX_DIRECTORY_BYTES = 64 * 1024**2
MAX_EXPANSION = 200
"""How many times larger than the archive its files may be (deflate reaches about 1,000)."""

READ_ERRORS = (OSError, EOFError, zipfile.BadZipFile, zlib.error)
"""What reading an opened file may raise."""

_LEFTOVERS = {".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX", ".git", ".gitignore"}


class Files(Protocol):
    """Names (with `/`), sizes in bytes and contents; `refused` says why others are left out."""

    @property
    def sizes(self) -> Mapping[str, int]:
        """Name to size in bytes, in order of name where the order matters."""
        ...

    @property
    def refused(self) -> Mapping[str, str]:
        """Name to the reason why that file is left out."""
        ...

    def open(self, name: str) -> IO[bytes]:
        """The content of one file, to be read once."""
        ...


def open_files(path: Path) -> Files:
    """The files of a folder or zip; BadInput when it is neither or breaks a bound."""
    try:
        if path.is_dir():
            return FolderFiles(path)
        if path.is_file():
            return ZipFiles(path)
    except OSError as error:
        raise BadInput(f"{path.name} cannot be read: {error.strerror}") from None
    raise BadInput(f"there is no folder or zip file {path.name!r}; check the path")


def is_leftover(name: str) -> bool:
    """Whether a file was left by an operating system and means nothing."""
    return any(part in _LEFTOVERS or part.startswith("._") for part in name.split("/"))


class FolderFiles:
    """The plain files under a folder; links and devices are refused."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.sizes: dict[str, int] = {}
        self.refused: dict[str, str] = {}
        for parent, folders, names in os.walk(folder):
            folders[:] = sorted(f for f in folders if not is_leftover(f))
            for name in (*sorted(names), *(f for f in folders if (Path(parent) / f).is_symlink())):
                self._add(Path(parent) / name)
        check_sizes(self.sizes)

    def _add(self, path: Path) -> None:
        name = path.relative_to(self._folder).as_posix()
        if is_leftover(name):
            return
        status = path.lstat()
        if not name.isprintable():
            self.refused[ascii(name)] = "the name of this file cannot be written; rename it"
        elif not stat.S_ISREG(status.st_mode):
            self.refused[name] = "this is a link or a device; put the file itself here"
        else:
            self.sizes[name] = status.st_size
        _check_bounds(self.sizes)

    def open(self, name: str) -> IO[bytes]:
        """The content of one file."""
        return (self._folder / name).open("rb")


class ZipFiles:
    """The entries of a zip file; a single folder around everything is looked through."""

    def __init__(self, path: Path) -> None:
        check_directory(path)
        try:
            self._zip = zipfile.ZipFile(path)
        except (*READ_ERRORS, ValueError, NotImplementedError, struct.error) as error:
            raise BadInput(f"{path.name} is no zip file that can be read: {error}") from None
        infos = [info for info in self._zip.infolist() if not info.filename.endswith("/")]
        _check_entries(infos, path)
        around = _folder_around([info.filename for info in infos])
        self._infos: dict[str, zipfile.ZipInfo] = {}
        self.sizes: dict[str, int] = {}
        self.refused: dict[str, str] = {}
        for info in infos:
            self._add(info, info.filename.removeprefix(around))

    def _add(self, info: zipfile.ZipInfo, name: str) -> None:
        if is_leftover(name):
            return
        why = _why_refused(info, name)
        if why:
            self.refused[name if name.isprintable() else ascii(name)] = why
        elif name in self._infos:
            self.refused[name] = "the zip holds two files of this name; keep one"
        else:
            self._infos[name] = info
            self.sizes[name] = info.file_size

    def open(self, name: str) -> IO[bytes]:
        """The content of one entry; BadInput when it is damaged from the start."""
        try:
            return self._zip.open(self._infos[name])
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
            message = " ".join(str(error).split())[:200]
            raise BadInput(f"{name} in the zip cannot be opened: {message}") from None


def _check_bounds(sizes: Mapping[str, int]) -> None:
    if len(sizes) > MAX_FILES:
        raise BadInput(f"there are more than {MAX_FILES:,} files; this is no bundle")


def check_sizes(sizes: Mapping[str, int]) -> None:
    """BadInput when the files are too many or too large to be read safely."""
    _check_bounds(sizes)
    for name, size in sizes.items():
        if size > MAX_FILE_BYTES:
            raise BadInput(f"{name} has {size:,} bytes; the most is {MAX_FILE_BYTES:,}")
    total = sum(sizes.values())
    if total > MAX_TOTAL_BYTES:
        raise BadInput(f"the files have {total:,} bytes; the most is {MAX_TOTAL_BYTES:,}")


# -- zip files that mean harm ----------------------------------------------------------------

_END, _END64, _LOCATOR = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"


def check_directory(path: Path) -> None:
    """Refuse a directory too large to hold in memory, before anything builds it."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - 65_557 - 76))
        tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 22:
        raise BadInput(
            f"{path.name} is no zip file that can be read: its end is missing; get it once more,"
            " whole"
        )
    files, directory = struct.unpack_from("<HL", tail, at + 10)
    at64 = tail.rfind(_END64, 0, at)
    if at64 >= 0 and len(tail) >= at64 + 48:
        files64, directory64 = struct.unpack_from("<QQ", tail, at64 + 32)
        files = max(files if files != 0xFFFF else 0, files64)
        directory = max(directory if directory != 0xFFFFFFFF else 0, directory64)
    if files > MAX_FILES:
        raise BadInput(f"{path.name} holds more than {MAX_FILES:,} files; make several of it")
    if directory > min(MAX_DIRECTORY_BYTES, size):
        raise BadInput(f"{path.name} lists too many files to be opened safely")


def _check_entries(infos: list[zipfile.ZipInfo], path: Path) -> None:
    sizes = {f"{number}": info.file_size for number, info in enumerate(infos)}
    check_sizes(sizes)
    if sum(sizes.values()) > MAX_EXPANSION * max(path.stat().st_size, 1024):
        raise BadInput(f"{path.name} would grow more than {MAX_EXPANSION} times; it is not read")
    end = 0
    for info in sorted(infos, key=lambda one: one.header_offset):
        if info.header_offset < end:
            raise BadInput(f"files overlap inside {path.name}; it is not read")
        end = info.header_offset + 30 + len(info.filename.encode()) + info.compress_size


def _folder_around(names: list[str]) -> str:
    names = [name for name in names if not is_leftover(name)]
    if not names or any("/" not in name for name in names):
        return ""
    tops = {name.split("/", 1)[0] for name in names}
    return f"{tops.pop()}/" if len(tops) == 1 else ""


def _why_refused(info: zipfile.ZipInfo, name: str) -> str:
    parts = name.split("/")
    if name.startswith("/") or "\\" in name or ":" in parts[0] or {"..", ".", ""} & set(parts):
        return "this name leads out of the zip; rename it"
    if not name.isprintable():
        return "the name of this file cannot be written; rename it"
    if info.flag_bits & 1:
        return "this file is encrypted; put it in without a password"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "this is a link; put the file itself here"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "this file is packed in an unusual way; pack it with plain deflate"
    return ""


def opened(files: Files, name: str) -> IO[bytes]:
    """The content of one file, with the refusals of the system as BadInput."""
    try:
        return files.open(name)
    except OSError as error:
        raise BadInput(f"{name} cannot be read: {error.strerror}") from None
