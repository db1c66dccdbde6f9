-- The groups of a store: roles of the whole server, so each bears the store's name (`shop_clerk` in database
-- `shop`). Run by a superuser before anything that names them: at each upgrade, and before a backup is
-- restored, when there is no database of that name yet. The name stands in the setting storedesk.store.

CREATE FUNCTION pg_temp.named(name text) RETURNS text LANGUAGE sql AS $$
    SELECT current_setting('storedesk.store') || '_' || name
$$;

-- Makes a role unless it is there: left by an earlier store of this name. One that somebody signs in by
-- is theirs, and not what we would make (login_taken).
CREATE FUNCTION pg_temp.role(name text, attributes text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = pg_temp.named(name)) THEN
        EXECUTE format('CREATE ROLE %I %s', pg_temp.named(name), attributes);
    ELSIF EXISTS (SELECT FROM pg_roles WHERE rolname = pg_temp.named(name)
                  AND (rolsuper OR rolcanlogin <> (attributes LIKE 'LOGIN%'))) THEN
        RAISE EXCEPTION USING ERRCODE = 'SD001', MESSAGE = 'login_taken',
            DETAIL = jsonb_build_object('login', pg_temp.named(name));
    END IF;
END $$;

-- Puts a role into a group, both named without the store's name.
CREATE FUNCTION pg_temp.join_group(member text, team text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM pg_auth_members AS m
        WHERE m.roleid = to_regrole(quote_ident(pg_temp.named(team)))
          AND m.member = to_regrole(quote_ident(pg_temp.named(join_group.member)))
    ) THEN
        EXECUTE format('GRANT %I TO %I', pg_temp.named(team), pg_temp.named(member));
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
    team text;
BEGIN
    -- it would read the verifiers of everybody's passwords as well: what a dump needs is granted table by table
    EXECUTE format('REVOKE pg_read_all_data FROM %I', pg_temp.named('backup'));
    -- whoever leaves is shown out at once, and who keeps all others waiting
    EXECUTE format('GRANT pg_signal_backend, pg_read_all_stats TO %I', pg_temp.named('accounts'));

    IF current_setting('server_version_num')::int >= 160000 THEN  -- CREATEROLE alone no longer suffices
        FOREACH team IN ARRAY ARRAY['staff', 'cashier', 'clerk', 'manager', 'admin', 'auditor',
                                    'webshop', 'mailer'] LOOP
            EXECUTE format('GRANT %I TO %I WITH ADMIN TRUE, INHERIT FALSE, SET FALSE',
                           pg_temp.named(team), pg_temp.named('accounts'));
        END LOOP;
    END IF;
END $$;

DROP FUNCTION pg_temp.role, pg_temp.join_group, pg_temp.named;
