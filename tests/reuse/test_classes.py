"""Where a passage was said before: every class, drawn as a small table."""

import pytest

from headway.reuse import CanonText, Settings
from tests.reuse.small import OTHER_SCRIPT, SCRIPT, delivery, filler, found, only

ELSEWHERE = {"dialogue": "", "meeting": ""}


@pytest.mark.parametrize(
    ("earlier", "kind"),
    [
        ([{"on": "2001-05-01"}], "own_rounds"),
        ([{"on": "2001-05-01", **ELSEWHERE}], "own_elsewhere"),
        ([{"on": "2001-05-01", **ELSEWHERE}, {"on": "2002-05-01"}], "own_rounds"),
        ([{"on": "2001-05-01", "dialogue": "another"}], "own_elsewhere"),
        ([{"on": "2001-05-01", "side": "b"}], "echo"),
        ([{"on": "2001-05-01", "side": "b"}, {"on": "2002-05-01"}], "own_rounds"),
        ([{"on": "2001-05-01", "side": "b"}, {"on": "2002-05-01", "side": "c"}], "shared_wording"),
        (
            [{"on": "2000", "side": "b"}, {"on": "2001", "side": "c"}]
            + [{"on": f"200{year}-03-01"} for year in range(2, 7)],
            "own_rounds",
        ),
        ([{"on": "2009-05-01", "sequence": 1}], "same_meeting"),
        ([{"on": "2009-05-01", **ELSEWHERE}], "concurrent"),
        ([{"on": "2009", **ELSEWHERE}], "concurrent"),
        ([{"on": "2010-01-01"}], "first_here"),
    ],
)
def test_class(earlier: list[dict], kind: str) -> None:
    last = delivery("last", "2009-05-01", sequence=5)
    pairs = [(last, f"{filler(0)}. {SCRIPT}. {filler(1)}")]
    for at, changes in enumerate(earlier):
        changes = dict(changes)
        one = delivery(f"earlier-{at}", changes.pop("on"), **changes)
        pairs.append((one, f"{filler(2 * at + 2)}. {SCRIPT}. {filler(2 * at + 3)}"))
    reuse, texts = found(*pairs)
    passage = only(reuse, "last")
    assert passage.kind == kind
    assert texts["last"][passage.begin : passage.end] == SCRIPT


def test_swapping_the_sides_swaps_the_results() -> None:
    def rows(first: str, second: str) -> list:
        reuse, _ = found(
            (delivery("x", "2001", side=first), SCRIPT + filler(1)),
            (delivery("y", "2002", side=second), SCRIPT + filler(2)),
            (delivery("z", "2003", side=first), SCRIPT + OTHER_SCRIPT),
            (delivery("w", "2004", side=second), filler(3) + OTHER_SCRIPT),
        )
        return list(reuse.passage_rows())

    assert rows("a", "b") == rows("b", "a")


def test_a_refrain_is_one_from_its_second_place_on() -> None:
    text = f"{SCRIPT}. {filler(1)}. {SCRIPT}. {filler(2)}. {SCRIPT}."
    reuse, _ = found((delivery("x", "2001"), text))
    assert [one.kind for one in reuse.passages("x")] == ["first_here", "refrain", "refrain"]


def test_first_and_previous_and_how_often() -> None:
    years = ["2001", "2002-11", "2003-04-05", "2004"]
    reuse, texts = found(
        *((delivery(y, y), f"{filler(at)} {SCRIPT}.") for at, y in enumerate(years))
    )
    passage = only(reuse, "2004")
    assert (passage.first.delivery, passage.previous.delivery) == ("2001", "2003-04-05")
    assert passage.first_is_certain
    assert (passage.earlier, passage.own_rounds, passage.later) == (3, 3, 0)
    for place in (passage.first, passage.previous):
        assert texts[place.delivery][place.begin : place.end] == SCRIPT


def test_of_two_that_may_be_equally_early_neither_is_certainly_first() -> None:
    reuse, _ = found(
        (delivery("round", "2013-11-19"), SCRIPT + filler(1)),
        (delivery("press", "2013-11-19", **ELSEWHERE), SCRIPT + filler(2)),
        (delivery("later", "2015-10-20"), SCRIPT + filler(3)),
    )
    assert not only(reuse, "later").first_is_certain
    assert only(reuse, "round").first is None
    assert next(iter(reuse.clusters())).firsts == ("press", "round")


def test_canon_is_quotation_and_the_rest_of_the_passage_stays() -> None:
    article = (
        "Everyone has the right to an effective remedy by the competent national tribunals for "
        "acts violating the fundamental rights granted him by the constitution or by law"
    )
    canon = (CanonText(id="udhr", language="en", text=article),)
    reuse, _ = found(
        (delivery("x", "2001"), f"{filler(1)} {article}. {SCRIPT}."),
        (delivery("y", "2002"), f"{filler(2)} {article}. {SCRIPT}."),
        (delivery("z", "2003"), f"{filler(3)} {article}. {filler(4, 150)}"),
        canon=canon,
    )
    quoted = [one for one in reuse.passages("z") if one.kind == "canon"]
    assert {one.source for one in quoted} == {"udhr"}
    words = len(article.split())
    assert reuse.coverage("z").canon == words
    assert (reuse.coverage("y").canon, reuse.coverage("y").own_rounds) == (
        words,
        len(SCRIPT.split()),
    )


