-- Money: what an order was paid with, and what went back.

-- Writes down payments as read by core.read_tenders, and answers with the one that names the order's
-- payment type: of the method with the largest sum, of two equal ones the one that is not cash.
CREATE FUNCTION core.book_payments(
    of_order uuid, currency text, tenders jsonb, shift uuid, actor uuid, instant timestamp
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO storedesk.order_payments (
        id, order_id, kind, method, amount, rounding_amount, currency, tendered_amount, change_amount,
        card_scheme, card_last_four, transaction_id, till_session_id, created_by, created_at
    )
    SELECT t.id, of_order, 'payment', t.method, t.amount, coalesce(t.rounding, 0), book_payments.currency,
           t.tendered, t.change, t.card_brand, t.last_four, t.reference, shift, actor, instant
    FROM jsonb_to_recordset(tenders) AS t (
        id uuid, method text, amount numeric, rounding numeric, tendered numeric, change numeric,
        card_brand text, last_four text, reference text
    );

    RETURN (
        SELECT t.value
        FROM jsonb_array_elements(tenders) WITH ORDINALITY AS t (value, place)
        JOIN LATERAL (
            SELECT sum((o.value ->> 'amount')::numeric) AS sum
            FROM jsonb_array_elements(tenders) AS o (value) WHERE o.value ->> 'method' = t.value ->> 'method'
        ) AS by_method ON true
        ORDER BY by_method.sum DESC, t.value ->> 'method' = 'cash', t.value ->> 'method',
                 (t.value ->> 'amount')::numeric DESC, t.place
        LIMIT 1
    );
END $$;

-- Writes down that an order was paid where we did not see it: what is still open, in the order's words.
CREATE FUNCTION core.pay_elsewhere(paid public.orders, actor uuid, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.lock_references(jsonb_build_array(jsonb_build_object(
        'method', paid.payment_type, 'reference', paid.payment_transaction_id
    )));
    INSERT INTO storedesk.order_payments (
        id, order_id, kind, method, amount, currency, card_scheme, card_last_four, transaction_id,
        created_by, created_at
    )
    SELECT gen_random_uuid(), paid.id, 'payment', paid.payment_type, open.amount, paid.total_currency,
           paid.payment_card_brand, paid.payment_last_four_digits, paid.payment_transaction_id, actor, instant
    FROM (
        SELECT paid.total_amount - coalesce(sum(p.amount), 0) AS amount
        FROM storedesk.order_payments AS p WHERE p.order_id = paid.id AND p.kind = 'payment'
    ) AS open
    WHERE open.amount > 0;
END $$;

-- What was paid for an order and has not gone back.
CREATE FUNCTION core.paid_for(of_order uuid) RETURNS numeric
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(sum(CASE p.kind WHEN 'payment' THEN p.amount ELSE -p.amount END), 0.00)
        FROM storedesk.order_payments AS p WHERE p.order_id = of_order
    );
END $$;

-- Gives back all that was paid for an order, payment by payment, as it came. Cash leaves an open till
-- only (cash_needs_shift); answers with the sum.
CREATE FUNCTION core.refund_all(of_order uuid, shift uuid, actor uuid, instant timestamp) RETURNS numeric
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    refunded numeric;
BEGIN
    IF shift IS NULL AND EXISTS (
        SELECT FROM storedesk.order_payments AS p
        WHERE p.order_id = of_order AND p.kind = 'payment' AND p.method = 'cash'
    ) THEN
        PERFORM core.refuse('cash_needs_shift');
    END IF;

    WITH back AS (
        INSERT INTO storedesk.order_payments (
            id, order_id, kind, method, amount, rounding_amount, currency, card_scheme, card_last_four,
            transaction_id, till_session_id, created_by, created_at
        )
        SELECT gen_random_uuid(), p.order_id, 'refund', p.method, p.amount, p.rounding_amount, p.currency,
               p.card_scheme, p.card_last_four, p.transaction_id, shift, actor, instant
        FROM storedesk.order_payments AS p
        WHERE p.order_id = of_order AND p.kind = 'payment'
        RETURNING amount
    )
    SELECT coalesce(sum(b.amount), 0) INTO refunded FROM back AS b;

    RETURN refunded;
END $$;

-- The nearest sum that can be paid in coins, half away from zero.
CREATE FUNCTION core.round_cash(amount numeric, coin numeric) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN round(round(amount / coin) * coin, 2);
END $$;

-- Reads one tender: trimmed, without what does not belong to its method, and never with a card's number.
-- References of digits alone get a prefix, so that no column ever holds what could be one.
-- Refuses bad_tender, money_not_exact, money_too_big, change_only_from_cash, card_number, text_control, card_digits,
-- paypal_needs_proof.
CREATE FUNCTION core.clean_tender(tender jsonb, currency text) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    method text := tender ->> 'method';
    amount numeric := core.exact((tender ->> 'amount')::numeric, currency);
    tendered numeric := core.exact((tender ->> 'tendered')::numeric, currency);
    reference text := nullif(btrim(tender ->> 'reference'), '');
    payer text := nullif(lower(btrim(tender ->> 'paypal_email')), '');
BEGIN
    IF tender ->> 'id' IS NULL OR coalesce(method, '') NOT IN ('cash', 'credit_card', 'paypal')
        OR coalesce(amount, 0) <= 0 OR length(reference) > 250 OR length(payer) > 255 THEN
        PERFORM core.refuse('bad_tender');
    END IF;

    IF method <> 'cash' AND tendered > amount THEN
        PERFORM core.refuse('change_only_from_cash');
    END IF;

    PERFORM core.clean_reference(reference, 250), core.clean_words(tender ->> 'card_brand', 30),
            core.clean_reference(payer, 255);

    IF method = 'credit_card' AND tender ->> 'last_four' !~ '^[0-9]{4}$' THEN
        PERFORM core.refuse('card_digits');
    END IF;

    IF method = 'paypal' AND coalesce(payer, CASE WHEN reference IS NULL THEN '' END) !~ '^[^@[:space:]]+@[^@[:space:]]+$' THEN
        PERFORM core.refuse('paypal_needs_proof');
    END IF;

    RETURN jsonb_build_object(
        'id', tender ->> 'id', 'method', method, 'amount', amount,
        'tendered', CASE method WHEN 'cash' THEN tendered END,
        'reference', CASE WHEN method <> 'cash' AND reference ~ '^[0-9]+$' THEN 'ref-' || reference
                          WHEN method <> 'cash' THEN reference END,
        'card_brand', CASE method WHEN 'credit_card' THEN left(nullif(lower(btrim(tender ->> 'card_brand')), ''), 30) END,
        'last_four', CASE method WHEN 'credit_card' THEN tender ->> 'last_four' END,
        'paypal_email', CASE method WHEN 'paypal' THEN payer END
    );
END $$;

-- An amount as it is, if the currency has such an amount. Refuses money_not_exact, money_too_big.
CREATE FUNCTION core.exact(amount numeric, currency text) RETURNS numeric
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.check_amount(amount);

    IF amount <> round(amount, core.digits(currency)) THEN
        PERFORM core.refuse('money_not_exact', jsonb_build_object('amount', amount::text));
    END IF;

    RETURN round(amount, 2);
END $$;

-- Settles a tender that was read: of cash, what was handed over and what goes back.
-- Refuses too little of it (tender_too_small).
CREATE FUNCTION core.settle(tender jsonb, amount numeric, rounding numeric) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    due numeric := amount + rounding;
    tendered numeric := coalesce((tender ->> 'tendered')::numeric, due);
BEGIN
    IF tender ->> 'method' <> 'cash' THEN
        RETURN tender;
    END IF;

    IF tendered < due THEN
        PERFORM core.refuse('tender_too_small', jsonb_build_object(
            'tendered', tendered::text, 'total', due::text
        ));
    END IF;

    RETURN tender || jsonb_build_object(
        'amount', amount, 'rounding', rounding, 'tendered', tendered, 'change', tendered - due
    );
END $$;

-- Reads what a customer pays with, and fits it to what is to pay: cash is rounded to the store's
-- smallest coin, on its last tender, and may be said rounded (8.95 for 8.93). Answers with the tenders
-- as they are booked. Refuses sums that differ (tenders_differ), and what clean_tender and settle refuse.
CREATE FUNCTION core.read_tenders(given jsonb, total numeric, currency text) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    coin numeric := (SELECT s.cash_rounding FROM storedesk.store_settings AS s);
    booked jsonb := (
        SELECT coalesce(jsonb_agg(core.clean_tender(t.value, currency) ORDER BY t.place), '[]')
        FROM jsonb_array_elements(given) WITH ORDINALITY AS t (value, place)
    );
    paid numeric;
    cash numeric;
    last_cash bigint;
    gap numeric;
BEGIN
    SELECT coalesce(sum((t.value ->> 'amount')::numeric), 0),
           sum((t.value ->> 'amount')::numeric) FILTER (WHERE t.value ->> 'method' = 'cash'),
           max(t.place) FILTER (WHERE t.value ->> 'method' = 'cash')
    INTO paid, cash, last_cash
    FROM jsonb_array_elements(booked) WITH ORDINALITY AS t (value, place);

    gap := total - paid;

    IF gap <> 0 AND (cash IS NULL OR abs(gap) >= coin OR cash + gap <= 0
                     OR core.round_cash(cash + gap, coin) <> cash) THEN
        PERFORM core.refuse('tenders_differ', jsonb_build_object('total', total::text, 'tendered', paid::text));
    END IF;

    RETURN (
        SELECT coalesce(jsonb_agg(core.settle(
            t.value,
            (t.value ->> 'amount')::numeric + CASE WHEN t.place = last_cash THEN gap ELSE 0 END,
            CASE WHEN t.place = last_cash THEN core.round_cash(cash + gap, coin) - cash - gap ELSE 0 END
        ) ORDER BY t.place), '[]')
        FROM jsonb_array_elements(booked) WITH ORDINALITY AS t (value, place)
    );
END $$;

-- What a reference is locked by while it is looked for and written: two payments at once never have the same.
CREATE FUNCTION core.lock_references(tenders jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    one int;
BEGIN
    FOR one IN
        SELECT DISTINCT hashtext(t.method || ' ' || storedesk.reference_key(t.reference)) AS key
        FROM jsonb_to_recordset(tenders) AS t (method text, reference text)
        WHERE t.method <> 'cash' AND t.reference IS NOT NULL
        ORDER BY key
    LOOP
        PERFORM pg_advisory_xact_lock(7312, one);
    END LOOP;
END $$;

-- Holds what makes an order paid by card or PayPal to its proof, for nobody sees money move: a reference that
-- no other payment of that method has had for 90 days, and without a shift ever; of a cashier only in a
-- shift. Refuses reference_needed, reference_used; forbids payment_needs_shift.
CREATE FUNCTION core.check_references(tenders jsonb, shift uuid, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    given record;
    used text;
BEGIN
    PERFORM core.lock_references(tenders);

    FOR given IN
        SELECT t.*, count(*) OVER (PARTITION BY t.method, storedesk.reference_key(t.reference)) AS times
        FROM jsonb_to_recordset(tenders) AS t (method text, reference text, last_four text)
        WHERE t.method <> 'cash'
    LOOP
        IF shift IS NULL AND NOT core.belongs('manager') THEN
            PERFORM core.forbid('payment_needs_shift');
        END IF;

        IF NOT storedesk.is_reference(given.reference, given.last_four) THEN
            PERFORM core.refuse('reference_needed');
        END IF;

        SELECT o.order_number INTO used
        FROM storedesk.order_payments AS p JOIN public.orders AS o ON o.id = p.order_id
        WHERE p.kind = 'payment' AND p.transaction_id IS NOT NULL AND p.method = given.method
          AND storedesk.reference_key(p.transaction_id) = storedesk.reference_key(given.reference)
          AND (shift IS NULL OR p.created_at > instant - interval '90 days')
        LIMIT 1;

        IF FOUND THEN
            PERFORM core.refuse('reference_used', jsonb_build_object('reference', given.reference, 'number', used));
        ELSIF given.times > 1 THEN
            PERFORM core.refuse('reference_twice', jsonb_build_object('reference', given.reference));
        END IF;
    END LOOP;
END $$;

-- Takes what a pending order is paid with, and confirms it. Cash goes into an open till only
-- (cash_needs_shift). Answers with the change. Refuses what read_tenders, check_references and confirm refuse.
-- The caller holds the order.
CREATE FUNCTION core.take_payment(
    of_order uuid, given jsonb, shift uuid, actor uuid, instant timestamp,
    is_mailed boolean DEFAULT true, seen int DEFAULT NULL
) RETURNS numeric
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    tenders jsonb := (SELECT core.read_tenders(given, o.total_amount, o.total_currency)
                      FROM public.orders AS o WHERE o.id = of_order);
BEGIN
    IF shift IS NULL AND tenders @> '[{"method": "cash"}]' THEN
        PERFORM core.refuse('cash_needs_shift');
    END IF;

    PERFORM core.check_references(tenders, shift, instant);
    PERFORM core.confirm(of_order, tenders, actor, instant, shift, is_mailed => is_mailed, seen => seen);

    RETURN (SELECT coalesce(sum((t.value ->> 'change')::numeric), 0) FROM jsonb_array_elements(tenders) AS t (value));
END $$;
