"""A sale in progress, as it holds for anyone who has a password and psql."""

import json
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from psycopg.errors import InsufficientPrivilege

pytestmark = pytest.mark.usefixtures("invariants")


def told(refusal):
    """Return what a refusal says beside its code."""
    return json.loads(refusal.value.diag.message_detail or "{}")


def quantities(sale):
    return [(line["name"], line["quantity"]) for line in sale["lines"]]


def test_the_first_scan_makes_the_sale_and_the_second_adds_to_its_line(till, goods):
    goods("MUG", price="8.90")

    first = till.scan("mug ")
    second = till.scan("MUG", 2)

    assert quantities(second) == [("Mug", 3)]
    assert second["subtotal"] == "26.70"
    assert second["touched"] == first["touched"] == second["lines"][0]["id"]
    assert second["version"] > first["version"]
    assert till.sale() == second | {"touched": None}


def test_the_first_scan_writes_the_sale_once_with_what_it_comes_to(till, goods, store):
    goods("MUG", price="8.90")

    sale = till.scan("MUG", 2)

    assert sale["version"] == 1
    assert str(store.sql("SELECT total_price_amount FROM public.carts")) == "17.80"


@pytest.mark.parametrize(
    ("kept", "scanned"),
    [
        ("0036000291452", "036000291452"),
        ("036000291452", "0036000291452"),
        ("ab-7", "AB-7"),
        ("Ä1", "ä1"),
    ],
)
def test_a_code_is_found_in_whichever_form_it_was_written_down(till, goods, kept, scanned):
    goods(kept, name="Cup")

    assert quantities(till.scan(scanned)) == [("Cup", 1)]


def test_a_variants_sku_adds_the_variant_at_its_price(till, goods, variant):
    variant(goods("SHIRT", price="20"), "SH-M", size="M", color="Blue", more="1.50")

    sale = till.scan("sh-m")

    assert (sale["lines"][0]["description"], sale["subtotal"]) == ("M / Blue", "21.50")


def test_a_product_with_variants_has_to_be_said_in_full(till, goods, variant, refused):
    shirt = goods("SHIRT")
    variant(shirt, "SH-M", size="M")

    with refused("choose_variant") as refusal:
        till.scan("SHIRT")
    assert told(refusal) == {"name": "Shirt", "product": str(shirt)}


def test_an_unknown_code_is_told(till, refused):
    with refused("unknown_code") as refusal:
        till.scan("NOPE")
    assert told(refusal) == {"code": "NOPE"}


@pytest.mark.parametrize(("status", "person"), [("draft", "cyd"), ("inactive", "bob")])
def test_what_is_not_sold_is_not_unknown(till_of, goods, refused, status, person):
    goods("MUG", status=status)
    till = till_of(person=person)

    with refused("product_not_sold") as refusal:
        till.scan("MUG")
    assert told(refusal) == {"name": "Mug", "status": status}


def test_what_is_deleted_or_in_a_closed_category_is_not_sold(store, till, goods, refused):
    mug = goods("MUG")
    store.sql("UPDATE categories SET is_active = false")
    with refused("product_not_sold"):
        till.scan("MUG")

    store.sql("UPDATE categories SET is_active = true")
    store.sql(
        "UPDATE products SET is_deleted = true, status = 'inactive', is_active = false"
        " WHERE id = %s",
        mug,
    )
    with refused("product_not_sold") as refusal:
        till.scan("MUG")
    assert told(refusal)["status"] == "deleted"


@pytest.mark.parametrize("quantity", [0, -5, 100_000, 2_147_483_647])
def test_a_quantity_is_1_to_99999(till, goods, refused, quantity):
    goods("MUG")

    with refused("bad_quantity") as refusal:
        till.scan("MUG", quantity)
    assert told(refusal) == {"least": 1, "most": 99_999}


def test_a_line_and_a_sale_may_not_be_dearer_than_a_column_holds(till, goods, refused):
    goods("GOLD", price="99999999.99")

    assert till.scan("GOLD")["total"] == "99999999.99"
    with refused("money_too_big"):
        till.scan("GOLD")
    goods("TIN", price="0.01")
    with refused("money_too_big"):
        till.scan("TIN")
    till.call("discard_sale", till.order)


def test_nor_with_the_tax_that_comes_on_top(till, goods, tax, refused):
    tax("0.10")
    goods("GOLD", price="90909090.90")
    goods("TIN", price="0.01")

    assert till.scan("GOLD")["total"] == "99999999.99"
    with refused("money_too_big"):
        till.scan("TIN")
    till.call("park", till.order, "later")
    assert [one["total"] for one in till.ask("parked_sales")] == ["99999999.99"]


def test_nor_is_the_first_line_of_a_sale_with_its_tax(till, goods, tax, refused):
    tax("0.10")
    goods("GOLD", price="90909091.00")

    with refused("money_too_big"):
        till.scan("GOLD")
    assert till.sale() is None


