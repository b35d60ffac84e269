"""The blocks an assessment takes from the record: each key one function, each one Markdown.

Every comparison holds both sides in one row. Nothing here names an official.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from headway.assessments.basis import Basis, is_closed, span
from headway.assessments.manuscripts import OPEN_PLACE, Block, Manuscript
from headway.assessments.said import remarks_block
from headway.assessments.words import day, joined, word
from headway.domain.assessments import Answer, Withholding
from headway.domain.concerns import Concern, Question
from headway.domain.dates import PartialDate
from headway.domain.errors import BadValue
from headway.domain.ids import any_id
from headway.domain.renderings import spoken
from headway.domain.statements import Source, Statement
from headway.domain.undertakings import Recommendation, RecommendationAnswer, Undertaking
from headway.domain.values import Value
from headway.measures import registered
from headway.measures.figure import Figure
from headway.measures.threads import rounds_of, statements_of_dialogue
from headway.phrases import say

Write = Callable[[Basis, Manuscript, Block], str | None]
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
_LOG = re.compile(r"(\d+)[^\d]*?([0-9a-f]{64})[^0-9a-f]*$")
FOOTNOTE = re.compile(r"\[\^([\w.-]+)\](?!:)")


def plain(text: str) -> str:
    """A text of the record as Markdown that shows it and does nothing else."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell or ' ' for cell in line)} |" for line in lines)


def write(basis: Basis, manuscript: Manuscript, block: Block) -> str | None:
    """The body of a block as the record has it now; None for a key there is no block of."""
    name, _, _ = block.key.partition(" ")
    found = BLOCKS.get(name)
    return found(basis, manuscript, block) if found else None


# -- terms and basis -------------------------------------------------------------------------


def _terms(basis: Basis, manuscript: Manuscript, block: Block) -> str:
    language = basis.language
    told = {k: "" if OPEN_PLACE.search(v) else v for k, v in manuscript.front.items()}
    rows = [
        (word("commissioner", language), plain(told.get("commissioner", ""))),
        (word("reference", language), plain(told.get("terms_of_reference", ""))),
        (word("author", language), plain(told.get("author", ""))),
        (word("interest", language), plain(told.get("interest", ""))),
        *(
            (word(key, language), _day(told.get(key, ""), language))
            for key in ("commissioned_on", "delivered_on", "written_on", "as_of")
        ),
        (word("version", language), plain(told.get("version", ""))),
        (word("view", language), plain(told.get("view", ""))),
    ]
    if told.get("corrects"):
        said = f"{told['corrects']}: {told.get('correction', '')}"
        rows.append((word("corrects", language), plain(said)))
    absent = word("not given", language)
    return table((" ", " "), [(f"**{name}**", said or absent) for name, said in rows])


def _day(written: str, language: str) -> str:
    try:
        return day(PartialDate(written) if written else None, language)
    except BadValue:
        return plain(written)


def _basis(basis: Basis, manuscript: Manuscript, block: Block) -> str:
    language, corpus, dialogue = basis.language, basis.corpus, basis.dialogue.id
    rounds = rounds_of(corpus, dialogue)
    first_last = sorted({r.began_on for r in rounds})
    told = str(len(rounds))
    if first_last:
        ends = {day(d, language): None for d in (first_last[0], first_last[-1])}
        told = f"{told} ({' – '.join(ends)})"
    hidden = [w for w in corpus.all(Withholding) if w.dialogue in (None, dialogue)]
    rows = [
        (f"**{word('rounds', language)}**", *[told for _ in basis.sides]),
        _row(basis, "texts", lambda party: _texts(basis, party)),
        _row(basis, "concerns", lambda party: _count(basis, Concern, "raised_by", party)),
        _row(basis, "questions", lambda party: _count(basis, Question, "asked_of", party)),
        _row(basis, "undertakings", lambda party: _count(basis, Undertaking, "by", party)),
        (f"**{word('withheld', language)}**", *[str(len(hidden)) for _ in basis.sides]),
    ]
    return table((" ", *_names(basis)), rows)


def _names(basis: Basis) -> list[str]:
    return [plain(side.name.within(basis.language)) for side in basis.sides]


def _row(basis: Basis, key: str, told: Callable[[str], str]) -> tuple[str, ...]:
    return (f"**{word(key, basis.language)}**", *(told(side.id) for side in basis.sides))


def _count(basis: Basis, noun: type[Value], field: str, party: str) -> str:
    found = basis.corpus.having(noun, field, party)
    return str(sum(1 for one in found if _dialogue_of(basis, one) == basis.dialogue.id))


def _dialogue_of(basis: Basis, value: object) -> str | None:
    concern = basis.corpus.get(Concern, getattr(value, "concern", None))
    return getattr(value, "dialogue", None) or (concern.dialogue if concern else None)


