"""Gift cards: issued and topped up against money, held for a sale, spent once, never told again."""

import json
from uuid import uuid4

import pytest

from storedesk.domain.credit import check_symbol
from tests.tills import card, cash, charged, paypal

pytestmark = pytest.mark.usefixtures("invariants")

ENTRIES = """
    SELECT kind, amount::text, balance_amount::text FROM storedesk.credit_entries ORDER BY seq
"""
WRONG = "GC" + "2" * 17
WRONG += check_symbol(WRONG)
"""It checks itself, and no card has it."""
OLDER = "UPDATE storedesk.till_carts SET quote_expires_at = quote_expires_at - interval '1 hour'"


@pytest.fixture
def shift(till):
    """Bob's shift, which has just begun."""
    return till.store.sql("SELECT id FROM storedesk.till_sessions")


@pytest.fixture
def issue(till, shift):
    def issue(amount="20.00", *tenders, approval=None, **how):
        paid = list(tenders or (cash(amount),))
        return till.call("issue_credit", shift, amount, paid, approval, **how)

    return issue


@pytest.fixture
def quoted(till, goods):
    """Have a sale of that much wait for its payment."""

    def quoted(price="30.00", till=till):
        goods(f"MUG{price}", price=price)
        till.order = uuid4()
        till.scan(f"MUG{price}")
        assert till.quote()["is_held"]

    return quoted


def credit(taken):
    """Pay with what was taken of a gift card."""
    return {"id": taken["tender"], "method": "store_credit", "amount": taken["amount"]}


def balance(store):
    return store.sql("SELECT balance_amount::text FROM storedesk.credit_accounts")


def test_a_card_is_issued_for_cash_that_lies_in_the_drawer_and_is_no_turnover(
    till, shift, issue, store
):
    made = issue("20.00", cash("20.00", "50"))
    assert (made["amount"], made["balance"], made["change"]) == ("20.00", "20.00", "30.00")
    assert store.rows(ENTRIES) == [("issue", "20.00", "20.00")]
    assert till.expected(shift) == "120.00"
    report = till.ask("shift_report", shift)
    assert (report["sales"], report["gross"], report["paid_in"]) == (0, "0.00", "0.00")
    assert report["credit"]["issued"] == report["credit_owed"] == "20.00"
    assert report["credit"]["payments"] == [{"method": "cash", "amount": "20.00"}]
    moved = (
        "SELECT kind, amount::text FROM storedesk.cash_movements WHERE credit_entry_id IS NOT NULL"
    )
    assert store.rows(moved) == [("paid_in", "20.00")]


def test_a_code_is_told_once_and_kept_as_a_hash(issue, store):
    made = issue()
    bare = made["code"].replace("-", "")
    assert len(bare) == 20
    words = "SELECT count(*) FROM storedesk.requests WHERE result::text LIKE %s"
    assert store.sql(words, f"%{bare[:6]}%") == 0
    assert store.sql(words, f"%{made['code'][:9]}%") == 0
    known = "SELECT code_hash = sha256(%s::text::bytea) FROM storedesk.credit_accounts"
    assert store.sql(known, bare)


def test_a_request_sent_again_issues_nothing_more(till, shift, store):
    request, paid = uuid4(), [cash("20.00")]
    first = till.call("issue_credit", shift, "20.00", paid, request=request)
    assert till.call("issue_credit", shift, "20.00", paid, request=request) == first
    assert store.rows(ENTRIES) == [("issue", "20.00", "20.00")]


def test_after_ten_minutes_nobody_is_told_the_code_again(till, shift, store):
    request, paid = uuid4(), [cash("20.00")]
    assert till.call("issue_credit", shift, "20.00", paid, request=request)["code"]
    with store.connect() as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute(
            "UPDATE storedesk.credit_accounts SET created_at = created_at - interval '11 minutes'"
        )
    assert till.call("issue_credit", shift, "20.00", paid, request=request)["code"] is None


