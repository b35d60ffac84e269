"""Both examples live in one record, so neither may take an id of the other."""

import headway


def _ids(name):
    known = headway.read_bundle(headway.example(name)).known
    return {(type(one.value).__name__, one.value.id) for one in known}


def test_the_examples_share_no_id():
    assert not _ids("invented") & _ids("canada_china")
