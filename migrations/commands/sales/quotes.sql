-- Quotes: the total of a sale, and its pieces held against other registers, while money is taken.

-- Drops what a sale holds: its pieces and, unless that is kept for the next quote, credit that was taken for it.
CREATE FUNCTION core.drop_quote(of_order uuid, keeps_credit boolean DEFAULT false) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM storedesk.till_quotes AS q WHERE q.order_id = of_order;

    IF NOT keeps_credit THEN
        DELETE FROM storedesk.till_tenders AS t WHERE t.order_id = of_order AND t.method = 'store_credit';
    END IF;

    UPDATE storedesk.till_carts AS t
    SET quoted_total_amount = NULL, quoted_totals = NULL, quote_expires_at = NULL, quoted_by = NULL
    WHERE t.order_id = of_order;
END $$;

-- Writes today's prices into a sale, but for lines whose price was set by hand and is not today's price by
-- now. Answers what changed: [{name, old, new}]. Refuses what is not sold any more (product_not_sold).
CREATE FUNCTION core.reprice(till storedesk.till_carts, instant timestamp) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    changes jsonb := '[]';
    day date := storedesk.promotion_day(core.business_day(instant));
    digits int := (SELECT core.digits(s.currency) FROM storedesk.store_settings AS s);
    changed record;
    line public.cart_items;
BEGIN
    FOR changed IN
        SELECT l.id, l.product_id, l.variant_id, l.source, l.weight, l.fixed_price_amount,
               concat_ws(', ', l.product_name, l.variant_description) AS name, l.unit_price_amount AS old,
               core.line_price(c.price, l.weight, l.fixed_price_amount, digits) AS new,
               s.state, coalesce(o.cart_item_id, l.own_requested_by) IS NOT NULL AS is_set
        FROM core.sale_lines AS l
        JOIN core.sellable AS s ON s.id = l.product_id
        LEFT JOIN public.product_variants AS v ON v.id = l.variant_id
        LEFT JOIN storedesk.till_overrides AS o ON o.cart_item_id = l.id
        CROSS JOIN LATERAL core.price_on(
            s.id, v.id, s.category_id, s.price + coalesce(v.price_adjustment_amount, 0), day
        ) AS c
        WHERE l.cart_id = till.cart_id
        ORDER BY l.added_at, l.id
    LOOP
        IF changed.state <> 'active' THEN
            PERFORM core.refuse_unsold(changed.product_id, changed.name, changed.state);
        END IF;

        IF changed.source IS NOT NULL AND changed.is_set = (changed.new = changed.old) THEN
            PERFORM core.reprice_package(till.cart_id, changed.id, core.item(changed.product_id, changed.variant_id),
                                         changed.new, instant);
        ELSIF changed.is_set AND changed.new = changed.old THEN
            DELETE FROM storedesk.till_overrides AS o WHERE o.cart_item_id = changed.id;
        ELSIF changed.new <> changed.old AND NOT changed.is_set THEN
            SELECT * INTO line FROM public.cart_items AS l WHERE l.id = changed.id;
            PERFORM core.set_price(line, changed.new, instant);
        END IF;

        IF changed.new <> changed.old AND NOT changed.is_set THEN
            changes := changes || jsonb_build_object(
                'name', changed.name, 'old', changed.old::text, 'new', changed.new::text
            );
        END IF;
    END LOOP;

    RETURN changes;
END $$;

-- A product of a sale: how many pieces the sale wants, and how many are left to it.
CREATE TYPE core.wanted_product AS (product_id uuid, name text, wanted int, available int);

-- What a sale wants of each product, and what is left to it: the stock, less what is reserved for orders and what
-- other valid quotes hold. The caller holds the stock. Without a search_path of its own it is planned as if it stood
-- in the query that asks.
CREATE FUNCTION core.wanted(till storedesk.till_carts, instant timestamp) RETURNS SETOF core.wanted_product
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT w.product_id, w.name::text, w.quantity, greatest(0, i.stock_level - i.reserved_quantity - coalesce((
        SELECT sum(h.quantity) FROM core.held AS h
        WHERE h.product_id = w.product_id AND h.order_id <> till.order_id AND h.until > instant
    ), 0))::int
    FROM (
        SELECT l.product_id, min(l.product_name) AS name, sum(l.quantity)::int AS quantity
        FROM public.cart_items AS l WHERE l.cart_id = till.cart_id
        GROUP BY l.product_id
    ) AS w
    JOIN public.inventory AS i ON i.product_id = w.product_id
    ORDER BY w.product_id;
END;

