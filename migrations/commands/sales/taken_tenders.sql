-- Tenders that are taken for a part of a sale, by hand: kept as soon as they are entered, until the sale is paid or
-- they are given back. What a card terminal charges is kept beside them. See docs/decisions/0071.

-- What was taken for a sale by cash, by card or PayPal, in order, without what a card terminal has charged:
-- [{id, method, amount, currency, card_brand, last_four, reference, paypal_email}].
CREATE FUNCTION core.taken_tenders(of_order uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'id', t.id, 'method', t.method, 'amount', t.amount::text, 'currency', s.currency,
            'card_brand', t.card_scheme, 'last_four', t.card_last_four, 'reference', t.transaction_id,
            'paypal_email', t.paypal_email
        ) ORDER BY t.created_at, t.id), '[]')
        FROM storedesk.till_tenders AS t CROSS JOIN storedesk.store_settings AS s
        WHERE t.order_id = of_order AND t.method <> 'store_credit'
          AND NOT EXISTS (SELECT FROM storedesk.terminal_payments AS p WHERE p.id = t.id)
    );
END $$;

-- Refuses to do what ends a sale while money was taken for it (money_in_sale).
CREATE FUNCTION core.check_nothing_taken(till storedesk.till_carts) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF till.taken_amount > 0 THEN
        PERFORM core.refuse('money_in_sale', jsonb_build_object(
            'amount', till.taken_amount::text, 'currency', (SELECT s.currency FROM storedesk.store_settings AS s)
        ));
    END IF;
END $$;

-- Refuses to leave no line in a sale while money was taken for it (money_in_sale).
CREATE FUNCTION core.check_not_emptied(till storedesk.till_carts) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF till.taken_amount > 0 AND NOT EXISTS (SELECT FROM public.cart_items AS l WHERE l.cart_id = till.cart_id) THEN
        PERFORM core.check_nothing_taken(till);
    END IF;
END $$;

-- What is still to pay of a quoted sale, beside what comes back for it.
CREATE FUNCTION core.open_rest(till storedesk.till_carts) RETURNS numeric
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN till.quoted_total_amount - core.exchange_credit(till.order_id, till.quoted_total_amount) - (
        SELECT coalesce(sum(t.amount), 0) FROM storedesk.till_tenders AS t WHERE t.order_id = till.order_id
    );
END $$;

-- Takes a part of a quoted sale by cash, card or PayPal, under the request's id. The `id` of `tender` does not count.
-- Answers what was taken, as core.taken_tenders has it. Refuses quote_expired, more than is still to pay
-- (tenders_differ), gift cards (bad_tender), and what hold_sale, clean_tender, check_in_coins, check_terminal_settled,
-- hold_open_shift and check_payer refuse.
CREATE FUNCTION api.take_tender(request uuid, order_id uuid, tender jsonb) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    till storedesk.till_carts := core.hold_sale(order_id);
    store storedesk.store_settings;
    instant timestamp := core.now();
    taken jsonb;
    amount numeric;
    open numeric;
BEGIN
    IF NOT coalesce(core.is_quote_live(till.quote_expires_at, instant), false) THEN
        PERFORM core.refuse('quote_expired');
    END IF;

    SELECT * INTO store FROM storedesk.store_settings;
    taken := core.clean_tender(tender || jsonb_build_object('id', request), store.currency);
    amount := (taken ->> 'amount')::numeric;
    open := core.open_rest(till);

    IF taken ->> 'method' = 'store_credit' THEN
        PERFORM core.refuse('bad_tender');
    ELSIF amount > open THEN
        PERFORM core.refuse('tenders_differ', jsonb_build_object('total', open::text, 'tendered', amount::text));
    END IF;

    PERFORM core.check_in_coins(jsonb_build_array(taken), store.currency), core.check_terminal_settled(order_id);
    PERFORM core.check_payer(till, core.hold_open_shift(till.register_id, me, instant), me);
    INSERT INTO storedesk.till_tenders (
        id, order_id, method, amount, card_scheme, card_last_four, transaction_id, paypal_email, created_by, created_at
    )
    VALUES (request, till.order_id, taken ->> 'method', amount, taken ->> 'card_brand', taken ->> 'last_four',
            taken ->> 'reference', taken ->> 'paypal_email', me, instant);
    UPDATE storedesk.till_carts AS t SET taken_amount = t.taken_amount + amount WHERE t.order_id = till.order_id;
    answer := core.taken_tenders(till.order_id);
