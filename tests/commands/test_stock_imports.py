"""Stock of known products that an import sets, a batch at a time."""

from uuid import uuid4

import pytest
from psycopg.errors import InsufficientPrivilege

pytestmark = pytest.mark.usefixtures("invariants")

LEDGER = """
    SELECT previous_value, new_value, adjustment, reason, operation_type, user_id, order_id
    FROM inventory_audit_log WHERE product_id = %s ORDER BY seq
"""
LEFT = "SELECT product_id, trouble FROM storedesk.stock_import_lines WHERE trouble IS NOT NULL"
ON_HAND = "SELECT stock_level FROM inventory WHERE product_id = %s"


@pytest.fixture
def begin(store):
    """Begin an import as Cyd: {product: (seen, level)}."""

    def begin(counts, files="goods.csv", request=None, login="cyd", reason="counted, imported"):
        lists = (
            list(counts),
            [seen for seen, _ in counts.values()],
            [to for _, to in counts.values()],
        )
        words = "SELECT api.begin_stock_import(%s, %s, %s::uuid[], %s::int[], %s::int[], %s)"
        return store.sql(words, request or uuid4(), files, *lists, reason, login=login)

    return begin


@pytest.fixture
def proceed(store):
    def proceed(begun, most=500, request=None, login="cyd"):
        words = "SELECT api.set_imported_stock(%s, %s, %s)"
        return store.sql(words, request or uuid4(), begun["import_id"], most, login=login)

    return proceed


@pytest.fixture
def end(store):
    def end(begun, request=None, login="cyd"):
        words = "SELECT api.end_stock_import(%s, %s)"
        return store.sql(words, request or uuid4(), begun["import_id"], login=login)

    return end


@pytest.fixture
def adjust(store):
    words = "SELECT api.adjust_stock(%s, %s, NULL, %s, 'moved')"
    return lambda product, by: store.sql(words, uuid4(), product, by, login="ada")


def test_the_ledger_says_the_same_as_of_one_product_at_a_time(store, add_product, begin, proceed):
    one, other = add_product("Mug", on_hand=5), add_product("Cup", on_hand=5)
    words = "SELECT api.set_stock(%s, %s, NULL, 5, 8, ' counted, imported ')"
    store.sql(words, uuid4(), one, login="cyd")

    begun = begin({other: (5, 8)}, reason=" counted, imported ")
    assert store.sql(ON_HAND, other) == 5  # begun, and nothing is moved
    assert proceed(begun) == {"set": 1, "waiting": 0}

    assert store.rows(LEDGER, other) == store.rows(LEDGER, one)
    assert store.rows(LEDGER, other)[-1][3:6] == ("counted, imported", "set", store.staff_id("cyd"))


def test_batches_set_everything_once_in_the_order_in_which_tills_hold_products(
    store, add_product, begin, proceed, end
):
    goods = [add_product(f"Cup {n}", on_hand=n) for n in range(5)]
    begun = begin({product: (n, n + 10) for n, product in enumerate(goods)})
    order = "SELECT array_agg(product_id ORDER BY seq) FROM inventory_audit_log WHERE reason = %s"

    assert begun["waiting"] == 5
    assert [proceed(begun, 2) for _ in range(4)] == [
        {"set": 2, "waiting": 3},
        {"set": 2, "waiting": 1},
        {"set": 1, "waiting": 0},
        {"set": 0, "waiting": 0},
    ]
    assert store.sql(order, "counted, imported") == sorted(goods)
    assert end(begun) == 0
    assert store.sql("SELECT count(*) FROM storedesk.stock_imports") == 0


def test_a_batch_that_is_sent_again_is_set_once(add_product, begin, proceed, end, refused):
    goods = [add_product(f"Cup {n}", on_hand=n) for n in range(3)]
    counts = {product: (n, n + 10) for n, product in enumerate(goods)}
    first, second, last = uuid4(), uuid4(), uuid4()

    begun = begin(counts, request=first)
    assert begin(counts, request=first) == begun
    for _ in range(2):
        assert proceed(begun, 2, request=second) == {"set": 2, "waiting": 1}
    proceed(begun)
    for _ in range(2):
        assert end(begun, request=last) == 0
    with refused("request_reused"):
        proceed(begun, 3, request=second)


