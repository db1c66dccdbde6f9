"""What comes back pays for what is taken instead: booked with the sale, at once, to the cent."""

import json
import random
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from uuid import uuid4

import psycopg
import pytest

from tests.tills import cash, charged

pytestmark = pytest.mark.usefixtures("invariants")

APPROVED = {"state": "approved", "reference": "SIM-1", "last_four": "4242"}
MOVED = """
    SELECT p.kind, p.method, p.amount::text, p.rounding_amount::text
    FROM storedesk.order_payments AS p ORDER BY p.seq OFFSET %s
"""


class Counter:
    """A till at which goods are sold, and exchanged."""

    def __init__(self, till):
        self.till, self.store = till, till.store
        self.shift = self.store.sql("SELECT id FROM storedesk.till_sessions")

    def sell(self, *codes, tenders=()):
        self.till.order = uuid4()
        for code in codes:
            self.till.scan(code)
        assert self.till.quote()["is_held"]
        self.till.pay(*tenders)
        return self.till.order

    def seen(self, order):
        return self.store.sql("SELECT version FROM orders WHERE id = %s", order)

    def back(self, order, *, restocked=True, pieces=1):
        words = "SELECT id FROM order_line_items WHERE order_id = %s ORDER BY created_at, id"
        lines = [str(row[0]) for row in self.store.rows(words, order)]
        return [{"line": lines[0], "quantity": pieces, "restocked": restocked}]

    def begin(self, order, lines=None, *, approval=None, by=None, back=None, sale=None):
        till = by or self.till
        till.order = sale or uuid4()
        return till.call(
            "begin_exchange", till.register, till.order, back or uuid4(), order, self.seen(order),
            lines or self.back(order), "did not fit", approval,
        )  # fmt: skip

    def take(self, *codes):
        for code in codes:
            self.till.scan(code)
        quote = self.till.quote()
        assert quote["is_held"]
        return quote["sale"]

    def ask_terminal(self, amount):
        till = self.till
        return till.call("ask_terminal", till.order, till.register, "simulator", amount)

    def pay(self, *tenders, request=None):
        """Pay what is still to pay: nothing unless tenders are given."""
        return self.till.call("pay", self.till.order, list(tenders), request=request or uuid4())


@pytest.fixture
def counter(till):
    return Counter(till)


@pytest.fixture
def shelf(goods):
    goods("MUG", price="12.00")
    goods("CUP", price="12.00")
    goods("PEN", price="5.00")
    goods("POT", price="20.00")


@pytest.mark.usefixtures("shelf")
def test_goods_of_the_same_price_change_places_without_money(counter, store):
    order = counter.sell("MUG")
    counter.begin(order)
    sale = counter.take("CUP")
    assert (sale["total"], sale["exchange"]["refund"]) == ("12.00", "12.00")
    told = counter.pay()
    assert store.rows(MOVED, 1) == [
        ("refund", "store_credit", "12.00", "0.00"), ("payment", "store_credit", "12.00", "0.00"),
    ]  # fmt: skip
    assert (told["exchange"]["credited"], told["exchange"]["refunds"]) == ("12.00", [])
    assert (told["credit"], told["slip"]) == ([], None)
    assert store.rows("SELECT balance_amount::text FROM storedesk.credit_accounts") == [("0.00",)]
    assert counter.till.expected(counter.shift) == "112.00", "no cash has moved"
    assert store.sql("SELECT count(*) FROM storedesk.till_exchanges") == 0


@pytest.mark.usefixtures("shelf")
def test_what_is_cheaper_gives_the_rest_back_as_it_was_paid(counter, store):
    order = counter.sell("MUG")
    counter.begin(order)
    assert counter.take("PEN")["exchange"]["refunds"][0]["amount"] == "7.00"
    told = counter.pay()
    assert sorted(store.rows(MOVED, 1)) == [
        ("payment", "store_credit", "5.00", "0.00"), ("refund", "cash", "7.00", "0.00"),
        ("refund", "store_credit", "5.00", "0.00"),
    ]  # fmt: skip
    assert [one["amount"] for one in told["exchange"]["refunds"]] == ["7.00"]
    assert counter.till.expected(counter.shift) == "105.00"


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("how", ["cash", "card", "split"])
def test_what_is_dearer_is_paid_as_usual(counter, store, refused, how):
    order = counter.sell("MUG", tenders=[charged("12.00", last_four="4242")])
    counter.begin(order)
    counter.take("POT")
    with refused("tenders_differ"):
        counter.pay(cash("20.00"))
    rest = {
        "cash": [cash("8.00", "10.00")],
        "card": [charged("8.00")],
        "split": [charged("3.00"), cash("5.00")],
    }
    told = counter.pay(*rest[how])
    assert told["change"] == ("2.00" if how == "cash" else "0.00")
    assert told["exchange"]["credited"] == "12.00"
    paid = "SELECT sum(amount)::text FROM storedesk.order_payments WHERE order_id = %s"
    assert store.sql(paid, counter.till.order) == "20.00"


