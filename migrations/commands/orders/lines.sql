-- Lines of an order, as they are placed and sold.

-- A line as it is written: what, at what price and tax. `list_price` and what follows only where the price was set
-- by hand; `promotion_id` and what follows only where a promotion made it cheaper; `source` and what follows only where
-- it was weighed, or priced at the till.
CREATE TYPE core.order_line AS (
    product uuid, variant uuid, name text, description text, price numeric, quantity int, tax text, rate numeric,
    list_price numeric, reason text, requested_by uuid, approved_by uuid, note text,
    promotion_id uuid, promotion text, usual_price numeric, source text, weight numeric, kilo_price numeric,
    within_limit boolean
);

-- Writes an order's lines with their tax, their notes, how they were measured, and why one has another price than the
-- usual one. Lines keep their order by their instants, a microsecond apart.
CREATE FUNCTION core.write_lines(
    of_order uuid, lines core.order_line[], currency text, instant timestamp
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    WITH line AS (
        SELECT gen_random_uuid() AS id, l.*
        FROM unnest(lines) WITH ORDINALITY AS l (
            product, variant, name, description, price, quantity, tax, rate,
            list_price, reason, requested_by, approved_by, note, promotion_id, promotion, usual_price,
            source, weight, kilo_price, within_limit, place
        )
    ), written AS (
        INSERT INTO public.order_line_items (
            id, order_id, product_id, variant_id, product_name, variant_description, unit_price_amount,
            unit_price_currency, quantity, subtotal_amount, subtotal_currency, created_at
        )
        SELECT l.id, of_order, l.product, l.variant, l.name, l.description, l.price, currency, l.quantity,
               l.quantity * l.price, currency, instant + (l.place - 1) * interval '1 microsecond'
        FROM line AS l
    ), taxed AS (
        INSERT INTO storedesk.order_line_taxes (order_line_item_id, name, rate)
        SELECT l.id, l.tax, l.rate FROM line AS l WHERE l.rate > 0
    ), noted AS (
        INSERT INTO storedesk.line_notes (order_line_item_id, note)
        SELECT l.id, l.note FROM line AS l WHERE l.note IS NOT NULL
    ), promoted AS (
        INSERT INTO storedesk.order_promotions (order_line_item_id, promotion_id, name, usual_price_amount)
        SELECT l.id, l.promotion_id, l.promotion, l.usual_price FROM line AS l WHERE l.promotion_id IS NOT NULL
    ), measured AS (
        INSERT INTO storedesk.line_measures (order_line_item_id, source, weight, kilo_price_amount)
        SELECT l.id, l.source, l.weight, l.kilo_price FROM line AS l WHERE l.source IS NOT NULL
    )
    INSERT INTO storedesk.order_discounts (
        order_line_item_id, list_price_amount, reason, requested_by, approved_by, within_limit
    )
    SELECT l.id, l.list_price, l.reason, l.requested_by, l.approved_by, coalesce(l.within_limit, false)
    FROM line AS l WHERE l.reason IS NOT NULL;
END $$;

-- Writes the taxes of an order's totals, as core.totals answers them.
CREATE FUNCTION core.write_taxes(of_order uuid, totals jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO storedesk.order_tax_lines (order_id, name, rate, base_amount, tax_amount)
    SELECT of_order, t.name, t.rate, t.base, t.tax
    FROM jsonb_to_recordset(totals -> 'tax_lines') AS t (name text, rate numeric, base numeric, tax numeric);
END $$;
