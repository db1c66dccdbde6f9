"""Prices set by hand: by a manager, or with an approval of one, and of no more pieces than that."""

import json
from uuid import uuid4

import pytest

NOTHING = "00000000-0000-4000-8000-000000000000"  # the same in every worker

pytestmark = pytest.mark.usefixtures("invariants")


def prices(sale):
    return [(line["unit_price"], line["quantity"]) for line in sale["lines"]]


@pytest.fixture
def marked_down(till, goods, allow):
    """Have two mugs of 8.90 marked down to 0.01 by a cashier with an approval; return the line."""
    goods("MUG", price="8.90", on_hand=100)
    line = till.scan("MUG", 2)["lines"][0]["id"]

    def reprice(approval):
        return till.call("reprice_line", till.order, line, "0.01", "scratched", approval)

    assert prices(reprice(allow(reprice))) == [("0.01", 2)]
    return line


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


def test_a_cashier_needs_an_approval_of_exactly_this(store, till, goods, allow, refused):
    mug = goods("MUG", price="8.90")
    line = till.scan("MUG", 2)["lines"][0]["id"]

    def reprice(approval, price="5.00", reason="scratched"):
        return till.call("reprice_line", till.order, line, price, reason, approval)

    with refused("approval_needed") as refusal:
        reprice(None)
    wanted = json.loads(refusal.value.diag.message_detail)
    assert wanted["action"] == "override"
    assert wanted["detail"] == {
        "order_id": str(till.order), "product_id": str(mug), "variant_id": None, "quantity": 2,
        "price": "5.00", "list_price": "8.90", "reason": "scratched",
        "requested_by": str(store.staff_id("bob")),
    }  # fmt: skip
    allowed = allow(reprice)
    for other in ({"price": "4.00"}, {"reason": "a friend"}):
        with refused("approval_not_valid"):
            reprice(allowed, **other)
    assert reprice(allowed)["total"] == "10.00"
    with refused("approval_not_valid"):
        reprice(allowed)


@pytest.mark.parametrize(
    ("price", "is_free"),
    [("10.00", True), ("9.00", True), ("8.99", False), ("10.01", False)],
)
def test_a_cashier_sets_a_price_as_low_as_a_discount_goes(till, goods, refused, price, is_free):
    goods("MUG", price="10.00")
    line = till.scan("MUG", 3)["lines"][0]["id"]
    if is_free:
        sale = till.call("reprice_line", till.order, line, price, "dented")
        assert prices(sale) == [(price, 3)]
    else:
        with refused("approval_needed"):
            till.call("reprice_line", till.order, line, price, "dented")


def test_the_limit_of_a_price_counts_from_the_list_price(store, till, goods, refused):
    goods("MUG", price="10.00")
    line = till.scan("MUG")["lines"][0]["id"]
    till.call("reprice_line", till.order, line, "9.00", "dented")
    with refused("approval_needed"):
        till.call("reprice_line", till.order, line, "8.10", "dented")
    store.sql("UPDATE storedesk.limits SET value = 0 WHERE kind = 'discount_percent'")
    with refused("approval_needed"):
        till.call("reprice_line", till.order, line, "9.99", "dented")


@pytest.mark.parametrize(
    "but",
    [
        {"order_id": NOTHING},
        {"product_id": NOTHING},
        {"quantity": 1},
        {"quantity": 3},
        {"price": "4.00"},
        {"list_price": "9.00"},
        {"requested_by": NOTHING},
        {"more": "than that"},
    ],
    ids=str,
)
def test_an_approval_of_anything_else_is_none(till, goods, allow, refused, but):
    goods("MUG", price="8.90")
    line = till.scan("MUG", 2)["lines"][0]["id"]

    def reprice(approval):
        return till.call("reprice_line", till.order, line, "5.00", "scratched", approval)

    with refused("approval_not_valid"):
        reprice(allow(reprice, **but))


def test_an_approval_is_used_by_who_asked_for_it(till, till_of, store, goods, allow, refused):
    goods("MUG", price="8.90")
    line = till.scan("MUG")["lines"][0]["id"]
    allowed = allow(
        lambda approval: till.call("reprice_line", till.order, line, "5.00", "dented", approval)
    )
    store.sql(f'GRANT "{store.name}_cashier" TO "{store.name}_ada"')
    other = till_of(person="ada")

    with refused("approval_not_valid"):
        other.call("reprice_line", till.order, line, "5.00", "dented", allowed)
    store.sql(f'REVOKE "{store.name}_cashier" FROM "{store.name}_ada"')


def test_an_approval_lasts_two_minutes(store, till, goods, allow, refused):
    goods("MUG", price="8.90")
    line = till.scan("MUG")["lines"][0]["id"]

    def reprice(approval):
        return till.call("reprice_line", till.order, line, "5.00", "scratched", approval)

    allowed = allow(reprice)
    store.sql("UPDATE storedesk.approvals SET created_at = created_at - interval '2 minutes'")
    with refused("approval_not_valid"):
        reprice(allowed)