-- Holds the stock of all products in a sale, and of what goes back to the shelf for it.
CREATE FUNCTION core.hold_sale_stock(till storedesk.till_carts) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.hold_stock(ARRAY(
        SELECT l.product_id FROM public.cart_items AS l WHERE l.cart_id = till.cart_id
        UNION
        SELECT b.product
        FROM storedesk.till_exchanges AS e, jsonb_to_recordset(e.lines) AS b (product uuid, restocked boolean)
        WHERE e.order_id = till.order_id AND b.restocked
    ));
END $$;

-- What a sale comes to, as core.totals answers it, null for an empty one; and whether its lines are as they are sold
-- now, so that core.reprice has nothing to do.
CREATE TYPE core.priced_sale AS (totals jsonb, is_current boolean);

-- The totals of a sale at the prices of its lines and today's taxes. With lines that a promotion has made cheaper they
-- have `promotions`, {line: {promotion, name, usual_price}}, for what is paid later is what was quoted.
CREATE FUNCTION core.price_sale(cart uuid, instant timestamp) RETURNS core.priced_sale
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    store storedesk.store_settings;
    amounts numeric[];
    taxes text[];
    rates numeric[];
    is_current boolean;
    promotions jsonb;
    totals jsonb;
    today date;
    day date;  -- if a promotion holds on it
    digits int;
BEGIN
    SELECT * INTO store FROM storedesk.store_settings;
    digits := core.digits(store.currency);
    today := core.day_in(store.time_zone, instant);
    day := storedesk.promotion_day(today);
    SELECT array_agg(l.subtotal_amount), array_agg(r.name), array_agg(r.rate), bool_and(
        s.state = 'active'
        AND (l.unit_price_amount = core.line_price(c.price, l.weight, l.fixed_price_amount, digits))
            = (coalesce(o.cart_item_id, l.own_requested_by) IS NULL)
    ), jsonb_object_agg(l.id, jsonb_build_object(
        'promotion', c.promotion_id, 'name', c.promotion,
        'usual_price', core.line_price(s.price + coalesce(v.price_adjustment_amount, 0), l.weight, NULL, digits)::text
    )) FILTER (WHERE c.promotion_id IS NOT NULL AND coalesce(o.cart_item_id, l.own_requested_by) IS NULL
               AND l.fixed_price_amount IS NULL AND (l.weight IS NULL OR l.unit_price_amount <> core.line_price(
                   s.price + coalesce(v.price_adjustment_amount, 0), l.weight, NULL, digits)))
    INTO amounts, taxes, rates, is_current, promotions
    FROM core.sale_lines AS l
    JOIN core.sellable AS s ON s.id = l.product_id
    LEFT JOIN public.product_variants AS v ON v.id = l.variant_id
    LEFT JOIN storedesk.till_overrides AS o ON o.cart_item_id = l.id
    CROSS JOIN LATERAL core.price_on(
        s.id, v.id, s.category_id, s.price + coalesce(v.price_adjustment_amount, 0), day
    ) AS c
    LEFT JOIN LATERAL core.rate_on(s.tax_class_id, today) AS r ON true
    WHERE l.cart_id = cart;

    IF amounts IS NOT NULL THEN
        totals := core.totals(amounts, taxes, rates, store.tax_mode, digits);
    END IF;

    RETURN (CASE WHEN promotions IS NULL THEN totals
        ELSE totals || jsonb_build_object('promotions', promotions) END, is_current);
END $$;

