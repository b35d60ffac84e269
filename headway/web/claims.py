"""The 38 claims of the article of June 2006, in our own words, and what answers each in a record.

The numbers are those by which the claims are kept. `figures` are measures, each told for both
sides; `facts` are names of `recorded.FACTS`, counts of what is on record; `wanting` are methods
that do not exist yet. A claim for which none of them says anything was looked into by nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from headway.phrases import Said, phrase, phrase_as


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: its number, its words (said with `say`), and the ways to an answer."""

    number: int
    words: str
    figures: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    wanting: tuple[str, ...] = ()


WANTING: Mapping[str, str] = Said(
    {
        "perceptions": phrase_as("wanting", "the same short form for both sides"),
        "foreseen_share": phrase_as("wanting", "replies held against a sealed forecast"),
        "ground_link": phrase_as("wanting", "concerns tied to what was observed"),
        "onward_reports": phrase_as("wanting", "reports to superiors, counted with their delay"),
        "net_movement": phrase_as("wanting", "what got better and worse between two dates"),
        "contribution": phrase_as("wanting", "whether the dialogue contributed, against rivals"),
        "contacts": phrase_as("wanting", "contacts a year, and actions touched between rounds"),
        "presentation_checks": phrase_as("wanting", "checks of a presentation before it is given"),
        "case_outcomes": phrase_as("wanting", "what became of cases, beside rounds and summits"),
        "reviews": phrase_as("wanting", "reviews held against their dates"),
    }
)
"""Methods that a later version will have, in words."""

CLAIMS: tuple[Claim, ...] = (
    Claim(1, phrase("Officials of the raising side have grown more dissatisfied and cynical."),
          ("remarks",), ("remarks",), ("perceptions",)),
    Claim(2, phrase("The dialogue was made a mainstay of a policy of engagement."),
          (), ("purposes_stated",)),
    Claim(3, phrase("Most officials are tired of it and no longer believe in it."),
          ("remarks",), ("remarks", "askings"), ("perceptions",)),
    Claim(4, phrase("The ministry itself ordered an assessment, which came months later."),
          (), ("assessments",)),
    Claim(5, phrase("Its author is a scholar who had sat in several rounds as a diplomat."),
          (), ("interests",)),
    Claim(6, phrase("Many on both sides take it to be without effect and mostly for show."),
          ("remarks",), ("remarks", "readouts"), ("perceptions",)),
    Claim(7, phrase("It began when one side agreed to leave a resolution at the UN aside."),
          (), ("began", "resolutions", "purposes_stated")),
    Claim(8, phrase("It is held once a year for a day or two, along an agenda."),
          ("hours", "agenda_items"), ("rounds", "agenda")),
    Claim(9, phrase("Much of it is a prepared script read out by the other side's ministry."),
          ("reuse_share", "repeated_points"), ("points",)),
    Claim(10, phrase("The same script is read at meetings with other countries."),
          ("first_said",), ("elsewhere",)),
    Claim(11, phrase("Everybody knows beforehand what will be said, and neither side cares."),
          ("novelty",), ("forecasts",), ("foreseen_share",)),
    Claim(12, phrase("The talks have little to do with the situation on the ground."),
          (), ("visits", "observations"), ("ground_link",)),
    Claim(13, phrase("The other side is less committed and slow with the arrangements."),
          ("arrangements",), ("arrangements",)),
    Claim(14, phrase("It sends delegations of lower and lower standing."),
          ("rank_of_head", "size"), ("delegates",)),
    Claim(15, phrase("It has fewer people in its division for human rights."),
          ("capacity",), ("staffings",)),
    Claim(16, phrase("As it grows stronger, it will no longer be lectured."),
          ("remarks",), ("remarks",), ("contribution",)),
    Claim(17, phrase("The wrong people take part."),
          ("mandate_coverage",), ("mandates",)),
    Claim(18, phrase("The ministry that leads has no say in the policy; its task lies abroad."),
          ("mandate_coverage:leading",), ("mandates",)),
    Claim(19, phrase("Other bodies in the room are there to defend the policy."),
          (), ("speaks_for",)),
    Claim(20, phrase("The level stays low."),
          ("rank_of_head",), ("delegates",)),
    Claim(21, phrase("No evidence was found that concerns on four subjects went up to superiors."),
          ("rungs:reported",), ("onward_reports", "searches"), ("onward_reports",)),
    Claim(22, phrase("The other side sees an exercise in politics and diplomacy."),
          (), ("purposes_stated",)),
    Claim(23, phrase("It believes the talks are meant for the raising side's public at home."),
          (), ("purposes_ascribed",)),
    Claim(24, phrase("Progress that comes from the dialogue is very hard to make out."),
          ("rungs", "undertakings"), (), ("net_movement", "contribution")),
    Claim(25, phrase("It goes on because it goes on."),
          (), ("decisions",), ("reviews",)),
    Claim(26, phrase("One day a year leaves little continuity and few ways to measure."),
          ("carry_over", "hours"), ("contacts",), ("contacts",)),
    Claim(27, phrase("The other side is as unhappy: it finds the talks empty and of no benefit."),
          ("remarks",), ("remarks",), ("perceptions",)),
    Claim(28, phrase("What the raising side presents is at times simple and condescending."),
          ("remarks",), ("remarks",), ("presentation_checks",)),
    Claim(29, phrase("One official speaks of a missionary attitude."),
          ("remarks",), ("remarks",)),
    Claim(30, phrase("Speeches and papers are translated badly or not at all."),
          ("translation_coverage", "translation_timeliness", "translation_quality",
           "translation_omissions"), ("texts",)),
    Claim(31, phrase("The people the raising side sends keep changing."),
          ("retention", "memory_of_concern", "handover"), ("delegates",)),
    Claim(32, phrase("There is little follow-up or exchange from one meeting to the next."),
          (), ("contacts", "actions"), ("contacts",)),
    Claim(33, phrase("It takes much time and means, and little comes back."),
          ("capacity", "remarks"), ("efforts", "remarks")),
    Claim(34, phrase("The other side takes part only as a favour to the first."),
          ("remarks",), ("purposes_ascribed", "remarks")),
    Claim(35, phrase("The point is an effect on policy; a side that gains nothing stops first."),
          (), ("purposes_stated",), ("perceptions",)),
    Claim(36, phrase("NGOs agree; nobody in charge of minority rights takes part."),
          ("mandate_coverage",), ("submissions", "other_remarks")),
    Claim(37, phrase("It has become a routine without aim that answers to nobody."),
          ("stale_concerns",), ("purposes", "decisions", "recommendations"), ("reviews",)),
    Claim(38, phrase("Human rights are used as a coin in bargaining."),
          (), ("events",), ("case_outcomes",)),
)  # fmt: skip
