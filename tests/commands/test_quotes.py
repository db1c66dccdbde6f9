"""What a sale comes to, told before money moves; and its pieces held against other tills."""

import json
from uuid import uuid4

import pytest

pytestmark = pytest.mark.usefixtures("invariants")

EXPIRE = (
    "UPDATE storedesk.till_carts SET quote_expires_at = quote_expires_at - interval '20 minutes'"
)
HELD = "SELECT coalesce(sum(quantity - found_quantity), 0) FROM storedesk.till_quotes"


def in_hand(product, reason="in the customer's hand"):
    return [{"product_id": str(product), "reason": reason}]


def test_a_quote_holds_prices_and_pieces_for_15_minutes(store, till, goods):
    goods("MUG")
    total = till.scan("MUG", 3)["total"]

    quote = till.quote(total)

    assert (quote["is_held"], quote["changes"], quote["shortages"]) == (True, [], [])
    assert quote["sale"]["quoted_total"] == total
    assert store.sql(HELD) == 3
    left = (
        "SELECT quote_expires_at - (clock_timestamp() AT TIME ZONE 'UTC') FROM storedesk.till_carts"
    )
    assert 14 * 60 < store.sql(left).total_seconds() <= 15 * 60


def test_a_quote_needs_something_to_sell_and_an_open_shift(till_of, goods, refused):
    till = till_of()
    goods("MUG")
    with refused("sale_not_found"):
        till.quote("1")
    line = till.scan("MUG")["lines"][0]["id"]
    with refused("shift_not_open"):
        till.quote()
    till.open()
    till.call("park", till.order, "x")
    with refused("sale_elsewhere"):
        till.quote("2.50")
    till.call("recall", till.order, till.register)
    till.call("change_line", till.order, line, 0)
    with refused("sale_empty"):
        till.quote("0")


def test_a_price_that_changed_since_the_scan_is_told_and_then_agreed_to(store, till, goods):
    mug = goods("MUG", price="8.90")
    shown = till.scan("MUG", 2)["total"]
    store.sql("UPDATE products SET price_amount = 9.50 WHERE id = %s", mug)

    told = till.quote(shown)

    assert told["changes"] == [{"name": "Mug", "old": "8.90", "new": "9.50"}]
    assert (told["is_held"], told["sale"]["total"], store.sql(HELD)) == (False, "19.00", 0)
    assert till.quote("19.00")["is_held"]


def test_two_lines_of_an_old_and_a_new_price_become_one(store, till, goods):
    mug = goods("MUG", price="8.90")
    till.scan("MUG", 2)
    store.sql("UPDATE products SET price_amount = 9.50 WHERE id = %s", mug)
    till.scan("MUG")

    lines = till.quote()["sale"]["lines"]

    assert [(line["quantity"], line["unit_price"]) for line in lines] == [(3, "9.50")]


def test_a_price_set_by_hand_stays(store, till_of, goods):
    manager = till_of(person="cyd")
    manager.open()
    mug = goods("MUG", price="8.90")
    line = manager.scan("MUG")["lines"][0]["id"]
    manager.call("reprice_line", manager.order, line, "5.00", "scratched")
    store.sql("UPDATE products SET price_amount = 9.50 WHERE id = %s", mug)

    assert manager.quote("5.00")["is_held"]


def test_another_total_than_the_shown_one_is_not_held(till, goods):
    goods("MUG", price="8.90")
    till.scan("MUG")

    told = till.quote("7.00")

    assert (told["is_held"], told["changes"], told["sale"]["total"]) == (False, [], "8.90")


def test_what_is_no_longer_sold_is_told_by_its_name(store, till, goods, refused):
    mug = goods("MUG")
    till.scan("MUG")
    store.sql("UPDATE products SET status = 'inactive', is_active = false WHERE id = %s", mug)

    with refused("product_not_sold"):
        till.quote()


def test_the_till_that_comes_late_is_told_before_money_moves(till, till_of, goods):
    mug = goods("MUG", on_hand=3)
    other = till_of("T2", "cyd")
    other.open()
    till.scan("MUG", 2)
    other.scan("MUG", 2)

    assert till.quote()["is_held"]
    late = other.quote()

    assert late["shortages"] == [
        {"product_id": str(mug), "name": "Mug", "wanted": 2, "available": 1, "of_variants": False}
    ]
    assert other.sale()["lines"][0]["missing"] == 1
    till.call("release_quote", till.order)
    assert other.quote()["is_held"]