@pytest.mark.usefixtures("shelf")
def test_reports_count_sale_and_return_and_the_credit_once(counter):
    counter.begin(counter.sell("MUG"))
    counter.take("PEN")
    counter.pay()
    told = counter.till.ask("shift_report", counter.shift)
    assert (told["gross"], told["returned"], told["net"]) == ("17.00", "12.00", "5.00")
    credit = told["credit"]
    assert (credit["exchanged"], credit["exchanges"]) == ("5.00", 1)
    assert (credit["redeemed"], credit["refunded"], told["credit_owed"]) == ("0.00",) * 3


@pytest.mark.usefixtures("shelf")
def test_return_and_sale_have_a_fiscal_record_each(counter, store):
    counter.begin(counter.sell("MUG"))
    counter.take("PEN")
    counter.pay()
    rows = """
        SELECT r.kind, r.total_amount::text FROM storedesk.fiscal_records AS r ORDER BY r.number
    """
    assert store.rows(rows) == [("sale", "12.00"), ("refund", "-12.00"), ("sale", "5.00")]


@pytest.fixture
def demo(store):
    """A store in which the simulator of card terminals charges."""
    with store.connect() as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute("INSERT INTO storedesk.demo_marks DEFAULT VALUES")


@pytest.mark.usefixtures("shelf", "demo")
def test_a_card_terminal_charges_what_is_still_to_pay(counter, store, refused):
    counter.begin(counter.sell("MUG"))
    counter.take("POT")
    with refused("tenders_differ"):
        counter.ask_terminal("8.01")
    asked = counter.ask_terminal("8.00")
    counter.till.call("settle_terminal_payment", asked["id"], APPROVED)
    counter.pay(charged("8.00", id=asked["id"]))
    assert store.rows(MOVED, 2) == [
        ("payment", "credit_card", "8.00", "0.00"), ("payment", "store_credit", "12.00", "0.00"),
    ]  # fmt: skip


@pytest.mark.usefixtures("shelf", "demo")
def test_what_a_card_has_paid_already_is_not_overpaid_by_an_exchange(counter, refused):
    order = counter.sell("MUG")
    counter.till.order = uuid4()
    counter.take("POT")
    asked = counter.ask_terminal("20.00")
    counter.till.call("settle_terminal_payment", asked["id"], APPROVED)
    counter.begin(order, sale=counter.till.order)
    counter.till.quote()
    with refused("tenders_differ"):
        counter.pay(charged("20.00", id=asked["id"]))
    with refused("card_money_left_out"):
        counter.pay(cash("8.00"))
    counter.till.call("drop_exchange", counter.till.order)
    counter.till.quote()
    counter.pay(charged("20.00", id=asked["id"]))


@pytest.mark.usefixtures("shelf")
def test_a_request_that_is_repeated_is_booked_once(counter, store, refused):
    counter.begin(counter.sell("MUG"))
    counter.take("CUP")
    request = uuid4()
    told = counter.pay(request=request)
    assert counter.pay(request=request) == told
    with refused("already_paid"):
        counter.pay()
    assert store.sql("SELECT count(*) FROM storedesk.exchanges") == 1


@pytest.mark.usefixtures("shelf")
def test_it_is_on_the_screen_again_and_nothing_is_written_before_paying(counter, store):
    counter.begin(counter.sell("MUG"))
    assert counter.till.sale()["exchange"]["pieces"] == 1
    counter.till.scan("CUP")
    counter.till.call("park", counter.till.order, "Ann")
    counter.till.call("recall", counter.till.order, counter.till.register)
    assert counter.till.sale()["exchange"]["refund"] == "12.00"
    counter.till.call("drop_exchange", counter.till.order)
    assert counter.till.sale()["exchange"] is None
    assert store.sql("SELECT count(*) FROM storedesk.order_returns") == 0


