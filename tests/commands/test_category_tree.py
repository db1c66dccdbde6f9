"""The rules of the tree of categories, for whoever writes it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

pytestmark = pytest.mark.usefixtures("invariants")


def test_the_tree_works_out_its_depths_and_takes_its_branches_along(store, manager, add_category):
    home, kitchen, garden = add_category("Home"), None, add_category("Garden")
    kitchen = add_category("Kitchen", home)
    mugs = add_category("Mugs", kitchen)

    assert manager("SELECT api.move_category(%s, %s, NULL)", uuid4(), kitchen) == 1
    depths = "SELECT array_agg(name || depth ORDER BY name) FROM categories"
    assert store.sql(depths) == ["Garden1", "Home1", "Kitchen1", "Mugs2"]
    assert manager("SELECT api.move_category(%s, %s, %s)", uuid4(), kitchen, garden) == 2
    assert store.sql("SELECT depth FROM categories WHERE id = %s", mugs) == 3


def test_no_circle_and_no_fourth_level(store, manager, add_category, refused):
    home = add_category("Home")
    kitchen = add_category("Kitchen", home)
    mugs = add_category("Mugs", kitchen)
    move = "SELECT api.move_category(%s, %s, %s)"

    with refused("category_circle"):
        manager(move, uuid4(), home, mugs)
    with refused("category_circle"):
        manager(move, uuid4(), home, home)
    with refused("category_too_deep"):
        add_category("Blue mugs", mugs)
    with refused("category_too_deep"):
        manager(move, uuid4(), home, add_category("World"))
    with refused("category_not_found"):
        manager(move, uuid4(), mugs, uuid4())
    with refused("category_not_found"):
        manager(move, uuid4(), uuid4(), home)
    with pytest.raises(InsufficientPrivilege):
        store.sql(move, uuid4(), mugs, home, login="ada")
    assert manager(move, uuid4(), mugs, home) == 2


def test_two_moves_never_close_a_circle_together(store, add_category):
    one, two = add_category("One"), add_category("Two")
    both = Barrier(2)

    def move(way):
        with store.connect("cyd") as line:
            both.wait()
            try:
                line.execute("SELECT api.move_category(%s, %s, %s)", [uuid4(), *way])
            except psycopg.Error as error:
                return error.diag.message_primary
            return "done"

    for _ in range(5):
        with ThreadPoolExecutor(2) as threads:
            assert sorted(threads.map(move, [(one, two), (two, one)])) == [
                "category_circle",
                "done",
            ]
        store.sql(
            "UPDATE categories SET parent_category_id = NULL WHERE parent_category_id IS NOT NULL"
        )


def test_nothing_is_put_on_sale_where_nobody_would_see_it(manager, add_category, refused):
    home = add_category("Home")
    kitchen = add_category("Kitchen", home)
    mug = uuid4()
    manager(
        "INSERT INTO products (id, name, price_amount, category_id, status) "
        "VALUES (%s, 'Mug', 1, %s, 'draft')",
        mug,
        kitchen,
    )
    manager("UPDATE categories SET is_active = false WHERE id = %s", home)

    with refused("category_not_shown"):
        manager("UPDATE products SET status = 'active' WHERE id = %s", mug)

    manager("UPDATE categories SET is_active = true WHERE id = %s", home)
    manager("UPDATE products SET status = 'active' WHERE id = %s", mug)


def test_nothing_is_put_on_sale_while_its_category_is_being_hidden(store, add_category):
    home = add_category("Home")
    add = (
        "INSERT INTO products (name, price_amount, category_id, status) "
        "VALUES ('Mug', 1, %s, 'active')"
    )
    with store.connect("cyd") as one, one.transaction():
        one.execute("UPDATE categories SET is_active = false WHERE id = %s", [home])
        with store.connect("cyd") as other:
            other.execute("SET lock_timeout = '200ms'")
            with pytest.raises(psycopg.errors.LockNotAvailable):
                other.execute(add, [home])
