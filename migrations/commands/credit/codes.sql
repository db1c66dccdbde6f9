-- Codes of gift cards: 20 symbols of 32, without 0, O, 1 and I, in groups of four. GC, 17 random symbols (85 bits),
-- and one that checks the others. The database keeps their hash alone.

-- The symbols of a code; the place of each, from 0, is its value.
CREATE FUNCTION core.credit_symbols() RETURNS text
LANGUAGE sql IMMUTABLE
RETURN '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

-- The symbol that checks those before it: values are elements of GF(32), modulo x^5 + x^2 + 1, and the whole code is a
-- polynomial in 2 that comes to 0. So one wrong symbol is always found, and so are two neighbors that were swapped.
CREATE FUNCTION core.credit_check(symbols text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    known constant text := core.credit_symbols();
    sum int := 0;
BEGIN
    FOR place IN 1 .. length(symbols) LOOP
        sum := (sum << 1) # (strpos(known, substr(symbols, place, 1)) - 1);
        sum := CASE WHEN sum > 31 THEN sum # 37 ELSE sum END;
    END LOOP;

    sum := sum << 1;
    RETURN substr(known, CASE WHEN sum > 31 THEN sum # 37 ELSE sum END + 1, 1);
END $$;

-- The code of an account: made of its id and a secret of this store, which no login reads and no backup has.
CREATE FUNCTION core.credit_code(account uuid) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    secret bytea := (SELECT s.secret FROM storedesk.secrets AS s WHERE s.name = 'credit_codes');
    random bytea := sha256(secret || sha256(secret || uuid_send(account)));
    code text := 'GC';
BEGIN
    FOR place IN 0 .. 16 LOOP
        code := code || substr(core.credit_symbols(), (get_byte(random, place) & 31) + 1, 1);
    END LOOP;

    RETURN code || core.credit_check(code);
END $$;

-- What is kept of a code: it is random enough to need no salt.
CREATE FUNCTION core.credit_hash(code text) RETURNS bytea
LANGUAGE sql IMMUTABLE
RETURN sha256(convert_to(code, 'UTF8'));

-- A code as people read it, in groups of four: to whom has just made its account, for ten minutes, so that an answer
-- that was lost can be asked for again; and of an account that an exchange was made with, when something has just gone
-- back to it. Null later, and after a restore.
CREATE FUNCTION core.fresh_code(account uuid) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    code text := core.credit_code(account);
BEGIN
    RETURN (
        SELECT regexp_replace(code, '(....)(?=.)', '\1-', 'g') FROM storedesk.credit_accounts AS a
        WHERE a.id = account AND a.code_hash = core.credit_hash(code)
          AND coalesce((
              SELECT max(e.created_at) FROM storedesk.exchanges AS x
              JOIN storedesk.credit_entries AS e ON e.account_id = x.credit_account_id AND e.kind = 'refund'
              WHERE x.credit_account_id = a.id
          ), a.created_at) BETWEEN core.now() - interval '10 minutes' AND core.now() + interval '10 minutes'
    );
END $$;

-- Reads a code as somebody typed or scanned it. Refuses what cannot be one: a symbol too many, too few, or another
-- (credit_code_typo).
CREATE FUNCTION core.read_credit_code(given text) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    code text := upper(regexp_replace(left(coalesce(given, ''), 100), '[[:space:]-]', '', 'g'));
BEGIN
    IF code !~ '^GC[2-9A-HJ-NP-Z]{18}$' OR core.credit_check(left(code, 19)) <> right(code, 1) THEN
        PERFORM core.refuse('credit_code_typo');
    END IF;

    RETURN code;
END $$;

-- The number of an account, as receipts and reports have it: SC-000042.
CREATE FUNCTION core.credit_number(serial bigint) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN 'SC-' || CASE WHEN serial < 1000000 THEN lpad(serial::text, 6, '0') ELSE serial::text END;

-- The account that has a number; null for none.
CREATE FUNCTION core.credit_numbered(number text) RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
RETURN (SELECT a.id FROM storedesk.credit_accounts AS a WHERE a.serial = substr(number, 4)::bigint);

-- Looks for the account that has a code: {state: found, account}, {state: wrong, left}, or, after ten wrong ones in an
-- hour, {state: too_many, until}. It is no refusal, which would take back what was counted; of two tries by one
-- person at once, the second waits here. Refuses credit_code_typo.
CREATE FUNCTION core.try_code(given text, actor uuid, instant timestamp) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    code text := core.read_credit_code(given);
    account uuid;
    wrong int;
    first timestamp;
BEGIN
    PERFORM pg_advisory_xact_lock(7316, hashtext(actor::text));
    SELECT count(*), min(t.created_at) INTO wrong, first
    FROM storedesk.credit_tries AS t WHERE t.staff_id = actor AND t.created_at > instant - interval '1 hour';

    IF wrong >= 10 THEN
        RETURN jsonb_build_object('state', 'too_many', 'until', first + interval '1 hour');
    END IF;

    account := (SELECT a.id FROM storedesk.credit_accounts AS a WHERE a.code_hash = core.credit_hash(code));

    IF account IS NULL THEN
        INSERT INTO storedesk.credit_tries (staff_id, created_at) VALUES (actor, instant);
        RETURN jsonb_build_object('state', 'wrong', 'left', 9 - wrong);
    END IF;

    RETURN jsonb_build_object('state', 'found', 'account', account);
END $$;
