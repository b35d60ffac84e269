"""What is missing?

Formula: numbers, days, names and agreed terms of a statement's original text that are not found in
the paragraph of its translation that stands beside, listed one by one. A list of places to look,
no rate and never a headline: a place told here may be said in other words, and an error in words
alone is not told at all.

Looked for are numbers in figures and in words from two on (one, first, both and half are said in
too many ways), days, months and days of the week, persons, bodies and parties that the record names
in both languages, and terms the sides agreed on. As said count 20,000, vingt mille and 两万; the
third and 第三; 48 hours and two days; 7 p.m. and 19 h; 50 % and a half. Paragraphs are laid beside
each other by their official numbers where the texts have them, else by their lengths and by what
both state. English, French and Chinese are read.

Not looked through: translations of which the text, or that of the original, is not held
(`not_looked`), those in other languages (`not_assessed`), those whose existence is an unknown code,
and withheld texts. Names nobody wrote down in both languages are not looked for. Sentences with no
counterpart are not looked for yet: that waits for sentence vectors across languages.

Source: the 2006 assessment of the Canada-China dialogue, on speeches poorly translated; paragraphs
after Gale and Church, A Program for Aligning Sentences in Bilingual Corpora (1993). When not to use
it: as a count of errors, or as a figure about a translator. A list does not say who left a thing
out, nor whether it should have stood there.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from headway.domain.corpus import Corpus
from headway.domain.ids import any_id
from headway.domain.paragraphs import aligned, numbers_in
from headway.domain.parties import Body, Party, Person
from headway.domain.statements import Rendering, Statement, Term
from headway.measures.about import Measure
from headway.measures.figure import Ask, Figure, Item
from headway.measures.known_names import known_names
from headway.measures.rates import figure
from headway.measures.threads import name_of, titled
from headway.measures.translations import source_of, translations_of, withheld_texts
from headway.phrases import listing, number, phrase, say, says
from headway.text.beside import Beside
from headway.text.omissions import KINDS, Compared, Known, Omission, compare, is_read

MEASURE = Measure(
    name="translation_omissions",
    version="1",
    kind="register",
    title=phrase("Places to look in translations"),
    question=phrase("What is missing?"),
    formula=phrase(
        "numbers, days, names and agreed terms of the original not found in the translation, listed"
    ),
    source=phrase("the 2006 assessment; Gale and Church (1993) for paragraphs side by side"),
    not_when=phrase("as a count of errors, or as a figure about a translator"),
    both_sides=phrase("The translations of what each party said, read in the same way."),
    rests_on=(Statement, Rendering, Term, Person, Body, Party),
)

AROUND = {"zh": 10}
MOST_AROUND = 28


def measure(corpus: Corpus, ask: Ask, reuse: object | None = None) -> Figure:
    """The list over all rounds, or the one asked for."""
    looked: list[tuple[Rendering, Compared]] = []
    items: list[Item] = []
    for statement, rendering in translations_of(corpus, ask):
        compared = compared_of(corpus, ask.dialogue, rendering)
        if isinstance(compared, Item):
            items.append(_left_out(compared, statement))
            continue
        looked.append((rendering, compared))
        items.extend(_items(corpus, statement, rendering, compared))
    items += withheld_texts(corpus, ask)
    left = sum(1 for item in items if item.code not in ("yes", "no"))
    return figure(
        MEASURE,
        corpus,
        ask,
        _sentence(name_of(corpus, ask.party), [c for _, c in looked], left),
        counts=_counts([c for _, c in looked], left),
        items=tuple(items),
        notes=_notes(bool(looked)),
    )


# -- one translation ---------------------------------------------------------------------------


def compared_of(corpus: Corpus, dialogue: str, rendering: Rendering) -> Compared | Item:
    """What a translation leaves out, or the item that says why it was not looked through."""
    ref = any_id("Rendering", rendering.id)
    if rendering.available != "yes":
        words = say("nobody knows whether it exists")
        return Item(ref, rendering.available, words, "not_known_to_exist")
    source = source_of(corpus, rendering)
    if rendering.text is None:
        return Item(ref, "not_looked", say("no text is held"), "no_text")
    if source is None:
        return Item(ref, "not_looked", say("the text it was made from is not held"), "no_source")
    if not (is_read(source.language) and is_read(rendering.language)):
        return Item(ref, "not_assessed", say("its language is not read"), "language_not_read")
    one, other = corpus.text(str(source.text)), corpus.text(rendering.text)
    languages = (source.language, rendering.language)
    known = known_names(corpus, dialogue, languages)
    return _compared(one, other, languages, known, _by_number(source, rendering, one, other))


@lru_cache(maxsize=512)
def _compared(
    source: str,
    rendering: str,
    languages: tuple[str, str],
    known: tuple[Known, ...],
    pairs: tuple[Beside, ...] | None,
) -> Compared:
    """Read once for all languages in which a figure is told."""
    return compare(source, rendering, languages, known, pairs)


def _by_number(
    source: Rendering, rendering: Rendering, one: str, other: str
) -> tuple[Beside, ...] | None:
    """Paragraphs side by side as their official numbers say; None where they have none."""
    lines = [sum(1 for line in text.splitlines() if line.strip()) for text in (one, other)]
    here, there = numbers_in(source.place, lines[0]), numbers_in(rendering.place, lines[1])
    if not here or not there:
        return None
    return tuple(
        (() if left is None else (left,), () if right is None else (right,))
        for left, right in aligned(here, there)
    )


def _left_out(item: Item, statement: Statement) -> Item:
    words = say("{what}: {why}", what=titled(statement.title), why=item.words)
    return Item(item.ref, item.code, words, item.category)


def _items(
    corpus: Corpus, statement: Statement, rendering: Rendering, compared: Compared
) -> Iterator[Item]:
    ref, title = any_id("Rendering", rendering.id), titled(statement.title)
    words = says(
        "{title}: {count} place looked for, {absent} not found",
        "{title}: {count} places looked for, {absent} not found",
        compared.places,
        title=title,
        absent=number(len(compared.omissions)),
    )
    yield Item(ref, "yes", words, "looked_through")
    source = source_of(corpus, rendering)
    text = corpus.text(str(source.text)) if source else ""
    around = MOST_AROUND if source is None else AROUND.get(source.language[:2], MOST_AROUND)
    for omission in compared.omissions:
        span = f"{omission.begin}-{omission.end}"
        yield Item(ref, "no", _told(title, text, omission, around), omission.kind, span=span)


def _told(title: str, text: str, omission: Omission, around: int) -> str:
    told = " ".join(text[omission.begin : omission.end].split())
    before = text[max(0, omission.begin - around) : omission.begin].rpartition("\n")[2]
    after = text[omission.end : omission.end + around].partition("\n")[0]
    if around == MOST_AROUND:  # cut between words, not inside them
        before = before.partition(" ")[2] if " " in before else before
        after = after.rpartition(" ")[0] if " " in after else after
    values = {
        "title": title,
        "number": number(omission.paragraph),
        "what": told,
        "context": f"{before}{told}{after}".strip(),
    }
    if omission.beside:
        return say("{title}, paragraph {number}: “{what}” in “… {context} …”", **values)
    return say(
        "{title}, paragraph {number}, which has no counterpart: “{what}” in “… {context} …”",
        **values,
    )


# -- in words ----------------------------------------------------------------------------------


def _counts(looked: Sequence[Compared], left: int) -> tuple[tuple[str, float], ...]:
    absent = Counter(omission.kind for one in looked for omission in one.omissions)
    return (
        ("looked_through", float(len(looked))),
        ("not_looked_through", float(left)),
        ("places", float(sum(one.places for one in looked))),
        ("absent", float(sum(absent.values()))),
        *((f"absent_{kind}s", float(absent[kind])) for kind in KINDS),
    )


def _sentence(name: str, looked: Sequence[Compared], left: int) -> str:
    if not looked and not left:
        return say("0 translations of what {party} said are in the record.", party=name)
    if not looked:
        return says(
            "0 of {count} translation of what {party} said was looked through.",
            "0 of {count} translations of what {party} said were looked through.",
            left,
            party=name,
        )
    counts = dict(_counts(looked, left))
    where = says(
        "in {count} translation of what {party} said",
        "in {count} translations of what {party} said",
        len(looked),
        party=name,
    )
    main = says(
        "{count} place to look {where}: {kinds} not found, of {all} looked for",
        "{count} places to look {where}: {kinds} not found, of {all} looked for",
        counts["absent"],
        where=where,
        kinds=_kinds(counts),
        all=number(counts["places"]),
    )
    if not counts["absent"]:
        main = says(
            "0 places to look {where}: all {count} looked for was found",
            "0 places to look {where}: all {count} looked for were found",
            counts["places"],
            where=where,
        )
    if not left:
        return say("{main}.", main=main)
    return says(
        "{main}; {count} translation was not looked through.",
        "{main}; {count} translations were not looked through.",
        left,
        main=main,
    )


def _kinds(counts: dict[str, float]) -> str:
    told = (
        says("{count} number", "{count} numbers", counts["absent_numbers"]),
        says("{count} day or month", "{count} days or months", counts["absent_dates"]),
        says("{count} name", "{count} names", counts["absent_names"]),
        says("{count} agreed term", "{count} agreed terms", counts["absent_terms"]),
    )
    kinds = [counts[f"absent_{kind}s"] for kind in KINDS]
    return listing([words for words, count in zip(told, kinds, strict=True) if count])


def _notes(any_looked: bool) -> tuple[str, ...]:
    if not any_looked:
        return ()
    return (
        say(
            "Places to look, not errors: a thing may be said in other words. Found by machine, "
            "not reviewed."
        ),
        say("Sentences with no counterpart are not looked for yet."),
    )
