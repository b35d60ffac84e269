"""Takes the pictures of the README: `python -m tests.browser.pictures` writes docs/pictures/."""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser import sites

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
WIDE, TALL = 1200, 900
PICTURES = {
    "dialogue": ("/dialogues/estravane-yuanlan", "light", ""),
    "measures": ("/dialogues/estravane-yuanlan", "light", "#six"),
    "reader": ("/statements/r9-opening-y-zh", "light", "#p2"),
    "reader-dark": ("/statements/r9-opening-y-zh", "dark", "#p2"),
    "thin-record": ("/dialogues/canada-china", "light", ""),
}


def take(browser: Browser, base: str, name: str) -> None:
    """One picture of one page, scrolled to where it is worth looking at."""
    address, scheme, place = PICTURES[name]
    context = browser.new_context(
        viewport={"width": WIDE, "height": TALL}, color_scheme="dark" if scheme == "dark" else None
    )
    page = context.new_page()
    page.goto(base + address)
    if place.startswith("#p"):
        page.locator(place).click()
        page.wait_for_selector(".passage-card")
        page.evaluate("window.scrollTo(0, 560)")
    elif place:
        page.locator(place).scroll_into_view_if_needed()
        page.evaluate(f"document.querySelector('{place}').scrollIntoView()")
    page.screenshot(path=FOLDER / f"{name}.png")
    context.close()


def main() -> None:
    """All pictures, from a fresh example record."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        record = sites.make_record(Path(folder))
        with sites.served(record, "desk") as base, sync_playwright() as playwright:
            browser = sites.chromium(playwright)
            for name in PICTURES:
                take(browser, base, name)
            browser.close()


if __name__ == "__main__":
    main()
