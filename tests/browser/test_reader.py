"""The statement reader: with the keyboard, with a mouse, and without any script."""

import re

import pytest

pytestmark = pytest.mark.browser

READER = "/statements/r9-opening-y-zh"


def test_j_and_k_go_from_passage_to_passage_and_the_panel_follows(bases, open_page):
    page = open_page()
    page.goto(bases["desk"] + READER)
    page.keyboard.press("j")
    assert _passage(page) == "1"
    page.wait_for_selector("#passage-panel .passage-card")
    page.keyboard.press("j")
    assert _passage(page) == "2"
    page.wait_for_selector("#passage-panel .passage-card[data-passage='2']")
    page.keyboard.press("k")
    assert _passage(page) == "1"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    assert page.complaints == []


def test_tab_reaches_every_passage_in_order(bases, open_page):
    page = open_page()
    page.goto(bases["desk"] + READER)
    page.locator("a.reuse").first.focus()
    met = [_passage(page)]
    for _ in range(3):
        page.keyboard.press("Tab")
        met.append(_passage(page))
    assert met == ["1", "2", "3", "4"]


def test_the_skip_link_is_first_and_leads_to_the_content(bases, open_page):
    page = open_page()
    page.goto(bases["desk"] + READER)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_without_script_a_passage_is_a_link_to_its_own_page_and_back(bases, open_page):
    page = open_page(script=False)
    page.goto(bases["desk"] + READER)
    page.locator("#p2").click()
    assert re.search(r"/renderings/[^/]+/passages/2$", page.url)
    page.get_by_role("link", name="Read it in its place").click()
    assert page.url.endswith("#p2")
    assert page.locator("#p2").is_visible()


def test_a_first_delivery_is_reached_at_its_place(bases, open_page):
    page = open_page()
    page.goto(bases["desk"] + READER)
    page.locator("#p2").click()
    page.locator("#passage-panel .facts a").first.click()
    page.wait_for_url(re.compile("#here$"))
    assert page.locator("#here").count() == 1
    assert page.locator(".here").first.is_visible()
    assert page.complaints == []


def test_renderings_are_chosen_with_a_plain_form(bases, open_page):
    page = open_page(script=False)
    page.goto(bases["desk"] + "/statements/r6-opening-e-en")
    boxes = page.locator(".choices input[name=show]:not([disabled])")
    for number in range(boxes.count()):
        boxes.nth(number).check()
    page.get_by_role("button", name="Show side by side").click()
    assert page.locator(".column-head").count() == min(3, boxes.count())


def _passage(page) -> str:
    return page.evaluate("document.activeElement.dataset.passage || ''")
