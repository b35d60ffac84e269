"""A thousand damaged documents per reader, and in which layer each of them ended.

    python -m tests.intake.damage [reader ...] [--number 1000]

A reader joins by one row in `READERS`: its word, and functions that write a small sound example
into an empty folder and return its path. Every damaged example must end in a refusal (BadInput)
or in a draft that is a sound bundle; anything else is a fault of ours. Everything follows from
the number of the example, so that a fault can be had again:
`python -m tests.intake.damage docx --only 417`.
"""

import argparse
import random
import resource
import shutil
import signal
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from headway.bundle import Bundle, Info, read, write
from headway.bundle.lines import Known
from headway.domain.corpus import Corpus
from headway.domain.errors import BadInput, HeadwayError
from headway.intake import Draft, Setting, choose, read_any, sides_of
from tests.intake import (
    councils,
    data_seeds,
    debates,
    delegate_lists,
    minutes,
    pages,
    papers,
    reviews,
    seeds,
    sittings,
)
from tests.intake.damages import damage

Seed = Callable[[Path], Path]
LAYERS = ("choosing", "container or library", "our reader", "report", "read")
"""Where a document may end: nobody reads it; its container or the library that opens it breaks;
our own reader refuses it; it is read with complaints; it is read."""

OURS = LAYERS[2:]
LEAST_SHARE = 0.4
"""So many of all damaged documents must reach our own reader."""

MOST_SECONDS = 20
PAGE = Path(__file__).parents[2] / "docs" / "readers.md"
_CHOOSING = ("headway.intake.reading", "headway.intake.formats")
_CONTAINERS = (
    *("headway.bundle.files", "headway.intake.encodings", "headway.intake.plain_text"),
    "headway.intake.pdf.pages",
)


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader: its word (`headway load --as`), and what writes its sound examples.

    `asked` when the word must be given because no file shows it by itself; `setting` is given
    along when its documents need one; `record` is what is there already, when they name some.
    """

    kind: str
    seeds: tuple[Seed, ...]
    asked: bool = False
    setting: Setting | None = None
    record: Corpus | None = None

    def read(self, path: Path) -> object:
        """The path as `headway load` would read it."""
        kind = self.kind if self.asked else ""
        sides = sides_of(self.record) if self.record else {}
        return read_any(path, sides, self.setting, kind, self.record)

    @property
    def there(self) -> list[Known]:
        """The values of the record, which a draft may name."""
        held = self.record.values.values() if self.record else ()
        return [Known(value) for group in held for value in group.values()]


READERS: tuple[Reader, ...] = (
    Reader("plain_text", (seeds.minutes_en, seeds.minutes_fr, seeds.minutes_zh)),
    Reader("minutes", (minutes.filled_en, minutes.filled_zh)),
    Reader("docx", (seeds.word_en, seeds.word_zh, seeds.word_notes)),
    Reader("pdf", (papers.minutes_pdf, papers.tables_pdf, papers.chinese_pdf, papers.notes_pdf)),
    Reader("popolo", (councils.council, councils.committee), setting=Setting(party="estravane")),
    Reader("akoma_ntoso", (debates.akoma, debates.akoma_two)),
    Reader("parlamint", (debates.debate, debates.corpus, debates.annotated)),
    Reader("hansard", (sittings.pair, sittings.both)),
    Reader("upr_papers", (reviews.plain_review, reviews.plain_review, reviews.mixed_review)),
    Reader("html", (pages.page_en, pages.page_zh)),
    Reader("manifest", (seeds.manifest, seeds.manifest_of_word)),
    Reader("workbook", (seeds.xlsx, seeds.ods)),
    Reader("general_debate", (seeds.debate_parquet, seeds.debate_folder)),
    Reader("qa_jsonl", (data_seeds.press_en, data_seeds.press_zh), setting=Setting(party="Aland")),
    Reader("upr_csv", (data_seeds.upr_mac, data_seeds.upr_semicolons)),
    Reader(
        "delegates",
        (data_seeds.delegates_xlsx, data_seeds.delegates_ods, data_seeds.delegates_csv),
        setting=Setting(dialogue="d", round="d-07", party="a"),
        record=delegate_lists.record(),
    ),
    Reader(
        "uhri",
        (data_seeds.index_export, data_seeds.index_in_a_field),
        setting=Setting(party="Norway"),
    ),
    Reader("bundle", (seeds.bundle_zip, seeds.bundle_folder)),
)
"""One row a reader; the test and the command take all of them."""


@dataclass(slots=True)
class Outcome:
    """How many ended in which layer, what went wrong, the slowest, and how much memory it took."""

    kind: str
    layers: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: float = 0.0
    memory_mb: int = 0

    @property
    def share(self) -> float:
        """The share that reached our own reader, 0 to 1."""
        return sum(self.layers[one] for one in OURS) / max(1, self.layers.total())

    def line(self) -> str:
        """One line of the table."""
        counts = "  ".join(f"{self.layers[one]:>5}" for one in LAYERS)
        return (
            f"{self.kind:<20} {counts}   {self.share:>4.0%}  {len(self.faults):>3} faults"
            f"  slowest {self.slowest:.2f} s  {self.memory_mb} MB"
        )


class TooLong(BaseException):
    """A document took longer than `MOST_SECONDS`; no reader may catch it."""


@cache
def _made(seed: Seed) -> tuple[tempfile.TemporaryDirectory[str], Path]:
    """A sound example, made once, and where it stands; the folder goes with the process."""
    folder = tempfile.TemporaryDirectory(prefix="sound-")
    return folder, seed(Path(folder.name))


def _copy_of(seed: Seed, folder: Path) -> Path:
    made, path = _made(seed)
    shutil.copytree(made.name, folder, dirs_exist_ok=True)
    return folder / path.relative_to(made.name)


def attempt(reader: Reader, number: int, folder: Path) -> str:
    """Damage the example of a number and read it; the layer it ended in."""
    dice = random.Random(f"{reader.kind} {number}")
    path = _copy_of(reader.seeds[number % len(reader.seeds)], folder)
    damage(path, dice)
    return layer_of(reader, path, folder / "checked")


def layer_of(reader: Reader, path: Path, spare: Path) -> str:
    """The layer in which reading a path ends; anything but BadInput or a draft is raised."""
    try:
        if not reader.asked and choose(path).kind != reader.kind:
            _sound(reader.read(path), spare, reader.there)
            return "choosing"
        found = reader.read(path)
    except HeadwayError as error:
        _one_sentence(str(error))
        return _layer_of_refusal(error)
    _sound(found, spare, reader.there)
    return "report" if found.complaints else "read"


def _layer_of_refusal(error: HeadwayError) -> str:
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    module = frames[-1].f_globals["__name__"]
    assert isinstance(error, BadInput), f"refused as {type(error).__name__}"
    if module in _CHOOSING:
        return "choosing"
    return "container or library" if module in _CONTAINERS or _foreign(error) else "our reader"


def _foreign(error: BaseException) -> bool:
    """Whether the refusal tells in our words what somebody else's code raised."""
    below = error.__context__
    if below is None or isinstance(below, HeadwayError):
        return False
    frames = [frame for frame, _ in traceback.walk_tb(below.__traceback__)]
    inside = frames[-1].f_globals["__name__"] if frames else ""
    module = type(below).__module__
    return not inside.startswith("headway") or module not in ("builtins", "headway")


