"""How far people go without a manager: limits are rows, and both sides of each are tried."""

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from psycopg.errors import InsufficientPrivilege

from tests.drawn import unique
from tests.orders import SHARED
from tests.tills import charged

pytestmark = pytest.mark.usefixtures("invariants")
USUAL = {
    "refund_amount": "50.00",
    "refund_day_amount": "200.00",
    "refund_damaged_day_amount": "0.00",
    "found_product_pieces": "5.00",
    "found_day_pieces": "25.00",
    "drawer_shift_times": "5.00",
    "credit_day_amount": "500.00",
    "discount_percent": "10.00",
    "open_price_least_amount": "0.10",
    "open_price_most_amount": "100.00",
}
IN_MONEY = {kind: USUAL[kind] for kind in USUAL if kind.endswith("amount")}
HELD = "SELECT kind, value::text FROM storedesk.limits WHERE group_name = 'cashier'"
NOTED = """
    SELECT login, old, new FROM storedesk.audit_event WHERE entity = 'limit' ORDER BY id
"""


@pytest.fixture
def set_limit(store):
    """Set a limit as an administrator."""

    def set_limit(kind, value, login="dee", group="cashier"):
        words = "SELECT api.set_limits(%s, %s, ARRAY[%s], ARRAY[%s]::numeric[])"
        return store.sql(words, uuid4(), group, kind, value, login=login)

    return set_limit


def shift_of(till):
    return till.store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")


@pytest.fixture
def give_back(orders, goods, till):
    """Have Bob take back goods that cost an amount, in his shift unless it is said otherwise."""

    def give_back(amount, *, restocked=True, by="bob", shift="", tender=None):
        order = orders.placed((goods(f"THING-{unique()}", price=amount, on_hand=1), 1))
        paid = tender or charged(amount)
        orders.step("confirm_order", order, [paid], shift_of(till))
        orders.step("collect_order", order, shift_of(till))
        given = {"by": by, "shift": shift_of(till) if shift == "" else shift}
        return orders.take_back(order, (orders.lines(order)[0], 1, restocked), **given)

    return give_back


# ---------- rows


@pytest.mark.parametrize(("currency", "unit"), [("USD", 1), ("EUR", 1), ("GBP", 1), ("JPY", 100)])
def test_a_store_has_the_usual_limits_of_its_currency(store, currency, unit):
    store.sql("UPDATE storedesk.store_settings SET currency = %s", currency, login="dee")

    amounts = {kind: f"{Decimal(of_dollars) * unit:.2f}" for kind, of_dollars in IN_MONEY.items()}
    assert dict(store.rows(HELD)) == USUAL | amounts


def test_whoever_signs_in_is_told_their_limits(store):
    said = "SELECT api.me() -> 'limits'"
    assert store.sql(said, login="bob") == USUAL
    assert store.sql(said, login="cyd") == {}
    assert set(store.sql(said, login="ada").values()) == {"0"}


def test_an_administrator_sets_them_and_is_named(store, set_limit):
    set_limit("refund_amount", "75.5")
    set_limit("refund_amount", "75.50")

    assert store.sql("SELECT api.me() -> 'limits' ->> 'refund_amount'", login="bob") == "75.50"
    limit = {"group": "cashier", "kind": "refund_amount"}
    assert store.rows(NOTED) == [
        (store.login("dee"), limit | {"value": "50.00"}, limit | {"value": "75.50"})
    ]


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [("refund_amount", "-0.01", "bad_amount"), ("refund_amount", None, "bad_amount"),
     ("refund_amount", "NaN", "money_too_big"), ("refund_amount", "1e9", "money_too_big"),
     ("refund_amount", "0.001", "money_not_exact"), ("found_day_pieces", "1.5", "bad_amount"),
     ("drawer_shift_times", "1.5", "bad_amount"),
     ("drinks", "1", "limit_not_found")],
)  # fmt: skip
def test_a_limit_is_an_amount(store, set_limit, refused, kind, value, code):
    with refused(code):
        set_limit(kind, value)
    assert dict(store.rows(HELD)) == USUAL


def test_only_an_administrator_sets_them(store, set_limit, refused):
    for login in ("ada", "bob", "cyd", "eve", "wes"):
        with pytest.raises(InsufficientPrivilege):
            set_limit("refund_amount", "1", login=login)
        with pytest.raises(InsufficientPrivilege):
            store.sql("UPDATE storedesk.limits SET value = 1", login=login)
    with refused("limit_not_found"):
        set_limit("refund_amount", "1", group="manager")


def test_several_are_set_at_once_or_none(store, refused):
    words = "SELECT api.set_limits(%s, 'cashier', %s, %s::numeric[])"
    both = ["refund_amount", "found_day_pieces"]
    with refused("bad_amount"):
        store.sql(words, uuid4(), both, ["60", "1.5"], login="dee")
    with refused("lists_differ"):
        store.sql(words, uuid4(), both, ["60"], login="dee")
    assert dict(store.rows(HELD)) == USUAL
    store.sql(words, uuid4(), both, ["60", "30"], login="dee")
    changed = {"refund_amount": "60.00", "found_day_pieces": "30.00"}
    assert dict(store.rows(HELD)) == USUAL | changed


