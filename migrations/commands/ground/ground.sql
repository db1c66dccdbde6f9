-- What every command stands on: who asks, when it is, what was answered before, what is kept, who is told.
-- Both schemas are made anew at each upgrade, in one transaction, so that nothing outlives its file:
-- `api` is what staff may call; `core` is called by `api`, by demo data and by imports of history.
--
-- A new command: a function in `api`, LANGUAGE command, in its noun's file, with what it does (guards in the
-- WHERE; what others do as well is a function in `core` that takes who and when as arguments), and a line in
-- grants.toml; a refusal is one code here and one sentence in domain/refusals/errors.py. An upgrade adds what
-- all commands have in common: see docs/decisions/0024.
--
-- Trigger functions are SECURITY DEFINER: they run for people who may not even look into `core`.
DROP SCHEMA IF EXISTS api, core CASCADE;

CREATE SCHEMA core;

CREATE SCHEMA api;

-- ---------- how a command says no: MESSAGE is the code, DETAIL its parameters, SQLSTATE the kind

-- A rule of the store forbids it (SD001).
CREATE FUNCTION core.refuse(code text, parameters jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SD001', MESSAGE = code, DETAIL = parameters;
END $$;

-- It is not for this person to do (SD403).
CREATE FUNCTION core.forbid(code text, parameters jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SD403', MESSAGE = code, DETAIL = parameters;
END $$;

-- It does not exist, or no longer does (SD404).
CREATE FUNCTION core.not_found(code text, parameters jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SD404', MESSAGE = code, DETAIL = parameters;
END $$;

-- Someone else was first (SD409).
CREATE FUNCTION core.conflict(code text, parameters jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SD409', MESSAGE = code, DETAIL = parameters;
END $$;

-- What a call weighs, in bytes: see migrations/sizes.sql. Refuses more than 256 kB (too_much); an import sends
-- a whole list, of up to 50,000 products.
CREATE FUNCTION core.check_weight(command text, weight bigint) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    most int := CASE WHEN starts_with(command, 'api.import_opening_stock(') THEN 4096 ELSE 256 END;
BEGIN
    IF weight > most * 1024 THEN
        PERFORM core.refuse('too_much', jsonb_build_object('most', most));
    END IF;

    RETURN weight;
END $$;

-- ---------- who and when

-- The instant, as the tables keep it: in UTC, and not the transaction's start.
CREATE FUNCTION core.now() RETURNS timestamp
LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
    SELECT clock_timestamp() AT TIME ZONE 'UTC'
$$;

-- Refuses an instant that no shop could mean: infinity, and what is hundreds of years away (bad_instant).
CREATE FUNCTION core.check_instant(instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT storedesk.is_instant(instant) THEN
        PERFORM core.refuse('bad_instant');
    END IF;
END $$;

-- The full name of a group of this store: `clerk` is `shop_clerk` in database `shop`.
CREATE FUNCTION core.group_role(short text) RETURNS name
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (current_database() || '_' || short)::name
$$;

-- Whether someone who signed in belongs to a group, whatever role is worn at the moment.
CREATE FUNCTION core.belongs(short text, login name DEFAULT session_user) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT pg_has_role(login, (current_database() || '_' || short)::name, 'MEMBER')
$$;

-- Who asks: the staff row of the login, which SET ROLE and SECURITY DEFINER leave alone.
-- Refuses a login that is nobody's, or no longer (not_staff).
CREATE FUNCTION core.me() RETURNS uuid
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me uuid := (SELECT s.id FROM storedesk.staff AS s WHERE s.login = session_user AND s.is_active);
BEGIN
    IF me IS NULL THEN
        PERFORM core.forbid('not_staff', jsonb_build_object('login', session_user));
    END IF;

    RETURN me;
END $$;

-- For demo data and imports of history: stamps what this transaction writes with someone else's name
-- and a day in the past. Only the owner's own sessions are believed: the two settings are anyone's to
-- set, and who has signed in is not.
CREATE FUNCTION core.as_of(actor uuid, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM set_config('storedesk.actor', coalesce(actor::text, ''), true),
            set_config('storedesk.instant', coalesce(instant::text, ''), true);
END $$;

-- Whom a stamp names: whoever signed in; in the owner's own sessions whom as_of has named, or nobody.
CREATE FUNCTION core.stamp_actor() RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN core.belongs('owner')
        THEN nullif(current_setting('storedesk.actor', true), '')::uuid
        ELSE (SELECT s.id FROM storedesk.staff AS s WHERE s.login = session_user)
    END
$$;

-- When a stamp says it was: now; in the owner's own sessions the instant that as_of was given.
CREATE FUNCTION core.stamp_instant() RETURNS timestamp
LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN nullif(current_setting('storedesk.instant', true), '') IS NOT NULL AND core.belongs('owner')
        THEN current_setting('storedesk.instant')::timestamp
        ELSE core.now()
    END
$$;

-- Refuses a transaction that looks at an old picture of the store (old_picture): locks are worth nothing
-- to whoever does not see what was done before they were given.
CREATE FUNCTION core.check_isolation() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        PERFORM core.conflict('old_picture');
    END IF;
END $$;

-- ---------- what was asked before

-- What a request was answered before; null the first time, of which it takes note. Of two at once
-- with one id, the second waits here until the first has committed.
-- Refuses an id that has been used for something else, or by someone else (request_reused).
CREATE FUNCTION core.replay(request uuid, actor uuid, command text, arguments jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    fingerprint bytea := sha256(convert_to(arguments::text, 'UTF8'));
    earlier storedesk.requests;
BEGIN
    PERFORM core.check_isolation();
    PERFORM set_config('synchronous_commit', 'on', true);  -- a client may have set it off

    INSERT INTO storedesk.requests (id, staff_id, command, fingerprint, created_at)
    VALUES (request, actor, command, fingerprint, core.now())
    ON CONFLICT (id) DO NOTHING;

    IF FOUND THEN
        RETURN NULL;
    END IF;

    SELECT * INTO earlier FROM storedesk.requests AS r WHERE r.id = request;

    IF (earlier.staff_id, earlier.command, earlier.fingerprint)
        IS DISTINCT FROM (actor, command, fingerprint) THEN
        PERFORM core.conflict('request_reused', jsonb_build_object('request', request));
    END IF;

    RETURN earlier.result;
END $$;

-- Keeps the answer beside the request, and hands it on.
CREATE FUNCTION core.finish(request uuid, answer jsonb) RETURNS jsonb
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    UPDATE storedesk.requests SET result = answer WHERE id = request RETURNING result
$$;

-- ---------- what is written down

-- Writes down who changed what, beyond stock: prices, states, accounts, settings. Of persons it names
-- the fields only: this table is never emptied, customer_history may be.
CREATE FUNCTION core.audit(
    action text, entity text, entity_id uuid, old jsonb DEFAULT NULL, new jsonb DEFAULT NULL
) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO storedesk.audit_event (created_at, login, workstation, action, entity, entity_id, old, new)
    VALUES (core.stamp_instant(), session_user,
            left(nullif(current_setting('application_name', true), ''), 100),
            action, entity, entity_id, old, new)
$$;

-- The fields in which two versions of a row differ, but for those that every change changes.
CREATE FUNCTION core.changes(was jsonb, is_now jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(f.key ORDER BY f.key), '{}')
    FROM jsonb_each(is_now) AS f
    WHERE f.value IS DISTINCT FROM was -> f.key
      AND f.key NOT IN ('version', 'updated_at', 'updated_by')
$$;

-- For tables that are only ever added to: refuses to change or remove a row, whoever asks (append_only).
CREATE FUNCTION core.append_only() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.refuse('append_only', jsonb_build_object('table', tg_table_name));
    RETURN NULL;
END $$;

-- For rows that are edited in forms: the server counts the versions and looks at the clock. In the
-- owner's own sessions a given time stands, so that history may lie in the past.
CREATE FUNCTION core.stamp() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    instant timestamp := core.stamp_instant();
BEGIN
    IF tg_op = 'INSERT' THEN
        IF NEW.created_at = localtimestamp OR NOT core.belongs('owner') THEN  -- the column's default
            NEW.created_at := instant;
        END IF;

        NEW.version := 1;
        NEW.updated_at := NEW.created_at;
        RETURN NEW;
    END IF;

    NEW.created_at := OLD.created_at;
    NEW.version := OLD.version + 1;

    IF NEW.updated_at = OLD.updated_at OR NOT core.belongs('owner') THEN
        NEW.updated_at := instant;
    END IF;

    NEW.updated_at := greatest(NEW.updated_at, NEW.created_at);
    RETURN NEW;
END $$;

-- The same for a row without a version, which belongs to one that has.
CREATE FUNCTION core.stamp_part() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF tg_op = 'INSERT' THEN
        NEW.created_at := least(NEW.created_at, core.stamp_instant());
        NEW.updated_at := NEW.created_at;
    ELSE
        NEW.created_at := OLD.created_at;
        NEW.updated_at := greatest(core.stamp_instant(), NEW.created_at);
    END IF;

    RETURN NEW;
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.audit_event
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.audit_event
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();
