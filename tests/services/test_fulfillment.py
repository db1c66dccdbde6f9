"""The services by which staff work on orders, with the values that they take and answer."""

from uuid import uuid4

import pytest

from storedesk import api, queries
from storedesk.documents import return_receipts
from storedesk.documents.strip import Speech
from storedesk.domain.exchanges import Refund
from storedesk.domain.fulfillment import OrderedLine, ReturnedLine, ShippingAddress
from storedesk.domain.orders import OrderStatus
from storedesk.domain.refusals.errors import Conflict, NotAllowed, NotFound, Refused
from storedesk.domain.till import Method, Shortage, Tender
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import Database
from tests.drawn import unique
from tests.strips import as_lines

pytestmark = pytest.mark.usefixtures("invariants")

HOME = ShippingAddress("Ann Other", "1 Any Street", "Town", "", "90001", "US")


def usd(amount):
    return Money.of(amount, "USD")


def by_card(total):
    """Pay by a card whose terminal has printed a reference."""
    reference = f"TRX-{unique(12)}"
    return Tender(
        uuid4(), Method.CARD, total, card_brand="visa", last_four="4242", reference=reference
    )


@pytest.fixture
def database(store):
    database = Database(store.dsn("cyd"), pool_size=1)
    yield database
    database.close()


@pytest.fixture
def place(database, customer):
    ann = customer()

    def place(product, quantity, price="2.50", **given):
        line = OrderedLine(product, None, quantity, usd(price))
        words = {
            "shipping_cost": usd("4.00"),
            "shown_total": usd(price) * quantity + usd("4.00"),
            "address": HOME,
        }
        return database.call(
            api.orders.place_order(
                uuid4(),
                order_id=uuid4(),
                customer_id=ann,
                lines=[line],
                **words | given,
            )
        )

    return place


def test_an_order_is_placed_paid_sent_and_taken_back(database, place, goods, orders_lines):
    placed = place(goods("MUG"), 2)
    order, seen = placed.step.order_id, placed.step.version
    assert (placed.is_placed, placed.total) == (True, usd("9.00"))

    tender = by_card(usd("9.00"))
    paid = database.call(
        api.orders.confirm_order(uuid4(), order_id=order, seen=seen, tenders=[tender])
    )
    sent = database.call(
        api.orders.ship_order(
            uuid4(), order_id=order, seen=paid.version, tracking="1Z999AA10123456784"
        )
    )
    back = [ReturnedLine(orders_lines(order)[0], 1, restocked=True)]
    with database.reading() as session:
        shown = api.orders.return_preview(session, order, back, with_shipping=True)
    taken = database.call(
        api.orders.return_order(
            uuid4(), return_id=uuid4(), order_id=order, seen=sent.version, lines=back,
            reason="did not fit", with_shipping=True,
        )
    )  # fmt: skip

    assert (paid.status, sent.status) == (OrderStatus.CONFIRMED, OrderStatus.SHIPPED)
    assert shown.refund == taken.refunded == usd("6.50")
    assert taken.refunds == (Refund(Method.CARD, usd("6.50"), usd("0"), "visa 4242"),)
    assert taken.refunds[0].given == usd("6.50")
    with pytest.raises(Conflict) as conflict:
        database.call(api.orders.deliver_order(uuid4(), order_id=order, seen=sent.version))
    assert conflict.value.code == "changed_meanwhile"


