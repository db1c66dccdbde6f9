-- Placing an order: prices, lines, totals, the reservation and the number.

-- Completes lines [{product, variant, quantity, price, name, description}] from the catalog, in one statement,
-- since prices change between two. A given price or name stands. Answers [{product, variant, quantity, price, name,
-- description, subtotal, tax, rate}], with {promotion_id, promotion, usual_price} where a promotion lowers the price.
-- Refuses no line or too many (line_count), quantities (bad_quantity), product_not_found, variant_not_found,
-- choose_variant, product_not_sold, and what is weighed or priced at the till (sold_at_till).
CREATE FUNCTION core.price_lines(lines jsonb, day date) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    promoted date := storedesk.promotion_day(day);
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
        'price', coalesce((l.value ->> 'price')::numeric, c.price),
        'subtotal', (l.value ->> 'quantity')::int * coalesce((l.value ->> 'price')::numeric, c.price),
        'tax', r.name, 'rate', r.rate
    ) || CASE WHEN c.promotion_id IS NULL OR l.value ->> 'price' IS NOT NULL THEN '{}' ELSE jsonb_build_object(
        'promotion_id', c.promotion_id, 'promotion', c.promotion,
        'usual_price', s.price + coalesce(v.price_adjustment_amount, 0)
    ) END ORDER BY l.place) INTO priced
    FROM jsonb_array_elements(lines) WITH ORDINALITY AS l (value, place)
    LEFT JOIN core.sellable AS s ON s.id = (l.value ->> 'product')::uuid
    LEFT JOIN public.product_variants AS v
        ON v.id = (l.value ->> 'variant')::uuid AND v.product_id = s.id
    LEFT JOIN LATERAL core.price_on(
        s.id, v.id, s.category_id, s.price + coalesce(v.price_adjustment_amount, 0), promoted
    ) AS c ON true
    LEFT JOIN LATERAL core.rate_on(s.tax_class_id, day) AS r ON true;
    PERFORM core.refuse_measured(ARRAY(
        SELECT l.known FROM jsonb_to_recordset(priced) AS l (known uuid) WHERE l.known IS NOT NULL
    ));

    FOR bad IN SELECT l.* FROM jsonb_to_recordset(priced) AS l (
        product uuid, known uuid, variant uuid, known_variant uuid, state text, has_variants boolean,
        name text, quantity int
    ) LOOP
        IF bad.known IS NULL THEN
            PERFORM core.not_found('product_not_found', jsonb_build_object('product', bad.product));
        END IF;

        PERFORM core.check_quantity(bad.quantity, 1, 'line_pieces');

        IF bad.state <> 'active' THEN
            PERFORM core.refuse_unsold(bad.product, bad.name, bad.state);
        ELSIF bad.variant IS NOT NULL AND bad.known_variant IS NULL THEN
            PERFORM core.not_found('variant_not_found', jsonb_build_object('variant', bad.variant));
        ELSIF bad.variant IS NULL AND bad.has_variants THEN
            PERFORM core.refuse('choose_variant', jsonb_build_object('name', bad.name, 'product', bad.product));
        END IF;
    END LOOP;

    RETURN priced;
END $$;

-- The totals of lines as price_lines answers them: see core.totals.
CREATE FUNCTION core.totals_of(priced jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT core.totals(l.amounts, l.taxes, l.rates, s.tax_mode, core.digits(s.currency))
        FROM storedesk.store_settings AS s, (
            SELECT array_agg(p.subtotal) AS amounts, array_agg(p.tax) AS taxes, array_agg(p.rate) AS rates
            FROM jsonb_to_recordset(priced) AS p (subtotal numeric, tax text, rate numeric)
        ) AS l
    );
END $$;

-- The text of an order's number.
CREATE FUNCTION core.number_of(year int, sequence int) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN format('ORD-%s-%s', lpad(year::text, 4, '0'),
                  lpad(sequence::text, greatest(6, length(sequence::text)), '0'));
END $$;

-- The next order number of the year: the store's year at the instant. All orders of the store wait for the counter
-- until the commit, so this comes late in a transaction; it rolls back with the order, so the numbers have no gap.
CREATE FUNCTION core.next_number(instant timestamp) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    business_year int := extract(year FROM core.business_day(instant));
    next int;
BEGIN
    INSERT INTO public.order_number_sequence AS s (year, last_sequence) VALUES (business_year, 1)
    ON CONFLICT (year) DO UPDATE SET last_sequence = s.last_sequence + 1
    RETURNING s.last_sequence INTO next;

    RETURN core.number_of(business_year, next);
END $$;

-- Gives an order that was placed its number.
CREATE FUNCTION core.number_order(of_order uuid, instant timestamp) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    number text := core.next_number(instant);
BEGIN
    UPDATE public.orders SET order_number = number, version = version + 1, updated_at = instant
    WHERE id = of_order;

    RETURN number;
END $$;

-- Places an order: it is pending, its pieces are reserved, all or none. Lines as price_lines reads them, each with
-- an override's {list_price, reason, requested_by, approved_by} or without; `address` is {recipient, street, city,
-- state, postal_code, country}, the store's own where there is none. `priced_totals` stand, with their taxes; with
-- `is_numbered` false the caller gives the number, who has more to do before, and a customer that there is. Refuses
-- what price_lines refuses, money_too_big, and not_enough_stock.
CREATE FUNCTION core.place(
    of_order uuid, customer uuid, lines jsonb, actor uuid, instant timestamp,
    address jsonb DEFAULT NULL, shipping_cost numeric DEFAULT 0, payment_type text DEFAULT 'credit_card',
    priced_totals jsonb DEFAULT NULL, is_numbered boolean DEFAULT true, note text DEFAULT NULL
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
    priced := core.price_lines(lines, core.business_day(instant));
    totals := coalesce(priced_totals, core.totals_of(priced));
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

    PERFORM core.write_lines(of_order, ARRAY(
        SELECT jsonb_populate_record(NULL::core.order_line, l.value)
        FROM jsonb_array_elements(priced) WITH ORDINALITY AS l (value, place) ORDER BY l.place
    ), store.currency, instant);
    PERFORM core.write_taxes(of_order, totals);
    PERFORM core.write_step(placed, NULL, 'pending', placed.version, actor, instant, note);
    PERFORM core.move_order(of_order, 'reserve', 'ordered', actor, instant);

    RETURN CASE WHEN is_numbered THEN core.number_order(of_order, instant) END;
END $$;
