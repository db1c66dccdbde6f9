"""What is not on sale: it is received, counted and adjusted, and a manager puts it on sale."""

import json
from uuid import UUID, uuid4

import pytest
from psycopg.errors import InsufficientPrivilege

pytestmark = pytest.mark.usefixtures("invariants")


@pytest.fixture
def kept(store, goods):
    """Put a mug into one of the states in which a product may be; return its id."""

    def kept(state):
        mug = goods("MUG", status="active" if state in {"deleted", "hidden"} else state)
        if state == "deleted":
            store.sql("SELECT api.delete_product(%s, %s)", uuid4(), mug, login="cyd")
        if state == "hidden":
            store.sql("UPDATE categories SET is_active = false")
        return mug

    return kept


def told(refusal):
    return json.loads(refusal.value.diag.message_detail)


def ask(store, command, *given, login):
    holes = ", ".join(["%s"] * len(given))
    return store.sql(f"SELECT api.{command}({holes})", *given, login=login)


STOCK = {
    "adjust_stock": lambda mug: (uuid4(), mug, None, 1, "found"),
    "set_stock": lambda mug: (uuid4(), mug, None, 10, 12, "counted"),
    "set_threshold": lambda mug: (uuid4(), mug, 3),
    "adjust_stocks": lambda mug: (uuid4(), [mug], [1], "found"),
    "restock": lambda mug: (uuid4(), [mug], [1], "delivered"),
    "set_stocks": lambda mug: (uuid4(), [mug], [10], [12], "counted"),
    "set_thresholds": lambda mug: (uuid4(), [mug], [3]),
}


@pytest.mark.parametrize("command", STOCK)
@pytest.mark.parametrize("state", ["draft", "inactive", "hidden"])
def test_what_is_not_on_sale_is_received_and_adjusted(store, kept, command, state):
    mug = kept(state)

    ask(store, command, *STOCK[command](mug), login="ada")


@pytest.mark.parametrize("command", STOCK)
def test_what_was_deleted_is_not(store, kept, refused, command):
    mug = kept("deleted")

    with refused("product_deleted") as refusal:
        ask(store, command, *STOCK[command](mug), login="ada")
    assert told(refusal) == {"name": "Mug"}


@pytest.fixture
def count(store):
    """An open count."""
    words = "SELECT api.open_count(%s, %s, 'Shelf', '{}')"
    return store.sql(words, uuid4(), uuid4(), login="ada")


@pytest.mark.parametrize("state", ["draft", "inactive", "hidden"])
def test_what_is_not_on_sale_is_counted(store, kept, count, state):
    mug = kept(state)

    tally = ask(store, "count_item", uuid4(), count, None, "MUG", 12, "false", login="ada")
    ask(store, "post_count", uuid4(), count, "false", login="cyd")

    assert UUID(tally["product_id"]) == mug
    assert store.sql("SELECT stock_level FROM inventory") == 12


def test_the_code_of_what_was_deleted_is_not_put_aside_as_unknown(store, kept, count, refused):
    kept("deleted")

    with refused("product_deleted") as refusal:
        ask(store, "count_item", uuid4(), count, None, "MUG", 1, "false", login="ada")
    assert told(refusal) == {"name": "Mug"}


def test_what_was_deleted_after_it_was_counted_is_not_posted(store, kept, count, refused):
    mug = kept("active")
    ask(store, "count_item", uuid4(), count, None, "MUG", 12, "false", login="ada")
    ask(store, "delete_product", uuid4(), mug, login="cyd")

    with refused("count_lines_refused") as refusal:
        ask(store, "post_count", uuid4(), count, "false", login="cyd")
    assert told(refusal)["names"] == "Mug"
    ask(store, "restore_product", uuid4(), mug, login="cyd")
    ask(store, "post_count", uuid4(), count, "false", login="cyd")


