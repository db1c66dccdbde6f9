-- Who there is, before there is any table: run by a superuser in the store's database, at each upgrade.
-- Roles belong to the whole cluster, so each bears the database's name: `shop_clerk` in database `shop`.
-- What a group may do to which table stands in grants.toml; here are the groups themselves.

-- Makes a role unless it is there: left by an earlier store of this name. One that somebody signs in by
-- is theirs, and not what we would make (login_taken).
CREATE FUNCTION pg_temp.role(name text, attributes text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = current_database() || '_' || name) THEN
        EXECUTE format('CREATE ROLE %I %s', current_database() || '_' || name, attributes);
    ELSIF EXISTS (SELECT FROM pg_roles WHERE rolname = current_database() || '_' || name
                  AND (rolsuper OR rolcanlogin <> (attributes LIKE 'LOGIN%'))) THEN
        RAISE EXCEPTION USING ERRCODE = 'SD001', MESSAGE = 'login_taken',
            DETAIL = jsonb_build_object('login', current_database() || '_' || name);
    END IF;
END $$;

-- Puts a role into a group, both named without the database's name.
CREATE FUNCTION pg_temp.join_group(member text, team text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM pg_auth_members AS m
        WHERE m.roleid = to_regrole(quote_ident(current_database() || '_' || team))
          AND m.member = to_regrole(quote_ident(current_database() || '_' || join_group.member))
    ) THEN
        EXECUTE format('GRANT %I TO %I',
                       current_database() || '_' || team, current_database() || '_' || member);
    END IF;
END $$;

SELECT pg_temp.role('owner', 'NOLOGIN');                -- owns every object; nobody signs in as it
SELECT pg_temp.role('accounts', 'NOLOGIN CREATEROLE');  -- owns the functions that make logins

SELECT pg_temp.role('staff', 'NOLOGIN');                -- everybody who works here
SELECT pg_temp.role('cashier', 'NOLOGIN');
SELECT pg_temp.role('clerk', 'NOLOGIN');
SELECT pg_temp.role('manager', 'NOLOGIN');
SELECT pg_temp.role('admin', 'NOLOGIN');                -- accounts and settings: no stock, no money
SELECT pg_temp.role('auditor', 'NOLOGIN');
SELECT pg_temp.role('webshop', 'NOLOGIN');              -- another program that writes the model's tables
SELECT pg_temp.role('mailer', 'NOLOGIN');               -- sends what the outbox holds
SELECT pg_temp.role('system', 'LOGIN CONNECTION LIMIT 12');           -- the program's own work
SELECT pg_temp.role('backup', 'LOGIN BYPASSRLS CONNECTION LIMIT 2');  -- a dump has to see every row

SELECT pg_temp.join_group(team, 'staff')
FROM unnest(ARRAY['cashier', 'clerk', 'manager', 'admin', 'auditor']) AS team;

-- a manager may do whatever a cashier and a clerk may; nobody else's rights contain another's
SELECT pg_temp.join_group('manager', team) FROM unnest(ARRAY['cashier', 'clerk']) AS team;

-- where the program itself sends the mail, its own login does what a mailer does
SELECT pg_temp.join_group('system', 'mailer');

DO $$
DECLARE
    store text := current_database();
    owner text := current_database() || '_owner';
    accounts text := current_database() || '_accounts';
    team text;
    loose regprocedure;
BEGIN
    EXECUTE format('GRANT pg_read_all_data TO %I', store || '_backup');
    EXECUTE format('GRANT pg_signal_backend TO %I', accounts);  -- whoever leaves is shown out at once

    IF current_setting('server_version_num')::int >= 160000 THEN  -- CREATEROLE alone no longer suffices
        FOREACH team IN ARRAY ARRAY['staff', 'cashier', 'clerk', 'manager', 'admin', 'auditor',
                                    'webshop', 'mailer'] LOOP
            EXECUTE format('GRANT %I TO %I WITH ADMIN TRUE, INHERIT FALSE, SET FALSE',
                           store || '_' || team, accounts);
        END LOOP;
    END IF;

    EXECUTE format('ALTER DATABASE %I OWNER TO %I', store, owner);
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', store);
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I, %I, %I, %I, %I', store, store || '_staff',
                   store || '_webshop', store || '_mailer', store || '_system', store || '_backup');
    EXECUTE format('REVOKE ALL ON SCHEMA public FROM PUBLIC');
    EXECUTE format('CREATE SCHEMA IF NOT EXISTS storedesk AUTHORIZATION %I', owner);
    CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA storedesk;

    -- a function may be called by nobody until someone is allowed to; the IN SCHEMA form does nothing
    EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I, %I REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC',
                   owner, accounts);

    EXECUTE format('ALTER DATABASE %I SET timezone = ''UTC''', store);
    EXECUTE format('ALTER DATABASE %I SET statement_timeout = ''15s''', store);
    EXECUTE format('ALTER DATABASE %I SET lock_timeout = ''5s''', store);
    EXECUTE format('ALTER DATABASE %I SET idle_in_transaction_session_timeout = ''20s''', store);
    EXECUTE format('ALTER DATABASE %I SET jit = off', store);  -- compiling takes longer than any of our questions

    -- locks that anyone could hold against everyone, and objects that anyone could fill the disk with
    FOR loose IN
        SELECT p.oid::regprocedure FROM pg_proc AS p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace
          AND p.proname ~ '^(pg_(try_)?advisory_(xact_)?lock(_shared)?|lo_[a-z0-9_]+|lowrite|loread)$'
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', loose);
    END LOOP;

    EXECUTE format('GRANT EXECUTE ON FUNCTION pg_advisory_xact_lock(bigint), pg_advisory_xact_lock(int, int), '
                   'pg_try_advisory_xact_lock(bigint) TO %I', owner);
END $$;
