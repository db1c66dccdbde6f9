-- Returns without a receipt: goods that nobody can say of which sale they are. A piece is worth no more than the lowest
-- price at which it was sold in the last 90 days. See docs/decisions/0078.

-- How many days a sale may lie back that tells what a piece is worth, and that the till offers.
CREATE FUNCTION core.open_return_days() RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 90;

-- Since when sales count for returns without a receipt.
CREATE FUNCTION core.open_return_since(instant timestamp) RETURNS timestamp
LANGUAGE sql IMMUTABLE
RETURN instant - make_interval(days => core.open_return_days());

-- The line of an order by which a product, or a variant of it, was sold for the least since then, the newest of
-- several: {line, price, sold_at, number, name, description, tax, rate}. No row where it was not sold.
CREATE FUNCTION core.lowest_sold(product uuid, variant uuid, instant timestamp) RETURNS TABLE (
    line uuid, price numeric, sold_at timestamp, number text, name text, description text, tax text, rate numeric
)
LANGUAGE plpgsql STABLE ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT l.id, l.unit_price_amount, o.created_at, o.order_number::text, l.product_name::text,
           l.variant_description::text, t.name::text, t.rate
    FROM public.order_line_items AS l
    JOIN public.orders AS o ON o.id = l.order_id
    LEFT JOIN storedesk.order_line_taxes AS t ON t.order_line_item_id = l.id
    WHERE l.product_id = product AND l.variant_id IS NOT DISTINCT FROM variant
      AND o.status NOT IN ('pending', 'cancelled')
      AND o.created_at BETWEEN core.open_return_since(instant) AND instant
    ORDER BY l.unit_price_amount, o.created_at DESC, l.id
    LIMIT 1;
END $$;

-- Reads the lines of a return without a receipt, [{product, variant, quantity, restocked, value}]: value is that of a
-- piece, and the lowest price where there is none. Answers them in their order, each with its place, amount, and what
-- lowest_sold says. Refuses return_empty, product_not_found, bad_quantity, the same item twice in one condition
-- (line_twice), what was not sold in those days (open_return_unsold), a value of nothing (bad_amount) or above the
-- lowest price (open_return_too_dear), and what exact refuses.
CREATE FUNCTION core.read_open_return(given jsonb, instant timestamp) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    currency text := (SELECT s.currency FROM storedesk.store_settings AS s);
    read jsonb := '[]';
    one record;
    low record;
    value numeric;
    called text;
BEGIN
    IF coalesce(jsonb_array_length(given), 0) NOT BETWEEN 1 AND core.most('return_lines') THEN
        PERFORM core.refuse('return_empty');
    END IF;

    FOR one IN
        SELECT g.value ->> 'product' AS product_text, (g.value ->> 'product')::uuid AS product,
               (g.value ->> 'variant')::uuid AS variant, (g.value ->> 'quantity')::int AS quantity,
               coalesce((g.value ->> 'restocked')::boolean, false) AS restocked,
               (g.value ->> 'value')::numeric AS value,
               g.place, count(*) OVER (
                   PARTITION BY g.value ->> 'product', g.value ->> 'variant', coalesce(g.value ->> 'restocked', 'false')
               ) AS times
        FROM jsonb_array_elements(given) WITH ORDINALITY AS g (value, place)
        ORDER BY g.place
    LOOP
        SELECT p.name INTO called FROM public.products AS p WHERE p.id = one.product;
        IF NOT FOUND THEN
            PERFORM core.not_found('product_not_found', jsonb_build_object('product', one.product_text));
        END IF;

        PERFORM core.check_quantity(one.quantity, 1, 'line_pieces');
        SELECT * INTO low FROM core.lowest_sold(one.product, one.variant, instant);

        IF one.times > 1 THEN
            PERFORM core.refuse('line_twice', jsonb_build_object('name', called));
        ELSIF low.line IS NULL THEN
            PERFORM core.refuse('open_return_unsold', jsonb_build_object(
                'name', called, 'days', core.open_return_days()
            ));
        END IF;

        value := core.exact(coalesce(one.value, low.price), currency);

        IF value > low.price THEN
            PERFORM core.refuse('open_return_too_dear', jsonb_build_object(
                'name', called, 'most', low.price::text, 'currency', currency, 'days', core.open_return_days()
            ));
        ELSIF (value > 0) IS NOT TRUE THEN
            PERFORM core.refuse('bad_amount');
        END IF;

        PERFORM core.check_amount(value * one.quantity);
        read := read || jsonb_build_object(
            'place', one.place, 'product', one.product, 'variant', one.variant, 'quantity', one.quantity,
            'restocked', one.restocked, 'value', value, 'amount', value * one.quantity, 'line', low.line,
            'lowest', low.price, 'sold_at', low.sold_at, 'number', low.number, 'name', low.name,
            'description', low.description, 'tax', low.tax, 'rate', low.rate
        );
    END LOOP;

    RETURN read;
END $$;

-- What the lines of read_open_return come to with their taxes, as core.totals has it. Refuses money_too_big.
CREATE FUNCTION core.open_return_totals(lines jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    store storedesk.store_settings;
    totals jsonb;
BEGIN
    SELECT * INTO store FROM storedesk.store_settings;
    SELECT core.totals(array_agg(l.amount ORDER BY l.place), array_agg(l.tax ORDER BY l.place),
                       array_agg(l.rate ORDER BY l.place), store.tax_mode, core.digits(store.currency)) INTO totals
    FROM jsonb_to_recordset(lines) AS l (place int, amount numeric, tax text, rate numeric);
    PERFORM core.check_amount((totals ->> 'total')::numeric);

    RETURN totals;
END $$;
