"""What was sold of one product of late, imported past sales among it, and what it costs."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from storedesk.domain.costs import ProductCost
from storedesk.domain.product_sales import SALES_DAYS, ProductSales, ProductSold
from storedesk.persistence.engine.together import TextPart, together
from storedesk.queries.product_costs import COST, product_cost

SALES = text("""
    WITH moved AS (
        SELECT o.created_at AS at, l.quantity AS pieces, l.subtotal_amount AS amount,
            false AS is_past
        FROM public.order_line_items AS l JOIN public.orders AS o ON o.id = l.order_id
        WHERE l.product_id = :key AND o.status NOT IN ('pending', 'cancelled')
        UNION ALL
        SELECT r.created_at, -b.quantity, -b.quantity * l.unit_price_amount, false
        FROM public.order_line_items AS l
        JOIN storedesk.order_return_lines AS b ON b.order_line_item_id = l.id
        JOIN storedesk.order_returns AS r ON r.id = b.return_id
        WHERE l.product_id = :key
        UNION ALL
        SELECT o.placed_at, l.quantity, l.quantity * l.unit_price, true
        FROM storedesk.past_lines AS l
        JOIN storedesk.past_orders AS o ON o.id = l.past_order_id
        JOIN storedesk.past_imports AS i ON i.id = o.past_import_id AND i.ended_at IS NOT NULL
        WHERE l.product_id = :key
    ), begun AS (
        SELECT array_agg(timezone('UTC', timezone(s.time_zone,
            date_trunc('day', timezone(s.time_zone, now())) - make_interval(days => d.days - 1)
        )) ORDER BY d.days DESC) AS days
        FROM storedesk.store_settings AS s, unnest(CAST(:days AS int[])) AS d (days)
    )
    SELECT width_bucket(m.at, b.days), sum(m.pieces), sum(m.amount),
        coalesce(sum(m.pieces) FILTER (WHERE m.is_past), 0),
        coalesce(sum(m.amount) FILTER (WHERE m.is_past), 0),
        max(m.at) FILTER (WHERE m.pieces > 0)
    FROM moved AS m CROSS JOIN begun AS b GROUP BY 1
""")
"""By how many of the days a sale or a return is not older than: 0 is before all of them."""
SALES_PART = TextPart(SALES, days=list(SALES_DAYS))
"""What was sold of the product `key`."""


def cost_and_sales(session: Session, product_id: UUID) -> tuple[ProductCost | None, ProductSales]:
    """Return what a piece of a product costs, None where nobody knows, and what was sold of it.

    An order counts when it was placed, once it is paid, unless it was canceled; a return when it
    was taken. One round trip.
    """
    costs, sold = together(session, TextPart(COST), SALES_PART, key=product_id)
    return product_cost(costs), product_sales(sold)


def product_sales(rows: Sequence[Sequence[Any]]) -> ProductSales:
    """Make the sales of the rows of SALES_PART: they are added up from the newest to the oldest."""
    found = {at: ProductSold(int(pieces), amount, int(past), past_amount)
             for at, pieces, amount, past, past_amount, _ in rows}  # fmt: skip
    last, so_far = {}, ProductSold()
    for at, days in zip(range(len(SALES_DAYS), 0, -1), SALES_DAYS, strict=True):
        so_far += found.get(at, ProductSold())
        last[days] = so_far
    dates = [row[-1] for row in rows if row[-1] is not None]
    return ProductSales(last, so_far + found.get(0, ProductSold()), max(dates, default=None))
