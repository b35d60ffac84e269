"""A hit of a search is named in the language that is spoken."""

import pytest

from headway.bundle.lines import Known
from headway.domain.parties import Dialogue, Party
from headway.domain.views import Viewer
from headway.domain.wording import Wording
from headway.phrases import speaking
from headway.record import corpora
from headway.services import analysis, findings
from headway.services.loading import load
from tests.records import AT, ME

TITLE = Wording({"en": "Talks on prisons", "fr": "Entretiens sur les prisons"})


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Talks on prisons"), ("fr", "Entretiens sur les prisons")],
)
def test_a_hit_is_named_in_the_language_spoken(language, title, record, tmp_path, monkeypatch):
    monkeypatch.setenv("HEADWAY_DERIVED", str(tmp_path / "derived"))
    values = (
        Party(id="p1", name=Wording({"en": "Ardenia"})),
        Dialogue(id="d", title=TITLE, parties=("p1",)),
    )
    load(values=[Known(value) for value in values], by=ME, at=AT)
    corpus = corpora.corpus(Viewer("desk"))
    analysis.index_and_keep(corpus.viewer)
    with speaking(language):
        assert [hit.title for hit in findings.search(corpus, "prisons").hits] == [title]
