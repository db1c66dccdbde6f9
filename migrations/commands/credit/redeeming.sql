-- Credit pays a sale: held for it as soon as its code is given, while the quote is valid, and spent when it is paid.

-- Takes credit for a quoted sale: as much as is asked, is on the account and is still to pay, whichever is least.
-- Answers credit_answer with {tender, amount, left}, or a wrong code as core.try_code does. Refuses quote_expired,
-- bad_amount, money_not_exact, credit_code_typo, an account that is in the sale already (credit_twice), that has
-- nothing left (credit_empty) or whose rest other sales hold (credit_in_use), a sale that credit has paid already
-- (credit_enough), and what hold_sale refuses.
CREATE FUNCTION api.take_credit(request uuid, order_id uuid, code text, most numeric DEFAULT NULL) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    till storedesk.till_carts := core.hold_sale(order_id);
    instant timestamp := core.now();
    tried jsonb;
    held storedesk.credit_accounts;
    open numeric;
    free numeric;
    amount numeric;
BEGIN
    IF NOT coalesce(core.is_quote_live(till.quote_expires_at, instant), false) THEN
        PERFORM core.refuse('quote_expired');
    END IF;

    tried := core.try_code(code, me, instant);
    answer := tried;

    IF tried ->> 'state' = 'found' THEN
        held := core.hold_credit((tried ->> 'account')::uuid);
        answer := core.credit_answer(held.id, instant, till.order_id);
        open := core.open_rest(till);
        free := held.balance_amount - (answer ->> 'held')::numeric;
        PERFORM core.check_credit(held, free, open, till.order_id);
        amount := least(core.exact(most, held.currency), free, open);

        IF amount <= 0 THEN
            PERFORM core.refuse('bad_amount');
        END IF;

        INSERT INTO storedesk.till_tenders (id, order_id, method, amount, credit_account_id, created_at)
        VALUES (request, till.order_id, 'store_credit', amount, held.id, instant);
        answer := answer || jsonb_build_object(
            'tender', request, 'amount', amount::text, 'left', (held.balance_amount - amount)::text
        );
    END IF;
END $$;

-- Checks that something of an account can be taken for a sale: see api.take_credit.
CREATE FUNCTION core.check_credit(
    held storedesk.credit_accounts, free numeric, open numeric, of_order uuid
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    number constant text := core.credit_number(held.serial);
BEGIN
    IF EXISTS (SELECT FROM storedesk.till_tenders AS t
               WHERE t.order_id = of_order AND t.credit_account_id = held.id) THEN
        PERFORM core.refuse('credit_twice', jsonb_build_object('number', number));
    ELSIF held.balance_amount = 0 THEN
        PERFORM core.refuse('credit_empty', jsonb_build_object('number', number));
    ELSIF free <= 0 THEN
        PERFORM core.conflict('credit_in_use', jsonb_build_object('number', number, 'register', (
            SELECT min(core.register_name(c.register_id))
            FROM storedesk.till_tenders AS t JOIN storedesk.till_carts AS c ON c.order_id = t.order_id
            WHERE t.credit_account_id = held.id
        )));
    ELSIF open <= 0 THEN
        PERFORM core.refuse('credit_enough');
    END IF;
END $$;

-- Gives credit back that was taken for a sale which is not paid yet. What has been given back already stays so.
-- Refuses what hold_sale refuses.
CREATE FUNCTION api.give_credit_back(request uuid, order_id uuid, tender uuid) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.hold_sale(order_id);
    DELETE FROM storedesk.till_tenders AS t
    WHERE t.id = tender AND t.order_id = give_credit_back.order_id AND t.method = 'store_credit';
END $$;

-- Holds the accounts of the credit among some tenders of a sale, and writes their numbers into these. Refuses what
-- was not taken for this sale (bad_tender), and what another till has spent meanwhile, after the quote had expired
-- (credit_changed).
CREATE FUNCTION core.hold_credit_tenders(till storedesk.till_carts, tenders jsonb, instant timestamp) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    taken record;
    held storedesk.credit_accounts;
    booked jsonb := tenders;
BEGIN
    IF EXISTS (
        SELECT FROM jsonb_to_recordset(tenders) AS g (id uuid, method text, amount numeric)
        LEFT JOIN storedesk.till_tenders AS t ON t.id = g.id AND t.order_id = till.order_id
        WHERE g.method = 'store_credit' AND (t.method, t.amount) IS DISTINCT FROM (g.method, g.amount)
    ) THEN
        PERFORM core.refuse('bad_tender');
    END IF;

    FOR taken IN
        SELECT t.id, t.amount, t.credit_account_id AS account, g.place
        FROM jsonb_array_elements(tenders) WITH ORDINALITY AS g (value, place)
        JOIN storedesk.till_tenders AS t ON t.id = (g.value ->> 'id')::uuid
        WHERE g.value ->> 'method' = 'store_credit'
        ORDER BY t.credit_account_id
    LOOP
        held := core.hold_credit(taken.account);

        IF held.balance_amount - core.credit_held(held.id, till.order_id, instant) < taken.amount THEN
            PERFORM core.conflict('credit_changed', jsonb_build_object(
                'number', core.credit_number(held.serial), 'balance', held.balance_amount::text,
                'currency', held.currency
            ));
        END IF;

        booked := jsonb_set(booked, ARRAY[(taken.place - 1)::text, 'reference'],
                            to_jsonb(core.credit_number(held.serial)));
    END LOOP;

    RETURN booked;
END $$;

-- Spends the credit among some tenders that are booked as payments: one entry each. The caller holds the accounts.
-- Answers what is left of them: [{number, amount, left}].
CREATE FUNCTION core.spend_credit(tenders jsonb, shift uuid, actor uuid, instant timestamp) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    spent record;
    told jsonb := '[]';
BEGIN
    FOR spent IN
        SELECT t.id, t.amount, t.reference, core.credit_numbered(t.reference) AS account
        FROM jsonb_to_recordset(tenders) AS t (id uuid, method text, amount numeric, reference text)
        WHERE t.method = 'store_credit'
    LOOP
        PERFORM core.enter_credit(spent.account, 'redeem', -spent.amount, spent.id, shift, NULL, actor, instant);
        told := told || jsonb_build_object(
            'number', spent.reference, 'amount', spent.amount::text,
            'left', (SELECT a.balance_amount::text FROM storedesk.credit_accounts AS a WHERE a.id = spent.account)
        );
    END LOOP;

    RETURN told;
END $$;
