"""Lists in Chromium: sorted and chosen without script, by keyboard; folded, yet printed."""

import io

import pytest
from pypdf import PdfReader

pytestmark = pytest.mark.browser

DIALOGUE = "/dialogues/estravane-yuanlan"


def test_without_script_a_list_is_chosen_by_a_plain_form(bases, open_page):
    page = open_page(script=False)
    page.goto(f"{bases['desk']}{DIALOGUE}/undertakings?language=en&sort=-given")
    form = page.locator("form.list-form").first
    form.get_by_label("State").select_option("overdue")
    form.get_by_role("button", name="Show").click()
    assert "state=overdue" in page.url and "sort=-given" in page.url and "language=en" in page.url
    states = page.locator("#list-undertakings ~ .scroll tbody tr td:first-child")
    assert states.count() > 0
    assert set(states.all_inner_texts()) == {"overdue"}
    page.get_by_role("link", name="Show all rows").first.click()
    assert "state=" not in page.url and "sort=-given" in page.url
    assert page.complaints == []


def test_a_column_is_sorted_with_the_keyboard_and_says_so(bases, open_page):
    page = open_page()
    page.goto(f"{bases['desk']}{DIALOGUE}/concerns?language=en")
    head = page.get_by_role("columnheader", name="Concern", exact=True)
    assert head.get_attribute("aria-sort") == "none"
    head.get_by_role("link").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**sort=title**")
    head = page.get_by_role("columnheader", name="Concern", exact=True)
    assert head.get_attribute("aria-sort") == "ascending"
    rising = page.locator("tbody tr td:first-child").all_inner_texts()
    head.get_by_role("link").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**sort=-title**")
    assert page.locator("tbody tr td:first-child").all_inner_texts() == rising[::-1]


def test_every_field_of_a_form_is_reached_by_tab_in_order(bases, open_page):
    page = open_page()
    page.goto(f"{bases['desk']}{DIALOGUE}/papers?language=en")
    page.locator("#texts-text").focus()
    met = []
    while page.evaluate("document.activeElement.tagName") != "BUTTON":
        met.append(page.evaluate("document.activeElement.name"))
        page.keyboard.press("Tab")
        assert len(met) < 20
    names = page.locator("form.list-form").first.locator("input:not([type=hidden]), select")
    assert met == [names.nth(n).get_attribute("name") for n in range(names.count())]


def test_what_is_folded_on_the_screen_stands_on_paper(bases, open_page):
    page = open_page()
    page.goto(f"{bases['desk']}{DIALOGUE}?language=en")
    row = page.locator("details table tbody tr").first
    assert not row.is_visible()
    told = row.locator("td").last.text_content()
    text = " ".join(part.extract_text() for part in PdfReader(io.BytesIO(page.pdf())).pages)
    assert " ".join(told.split()) in " ".join(text.split())


def test_the_article_leads_from_a_claim_to_its_figure(bases, open_page):
    page = open_page(script=False)
    page.goto(f"{bases['desk']}{DIALOGUE}/article?language=en")
    assert page.locator("li.claim").count() == 38
    page.locator("#claim-17 .answer-head a").first.click()
    assert "/measures/mandate_coverage" in page.url


HIDDEN = """[...document.querySelectorAll('.scroll')]
  .map(box => [box.getAttribute('aria-label'), box.scrollWidth - box.clientWidth])
  .filter(([label, over]) => over > 0)"""


@pytest.mark.parametrize("language", ["en", "fr", "zh-Hans"])
def test_every_column_of_a_list_is_seen_on_a_wide_screen(language, bases, open_page):
    page, cut = open_page(width=1280), {}
    for name in ("undertakings", "papers", "remarks", "recommendations", "recurring", "actions"):
        page.goto(f"{bases['desk']}{DIALOGUE}/{name}?language={language}")
        if found := page.evaluate(HIDDEN):
            cut[name] = found
    assert cut == {}


def test_a_sheet_of_paper_holds_all_columns_and_is_not_made_smaller_for_them(bases, open_page):
    page, cut = open_page(width=670), {}
    page.emulate_media(media="print")
    for name in ("undertakings", "papers", "remarks", "recommendations", "recurring", "actions"):
        page.goto(f"{bases['desk']}{DIALOGUE}/{name}?language=en")
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if over > 0 or page.evaluate(HIDDEN):
            cut[name] = over
    assert cut == {}


def test_the_foot_of_a_short_page_ends_the_window(bases, open_page):
    page = open_page(width=1280)
    page.goto(f"{bases['desk']}{DIALOGUE}/assessments?language=en")
    foot = page.locator("footer.foot").bounding_box()
    assert foot["y"] + foot["height"] >= page.viewport_size["height"] - 1
