"""Several real windows on one store: the last pieces, the web shop, and each other's news."""

import time
from uuid import uuid4

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("invariants")]
PIECES, TILLS = 2, 4
AT_ONCE = 1.0

ORDER = """
    INSERT INTO orders (order_number, customer_id, status, subtotal_amount, subtotal_currency,
        tax_amount, tax_currency, total_amount, total_currency, shipping_recipient, shipping_street,
        shipping_city, shipping_state, shipping_postal_code, shipping_country, payment_type)
    VALUES (%s, %s, 'pending', 2.50, 'USD', 0, 'USD', 2.50, 'USD',
        'Ann Other', '1 Main St', 'Town', 'TX', '78701', 'US', 'credit_card') RETURNING id
"""


def test_of_k_pieces_exactly_k_are_sold_and_the_others_are_told_before_they_pay(
    shop, at_till, goods
):
    mug = goods("MUG-1", name="Mug", on_hand=PIECES)
    tills = [at_till(f"T{n}", "bob" if n % 2 else "cyd")[0] for n in range(1, TILLS + 1)]
    for till in tills:
        till.scan("MUG-1")
        till.lies(("Mug", 1))
        till.ask("pause")

    for till in tills:  # at once: the keys are pressed, nobody waits for what comes of them
        till.send("press", keys=["Return"])
    for till in tills:
        till.answer()
    seen = [till.until(lambda seen: seen["panel"], "a panel") for till in tills]
    quoted = [till for till, one in zip(tills, seen, strict=True) if one["panel"] == "PayPanel"]
    told = [one for one in seen if one["panel"] == "DoubtPanel"]
    for till in quoted:
        till.ask("pause")
        till.send("press", keys=["Return"])
    for till in quoted:
        till.answer()

    assert sorted(till.sold() for till in quoted) == shop.orders()
    assert (len(quoted), len(told)) == (PIECES, TILLS - PIECES)
    assert shop.stock(mug) == (0, 0)
    for one in told:
        assert "1 in the sale, 0 on the shelf" in one["panel_words"]
    print("\ntold before paying: " + " · ".join(filter(None, told[0]["panel_words"])))


def test_a_card_sale_whose_last_piece_the_web_shop_took_is_booked_and_flagged(
    shop, at_till, goods, customer
):
    mug, ann = goods("MUG-1", name="Mug", on_hand=1), customer()
    window, _ = at_till()
    window.scan("MUG-1")
    window.lies(("Mug", 1))
    window.quote()
    with shop.connect("wes") as web, web.transaction():
        web.execute("UPDATE inventory SET reserved_quantity = 1 WHERE product_id = %s", [mug])
        order = web.execute(ORDER, [number_of(web), ann]).fetchone()
        web.execute(
            "INSERT INTO order_line_items (order_id, product_id, product_name, unit_price_amount,"
            " unit_price_currency, quantity, subtotal_amount, subtotal_currency)"
            " VALUES (%s, %s, 'Mug', 2.50, 'USD', 1, 2.50, 'USD')",
            [order, mug],
        )

    window.write("d")
    window.press("Return")
    number = window.sold()

    seen = window.see()
    print(f"\nthe web took the last piece: {number}, “{seen['found']}”")
    assert number in shop.orders()
    assert "Mug" in seen["found"]
    assert shop.stock(mug) == (1, 1)
    [flag] = shop.rows("SELECT new FROM storedesk.audit_event WHERE action = 'found_at_till'")
    assert flag[0]["pieces"] == 1


def number_of(web) -> str:
    """Take the next order number as the web shop does."""
    year = web.execute("SELECT extract(year FROM now())::int").fetchone()
    words = """
        INSERT INTO order_number_sequence (year, last_value) VALUES (%s, 1)
        ON CONFLICT (year) DO UPDATE SET last_value = order_number_sequence.last_value + 1
        RETURNING last_value
    """
    return f"ORD-{year}-{web.execute(words, [year]).fetchone():06}"


def test_two_windows_see_what_the_other_does(shop, at_till, goods):
    mug = goods("MUG-2", name="Mug", on_hand=10)
    goods("BOWL-1", name="Bowl", on_hand=10)
    till, _ = at_till("T1", "bob")
    boss, _ = at_till("T2", "cyd")
    boss.ask("go", page="inventory")
    boss.until(lambda seen: seen.get("rows") == 2, "the list")
    while boss.see()["row"] is None or boss.see()["row"][0] != "Mug":
        boss.ask("choose_row", name="Mug")
    height = boss.see()["height"]

    till.scan("MUG-2")
    till.lies(("Mug", 1))
    till.quote()
    till.press("Return")
    till.sold()
    sold = time.monotonic()
    seen = boss.until(lambda seen: seen["row"] == ["Mug", 9], "the sale", 15)
    print(f"\na sale elsewhere was seen after {(time.monotonic() - sold) * 1000:.0f} ms")
    assert seen["height"] == height

    shop.sql("SELECT api.adjust_stock(%s, %s, NULL, -8, 'damaged')", uuid4(), mug, login="ada")
    adjusted = time.monotonic()
    seen = boss.until(lambda seen: seen["row"] == ["Mug", 1], "the adjustment", 15)
    print(f"an adjustment elsewhere was seen after {(time.monotonic() - adjusted) * 1000:.0f} ms")
    assert seen["height"] == height


def test_a_sale_that_is_parked_in_one_window_is_recalled_in_the_other(shop, at_till, goods):
    goods("MUG-1", name="Mug")
    first, _ = at_till("T1", "bob")
    second, _ = at_till("T2", "cyd")
    first.scan("MUG-1")
    order = first.lies(("Mug", 1))["order"]
    first.press("F4")
    first.panel("ParkPanel")
    first.ask("pause")
    first.write("Green scarf")
    first.press("Return")
    first.until(lambda seen: seen["order"] is None, "an empty counter")
    second.until(lambda seen: seen["parked"] == ["Green scarf"], "the parked sale")

    second.press("F5")
    second.panel("RecallPanel")
    second.press("Return")

    assert second.lies(("Mug", 1))["order"] == order
    first.until(lambda seen: seen["parked"] == [], "nothing parked any more")
    second.quote()
    assert [second.pay()] == shop.orders()
