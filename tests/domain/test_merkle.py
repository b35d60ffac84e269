"""The tree of RFC 6962, against the vectors of its reference code, pymerkle and itself."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree

from headway.domain.merkle import (
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    node_hash,
    root,
    verify_inclusion,
)

INPUTS = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
"""The test inputs and roots of Certificate Transparency's reference implementation."""

LEAVES = st.lists(st.binary(max_size=8), min_size=1, max_size=40)


@pytest.mark.parametrize("size", range(1, 9))
def test_the_roots_of_the_reference_code(size):
    assert root([leaf_hash(data) for data in INPUTS[:size]]).hex() == ROOTS[size - 1]


def test_the_empty_tree():
    assert root([]) == hashlib.sha256(b"").digest()


def test_leaves_and_nodes_cannot_be_taken_for_each_other():
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    assert node_hash(left, right) != leaf_hash(left + right)


def plain_root(leaves):
    """The definition of section 2.1, word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return node_hash(plain_root(leaves[:k]), plain_root(leaves[k:]))


@given(LEAVES)
def test_the_root_is_the_one_of_the_definition_and_of_pymerkle(data):
    leaves = [leaf_hash(one) for one in data]
    tree = InmemoryTree(algorithm="sha256")
    for one in data:
        tree.append_entry(one)
    assert root(leaves) == plain_root(leaves) == tree.get_root()


def test_the_audit_paths_of_the_reference_code():
    leaves = [leaf_hash(data) for data in INPUTS]
    assert [step.hex() for step in inclusion_proof(0, leaves)] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]
    assert [step.hex() for step in inclusion_proof(5, leaves)] == [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


@given(LEAVES, st.data())
def test_a_leaf_is_proved_to_be_in_the_tree_and_nothing_else_is(data, choice):
    leaves = [leaf_hash(one) for one in data]
    index = choice.draw(st.integers(0, len(leaves) - 1))
    proof, tree = inclusion_proof(index, leaves), root(leaves)
    assert verify_inclusion(leaves[index], index, len(leaves), proof, tree)
    assert not verify_inclusion(leaf_hash(b"never there, ever"), index, len(leaves), proof, tree)
    assert not verify_inclusion(leaves[index], len(leaves), len(leaves), proof, tree)
    assert not verify_inclusion(leaves[index], index, len(leaves), [*proof, tree], tree)
    if proof:
        assert not verify_inclusion(leaves[index], index, len(leaves), proof[:-1], tree)


@pytest.mark.parametrize("index", [-1, 3, 9])
def test_no_proof_of_a_leaf_outside(index):
    with pytest.raises(IndexError, match="not in a tree of 3"):
        inclusion_proof(index, [leaf_hash(b"x")] * 3)


def test_the_consistency_proofs_of_the_reference_code():
    leaves = [leaf_hash(data) for data in INPUTS]
    assert consistency_proof(8, leaves) == []
    assert [step.hex() for step in consistency_proof(1, leaves)] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]
    assert [step.hex() for step in consistency_proof(6, leaves)] == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


@given(LEAVES, st.data())
def test_a_tree_is_proved_to_have_been_only_appended_to(data, choice):
    leaves = [leaf_hash(one) for one in data]
    old = choice.draw(st.integers(1, len(leaves)))
    proof = consistency_proof(old, leaves)
    assert follows(old, len(leaves), proof, root(leaves[:old]), root(leaves))
    if old < len(leaves):
        changed = [leaf_hash(b"changed afterwards"), *leaves[1:old]]
        assert not follows(old, len(leaves), proof, root(changed), root(leaves))


def follows(first, second, proof, first_root, second_root):
    """The verification of RFC 9162, 2.1.4.2, in the words of that section."""
    if first == second:
        return not proof and first_root == second_root
    path = [first_root, *proof] if first & (first - 1) == 0 else list(proof)
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for step in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node_hash(step, fr), node_hash(step, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node_hash(sr, step)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and fr == first_root and sr == second_root


@pytest.mark.parametrize("size", [0, 4])
def test_no_proof_for_a_tree_that_never_was(size):
    with pytest.raises(IndexError, match="within one of 3"):
        consistency_proof(size, [leaf_hash(b"x")] * 3)
