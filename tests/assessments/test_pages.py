"""An assessment on the site: to be read, as data, as a Word document, older texts too."""

import io
import re
import zipfile
from dataclasses import replace

import pytest

from headway.domain.assessments import Answer, Assessment, Edition, Release
from headway.domain.dates import PartialDate
from headway.domain.wording import Wording
from tests.web import small
from tests.web.conftest import site  # noqa: F401

TEXT = """---
title: A look at both
language: en
---

# A look at both

## In brief {#summary}

One [3](figure:answer_rate/yunlin/questions) and a [fact](fact:Round/r1), a
[sealed one](fact:Round/none), a [source](source:communique).

<!-- headway: finding answer_rate -->
| Questions | Aldmark | Yunlin |
| --- | --- | --- |
| **Counted** | 1 | 2 |
<!-- /headway -->

A note.[^1] <script>alert(1)</script> ![x](https://example.org/x.png)

[^1]: It says 没有内容 there.
"""
OLDER = TEXT.replace("In brief", "In short")
PAGE = "/dialogues/aldmark-yunlin/assessments/look"


def values(label="desk", **more):
    common = {"label": label, "language": "en", "view": "desk", "as_of": PartialDate("2004-05-01")}
    return (
        Assessment(
            id="look",
            label=label,
            dialogue="aldmark-yunlin",
            title=Wording({"en": "A look"}),
            author="A. Reader",
            interest="None.",
        ),
        Edition(
            id="look.1",
            assessment="look",
            version="1",
            text="t-look-1",
            written_on=PartialDate("2004-05-01"),
            **common,
        ),
        Edition(
            id="look.2",
            assessment="look",
            version="2",
            text="t-look-2",
            written_on=PartialDate("2004-06-01"),
            corrects="look.1",
            correction="A heading.",
            marking="OFFICIAL",
            **common,
        ),
    )


@pytest.fixture
def reader(site, monkeypatch):  # noqa: F811
    """A client that sees the small record with an assessment in it."""
    for name, text in (("t-look-1", OLDER), ("t-look-2", TEXT)):
        monkeypatch.setitem(small.TEXTS, name, text)
    return lambda view="desk", more=None: site(view, more=more or values())


def test_the_latest_text_is_shown_with_contents_and_figures(reader):
    html = reader().get(PAGE).content.decode()
    assert "<h1>A look at both</h1>" in html and 'href="#summary"' in html
    assert 'class="from-record from-record-finding"' in html
    assert "/dialogues/aldmark-yunlin/measures/answer_rate?as_of=2004-05-01" in html
    assert 'href="/values/Round/r1"' in html and 'href="/sources/communique"' in html
    assert "/values/Round/none" not in html and "sealed one" in html
    assert '<span lang="zh-Hans">没有内容</span>' in html
    assert "OFFICIAL" in html


def test_nothing_of_it_runs_or_is_fetched(reader):
    html = reader().get(PAGE).content.decode()
    assert "<script>alert" not in html and "example.org/x.png" not in html.split("paper-text")[0]
    assert "<img" not in html


def test_an_older_text_stays_readable_and_names_the_one_that_corrects_it(reader):
    shown = reader().get(f"{PAGE}?edition=look.1").context["page"]
    assert "In short" in shown["document"]["html"]
    assert shown["later"]["href"].endswith("edition=look.2")
    latest = reader().get(PAGE).context["page"]
    assert latest["document"]["corrects"]["href"].endswith("edition=look.1")
    assert latest["document"]["correction"] == "A heading."


def test_the_twin_holds_the_text(reader):
    twin = reader().get(f"{PAGE}.json").json()
    assert twin["document"]["edition"] == "look.2"
    assert [row["text"]["text"] for row in twin["tables"]["editions"]["rows"]] == [
        "version 2, English",
        "version 1, English",
    ]


def test_the_list_names_author_and_texts(reader):
    page = reader().get("/dialogues/aldmark-yunlin/assessments").context["page"]
    row = next(r for r in page["tables"]["assessments"]["rows"] if "look" in r["title"]["href"])
    assert row["author"] == "A. Reader" and len(row["texts"]) == 2


def test_who_may_not_see_it_finds_nothing(reader):
    for address in (PAGE, f"{PAGE}.json", f"{PAGE}/look.2.docx", f"{PAGE}?edition=look.1"):
        assert reader("public").get(address).status_code == 404
    page = reader("public").get("/dialogues/aldmark-yunlin/assessments").context["page"]
    assert [r["author"] for r in page["tables"]["assessments"]["rows"]] == ["the reviewer"]


def test_an_edition_that_is_not_there_is_refused(reader):
    assert reader().get(f"{PAGE}?edition=other").status_code == 404
    assert reader().get("/dialogues/assembly/assessments/look").status_code == 404


def test_without_a_text_what_is_known_of_it_is_shown(reader):
    html = reader(more=values()[:1]).get(PAGE).content.decode()
    assert "None." in html and "A. Reader" in html and 'class="paper"' not in html


def test_it_can_be_taken_as_a_word_document(reader):
    answer = reader().get(f"{PAGE}/look.2.docx")
    assert answer["Content-Type"].endswith("wordprocessingml.document")
    assert 'filename="look.2.docx"' in answer["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as parts:
        assert "word/footnotes.xml" in parts.namelist()
    assert reader().post(f"{PAGE}/look.2.docx").status_code == 405
    assert reader().get(f"{PAGE}/look.9.docx").status_code == 404


def test_a_text_too_long_for_a_page_is_not_made_in_a_request(reader, monkeypatch):
    monkeypatch.setitem(small.TEXTS, "t-look-2", TEXT + "word " * 90_000)
    page = reader().get(PAGE).context["page"]
    assert page["document"]["too_long"] and page["document"]["html"] == ""
    assert reader().get(f"{PAGE}/look.2.docx").status_code == 400


def test_a_release_tells_who_let_it_out(reader):
    made = Release(
        id="out",
        label="public",
        view="public",
        title=Wording({"en": "Out"}),
        author="A. Reader",
        version="2",
        released_on=PartialDate("2004-07-01"),
        decided_by="the head",
        items=("Assessment/look", "Edition/look.2"),
    )
    kept = [replace(v, label="public") if v.id != "look.1" else v for v in values()]
    page = reader("public", more=(*kept, made)).get(PAGE).context["page"]
    assert (
        page["document"]["standing"]["words"] == "released on 1 July 2004 by decision of the head"
    )
    assert len(page["tables"]["editions"]["rows"]) == 1
    assert page["document"]["corrects"] is None


def test_a_reply_that_came_later_stands_below_the_text(reader):
    answer = Answer(
        id="late",
        about="Assessment/look",
        party="yunlin",
        words=Wording({"en": "We see it otherwise."}),
        given_on=PartialDate("2005-01-01"),
    )
    html = reader(more=(*values(), answer)).get(PAGE).content.decode()
    assert "We see it otherwise." in html.split("paper-text")[1]


def test_a_heading_never_takes_the_id_of_a_part_of_the_page(reader, monkeypatch):
    monkeypatch.setitem(small.TEXTS, "t-look-2", f"{TEXT}\n## Contents\n\n## Main {{#main}}\n")
    html = reader().get(PAGE).content.decode()
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
