"""What every command stands on: identity, answers kept, books that nobody rewrites, news."""

import json
from uuid import uuid4

import pytest
from psycopg.errors import InsufficientPrivilege

from tests.tills import charged

NOW = "localtimestamp - interval '1 minute'"


@pytest.mark.parametrize(
    ("change", "table"),
    [
        (change, table)
        for table in ("storedesk.audit_event", "inventory_audit_log")
        for change in ("UPDATE {} SET created_at = now()", "DELETE FROM {}", "TRUNCATE {} CASCADE")
    ],
)
def test_the_books_are_only_ever_added_to(store, add_product, refused, change, table):
    mug = add_product("Mug")
    store.sql("UPDATE products SET price_amount = 9 WHERE id = %s", mug)

    with store.connect() as connection, refused("append_only") as refusal:
        connection.execute(f'SET ROLE "{store.name}_owner"')
        connection.execute(change.format(table))
    assert refusal.value.sqlstate == "SD001"


def test_nobody_looks_into_core(store):
    for login in ("ada", "bob", "cyd", "dee", "eve", "wes", "max"):
        for call in ("core.now()", "core.me()", "core.as_of(NULL, NULL)", "core.append_only()"):
            with pytest.raises(InsufficientPrivilege):
                store.sql(f"SELECT {call}", login=login)


def test_an_upgrade_puts_the_commands_in_anew(store, add_product):
    mug = add_product("Mug", on_hand=10)
    from storedesk.persistence.schema.migrations import upgrade  # noqa: PLC0415

    upgrade(store.dsn())

    call = "SELECT api.adjust_stock(%s, %s, NULL, -3, 'broken')"
    assert store.sql(call, uuid4(), mug, login="ada") == 7


def test_a_form_is_counted_and_dated_by_the_server(store, add_product):
    mug = add_product("Mug")

    store.sql("UPDATE products SET name = 'Jug', version = 70 WHERE id = %s", mug, login="cyd")

    assert store.sql("SELECT version FROM products") == 2
    assert store.sql(f"SELECT created_at <= updated_at AND updated_at > {NOW} FROM products")
    assert store.sql("SELECT updated_by FROM products") == store.staff_id("cyd")


def test_history_may_lie_in_the_past_but_only_for_the_owner(store, add_product):
    mug = add_product("Mug")

    with store.connect() as connection, connection.transaction():
        connection.execute("SELECT core.as_of(%s, '2020-02-29 12:00')", [store.staff_id("ada")])
        connection.execute(
            "INSERT INTO products (name, price_amount, category_id) "
            "SELECT 'Old jug', 1, category_id FROM products WHERE id = %s",
            [mug],
        )
    with store.connect("cyd") as connection:
        connection.execute("SET storedesk.instant = '2020-02-29 12:00'")
        connection.execute("UPDATE products SET name = 'New mug' WHERE id = %s", [mug])

    stamps = "SELECT array[created_at, updated_at]::text FROM products WHERE name = 'Old jug'"
    assert store.sql(stamps) == '{"2020-02-29 12:00:00","2020-02-29 12:00:00"}'
    assert store.sql("SELECT created_by FROM products WHERE name = 'Old jug'") == store.staff_id(
        "ada"
    )
    assert store.sql(f"SELECT updated_at > {NOW} FROM products WHERE id = %s", mug)


def test_a_change_of_a_row_from_the_past_is_never_before_its_making(store, add_product):
    mug = add_product("Mug")

    with store.connect() as connection, connection.transaction():
        connection.execute("SELECT core.as_of(NULL, '2020-02-29 12:00')")
        connection.execute("UPDATE products SET name = 'Jug' WHERE id = %s", [mug])

    assert store.sql("SELECT created_at = updated_at FROM products")


def news_of(store, action, login=None, seconds=0.3):
    """Return what is told when an action is done."""
    with store.connect("bob") as connection:
        connection.execute("LISTEN storedesk")
        with store.connect(login) as other, other.transaction():
            action(other)
        return [json.loads(told.payload) for told in connection.notifies(timeout=seconds)]


def test_news_names_up_to_fifty_rows_and_then_none(store, add_product):
    products = [add_product(f"Product {n}", on_hand=0) for n in range(51)]
    rename = "UPDATE products SET name = name || '!' WHERE id = ANY (%s)"

    few = news_of(store, lambda line: line.execute(rename, [products[:50]]))
    many = news_of(store, lambda line: line.execute(rename, [products]))
    none = news_of(store, lambda line: line.execute(rename, [[]]))

    [told] = few
    assert {table: sorted(ids) for table, ids in told["t"].items()} == {
        "products": sorted(str(product) for product in products[:50])
    }
    assert many == [{"t": {"products": None}}]
    assert none == []


