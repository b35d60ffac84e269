"""An invented review in the Universal Periodic Review: its papers as text, DOCX and PDF.

Norway was never reviewed so; every question, reply and recommendation in it is made up.
"""

from pathlib import Path

import docx as python_docx
from reportlab.platypus import Paragraph

from tests.intake import papers

QUESTIONS = """ADVANCE QUESTIONS TO NORWAY (FIRST BATCH)

KENYA on behalf of a group of friends
What became of the light\x20
houses that were promised to the islands?
Ferries are rare in winter. Will they run on Sundays?

UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND
How will the country
s keepers of lighthouses be paid?
PAGE   \\* MERGEFORMAT
gdF[
heuQ
"""

NATIONAL = """United Nations                         A/HRC/WG.6/34/NOR/1
General Assembly                       Distr.: General
                                       6 August 2019

Human Rights Council
Working Group on the Universal Periodic Review
Thirty-fourth session

National report submitted in accordance with paragraph 5 of the annex

Norway

I. Introduction
1.  Norway keeps its lighthouses.
"""

REPORT = """United Nations                         A/HRC/43/99
General Assembly                       Distr.: General
                                       19 December 2019

Human Rights Council
Universal periodic review

Report of the Working Group on the Universal Periodic Review

Norway

GE.19-00001(E)


A/HRC/43/99


Introduction
1.   The Working Group held its session. The review of Norway was held at the 13th meeting,
on 12 November 2019. At its 17th meeting, held on 14 November 2019, the Working Group
adopted the report on Norway.

I. Summary of the proceedings of the review process
A.  Presentation by the State under review

2.   The head of the delegation said that lighthouses that had been promised to the islands
would be built in 2021, and that keepers of lighthouses would be paid from the

2
                                                              A/HRC/43/99

budget of the State.
B.  Interactive dialogue and responses by the State under review
3.   During the interactive dialogue, 3 delegations made statements.
4.   Kenya commended Norway for its harbours. In
2014. Norway had none.
5.   The Bahamas noted that ferries were rare.
6.   The United Kingdom of Great Britain and Northern Ireland welcomed the light.
7.   The delegation of Norway stated that ferries ran in summer.
8.   Winter was another matter.

II. Conclusions and/or recommendations
9.   The recommendations listed below have been examined by Norway and enjoy the support
of Norway:
     9.1   Ratify the Convention on Ferries, 1930 (No. 29) (Kenya)
     (Bahamas);
     9.2   Build lighthouses (Kenya); Pay the keepers of lighthouses (Plurinational State of
     Bolivia);
10.  The following recommendations will be examined by Norway, which will provide responses
in due time:
     10.1  Run ferries on Sundays in winter (United Kingdom of Great Britain and Northern
     Ireland);
     10.2  Paint the harbours (Kenya);
     10.3  Count the ferries (Bahamas);
     10.4  Ask the gulls (Atlantis).
11.  All conclusions reflect the position of the submitting States.
"""

ADDENDUM = """United Nations                         A/HRC/43/99/Add.1
General Assembly                       Distr.: General
                                       19 February 2020

Human Rights Council
Universal periodic review

Report of the Working Group on the Universal Periodic Review

Norway

Addendum

Views on conclusions and/or recommendations, voluntary commitments and replies

1.   This document holds the response of Norway. It is in two parts.

Accepted recommendations
2.   The Government accepts the following recommendations 10.1,
10.4.

10.1
     Ferries will run on Sundays from 2022 on.

Noted recommendations
3.   For the time being, the Government notes recommendations 10.2- 3.

10.2–3
     Harbours are painted by the towns.
     They are counted by nobody.
"""

LIST = """Recommendation
Position
Full list of themes
Theme: Ferries &amp; harbours, winter
9.1 Ratify the Convention on Ferries, 1930 (No. 29) (Kenya) (Bahamas);
Source of Position: A/HRC/43/99 - Para 9
Supported
- Ferries &amp; harbours, winter
- Acceptance of norms
SDGs:
- 14 - LIFE BELOW WATER

10.1 Run ferries on Sundays in winter (United Kingdom of Great Britain and Northern Ireland);
Source of Position: A/HRC/43/99/Add.1
Supported
- Ferries &amp; harbours, winter

10.2 Paint the harbours (Kenya);
Source of Position: A/HRC/43/99/Add.1
Noted
- Ferries &amp; harbours, winter

10.3 Count the ferries (Bahamas);
Source of Position: A/HRC/43/99/Add.1
Supported
- Ferries &amp; harbours, winter

Theme: Lighthouses
9.2 Build lighthouses (Kenya); Pay the keepers of lighthouses (Plurinational State of Bolivia);
Source of Position: A/HRC/43/99 - Para 9
Supported
- Lighthouses
"""

PAPERS = {
    "questions": QUESTIONS,
    "national": NATIONAL,
    "report": REPORT,
    "addendum": ADDENDUM,
    "list": LIST,
}


def folder_of_texts(folder: Path, changed: dict[str, str] | None = None) -> Path:
    """The papers as texts, and beside them an empty one, a copy and a stranger."""
    made = folder / "norway"
    made.mkdir(parents=True)
    for name, text in {**PAPERS, **(changed or {})}.items():
        if text:
            (made / f"{name}.txt").write_text(text, encoding="utf-8")
    (made / "letter.txt").write_text("\n", encoding="utf-8")
    national = (changed or {}).get("national", NATIONAL)
    if national:
        copy = f"# A report\n\n**Total:** 7\n\n---\n\n{national}"
        (made / "national_copy.md").write_text(copy, encoding="utf-8")
    (made / "stranger.txt").write_text("Gulls, and nothing else.", encoding="utf-8")
    return made


def plain_review(folder: Path) -> Path:
    """The papers alone, as texts."""
    made = folder_of_texts(folder)
    for name in ("letter.txt", "national_copy.md", "stranger.txt"):
        (made / name).unlink()
    return made


def mixed_review(folder: Path) -> Path:
    """The report as PDF, the addendum as DOCX, the rest as texts."""
    made = plain_review(folder)
    _pdf(made / "report.pdf", (made / "report.txt").read_text(encoding="utf-8"))
    _word(made / "addendum.docx", (made / "addendum.txt").read_text(encoding="utf-8"))
    (made / "report.txt").unlink()
    (made / "addendum.txt").unlink()
    return made


def _paragraphs(text: str) -> list[str]:
    """What a text program would hold as paragraphs: lines joined until a line is blank."""
    whole, now = [], []
    for line in [*text.splitlines(), ""]:
        begins = line.strip()[:1].isdigit() or not line.strip() or line.strip() == "A/HRC/43/99"
        begins = begins or line[:3] in ("I. ", "II.", "A. ", "B. ")
        if begins and now:
            whole.append(" ".join(now))
            now = []
        if line.strip() and line.strip() not in ("2", "A/HRC/43/99"):
            now.append(" ".join(line.split()))
    return whole


def _pdf(path: Path, text: str) -> None:
    story = [Paragraph(one, papers.TEXT) for one in _paragraphs(text)]
    papers._draw(path, story)


def _word(path: Path, text: str) -> None:
    document = python_docx.Document()
    for one in _paragraphs(text):
        document.add_paragraph(one)
    document.save(str(path))
