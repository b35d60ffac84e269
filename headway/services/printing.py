"""An edition of an assessment as a file to be sent: HTML, DOCX, tagged PDF, or its Markdown."""

from headway.assessments.docx import to_docx
from headway.assessments.manuscripts import Manuscript, read
from headway.assessments.printed import Imprint, to_page, to_pdf
from headway.assessments.words import word, written_day
from headway.domain.assessments import Assessment, Edition, Release
from headway.domain.corpus import Corpus
from headway.domain.errors import BadInput, NotFound
from headway.domain.ids import any_id
from headway.domain.parties import Dialogue
from headway.domain.views import Viewer
from headway.record import corpora
from headway.services.assessing import editions

ENDINGS = (".html", ".docx", ".pdf", ".md")


def printed(*, viewer: Viewer, assessment: str, ending: str, edition: str | None = None) -> bytes:
    """An edition that the viewer sees, the latest one by default, as a file of that ending."""
    corpus = corpora.corpus(viewer)
    found = corpus.one(Assessment, assessment)
    return content_of(corpus, _edition(corpus, found, edition), ending)


def _edition(corpus: Corpus, assessment: Assessment, edition: str | None) -> Edition:
    held = editions(corpus, assessment.id)
    if edition is not None:
        held = tuple(one for one in held if one.id == edition)
    if not held:
        named = f"edition {edition!r}" if edition else "edition"
        raise NotFound(
            f"this view has no {named} of {assessment.id!r}; load one with: headway assessment load"
        )
    return held[0]


def content_of(corpus: Corpus, edition: Edition, ending: str) -> bytes:
    """One edition as a file; BadInput names the endings there are."""
    text = corpus.text(edition.text)
    manuscript = read(text)
    imprint = imprint_of(corpus, edition, manuscript)
    if ending == ".md":
        return text.encode()
    if ending == ".docx":
        return to_docx(manuscript, imprint, no_address)
    if ending in (".html", ".pdf"):
        page = to_page(manuscript, imprint, no_address)
        return page.encode() if ending == ".html" else to_pdf(page)
    raise BadInput(f"{ending!r} is no ending that is known; use one of {', '.join(ENDINGS)}")


def imprint_of(corpus: Corpus, edition: Edition, manuscript: Manuscript) -> Imprint:
    """What stands on the cover and on every page of an edition."""
    assessment = corpus.one(Assessment, edition.assessment)
    dialogue = corpus.get(Dialogue, assessment.dialogue)
    return Imprint(
        title=manuscript.front.get("title") or assessment.title.within(edition.language),
        of=dialogue.title.within(edition.language) if dialogue else "",
        author=assessment.author,
        marking=edition.marking or assessment.marking,
        standing=standing_of(corpus, edition),
        written_on=str(edition.written_on),
        version=edition.version,
    )


def release_of(corpus: Corpus, edition: Edition) -> Release | None:
    """The first release that names an edition, None where it was not let out."""
    name = any_id("Edition", edition.id)
    found = [r for r in corpus.all(Release) if name in r.items]
    return min(found, key=lambda r: (r.released_on, r.id), default=None)


def standing_of(corpus: Corpus, edition: Edition) -> str:
    """Whose decision let an edition out and when, for a cover; empty where nobody did."""
    found = release_of(corpus, edition)
    if found is None:
        return ""
    on = written_day(str(found.released_on), edition.language)
    return word("released", edition.language).format(by=found.decided_by, on=on)


def no_address(scheme: str, rest: str) -> str | None:
    """In a file that is sent, measures lead to its annex; other links are words alone."""
    return "#annex" if scheme == "measure" else None
