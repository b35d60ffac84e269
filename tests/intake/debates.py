"""Invented debates as Akoma Ntoso (versions 2 and 3) and as TEI after the ParlaMint schema."""

from pathlib import Path

THREE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
TWO = "http://www.akomantoso.org/2.0"

AKOMA = """<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="{namespace}">
 <debate name="record">
  <meta>
   <identification source="#assembly">
    <FRBRWork>
     <FRBRthis value="/es/debate/2031-03-04/7/main"/>
     <FRBRdate date="2031-03-04" name="sitting"/>
     <FRBRcountry value="es"/>
    </FRBRWork>
    <FRBRExpression><FRBRlanguage language="eng"/>{translation}</FRBRExpression>
   </identification>
   <references source="#assembly">
    <TLCOrganization {id}="assembly" href="/ontology/organization/a" showAs="The Assembly"/>
    <TLCPerson {id}="dahl" href="/ontology/person/dahl" showAs="Mira Dahl"/>
    <TLCPerson {id}="brandt" href="/ontology/person/brandt" showAs="Oskar Brandt"/>
    <TLCRole {id}="chair" href="/ontology/role/chair" showAs="Chairperson"/>
   </references>
  </meta>
  <preface><p><docTitle>Debates of the Assembly (invented)</docTitle>
   <docDate date="2031-03-04">4 March 2031</docDate></p></preface>
  <debateBody>
   <debateSection name="questions" {id}="s1"><heading>Prisons</heading>
    <narrative>The Assembly met at ten.</narrative>
    <speech by="#dahl" as="#chair" {id}="sp1"><from>Ms Dahl:</from>
     <p>The sitting is open. <remark>[Applause]</remark></p><p>We have one item.</p></speech>
    <debateSection name="asked" {id}="s2"><heading>Visits</heading>
     <question by="#brandt" to="#dahl" {id}="q1"><from>Mr Brandt</from>
      <p>Who may visit?</p></question>
     <answer by="#dahl" {id}="a1"><from>Ms Dahl</from><p>Families may.</p>
      <p xml:lang="fr">Les familles, et les avocats.</p></answer>
    </debateSection>
    <speech by="#nobody" {id}="sp2"><from>A voice</from><p>Hear, hear.</p></speech>
    <scene>The Assembly rose.</scene>
   </debateSection>
  </debateBody>
 </debate>
</akomaNtoso>
"""


def akoma(folder: Path, namespace: str = THREE, translation: str = "") -> Path:
    """A debate in version 3."""
    attribute = "eId" if namespace == THREE else "id"
    path = folder / "debate.xml"
    text = AKOMA.format(namespace=namespace, id=attribute, translation=translation)
    path.write_text(text, "utf-8")
    return path


def akoma_two(folder: Path) -> Path:
    """The same in version 2."""
    return akoma(folder, TWO)


TEI = 'xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude"'
NAME = "ParlaMint-ES_2031-03-04-7"
HEAD = """<teiHeader><fileDesc><titleStmt>
<title type="main" xml:lang="en">Parliament of Estravane (invented)</title>
<title type="sub" xml:lang="en">Sitting 7</title><title type="sub" xml:lang="fr">Séance 7</title>
<meeting n="7" ana="#parla.sitting">7</meeting></titleStmt></fileDesc>
<profileDesc><settingDesc><setting><name type="city">Halvard</name>
<date when="2031-03-04">4.3.2031</date></setting></settingDesc></profileDesc></teiHeader>"""
DEBATE = """<?xml version="1.0" encoding="UTF-8"?>
<TEI {tei} xml:lang="en" xml:id="{name}" ana="#parla.sitting #reference">
{head}
<text><body><div type="debateSection" xml:id="{name}.d1"><head>Prisons</head>
<note type="time">Ten o'clock</note>
<note type="speaker">THE SPEAKER:</note>
<u who="#DahlMira" ana="#chair" xml:id="{name}.u1">
<seg xml:id="{name}.s1">The sitting is open.</seg>
<note type="narrative">Applause</note><seg>We have one item.</seg></u>
<note type="speaker">Mr BRANDT:</note>
<u who="#BrandtOskar" ana="#regular" xml:id="{name}.u2"><seg>{second}</seg>
<seg xml:lang="fr">Je le dis en français.</seg><vocal><desc>laughs</desc></vocal></u>
<note type="speaker">A voice:</note>
<u who="#Nobody" ana="#guest" xml:id="{name}.u3"><seg>Hear, hear.</seg></u>
</div></body></text></TEI>
"""
PLAIN = "Who may visit, then?"
WORDS = (
    '<s><w lemma="who">Who</w><w>may</w><w join="right">visit</w><pc>,</pc>'
    '<w join="right">then</w><pc>?</pc></s>'
)
PEOPLE = """<listPerson {tei} xml:id="ParlaMint-ES-listPerson">
<person xml:id="DahlMira"><persName xml:lang="en"><surname>Dahl</surname><forename>Mira</forename>
</persName><sex value="F"/><birth when="1961"/>
<affiliation role="member" ref="#ES-Parliament" from="2009-01-01"/>
<affiliation role="member" ref="#group.North" from="2009-01-01" to="2020-01-01"/>
<affiliation role="member" ref="#group.South" from="2020-01-02"/></person>
<person xml:id="BrandtOskar"><persName><forename>Oskar</forename><surname>Brandt</surname>
</persName></person></listPerson>
"""
ORGS = """<listOrg>
<org xml:id="ES-Parliament" role="parliament"><orgName full="yes" xml:lang="en">
Parliament</orgName></org>
<org xml:id="group.North" role="parliamentaryGroup">
<orgName full="yes" xml:lang="en">North</orgName>
<orgName full="abb">N</orgName></org>
<org xml:id="group.South" role="parliamentaryGroup">
<orgName full="yes" xml:lang="en">South</orgName>
</org></listOrg>"""
ROOT = """<?xml version="1.0" encoding="UTF-8"?>
<teiCorpus {tei} xml:lang="en" xml:id="ParlaMint-ES">
<teiHeader><fileDesc><titleStmt>
<title type="main" xml:lang="en">Parliament of Estravane (invented)</title></titleStmt></fileDesc>
<encodingDesc><classDecl><xi:include href="not-here.xml"/></classDecl></encodingDesc>
<profileDesc><particDesc>{orgs}<xi:include href="ParlaMint-ES-listPerson.xml"/></particDesc>
</profileDesc></teiHeader>
<xi:include href="2031/{name}{ending}"/>{more}
</teiCorpus>
"""


def debate(folder: Path, second: str = PLAIN, name: str = NAME, ending: str = ".xml") -> Path:
    """One debate alone."""
    path = folder / f"{name}{ending}"
    path.write_text(DEBATE.format(tei=TEI, name=name, head=HEAD, second=second), "utf-8")
    return path


def corpus(folder: Path, more: str = "") -> Path:
    """A corpus: its root, the list of people beside it, a debate in a folder of its year."""
    (folder / "2031").mkdir()
    debate(folder / "2031")
    (folder / "ParlaMint-ES-listPerson.xml").write_text(PEOPLE.format(tei=TEI), "utf-8")
    root = folder / "ParlaMint-ES.xml"
    root.write_text(ROOT.format(tei=TEI, orgs=ORGS, name=NAME, ending=".xml", more=more), "utf-8")
    return root


def annotated(folder: Path) -> Path:
    """An annotated debate alone."""
    return debate(folder, WORDS, ending=".ana.xml")
