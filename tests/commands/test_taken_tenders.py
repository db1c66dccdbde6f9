"""A sale that is paid in parts: each is kept when it is entered, counts once, and is never lost."""

from uuid import uuid4

import pytest

from tests.tills import card, cash, charged

pytestmark = pytest.mark.usefixtures("invariants")

KEPT = "SELECT method, amount::text, transaction_id FROM storedesk.till_tenders ORDER BY created_at"
PAID = "SELECT method, amount::text FROM storedesk.order_payments AS p ORDER BY p.amount"


@pytest.fixture
def quoted(till, goods):
    """A sale of 30.00 that waits for its payment."""
    goods("MUG", price="30.00")
    till.scan("MUG")
    assert till.quote()["is_held"]
    return till


def take(till, tender, **how):
    return till.call("take_tender", till.order, tender, **how)


def paypal(amount, email):
    return {"id": str(uuid4()), "method": "paypal", "amount": amount, "paypal_email": email}


def test_parts_are_kept_and_pay_the_sale_with_the_rest(quoted, store):
    first = take(quoted, cash("15.00"))
    both = take(quoted, card("10.00", reference="REF-123"))
    assert [one["amount"] for one in first] == ["15.00"]
    assert [(one["method"], one["reference"]) for one in both] == [
        ("cash", None), ("credit_card", "REF-123"),
    ]  # fmt: skip
    assert quoted.sale()["taken"] == "25.00"
    paid = quoted.pay(*both, cash("5.00", tendered="10.00"))
    assert paid["change"] == "5.00"
    assert store.rows(PAID) == [
        ("cash", "5.00"), ("credit_card", "10.00"), ("cash", "15.00"),
    ]  # fmt: skip
    assert store.rows(KEPT) == []


def test_what_was_kept_counts_and_not_what_a_till_says(quoted, store):
    (part,) = take(quoted, paypal("10.00", "ann@example.com"))
    forged = {**part, "paypal_email": "eve@example.com", "reference": "FAKE-99"}
    quoted.pay(forged, cash("20.00"))
    words = "SELECT transaction_id FROM storedesk.order_payments WHERE method = 'paypal'"
    assert store.sql(words) is None


@pytest.mark.parametrize("change", [{"amount": "14.00"}, {"method": "credit_card"}])
def test_a_part_cannot_be_booked_as_something_else(quoted, change, refused):
    (part,) = take(quoted, cash("15.00"))
    rest = "16.00" if "amount" in change else "15.00"
    with refused("bad_tender"):
        quoted.pay({**part, **change}, cash(rest))


def test_a_part_cannot_be_left_out(quoted, refused):
    take(quoted, cash("15.00"))
    with refused("tender_left_out"):
        quoted.pay(cash("30.00"))


def test_a_part_is_at_most_what_is_still_to_pay(quoted, refused):
    take(quoted, cash("15.00"))
    with refused("tenders_differ"):
        take(quoted, card("15.01"))
    take(quoted, card("15.00"))
    with refused("tenders_differ"):
        take(quoted, cash("0.01"))


def test_the_same_request_takes_it_once(quoted, store):
    request, part = uuid4(), cash("15.00")
    assert take(quoted, part, request=request) == take(quoted, part, request=request)
    assert store.rows(KEPT) == [("cash", "15.00", None)]


def test_cash_is_taken_in_coins_and_the_rest_is_rounded_once(till, goods, store, refused):
    store.sql("UPDATE storedesk.store_settings SET cash_rounding = 0.05 RETURNING name")
    goods("MUG", price="23.97")
    till.scan("MUG")
    till.quote()
    with refused("cash_not_in_coins"):
        take(till, cash("15.02"))
    (part,) = take(till, cash("15.00"))
    till.pay(part, cash("8.97", tendered="9.00"))
    words = "SELECT sum(amount)::text, sum(rounding_amount)::text FROM storedesk.order_payments"
    assert store.rows(words) == [("23.97", "-0.02")]


def test_a_part_waits_for_the_sale_over_a_new_quote(quoted):
    take(quoted, cash("15.00"))
    quoted.call("release_quote", quoted.order)
    assert quoted.sale()["taken"] == "15.00"
    again = quoted.quote()
    assert [one["amount"] for one in again["taken"]] == ["15.00"]
    quoted.pay(*again["taken"], cash("15.00"))


