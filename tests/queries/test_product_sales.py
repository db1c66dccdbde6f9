"""What was sold of a product of late, imported past sales among it, against sums written here."""

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from psycopg.types.json import Jsonb

from storedesk import queries
from storedesk.domain.product_sales import SALES_DAYS, ProductSales, ProductSold

pytestmark = pytest.mark.usefixtures("invariants")
NOTHING = ProductSales(dict.fromkeys(SALES_DAYS, ProductSold()), ProductSold(), None)
ZONE = "America/New_York"


@pytest.fixture
def mug(store, ordered):
    store.sql("UPDATE storedesk.store_settings SET time_zone = %s", ZONE)
    return ordered.product("MUG")


@pytest.fixture
def midnight(store):
    """Return when a day began in New York, so many before today: UTC without zone."""
    words = """
        SELECT timezone('UTC', timezone(
            %(zone)s, date_trunc('day', timezone(%(zone)s, now())) - make_interval(days => %(days)s)
        ))
    """
    with store.connect() as line:
        yield lambda days: line.execute(words, {"zone": ZONE, "days": days}).fetchone()


@pytest.fixture
def sold(ask):
    return lambda product, login="cyd": ask(
        queries.product_sales.cost_and_sales, product, login=login
    )[1]


@pytest.fixture
def bring(store):
    """Import lines of (number, code, quantity, price, when), and end the import or not."""

    def bring(*lines, ended=True):
        def call(name, *values):
            holes = ", ".join(["%s"] * (len(values) + 1))
            return store.sql(f"SELECT api.{name}({holes})", uuid4(), *values, login="cyd")

        begun = call("begin_past_import", "old.csv")["import_id"]
        keys = ("number", "code", "quantity", "price")
        rows = [dict(zip(keys, line, strict=False)) | {"sold_at": f"{line[4]:%Y-%m-%dT%H:%M:%S}"}
                for line in lines]  # fmt: skip
        call("add_past_sales", begun, Jsonb(rows))
        if ended:
            call("end_past_import", begun)

    return bring


def move(store, of_return, at):
    """Have a return taken at another time: what is written down is guarded, so past the guard."""
    words = "UPDATE storedesk.order_returns SET created_at = %s WHERE id = %s"
    with store.connect() as line, line.transaction():
        line.execute("SET LOCAL session_replication_role = replica")
        line.execute(words, [at, of_return])


def test_orders_count_on_the_stores_days_less_what_came_back(
    mug, ordered, orders, store, sold, midnight
):
    second = timedelta(seconds=1)
    for pieces, at in enumerate(
        (midnight(6), midnight(6) - second, midnight(29), midnight(89) - second, midnight(364)), 1
    ):
        order = ordered(*["MUG"] * pieces, status="shipped", at=str(at))
    back = orders.take_back(order, (orders.lines(order)[0], 2, False))
    move(store, back["return_id"], midnight(2))
    ordered("MUG", status="cancelled")
    ordered("MUG", status="pending")
    found = sold(mug)
    pieces = {days: one.pieces for days, one in found.last.items()}
    assert pieces == {7: 1 - 2, 30: 1 + 2 + 3 - 2, 90: 1 + 2 + 3 - 2, 365: 15 - 2}
    assert found.last[30].amount == Decimal("2.50") * 4
    assert found.ever == found.last[365] == ProductSold(13, Decimal("32.50"))
    assert found.last_sold == midnight(6), "a return is no sale"


def test_imported_ones_count_and_are_marked(mug, ordered, bring, sold, midnight):
    old = datetime.fromisoformat("2010-12-01 08:26")
    bring(("536365", "MUG", 6, "2.5550", old), ("C536379", "MUG", -1, "2.5550", old),
          ("1", "MUG", 2, "3.0000", midnight(3)), ("2", "CUP", 7, "1.00", midnight(3)))  # fmt: skip
    bring(("9", "MUG", 50, "1.0000", midnight(1)), ended=False)
    ordered("MUG", status="shipped", at=str(midnight(0)))
    found = sold(mug, "eve")
    assert found.last[7] == ProductSold(3, Decimal("8.50"), 2, Decimal(6))
    assert found.last[365] == found.last[7]
    assert found.ever == ProductSold(8, Decimal("21.275"), 7, Decimal("18.775"))


def test_of_what_was_never_sold_there_is_nothing(mug, ask):
    assert ask(queries.product_sales.cost_and_sales, mug) == (None, NOTHING)


def test_it_takes_one_round_trip_and_reads_the_products_lines_alone(
    mug, ordered, store, bring, midnight
):
    bring(*((str(n), "MUG", 1, "1.00", midnight(n % 300)) for n in range(400)))
    for code in ("MUG", *["CUP"] * 60):
        ordered(code, status="shipped", at=str(midnight(1)))
    with store.connect() as line, line.transaction(force_rollback=True):
        line.execute("ANALYZE")  # what other tests have left is not what the planner goes by
        line.execute("SET enable_seqscan = off")
        words = str(queries.product_sales.SALES)
        words = words.replace(":key", "%(key)s").replace(":days", "%(days)s")
        plan = line.execute(f"EXPLAIN {words}", {"key": mug, "days": list(SALES_DAYS)}).fetchall()
    for index in ("ix_past_lines_product", "idx_order_line_items_product"):
        assert any(index in row for row in plan), plan
