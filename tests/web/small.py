"""A small record made by hand, so that pages can be tested before and without any other part."""

from dataclasses import dataclass
from datetime import date

from headway.domain.assessments import Assessment, Edition, Flag, Release, Withholding
from headway.domain.capacity import Effort, Staffing
from headway.domain.concerns import (
    CaseStep,
    Concern,
    IndividualCase,
    Question,
    Raising,
    Reply,
)
from headway.domain.corpus import Corpus, project
from headway.domain.dates import PartialDate as Day
from headway.domain.evidence import Evidence, OnwardReport, Search
from headway.domain.parties import Body, Dialogue, Mandate, Party, Person
from headway.domain.points import Point
from headway.domain.rounds import AgendaItem, Arrangement, Attendance, Delegate, Round
from headway.domain.statements import Asking, Remark, Rendering, Source, Statement, Term
from headway.domain.undertakings import (
    Action,
    Contact,
    Decision,
    Event,
    Position,
    Progress,
    Purpose,
    Recommendation,
    RecommendationAnswer,
    Undertaking,
    Visit,
)
from headway.domain.values import Value
from headway.domain.views import Viewer
from headway.domain.wording import Wording as W

OLD = (
    "Our two countries differ in history and in custom. Each people has the right to choose its "
    "own road, and no model fits all."
)
OPENING_EN = (
    "Mr Chairman, we thank our hosts for their welcome.\n\n"
    f"{OLD} We have said so before and we say so again.\n\n"
    "This year we bring three questions. The first concerns the visits to places of detention "
    "that were agreed in the spring.\n\n"
    "All persons deprived of their liberty shall be treated with humanity and with respect for "
    "the inherent dignity of the human person."
)
OPENING_ZH = (
    "主席先生，我们感谢东道主的欢迎。\n\n"
    "我们两国历史不同，习俗各异。各国人民有权选择自己的道路，没有放之四海而皆准的模式。这一点我们以前说过，今天再说一遍。\n\n"
    "今年我们带来三个问题。第一个问题涉及春天商定的对羁押场所的访问。\n\n"
    "所有被剥夺自由的人应给予人道及尊重其固有的人格尊严的待遇。"
)
FIRST_EN = f"{OLD} We look forward to a frank exchange."
NOTE_FR = "La délégation a redit que chaque peuple choisit sa voie. Aucune réponse sur les visites."
REVIEW = """---
title: Two rounds, looked at
language: en
---

## In brief {#summary}

Both sides asked, and both were slow to answer.[^communique] See [the second round](fact:Round/r2).

<!-- headway: finding answer_rate -->
| Questions answered | Aldmark | Yunlin |
| --- | --- | --- |
| **Counted** | 1 of 2 | 1 of 3 |

*Found by machine, not reviewed.* [Formula](measure:answer_rate)
<!-- /headway -->

## Judgements {#judgements}

### On the whole

It goes on.

Signed: the reviewer, 2006-01-15. About: Dialogue/aldmark-yunlin.

[^communique]: [Communiqué](source:communique), both governments.
"""
TEXTS = {
    "t-r1": FIRST_EN,
    "t-en": OPENING_EN,
    "t-zh": OPENING_ZH,
    "t-fr": NOTE_FR,
    "t-review": REVIEW,
}


