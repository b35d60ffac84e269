"""Clusters: families of one passage, without chains and not through formulae."""

from tests.reuse.small import OTHER_SCRIPT, SCRIPT, delivery, filler, found


def families(*texts: str) -> list[list[tuple[str, int]]]:
    """Witnesses of each family as (delivery, tokens)."""
    pairs = [(delivery(f"{2001 + at}", f"{2001 + at}"), text) for at, text in enumerate(texts)]
    reuse, _ = found(*pairs)
    return [[(w.delivery, w.n_tokens) for w in one.witnesses] for one in reuse.clusters()]


def test_witnesses_stand_in_order_with_their_variants() -> None:
    half = " ".join(SCRIPT.split()[:14])
    texts = [f"{filler(1)} {half} {filler(2)}", filler(3) + f" {SCRIPT}. " + filler(4)]
    texts.append(f"{filler(5)} {SCRIPT} {filler(6)}")
    assert families(*texts) == [[("2001", 14), ("2002", 21), ("2003", 21)]]


def test_no_chain_through_a_passage_of_two_scripts() -> None:
    both = f"{SCRIPT} {OTHER_SCRIPT}"
    got = families(
        f"{filler(1)} {SCRIPT}.", f"{filler(2)} {OTHER_SCRIPT}.", f"{filler(3)} {both}.",
        f"{filler(4)} {SCRIPT}.", f"{filler(5)} {OTHER_SCRIPT}.",
    )  # fmt: skip
    assert sorted(len(one) for one in got) == [3, 3]


def test_a_formula_joins_nothing() -> None:
    courtesy = (
        "Allow me at the outset to thank our hosts for the warm welcome and the excellent "
        "arrangements made for this round of our dialogue"
    )
    pairs = [
        (delivery("2001", "2001"), f"{courtesy}. {SCRIPT}"),
        (delivery("2002", "2002"), f"{courtesy}. {SCRIPT}"),
        (delivery("2003", "2003"), f"{courtesy}. {OTHER_SCRIPT}"),
        (delivery("2004", "2004"), f"{courtesy}. {OTHER_SCRIPT}"),
    ]
    reuse, _ = found(*pairs)
    scripts = [one for one in reuse.clusters() if not one.is_formula]
    assert [{w.delivery for w in one.witnesses} for one in scripts] == [
        {"2001", "2002"},
        {"2003", "2004"},
    ]


def test_variants_are_counted_and_can_be_asked_for_by_number() -> None:
    reuse, _ = found(
        (delivery("x", "2001"), SCRIPT), (delivery("y", "2002"), f"{filler(1)} {SCRIPT}")
    )
    (one,) = reuse.clusters()
    assert reuse.cluster(one.id) == one
    assert (one.variants, one.n_tokens, one.firsts) == (1, len(SCRIPT.split()), ("x",))
