"""The papers of one State's review (UPR) as a round: questions, replies, recommendations."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from headway.bundle.lines import Complaints
from headway.domain.errors import BadInput
from headway.intake.any_document import read_document
from headway.intake.drafts import Draft
from headway.intake.manifests import MANIFEST, texts_in
from headway.intake.sides import Sides
from headway.intake.upr_papers.kinds import TITLES, Paper, paper_of
from headway.intake.upr_papers.review import draft_of

MAX_FILES = 60
MAX_CHARACTERS = 5_000_000


def read(path: str | Path, sides: Mapping[str, str] | None = None) -> Draft:
    """The draft of a folder of papers, or of one paper: a round of the review of one State.

    What a paper is, is told by what stands in it. `sides` maps names of sides to ids of parties
    that a record has already. Raises BadInput when there is no paper of a review, when papers are
    of several States or sessions, or when nothing says which session it was.
    """
    source = Path(path)
    names = texts_in(source) if source.is_dir() else (source.name,)
    base = source if source.is_dir() else source.parent
    if len(names) > MAX_FILES:
        raise BadInput(f"{source.name} holds {len(names)} texts; a review has fewer papers")
    complaints, left_out = Complaints(), _others(source, names)
    papers: list[Paper] = []
    letters = 0
    for name in names:
        try:
            document = read_document(base / name, name)
        except BadInput as error:
            if "nothing to take" in str(error):
                left_out.append(f"{name} is empty and was left out.")
            else:
                complaints.add(name, str(error))
            continue
        letters += len(document.text)
        if letters > MAX_CHARACTERS:
            raise BadInput(f"{source.name} holds more than {MAX_CHARACTERS:,} characters; split it")
        paper = paper_of(document)
        if paper is None:
            left_out.append(f"{name}: nothing in it tells which paper of a review it is; left out.")
        else:
            papers.append(paper)
    if not papers:
        raise BadInput(f"{source.name} holds no paper of a review that can be told as one")
    kept = _once(papers, left_out)
    return draft_of(kept, Sides(sides or {}), complaints, left_out, source.name)


def _others(source: Path, names: tuple[str, ...]) -> list[str]:
    if not source.is_dir():
        return []
    seen = {*names, MANIFEST}
    found = sorted(one.relative_to(source).as_posix() for one in source.rglob("*") if one.is_file())
    others = [name for name in found[:10_000] if name not in seen]
    return [f"{name} is no text that can be read here and was left out." for name in others[:50]]


def _once(papers: list[Paper], left_out: list[str]) -> list[Paper]:
    """Each paper once: of copies of one symbol the one with the least around it."""
    kept: list[Paper] = []
    held: dict[tuple[str, str], Paper] = {}
    for paper in sorted(papers, key=lambda one: (len(one.document.text), one.name)):
        key = (paper.kind, paper.symbol or _words(paper.text))
        if key in held:
            left_out.append(
                f"{paper.name} is a copy of {held[key].name} ({TITLES[paper.kind]}) and left out."
            )
            continue
        held[key] = paper
        kept.append(paper)
    return sorted(kept, key=lambda one: (list(TITLES).index(one.kind), one.name))


def _words(text: str) -> str:
    return " ".join(sorted(Counter(text.split())))[:2_000]
