-- Placing an order: prices, lines, totals, the reservation and the number.

-- Completes lines [{product, variant, quantity, price, name, description}] from the catalog, in one statement,
-- since prices change between two. A given price or name stands: it was quoted. Answers [{product, variant,
-- quantity, price, name, description, subtotal, tax, rate}]. Refuses no line or too many (line_count), quantities
-- (bad_quantity), product_not_found, variant_not_found, choose_variant, and, of what is not quoted,
-- product_not_sold.
CREATE FUNCTION core.price_lines(lines jsonb, day date, is_quoted boolean) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    priced jsonb;
    bad record;
BEGIN
    IF jsonb_array_length(lines) NOT BETWEEN 1 AND core.most('lines') THEN
        PERFORM core.refuse('line_count', jsonb_build_object('most', core.most('lines')));
    END IF;

    SELECT jsonb_agg(l.value || jsonb_build_object(
        'known', s.id, 'known_variant', v.id, 'state', s.state,
        'has_variants', EXISTS (SELECT FROM public.product_variants AS any_of WHERE any_of.product_id = s.id),
        'name', coalesce(l.value ->> 'name', s.name),
        'description', coalesce(l.value ->> 'description', nullif(concat_ws(' / ', v.size, v.color), '')),
        'price', coalesce((l.value ->> 'price')::numeric, s.price + coalesce(v.price_adjustment_amount, 0)),
        'subtotal', (l.value ->> 'quantity')::int
            * coalesce((l.value ->> 'price')::numeric, s.price + coalesce(v.price_adjustment_amount, 0)),
        'tax', r.name, 'rate', r.rate
    ) ORDER BY l.place) INTO priced
    FROM jsonb_array_elements(lines) WITH ORDINALITY AS l (value, place)
    LEFT JOIN core.sellable AS s ON s.id = (l.value ->> 'product')::uuid
    LEFT JOIN public.product_variants AS v
        ON v.id = (l.value ->> 'variant')::uuid AND v.product_id = s.id
    LEFT JOIN LATERAL (
        SELECT t.name, t.rate FROM storedesk.tax_rates AS t
        WHERE t.tax_class_id = s.tax_class_id AND t.valid_from <= day
        ORDER BY t.valid_from DESC LIMIT 1
    ) AS r ON true;

    FOR bad IN SELECT l.* FROM jsonb_to_recordset(priced) AS l (
        product uuid, known uuid, variant uuid, known_variant uuid, state text, has_variants boolean,
        name text, quantity int
    ) LOOP
        IF bad.known IS NULL THEN
            PERFORM core.not_found('product_not_found', jsonb_build_object('product', bad.product));
        END IF;

        PERFORM core.check_quantity(bad.quantity, 1, 'line_pieces');

        IF is_quoted THEN
            CONTINUE;
        ELSIF bad.state <> 'active' THEN
            PERFORM core.refuse_unsold(bad.product, bad.name, bad.state);
        ELSIF bad.variant IS NOT NULL AND bad.known_variant IS NULL THEN
            PERFORM core.not_found('variant_not_found', jsonb_build_object('variant', bad.variant));
        ELSIF bad.variant IS NULL AND bad.has_variants THEN
            PERFORM core.refuse('choose_variant', jsonb_build_object('name', bad.name, 'product', bad.product));
        END IF;
    END LOOP;

    RETURN priced;
END $$;

-- The text of an order's number.
CREATE FUNCTION core.number_of(year int, sequence int) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN format('ORD-%s-%s', lpad(year::text, 4, '0'),
                  lpad(sequence::text, greatest(6, length(sequence::text)), '0'));
END $$;

-- Gives an order its number, the next of the year: the store's year at the instant. All orders of the store wait
-- for the counter until the commit, so this comes last in a transaction; it rolls back with the order, so the
-- numbers have no gap.
CREATE FUNCTION core.number_order(of_order uuid, instant timestamp) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    business_year int := extract(year FROM core.business_day(instant));
    next int;
    number text;
BEGIN
    INSERT INTO public.order_number_sequence AS s (year, last_sequence) VALUES (business_year, 1)
    ON CONFLICT (year) DO UPDATE SET last_sequence = s.last_sequence + 1
    RETURNING s.last_sequence INTO next;

    number := core.number_of(business_year, next);
    UPDATE public.orders SET order_number = number, version = version + 1, updated_at = instant
    WHERE id = of_order;

    RETURN number;
END $$;

-- Places an order: it is pending, its pieces are reserved, all or none. Lines as price_lines reads them, each with
-- an override's {list_price, reason, requested_by, approved_by} or without; `address` is {recipient, street, city,
-- state, postal_code, country}, the store's own where there is none. `is_quoted`: prices stand, and nothing is
-- refused for not being sold any more; `quoted_totals` stand likewise, with their taxes; with `is_numbered` false
-- the caller gives the number, who has more to do before, and a customer that there is. Refuses what price_lines
-- refuses, money_too_big, and not_enough_stock.
CREATE FUNCTION core.place(
    of_order uuid, customer uuid, lines jsonb, actor uuid, instant timestamp,
    address jsonb DEFAULT NULL, shipping_cost numeric DEFAULT 0, payment_type text DEFAULT 'credit_card',
    is_quoted boolean DEFAULT false, quoted_totals jsonb DEFAULT NULL, is_numbered boolean DEFAULT true,
    note text DEFAULT NULL
) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    store storedesk.store_settings;
    priced jsonb;
    totals jsonb;
    placed public.orders;
