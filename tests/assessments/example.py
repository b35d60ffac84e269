"""Writes the example's assessment again from its record: `python -m tests.assessments.example`.

The author's words in the Markdown stay; its figures, and the lines of the bundle that follow from
the text (judgements, recommendations, the measures its release names), are made anew.
"""

import json
import tempfile
from pathlib import Path

from headway.assessments.entering import values_of
from headway.assessments.manuscripts import Manuscript, read
from headway.domain.shape import file_name, to_plain
from headway.library import example
from headway.library import open as open_record

NAME = "assessment-nine-years.en.md"
EDITION = "nine-years.1.en.counterpart"
RELEASE = "counterpart-2017"
DELIVERED = "2017-10-31"


def text_file() -> Path:
    """The Markdown of the example's assessment."""
    return example("invented") / "texts" / NAME


def renewed(text: str) -> str:
    """The text with its figures as the example's record has them now."""
    from headway.cli.examples import make_demo
    from headway.cli.options import now

    with tempfile.TemporaryDirectory() as folder:
        record = str(Path(folder) / "demo.headway")
        make_demo(record, by="test", at=now())
        open_record(record)
        from headway.services import assessing

        return assessing.renew(text).text


def lines(manuscript: Manuscript) -> dict[str, list[dict[str, object]]]:
    """What the text brings to the bundle beside itself, by file."""
    from headway.services.assessing import basis_of

    found: dict[str, list[dict[str, object]]] = {}
    for value in values_of(manuscript, basis_of(manuscript), "counterpart"):
        line = to_plain(value) | {"known_on": DELIVERED}
        if line["id"] == EDITION:
            line |= {"text": f"texts/{NAME}", "known_on": str(line["written_on"])}
        found.setdefault(file_name(type(value)), []).append(line)
    del found["assessments.jsonl"]  # the bundle's own line holds more than the text tells
    return found


def _replace(file: Path, fresh: list[dict[str, object]], prefix: str) -> None:
    held = file.read_text("utf-8").splitlines() if file.exists() else []
    kept = [line for line in held if not str(json.loads(line)["id"]).startswith(prefix)]
    told = [json.dumps(line, ensure_ascii=False) for line in fresh]
    file.write_text("\n".join([*kept, *told]) + "\n", "utf-8")


def _release(folder: Path, manuscript: Manuscript, items: list[str]) -> None:
    from headway.services.assessing import measures_of

    file = folder / "releases.jsonl"
    held = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    for line in held:
        if line["id"] == RELEASE:
            answers = [item for item in line["items"] if item.startswith("Answer/")]
            line["items"] = ["Assessment/nine-years", f"Edition/{EDITION}", *items, *answers]
            line["measures"] = list(measures_of(manuscript))
    file.write_text("".join(json.dumps(x, ensure_ascii=False) + "\n" for x in held), "utf-8")


def main() -> None:
    """Writes text and lines; twice, for a release of more measures is known to the text too."""
    folder, file = example("invented"), text_file()
    for _ in range(2):
        text = renewed(file.read_bytes().decode())
        file.write_bytes(text.encode())
        manuscript = read(text)
        items: list[str] = []
        for name, fresh in lines(manuscript).items():
            _replace(folder / name, fresh, "nine-years.")
            noun = {"judgements.jsonl": "Judgement", "recommendations.jsonl": "Recommendation"}
            items += [f"{noun[name]}/{line['id']}" for line in fresh if name in noun]
        _release(folder, manuscript, items)


if __name__ == "__main__":
    main()
