"""The URL table: every page of the site, its address, its function, its template."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from headway.web.look import Look
from headway.web.pages import (
    about,
    actions,
    article,
    assessments,
    bodies,
    capacity,
    concerns,
    dialogues,
    events,
    home,
    measures,
    papers,
    parties,
    passages,
    persons,
    points,
    recommendations,
    recurring,
    registers,
    remarks,
    rounds,
    search,
    sources,
    statements,
    undertakings,
    values,
)

Build = Callable[..., dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `build(look, **parts of the address)` returns the dict it shows."""

    name: str
    address: str
    build: Build
    template: str
    fragment: str = ""

    @property
    def pattern(self) -> str:
        """The regular expression of the address, its twin `.json` and its tables' `.csv`."""
        twin = r"(?P<form>\.json|\.[a-z_]+\.csv)?"
        if self.address == "/":
            return rf"^(?:index{twin})?$"
        body = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+?)", self.address.lstrip("/"))
        return rf"^{body}{twin}$"

    def show(self, look: Look, **parts: str) -> dict[str, Any]:
        """The plain dict of the page."""
        return self.build(look, **parts)


PAGES: tuple[Page, ...] = (
    Page("home", "/", home.page, "home"),
    Page("about", "/about", about.page, "about"),
    Page("dialogue", "/dialogues/{id}", dialogues.page, "dialogue"),
    Page("article", "/dialogues/{id}/article", article.page, "article"),
    Page("concerns", "/dialogues/{id}/concerns", concerns.listing, "listing"),
    Page("undertakings", "/dialogues/{id}/undertakings", undertakings.listing, "ledger"),
    Page("actions", "/dialogues/{id}/actions", actions.listing, "ledger"),
    Page("papers", "/dialogues/{id}/papers", papers.listing, "ledger"),
    Page("points", "/dialogues/{id}/points", points.listing, "ledger"),
    Page("capacity", "/dialogues/{id}/capacity", capacity.listing, "ledger"),
    Page("events", "/dialogues/{id}/events", events.listing, "ledger"),
    Page("bodies", "/dialogues/{id}/bodies", registers.listing, "ledger"),
    Page(
        "recommendations",
        "/dialogues/{id}/recommendations",
        recommendations.listing,
        "ledger",
    ),
    Page("all_recommendations", "/recommendations", recommendations.everything, "ledger"),
    Page("assessments", "/dialogues/{id}/assessments", assessments.listing, "listing"),
    Page("assessment", "/dialogues/{id}/assessments/{assessment}", assessments.page, "assessment"),
    Page("remarks", "/dialogues/{id}/remarks", remarks.listing, "remarks"),
    Page("statements", "/dialogues/{id}/statements", statements.listing, "listing"),
    Page("recurring", "/dialogues/{id}/recurring", recurring.listing, "ledger"),
    Page("measures", "/dialogues/{id}/measures", measures.listing, "measures"),
    Page("measure", "/dialogues/{id}/measures/{name}", measures.page, "measure"),
    Page("party", "/dialogues/{id}/parties/{party}", parties.page, "party"),
    Page("round", "/rounds/{id}", rounds.page, "round"),
    Page("statement", "/statements/{id}", statements.page, "statement"),
    Page(
        "passage",
        "/renderings/{id}/passages/{number}",
        passages.page,
        "passage",
        fragment="headway/parts/passage.html",
    ),
    Page("concern", "/concerns/{id}", concerns.page, "concern"),
    Page("person", "/persons/{id}", persons.page, "person"),
    Page("body", "/bodies/{id}", bodies.page, "body"),
    Page("sources", "/sources", sources.listing, "listing"),
    Page("source", "/sources/{id}", sources.page, "source"),
    Page("search", "/search", search.page, "search"),
    Page("nouns", "/values", values.nouns, "listing"),
    Page("values", "/values/{noun}", values.listing, "listing"),
    Page("value", "/values/{noun}/{id}", values.page, "value"),
)
