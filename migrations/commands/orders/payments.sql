-- Payments of orders: what was paid, and what went back.

-- Of some tenders the one that gives an order its payment type: of the method with the largest sum, of two equal
-- ones the one that is not cash. Null for none: store credit is never an order's payment type.
CREATE FUNCTION core.main_tender(tenders jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF jsonb_array_length(tenders) = 1 AND tenders #>> '{0,method}' <> 'store_credit' THEN
        RETURN tenders -> 0;
    END IF;

    RETURN (
        SELECT t.value
        FROM jsonb_array_elements(tenders) WITH ORDINALITY AS t (value, place)
        JOIN LATERAL (
            SELECT sum((o.value ->> 'amount')::numeric) AS sum
            FROM jsonb_array_elements(tenders) AS o (value) WHERE o.value ->> 'method' = t.value ->> 'method'
        ) AS by_method ON true
        WHERE t.value ->> 'method' <> 'store_credit'
        ORDER BY by_method.sum DESC, t.value ->> 'method' = 'cash', t.value ->> 'method',
                 (t.value ->> 'amount')::numeric DESC, t.place
        LIMIT 1
    );
END $$;

-- The brand of a card, if the model has a name for it.
CREATE FUNCTION core.known_brand(brand text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN brand IN ('visa', 'mastercard', 'amex') THEN brand END;

-- Writes payments as core.read_tenders answers them.
CREATE FUNCTION core.book_payments(
    of_order uuid, currency text, tenders jsonb, shift uuid, actor uuid, instant timestamp
) RETURNS void
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
END $$;

-- Writes that the rest of an order was paid elsewhere, with what the order says of its payment.
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

-- Refunds all that was paid for an order, payment by payment, as it came. Answers the sum. Refuses cash without an
-- open shift (cash_needs_shift).
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

-- The payments of an order so far, as tenders: what an order says of its payment is asked of all of them together.
CREATE FUNCTION core.tenders_before(paid public.orders) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'method', p.method, 'amount', p.amount, 'last_four', p.card_last_four, 'card_brand', p.card_scheme,
            'reference', CASE WHEN p.method <> 'store_credit' THEN p.transaction_id END,
            'paypal_email', CASE p.transaction_id
                                WHEN paid.payment_transaction_id THEN paid.payment_paypal_email END
        ) ORDER BY p.seq), '[]')
        FROM storedesk.order_payments AS p WHERE p.order_id = paid.id AND p.kind = 'payment'
    );
END $$;

-- Takes the payment of a pending order, all that is still open of it, and confirms it. Answers the change. The caller
-- holds the order; what has no number yet gets its e-mail and its fiscal record from the caller, after the number.
-- Refuses cash without an open shift (cash_needs_shift), store credit (credit_at_till), and what read_tenders,
-- check_references and confirm refuse.
CREATE FUNCTION core.take_payment(
    of_order uuid, given jsonb, shift uuid, actor uuid, instant timestamp,
    is_numbered boolean DEFAULT true, seen int DEFAULT NULL
) RETURNS numeric
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    tenders jsonb := (SELECT core.read_tenders(given, o.total_amount - core.paid_for(o.id), o.total_currency)
                      FROM public.orders AS o WHERE o.id = of_order);
BEGIN
    IF shift IS NULL AND tenders @> '[{"method": "cash"}]' THEN
        PERFORM core.refuse('cash_needs_shift');
    ELSIF tenders @> '[{"method": "store_credit"}]' THEN
        PERFORM core.refuse('credit_at_till');  -- it is taken for a sale at the till alone
    END IF;

    PERFORM core.check_references(tenders, shift, instant);
    PERFORM core.confirm(of_order, tenders, actor, instant, shift, is_mailed => is_numbered, seen => seen,
                         recorded => CASE WHEN is_numbered THEN 'order' END);

    RETURN (SELECT coalesce(sum((t.value ->> 'change')::numeric), 0) FROM jsonb_array_elements(tenders) AS t (value));
END $$;

-- Confirms an order that is paid: tenders as core.read_tenders answers them, in a shift or, without one,
-- elsewhere. Its fiscal record is of the kind `recorded`; without one it is written later. Refuses what hold_order
-- refuses, a closed shift, and sums that are not the total (unpaid).
CREATE FUNCTION core.confirm(
    of_order uuid, tenders jsonb, actor uuid, instant timestamp,
    shift uuid DEFAULT NULL, is_mailed boolean DEFAULT true, seen int DEFAULT NULL,
    recorded text DEFAULT 'order'
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.orders := core.hold_order(of_order, seen, core.order_states('confirm_order'), becomes => 'confirmed');
    main jsonb := core.main_tender(core.tenders_before(held) || tenders);
    paid numeric;
BEGIN
    IF shift IS NOT NULL THEN
        PERFORM core.hold_shift(shift);
    END IF;

    PERFORM core.book_payments(of_order, held.total_currency, tenders, shift, actor, instant);
    paid := (SELECT coalesce(sum(p.amount), 0) FROM storedesk.order_payments AS p
             WHERE p.order_id = of_order AND p.kind = 'payment');

    IF paid <> held.total_amount THEN
        PERFORM core.refuse('unpaid', jsonb_build_object('total', held.total_amount::text, 'paid', paid::text));
    END IF;

    UPDATE public.orders
    SET status = 'confirmed', version = held.version + 1, updated_at = instant,
        payment_type = coalesce(main ->> 'method', held.payment_type),
        payment_last_four_digits = main ->> 'last_four',
        payment_card_brand = core.known_brand(main ->> 'card_brand'),
        payment_paypal_email = main ->> 'paypal_email',
        payment_transaction_id = main ->> 'reference'
    WHERE id = of_order;
    PERFORM core.write_step(held, 'pending', 'confirmed', held.version + 1, actor, instant);

    IF is_mailed THEN
        PERFORM core.queue_mail(of_order, 'order_confirmation', instant);
    END IF;

    IF recorded IS NOT NULL THEN
        PERFORM core.write_fiscal_order(recorded, of_order, shift, instant);
    END IF;
END $$;

-- Takes the payment of a pending order. Refuses what take_payment refuses.
CREATE FUNCTION api.confirm_order(
    request uuid, order_id uuid, seen int, tenders jsonb, shift uuid DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.hold_order(order_id, seen, core.order_states('confirm_order'), becomes => 'confirmed');

    IF shift IS NOT NULL THEN
        PERFORM core.hold_shift_as(shift, me, 'confirm_order');
    END IF;

    answer := core.order_answer(
        order_id, core.take_payment(order_id, coalesce(tenders, '[]'), shift, me, core.now(), seen => seen)
    );
END $$;
