"""Goods come back without a receipt: never for more than they were last sold for, by approval."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import psycopg
import pytest

from tests.commands.conftest import NOW
from tests.tills import Till

pytestmark = pytest.mark.usefixtures("invariants")

MADE = """
    SELECT value_amount::text, rounding_amount::text, in_cash, approved_by, cash_approved_by
    FROM storedesk.open_returns
"""
LEDGER = (
    "SELECT adjustment, reason, order_id FROM inventory_audit_log WHERE operation_type='restock'"
)


@pytest.fixture
def shift(till):
    return till.store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")


@pytest.fixture
def mug(till, goods):
    """A mug that was sold for 2.50 today."""
    made = goods("MUG", price="2.50")
    till.sell("MUG")
    return made


def line(product, quantity=1, *, restocked=True, value=None, variant=None):
    return {"product": str(product), "variant": variant, "quantity": quantity,
            "restocked": restocked, "value": value}  # fmt: skip


CLOCK = "clock_timestamp() AT TIME ZONE 'UTC'"


@pytest.fixture
def later(store):
    """Let so much time go by for commands: what was sold before then lies back as long."""

    def later(days, seconds=0):
        store.sql(NOW.format(f"{CLOCK} + interval '{days} days {seconds} s'") + "; SELECT 1")

    yield later
    store.sql(NOW.format(CLOCK) + "; SELECT 1")


def take(till, shift, *lines, reason="a gift", in_cash=False, code=None, back=None, **how):
    """Take a return as a cashier, with what a manager has approved."""

    def asked(approval=None, cash_approval=None):
        return till.call("take_open_return", back or uuid4(), shift, list(lines), reason, in_cash,
                         approval, cash_approval, code, **how)  # fmt: skip

    return asked


def test_the_money_goes_to_a_new_account_and_the_goods_to_the_shelf(till, shift, mug, store, allow):
    before = till.expected(shift)
    returned = take(till, shift, line(mug, 3), line(mug, 1, restocked=False), back=uuid4())
    answer = returned(allow(returned))
    assert (answer["refunded"], answer["method"], answer["cash"]) == ("10.00", "store_credit", None)
    number = answer["number"]
    assert number.startswith("RET-0")
    assert answer["credit"]["balance"] == "10.00"
    assert till.call("credit_balance", answer["credit"]["code"])["balance"] == "10.00"
    assert store.rows(LEDGER) == [(3, f"{number}: a gift", None)]
    assert till.expected(shift) == before, "no cash has moved"
    assert store.rows(MADE) == [("10.00", "0.00", False, store.staff_id("cyd"), None)]
    fiscal = "SELECT kind, order_number, total_amount::text FROM storedesk.fiscal_records"
    assert store.rows(f"{fiscal} ORDER BY number DESC LIMIT 1") == [
        ("open_return", number, "-10.00")
    ]


def test_a_card_that_is_there_gets_it(till, shift, mug, allow):
    first = take(till, shift, line(mug))
    code = first(allow(first))["credit"]["code"]
    again = take(till, shift, line(mug, 2), code=code)
    answer = again(allow(again))
    assert (answer["credit"]["balance"], answer["credit"].get("code")) == ("7.50", None)


def test_cash_needs_a_second_approval_and_names_the_return(till, shift, mug, store, allow, refused):
    before = till.expected(shift)
    returned = take(till, shift, line(mug, 2), in_cash=True, back=uuid4())
    with refused("open_return_approval"):
        returned()
    with refused("open_return_cash"):
        returned(allow(returned))
    first = allow(returned)
    second = allow(lambda _: returned(first))
    answer = returned(first, second)
    assert (answer["method"], answer["cash"], answer.get("credit")) == ("cash", "5.00", None)
    moved = "SELECT kind, amount::text, reason FROM storedesk.cash_movements"
    assert store.rows(moved) == [("paid_out", "5.00", answer["number"])]
    assert float(till.expected(shift)) == float(before) - 5
    cyd = store.staff_id("cyd")
    assert store.rows(MADE) == [("5.00", "0.00", True, cyd, cyd)]
    with refused("approval_not_valid"):
        take(till, shift, line(mug, 2), in_cash=True)(first, second)


def test_a_manager_needs_nobody(shift, mug, store):
    manager = Till(store, person="cyd")
    assert take(manager, shift, line(mug), in_cash=True)()["cash"] == "2.50"
    assert store.rows(MADE) == [("2.50", "0.00", True, None, None)]
    manager.close()


@pytest.mark.parametrize("person", ["ada", "dee"])
def test_who_is_no_cashier_may_not(shift, mug, store, person):
    other = Till(store, person=person)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        take(other, shift, line(mug))()
    other.close()


@pytest.mark.parametrize("days", [0, 89, 90])
def test_a_sale_of_the_last_90_days_says_what_it_is_worth(till, mug, later, days):
    if days:
        later(days, -60)
    [one] = till.ask("open_return_preview", [line(mug)])["lines"]
    assert (one["lowest"], one["value"]) == ("2.50", "2.50")
    assert [s["left"] for s in till.ask("sales_of_item", mug, None, 10)] == [1]


@pytest.mark.parametrize(("days", "seconds"), [(90, 60), (91, 0)])
def test_an_older_one_says_nothing(till, shift, mug, later, refused, days, seconds):
    later(days, seconds)
    with refused("open_return_unsold"):
        till.ask("open_return_preview", [line(mug)])
    with refused("open_return_unsold"):
        take(till, shift, line(mug))()
    assert till.ask("sales_of_item", mug, None, 10) == []


def test_the_lowest_price_is_the_most_and_less_may_be_given(
    till, shift, mug, store, allow, refused
):
    store.sql("UPDATE products SET price_amount = 2.00 WHERE id = %s", mug)
    till.sell("MUG")
    store.sql("UPDATE products SET price_amount = 9.00 WHERE id = %s", mug)
    till.sell("MUG")
    [one] = till.ask("open_return_preview", [line(mug)])["lines"]
    assert one["lowest"] == "2.00"
    with refused("open_return_too_dear"):
        take(till, shift, line(mug, value="2.01"))()
    for value in ("0", "-1"):
        with refused("bad_amount"):
            take(till, shift, line(mug, value=value))()
    with refused("money_not_exact"):
        take(till, shift, line(mug, value="1.999"))()
    for value in ("2.00", "0.01"):
        returned = take(till, shift, line(mug, value=value))
        assert returned(allow(returned))["refunded"] == value


def test_a_discount_lowers_what_a_piece_is_worth(till, shift, goods, refused):
    tea = goods("TEA", price="10.00")
    scanned = till.scan("TEA", 3)["lines"][0]
    till.call("discount_sale", till.order, scanned["id"], None, "1.00", "loyal", None)
    till.quote()
    till.pay()
    [one] = till.ask("open_return_preview", [line(tea)])["lines"]
    assert one["lowest"] == "9.66", "two lines were made of it, and this is the cheaper one"
    with refused("open_return_too_dear"):
        take(till, shift, line(tea, value="9.67"))()


@pytest.mark.parametrize("quantity", [0, -1, 100_000, None])
def test_pieces_are_one_to_as_many_as_a_line_has(till, shift, mug, refused, quantity):
    with refused("bad_quantity"):
        take(till, shift, line(mug, quantity))()


def test_as_many_as_a_line_has_may_come_back(till, shift, goods, allow):
    pin = goods("PIN", price="0.01")
    till.sell("PIN")
    returned = take(till, shift, line(pin, 99_999, restocked=False))
    assert returned(allow(returned))["refunded"] == "999.99"


def test_what_is_wrong_is_refused_and_nothing_is_taken(till, shift, mug, goods, store, refused):
    other = goods("NEW")
    for code, lines in (
        ("return_empty", []), ("line_twice", [line(mug), line(mug)]),
        ("product_not_found", [line(uuid4())]), ("open_return_unsold", [line(other)]),
        ("open_return_unsold", [line(mug, variant=str(uuid4()))]),
    ):  # fmt: skip
        with refused(code):
            take(till, shift, *lines)()
    with refused("reason_missing"):
        take(till, shift, line(mug), reason=" ")()
    with refused("shift_not_found"):
        take(till, uuid4(), line(mug))()
    assert store.rows(MADE) == []


def test_the_tax_goes_back_with_it(till, shift, goods, tax, allow, store):
    tax("0.10", mode="exclusive")
    box = goods("BOX", price="3.00")
    till.sell("BOX")
    returned = take(till, shift, line(box, 2))
    assert returned(allow(returned))["refunded"] == "6.60"
    taxes = "SELECT base_amount::text, tax_amount::text FROM storedesk.open_return_tax_lines"
    assert store.rows(taxes) == [("6.00", "0.60")]


def test_it_is_done_once_however_often_it_is_sent(till, shift, mug, store, allow, refused):
    request, back = uuid4(), uuid4()
    returned = take(till, shift, line(mug), back=back, request=request)
    approval = allow(take(till, shift, line(mug)))
    first = returned(approval)
    again = returned(approval)
    assert again["number"] == first["number"]
    assert store.sql("SELECT count(*) FROM storedesk.open_returns") == 1
    with refused("already_returned"):
        take(till, shift, line(mug), back=back)()


def test_another_return_is_not_what_was_approved(till, shift, mug, allow, refused):
    approval = allow(take(till, shift, line(mug)))
    for other in (
        take(till, shift, line(mug, 2)), take(till, shift, line(mug, restocked=False)),
        take(till, shift, line(mug), reason="else"), take(till, shift, line(mug), in_cash=True),
        take(till, shift, line(mug, value="2.49")),
    ):  # fmt: skip
        with refused("approval_not_valid"):
            other(approval)


def test_it_stands_on_the_z_among_the_exceptions_and_counts_in_the_day(
    till, shift, mug, store, allow
):
    returned = take(till, shift, line(mug, 2))
    number = returned(allow(returned))["number"]
    report = till.ask("shift_report", shift)
    assert (report["open_returns"], report["open_returned"]) == (1, "5.00")
    assert (report["returns"], report["returned"], report["net"]) == (0, "0.00", "-2.50")
    assert report["credit"]["refunded"] == "5.00"
    assert report["fiscal"] == {"first": 1, "last": 2}
    kinds = "SELECT kind, subject, remark, amount::text FROM storedesk.exceptions"
    assert store.rows(kinds) == [("open_return", number, "a gift", "-5.00")]
    told = till.ask("open_return_receipt", store.sql("SELECT id FROM storedesk.open_returns"))
    assert (told["number"], told["refund"], told["by"]) == (number, "5.00", "Bob")
    assert told["lines"][0]["amount"] == "5.00"
    assert told["fiscal"]["number"] == 2


@pytest.mark.parametrize("table", ["open_returns", "open_return_lines"])
def test_what_is_written_stays(till, shift, mug, store, allow, refused, table):
    returned = take(till, shift, line(mug))
    returned(allow(returned))
    for change in (f"DELETE FROM storedesk.{table}", f"TRUNCATE storedesk.{table} CASCADE"):
        with refused("append_only"):
            store.sql(change)


def test_a_wrong_code_takes_nothing(till, shift, mug, store, allow):
    returned = take(till, shift, line(mug))
    code = returned(allow(returned))["credit"]["code"]
    store.sql("SET session_replication_role = replica; DELETE FROM storedesk.credit_tries")
    other = store.sql("SELECT core.credit_code(%s)", uuid4())
    assert other != code.replace("-", "")
    assert take(till, shift, line(mug), code=other)()["state"] == "wrong"
    assert store.sql("SELECT count(*) FROM storedesk.open_returns") == 1


def test_variants_are_worth_what_they_themselves_were_sold_for(
    till, shift, goods, add_variant, refused
):
    shirt = goods("SHIRT", price="10.00")
    red = add_variant(shirt, "SHIRT-RED", color="Red", adjustment="2.00")
    blue = add_variant(shirt, "SHIRT-BLUE", color="Blue")
    till.sell("SHIRT-RED")
    [one] = till.ask("open_return_preview", [line(shirt, variant=str(red))])["lines"]
    assert (one["lowest"], one["description"]) == ("12.00", "Red")
    with refused("open_return_unsold"):
        take(till, shift, line(shirt, variant=str(blue)))()
    assert till.ask("sales_of_item", shirt, blue, 10) == []
    assert len(till.ask("sales_of_item", shirt, red, 10)) == 1


def test_what_came_back_already_is_no_sale_of_it(till, goods, orders):
    lamp = goods("LAMP", price="40.00")
    order = orders.sent((lamp, 2), (goods("JUG"), 1))
    orders.take_back(order, (orders.lines(order)[0], 1))
    assert [s["left"] for s in till.ask("sales_of_item", lamp, None, 10)] == [1]
    orders.take_back(order, (orders.lines(order)[0], 1))
    assert till.ask("sales_of_item", lamp, None, 10) == []


def test_it_counts_against_what_a_cashier_may_give_back_in_a_day(
    till, shift, goods, store, allow, orders
):
    lamp = goods("LAMP", price="40.00")
    till.sell("LAMP")
    returned = take(till, shift, line(lamp, 5))
    order = orders.sent((lamp, 1))
    back = [{"line": str(orders.lines(order)[0]), "quantity": 1, "restocked": True}]
    asked = ("return_preview", order, back, False, shift)
    assert till.ask(*asked)["beyond"] is None
    returned(allow(returned))
    beyond = till.ask(*asked)["beyond"]
    assert (beyond["code"], beyond["parameters"]["today"]) == ("return_day", "200.00")
    assert store.sql("SELECT sum(refund_amount) FROM storedesk.order_returns") is None


def test_of_two_tills_with_one_approval_one_takes_it(till, shift, mug, store, allow):
    approval = allow(take(till, shift, line(mug)))
    other = Till(store)

    def tried(one):
        try:
            return take(one, shift, line(mug))(approval)["refunded"]
        except psycopg.Error as refusal:
            return refusal.diag.message_primary

    with ThreadPoolExecutor(2) as pool:
        ends = sorted(pool.map(tried, (till, other)))
    assert ends == ["2.50", "approval_not_valid"]
    assert store.sql("SELECT count(*) FROM storedesk.open_returns") == 1
    other.close()
