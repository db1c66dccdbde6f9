"""The rules of stock, as they hold for anyone who has a password and psql."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

pytestmark = pytest.mark.usefixtures("invariants")

LAST = "SELECT {} FROM inventory_audit_log ORDER BY seq DESC LIMIT 1"
ON_HAND = "SELECT stock_level FROM inventory WHERE product_id = %s"
WHO = "(SELECT display_name FROM storedesk.staff WHERE id = user_id)"


@pytest.fixture
def adjust(store):
    """Call the command as `login`, as anyone with a password might."""
    call = "SELECT api.adjust_stock(%s, %s, %s, %s, %s)"

    def adjust(login, product, by, reason="broken", request=None, variant=None):
        return store.sql(call, request or uuid4(), product, variant, by, reason, login=login)

    return adjust


@pytest.fixture
def set_stock(store):
    call = "SELECT api.set_stock(%s, %s, NULL, %s, %s, 'counted')"

    def set_stock(login, product, seen, value, request=None):
        return store.sql(call, request or uuid4(), product, seen, value, login=login)

    return set_stock


def test_a_new_product_has_its_row_of_stock_at_nought(store, add_product):
    mug = add_product("Mug", on_hand=0)

    assert store.sql(ON_HAND, mug) == 0


def test_a_clerk_adjusts_and_the_ledger_says_who(store, adjust, add_product):
    mug = add_product("Mug", on_hand=10)

    assert adjust("ada", mug, -3, " broken ") == 7

    assert store.sql(LAST.format("array[previous_value, new_value, adjustment]")) == [10, 7, -3]
    said = store.sql(LAST.format(f"array[{WHO}, operation_type, reason]"))
    assert said == ["Ada", "adjust", "broken"]


def test_the_ledger_is_not_misled_by_another_role_or_a_forged_setting(store, add_product):
    mug = add_product("Mug", on_hand=10)

    with store.connect("cyd") as connection:
        connection.execute(f'SET ROLE "{store.name}_clerk"')
        connection.execute("SET storedesk.actor = '00000000-0000-0000-0000-000000000001'")
        connection.execute("SET storedesk.instant = '1999-01-01'")
        connection.execute(
            "SELECT api.adjust_stock(gen_random_uuid(), %s, NULL, -3, 'broken')", [mug]
        )

    assert store.sql(LAST.format(WHO)) == "Cyd"
    assert store.sql(LAST.format("created_at > localtimestamp - interval '1 minute'"))


def test_a_forged_search_path_bends_no_command(store, add_product):
    mug = add_product("Mug", on_hand=10)

    with store.connect("cyd") as connection:
        connection.execute("SET search_path = pg_temp, public")
        with pytest.raises(InsufficientPrivilege):
            connection.execute("CREATE TEMP TABLE staff (id uuid, login name, is_active bool)")
        connection.execute(
            "SELECT api.adjust_stock(gen_random_uuid(), %s, NULL, -3, 'broken')", [mug]
        )

    assert store.sql(LAST.format(WHO)) == "Cyd"


@pytest.mark.parametrize("login", ["bob", "dee", "eve", "wes"])
def test_who_is_no_clerk_may_not(adjust, add_product, login):
    with pytest.raises(InsufficientPrivilege):
        adjust(login, add_product("Mug"), -3)


def test_a_stranger_may_not_though_in_the_right_group(adjust, add_product, refused):
    with refused("not_staff"):
        adjust("stan", add_product("Mug"), -3)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE inventory SET stock_level = 99",
        "SELECT FROM inventory FOR UPDATE",
        "SELECT FROM inventory FOR KEY SHARE",
        "BEGIN; LOCK TABLE inventory IN SHARE MODE",
        "SELECT core.move_stock(NULL, NULL, 'set', 1, 'x', NULL, now()::timestamp)",
        "INSERT INTO inventory_audit_log (reason) VALUES ('x')",
    ],
)
def test_there_is_no_way_round_the_command(store, statement):
    with pytest.raises(InsufficientPrivilege):
        store.sql(statement, login="cyd")


@pytest.mark.parametrize(
    "change", ["UPDATE {} SET reason = 'x'", "DELETE FROM {}", "TRUNCATE {} CASCADE"]
)
def test_not_even_the_owner_rewrites_the_ledger(store, add_product, refused, change):
    add_product("Mug")

    with store.connect() as connection, refused("append_only"):
        connection.execute(f'SET ROLE "{store.name}_owner"')
        connection.execute(change.format("inventory_audit_log"))


def test_no_product_with_a_ledger_is_deleted_for_good(store, add_product, refused):
    mug = add_product("Mug")

    with refused("append_only"):
        store.sql("DELETE FROM products WHERE id = %s", mug)


def test_a_deed_needs_a_reason_a_number_and_a_product(adjust, add_product, refused):
    mug = add_product("Mug")

    with refused("reason_missing"):
        adjust("ada", mug, -1, reason=" ")
    with refused("nothing_to_move"):
        adjust("ada", mug, 0)
    with refused("too_many"):
        adjust("ada", mug, 100_001)
    with refused("product_not_found"):
        adjust("ada", uuid4(), -1)
    with refused("variant_not_found"):
        adjust("ada", mug, -1, variant=uuid4())


def test_no_more_is_taken_than_there_is(adjust, add_product, refused):
    mug = add_product("Mug", on_hand=3)

    with refused("not_enough_stock") as refusal:
        adjust("ada", mug, -4)

    assert '"available": 3' in refusal.value.diag.message_detail
    assert refusal.value.sqlstate == "SD001"
    assert adjust("ada", mug, -3) == 0


def test_what_is_reserved_cannot_be_taken_and_is_deducted_with_the_pieces(
    store, refused, add_product
):
    mug, order = add_product("Mug", on_hand=10), uuid4()
    call = "SELECT core.move_stock(%s, NULL, %s, %s, 'x', NULL, core.now(), %s)"

    # in a transaction that is thrown away: there is no such order
    with store.connect() as line, line.transaction(force_rollback=True):

        def move(operation, by, for_order=order):
            with line.transaction():
                return line.execute(call, [mug, operation, by, for_order]).fetchone()

        assert move("reserve", 4) == 4
        for operation, by, for_order in (("adjust", -7, None), ("reserve", 7, uuid4())):
            with refused("not_enough_stock"):
                move(operation, by, for_order)
        assert move("deduct", -3) == 7
        assert move("release", -1) == 0
        for operation, by, for_order in (("adjust", -8, None), ("release", -1, uuid4())):
            with refused("not_enough_stock"):
                move(operation, by, for_order)


def test_a_request_asked_again_is_answered_not_done_again(store, adjust, add_product, refused):
    mug, request = add_product("Mug", on_hand=10), uuid4()

    assert adjust("ada", mug, -3, request=request) == 7
    assert adjust("ada", mug, -1) == 6
    assert adjust("ada", mug, -3, request=request) == 7
    assert store.sql(ON_HAND, mug) == 6
    with refused("request_reused"):
        adjust("ada", mug, -4, request=request)
    with refused("request_reused"):
        adjust("cyd", mug, -3, request=request)


@pytest.mark.parametrize("same_request", [True, False])
def test_two_tills_never_take_the_same_last_unit(store, adjust, add_product, same_request):
    mug, once, tills = add_product("Mug", on_hand=1), uuid4(), Barrier(2)

    def take(login):
        tills.wait()
        try:
            return adjust(login, mug, -1, request=once if same_request else None)
        except psycopg.Error as error:
            return error.diag.message_primary

    for _ in range(5):
        with ThreadPoolExecutor(2) as threads:
            answers = [*threads.map(take, ["ada", "ada" if same_request else "cyd"])]
        assert sorted(answers, key=str) == ([0, 0] if same_request else [0, "not_enough_stock"])
        assert store.sql(ON_HAND, mug) == 0
        adjust("ada", mug, 1, "found")
        once = uuid4()


def test_a_count_is_set_unless_the_stock_moved_meanwhile(adjust, set_stock, add_product, refused):
    mug = add_product("Mug", on_hand=10)

    assert set_stock("cyd", mug, 10, 8) == 8
    adjust("ada", mug, -1)
    with refused("changed_meanwhile") as refusal:
        set_stock("cyd", mug, 8, 9)
    assert refusal.value.sqlstate == "SD409"
    assert refusal.value.diag.message_detail == '{"now": 7}'
    with refused("nothing_to_move"):
        set_stock("cyd", mug, 7, 7)
    with refused("bad_quantity"):
        set_stock("cyd", mug, 7, -1)
    assert set_stock("ada", mug, 7, 9) == 9
    with pytest.raises(InsufficientPrivilege):
        set_stock("bob", mug, 9, 10)


def test_a_clerk_says_when_a_product_is_low_and_the_log_says_who_did(store, add_product, refused):
    mug = add_product("Mug")
    call = "SELECT api.set_threshold(%s, %s, %s)"

    assert store.sql(call, uuid4(), mug, 3, login="ada") == 3

    assert store.sql("SELECT low_stock_threshold FROM inventory") == 3
    note = "SELECT login || ' ' || old || '>' || new FROM storedesk.audit_event WHERE action = %s"
    assert store.sql(note, "threshold") == f"{store.login('ada')} 10>3"
    with refused("product_not_found"):
        store.sql(call, uuid4(), uuid4(), 3, login="ada")
    with refused("bad_quantity"):
        store.sql(call, uuid4(), mug, -1, login="ada")


def test_opening_stock_comes_in_one_go_and_only_once(store, add_product, refused):
    call = "SELECT api.import_opening_stock(%s, %s, %s, 'opening')"
    products = [add_product(f"Product {n}", on_hand=0) for n in range(60)]
    levels, request = [n % 7 for n in range(60)], uuid4()

    for _ in range(2):
        assert store.sql(call, request, products, levels, login="cyd") == 51
    assert store.sql("SELECT sum(stock_level) FROM inventory") == sum(levels)

    with refused("already_stocked"):
        store.sql(call, uuid4(), products[1:2], [5], login="cyd")
    with refused("already_stocked"):
        store.sql(call, uuid4(), [uuid4()], [5], login="cyd")
    with refused("lists_differ"):
        store.sql(call, uuid4(), products[:2], [5], login="cyd")
    with refused("reason_missing"):
        store.sql(call.replace("'opening'", "' '"), uuid4(), products[:1], [5], login="cyd")
    with pytest.raises(InsufficientPrivilege):
        store.sql(call, uuid4(), products[:1], [5], login="ada")


RESERVE = "UPDATE inventory SET reserved_quantity = reserved_quantity + 1 WHERE product_id = %s"
ADD_ONE = "UPDATE inventory SET stock_level = stock_level + 1 WHERE product_id = %s"
WRITE = """
    INSERT INTO inventory_audit_log
        (inventory_id, product_id, previous_value, new_value, adjustment, reason, operation_type,
         user_id, created_at)
    SELECT id, product_id, stock_level - 1, stock_level, 77, 'came back', 'restock',
           gen_random_uuid(), '1999-01-01'
    FROM inventory WHERE product_id = %s
