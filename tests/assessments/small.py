"""Small records to draft assessments of, and manuscripts completed as an author would."""

import re
from collections.abc import Iterable
from datetime import date

from headway.assessments.basis import Basis
from headway.assessments.drafting import draft, filled
from headway.domain.corpus import Corpus, project
from headway.domain.parties import Dialogue
from headway.domain.values import Value
from headway.domain.views import Viewer
from headway.measures import figures
from tests.measures.drawn import SIDES, values_of

DAY = date(2004, 1, 1)
TABLE = (
    SIDES
    + """
Round r3 dialogue=d number=3 began_on=2003-05-10
Source so1 title="Yearbook" origin="The office" relation=ngo language=fr
Source so2 title="Notes | of <talks>" origin="A desk" label=desk
Concern ca raised_by=a about=b title="Lawyers" dialogue=d
Concern cb raised_by=b about=a title="Prisons" dialogue=d
Raising x1 concern=ca round=r1 step=raised
Raising x2 concern=cb round=r1 step=raised
Raising x3 concern=ca round=r2 step=taken_up
Raising x4 concern=cb round=r3 step=taken_up
Question q1 concern=ca round=r1 asked_by=a asked_of=b
Question q2 concern=ca round=r2 asked_by=a asked_of=b
Question q3 concern=cb round=r1 asked_by=b asked_of=a
Reply y1 question=q1 kind=answered
Reply y2 question=q2 kind=refused
Reply y3 question=q3 kind=general
Undertaking u1 by=b concern=ca due_on=2002 dialogue=d
Progress p1 undertaking=u1 status=complete on=2002-01-01 said_by=own_side
Person pa name="Anna Quill" party=a
Person pb name="Bo Renmark" party=b
Delegate da round=r1 person=pa party=a role=head rank=Director
Delegate db round=r1 person=pb party=b role=member rank=Director
Remark m1 group=officials party=a dialogue=d terms=by_group said_on=2003-02-01 sources=so1
    summary="The hall was cold and the papers were warm" words="cold hall, warm papers indeed"
    quotable=true
Remark m2 group=officials party=b dialogue=d terms=not_attributable said_on=2003-02-02
    summary="Nobody reads what we send" words="nobody ever reads what we send up" quotable=true
Recommendation rec1 dialogue=d to=a by="A parliament" summary="Bring the ones who decide"
    made_on=2002 sources=so1
"""
)


def public(text: str) -> list[Value]:
    """The values of a table with the label public where a line names no other."""
    lines = text.replace("\n    ", " ").splitlines()
    told = (f"{x} label=public" if x.strip() and "label=" not in x else x for x in lines)
    return values_of("\n".join(told))


def corpus(values: Iterable[Value], view: str = "desk", as_of: date = DAY) -> Corpus:
    """What a view sees of values."""
    viewer = Viewer(view)
    return Corpus(values=project(values, viewer), viewer=viewer, as_of=as_of)


def basis(
    values: Iterable[Value], view: str = "public", language: str = "en", as_of: date = DAY
) -> Basis:
    """The basis of the dialogue `d` among values."""
    seen = corpus(values, view, as_of)
    return Basis(
        corpus=seen,
        dialogue=seen.one(Dialogue, "d"),
        figures=figures(seen, "d"),
        language=language,
        assessment="look",
    )


def drafted(made: Basis) -> str:
    """The draft of a basis."""
    return draft(made, written_on="2004-01-01")


JUDGED = """### On lawyers

The one who asked was heard.

Signed: A. Reader, 2004-01-01. About: Concern/ca."""
ADVISED = """### To Ardenia: answer

Answer within a month.

### To both sides: a list

Keep one list."""


def completed(made: Basis) -> str:
    """A draft without open places, as it might be handed in; nothing is wrong with it."""
    text = drafted(made)
    for key, said in (
        ("commissioner", "A parliament"),
        ("author", "A. Reader"),
        ("interest", "None."),
        ("terms_of_reference", "What came of it."),
    ):
        text = re.sub(rf"^{key}: .*$", f"{key}: {said}", text, flags=re.M)
    parts = re.split(r"(?m)^(## .*)$", text)
    for place in range(1, len(parts), 2):
        for section, said in (("judgements", JUDGED), ("recommendations", ADVISED)):
            if f"{{#{section}}}" in parts[place]:
                parts[place + 1] = re.sub(r"\[\[.*?\]\]", lambda _, s=said: s, parts[place + 1])
    text = re.sub(r"\[\[.*?\]\]", "Words of the author.", "".join(parts))
    reviewed = re.sub(
        r"<!-- headway: (finding \w+|measures) -->",
        r"<!-- headway: \1; reviewed A. Reader, 2004-01-01 -->",
        text,
    )
    return filled(reviewed, made)


GOOD_FRONT = "---\ntitle: A look\nlanguage: en\n---\n\n"
