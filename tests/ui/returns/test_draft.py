"""What comes back of an order, as it is chosen line by line."""

from dataclasses import replace

import pytest

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.returns.draft import ReturnDraft
from tests.documents.test_packing_slips import order


@pytest.fixture
def draft():
    """Two bowls and a soap."""
    return ReturnDraft(order())


def counts(draft):
    return [line.count for line in draft.lines]


def test_a_tick_takes_one_piece_and_another_takes_it_away(draft):
    draft.tick()
    assert counts(draft) == [1, 0]
    draft.step(1)
    draft.tick()
    assert counts(draft) == [0, 0]
    assert draft.chosen() == ()


def test_no_more_comes_back_than_was_sold_and_no_fewer_than_none(draft):
    draft.step(-1)
    draft.put(2)
    with pytest.raises(Refused) as refused:
        draft.step(1)
    assert refused.value.code == "return_too_many"
    assert counts(draft) == [2, 0]


def test_the_choice_stops_at_both_ends(draft):
    draft.go(-1)
    assert draft.at == 0
    draft.go(9)
    assert draft.current.sold.name == "Soap"


def test_the_condition_is_of_the_line(draft):
    draft.tick()
    draft.be_restocked(False)  # noqa: FBT003
    draft.go(1)
    draft.tick()
    assert [(one.quantity, one.restocked) for one in draft.chosen()] == [(1, False), (1, True)]


def test_a_scan_takes_the_next_line_that_has_a_piece_left(draft):
    twins = [*draft.lines]
    for _ in range(3):
        draft.add(twins)
    assert counts(draft) == [2, 1]
    with pytest.raises(Refused) as refused:
        draft.add(twins)
    assert refused.value.code == "return_too_many"


def test_words_find_lines_by_name_and_description(draft):
    assert [one.sold.name for one in draft.find("LARGE stone")] == ["Stoneware bowl"]
    assert draft.find("mug") == []


def test_what_came_back_elsewhere_is_not_chosen_any_more(draft):
    draft.put(2)
    draft.be_restocked(False)  # noqa: FBT003
    bowl, soap = draft.order.lines
    now = replace(draft.order, version=4, lines=(replace(bowl, returned=1), soap))
    draft.renew(now)
    assert (counts(draft), draft.lines[0].restocked, draft.order.version) == ([1, 0], False, 4)


def test_the_first_line_of_which_something_can_come_back_is_current():
    bowl, soap = order().lines
    assert ReturnDraft(order(lines=(replace(bowl, returned=2), soap))).at == 1
