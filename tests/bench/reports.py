"""Sales reports of a year with margins: from the rows alone, and with the sums of past days."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial

import psycopg
from bench.big_store import BigStore
from bench.measure import Figure, at_most, compare

from storedesk import api, queries
from storedesk.domain.report_periods import Span, parts_of, window_of
from storedesk.domain.reports import Asked, Grouping
from storedesk.persistence.engine.database import Database
from storedesk.queries import day_sums

MANY = 100_000
"""So many lines take longer to add up than to ask for twice."""
SALES = (
    Grouping.CATEGORY, Grouping.PRODUCT, Grouping.VARIANT, Grouping.DAY, Grouping.WEEK,
    Grouping.MONTH, Grouping.HOUR, Grouping.PERSON, Grouping.REGISTER,
)  # fmt: skip
DAYS = 365
GOODS = """
    CREATE TEMPORARY TABLE goods AS
    SELECT id, name, price_amount, (row_number() OVER (ORDER BY id) - 1)::int AS place
    FROM public.products
"""
LINES = """
    CREATE TEMPORARY TABLE made AS
    SELECT o.n, o.id AS order_id, o.created_at, gen_random_uuid() AS id, p.id AS product_id, p.name,
           p.price_amount AS list, 1 + (o.n * 7 + o.k) %% 3 AS quantity,
           round(p.price_amount * CASE WHEN (o.n + o.k) %% 33 = 0 THEN 0.9
               WHEN (o.n + o.k) %% 3 = 1 THEN 0.8 ELSE 1 END, 2) AS price,
           (o.n + o.k) %% 33 = 0 AS is_by_hand, (o.n + o.k) %% 3 = 1 AS is_promoted,
           CASE WHEN p.place %% 3 = 0 THEN 0.05 ELSE 0.0825 END AS rate
    FROM (SELECT n, k, md5('order ' || n)::uuid AS id,
                 (n::bigint * 7919 + k * 104729) %% (SELECT count(*) FROM goods) AS place,
                 %(first)s::timestamp + n * interval '1 second' * (%(days)s * 86400.0 / %(orders)s)
                     AS created_at
          FROM generate_series(0, %(orders)s - 1) AS n, generate_series(1, 4) AS k
          WHERE k <= 1 + n %% 4) AS o
    JOIN goods AS p ON p.place = o.place
