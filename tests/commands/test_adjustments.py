"""Stock put right for several products at once, and taken back."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

pytestmark = pytest.mark.usefixtures("invariants")

ON_HAND = "SELECT stock_level FROM inventory WHERE product_id = %s"
LAST = "SELECT {} FROM inventory_audit_log ORDER BY seq DESC LIMIT 1"


@pytest.fixture
def call(store):
    """Call a command as `login`."""

    def call(login, command, *arguments, request=None):
        holes = ", ".join(["%s"] * (len(arguments) + 1))
        words = f"SELECT api.{command}({holes})"
        return store.sql(words, request or uuid4(), *arguments, login=login)

    return call


@pytest.fixture
def stock(store):
    return lambda *products: [store.sql(ON_HAND, one) for one in products]


def test_several_are_adjusted_in_one_go_and_each_has_its_line(store, call, stock, add_product):
    mug, cup = add_product("Mug", on_hand=10), add_product("Cup", on_hand=4)

    told = call("ada", "adjust_stocks", [mug, cup], [-3, 2], "counted: flood")

    assert told["on_hand"] == [7, 6]
    assert stock(mug, cup) == [7, 6]
    lines = "SELECT product_id, adjustment FROM inventory_audit_log WHERE id = ANY (%s::uuid[])"
    assert dict(store.rows(lines, told["movements"])) == {mug: -3, cup: 2}


def test_one_that_cannot_be_has_none_of_them_adjusted_and_is_named(
    call, stock, add_product, promise, refused
):
    mug, cup = add_product("Mug", on_hand=10), add_product("Cup", on_hand=4)
    promise(cup, 3)

    with refused("not_enough_of") as refusal:
        call("ada", "adjust_stocks", [mug, cup], [-3, -2], "lost")

    detail = refusal.value.diag.message_detail
    assert '"name": "Cup"' in detail
    assert '"available": 1' in detail
    assert stock(mug, cup) == [10, 4]


def test_goods_come_in_without_an_order(store, call, stock, add_product, refused):
    mug = add_product("Mug", on_hand=10)

    call("ada", "restock", [mug], [24], "delivered: note 12")

    assert stock(mug) == [34]
    assert store.sql(LAST.format("operation_type || ' ' || reason")) == "restock delivered: note 12"
    assert store.sql(LAST.format("order_id")) is None
    for wrong in (0, -1, 100_001):
        with refused("bad_quantity"):
            call("ada", "restock", [mug], [wrong], "delivered")


def test_what_was_seen_is_set_and_who_moved_meanwhile_is_named(call, stock, add_product, refused):
    mug, cup = add_product("Mug", on_hand=10), add_product("Cup", on_hand=4)

    told = call("ada", "set_stocks", [mug, cup], [10, 4], [8, 4], "counted")
    assert told["on_hand"] == [8]
    assert len(told["movements"]) == 1

    call("ada", "adjust_stocks", [cup], [-1], "lost")
    with refused("stock_moved") as refusal:
        call("ada", "set_stocks", [mug, cup], [8, 4], [7, 5], "counted")
    assert refusal.value.sqlstate == "SD409"
    assert '"name": "Cup"' in refusal.value.diag.message_detail
    assert '"now": 3' in refusal.value.diag.message_detail
    assert stock(mug, cup) == [8, 3]
    with refused("nothing_to_move"):
        call("ada", "set_stocks", [mug], [8], [8], "counted")
    with refused("bad_quantity"):
        call("ada", "set_stocks", [mug], [8], [-1], "counted")


def test_thresholds_of_several(store, call, add_product):
    mug, cup = add_product("Mug"), add_product("Cup")

    assert call("ada", "set_thresholds", [mug, cup], [3, 10]) == 2

    assert dict(store.rows("SELECT product_id, low_stock_threshold FROM inventory")) == {
        mug: 3,
        cup: 10,
    }
    noted = "SELECT count(*) FROM storedesk.audit_event WHERE action = 'threshold'"
    assert store.sql(noted) == 1


@pytest.mark.parametrize("numbers", [[1], [1, 1, 1], [1, None]])
def test_lists_that_do_not_fit_are_refused(call, add_product, refused, numbers):
    products = [add_product("Mug"), add_product("Cup")]
    with refused("lists_differ"):
        call("ada", "adjust_stocks", products, numbers, "found")


def test_a_product_stands_in_a_list_once_and_a_list_has_an_end(call, add_product, refused):
    mug = add_product("Mug")
    with refused("lists_differ"):
        call("ada", "adjust_stocks", [mug, mug], [1, 1], "found")
    with refused("too_many"):
        call("ada", "adjust_stocks", [uuid4() for _ in range(1001)], [1] * 1001, "found")
    with refused("nothing_to_move"):
        call("ada", "adjust_stocks", [], [], "found")
    with refused("product_not_found"):
        call("ada", "adjust_stocks", [uuid4()], [1], "found")
    with refused("reason_missing"):
        call("ada", "adjust_stocks", [mug], [1], " ")


@pytest.mark.parametrize("login", ["bob", "dee", "eve", "wes"])
def test_who_is_no_clerk_may_none_of_it(call, add_product, login):
    mug = add_product("Mug", on_hand=10)
    actions = [
        ("adjust_stocks", [mug], [1], "found"),
        ("set_stocks", [mug], [10], [9], "counted"),
        ("restock", [mug], [1], "delivered"),
        ("set_thresholds", [mug], [1]),
        ("undo_stock", [mug]),
    ]
    for action in actions:
        with pytest.raises(InsufficientPrivilege):
            call(login, *action)


def test_asked_again_it_is_answered_not_done_again(call, stock, add_product, refused):
    mug, request = add_product("Mug", on_hand=10), uuid4()
    action = ("adjust_stocks", [mug], [-3], "lost")

    first = call("ada", *action, request=request)

    assert call("ada", *action, request=request) == first
    assert stock(mug) == [7]
    with refused("request_reused"):
        call("ada", "adjust_stocks", [mug], [-4], "lost", request=request)


# ---------- taken back


def test_a_deed_is_taken_back_by_entries_that_compensate_it(store, call, stock, add_product):
    mug, cup = add_product("Mug", on_hand=10), add_product("Cup", on_hand=4)
    told = call("ada", "adjust_stocks", [mug, cup], [-3, 2], "counted: flood")

    back = call("cyd", "undo_stock", told["movements"])

    assert stock(mug, cup) == [10, 4]
    assert sorted(back["on_hand"]) == [4, 10]
    assert store.sql(LAST.format("reason")) == "undone: counted: flood"
    assert store.sql("SELECT count(*) FROM storedesk.stock_undos") == 2


def test_nothing_is_taken_back_twice_nor_the_taking_back(call, stock, add_product, refused):
    mug = add_product("Mug", on_hand=10)
    told = call("ada", "restock", [mug], [5], "delivered")
    back = call("ada", "undo_stock", told["movements"])

    with refused("undone_before"):
        call("ada", "undo_stock", told["movements"])
    with refused("undo_not_by_hand"):
        call("ada", "undo_stock", back["movements"])
    with refused("movement_not_found"):
        call("ada", "undo_stock", [uuid4()])
    with refused("movement_not_found"):
        call("ada", "undo_stock", [])
    assert stock(mug) == [10]


def test_what_orders_did_is_not_taken_back_by_hand(store, call, add_product, promise, refused):
    mug = add_product("Mug", on_hand=10)
    promise(mug, 2)

    with refused("undo_not_by_hand"):
        call("ada", "undo_stock", [store.sql(LAST.format("id"))])


def test_pieces_that_are_gone_since_keep_a_deed_from_being_taken_back(
    call, stock, add_product, promise, refused
):
    mug = add_product("Mug", on_hand=0)
    told = call("ada", "restock", [mug], [5], "delivered")
    promise(mug, 4)

    with refused("not_enough_of") as refusal:
        call("ada", "undo_stock", told["movements"])

    assert '"available": 1' in refusal.value.diag.message_detail
    assert stock(mug) == [5]


def test_several_movements_of_one_product_are_taken_back_from_the_newest(call, stock, add_product):
    mug = add_product("Mug", on_hand=0)
    made = [
        *call("ada", "restock", [mug], [5], "delivered")["movements"],
        *call("ada", "adjust_stocks", [mug], [-5], "lost")["movements"],
    ]

    assert call("ada", "undo_stock", made)["on_hand"] == [5, 0]
    assert stock(mug) == [0]


def test_what_was_set_since_has_a_deed_in_its_number_until_that_is_taken_back(
    call, stock, add_product, refused
):
    mug = add_product("Mug", on_hand=10)
    found = call("ada", "adjust_stocks", [mug], [5], "found")["movements"]
    told = call("cyd", "set_stocks", [mug], [15], [12], "looked")["movements"]

    with refused("undone_too_late"):
        call("ada", "undo_stock", found)
    assert stock(mug) == [12]

    call("cyd", "undo_stock", told)
    assert call("ada", "undo_stock", found)["on_hand"] == [10]


def test_of_two_who_take_the_same_back_one_is_told(call, stock, add_product):
    mug, both = add_product("Mug", on_hand=10), Barrier(2)

    def undo(login, movements):
        both.wait()
        try:
            return call(login, "undo_stock", movements)["on_hand"]
        except psycopg.Error as error:
            return error.diag.message_primary

    for _ in range(5):
        movements = call("ada", "adjust_stocks", [mug], [-3], "lost")["movements"]
        with ThreadPoolExecutor(2) as threads:
            answers = [*threads.map(undo, ["ada", "cyd"], [movements] * 2)]
        assert sorted(answers, key=str) == [[10], "undone_before"]
        assert stock(mug) == [10]


def test_not_even_the_owner_forgets_what_was_taken_back(store, call, add_product, refused):
    mug = add_product("Mug", on_hand=10)
    told = call("ada", "adjust_stocks", [mug], [-3], "lost")
    call("ada", "undo_stock", [UUID(one) for one in told["movements"]])

    with store.connect() as connection, refused("append_only"):
        connection.execute(f'SET ROLE "{store.name}_owner"')
        connection.execute("DELETE FROM storedesk.stock_undos")