"""


def test_the_web_shop_moves_stock_itself_but_does_not_say_who_or_when(store, add_product):
    mug = add_product("Mug", on_hand=10)

    with store.connect("wes") as connection, connection.transaction():
        connection.execute(ADD_ONE, [mug])
        connection.execute(WRITE, [mug])

    assert store.sql(ON_HAND, mug) == 11
    assert store.sql(LAST.format(WHO)) == "Wes"
    assert store.sql(LAST.format("adjustment")) == 1
    assert store.sql(LAST.format("created_at > localtimestamp - interval '1 minute'"))
    assert store.sql("SELECT version FROM inventory") == 3


@pytest.mark.parametrize("statement", [RESERVE, ADD_ONE, WRITE])
def test_the_web_shop_is_held_to_the_ledger_when_it_commits(store, add_product, refused, statement):
    mug = add_product("Mug", on_hand=10)

    with refused("ledger_differs"):
        store.sql(statement, mug, login="wes")


def test_news_of_stock_names_the_product(store, adjust, add_product):
    mug = add_product("Mug")

    with store.connect("bob") as connection:
        connection.execute("LISTEN storedesk")
        adjust("ada", mug, -1)
        [told] = connection.notifies(timeout=5, stop_after=1)

    assert told.payload == f'{{"t": {{"inventory": ["{mug}"]}}}}'