@pytest.fixture
def too_dear(till, goods, tax):
    """Have a sale on the screen that a new tax rate has made dearer than a column holds."""
    tax("0.10")
    goods("GOLD", price="45454545.40")
    goods("TIN", price="0.01")
    till.request = uuid4()
    till.scan("GOLD", 2, request=till.request)
    tax("0.20")
    return till


TOO_DEAR = "109090908.96"


def test_a_sale_that_a_new_rate_makes_too_dear_is_still_read(too_dear, till_of, customer):
    other = till_of("T2")
    assert too_dear.sale()["total"] == TOO_DEAR
    assert too_dear.scan("GOLD", 2, request=too_dear.request)["total"] == TOO_DEAR

    ann = customer()
    sale = too_dear.call("attach_customer", too_dear.register, too_dear.order, ann)
    assert sale["total"] == TOO_DEAR
    assert too_dear.call("release_quote", too_dear.order)["total"] == TOO_DEAR
    too_dear.call("park", too_dear.order, "later")
    assert [one["total"] for one in other.ask("parked_sales")] == [TOO_DEAR]
    assert other.call("recall", too_dear.order, other.register)["total"] == TOO_DEAR
    other.call("discard_sale", too_dear.order)
    assert other.sale() is None


def test_it_is_not_sold_and_nothing_is_added_to_it(too_dear, refused):
    with refused("money_too_big"):
        too_dear.quote()
    with refused("money_too_big"):
        too_dear.scan("TIN")
    assert too_dear.sale()["total"] == TOO_DEAR


def test_nor_on_a_quote_of_before_that_has_expired(store, too_dear, tax, refused):
    tax("0.10")
    assert too_dear.quote()["is_held"]
    store.sql("UPDATE storedesk.till_carts SET quote_expires_at = quote_expires_at - interval '1h'")
    tax("0.20")
    with refused("money_too_big"):
        too_dear.pay(total="99999999.88")


def test_it_is_sold_once_it_is_cheaper(too_dear):
    [line] = too_dear.sale()["lines"]
    cheaper = too_dear.call("change_line", too_dear.order, line["id"], 1)
    assert cheaper["total"] == "54545454.48"
    assert too_dear.quote()["is_held"]
    assert too_dear.pay()["total"] == "54545454.48"


def test_it_may_become_cheaper_by_little_but_not_dearer(too_dear, tax, refused):
    tax("0.10")
    tin = too_dear.scan("TIN", 2)["lines"][-1]["id"]
    tax("0.20")

    with refused("money_too_big"):
        too_dear.call("change_line", too_dear.order, tin, 3)
    sale = too_dear.call("change_line", too_dear.order, tin, 1)
    assert sale["total"] == "109090908.97"


def test_what_is_not_there_is_not_added(till, goods, refused):
    mug = goods("MUG")

    with refused("product_not_found"):
        till.call("add_item", till.register, till.order, uuid4(), None, 1)
    with refused("variant_not_found"):
        till.call("add_item", till.register, till.order, mug, uuid4(), 1)
    assert till.sale() is None


def test_a_register_that_is_not_there_has_no_sale(till, goods, refused):
    goods("MUG")

    with refused("register_not_found"):
        till.call("scan", uuid4(), till.order, "MUG", 1)
    till.scan("MUG")
    till.call("park", till.order, "later")
    with refused("register_not_found"):
        till.call("recall", till.order, uuid4())
    assert quantities(till.call("recall", till.order, till.register)) == [("Mug", 1)]


def test_of_two_first_scans_at_once_one_makes_the_sale_and_both_add(
    store, till, goods, until_someone_waits
):
    goods("MUG")
    goods("CUP")
    scan = "SELECT api.scan(%s, %s, %s, 'MUG', 2)"
    with ThreadPoolExecutor(1) as pool, store.connect("bob") as first:
        with first.transaction():
            first.execute(scan, [uuid4(), till.register, till.order])
            second = pool.submit(till.scan, "CUP")
            until_someone_waits()
        sale = second.result()

    assert quantities(sale) == [("Mug", 2), ("Cup", 1)]
    assert store.sql("SELECT count(*) FROM carts") == 1


def test_lines_keep_the_order_in_which_they_were_added(till, goods):
    for code in ("C", "A", "B"):
        goods(code, name=f"Cup {code}")
        till.scan(code)

    assert quantities(till.scan("A")) == [("Cup C", 1), ("Cup A", 2), ("Cup B", 1)]


def test_missing_pieces_show_on_the_last_line_of_the_product(till, goods, variant):
    shirt = goods("SHIRT", on_hand=5)
    variant(shirt, "SH-M", size="M")
    variant(shirt, "SH-L", size="L")

    till.scan("SH-M", 3)
    sale = till.scan("SH-L", 4)

    assert [line["missing"] for line in sale["lines"]] == [0, 2]


def test_a_line_is_changed_and_removed_and_the_empty_sale_stays(till, goods, refused):
    goods("MUG")
    line = till.scan("MUG")["lines"][0]["id"]

    assert quantities(till.call("change_line", till.order, line, 7)) == [("Mug", 7)]
    with refused("bad_quantity"):
        till.call("change_line", till.order, line, -1)
    assert till.call("change_line", till.order, line, 0)["lines"] == []
    with refused("line_not_found"):
        till.call("change_line", till.order, line, 1)
    assert till.sale()["total"] == "0.00"


