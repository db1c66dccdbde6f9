"""Deposits of orders: taken at a till, the rest at another one, and given back by limits."""

from uuid import uuid4

import psycopg
import pytest
from psycopg import errors

from tests.tills import card, cash, charged, paypal

pytestmark = pytest.mark.usefixtures("invariants")

PAYMENT = """
    SELECT payment_type, payment_last_four_digits, payment_transaction_id FROM orders WHERE id = %s
"""
RECORDS = "SELECT kind, total_amount::text FROM storedesk.fiscal_records ORDER BY booked_at"


def shift_of(till):
    return till.store.sql(
        "SELECT id FROM storedesk.till_sessions WHERE status = 'open' ORDER BY opened_at LIMIT 1"
    )


def other_shift(store, orders, by="cyd"):
    register = store.sql(
        "INSERT INTO storedesk.registers (code, name) VALUES ('T2', 'Till 2') RETURNING id"
    )
    orders.ask("open_shift", uuid4(), register, "50", by=by)
    return store.sql("SELECT id FROM storedesk.till_sessions WHERE register_id = %s", register)


@pytest.fixture
def deposit(orders, till):
    def deposit(order, amount, *tenders, by="bob", shift=None, **given):
        return orders.step(
            "take_deposit", order, shift or shift_of(till), amount,
            list(tenders or [cash(amount)]), by=by, **given,
        )  # fmt: skip

    return deposit


def test_the_rest_is_paid_at_another_till_and_one_record_is_written(
    store, orders, goods, deposit, till
):
    mug = goods("MUG", on_hand=10)
    order = orders.placed((mug, 4))

    told = deposit(order, "3.00", cash("3.00", "5.00"))
    assert (told["status"], told["change"]) == ("pending", "2.00")
    assert store.rows(PAYMENT, order) == [("cash", None, None)]
    assert store.rows(RECORDS) == []

    told = deposit(order, "4.00", charged("4.00", last_four="4242", reference="AUTH-77001"))
    assert store.rows(PAYMENT, order) == [("credit_card", "4242", "AUTH-77001")]
    changes = "SELECT what, detail FROM storedesk.order_changes ORDER BY order_version"
    assert store.rows(changes) == [("deposit", "3.00 USD"), ("deposit", "4.00 USD")]

    second = other_shift(store, orders)
    told = orders.step("collect_order", order, second, [cash("3.00", "10.00")], by="cyd")
    assert (told["status"], told["change"]) == ("delivered", "7.00")
    assert orders.stock(mug) == (6, 0)
    assert store.rows(PAYMENT, order) == [("cash", None, None)]  # 6.00 in cash, 4.00 by card
    assert store.rows(RECORDS) == [("order", "10.00")]

    first, other = (
        orders.ask("shift_report", shift, by="cyd")["tenders"] for shift in (shift_of(till), second)
    )
    assert [(one["method"], one["taken"]) for one in first] == [
        ("cash", "3.00"), ("credit_card", "4.00")
    ]  # fmt: skip
    assert [(one["method"], one["taken"]) for one in other] == [("cash", "3.00")]
    assert store.sql("SELECT core.expected_cash(%s) - 50", second) == 3


def test_confirming_takes_exactly_the_rest(orders, goods, deposit, refused):
    order = orders.placed((goods("MUG"), 2))
    deposit(order, "1.00")

    with refused("tenders_differ"):
        orders.step("confirm_order", order, [charged("5.00")])
    orders.step("confirm_order", order, [charged("4.00")])

    assert orders.money(order) == [
        ("payment", "cash", "1.00"), ("payment", "credit_card", "4.00")
    ]  # fmt: skip


def test_a_split_of_tenders_is_one_deposit(orders, goods, deposit):
    order = orders.placed((goods("MUG"), 4))
    deposit(
        order, "6.00", cash("2.00"), paypal("4.00", reference="PAY-99123", paypal_email="a@b.co")
    )

    assert orders.column(order, "payment_type") == "paypal"
    assert orders.column(order, "payment_paypal_email") == "a@b.co"
    orders.step("confirm_order", order, [charged("4.00")])
    assert orders.column(order, "payment_type") == "credit_card"
    assert orders.column(order, "payment_paypal_email") is None


@pytest.mark.parametrize(
    ("amount", "code"),
    [("0", "bad_amount"), ("-1", "bad_amount"), (None, "bad_amount"),
     ("5.00", "deposit_too_large"), ("6.00", "deposit_too_large"), ("1.005", "money_not_exact")],
)  # fmt: skip
def test_a_deposit_is_more_than_nothing_and_less_than_what_is_open(
    orders, goods, deposit, refused, amount, code
):
    order = orders.placed((goods("MUG"), 2))
    with refused(code):
        deposit(order, amount, cash("5.00"))
    deposit(order, "4.99")
    with refused("deposit_too_large"):
        deposit(order, "0.01")