@pytest.mark.usefixtures("shelf")
def test_what_is_quoted_elsewhere_comes_back_nowhere_else(counter, till_of, refused):
    order = counter.sell("MUG")
    other = till_of("T2", "cyd")
    other.open()
    counter.begin(order)
    sale = counter.till.order
    counter.begin(order, by=other)
    other.scan("CUP")
    counter.till.order = sale
    counter.take("CUP")
    with refused("order_in_exchange"):
        other.quote()
    with refused("order_in_exchange"):
        counter.till.call(
            "return_order", uuid4(), order, counter.seen(order), counter.back(order), "x",
            counter.shift,
        )  # fmt: skip
    counter.pay()
    with refused("return_too_many"):
        other.quote()


@pytest.mark.usefixtures("shelf")
def test_of_two_tills_at_once_exactly_one_exchanges_a_line(counter, till_of, store):
    order = counter.sell("MUG")
    other = till_of("T2", "cyd")
    other.open()
    for till in (counter.till, other):
        counter.begin(order, by=till)
        till.scan("CUP")

    def run(till):
        try:
            till.quote()
            return till.call("pay", till.order, [])
        except psycopg.Error as error:
            return error.diag.message_primary

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(run, (counter.till, other)))
    assert sum(isinstance(one, dict) for one in answers) == 1, answers
    assert store.sql("SELECT count(*) FROM storedesk.order_returns") == 1


def test_limits_of_returns_hold_on_both_sides(counter, goods, refused, till_of, store):
    goods("FAN", price="50.00")
    goods("TV", price="50.01")
    counter.begin(counter.sell("FAN"))
    counter.till.call("discard_sale", counter.till.order)
    order = counter.sell("TV")
    with pytest.raises(psycopg.Error) as no:
        counter.begin(order)
    assert no.value.diag.message_primary == "return_large"
    detail = json.loads(no.value.diag.message_detail)["detail"]
    assert detail["exchange"] is True
    approval = till_of("T2", "cyd").approve("return_order", detail)
    assert counter.begin(order, approval=approval)["exchange"]["refund"] == "50.01"
    counter.take("TV")  # what was allowed is not asked again
    counter.pay()
    order = counter.sell("FAN")
    with refused("return_damaged"):
        counter.begin(order, counter.back(order, restocked=False))
    store.sql("UPDATE storedesk.limits SET value = 100.00 WHERE kind = 'refund_day_amount'")
    with refused("return_day"):
        counter.begin(order)
    store.sql("UPDATE storedesk.limits SET value = 100.01 WHERE kind = 'refund_day_amount'")
    counter.begin(order)


@pytest.mark.usefixtures("shelf")
def test_what_goes_back_to_the_account_of_an_exchange_has_its_code_told(counter):
    counter.begin(counter.sell("MUG"))
    counter.take("CUP")
    counter.pay()
    order = counter.till.order
    told = counter.till.call(
        "return_order", uuid4(), order, counter.seen(order), counter.back(order), "broken",
        counter.shift,
    )  # fmt: skip
    assert told["credit"]["balance"] == "12.00"
    balance = counter.till.call("credit_balance", told["credit"]["code"])
    assert balance["balance"] == "12.00"


@pytest.mark.parametrize("mode", ["exclusive", "inclusive"])
@pytest.mark.parametrize("seed", range(4))
def test_drawn_exchanges_add_up_to_the_cent(counter, goods, store, tax, seed, mode):
    """Coins of 0.05; goods of drawn prices are sold and exchanged, in any order."""
    tax("0.0825", mode=mode)
    store.sql("UPDATE storedesk.store_settings SET cash_rounding = 0.05")
    store.sql("UPDATE storedesk.limits SET value = 100000 WHERE kind LIKE 'refund%'")
    chance = random.Random(seed)
    codes = [f"G{at}" for at in range(5)]
    for code in codes:
        goods(code, price=str(Decimal(chance.randrange(101, 2999)) / 100), on_hand=90)
    order = counter.sell(*chance.choices(codes, k=5))
    for _ in range(6):
        lines = [
            {"line": str(line), "quantity": chance.randrange(1, left + 1),
             "restocked": chance.random() < 0.8}
            for line, left in counter.store.rows(LEFT, order) if left and chance.random() < 0.7
        ]  # fmt: skip
        if not lines:
            break
        begun = counter.begin(order, lines)
        sale = counter.take(*chance.choices(codes, k=chance.randrange(1, 4)))
        back, total = Decimal(begun["exchange"]["refund"]), Decimal(sale["total"])
        rest = total - min(back, total)
        half = (rest / 2).quantize(Decimal("0.01"))
        split = [charged(str(half)), cash(str(rest - half))] if half else []
        whole = [cash(str(rest))] if rest else []
        told = counter.pay(*(split if split and chance.random() < 0.5 else whole))
        assert Decimal(told["exchange"]["credited"]) == min(back, total)
        given = sum(Decimal(one["amount"]) for one in told["exchange"]["refunds"])
        assert given == back - min(back, total)
        if chance.random() < 0.6:
            order = counter.till.order
    report = counter.till.ask("shift_report", counter.shift)
    words = """
        SELECT sum(CASE kind WHEN 'payment' THEN amount ELSE -amount END)::text
        FROM storedesk.order_payments
    """
    assert Decimal(store.sql(words)) == Decimal(report["gross"]) - Decimal(report["returned"])


