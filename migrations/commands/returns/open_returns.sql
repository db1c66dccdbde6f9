-- Taking goods back without a receipt, and the money for them.

-- Allows a return without a receipt: who is no manager needs an approval of "take_open_return" and {lines: [{product,
-- variant, quantity, restocked, value}], value, reason, shift, in_cash}. Answers the approver; null for a manager.
-- Refuses open_return_approval, and what use_approval refuses.
CREATE FUNCTION core.allow_open_return(
    lines jsonb, total numeric, reason text, shift uuid, in_cash boolean, approval uuid, instant timestamp
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN core.use_approval(approval, 'take_open_return', jsonb_build_object(
        'value', round(total, 2)::text, 'reason', reason, 'shift', shift, 'in_cash', in_cash, 'lines', (
            SELECT core.named_list(jsonb_agg(jsonb_build_object(
                'product', l.product, 'variant', l.variant, 'quantity', l.quantity, 'restocked', l.restocked,
                'value', round(l.value, 2)::text
            ) ORDER BY l.place))
            FROM jsonb_to_recordset(lines) AS l (
                place int, product uuid, variant uuid, quantity int, restocked boolean, value numeric
            )
        )
    ), instant, 'open_return_approval');
END $$;

-- Gives the money for a return without a receipt back: to an account of credit that the caller holds, or out of the
-- drawer of a shift that the caller holds.
CREATE FUNCTION core.pay_open_return(
    back storedesk.open_returns, account uuid, approver uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    balance numeric;
BEGIN
    IF back.in_cash THEN
        INSERT INTO storedesk.cash_movements (
            till_session_id, kind, amount, reason, open_return_id, created_by, created_at
        ) VALUES (
            back.till_session_id, 'paid_out', back.value_amount + back.rounding_amount,
            storedesk.open_return_number(back.serial), back.id, back.created_by, back.created_at
        );
    ELSE
        balance := back.value_amount + (
            SELECT a.balance_amount FROM storedesk.credit_accounts AS a WHERE a.id = account
        );
        PERFORM core.check_amount(balance);
        UPDATE storedesk.credit_accounts AS a SET balance_amount = balance WHERE a.id = account;
        INSERT INTO storedesk.credit_entries (
            account_id, kind, amount, balance_amount, open_return_id, till_session_id, approved_by, created_by,
            created_at
        ) VALUES (
            account, 'return', back.value_amount, balance, back.id, back.till_session_id, approver, back.created_by,
            back.created_at
        );
    END IF;
END $$;

-- Takes goods back without a receipt, in a shift: see api.take_open_return. Goods that can be sold again are put back
-- into stock. Answers {open_return, number, at, currency, refunded, cash, method, cash_level}. Refuses
-- already_returned, reason_missing, and what hold_shift_as, read_open_return, open_return_totals, allow_open_return
-- and use_approval refuse; cash beyond the coins of the store (bad_amount).
CREATE FUNCTION core.take_open_return(
    of_return uuid, shift uuid, given jsonb, reason text, account uuid, approval uuid, cash_approval uuid, actor uuid
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    store storedesk.store_settings;
    why text := core.clean_words(reason, 500);
    is_cash boolean := account IS NULL;
    lines jsonb;
    totals jsonb;
    total numeric;
    cash numeric;
    approver uuid;
    drawer_approver uuid;
    instant timestamp;
    made storedesk.open_returns;
BEGIN
    PERFORM core.hold_credit(account);
    PERFORM core.hold_shift_as(shift, actor, 'take_open_return');

    IF EXISTS (SELECT FROM storedesk.open_returns AS r WHERE r.id = of_return) THEN
        PERFORM core.conflict('already_returned');
    ELSIF why IS NULL THEN
        PERFORM core.refuse('reason_missing');
    END IF;

    SELECT * INTO store FROM storedesk.store_settings;
    lines := core.read_open_return(given, core.now());
    totals := core.open_return_totals(lines);
    total := (totals ->> 'total')::numeric;
    cash := CASE WHEN is_cash THEN core.round_cash(total, store.cash_rounding) END;

    IF cash = 0 THEN
        PERFORM core.refuse('bad_amount');
    END IF;

    approver := core.allow_open_return(lines, total, why, shift, is_cash, approval, core.now());

    IF is_cash THEN
        drawer_approver := core.use_approval(cash_approval, 'pay_open_return', jsonb_build_object(
            'open_return', of_return, 'cash', cash::text, 'reason', why, 'shift', shift
        ), core.now(), 'open_return_cash');
    END IF;

    PERFORM core.hold_stock(ARRAY(
        SELECT DISTINCT (l.value ->> 'product')::uuid FROM jsonb_array_elements(lines) AS l (value)
        WHERE (l.value ->> 'restocked')::boolean
    ));
    instant := core.now();

    INSERT INTO storedesk.open_returns (
        id, reason, value_amount, rounding_amount, currency, in_cash, till_session_id, approved_by, cash_approved_by,
        created_by, created_at
    ) VALUES (
        of_return, why, total, coalesce(cash - total, 0), store.currency, is_cash, shift, approver, drawer_approver,
        actor,
        instant
    )
    RETURNING * INTO made;
    INSERT INTO storedesk.open_return_lines (
        open_return_id, place, product_id, variant_id, product_name, variant_description, quantity, restocked,
        unit_value_amount, value_amount, lowest_line_id
    )
    SELECT of_return, l.place, l.product, l.variant, l.name, l.description, l.quantity, l.restocked, l.value, l.amount,
           l.line
    FROM jsonb_to_recordset(lines) AS l (
        place int, product uuid, variant uuid, name text, description text, quantity int, restocked boolean,
        value numeric,
        amount numeric, line uuid
    );
    INSERT INTO storedesk.open_return_tax_lines (open_return_id, name, rate, base_amount, tax_amount)
    SELECT of_return, t.name, t.rate, t.base, t.tax
    FROM jsonb_to_recordset(totals -> 'tax_lines') AS t (name text, rate numeric, base numeric, tax numeric);
    PERFORM core.pay_open_return(made, account, approver);
    PERFORM core.restock(NULL, lines, storedesk.open_return_number(made.serial) || ': ' || why, actor, instant);
    PERFORM core.audit('take', 'open_return', of_return, NULL, jsonb_build_object(
        'number', storedesk.open_return_number(made.serial), 'amount', total::text, 'in_cash', is_cash,
        'approved_by', approver, 'cash_approved_by', drawer_approver
    ));
    PERFORM core.write_fiscal('open_return', NULL, storedesk.open_return_number(made.serial), of_return, shift,
                              totals -> 'tax_lines', total, instant);

    RETURN jsonb_build_object(
        'open_return', of_return, 'number', storedesk.open_return_number(made.serial), 'at', instant,
        'currency', store.currency, 'refunded', total::text, 'cash', cash::text,
        'method', CASE WHEN is_cash THEN 'cash' ELSE 'store_credit' END, 'cash_level', core.cash_level(shift)
    );
END $$;

-- Takes goods back without a receipt, in a shift that the asker is in: `lines` as core.read_open_return reads them.
-- The money goes to the account of store credit that has `credit_code`, or to a new one, whose code is answered with
-- its number as `credit`: {account, number, code}. With `in_cash` it goes out of the drawer instead, as cash that
-- names the return, by a second approval. The id is made by the client, so that a return is taken once however often
-- it is sent. A wrong code is answered as core.try_code does, and nothing is taken. Refuses what core.take_open_return
-- refuses, and credit_code_typo.
CREATE FUNCTION api.take_open_return(
    request uuid, open_return uuid, shift uuid, lines jsonb, reason text, in_cash boolean DEFAULT false,
    approval uuid DEFAULT NULL, cash_approval uuid DEFAULT NULL, credit_code text DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    tried jsonb := '{"state": "found"}';
BEGIN
    IF in_cash THEN
        NULL;
    ELSIF credit_code IS NOT NULL THEN
        tried := core.try_code(credit_code, me, core.now());
    ELSE
        tried := tried || jsonb_build_object('account', core.make_credit(me, core.now()));
    END IF;

    IF tried ->> 'state' = 'found' THEN
        answer := core.take_open_return(
            open_return, shift, lines, reason, (tried ->> 'account')::uuid, approval, cash_approval, me
        ) || CASE WHEN in_cash THEN '{}' ELSE jsonb_build_object('credit', core.credit_slip(
            (tried ->> 'account')::uuid, credit_code IS NULL
        )) END;
    ELSE
        answer := tried;
    END IF;

    RETURN answer || CASE WHEN (answer #>> '{credit,is_new}')::boolean THEN jsonb_build_object(
        'credit', answer -> 'credit' || jsonb_build_object(
            'code', core.fresh_code((answer #>> '{credit,account}')::uuid)
        )
    ) ELSE '{}' END;
END $$;

DO $$
DECLARE
    watched text;
BEGIN
    FOREACH watched IN ARRAY ARRAY['open_returns', 'open_return_lines', 'open_return_tax_lines'] LOOP
        EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.%I '
                       'FOR EACH ROW EXECUTE FUNCTION core.append_only()', watched);
        EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.%I '
                       'FOR EACH STATEMENT EXECUTE FUNCTION core.append_only()', watched);
    END LOOP;
END $$;
