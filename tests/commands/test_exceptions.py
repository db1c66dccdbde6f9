"""What is written down for managers is listed whole, once each, and signed off by managers."""

from uuid import uuid4

import psycopg
import pytest

pytestmark = pytest.mark.usefixtures("invariants")

VIEW = "SELECT kind, subject, remark, amount::text, pieces FROM storedesk.exceptions ORDER BY kind"


@pytest.fixture
def listed(store):
    return lambda: store.rows(VIEW)


@pytest.fixture
def sign(store):
    def sign(key, note=None, login="cyd", request=None):
        words = "SELECT api.sign_off(%s, %s, %s)"
        return store.sql(words, request or uuid4(), key, note, login=login)

    return sign


@pytest.fixture
def exception(ordered, store):
    """An order whose tracking number was corrected."""
    ordered.corrected("MUG")
    return store.sql("SELECT id FROM storedesk.exceptions")


def test_usual_work_is_no_exception(till, goods, orders, listed):
    mug = goods("MUG", on_hand=20)
    till.sell("MUG", "MUG")
    orders.sent((mug, 2))
    assert listed() == []


def test_a_price_set_by_hand_is_one_with_what_it_gave_away(till_of, goods, listed):
    goods("MUG", price="10.00", on_hand=20)
    boss = till_of("T2", "cyd")
    boss.open()
    sale = boss.scan("MUG", 2)
    line = sale["lines"][0]["id"]
    boss.call("reprice_line", boss.order, line, "8.00", "chipped", None)
    assert listed() == [], "not before it is sold"
    assert boss.quote()["is_held"]
    boss.pay()
    assert listed() == [("price", "Mug", "chipped", "-4.00", 2)]


def test_a_discount_within_the_limit_is_usual_work_and_one_beyond_it_is_none(
    till, goods, listed, allow
):
    for code in ("MUG", "CUP"):
        goods(code, price="10.00", on_hand=20)
    for code, amount in (("MUG", "1.00"), ("CUP", "3.00")):
        line = till.scan(code)["touched"]

        def give(approval, line=line, amount=amount):
            words = ("discount_sale", till.order, line, None, amount, "loyal", approval)
            return till.call(*words)

        give(None if code == "MUG" else allow(give))
    assert till.quote()["is_held"]
    till.pay()
    assert listed() == [("price", "Cup", "loyal", "-3.00", 1)]


def test_pieces_within_the_limit_beside_approved_ones_are_an_exception(
    store, till, goods, listed, allow
):
    """Both have one line, at one price: what was approved of it is listed with all its pieces."""
    limit = "UPDATE storedesk.limits SET value = %s WHERE kind = 'discount_percent'"
    store.sql(limit, 0)
    goods("MUG", price="10.00", on_hand=20)
    line = till.scan("MUG")["touched"]

    def price(approval):
        return till.call("reprice_line", till.order, line, "9.50", "dented", approval)

    price(allow(price))
    store.sql(limit, 10)
    line = till.scan("MUG")["touched"]
    (line,) = (one["id"] for one in till.sale()["lines"] if one["unit_price"] == "10.00")
    sale = till.call("discount_sale", till.order, line, None, "0.50", "loyal", None)
    assert [(one["unit_price"], one["quantity"]) for one in sale["lines"]] == [("9.50", 2)]
    assert till.quote()["is_held"]
    till.pay()
    assert [row[0] for row in listed()] == ["price"]


@pytest.mark.parametrize(("price", "shown"), [("9.00", []), ("8.99", ["price"])])
def test_a_typed_price_within_the_limit_is_usual_work(till, goods, listed, allow, price, shown):
    goods("MUG", price="10.00", on_hand=20)
    line = till.scan("MUG")["touched"]

    def type_price(approval):
        return till.call("reprice_line", till.order, line, price, "dented", approval)

    type_price(allow(type_price) if shown else None)
    assert till.quote()["is_held"]
    till.pay()
    assert [row[0] for row in listed()] == shown


def test_a_package_within_the_limit_is_usual_work_too(store, till, goods, listed):
    cheese = goods("CHEESE", price="10.00", on_hand=20)
    words = "SELECT api.measure_product(%s, %s, 'kilogram')"
    store.sql(words, uuid4(), cheese, login="cyd")
    sale = till.call(
        "add_item", till.register, till.order, cheese, None, 1, None, None, None, "0.5"
    )
    till.call("discount_sale", till.order, sale["touched"], "10", None, "loyal", None)
    assert till.quote()["is_held"]
    till.pay()
    assert listed() == []