def test_a_card_pays_a_part_and_the_rest_is_paid_otherwise(till, shift, issue, quoted, store):
    code = issue("12.00")["code"]
    quoted("20.00")
    taken = till.call("take_credit", till.order, code.lower().replace("-", " "), "20.00")
    assert (taken["amount"], taken["left"], taken["balance"]) == ("12.00", "0.00", "12.00")
    paid = till.pay(credit(taken), cash("8.00", "10"))
    assert (paid["change"], paid["credit"][0]["left"]) == ("2.00", "0.00")
    assert store.rows("SELECT payment_type, payment_transaction_id FROM orders") == [("cash", None)]
    report = till.ask("shift_report", shift)
    assert (report["gross"], report["credit"]["redeemed"], report["credit_owed"]) == (
        "20.00", "12.00", "0.00",
    )  # fmt: skip
    assert till.expected(shift) == "120.00", "12.00 for the card, and 8.00"
    told = till.ask("receipt", till.order)["payments"]
    assert [(one["method"], one["amount"], one["left"]) for one in told] == [
        ("store_credit", "12.00", "0.00"), ("cash", "8.00", None),
    ]  # fmt: skip


def test_a_sale_may_be_paid_by_cards_alone_and_is_then_of_the_type_cash(till, issue, quoted, store):
    codes = [issue("10.00")["code"], issue("30.00")["code"]]
    quoted("30.00")
    taken = [till.call("take_credit", till.order, code, "30.00") for code in codes]
    assert [one["amount"] for one in taken] == ["10.00", "20.00"]
    till.pay(*map(credit, taken))
    assert store.sql("SELECT payment_type FROM orders") == "cash"
    assert store.rows(ENTRIES)[-2:] == [("redeem", "-10.00", "0.00"), ("redeem", "-20.00", "10.00")]


def test_the_largest_of_the_other_tenders_is_the_orders(till, issue, quoted, store):
    code = issue("20.00")["code"]
    quoted("30.00")
    taken = till.call("take_credit", till.order, code, "20.00")
    till.pay(credit(taken), cash("4.00"), charged("6.00", last_four="4242"))
    assert store.sql("SELECT payment_type FROM orders") == "credit_card"


def test_what_was_taken_is_held_against_others_and_given_back(
    till, till_of, hire, issue, quoted, refused, store
):
    code = issue("20.00")["code"]
    quoted("20.00")
    taken = till.call("take_credit", till.order, code, "15.00")
    assert till.call("credit_balance", code)["held"] == "15.00"
    other = till_of("T2", hire("flo"))
    other.open()
    quoted("25.00", other)
    rest = other.call("take_credit", other.order, code, "25.00")
    assert rest["amount"] == "5.00"
    other.call("give_credit_back", other.order, rest["tender"])
    till.call("give_credit_back", till.order, taken["tender"])
    till.call("give_credit_back", till.order, taken["tender"])
    assert other.call("take_credit", other.order, code, "25.00")["amount"] == "20.00"
    with refused("credit_in_use") as refusal:
        till.call("take_credit", till.order, code, "20.00")
    assert json.loads(refusal.value.diag.message_detail)["register"] == "Till 2"
    assert balance(store) == "20.00"


def test_of_a_sale_that_is_paid_or_unknown_nothing_is_given_back(till, issue, quoted, refused):
    code = issue("20.00")["code"]
    quoted("15.00")
    order = till.order
    taken = till.call("take_credit", order, code, "15.00")
    till.pay(credit(taken))
    with refused("already_paid"):
        till.call("give_credit_back", order, taken["tender"])
    with refused("sale_not_found"):
        till.call("give_credit_back", uuid4(), taken["tender"])


@pytest.mark.parametrize("how", ["release", "change", "park", "discard", "quote"])
def test_undo_park_and_discard_give_it_back(till, issue, quoted, refused, how, store):
    code = issue("20.00")["code"]
    quoted("20.00")
    taken = till.call("take_credit", till.order, code, "20.00")
    line = till.sale()["lines"][0]["id"]
    match how:
        case "release":
            till.call("release_quote", till.order)
        case "change":
            till.call("change_line", till.order, line, 2)
            till.call("undo_change", till.order)
        case "park":
            till.call("park", till.order, "later")
            till.call("recall", till.order, till.register)
        case "discard":
            till.call("discard_sale", till.order)
        case "quote":
            till.quote()
    assert store.sql("SELECT count(*) FROM storedesk.till_tenders") == 0
    assert till.call("credit_balance", code)["held"] == "0.00"
    if how != "discard":
        assert till.quote()["is_held"]
        with refused("bad_tender"):
            till.pay(credit(taken))
        again = till.call("take_credit", till.order, code, "20.00")
        till.pay(credit(again))