def _parties() -> list[Value]:
    ladder = ("director", "deputy minister", "minister")
    return [
        Dialogue(
            id="aldmark-yunlin",
            title=W({"en": "Aldmark and Yunlin: the dialogue on human rights", "zh": "人权对话"}),
            parties=("yunlin", "aldmark"),
            began_on=Day("2001"),
            rounds_stated=4,
            summary="A yearly sitting of two days between two invented states.",
            invented=True,
            label="public",
            sources=("communique",),
        ),
        Dialogue(
            id="assembly",
            title=W({"en": "The invented assembly"}),
            parties=("aldmark", "yunlin"),
            kind="forum",
            invented=True,
            label="public",
        ),
        Party(
            id="aldmark",
            name=W({"en": "Aldmark", "fr": "Aldemarque", "zh": "奥德马克"}),
            languages=("en", "fr"),
            ladder=ladder,
            invented=True,
            label="public",
        ),
        Party(
            id="yunlin",
            name=W({"zh": "云林人民联合共和国", "en": "United People's Republic of Yunlin"}),
            languages=("zh",),
            ladder=("司长", "副部长", "部长"),
            invented=True,
            label="public",
        ),
        Body(
            id="mfa-a", name=W({"en": "Foreign Office"}), party="aldmark", kind="foreign_ministry"
        ),
        Body(
            id="moj-y",
            name=W({"zh": "司法部", "en": "Ministry of Justice"}),
            party="yunlin",
            kind="ministry",
            label="public",
        ),
        Person(id="head-a", name=W({"en": "Ada Lind"}), party="aldmark", label="public"),
        Person(
            id="head-y", name=W({"zh": "林文", "en": "Lin Wen"}), party="yunlin", label="public"
        ),
        Person(id="member-a", name=W({"en": "Tom Berg"}), party="aldmark", label="public"),
    ]


def _rounds() -> list[Value]:
    return [
        *(
            Round(
                id=f"r{number}",
                dialogue="aldmark-yunlin",
                number=number,
                began_on=Day(began),
                ended_on=Day(ended) if ended else None,
                city=W({"en": city}),
                host=host,
                hours=hours,
                label="public",
            )
            for number, began, ended, city, host, hours in (
                (1, "2001-05-14", "2001-05-15", "Lindholm", "aldmark", 12.0),
                (2, "2002-06-03", "2002-06-04", "Yuncheng", "yunlin", 9.5),
                (3, "2005-11", None, "Lindholm", "aldmark", None),
            )
        ),
        Arrangement(
            id="put-off",
            dialogue="aldmark-yunlin",
            round="r3",
            step="postponed",
            by="yunlin",
            on=Day("2003-09-01"),
            reason="scheduling",
        ),
        Arrangement(
            id="off", dialogue="aldmark-yunlin", step="cancelled", by="aldmark", on=Day("2004")
        ),
        AgendaItem(
            id="item-1",
            round="r2",
            order=1,
            title=W({"en": "Places of detention", "zh": "羁押场所"}),
            proposed_by="aldmark",
            agreed="yes",
            reached="yes",
            concerns=("detention",),
        ),
        AgendaItem(
            id="item-2",
            round="r2",
            order=2,
            title=W({"en": "Asylum procedures"}),
            proposed_by="yunlin",
            agreed="no",
            reached="no",
            refused_by="aldmark",
        ),
        Delegate(
            id="d1", round="r2", person="head-a", party="aldmark", role="head",
            rank="deputy minister", body="mfa-a", label="public",
        ),
        Delegate(
            id="d2", round="r2", person="head-y", party="yunlin", role="head", rank="司长",
            body="moj-y", label="public",
        ),
        Delegate(id="d3", round="r2", person="member-a", party="aldmark", label="public"),
        Delegate(
            id="d4", round="r1", person="head-y", party="yunlin", role="head", rank="副部长"
        ),
        Attendance(id="a1", round="r2", party="yunlin", list_complete="no", size_stated=14),
    ]  # fmt: skip


