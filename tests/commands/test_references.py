"""What proves that an order is paid by card or PayPal: a reference that no other payment has."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from tests.tills import card, cash, charged, paypal, reference

pytestmark = pytest.mark.usefixtures("invariants")
STATE = "SELECT status FROM orders WHERE id = %s"


@pytest.fixture
def shift(till):
    return till.store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")


@pytest.fixture
def ordered(orders, goods):
    """Place an order of 2.50, as many as are wanted."""
    mug = goods("MUG", on_hand=100)
    return lambda: orders.placed((mug, 1), by="bob")


@pytest.fixture
def earlier(store):
    """Let all payments have been made so many days and minutes earlier."""

    def earlier(days, minutes=0):
        with store.connect() as connection:
            connection.execute("SET session_replication_role = replica")
            words = "UPDATE storedesk.order_payments SET created_at = created_at"
            ago = " - make_interval(days => %s, mins => %s)"
            connection.execute(words + ago, [days, minutes])

    return earlier


@pytest.mark.parametrize(
    "proof",
    [
        None, "", "  ", "0000", "00000000", "4242", "**** 4242", "xxxx-xxxx-xxxx-4242", "visa 4242",
        "Mastercard 4242", "VISA-4242", "00004242", "card 4242", "ref-4242", "1234", "-----",
        "77777", "a b c d",
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("command", ["confirm_order", "collect_order"])
def test_what_is_no_reference_pays_no_order(orders, ordered, shift, refused, command, proof):
    order = ordered()
    tender = card("2.50", last_four="4242", reference=proof)
    given = ([tender], shift) if command == "confirm_order" else (shift, [tender])

    with refused("reference_needed"):
        orders.step(command, order, *given, by="bob")
    assert orders.column(order, "status") == "pending"
    assert orders.money(order) == []


def test_a_payer_alone_proves_no_order(orders, ordered, shift, refused):
    with refused("reference_needed"):
        orders.step(
            "confirm_order", ordered(), [paypal("2.50", paypal_email="ann@example.com")], shift
        )


def test_an_order_that_arrives_paid_needs_a_reference_too(orders, goods, shift, refused):
    mug = goods("MUG")
    with refused("reference_needed"):
        orders.place((mug, 1), tenders=[card("2.50")], shift=shift, by="bob")
    orders.place((mug, 1), tenders=[charged("2.50")], shift=shift, by="bob")


@pytest.mark.parametrize(
    "proof", ["000123", "A1B2C", "12345", "TRX-000042", "994242", "8AB12345CD678901E", "ref-98765"]
)
def test_what_a_terminal_prints_is_one(orders, ordered, shift, proof):
    order = ordered()
    orders.step("confirm_order", order, [card("2.50", reference=proof, last_four="4242")], shift)
    assert orders.column(order, "status") == "confirmed"


# ---------- who, and where


def test_a_cashier_gives_it_in_an_open_shift_only(orders, ordered, shift, till, refused):
    with refused("payment_needs_shift") as refusal:
        orders.step("confirm_order", ordered(), [charged("2.50")], by="bob")
    assert refusal.value.sqlstate == "SD403"
    orders.step("confirm_order", ordered(), [charged("2.50")], shift, by="bob")
    till.call("close_shift", shift, "100", None)
    with refused("shift_closed"):
        orders.step("confirm_order", ordered(), [charged("2.50")], shift, by="bob")


def test_a_manager_gives_it_anywhere(orders, ordered):
    orders.step("confirm_order", ordered(), [charged("2.50")], by="cyd")


def test_cash_needs_the_shift_alone(orders, ordered, shift):
    order = ordered()
    orders.step("confirm_order", order, [cash("2.50")], shift, by="bob")
    assert orders.column(order, "status") == "confirmed"


def test_an_order_alone_cannot_be_had_for_nothing(orders, ordered, store, shift, refused):
    """A cashier takes an order, says it is paid, and hands it over: nothing of that is possible."""
    order = ordered()
    for tenders, at in (
        ([card("2.50", last_four="0000")], None), ([card("2.50", reference="0000")], shift),
    ):  # fmt: skip
        with pytest.raises(psycopg.Error, match=r"payment_needs_shift|reference_needed"):
            orders.step("confirm_order", order, tenders, at, by="bob")
    with refused("tenders_differ"):
        orders.step("collect_order", order, shift, [], by="bob")
    assert store.sql(STATE, order) == "pending"


# ---------- that no other payment has


@pytest.mark.parametrize("again", ["TRX 77-a1", "trx77A1", " trx-77-a1 ", "TRX.77.A1"])
def test_a_reference_pays_once_however_it_is_written(orders, ordered, shift, refused, again):
    orders.step("confirm_order", ordered(), [card("2.50", reference="trx-77-a1")], shift)
    order = ordered()

    with refused("reference_used") as refusal:
        orders.step("confirm_order", order, [card("2.50", reference=again)], shift)
    assert "ORD-" in refusal.value.diag.message_detail
    assert orders.column(order, "status") == "pending"


def test_digits_alone_are_known_again(orders, ordered, shift, refused):
    orders.step("confirm_order", ordered(), [card("2.50", reference="4711081")], shift)
    for again in ("4711081", "ref-4711081", "4711 081"):
        with refused("reference_used"):
            orders.step("confirm_order", ordered(), [card("2.50", reference=again)], shift)
    orders.step("confirm_order", ordered(), [paypal("2.50", reference="4711081")], shift)


def test_a_sale_at_the_till_has_used_it(till, orders, ordered, shift, refused):
    order, proof = ordered(), reference()
    till.scan("MUG")
    till.quote()
    till.pay(card("2.50", reference=proof))

    with refused("reference_used"):
        orders.step("confirm_order", order, [card("2.50", reference=proof)], shift)


def test_one_payment_does_not_have_it_twice(orders, goods, shift, refused):
    order = orders.placed((goods("MUG"), 2))
    halves = [card("2.50", reference="TRX-12345"), card("2.50", reference="trx 12345")]
    with refused("reference_twice"):
        orders.step("confirm_order", order, halves, shift)


def test_in_a_shift_for_ninety_days_and_without_one_for_ever(
    orders, ordered, shift, earlier, refused
):
    proof = reference()

    def pay(at, by):
        orders.step("confirm_order", ordered(), [card("2.50", reference=proof)], at, by=by)

    pay(shift, "bob")
    earlier(90, -5)
    with refused("reference_used"):
        pay(shift, "bob")
    with refused("reference_used"):
        pay(None, "cyd")
    earlier(0, 10)
    with refused("reference_used"):
        pay(None, "cyd")
    orders.step("collect_order", ordered(), shift, [card("2.50", reference=proof)], by="bob")


def test_at_the_counter_amount_and_one_key_are_enough(till, goods):
    goods("MUG")
    for tender in (card("2.50"), card("2.50", reference="0000"), card("2.50")):
        till.order = uuid4()
        till.scan("MUG")
        till.quote()
        assert till.pay(tender)["total"] == "2.50"


def test_what_has_none_is_on_the_managers_list(store, till, goods, orders, ordered, shift):
    goods("CUP", price="2.50")
    given = [
        card("2.50"), card("2.50", reference="0000"), card("2.50", last_four="4242"),
        charged("2.50"), cash("2.50"), paypal("2.50", paypal_email="ann@example.com"),
    ]  # fmt: skip
    for tender in given:
        till.order = uuid4()
        till.scan("CUP")
        till.quote()
        till.pay(tender)
    orders.step("confirm_order", ordered(), [charged("2.50")], shift)

    words = """
        SELECT method, coalesce(transaction_id, card_last_four), created_by
        FROM storedesk.payments_without_reference ORDER BY created_at
    """
    bob = store.staff_id("bob")
    for login in ("cyd", "eve"):
        assert store.rows(words, login=login) == [
            ("credit_card", None, bob), ("credit_card", "ref-0000", bob),
            ("credit_card", "4242", bob), ("paypal", None, bob),
        ]  # fmt: skip
    for login in ("ada", "bob", "dee", "wes"):
        with pytest.raises(InsufficientPrivilege):
            store.rows(words, login=login)


# ---------- two at once


def test_of_many_payments_at_once_one_has_the_reference(store, ordered, shift):
    people = 6
    proof, start = reference(), Barrier(people)
    mine = [(ordered(), shift if n % 2 else None) for n in range(people)]

    def pay(one):
        order, at = one
        with store.connect("cyd") as line:
            seen = line.execute("SELECT version FROM orders WHERE id = %s", [order]).fetchone()
            tender = psycopg.types.json.Jsonb([card("2.50", reference=proof)])
            start.wait()
            try:
                words = "SELECT api.confirm_order(%s, %s, %s, %s, %s)"
                line.execute(words, [uuid4(), order, seen, tender, at])
            except psycopg.Error as error:
                return error.diag.message_primary
            return "done"

    for _ in range(3):
        with ThreadPoolExecutor(people) as threads:
            answers = sorted(threads.map(pay, mine))
        assert answers == ["done"] + ["reference_used"] * (people - 1)
        proof = reference()
        mine = [(ordered(), at) for _, at in mine]


def test_a_payment_waits_for_one_that_is_being_made_with_the_same_reference(
    store, ordered, shift, until_someone_waits
):
    """A till has not committed yet when an order is to be paid by the same slip."""
    first, second, proof = ordered(), ordered(), reference()
    tenders = psycopg.types.json.Jsonb([card("2.50", reference=proof)])
    words = "SELECT api.confirm_order(%s, %s, 2, %s, %s)"
    with store.connect("cyd") as mine, ThreadPoolExecutor(1) as thread:
        with mine.transaction():
            mine.execute(words, [uuid4(), first, tenders, shift])
            later = thread.submit(store.sql, words, uuid4(), second, tenders, None, login="cyd")
            until_someone_waits()
        with pytest.raises(psycopg.Error, match="reference_used"):
            later.result(timeout=20)
