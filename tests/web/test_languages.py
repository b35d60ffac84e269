"""Every page speaks the language it is asked for, wholly, and keeps it in its links."""

import json
import re
from pathlib import Path

import pytest
from django.test import Client

from headway.bundle import read
from headway.domain.corpus import Corpus
from headway.domain.views import Viewer
from headway.phrases import LANGUAGES, NAMES
from headway.web import store
from headway.web.findings import Findings
from tests.phrases.pseudo import listening, missed, spoken_in_brackets, words_of
from tests.web import fakes, small
from tests.web.addresses import ALL, in_form, links, walk

EXAMPLES = Path(__file__).resolve().parents[2] / "headway" / "examples"
OTHERS = [language for language in LANGUAGES if language != "en"]


def asked(address: str, language: str) -> str:
    """The address with a language asked for."""
    return f"{address}{'&' if '?' in address else '?'}language={language}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_address_decides_then_the_browser_then_english(site, language):
    client = site()
    for address, headers in ((f"/?language={language}", {}), ("/", {"accept-language": language})):
        response = client.get(address, headers=headers)
        assert response["Content-Language"] == language
        assert "Accept-Language" in response["Vary"]
        assert f'<html lang="{language}">' in response.content.decode()
    assert client.get("/")["Content-Language"] == "en"


@pytest.mark.parametrize(
    ("given", "language"),
    [
        ("fr-CA,en;q=0.5", "fr"),
        ("zh-TW", "zh-Hans"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"),
        ("de,fr;q=0.4", "fr"),
        ("de", "en"),
        ("*", "en"),
        ("en;q=0.2, fr;q=0.9", "fr"),
        ("x" * 3000, "en"),
        ("fr;q=zero,,;", "en"),
    ],
)
def test_what_the_browser_prefers_is_understood(site, given, language):
    assert site().get("/", headers={"accept-language": given})["Content-Language"] == language


def test_a_language_pages_are_not_in_is_refused_in_one_sentence(site):
    response = site().get("/?language=tlh")
    assert response.status_code == 400
    assert (
        "No page is written in “tlh”; choose one of en, fr, zh-Hans." in response.content.decode()
    )


@pytest.mark.parametrize("language", OTHERS)
def test_every_link_of_a_page_keeps_the_language_that_was_asked_for(site, language):
    client = site()
    for address in ALL:
        page = client.get(asked(address, language)).content.decode()
        switch = re.search(r'<nav class="tongues".*?</nav>', page, re.DOTALL)
        assert switch, address
        for link in links(page.replace(switch[0], ""), address):
            if link.endswith(".docx"):  # a document of the record, in its own language
                continue
            assert f"language={language}" in link, (address, link)
        for form in re.findall(r"<form.*?</form>", page, re.DOTALL):
            assert f'name="language" value="{language}"' in form, (address, form)


def test_the_switch_names_every_language_in_itself_and_leads_to_the_same_page(site):
    client = site()
    page = client.get("/rounds/r2?as_of=2005-01-01&language=fr").content.decode()
    switch = re.search(r'<nav class="tongues".*?</nav>', page, re.DOTALL)[0]
    for language, name in NAMES.items():
        assert name in switch
        if language != "fr":
            link = f"/rounds/r2?as_of=2005-01-01&amp;language={language}"
            assert link in switch
            assert client.get(link.replace("&amp;", "&"))["Content-Language"] == language


@pytest.mark.parametrize("language", OTHERS)
def test_twins_and_tables_speak_the_language_and_codes_stay_codes(site, language):
    client = site()
    twin = json.loads(
        client.get(in_form("/concerns/detention", ".json") + f"?language={language}").content
    )
    plain = json.loads(client.get(in_form("/concerns/detention", ".json")).content)
    assert twin["frame"]["language"] == language
    codes = [rung["code"] for rung in plain["ladder"]["rungs"]]
    assert [rung["code"] for rung in twin["ladder"]["rungs"]] == codes
    labels = [rung["label"] for rung in plain["ladder"]["rungs"]]
    assert not set(labels) & {rung["label"] for rung in twin["ladder"]["rungs"]}
    table = client.get(f"/concerns/detention.evidence.csv?language={language}").content.decode()
    assert not table.startswith("Rung")


@pytest.mark.parametrize(
    ("language", "first"),
    [("en", "Aldmark"), ("fr", "Aldemarque"), ("zh-Hans", "云林人民联合共和国")],
)
def test_the_party_whose_language_it_is_stands_first(site, language, first):
    twin = json.loads(site().get(f"/dialogues/aldmark-yunlin.json?language={language}").content)
    assert twin["dialogue"]["sides"][0]["name"]["text"] == first


@pytest.mark.parametrize("view", ["desk", "public"])
def test_no_word_of_ours_stands_untranslated_on_any_page(site, monkeypatch, view):
    spoken_in_brackets(monkeypatch)
    client = site(view)
    pages = [(one, client.get(one).content.decode()) for one in ALL]
    assert missed(pages, small.corpus(Viewer("desk"))) == {}


@pytest.fixture
def example(monkeypatch):
    """A client over one of the examples that ship, with its real measures and passages."""

    def made(corpus: Corpus):
        stored = fakes.Stored("current")
        monkeypatch.setattr(store, "corpus", lambda as_of: corpus)
        monkeypatch.setattr(store, "releases", lambda: ())
        monkeypatch.setattr(store, "findings", lambda of: Findings(stored, of))
        monkeypatch.setattr(store, "history", lambda n, i: fakes.history(corpus, n, i))
        return Client(headers={"host": "localhost"})

    return made


@pytest.mark.slow
@pytest.mark.parametrize("name", ["invented", "canada_china"])
@pytest.mark.parametrize("language", OTHERS)
def test_every_page_of_the_examples_has_all_its_sentences(example, monkeypatch, language, name):
    """What the catalogue was asked for and does not hold can only be a word of the record."""
    corpus = read(EXAMPLES / name).corpus(Viewer("desk"))
    speech = listening(language)
    monkeypatch.setattr("headway.phrases.language.speech_of", lambda asked: speech)
    pages = walk(example(corpus), 250)
    assert len(pages) == 250
    said, _ = words_of(corpus)
    unknown = {message.rpartition("\x04")[2] for message in speech.catalogue.unknown}
    assert {one for one in unknown if one not in said} == set()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["invented", "canada_china"])
def test_no_word_of_ours_stands_untranslated_on_the_pages_of_the_examples(
    example, monkeypatch, name
):
    spoken_in_brackets(monkeypatch)
    corpus = read(EXAMPLES / name).corpus(Viewer("desk"))
    found = walk(example(corpus), 250)
    pages = [(one, content.decode()) for one, content in found.items() if b"<html" in content]
    assert missed(pages, corpus) == {}
