"""Past sales are added to one import, count once it has ended, and go as one."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import psycopg
import pytest
from psycopg.types.json import Jsonb

pytestmark = pytest.mark.usefixtures("invariants")

LINES = """
    SELECT o.number, l.code, l.quantity, l.unit_price::text, p.name
    FROM storedesk.past_lines AS l JOIN storedesk.past_orders AS o ON o.id = l.past_order_id
    LEFT JOIN products AS p ON p.id = l.product_id ORDER BY l.id
"""


def line(number, code, quantity=1, price="2.50", at="2011-01-04T10:00:00", **more):
    return {
        "number": number, "code": code, "quantity": quantity, "price": price, "sold_at": at, **more
    }  # fmt: skip


@pytest.fixture
def call(store):
    def call(name, *values, login="cyd", request=None):
        holes = ", ".join(["%s"] * (len(values) + 1))
        words = f"SELECT api.{name}({holes})"
        given = [Jsonb(one) if isinstance(one, list) else one for one in values]
        return store.sql(words, request or uuid4(), *given, login=login)

    return call


@pytest.fixture
def begun(call):
    return call("begin_past_import", "2011-01.csv")["import_id"]


def test_lines_are_of_the_products_that_have_their_codes(call, begun, goods, store):
    goods("MUG-1", name="Enamel mug")
    lines = [line("536365", "mug-1", 6), line("C536379", "D", -1, "27.50"), line("536365", "POST")]
    assert call("add_past_sales", begun, lines) == 3
    assert call("end_past_import", begun) == {
        "orders": 2, "lines": 3, "matched": 1, "amount": "-10.0000",
    }  # fmt: skip
    assert store.rows(LINES) == [
        ("536365", "mug-1", 6, "2.5000", "Enamel mug"),
        ("C536379", "D", -1, "27.5000", None),
        ("536365", "POST", 1, "2.5000", None),
    ]


def test_an_order_of_several_calls_is_one_from_its_first_line(call, begun, store):
    call("add_past_sales", begun, [line("7", "A", at="2011-01-04T10:01:00")])
    call("add_past_sales", begun, [line("7", "B", at="2011-01-04T10:00:00")])
    placed = "SELECT number, placed_at::text FROM storedesk.past_orders"
    assert store.rows(placed) == [("7", "2011-01-04 10:00:00")]


@pytest.mark.parametrize(
    ("code", "written"), [("MUG-1", "mug-1"), ("0012345678905", "012345678905")]
)
def test_a_line_is_matched_when_its_product_comes_later(call, begun, goods, store, code, written):
    call("add_past_sales", begun, [line("7", written), line("7", "OTHER")])
    goods(code, name="Enamel mug")
    assert [row[-1] for row in store.rows(LINES)] == ["Enamel mug", None]


def test_a_number_that_another_import_brought_is_refused_whole(call, begun, store):
    call("add_past_sales", begun, [line("7", "A")])
    call("end_past_import", begun)
    second = call("begin_past_import", "again.csv")["import_id"]
    with pytest.raises(psycopg.Error, match="past_order_known"):
        call("add_past_sales", second, [line("8", "A"), line("7", "A")])
    assert len(store.rows(LINES)) == 1


def test_an_import_that_has_ended_takes_no_more(call, begun):
    call("end_past_import", begun)
    for name, values in (("add_past_sales", [[line("7", "A")]]), ("end_past_import", [])):
        with pytest.raises(psycopg.Error, match="past_import_over"):
            call(name, begun, *values)


def test_one_undo_takes_all_of_it_away(call, begun, store):
    call("add_past_sales", begun, [line("7", "A"), line("8", "B")])
    call("end_past_import", begun)
    other = call("begin_past_import", "other.csv")["import_id"]
    call("add_past_sales", other, [line("9", "C")])
    assert call("undo_past_import", begun) == 2
    assert [row[0] for row in store.rows(LINES)] == ["9"]
    with pytest.raises(psycopg.Error, match="past_import_not_found"):
        call("undo_past_import", begun)


def test_of_two_who_undo_at_once_one_does(call, begun, store, until_someone_waits):
    call("add_past_sales", begun, [line("7", "A")])
    call("end_past_import", begun)
    with ThreadPoolExecutor(1) as pool, store.connect("cyd") as other:
        with other.transaction():
            other.execute("SELECT api.undo_past_import(%s, %s)", [uuid4(), begun])
            second = pool.submit(call, "undo_past_import", begun)
            until_someone_waits()
        with pytest.raises(psycopg.Error, match="past_import_not_found"):
            second.result()


@pytest.mark.parametrize("login", ["bob", "ada", "dee", "eve"])
def test_only_managers_bring_past_sales(call, login):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        call("begin_past_import", "x.csv", login=login)


@pytest.mark.parametrize(
    "wrong",
    [
        line("7", "A", 0), line("7", "A", price="-1"), line("7", "A", -1, "0"),
        line("7", "A", at="infinity"), line("7", "A", price="NaN"), line(" ", "A"), line("7", ""),
        line("7", "A", 2_000_000), line("7", "A", at="1850-01-01"),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_no_sale_is_no_row(call, begun, store, wrong):
    with pytest.raises(psycopg.Error):
        call("add_past_sales", begun, [line("1", "A"), wrong])
    assert store.rows(LINES) == []


def test_past_sales_move_nothing(call, begun, goods, store):
    goods("MUG", on_hand=3)
    call("add_past_sales", begun, [line("7", "MUG", 100)])
    call("end_past_import", begun)
    assert store.sql("SELECT stock_level FROM inventory") == 3
    counts = "SELECT (SELECT count(*) FROM orders) + (SELECT count(*) FROM email_queue)"
    assert store.sql(counts) == 0