def test_without_a_quote_nothing_is_taken(quoted, refused):
    quoted.call("release_quote", quoted.order)
    with refused("quote_expired"):
        take(quoted, cash("15.00"))


def test_a_sale_with_money_in_it_does_not_go_away(quoted, refused, store):
    (part,) = take(quoted, cash("15.00"))
    for ending in (("discard_sale",), ("park", "later")):
        with refused("money_in_sale"):
            quoted.call(ending[0], quoted.order, *ending[1:])
    quoted.call("release_quote", quoted.order)
    (line,) = quoted.sale()["lines"]
    with refused("money_in_sale"):
        quoted.call("change_line", quoted.order, line["id"], 0)
    with refused("money_in_sale"):
        quoted.call("undo_change", quoted.order)
    quoted.call("give_tender_back", quoted.order, part["id"])
    quoted.call("discard_sale", quoted.order)
    assert store.sql("SELECT count(*) FROM storedesk.till_carts") == 0


def test_a_sale_with_a_part_on_a_card_may_be_parked_and_paid_elsewhere(quoted, till_of):
    (part,) = take(quoted, card("15.00", reference="REF-77"))
    quoted.call("park", quoted.order, "fetches cash")
    other = till_of("T2", "cyd")
    other.open()
    other.order = quoted.order
    other.call("recall", quoted.order, other.register)
    assert other.sale()["taken"] == "15.00"
    other.quote()
    other.pay(part, cash("15.00"))


def test_what_is_given_back_is_written_down_once(quoted, store):
    (part,) = take(quoted, cash("15.00"))
    assert quoted.call("give_tender_back", quoted.order, part["id"]) == []
    assert quoted.call("give_tender_back", quoted.order, part["id"]) == []
    words = """
        SELECT old ->> 'amount', login FROM storedesk.audit_event WHERE action = 'give_tender_back'
    """
    assert store.rows(words) == [("15.00", store.login("bob"))]
    assert quoted.sale()["taken"] == "0.00"


def test_a_shift_is_not_closed_over_cash_of_a_sale(quoted, refused, store):
    (part,) = take(quoted, cash("15.00"))
    shift = store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")
    with refused("cash_in_sale"):
        quoted.call("close_shift", shift, "100.00")
    quoted.call("give_tender_back", quoted.order, part["id"])
    quoted.call("close_shift", shift, "100.00")


def test_an_x_report_between_two_parts_counts_the_first(quoted, store):
    (part,) = take(quoted, cash("15.00"))
    shift = store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")
    assert quoted.ask("shift_report", shift)["in_sales"] == "15.00"
    counted = quoted.call("count_shift", shift, "115.00")
    assert (counted["expected"], counted["difference"]) == ("115.00", "0.00")

    quoted.pay(part, charged("15.00"))
    told = quoted.ask("shift_report", shift)
    assert (told["in_sales"], told["expected"]) == ("0.00", "115.00"), "the count still holds"


def test_a_drawer_that_two_registers_share_counts_the_parts_of_both(quoted, till_of, store):
    shift = store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")
    other = till_of("T2")
    words = "UPDATE storedesk.registers SET drawer_of = %s WHERE id = %s"
    store.sql(words, quoted.register, other.register)
    third = till_of("T3", "cyd")
    third.open("7")
    for till, part in ((other, "2.00"), (third, "1.00")):
        till.scan("MUG")
        till.quote()
        take(till, cash(part))
    take(quoted, cash("15.00"))
    assert quoted.expected(shift) == "117.00"


def test_a_gift_card_is_taken_otherwise(quoted, refused):
    with refused("bad_tender"):
        take(quoted, {"id": str(uuid4()), "method": "store_credit", "amount": "5.00"})


def test_no_line_is_taken_out_of_what_money_was_taken_for_when_it_is_the_last(
    quoted, goods, refused
):
    goods("PEN", price="1.00")
    quoted.scan("PEN")
    quoted.quote()
    take(quoted, cash("15.00"))
    first, last = (line["id"] for line in quoted.sale()["lines"])
    quoted.call("change_line", quoted.order, first, 0)
    with refused("money_in_sale"):
        quoted.call("change_line", quoted.order, last, 0)