def test_a_deposit_of_another_sum_or_without_proof_is_refused(orders, goods, deposit, refused):
    order = orders.placed((goods("MUG"), 2))
    with refused("tenders_differ"):
        deposit(order, "2.00", cash("1.00"))
    with refused("reference_needed"):
        deposit(order, "2.00", card("2.00"))
    credit = {"id": str(uuid4()), "method": "store_credit", "amount": "2.00"}
    with refused("credit_at_till"):
        deposit(order, "2.00", credit)
    assert orders.money(order) == []


@pytest.mark.parametrize("login", ["ada", "eve"])
def test_nobody_else_takes_one(orders, goods, deposit, login):
    order = orders.placed((goods("MUG"), 2))
    with pytest.raises(errors.InsufficientPrivilege):
        deposit(order, "1.00", by=login)


def test_only_an_open_shift_takes_one(orders, goods, deposit):
    order = orders.placed((goods("MUG"), 2))
    with pytest.raises(psycopg.Error):
        deposit(order, "1.00", shift=uuid4())
    assert orders.money(order) == []


def test_an_order_with_a_deposit_never_expires(store, orders, goods, deposit):
    kept, gone = (orders.placed_ago(30, (goods(code), 1)) for code in ("MUG", "CUP"))
    deposit(kept, "1.00")

    assert store.sql("SELECT core.expire_orders(%s, 100)", store.staff_id("cyd")) == 1
    assert [orders.column(one, "status") for one in (kept, gone)] == ["pending", "cancelled"]


# ---------- giving it back


def cancel(orders, till, order, by="bob", shift=None, **given):
    shift = shift or shift_of(till)
    return orders.step("cancel_order", order, "no longer wanted", shift, by=by, **given)


def test_a_cashier_gives_their_own_back_up_to_the_limit(store, orders, goods, deposit, till):
    mug = goods("MUG", on_hand=100)
    order = orders.placed((mug, 40), by="bob")
    deposit(order, "50.00")

    told = cancel(orders, till, order)

    assert (told["status"], told["refunded"]) == ("cancelled", "50.00")
    assert orders.stock(mug) == (100, 0)
    assert orders.money(order)[1:] == [("refund", "cash", "50.00")]
    assert store.rows(RECORDS) == []


def test_more_than_the_limit_and_what_others_placed_needs_a_manager(
    orders, goods, deposit, till, refused
):
    mug = goods("MUG", on_hand=100)
    large, of_others = orders.placed((mug, 40), by="bob"), orders.placed((mug, 2))
    deposit(large, "50.01")
    deposit(of_others, "1.00")

    for order in (large, of_others):
        with refused("approval_needed"):
            cancel(orders, till, order)
        assert orders.column(order, "status") == "pending"
    cancel(orders, till, large, by="cyd", shift=shift_of(till))


def test_the_limit_of_a_day_counts_returns_and_deposits_together(
    orders, goods, deposit, till, refused
):
    mug = goods("MUG", on_hand=400)
    for _ in range(4):
        order = orders.placed((mug, 40), by="bob")
        deposit(order, "50.00")
        cancel(orders, till, order)
    order = orders.placed((mug, 40), by="bob")
    deposit(order, "0.01")
    with refused("approval_needed"):
        cancel(orders, till, order)

    sold = orders.paid((mug, 2))
    orders.step("collect_order", sold, shift_of(till), by="bob")
    with refused("return_day"):
        orders.take_back(sold, (orders.lines(sold)[0], 1), by="bob", shift=shift_of(till))


def test_without_a_shift_no_cash_goes_back(orders, goods, deposit, refused):
    order = orders.placed((goods("MUG"), 2))
    deposit(order, "1.00")
    with refused("cash_needs_shift"):
        orders.step("cancel_order", order, "no", by="cyd")


def test_a_deposit_in_cash_is_one_that_coins_come_to(store, orders, goods, deposit, till, refused):
    """Else each part would be rounded, and an order paid by many of 0.02 without a coin."""
    store.sql("UPDATE storedesk.store_settings SET cash_rounding = 0.05")
    mug = goods("MUG", price="2.51", on_hand=10)
    order = orders.placed((mug, 4))
    for amount, *tenders in (
        ("0.02", cash("0.02")), ("1.02", cash("1.02")), ("1.02", cash("1.00")),
        ("1.02", cash("1.00", "2.00")), ("1.00", charged("0.51"), cash("0.49")),
    ):  # fmt: skip
        with refused("cash_not_in_coins"):
            deposit(order, amount, *tenders)
    deposit(order, "1.05", cash("1.05"))
    deposit(order, "1.02", charged("0.52"), cash("0.50"))
    deposit(order, "0.02", charged("0.02"))
    orders.step("collect_order", order, shift_of(till), [cash("7.95")], by="bob")
    words = "SELECT amount::text, rounding_amount::text FROM storedesk.order_payments"
    assert store.rows(f"{words} WHERE rounding_amount <> 0") == []
