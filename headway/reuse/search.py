"""The search: every step in its order, one language after the other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from headway.domain.errors import BadValue
from headway.reuse import background as backgrounds
from headway.reuse import classes as cls
from headway.reuse import formulae as formula_table
from headway.reuse.alerts import Alert, alerts_of
from headway.reuse.alignments import EDITS_VERSION, EditEngine
from headway.reuse.attribution import Voices
from headway.reuse.background import Background
from headway.reuse.canon import CanonText, Quotations, mask, quotations
from headway.reuse.clusters import families
from headway.reuse.columns import (
    Classified,
    Columns,
    columns_of,
    in_text,
    joined,
    with_quotations,
)
from headway.reuse.coverage import (
    KINDS,
    Coverage,
    derivation,
    paint_edited,
    painted,
    tokens_by_class,
)
from headway.reuse.covered import covered_by
from headway.reuse.deliveries import Delivery
from headway.reuse.edited_search import (
    Beside,
    Edits,
    edited_columns,
    edited_quotations,
    edits_of,
    no_edits,
    without,
)
from headway.reuse.edits import FastEdits
from headway.reuse.fast import FastEngine, load_loops
from headway.reuse.formulae import FormulaPattern, formula_tokens
from headway.reuse.order import Order, order_of
from headway.reuse.results import NOT_LOOKED_FOR, Reuse
from headway.reuse.runs import Engine, Runs, Texts
from headway.reuse.settings import Settings
from headway.reuse.stars import Stars, stars_of
from headway.text import FOLDING_VERSION, Folded, fold, fold_all

METHOD: Final = f"reuse-2-{EDITS_VERSION}"
_HELD_RUNS: Final = 30_000_000
Progress = Callable[[str, int, int], None]
TextSource = Mapping[str, str] | Callable[[str], str]


def find(
    deliveries: Iterable[Delivery],
    texts: TextSource,
    settings: Settings | None = None,
    *,
    canon: Sequence[CanonText] = (),
    formulae: Sequence[FormulaPattern] = (),
    background: Background | None = None,
    engine: Engine | None = None,
    edit_engine: EditEngine | None = None,
    folded: Mapping[str, Folded] | None = None,
    progress: Progress | None = None,
) -> Reuse:
    """What each delivery repeats, word for word or edited, of what was delivered before.

    `texts` gives a text by its hash. `canon` are supplied texts whose quotation is not script;
    `formulae` come on top of the shipped ones. `folded` may hold texts folded before, by hash.
    `progress(step, done, total)` is called as the work goes on. Deliveries that cannot be
    compared (notes, readouts, no side named) get a Coverage that says why. Raises BadValue when
    two deliveries bear one id.
    """
    everything = tuple(deliveries)
    if len({one.id for one in everything}) != len(everything):
        raise BadValue("two deliveries bear one id; give every rendering its own")
    search = _Search(
        settings=settings or Settings(),
        canon=tuple(canon),
        patterns=(*formula_table.shipped()[1], *formulae),
        background=background or backgrounds.shipped(),
        engine=engine or FastEngine((settings or Settings()).compile_from),
        edit_engine=edit_engine or FastEdits((settings or Settings()).compile_from),
        read=texts if callable(texts) else texts.__getitem__,
        progress=progress or (lambda step, done, total: None),
    )
    held = _folded(everything, texts, dict(folded or {}), search.progress)
    parts = [
        search.language(language, numbers, [everything[n] for n in numbers], held)
        for language, numbers in _by_language(everything).items()
    ]
    return _whole(everything, search, parts)


def _by_language(deliveries: Sequence[Delivery]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = {}
    for number, delivery in enumerate(deliveries):
        if delivery.is_compared:
            groups.setdefault(delivery.base_language, []).append(number)
    return dict(sorted(groups.items()))


def _folded(
    deliveries: Sequence[Delivery], texts: TextSource, held: dict[str, Folded], progress: Progress
) -> dict[str, Folded]:
    read = texts if callable(texts) else texts.__getitem__
    missing = sorted({one.text for one in deliveries if one.is_compared} - held.keys())
    for done, one in enumerate(fold_all([read(text) for text in missing])):
        held[missing[done]] = one
        progress("folding", done + 1, len(missing))
    return held


@dataclass(frozen=True, slots=True)
class _Part:
    """Findings of one language: columns of passages, tokens by class, alerts."""

    language: str
    columns: dict[str, npt.NDArray[Any]]
    numbers: list[int]
    counts: npt.NDArray[np.int64]
    alerts: tuple[Alert, ...]
    too_common: int = 0


@dataclass(frozen=True, slots=True)
class _Search:
    settings: Settings
    canon: tuple[CanonText, ...]
    patterns: tuple[FormulaPattern, ...]
    background: Background
    engine: Engine
    edit_engine: EditEngine
    read: Callable[[str], str]
    progress: Progress

    def language(
        self, language: str, numbers: list[int], group: list[Delivery], held: dict[str, Folded]
    ) -> _Part:
        """All steps for the deliveries of one language."""
        sources = [n for n, one in enumerate(self.canon) if one.base_language == language]
        folds = [held[delivery.text] for delivery in group]
        folds += [fold(self.canon[n].text) for n in sources]
        texts = Texts.of([one.ids for one in folds])
        order = order_of(group)
        self.progress(f"runs ({language})", 0, 1)
        blocks, canon_runs = self._runs(texts, len(group))
        self.progress(f"passages ({language})", 0, 1)
        alerts = alerts_of(blocks, texts, group, order, self.settings)
        loops = load_loops(len(texts.tokens) >= self.settings.compile_from)
        stars = stars_of(_without(blocks, group, alerts), order, loops)
        self.progress(f"edits ({language})", 0, 1)
        edits = self._edits(language, texts, order, _suspect(group, alerts))
        self.progress(f"classes ({language})", 0, 1)
        quoted = quotations(texts, canon_runs)
        named = quotations(texts, [*canon_runs, edits.canon_runs()])
        voices = Voices(language, group, folds, self.read)
        found = self._classified(language, texts, stars, quoted, named, voices)
        columns = columns_of(texts, stars, found.kinds, found.bits)
        columns |= {"cluster": found.cluster, "wording": found.wording}
        columns = with_quotations(columns, texts, quoted, named, sources)
        edited = self._edited(texts, stars, order, edits, found, (quoted, named), voices)
        columns = {name: np.concatenate((columns[name], edited[name])) for name in columns}
        columns = edited_quotations(columns, texts, edits, mask(texts, quoted), sources)
        ends = edited["begin"] + edited["n_tokens"]
        in_edited_canon = mask(texts, named) & ~mask(texts, quoted)
        paint_edited(found.paint, edited["begin"], ends, edited["kind"], in_edited_canon)
        counts = tokens_by_class(texts, found.paint)[: len(group)]
        self.progress(f"places ({language})", 0, 1)
        placed = in_text(columns, texts, folds, numbers)
        return _Part(language, placed, numbers, counts, alerts, edits.too_common)

    def _edits(
        self, language: str, texts: Texts, order: Order, is_suspect: npt.NDArray[np.bool_]
    ) -> Edits:
        rules = self.settings.edits
        if rules is None:
            return no_edits()
        edits = edits_of(texts, order, language, self.background, rules, self.edit_engine)
        return replace(edits, between=without(edits.between, is_suspect))

    def _edited(
        self,
        texts: Texts,
        stars: Stars,
        order: Order,
        edits: Edits,
        found: Classified,
        quoted_named: tuple[Quotations, Quotations],
        voices: Voices,
    ) -> Columns:
        quoted, named = quoted_named
        beside = Beside(
            stars=stars,
            kinds=found.kinds,
            quoted=mask(texts, quoted),
            in_canon=mask(texts, named),
            families=int(found.cluster.max(initial=-1)) + 1,
            wordings=int(found.wording.max(initial=-1)) + 1,
        )
        together = (*self.patterns, *formula_table.instruments())
        patterns = [one for one in together if one.language == voices.language]
        loops = load_loops(len(texts.tokens) >= self.settings.compile_from)
        return edited_columns(
            texts, edits, order, beside, voices, patterns, self.background, self.settings, loops
        )

    def _runs(self, texts: Texts, count: int) -> tuple[Iterable[Runs], list[Runs]]:
        """Runs between deliveries, and runs of deliveries into the canon behind them."""
        blocks = _Between(self.engine.runs(texts, self.settings.at_least), count)
        if len(texts) == count:
            return _held(blocks), []
        into_canon = [
            run.where((run.text < count) & (run.other >= count)) for run in blocks.all_blocks
        ]
        return _held(blocks), into_canon

    def _classified(
        self,
        language: str,
        texts: Texts,
        stars: Stars,
        quoted: Quotations,
        named: Quotations,
        voices: Voices,
    ) -> Classified:
        covered = covered_by(texts, stars)
        patterns = [one for one in self.patterns if one.language == language]
        in_formula = formula_tokens(covered.tokens, covered.stretches, patterns)
        in_canon = mask(texts, named)
        of_canon = in_canon[covered.places]
        bits = self.background.rare_bits(language, covered.tokens)
        weight = covered.sums(bits)
        free = covered.sums(~of_canon)
        set_aside = covered.sums(in_formula & ~of_canon)
        left = covered.sums(np.where(in_formula | of_canon, 0, bits))
        is_canon = (free < self.settings.at_least / 2) & (free < stars.length)
        is_formula = (set_aside >= self.settings.formula_share * np.maximum(free, 1)) | (
            left < self.settings.formula_bits
        )
        kinds = cls.classify(stars, is_canon, is_formula, self.settings)
        kinds = voices.attributed(stars, kinds)
        cluster, wording = families(covered, stars, kinds == cls.FORMULA)
        in_words = covered.places[in_formula]
        paint = painted(texts, stars, kinds, in_words, mask(texts, quoted))
        return Classified(kinds, weight, cluster, wording, paint)


@dataclass(frozen=True, slots=True)
class _Between:
    """The runs between the first `count` texts; iterating again gives them again."""

    all_blocks: Iterable[Runs]
    count: int

    def __iter__(self) -> Any:
        for runs in self.all_blocks:
            yield runs.where((runs.text < self.count) & (runs.other < self.count))


def _held(blocks: Iterable[Runs]) -> Iterable[Runs]:
    """The blocks kept in memory, unless there are so many that they are better found again."""
    kept: list[Runs] = []
    rows = 0
    for runs in blocks:
        kept.append(runs)
        rows += len(runs)
        if rows > _HELD_RUNS:
            return blocks
    return kept


def _without(
    blocks: Iterable[Runs], group: list[Delivery], alerts: tuple[Alert, ...]
) -> Iterable[Runs]:
    """Runs that rest on no text under an alert."""
    is_suspect = _suspect(group, alerts)
    if not is_suspect.any():
        return blocks
    return (
        runs.where(~(is_suspect[runs.text] | is_suspect[runs.other]) | (runs.text == runs.other))
        for runs in blocks
    )


def _suspect(group: list[Delivery], alerts: tuple[Alert, ...]) -> npt.NDArray[np.bool_]:
    suspect = {name for alert in alerts for name in (alert.one, alert.other)}
    return np.array([delivery.id in suspect for delivery in group], np.bool_)


def _whole(deliveries: tuple[Delivery, ...], search: _Search, parts: list[_Part]) -> Reuse:
    for name in ("cluster", "wording"):
        after = 0
        for part in parts:
            column = part.columns[name]
            part.columns[name] = np.where(column >= 0, column + after, column)
            after += int(column.max(initial=-1)) + 1
    columns = joined([part.columns for part in parts])
    alerts = tuple(alert for part in parts for alert in part.alerts)
    return Reuse(
        settings=search.settings,
        versions={
            "method": METHOD,
            "folding": FOLDING_VERSION,
            "background": search.background.version,
            "formulae": formula_table.shipped()[0],
        },
        deliveries=deliveries,
        columns=columns,
        sources=tuple(one.id for one in search.canon),
        coverages=_coverages(deliveries, search.settings, parts, alerts),
        alerts=alerts,
        caps=_caps(parts, search),
        not_looked_for=NOT_LOOKED_FOR if search.settings.edits else ("edited", *NOT_LOOKED_FOR),
    )


def _coverages(
    deliveries: tuple[Delivery, ...],
    settings: Settings,
    parts: list[_Part],
    alerts: tuple[Alert, ...],
) -> tuple[Coverage, ...]:
    suspect = {name for alert in alerts for name in (alert.one, alert.other)}
    counts = {
        number: row
        for part in parts
        for number, row in zip(part.numbers, part.counts.tolist(), strict=True)
    }
    return tuple(
        _coverage(delivery, counts.get(number), settings, delivery.id in suspect)
        for number, delivery in enumerate(deliveries)
    )


def _coverage(
    delivery: Delivery, counts: list[int] | None, settings: Settings, is_suspect: bool
) -> Coverage:
    if counts is None:
        return Coverage(delivery=delivery.id, n_tokens=0, why_not=_why_not_compared(delivery))
    total = sum(counts)
    by_class: dict[str, Any] = dict(zip(KINDS, counts, strict=True))
    found = Coverage(delivery=delivery.id, n_tokens=total, **by_class)
    if is_suspect:
        return replace(found, why_not="an alert on this text is open")
    if total < settings.assessed_from:
        return replace(found, why_not=f"under {settings.assessed_from} tokens")
    how = derivation(found.repeated / total, settings.wholly, settings.partly)
    return replace(found, derivation=how)


def _why_not_compared(delivery: Delivery) -> str:
    if not delivery.text:
        return "no text is held"
    if not delivery.side:
        return "no side is named"
    return f"a {delivery.fidelity}: it holds the note-taker's words"


def _caps(parts: list[_Part], search: _Search) -> tuple[str, ...]:
    """What was limited on the way, one sentence each."""
    unknown = [
        f"{part.language}: no background table, so no passage was set aside as common words"
        for part in parts
        if not search.background.knows(part.language)
    ]
    rules = search.settings.edits
    common = [
        f"{part.language}: {part.too_common:,} seeds of {rules.seed} words that had been"
        f" delivered more than {rules.most_earlier} times before began no edited passage"
        for part in parts
        if rules and part.too_common
    ]
    return (*unknown, *common)