def test_a_transaction_is_told_once_with_all_that_it_has_changed(store, add_product):
    mug, jug = add_product("Mug"), add_product("Jug")

    def both(line):
        with line.transaction():
            for product in (mug, jug, mug):
                line.execute("UPDATE products SET name = name || '!' WHERE id = %s", [product])
            line.execute("UPDATE storedesk.store_settings SET name = 'X'")

    [told] = news_of(store, both)

    assert set(told) == {"t"}
    assert sorted(told["t"]["products"]) == sorted([str(mug), str(jug)])
    assert told["t"]["store_settings"] is None


@pytest.mark.parametrize(("more", "is_named"), [(25, True), (26, False)])
def test_fifty_rows_of_several_statements_are_named_and_more_are_not(
    store, add_product, more, is_named
):
    products = [add_product(f"Product {n}", on_hand=0) for n in range(25 + more)]

    def in_two(line):
        with line.transaction():
            for part in (products[:25], products[25:]):
                words = "UPDATE products SET name = name || '!' WHERE id = ANY (%s)"
                line.execute(words, [part])

    [told] = news_of(store, in_two)
    assert (told["t"]["products"] is not None) == is_named
    assert not is_named or sorted(told["t"]["products"]) == sorted(map(str, products))


def test_more_than_a_message_holds_is_told_without_ids(store, add_product):
    products = [add_product(f"Product {n}", on_hand=1) for n in range(50)]
    tables = ("product_barcodes", "product_images", "product_variants", "inventory")

    def much(line):
        with line.transaction():
            line.execute("UPDATE products SET name = name || '!'")
            line.execute("UPDATE inventory SET updated_at = updated_at")
            words = "SELECT core.add_news(%s, %s)"
            for table in tables:
                line.execute(words, [table, products])

    [told] = news_of(store, much)
    assert told["t"] == dict.fromkeys(["products", *tables])


def test_what_is_done_with_a_sale_is_told_to_its_register_alone(store, till, goods):
    goods("MUG")
    mine = str(till.register)
    till.scan("MUG")
    for done in (
        lambda _: till.scan("MUG"),
        lambda _: till.quote(),
        lambda _: till.call("release_quote", till.order),
    ):
        [told] = news_of(store, done)
        assert told["r"] == mine
        assert set(told["t"]) <= {"carts", "till_carts"}


def test_parked_recalled_discarded_and_paid_sales_are_told_to_all(store, till, goods):
    mug = goods("MUG")
    till.scan("MUG")
    for done in (
        lambda _: till.call("park", till.order, "blue hat"),
        lambda _: till.call("recall", till.order, till.register),
        lambda _: till.call("discard_sale", till.order),
    ):
        [told] = news_of(store, done)
        assert "r" not in told
        assert told["t"]["till_carts"] == [str(till.order)]

    till.order = uuid4()
    till.scan("MUG")
    till.quote()
    [told] = news_of(store, lambda _: till.pay())
    assert told == {"t": {"orders": [str(till.order)], "inventory": [str(mug)]}}


def test_news_of_a_part_names_the_whole(store, add_product):
    mug = add_product("Mug")
    add = (
        "INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES ('4006381333931', %s)"
    )

    told = news_of(store, lambda line: line.execute(add, [mug]), login="cyd")

    assert told == [{"t": {"product_barcodes": [str(mug)], "products": [str(mug)]}}]


def test_news_of_a_command_names_the_order_and_its_email(store, orders, goods):
    order = orders.placed((goods("MUG"), 1))

    told = news_of(store, lambda _: orders.step("confirm_order", order, [charged("2.50")]))

    mails = [str(row[0]) for row in store.rows("SELECT id FROM email_queue")]
    assert told == [{"t": {"orders": [str(order)], "email_queue": mails}}]


def test_news_of_settings_names_nothing(store):
    told = news_of(
        store, lambda line: line.execute("UPDATE storedesk.store_settings SET name = 'X'"), "dee"
    )

    assert told == [{"t": {"store_settings": None}}]


def test_nothing_is_told_of_what_is_taken_back(store, add_product):
    mug = add_product("Mug")

    def half(line):
        with line.transaction(force_rollback=True):
            line.execute("UPDATE products SET name = 'Jug' WHERE id = %s", [mug])

    assert news_of(store, half) == []


def test_a_command_waits_for_the_disk_whatever_its_caller_has_set(store, add_product):
    mug = add_product("Mug")
    with store.connect("ada") as connection, connection.transaction():
        connection.execute("SET synchronous_commit = off")
        connection.execute(
            "SELECT api.adjust_stock(gen_random_uuid(), %s, NULL, -1, 'broken')", [mug]
        )

        assert connection.execute("SHOW synchronous_commit").fetchone() == "on"