"""
PARTS = (
    """
    INSERT INTO storedesk.order_tax_lines (order_id, name, rate, base_amount, tax_amount)
    SELECT order_id, 'Tax', rate, sum(price * quantity), round(sum(price * quantity) * rate, 2)
    FROM made GROUP BY order_id, rate
    """,
    """
    INSERT INTO public.orders (id, order_number, customer_id, status, subtotal_amount,
        shipping_cost_amount, tax_amount, total_amount, shipping_street, shipping_city,
        shipping_state, shipping_postal_code, shipping_country, shipping_recipient_name,
        payment_type, created_at, updated_at)
    SELECT m.order_id, 'ORD-1998-' || lpad(m.n::text, 6, '0'), s.walk_in_customer_id, 'delivered',
           m.amount, 0, t.tax, m.amount + t.tax, '1 Road', 'Bath', 'ME', '04530', 'US', 'Walk-in',
           'cash', m.created_at, m.created_at
    FROM (SELECT n, order_id, created_at, sum(price * quantity) AS amount FROM made
          GROUP BY n, order_id, created_at) AS m
    JOIN (SELECT order_id, sum(tax_amount) AS tax FROM storedesk.order_tax_lines GROUP BY 1) AS t
      USING (order_id), storedesk.store_settings AS s
    ORDER BY m.n
    """,
    """
    INSERT INTO public.order_line_items (id, order_id, product_id, product_name, unit_price_amount,
        quantity, subtotal_amount, created_at)
    SELECT id, order_id, product_id, name, price, quantity, price * quantity, created_at
    FROM made ORDER BY n
    """,
    """
    INSERT INTO storedesk.order_line_taxes (order_line_item_id, name, rate)
    SELECT id, 'Tax', rate FROM made ORDER BY n
    """,
    """
    INSERT INTO storedesk.order_discounts (order_line_item_id, list_price_amount, reason,
        requested_by)
    SELECT m.id, m.list, 'damaged', (SELECT min(s.id::text)::uuid FROM storedesk.staff AS s)
    FROM made AS m WHERE m.is_by_hand
    """,
    """
    INSERT INTO storedesk.promotions (id, name, kind, value, digits, first_day, last_day,
        created_by)
    SELECT md5('promotion ' || n)::uuid, 'Week ' || n, 'percent', 20, 2, %(first)s,
           %(first)s::date + 400, (SELECT min(s.id::text)::uuid FROM storedesk.staff AS s)
    FROM generate_series(0, 52) AS n
    """,
    """
    INSERT INTO storedesk.order_promotions (order_line_item_id, promotion_id, name,
        usual_price_amount)
    SELECT id, md5('promotion ' || (created_at::date - %(first)s::date) / 7)::uuid, 'Week', list
    FROM made WHERE is_promoted ORDER BY n
    """,
    """
    INSERT INTO storedesk.order_returns (id, order_id, reason, refund_amount, created_at)
    SELECT order_id, order_id, 'wrong size', round(min(price) * (1 + min(rate)), 2),
           min(created_at) + interval '1 hour'
    FROM made WHERE n %% 50 = 0 GROUP BY order_id
    """,
    """
    INSERT INTO storedesk.order_return_lines (return_id, order_line_item_id, quantity, restocked,
        refund_amount)
    SELECT DISTINCT ON (m.order_id) m.order_id, m.id, 1, true, r.refund_amount
    FROM made AS m JOIN storedesk.order_returns AS r ON r.id = m.order_id
    ORDER BY m.order_id, m.price
    """,
    """
    INSERT INTO storedesk.till_sessions (id, register_id, status, opened_by, opened_at,
        opening_float_amount, closed_by, closed_at, expected_cash_amount, counted_cash_amount,
        difference_amount)
    SELECT r.id, r.id, 'closed', s.id, %(first)s, 0, s.id, %(first)s, 0, 0, 0
    FROM (SELECT id, row_number() OVER (ORDER BY code) AS n FROM storedesk.registers) AS r
    JOIN (SELECT id, row_number() OVER (ORDER BY login) AS n FROM storedesk.staff) AS s USING (n)
    """,
    """
    INSERT INTO storedesk.pos_sales (order_id, till_session_id, register_id, cashier_id, created_at)
    SELECT DISTINCT ON (m.order_id) m.order_id, h.id, h.register_id, h.opened_by, m.created_at
    FROM made AS m
    JOIN (SELECT t.*, row_number() OVER (ORDER BY t.id) - 1 AS n FROM storedesk.till_sessions AS t
          WHERE t.opened_at = %(first)s) AS h
      ON h.n = m.n %% (SELECT count(*) FROM storedesk.till_sessions WHERE opened_at = %(first)s)
    """,
    """
    INSERT INTO storedesk.order_payments (id, order_id, kind, method, amount, created_at)
    SELECT o.id, o.id, 'payment',
           CASE WHEN right(o.order_number, 1) < '6' THEN 'credit_card' ELSE 'paypal' END,
           o.total_amount, o.created_at
    FROM public.orders AS o WHERE o.order_number LIKE 'ORD-1998-%%'
    """,
    """
    INSERT INTO storedesk.product_costs (product_id, cost_amount, valid_from, source, created_by,
        created_at)
    SELECT g.id, round(g.price_amount * n / 10, 2), c.at, 'imported', s.id, c.at
    FROM goods AS g, (SELECT min(id::text)::uuid AS id FROM storedesk.staff) AS s,
         generate_series(3, 5) AS n,
         LATERAL (SELECT %(first)s::timestamp + (n - 3) * interval '100 days' AS at) AS c
    WHERE g.place %% 50 <> 0
    """,
)


def fill(store: BigStore, orders: int) -> date:
    """Put the orders of a year until yesterday into the books, past all triggers.

    Answers the first day. An order has 1 to 4 lines; taxes are added at two rates.
    """
    first = datetime.now(UTC).date() - timedelta(days=DAYS)
    with psycopg.connect(store.owner, autocommit=True) as owner:
        owner.execute("SET statement_timeout = 0")
        with owner.transaction():
            owner.execute("SET LOCAL session_replication_role = replica")
            owner.execute(GOODS)
            owner.execute("ANALYZE goods")
            owner.execute(LINES, {"first": first, "days": DAYS, "orders": orders})
            owner.execute("ANALYZE made")
            for part in PARTS:
                owner.execute(part, {"first": first})
            owner.execute("DROP TABLE made, goods")
        owner.execute("VACUUM ANALYZE")
    return first


def sum_up(database: Database) -> None:
    """Sum up all days that are over."""
    while not database.call(api.reports.sum_days())["is_done"]:
        pass


def asked(first: date, by: Grouping) -> Asked:
    """Return what a report of the year until today is asked, by UTC."""
    span = Span(first, first + timedelta(days=DAYS))
    starts = tuple(window_of(one, UTC).begins for one in parts_of(span, by.step)) if by.step else ()
    return Asked(window_of(span, UTC), by, starts, "UTC")


def figures(store: BigStore, first: date, *, lines: int, runs: int) -> Iterator[Figure]:
    """Measure reports of the year: ours with the sums of days, `bare` from the rows alone."""
    database = Database(store.dsn("boss"), pool_size=1)
    sum_up(database)
    bounds = {"bare": at_most(1)} if lines >= MANY else {}

    def ask(by: Grouping) -> object:
        with database.reading() as session:
            return queries.cost_figures.sold(session, asked=asked(first, by), currency="USD")

    def ask_rows(by: Grouping) -> object:
        kept = day_sums.cover
        day_sums.cover = lambda window, _, **how: kept(window, (), **how)
        try:
            return ask(by)
        finally:
            day_sums.cover = kept

    try:
        for by in SALES:
            assert ask(by) == ask_rows(by), by
            ours, bare = partial(ask, by), partial(ask_rows, by)
            yield compare(
                f"report_{by}", size=lines, ours=ours, bare=bare, bounds=bounds,
                runs=min(runs, 5), warm_up=1,
            )  # fmt: skip
    finally:
        database.close()
