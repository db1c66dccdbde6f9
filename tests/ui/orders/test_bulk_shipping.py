"""Parcels from a list: each line is judged before anything is sent, and what is refused says so."""

import pytest

from storedesk.ui.orders import bulk_shipping
from storedesk.ui.orders.bulk_shipping import BulkShippingDialog

pytestmark = pytest.mark.usefixtures("invariants")
UPS = "1Z999AA10123456784"


@pytest.fixture
def list_of(hands_of):
    async def list_of(login="ada"):
        hands = await hands_of(login)
        hands.begin("bulk")
        return hands, await hands.dialog(BulkShippingDialog)

    return list_of


def told(dialog):
    return [dialog._verdict_cell(one).text for one in dialog.candidates]


async def read(dialog, text):
    dialog.read(text)
    await dialog.idle()


async def test_good_lines_are_sent_and_bad_ones_say_why(list_of, ordered, store):
    good, other = (ordered(status="confirmed") for _ in range(2))
    unpaid, sent = ordered(), ordered(status="shipped", tracking="VAN 6")
    twice = ordered(status="confirmed")
    number = ordered.number
    hands, dialog = await list_of()
    assert dialog.focusWidget() is dialog.text
    await read(dialog, "\n".join([
        "Order;Tracking",
        f"{number(good)};1z 999 aa1 01 2345 6784",
        f"VAN 7;{number(other)}",
        f"{number(unpaid)};VAN 8",
        f"{number(sent)};VAN 9",
        f"{number(twice)};VAN 10",
        f"{number(twice)};VAN 11",
        "ORD-2026-999999;VAN 12",
        "nonsense;VAN 13",
    ]))  # fmt: skip

    assert told(dialog) == [
        "Good", "Good", "Cannot be shipped: To confirm", "Cannot be shipped: Shipped",
        "Listed more than once", "Listed more than once",
        "There is no such order", "This line has no order number",
    ]  # fmt: skip
    assert dialog.yes.label == "Ship 2"
    dialog.yes.click()
    await dialog.idle()

    assert told(dialog)[:2] == ["Sent", "Sent"]
    assert dialog.count.text() == "0 to send, 2 sent, 6 cannot be sent"
    tracking = "SELECT status || ' ' || tracking_number FROM orders WHERE id = %s"
    assert store.sql(tracking, good) == f"shipped {UPS}"
    assert store.sql(tracking, other) == "shipped VAN 7"
    dialog.reject()
    await hands.idle()


async def test_an_order_that_was_cancelled_since_is_said_and_the_next_is_sent(
    list_of, ordered, store
):
    first, second = (ordered(status="confirmed") for _ in range(2))
    hands, dialog = await list_of()
    await read(dialog, f"{ordered.number(first)} VAN 1\n{ordered.number(second)} VAN 2")
    ordered.step("cancel", first, "'stolen card'", "2026-11-21 09:00")
    dialog.yes.click()
    await dialog.idle()

    assert told(dialog) == [
        f"Order {ordered.number(first)} is canceled and cannot become shipped.", "Sent",
    ]  # fmt: skip
    assert store.sql("SELECT status FROM orders WHERE id = %s", second) == "shipped"
    dialog.reject()
    await hands.idle()


@pytest.mark.parametrize("content", [b"\x00\x01", None])
async def test_a_file_that_is_no_list_is_said(list_of, monkeypatch, tmp_path, content):
    path = tmp_path / "parcels.csv"
    if content is not None:
        path.write_bytes(content)

    async def choose(*_, **__):
        return path

    monkeypatch.setattr(bulk_shipping, "choose_file", choose)
    hands, dialog = await list_of()
    dialog.open_file.click()
    await dialog.idle()
    assert dialog.problem.text() == "parcels.csv cannot be read as a list. Save it as CSV."
    dialog.reject()
    await hands.idle()


async def test_a_file_is_read(list_of, ordered, monkeypatch, tmp_path):
    key = ordered(status="confirmed")
    path = tmp_path / "parcels.csv"
    path.write_text(f"\ufeffOrder,Parcel\n{ordered.number(key)},{UPS}\n", encoding="utf-8")

    async def choose(*_, **__):
        return path

    monkeypatch.setattr(bulk_shipping, "choose_file", choose)
    hands, dialog = await list_of()
    dialog.open_file.click()
    await dialog.idle()
    assert told(dialog) == ["Good"]
    dialog.reject()
    await hands.idle()


async def test_the_carrier_of_a_list_is_by_the_number_or_chosen_for_all(list_of, ordered, store):
    carrier = "SELECT carrier FROM storedesk.shipment_carriers WHERE order_id = %s"
    first, second, third = (ordered(status="confirmed") for _ in range(3))
    number = ordered.number
    _, dialog = await list_of()
    await read(dialog, f"{number(first)},{UPS}\n{number(second)},VAN 1")
    assert [dialog._tracking_cell(one).second for one in dialog.candidates] == ["UPS", ""]
    dialog.yes.click()
    await dialog.idle()
    assert [store.sql(carrier, key) for key in (first, second)] == ["UPS", None]
    dialog.carrier.setCurrentIndex(dialog.carrier.findData("GLS"))
    await read(dialog, f"{number(third)},VAN 2")
    dialog.yes.click()
    await dialog.idle()
    assert store.sql(carrier, third) == "GLS"
