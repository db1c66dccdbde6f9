import pytest
from hypothesis import given
from hypothesis import strategies as some

from storedesk.domain.merging import Clash, Merge, MergeSide, merge, merge_order

FORMS = some.dictionaries(some.sampled_from("abcde"), some.integers(0, 2) | some.none())
ORDERS = some.lists(some.sampled_from("abcdefg"), unique=True).map(tuple)


def test_what_only_one_of_two_changed_is_as_they_left_it():
    base = {"name": "Mug", "price": 2, "text": "x"}

    merged = merge(base, {**base, "name": "Cup"}, {**base, "price": 3})

    assert merged == Merge({"name": "Cup", "price": 3, "text": "x"}, ())


def test_what_both_changed_alike_is_no_clash():
    assert merge({"a": 1}, {"a": 2}, {"a": 2}) == Merge({"a": 2}, ())


def test_what_both_changed_differently_is_asked():
    merged = merge({"a": 1, "b": 0}, {"a": 2, "b": 0}, {"a": 3, "b": 5})

    assert merged.clashes == (Clash("a", 1, 2, 3),)
    assert merged.settled({"a": MergeSide.MINE}) == {"a": 2, "b": 5}
    assert merged.settled({"a": MergeSide.THEIRS}) == {"a": 3, "b": 5}
    with pytest.raises(KeyError):
        merged.settled({})


@given(FORMS, FORMS)
def test_whoever_changed_nothing_gets_what_the_other_made(base, changed):
    for merged in (merge(base, base, changed), merge(base, changed, base)):
        assert not merged.clashes
        assert all(merged.fields.get(key) == changed.get(key) for key in {**base, **changed})


@given(FORMS, FORMS, FORMS)
def test_it_does_not_matter_who_was_first(base, mine, theirs):
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)

    assert one.fields == other.fields
    assert {c.field for c in one.clashes} == {c.field for c in other.clashes}
    answers = {c.field: MergeSide.MINE for c in one.clashes}
    turned = dict.fromkeys(answers, MergeSide.THEIRS)
    assert one.settled(answers) == other.settled(turned)


@given(FORMS, FORMS, FORMS)
def test_nothing_is_lost_and_nothing_is_made_up(base, mine, theirs):
    merged = merge(base, mine, theirs)

    assert set(merged.fields) | {c.field for c in merged.clashes} == {*base, *mine, *theirs}
    for key, value in merged.fields.items():
        assert value in (mine.get(key), theirs.get(key))
        if mine.get(key) != base.get(key):
            assert value == mine.get(key)
        if theirs.get(key) != base.get(key):
            assert value == theirs.get(key)
    assert all(c.base not in (c.mine, c.theirs) and c.mine != c.theirs for c in merged.clashes)


@given(FORMS, FORMS, FORMS)
def test_what_is_merged_merges_with_either_side_without_a_further_question(base, mine, theirs):
    merged = merge(base, mine, theirs)
    settled = merged.settled({c.field: MergeSide.MINE for c in merged.clashes})

    assert not merge(theirs, settled, theirs).clashes


@given(ORDERS, ORDERS, ORDERS)
def test_an_order_loses_nothing_that_was_added_and_keeps_nothing_that_was_taken(base, mine, theirs):
    merged = merge_order(base, mine, theirs)

    if merged is not None:
        gone = {one for one in base if one not in mine or one not in theirs}
        assert set(merged) == ({*base, *mine, *theirs} - gone)
        assert len(set(merged)) == len(merged)


@given(ORDERS, ORDERS)
def test_an_order_that_one_of_two_changed_is_theirs(base, changed):
    assert merge_order(base, changed, base) == changed
    assert merge_order(base, base, changed) == changed


def test_two_orders_that_differ_are_asked_about():
    assert merge_order(tuple("abc"), tuple("bac"), tuple("cab")) is None
    assert merge_order(tuple("abc"), tuple("bac"), tuple("abcd")) == tuple("bacd")
    assert merge_order(tuple("abc"), tuple("ab"), tuple("bac")) == tuple("ba")