def _statements() -> list[Value]:
    return [
        Statement(
            id="r1-opening", title=W({"en": "Opening by Yunlin"}), kind="opening",
            delivered_on=Day("2001-05-14"), party="yunlin", dialogue="aldmark-yunlin", round="r1",
            label="public",
        ),
        Statement(
            id="r2-opening",
            title=W({"zh": "云林代表团开幕发言", "en": "Opening by the delegation of Yunlin"}),
            kind="opening", delivered_on=Day("2002-06-03"), party="yunlin",
            dialogue="aldmark-yunlin", round="r2", speaker="head-y", concerns=("detention",),
            sequence=1, label="public", marking="RESTRICTED",
        ),
        Statement(
            id="r2-minutes", title=W({"fr": "Compte rendu", "en": "Minutes"}), kind="minutes",
            delivered_on=Day("2002-06-04"), party="aldmark", dialogue="aldmark-yunlin", round="r2",
            sequence=2, marking="CONFIDENTIAL",
        ),
        Statement(
            id="assembly-1999", title=W({"en": "Speech at the assembly"}), kind="speech",
            delivered_on=Day("1999-09"), party="yunlin", dialogue="assembly", forum="assembly",
            label="public",
        ),
        Rendering(
            id="r1-opening-en", statement="r1-opening", language="en", kind="official_translation",
            fidelity="verbatim", text="t-r1", label="public",
        ),
        Rendering(
            id="r2-opening-zh", statement="r2-opening", language="zh-Hans", kind="original",
            fidelity="verbatim", text="t-zh", label="public",
        ),
        Rendering(
            id="r2-opening-en", statement="r2-opening", language="en",
            kind="official_translation", fidelity="verbatim", text="t-en", reviewed="fit",
            label="public",
        ),
        Rendering(
            id="r2-opening-fr", statement="r2-opening", language="fr",
            kind="working_translation", fidelity="verbatim", available="no_evidence",
        ),
        Rendering(
            id="r2-minutes-fr", statement="r2-minutes", language="fr", kind="original",
            fidelity="note", text="t-fr", note_taker="aldmark",
        ),
        Rendering(
            id="assembly-1999-en", statement="assembly-1999", language="en",
            kind="original", fidelity="verbatim", text="t-r1", label="public",
        ),
    ]  # fmt: skip


def _concerns() -> list[Value]:
    return [
        Concern(
            id="detention", dialogue="aldmark-yunlin",
            title=W({"en": "Conditions in places of detention", "zh": "羁押场所的条件"}),
            raised_by="aldmark", about="yunlin", theme="detention", label="public",
            own_wording=W({"en": "Treatment of prisoners", "fr": "Traitement des détenus"}),
            their_wording=W({"zh": "依法管理羁押场所", "en": "Lawful administration of custody"}),
        ),
        Concern(
            id="asylum", dialogue="aldmark-yunlin", title=W({"en": "Asylum procedures"}),
            raised_by="yunlin", about="aldmark",
        ),
        Raising(id="ra1", concern="detention", round="r1", step="raised", statement="r1-opening"),
        Raising(
            id="ra2", concern="detention", round="r2", step="taken_up", statement="r2-opening",
            label="public",
        ),
        Question(
            id="q1", concern="detention", round="r2", asked_by="aldmark", asked_of="yunlin",
            summary="When will the agreed visits begin?", statement="r2-opening", label="public",
        ),
        Question(
            id="q2", concern="asylum", round="r2", asked_by="yunlin", asked_of="aldmark",
            summary="How long is an applicant held?",
        ),
        Reply(
            id="rp1", question="q1", kind="general", summary="The law protects all.",
            read_by="the desk", label="public",
        ),
        Reply(
            id="rp2", question="q1", kind="partial", summary="One visit in spring.", round="r3",
            read_by="the desk", disputed=True,
        ),
        *(IndividualCase(id=f"case-{n}", dialogue="aldmark-yunlin", concern="detention")
          for n in range(3)),
        CaseStep(id="step-1", case="case-0", step="asked", round="r2", by="aldmark"),
        Mandate(id="m1", body="moj-y", concern="detention", relation="owns", disputed=True,
                disputed_by="the Foreign Office", label="public"),
        Undertaking(
            id="u1", dialogue="aldmark-yunlin", by="yunlin", concern="detention", round="r2",
            summary=W({"en": "To admit visitors to two prisons", "zh": "接待对两所监狱的访问"}),
            due_on=Day("2003-03"), label="public",
        ),
        Undertaking(id="u2", dialogue="aldmark-yunlin", by="aldmark", round="r2",
                    summary=W({"en": "To publish how long applicants are held"})),
        Progress(id="p1", undertaking="u1", status="limited", on=Day("2003-04"), said_by="ngo",
                 summary="One prison was visited."),
        Evidence(id="e1", concern="detention", rung="acted", bearing="for", origin="An observer",
                 summary="One prison was opened to visitors.", relation="ngo"),
        Search(id="s1", concern="detention", rung="reported", by="the desk", on=Day("2003-01-10"),
               where="annual reports", languages=("en", "zh")),
        OnwardReport(id="o1", concern="detention", party="aldmark", level="minister",
                     how="confirmed_in_writing", able_to_decide=True,
                     reported_on=Day("2002-06-20")),
    ]  # fmt: skip


