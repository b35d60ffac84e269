"""The words pages use for the codes of the vocabulary: short, plain, the same everywhere."""

from collections.abc import Iterator, Mapping

from headway.domain.nouns import NOUNS
from headway.domain.shape import shapes
from headway.domain.values import Value
from headway.measures import measures
from headway.measures.ladder import GRADES
from headway.phrases import Pairs, Said, noun_words, phrase, phrase_as, say, say_as, spaced

CODES: Mapping[str, tuple[str, str]] = Pairs(
    {
        "yes": (phrase_as("code", "yes"), phrase("It is so, as far as the record knows.")),
        "no": (phrase_as("code", "no"), phrase("It is not so, as far as the record knows.")),
        "no_evidence": (
            phrase_as("code", "looked, found nothing"),
            phrase("Somebody looked, and left a note of where and how."),
        ),
        "not_looked": (
            phrase_as("code", "nobody looked"),
            phrase("No search is on file. This is not a no."),
        ),
        "withheld": (
            phrase_as("code", "withheld"),
            phrase("It exists and is not shown to this view, by a person's decision."),
        ),
        "not_assessed": (
            phrase_as("code", "cannot be said"),
            phrase("The method cannot say: too short, or not supported."),
        ),
        "not_applicable": (
            phrase_as("code", "does not apply"),
            phrase("The question does not arise; it is not counted."),
        ),
    }
)

FIDELITY: Mapping[str, tuple[str, str]] = Pairs(
    {
        "verbatim": (phrase_as("fidelity", "verbatim"), phrase("The words as spoken.")),
        "paper_as_read": (
            phrase_as("fidelity", "paper as read out"),
            phrase("The paper the speaker read from."),
        ),
        "note": (
            phrase_as("fidelity", "note by one side"),
            phrase("A note-taker's account. It does not give the words as spoken."),
        ),
        "readout": (
            phrase_as("fidelity", "readout"),
            phrase("A summary made for others. It does not give the words as spoken."),
        ),
    }
)

RENDERING_KINDS: Mapping[str, str] = Said(
    {
        "original": phrase_as("rendering", "original"),
        "official_translation": phrase_as("rendering", "official translation"),
        "interpretation": phrase_as("rendering", "interpretation"),
        "working_translation": phrase_as("rendering", "working translation"),
    }
)

AVAILABLE: Mapping[str, str] = Said(
    {
        "yes": phrase_as("available", "known to exist"),
        "no": phrase_as("available", "none was made"),
        "no_evidence": phrase_as("available", "looked, found none"),
        "not_looked": phrase_as("available", "nobody looked"),
        "withheld": phrase_as("available", "withheld"),
        "not_assessed": phrase_as("available", "cannot be said"),
        "not_applicable": phrase_as("available", "none is needed"),
    }
)
"""Whether a text that is not held is known to exist."""

REVIEWED: Mapping[str, str] = Said(
    {
        "fit": phrase_as("reviewed", "reviewed: fit"),
        "corrected": phrase_as("reviewed", "reviewed: corrected"),
        "not_usable": phrase_as("reviewed", "reviewed: not usable"),
        "not_reviewed": phrase_as("reviewed", "not reviewed"),
    }
)

REUSE: Mapping[str, tuple[str, str]] = Pairs(
    {
        "own_rounds": (
            phrase_as("reuse", "earlier round"),
            phrase("This side delivered the same words at an earlier round of this dialogue."),
        ),
        "own_elsewhere": (
            phrase_as("reuse", "own words elsewhere"),
            phrase(
                "This side delivered the same words to somebody else, or in another setting, "
                "before."
            ),
        ),
        "echo": (
            phrase_as("reuse", "the other side's words"),
            phrase("The other side delivered these words before."),
        ),
        "canon": (
            phrase_as("reuse", "shared legal text"),
            phrase("Quoted from a treaty, charter or resolution."),
        ),
        "shared_wording": (
            phrase_as("reuse", "shared wording"),
            phrase("Wording that several speakers had used before."),
        ),
        "formula": (
            phrase_as("reuse", "formula"),
            phrase("A courtesy, title or template. Not counted as repetition."),
        ),
        "refrain": (
            phrase_as("reuse", "refrain"),
            phrase("Said more than once inside this same statement."),
        ),
        "same_meeting": (
            phrase_as("reuse", "same meeting"),
            phrase("Said by another speaker of the same meeting."),
        ),
        "concurrent": (
            phrase_as("reuse", "same day"),
            phrase("Delivered elsewhere on the same day; neither comes first."),
        ),
        "first_here": (
            phrase_as("reuse", "first said here"),
            phrase("Said here first; the same words were delivered later."),
        ),
        "attributed_quotation": (
            phrase_as("reuse", "quoted from others"),
            phrase(
                "Words others had delivered, and the speaker says or marks that they are theirs."
            ),
        ),
    }
)
"""Class of a passage: a short label and one sentence, in the order of the legend."""

