"""Entering an assessment and letting it out: one act each, refused with a sentence."""

import re
from dataclasses import replace
from datetime import date

import pytest

from headway.assessments.manuscripts import read
from headway.bundle.lines import Known
from headway.domain.assessments import Assessment, Edition, Judgement, Release
from headway.domain.dates import PartialDate
from headway.domain.errors import BadInput, Conflict, NotFound, NotPermitted
from headway.domain.undertakings import Recommendation
from headway.domain.views import Viewer
from headway.domain.wording import Wording
from headway.record import corpora, log
from headway.record.verification import verify
from headway.record.verifying import documents
from headway.services import assessing
from headway.services.loading import load
from headway.services.permissions import Actor
from headway.services.printing import printed
from tests.assessments import small
from tests.records import AT, ME

PUBLIC, DESK = Viewer("public"), Viewer("desk")
HEAD = {"view": "public", "title": Wording({"en": "All"}), "author": "desk", "version": "1"}


@pytest.fixture
def known(shelf):
    """A record with the small dialogue, part of it let out, and the desk's own facts."""
    values = small.public(
        small.TABLE + "\nRemark m3 group=x party=a dialogue=d label=desk summary=S"
    )
    nouns = sorted({type(v).__name__ for v in values})
    values.append(
        Release(
            id="all",
            label="public",
            released_on=PartialDate("2003"),
            decided_by="head",
            items=tuple(f"{noun}/*" for noun in nouns),
            **HEAD,
        )
    )
    day = PartialDate("2003-12-31")
    report = load(values=[Known(value, day) for value in values], by=ME, at=AT)
    assert report.complaints == ()
    return shelf


def written(view="public", **front):
    """A manuscript of the record, complete."""
    made = assessing.basis(viewer=Viewer(view), as_of=small.DAY, assessment="look")
    text = small.completed(made)
    for key, value in front.items():
        old = next((x for x in text.split("\n") if x.startswith(f"{key}:")), None)
        line = f"{key}: {value}"
        text = text.replace(old, line, 1) if old else text.replace("---\n", f"---\n{line}\n", 1)
    return assessing.renew(text).text


def entered(text, label="desk"):
    """Enters a text and says which edition it is."""
    made = assessing.load(text, name="look.md", label=label, by=ME, at=AT)
    assert made.report.written
    return made.edition


def test_a_draft_completed_and_renewed_has_no_complaints(known):
    assert assessing.complaints(written(), by=ME) == ()


def test_a_text_becomes_an_edition_with_its_judgements_and_advice(known):
    edition = entered(written())
    corpus = corpora.corpus(DESK)
    one = corpus.one(Edition, edition)
    assert (one.id, one.view, one.version) == ("look.1.en.public", "public", "1")
    assert corpus.text(one.text) == written()
    assert corpus.one(Assessment, "look").author == "A. Reader"
    judged = corpus.one(Judgement, "look.on-lawyers")
    assert (judged.about, judged.signed_by) == ("Concern/ca", "A. Reader")
    assert {(r.id, r.to) for r in corpus.all(Recommendation) if r.id.startswith("look.")} == {
        ("look.to-ardenia-answer", "a"),
        ("look.to-both-sides-a-list", None),
    }
    assert verify().sound


def test_entering_twice_writes_nothing_and_another_text_needs_a_new_version(known):
    text = written()
    edition = entered(text)
    again = assessing.load(text, name="look.md", label="desk", by=ME, at=AT)
    assert not again.report.written
    other = text.replace("Words of the author.", "Other words.", 1)
    with pytest.raises(Conflict, match="new version"):
        assessing.load(other, name="look.md", label="desk", by=ME, at=AT)
    corrected = assessing.renew(
        other.replace("version: 1", f"version: 2\ncorrects: {edition}\ncorrection: One word.", 1)
    ).text
    second = entered(corrected)
    corpus = corpora.corpus(DESK)
    assert [e.id for e in assessing.editions(corpus, "look")] == [second, edition]
    assert corpus.text(corpus.one(Edition, edition).text) == text
    assert corpus.one(Edition, second).corrects == edition


def test_a_text_with_complaints_is_not_entered(known):
    with pytest.raises(BadInput, match=r"nothing was entered.*not filled yet"):
        assessing.load(
            written().replace("Words of the author.", "[[to be written]]", 1),
            name="look.md",
            label="desk",
            by=ME,
            at=AT,
        )
    assert corpora.corpus(DESK).all(Edition) == ()


