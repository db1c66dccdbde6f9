-- Returns: goods that had left and come back, and the money that goes back for them.

-- What an order comes to without what has been returned of it, and without `also`, [{line, quantity}]:
-- {subtotal, tax, tax_lines: [{name, rate, base, tax}]}, without shipping. A return is worth what was left
-- before it less what is left after it, so that all returns of an order add up to it to the cent. Each line
-- is taxed as it was when it was sold; of an order that another program made, tax goes back by its share.
CREATE FUNCTION core.left_over(of_order uuid, also jsonb DEFAULT '[]') RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sold public.orders;
    store storedesk.store_settings;
    digits int;
    remains numeric;
    worth numeric;
    by_rate jsonb;
    is_known boolean;
    taxed numeric;
    tax_lines jsonb;
BEGIN
    SELECT * INTO sold FROM public.orders AS o WHERE o.id = of_order;
    SELECT * INTO store FROM storedesk.store_settings;
    digits := core.digits(store.currency);
    worth := nullif(sold.subtotal_amount, 0);  -- of what was given away, nothing goes back

    WITH back AS (
        SELECT b.line, sum(b.quantity) AS quantity
        FROM (
            SELECT r.order_line_item_id AS line, r.quantity
            FROM storedesk.order_returns AS o JOIN storedesk.order_return_lines AS r ON r.return_id = o.id
            WHERE o.order_id = of_order
            UNION ALL
            SELECT a.line, a.quantity FROM jsonb_to_recordset(also) AS a (line uuid, quantity int)
        ) AS b
        GROUP BY b.line
    ), line AS (
        SELECT l.subtotal_amount AS whole, t.name, t.rate,
               l.unit_price_amount * (l.quantity - coalesce(b.quantity, 0)) AS rest
        FROM public.order_line_items AS l
        LEFT JOIN storedesk.order_line_taxes AS t ON t.order_line_item_id = l.id
        LEFT JOIN back AS b ON b.line = l.id
        WHERE l.order_id = of_order
    )
    SELECT (SELECT sum(l.rest) FROM line AS l),
           coalesce(jsonb_agg(jsonb_build_object('name', g.name, 'rate', g.rate, 'whole', g.whole, 'rest', g.rest)), '[]')
    INTO remains, by_rate
    FROM (SELECT l.name, l.rate, sum(l.whole) AS whole, sum(l.rest) AS rest FROM line AS l
          WHERE l.rate IS NOT NULL GROUP BY l.name, l.rate) AS g;

    is_known := NOT EXISTS (
        SELECT FROM jsonb_to_recordset(by_rate) AS g (name text, rate numeric, whole numeric)
        FULL JOIN (SELECT * FROM storedesk.order_tax_lines AS t WHERE t.order_id = of_order) AS t
            ON (t.name, t.rate) = (g.name, g.rate)
        WHERE t.base_amount IS DISTINCT FROM g.whole
    );

    SELECT coalesce(sum(t.tax_amount), 0), coalesce(jsonb_agg(jsonb_build_object(
        'name', t.name, 'rate', t.rate::text, 'base', left_base.amount::text,
        'tax', round(CASE WHEN is_known
            THEN left_base.amount * t.rate / CASE store.tax_mode WHEN 'inclusive' THEN 1 + t.rate ELSE 1 END
            ELSE coalesce(t.tax_amount * remains / worth, t.tax_amount)
        END, digits)::text
    ) ORDER BY t.name COLLATE "C", t.rate), '[]')
    INTO taxed, tax_lines
    FROM storedesk.order_tax_lines AS t
    LEFT JOIN jsonb_to_recordset(by_rate) AS g (name text, rate numeric, rest numeric)
        ON (g.name, g.rate) = (t.name, t.rate)
    CROSS JOIN LATERAL (
        SELECT round(CASE WHEN is_known THEN g.rest ELSE coalesce(t.base_amount * remains / worth, t.base_amount) END, 2) AS amount
    ) AS left_base
    WHERE t.order_id = of_order;

    RETURN jsonb_build_object(
        'subtotal', remains, 'tax_lines', tax_lines,
        'tax', CASE WHEN taxed = sold.tax_amount
            THEN (SELECT coalesce(sum(t.tax), 0) FROM jsonb_to_recordset(tax_lines) AS t (tax numeric))
            ELSE round(coalesce(sold.tax_amount * remains / worth, sold.tax_amount), digits)
        END
    );