EDITED: Mapping[str, tuple[str, str]] = Pairs(
    {
        "edited": (
            phrase_as("reuse", "own words, edited"),
            phrase(
                "This side said it before in slightly other words. Not counted among words said "
                "again word for word."
            ),
        ),
        "edited_others": (
            phrase_as("reuse", "others' words, edited"),
            phrase(
                "Words of others, of a legal text, of this meeting or this statement, slightly "
                "changed."
            ),
        ),
    }
)
"""How tokens are counted that come back lightly edited, apart from the classes above."""

REPLY_KINDS: Mapping[str, str] = Said(
    {
        "answered": phrase_as("reply", "answered"),
        "partial": phrase_as("reply", "answered in part"),
        "general": phrase_as("reply", "general statement"),
        "refused": phrase_as("reply", "refused"),
        "deferred": phrase_as("reply", "deferred"),
        "none": phrase_as("reply", "no reply"),
    }
)

STEPS: Mapping[str, str] = Said(
    {
        "raised": phrase_as("step", "raised"),
        "taken_up": phrase_as("step", "taken up again"),
        "closed": phrase_as("step", "closed"),
        "dropped": phrase_as("step", "dropped, with a note"),
    }
)

ARRANGED: Mapping[str, str] = Said(
    {
        "proposed": phrase_as("arranged", "proposed"),
        "agreed": phrase_as("arranged", "agreed"),
        "postponed": phrase_as("arranged", "postponed"),
        "cancelled": phrase_as("arranged", "cancelled"),
    }
)

RUNGS: Mapping[str, tuple[str, str]] = Pairs(
    {
        "raised": (phrase_as("rung", "raised"), phrase("It was put to the other side.")),
        "answered": (phrase_as("rung", "answered"), phrase("A reply on point came back.")),
        "undertaking": (
            phrase_as("rung", "undertaking given"),
            phrase("A party said it would do something about it."),
        ),
        "reported": (
            phrase_as("rung", "reported upwards"),
            phrase("There is evidence that it reached a superior."),
        ),
        "acted": (phrase_as("rung", "acted on"), phrase("Somebody able to act did so.")),
        "changed": (
            phrase_as("rung", "changed on the ground"),
            phrase("Something was seen to change."),
        ),
        "contributed": (
            phrase_as("rung", "the dialogue contributed"),
            phrase("A separate claim, never assumed."),
        ),
    }
)

PROGRESS: Mapping[str, str] = Said(
    {
        "complete": phrase_as("progress", "complete"),
        "substantial": phrase_as("progress", "substantial"),
        "limited": phrase_as("progress", "limited"),
        "not_started": phrase_as("progress", "not started"),
        "reversed": phrase_as("progress", "reversed"),
        "already_done_when_agreed": phrase_as("progress", "already done when agreed"),
        "no_evidence": phrase_as("progress", "looked, found nothing"),
    }
)

SAID_BY: Mapping[str, str] = Said(
    {
        "own_side": phrase_as("said by", "its own side"),
        "other_side": phrase_as("said by", "the other side"),
        "un": phrase_as("said by", "the UN"),
        "ngo": phrase_as("said by", "an NGO"),
        "press": phrase_as("said by", "the press"),
        "assessor": phrase_as("said by", "the assessor"),
    }
)
"""Who says where an undertaking stands."""

