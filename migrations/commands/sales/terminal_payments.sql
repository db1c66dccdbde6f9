-- Card terminals: what one is asked for is written before it is asked, and settled by what it says. See
-- docs/decisions/0070.

-- A payment at a card terminal, as the till shows it: {id, order_id, register, state, amount, currency, reason,
-- card_brand, last_four, reference, is_attached, asked_at, terminal, return_reference}.
CREATE FUNCTION core.terminal_payment(asked storedesk.terminal_payments) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN jsonb_build_object(
        'id', asked.id, 'order_id', asked.order_id, 'register', core.register_name(asked.register_id),
        'register_id', asked.register_id, 'terminal', asked.terminal, 'state', asked.state,
        'amount', asked.amount::text, 'currency', asked.currency, 'reason', asked.reason,
        'card_brand', asked.card_scheme, 'last_four', asked.card_last_four, 'reference', asked.transaction_id,
        'is_attached', asked.is_attached, 'asked_at', asked.created_at, 'return_reference', asked.return_reference
    );
END $$;

-- What matters to a sale of what a card terminal was asked for: what is open, and what was approved for it, in order.
CREATE FUNCTION core.terminal_payments_of(of_order uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(core.terminal_payment(t) ORDER BY t.created_at, t.id), '[]')
        FROM storedesk.terminal_payments AS t
        WHERE t.order_id = of_order
          AND (t.state IN ('asked', 'unknown', 'returning') OR t.state = 'approved' AND t.is_attached)
    );
END $$;

-- Tells whether a card terminal has charged something for a sale, or may have, or is named in its tenders.
CREATE FUNCTION core.has_card_money(of_order uuid, tenders jsonb DEFAULT '[]') RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM storedesk.terminal_payments AS t
        WHERE t.order_id = of_order
          AND (t.state IN ('asked', 'unknown', 'returning') OR t.state = 'approved' AND t.is_attached)
    ) OR EXISTS (
        SELECT FROM jsonb_to_recordset(tenders) AS g (id uuid) JOIN storedesk.terminal_payments AS t ON t.id = g.id
    );
END $$;

