"""Fills in the minute template as a minute-taker does, and worlds of one round for it. Invented."""

import copy
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from docx.oxml.ns import qn
from hypothesis import strategies as st

from headway.domain.concerns import Concern, Question, Raising, Reply
from headway.domain.corpus import Corpus, project
from headway.domain.dates import PartialDate
from headway.domain.parties import Body, Dialogue, Party, Person
from headway.domain.rounds import AgendaItem, Arrangement, Delegate, Round
from headway.domain.statements import Rendering, Statement
from headway.domain.undertakings import Action, Undertaking
from headway.domain.views import Viewer
from headway.domain.wording import Wording
from headway.intake.drafts import Holder
from headway.intake.minutes import write_minutes
from headway.intake.minutes.layout import HEAD, TABLES
from headway.intake.minutes.words import heading, language_of, word

HEADED = {
    ("Dialogue", "title"): "Talks of Estravane and Yuanlan (invented)",
    ("Party", "1"): "Estravane",
    ("Party", "2"): "Yuanlan",
    ("Round", "number"): "7",
    ("Round", "began_on"): "2015-05-12",
    ("Round", "ended_on"): "2015-05-13",
    ("Round", "city"): "Ningzhu",
    ("Round", "host"): "Yuanlan",
    ("Minutes", "note_taker"): "Estravane",
}
WORDS = (
    "Head of delegation (Estravane): We come back to the placements of last year.",
    "Will a judge see a person within three days?",
    "Head of delegation (Yuanlan): In two counties this is being tried.",
)
ROWS = {
    "delegations": [
        [
            "Estravane",
            "Mira Dahl",
            "Director for law",
            "Ministry of External Affairs",
            "head of delegation",
            "director",
            "yes",
        ],
        ["Estravane", "Oskar Brandt", "", "Ministry of External Affairs", "interpreter", "", ""],
        ["Yuanlan", "Shen Luo", "", "Bureau of Counties", "head of delegation", "", "yes"],
    ],
    "agenda": [["1", "Placement", "Estravane", "yes", "yes", "", "Placement without a court"]],
    "raised": [
        [
            "Placement without a court",
            "Estravane",
            "raised",
            "Will a judge see a person?",
            "answered in part",
            "In two counties.",
        ],
        ["", "", "", "Since when?", "no reply", ""],
        ["Licences of advocates", "Yuanlan", "", "", "", ""],
    ],
    "undertakings": [
        ["Yuanlan", "Send the table.", "Placement without a court", "Estravane", "2015-12"]
    ],
    "actions": [["Send our list.", "Estravane", "", "2015-06"]],
    "next": [["agreed", "", "", "Port Aubrel, spring of 2016."]],
}


def write_cell(cell, text: str) -> None:
    """What somebody types into a cell, whatever stood there."""
    for paragraph in list(cell._tc.iter(qn("w:p")))[1:]:
        paragraph.getparent().remove(paragraph)
    paragraph = cell.paragraphs[0]
    for child in list(paragraph._p):
        if child.tag != qn("w:pPr"):
            paragraph._p.remove(child)
    for number, line in enumerate(text.split("\n")):
        (paragraph if number == 0 else cell.add_paragraph()).add_run(line)


def table_of(document, key: str, language: str = "en"):
    """The table of a key, found by its headings."""
    if key == "head":
        first = word("text", "field", language_of(language))
        return next(t for t in document.tables if t.rows[0].cells[0].text == first)
    ours = next(one for one in TABLES if one.key == key)
    heads = [heading(*one, language_of(language)) for one in ours.columns]
    return next(
        t for t in document.tables if [c.text for c in t.rows[0].cells][: len(heads)] == heads
    )


def fill(path: Path, *, language="en", head=None, rows=None, words=WORDS) -> Path:
    """A template written and filled in: entries of the head, rows of tables, lines of words."""
    write_minutes(path, language=language)
    document = docx.Document(str(path))
    for row in table_of(document, "head", language).rows[1:]:
        for one in HEAD:
            if row.cells[0].text == heading(*one, language_of(language)):
                write_cell(row.cells[1], (HEADED if head is None else head).get(one, ""))
    for key, filled in (ROWS if rows is None else rows).items():
        table = table_of(document, key, language)
        while len(table.rows) < len(filled) + 2:
            table._tbl.append(copy.deepcopy(table.rows[-1]._tr))
        for number, cells in enumerate(filled, 2):
            for cell, text in zip(table.rows[number].cells, cells, strict=False):
                if text:
                    write_cell(cell, text)
    for line in words:
        document.add_paragraph(line)
    document.save(str(path))
    return path


