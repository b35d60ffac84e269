"""Questions sent in advance: filed under themes, and paragraphs that may reply to them."""

from collections.abc import Sequence

from headway.domain.concerns import Link, Question
from headway.domain.errors import BadInput
from headway.intake.upr_papers.gathering import LONGEST, MACHINE, Gathering
from headway.intake.upr_papers.kinds import Paper
from headway.intake.upr_papers.matching import Matching, stems
from headway.intake.upr_papers.positions import Filed
from headway.intake.upr_papers.questions import questions_of

MOST = 500
NO_THEME = "Asked in advance, filed under no theme"
_FILED_SHARE, _FILED_AHEAD, _FILED_LEAST = 0.35, 1.25, 8.0
_REPLY_LEAST = 8.5


def take_questions(all_in: Gathering, papers: Sequence[Paper], filed: Sequence[Filed]) -> None:
    """The questions of all papers of advance questions, each under a theme or under none."""
    finder = _Filing(filed)
    for paper in papers:
        batch = questions_of(paper.text).asked
        if sum(len(one.questions) for one in batch) > MOST:
            raise BadInput(f"{paper.name} holds more than {MOST:,} questions; no paper has so many")
        for asked in batch:
            party = all_in.sides.id_of(asked.state) or all_in.others
            statement = all_in.said(
                all_in.free(f"{all_in.round}-asked-{party}"),
                f"{asked.state}: questions asked in advance",
                asked.words,
                paper,
                kind="question",
                party=party,
                line=asked.line,
                place=f"line {asked.line}",
            )
            for number, question in enumerate(asked.questions, 1):
                value_id = all_in.free(f"{all_in.round}-q-{party}-{number}")
                theme, told = finder.theme_of(question)
                if theme:
                    all_in.decided.append(f"{value_id} is filed under {theme} {told}: look at it.")
                _question(all_in, value_id, party, question, statement, theme, told, paper)


def _question(
    all_in: Gathering,
    value_id: str,
    party: str,
    words: str,
    statement: str,
    theme: str,
    told: str,
    paper: Paper,
) -> None:
    question = Question(
        id=value_id,
        concern=all_in.concern(theme or NO_THEME).id,
        round=all_in.round,
        asked_by=party,
        asked_of=all_in.party,
        summary=words[:LONGEST],
        statement=statement,
        sources=(all_in.sources[paper.name],),
        comment=f"Filed under this theme {told}; {MACHINE}." if theme else "",
    )
    all_in.add(question, paper.name)
    all_in.asked.append((question, statement))
    all_in.counts["questions"] += 1


def link_questions(all_in: Gathering, own: Sequence[tuple[str, str]]) -> None:
    """From the State's paragraphs to the questions they have rare words in common with."""
    finder = Matching([text for _, text in own])
    for question, statement in all_in.asked:
        place = finder.best(question.summary, _REPLY_LEAST)
        if place is None:
            continue
        link = Link(
            id=f"{question.id}-link",
            origin=own[place][0],
            target=statement,
            relation="refers_back",
            comment=f"To {question.id}, by rare words in common; {MACHINE}.",
        )
        all_in.add(link)
        all_in.counts["links to look at"] += 1


class _Filing:
    """Finds the theme whose recommendations a question has most rare words in common with."""

    def __init__(self, filed: Sequence[Filed]) -> None:
        self._filed = [one for one in filed if one.theme]
        self._matching = Matching([one.text for one in filed])

    def theme_of(self, question: str) -> tuple[str, str]:
        """The theme and what told it; nothing unless it is well ahead of every other."""
        own = stems(question)
        best: dict[str, tuple[float, str]] = {}
        for one in self._filed:
            weight = self._matching.weight(own & stems(one.text))
            best[one.theme] = max(best.get(one.theme, (0.0, "")), (weight, one.number))
        ranked = sorted(((w, n, theme) for theme, (w, n) in best.items()), reverse=True)
        if not ranked:
            return "", ""
        weight, number, theme = ranked[0]
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        whole = self._matching.weight(own)
        sure = weight >= max(_FILED_LEAST, _FILED_SHARE * whole, _FILED_AHEAD * second)
        return (theme, f"by words in common with {number}") if sure else ("", "")