END $$;

-- What is left of an order with its tax, in one number.
CREATE FUNCTION core.worth(left_over jsonb) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (left_over ->> 'subtotal')::numeric + (left_over ->> 'tax')::numeric;
END $$;

-- Reads the lines of a return, [{line, quantity, restocked}], each with what goes back for it.
-- Refuses return_empty, line_not_found, bad_quantity, the same line twice in one way (line_twice), and more
-- than was bought and not returned yet (return_too_many).
CREATE FUNCTION core.read_return(of_order uuid, given jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    one record;
    so_far jsonb := '[]';
    worth numeric := core.worth(core.left_over(of_order));
    less numeric;
    read jsonb := '[]';
BEGIN
    IF coalesce(jsonb_array_length(given), 0) NOT BETWEEN 1 AND core.most('return_lines') THEN
        PERFORM core.refuse('return_empty');
    END IF;

    FOR one IN
        SELECT g.line, g.quantity, coalesce(g.restocked, false) AS restocked, l.id, l.product_id, l.product_name,
               sum(g.quantity) OVER (PARTITION BY g.line) AS wanted,
               count(*) OVER (PARTITION BY g.line, coalesce(g.restocked, false)) AS times,
               l.quantity - coalesce((SELECT sum(r.quantity) FROM storedesk.order_return_lines AS r
                                      WHERE r.order_line_item_id = l.id), 0) AS remains
        FROM jsonb_to_recordset(given) AS g (line uuid, quantity int, restocked boolean)
        LEFT JOIN public.order_line_items AS l ON l.id = g.line AND l.order_id = of_order
        ORDER BY l.created_at, l.id, restocked DESC
    LOOP
        IF one.id IS NULL THEN
            PERFORM core.not_found('line_not_found');
        END IF;

        PERFORM core.check_quantity(one.quantity, 1, 'line_pieces');

        IF one.times > 1 THEN
            PERFORM core.refuse('line_twice', jsonb_build_object('name', one.product_name));
        ELSIF one.wanted > one.remains THEN
            PERFORM core.refuse('return_too_many', jsonb_build_object('name', one.product_name, 'left', one.remains));
        END IF;

        so_far := so_far || jsonb_build_object('line', one.line, 'quantity', one.quantity);
        less := core.worth(core.left_over(of_order, so_far));
        read := read || jsonb_build_object(
            'line', one.line, 'product', one.product_id, 'quantity', one.quantity, 'restocked', one.restocked,
            'refund', worth - less
        );
        worth := less;
    END LOOP;

    RETURN read;
END $$;

-- How a sum goes back, as it was paid: cards and PayPal first, cash last:
-- [{method, card_scheme, card_last_four, transaction_id, amount, rounding, detail}].
-- Of the cash that was taken for an order, coins and all, as much stays as what is left of it comes to in
-- coins: never more goes back than came in, and the last return gives exactly the rest.
-- Refuses more than is left of what was paid (refund_too_large).
CREATE FUNCTION core.refund_plan(of_order uuid, amount numeric) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    coin numeric := (SELECT s.cash_rounding FROM storedesk.store_settings AS s);
    rest numeric := amount;
    plan jsonb := '[]';
    part numeric;
    given numeric;
    source record;
BEGIN
    FOR source IN
        SELECT p.method, p.card_scheme, p.card_last_four, p.transaction_id,
               sum(p.amount) AS remains, sum(p.amount + p.rounding) AS in_coins
        FROM (
            SELECT o.method, o.card_scheme, o.card_last_four, o.created_at,
                   CASE WHEN o.method <> 'cash' THEN o.transaction_id END AS transaction_id,
                   CASE o.kind WHEN 'payment' THEN o.amount ELSE -o.amount END AS amount,
                   CASE o.kind WHEN 'payment' THEN o.rounding_amount ELSE -o.rounding_amount END AS rounding
            FROM storedesk.order_payments AS o WHERE o.order_id = of_order
        ) AS p
        GROUP BY p.method, p.card_scheme, p.card_last_four, p.transaction_id
        HAVING sum(p.amount) > 0
        ORDER BY p.method = 'cash', min(p.created_at), p.transaction_id, p.card_last_four
    LOOP
        EXIT WHEN rest = 0;

        part := least(rest, source.remains);
        given := CASE source.method
            WHEN 'cash' THEN source.in_coins - least(source.in_coins, core.round_cash(source.remains - part, coin))
            ELSE part
        END;
        plan := plan || (to_jsonb(source) - 'remains' - 'in_coins' || jsonb_build_object(
            'amount', round(part, 2)::text, 'rounding', round(given - part, 2)::text,
            'detail', coalesce(nullif(concat_ws(' ', source.card_scheme, source.card_last_four), ''), source.transaction_id)
        ));
        rest := rest - part;
    END LOOP;

    IF rest > 0 THEN
        PERFORM core.refuse('refund_too_large', jsonb_build_object('left', (amount - rest)::text));
    END IF;

    RETURN plan;
END $$;

-- Gives back a sum as refund_plan says. Cash leaves an open till only (cash_needs_shift).
CREATE FUNCTION core.refund(
    of_order uuid, amount numeric, of_return uuid, shift uuid, actor uuid, instant timestamp
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    plan jsonb := core.refund_plan(of_order, amount);
BEGIN
    IF shift IS NULL AND plan @> '[{"method": "cash"}]' THEN
        PERFORM core.refuse('cash_needs_shift');
    END IF;

    INSERT INTO storedesk.order_payments (
        id, order_id, kind, method, amount, rounding_amount, currency, card_scheme, card_last_four,
        transaction_id, return_id, till_session_id, created_by, created_at
    )
    SELECT gen_random_uuid(), o.id, 'refund', p.method, p.amount, p.rounding, o.total_currency, p.card_scheme,
           p.card_last_four, p.transaction_id, of_return, shift, actor, instant
    FROM jsonb_to_recordset(plan) AS p (
        method text, amount numeric, rounding numeric, card_scheme text, card_last_four text, transaction_id text
    )
    JOIN public.orders AS o ON o.id = of_order;
END $$;

-- What went back for an order, by cancelling it or by one return: [{method, amount, rounding, detail}].
CREATE FUNCTION core.refund_documents(of_order uuid, of_return uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'method', p.method, 'amount', p.amount::text, 'rounding', p.rounding_amount::text,
            'detail', coalesce(nullif(concat_ws(' ', p.card_scheme, p.card_last_four), ''), p.transaction_id)
        ) ORDER BY p.method = 'cash', p.created_at, p.id), '[]')
        FROM storedesk.order_payments AS p
        WHERE p.order_id = of_order AND p.kind = 'refund' AND p.return_id IS NOT DISTINCT FROM of_return
    );
