"""What a product costs now, for those who may see it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import text

from storedesk.domain.costs import ProductCost

COST = text("""
    SELECT c.cost_amount, coalesce((
        SELECT r.rate FROM storedesk.tax_rates AS r
        WHERE r.valid_from <= CAST(timezone(s.time_zone, now()) AS date)
        AND r.tax_class_id = coalesce(
            (SELECT t.tax_class_id FROM storedesk.product_tax AS t WHERE t.product_id = p.id),
            own.tax_class_id, above.tax_class_id, top.tax_class_id,
            (SELECT d.id FROM storedesk.tax_classes AS d WHERE d.is_default)
        )
        ORDER BY r.valid_from DESC LIMIT 1
    ), 0), s.tax_mode = 'inclusive'
    FROM public.products AS p CROSS JOIN storedesk.store_settings AS s
    JOIN public.categories AS k ON k.id = p.category_id
    LEFT JOIN public.categories AS parent ON parent.id = k.parent_category_id
    LEFT JOIN storedesk.category_tax AS own ON own.category_id = k.id
    LEFT JOIN storedesk.category_tax AS above ON above.category_id = parent.id
    LEFT JOIN storedesk.category_tax AS top ON top.category_id = parent.parent_category_id
    CROSS JOIN LATERAL (
        SELECT c.cost_amount FROM storedesk.product_costs AS c
        WHERE c.product_id = p.id AND c.variant_id IS NULL
        ORDER BY c.valid_from DESC, c.seq DESC LIMIT 1
    ) AS c
    WHERE p.id = :key
""")


def product_cost(rows: Sequence[Sequence[Any]]) -> ProductCost | None:
    """Make the cost of the rows of COST."""
    return ProductCost(*rows[0]) if rows and rows[0][0] is not None else None
