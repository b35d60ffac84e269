"""What every reader of questions and answers must give back, whoever wrote it."""

import json
import tempfile
from pathlib import Path

from headway.domain.statements import Rendering, Statement
from headway.intake import Setting


def lines_of(turns):
    """Rows of a file: who answers, what was asked, what was said."""
    return [
        {
            "date": "2021-03-04",
            "title": f"{who} meets the press",
            "turn": number,
            "question": f"Channel One reporter: {asked}",
            "answer": f"{who}: {said}",
        }
        for number, (who, asked, said) in enumerate(turns)
    ]


def check_turns(read, turns):
    """Every question and every answer is there, whole, once, in order, each with its speaker."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "press.jsonl"
        path.write_text("\n".join(map(json.dumps, lines_of(turns))), encoding="utf-8")
        draft = read(path, Setting(party="Aland"))
    assert draft.complaints == ()
    corpus = draft.corpus()
    told = [
        (one.kind, corpus.text(rendering.text))
        for one in sorted(corpus.all(Statement), key=lambda s: (s.session, s.sequence))
        for rendering in corpus.having(Rendering, "statement", one.id)
    ]
    wanted = []
    for who in sorted({who for who, _, _ in turns}):
        for one, asked, said in turns:
            if one == who:
                wanted += [("question", asked), ("press_answer", said)]
    assert told == wanted