ROLES: Mapping[str, str] = Said(
    {
        "head": phrase_as("role", "head of delegation"),
        "deputy": phrase_as("role", "deputy head"),
        "member": phrase_as("role", "member"),
        "expert": phrase_as("role", "expert"),
        "interpreter": phrase_as("role", "interpreter"),
        "observer": phrase_as("role", "observer"),
    }
)

BODY_KINDS: Mapping[str, str] = Said(
    {
        "foreign_ministry": phrase_as("body", "foreign ministry"),
        "ministry": phrase_as("body", "other ministry"),
        "legislature": phrase_as("body", "legislature"),
        "court": phrase_as("body", "court"),
        "prosecution": phrase_as("body", "prosecution"),
        "police": phrase_as("body", "police"),
        "commission": phrase_as("body", "commission"),
        "research": phrase_as("body", "research body"),
        "ngo": phrase_as("body", "NGO"),
        "international": phrase_as("body", "international body"),
        "press": phrase_as("body", "press"),
        "other": phrase_as("body", "other body"),
    }
)

RELATIONS: Mapping[str, str] = Said(
    {
        "owns": phrase_as("relation", "owns the policy"),
        "implements": phrase_as("relation", "implements it"),
        "speaks_for": phrase_as("relation", "speaks for it"),
        "knows": phrase_as("relation", "knows about it"),
    }
)

STATEMENT_KINDS: Mapping[str, str] = Said(
    {
        "opening": phrase_as("statement", "opening"),
        "intervention": phrase_as("statement", "intervention"),
        "question": phrase_as("statement", "question"),
        "reply": phrase_as("statement", "reply"),
        "right_of_reply": phrase_as("statement", "right of reply"),
        "closing": phrase_as("statement", "closing"),
        "presentation": phrase_as("statement", "presentation"),
        "readout": phrase_as("statement", "readout"),
        "joint_statement": phrase_as("statement", "joint statement"),
        "press_answer": phrase_as("statement", "answer to the press"),
        "white_paper": phrase_as("statement", "white paper"),
        "paper": phrase_as("statement", "paper"),
        "minutes": phrase_as("statement", "minutes"),
        "speech": phrase_as("statement", "speech"),
        "legal_text": phrase_as("statement", "legal text"),
    }
)

TERMS: Mapping[str, str] = Said(
    {
        "named": phrase_as("terms", "named"),
        "by_function": phrase_as("terms", "attributed by function"),
        "by_group": phrase_as("terms", "attributed by group"),
        "not_attributable": phrase_as("terms", "not for attribution"),
    }
)

CATEGORIES: Mapping[str, str] = Said(
    {
        "protection_of_persons": phrase_as("category", "protection of persons"),
        "confidence_of_the_talks": phrase_as("category", "confidence of the talks"),
        "international_relations": phrase_as("category", "international relations"),
        "ongoing_assessment": phrase_as("category", "ongoing assessment"),
        "security": phrase_as("category", "security"),
        "other": phrase_as("category", "other"),
    }
)

VIEWS: Mapping[str, str] = Said(
    {
        "desk": phrase(
            "What the desk that keeps the record sees, with findings as the machine left them."
        ),
        "assessor": phrase("What the independent assessor sees, with drafts and interviews."),
        "counterpart": phrase("What has been released to the other side."),
        "oversight": phrase("What has been released to the body that oversees the dialogue."),
        "public": phrase("What has been released to everybody."),
    }
)

VIEW_NAMES: Mapping[str, str] = Said(
    {
        "desk": phrase("Desk view."),
        "assessor": phrase("Assessor view."),
        "counterpart": phrase("Counterpart view."),
        "oversight": phrase("Oversight view."),
        "public": phrase("Public view."),
    }
)

