"""Invented reports of a House in two languages, after the schema of the official ones."""

from pathlib import Path
from xml.sax.saxutils import escape

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<Hansard xml:lang="{lang}" id="9000001">
<StartPageNumber>1</StartPageNumber>
<DocumentTitle><DocumentName>OFFICIAL REPORT (INVENTED)</DocumentName></DocumentTitle>
<ExtractedInformation>
<ExtractedItem Name="InstitutionDebate">{house}</ExtractedItem>
<ExtractedItem Name="Country">CANADA</ExtractedItem>
<ExtractedItem Name="ParliamentNumber">{parliament}</ExtractedItem>
<ExtractedItem Name="SessionNumber">1</ExtractedItem>
<ExtractedItem Name="MetaNumberNumber">007</ExtractedItem>
<ExtractedItem Name="MetaDateNumDay">4</ExtractedItem>
<ExtractedItem Name="MetaDateNumMonth">03</ExtractedItem>
<ExtractedItem Name="MetaDateNumYear">2031</ExtractedItem>
</ExtractedInformation>
<HansardBody><Intro>
<ParaText id="1">{opened}</ParaText>
<Prayer>Prayer</Prayer>
"""
HOUSE = {"en": "House of Commons Debates", "fr": "Débats de la Chambre des communes"}
OPENED = {"en": "The House met at 10 a.m.", "fr": "La séance est ouverte à 10 heures."}
SUBJECT = {"en": "Prisons (invented)", "fr": "Les prisons (inventé)"}
WHO = {
    "en": ("Ms. Ana Roy (Nordbay, Ind.)", "The Speaker"),
    "fr": ("Mme Ana Roy (Nordbay, Ind.)", "Le Président"),
}
FLOOR = {
    ("en", "en"): "English",
    ("en", "fr"): "Translation",
    ("fr", "fr"): "Français",
    ("fr", "en"): "Traduction",
}
WORDS = {
    "2": {"en": "We visited 12 prisons.", "fr": "Nous avons visité 12 prisons."},
    "3": {"en": "I say it in French now.", "fr": "Je le dis maintenant en français."},
    "4": {"en": "Does the <B>member</B> agree?", "fr": "La <B>députée</B> est-elle d'accord ?"},
    "5": {
        "en": "Agreed, on <?bk ?>12<?ek ?> terms.",
        "fr": "D'accord, à <?bk ?>12<?ek ?> conditions.",
    },
}


def report(language: str, *, without=(), more: str = "", parliament: int = 50) -> str:
    """One file of the report; `without` leaves paragraphs out, `more` adds XML at the end."""

    def spoken(floor: str) -> str:
        return (
            f'<FloorLanguage language="{floor.upper()}">[<I>{FLOOR[language, floor]}</I>]'
            "</FloorLanguage>"
        )

    def words(number: str) -> str:
        if number in without:
            return ""
        return f'<ParaText id="{number}">{WORDS[number][language]}</ParaText>\n'

    member, speaker = (escape(one) for one in WHO[language])
    return (
        HEAD.format(
            lang=language.upper(),
            house=HOUSE[language],
            opened=OPENED[language],
            parliament=parliament,
        )
        + f"""<SubjectOfBusiness id="70"><Timestamp Hr="10" Mn="05">(1005)</Timestamp>
{spoken("en")}<SubjectOfBusinessTitle>{SUBJECT[language]}</SubjectOfBusinessTitle>
<SubjectOfBusinessContent>
<Intervention Type="Debate" id="71"><PersonSpeaking><Affiliation DbId="900" Type="2">{member}
</Affiliation>: </PersonSpeaking><Content>
{words("2")}{spoken("fr")}{words("3")}<ProceduralText id="1">(Applause)</ProceduralText>
</Content></Intervention>
{spoken("en")}<Intervention Type="Debate" id="72"><PersonSpeaking>
<Affiliation DbId="901" Type="15">{speaker}</Affiliation>: </PersonSpeaking><Content>
{words("4")}</Content></Intervention>
<Intervention Type="Debate" id="73"><PersonSpeaking><Affiliation DbId="900" Type="2">{member}
</Affiliation></PersonSpeaking><Content>{words("5")}</Content></Intervention>
{more}</SubjectOfBusinessContent></SubjectOfBusiness></Intro></HansardBody></Hansard>
"""
    )


def english(folder: Path, **change) -> Path:
    """The English file of an invented sitting."""
    path = folder / "50-1-7-en.xml"
    path.write_text(report("en", **change), "utf-8")
    return path


def french(folder: Path, **change) -> Path:
    """The French file of the same."""
    path = folder / "50-1-7-fr.xml"
    path.write_text(report("fr", **change), "utf-8")
    return path


def pair(folder: Path) -> Path:
    """Both files; the English one."""
    french(folder)
    return english(folder)


def both(folder: Path) -> Path:
    """A folder with both."""
    (folder / "sitting").mkdir()
    pair(folder / "sitting")
    return folder / "sitting"
