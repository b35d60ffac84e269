"""The language of a page: the one its address asks for, else the browser's, else English."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

from headway.domain.errors import BadValue
from headway.phrases import LANGUAGES, NAMES, say, spoken
from headway.web import addresses

_BY_BASE = {language.split("-")[0]: language for language in LANGUAGES}


def of(request: HttpRequest) -> str:
    """The language to answer in; an address that asks for one we do not have gets the browser's."""
    return _known(request.GET.get("language", "")) or _of_browser(request) or "en"


def asked(given: str) -> str:
    """The language an address asks for, or nothing; BadValue where pages are not in it."""
    if not given:
        return ""
    found = _known(given)
    if not found:
        raise BadValue(
            say(
                "No page is written in “{given}”; choose one of {languages}.",
                given=given[:40],
                languages=", ".join(LANGUAGES),
            )
        )
    return found


def named(response: HttpResponse) -> HttpResponse:
    """The response with what a cache must know of its language."""
    response["Content-Language"] = spoken()
    patch_vary_headers(response, ["Accept-Language"])
    return response


def switch(query: dict[str, str] | None, path: str) -> list[dict[str, object]]:
    """The same page in every language, each named in itself."""
    return [
        {
            "tag": language,
            "name": name,
            "here": language == spoken(),
            "href": path + addresses.same_page(query or {}, language=language),
        }
        for language, name in NAMES.items()
    ]


def _known(given: str) -> str:
    return _BY_BASE.get(given.split("-")[0].lower(), "") if len(given) < 40 else ""


def _of_browser(request: HttpRequest) -> str:
    given = request.headers.get("Accept-Language", "")
    found = (_known(tag) for tag, _ in parse_accept_lang_header(given))
    return next((language for language in found if language), "")
