"""The files of a corpus: the root, what it includes, and nothing outside its folder."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from headway.bundle.lines import Complaints
from headway.domain.errors import BadInput
from headway.intake.xml_files import below, children, local, parse_xml
from headway.intake.xml_heads import files_of, root_of

MAX_COMPONENTS = 2_000
MAX_TOTAL = 256 * 1024**2
_BESIDE = ("-listPerson.xml", "-listOrg.xml", ".xml")


@dataclass(slots=True)
class Corpus:
    """Headers in which people and bodies may stand, and where the debates are.

    `paths` are files of debates; `inside` are debates that stand in the root itself.
    """

    root: Any
    path: Path
    content: bytes
    headers: list[Any] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    inside: list[Any] = field(default_factory=list)


def open_corpus(path: Path, complaints: Complaints) -> Corpus:
    """A corpus by its root file, its folder or one debate of it; BadInput when it is none.

    Included files that are not there, or lead out of the folder, are complained of.
    """
    source = _root_in(path) if path.is_dir() else path
    content, root = parse_xml(source)
    if local(root) not in ("teiCorpus", "TEI"):
        raise BadInput(f"{source.name} is no TEI: it begins with <{local(root)}>")
    corpus = Corpus(root, source, content, headers=[root])
    if local(root) == "TEI":
        corpus.inside.append(root)
        corpus.headers.extend(_headers_beside(source))
        return corpus
    for lists in below(root, "particDesc"):
        for one in below(lists, "include"):
            included = _included(source, one, complaints)
            if included is not None:
                corpus.headers.append(parse_xml(included)[1])
    corpus.inside = list(children(root, "TEI"))
    for one in children(root, "include"):
        included = _included(source, one, complaints)
        if included is not None:
            corpus.paths.append(included)
    if len(corpus.paths) > MAX_COMPONENTS:
        raise BadInput(f"{source.name} names {len(corpus.paths):,} files; split the corpus")
    if sum(one.stat().st_size for one in corpus.paths) > MAX_TOTAL:
        raise BadInput(f"the files {source.name} names are too large together; split the corpus")
    return corpus


def _root_in(folder: Path) -> Path:
    """The root of the corpus in a folder, that without annotation where there are both."""
    roots = files_of(folder, "teiCorpus")
    plain = [path for path in roots if ".ana." not in path.name] or roots
    if len(plain) != 1:
        names = ", ".join(path.name for path in plain[:5]) or "none"
        raise BadInput(f"{folder.name} holds {len(plain)} roots of a corpus ({names}); name one")
    return plain[0]


def _included(source: Path, element: Any, complaints: Complaints) -> Path | None:
    """The file of an inclusion, inside the folder of the one that names it."""
    named = element.get("href", "").strip()
    parts = PurePosixPath(named).parts
    outside = named.startswith("/") or any(p == ".." or ":" in p or "\\" in p for p in parts)
    line = element.sourceline or 0
    if not parts or outside or not named.isprintable() or len(named) > 300:
        message = f"{named[:80]!r} leads out of the folder of the corpus; put the file beside it"
        complaints.add(source.name, message, line)
        return None
    path = source.parent.joinpath(*parts)
    if path.is_symlink() or not path.is_file():
        complaints.add(source.name, f"there is no file {named[:80]!r} beside it", line)
        return None
    return path


def _headers_beside(source: Path) -> Iterator[Any]:
    """Lists of people and bodies that lie beside a single debate, by the name of its corpus."""
    stem = source.name.partition("_")[0]
    if stem == source.name:
        return
    for folder in (source.parent, source.parent.parent):
        for ending in _BESIDE:
            path = folder / f"{stem}{ending}"
            if path.is_file() and not path.is_symlink() and root_of(path) in _HEADERS:
                yield parse_xml(path)[1]


_HEADERS = ("teiCorpus", "listPerson", "listOrg", "particDesc")