def test_a_quotation_said_once_is_shown_too() -> None:
    article = "nobody shall be subjected to arbitrary arrest detention or exile " * 2
    reuse, texts = found(
        (delivery("x", "2001"), f"{filler(1)} {article} {filler(2)}"),
        canon=(CanonText(id="c", language="en-GB", text=article),),
    )
    passage = next(one for one in reuse.passages("x") if one.kind == "canon")
    assert passage.source == "c"
    assert texts["x"][passage.begin : passage.end] == article.strip()


def test_misfiled_texts_are_an_alert_and_make_no_claim() -> None:
    speech = " ".join(filler(at, 26) for at in range(8))
    reuse, _ = found(
        (delivery("fji", "1972", side="fji", meeting="27"), speech),
        (delivery("irl", "1972", side="irl", meeting="27"), "Mr President. " + speech),
        (delivery("irl-2", "1973", side="irl", meeting="28"), speech[:400] + filler(30, 200)),
    )
    (alert,) = reuse.alerts
    assert (alert.one, alert.other, alert.share) == ("fji", "irl", 1.0)
    assert reuse.passages("irl") == reuse.passages("irl-2") == ()
    assert reuse.coverage("fji").derivation == "not_assessed"
    assert "alert" in reuse.coverage("fji").why_not


def test_notes_and_short_texts_are_not_assessed() -> None:
    reuse, _ = found(
        (delivery("short", "2001"), SCRIPT),
        (delivery("note", "2002", fidelity="note"), SCRIPT),
        (delivery("nobody", "2003", side=""), SCRIPT),
        (delivery("long", "2004"), f"{SCRIPT} {filler(1, 160)}"),
    )
    why = {one.delivery: (one.derivation, one.why_not) for one in reuse.coverages}
    assert why["short"] == ("not_assessed", "under 150 tokens")
    assert why["note"][0] == "not_assessed" and "note-taker" in why["note"][1]
    assert why["nobody"] == ("not_assessed", "no side is named")
    assert why["long"] == ("partly", "")
    assert only(reuse, "long").first.delivery == "short"


def test_tokens_of_all_classes_add_up() -> None:
    reuse, _ = found(
        (delivery("x", "2001"), f"{SCRIPT}. {filler(1, 200)}"),
        (delivery("y", "2002"), f"{SCRIPT}. {OTHER_SCRIPT} {filler(2, 200)} {OTHER_SCRIPT}"),
    )
    for one in reuse.coverages:
        named = sum(getattr(one, name) for name in (
            "own_rounds", "own_elsewhere", "echo", "shared_wording", "canon", "formula",
            "same_meeting", "concurrent", "refrain", "first_here", "new",
        ))  # fmt: skip
        assert named == one.n_tokens


def test_languages_do_not_meet() -> None:
    reuse, _ = found(
        (delivery("x", "2001"), SCRIPT),
        (delivery("y", "2002", language="fr"), SCRIPT),
    )
    assert len(reuse) == 0


def test_a_language_without_background_is_said() -> None:
    reuse, _ = found(
        (delivery("x", "2001", language="es"), SCRIPT),
        (delivery("y", "2002", language="es-MX"), SCRIPT),
    )
    assert only(reuse, "y").kind == "own_rounds"
    assert reuse.caps == ("es: no background table, so no passage was set aside as common words",)
    assert "translated" in reuse.not_looked_for


def test_two_deliveries_of_one_id_are_refused() -> None:
    from headway.domain.errors import BadValue

    with pytest.raises(BadValue, match="bear one id"):
        found((delivery("x", "2001"), ""), (delivery("x", "2002"), ""))


def test_nothing_to_compare() -> None:
    reuse, _ = found()
    assert (len(reuse), list(reuse.passage_rows()), list(reuse.clusters())) == (0, [], [])
    reuse, _ = found((delivery("x", "2001"), ""))
    assert reuse.passages("x") == ()


def test_later_statements_change_no_earlier_finding() -> None:
    """Adding one by one gives what a batch gives: what was before a statement stays as it was."""
    pairs = [
        (delivery(f"n{at}", f"200{at}", side="ab"[at % 2]), f"{SCRIPT} {filler(at, 40)}")
        for at in range(6)
    ]
    whole, _ = found(*pairs)
    for count in range(1, 7):
        part, _ = found(*pairs[:count])
        for name in [one.id for one, _ in pairs[:count]]:
            before = [(p.begin, p.end, p.first, p.previous, p.earlier) for p in part.passages(name)]
            after = [(p.begin, p.end, p.first, p.previous, p.earlier) for p in whole.passages(name)]
            assert before == after or (before == [] and after[0][2] is None)


def test_settings_out_of_range_are_refused() -> None:
    from headway.domain.errors import BadValue

    with pytest.raises(BadValue, match="at_least"):
        Settings(at_least=1)
    with pytest.raises(BadValue, match="share"):
        Settings(wholly=1.5)
