"""Stock as lists show it, its ledger, and how it is put right."""

import asyncio
from uuid import uuid4

import pytest
from sqlalchemy import text

from storedesk import api, queries
from storedesk.domain.inventory import LedgerKind, Operation, Reason, Stock
from storedesk.domain.refusals.errors import NotAllowed, Refused
from storedesk.persistence.engine.database import Database
from storedesk.queries.stock_lists import SORTS
from storedesk.services.desk import Desk
from tests.keys import keys_in

pytestmark = pytest.mark.usefixtures("invariants")


@pytest.fixture
def desk_of(store):
    """Seat someone at a desk."""
    desks = []

    def desk_of(login):
        desks.append(Desk(Database(store.dsn(login))))
        return desks[-1]

    yield desk_of
    for desk in desks:
        desk.close()


@pytest.fixture
def names(store, desk_of):
    """List the names that a vector of keys stands for, in its order."""
    desk = desk_of("ada")

    def names(**wanted):
        vector = asyncio.run(desk.read(queries.stock_lists.stock_keys, **wanted))
        known = dict(store.rows("SELECT id, name FROM products"))
        keys = keys_in(vector)
        return [known[key] for key in keys]

    return names


def test_the_list_of_stock_is_sorted_and_narrowed(names, desk_of, add_product):
    add_product("Bowl", on_hand=50)
    add_product("Cup", on_hand=3)
    add_product("Axe", on_hand=30)
    add_product("Dish", on_hand=9)

    assert names() == ["Axe", "Bowl", "Cup", "Dish"]
    assert names(sort="on_hand") == ["Cup", "Dish", "Axe", "Bowl"]
    assert names(sort="on_hand", descending=True) == ["Bowl", "Axe", "Dish", "Cup"]
    assert names(sort="low_first") == ["Cup", "Dish", "Axe", "Bowl"]
    assert names(only_low=True) == ["Cup", "Dish"]
    assert names(search="AX") == ["Axe"]
    for sort in SORTS:
        first = asyncio.run(
            desk_of("ada").read(queries.stock_lists.first_stock, sort=sort, limit=3)
        )
        assert [line.product for line in first] == names(sort=sort)[:3]


def test_lines_come_in_the_order_asked(desk_of, add_product):
    cup, axe = add_product("Cup", on_hand=3), add_product("Axe", on_hand=7)

    lines = asyncio.run(desk_of("ada").read(queries.stock_lists.stock_lines, [cup, uuid4(), axe]))

    assert [(line.product, line.category, line.stock) for line in lines] == [
        ("Cup", "Things", Stock(3, 0, 10)),
        ("Axe", "Things", Stock(7, 0, 10)),
    ]


def test_the_ledger_shows_what_each_movement_left_behind(desk_of, add_product):
    desk, cup = desk_of("ada"), add_product("Cup", on_hand=10)

    asyncio.run(
        desk.do(api.inventory.adjust_stock, cup, by=-3, reason=Reason.DAMAGED, note=" fell down ")
    )
    asyncio.run(desk.do(api.inventory.adjust_stock, cup, by=1, reason=Reason.FOUND))

    ledger = asyncio.run(desk.read(queries.ledger.first_movements, product_id=cup))
    assert [
        (m.operation, m.adjustment, m.on_hand, m.reserved, m.reason, m.who) for m in ledger
    ] == [
        (Operation.ADJUST, 1, 8, 0, "found", "Ada"),
        (Operation.ADJUST, -3, 7, 0, "damaged: fell down", "Ada"),
        (Operation.SET, 10, 10, 0, "opening", None),
    ]
    newest = asyncio.run(desk.read(queries.ledger.first_movements, product_id=cup, limit=1))
    assert newest == ledger[:1]