END $$;

-- Gives back what was taken for a part of a sale that is not paid yet: who does it hands cash over, or gives it back
-- to the card. What has been given back already stays so. Answers what is left, as core.taken_tenders has it. Refuses
-- what a card terminal has charged (bad_tender), and what hold_sale, hold_open_shift and check_payer refuse.
CREATE FUNCTION api.give_tender_back(request uuid, order_id uuid, tender uuid) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    till storedesk.till_carts := core.hold_sale(order_id);
    instant timestamp := core.now();
    given storedesk.till_tenders;
BEGIN
    IF EXISTS (SELECT FROM storedesk.terminal_payments AS p WHERE p.id = tender) THEN
        PERFORM core.refuse('bad_tender');
    END IF;

    PERFORM core.check_payer(till, core.hold_open_shift(till.register_id, me, instant), me);
    DELETE FROM storedesk.till_tenders AS t
    WHERE t.id = tender AND t.order_id = till.order_id AND t.method <> 'store_credit'
    RETURNING * INTO given;

    IF given.id IS NOT NULL THEN
        UPDATE storedesk.till_carts AS t SET taken_amount = t.taken_amount - given.amount
        WHERE t.order_id = till.order_id;
        PERFORM core.audit('give_tender_back', 'sale', till.order_id, jsonb_build_object(
            'method', given.method, 'amount', given.amount::text, 'reference', given.transaction_id,
            'taken_by', given.created_by, 'taken_at', given.created_at
        ));
    END IF;

    answer := core.taken_tenders(till.order_id);
END $$;

-- The tenders of a sale that is being paid, with what was taken for parts of it as it is kept: that counts, and not
-- what a till says. Refuses to leave one out (tender_left_out), and another amount or method (bad_tender).
CREATE FUNCTION core.hold_taken_tenders(till storedesk.till_carts, tenders jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    booked jsonb;
BEGIN
    IF till.taken_amount = 0 THEN
        RETURN tenders;
    END IF;

    IF EXISTS (
        SELECT FROM storedesk.till_tenders AS t
        WHERE t.order_id = till.order_id AND t.method <> 'store_credit'
          AND NOT EXISTS (SELECT FROM jsonb_to_recordset(tenders) AS g (id uuid) WHERE g.id = t.id)
    ) THEN
        PERFORM core.refuse('tender_left_out');
    ELSIF EXISTS (
        SELECT FROM jsonb_to_recordset(tenders) AS g (id uuid, method text, amount numeric)
        JOIN storedesk.till_tenders AS t ON t.id = g.id AND t.order_id = till.order_id
        WHERE (t.method, t.amount) IS DISTINCT FROM (g.method, g.amount)
    ) THEN
        PERFORM core.refuse('bad_tender');
    END IF;

    SELECT jsonb_agg(CASE WHEN t.id IS NULL THEN g.value ELSE g.value || jsonb_build_object(
        'card_brand', t.card_scheme, 'last_four', t.card_last_four, 'reference', t.transaction_id,
        'paypal_email', t.paypal_email
    ) END ORDER BY g.place) INTO booked
    FROM jsonb_array_elements(tenders) WITH ORDINALITY AS g (value, place)
    LEFT JOIN storedesk.till_tenders AS t ON t.id = (g.value ->> 'id')::uuid AND t.order_id = till.order_id
        AND t.method <> 'store_credit';

    RETURN booked;
END $$;