-- Quotes a sale that the caller holds: its pieces are its own for 15 minutes. `in_hand` are products of which the
-- cashier has the missing pieces in hand: [{product_id, reason}]; these hold nothing back. More of them than the
-- cashier's limits need an approval, or one that is `kept` (allow_found). Answers {is_held, changes, shortages};
-- nothing is held if there are any, or if the total is not the one that the till showed. Refuses a parked sale
-- (sale_elsewhere), sale_empty, shift_not_open, somebody who is not in the shift (shift_of_others),
-- product_not_sold, money_too_big, reason_missing, and what check_exchange and allow_found refuse.
CREATE FUNCTION core.quote(
    till storedesk.till_carts, shown_total numeric, in_hand jsonb, actor uuid, approval uuid DEFAULT NULL,
    kept jsonb DEFAULT '[]', keeps_credit boolean DEFAULT false
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    instant timestamp := core.now();
    changes jsonb := '[]';
    shortages jsonb := '[]';
    wanted core.wanted_product[];
    priced core.priced_sale;
    total numeric;
    claims jsonb := '[]';
    approver uuid;
    held constant interval := interval '15 minutes';
    shift uuid := core.open_shift_of(till.register_id);
    exchange storedesk.till_exchanges;
BEGIN
    IF till.parked_at IS NOT NULL THEN
        PERFORM core.conflict('sale_elsewhere', jsonb_build_object('register', core.register_name(till.register_id)));
    END IF;

    priced := core.price_sale(till.cart_id, instant);

    IF priced.totals IS NULL THEN
        PERFORM core.refuse('sale_empty');
    END IF;

    IF shift IS NULL THEN
        PERFORM core.refuse('shift_not_open');
    ELSIF NOT (core.is_in_shift(shift, actor) OR core.belongs('manager')) THEN
        PERFORM core.forbid_outsider(shift, actor);
    END IF;

    IF NOT priced.is_current THEN
        changes := core.reprice(till, instant);
    END IF;

    IF till.quoted_total_amount IS NOT NULL THEN
        PERFORM core.drop_quote(till.order_id, keeps_credit);
    END IF;

    IF NOT priced.is_current THEN
        PERFORM core.sum_sale(till, instant);
        priced := core.price_sale(till.cart_id, instant);
    END IF;

    SELECT * INTO exchange FROM storedesk.till_exchanges AS e WHERE e.order_id = till.order_id;

    IF exchange.order_id IS NOT NULL THEN
        PERFORM core.check_exchange(exchange, shift, actor, instant);  -- orders are held before stock
    END IF;

    total := (priced.totals ->> 'total')::numeric;
    PERFORM core.check_amount(total), core.hold_sale_stock(till);
    instant := core.now();
    wanted := ARRAY(SELECT w FROM core.wanted(till, instant) AS w);

    SELECT coalesce(jsonb_agg(jsonb_build_object(
        'product_id', w.product_id, 'name', w.name, 'wanted', w.wanted, 'available', w.available,
        'of_variants', core.has_variants(w.product_id)
    ) ORDER BY storedesk.sort_key(w.name), w.name), '[]') INTO shortages
    FROM unnest(wanted) AS w
    WHERE w.wanted > w.available
      AND NOT EXISTS (SELECT FROM jsonb_to_recordset(in_hand) AS f (product_id uuid) WHERE f.product_id = w.product_id);

    IF changes <> '[]' OR shortages <> '[]' OR total IS DISTINCT FROM shown_total THEN
        RETURN jsonb_build_object('is_held', false, 'changes', changes, 'shortages', shortages);
    END IF;

    IF in_hand <> '[]' THEN
        claims := core.found_pieces(till, in_hand, instant);
        approver := core.allow_found(till.order_id, claims, kept, actor, approval, instant);
    END IF;

    INSERT INTO storedesk.till_quotes (
        order_id, product_id, quantity, found_quantity, found_reason, found_by, found_approved_by
    )
    SELECT till.order_id, w.product_id, w.wanted, coalesce(f.pieces, 0), f.reason,
           CASE WHEN f.pieces > 0 THEN actor END, CASE WHEN f.pieces > 0 THEN approver END
    FROM unnest(wanted) AS w
    LEFT JOIN jsonb_to_recordset(claims) AS f (product_id uuid, pieces int, reason text) USING (product_id);

    UPDATE storedesk.till_carts AS t
    SET quoted_total_amount = shown_total, quoted_totals = priced.totals, quote_expires_at = instant + held,
        quoted_by = actor
    WHERE t.order_id = till.order_id;

    RETURN jsonb_build_object('is_held', true, 'changes', changes, 'shortages', shortages);
END $$;

-- Quotes a sale: see core.quote. Refuses what hold_sale refuses as well. Answers the sale with it, and
-- `terminal`, as core.terminal_payments_of has it, and `taken`, as core.taken_tenders has it.
CREATE FUNCTION api.quote(
    request uuid, order_id uuid, shown_total numeric, in_hand jsonb DEFAULT '[]', approval uuid DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    answer := core.quote(
        core.hold_sale(order_id), shown_total, coalesce(in_hand, '[]'), me, approval
    );

    RETURN answer || jsonb_build_object(
        'sale', core.sale(order_id), 'terminal', core.terminal_payments_of(order_id),
        'taken', core.taken_tenders(order_id)
    );
END $$;

-- Releases the pieces that a quote holds, and answers the sale. Refuses what hold_sale refuses.
CREATE FUNCTION api.release_quote(request uuid, order_id uuid) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.hold_sale(order_id), core.drop_quote(order_id);

    RETURN core.sale(order_id);
END $$;
