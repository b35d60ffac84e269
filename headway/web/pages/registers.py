"""The register of a dialogue: which body is what to which concern, both sides side by side."""

from collections import Counter
from typing import Any

from headway.domain.concerns import Concern
from headway.domain.parties import Body, Dialogue, Mandate, Party
from headway.domain.rounds import Delegate
from headway.measures.threads import body_of
from headway.phrases import number, say, says
from headway.web import cells, citing, heads, links, lists, tables, words
from headway.web.look import Look
from headway.web.pages.bodies import in_order


def listing(look: Look, id: str) -> dict[str, Any]:
    """Which body is what to which concern, both sides beside each other; then all bodies."""
    dialogue = look.one(Dialogue, id)
    concerns = list(look.having(Concern, "dialogue", id))
    bodies = _bodies_of(look, dialogue, concerns)
    return {
        "title": say("Bodies"),
        "lead": say(
            "Which institution owns a policy, carries it out, speaks for it or knows about it, "
            "on either side, with the source of each claim and who contests it."
        ),
        "crumbs": heads.crumbs(look, dialogue),
        "dialogue": heads.dialogue_head(look, dialogue),
        "sides": [
            _side(look, party.id, place, bodies, concerns)
            for place, party in enumerate(look.sides(dialogue), 1)
        ],
        "how": say("A mandate is a claim with a source. Where somebody contests it, it says so."),
        "tables": {
            "register": _register(look, dialogue, concerns),
            "bodies": _list(look, dialogue, bodies, concerns),
        },
    }


def _bodies_of(look: Look, dialogue: Dialogue, concerns: list[Concern]) -> list[Body]:
    named = {m.body for c in concerns for m in look.having(Mandate, "concern", c.id)}
    found = [b for b in look.all(Body) if b.party in dialogue.parties or b.id in named]
    order = {party.id: place for place, party in enumerate(look.sides(dialogue))}
    return sorted(found, key=lambda b: (order.get(b.party or "", 9), b.name.within(look.language)))


def _of_dialogue(look: Look, body: Body, concerns: list[Concern]) -> list[Mandate]:
    ids = {c.id for c in concerns}
    return [m for m in look.having(Mandate, "body", body.id) if m.concern in ids]


def _side(
    look: Look, party: str, column: int, bodies: list[Body], concerns: list[Concern]
) -> dict[str, Any]:
    own = [b for b in bodies if b.party == party]
    about = [c for c in concerns if c.about == party]
    owned = [c for c in about if _relations(look, c, party, "owns")]
    mandates = [m for b in own for m in _of_dialogue(look, b, concerns)]
    counts = {r: sum(m.relation == r for m in mandates) for r in words.RELATIONS}
    return {
        "party": look.party(party),
        "column": column,
        "sentence": say(
            "{owned} of {concerns} about it have an owner named among its {bodies}.",
            owned=number(len(owned)),
            concerns=says("{count} concern", "{count} concerns", len(about)),
            bodies=says("{count} body", "{count} bodies", len(own)),
        ),
        "counts": [
            *(citing.count(words.RELATIONS[r], n) for r, n in counts.items()),
            citing.count(say("disputed"), sum(m.disputed for m in mandates)),
        ],
        "title": "",
        "entries": [],
        "none": "",
    }


def _relations(look: Look, concern: Concern, party: str | None, relation: str = "") -> list[Any]:
    found = []
    for mandate in in_order(look, look.having(Mandate, "concern", concern.id)):
        body = look.get(Body, mandate.body)
        if body and body.party == party and relation in ("", mandate.relation):
            found.append(_claim(look, body, mandate))
    return found


def _claim(look: Look, body: Body, mandate: Mandate) -> dict[str, Any]:
    name, what = body.name.within(look.language), words.RELATIONS[mandate.relation]
    said = (
        say("{body}: {what} (disputed)", body=name, what=what)
        if mandate.disputed
        else say("{body}: {what}", body=name, what=what)
    )
    return cells.text(said, body.name.language_shown(look.language), look.link("bodies", body.id))


def _register(look: Look, dialogue: Dialogue, concerns: list[Concern]) -> tables.Table:
    c = lists.Column
    sides = look.sides(dialogue)
    per_side = [_of_side(look, party, place) for place, party in enumerate(sides, 1)]
    columns = [
        c("concern", say("Concern"), lambda x: links.concern(look, x.id),
          raw=lambda x: x.title.within(look.language)),
        c("about", say("Whose policy"), lambda x: look.party(x.about), raw=lambda x: x.about,
          choice=look.party_name),
        *per_side,
        c("others", say("Neither side"), lambda x: _relations(look, x, None) or say("none")),
    ]  # fmt: skip
    return lists.listed(
        look,
        "register",
        say("Which body is what to which concern"),
        sorted(concerns, key=lambda x: x.title.within(look.language)),
        columns,
        haystack=lambda x: " ".join(
            [
                *x.title.values(),
                *(_name_of(look, m.body) for m in look.having(Mandate, "concern", x.id)),
            ]
        ),
        empty=say("No concern is on record."),
    )


def _of_side(look: Look, party: Party, place: int) -> lists.Column:
    """The column of one side: its bodies for a concern, or that nobody looked for its owner."""

    def claims(concern: Concern) -> list[Any]:
        return _relations(look, concern, party.id)

    def shown(concern: Concern) -> Any:
        owner = {"text": words.CODES["not_looked"][0], "code": "not_looked"}
        return claims(concern) or (owner if concern.about == party.id else say("none named"))

    return lists.Column(
        f"by_{place}",
        party.name.within(look.language),
        shown,
        raw=lambda concern: len(claims(concern)),
    )


def _name_of(look: Look, body_id: str) -> str:
    body = look.get(Body, body_id)
    return " ".join(body.name.values()) if body else ""


def _list(
    look: Look, dialogue: Dialogue, bodies: list[Body], concerns: list[Concern]
) -> tables.Table:
    c = lists.Column
    rounds = {r.id for r in heads.rounds_of(look, dialogue.id)}
    came = Counter(
        body
        for round_id in rounds
        for body in {body_of(look.corpus, d) for d in look.having(Delegate, "round", round_id)}
    )
    columns = [
        c("body", say("Body"), lambda b: links.body(look, b.id),
          raw=lambda b: b.name.within(look.language)),
        c("side", say("Side"), lambda b: look.party(b.party) or say("neither side"),
          raw=lambda b: b.party, choice=look.party_name),
        c("kind", say("Kind"), lambda b: words.BODY_KINDS[b.kind], raw=lambda b: b.kind,
          choice=words.BODY_KINDS.__getitem__),
        c("mandates", say("Mandates"), lambda b: len(_of_dialogue(look, b, concerns)),
          raw=lambda b: len(_of_dialogue(look, b, concerns))),
        c("came", say("Rounds it is named at"), lambda b: came[b.id], raw=lambda b: came[b.id]),
        c("source", say("Source"), lambda b: citing.sources(look, b)),
    ]  # fmt: skip
    return lists.listed(
        look,
        "bodies",
        say("All bodies"),
        bodies,
        columns,
        haystack=lambda b: " ".join(b.name.values()),
        first=False,
        empty=say("No body is on record."),
    )