def test_a_return_has_a_receipt_of_its_own(database, place, goods, tax, orders_lines):
    tax("0.10", mode="inclusive")
    step = place(goods("MUG"), 2).step
    tender = by_card(usd("9.00"))
    known = {"order_id": step.order_id}
    paid = database.call(
        api.orders.confirm_order(uuid4(), **known, seen=step.version, tenders=[tender])
    )
    sent = database.call(
        api.orders.ship_order(uuid4(), **known, seen=paid.version, tracking="1Z999AA10123456784")
    )
    made, line = uuid4(), orders_lines(step.order_id)[0]
    back = [ReturnedLine(line, 2, restocked=False)]
    database.call(
        api.orders.return_order(
            uuid4(), return_id=made, **known, seen=sent.version, lines=back,
            reason="<b>did not fit</b>", with_shipping=True,
        )
    )  # fmt: skip

    with database.reading() as session:
        (back_again,) = queries.order_details.order(session, step.order_id).returns
        told = api.orders.return_receipt(session, made)
        with pytest.raises(NotFound):
            api.orders.return_receipt(session, uuid4())
    speech = Speech(str, lambda money: f"${money.amount}", lambda when: f"{when:%Y}")
    said = as_lines(return_receipts.parts(told, speech))

    assert back_again.pieces == (("Mug", 2, False),)
    assert any(line.startswith(f"Return of {step.order_number}") for line in said)
    rows = [" ".join(line.split()) for line in said if line != "---"]
    assert rows[rows.index("Taken back by Cyd") :] == [
        "Taken back by Cyd",
        "Mug $5.00",
        "2 pieces",
        "Shipping $4.00",
        "Given back $9.00",
        "VAT 10%, in this return $0.45",
        "Card $9.00",
        "visa 4242",
        "Reason: <b>did not fit</b>",
        rows[-1],
    ]
    assert rows[-1].startswith("Fiscal record 2: ")
    assert "&lt;b&gt;did not fit" in return_receipts.html(told, speech)


def test_what_stands_in_the_way_is_told(place, goods):
    mug = goods("MUG", on_hand=1)

    short = place(mug, 2)
    dear = place(mug, 1, price="2.00")

    assert short.step is None
    assert short.shortages == (Shortage(mug, "Mug", 2, 1),)
    assert [(c.product_id, c.old, c.new) for c in dear.changes] == [(mug, usd("2.00"), usd("2.50"))]


def test_an_order_is_sent_elsewhere_collected_or_cancelled(database, place, goods, till):
    mug = goods("MUG")
    shift = till.store.sql("SELECT id FROM storedesk.till_sessions")
    first, second = place(mug, 1).step, place(mug, 1).step
    elsewhere = ShippingAddress("Ann Other", "2 Other Street", "Town", "", "90001", "US")

    moved = database.call(
        api.orders.change_order_address(
            uuid4(), order_id=first.order_id, seen=first.version, address=elsewhere
        )
    )
    cash = Tender(uuid4(), Method.CASH, usd("6.50"), tendered=usd("10.00"))
    collected = database.call(
        api.orders.collect_order(
            uuid4(), order_id=first.order_id, seen=moved.version, shift_id=shift, tenders=[cash]
        )
    )
    cancelled = database.call(
        api.orders.cancel_order(uuid4(), order_id=second.order_id, seen=second.version, reason="no")
    )

    assert (collected.status, collected.change) == (OrderStatus.DELIVERED, usd("3.50"))
    assert cancelled.status is OrderStatus.CANCELLED
    with pytest.raises(Conflict) as conflict:
        database.call(
            api.orders.correct_tracking(
                uuid4(), order_id=first.order_id, seen=collected.version, tracking="1234"
            )
        )
    assert "is delivered" in str(conflict.value)


def test_a_cashier_is_told_what_a_manager_has_to_allow(store, place, goods):
    step = place(goods("MUG"), 1).step
    bobs = Database(store.dsn("bob"), pool_size=1)

    try:
        with pytest.raises(NotAllowed) as refusal:
            bobs.call(
                api.orders.cancel_order(
                    uuid4(), order_id=step.order_id, seen=step.version, reason="no"
                )
            )
        with pytest.raises(NotAllowed):
            bobs.call(
                api.orders.ship_order(
                    uuid4(), order_id=step.order_id, seen=step.version, tracking="1234"
                )
            )
    finally:
        bobs.close()

    assert refusal.value.parameters == {
        "action": "cancel_order",
        "detail": {
            "order_id": str(step.order_id), "status": "pending", "refund": "0.00", "reason": "no",
            "shift": None, "requested_by": str(store.staff_id("bob")),
        },
    }  # fmt: skip


def test_a_refusal_is_a_sentence(place, goods):
    with pytest.raises(Refused) as refusal:
        place(goods("MUG"), 1, address=ShippingAddress("", "s", "c", "", "p", "US"))

    assert str(refusal.value).startswith("An address needs")


@pytest.fixture
def orders_lines(store):
    def lines(order):
        words = "SELECT id FROM order_line_items WHERE order_id = %s ORDER BY created_at"
        return [row[0] for row in store.rows(words, order)]

    return lines
