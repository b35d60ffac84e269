"""The words pages use for the codes of the vocabulary: short, plain, the same everywhere."""

CODES: dict[str, tuple[str, str]] = {
    "yes": ("yes", "It is so, as far as the record knows."),
    "no": ("no", "It is not so, as far as the record knows."),
    "no_evidence": ("looked, found nothing", "Somebody looked, and left a note of where and how."),
    "not_looked": ("nobody looked", "No search is on file. This is not a no."),
    "withheld": ("withheld", "It exists and is not shown to this view, by a person's decision."),
    "not_assessed": ("cannot be said", "The method cannot say: too short, or not supported."),
    "not_applicable": ("does not apply", "The question does not arise; it is not counted."),
}

FIDELITY: dict[str, tuple[str, str]] = {
    "verbatim": ("verbatim", "The words as spoken."),
    "paper_as_read": ("paper as read out", "The paper the speaker read from."),
    "note": ("note by one side", "A note-taker's account. It does not give the words as spoken."),
    "readout": ("readout", "A summary made for others. It does not give the words as spoken."),
}

RENDERING_KINDS: dict[str, str] = {
    "original": "original",
    "official_translation": "official translation",
    "interpretation": "interpretation",
    "working_translation": "working translation",
}

AVAILABLE: dict[str, str] = {
    "yes": "known to exist",
    "no": "none was made",
    "no_evidence": "looked, found none",
    "not_looked": "nobody looked",
    "withheld": "withheld",
    "not_assessed": "cannot be said",
    "not_applicable": "none is needed",
}
"""Whether a text that is not held is known to exist."""

REVIEWED: dict[str, str] = {
    "fit": "reviewed: fit",
    "corrected": "reviewed: corrected",
    "not_usable": "reviewed: not usable",
    "not_reviewed": "not reviewed",
}

REUSE: dict[str, tuple[str, str]] = {
    "own_rounds": (
        "earlier round",
        "This side delivered the same words at an earlier round of this dialogue.",
    ),
    "own_elsewhere": (
        "own words elsewhere",
        "This side delivered the same words to somebody else, or in another setting, before.",
    ),
    "echo": ("the other side's words", "The other side delivered these words before."),
    "canon": ("shared legal text", "Quoted from a treaty, charter or resolution."),
    "shared_wording": ("shared wording", "Wording that several speakers had used before."),
    "formula": ("formula", "A courtesy, title or template. Not counted as repetition."),
    "refrain": ("refrain", "Said more than once inside this same statement."),
    "same_meeting": ("same meeting", "Said by another speaker of the same meeting."),
    "concurrent": ("same day", "Delivered elsewhere on the same day; neither comes first."),
    "first_here": ("first said here", "Said here first; the same words were delivered later."),
}
"""Class of a passage: a short label and one sentence, in the order of the legend."""

REPLY_KINDS: dict[str, str] = {
    "answered": "answered",
    "partial": "answered in part",
    "general": "general statement",
    "refused": "refused",
    "deferred": "deferred",
    "none": "no reply",
}

STEPS: dict[str, str] = {
    "raised": "raised",
    "taken_up": "taken up again",
    "closed": "closed",
    "dropped": "dropped, with a note",
}

ARRANGED: dict[str, str] = {
    "proposed": "proposed",
    "agreed": "agreed",
    "postponed": "postponed",
    "cancelled": "cancelled",
}

RUNGS: dict[str, tuple[str, str]] = {
    "raised": ("raised", "It was put to the other side."),
    "answered": ("answered", "A reply on point came back."),
    "undertaking": ("undertaking given", "A party said it would do something about it."),
    "reported": ("reported upwards", "There is evidence that it reached a superior."),
    "acted": ("acted on", "Somebody able to act did so."),
    "changed": ("changed on the ground", "Something was seen to change."),
    "contributed": ("the dialogue contributed", "A separate claim, never assumed."),
}

PROGRESS: dict[str, str] = {
    "complete": "complete",
    "substantial": "substantial",
    "limited": "limited",
    "not_started": "not started",
    "reversed": "reversed",
    "already_done_when_agreed": "already done when agreed",
    "no_evidence": "looked, found nothing",
}

ROLES: dict[str, str] = {
    "head": "head of delegation",
    "deputy": "deputy head",
    "member": "member",
    "expert": "expert",
    "interpreter": "interpreter",
    "observer": "observer",
}

BODY_KINDS: dict[str, str] = {
    "foreign_ministry": "foreign ministry",
    "ministry": "other ministry",
    "legislature": "legislature",
    "court": "court",
    "prosecution": "prosecution",
    "police": "police",
    "commission": "commission",
    "research": "research body",
    "ngo": "NGO",
    "international": "international body",
    "press": "press",
    "other": "other body",
}

RELATIONS: dict[str, str] = {
    "owns": "owns the policy",
    "implements": "implements it",
    "speaks_for": "speaks for it",
    "knows": "knows about it",
}

STATEMENT_KINDS: dict[str, str] = {
    "opening": "opening",
    "intervention": "intervention",
    "question": "question",
    "reply": "reply",
    "right_of_reply": "right of reply",
    "closing": "closing",
    "presentation": "presentation",
    "readout": "readout",
    "joint_statement": "joint statement",
    "press_answer": "answer to the press",
    "white_paper": "white paper",
    "paper": "paper",
    "minutes": "minutes",
    "speech": "speech",
    "legal_text": "legal text",
}

TERMS: dict[str, str] = {
    "named": "named",
    "by_function": "attributed by function",
    "by_group": "attributed by group",
    "not_attributable": "not for attribution",
}

CATEGORIES: dict[str, str] = {
    "protection_of_persons": "protection of persons",
    "confidence_of_the_talks": "confidence of the talks",
    "international_relations": "international relations",
    "ongoing_assessment": "ongoing assessment",
    "security": "security",
    "other": "other",
}

VIEWS: dict[str, str] = {
    "desk": "What the desk that keeps the record sees, with findings as the machine left them.",
    "assessor": "What the independent assessor sees, with drafts and interviews.",
    "counterpart": "What has been released to the other side.",
    "oversight": "What has been released to the body that oversees the dialogue.",
    "public": "What has been released to everybody.",
}

LANGUAGES: dict[str, str] = {
    "en": "English",
    "fr": "French",
    "zh": "Chinese",
    "zh-Hans": "Chinese (simplified)",
    "zh-Hant": "Chinese (traditional)",
    "zh-CN": "Chinese (simplified)",
    "zh-TW": "Chinese (traditional)",
    "de": "German",
    "es": "Spanish",
    "ru": "Russian",
    "ar": "Arabic",
    "bo": "Tibetan",
    "ug": "Uyghur",
}

MACHINE = "found by machine, not reviewed"


def plain(code: str) -> str:
    """A code of the vocabulary as words: `by_function` becomes "by function"."""
    return code.replace("_", " ")


def language(tag: str) -> str:
    """The English name of a language, else its tag."""
    return LANGUAGES.get(tag) or LANGUAGES.get(tag.split("-")[0]) or tag


def counted(number: int | float, one: str, many: str | None = None) -> str:
    """A count with its noun: `counted(1, "round")` is "1 round"."""
    shown = f"{number:,.0f}"
    return f"{shown} {one if shown == '1' else many or one + 's'}"