def test_lines_of_one_product_are_added_up_before_the_shelf_is_asked(till, goods, variant):
    shirt = goods("SHIRT", on_hand=5)
    variant(shirt, "SH-M", size="M")
    variant(shirt, "SH-L", size="L")
    till.scan("SH-M", 3)
    till.scan("SH-L", 3)

    assert [(s["wanted"], s["available"]) for s in till.quote()["shortages"]] == [(6, 5)]


def test_what_is_promised_to_an_order_is_not_on_the_shelf(store, till, goods):
    mug = goods("MUG", on_hand=3)
    walk_in = store.sql("SELECT walk_in_customer_id FROM storedesk.store_settings")
    store.sql(
        "SELECT core.place(%s, %s, %s, NULL, core.now())",
        uuid4(),
        walk_in,
        json.dumps([{"product": str(mug), "quantity": 2}]),
    )
    till.scan("MUG", 2)

    assert [s["available"] for s in till.quote()["shortages"]] == [1]


def test_pieces_in_hand_hold_nothing_back(store, till, till_of, goods, refused):
    mug = goods("MUG", on_hand=1)
    till.scan("MUG", 3)
    total = till.sale()["total"]

    with refused("reason_missing"):
        till.quote(total, in_hand(mug, " "))
    assert till.quote(total, in_hand(mug))["is_held"]
    assert store.sql(HELD) == 1
    other = till_of("T2", "cyd")
    other.open()
    other.scan("MUG")
    assert [s["available"] for s in other.quote()["shortages"]] == [0]


def test_a_quote_that_has_expired_holds_nothing(store, till, till_of, goods):
    goods("MUG", on_hand=1)
    till.scan("MUG")
    till.quote()
    other = till_of("T2", "cyd")
    other.open()
    other.scan("MUG")
    assert not other.quote()["is_held"]

    store.sql(EXPIRE)

    assert other.quote()["is_held"]


@pytest.mark.parametrize(
    ("before", "is_live"),
    [("16:00", False), ("15:59.999999", True), ("00:00.000001", True), ("00:00", False)],
)
def test_a_quote_is_valid_until_its_end_unless_a_clock_was_ahead(
    store, till, goods, before, is_live
):
    goods("MUG")
    till.scan("MUG")
    till.quote()
    end = till.sale()["quote_expires_at"]

    words = "SELECT core.is_quote_live(%s, %s::timestamp - %s::interval)"
    assert store.sql(words, end, end, f"00:{before}") is is_live


@pytest.mark.parametrize("change", ["scan", "change_line", "attach_customer", "park", "release"])
def test_any_change_of_the_sale_lets_go_of_its_quote(store, till, goods, customer, change):
    goods("MUG")
    line = till.scan("MUG")["lines"][0]["id"]
    till.quote()

    match change:
        case "scan":
            till.scan("MUG")
        case "change_line":
            till.call("change_line", till.order, line, 2)
        case "attach_customer":
            till.call("attach_customer", till.register, till.order, customer())
        case "park":
            till.call("park", till.order, "x")
        case "release":
            assert till.call("release_quote", till.order)["quoted_total"] is None

    assert store.rows("SELECT * FROM storedesk.till_quotes") == []
    assert store.sql("SELECT quote_expires_at FROM storedesk.till_carts") is None


def test_a_quote_asked_again_says_the_same(till, goods, refused):
    goods("MUG")
    total = till.scan("MUG")["total"]
    request = uuid4()

    first = till.quote(total, request=request)

    assert till.quote(total, request=request) == first
    with refused("request_reused"):
        till.quote("1.00", request=request)


def test_stale_quotes_and_old_requests_are_cleared_away(store, till, goods):
    goods("MUG")
    till.scan("MUG")
    till.quote()
    store.sql("UPDATE storedesk.requests SET created_at = created_at - interval '91 days'")
    store.sql(EXPIRE.replace("20 minutes", "2 days"))
    store.sql(f'GRANT "{store.name}_system" TO "{store.login("max")}"')
    try:
        cleared = store.sql("SELECT api.purge()", login="max")
    finally:
        store.sql(f'REVOKE "{store.name}_system" FROM "{store.login("max")}"')

    assert cleared == {"requests": 3, "quotes": 1, "baskets": 0}
    assert store.sql("SELECT count(*) FROM storedesk.requests") == 0
    assert store.sql(HELD) == 0
