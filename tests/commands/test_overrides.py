"""Prices set by hand: by a manager, or with an approval of one."""

from uuid import uuid4

import pytest
from psycopg.errors import InsufficientPrivilege

pytestmark = pytest.mark.usefixtures("invariants")


def approval(till, price, product, person="cyd", **more):
    detail = {"order_id": str(till.order), "product_id": str(product), "price": price} | more
    manager = till.__class__(till.store, person=person)
    request = uuid4()
    manager.call("approve", "override", detail, request=request)
    manager.close()
    return request


def test_a_manager_sets_a_price_and_says_why(till_of, goods, refused):
    manager = till_of(person="cyd")
    goods("MUG", price="8.90")
    line = manager.scan("MUG")["lines"][0]["id"]

    sale = manager.call("reprice_line", manager.order, line, "5", "scratched")

    assert [(one["unit_price"], one["list_price"]) for one in sale["lines"]] == [("5.00", "8.90")]
    with refused("reason_missing"):
        manager.call("reprice_line", manager.order, line, "4", "  ")
    with refused("money_not_exact"):
        manager.call("reprice_line", manager.order, line, "4.999", "why")
    with refused("bad_amount"):
        manager.call(
            "add_item", manager.register, manager.order, goods("CUP"), None, 1, "-1", "why"
        )


def test_a_cashier_needs_an_approval_of_exactly_this(till, goods, refused):
    mug, cup = goods("MUG", price="8.90"), goods("CUP")
    line = till.scan("MUG")["lines"][0]["id"]

    def reprice(price, allowed):
        return till.call("reprice_line", till.order, line, price, "scratched", allowed)

    with refused("approval_needed"):
        reprice("5.00", None)
    with refused("approval_not_valid"):
        reprice("4.00", approval(till, "5.00", mug))
    with refused("approval_not_valid"):
        reprice("5.00", approval(till, "5.00", cup))
    allowed = approval(till, "5.00", mug)
    assert reprice("5.00", allowed)["total"] == "5.00"
    with refused("approval_not_valid"):
        reprice("5.00", allowed)


def test_an_approval_lasts_two_minutes(store, till, goods, refused):
    mug = goods("MUG", price="8.90")
    line = till.scan("MUG")["lines"][0]["id"]
    allowed = approval(till, "5.00", mug)
    store.sql("UPDATE storedesk.approvals SET created_at = created_at - interval '2 minutes'")

    with refused("approval_not_valid"):
        till.call("reprice_line", till.order, line, "5.00", "scratched", allowed)


def test_a_cashier_approves_nothing(till):
    with pytest.raises(InsufficientPrivilege):
        till.call("approve", "override", {})


def test_one_of_two_mugs_may_be_marked_down_and_back_again(till_of, goods):
    manager = till_of(person="cyd")
    mug = goods("MUG", price="8.90")
    manager.scan("MUG")

    sale = manager.call(
        "add_item", manager.register, manager.order, mug, None, 1, "5.00", "scratched"
    )
    assert [line["unit_price"] for line in sale["lines"]] == ["8.90", "5.00"]

    back = manager.call(
        "reprice_line", manager.order, sale["lines"][1]["id"], "8.90", "not scratched after all"
    )
    assert [(line["unit_price"], line["quantity"]) for line in back["lines"]] == [("8.90", 2)]
