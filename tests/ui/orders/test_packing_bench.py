"""Shipping from the keyboard: slip, label, Enter; what is wrong is said and sounded."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.domain.carriers import KNOWN, Carrier
from storedesk.ui.kit.looks.buttons import Kind
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.orders.history import events
from tests.ui.contexts import IN_2026

pytestmark = pytest.mark.usefixtures("invariants")
UPS = "1Z999AA10123456784"
STATE = "SELECT status || ' ' || coalesce(tracking_number, '') FROM orders WHERE id = %s"


async def at_the_bench(hands):
    hands.begin("ship")
    await hands.idle()
    assert hands.page.bench.isVisible()
    return hands.page.bench


async def test_ten_parcels_are_sent_without_a_mouse(hands_of, ordered, store):
    keys = [ordered(status="confirmed", at=f"2026-11-{day} 10:00") for day in range(10, 20)]
    hands = await hands_of("ada")
    bench = await at_the_bench(hands)

    for at, key in enumerate(keys):
        await hands.scan(ordered.number(key))
        assert bench.order.id == key
        await hands.enter(f"VAN {at:04}")

    assert [store.sql(STATE, key) for key in keys] == [f"shipped VAN {at:04}" for at in range(10)]
    assert bench.order is None
    assert bench.sum.text() == "10 parcels"
    await hands.press(Qt.Key.Key_Escape, bench.entry)
    assert hands.page.list.isVisible()


async def test_a_scanned_label_says_its_carrier_and_enter_ships(hands_of, ordered, store):
    key = ordered(status="confirmed")
    hands = await hands_of("ada")
    bench = await at_the_bench(hands)
    await hands.scan(ordered.number(key), UPS)

    assert bench.entry.text() == UPS
    assert bench.carrier.chip.text == "UPS"
    assert store.sql(STATE, key) == "confirmed "
    await hands.press(Qt.Key.Key_Return, bench.entry)

    assert store.sql(STATE, key) == f"shipped {UPS}"
    assert [parcel.carrier for parcel in bench.sent.records.records] == ["UPS"]
    assert bench.problem.text() == f"{ordered.number(key)} is shipped."
    assert store.sql("SELECT count(*) FROM email_queue WHERE email_type = 'order_shipped'") == 1


async def test_the_queue_opens_one_after_the_other(hands_of, ordered, store):
    keys = [ordered(status="confirmed", at=f"2026-11-{day} 10:00") for day in (10, 11, 12)]
    hands = await hands_of("ada")
    hands.page.table.selectRow(1)
    await hands.idle()
    bench = await at_the_bench(hands)

    assert bench.order.id == keys[1]
    await hands.enter("AAAA 1111")
    assert bench.order.id == keys[2]
    await hands.enter("AAAA 2222")
    assert bench.order is None
    assert store.sql(STATE, keys[0]) == "confirmed "


async def test_what_is_typed_while_the_next_order_comes_is_not_lost(hands_of, ordered, store):
    keys = [ordered(status="confirmed", at=f"2026-11-{day} 10:00") for day in (10, 11)]
    hands = await hands_of("ada")
    hands.page.table.selectRow(0)
    await hands.idle()
    hands.begin("ship")
    QTest.keyClicks(hands.page.bench.entry, "AAAA 11")
    await hands.idle()
    assert hands.page.bench.order.id == keys[0]
    assert hands.page.bench.entry.text() == "AAAA 11"

    await hands.enter("11")
    assert store.sql(STATE, keys[0]) == "shipped AAAA 1111"
    assert hands.page.bench.order.id == keys[1]
    assert hands.page.bench.entry.text() == ""


async def test_the_label_of_one_parcel_is_never_put_on_the_next(hands_of, ordered, store):
    keys = [ordered(status="confirmed", at=f"2026-11-{day} 10:00") for day in (10, 11)]
    hands = await hands_of("ada")
    bench = await at_the_bench(hands)
    await hands.scan(ordered.number(keys[0]), UPS)
    await hands.scan(ordered.number(keys[1]))
    assert bench.entry.text() == ""
    await hands.press(Qt.Key.Key_Return, bench.entry)
    assert store.sql(STATE, keys[1]) == "confirmed "


async def test_ticked_orders_are_taken_to_the_bench(hands_of, ordered):
    keys = [ordered(status="confirmed", at=f"2026-11-{day} 10:00") for day in (10, 11, 12)]
    hands = await hands_of("ada")
    hands.page.table.tick([keys[0], keys[2]])
    bench = await at_the_bench(hands)

    await hands.enter("AAAA 1111")

    assert bench.order.id == keys[2]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("pending", "{n} is not paid yet."),
        ("shipped", "{n} was sent already, 20 Nov, 09:00 by Cyd, as 1Z999AA10123456784."),
        ("delivered", "{n} has left already, 20 Nov, 10:00 by Cyd."),
        ("cancelled", "Do not ship it: {n} was canceled, 20 Nov, 07:00 by Cyd. changed her mind"),
    ],
)
async def test_an_order_that_is_not_to_be_sent_is_said_why(hands_of, ordered, status, said):
    number = ordered.number(ordered(status=status))
    hands = await hands_of("ada", format=IN_2026)
    bench = await at_the_bench(hands)

    await hands.scan(number)

    assert bench.problem.text() == said.format(n=number)
    assert bench.sounds.tone is Tone.BAD
    assert bench.order is None


async def test_items_are_checked_by_scanning_them(hands_of, ordered, goods, store):
    goods("SOAP")
    key = ordered("MUG", "MUG", "CUP", status="confirmed")
    hands = await hands_of("ada")
    bench = await at_the_bench(hands)
    await hands.scan(ordered.number(key), "mug", "MUG")
    assert [bench._scanned_cell(line).text for line in bench.order.lines] == ["2", "0"]

    await hands.scan("MUG")
    assert bench.problem.text() == "MUG: all ordered pieces are already packed."
    await hands.scan("SOAP")
    assert bench.problem.text() == "SOAP is not in this order."
    assert bench.sounds.tone is Tone.BAD
    await hands.enter(UPS)
    assert bench.problem.text() == "1 piece was not scanned. Press Enter again to ship anyway."
    assert store.sql(STATE, key) == "confirmed "
    await hands.press(Qt.Key.Key_Return, bench.entry)
    assert store.sql(STATE, key) == f"shipped {UPS}"


@pytest.mark.parametrize("typed", ["abc", "<b>1Z</b>", "x" * 101])
async def test_what_is_no_parcel_number_stays_in_the_field(hands_of, ordered, store, typed):
    key = ordered(status="confirmed")
    hands = await hands_of("ada")
    bench = await at_the_bench(hands)
    await hands.scan(ordered.number(key))

    await hands.enter(typed)

    assert bench.entry.text() == typed
    assert bench.problem.text()
    assert bench.order.id == key
    assert store.sql(STATE, key) == "confirmed "


async def test_whoever_was_first_is_named_while_the_order_is_in_hand(hands_of, ordered):
    key = ordered(status="confirmed")
    hands = await hands_of("ada")
    bench = await at_the_bench(hands)
    await hands.scan(ordered.number(key))

    ordered.step("cancel", key, "'stolen card'", "2026-11-21 09:00")
    hands.page.changed([key])
    await hands.idle()

    assert bench.order is None
    assert bench.problem.text().startswith("Do not ship it:")


async def test_ship_against_ship_one_wins_and_the_other_is_told(hands_of, ordered, store):
    key = ordered(status="confirmed")
    ada, cyd = await hands_of("ada"), await hands_of("cyd")
    for hands in (ada, cyd):
        await at_the_bench(hands)
        await hands.scan(ordered.number(key))

    await ada.enter("AAAA 1111")
    await cyd.enter("BBBB 2222")

    assert store.sql(STATE, key) == "shipped AAAA 1111"
    assert "was sent already" in cyd.page.bench.problem.text()
    assert "by Ada, as AAAA 1111" in cyd.page.bench.problem.text()


async def test_an_unknown_number_is_said(hands_of):
    hands = await hands_of("ada")
    bench = await at_the_bench(hands)
    await hands.enter("ORD-2026-999999")
    assert bench.problem.text() == "There is no order ORD-2026-999999."


async def test_a_cashier_ships_nothing(hands_of):
    hands = await hands_of("bob")
    assert "orders.ship" not in {action.name for action in hands.actions.all()}


async def test_a_slip_scanned_on_the_list_shows_its_order(hands_of, ordered):
    key = ordered(status="delivered")
    hands = await hands_of("bob")
    await hands.scan(ordered.number(key))
    assert hands.page.detail.order.id == key


async def test_a_label_and_enter_twice_ship_one_parcel(hands_of, ordered, store):
    keys = [ordered(status="confirmed", at=f"2026-11-{day} 10:00") for day in (10, 11)]
    hands = await hands_of("ada")
    hands.page.table.selectRow(0)
    await hands.idle()
    bench = await at_the_bench(hands)
    await hands.scan(UPS)
    for _ in range(3):  # quicker than the database answers
        QTest.keyClick(bench.entry, Qt.Key.Key_Return)
    await hands.idle()

    assert [store.sql(STATE, key) for key in keys] == [f"shipped {UPS}", "confirmed "]
    assert bench.order.id == keys[1]
    assert bench.problem.text() == f"{ordered.number(keys[0])} is shipped."


async def test_what_was_meant_for_one_parcel_never_goes_on_the_next(hands_of, ordered, store):
    keys = [ordered(status="confirmed", at=f"2026-11-{day} 10:00") for day in (10, 11)]
    hands = await hands_of("ada")
    hands.page.table.selectRow(0)
    await hands.idle()
    bench = await at_the_bench(hands)
    QTest.keyClicks(bench.entry, "AAAA 1111")
    QTest.keyClick(bench.entry, Qt.Key.Key_Return)
    bench.entry.setText("AAAA 2222")  # while the first is on its way
    QTest.keyClick(bench.entry, Qt.Key.Key_Return)
    hands.page.scanned("AAAA 3333")
    await hands.idle()

    assert [store.sql(STATE, key) for key in keys] == ["shipped AAAA 1111", "confirmed "]
    assert bench.problem.text() == (
        "AAAA 3333 was scanned for the previous order and not used. Scan it again."
    )
    assert bench.entry.text() == ""


async def test_enter_does_nothing_just_after_the_next_order_has_come(hands_of, ordered, store):
    keys = [ordered(status="confirmed", at=f"2026-11-{day} 10:00") for day in (10, 11)]
    hands = await hands_of("ada")
    hands.page.table.selectRow(0)
    await hands.idle()
    bench = await at_the_bench(hands)
    await hands.enter("AAAA 1111")
    hands.clock.stands = True
    bench.guard.arm()
    await hands.enter("AAAA 2222")
    assert store.sql(STATE, keys[1]) == "confirmed "
    assert bench.entry.text() == "AAAA 2222"

    hands.clock.stands = False
    await hands.press(Qt.Key.Key_Return, bench.entry)
    assert store.sql(STATE, keys[1]) == "shipped AAAA 2222"


async def test_a_number_of_another_parcel_is_asked_about(hands_of, ordered, store):
    first = ordered(status="shipped", at="2026-11-10 10:00")
    key = ordered(status="confirmed", at="2026-11-11 10:00")
    hands = await hands_of("ada")
    bench = await at_the_bench(hands)
    await hands.scan(ordered.number(key), UPS)
    await hands.press(Qt.Key.Key_Return, bench.entry)
    assert bench.problem.text() == (
        f"{UPS} is already on the shipment of order {ordered.number(first)}."
        " Enter it again if both go in one package."
    )
    assert store.sql(STATE, key) == "confirmed "

    await hands.press(Qt.Key.Key_Return, bench.entry)
    assert store.sql(STATE, key) == f"shipped {UPS}"


@pytest.mark.parametrize(
    ("number", "carrier"),
    [("1Z999AA10123456785", "UPS"), ("RR123456784US", "USPS"), ("9400111899223197428491", "USPS")],
)
async def test_a_wrong_check_digit_is_told(hands_of, ordered, store, number, carrier):
    key = ordered(status="confirmed")
    hands = await hands_of("ada")
    bench = await at_the_bench(hands)
    await hands.scan(ordered.number(key), number)
    await hands.press(Qt.Key.Key_Return, bench.entry)
    assert bench.problem.text().startswith(f"The check digit of this {carrier} number is wrong")
    assert store.sql(STATE, key) == "confirmed "

    await hands.press(Qt.Key.Key_Return, bench.entry)
    assert store.sql(STATE, key) == f"shipped {number}"


async def test_ship_is_not_offered_before_all_pieces_are_scanned(hands_of, ordered, store):
    key = ordered("MUG", "MUG", status="confirmed")
    hands = await hands_of("ada", pack_by_scan=True)
    bench = await at_the_bench(hands)
    await hands.scan(ordered.number(key), UPS)
    assert bench.ship.kind is Kind.SECONDARY
    await hands.press(Qt.Key.Key_Return, bench.entry)
    assert bench.problem.text().startswith("2 pieces were not scanned.")
    await hands.scan("MUG", "MUG", UPS)
    assert bench.ship.kind is Kind.PRIMARY
    await hands.press(Qt.Key.Key_Return, bench.entry)
    assert store.sql(STATE, key) == f"shipped {UPS}"


async def test_a_corrected_number_stands_in_the_list_of_what_was_sent(hands_of, ordered, store):
    key = ordered(status="confirmed")
    hands = await hands_of("ada")
    bench = await at_the_bench(hands)
    await hands.scan(ordered.number(key))
    await hands.enter("AAAA 1111")
    version = store.sql("SELECT version FROM orders WHERE id = %s", key)
    words = "SELECT api.correct_tracking(gen_random_uuid(), %s, %s, 'BBBB 2222')"
    store.sql(words, key, version, login="ada")
    hands.page.changed()
    await hands.idle()
    assert [shipment.tracking for shipment in bench.shipments] == ["BBBB 2222"]


async def test_a_parcel_that_did_not_leave_is_first_and_sent_by_its_next_label(
    hands_of, ordered, store
):
    order = ordered(status="confirmed", at="2026-11-12 10:00")
    older = ordered(status="confirmed", at="2026-11-10 10:00")
    hands = await hands_of("ada")
    bench = await at_the_bench(hands)
    await hands.scan(ordered.number(order))
    await hands.enter("AAAA 1111")
    await hands.press(Qt.Key.Key_Escape, bench.entry)
    hands.page.tabs.button("shipped").click()
    await hands.idle()
    await hands.open(order)
    hands.begin("recall")
    dialog = await hands.dialog()
    dialog.reason.show_value("left in the corner")
    await hands.agree(dialog)

    hands.page.tabs.button("confirmed").click()
    await hands.idle()
    rows = hands.page.table.rows
    assert [rows.record(row).id for row in range(rows.rowCount())] == [order, older]
    assert hands.page.tabs.button("confirmed").count == "2"
    await hands.open(order)
    told = [event.words for event in events(hands.page.detail.order, hands.page.context.format)]
    assert "Shipment recalled: left in the corner" in told
    bench = await at_the_bench(hands)
    await hands.scan(ordered.number(order))
    await hands.enter("BBBB 2222")
    assert store.sql(STATE, order) == "shipped BBBB 2222"


async def test_an_item_whose_check_digit_is_wrong_is_checked_off_like_any_other(hands_of, ordered):
    key = ordered("790617348408", status="confirmed")
    hands = await hands_of()
    bench = await at_the_bench(hands)

    await hands.scan(ordered.number(key), "790617348408")

    [line] = bench.order.lines
    assert bench.scanned == {line.id: 1}


def used(hands, *names):
    """Let the store use these carriers, in this order."""
    context = hands.page.context
    known = {one.name: one for one in KNOWN}
    own = Carrier("Rider", "https://rider.example/{number}", shapes=("#" * 12,))
    carriers = tuple(own if name == "Rider" else known[name] for name in names)
    context.store = replace(context.store, carriers=carriers)


CARRIER = "SELECT carrier FROM storedesk.shipment_carriers WHERE order_id = %s"


async def test_of_two_carriers_that_fit_one_is_chosen_and_noted(hands_of, ordered, store):
    first, second = (ordered(status="confirmed", at=f"2026-11-{day} 10:00") for day in (10, 11))
    hands = await hands_of("ada")
    used(hands, "Rider", "FedEx")
    bench = await at_the_bench(hands)
    await hands.scan(ordered.number(first), "986578788855")
    assert (bench.carrier.chip.isVisible(), bench.carrier.chooser.isVisible()) == (False, True)
    assert bench.carrier.name() == "Rider"
    bench.carrier.chooser.setCurrentIndex(bench.carrier.chooser.findData("FedEx"))
    bench.carrier.chooser.activated.emit(1)
    links = []
    bench.link_wanted.connect(links.append)
    bench.link.click()
    assert links == ["https://www.fedex.com/fedextrack/?trknbr=986578788855"]
    await hands.press(Qt.Key.Key_Return, bench.entry)
    assert store.sql(CARRIER, first) == "FedEx"
    await hands.scan(ordered.number(second), "123456789012")
    assert bench.carrier.chip.text == "Rider"
    await hands.press(Qt.Key.Key_Return, bench.entry)
    assert store.sql(CARRIER, second) == "Rider"
    told = store.sql(
        "SELECT payload ->> 'carrier' FROM email_queue"
        " WHERE email_type = 'order_shipped' AND reference_id = %s", second,
    )  # fmt: skip
    assert told == "Rider"


async def test_a_carrier_that_the_store_does_not_use_is_not_shown(hands_of, ordered, store):
    key = ordered(status="confirmed")
    hands = await hands_of("ada")
    used(hands, "DHL")
    bench = await at_the_bench(hands)
    await hands.scan(ordered.number(key), UPS)
    assert bench.carrier.isHidden()
    assert bench.link.isHidden()
    await hands.press(Qt.Key.Key_Return, bench.entry)
    assert store.sql(STATE, key) == f"shipped {UPS}"
    assert store.sql(CARRIER, key) is None