def test_an_expired_quote_holds_nothing_and_another_till_may_spend_it(
    till, till_of, hire, issue, quoted, refused, store
):
    code = issue("20.00")["code"]
    quoted("20.00")
    taken = till.call("take_credit", till.order, code, "20.00")
    store.sql(OLDER)
    other = till_of("T2", hire("flo"))
    other.open()
    quoted("12.00", other)
    other.pay(credit(other.call("take_credit", other.order, code, "12.00")))
    with refused("credit_changed") as refusal:
        till.pay(credit(taken))
    assert json.loads(refusal.value.diag.message_detail)["balance"] == "8.00"


def test_an_expired_quote_is_made_again_and_what_was_taken_still_pays(till, issue, quoted, store):
    code = issue("20.00")["code"]
    quoted("20.00")
    taken = till.call("take_credit", till.order, code, "20.00")
    store.sql(OLDER)
    till.pay(credit(taken))
    assert balance(store) == "0.00"


@pytest.mark.parametrize(
    ("tender", "code"),
    [({"id": str(uuid4())}, "bad_tender"), ({"amount": "19.00"}, "tenders_differ")],
)
def test_only_what_was_taken_for_this_sale_pays_it(till, issue, quoted, refused, tender, code):
    known = issue("20.00")["code"]
    quoted("20.00")
    taken = till.call("take_credit", till.order, known, "20.00")
    with refused(code):
        till.pay(credit(taken) | tender)


def test_what_was_taken_pays_no_other_sum(till, issue, quoted, refused):
    known = issue("20.00")["code"]
    quoted("20.00")
    taken = till.call("take_credit", till.order, known, "5.00")
    with refused("bad_tender"):
        till.pay(credit(taken) | {"amount": "20.00"})


def test_kind_refusals(till, issue, quoted, refused):
    code = issue("20.00")["code"]
    quoted("20.00")
    with refused("credit_code_typo"):
        till.call("credit_balance", code[:-1] + ("2" if code[-1] != "2" else "3"))
    with refused("credit_code_typo"):
        till.call("credit_balance", "0" + code[1:])
    with refused("bad_amount"):
        till.call("take_credit", till.order, code, "0.00")
    till.call("take_credit", till.order, code, "5.00")
    with refused("credit_twice"):
        till.call("take_credit", till.order, code, "5.00")
    other = issue("40.00")["code"]
    till.call("take_credit", till.order, other, "40.00")
    with refused("credit_enough"):
        till.call("take_credit", till.order, issue("1.00")["code"], "1.00")


def test_a_used_up_card_and_a_sale_without_a_quote(till, issue, quoted, refused):
    code = issue("20.00")["code"]
    quoted("20.00")
    till.pay(credit(till.call("take_credit", till.order, code, None)))
    quoted("21.00")
    with refused("credit_empty"):
        till.call("take_credit", till.order, code, "5.00")
    till.call("release_quote", till.order)
    with refused("quote_expired"):
        till.call("take_credit", till.order, code, "5.00")


def test_ten_wrong_codes_an_hour_and_login_are_answered_and_counted(till, till_of, issue, store):
    code = issue("20.00")["code"]
    for left in range(9, -1, -1):
        assert till.call("credit_balance", WRONG) == {"state": "wrong", "left": left}
    told = till.call("credit_balance", code)
    assert told["state"] == "too_many"
    assert "balance" not in told
    assert till_of(person="cyd").call("credit_balance", code)["balance"] == "20.00"
    with store.connect() as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute(
            "UPDATE storedesk.credit_tries SET created_at = created_at - interval '1 hour'"
        )
    assert till.call("credit_balance", code)["balance"] == "20.00"


