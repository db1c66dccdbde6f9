-- Tenders: what a customer pays with, read and settled against the total; and the references of cards and PayPal.

-- Reads one tender: trimmed, without what does not belong to its method, and never with a card's number.
-- References of digits alone get a prefix, so that no column ever holds what could be one. Refuses bad_tender,
-- money_not_exact, money_too_big, change_only_from_cash, card_number, text_control, card_digits,
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
    IF tender ->> 'id' IS NULL OR coalesce(method, '') NOT IN ('cash', 'credit_card', 'paypal', 'store_credit')
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

    IF method = 'paypal'
        AND coalesce(payer, CASE WHEN reference IS NULL THEN '' END) !~ '^[^@[:space:]]+@[^@[:space:]]+$' THEN
        PERFORM core.refuse('paypal_needs_proof');
    END IF;

    RETURN jsonb_build_object(
        'id', tender ->> 'id', 'method', method, 'amount', amount,
        'tendered', CASE method WHEN 'cash' THEN tendered END,
        'reference', CASE WHEN method IN ('credit_card', 'paypal') THEN  -- that of credit: hold_credit_tenders
            CASE WHEN reference ~ '^[0-9]+$' THEN 'ref-' || reference ELSE reference END END,
        'card_brand', CASE method WHEN 'credit_card'
                          THEN left(nullif(lower(btrim(tender ->> 'card_brand')), ''), 30) END,
        'last_four', CASE method WHEN 'credit_card' THEN tender ->> 'last_four' END,
        'paypal_email', CASE method WHEN 'paypal' THEN payer END
    );
END $$;

-- Settles a tender that was read: for cash, what was handed over and the change. Refuses too little of it
-- (tender_too_small).
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

-- Reads the tenders of a customer, and fits them to the total: cash is rounded to the store's smallest coin, on
-- its last tender, and may be given rounded (8.95 for 8.93). Answers the tenders as they are booked. Refuses sums
-- that differ (tenders_differ), and what clean_tender and settle refuse.
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

-- Refuses cash, of a part of what is to pay, that no coins come to (cash_not_in_coins): each part would be rounded, and
-- many small ones be paid without a coin. `booked` as read_tenders answers it.
CREATE FUNCTION core.check_in_coins(booked jsonb, currency text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    cash numeric := (SELECT sum(t.amount) FROM jsonb_to_recordset(booked) AS t (method text, amount numeric)
                     WHERE t.method = 'cash');
    coin numeric := (SELECT s.cash_rounding FROM storedesk.store_settings AS s);
BEGIN
    IF core.round_cash(cash, coin) <> cash THEN
        PERFORM core.refuse('cash_not_in_coins', jsonb_build_object(
            'amount', cash::text, 'coin', coin::text, 'currency', currency
        ));
    END IF;
END $$;

-- Locks references while they are looked for and written: two payments at once never have the same.
CREATE FUNCTION core.lock_references(tenders jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    one int;
BEGIN
    IF NOT tenders @? '$[*] ? (@.method != "cash")' THEN
        RETURN;
    END IF;

    FOR one IN
        SELECT DISTINCT hashtext(t.method || ' ' || storedesk.reference_key(t.reference)) AS key
        FROM jsonb_to_recordset(tenders) AS t (method text, reference text)
        WHERE t.method <> 'cash' AND t.reference IS NOT NULL
        ORDER BY key
    LOOP
        PERFORM pg_advisory_xact_lock(7312, one);
    END LOOP;
END $$;

-- The number of the order, or of the account of credit, that was paid with a reference after an instant; null for none.
CREATE FUNCTION core.reference_user(paid_by text, reference text, since timestamp) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT o.order_number
        FROM storedesk.order_payments AS p JOIN public.orders AS o ON o.id = p.order_id
        WHERE p.kind = 'payment' AND p.transaction_id IS NOT NULL AND p.method = paid_by
          AND storedesk.reference_key(p.transaction_id) = storedesk.reference_key(reference) AND p.created_at > since
        UNION ALL
        SELECT core.credit_number(a.serial)
        FROM storedesk.credit_payments AS p
        JOIN storedesk.credit_entries AS e ON e.id = p.entry_id
        JOIN storedesk.credit_accounts AS a ON a.id = e.account_id
        WHERE p.transaction_id IS NOT NULL AND p.method = paid_by
          AND storedesk.reference_key(p.transaction_id) = storedesk.reference_key(reference) AND p.created_at > since
        LIMIT 1
    );
END $$;

-- Checks the proof of tenders by card or PayPal, for nobody sees that money move: a reference that no other
-- payment of that method has had for 90 days, without a shift ever; a cashier needs a shift. Refuses
-- reference_needed, reference_used, reference_twice; forbids payment_needs_shift.
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

        used := core.reference_user(given.method, given.reference, CASE WHEN shift IS NOT NULL
                                    THEN instant - interval '90 days' ELSE '-infinity' END);

        IF used IS NOT NULL THEN
            PERFORM core.refuse('reference_used', jsonb_build_object('reference', given.reference, 'number', used));
        ELSIF given.times > 1 THEN
            PERFORM core.refuse('reference_twice', jsonb_build_object('reference', given.reference));
        END IF;
    END LOOP;
END $$;
