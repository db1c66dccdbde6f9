"""The till as pages call it: through the services, as domain values."""

from dataclasses import replace
from uuid import uuid4

import pytest

from storedesk import api, queries
from storedesk.domain.orders import Payment
from storedesk.domain.refusals.errors import Conflict, NotFound, Refused
from storedesk.domain.till import Found, Method, PriceChange, Shortage, Tender
from storedesk.domain.values.money import Money
from storedesk.domain.values.tax import TaxMode
from storedesk.persistence.engine.database import Database

pytestmark = pytest.mark.usefixtures("invariants")


def usd(amount):
    return Money.of(amount, "USD")


class Counter:
    """Bob's database, and how a page does and asks there."""

    def __init__(self, database):
        self.database = database
        self.register = self.ask(queries.store_settings.registers)[0]
        self.order = uuid4()

    def do(self, action, **said):
        return self.database.call(action(uuid4(), **said))

    def ask(self, question, *said, **more):
        with self.database.reading() as session:
            return question(session, *said, **more)

    def scan(self, code, quantity=1):
        said = {"register_id": self.register.id, "order_id": self.order}
        return self.do(api.till.scan, code=code, quantity=quantity, **said)


@pytest.fixture
def counter(store):
    database = Database(store.dsn("bob"), pool_size=1)
    counter = Counter(database)
    counter.do(api.shifts.open_shift, register_id=counter.register.id, opening_float=usd(100))
    yield counter
    database.close()


def test_a_sale_from_the_first_scan_to_its_receipt(counter, goods, tax):
    tax("0.0825", name="Sales tax")
    mug = goods("MUG", price="8.90", name="Enamel mug")

    sale = counter.scan("mug", 2)
    quote = counter.do(api.till.quote, order_id=counter.order, shown_total=sale.total)
    tender = Tender(uuid4(), Method.CASH, sale.total, tendered=usd(20))
    paid = counter.do(api.till.pay, order_id=counter.order, tenders=[tender])
    receipt = counter.ask(api.receipts.receipt, counter.order)

    (line,) = sale.lines
    assert (line.product_id, line.unit_price, line.subtotal) == (mug, usd("8.90"), usd("17.80"))
    assert (sale.tax, sale.total, sale.pieces, sale.touched) == (
        usd("1.47"),
        usd("19.27"),
        2,
        line.id,
    )
    assert quote.is_held
    assert quote.sale.quote_expires_at is not None
    assert (paid.total, paid.change, paid.found) == (usd("19.27"), usd("0.73"), ())
    assert receipt.order_number == paid.order_number
    assert (receipt.tax_mode, receipt.tax_lines) == (TaxMode.EXCLUSIVE, sale.tax_lines)
    (payment,) = receipt.payments
    assert replace(payment, at=None) == Payment(
        Method.CASH, usd("19.27"), usd("20"), usd("0.73"), None, by="Bob", register="Till 1"
    )
    assert (receipt.register, receipt.cashier, receipt.store_name) == ("Till 1", "Bob", "The Shop")
    assert counter.ask(api.receipts.last_receipt, counter.register.id) == receipt
    assert counter.ask(api.till.current_sale, counter.register.id) is None


def test_what_stands_in_the_way_of_a_quote_is_told_in_the_shops_words(store, counter, goods):
    mug, cup = goods("MUG", price="8.90", on_hand=1), goods("CUP", price="1.00", on_hand=1)
    counter.scan("MUG", 3)
    sale = counter.scan("CUP")
    store.sql("UPDATE products SET price_amount = 2 WHERE id = %s", cup)

    told = counter.do(api.till.quote, order_id=counter.order, shown_total=sale.total)

    assert not told.is_held
    assert told.changes == (PriceChange("Cup", usd("1.00"), usd("2.00")),)
    assert told.shortages == (Shortage(mug, "Mug", wanted=3, available=1),)
    again = counter.do(
        api.till.quote,
        order_id=counter.order,
        shown_total=told.sale.total,
        found=[Found(mug, "in her hand")],
    )
    assert again.is_held
    assert counter.do(api.till.release_quote, order_id=counter.order).quote_expires_at is None


