-- Accounts of store credit: a balance that is the sum of its entries, and never below 0. An account is locked after
-- baskets and before orders, several of them by their ids.

-- Holds an account until the transaction ends.
CREATE FUNCTION core.hold_credit(account uuid) RETURNS storedesk.credit_accounts
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held storedesk.credit_accounts;
BEGIN
    SELECT * INTO held FROM storedesk.credit_accounts AS a WHERE a.id = account FOR NO KEY UPDATE;

    RETURN held;
END $$;

-- What other sales hold of an account while their quotes are valid.
CREATE FUNCTION core.credit_held(account uuid, but_for uuid, instant timestamp) RETURNS numeric
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(sum(h.amount), 0.00)
        FROM storedesk.till_tenders AS h JOIN storedesk.till_carts AS t ON t.order_id = h.order_id
        WHERE h.credit_account_id = account AND h.order_id IS DISTINCT FROM but_for AND t.quote_expires_at > instant
    );
END $$;

-- Makes an account with nothing on it, and answers its id.
CREATE FUNCTION core.make_credit(actor uuid, instant timestamp) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    made uuid := gen_random_uuid();
BEGIN
    INSERT INTO storedesk.credit_accounts (id, code_hash, currency, created_by, created_at)
    SELECT made, core.credit_hash(core.credit_code(made)), s.currency, actor, instant
    FROM storedesk.store_settings AS s;

    RETURN made;
END $$;

-- Writes an entry of an account that the caller holds, and answers its id. Refuses a balance beyond what a column
-- holds (money_too_big).
CREATE FUNCTION core.enter_credit(
    account uuid, kind text, amount numeric, payment uuid, shift uuid, approver uuid, actor uuid, instant timestamp
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    balance numeric := (SELECT a.balance_amount FROM storedesk.credit_accounts AS a WHERE a.id = account) + amount;
    entry uuid;
BEGIN
    PERFORM core.check_amount(balance);

    UPDATE storedesk.credit_accounts AS a SET balance_amount = balance WHERE a.id = account;
    INSERT INTO storedesk.credit_entries (
        account_id, kind, amount, balance_amount, order_payment_id, till_session_id, approved_by, created_by, created_at
    ) VALUES (account, kind, amount, balance, payment, shift, approver, actor, instant)
    RETURNING id INTO entry;

    RETURN entry;
END $$;

-- What there is to say about an account to who has its code: {state: found, number, currency, balance, held}; the last
-- is what sales in progress hold of it.
CREATE FUNCTION core.credit_answer(account uuid, instant timestamp, of_order uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object(
            'state', 'found', 'number', core.credit_number(a.serial), 'currency', a.currency,
            'balance', a.balance_amount::text, 'held', core.credit_held(a.id, of_order, instant)::text
        )
        FROM storedesk.credit_accounts AS a WHERE a.id = account
    );
END $$;

-- What is on an account, for who has its whole code: as credit_answer has it, or {state: wrong, left} or {state:
-- too_many, until} as core.try_code has it. Refuses credit_code_typo.
CREATE FUNCTION api.credit_balance(request uuid, code text) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    instant timestamp := core.now();
    tried jsonb := core.try_code(code, me, instant);
BEGIN
    answer := CASE tried ->> 'state'
        WHEN 'found' THEN core.credit_answer((tried ->> 'account')::uuid, instant) ELSE tried END;
END $$;

-- What was left of an account after a payment or a refund by it.
CREATE FUNCTION core.credit_left(payment uuid) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT e.balance_amount::text FROM storedesk.credit_entries AS e WHERE e.order_payment_id = payment);
END $$;

-- What a return says of the account that it went to: {account, number, currency, balance, is_new}. It is volatile, to
-- see what the calling statement has done.
CREATE FUNCTION core.credit_slip(account uuid, is_new boolean) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object(
            'account', a.id, 'number', core.credit_number(a.serial), 'currency', a.currency,
            'balance', a.balance_amount::text, 'is_new', credit_slip.is_new
        )
        FROM storedesk.credit_accounts AS a WHERE a.id = account
    );
END $$;

-- An answer with the code of the account that it names, if that is new: the code is kept nowhere.
CREATE FUNCTION core.with_code(told jsonb, name text DEFAULT 'credit') RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN told || CASE WHEN (told -> name ->> 'is_new')::boolean THEN jsonb_build_object(
        name, told -> name || jsonb_build_object('code', core.fresh_code((told -> name ->> 'account')::uuid))
    ) ELSE '{}' END;
END $$;

-- Nothing of an account changes but its balance, which entries alone move.
CREATE TRIGGER append_only
BEFORE UPDATE OF id, serial, code_hash, currency, created_by, created_at OR DELETE ON storedesk.credit_accounts
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.credit_accounts
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();

DO $$
DECLARE
    watched text;
BEGIN
    FOREACH watched IN ARRAY ARRAY['credit_entries', 'credit_payments', 'credit_tries'] LOOP
        EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.%I '
                       'FOR EACH ROW EXECUTE FUNCTION core.append_only()', watched);
        EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.%I '
                       'FOR EACH STATEMENT EXECUTE FUNCTION core.append_only()', watched);
    END LOOP;

    FOREACH watched IN ARRAY ARRAY['credit_entries', 'credit_payments'] LOOP
        EXECUTE format('CREATE TRIGGER guard BEFORE INSERT ON storedesk.%I '
                       'FOR EACH ROW EXECUTE FUNCTION core.guard_drawer()', watched);
    END LOOP;
END $$;
