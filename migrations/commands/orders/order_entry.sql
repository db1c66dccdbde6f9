-- Orders that staff take for customers who are not at the till: by telephone, by mail, at the counter for later.

-- Holds the customer of an order, so that nobody removes them meanwhile. Refuses customer_not_found, also of one
-- merged into another, and the walk-in customer (customer_needed).
CREATE FUNCTION core.hold_order_customer(customer uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM public.customers AS c WHERE c.id = customer FOR SHARE;

    IF NOT FOUND OR EXISTS (SELECT FROM storedesk.customer_details AS d
                            WHERE d.customer_id = customer AND d.merged_into IS NOT NULL) THEN
        PERFORM core.not_found('customer_not_found');
    END IF;

    IF customer = (SELECT s.walk_in_customer_id FROM storedesk.store_settings AS s) THEN
        PERFORM core.refuse('customer_needed');
    END IF;
END $$;

-- Compares lines as they are priced today with what was shown: [{name, product_id, variant_id, old, new}] of those
-- that cost something else by now.
CREATE FUNCTION core.price_changes(shown jsonb, priced jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'name', concat_ws(', ', p.value ->> 'name', p.value ->> 'description'),
            'product_id', p.value ->> 'product', 'variant_id', p.value ->> 'variant',
            'old', round((s.value ->> 'price')::numeric, 2)::text,
            'new', round((p.value ->> 'price')::numeric, 2)::text
        ) ORDER BY p.place), '[]')
        FROM jsonb_array_elements(priced) WITH ORDINALITY AS p (value, place)
        JOIN jsonb_array_elements(shown) WITH ORDINALITY AS s (value, place) USING (place)
        WHERE (s.value ->> 'price')::numeric IS DISTINCT FROM (p.value ->> 'price')::numeric
    );
END $$;

-- Products of which priced lines want more than is left to them: the stock, less what is reserved for orders and
-- what valid quotes at the registers hold. The caller holds the stock.
CREATE FUNCTION core.shortages(priced jsonb, instant timestamp) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'product_id', w.product_id, 'name', w.name, 'wanted', w.wanted, 'available', greatest(0, w.available),
            'of_variants', core.has_variants(w.product_id)
        ) ORDER BY storedesk.sort_key(w.name), w.name, w.product_id), '[]')
        FROM (
            SELECT l.product AS product_id, min(l.name) AS name, sum(l.quantity) AS wanted,
                   min(i.stock_level - i.reserved_quantity) - coalesce((
                       SELECT sum(h.quantity) FROM core.held AS h
                       WHERE h.product_id = l.product AND h.until > instant
                   ), 0) AS available
            FROM jsonb_to_recordset(priced) AS l (product uuid, name text, quantity int)
            JOIN public.inventory AS i ON i.product_id = l.product
            GROUP BY l.product
        ) AS w
        WHERE w.wanted > w.available
    );
END $$;