END $$;

-- Whether a return comes later than the store's days after the goods had left.
CREATE FUNCTION core.is_late(of_order uuid, instant timestamp) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT max(h.created_at) < instant - make_interval(days => (SELECT s.return_days FROM storedesk.store_settings AS s))
        FROM storedesk.order_status_history AS h
        WHERE h.order_id = of_order AND h.to_status IN ('shipped', 'delivered')
    );
END $$;

-- Why a return is a manager's to allow, {code, parameters}; null where it is not, and for a manager. Whoever
-- is none gives money back for goods that have come back to the shelf, within the store's days, at an open
-- shift, and no more than their limits of one return and of a business day.
CREATE FUNCTION core.return_beyond(
    of_order uuid, lines jsonb, shipping numeric, total numeric, shift uuid, actor uuid, instant timestamp
) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    store storedesk.store_settings;
    damaged numeric := (SELECT coalesce(sum(l.refund), 0)
                        FROM jsonb_to_recordset(lines) AS l (restocked boolean, refund numeric) WHERE NOT l.restocked);
    today record;
BEGIN
    IF core.belongs('manager') THEN
        RETURN NULL;
    END IF;

    SELECT * INTO store FROM storedesk.store_settings;
    SELECT coalesce(sum(r.refund_amount), 0.00) AS refund, coalesce(sum(d.refund), 0.00) AS damaged INTO today
    FROM storedesk.order_returns AS r
    LEFT JOIN LATERAL (
        SELECT sum(b.refund_amount) AS refund FROM storedesk.order_return_lines AS b
        WHERE b.return_id = r.id AND NOT b.restocked
    ) AS d ON true
    WHERE r.created_by = actor AND r.created_at >= core.day_start(instant);

    RETURN CASE
        WHEN shipping > 0 THEN jsonb_build_object('code', 'return_of_shipping', 'parameters', '{}'::jsonb)
        WHEN core.is_late(of_order, instant) THEN jsonb_build_object(
            'code', 'return_late', 'parameters', jsonb_build_object('days', store.return_days))
        WHEN damaged > 0 AND today.damaged + damaged > core.limit_of('refund_damaged_day_amount') THEN
            jsonb_build_object('code', 'return_damaged', 'parameters', jsonb_build_object(
                'most', core.limit_of('refund_damaged_day_amount')::text, 'currency', store.currency))
        WHEN total > core.limit_of('refund_amount') THEN jsonb_build_object(
            'code', 'return_large', 'parameters', jsonb_build_object(
                'most', core.limit_of('refund_amount')::text, 'currency', store.currency))
        WHEN today.refund + total > core.limit_of('refund_day_amount') THEN jsonb_build_object(
            'code', 'return_day', 'parameters', jsonb_build_object(
                'most', core.limit_of('refund_day_amount')::text, 'today', today.refund::text,
                'currency', store.currency))
        WHEN shift IS NULL THEN jsonb_build_object('code', 'return_without_shift', 'parameters', '{}'::jsonb)
    END;
