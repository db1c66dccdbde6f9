"""Promotions as they are listed, and what one would do."""

from collections import defaultdict
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Numeric, Text, Uuid, bindparam, text
from sqlalchemy.orm import Session

from storedesk.domain.promotions import (
    ItemKind,
    PromotedProduct,
    Promotion,
    PromotionItem,
    PromotionKind,
    PromotionPreview,
    PromotionState,
)
from storedesk.domain.values.folding import sort_key
from storedesk.domain.values.money import Money, decimals

KEPT = 200
"""So many promotions are listed, the newest first."""
FIRST = 6
"""So many products are named in a preview."""
LISTED = text("""
    WITH p AS (
        SELECT p.*, CASE WHEN p.ended_at IS NOT NULL OR p.last_day < d.today THEN 'past'
                         WHEN p.first_day > d.today THEN 'coming' ELSE 'running' END AS state
        FROM storedesk.promotions AS p CROSS JOIN (
            SELECT (clock_timestamp() AT TIME ZONE s.time_zone)::date AS today
            FROM storedesk.store_settings AS s
        ) AS d
        ORDER BY p.last_day DESC, p.created_at DESC, p.id LIMIT :most
    )
    SELECT p.id, p.name, p.kind, p.value, p.first_day, p.last_day, p.ended_at, p.version, p.state,
           CASE WHEN i.category_id IS NOT NULL THEN 'category'
                WHEN i.product_id IS NOT NULL THEN 'product' ELSE 'variant' END AS item_kind,
           i.item_id,
           coalesce(c.name, g.name, concat_ws(', ', o.name, concat_ws(' / ', v.size, v.color)))
               AS item
    FROM p
    LEFT JOIN storedesk.promotion_items AS i ON i.promotion_id = p.id
    LEFT JOIN public.categories AS c ON c.id = i.category_id
    LEFT JOIN public.products AS g ON g.id = i.product_id
    LEFT JOIN public.product_variants AS v ON v.id = i.variant_id
    LEFT JOIN public.products AS o ON o.id = v.product_id
    ORDER BY p.last_day, p.first_day, p.id
""")
PREVIEW = text("""
    WITH RECURSIVE below AS (
        SELECT unnest(:categories) AS id
        UNION SELECT c.id FROM public.categories AS c JOIN below AS b ON c.parent_category_id = b.id
    ), priced AS (
        SELECT g.name, concat_ws(' / ', v.size, v.color) AS variant, g.price_currency AS currency,
               g.price_amount + coalesce(v.price_adjustment_amount, 0) AS usual
        FROM public.products AS g
        LEFT JOIN public.product_variants AS v ON v.product_id = g.id
        WHERE NOT g.is_deleted AND g.status = 'active' AND (
            g.category_id IN (SELECT b.id FROM below AS b) OR g.id = ANY (:products)
            OR v.id = ANY (:variants)
        )
    ), promoted AS (
        SELECT p.*, storedesk.promoted_price(p.usual, :kind, :value, :digits) AS price
        FROM priced AS p
    )
    SELECT concat_ws(', ', p.name, nullif(p.variant, '')), p.usual, p.price, p.currency,
           count(*) OVER (), count(*) FILTER (WHERE p.price < p.usual) OVER ()
    FROM promoted AS p
    ORDER BY p.price >= p.usual, storedesk.sort_key(p.name), p.name, p.variant
    LIMIT :most
""").bindparams(
    bindparam("categories", type_=ARRAY(Uuid())), bindparam("products", type_=ARRAY(Uuid())),
    bindparam("variants", type_=ARRAY(Uuid())), bindparam("value", type_=Numeric()),
    bindparam("kind", type_=Text()),
)  # fmt: skip


def promotions(session: Session) -> tuple[Promotion, ...]:
    """Return the promotions with what they are for: those that end first are first."""
    found: dict[UUID, Any] = {}
    items: dict[UUID, list[PromotionItem]] = defaultdict(list)
    for row in session.execute(LISTED, {"most": KEPT}):
        found.setdefault(row.id, row)
        if row.item_id is not None:
            items[row.id].append(PromotionItem(ItemKind(row.item_kind), row.item_id, row.item))
    return tuple(
        Promotion(
            row.id, row.name, PromotionKind(row.kind), row.value, row.first_day, row.last_day,
            row.ended_at, row.version, PromotionState(row.state),
            tuple(sorted(items[key], key=lambda one: sort_key(one.name))),
        )
        for key, row in found.items()
    )  # fmt: skip


def preview(
    session: Session, *, kind: PromotionKind, value: Decimal, items: tuple[PromotionItem, ...],
    currency: str,
) -> PromotionPreview:  # fmt: skip
    """Return what a promotion would do to the prices of what is on sale, by itself."""
    ids = {one: [item.id for item in items if item.kind == one] for one in ItemKind}
    rows = session.execute(PREVIEW, {
        "categories": ids[ItemKind.CATEGORY], "products": ids[ItemKind.PRODUCT],
        "variants": ids[ItemKind.VARIANT], "kind": str(kind), "value": value,
        "digits": decimals(currency), "most": FIRST,
    }).all()  # fmt: skip
    first = tuple(
        PromotedProduct(name, Money(usual, money), Money(price, money))
        for name, usual, price, money, _, _ in rows
    )
    return PromotionPreview(rows[0][4] if rows else 0, rows[0][5] if rows else 0, first)
