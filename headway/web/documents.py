"""Assessments as files to be taken along; made within limits, and kept for who asks next."""

from functools import lru_cache

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from headway.assessments.docx import to_docx
from headway.assessments.manuscripts import read
from headway.assessments.printed import Imprint
from headway.domain.assessments import Edition
from headway.domain.errors import BadInput, HeadwayError, NotFound
from headway.phrases import say, speaking
from headway.services.printing import imprint_of, no_address
from headway.web import languages
from headway.web.pages.assessments import MOST_SHOWN
from headway.web.views import look_of, refuse

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KEPT = 8


def docx(request: HttpRequest, id: str, assessment: str, edition: str) -> HttpResponse:
    """One edition of an assessment as a Word document; a longer text is written by a command."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    with speaking(languages.of(request)):
        try:
            content = _docx(request, assessment, edition)
        except NotFound as error:
            return refuse(request, 404, str(error))
        except HeadwayError as error:
            return refuse(request, 400, str(error))
    response = HttpResponse(content, content_type=DOCX)
    response["Content-Disposition"] = f'attachment; filename="{_file_name(edition)}"'
    return response


def _docx(request: HttpRequest, assessment: str, edition: str) -> bytes:
    look = look_of(request)
    found = look.one(Edition, edition)
    if found.assessment != assessment:
        raise NotFound(say("This view has no edition “{id}” of it.", id=edition[:80]))
    text = look.corpus.text(found.text)
    if len(text) > MOST_SHOWN:
        raise BadInput(
            say("This text is too long for one page; write it with: headway assessment write")
        )
    return _made(text, imprint_of(look.corpus, found, read(text)))


@lru_cache(KEPT)
def _made(text: str, imprint: Imprint) -> bytes:
    return to_docx(read(text), imprint, no_address)


def _file_name(edition: str) -> str:
    return (
        "".join(c if c.isascii() and (c.isalnum() or c in ".-") else "-" for c in edition) + ".docx"
    )
