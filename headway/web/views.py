"""One view for all pages: read the look, build the dict, answer it as HTML, JSON or CSV."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from headway.domain.errors import BadInput, HeadwayError, NotFound, NotPermitted
from headway.phrases import phrase, say, speaking, spoken
from headway.web import frames, languages, store, tables
from headway.web.look import Look, read_day
from headway.web.registry import PAGES, Page

_STATUS: tuple[tuple[type[HeadwayError], int], ...] = (
    (NotFound, 404),
    (BadInput, 400),
    (NotPermitted, 403),
    (HeadwayError, 500),
)


def answer(request: HttpRequest, page: Page, form: str = "", **parts: str) -> HttpResponse:
    """The page in the form its address asks for; a refusal as one sentence with its status."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    with speaking(languages.of(request)):
        return languages.named(_answered(request, page, form, parts))


def _answered(request: HttpRequest, page: Page, form: str, parts: dict[str, str]) -> HttpResponse:
    try:
        return _in_form(request, page, form, parts)
    except HeadwayError as error:
        status = next(code for kind, code in _STATUS if isinstance(error, kind))
        return refuse(request, status, str(error), as_json=form == ".json")


def _in_form(request: HttpRequest, page: Page, form: str, parts: dict[str, str]) -> HttpResponse:
    look = look_of(request)
    content = page.show(look, **parts)
    if form.endswith(".csv"):
        return _csv(content, form.split(".")[1])
    shown = content | {
        "tables": {
            name: tables.whole(table) if form else tables.cut(table, look.query)
            for name, table in _tables(content)
        }
    }
    full = {"frame": frames.frame(look, request.path, form, shown)} | shown
    if form:
        return HttpResponse(as_json(full), content_type="application/json; charset=utf-8")
    partial = page.fragment and request.headers.get("HX-Request") == "true"
    template = page.fragment if partial else f"headway/pages/{page.template}.html"
    response = render(request, template, {"page": full, "language": spoken()})
    if page.fragment:
        patch_vary_headers(response, ["HX-Request"])
    return response


def look_of(request: HttpRequest) -> Look:
    """Who looks at what, read from the settings and the address."""
    query = {name: request.GET.get(name, "") for name in request.GET}
    as_of = read_day(query.get("as_of", ""))
    asked = languages.asked(query.get("language", ""))
    corpus = store.corpus(as_of)
    return Look(
        corpus=corpus,
        findings=store.findings(corpus),
        releases=store.releases(),
        query=query | {"show": " ".join(request.GET.getlist("show")), "language": asked},
        as_of=as_of.isoformat() if as_of else "",
        language=spoken(),
        asked_language=asked,
    )


def _tables(content: dict[str, Any]) -> list[tuple[str, tables.Table]]:
    return list(content.get("tables", {}).items())


def _csv(content: dict[str, Any], name: str) -> HttpResponse:
    found = dict(_tables(content)).get(name)
    if found is None:
        has = ", ".join(key for key, _ in _tables(content)) or say("none")
        raise NotFound(
            say("This page has no table “{name}”; it has: {tables}.", name=name, tables=has)
        )
    response = HttpResponse(tables.as_csv(found), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{name}.csv"'
    return response


def as_json(content: Any) -> str:
    """A page as JSON text: what it shows and nothing else."""
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


# -- refusals -------------------------------------------------------------------------------

_TITLES = {
    400: phrase("This address cannot be understood"),
    403: phrase("This view may not do that"),
    404: phrase("Nothing stands at this address"),
    500: phrase("Something went wrong"),
}


def refuse(
    request: HttpRequest, status: int, sentence: str, *, as_json: bool = False
) -> HttpResponse:
    """An error page in style, or the same as JSON."""
    asked = request.GET.get("language", "")
    content = {
        "status": status,
        "title": say(_TITLES[status]),
        "sentence": sentence,
        "asked_language": spoken() if asked else "",
    }
    if as_json:
        body = json.dumps(content, ensure_ascii=False)
        return HttpResponse(body, content_type="application/json", status=status)
    told = {"page": content, "language": spoken()}
    return render(request, "headway/pages/refusal.html", told, status=status)


def _refused(request: HttpRequest, status: int, sentence: str) -> HttpResponse:
    with speaking(languages.of(request)):
        return languages.named(refuse(request, status, say(sentence)))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404 for an address that is no page."""
    return _refused(request, 404, phrase("There is no such page. Begin at the list of dialogues."))


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400 for a request Django itself refuses."""
    return _refused(
        request, 400, phrase("The request is malformed. Begin at the list of dialogues.")
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500, with nothing of the record in it."""
    return _refused(
        request, 500, phrase("The page could not be made. The record itself was not changed.")
    )


def all_pages() -> tuple[Page, ...]:
    """The URL table, for the address book and the tests."""
    return PAGES
