"""Corpora for tests: built from values, swapped between the sides, or drawn at random."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import strategies as st

from headway.domain.corpus import Corpus, project
from headway.domain.parties import Party
from headway.domain.shape import shapes
from headway.domain.values import Value
from headway.domain.views import Viewer
from tests.measures.drawn import SIDES, values_of


def build(values: Iterable[Value], view: str = "desk") -> Corpus:
    """The corpus of these values; what a withholding names must not stand among them."""
    viewer = Viewer(view)
    return Corpus(values=project(values, viewer), viewer=viewer)


def swapped(values: Iterable[Value], one: str = "a", other: str = "b") -> list[Value]:
    """The same record with the ids of two parties exchanged everywhere."""
    return [_swapped(value, {one: other, other: one}) for value in values]


def _swapped(value: Value, ids: dict[str, str]) -> Value:
    changes = {}
    for shape in shapes(type(value)):
        content = getattr(value, shape.name)
        if shape.refers_to == "Party" or (isinstance(value, Party) and shape.name == "id"):
            changes[shape.name] = (
                tuple(ids.get(part, part) for part in content)
                if shape.many
                else ids.get(content, content)
            )
    return replace(value, **changes)


# -- random small records ----------------------------------------------------------------------

CODES = ("yes", "no", "no_evidence", "not_looked", "withheld", "not_assessed", "not_applicable")
PARTIES = st.sampled_from(("a", "b"))
ROUNDS = st.sampled_from(("r1", "r2", "r3"))
CONCERNS = st.sampled_from(("ca", "cb", "cc"))
BODIES = st.sampled_from(("ba1", "ba2", "bb1", "bb2"))
PERSONS = st.sampled_from(("p1", "p2", "p3", "p4"))
DAYS = st.sampled_from(("2000", "2001-05-11", "2002-03", "2003-06-01", "2004"))
LABELS = st.sampled_from(("public", "counterpart", "oversight", "desk", "assessor"))

FIXED = (
    SIDES
    + """