END $$;

-- Has a return allowed that is beyond what whoever asks may do alone: of two by one person at once, the
-- second waits here, so that both count. The approval is of "return_order" and {order_id, lines: [{line,
-- quantity, restocked}], shipping, refund, reason, shift}. Refuses what return_beyond says, and what
-- use_approval refuses.
CREATE FUNCTION core.allow_return(
    of_order uuid, lines jsonb, shipping numeric, total numeric, reason text, shift uuid, actor uuid, approval uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    beyond jsonb;
BEGIN
    IF core.belongs('manager') THEN
        RETURN;
    END IF;

    PERFORM pg_advisory_xact_lock(7311, hashtext(actor::text));
    beyond := core.return_beyond(of_order, lines, shipping, total, shift, actor, core.now());

    IF beyond IS NOT NULL THEN
        PERFORM core.use_approval(approval, 'return_order', jsonb_build_object(
            'order_id', of_order, 'refund', round(total, 2)::text, 'shipping', round(shipping, 2)::text,
            'reason', reason, 'shift', shift, 'lines', (
                SELECT core.named_list(jsonb_agg(jsonb_build_object(
                    'line', l.line, 'quantity', l.quantity, 'restocked', l.restocked
                ) ORDER BY l.line, l.restocked))
                FROM jsonb_to_recordset(lines) AS l (line uuid, quantity int, restocked boolean)
            )
        ), core.now(), beyond ->> 'code', beyond -> 'parameters');
    END IF;
END $$;

-- Takes goods back. Beyond their limits, whoever is no manager needs an approval (allow_return). Answers as
-- order_answer does, with return_id. Refuses already_returned, not_returnable, changed_meanwhile,
-- reason_missing, and what hold_shift_as, read_return, allow_return and refund refuse.
CREATE FUNCTION core.return_order(
    of_return uuid, of_order uuid, given jsonb, reason text, shift uuid, with_shipping boolean,
    actor uuid, seen int, approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.orders;
    why text := core.clean_words(reason, 500);
    lines jsonb;
    before jsonb;
    shipping numeric := 0;
    total numeric;
    instant timestamp;
BEGIN
    SELECT * INTO held FROM public.orders AS o WHERE o.id = of_order FOR NO KEY UPDATE;

    IF EXISTS (SELECT FROM storedesk.order_returns AS r WHERE r.id = of_return) THEN
        PERFORM core.conflict('already_returned');
    END IF;

    PERFORM core.hold_order(of_order, seen, ARRAY['shipped', 'delivered'], refusal => 'not_returnable');

    IF why IS NULL THEN
        PERFORM core.refuse('reason_missing');
    END IF;

    IF shift IS NOT NULL THEN
        PERFORM core.hold_shift_as(shift, actor, 'return_order');
    END IF;

    lines := core.read_return(of_order, given);

    IF core.is_recalled(of_order) AND lines @> '[{"restocked": false}]' THEN
        PERFORM core.refuse('recalled_to_shelf', jsonb_build_object('number', held.order_number));
    END IF;

    IF with_shipping THEN
        shipping := core.shipping_left(of_order);
    END IF;

    total := shipping + (SELECT sum((l.value ->> 'refund')::numeric) FROM jsonb_array_elements(lines) AS l (value));
    PERFORM core.allow_return(of_order, lines, shipping, total, why, shift, actor, approval);
    PERFORM core.hold_stock(ARRAY(
        SELECT DISTINCT (l.value ->> 'product')::uuid FROM jsonb_array_elements(lines) AS l (value)
        WHERE (l.value ->> 'restocked')::boolean
    ));
    instant := core.now();
    before := core.left_over(of_order);

    INSERT INTO storedesk.order_returns (
        id, order_id, reason, refund_amount, shipping_amount, till_session_id, created_by, created_at
    ) VALUES (of_return, of_order, why, total, shipping, shift, actor, instant);
    INSERT INTO storedesk.order_return_lines (return_id, order_line_item_id, quantity, restocked, refund_amount)
    SELECT of_return, l.line, l.quantity, l.restocked, l.refund
    FROM jsonb_to_recordset(lines) AS l (line uuid, quantity int, restocked boolean, refund numeric);
    PERFORM core.write_return_taxes(of_return, before -> 'tax_lines', core.left_over(of_order) -> 'tax_lines');
    PERFORM core.refund(of_order, total, of_return, shift, actor, instant);
    PERFORM core.restock(of_order, lines, 'returned: ' || why, actor, instant);

    UPDATE public.orders SET version = held.version + 1, updated_at = instant WHERE id = of_order;
    PERFORM core.write_change(held, 'return', why, actor, instant);

    IF NOT EXISTS (
        SELECT FROM public.order_line_items AS l WHERE l.order_id = of_order AND l.quantity > (
            SELECT coalesce(sum(r.quantity), 0) FROM storedesk.order_return_lines AS r WHERE r.order_line_item_id = l.id)
    ) THEN
        PERFORM core.end_recall(of_order, 'returned', actor, instant);
    END IF;

    RETURN core.order_answer(of_order, 0, total, core.refund_documents(of_order, of_return))
        || jsonb_build_object('return_id', of_return);
END $$;

-- What was paid for shipping an order and has not gone back.
CREATE FUNCTION core.shipping_left(of_order uuid) RETURNS numeric
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT o.shipping_cost_amount - (SELECT coalesce(sum(r.shipping_amount), 0)
                                         FROM storedesk.order_returns AS r WHERE r.order_id = o.id)
        FROM public.orders AS o WHERE o.id = of_order
    );
END $$;

-- Puts what came back and is good on the shelf again, product by product.
CREATE FUNCTION core.restock(of_order uuid, lines jsonb, reason text, actor uuid, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    item record;
BEGIN
    FOR item IN
        SELECT l.product, sum(l.quantity)::int AS quantity
        FROM jsonb_to_recordset(lines) AS l (product uuid, quantity int, restocked boolean)
        WHERE l.restocked
        GROUP BY l.product
        ORDER BY l.product
    LOOP
        PERFORM core.move_stock(item.product, NULL, 'restock', item.quantity, left(reason, 255),
                                actor => actor, instant => instant, for_order => of_order);
    END LOOP;
END $$;

-- Writes down the tax in what went back: what was in the order before, less what is in it now.
CREATE FUNCTION core.write_return_taxes(of_return uuid, before jsonb, after jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO storedesk.order_return_tax_lines (return_id, name, rate, base_amount, tax_amount)
    SELECT of_return, b.name, b.rate, b.base - a.base, b.tax - a.tax
    FROM jsonb_to_recordset(before) AS b (name text, rate numeric, base numeric, tax numeric)
    JOIN jsonb_to_recordset(after) AS a (name text, rate numeric, base numeric, tax numeric) USING (name, rate)
    WHERE b.base <> a.base;
END $$;

DO $$
DECLARE
    book text;
BEGIN
    FOREACH book IN ARRAY ARRAY['order_returns', 'order_return_lines', 'order_return_tax_lines'] LOOP
        EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.%I '
                       'FOR EACH ROW EXECUTE FUNCTION core.append_only()', book);
        EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.%I '
                       'FOR EACH STATEMENT EXECUTE FUNCTION core.append_only()', book);
    END LOOP;
END $$;

-- ---------- what staff may call

-- Takes back `lines`, [{line, quantity, restocked}], of an order. The return's id is made by the client, so
-- that it is taken once however often it is asked for.
CREATE FUNCTION api.return_order(
    request uuid, return_id uuid, order_id uuid, seen int, lines jsonb, reason text, shift uuid DEFAULT NULL,
    with_shipping boolean DEFAULT false, approval uuid DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    answer := core.return_order(
        return_id, order_id, lines, reason, shift, with_shipping, me, seen, approval
    );
END $$;

-- What a return at a shift would give back, without taking it: {currency, shipping, tax, refund, refunds,
-- needs_approval, beyond}, with refunds as order_answer has them and beyond as return_beyond says why a
-- manager has to allow it. Refuses order_not_found, and what read_return refuses.
CREATE FUNCTION api.return_preview(
    order_id uuid, lines jsonb, with_shipping boolean DEFAULT false, shift uuid DEFAULT NULL
) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me uuid := core.me();
    sold public.orders;
    shipping numeric := 0;
    read jsonb;
    total numeric;
    beyond jsonb;
BEGIN
    SELECT * INTO sold FROM public.orders AS o WHERE o.id = order_id;

    IF sold.id IS NULL THEN
        PERFORM core.not_found('order_not_found');
    END IF;

    IF with_shipping THEN
        shipping := core.shipping_left(sold.id);
    END IF;

    read := core.read_return(sold.id, lines);
    total := shipping + (SELECT sum((l.value ->> 'refund')::numeric) FROM jsonb_array_elements(read) AS l (value));
    beyond := core.return_beyond(sold.id, read, shipping, total, shift, me, core.now());

    RETURN jsonb_build_object(
        'currency', sold.total_currency, 'shipping', round(shipping, 2)::text, 'refund', round(total, 2)::text,
        'tax', round((core.left_over(sold.id) ->> 'tax')::numeric
                     - (core.left_over(sold.id, read) ->> 'tax')::numeric, 2)::text,
        'refunds', core.refund_plan(sold.id, total), 'needs_approval', beyond IS NOT NULL, 'beyond', beyond
    );
END $$;
