"""What a desk officer reads out of eight published texts on two dialogues, as codes.

Everything here is our own reading in our own short words: which round, which matter, what step.
Names of people, addresses and texts are taken from the file at run time and are not kept here.
Nothing was asked of anybody: what a text does not say stays open.
"""

Row = dict[str, str | int]

UK = {
    "title": "UK-China human rights dialogue",
    "own": ("United Kingdom", "Desk officer; Head of department; Director; Minister"),
    "other": ("China", ""),
    # round: first day, last day, city, host, text that tells of it
    "rounds": {
        7: ("2001-11-19", "2001-11-21", "London", "United Kingdom", "ukcn07-uk-en"),
        8: ("2002-05-15", "", "Beijing", "China", "ukcn08-uk-en"),
        23: ("2016-10", "", "London", "United Kingdom", "ukcn23-uk-en"),
    },
    # short name: title, theme, rounds at which a text says it was raised
    "concerns": {
        "uk-tibet-xinjiang": ("Tibet and Xinjiang", "minorities", (7, 8)),
        "uk-freedoms": ("Expression, religion, association", "freedoms", (7, 8, 23)),
        "uk-falun-gong": ("Falun Gong", "religion", (7, 8)),
        "uk-psychiatry": ("Abuse of psychiatry", "torture", (7,)),
        "uk-death-penalty": ("Death penalty", "death penalty", (7, 8)),
        "uk-torture": ("Torture, re-education through labour", "torture", (7,)),
        "uk-refugees": ("North Korean refugees", "refugees", (7, 8)),
        "uk-un": ("Visits by UN rapporteurs", "UN mechanisms", (7, 8)),
        "uk-covenants": ("Ratifying covenants and labour conventions", "treaties", (7, 8)),
        "uk-broadcasts": ("Blocked broadcasts and pages", "freedoms", (7, 8)),
        "uk-cases": ("Individual cases handed over", "cases", (7, 8)),
        "uk-lawyers": ("Lawyers and activists held since July 2015", "defenders", (23,)),
    },
    # concern, round, what was asked, action category of the review
    "questions": (("uk-lawyers", 23, "Release those held since July 2015", 5),),
    "agenda": {8: (("Ethnic minority affairs", ""),)},
    "visits": (
        ("Gansu, Tibetan and Muslim groups", "United Kingdom", "2002-05", 8, "uk-tibet-xinjiang"),
        ("Broadcaster and criminal court in London", "United Kingdom", "2001-11", 7, ""),
    ),
    "undertakings": (),
    "heads": {},
    "remarks": ((23, "United Kingdom", "atmosphere", "Calls the talks constructive and open"),),
    "purposes": (
        ("United Kingdom", "Long-term momentum; what is needed to ratify the covenant", "2011-06"),
    ),
    "papers": {
        "ukcn07-uk-en": (7, "United Kingdom", "Written answer on the seventh round"),
        "ukcn08-uk-en": (8, "United Kingdom", "Written answer on the eighth round"),
        "ukcn23-uk-en": (23, "United Kingdom", "News story on the 23rd round"),
        "ukcn-benchmarks-2011-en": (0, "United Kingdom", "Answer on benchmarks"),
    },
}
"""The UK-China dialogue: four texts of one side."""

EU = {
    "title": "EU-Vietnam human rights dialogue",
    "own": ("European Union", "Head of division; Director; Managing Director"),
    "other": ("Vietnam", "Deputy Director General; Director General; Vice Minister"),
    "rounds": {
        3: ("2013-09-11", "", "Hanoi", "Vietnam", "euvn03-eu-en"),
        4: ("2015-01-19", "", "Brussels", "European Union", "euvn04-eu-en"),
        6: ("2016-12-08", "", "Brussels", "European Union", "euvn06-vn-en"),
        8: ("2019-03-04", "", "Brussels", "European Union", "euvn08-eu-en"),
    },
    "concerns": {
        "ev-expression": ("Freedom of expression, media, internet law", "freedoms", (3, 4, 6, 8)),
        "ev-security": ("National security provisions", "justice", (3, 4)),
        "ev-defenders": ("Bloggers, defenders and their relatives", "defenders", (3, 4, 8)),
        "ev-religion": ("Freedom of religion or belief", "religion", (4, 6)),
        "ev-association": ("Association and peaceful assembly", "freedoms", (6,)),
        "ev-reform": ("Legal and judicial reform", "justice", (6,)),
        "ev-death-penalty": ("Death penalty", "death penalty", (8,)),
        "ev-labour": ("Labour rights", "labour", (8,)),
        "ev-environment": ("Environment", "environment", (8,)),
        "ev-un": ("Recommendations of UN bodies", "UN mechanisms", (8,)),
    },
    "questions": (
        ("ev-defenders", 8, "Release those held for peaceful expression", 5),
        ("ev-un", 8, "Standing invitation to special procedures", 5),
        ("ev-un", 8, "Carry out recommendations of the review", 4),
    ),
    "agenda": {},
    "visits": (
        ("Detention centre in Ninh Binh", "European Union", "2013-09", 3, ""),
        ("Prison in Berlin", "European Union", "2015-01-20", 4, ""),
    ),
    # by, what, concern, round, due, (on, how far, who says)
    "undertakings": (
        ("Vietnam", "Sign and ratify the convention against torture", "", 3, "2014",
         ("2015-01-19", "limited", "other_side")),
        ("Vietnam", "Let the rapporteur on religion or belief visit", "ev-religion", 3, "2014",
         ("2014-07", "complete", "other_side")),
        ("European Union", "Help with recommendations of the review", "ev-un", 8, "", ()),
    ),
    # round: side, rank, which name in the text
    "heads": {
        3: (("European Union", "Director", 0), ("Vietnam", "Director General", 1)),
        4: (("European Union", "Director", 0), ("Vietnam", "Director General", 1)),
        6: (("European Union", "Head of division", 0),),
    },
    "remarks": (
        (3, "European Union", "atmosphere", "Calls the talks frank and open"),
        (4, "European Union", "atmosphere", "Calls the talks frank and open"),
        (6, "Vietnam", "atmosphere", "Calls the talks open and friendly"),
        (6, "Vietnam", "results", "Says the other side recognised its efforts"),
    ),
    "purposes": (),
    "papers": {
        "euvn03-eu-en": (3, "European Union", "Press release on the third round"),
        "euvn04-eu-en": (4, "European Union", "Press release on the fourth round"),
        "euvn06-vn-en": (6, "Vietnam", "Broadcaster's report on the sixth round"),
        "euvn08-eu-en": (8, "European Union", "Press release on the eighth round"),
    },
}  # fmt: skip
"""The EU-Vietnam dialogue: three texts of one side, one of the other."""

READINGS = {"uk": UK, "ev": EU}
