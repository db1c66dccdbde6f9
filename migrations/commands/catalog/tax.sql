-- Tax: which rate a product has on a day, and what a basket comes to. domain/values/tax.py is the same rule,
-- and one test feeds both the same baskets.

-- How many decimals a currency has: two, or none. Those with three do not fit DECIMAL(10,2).
CREATE FUNCTION core.digits(currency text) RETURNS int
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE WHEN currency IN (
        'BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV',
        'XAF', 'XOF', 'XPF'
    ) THEN 0 ELSE 2 END;
END $$;

-- The day of the store's calendar that an instant falls on.
CREATE FUNCTION core.business_day(instant timestamp) RETURNS date
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT (instant AT TIME ZONE 'UTC' AT TIME ZONE s.time_zone)::date
            FROM storedesk.store_settings AS s);
END $$;

-- Products as the till sees them: whether they are sold, at what price, and in which class of tax. Its
-- own class goes before its category's, the nearest category's before those above; then the default.
-- A view, so that it is planned together with the question that uses it, and over one table alone, so
-- that the planner still looks for the best order when others are joined to it.
CREATE VIEW core.sellable AS
SELECT
    p.id,
    p.name,
    p.price_amount AS price,
    CASE
        WHEN p.is_deleted THEN 'deleted'
        WHEN p.status <> 'active' THEN p.status
        WHEN (
            SELECT near.is_active AND coalesce(above.is_active, true) AND coalesce(top.is_active, true)
            FROM public.categories AS near
            LEFT JOIN public.categories AS above ON above.id = near.parent_category_id
            LEFT JOIN public.categories AS top ON top.id = above.parent_category_id
            WHERE near.id = p.category_id
        ) THEN 'active'
        ELSE 'hidden'  -- on sale, in a category that is not shown
    END AS state,
    coalesce(
        (SELECT own.tax_class_id FROM storedesk.product_tax AS own WHERE own.product_id = p.id),
        (
            SELECT coalesce(of_near.tax_class_id, of_above.tax_class_id, of_top.tax_class_id)
            FROM public.categories AS near
            LEFT JOIN public.categories AS above ON above.id = near.parent_category_id
            LEFT JOIN storedesk.category_tax AS of_near ON of_near.category_id = near.id
            LEFT JOIN storedesk.category_tax AS of_above ON of_above.category_id = above.id
            LEFT JOIN storedesk.category_tax AS of_top ON of_top.category_id = above.parent_category_id
            WHERE near.id = p.category_id
        ),
        (SELECT k.id FROM storedesk.tax_classes AS k WHERE k.is_default)
    ) AS tax_class_id
FROM public.products AS p;

-- The tax of a product on a day of the store's calendar: the newest rate of its class by then. No row:
-- there is none yet.
CREATE FUNCTION core.tax_of(product uuid, day date) RETURNS TABLE (name text, rate numeric)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT r.name::text, r.rate
    FROM core.sellable AS s
    JOIN storedesk.tax_rates AS r ON r.tax_class_id = s.tax_class_id AND r.valid_from <= day
    WHERE s.id = product
    ORDER BY r.valid_from DESC
    LIMIT 1;
END $$;

-- What a basket comes to. Lines are [{amount, name, rate}], name and rate those of their tax, or null.
-- One base for each name and rate, rounded once, half away from zero: exclusive prices add base x rate;
-- inclusive ones contain base x rate / (1 + rate), and the total is the subtotal.
-- Answers {subtotal, tax, total, tax_lines: [{name, rate, base, tax}]}, amounts as text.
-- Refuses more than a price column holds (money_too_big).
CREATE FUNCTION core.totals(lines jsonb, mode text, digits int DEFAULT 2) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    subtotal numeric;
    added numeric;
    tax_lines jsonb;
BEGIN
    WITH line AS (
        SELECT l.amount, l.name, l.rate
        FROM jsonb_to_recordset(lines) AS l (amount numeric, name text, rate numeric(7, 5))
    ), taxed AS (
        SELECT l.name, l.rate, sum(l.amount) AS base,
               round(sum(l.amount) * l.rate / CASE mode WHEN 'inclusive' THEN 1 + l.rate ELSE 1 END, digits) AS tax
        FROM line AS l
        WHERE l.rate > 0
        GROUP BY l.name, l.rate
    )
    SELECT
        (SELECT coalesce(sum(l.amount), 0) FROM line AS l),
        CASE mode WHEN 'inclusive' THEN 0 ELSE coalesce(sum(t.tax), 0) END,
        coalesce(jsonb_agg(jsonb_build_object(
            'name', t.name, 'rate', t.rate::text,
            'base', round(t.base, 2)::text, 'tax', round(t.tax, 2)::text
        ) ORDER BY t.name COLLATE "C", t.rate), '[]')
    INTO subtotal, added, tax_lines
    FROM taxed AS t;

    PERFORM core.check_amount(subtotal + added);

    RETURN jsonb_build_object(
        'subtotal', round(subtotal, 2)::text, 'tax', round(added, 2)::text,
        'total', round(subtotal + added, 2)::text, 'tax_lines', tax_lines
    );
END $$;
