import pytest

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.unsold import explained, is_offered


def unsold(status):
    return Refused("product_not_sold", status=status, name="Mug")


@pytest.mark.parametrize("status", ["draft", "inactive", "hidden", "deleted"])
def test_what_is_said_of_an_unsold_product_is_what_the_person_can_do(status):
    told = [explained(unsold(status), is_manager=is_manager) for is_manager in (False, True)]

    assert [one.code for one in told] == [f"{status}_not_sold", f"{status}_to_sell"]
    assert all(one.parameters == {"status": status, "name": "Mug"} for one in told)


def test_a_state_without_a_sentence_keeps_the_refusal():
    assert explained(unsold("melted"), is_manager=True).code == "product_not_sold"


def test_who_may_not_see_drafts_is_told_of_no_deletion_but_that_it_is_not_sold():
    refusal = Refused("product_deleted", name="Mug")

    assert explained(refusal, is_manager=False).code == "deleted_not_sold"
    assert explained(refusal, is_manager=True) is refusal


def test_other_refusals_are_left_alone():
    refusal = Refused("bad_quantity", least=1, most=99)
    assert explained(refusal, is_manager=False) is refusal
    assert not is_offered(refusal, is_manager=True)


@pytest.mark.parametrize(
    ("status", "is_manager", "is_possible"),
    [("draft", True, True), ("inactive", True, True), ("hidden", True, False),
     ("deleted", True, False), ("draft", False, False)],
)  # fmt: skip
def test_a_manager_puts_drafts_and_inactive_products_on_sale(status, is_manager, is_possible):
    assert is_offered(unsold(status), is_manager=is_manager) is is_possible