def test_a_cashier_approves_nothing(till, refused):
    with refused("not_a_manager"):
        till.call("approve", "override", {})


def test_what_is_approved_has_a_name_that_can_be_shown(till_of, refused):
    manager = till_of(person="cyd")

    with refused("text_control"):
        manager.approve("over\x07ride", {})
    with refused("text_too_long"):
        manager.approve("x" * 51, {})
    with refused("text_too_long"):
        manager.approve("x" * 50 + " " * 1001, {})
    manager.approve("x" * 50 + " " * 1000, {})


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
    assert prices(back) == [("8.90", 2)]


# ---------- no more pieces than were allowed


def test_more_pieces_than_were_allowed_are_sold_at_the_lists_price(till, marked_down):
    sale = till.call("change_line", till.order, marked_down, 25)

    assert prices(sale) == [("0.01", 2), ("8.90", 23)]
    assert sale["touched"] == sale["lines"][1]["id"]
    again = till.call("change_line", till.order, sale["touched"], 1)
    assert prices(again) == [("0.01", 2), ("8.90", 1)]


def test_a_request_that_is_repeated_adds_nothing(till, marked_down):
    request = uuid4()
    for _ in range(2):
        sale = till.call("change_line", till.order, marked_down, 3, request=request)
    assert prices(sale) == [("0.01", 2), ("8.90", 1)]


def test_as_many_as_were_allowed_are_still_allowed(till, marked_down):
    assert prices(till.call("change_line", till.order, marked_down, 1)) == [("0.01", 1)]
    assert prices(till.call("change_line", till.order, marked_down, 2)) == [("0.01", 2)]
    assert prices(till.scan("MUG", 3)) == [("0.01", 2), ("8.90", 3)]


def test_the_price_does_not_grow_with_whoever_recalls_the_sale(till, till_of, store, marked_down):
    till.call("park", till.order, "later")
    store.sql(f'GRANT "{store.name}_cashier" TO "{store.name}_ada"')
    other = till_of("T2", person="ada")
    other.order = till.order
    other.call("recall", till.order, other.register)

    sale = other.call("change_line", other.order, marked_down, 25)

    assert prices(sale) == [("0.01", 2), ("8.90", 23)]
    store.sql(f'REVOKE "{store.name}_cashier" FROM "{store.name}_ada"')


def test_what_is_added_at_the_price_asks_for_all_of_the_line(till, marked_down, store, allow):
    mug = store.sql("SELECT product_id FROM cart_items WHERE id = %s", marked_down)

    def add(approval):
        return till.call(
            "add_item", till.register, till.order, mug, None, 1, "0.01", "dented", approval
        )

    assert prices(add(allow(add))) == [("0.01", 3)]
    assert prices(till.call("change_line", till.order, marked_down, 4)) == [
        ("0.01", 3), ("8.90", 1)
    ]  # fmt: skip


@pytest.mark.usefixtures("marked_down")
def test_pieces_that_cost_that_by_themselves_are_not_taken_for_allowed_ones(till, store):
    change = "UPDATE products SET price_amount = %s WHERE name = 'Mug'"
    store.sql(change, "0.01", login="cyd")
    assert prices(till.scan("MUG", 5)) == [("0.01", 7)]
    store.sql(change, "8.90", login="cyd")

    assert till.quote("0.07")["changes"] == [{"name": "Mug", "old": "0.01", "new": "8.90"}]
    assert prices(till.sale()) == [("8.90", 7)]


@pytest.mark.usefixtures("marked_down")
def test_a_list_price_that_comes_down_to_it_ends_the_marking_down(till, store):
    change = "UPDATE products SET price_amount = %s WHERE name = 'Mug'"
    till.scan("MUG", 5)
    store.sql(change, "0.01", login="cyd")
    assert till.quote("44.52")["changes"] == [{"name": "Mug", "old": "8.90", "new": "0.01"}]
    assert prices(till.sale()) == [("0.01", 7)]
    store.sql(change, "8.90", login="cyd")

    till.quote("0.07")
    assert prices(till.sale()) == [("8.90", 7)]


def test_a_manager_adds_pieces_at_the_price_by_themselves(till, till_of, store, marked_down):
    manager = till_of(person="cyd")

    assert prices(manager.call("change_line", till.order, marked_down, 5)) == [("0.01", 5)]
    assert store.sql("SELECT requested_by FROM storedesk.till_overrides") == store.staff_id("cyd")
    assert prices(till.call("change_line", till.order, marked_down, 6)) == [
        ("0.01", 5), ("8.90", 1)
    ]  # fmt: skip


def test_a_cashier_goes_back_to_the_lists_price_alone(till, marked_down, store):
    sale = till.call("reprice_line", till.order, marked_down, "8.90", "not scratched after all")

    assert prices(sale) == [("8.90", 2)]
    assert store.sql("SELECT count(*) FROM storedesk.till_overrides") == 0