def test_only_who_may_load_enters(known):
    with pytest.raises(NotPermitted):
        assessing.load(written(), name="x.md", label="desk", by=Actor("r", "reader", DESK), at=AT)


def test_it_is_let_out_as_one_act_with_who_decided(known):
    edition = entered(written())
    assert corpora.corpus(PUBLIC).get(Edition, edition) is None
    assessing.release(edition=edition, view="public", decided_by="head", by=ME, at=AT)
    corpus = corpora.corpus(PUBLIC)
    assert corpus.one(Edition, edition).label == "public"
    assert corpus.get(Judgement, "look.on-lawyers") is not None
    made = next(r for r in corpus.all(Release) if f"Edition/{edition}" in r.items)
    assert (made.decided_by, made.author, made.version) == ("head", "A. Reader", "1")
    assert made.dialogue == "d" and "answer_rate" in made.measures
    assert assessing.complaints(written(), by=ME) == ()


def test_what_a_view_may_not_see_is_refused_with_a_sentence(known):
    edition = entered(written("desk"))
    with pytest.raises(BadInput, match=r"for the view 'desk'.*draft one with --view public"):
        assessing.release(edition=edition, view="public", decided_by="head", by=ME, at=AT)
    assert corpora.corpus(PUBLIC).all(Edition) == ()


def test_a_judgement_about_what_stays_hidden_is_refused(known):
    text = written().replace("About: Concern/ca.", "About: Remark/m3.", 1)
    with pytest.raises(BadInput, match="Remark/m3"):
        assessing.load(text, name="look.md", label="desk", by=ME, at=AT)


def test_figures_that_moved_since_are_refused_on_release(known):
    edition = entered(written())
    late = small.values_of("Reply y9 question=q2 kind=answered label=public")
    load(values=[Known(v, PartialDate("2003-12-30")) for v in late], by=ME, at=AT)
    with pytest.raises(BadInput, match="no longer agrees"):
        assessing.release(edition=edition, view="public", decided_by="head", by=ME, at=AT)


def test_what_others_learn_is_that_the_figures_are_equal_or_not(known):
    text = written()
    block = next(b for b in read(text).blocks if b.key == "recompute")
    assert "SHA-256" in block.body[0] and "entries" not in block.body[0]
    inside = next(b for b in read(written("desk")).blocks if b.key == "recompute")
    assert corpora.root().hex() in inside.body[0]


def test_the_root_in_a_text_of_the_desk_stays_true_when_the_log_grows(known):
    text = written("desk")
    entered(text)
    assert assessing.complaints(text, by=ME) == ()
    root = re.search(r"root ([0-9a-f]{64})", text)[1]
    assert root != corpora.root().hex()
    forged = text.replace(root, "0" * 64)
    assert any("'recompute'" in c.message for c in assessing.complaints(forged, by=ME))


def test_it_is_written_as_files_for_who_may_see_it(known):
    edition = entered(written())
    assert printed(viewer=DESK, assessment="look", ending=".md").decode() == written()
    assert b"<h2 id=" in printed(viewer=DESK, assessment="look", ending=".html")
    assert printed(viewer=DESK, assessment="look", ending=".docx")[:2] == b"PK"
    with pytest.raises(NotFound):
        printed(viewer=PUBLIC, assessment="look", ending=".md")
    with pytest.raises(NotFound, match="no edition 'other'"):
        printed(viewer=DESK, assessment="look", ending=".md", edition="other")
    with pytest.raises(BadInput, match=r"'\.odt' is no ending"):
        printed(viewer=DESK, assessment="look", ending=".odt", edition=edition)


def test_a_text_that_is_gone_is_found_by_verify(known):
    edition = entered(written())
    touches = list(log.touches("Edition", edition))
    assert list(documents.check(touches)) == []
    gone = replace(touches[0], data=touches[0].data | {"text": "0" * 64})
    assert "which is not there" in next(documents.check([gone]))


def test_a_draft_is_of_the_day_it_is_written_on_unless_another_is_named(known):
    text = assessing.draft(viewer=DESK, as_of=None, on=date(2004, 2, 3))
    assert "as_of: 2004-02-03\n" in text and "written_on: 2004-02-03\n" in text