-- Writes that a card terminal is about to be asked for money for a quoted sale, under the request's id. Answers
-- core.terminal_payment. Refuses quote_expired, bad_amount, money_not_exact, more than is still to pay
-- (tenders_differ), a sale for which it is not known yet what became of another (terminal_open), a kind of terminal
-- that this store has not (terminal_not_here), and what hold_sale, hold_open_shift and check_payer refuse.
CREATE FUNCTION api.ask_terminal(
    request uuid, order_id uuid, register uuid, terminal text, amount numeric
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    till storedesk.till_carts := core.hold_sale(order_id);
    instant timestamp := core.now();
    currency text := (SELECT s.currency FROM storedesk.store_settings AS s);
    wanted numeric := core.exact(amount, currency);
    rest numeric;
    asked storedesk.terminal_payments;
BEGIN
    IF NOT core.is_quote_live(till.quote_expires_at, instant) THEN
        PERFORM core.refuse('quote_expired');
    ELSIF coalesce(wanted, 0) <= 0 THEN
        PERFORM core.refuse('bad_amount');
    ELSIF core.register_name(register) IS NULL THEN
        PERFORM core.not_found('register_not_found');
    END IF;

    PERFORM core.check_terminal_settled(order_id);
    rest := core.open_rest(till);

    IF wanted > rest THEN
        PERFORM core.refuse('tenders_differ', jsonb_build_object('total', rest::text, 'tendered', wanted::text));
    END IF;

    PERFORM core.check_payer(till, core.hold_open_shift(till.register_id, me, instant), me);
    INSERT INTO storedesk.terminal_payments (
        id, order_id, register_id, terminal, amount, currency, created_by, created_at
    )
    VALUES (request, till.order_id, register, left(terminal, 20), wanted, currency, me, instant)
    RETURNING * INTO asked;
    answer := core.terminal_payment(asked);
END $$;

-- Refuses a sale of which it is not known yet what became of a payment at the card terminal (terminal_open).
CREATE FUNCTION core.check_terminal_settled(of_order uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    open storedesk.terminal_payments;
BEGIN
    SELECT t.* INTO open FROM storedesk.terminal_payments AS t
    WHERE t.order_id = of_order AND t.state IN ('asked', 'unknown', 'returning');

    IF FOUND THEN
        PERFORM core.conflict('terminal_open', jsonb_build_object(
            'amount', open.amount::text, 'currency', open.currency, 'register', core.register_name(open.register_id)
        ));
    END IF;
END $$;

-- Holds a payment at a card terminal, and before it its sale, if that still lives. Refuses
-- terminal_payment_not_found.
CREATE FUNCTION core.hold_terminal_payment(payment uuid) RETURNS storedesk.terminal_payments
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held storedesk.terminal_payments;
BEGIN
    PERFORM core.try_hold_sale((SELECT t.order_id FROM storedesk.terminal_payments AS t WHERE t.id = payment));
    SELECT t.* INTO held FROM storedesk.terminal_payments AS t WHERE t.id = payment FOR NO KEY UPDATE;

    IF held.id IS NULL THEN
        PERFORM core.not_found('terminal_payment_not_found');
    END IF;

    RETURN held;
END $$;

-- Tells whether what a card terminal says of a payment changes its state: what is final stays, but money that was
-- charged after all is never left out.
CREATE FUNCTION core.may_settle(was text, becomes text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN CASE was
    WHEN 'asked' THEN becomes IN ('approved', 'declined', 'cancelled', 'unknown')
    WHEN 'unknown' THEN becomes IN ('approved', 'declined', 'cancelled')
    WHEN 'declined' THEN becomes = 'approved'
    WHEN 'cancelled' THEN becomes = 'approved'
    WHEN 'returning' THEN becomes = 'returned'
    ELSE false
END;

-- Writes what became of a payment at a card terminal, any number of times, by anybody who has asked: `outcome` is
-- {state, reference, card_brand, last_four, reason}. What was approved is a tender of its sale from here on, if that
-- still lives; else it is an exception. What a person says `by_hand`, and not the terminal, needs a manager's approval,
-- and is an exception as well; that something was given back is not said so, but by note_terminal_return. Answers
-- core.terminal_payment. Refuses bad_outcome, card_number, text_control, terminal_payment_not_found, and what
-- use_approval refuses.
CREATE FUNCTION api.settle_terminal_payment(
    request uuid, payment uuid, outcome jsonb, by_hand boolean DEFAULT false, approval uuid DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    becomes text := outcome ->> 'state';
    is_told boolean := coalesce(by_hand, false);
    held storedesk.terminal_payments;
    proof jsonb;
    approver uuid;
BEGIN
    IF coalesce(becomes, '') NOT IN ('approved', 'declined', 'cancelled', 'unknown', 'returned')
        OR is_told AND becomes NOT IN ('approved', 'cancelled') THEN
        PERFORM core.refuse('bad_outcome');
    END IF;

    held := core.hold_terminal_payment(payment);

    IF core.may_settle(held.state, becomes) THEN
        proof := core.clean_terminal_proof(outcome);

        IF is_told THEN
            approver := coalesce(core.use_approval(approval, 'settle_card_by_hand', jsonb_build_object(
                'payment', payment, 'amount', held.amount::text, 'state', becomes
            ), core.now()), me);
        END IF;

        held := core.settle_terminal(held, becomes, proof, approver, me);
    END IF;

    answer := core.terminal_payment(held);
END $$;

-- Reads what a terminal says of the card; a reference of digits alone gets a prefix, as that of a tender does. Refuses
-- bad_outcome, card_number, text_control.
CREATE FUNCTION core.clean_terminal_proof(outcome jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    reference text := nullif(btrim(outcome ->> 'reference'), '');
BEGIN
    IF outcome ->> 'last_four' !~ '^[0-9]{4}$' OR length(reference) > 250 THEN
        PERFORM core.refuse('bad_outcome');
    END IF;

    PERFORM core.clean_reference(reference, 250);

    RETURN jsonb_build_object(
        'reference', CASE WHEN reference ~ '^[0-9]+$' THEN 'ref-' || reference ELSE reference END,
        'card_brand', lower(core.clean_words(outcome ->> 'card_brand', 30)),
        'last_four', outcome ->> 'last_four', 'reason', core.clean_words(outcome ->> 'reason', 200)
    );
END $$;

-- Settles a payment that is held, and stores the tender if its sale lives; `approver` has approved what a person says,
-- and is null where the terminal says it.
CREATE FUNCTION core.settle_terminal(
    held storedesk.terminal_payments, becomes text, proof jsonb, approver uuid, actor uuid
) RETURNS storedesk.terminal_payments
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    instant timestamp := core.now();
    lives boolean := becomes = 'approved'
        AND EXISTS (SELECT FROM storedesk.till_carts AS t WHERE t.order_id = held.order_id);
    settled storedesk.terminal_payments;
BEGIN
    IF lives THEN
        INSERT INTO storedesk.till_tenders (
            id, order_id, method, amount, card_scheme, card_last_four, transaction_id, created_at
        )
        VALUES (held.id, held.order_id, 'credit_card', held.amount, proof ->> 'card_brand', proof ->> 'last_four',
                proof ->> 'reference', instant);
        UPDATE storedesk.till_carts AS t SET taken_amount = t.taken_amount + held.amount
        WHERE t.order_id = held.order_id;
    END IF;

    UPDATE storedesk.terminal_payments AS t
    SET state = becomes, is_attached = lives, is_by_hand = t.is_by_hand OR approver IS NOT NULL,
        approved_by = coalesce(approver, t.approved_by), reason = proof ->> 'reason', settled_by = actor,
        settled_at = instant,
        card_scheme = coalesce(proof ->> 'card_brand', t.card_scheme),
        card_last_four = coalesce(proof ->> 'last_four', t.card_last_four),
        transaction_id = coalesce(proof ->> 'reference', t.transaction_id)
    WHERE t.id = held.id
    RETURNING * INTO settled;

    IF approver IS NOT NULL OR becomes = 'returned' THEN
        PERFORM core.audit(CASE WHEN approver IS NULL THEN 'give_back' ELSE 'settle_by_hand' END, 'terminal_payment',
                           held.id, to_jsonb(held.state), to_jsonb(becomes));
    END IF;

    PERFORM core.sign_card_money_off(settled, instant);

    RETURN settled;
END $$;

-- The payments at card terminals of the store of which it is not known yet what became of them, the oldest first: of
-- one register at once, of others once they are a minute old. At most 100.
CREATE FUNCTION api.open_terminal_payments(register uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(core.terminal_payment(t) ORDER BY t.created_at, t.id), '[]')
        FROM (
            SELECT t.* FROM storedesk.terminal_payments AS t
            WHERE t.state IN ('asked', 'unknown', 'returning')
              AND (t.register_id = register OR t.created_at < core.now() - interval '1 minute')
            ORDER BY t.created_at, t.id
            LIMIT 100
        ) AS t
    );
END $$;

-- The tenders of a sale that is being paid, with what the database knows of those that a card terminal approved: it
-- counts, and not what a till says. Refuses a sale with an open one (terminal_open), to leave out what was charged
-- (card_money_left_out), and what was never approved, or not as much (bad_tender).
CREATE FUNCTION core.hold_terminal_tenders(of_order uuid, tenders jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    booked jsonb;
BEGIN
    PERFORM core.check_terminal_settled(of_order);

    IF EXISTS (
        SELECT FROM storedesk.terminal_payments AS t
        WHERE t.order_id = of_order AND t.is_attached
          AND NOT EXISTS (SELECT FROM jsonb_to_recordset(tenders) AS g (id uuid) WHERE g.id = t.id)
    ) THEN
        PERFORM core.refuse('card_money_left_out');
    ELSIF EXISTS (
        SELECT FROM jsonb_to_recordset(tenders) AS g (id uuid, method text, amount numeric)
        JOIN storedesk.terminal_payments AS t ON t.id = g.id
        WHERE (t.order_id, t.is_attached, t.amount, 'credit_card') IS DISTINCT FROM (of_order, true, g.amount, g.method)
    ) THEN
        PERFORM core.refuse('bad_tender');
    END IF;

    SELECT jsonb_agg(CASE WHEN t.id IS NULL THEN g.value ELSE g.value || jsonb_build_object(
        'card_brand', t.card_scheme, 'last_four', t.card_last_four, 'reference', t.transaction_id
    ) END ORDER BY g.place) INTO booked
    FROM jsonb_array_elements(tenders) WITH ORDINALITY AS g (value, place)
    LEFT JOIN storedesk.terminal_payments AS t ON t.id = (g.value ->> 'id')::uuid;

    RETURN coalesce(booked, '[]');
END $$;