def _around() -> list[Value]:
    return [
        Source(id="communique", title="Joint communiqué of 2002", origin="Both parties",
               relation="party", kind="official_record", published_on=Day("2002-06-05"),
               label="public"),
        Remark(id="re1", dialogue="aldmark-yunlin", round="r2", party="aldmark", group="diplomats",
               summary="They read it out, and we read ours.", said_to="a researcher",
               said_on=Day("2003"), contradicts=("re2",)),
        Remark(id="re2", dialogue="aldmark-yunlin", round="r2", party="yunlin", group="ministries",
               summary="It was useful.", words="很有用。", language="zh", quotable=True,
               setting="press", terms="by_function", label="public"),
        Asking(id="as1", dialogue="aldmark-yunlin", group="diplomats", party="aldmark", asked=9,
               answered=6),
        Purpose(id="pu1", dialogue="aldmark-yunlin", party="aldmark", mode="stated",
                summary=W({"en": "To be heard"}), label="public"),
        Purpose(id="pu2", dialogue="aldmark-yunlin", party="yunlin", mode="ascribed",
                summary=W({"en": "To be left alone"}), ascribed_by="Aldmark"),
        Event(id="ev1", on=Day("2003-04"), kind="resolution", dialogue="aldmark-yunlin",
              summary=W({"en": "No resolution is tabled"}), label="public"),
        Event(id="ev2", on=Day("2005-01-17"), kind="release", dialogue="aldmark-yunlin",
              summary=W({"en": "Two prisoners are released"}), label="public"),
        Decision(id="de1", dialogue="aldmark-yunlin", kind="review", due_on=Day("2006"),
                 summary="Review planned"),
        Flag(id="fl1", about="Dialogue/aldmark-yunlin", label="public",
             summary="A source states four rounds; three are on record."),
        Withholding(id="w1", item="Question/q2", noun="Question", label="public",
                    category="confidence_of_the_talks", decided_on=Day("2006"), round="r2",
                    decided_by="the desk", dialogue="aldmark-yunlin"),
        Release(id="rel1", view="public", title=W({"en": "First public version"}), version="1",
                author="the desk", released_on=Day("2006-02-01"), decided_by="the head of division",
                measures=("answer_rate", "reuse_share", "rungs"), label="public"),
    ]  # fmt: skip