Round r3 dialogue=d number=3 began_on=2003-05-10
Concern ca raised_by=a about=b title="Lawyers"
Concern cb raised_by=b about=a title="Prisons"
Concern cc raised_by=a about=b title="Press"
Body ba1 party=a name="Ministry A1"
Body ba2 party=a name="Ministry A2"
Body bb1 party=b name="Ministry B1"
Body bb2 party=b name="Ministry B2"
Person p1 name=P1
Person p2 name=P2
Person p3 name=P3
Person p4 name=P4
Source so1 origin=A relation=party
Source so2 origin=N relation=ngo
Question q1 concern=ca round=r1 asked_by=a asked_of=b
Question q2 concern=ca round=r2 asked_by=a asked_of=b
Question q3 concern=cb round=r1 asked_by=b asked_of=a
Statement s1 party=a round=r1 dialogue=d
Statement s2 party=b round=r1 dialogue=d
Statement s3 party=a round=r2 dialogue=d
Undertaking u1 by=b concern=ca due_on=2002
Undertaking u2 by=a concern=cb due_on=2003-01-01
Undertaking u3 by=b concern=cc
"""
)

FORMS = {
    "Raising": ("concern={c} round={r} step={step}", {"step": "raised taken_up closed dropped"}),
    "Reply": (
        "question={q} kind={kind} disputed={flag} given_on={day}",
        {"kind": "answered partial general refused deferred none", "q": "q1 q2 q3"},
    ),
    "Delegate": (
        "round={r} person={p} party={party} present={code} role={role} body={body} rank={rank}"
        " handover_note={note}",
        {
            "role": "head deputy expert member",
            "rank": "Director Minister Elder",
            "note": "yes no not_looked",
        },
    ),
    "Attendance": ("round={r} party={party} list_complete={code}", {}),
    "AgendaItem": ("round={r} order=1 concerns={c} agreed={code} title=Item", {}),
    "Mandate": (
        "body={body} concern={c} relation={rel} disputed={flag}",
        {"rel": "owns owns owns speaks_for"},
    ),
    "Progress": (
        "undertaking={u} status={status} on={day} said_by={by}",
        {
            "u": "u1 u2 u3",
            "by": "own_side ngo un",
            "status": "complete substantial limited not_started reversed "
            "already_done_when_agreed no_evidence",
        },
    ),
    "Rendering": (
        "statement={s} language={lang} kind={kind} fidelity={fidelity} available={code}"
        " reviewed={reviewed}",
        {
            "reviewed": "fit corrected not_usable not_reviewed",
            "s": "s1 s2 s3",
            "lang": "en zh",
            "kind": "original official_translation",
            "fidelity": "verbatim verbatim paper_as_read note",
        },
    ),
    "Evidence": (
        "concern={c} rung={rung} bearing={way} origin={origin} relation={rel} event_on={day}"
        " credible={flag}",
        {
            "rung": "raised answered undertaking reported acted changed",
            "way": "for against",
            "origin": "A N",
            "rel": "party ngo",
        },
    ),
    "Search": ("concern={c} rung={rung} by=X on={day} where=Y", {"rung": "acted changed reported"}),
    "OnwardReport": (
        "concern={c} party={party} how={how} sources=so1",
        {"how": "confirmed_in_writing stated_orally inferred declined"},
    ),
    "Point": (
        "round={r} party={party} concern={c} made_before={code} disputed={flag} summary=Said",
        {},
    ),
    "Staffing": (
        "body={body} party={party} on={day} counted_as={what} {number}",
        {
            "what": "persons persons posts full_time_equivalents",
            "number": "staff=3 staff=6 staff=7.5 why_unknown=no_evidence",
        },
    ),
    "Effort": (
        "round={r} party={party} {days} {cost}",
        {
            "days": "person_days=12 person_days=0.5 days_unknown=withheld",
            "cost": "cost=900 cost_unknown=not_looked",
        },
    ),
    "Remark": (
        "group={group} party={party} dialogue=d terms={terms} summary=Said",
        {"group": "officials experts", "terms": "by_group not_attributable"},
    ),
    "Asking": ("group={group} party={party} asked={n} answered=2", {"group": "officials experts"}),
    "Arrangement": (
        "dialogue=d round={r} step={step} by={party} on={day}",
        {"step": "proposed agreed postponed cancelled"},
    ),
    "Term": ("dialogue=d status={status}", {"status": "agreed disputed proposed"}),
    "Judgement": (
        "about={about} summary=Said",
        {"about": "Concern/ca Concern/cb Round/r1 Question/q1 Statement/s2 Undertaking/u2"},
    ),
    "Answer": ("about={about} party={party} offered_on={day}", {"about": "Concern/ca Round/r1"}),
    "Release": ("view=public items=Judgement/* released_on={day}", {}),
    "Withholding": (
        "item=Question/hidden noun={noun} dialogue=d concern={c}",
        {
            "noun": "Question Reply Raising Concern Delegate Mandate Undertaking Progress "
            "Statement Rendering Evidence Remark Point Staffing Effort"
        },
    ),
}

COMMON = {
    "c": CONCERNS,
    "r": ROUNDS,
    "party": PARTIES,
    "body": BODIES,
    "p": PERSONS,
    "day": DAYS,
    "code": st.sampled_from(CODES),
    "flag": st.sampled_from(("true", "false")),
    "n": st.sampled_from(("3", "7", "12")),
}


@st.composite
def facts(draw: st.DrawFn) -> str:
    """One random line of a drawn table, without its id."""
    noun = draw(st.sampled_from(sorted(FORMS)))
    form, choices = FORMS[noun]
    chosen = {name: draw(s) for name, s in COMMON.items() if "{" + name + "}" in form}
    chosen |= {name: draw(st.sampled_from(words.split())) for name, words in choices.items()}
    label = draw(LABELS) if noun != "Withholding" else "public"
    return f"{noun} {{id}} {form.format(**chosen)} label={label}"


@st.composite
def records(draw: st.DrawFn, most: int = 14) -> list[Value]:
    """A random small record of two sides and three rounds; some of it unknown or withheld."""
    lines = draw(st.lists(facts(), max_size=most))
    text = "\n".join(line.replace("{id}", f"x{n}") for n, line in enumerate(lines))
    fixed = [replace(value, label="public") for value in values_of(FIXED)]
    return [*fixed, *values_of(text)]