def test_the_latest_days_of_texts_are_those_whose_figures_are_made_ready(known):
    entered(written())
    assert assessing.days(DESK) == (small.DAY,)
    assert assessing.days(PUBLIC) == ()


# -- what was judged for one view stays there --------------------------------------------------

INSIDE = (
    "\n\n### On the hall\n\nThe hall was locked by the keeper.\n\nSigned: A. Reader, 2004-01-01.\n"
)


def judged(text, words):
    """The text with these words under its first judgement, or one more judgement after it."""
    if words.startswith("\n"):
        return text.replace(
            "Signed: A. Reader, 2004-01-01. About: Concern/ca.",
            "Signed: A. Reader, 2004-01-01. About: Concern/ca." + words,
            1,
        )
    return text.replace("The one who asked was heard.", words, 1)


def test_a_judgement_of_another_edition_is_not_let_out_with_this_one(known):
    entered(judged(written("desk"), INSIDE))
    edition = entered(written())
    assert corpora.corpus(DESK).get(Judgement, "look.on-the-hall") is not None
    assessing.release(edition=edition, view="public", decided_by="head", by=ME, at=AT)
    assert corpora.corpus(PUBLIC).get(Judgement, "look.on-lawyers") is not None
    assert corpora.corpus(PUBLIC).get(Judgement, "look.on-the-hall") is None
    made = next(r for r in corpora.corpus(DESK).all(Release) if f"Edition/{edition}" in r.items)
    assert not any("on-the-hall" in item for item in made.items)


def test_words_of_another_edition_under_the_same_heading_are_not_let_out(known):
    edition = entered(written())
    entered(judged(written("desk"), "The one who asked was sent away by the keeper."))
    with pytest.raises(BadInput, match=r"Judgement/look\.on-lawyers.*reads otherwise"):
        assessing.release(edition=edition, view="public", decided_by="head", by=ME, at=AT)
    assert corpora.corpus(PUBLIC).get(Judgement, "look.on-lawyers") is None
    assert entered(written()) == edition
    assessing.release(edition=edition, view="public", decided_by="head", by=ME, at=AT)
    told = corpora.corpus(PUBLIC).one(Judgement, "look.on-lawyers").summary
    assert told == "The one who asked was heard."
    assert "sent away" not in repr(corpora.history_of(PUBLIC, "Judgement", "look.on-lawyers"))
    assert "sent away" in repr(corpora.history_of(DESK, "Judgement", "look.on-lawyers"))


def test_a_text_of_the_desk_does_not_change_what_was_let_out(known):
    edition = entered(written())
    assessing.release(edition=edition, view="public", decided_by="head", by=ME, at=AT)
    inside = judged(written("desk"), "The one who asked was sent away by the keeper.")
    with pytest.raises(Conflict, match=r"Judgement/look\.on-lawyers.*another heading"):
        assessing.load(inside, name="look.md", label="desk", by=ME, at=AT)
    told = corpora.corpus(PUBLIC).one(Judgement, "look.on-lawyers").summary
    assert told == "The one who asked was heard."
    entered(written("desk", interest="A secret one."))
    assert corpora.corpus(PUBLIC).one(Assessment, "look").interest == "None."


def test_a_text_of_the_assessor_is_not_entered_for_the_desk(known):
    with pytest.raises(BadInput, match=r"the view 'assessor'.*--label assessor"):
        assessing.load(written("assessor"), name="look.md", label="desk", by=ME, at=AT)
    assert corpora.corpus(DESK).all(Edition) == ()
    entered(written("assessor"), label="assessor")


def test_who_may_not_read_a_view_is_told_nothing_of_a_text_for_it(known):
    desk = Actor("d", "desk", DESK)
    with pytest.raises(NotPermitted, match="view 'assessor'"):
        assessing.complaints(written("assessor"), by=desk)
    assert assessing.complaints(written("desk"), by=desk) == ()


def test_the_front_matter_of_another_edition_is_not_let_out(known):
    edition = entered(written())
    entered(written("desk", interest="A secret one."))
    with pytest.raises(BadInput, match=r"Assessment/look reads otherwise"):
        assessing.release(edition=edition, view="public", decided_by="head", by=ME, at=AT)


def test_a_reader_may_release_nothing(known):
    edition = entered(written())
    reader = Actor("r", "reader", DESK)
    with pytest.raises(NotPermitted, match="may not release"):
        assessing.release(edition=edition, view="public", decided_by="head", by=reader, at=AT)
