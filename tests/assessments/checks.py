"""What is asked of a way to draft and of a way to renew; broken ones must fail it."""

from collections.abc import Callable
from dataclasses import replace

from headway.assessments.basis import Basis
from headway.assessments.manuscripts import read
from headway.assessments.renewing import Renewed
from headway.domain.values import Value
from tests.assessments import small

Draft = Callable[[Basis], str]
Renew = Callable[..., Renewed]

SEALED = """
Remark hush1 group=officials party=a dialogue=d terms=by_group label=assessor
    summary="It was a reading circle with flags and tea" words="tea and flags, nothing else ever"
    quotable=true said_on=2003-03-03
Reply hush2 question=q3 kind=answered label=desk
Undertaking hush3 by=a due_on=2002 dialogue=d label=desk
Recommendation hush4 dialogue=d to=b by=X summary="Sealed advice" label=desk
"""


def check_draft_hides(draft: Draft, basis: Callable[..., Basis] = small.basis) -> None:
    """What a view may not see changes no byte of its draft."""
    known = small.public(small.TABLE)
    plain = draft(basis(known, "public"))
    assert draft(basis([*known, *small.values_of(SEALED)], "public")) == plain
    assert "Nobody reads what we send" in plain


def check_draft_keeps_terms(draft: Draft) -> None:
    """Nothing tells who made a remark that may not be attributed."""
    text = draft(small.basis(small.public(small.TABLE)))
    before, _, after = text.partition("Nobody reads what we send")
    line = before.rpartition("\n")[2] + after.partition("\n")[0]
    heading = [x for x in before.splitlines() if x.startswith(("**", "*"))][-1]
    assert "Belmark" not in line + heading and "officials" not in line + heading
    assert "2003" not in line


def check_both_sides(draft: Draft) -> None:
    """Every finding holds both sides in one table, each in a column of its own."""
    manuscript = read(draft(small.basis(small.public(small.TABLE), "desk")))
    found = [b for b in manuscript.blocks if b.key.startswith("finding ")]
    assert found
    for block in found:
        head = block.body[0]
        assert "Ardenia" in head and "Belmark" in head, block.key
        rows = [row for row in block.body if row.startswith("| **")]
        assert all(len(row.split(" | ")) == 3 for row in rows), block.key


def check_swap(draft: Draft, values: list[Value]) -> None:
    """With the parties in the other order the columns change places and nothing else does."""
    turned = [
        replace(v, parties=v.parties[::-1])
        if type(v).__name__ == "Dialogue"
        else replace(v, languages=())
        if type(v).__name__ == "Party"
        else v
        for v in values
    ]
    level = [replace(v, languages=()) if type(v).__name__ == "Party" else v for v in values]
    one, other = (read(draft(small.basis(v, "desk"))) for v in (level, turned))
    assert [b.key for b in one.blocks] == [b.key for b in other.blocks]
    for left, right in zip(one.blocks, other.blocks, strict=True):
        if left.key.split(" ")[0] in ("finding", "basis", "measures", "replies"):
            assert [_cells(row) for row in left.body] == [
                _cells(row)[:1] + _cells(row)[1:][::-1] for row in right.body
            ], left.key


def _cells(row: str) -> list[str]:
    if not row.startswith("|"):
        return [row]
    return row.removeprefix("| ").removesuffix(" |").split(" | ")


def check_renew_keeps(renew: Renew, text: str, made: Basis) -> None:
    """Outside blocks and live numbers not a byte moves, and figures are as the record has them."""
    from headway.assessments.blocks import write

    manuscript = read(text)
    new = renew(text, lambda block: write(made, manuscript, block), made.number)
    fresh = read(new.text)
    assert _own(text) == _own(new.text)
    assert [(b.key, b.reviewed_by) for b in manuscript.blocks] == [
        (b.key, b.reviewed_by) for b in fresh.blocks
    ]
    for block in fresh.blocks:
        assert "\n".join(block.body) == write(made, fresh, block)
    again = renew(new.text, lambda block: write(made, fresh, block), made.number)
    assert again.text == new.text and not again.changed and not again.numbers


def _own(text: str) -> list[str]:
    """The author's lines with their line ends, live numbers left out."""
    from headway.assessments.renewing import LIVE

    lines = text.split("\n")
    return [LIVE.sub(r"[](figure:\2)", lines[n]) for n, _ in read(text).own_lines()]
