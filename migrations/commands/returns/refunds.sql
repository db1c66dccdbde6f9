-- Refunds: how money goes back, by the ways in which it came.

-- How a sum goes back, as it was paid: cards, PayPal and store credit first, cash last: [{method, card_scheme,
-- card_last_four, transaction_id, amount, rounding, detail}]. Of the cash that was taken for an order, rounded to
-- coins, as much stays as what is left of it comes to in coins: never more goes back than came in, and the last return
-- gives exactly the rest. What is beyond all that was paid is in none of them.
CREATE FUNCTION core.refund_parts(of_order uuid, amount numeric) RETURNS jsonb
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
            'detail', coalesce(nullif(concat_ws(' ', source.card_scheme, source.card_last_four), ''),
                               source.transaction_id)
        ));
        rest := rest - part;
    END LOOP;

    RETURN plan;
END $$;

-- How a sum goes back, all of it, as core.refund_parts has it. Refuses more than was paid (refund_too_large).
CREATE FUNCTION core.refund_plan(of_order uuid, amount numeric) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    plan jsonb := core.refund_parts(of_order, amount);
    reached numeric := (SELECT coalesce(sum((p.value ->> 'amount')::numeric), 0.00)
                        FROM jsonb_array_elements(plan) AS p (value));
BEGIN
    IF reached < amount THEN
        PERFORM core.refuse('refund_too_large', jsonb_build_object('left', reached::text));
    END IF;

    RETURN plan;
END $$;

-- Holds the accounts of credit that a refund of an order may go to, those that paid it and one that was chosen; and
-- those that pay for a sale in progress.
CREATE FUNCTION core.hold_credit_of(of_order uuid, chosen uuid, for_sale uuid DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.hold_credit(a.id)
    FROM (
        SELECT e.account_id AS id
        FROM storedesk.order_payments AS p JOIN storedesk.credit_entries AS e ON e.order_payment_id = p.id
        WHERE p.order_id = of_order AND p.method = 'store_credit'
        UNION
        SELECT chosen WHERE chosen IS NOT NULL
        UNION
        SELECT t.credit_account_id FROM storedesk.till_tenders AS t
        WHERE t.order_id = for_sale AND t.credit_account_id IS NOT NULL
        ORDER BY id
    ) AS a;
END $$;

-- How a sum goes back, so much of it to one account of credit, and the rest as it was paid: as refund_plan has it, and
-- refuses what that refuses.
CREATE FUNCTION core.credit_plan(of_order uuid, amount numeric, account uuid, credited numeric) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.refund_plan(of_order, amount);

    RETURN (
        SELECT jsonb_build_array(jsonb_build_object(
            'method', 'store_credit', 'amount', round(credited, 2)::text, 'rounding', '0.00',
            'transaction_id', core.credit_number(a.serial)
        ))
        FROM storedesk.credit_accounts AS a WHERE a.id = account AND credited > 0
    ) || core.refund_plan(of_order, amount - credited);
END $$;

-- Refunds a sum as refund_plan says, or all of it, or as much as is `credited`, to an account of credit. The caller
-- holds the accounts. Refuses cash without an open shift (cash_needs_shift).
CREATE FUNCTION core.refund(
    of_order uuid, amount numeric, of_return uuid, shift uuid, actor uuid, instant timestamp,
    to_account uuid DEFAULT NULL, credited numeric DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    plan jsonb := coalesce(CASE WHEN to_account IS NULL THEN core.refund_plan(of_order, amount)
                           ELSE core.credit_plan(of_order, amount, to_account, coalesce(credited, amount)) END, '[]');
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
    PERFORM core.enter_credit(core.credit_numbered(p.transaction_id), 'refund', p.amount, p.id, shift, NULL, actor,
                              instant)
    FROM storedesk.order_payments AS p
    WHERE p.order_id = of_order AND p.kind = 'refund' AND p.method = 'store_credit'
      AND p.return_id IS NOT DISTINCT FROM of_return;
END $$;

-- What went back for an order, by canceling it or by one return: [{method, amount, rounding, detail, left}].
CREATE FUNCTION core.refund_documents(of_order uuid, of_return uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'method', p.method, 'amount', p.amount::text, 'rounding', p.rounding_amount::text,
            'detail', coalesce(nullif(concat_ws(' ', p.card_scheme, p.card_last_four), ''), p.transaction_id),
            'left', CASE p.method WHEN 'store_credit' THEN core.credit_left(p.id) END
        ) ORDER BY p.method = 'cash', p.created_at, p.id), '[]')
        FROM storedesk.order_payments AS p
        WHERE p.order_id = of_order AND p.kind = 'refund' AND p.return_id IS NOT DISTINCT FROM of_return
    );
END $$;
