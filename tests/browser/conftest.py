"""One record, two servers and one browser for all tests here."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import sites


@pytest.fixture(scope="session")
def bases(tmp_path_factory) -> Iterator[dict[str, str]]:
    """The addresses of the desk's and the public's site over the example record."""
    record = sites.make_record(tmp_path_factory.mktemp("record"))
    with sites.served(record, "desk") as desk, sites.served(record, "public") as public:
        yield {"desk": desk, "public": public}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    with sync_playwright() as playwright:
        started = sites.chromium(playwright)
        yield started
        started.close()


@pytest.fixture
def open_page(browser):
    """Opens pages that complain of every console error and every answer of 400 or more."""
    contexts = []

    def opened(width: int = 1440, scheme: str = "light", script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=script,
        )
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda m: m.type == "error" and page.complaints.append(m.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on(
            "response",
            lambda r: r.status >= 400 and page.complaints.append(f"{r.status} {r.url}"),
        )
        return page

    yield opened
    for context in contexts:
        context.close()
