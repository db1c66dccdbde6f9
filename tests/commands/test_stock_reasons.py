"""Reasons know whether pieces go away or come: in every command that takes one."""

import json
from uuid import uuid4

import psycopg
import pytest

from storedesk.domain.inventory import Reason
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.inventory.labels import reason_label

pytestmark = pytest.mark.usefixtures("invariants")

SIGNS = {
    "damaged": -1, "lost": -1, "expired": -1, "own use": -1, "found": 1, "returned": 1,
    "delivered": 1, "counted": 0, "other": 0,
}  # fmt: skip
SOUGHT = {
    -1: ("reason_adds", "Found", "Damaged"),
    1: ("reason_takes", "Damaged", "Found"),
}
"""Of the first reason that goes the other way than pieces do: code, reason, another one."""


@pytest.fixture
def ask(store):
    """Call a command as a clerk; return "" or what it refused: code, words and parameters."""

    def ask(command, *arguments, login="ada"):
        holes = ", ".join(["%s"] * (len(arguments) + 1))
        try:
            store.sql(f"SELECT api.{command}({holes})", uuid4(), *arguments, login=login)
        except psycopg.Error as error:
            return error.diag.message_primary, json.loads(error.diag.message_detail)
        return "", {}

    return ask


def calls(product, by, reason):
    """All that moves stock of 10 by a reason, and whether it writes what is added or taken."""
    yield "adjust_stock", (product, None, by, reason), True
    yield "adjust_stocks", ([product], [by], reason), True
    yield "set_stock", (product, None, 10, 10 + by, reason), False
    yield "set_stocks", ([product], [10], [10 + by], reason), False
    if by > 0:
        yield "restock", ([product], [by], reason), False


def test_the_store_keeps_which_way_each_reason_goes_and_the_window_calls_it_the_same(store):
    kept = store.rows("SELECT code, sign, name FROM storedesk.stock_reasons ORDER BY place")

    assert {code: sign for code, sign, _ in kept} == SIGNS
    assert [code for code, _, _ in kept] == list(Reason)
    assert [name for _, _, name in kept] == [reason_label(Reason(code)) for code, _, _ in kept]


@pytest.mark.parametrize("by", [-1, 1])
def test_every_command_refuses_a_reason_that_goes_the_other_way(ask, store, add_product, by):
    mug = add_product("Mug", on_hand=10)
    refused = {code for code, sign in SIGNS.items() if sign * by < 0}

    for reason in SIGNS:
        for command, arguments, writes_step in calls(mug, by, f"{reason}: as it was"):
            code, told = ask(command, *arguments)
            assert bool(code) is (reason in refused), (command, reason)
            if code:
                assert code == SOUGHT[by][0]
                assert told["count"] == 1
                said = (told["name"], told["instead"])
                assert said == ((None, -by) if writes_step else ("Mug", None))
            else:
                store.sql(
                    "SELECT core.move_stock(%s, NULL, 'adjust', %s, 'back', NULL, core.now())",
                    mug, -by,
                )  # fmt: skip

    assert store.sql("SELECT stock_level FROM inventory") == 10


@pytest.mark.parametrize("reason", ["Damaged", " damaged ", "DAMAGED: by water", "damaged:x"])
def test_no_spelling_gets_round_it(ask, add_product, reason):
    mug = add_product("Mug", on_hand=10)

    assert ask("adjust_stock", mug, None, 1, reason)[0] == "reason_takes"
    assert ask("adjust_stock", mug, None, -1, reason)[0] == ""