@cache
def _filled(language: str) -> bytes:
    with TemporaryDirectory() as folder:
        return fill(Path(folder) / "x.docx", language=language).read_bytes()


def filled_en(folder: Path) -> Path:
    """Minutes of an invented round on the English template."""
    (folder / "round 7.docx").write_bytes(_filled("en"))
    return folder / "round 7.docx"


def filled_zh(folder: Path) -> Path:
    """The same on the Chinese template."""
    (folder / "第七轮.docx").write_bytes(_filled("zh-Hans"))
    return folder / "第七轮.docx"


def changed(path: Path, change) -> Path:
    """A document with a change made in it as in a word processor."""
    document = docx.Document(str(path))
    change(document)
    document.save(str(path))
    return path


def by_noun(draft) -> dict[str, list]:
    """The values of a draft by noun."""
    found: dict[str, list] = {}
    for one in draft.known:
        found.setdefault(type(one.value).__name__, []).append(one.value)
    return found


def corpus_of(values, texts=None) -> Corpus:
    """Values as an assessor sees them."""
    held = texts or {}
    return Corpus(project(values, Viewer("assessor")), Viewer("assessor"), text=held.__getitem__)


# -- drawn rounds --------------------------------------------------------------------------------

_signs = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
texts = st.text(_signs | st.sampled_from("\n;；\\"), min_size=1, max_size=24).filter(
    lambda t: t.strip() and t == t.strip("\n")
)
names = (
    st.text(_signs | st.sampled_from(" ;"), min_size=1, max_size=16)
    .map(lambda t: " ".join(t.split()))
    .filter(lambda t: t.strip("-–—−#") and not t.startswith("#"))
)
wordings = st.dictionaries(st.sampled_from(["en", "fr", "zh", "zh-Hans"]), texts, min_size=1).map(
    Wording
)
codes = st.sampled_from(["yes", "no", "no_evidence", "not_looked", "withheld", "not_applicable"])
days = st.sampled_from(["2015", "2015-05", "2015-05-12"]).map(PartialDate)
sides = st.sampled_from(["a", "b"])
maybe = st.none()


def _mostly(strategy, number):
    return st.lists(strategy, max_size=number)