-- Places priced lines that are there, and books their payment if there is one. The number comes last, and the
-- e-mail and the fiscal record after it, since they have the number.
CREATE FUNCTION core.place_priced(
    of_order uuid, customer uuid, priced jsonb, address jsonb, shipping_cost numeric, totals jsonb,
    given jsonb, shift uuid, note text, actor uuid, instant timestamp
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    is_paid boolean := coalesce(given, '[]') <> '[]';
    change numeric := 0;
BEGIN
    PERFORM core.place(
        of_order, customer, priced, actor, instant, address => address, shipping_cost => shipping_cost,
        priced_totals => totals, is_numbered => false, note => note
    );

    IF is_paid THEN
        change := core.take_payment(of_order, given, shift, actor, instant, is_numbered => false);
    END IF;

    PERFORM core.number_order(of_order, instant);

    IF is_paid THEN
        PERFORM core.queue_mail(of_order, 'order_confirmation', instant);
        PERFORM core.write_fiscal_order('order', of_order, shift, instant);
    END IF;

    RETURN core.order_answer(of_order, change);
END $$;

-- Refuses the id of an order that exists (already_ordered, with its number), or of a sale in progress at a
-- register (request_reused).
CREATE FUNCTION core.refuse_ordered(of_order uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    number text := (SELECT o.order_number FROM public.orders AS o WHERE o.id = of_order);
BEGIN
    IF number IS NOT NULL THEN
        PERFORM core.conflict('already_ordered', jsonb_build_object('number', number, 'order_id', of_order));
    END IF;

    IF EXISTS (SELECT FROM storedesk.till_carts AS t WHERE t.order_id = of_order) THEN
        PERFORM core.conflict('request_reused', jsonb_build_object('request', of_order));
    END IF;
END $$;

-- Takes an order, paid or not, at the prices and the total that were shown, or answers what stands in the way:
-- then nothing is done. Its id is made by the client, so that it is placed once however often it is sent. `lines`
-- are [{product, variant, quantity, price}], prices as shown; `address` is {recipient, street, city, state,
-- postal_code, country}. Paid at once with `tenders`, cash into the open shift `shift`. Answers {is_placed,
-- changes, shortages, subtotal, shipping, tax, total, tax_lines} with what order_answer says of an order that was
-- placed. Refuses already_ordered, customer_not_found, customer_needed, what clean_address, price_lines and
-- take_payment refuse, bad_amount, money_not_exact, money_too_big.
CREATE FUNCTION api.place_order(
    request uuid, order_id uuid, customer uuid, lines jsonb, address jsonb, shipping_cost numeric,
    shown_total numeric, tenders jsonb DEFAULT '[]', shift uuid DEFAULT NULL, note text DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    store storedesk.store_settings;
    clean jsonb := core.clean_address(address);
    instant timestamp;
    priced jsonb;
    totals jsonb;
    changes jsonb;
    shortages jsonb;
BEGIN
    SELECT * INTO store FROM storedesk.store_settings;

    IF shipping_cost IS NULL OR core.exact(shipping_cost, store.currency) < 0 THEN
        PERFORM core.refuse('bad_amount');
    END IF;

    PERFORM core.hold_order_customer(customer);

    IF shift IS NOT NULL AND coalesce(tenders, '[]') <> '[]' THEN
        PERFORM core.hold_shift_as(shift, me, 'place_order');
    END IF;

    PERFORM core.hold_stock(ARRAY(
        SELECT DISTINCT (l.value ->> 'product')::uuid FROM jsonb_array_elements(lines) AS l (value)
    ));
    PERFORM core.refuse_ordered(order_id);
    instant := core.now();
    priced := core.price_lines(
        (SELECT coalesce(jsonb_agg(jsonb_build_object(  -- and nothing else that was said about it
             'product', l.value -> 'product', 'variant', l.value -> 'variant', 'quantity', l.value -> 'quantity'
         ) ORDER BY l.place), '[]')
         FROM jsonb_array_elements(lines) WITH ORDINALITY AS l (value, place)),
        core.business_day(instant)
    );
    totals := core.totals_of(priced);
    changes := core.price_changes(lines, priced);
    shortages := core.shortages(priced, instant);
    answer := totals || jsonb_build_object(
        'shipping', round(shipping_cost, 2)::text, 'currency', store.currency,
        'total', core.exact((totals ->> 'total')::numeric + shipping_cost, store.currency)::text,
        'is_placed', false, 'changes', changes, 'shortages', shortages
    );

    IF changes = '[]' AND shortages = '[]' AND (answer ->> 'total')::numeric IS NOT DISTINCT FROM shown_total THEN
        answer := answer || jsonb_build_object('is_placed', true)
            || core.place_priced(order_id, customer, priced, clean, shipping_cost, totals, tenders, shift,
                                 core.clean_words(note, 500), me, instant);
    END IF;
END $$;

-- The totals that lines as place_order takes them would have, without placing anything: answers as it does of an
-- order that is not placed, with what has another price than was shown and what is short. Refuses what price_lines
-- refuses, bad_amount, money_not_exact, money_too_big.
CREATE FUNCTION api.order_totals(lines jsonb, shipping_cost numeric) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    store storedesk.store_settings;
    instant timestamp := core.now();
    priced jsonb;
    totals jsonb;
BEGIN
    SELECT * INTO store FROM storedesk.store_settings;

    IF shipping_cost IS NULL OR core.exact(shipping_cost, store.currency) < 0 THEN
        PERFORM core.refuse('bad_amount');
    END IF;

    priced := core.price_lines(
        (SELECT jsonb_agg(l.value - ARRAY['price', 'name', 'description'] ORDER BY l.place)
         FROM jsonb_array_elements(lines) WITH ORDINALITY AS l (value, place)),
        core.business_day(instant)
    );
    totals := core.totals_of(priced);

    RETURN totals || jsonb_build_object(
        'is_placed', false, 'changes', core.price_changes(lines, priced),
        'shortages', core.shortages(priced, instant), 'shipping', round(shipping_cost, 2)::text,
        'currency', store.currency,
        'total', core.exact((totals ->> 'total')::numeric + shipping_cost, store.currency)::text
    );
END $$;