@pytest.mark.usefixtures("shelf")
def test_killed_before_it_is_paid_nothing_of_it_is_booked_and_it_goes_on(counter, store):
    """The till's connection ends in the middle of paying, as that of a killed till does."""
    order = counter.sell("MUG")
    counter.begin(order)
    counter.take("PEN")
    till = psycopg.connect(store.dsn("bob"), autocommit=True)
    till.execute("BEGIN")
    till.execute("SELECT api.pay(%s, %s, '[]')", (uuid4(), counter.till.order))
    store.sql("SELECT pg_terminate_backend(%s)", till.info.backend_pid)
    with pytest.raises(psycopg.OperationalError):
        till.execute("COMMIT")
    assert store.broken() == []
    for table in ("order_returns", "exchanges"):
        assert store.sql(f"SELECT count(*) FROM storedesk.{table}") == 0
    assert counter.till.sale()["exchange"]["refund"] == "12.00"
    counter.pay()
    assert store.broken() == []


@pytest.mark.usefixtures("shelf")
def test_a_return_of_the_same_id_is_no_exchange_any_more(counter, refused):
    order, back = counter.sell("MUG", "CUP"), uuid4()
    counter.begin(order, back=back)
    sale = counter.till.order
    counter.till.call(
        "return_order", back, order, counter.seen(order), counter.back(order), "x", counter.shift
    )
    counter.till.order = sale
    counter.till.scan("PEN")
    with refused("already_returned"):
        counter.till.quote()


LEFT = """
    SELECT l.id, l.quantity - coalesce((
        SELECT sum(r.quantity) FROM storedesk.order_return_lines AS r
        WHERE r.order_line_item_id = l.id), 0)::int
    FROM order_line_items AS l WHERE l.order_id = %s ORDER BY l.id
"""


@pytest.mark.parametrize("command", ["begin_exchange", "drop_exchange"])
def test_only_cashiers_exchange(store, command):
    holes = ", ".join(["NULL"] * (9 if command == "begin_exchange" else 2))
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        store.sql(f"SELECT api.{command}({holes})", login="ada")


def test_what_is_worth_another_sum_meanwhile_is_chosen_anew(counter, goods, tax, refused):
    """Of three pieces the tax of the second is a cent more, and somebody has returned the first."""
    tax("0.07")
    goods("PIN", price="0.35")
    counter.till.order = uuid4()
    counter.till.scan("PIN", 3)
    counter.till.quote()
    counter.till.pay()
    order = counter.till.order
    back = uuid4()
    assert counter.begin(order, back=back)["exchange"]["refund"] == "0.37"
    sale = counter.till.order
    counter.till.call(
        "return_order", uuid4(), order, counter.seen(order), counter.back(order), "broken",
        counter.shift,
    )  # fmt: skip
    counter.till.order = sale
    counter.till.scan("PIN")
    with refused("exchange_changed"):
        counter.till.quote()
    assert counter.begin(order, back=back, sale=sale)["exchange"]["refund"] == "0.38"
    assert counter.till.quote()["is_held"]
    assert counter.pay()["exchange"]["credited"] == "0.37"


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("why", [None, "", " "])
def test_an_exchange_has_a_reason(counter, refused, why):
    order = counter.sell("MUG")
    with refused("reason_missing"):
        counter.till.call(
            "begin_exchange", counter.till.register, uuid4(), uuid4(), order, counter.seen(order),
            counter.back(order), why,
        )  # fmt: skip