@st.composite
def rounds(draw, *, plain: bool = False):
    """Values and texts of a record with one round in the shape that the template holds.

    `plain` ones hold nothing that the template does not show, so that they come back even where
    there is no record to compare them with.
    """
    labels = st.just("desk") if plain else st.sampled_from(["desk", "public", "assessor"])
    note = st.just("") if plain else texts
    held: list = []

    def value(noun, /, **fields):
        made = noun(label=draw(labels), **fields)
        held.append(made)
        return made

    for one in ("a", "b"):
        value(Party, id=one, name=Wording({"en": f"Side {one}", "fr": f"Partie {one}"}))
    value(Dialogue, id="d", title=draw(wordings), parties=("a", "b"))
    value(
        Round,
        id="r",
        dialogue="d",
        number=draw(st.none() | st.integers(1, 40)),
        began_on=PartialDate("2015-05-12"),
        ended_on=draw(st.none() | st.just(PartialDate("2015-05-13"))),
        city=draw(st.none() | wordings),
        host=draw(st.none() | sides),
        hours=draw(st.none() | st.floats(0.5, 60)),
    )
    bodies = [
        value(Body, id=f"b{n}", name=Wording({"en": f"Body {n} {name}"}), party="a")
        for n, name in enumerate(draw(_mostly(names, 2)))
    ]
    for n, name in enumerate(draw(_mostly(names, 3))):
        body = draw(st.sampled_from(bodies)).id if bodies else None
        value(Person, id=f"p{n}", name=Wording({"en": f"{name} {n}"}), party="a", body=body)
        value(
            Delegate,
            id=f"d{n}",
            round="r",
            person=f"p{n}",
            party="a",
            body=body,
            present=draw(codes),
            role=draw(st.sampled_from(["head", "member", "interpreter"])),
            rank=draw(st.just("") | names),
            comment=draw(st.just("") | texts.filter(lambda t: t.strip("-–—− \n"))),
            handover_note="not_looked" if plain else draw(codes),
        )
    concerns = []
    for n, title in enumerate(draw(_mostly(wordings, 3))):
        by = draw(sides)
        title = Wording({k: f"{n} {t}" for k, t in title.items()})
        concerns.append(f"c{n}")
        value(
            Concern,
            id=f"c{n}",
            dialogue="d",
            title=title,
            raised_by=by,
            about="b" if by == "a" else "a",
            theme=draw(note),
        )
        step = draw(st.sampled_from(["raised", "taken_up", "closed", "dropped"]))
        value(Raising, id=f"x{n}", concern=f"c{n}", round="r", step=step)
        for m, asked in enumerate(draw(_mostly(texts, 2))):
            question = f"q{n}-{m}"
            value(
                Question,
                id=question,
                concern=f"c{n}",
                round="r",
                asked_by=by,
                asked_of="b" if by == "a" else "a",
                summary=f"{asked} {n}{m}",
            )
            for k, told in enumerate(draw(_mostly(st.just("") | texts, 2))):
                kind = draw(st.sampled_from(["answered", "general", "none"]))
                summary = told if told.strip("-–—− \n") else ""
                value(
                    Reply,
                    id=f"y{n}-{m}-{k}",
                    question=question,
                    kind=kind,
                    summary=summary,
                    read_by=draw(note),
                )
    named = st.sampled_from(concerns) | st.none() if concerns else st.none()
    for n, title in enumerate(draw(_mostly(wordings, 3))):
        value(
            AgendaItem,
            id=f"i{n}",
            round="r",
            order=n + 1,
            title=title,
            agreed=draw(codes),
            reached=draw(codes),
            proposed_by=draw(st.none() | sides),
            refused_by=draw(st.none() | sides),
            concerns=tuple(dict.fromkeys(filter(None, [draw(named), draw(named)]))),
        )
    for n, summary in enumerate(draw(_mostly(wordings, 2))):
        value(
            Undertaking,
            id=f"u{n}",
            dialogue="d",
            by=draw(sides),
            summary=summary,
            round="r",
            concern=draw(named),
            to=draw(st.just("") | names),
            due_on=draw(st.none() | days),
        )
    for n, summary in enumerate(draw(_mostly(texts, 2))):
        value(
            Action,
            id=f"t{n}",
            dialogue="d",
            summary=summary,
            party=draw(st.none() | sides),
            concern=draw(named),
            after_round="r",
            due_on=draw(st.none() | days),
            closed_as="open" if plain else draw(st.sampled_from(["open", "done"])),
        )
    for n, reason in enumerate(draw(_mostly(texts, 1))):
        step = draw(st.sampled_from(["proposed", "agreed"]))
        value(
            Arrangement,
            id=f"g{n}",
            dialogue="d",
            step=step,
            by=draw(st.none() | sides),
            on=PartialDate("2015-05-12"),
            reason=reason if reason.strip("-–—− \n") else "",
        )
    return held, _spoken(draw, value)


def _spoken(draw, value) -> dict[str, str]:
    holder = Holder()
    lines = draw(
        st.lists(st.sampled_from(["", "One.", "  Two;", "我方同意。", "fr: x"]), max_size=4)
    )
    text = "\n".join(["Head of delegation (Side a): We begin.", *lines]).strip("\n")
    if draw(st.booleans()):
        value(
            Statement,
            id="m",
            title=Wording({"en": "Minutes of it"}),
            kind="minutes",
            delivered_on=PartialDate("2015-05-12"),
            dialogue="d",
            round="r",
            forum="record",
        )
        value(
            Rendering,
            id="m-en",
            statement="m",
            language="en",
            kind="original",
            fidelity=draw(st.sampled_from(["note", "verbatim"])),
            note_taker=draw(st.none() | sides),
            text=holder.keep_text(text),
        )
    return holder.texts
