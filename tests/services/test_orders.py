"""What staff see of orders: queues, any-word search, and one with all that hangs on it."""

from decimal import Decimal
from uuid import uuid4

import pytest

from storedesk import queries
from storedesk.domain.order_details import lawful
from storedesk.domain.orders import OrderCommand, OrderStatus
from storedesk.domain.refusals.errors import NotFound
from storedesk.domain.till import Method
from storedesk.persistence.engine.database import Database
from tests.keys import keys_in
from tests.steps import STEPS

pytestmark = pytest.mark.usefixtures("invariants")


@pytest.fixture
def ask(store):
    databases = {}

    def ask(service, *args, login="bob", **kwargs):
        database = databases.setdefault(login, Database(store.dsn(login)))
        with database.reading() as session:
            return service(session, *args, **kwargs)

    yield ask
    for database in databases.values():
        database.close()


@pytest.fixture
def found(ask):
    """The ids that a search finds, the newest order first."""

    def found(words, login="bob", **narrowed):
        keys = ask(queries.order_lists.order_keys, login=login, search=words, **narrowed)
        lines = ask(queries.order_lists.first_orders, login=login, search=words, **narrowed)
        ids = keys_in(keys)
        assert [line.id for line in lines] == ids
        assert [line.id for line in ask(queries.order_lists.order_lines, ids)] == ids
        return ids

    return found


def test_a_queue_is_read_oldest_first_and_the_rest_newest_first(ordered, found):
    old = ordered(status="confirmed", at="2026-11-18 09:00")
    new = ordered(status="confirmed", at="2026-11-19 09:00")
    ordered(status="pending", at="2026-11-17 09:00")

    assert found("", status=OrderStatus.CONFIRMED, descending=False) == [old, new]
    assert found("", status=OrderStatus.CONFIRMED) == [new, old]
    assert len(found("")) == 3


@pytest.mark.parametrize("sort", ["placed", "number", "total", "customer", "status"])
@pytest.mark.parametrize("descending", [True, False])
def test_every_order_of_the_list_is_whole_and_settled(ordered, found, sort, descending):
    for name in ("Ann Other", "Bo Zed", "Cy Abel"):
        ordered("MUG", *["CUP"] * len(name), customer=name)

    ids = found("", sort=sort, descending=descending)

    assert len(ids) == 3
    assert ids == found("", sort=sort, descending=not descending)[::-1]


def test_an_order_is_found_by_any_of_its_words_in_any_order(ordered, found):
    mine = ordered("TEAPOT", "MUG", customer="Grace O'Neil", email="grace@sea.example",
                   status="shipped", tracking="1Z 999 AA1")  # fmt: skip
    ordered("CUP", customer="Bo Zed")
    number = ordered.number(mine)

    for words in (
        number, number.lower(), number[-6:], "neil grace", "GRACE", "sea.example", "999 1z",
        "teapot", "grace teapot mug", "o'neil 1z", f"mug {number}", "gr te",
    ):  # fmt: skip
        assert found(words) == [mine], words
    for words in ("grace cup", "race_", "%", "teapot zed", "ce"):
        assert found(words) == [], words


def test_what_finds_an_order_follows_it_and_its_customer(ordered, found, store):
    mine = ordered("MUG", email="ann@sea.example", address={"recipient": "Porter"})
    ann = ordered.customer("Ann Other")
    store.sql("UPDATE customers SET last_name = 'Married' WHERE id = %s", ann)

    assert found("ann married") == [mine]
    assert found("other") == []
    ordered.take("confirmed", mine, "2026-11-21", None)
    ordered.take("shipped", mine, "2026-11-22", "AAAA1111")
    assert found("aaaa1 married porter") == [mine]


def test_counts_say_how_much_waits_in_each_queue(ordered, ask):
    for status in ("pending", "confirmed", "confirmed", "shipped", "cancelled"):
        ordered(status=status)

    assert ask(queries.order_lists.order_counts) == {
        OrderStatus.PENDING: 1, OrderStatus.CONFIRMED: 2, OrderStatus.SHIPPED: 1,
        OrderStatus.CANCELLED: 1,
    }  # fmt: skip
    assert ask(queries.order_lists.orders_to_ship) == 2


def test_one_order_tells_all_that_hangs_on_it(ordered, ask):
    key = ordered("MUG", "MUG", "CUP", status="shipped", shipping="4.90")

    order = ask(queries.order_details.order, key, login="cyd", with_mails=True, with_ledger=True)

    assert order.number == ordered.number(key)
    assert [(line.name, line.quantity) for line in order.lines] == [("Mug", 2), ("Cup", 1)]
    assert (order.subtotal.amount, order.shipping.amount) == (Decimal("7.50"), Decimal("4.90"))
    assert order.total.amount == Decimal("12.40")
    assert order.paid == order.total
    assert [step.becomes.value for step in order.steps] == ["pending", "confirmed", "shipped"]
    assert {step.who for step in order.steps} == {"Cyd"}
    [paid] = order.money_movements
    assert (paid.method, paid.detail, paid.is_refund) == (Method.CARD, "visa 4242", False)
    assert [mail.kind for mail in order.mails] == ["order_confirmation", "order_shipped"]
    assert [(m.operation, m.by) for m in order.moves if m.product == "Mug"] == [
        ("reserve", 2), ("deduct", -2),
    ]  # fmt: skip
    assert order.destination.recipient == "Ann Other"
    assert lawful(order, STEPS["order_steps"]) == {
        OrderCommand.CORRECT_TRACKING,
        OrderCommand.RECALL,
        OrderCommand.DELIVER,
        OrderCommand.TAKE_BACK,
    }


@pytest.mark.parametrize("login", ["ada", "bob", "dee", "eve"])
def test_everybody_of_the_staff_reads_an_order(ordered, ask, login):
    assert ask(queries.order_details.order, ordered(), login=login).pieces == 1


def test_an_order_is_known_by_its_number_or_the_end_of_it(ordered, ask):
    key = ordered()
    number = ordered.number(key)

    for text in (number, f" {number.lower()} ", "1", "000001"):
        assert ask(queries.order_details.order_by_number, text).id == key, text
    for text in ("2", "ORD-2026-1", "", "0000001", "9999999"):
        with pytest.raises(NotFound):
            ask(queries.order_details.order_by_number, text)


def test_an_order_that_is_not_there_is_said_so(ask):
    with pytest.raises(NotFound):
        ask(queries.order_details.order, uuid4())


def test_a_recalled_shipment_waits_with_those_that_are_to_be_shipped(ordered, ask, store):
    lately = store.sql("SELECT core.now() - interval '2 hours'")  # a shipment may be recalled today
    sent = ordered(status="shipped", at=str(lately))
    ordered(status="confirmed")
    words = "SELECT api.recall_shipment(%s, %s, %s, %s)"
    version = store.sql("SELECT version FROM orders WHERE id = %s", sent)
    store.sql(words, uuid4(), sent, version, "left in the corner", login="ada")

    assert ask(queries.order_lists.order_counts)[OrderStatus.CONFIRMED] == 2
    assert ask(queries.order_lists.orders_to_ship) == 2
    assert ask(queries.order_details.order, sent).is_to_ship


def test_orders_for_packing_slips_come_in_the_order_asked(ordered, ask):
    keys = [ordered("MUG"), ordered("CUP"), ordered("MUG")]
    asked = [keys[1], keys[2], keys[0]]

    assert [one.id for one in ask(queries.order_details.orders, asked)] == asked
    with pytest.raises(NotFound):
        ask(queries.order_details.orders, [*asked, uuid4()])