def test_an_answer_that_was_lost_is_given_again_and_nothing_is_added_twice(
    till, till_of, goods, refused
):
    goods("MUG")
    request = uuid4()

    first = till.scan("MUG", request=request)

    assert till.scan("MUG", request=request) == first
    with refused("request_reused"):
        till.scan("MUG", 2, request=request)
    other = till_of(person="cyd")
    other.order = till.order
    with refused("request_reused"):
        other.scan("MUG", request=request)
    assert quantities(till.sale()) == [("Mug", 1)]


def test_a_register_has_one_sale_at_a_time_but_an_empty_one_makes_room(till, goods, refused):
    goods("MUG")
    line = till.scan("MUG")["lines"][0]["id"]
    first, till.order = till.order, uuid4()

    with refused("register_busy") as refusal:
        till.scan("MUG")
    assert told(refusal) == {"register": "Till 1"}
    till.call("change_line", first, line, 0)
    assert till.scan("MUG")["order_id"] == str(till.order)


def test_a_parked_sale_goes_on_at_any_till_but_only_at_one(till, till_of, goods, refused):
    goods("MUG")
    till.scan("MUG")
    till.call("park", till.order, "  the lady with the dog ")
    other = till_of("T2", "cyd")

    assert till.sale() is None
    assert [one["label"] for one in till.ask("parked_sales")] == ["the lady with the dog"]
    assert other.call("recall", till.order, other.register)["register_id"] == str(other.register)
    with refused("already_recalled") as refusal:
        till.call("recall", till.order, till.register)
    assert told(refusal) == {"register": "Till 2"}
    with refused("sale_elsewhere"):
        till.scan("MUG")
    assert till.ask("parked_sales") == []


def test_a_register_that_is_busy_recalls_nothing(till, goods, refused):
    goods("MUG")
    till.scan("MUG")
    till.call("park", till.order, None)
    parked, till.order = till.order, uuid4()
    till.scan("MUG")

    with refused("register_busy"):
        till.call("recall", parked, till.register)


def test_nothing_is_not_parked_and_no_card_number_is_its_label(till, goods, refused):
    goods("MUG")
    line = till.scan("MUG")["lines"][0]["id"]

    with refused("card_number"):
        till.call("park", till.order, "4111 1111 1111 1111")
    till.call("change_line", till.order, line, 0)
    with refused("sale_empty"):
        till.call("park", till.order, "x")


def test_a_sale_is_thrown_away_and_throwing_it_twice_does_no_harm(till, goods, refused):
    goods("MUG")
    till.scan("MUG")

    till.call("discard_sale", till.order)
    till.call("discard_sale", till.order)

    assert till.sale() is None
    with refused("sale_not_found"):
        till.call("change_line", till.order, uuid4(), 1)


def test_a_customer_is_noted_before_the_first_scan_and_her_basket_is_left_alone(
    store, till, goods, customer, refused
):
    ann = customer()
    goods("MUG")

    noted = till.call("attach_customer", till.register, till.order, ann)
    till.scan("MUG")

    assert noted["customer"] == {
        "id": str(ann),
        "name": "Ann Other",
        "email": "ann@example.com",
        "orders": 0,
        "place": None,
    }
    assert store.sql("SELECT count(*) FROM carts WHERE customer_id IS NOT NULL") == 0
    assert till.call("attach_customer", till.register, till.order, None)["customer"] is None
    with refused("customer_not_found"):
        till.call("attach_customer", till.register, till.order, uuid4())


def test_the_walk_in_customer_is_nobody(store, till):
    walk_in = store.sql("SELECT walk_in_customer_id FROM storedesk.store_settings")

    assert till.call("attach_customer", till.register, till.order, walk_in)["customer"] is None


# ---------- who may


@pytest.mark.parametrize("person", ["ada", "dee", "eve", "wes", "max"])
def test_only_cashiers_and_managers_sell(store, till, goods, person):
    goods("MUG")

    with pytest.raises(InsufficientPrivilege):
        store.sql(
            "SELECT api.scan(%s, %s, %s, 'MUG')", uuid4(), till.register, uuid4(), login=person
        )


def test_a_stranger_sells_nothing_though_in_the_right_group(store, till, goods, refused):
    goods("MUG")

    with refused("not_staff"):
        store.sql(
            "SELECT api.scan(%s, %s, %s, 'MUG')", uuid4(), till.register, uuid4(), login="stan"
        )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE cart_items SET unit_price_amount = 0.01",
        "DELETE FROM carts",
        "UPDATE storedesk.till_carts SET quote_expires_at = '2100-01-01'",
        "INSERT INTO orders DEFAULT VALUES",
        "SELECT core.sale(gen_random_uuid())",
        "SELECT FROM order_number_sequence",
    ],
)
def test_there_is_no_way_round_the_commands(store, statement):
    with pytest.raises(InsufficientPrivilege):
        store.sql(statement, login="cyd")
