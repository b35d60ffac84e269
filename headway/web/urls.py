"""Addresses: one row per page of the registry, and the refusals."""

from django.urls import re_path

from headway.web.documents import docx
from headway.web.registry import PAGES
from headway.web.views import answer

urlpatterns = [re_path(page.pattern, answer, {"page": page}, name=page.name) for page in PAGES]
urlpatterns += [
    re_path(
        r"^dialogues/(?P<id>[^/]+)/assessments/(?P<assessment>[^/]+)/(?P<edition>[^/]+)\.docx$",
        docx,
        name="docx",
    )
]

handler400 = "headway.web.views.bad_request"
handler404 = "headway.web.views.not_found"
handler500 = "headway.web.views.server_error"