def test_what_cannot_be_set_is_left_and_kept_for_the_list(
    store, goods, orders, add_product, adjust, begin, proceed, end
):
    names = ("Sold", "Gone", "There", "Good")
    sold, gone, there, good = (add_product(name, on_hand=9) for name in names)
    begun = begin(dict.fromkeys((sold, gone, there, good), (9, 2)))
    adjust(sold, -1)
    adjust(there, -7)  # somebody else has put it to the very number
    store.sql("UPDATE products SET is_deleted = true WHERE id = %s", gone)
    mug = goods("MUG", on_hand=9)
    orders.placed((mug, 3))
    other = begin({mug: (9, 2)}, files="other.csv")

    assert proceed(begun) == {"set": 1, "waiting": 0}
    assert proceed(other) == {"set": 0, "waiting": 0}

    assert sorted(store.rows(LEFT), key=str) == sorted(
        [(sold, "moved"), (gone, "deleted"), (mug, "promised")], key=str
    )
    assert [store.sql(ON_HAND, one) for one in (sold, gone, there, good, mug)] == [8, 9, 2, 2, 9]
    assert (end(begun), end(other)) == (2, 1)
    assert store.sql("SELECT count(*) FROM storedesk.stock_import_lines") == 0


def test_the_same_files_go_on_where_they_were_interrupted(
    store, add_product, adjust, begin, proceed, end
):
    goods = sorted(add_product(f"Cup {n}", on_hand=5) for n in range(3))
    counts = dict.fromkeys(goods, (5, 8))
    begun = begin(counts)
    proceed(begun, 2)
    adjust(goods[0], -1)  # sold after it was set

    again = begin({goods[0]: (7, 8), goods[2]: (5, 8)})
    assert again == {"import_id": begun["import_id"], "waiting": 1}
    assert proceed(again) == {"set": 1, "waiting": 0}
    assert [store.sql(ON_HAND, one) for one in goods] == [7, 8, 8]
    end(again)
    assert begin({}) is None
    assert begin({goods[1]: (8, 8)}) is None
    assert begin({goods[0]: (7, 8)})["import_id"] != begun["import_id"]


def test_other_files_and_those_of_the_day_before_begin_anew(store, add_product, begin, proceed):
    mug = add_product("Mug", on_hand=5)
    begun = begin({mug: (5, 8)})

    assert begin({mug: (5, 9)}, files="other.csv")["import_id"] != begun["import_id"]
    age = "UPDATE storedesk.stock_imports SET begun_at = begun_at - %s::interval"
    store.sql(age, "23 hours 59 minutes")
    assert begin({mug: (5, 9)})["import_id"] == begun["import_id"]
    store.sql(age, "2 minutes")
    anew = begin({mug: (5, 9)})
    assert anew["import_id"] != begun["import_id"]
    assert proceed(anew) == {"set": 1, "waiting": 0}
    assert store.sql(ON_HAND, mug) == 9


def test_only_a_manager_may(add_product, begin, proceed, end):
    mug = add_product("Mug", on_hand=5)
    begun = begin({mug: (5, 8)})

    for login in ("bob", "ada"):
        with pytest.raises(InsufficientPrivilege):
            begin({mug: (5, 8)}, login=login)
        with pytest.raises(InsufficientPrivilege):
            proceed(begun, login=login)
        with pytest.raises(InsufficientPrivilege):
            end(begun, login=login)


def test_what_makes_no_sense_is_refused(store, add_product, begin, proceed, end, refused):
    mug = add_product("Mug", on_hand=5)
    words = "SELECT api.begin_stock_import(%s, 'f', %s, %s, %s, 'counted')"
    for lists in (([mug], [5, 6], [7]), ([mug], [5], [None]), ([mug, mug], [5, 5], [7, 8])):
        with refused("lists_differ"):
            store.sql(words, uuid4(), *lists, login="cyd")
    for level in (-1, 10_000_001):
        with refused("bad_quantity"):
            begin({mug: (5, level)})
    with refused("reason_missing"):
        begin({mug: (5, 8)}, reason=" ")
    with refused("reason_takes"):
        begin({mug: (5, 8)}, reason="damaged")
    assert store.sql("SELECT count(*) FROM storedesk.stock_imports") == 0

    begun = begin({mug: (5, 10_000_000)})
    for most in (0, 1_001):
        with refused("bad_quantity"):
            proceed(begun, most)
    with refused("stock_import_unfinished"):
        end(begun)
    proceed(begun, 1_000)
    end(begun)
    with refused("stock_import_over"):
        proceed(begun)
    with refused("stock_import_over"):
        end(begun)


def test_what_nobody_goes_on_with_is_cleared_away(store, add_product, begin):
    begin({add_product("Mug", on_hand=5): (5, 8)})
    age = "UPDATE storedesk.stock_imports SET begun_at = begun_at - %s::interval"
    counted = "SELECT count(*) FROM storedesk.stock_import_lines"

    store.sql(age, "89 days")
    store.sql("SELECT core.purge(core.now())")
    assert store.sql(counted) == 1
    store.sql(age, "2 days")
    store.sql("SELECT core.purge(core.now())")
    assert store.sql(counted) == 0