@pytest.mark.parametrize("person", ["ada", "cyd", "dee", "eve"])
@pytest.mark.parametrize("state", ["active", "draft", "inactive", "hidden"])
def test_those_whose_business_it_is_find_it_by_its_code(store, kept, person, state):
    mug = kept(state)

    found = ask(store, "stock_item", " mug ", login=person)

    assert found == {"product_id": str(mug), "variant_id": None, "name": "Mug", "state": state}
    assert ask(store, "stock_item", "NOPE", login=person) is None


@pytest.mark.parametrize(
    ("state", "code"),
    [("draft", None), ("inactive", "product_not_sold"), ("deleted", "product_deleted")],
)
def test_a_cashier_finds_what_is_on_sale(store, kept, refused, state, code):
    kept(state)

    assert ask(store, "stock_item", "NOPE", login="bob") is None
    if code is None:
        assert ask(store, "stock_item", "MUG", login="bob") is None
        return
    with refused(code):
        ask(store, "stock_item", "MUG", login="bob")


@pytest.mark.parametrize("state", ["draft", "inactive"])
def test_a_manager_puts_it_on_sale_and_it_is_written_down(store, till_of, kept, refused, state):
    mug, request = kept(state), uuid4()
    boss = till_of(person="cyd")
    with refused("product_not_sold") as refusal:
        boss.scan("MUG")
    assert told(refusal) == {"name": "Mug", "status": state}

    answer = boss.call("put_on_sale", "mug", request=request)

    assert answer == {"product_id": str(mug)}
    assert boss.call("put_on_sale", "mug", request=request) == answer
    assert boss.scan("MUG")["lines"][0]["name"] == "Mug"
    noted = store.rows(
        "SELECT login, action, old, new FROM storedesk.audit_event WHERE entity_id = %s", mug
    )
    assert noted == [(store.login("cyd"), "status", state, "active")]
    boss.call("put_on_sale", "MUG")  # it is already
    assert store.sql("SELECT count(*) FROM storedesk.audit_event WHERE action = 'status'") == 1


@pytest.mark.parametrize(
    ("state", "code"), [("deleted", "product_deleted"), ("hidden", "category_not_shown")]
)
def test_what_stands_in_the_way_is_said(till_of, kept, refused, state, code):
    kept(state)
    boss = till_of(person="cyd")

    with refused(code) as refusal:
        boss.call("put_on_sale", "MUG")
    assert told(refusal) == {"name": "Mug"}
    with refused("unknown_code"):
        boss.call("put_on_sale", "NOPE")


def test_a_draft_in_a_category_that_is_not_shown_stays_one(store, till_of, kept, refused):
    kept("draft")
    store.sql("UPDATE categories SET is_active = false")

    with refused("category_not_shown"):
        till_of(person="cyd").call("put_on_sale", "MUG")
    assert store.sql("SELECT status FROM products") == "draft"


@pytest.mark.parametrize("person", ["ada", "bob", "dee", "eve"])
def test_nobody_else_puts_anything_on_sale(store, kept, person):
    kept("draft")

    with pytest.raises(InsufficientPrivilege):
        ask(store, "put_on_sale", uuid4(), "MUG", login=person)


@pytest.mark.parametrize(
    ("state", "status"), [("inactive", "inactive"), ("hidden", "hidden"), ("deleted", "deleted")]
)
def test_why_it_is_not_sold_is_said_to_whoever_scans_it(till, kept, refused, state, status):
    kept(state)

    with refused("product_not_sold") as refusal:
        till.scan("MUG")
    assert told(refusal) == {"name": "Mug", "status": status}


def test_an_order_tells_a_cashier_no_drafts_name(store, kept, refused):
    mug = kept("draft")
    lines = json.dumps([{"product": str(mug), "quantity": 1}])

    with refused("product_not_found") as refusal:
        ask(store, "order_totals", lines, "0", login="bob")
    assert "Mug" not in refusal.value.diag.message_detail