def test_every_command_that_takes_a_code_counts_a_wrong_one(till, shift, quoted, store):
    quoted("20.00")
    request = uuid4()
    assert till.call("take_credit", till.order, WRONG, "5.00", request=request)["left"] == 9
    assert till.call("take_credit", till.order, WRONG, "5.00", request=request)["left"] == 9
    told = till.call("top_up_credit", shift, WRONG, "5.00", [cash("5.00")])
    assert told == {"state": "wrong", "left": 8}
    assert store.sql("SELECT count(*) FROM storedesk.credit_tries") == 2


def test_a_card_is_topped_up_by_card_and_paypal(till, shift, issue, store):
    code = issue("20.00")["code"]
    paid = [charged("4.00", last_four="4242"), paypal("6.00", reference="PAY-12345")]
    told = till.call("top_up_credit", shift, code, "10.00", paid)
    assert (told["balance"], "code" in told) == ("30.00", False)
    assert till.expected(shift) == "120.00"
    assert store.rows(ENTRIES)[-1] == ("top_up", "10.00", "30.00")


def test_money_that_nobody_sees_needs_a_reference_that_nothing_else_had(
    till, issue, quoted, refused
):
    with refused("reference_needed"):
        issue("20.00", card("20.00", last_four="4242"))
    used = charged("20.00", last_four="4242")
    issue("20.00", used)
    with refused("reference_used"):
        issue("20.00", used | {"id": str(uuid4())})
    quoted("20.00")
    sold = charged("20.00", last_four="4242")
    till.pay(sold)
    with refused("reference_used"):
        issue("20.00", sold | {"id": str(uuid4())})


@pytest.mark.parametrize(
    ("amount", "code"),
    [("0", "bad_amount"), ("-1", "bad_amount"), ("1.005", "money_not_exact"),
     ("100000000", "money_too_big"), (None, "bad_amount")],
)  # fmt: skip
def test_a_bad_amount_issues_nothing(till, shift, refused, store, amount, code):
    with refused(code):
        till.call("issue_credit", shift, amount, [cash("5.00")])
    assert store.rows(ENTRIES) == []


def test_credit_pays_no_credit_and_coins_have_to_make_it_up(till, shift, refused, store):
    with refused("credit_for_credit"):
        till.call(
            "issue_credit", shift, "5.00",
            [{"id": str(uuid4()), "method": "store_credit", "amount": "5.00"}],
        )  # fmt: skip
    with refused("tenders_differ"):
        till.call("issue_credit", shift, "5.00", [cash("4.00")])
    store.sql("UPDATE storedesk.store_settings SET cash_rounding = 0.05")
    with refused("credit_in_coins"):
        till.call("issue_credit", shift, "5.03", [cash("5.03")])


def test_beyond_the_limit_of_a_day_a_manager_approves_one_card(
    till_of, shift, issue, refused, store
):
    issue("499.99")
    issue("0.01")
    boss = till_of(person="cyd")
    with refused("credit_of_day") as refusal:
        issue("1.00")
    told = json.loads(refusal.value.diag.message_detail)
    assert (told["most"], told["today"]) == ("500.00", "500.00")
    assert told["action"] == "issue_credit"
    approval = boss.approve("issue_credit", told["detail"])
    with refused("approval_not_valid"):
        issue("2.00", approval=approval)
    issue("1.00", approval=approval)
    kept = "SELECT approved_by FROM storedesk.credit_entries ORDER BY seq DESC LIMIT 1"
    assert store.sql(kept) == store.staff_id("cyd")
    boss.call("issue_credit", shift, "900.00", [cash("900.00")])


def test_an_order_by_telephone_takes_no_gift_card(orders, shift, goods, refused):
    mug = goods("MUG", price="20.00")
    order = orders.placed((mug, 1))
    paid = [{"id": str(uuid4()), "method": "store_credit", "amount": "20.00"}]
    with refused("credit_at_till"):
        orders.ask("confirm_order", uuid4(), order, 2, paid, shift)