def test_a_customer_is_noted_and_a_sale_parked_and_gone_on_with(counter, goods, customer):
    ann = customer()
    goods("MUG")
    here = {"register_id": counter.register.id, "order_id": counter.order}

    noted = counter.do(api.till.attach_customer, customer_id=ann, **here)
    sale = counter.scan("MUG")
    assert counter.do(api.till.park, order_id=counter.order, label="Ann") is None
    (parked,) = counter.ask(api.till.parked_sales)
    back = counter.do(api.till.recall, **here)

    assert (noted.customer.id, noted.customer.email) == (ann, "ann@example.com")
    assert (parked.label, parked.lines, parked.total) == ("Ann", 1, sale.total)
    assert back.lines == sale.lines
    assert counter.ask(api.till.current_sale, counter.register.id) == replace(back, touched=None)
    assert counter.do(api.till.discard_sale, order_id=counter.order) is None


def test_a_sale_dearer_than_what_is_kept_is_shown(counter, goods, tax):
    tax("0.10")
    goods("GOLD", price="90909090.90")
    here = {"register_id": counter.register.id, "order_id": counter.order}
    counter.scan("GOLD")
    tax("0.20")

    assert counter.ask(api.till.current_sale, counter.register.id).total == usd("109090909.08")
    counter.do(api.till.park, order_id=counter.order, label="Ann")
    assert [one.total for one in counter.ask(api.till.parked_sales)] == [usd("109090909.08")]
    assert counter.do(api.till.recall, **here).tax == usd("18181818.18")


def test_what_a_search_finds_can_be_added(counter, goods, variant):
    shirt = goods("SHIRT", price="20", name="Linen shirt", on_hand=4)
    small = variant(shirt, "SH-S", size="S", more="-1")

    (found,) = counter.ask(api.till.find_items, "lin shi")
    (item,) = found.variants
    sale = counter.do(
        api.till.add_item,
        register_id=counter.register.id,
        order_id=counter.order,
        product_id=item.product_id,
        variant_id=item.variant_id,
        quantity=2,
    )

    assert (item.variant_id, item.code, item.price) == (small, "SH-S", usd(19))
    assert (item.description, item.available) == ("S", 4)
    assert sale.total == usd(38)
    assert counter.ask(api.till.item_by_code, "sh-s") == replace(item, code="sh-s")
    assert counter.ask(api.till.item_by_code, "nope") is None


def test_lines_are_changed_and_marked_down_with_an_approval(store, counter, goods):
    mug = goods("MUG", price="8.90")
    line = counter.scan("MUG").lines[0]
    counter.do(api.till.change_line, order_id=counter.order, line_id=line.id, quantity=3)
    detail = {
        "order_id": str(counter.order), "product_id": str(mug), "variant_id": None, "quantity": 3,
        "price": "5.00", "list_price": "8.90", "reason": "scratched",
        "requested_by": str(store.staff_id("bob")),
    }  # fmt: skip
    approval = uuid4()
    manager = Database(store.dsn("cyd"), pool_size=1)
    assert manager.call(api.till.approve(approval, action="override", detail=detail)) is None
    manager.close()

    sale = counter.do(
        api.till.reprice_line,
        order_id=counter.order,
        line_id=line.id,
        price=usd(5),
        reason="scratched",
        approval=approval,
    )

    assert [(one.unit_price, one.list_price) for one in sale.lines] == [(usd(5), usd("8.90"))]
    assert sale.total == usd(15)


def test_refusals_come_as_what_they_are(counter, goods):
    goods("MUG")

    with pytest.raises(NotFound, check=lambda e: e.code == "unknown_code" and "NOPE" in str(e)):
        counter.scan("NOPE")
    with pytest.raises(NotFound, check=lambda e: e.code == "order_not_found"):
        counter.ask(api.receipts.receipt, uuid4())
    with pytest.raises(Refused, check=lambda e: e.code == "bad_quantity"):
        counter.scan("MUG", 0)
    counter.scan("MUG")
    with pytest.raises(Conflict, check=lambda e: e.code == "already_recalled"):
        counter.do(api.till.recall, order_id=counter.order, register_id=counter.register.id)
    assert counter.ask(api.receipts.last_receipt, counter.register.id) is None