def test_nothing_is_nothing_whatever_the_reason(ask, add_product):
    mug = add_product("Mug", on_hand=10)

    for reason in SIGNS:
        for command, arguments, _ in calls(mug, 0, reason):
            assert ask(command, *arguments)[0] == "nothing_to_move", (command, reason)


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        (None, "reason_missing"),
        ("", "reason_missing"),
        ("  ", "reason_missing"),
        ("x" * 256, "text_too_long"),
        ("a\nb", "text_control"),
        ("4111 1111 1111 1111", "card_number"),
        ("x" * 255, ""),
    ],
)
def test_every_command_wants_a_reason_that_can_be_kept(ask, add_product, reason, code):
    mug = add_product("Mug", on_hand=10)

    for command, arguments, _ in calls(mug, 1, reason):
        assert ask(command, *arguments)[0] == code, command
        ask("set_stock", mug, None, 11, 10, "as it was")


def test_words_of_ones_own_go_both_ways_and_are_not_mistaken_for_a_reason(ask, add_product):
    mug = add_product("Mug", on_hand=10)

    for words in ("damaged by water", "found again", "a reason"):
        assert ask("adjust_stock", mug, None, 1, words)[0] == ""
        assert ask("adjust_stock", mug, None, -1, words)[0] == ""


def test_the_wrong_way_is_told_before_too_few_are(ask, add_product):
    mug, cup = add_product("Mug", on_hand=10), add_product("Cup", on_hand=1)

    assert ask("adjust_stocks", [mug, cup], [-2, -2], "found")[0] == "reason_adds"
    assert ask("adjust_stock", mug, None, -11, "found")[0] == "reason_adds"
    assert ask("adjust_stocks", [mug, cup], [-2, -2], "lost")[0] == "not_enough_of"
    assert ask("adjust_stocks", [mug, cup], [-2, -1], "lost")[0] == ""


def test_of_several_the_one_that_goes_the_other_way_is_named(ask, store, add_product):
    mug, cup = add_product("Mug", on_hand=10), add_product("Cup", on_hand=4)

    code, told = ask("set_stocks", [mug, cup], [10, 4], [8, 8], "lost")

    assert (code, told["name"], told["count"]) == ("reason_takes", "Cup", 4)
    assert store.sql("SELECT sum(stock_level) FROM inventory") == 14


def test_a_first_stock_is_nothing_that_was_lost(ask, store, add_product):
    mug, cup = add_product("Mug", on_hand=0), add_product("Cup", on_hand=0)

    code, _ = ask("import_opening_stock", [mug, cup], [0, 3], "lost", login="cyd")

    assert code == "reason_takes"
    assert ask("import_opening_stock", [mug, cup], [0, 3], "opening", login="cyd")[0] == ""
    assert store.sql("SELECT sum(stock_level) FROM inventory") == 3


def test_what_was_damaged_comes_back_when_it_was_a_mistake(ask, store, add_product):
    mug = add_product("Mug", on_hand=10)
    ask("adjust_stock", mug, None, -3, "damaged: dropped")
    last = store.sql("SELECT id FROM inventory_audit_log ORDER BY seq DESC LIMIT 1")

    assert ask("undo_stock", [last])[0] == ""
    assert store.sql("SELECT stock_level FROM inventory") == 10


def test_the_sentences_say_what_to_do(ask, add_product):
    mug = add_product("Mug", on_hand=10)

    code, told = ask("adjust_stock", mug, None, 12, "damaged")
    assert str(Refused(code, **told)) == (
        "Damaged takes pieces away. Choose another reason, such as Found, or write -12."
    )
    code, told = ask("adjust_stock", mug, None, -3, "found")
    assert str(Refused(code, **told)) == (
        "Found adds pieces. Choose another reason, such as Damaged, or write 3."
    )
    code, told = ask("set_stock", mug, None, 10, 7, "found")
    assert str(Refused(code, **told)) == (
        "Mug: Found adds pieces, and here 3 would be gone. Choose another reason, such as Damaged."
    )
    code, told = ask("restock", [mug], [3], "lost")
    assert str(Refused(code, **told)) == (
        "Mug: Lost or stolen takes pieces away, and here 3 would be added. Choose another reason,"
        " such as Found."
    )
