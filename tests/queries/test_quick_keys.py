"""What a till offers for one touch: on sale, the most sold first, then by name."""

from storedesk import queries


def names(ask, **wanted):
    return [one.name for one in ask(queries.quick_keys.board, login="bob", **wanted).lines]


def test_what_sold_most_comes_first_and_the_rest_by_name(ask, orders, add_product):
    add_product("Axe")
    add_product("Bowl")
    cup, dish = add_product("Cup", on_hand=99), add_product("Dish", on_hand=99)
    orders.placed((cup, 2), (dish, 4))
    orders.placed((dish, 1))
    orders.placed_ago(40, (cup, 9))
    orders.step("cancel_order", orders.placed((cup, 8)), "no longer wanted")
    assert names(ask) == ["Dish", "Cup", "Axe", "Bowl"]
    assert names(ask, limit=3) == ["Dish", "Cup", "Axe"]
    assert names(ask, limit=1) == ["Dish"]


def test_only_what_is_on_sale_and_in_the_category(ask, orders, store, add_product):
    add_product("Axe")
    bowl, cup = add_product("Bowl"), add_product("Cup", on_hand=99)
    orders.placed((bowl, 9), (cup, 1))
    store.sql("UPDATE products SET status = 'inactive' WHERE id = %s", bowl)
    assert names(ask) == ["Cup", "Axe"]
    other = store.sql("INSERT INTO categories (name) VALUES ('Other') RETURNING id")
    assert names(ask, category_id=other) == []
    store.sql("UPDATE products SET category_id = %s WHERE name = 'Axe'", other)
    assert names(ask, category_id=other) == ["Axe"]


def test_a_board_that_the_shop_has_arranged_is_that_and_no_more(ask, store, orders, add_product):
    add_product("Axe")
    bowl, cup = add_product("Bowl"), add_product("Cup", on_hand=99)
    orders.placed((cup, 9))
    arrange = "SELECT api.arrange_quick_keys(gen_random_uuid(), %s, %s, %s)"
    store.sql(arrange, None, [bowl, cup], [], login="cyd")

    assert names(ask) == ["Bowl", "Cup"]
    assert names(ask, limit=1) == ["Bowl", "Cup"]
    things = store.sql("SELECT category_id FROM products WHERE id = %s", cup)
    assert names(ask, category_id=things) == ["Cup", "Axe", "Bowl"]

    store.sql("UPDATE products SET status = 'inactive' WHERE id = %s", bowl)
    assert names(ask) == ["Cup"]
    told = ask(queries.quick_keys.board, login="cyd")
    assert [one.name for one in told.lines] == ["Cup"]
    assert (told.arranged, told.resting) == ((bowl, cup), (bowl,))

    store.sql("SELECT api.delete_product(gen_random_uuid(), %s)", bowl, login="cyd")
    told = ask(queries.quick_keys.board, login="cyd")
    assert (told.arranged, told.resting) == ((bowl, cup), ())