def _sound(found: object, spare: Path, there: list[Known]) -> None:
    """A draft is written as a bundle and read back: what has no complaints must pass them all."""
    assert isinstance(found, Draft | Bundle), f"{type(found).__name__} came out"
    for complaint in found.complaints:
        _one_sentence(str(complaint))
    if isinstance(found, Draft):
        for line in found.notes:
            line.encode()
        if not found.complaints and found.known:
            originals = dict(found.originals)
            known = [*there, *found.known]
            folder = write(spare, known, found.texts, originals, Info(found.title))
            assert read(folder).complaints == (), read(folder).complaints[:3]


def _one_sentence(message: str) -> None:
    assert message and "\n" not in message and len(message) < 1_200, repr(message[:300])
    message.encode()


@contextmanager
def _no_longer_than(seconds: int) -> Iterator[None]:
    def late(*_: object) -> None:
        raise TooLong(f"longer than {seconds} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def try_all(reader: Reader, numbers: range) -> Outcome:
    """Damage and read the examples of these numbers."""
    outcome = Outcome(reader.kind)
    for number in numbers:
        folder = Path(tempfile.mkdtemp(prefix="damage-"))
        began = time.perf_counter()
        try:
            with _no_longer_than(MOST_SECONDS):
                outcome.layers[attempt(reader, number, folder)] += 1
        except (Exception, TooLong) as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            told = " ".join(str(error).split())[:200]
            outcome.faults.append(
                f"{reader.kind} {number}: {type(error).__name__}: {told}"
                f" ({Path(where.filename).name}:{where.lineno})"
            )
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        outcome.slowest = max(outcome.slowest, time.perf_counter() - began)
    outcome.memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return outcome


def heading() -> str:
    """The first line of the table."""
    counts = "  ".join(f"{one.split()[0]:>5.5}" for one in LAYERS)
    return f"{'reader':<20} {counts}   ours"


def main() -> None:
    """Print where the damaged documents of each reader ended, and every fault."""
    asking = argparse.ArgumentParser(description=__doc__)
    asking.add_argument("reader", nargs="*", choices=[[], *(one.kind for one in READERS)])
    asking.add_argument("--number", type=int, default=1_000)
    asking.add_argument("--only", type=int, help="one example alone, with its traceback")
    asking.add_argument("--write-docs", action="store_true", help=f"rewrite {PAGE.name}")
    asked = asking.parse_args()
    chosen = [one for one in READERS if not asked.reader or one.kind in asked.reader]
    if asked.only is not None:
        folder = Path(tempfile.mkdtemp(prefix="damage-"))
        print(folder, attempt(chosen[0], asked.only, folder))
        return
    print(f"Layers: {', '.join(LAYERS)}.\n{heading()}")
    outcomes = []
    for reader in chosen:
        outcomes.append(try_all(reader, range(asked.number)))
        print(outcomes[-1].line(), *outcomes[-1].faults[:20], sep="\n  ", flush=True)
    if asked.write_docs:
        _write_into(PAGE, _table_of(outcomes))


def _table_of(outcomes: list[Outcome]) -> str:
    """The same as a table of Markdown."""
    rows = [
        f"| `{one.kind}` | {' | '.join(f'{one.layers[layer]:,}' for layer in LAYERS)} |"
        f" {one.share:.0%} | {len(one.faults)} | {one.slowest:.1f} |"
        for one in outcomes
    ]
    heads = ["reader", *LAYERS, "ours", "faults", "slowest s"]
    lines = [f"| {' | '.join(heads)} |", f"| --- {'| ---: ' * (len(heads) - 1)}|", *rows]
    most = max(one.memory_mb for one in outcomes)
    return "\n".join([*lines, "", f"One process for all of them; at most {most:,} MB."])


def _write_into(page: Path, figures: str) -> None:
    begin, end = "<!-- figures: damage -->", "<!-- end figures -->"
    text = page.read_text(encoding="utf-8")
    first = text.index(begin) + len(begin)
    last = text.index(end, first)
    page.write_text(f"{text[:first]}\n\n{figures}\n\n{text[last:]}", encoding="utf-8")


if __name__ == "__main__":
    main()
