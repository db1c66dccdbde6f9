-- Sales that are parked, and recalled at any register.

-- Parks a sale, to be recalled at any register. Refuses sale_empty, card_number, one that cash was taken for
-- (money_in_sale), and what hold_sale refuses.
CREATE FUNCTION api.park(request uuid, order_id uuid, label text) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    till storedesk.till_carts;
    instant timestamp;
BEGIN
    till := core.hold_sale(order_id);
    instant := core.now();

    IF NOT EXISTS (SELECT FROM public.cart_items AS l WHERE l.cart_id = till.cart_id)
        AND NOT EXISTS (SELECT FROM storedesk.till_exchanges AS e WHERE e.order_id = till.order_id) THEN
        PERFORM core.refuse('sale_empty');
    END IF;

    IF till.taken_amount > 0 AND EXISTS (
        SELECT FROM storedesk.till_tenders AS t WHERE t.order_id = till.order_id AND t.method = 'cash'
    ) THEN
        PERFORM core.check_nothing_taken(till);  -- its cash is in this drawer; any register may recall it
    END IF;

    UPDATE public.carts AS c SET guest_session_id = 'till:' || till.register_id || ':' || park.order_id
    WHERE c.id = till.cart_id;
    UPDATE storedesk.till_carts AS t SET label = core.clean_words(park.label, 100), parked_at = instant
    WHERE t.cart_id = till.cart_id;
    PERFORM core.sum_sale(till, instant);
END $$;

-- Deletes the sale on a register's screen if it is empty, nothing comes back for it and no money was taken for it.
-- Tells whether there was one.
CREATE FUNCTION core.clear_register(register uuid) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM public.carts AS c USING storedesk.till_carts AS t
    WHERE c.guest_session_id = 'till:' || register AND t.cart_id = c.id
      AND NOT EXISTS (SELECT FROM public.cart_items AS l WHERE l.cart_id = c.id)
      AND NOT EXISTS (SELECT FROM storedesk.till_exchanges AS e WHERE e.order_id = t.order_id)
      AND t.taken_amount = 0 AND NOT core.has_card_money(t.order_id);

    RETURN FOUND;
END $$;

-- Recalls a parked sale at a register. Refuses one that somebody else has recalled (already_recalled), a register
-- that has another sale (register_busy), register_not_found, and what hold_sale refuses.
CREATE FUNCTION api.recall(request uuid, order_id uuid, register uuid) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    till storedesk.till_carts;
BEGIN
    till := core.hold_sale(order_id);

    IF till.parked_at IS NULL THEN
        PERFORM core.conflict('already_recalled', jsonb_build_object('register', core.register_name(till.register_id)));
    END IF;

    IF core.register_name(register) IS NULL THEN
        PERFORM core.not_found('register_not_found');
    END IF;

    PERFORM core.clear_register(register);

    BEGIN
        UPDATE public.carts AS c SET guest_session_id = 'till:' || register WHERE c.id = till.cart_id;
    EXCEPTION WHEN unique_violation THEN
        PERFORM core.refuse('register_busy', jsonb_build_object('register', core.register_name(register)));
    END;

    UPDATE storedesk.till_carts AS t SET register_id = register, staff_id = me, parked_at = NULL
    WHERE t.cart_id = till.cart_id;

    RETURN core.sale(order_id);
END $$;

-- The parked sales, the newest first.
CREATE FUNCTION api.parked_sales() RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'order_id', p.order_id, 'label', coalesce(p.label, ''), 'register', r.name, 'parked_at', p.parked_at,
            'lines', jsonb_array_length(p.sale -> 'lines'), 'total', p.sale ->> 'total',
            'currency', p.sale ->> 'currency'
        ) ORDER BY p.parked_at DESC), '[]')
        FROM (
            SELECT t.order_id, t.label, t.register_id, t.parked_at, core.sale(t.order_id) AS sale
            FROM storedesk.till_carts AS t WHERE t.parked_at IS NOT NULL
            ORDER BY t.parked_at DESC LIMIT 200
        ) AS p
        JOIN storedesk.registers AS r ON r.id = p.register_id
    );
END $$;
