"""Every page of the URL table in Chromium: no violation, no error, nothing cut off."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.addresses import samples

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def addresses(bases) -> dict[str, dict[str, list[str]]]:
    """Addresses of every page, by view."""
    return {view: samples(base) for view, base in bases.items()}


def test_every_page_of_the_table_is_met(addresses):
    missing = {name for name, found in addresses["desk"].items() if not found}
    assert missing == set()


@pytest.mark.parametrize(
    ("view", "scheme"), [("desk", "light"), ("desk", "dark"), ("public", "light")]
)
def test_no_rule_of_axe_is_broken_and_nothing_complains(view, scheme, addresses, bases, open_page):
    page, axe = open_page(scheme=scheme), Axe()
    broken = {}
    for address in _all(addresses[view], each=2 if scheme == "light" else 1):
        page.goto(bases[view] + address)
        found = axe.run(page).response["violations"]
        if found:
            broken[address] = [(v["id"], v["nodes"][0]["html"][:160]) for v in found]
    assert broken == {}
    assert page.complaints == []


@pytest.mark.parametrize("width", [320, 390, 800])
def test_no_page_scrolls_sideways(width, addresses, bases, open_page):
    page = open_page(width=width)
    wide = {}
    for address in _all(addresses["desk"], each=1):
        page.goto(bases["desk"] + address)
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if over > 0:
            wide[address] = over
    assert wide == {}


@pytest.mark.parametrize("language", ["fr", "zh-Hans"])
def test_no_page_scrolls_sideways_in_the_other_languages(language, addresses, bases, open_page):
    page = open_page(width=320)
    wide = {}
    for address in _all(addresses["desk"], each=1):
        page.goto(bases["desk"] + _in(language, address))
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if over > 0:
            wide[address] = over
    assert wide == {}


@pytest.mark.parametrize("language", ["fr", "zh-Hans"])
def test_no_rule_of_axe_is_broken_in_the_other_languages(language, addresses, bases, open_page):
    page, axe, broken = open_page(), Axe(), {}
    for name in ("home", "dialogue", "measure", "concern", "statement", "undertakings", "value"):
        for address in addresses["desk"][name][:1]:
            page.goto(bases["desk"] + _in(language, address))
            broken |= {v["id"]: address for v in axe.run(page).response["violations"]}
    assert broken == {}
    assert page.complaints == []


def _in(language: str, address: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}language={language}"


def test_a_page_that_is_not_there_breaks_no_rule(bases, open_page):
    page = open_page()
    page.goto(bases["desk"] + "/nothing")
    assert Axe().run(page).response["violations"] == []


def _all(found: dict[str, list[str]], each: int) -> list[str]:
    return [address for addresses in found.values() for address in addresses[:each]]
