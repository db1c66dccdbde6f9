-- The lines of a sale as the till shows them. What was weighed, or priced at the till, is a package: a line of its own
-- with one piece. Packages of an item that cost the same have one row of cart_items together, for a basket has one row
-- for an item and a price.

CREATE VIEW core.sale_lines AS
SELECT coalesce(m.id, l.id) AS id, l.id AS cart_item_id, l.cart_id, l.product_id, l.variant_id, l.product_name,
       l.variant_description, l.unit_price_amount,
       CASE WHEN m.id IS NULL THEN l.quantity ELSE 1 END AS quantity,
       CASE WHEN m.id IS NULL THEN l.subtotal_amount ELSE l.unit_price_amount END AS subtotal_amount,
       coalesce(m.added_at, l.added_at) AS added_at,
       m.source, m.weight, m.kilo_price_amount, m.fixed_price_amount,
       m.list_price_amount AS own_list_price, m.reason AS own_reason, m.requested_by AS own_requested_by,
       m.approved_by AS own_approved_by, m.note AS own_note, m.within_limit AS own_within_limit
FROM public.cart_items AS l
LEFT JOIN storedesk.till_measures AS m ON m.cart_item_id = l.id;

-- What a line costs of which an item's price is known: a label's price, or one that was typed, stands; what was weighed
-- costs its weight times the price of a kilogram, rounded once, half up.
CREATE FUNCTION core.line_price(price numeric, weight numeric, fixed numeric, digits int) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN fixed IS NOT NULL THEN fixed WHEN weight IS NOT NULL THEN round(price * weight, digits) ELSE price END;

-- How many pieces of a line the stock does not leave to its sale, of so many that are short of its product: the
-- lines that came last are short first.
CREATE FUNCTION core.missing_of(line uuid, cart uuid, quantity int, short numeric) RETURNS int
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT least(missing_of.quantity, greatest(0, short - coalesce(sum(later.quantity), 0)))::int
        FROM core.sale_lines AS l
        LEFT JOIN core.sale_lines AS later
            ON later.cart_id = cart AND later.product_id = l.product_id
            AND (later.added_at, later.id) > (l.added_at, l.id)
        WHERE l.cart_id = cart AND l.id = line
    );
END $$;

-- How a line was measured, as the till and documents read it.
CREATE FUNCTION core.measure_document(source text, weight numeric, kilo_price numeric) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN jsonb_build_object('source', source, 'weight', weight::text, 'kilo_price', kilo_price::text);