LANGUAGES: Mapping[str, str] = Said(
    {
        "en": phrase_as("language", "English"),
        "fr": phrase_as("language", "French"),
        "zh": phrase_as("language", "Chinese"),
        "zh-Hans": phrase_as("language", "Chinese (simplified)"),
        "zh-Hant": phrase_as("language", "Chinese (traditional)"),
        "zh-CN": phrase_as("language", "Chinese (simplified)"),
        "zh-TW": phrase_as("language", "Chinese (traditional)"),
        "de": phrase_as("language", "German"),
        "es": phrase_as("language", "Spanish"),
        "ru": phrase_as("language", "Russian"),
        "ar": phrase_as("language", "Arabic"),
        "bo": phrase_as("language", "Tibetan"),
        "ug": phrase_as("language", "Uyghur"),
    }
)


def machine() -> str:
    """The mark of what nobody has reviewed yet."""
    return say("found by machine, not reviewed")


def yes_no(is_so: bool) -> str:
    """A plain yes or no."""
    return say_as("plain", "yes") if is_so else say_as("plain", "no")


_LABELS = Said(
    {
        "public": phrase_as("label", "public"),
        "counterpart": phrase_as("label", "counterpart"),
        "oversight": phrase_as("label", "oversight"),
        "desk": phrase_as("label", "desk"),
        "assessor": phrase_as("label", "assessor"),
    }
)


def label(name: str) -> str:
    """A label or a view in words; a list of named people by its name."""
    return _LABELS.get(name) or name


_ABBREVIATED = frozenset({"ngo", "un"})


def plain(code: str) -> str:
    """A code of the vocabulary as words: `by_function` becomes "by function"."""
    told = say_as("plain", code.replace("_", " "))
    return told.upper() if told in _ABBREVIATED else told


def field(name: str) -> str:
    """The name of a field of a noun as words: `began_on` becomes "began on"."""
    return say_as("field", name.replace("_", " "))


def noun(name: str) -> str:
    """The name of a noun as words: `AgendaItem` becomes "Agenda item"."""
    return noun_words(name)


def meaning(kind: type[Value]) -> str:
    """What a noun is, as its own definition says it."""
    return say(_meaning(kind))


def _meaning(kind: type[Value]) -> str:
    return " ".join((kind.__doc__ or "").replace("`", "").split())


ITEM_CLASSES = (
    *("own", "of_the_other_side", "proposer_not_known", "disputed", "to_come", "not_known"),
    *("not_taken_up", "no_equivalent", "been_before", "unknown", "first_time", "listed"),
    *("not_listed", "not_lower", "owner_present", "no_owner_named", "disputed_owner"),
    *("presence_unknown", "no_owner_present", "owner", "not_an_owner", "no_text", "own_rounds"),
    *("own_elsewhere", "not_due", "conflicting", "one_origin", "several_origins", "change"),
    *("category_1", "category_2", "category_3", "category_4", "category_5", "fewer_rounds"),
    *("contested", "unnamed", "first", "again", "left", "joined", "present", "absent"),
    *("contradicted", "new", "not_known_to_exist", "looked_through", "no_source"),
    *("language_not_read", "number", "date", "name", "term"),
)
"""Classes into which measures sort what they count, beside the codes of the vocabulary."""

ACTS = ("load", "withhold", "erase", "restore", "export", "export_view", "init")
"""Acts of the log that are not words of the vocabulary."""


def derived() -> Iterator[tuple[str | None, str]]:
    """The messages that the vocabulary brings along, with their contexts: no page spells them."""
    for name, kind in NOUNS.items():
        yield "noun", spaced(name)
        yield None, _meaning(kind)
        for shape in shapes(kind):
            yield "field", shape.name.replace("_", " ")
            for choice in shape.choices:
                yield "plain", choice.replace("_", " ")
    settings = [name for one in measures() for name, _ in one.settings]
    for code in (*ITEM_CLASSES, *settings, *ACTS):
        yield "plain", code.replace("_", " ")
    for status in ("supported", "contradicted", "reversed", "not_due"):
        yield "claim", status.replace("_", " ")
    for grade in GRADES:
        yield "grade", grade


def language(tag: str) -> str:
    """The name of a language in the language of the page, else its tag."""
    return LANGUAGES.get(tag) or LANGUAGES.get(tag.split("-")[0]) or tag