def _between() -> list[Value]:
    return [
        Action(id="ac1", dialogue="aldmark-yunlin", party="yunlin", concern="detention",
               after_round="r2", due_on=Day("2002-12"), summary="Name the two prisons.",
               sources=("communique",), label="public"),
        Action(id="ac2", dialogue="aldmark-yunlin", party="aldmark", after_round="r2",
               due_on=Day("2002-09-01"), done_on=Day("2002-09-11"), closed_as="done",
               summary="Send the minutes."),
        Contact(id="co1", dialogue="aldmark-yunlin", on=Day("2003-01"), kind="letter",
                by="yunlin", summary="One prison is named.", concerns=("detention",),
                label="public"),
        Point(id="po1", round="r1", party="yunlin", summary="Every country has its own way.",
              concern="detention", read_by="the desk", label="public"),
        Point(id="po2", round="r2", party="yunlin", summary="Every country has its way, again.",
              concern="detention", made_before="yes", earlier_point="po1", read_by="the desk",
              statement="r2-opening", label="public"),
        Point(id="po3", round="r2", party="aldmark", summary="A list is handed over."),
        Staffing(id="st1", body="moj-y", party="yunlin", on=Day("2001"), staff=8.0,
                 division="Section for treaties", label="public"),
        Staffing(id="st2", body="moj-y", party="yunlin", on=Day("2003"), staff=3.0,
                 division="Section for treaties", label="public"),
        Effort(id="ef1", round="r2", party="aldmark", person_days=31.0, cost=12500.0,
               currency="XAL", covers="travel", sources=("communique",), label="public"),
        Effort(id="ef2", round="r2", party="yunlin", cost_unknown="withheld"),
        Visit(id="vi1", dialogue="aldmark-yunlin", place_name=W({"en": "A prison"}),
              asked_by="aldmark", granted="yes", held="no_evidence"),
        Recommendation(id="rec1", dialogue="aldmark-yunlin", to="aldmark", by="A committee",
                       summary=W({"en": "Publish a yearly report"}), theme="openness,review",
                       made_on=Day("2002-06-03"), label="public"),
        Recommendation(id="rec2", to="yunlin", by="Aldmark", made_on=Day("2005"),
                       summary=W({"en": "Open every prison", "zh": "开放所有监狱"}),
                       theme="detention"),
        RecommendationAnswer(id="ra1", recommendation="rec1", answer="partly",
                             follow_up="under_way", label="public"),
        Position(id="po1", party="yunlin", on_what="Recommendation/rec2", position="noted"),
        Term(id="te1", dialogue="aldmark-yunlin", wording=W({"en": "custody", "zh": "羁押"}),
             status="disputed"),
    ]  # fmt: skip


def _assessments() -> list[Value]:
    return [
        Assessment(id="review", dialogue="aldmark-yunlin", title=W({"en": "Two rounds, looked at"}),
                   author="the reviewer", commissioner="A committee", delivered_on=Day("2006-01"),
                   label="public"),
        Edition(id="review.1", assessment="review", version="1", language="en", view="public",
                as_of=Day("2006-01-10"), written_on=Day("2006-01-15"), text="t-review",
                label="public"),
    ]  # fmt: skip


def values() -> list[Value]:
    """Everything in the small record."""
    return [
        *_parties(),
        *_rounds(),
        *_statements(),
        *_concerns(),
        *_around(),
        *_between(),
        *_assessments(),
    ]


def corpus(viewer: Viewer, as_of: date | None = None, more: tuple[Value, ...] = ()) -> Corpus:
    """The small record for a viewer; as of a day it is the same, which is enough here."""
    seen = project([*values(), *more], viewer)
    return Corpus(values=seen, viewer=viewer, as_of=as_of, position=7, text=TEXTS.__getitem__)


@dataclass(frozen=True, slots=True)
class Witness:
    """One delivery, with the fields pages read."""

    rendering: str
    statement: str
    begin: int
    end: int
    delivered_on: str
    how: str = "verbatim"


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage, with the fields pages read."""

    begin: int
    end: int
    tokens: int
    reuse_class: str
    cluster: int
    first: Witness | None
    previous: Witness | None
    earlier: int
    bits: float = 10.0
    how: str = "verbatim"
    matched: int = 0
    similarity: float = 1.0


@dataclass(frozen=True, slots=True)
class Hit:
    """One hit of a search."""

    noun: str
    id: str
    title: str
    snippet: tuple[tuple[str, bool], ...]
    language: str
    date: str


@dataclass(frozen=True, slots=True)
class Results:
    """Hits and how many there are."""

    total: int
    hits: tuple[Hit, ...]
