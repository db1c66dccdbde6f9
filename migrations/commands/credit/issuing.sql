-- Gift cards are issued and topped up: entries of an account with what was paid for them. Neither is a sale.

-- Allows somebody to issue credit or top it up, and answers who approved it: null within their limit of a business
-- day. Of two by one person at once, the second waits here, so that both count. The approval is of the command and
-- {amount, account, shift}; no account for a new one. Refuses credit_of_day, and what use_approval refuses.
CREATE FUNCTION core.allow_credit(
    command text, amount numeric, number text, shift uuid, approval uuid, actor uuid, instant timestamp
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    most numeric := core.limit_of('credit_day_amount');
    today numeric;
BEGIN
    IF most IS NULL THEN
        RETURN NULL;
    END IF;

    PERFORM pg_advisory_xact_lock(7317, hashtext(actor::text));
    today := (
        SELECT coalesce(sum(e.amount), 0.00) FROM storedesk.credit_entries AS e
        WHERE e.created_by = actor AND e.kind IN ('issue', 'top_up') AND e.created_at >= core.day_start(instant)
    );

    IF today + amount <= most THEN
        RETURN NULL;
    END IF;

    RETURN core.use_approval(approval, command, jsonb_build_object(
        'amount', round(amount, 2)::text, 'account', number, 'shift', shift
    ), instant, 'credit_of_day', jsonb_build_object(
        'most', most::text, 'today', today::text,
        'currency', (SELECT s.currency FROM storedesk.store_settings AS s)
    ));
END $$;

-- Reads what is paid for credit. Refuses what read_tenders and check_references refuse, credit paid by credit
-- (credit_for_credit), and cash that the store's coins cannot make up (credit_in_coins).
CREATE FUNCTION core.read_credit_tenders(given jsonb, amount numeric, shift uuid, instant timestamp) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    store storedesk.store_settings;
    tenders jsonb;
BEGIN
    SELECT * INTO store FROM storedesk.store_settings;

    IF given @> '[{"method": "store_credit"}]' THEN
        PERFORM core.refuse('credit_for_credit');
    END IF;

    tenders := core.read_tenders(given, amount, store.currency);

    IF EXISTS (SELECT FROM jsonb_to_recordset(tenders) AS t (rounding numeric) WHERE t.rounding <> 0) THEN
        PERFORM core.refuse('credit_in_coins', jsonb_build_object(
            'coin', store.cash_rounding::text, 'currency', store.currency
        ));
    END IF;

    PERFORM core.check_references(tenders, shift, instant);
    RETURN tenders;
END $$;

-- Writes what was paid for an entry; cash goes into the drawer as money paid in that names it.
CREATE FUNCTION core.pay_credit(
    entry uuid, number text, tenders jsonb, shift uuid, actor uuid, instant timestamp
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    cash numeric;
BEGIN
    INSERT INTO storedesk.credit_payments (
        id, entry_id, method, amount, tendered_amount, change_amount, card_scheme, card_last_four, transaction_id,
        till_session_id, created_by, created_at
    )
    SELECT t.id, entry, t.method, t.amount, t.tendered, t.change, t.card_brand, t.last_four, t.reference, shift,
           actor, instant
    FROM jsonb_to_recordset(tenders) AS t (
        id uuid, method text, amount numeric, tendered numeric, change numeric, card_brand text, last_four text,
        reference text
    );
    SELECT sum(t.amount) INTO cash
    FROM jsonb_to_recordset(tenders) AS t (method text, amount numeric) WHERE t.method = 'cash';

    IF cash IS NOT NULL THEN
        INSERT INTO storedesk.cash_movements (
            till_session_id, kind, amount, reason, credit_entry_id, created_by, created_at
        ) VALUES (shift, 'paid_in', cash, number, entry, actor, instant);
    END IF;
END $$;

-- Puts an amount on an account that the caller holds, in a shift, for what is paid. Answers {account, number,
-- currency, amount, balance, at, change, cash_level}. Refuses bad_amount, money_not_exact, money_too_big, and what
-- hold_shift_as, read_credit_tenders and allow_credit refuse.
CREATE FUNCTION core.sell_credit(
    held storedesk.credit_accounts, kind text, given numeric, tenders jsonb, shift uuid, approval uuid, actor uuid
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    command text := CASE kind WHEN 'issue' THEN 'issue_credit' ELSE 'top_up_credit' END;
    number text := core.credit_number(held.serial);
    amount numeric := core.exact(given, held.currency);
    paid jsonb;
    approver uuid;
    entry uuid;
    instant timestamp;
BEGIN
    IF coalesce(amount, 0) <= 0 THEN
        PERFORM core.refuse('bad_amount');
    END IF;

    PERFORM core.hold_shift_as(shift, actor, command);
    instant := core.now();
    paid := core.read_credit_tenders(tenders, amount, shift, instant);
    approver := core.allow_credit(
        command, amount, CASE kind WHEN 'top_up' THEN number END, shift, approval, actor, instant
    );
    entry := core.enter_credit(held.id, kind, amount, NULL, shift, approver, actor, instant);
    PERFORM core.pay_credit(entry, number, paid, shift, actor, instant);
    PERFORM core.audit(command, 'credit_account', held.id, NULL, jsonb_build_object(
        'number', number, 'amount', amount::text
    ));

    RETURN jsonb_build_object(
        'account', held.id, 'number', number, 'currency', held.currency, 'amount', amount::text,
        'balance', (held.balance_amount + amount)::text, 'at', instant, 'cash_level', core.cash_level(shift),
        'change', (SELECT coalesce(sum(t.change), 0.00)::text FROM jsonb_to_recordset(paid) AS t (change numeric))
    );
END $$;

-- Issues a gift card, paid at once in a shift: see core.sell_credit. Answers its code as well, which is told once:
-- see core.fresh_code.
CREATE FUNCTION api.issue_credit(
    request uuid, shift uuid, amount numeric, tenders jsonb, approval uuid DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    answer := core.sell_credit(
        core.hold_credit(core.make_credit(me, core.now())), 'issue', amount, coalesce(tenders, '[]'), shift, approval,
        me
    );

    RETURN answer || jsonb_build_object('code', core.fresh_code((answer ->> 'account')::uuid));
END $$;

-- Puts more on a gift card, or on what a return gave, for who has its code: see core.sell_credit, with state found.
-- Answers a wrong code as core.try_code does. Refuses credit_code_typo as well.
CREATE FUNCTION api.top_up_credit(
    request uuid, shift uuid, code text, amount numeric, tenders jsonb, approval uuid DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    tried jsonb := core.try_code(code, me, core.now());
BEGIN
    answer := CASE tried ->> 'state' WHEN 'found' THEN jsonb_build_object('state', 'found') || core.sell_credit(
        core.hold_credit((tried ->> 'account')::uuid), 'top_up', amount, coalesce(tenders, '[]'), shift, approval, me
    ) ELSE tried END;
END $$;