def _texts(basis: Basis, party: str) -> str:
    statements = statements_of_dialogue(basis.corpus, basis.dialogue.id)
    held = [_held(basis, s) for s in statements if s.party == party and s.round]
    counts = Counter(held)
    parts = [
        f"{counts[key]} {word(key, basis.language)}"
        for key in ("word for word", "notes")
        if counts[key]
    ]
    return joined(parts, basis.language) or "0"


def _held(basis: Basis, statement: Statement) -> str:
    texts = [r for r in spoken(basis.corpus, statement) if r.text]
    if any(r.fidelity in ("verbatim", "paper_as_read") for r in texts):
        return "word for word"
    return "notes" if texts else ""


def _unlooked(basis: Basis, manuscript: Manuscript, block: Block) -> str:
    silent = [m for m in basis.measures() if basis.standing(m) in ("nothing", "unknown")]
    if not silent:
        return word("unlooked none", basis.language)
    asked = [f"- {plain(say(registered()[name].about.question))}" for name in silent]
    return "\n".join([word("unlooked", basis.language).strip(), "", *asked])


# -- findings --------------------------------------------------------------------------------


def _finding(basis: Basis, manuscript: Manuscript, block: Block) -> str | None:
    measure = block.key.partition(" ")[2]
    found = basis.of(measure)
    if not found:
        return None
    language = basis.language
    rows = [
        _told("counted", language, [plain(f.sentence) for f in found]),
        _told("bounds", language, [_bounds(f, language) for f in found]),
        _told("not known", language, [_unknown(f, language) for f in found]),
    ]
    notes = [" ".join(_without_mark(note) for note in f.notes).strip() for f in found]
    if any(notes):
        rows.append(_told("note", language, [plain(note) for note in notes]))
    return "\n".join(
        [
            table((plain(say(registered()[measure].about.title)), *_names(basis)), rows),
            "",
            f"{_mark(block, language)} {_link(measure, language)}",
        ]
    )


def _without_mark(note: str) -> str:
    """A note without the machine's mark, which stands below the figures of both sides."""
    return note.replace(say("Found by machine, not reviewed."), "").strip()


def _told(key: str, language: str, cells: list[str]) -> tuple[str, ...]:
    return (f"**{word(key, language)}**", *cells)


def _bounds(figure: Figure, language: str) -> str:
    bounds = figure.bounds
    if bounds is None or bounds.low is None:
        return word("no rate here", language)
    return span(bounds, language) or word("no rate", language)


def _unknown(figure: Figure, language: str) -> str:
    if is_closed(figure):
        return word("few", language)
    items = figure.items or tuple(i for part in figure.parts for i in part.items)
    codes = Counter(i.code for i in items if not i.conflicting)
    told = [f"{_code(c, language)} {n}" for c, n in sorted(codes.items()) if c in _UNKNOWN]
    conflicting = sum(1 for i in items if i.conflicting)
    if conflicting and figure.kind != "sentences":
        told.append(f"{word('conflicting', language)} {conflicting}")
    return "; ".join(told) or word("nothing unknown", language)


_UNKNOWN = ("no_evidence", "not_looked", "withheld", "not_assessed")


def _code(code: str, language: str) -> str:
    return word("withheld code" if code == "withheld" else code, language)


def _mark(block: Block, language: str) -> str:
    if not block.reviewed_by:
        return f"*{word('machine', language)}*"
    said = word("reviewed", language)
    on = _day(block.reviewed_on, language)
    return f"*{said.format(by=plain(block.reviewed_by), on=on)}*"


def _link(measure: str, language: str) -> str:
    return f"[{word('behind', language)}](measure:{measure})"


def _measures(basis: Basis, manuscript: Manuscript, block: Block) -> str:
    language = basis.language
    rows = []
    for name in basis.measures():
        if basis.standing(name) == "nothing" or registered()[name].about.kind == "sentences":
            continue
        title = f"[{plain(say(registered()[name].about.title))}](measure:{name})"
        rows.append((title, *(plain(f.sentence) for f in basis.of(name))))
    head = (word("measure", language), *_names(basis))
    return "\n".join([table(head, rows), "", _mark(block, language)])


# -- recommendations, replies, sources -------------------------------------------------------


def _recommendations(basis: Basis, manuscript: Manuscript, block: Block) -> str:
    language, corpus = basis.language, basis.corpus
    found = [
        r
        for r in corpus.having(Recommendation, "dialogue", basis.dialogue.id)
        if not r.id.startswith(f"{basis.assessment}.")
    ]
    if not found:
        return word("recommendations none", language)
    order = [side.id for side in basis.sides]
    found.sort(key=lambda r: (order.index(r.to) if r.to in order else -1, r.made_on or "", r.id))
    head = [
        word(key, language)
        for key in ("recommended to", "recommendation", "recommended by", "made on", "answer")
    ]
    lead = word("recommendations lead", language)
    return "\n".join([lead, "", table(head, [_recommended(basis, one) for one in found])])


