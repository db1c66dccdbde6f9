"""The low-stock report: what is on it, in which order, with what it says of sales."""

import asyncio
from uuid import uuid4

import pytest

from storedesk import queries
from storedesk.domain.low_stock import Scarcity
from storedesk.domain.refusals.errors import NotAllowed
from storedesk.persistence.engine.database import Database
from storedesk.services.desk import Desk
from tests.keys import keys_in

pytestmark = pytest.mark.usefixtures("invariants")
SORTS = ("worst", "name", "category", "available", "low_at", "sold", "cover", "suggested")


@pytest.fixture
def ask(store):
    desks = []

    def ask(question, *arguments, login="cyd", **wanted):
        desks.append(Desk(Database(store.dsn(login))))
        return asyncio.run(desks[-1].read(question, *arguments, **wanted))

    yield ask
    for desk in desks:
        desk.close()


@pytest.fixture
def names(store, ask):
    """List the products of the report, in its order."""

    def names(**wanted):
        vector = ask(queries.low_stock.low_stock_keys, **wanted)
        known = dict(store.rows("SELECT id, name FROM products"))
        return [known[key] for key in keys_in(vector)]

    return names


@pytest.fixture
def low_at(store):
    def low_at(product, number):
        words = "SELECT api.set_threshold(%s, %s, %s)"
        store.sql(words, uuid4(), product, number, login="ada")

    return low_at


def test_the_least_share_of_its_threshold_comes_first(names, ask, add_product, low_at):
    low_at(add_product("Axe", on_hand=50), 100)  # half of it
    add_product("Bowl", on_hand=9)
    low_at(add_product("Cup", on_hand=1), 1)
    add_product("Dish", on_hand=11)
    add_product("Egg cup", on_hand=2)

    assert names() == ["Egg cup", "Axe", "Bowl", "Cup"]
    assert ask(queries.low_stock.low_stock_count) == 4
    for sort in SORTS:
        for descending in (False, True):
            first = ask(
                queries.low_stock.first_low_stock, sort=sort, descending=descending, limit=3
            )
            assert [line.product for line in first] == names(sort=sort, descending=descending)[:3]


def test_what_was_never_stocked_and_never_sold_stays_out(store, names, ask, add_product):
    add_product("Never stocked", on_hand=0)
    sold_out = add_product("Sold out", on_hand=3)
    store.sql("SELECT api.adjust_stock(%s, %s, NULL, -3, 'lost')", uuid4(), sold_out, login="ada")
    add_product("A draft", on_hand=3, status="draft")
    deleted = add_product("Deleted", on_hand=3)
    store.sql("SELECT api.delete_product(%s, %s)", uuid4(), deleted, login="cyd")

    assert names() == ["Sold out"]
    assert ask(queries.low_stock.low_stock_count) == 1


def test_it_says_what_has_left_in_thirty_days(store, ask, goods, till, add_product):
    mug = goods("MUG-1", name="Mug", on_hand=12)
    add_product("Bowl", on_hand=3)
    till.sell("MUG-1", "MUG-1")
    till.sell("MUG-1")

    told = {line.product: line for line in ask(queries.low_stock.first_low_stock)}

    assert told["Mug"].sold == 3
    assert told["Mug"].days_of_cover == 90
    assert told["Mug"].suggested == 3 + 10 - 9
    assert told["Bowl"].sold == 0
    with store.connect() as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(
            "UPDATE inventory_audit_log SET created_at = created_at - interval '31 days'"
        )
    [line] = ask(queries.low_stock.low_stock_lines, [mug])
    assert line.sold == 0


def test_what_is_sold_out_or_about_to_be_is_a_list_of_its_own(names, goods, till, store):
    goods("MUG-1", name="Mug", on_hand=5)
    goods("CUP-1", name="Cup", on_hand=3)
    goods("POT-1", name="Pot", on_hand=8)
    for _ in range(3):
        till.sell("CUP-1")
        till.sell("MUG-1")

    assert names(scarcity=Scarcity.SOLD_OUT) == ["Cup"]
    assert names(scarcity=Scarcity.RUNNING_OUT) == []
    store.sql(
        "SELECT api.adjust_stock(gen_random_uuid(), id, NULL, -2, 'lost') FROM products"
        " WHERE name = 'Mug'",
        login="ada",
    )
    assert names(scarcity=Scarcity.SOLD_OUT) == ["Cup", "Mug"]
    assert names(search="po") == ["Pot"]


def test_lines_come_in_the_order_asked(ask, add_product):
    cup, axe = add_product("Cup", on_hand=3), add_product("Axe", on_hand=7)

    lines = ask(queries.low_stock.low_stock_lines, [cup, uuid4(), axe])

    assert [line.product for line in lines] == ["Cup", "Axe"]


def test_a_cashier_does_not_read_it(ask, add_product):
    add_product("Cup", on_hand=3)
    with pytest.raises(NotAllowed):
        ask(queries.low_stock.first_low_stock, login="bob")
