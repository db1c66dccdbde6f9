-- Sales in progress: a guest's cart, and in till_carts what the model has no place for. The guest session of the
-- sale on a register's screen is the register itself, `till:<register>`; that of a parked sale has its order's id
-- behind it: so the model's own index allows a register one sale at a time.

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.carts
FOR EACH ROW EXECUTE FUNCTION core.stamp();

-- Tells whether a quote is valid. One that would end later than a quote can was made by a clock that was ahead.
CREATE FUNCTION core.is_quote_live(until timestamp, instant timestamp) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN coalesce(until > instant AND until < instant + interval '16 minutes', false);

-- Pieces that quotes hold while they are valid; none of a clock that was ahead.
CREATE VIEW core.held AS
SELECT q.order_id, q.product_id, q.quantity - q.found_quantity AS quantity, t.quote_expires_at AS until
FROM storedesk.till_quotes AS q
JOIN storedesk.till_carts AS t ON t.order_id = q.order_id
WHERE q.quantity > q.found_quantity
  AND t.quote_expires_at < clock_timestamp() AT TIME ZONE 'UTC' + interval '16 minutes';

-- A sale with all that the till shows. `missing` are pieces that the stock does not leave to this sale, shown on
-- the last lines of the product. `touched` is the line that was changed last. Null if there is none.
CREATE FUNCTION core.sale(of_order uuid, touched uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    instant timestamp := core.now();
    asked record;
    lines jsonb;
    totals jsonb;
    amounts numeric[];
    taxes text[];
    rates numeric[];
    day date;    -- if a promotion holds on it
    held jsonb;  -- what promotions have made cheaper, as it was quoted
    digits int;
BEGIN
    SELECT t.*, c.version, s.currency, s.tax_mode, core.day_in(s.time_zone, instant) AS today, e.return_id
    INTO asked
    FROM storedesk.till_carts AS t
    JOIN public.carts AS c ON c.id = t.cart_id
    LEFT JOIN storedesk.till_exchanges AS e ON e.order_id = t.order_id
    CROSS JOIN storedesk.store_settings AS s
    WHERE t.order_id = of_order;

    IF NOT FOUND THEN
        RETURN NULL;
    END IF;

    day := storedesk.promotion_day(asked.today);
    digits := core.digits(asked.currency);

    IF core.is_quote_live(asked.quote_expires_at, instant) THEN
        held := coalesce(asked.quoted_totals -> 'promotions', '{}');
    END IF;

    SELECT
        jsonb_agg(jsonb_build_object(
            'id', l.id, 'product_id', l.product_id, 'variant_id', l.variant_id, 'name', l.product_name,
            'description', l.variant_description, 'unit_price', l.unit_price_amount::text,
            'list_price', l.list_price::text, 'promotion', l.promotion, 'quantity', l.quantity,
            'subtotal', l.subtotal_amount::text, 'note', l.note, 'missing', CASE WHEN l.wanted > l.available
                THEN core.missing_of(l.id, l.cart_id, l.quantity, l.wanted - greatest(l.available, 0)) ELSE 0 END,
            'is_sellable', l.state = 'active', 'picture', l.picture, 'measure', CASE WHEN l.source IS NOT NULL
                THEN core.measure_document(l.source, l.weight, l.kilo_price_amount) END
        ) ORDER BY l.added_at, l.id),
        array_agg(l.subtotal_amount), array_agg(l.tax), array_agg(l.rate)
    INTO lines, amounts, taxes, rates
    FROM (
        SELECT l.*, coalesce(l.own_note, t.note) AS note, s.state, r.name AS tax, r.rate,
               (SELECT m.url FROM public.product_images AS m
                WHERE m.product_id = l.product_id AND m.is_primary) AS picture,
               coalesce(o.list_price_amount, l.own_list_price, (held -> l.id::text ->> 'usual_price')::numeric, CASE
                   WHEN held IS NULL
                       AND core.line_price(c.price, l.weight, l.fixed_price_amount, digits) = l.unit_price_amount
                   THEN core.line_price(s.price + coalesce(v.price_adjustment_amount, 0), l.weight,
                                        l.fixed_price_amount, digits) END, l.unit_price_amount) AS list_price,
               CASE WHEN o.cart_item_id IS NOT NULL OR l.own_list_price IS NOT NULL THEN NULL
                   WHEN held IS NOT NULL THEN held -> l.id::text ->> 'name'
                   WHEN l.fixed_price_amount IS NULL
                       AND core.line_price(c.price, l.weight, NULL, digits) = l.unit_price_amount
                   THEN c.promotion END AS promotion,
               sum(l.quantity) OVER (PARTITION BY l.product_id) AS wanted,
               i.stock_level - i.reserved_quantity - coalesce((
                   SELECT sum(h.quantity) FROM core.held AS h
                   WHERE h.product_id = l.product_id AND h.order_id <> of_order AND h.until > instant
               ), 0) AS available
        FROM core.sale_lines AS l
        JOIN core.sellable AS s ON s.id = l.product_id
        JOIN public.inventory AS i ON i.product_id = l.product_id
        LEFT JOIN storedesk.till_overrides AS o ON o.cart_item_id = l.id
        LEFT JOIN storedesk.till_notes AS t ON t.cart_item_id = l.id
        LEFT JOIN public.product_variants AS v ON v.id = l.variant_id
        CROSS JOIN LATERAL core.price_on(
            s.id, v.id, s.category_id, s.price + coalesce(v.price_adjustment_amount, 0), day
        ) AS c
        LEFT JOIN LATERAL core.rate_on(s.tax_class_id, asked.today) AS r ON true
        WHERE l.cart_id = asked.cart_id
    ) AS l;

    totals := CASE WHEN held IS NOT NULL THEN asked.quoted_totals - 'promotions'
        ELSE core.totals(amounts, taxes, rates, asked.tax_mode, digits) END;

    RETURN totals || jsonb_build_object(
        'order_id', of_order, 'cart_id', asked.cart_id, 'register_id', asked.register_id,
        'version', asked.version, 'label', asked.label, 'parked_at', asked.parked_at,
        'customer', CASE WHEN asked.customer_id IS NOT NULL THEN core.sale_customer(asked.customer_id) END,
        'currency', asked.currency, 'lines', coalesce(lines, '[]'),
        'quoted_total', asked.quoted_total_amount::text, 'quote_expires_at', asked.quote_expires_at,
        'touched', touched, 'taken', asked.taken_amount::text,
        'exchange', core.sale_exchange(asked.return_id, (totals ->> 'total')::numeric)
    );
END $$;

-- The customer of a sale, as the till shows them; null for nobody.
CREATE FUNCTION core.sale_customer(customer uuid) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF customer IS NULL THEN
        RETURN NULL;
    END IF;

    RETURN (
        SELECT jsonb_build_object(
            'id', c.id, 'name', btrim(c.first_name || ' ' || c.last_name),
            'email', CASE WHEN c.email NOT LIKE '%.invalid' THEN c.email END,
            'orders', (SELECT count(*) FROM public.orders AS o WHERE o.customer_id = c.id),
            'place', (SELECT a.postal_code || ' ' || a.city FROM public.customer_shipping_addresses AS a
                      WHERE a.customer_id = c.id AND a.is_default)
        )
        FROM public.customers AS c WHERE c.id = customer
    );
END $$;

-- Holds a sale until the transaction ends; null if there is none.
CREATE FUNCTION core.try_hold_sale(of_order uuid) RETURNS storedesk.till_carts
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    till storedesk.till_carts;
BEGIN
    SELECT t.* INTO till
    FROM storedesk.till_carts AS t JOIN public.carts AS c ON c.id = t.cart_id
    WHERE t.order_id = of_order
    FOR NO KEY UPDATE OF c, t;

    RETURN till;
END $$;

-- Holds a sale until the transaction ends. Refuses one that is paid (already_paid, with its number) or gone
-- (sale_not_found).
CREATE FUNCTION core.hold_sale(of_order uuid) RETURNS storedesk.till_carts
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    till storedesk.till_carts := core.try_hold_sale(of_order);
BEGIN
    IF till.cart_id IS NULL THEN
        PERFORM core.refuse_paid(of_order);
        PERFORM core.not_found('sale_not_found');
    END IF;

    RETURN till;
END $$;

-- Refuses a sale that is an order already (already_paid, with its number).
CREATE FUNCTION core.refuse_paid(of_order uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    number text := (SELECT o.order_number FROM public.orders AS o WHERE o.id = of_order);
BEGIN
    IF number IS NOT NULL THEN
        PERFORM core.conflict('already_paid', jsonb_build_object('number', number));
    END IF;
END $$;

-- Holds the sale to which a register adds; null if there is none yet. Refuses one that is at another register or
-- parked (sale_elsewhere).
CREATE FUNCTION core.hold_sale_at(of_order uuid, register uuid) RETURNS storedesk.till_carts
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    till storedesk.till_carts := core.try_hold_sale(of_order);
BEGIN
    IF till.register_id <> register OR till.parked_at IS NOT NULL THEN
        PERFORM core.conflict('sale_elsewhere', jsonb_build_object('register', core.register_name(till.register_id)));
    END IF;

    RETURN till;
END $$;

-- Makes a sale at a register, with what its first line comes to; null if somebody else has made it meanwhile. Refuses
-- one that is paid (already_paid), register_not_found, and a register that has another one (register_busy).
CREATE FUNCTION core.make_sale(
    of_order uuid, register uuid, worth numeric, actor uuid, instant timestamp
) RETURNS storedesk.till_carts
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    till storedesk.till_carts;
    made uuid;
BEGIN
    PERFORM core.refuse_paid(of_order);

    IF core.register_name(register) IS NULL THEN
        PERFORM core.not_found('register_not_found');
    END IF;

    LOOP
        INSERT INTO public.carts (
            is_guest, guest_session_id, total_price_amount, total_price_currency, last_activity_date
        )
        SELECT true, 'till:' || register, worth, s.currency, instant FROM storedesk.store_settings AS s
        ON CONFLICT (guest_session_id) WHERE guest_session_id IS NOT NULL DO NOTHING
        RETURNING id INTO made;
        EXIT WHEN made IS NOT NULL;

        IF EXISTS (SELECT FROM storedesk.till_carts AS t WHERE t.order_id = of_order) THEN
            RETURN NULL;  -- two first scans at once
        ELSIF NOT core.clear_register(register) THEN
            PERFORM core.refuse('register_busy', jsonb_build_object('register', core.register_name(register)));
        END IF;
    END LOOP;

    INSERT INTO storedesk.till_carts (cart_id, order_id, register_id, staff_id)
    VALUES (made, of_order, register, actor)
    RETURNING * INTO till;

    RETURN till;
END $$;

-- Holds the sale to which a register adds; the first time it is made. Refuses what hold_sale_at and make_sale refuse.
CREATE FUNCTION core.hold_or_make_sale(
    of_order uuid, register uuid, actor uuid, instant timestamp
) RETURNS storedesk.till_carts
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    till storedesk.till_carts;
BEGIN
    LOOP
        till := core.hold_sale_at(of_order, register);
        EXIT WHEN till.cart_id IS NOT NULL;
        till := core.make_sale(of_order, register, 0, actor, instant);
        EXIT WHEN till.cart_id IS NOT NULL;
    END LOOP;

    RETURN till;
END $$;

-- Adds up a sale after a change, and drops its quote, which was made for another sale. Refuses one that has become
-- dearer than a column holds, with its tax (money_too_big); one that already was may become cheaper. Refuses to leave
-- no line while money was taken for it (money_in_sale).
CREATE FUNCTION core.sum_sale(till storedesk.till_carts, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    former numeric;
    total numeric;
BEGIN
    SELECT c.total_price_amount, (
        SELECT coalesce(sum(l.subtotal_amount), 0) FROM public.cart_items AS l WHERE l.cart_id = till.cart_id
    ) INTO former, total FROM public.carts AS c WHERE c.id = till.cart_id;

    IF total > core.largest_amount() THEN
        PERFORM core.check_amount(total);
    END IF;

    IF till.taken_amount > 0 THEN
        PERFORM core.check_not_emptied(till);
    END IF;

    UPDATE public.carts AS c
    SET total_price_amount = total, updated_at = instant,
        last_activity_date = CASE  -- to the minute: it is indexed, so that each change writes six indexes
            WHEN instant BETWEEN c.last_activity_date AND c.last_activity_date + interval '1 minute'
                THEN c.last_activity_date
            ELSE instant END
    WHERE c.id = till.cart_id;

    IF till.quote_expires_at IS NOT NULL THEN
        PERFORM core.drop_quote(till.order_id);
    END IF;

    IF 2 * total > core.largest_amount() AND total > former THEN  -- tax rates are below 1
        PERFORM core.check_total(till.order_id);
    END IF;
END $$;