def _recommended(basis: Basis, one: Recommendation) -> tuple[str, ...]:
    language = basis.language
    to = basis.name(one.to) or word("both sides", language)
    said = plain(one.summary.within(language)) + _cited(basis, one.sources)
    answers = basis.corpus.having(RecommendationAnswer, "recommendation", one.id)
    answered = [f"{word(a.answer, language)}; {_code(a.follow_up, language)}" for a in answers]
    told = "; ".join(answered) or word("no_answer", language)
    return plain(to), said, plain(one.by), day(one.made_on, language), told


def _cited(basis: Basis, sources: Iterable[str]) -> str:
    return "".join(f"[^{one}]" for one in sources if basis.corpus.get(Source, one))


def _replies(basis: Basis, manuscript: Manuscript, block: Block) -> str:
    language = basis.language
    about = any_id("Assessment", basis.assessment)
    answers = {a.party: a for a in basis.corpus.having(Answer, "about", about)}
    rows = [
        _told("offered", language, [_offered(answers.get(s.id), language) for s in basis.sides]),
        _told("given", language, [_given(answers.get(s.id), language) for s in basis.sides]),
    ]
    parts = [table((" ", *_names(basis)), rows)]
    for side in basis.sides:
        answer = answers.get(side.id)
        if answer and answer.words:
            parts += ["", f"**{plain(side.name.within(language))}**"]
            for tag, said in answer.words.items():
                parts += ["", f"> [{plain(said)}]{{lang={tag}}}"]
    return "\n".join(parts)


def _offered(answer: Answer | None, language: str) -> str:
    offered = answer and (answer.offered_on or answer.given_on)
    return day(offered, language) if offered else word("not offered", language)


def _given(answer: Answer | None, language: str) -> str:
    given = answer and answer.given_on
    return day(given, language) if given else word("not yet", language)


def _sources(basis: Basis, manuscript: Manuscript, block: Block) -> str:
    """The notes to every source the text or its blocks cite, in the order first cited."""
    cited = dict.fromkeys(FOOTNOTE.findall(_all_but_sources(basis, manuscript)))
    found = [(one, basis.corpus.get(Source, one)) for one in cited]
    notes = [f"[^{one}]: {_source(source, basis)}" for one, source in found if source]
    return "\n\n".join(notes) or word("not given", basis.language)


def _all_but_sources(basis: Basis, manuscript: Manuscript) -> str:
    parts = [(number, line) for number, line in manuscript.own_lines()]
    for block in manuscript.blocks:
        if block.key != "sources":
            parts.append((block.begin, write(basis, manuscript, block) or ""))
    return "\n".join(text for _, text in sorted(parts))


def _source(source: Source, basis: Basis) -> str:
    language = basis.language
    title = f"[{plain(source.title)}](source:{source.id})"
    if source.language and source.language.split("-")[0] != language.split("-")[0]:
        title = f"[{title}]{{lang={source.language}}}"
    parts = [title, plain(source.origin)]
    if source.published_on:
        parts.append(day(source.published_on, language))
    if source.address:
        parts.append(plain(source.address))
    if source.checked != "read":
        key = "read in part" if source.checked == "seen_in_part" else "not read"
        parts.append(word(key, language))
    return f"{joined(parts, language)}."


def _recompute(basis: Basis, manuscript: Manuscript, block: Block) -> str:
    as_of = basis.as_of.isoformat() if basis.as_of else word("not given", basis.language)
    said = word("recompute", basis.language).format(view=basis.view, as_of=as_of, sum=basis.sum())
    if basis.log is None:
        return said
    held = " ".join(block.body)
    found = _LOG.search(held)
    position, root = basis.log.position, basis.log.root
    if found and basis.sum() in held and basis.log.root_at(int(found[1])) == found[2]:
        position, root = int(found[1]), found[2]
    kept = word("log", basis.language).format(position=position, root=root)
    return f"{said} {kept}"


def _remarks(basis: Basis, manuscript: Manuscript, block: Block) -> str:
    return remarks_block(basis, plain, lambda sources: _cited(basis, sources))


BLOCKS: Mapping[str, Write] = {
    "terms": _terms,
    "basis": _basis,
    "unlooked": _unlooked,
    "finding": _finding,
    "remarks": _remarks,
    "recommendations": _recommendations,
    "replies": _replies,
    "measures": _measures,
    "recompute": _recompute,
    "sources": _sources,
}
"""Every key a marker may have; `finding` is followed by the name of a measure."""