def test_the_ledger_reaches_back_to_its_beginning_and_keeps_its_balances(desk_of, add_product):
    desk, cup = desk_of("ada"), add_product("Cup", on_hand=500)
    add_product("Mug", on_hand=7)
    for _ in range(130):
        asyncio.run(desk.do(api.inventory.adjust_stock, cup, by=-1, reason=Reason.OWN_USE))

    told = asyncio.run(desk.read(queries.ledger.movement_keys, product_id=cup))
    ids = keys_in(told)
    last = asyncio.run(desk.read(queries.ledger.movements, ids[100:]))

    assert len(ids) == 131
    assert [m.on_hand for m in last] == list(range(470, 501))
    first = asyncio.run(
        desk.read(queries.ledger.first_movements, product_id=cup, descending=False, limit=2)
    )
    assert [m.on_hand for m in first] == [500, 499]


def test_the_ledger_is_narrowed_to_what_people_or_orders_did(desk_of, add_product, promise):
    desk, cup = desk_of("ada"), add_product("Cup", on_hand=10)
    asyncio.run(desk.do(api.inventory.adjust_stock, cup, by=-3, reason=Reason.DAMAGED))
    promise(cup, 2)

    def told(kind):
        lines = asyncio.run(desk.read(queries.ledger.first_movements, product_id=cup, kind=kind))
        return [(m.operation.value, m.on_hand, m.reserved, m.can_be_undone) for m in lines]

    assert told(LedgerKind.BY_HAND) == [("adjust", 7, 0, True), ("set", 10, 0, True)]
    assert told(LedgerKind.ORDERS) == [("reserve", 7, 2, False)]
    assert len(told(LedgerKind.ALL)) == 3


def test_the_balances_of_promises_are_counted_too(store, add_product):
    cup, order, owner = add_product("Cup", on_hand=10), uuid4(), Database(store.dsn())
    move = text("SELECT core.move_stock(:cup, NULL, :what, :by, 'x', NULL, core.now(), :order)")

    with owner.editing() as session:
        for what, by in (("reserve", 4), ("deduct", -3), ("release", -1)):
            session.execute(move, {"cup": cup, "what": what, "by": by, "order": order})
        ledger = queries.ledger.first_movements(session, product_id=cup)
        session.rollback()  # there is no such order
    owner.close()

    assert [(m.operation.value, m.on_hand, m.reserved) for m in ledger] == [
        ("release", 7, 0),
        ("deduct", 7, 1),
        ("reserve", 10, 4),
        ("set", 10, 0),
    ]


def test_a_refusal_of_the_database_arrives_as_the_stores(desk_of, add_product):
    cup = add_product("Cup", on_hand=3)

    with pytest.raises(Refused) as refusal:
        asyncio.run(desk_of("ada").do(api.inventory.adjust_stock, cup, by=-7, reason=Reason.LOST))

    assert refusal.value.code == "not_enough_stock"
    assert str(refusal.value) == "Only 3 can be taken: 0 are reserved."


def test_a_cashier_is_told_that_it_is_not_for_him(desk_of, add_product):
    desk, cup = desk_of("bob"), add_product("Cup")

    with pytest.raises(NotAllowed):
        asyncio.run(desk.do(api.inventory.adjust_stock, cup, by=-7, reason=Reason.LOST))
    with pytest.raises(NotAllowed):
        asyncio.run(desk.read(queries.ledger.first_movements, product_id=cup))


def test_what_was_received_is_taken_back_by_the_lines_that_it_left(desk_of, add_product):
    desk, ids = desk_of("ada"), [add_product("Cup", on_hand=3), add_product("Mug", on_hand=0)]

    received = asyncio.run(desk.do(api.inventory.restock, ids, by=[12, 6]))
    undone = asyncio.run(desk.do(api.inventory.undo_stock, received.movements))

    assert (received.on_hand, undone.on_hand) == ((15, 6), (0, 3)), "the newest first"
    newest = [
        asyncio.run(desk.read(queries.ledger.first_movements, product_id=key, limit=1))[0].id
        for key in ids
    ]
    assert sorted(newest) == sorted(undone.movements)
