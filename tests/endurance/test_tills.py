"""Several real windows on one store: the last pieces, the web shop, and each other's news."""

import time
from uuid import uuid4

import pytest

from tests.commands.test_web_orders import (
    WEB_LEDGER,
    WEB_LINE,
    WEB_NUMBER,
    WEB_ORDER,
    WEB_STOCK,
)

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("invariants")]
PIECES, TILLS = 2, 4
SHELF = 60


def test_of_k_pieces_exactly_k_are_sold_and_the_others_are_told_before_they_pay(
    shop, at_till, goods, hire
):
    mug = goods("MUG-1", name="Mug", on_hand=PIECES)
    people = ["bob", "cyd", *(hire(f"fay{n}") for n in range(TILLS - 2))]  # one shift each
    tills = [at_till(f"T{n}", person)[0] for n, person in enumerate(people, 1)]
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
    told = [one for one in seen if one["panel"] == "QuoteChangesPanel"]
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


def test_a_card_sale_whose_last_pieces_the_web_shop_took_is_booked_and_flagged(
    shop, at_till, goods, customer
):
    mug, ann = goods("MUG-1", name="Mug", on_hand=2), customer()
    window, _ = at_till()
    window.scan("MUG-1", "MUG-1")
    window.lies(("Mug", 2))
    window.quote()
    with shop.connect("wes") as web, web.transaction():
        web.execute("SET TIME ZONE 'UTC'")
        known = {
            "order": uuid4(), "product": mug, "customer": ann, "status": "pending", "version": 1,
            "number": web.execute(WEB_NUMBER).fetchone(),
        }  # fmt: skip
        for words in (WEB_ORDER, WEB_LINE, WEB_STOCK, WEB_LEDGER):
            web.execute(words, known)
    assert shop.stock(mug) == (2, 2)

    window.write("d")
    window.press("Return")
    number = window.sold()

    seen = window.see()
    print(f"\nthe web took the last pieces: {number}, “{seen['found']}”")
    assert shop.orders() == [known["number"], number]
    assert "Mug" in seen["found"]
    assert shop.stock(mug) == (2, 2)
    [[flag]] = shop.rows("SELECT new FROM storedesk.audit_event WHERE action = 'found_at_till'")
    assert flag["pieces"] == 2


def test_two_windows_see_what_the_other_does_and_no_row_moves_under_the_cursor(
    shop, at_till, goods
):
    mugs = {f"Mug {n:02}": goods(f"MUG-{n:02}", name=f"Mug {n:02}", on_hand=50 + n)
            for n in range(SHELF)}  # fmt: skip
    till, _ = at_till("T1", "bob")
    boss, _ = at_till("T2", "cyd")
    boss.ask("go", page="inventory")
    boss.until(lambda seen: seen.get("rows") == SHELF, "the list")
    boss.ask("walk", down=SHELF // 2)
    seen = boss.until(lambda seen: seen["row"], "a row in the middle")
    (name, on_hand), height = seen["row"], seen["height"]
    mug = mugs[name]

    till.scan(f"MUG-{name[-2:]}", f"MUG-{name[-2:]}", f"MUG-{name[-2:]}")
    till.lies((name, 3))
    till.quote()
    till.press("Return")
    till.sold()
    sold = time.monotonic()
    seen = boss.until(lambda seen: seen["row"] == [name, on_hand - 3], "the sale", 15)
    print(f"\na sale elsewhere was seen after {(time.monotonic() - sold) * 1000:.0f} ms")
    assert seen["height"] == height

    shop.sql("SELECT api.adjust_stock(%s, %s, NULL, -8, 'damaged')", uuid4(), mug, login="ada")
    adjusted = time.monotonic()
    seen = boss.until(lambda seen: seen["row"] == [name, on_hand - 11], "the adjustment", 15)
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
