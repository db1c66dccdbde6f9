"""What was in stock at the end of a period, what that was worth, and what of it did not sell.

Stock is counted back from what there is by the ledger, and prices by the audit trail, both to the
last instant of the period: an invariant says that the ledger comes to the stock there is.
"""

from functools import cache

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

from storedesk.domain.report_figures import StockFigures
from storedesk.domain.reports import Asked, Grouping, Reported
from storedesk.persistence.engine.together import TextPart, together
from storedesk.queries import report_sql as sql
from storedesk.queries.cost_figures import NEWEST_COSTS

PRODUCTS = f"""
    SELECT g.id, g.name, g.category_id, i.stock_level - coalesce(m.moved, 0) AS pieces,
        coalesce(a.price, g.price_amount) AS price, s.sold, k.cost_amount AS cost
    FROM public.products AS g JOIN public.inventory AS i ON i.product_id = g.id
    LEFT JOIN (
        SELECT m.product_id, sum(m.adjustment) AS moved FROM public.inventory_audit_log AS m
        WHERE m.created_at >= :ends AND m.operation_type IN ('set', 'adjust', 'deduct', 'restock')
        GROUP BY 1
    ) AS m ON m.product_id = g.id
    LEFT JOIN (
        SELECT DISTINCT ON (a.entity_id) a.entity_id, CAST(a.old ->> 'price' AS numeric) AS price
        FROM storedesk.audit_event AS a
        WHERE a.created_at >= :ends AND a.entity = 'product' AND a.action = 'price'
        ORDER BY a.entity_id, a.id
    ) AS a ON a.entity_id = g.id
    LEFT JOIN (
        SELECT l.product_id, sum(l.quantity) AS sold
        FROM public.orders AS o JOIN public.order_line_items AS l ON l.order_id = o.id
        WHERE {sql.SOLD} GROUP BY 1
    ) AS s ON s.product_id = g.id
    LEFT JOIN ({NEWEST_COSTS}) AS k ON k.product_id = g.id
"""  # noqa: S608 - our own words
SUMS = "count(*), sum(x.pieces), sum(x.pieces * x.price), coalesce(sum(x.sold), 0)"
COSTS = (
    "coalesce(sum(x.pieces * x.cost), 0), coalesce(sum(x.pieces) FILTER (WHERE x.cost IS NULL), 0)"
)
COST = "coalesce(x.pieces * x.cost, 0), CASE WHEN x.cost IS NULL THEN x.pieces ELSE 0 END"
BY_CATEGORY = f"""
    SELECT c.id, c.name, {SUMS}, CAST(NULL AS timestamp), {COSTS}
    FROM ({PRODUCTS}) AS x JOIN public.categories AS c ON c.id = x.category_id
    WHERE x.pieces <> 0 GROUP BY 1
"""  # noqa: S608 - our own words
BY_PRODUCT = f"""
    SELECT x.id, x.name, 1, x.pieces, x.pieces * x.price, coalesce(x.sold, 0),
        CAST(NULL AS timestamp), {COST}
    FROM ({PRODUCTS}) AS x WHERE x.pieces <> 0
"""  # noqa: S608 - our own words
UNSOLD = f"""
    SELECT x.id, x.name, 1, x.pieces, x.pieces * x.price, 0, greatest((
        SELECT max(o.created_at) FROM public.order_line_items AS l
        JOIN public.orders AS o ON o.id = l.order_id
        WHERE l.product_id = x.id AND o.created_at < :begins
        AND o.status NOT IN ('pending', 'cancelled')
    ), (
        SELECT max(l.sold_at) FROM storedesk.past_lines AS l
        JOIN storedesk.past_orders AS o ON o.id = l.past_order_id
        JOIN storedesk.past_imports AS i ON i.id = o.past_import_id AND i.ended_at IS NOT NULL
        WHERE l.product_id = x.id AND l.quantity > 0 AND l.sold_at < :begins
    )), {COST}
    FROM ({PRODUCTS}) AS x
    WHERE x.pieces > 0 AND x.sold IS NULL AND NOT EXISTS (
        SELECT FROM storedesk.past_lines AS l
        JOIN storedesk.past_orders AS o ON o.id = l.past_order_id
        JOIN storedesk.past_imports AS i ON i.id = o.past_import_id AND i.ended_at IS NOT NULL
        WHERE l.product_id = x.id AND l.quantity > 0
        AND l.sold_at >= :begins AND l.sold_at < :ends
    )
"""  # noqa: S608 - our own words
STATEMENTS = {
    Grouping.CATEGORY: BY_CATEGORY, Grouping.PRODUCT: BY_PRODUCT, Grouping.UNSOLD: UNSOLD,
}  # fmt: skip


def in_stock(session: Session, *, asked: Asked, currency: str) -> Reported[StockFigures]:
    """Return what was in stock when a window ended, by category, product, or what did not sell.

    What did not sell was in stock then, and no piece of it was sold in the window, imported past
    sales included. Value is by the product's price of that moment, as prices are written; cost is
    by what it cost on that day.
    """
    del currency  # nothing is rounded
    parts = [TextPart(sql.ROOM), TextPart(_statement(asked.by))]
    [_, found] = together(session, *parts, **sql.given(asked))
    rows, names = {}, {}
    for key, name, products, pieces, value, sold, last, cost, uncosted in found:
        names[str(key)] = name
        rows[str(key)] = StockFigures(
            products, int(pieces), value, int(sold), last, cost, int(uncosted)
        )
    return Reported(sum(rows.values(), StockFigures()), rows, names)


def of_row(by: Grouping, key: str) -> TextClause:
    """Return the statement for the orders in the window that have what a row is of."""
    return sql.of_row(Grouping.PRODUCT if by is Grouping.UNSOLD else by, key)


@cache
def _statement(by: Grouping) -> TextClause:
    return text(STATEMENTS[by])