def test_what_a_manager_gives_alone_stays_an_exception(till_of, goods, listed):
    goods("MUG", price="10.00", on_hand=20)
    boss = till_of("T2", "cyd")
    boss.open()
    line = boss.scan("MUG")["touched"]
    boss.call("discount_sale", boss.order, line, "5", None, "loyal", None)
    assert boss.quote()["is_held"]
    boss.pay()
    assert listed() == [("price", "Mug", "loyal", "-0.50", 1)]


def test_cash_that_is_taken_out_is_one_and_cash_put_in_is_none(till, listed, store):
    shift = store.sql("SELECT id FROM storedesk.till_sessions")
    till.call("move_cash", shift, "paid_in", "20.00", "coins")
    till.call("move_cash", shift, "paid_out", "5.00", "window cleaner")
    assert listed() == [("paid_out", None, "window cleaner", "-5.00", None)]


def test_a_drawer_that_is_opened_without_a_sale_is_one(till, listed, store):
    till.call("open_drawer", store.sql("SELECT id FROM storedesk.till_sessions"), "change")
    assert listed() == [("no_sale", None, "change", None, None)]


def test_a_refund_is_one_where_nothing_goes_back_to_the_shelf(orders, goods, listed, store):
    mug = goods("MUG", price="10.00", on_hand=20)
    back, broken = orders.sent((mug, 1)), orders.sent((mug, 1))
    lines = "SELECT id FROM order_line_items WHERE order_id = %s"
    orders.take_back(back, (store.sql(lines, back), 1, True))
    orders.take_back(broken, (store.sql(lines, broken), 1, False), reason="arrived in pieces")
    (found,) = listed()
    assert (found[0], found[2]) == ("refund", "arrived in pieces")
    assert found[3] == "-" + store.sql(
        "SELECT refund_amount::text FROM storedesk.order_returns WHERE order_id = %s", broken
    )


def test_a_corrected_tracking_number_is_one_until_it_is_signed_off(exception, sign, store):
    sign(exception, "  typed it wrong  ")
    words = """
        SELECT s.kind, s.note, p.display_name FROM storedesk.exception_signoffs AS s
        JOIN storedesk.staff AS p ON p.id = s.signed_by
    """
    assert store.rows(words) == [("tracking", "typed it wrong", "Cyd")]
    trail = "SELECT action, entity_id, new ->> 'note' FROM storedesk.audit_event ORDER BY id DESC"
    assert store.rows(trail)[0] == ("sign_off", exception, "typed it wrong")


def test_the_second_is_told_who_was_first_and_one_request_signs_once(exception, sign, store):
    request = uuid4()
    assert sign(exception, request=request) == sign(exception, request=request)
    with pytest.raises(psycopg.DatabaseError, match="signed_already") as refused:
        sign(exception)
    assert "Cyd" in refused.value.diag.message_detail
    assert store.sql("SELECT count(*) FROM storedesk.exception_signoffs") == 1


@pytest.mark.parametrize(
    ("note", "code"),
    [
        ("x" * 501, "text_too_long"),
        ("4111 1111 1111 1111", "card_number"),
        ("a\x07", "text_control"),
    ],
)
def test_a_note_that_cannot_be_kept_is_refused_and_nothing_signed(
    exception, sign, store, note, code
):
    with pytest.raises(psycopg.DatabaseError, match=code):
        sign(exception, note)
    assert store.sql("SELECT count(*) FROM storedesk.exception_signoffs") == 0


def test_what_is_none_cannot_be_signed_off(sign):
    with pytest.raises(psycopg.DatabaseError, match="exception_not_found"):
        sign(uuid4())


@pytest.mark.parametrize("login", ["ada", "bob", "dee", "eve"])
def test_managers_alone_sign_off(exception, sign, login):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        sign(exception, login=login)


@pytest.mark.parametrize("login", ["ada", "bob", "dee"])
def test_managers_and_auditors_alone_read_them(store, login):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        store.rows("SELECT * FROM storedesk.exceptions", login=login)


@pytest.mark.parametrize(
    "change", ["UPDATE storedesk.exception_signoffs SET note = 'no'",
               "DELETE FROM storedesk.exception_signoffs",
               "TRUNCATE storedesk.exception_signoffs"],
)  # fmt: skip
def test_what_was_signed_stays_signed(exception, sign, store, change):
    sign(exception)
    with pytest.raises(psycopg.DatabaseError, match="append_only"):
        store.sql(change)
