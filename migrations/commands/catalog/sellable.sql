-- What can be sold, at what price, in which class of tax.

-- Products as the till sees them: whether they are sold, at what price, and in which class of tax. A product's own
-- class goes before its category's, the nearest category's before those above; then the default. For products whose
-- ids are given: a view, so that it is planned together with the query that uses it.
CREATE VIEW core.sellable AS
SELECT
    p.id,
    p.name,
    p.price_amount AS price,  -- the usual one: storedesk.price_on says what it costs
    p.category_id,
    CASE
        WHEN p.is_deleted THEN 'deleted'
        WHEN p.status <> 'active' THEN p.status
        WHEN k.is_shown THEN 'active'
        ELSE 'hidden'  -- on sale, in a category that is not shown
    END AS state,
    coalesce(
        (SELECT own.tax_class_id FROM storedesk.product_tax AS own WHERE own.product_id = p.id),
        k.tax_class_id,
        (SELECT k.id FROM storedesk.tax_classes AS k WHERE k.is_default)
    ) AS tax_class_id
FROM public.products AS p
LEFT JOIN LATERAL (
    SELECT near.is_active AND coalesce(above.is_active, true) AND coalesce(top.is_active, true) AS is_shown,
           coalesce(of_near.tax_class_id, of_above.tax_class_id, of_top.tax_class_id) AS tax_class_id
    FROM public.categories AS near
    LEFT JOIN public.categories AS above ON above.id = near.parent_category_id
    LEFT JOIN public.categories AS top ON top.id = above.parent_category_id
    LEFT JOIN storedesk.category_tax AS of_near ON of_near.category_id = near.id
    LEFT JOIN storedesk.category_tax AS of_above ON of_above.category_id = above.id
    LEFT JOIN storedesk.category_tax AS of_top ON of_top.category_id = top.id
    WHERE near.id = p.category_id
    OFFSET 0  -- planned by itself: the whole would be more joins than a planner puts in order
) AS k ON true;

-- What an item costs on a day by a promotion.
CREATE TYPE core.low_price AS (price numeric, promotion_id uuid, promotion text);

-- The same as storedesk.price_on, as one value: planned once a session, so that statements which ask it for a few items
-- do not grow by it. To plan it for each item anew would cost more than the answer.
CREATE FUNCTION core.low_price(
    product uuid, variant uuid, category uuid, usual numeric, day date
) RETURNS core.low_price
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    low core.low_price;
BEGIN
    SELECT c.* INTO low FROM storedesk.price_on(product, variant, category, usual, day) AS c;

    RETURN low;
END $$;

-- What an item costs on a day that storedesk.promotion_day has answered: null where no promotion holds for anything.
CREATE FUNCTION core.price_on(product uuid, variant uuid, category uuid, usual numeric, day date) RETURNS TABLE (
    price numeric, promotion_id uuid, promotion text
)
LANGUAGE sql STABLE ROWS 1
BEGIN ATOMIC
    SELECT coalesce((c.low).price, usual), (c.low).promotion_id, (c.low).promotion
    FROM (
        SELECT CASE WHEN day IS NOT NULL THEN core.low_price(product, variant, category, usual, day) END AS low
        OFFSET 0
    ) AS c;
END;
