"""What slips and pick lists say; how they look on paper is tested with the printing."""

import re
from datetime import datetime
from html import unescape
from uuid import uuid4

import pytest

from storedesk.documents import packing_slips, pick_lists
from storedesk.documents.strip import Speech
from storedesk.domain.fulfillment import ShippingAddress
from storedesk.domain.order_details import Order, OrderCustomer, Pick, SoldLine
from storedesk.domain.orders import OrderStatus
from storedesk.domain.store import StoreSettings
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money

SPEECH = Speech(
    translate=lambda words: words,
    money=lambda money: str(money.amount),
    moment=lambda when: f"{when:%d %b %Y, %H:%M}",
)
STORE = StoreSettings(
    name="Harbor & Vine", street="1 Quay Street", city="Portland", state="ME",
    postal_code="04101", phone="207 555 0100",
)  # fmt: skip
FIVE = Money.of(5, "USD")
EVIL = "<img src=/dev/zero> & <b>Co</b>"


def order(number="ORD-2026-000123", name="Stoneware bowl", recipient="Zoë Quay", **more):
    values = {
        "id": uuid4(),
        "number": number,
        "status": OrderStatus.CONFIRMED,
        "version": 3,
        "placed_at": datetime.fromisoformat("2026-11-22T13:00"),
        "customer": OrderCustomer(uuid4(), "Zoë Quay", None),
        "destination": ShippingAddress(recipient, "12 Long Road", "Bath", "ME", "04530", "US"),
        "lines": (SoldLine(uuid4(), uuid4(), None, name, "Large / Blue", 2, FIVE, FIVE * 2),
                  SoldLine(uuid4(), uuid4(), None, "Soap", None, 1, FIVE, FIVE)),
        "subtotal": FIVE, "shipping": FIVE, "tax": FIVE, "total": FIVE, "tax_lines": (),
        "payment_type": Method.CARD, "tracking": None, "cancellation_reason": None,
        "sold_as": None, "steps": (), "money_movements": (), "returns": (), "mails": (),
        "moves": (), "is_recalled": False, "changes": (),
    }  # fmt: skip
    return Order(**values | more)


def words(html):
    """What a reader sees, a line a block."""
    broken = re.sub(r"<br/>|</p>|</td>|<hr/>|</tr>|</title>", "\n", html)
    lines = (line.strip() for line in unescape(re.sub(r"<[^>]*>", "", broken)).split("\n"))
    return [line for line in lines if line]


def test_a_slip_says_what_is_in_the_parcel_and_where_it_goes_and_no_price():
    assert words(packing_slips.html([order()], STORE, SPEECH)) == [
        "Packing slip ORD-2026-000123",
        "Harbor & Vine",
        "Order ORD-2026-000123",
        "Placed 22 Nov 2026, 13:00",
        "Harbor & Vine · 1 Quay Street · Portland, ME 04101",
        "Zoë Quay",
        "12 Long Road",
        "Bath, ME 04530",
        "Qty",
        "Item",
        "□",
        "2",
        "Stoneware bowl",
        "Large / Blue",
        "□",
        "1",
        "Soap",
        "3 pieces · Thank you for your order! · Questions? 207 555 0100".replace(" · ", "  ·  "),
    ]


def test_every_order_has_a_page_and_a_barcode_of_its_own():
    orders = [order(f"ORD-2026-{n:06}") for n in (1, 2, 3)]
    html = packing_slips.html(orders, STORE, SPEECH)

    assert html.count("page-break-before") == 2
    for one in orders:
        assert f"src='barcode:{one.number}'" in html
    assert packing_slips.codes(orders) == [f"barcode:ORD-2026-{n:06}" for n in (1, 2, 3)]


def test_a_pick_list_comes_before_the_slips_on_a_page_of_its_own():
    before = pick_lists.body([Pick("Home", "Mug", None, "MUG", 1, (("O1", 1),))], SPEECH,
                             made_at=datetime.fromisoformat("2026-11-25T09:00"))  # fmt: skip
    html = packing_slips.html([order(), order()], STORE, SPEECH, before=before)
    assert html.count("page-break-before") == 2


def test_a_country_is_named_where_it_is_another_than_the_stores():
    to = ShippingAddress("Uwe", "Hafenstraße 1", "Kiel", "", "24103", "DE")
    assert words(packing_slips.html([order(destination=to)], STORE, SPEECH))[5:9] == [
        "Uwe", "Hafenstraße 1", "24103 Kiel", "DE",
    ]  # fmt: skip


@pytest.mark.parametrize("where", ["name", "recipient"])
def test_hostile_names_are_shown_and_never_obeyed(where):
    html = packing_slips.html([order(**{where: EVIL})], STORE, SPEECH)
    assert EVIL not in html
    assert EVIL in words(html)
    assert html.count("<img") == 1


def test_a_pick_list_goes_shelf_by_shelf_and_says_for_whom():
    picks = [
        Pick("Home", "Bowl", "Large", "BOWL-L", 5, (("ORD-1", 2), ("ORD-2", 3))),
        Pick("Home", EVIL, None, None, 1, (("ORD-1", 1),)),
        Pick("Toys", "Puzzle", None, "PUZ", 1, (("ORD-2", 1),)),
    ]
    html = pick_lists.body(picks, SPEECH, made_at=datetime.fromisoformat("2026-11-25T09:00"))

    assert words(html) == [
        "Pick list", "25 Nov 2026, 09:00", "2 orders, 7 pieces", "Qty", "Item",
        "Code", "For", "Home", "□", "5", "Bowl", "Large", "BOWL-L", "ORD-1 (2)", "ORD-2 (3)",
        "□", "1", EVIL, "ORD-1", "Toys", "□", "1", "Puzzle", "PUZ", "ORD-2",
    ]  # fmt: skip
    assert "<img" not in html