BEGIN
    SELECT * INTO store FROM storedesk.store_settings;
    PERFORM FROM public.customers AS c WHERE c.id = customer FOR SHARE;  -- their name goes into order_search

    PERFORM core.hold_stock(ARRAY(
        SELECT DISTINCT (l.value ->> 'product')::uuid FROM jsonb_array_elements(lines) AS l (value)
    ));
    priced := core.price_lines(lines, core.business_day(instant), is_quoted);
    totals := coalesce(quoted_totals, core.totals(
        (SELECT jsonb_agg(jsonb_build_object('amount', l.value -> 'subtotal', 'name', l.value ->> 'tax',
                                             'rate', l.value -> 'rate'))
         FROM jsonb_array_elements(priced) AS l (value)),
        store.tax_mode, core.digits(store.currency)
    ));
    PERFORM core.check_amount((totals ->> 'total')::numeric + shipping_cost);

    INSERT INTO public.orders (
        id, order_number, customer_id, status, subtotal_amount, subtotal_currency, shipping_cost_amount,
        shipping_cost_currency, tax_amount, tax_currency, total_amount, total_currency,
        shipping_street, shipping_city, shipping_state, shipping_postal_code, shipping_country,
        shipping_recipient_name, payment_type, version, created_at, updated_at
    ) VALUES (
        of_order, 'new-' || left(replace(of_order::text, '-', ''), 16), customer, 'pending',
        (totals ->> 'subtotal')::numeric, store.currency, shipping_cost, store.currency,
        (totals ->> 'tax')::numeric, store.currency, (totals ->> 'total')::numeric + shipping_cost, store.currency,
        coalesce(address ->> 'street', store.store_street), coalesce(address ->> 'city', store.store_city),
        coalesce(address ->> 'state', store.store_state),
        coalesce(address ->> 'postal_code', store.store_postal_code),
        coalesce(address ->> 'country', store.store_country), coalesce(address ->> 'recipient', 'Walk-in'),
        payment_type, 1, instant, instant
    ) RETURNING * INTO placed;

    PERFORM core.write_lines(of_order, priced, store.currency, instant);
    INSERT INTO storedesk.order_tax_lines (order_id, name, rate, base_amount, tax_amount)
    SELECT of_order, t.name, t.rate, t.base, t.tax
    FROM jsonb_to_recordset(totals -> 'tax_lines') AS t (name text, rate numeric, base numeric, tax numeric);
    PERFORM core.write_step(placed, NULL, 'pending', placed.version, actor, instant, note);
    PERFORM core.move_order(of_order, 'reserve', 'ordered', actor, instant);

    RETURN CASE WHEN is_numbered THEN core.number_order(of_order, instant) END;
END $$;

-- Writes an order's lines with their tax, and why one is sold at another price than the list price. Lines keep
-- their order by their instants, a microsecond apart.
CREATE FUNCTION core.write_lines(of_order uuid, priced jsonb, currency text, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    WITH line AS (
        SELECT gen_random_uuid() AS id, l.value, l.place
        FROM jsonb_array_elements(priced) WITH ORDINALITY AS l (value, place)
    ), written AS (
        INSERT INTO public.order_line_items (
            id, order_id, product_id, variant_id, product_name, variant_description, unit_price_amount,
            unit_price_currency, quantity, subtotal_amount, subtotal_currency, created_at
        )
        SELECT l.id, of_order, (l.value ->> 'product')::uuid, (l.value ->> 'variant')::uuid, l.value ->> 'name',
               l.value ->> 'description', (l.value ->> 'price')::numeric, currency,
               (l.value ->> 'quantity')::int, (l.value ->> 'subtotal')::numeric, currency,
               instant + (l.place - 1) * interval '1 microsecond'
        FROM line AS l
        RETURNING id
    ), taxed AS (
        INSERT INTO storedesk.order_line_taxes (order_line_item_id, name, rate)
        SELECT w.id, l.value ->> 'tax', (l.value ->> 'rate')::numeric
        FROM written AS w JOIN line AS l USING (id)
        WHERE (l.value ->> 'rate')::numeric > 0
    )
    INSERT INTO storedesk.order_discounts (order_line_item_id, list_price_amount, reason, requested_by, approved_by)
    SELECT w.id, (l.value ->> 'list_price')::numeric, l.value ->> 'reason',
           (l.value ->> 'requested_by')::uuid, (l.value ->> 'approved_by')::uuid
    FROM written AS w JOIN line AS l USING (id)
    WHERE l.value ->> 'reason' IS NOT NULL;
END $$;