@pytest.mark.parametrize("value", ["-1", "NaN", "0.5"])
def test_the_table_holds_only_limits(store, value):
    words = "UPDATE storedesk.limits SET value = %s WHERE kind = 'found_day_pieces'"
    with pytest.raises(Exception, match="check constraint"):
        store.sql(words, value)


# ---------- money that goes back


def test_up_to_so_much_at_once(give_back, refused, set_limit):
    assert give_back("50.00")["refunded"] == "50.00"
    with refused("return_large"):
        give_back("50.01")
    set_limit("refund_amount", "50.01")
    assert give_back("50.01")["refunded"] == "50.01"


def test_up_to_so_much_a_person_and_day(store, give_back, refused):
    for _ in range(4):
        give_back("49.90")
    give_back("0.40")

    with refused("return_day") as refusal:
        give_back("0.01")
    assert '"today": "200.00"' in refusal.value.diag.message_detail
    store.sql("UPDATE storedesk.limits SET value = 200.01 WHERE kind = 'refund_day_amount'")
    give_back("0.01")


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland"])
def test_the_day_is_the_stores(store, give_back, refused, zone):
    store.sql("UPDATE storedesk.store_settings SET time_zone = %s", zone)
    for _ in range(4):
        give_back("50.00")
    with refused("return_day"):
        give_back("0.01")
    midnight = datetime.fromisoformat(store.sql("SELECT core.day_start(core.now())::text"))
    local = "SELECT (%s AT TIME ZONE 'UTC' AT TIME ZONE %s)::time::text"
    assert store.sql(local, midnight, zone) == "00:00:00"

    def returned_at(instant):
        with store.connect() as connection:
            connection.execute("SET session_replication_role = replica")
            words = "UPDATE storedesk.order_returns SET created_at = %s"
            connection.execute(words, [instant])

    returned_at(midnight)
    with refused("return_day"):
        give_back("0.01")
    returned_at(midnight - timedelta(microseconds=1))
    give_back("0.01")


def test_what_goes_back_counts_for_who_gives_it(give_back, refused):
    for _ in range(4):
        give_back("50.00")
    give_back("50.00", by="cyd")
    with refused("return_day"):
        give_back("1.00")


def test_what_was_approved_counts_too(give_back, allow, orders, goods, till, refused):
    order = orders.paid((goods("LAMP", price="170.00"), 1))
    orders.step("ship_order", order, "1Z999AA10123456784", SHARED)

    def take_back(approval):
        given = {"by": "bob", "shift": shift_of(till), "approval": approval}
        return orders.take_back(order, (orders.lines(order)[0], 1), **given)

    take_back(allow(take_back))
    give_back("30.00")
    with refused("return_day"):
        give_back("0.01")


def test_pieces_that_stay_off_the_shelf_are_asked_for(give_back, refused, set_limit):
    with refused("return_damaged"):
        give_back("0.01", restocked=False)
    set_limit("refund_damaged_day_amount", "10.00")
    give_back("4.00", restocked=False)
    give_back("20.00")
    give_back("6.00", restocked=False)
    with refused("return_damaged"):
        give_back("0.01", restocked=False)


def test_without_a_shift_a_manager_is_asked(give_back, refused):
    with refused("return_without_shift"):
        give_back("1.00", shift=None)
    give_back("1.00", shift=None, by="cyd")


def test_a_manager_needs_nobody(give_back):
    assert give_back("900.00", by="cyd", restocked=False)["refunded"] == "900.00"


def test_an_approval_is_of_exactly_this_return(orders, goods, till, allow, refused, store):
    order = orders.paid((goods("LAMP", price="60.00"), 3))
    orders.step("ship_order", order, "1Z999AA10123456784", SHARED)
    line = orders.lines(order)[0]

    def take_back(approval, pieces=1, *, restocked=True, reason="did not fit"):
        given = {"by": "bob", "shift": shift_of(till), "approval": approval, "reason": reason}
        return orders.take_back(order, (line, pieces, restocked), **given)

    approval = allow(take_back)
    for other in ({"pieces": 2}, {"restocked": False}, {"reason": "a friend"}):
        with refused("approval_not_valid"):
            take_back(approval, **other)
    for but in (
        {"refund": "60.01"}, {"shift": None}, {"lines": []}, {"shipping": "1.00"},
        {"requested_by": str(store.staff_id("cyd"))}, {"order_id": str(uuid4())},
    ):  # fmt: skip
        with refused("approval_not_valid"):
            take_back(allow(take_back, **but))
    take_back(approval)
    with refused("approval_not_valid"):
        take_back(approval)


def test_the_preview_says_what_the_command_will(orders, goods, till):
    order = orders.paid((goods("LAMP", price="30.00"), 3))
    orders.step("ship_order", order, "1Z999AA10123456784", SHARED)
    line = str(orders.lines(order)[0])

    def beyond(pieces, *, restocked=True, shift=None, by="bob"):
        lines = [{"line": line, "quantity": pieces, "restocked": restocked}]
        told = orders.preview(order, lines, shift=shift, by=by)
        assert told["needs_approval"] == (told["beyond"] is not None)
        return told["beyond"] and told["beyond"]["code"]

    shift = shift_of(till)
    assert beyond(1, shift=shift) is None
    assert beyond(2, shift=shift) == "return_large"
    assert beyond(1) == "return_without_shift"
    assert beyond(1, restocked=False, shift=shift) == "return_damaged"
    assert beyond(3, restocked=False, by="cyd") is None
