-- What the groups of groups.sql may do to the database as a whole: run by a superuser in the store's database,
-- at each upgrade and after each restore. What they may do to which table stands in grants.toml.

DO $$
DECLARE
    store text := current_database();
    owner text := current_database() || '_owner';
    accounts text := current_database() || '_accounts';
    loose regprocedure;
BEGIN
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

    EXECUTE format('ALTER DATABASE %I SET temp_file_limit = ''512MB''', store);

    -- a client that asks for what is refused, over and over, fills no log: it hears itself what went wrong
    EXECUTE format('ALTER DATABASE %I SET log_min_messages = ''log''', store);
    EXECUTE format('ALTER ROLE %I IN DATABASE %I SET log_min_messages = ''warning''', session_user, store);
    EXECUTE format('ALTER ROLE %I IN DATABASE %I SET log_min_messages = ''warning''', store || '_system', store);
    EXECUTE format('ALTER ROLE %I IN DATABASE %I SET log_min_messages = ''warning''', store || '_backup', store);

    -- a loop in the server is for commands alone
    REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
    EXECUTE format('GRANT USAGE ON LANGUAGE plpgsql TO %I, %I', owner, accounts);

    -- locks that anyone could hold against everyone, and what anyone could fill the disk or the log with
    FOR loose IN
        SELECT p.oid::regprocedure FROM pg_proc AS p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace
          AND p.proname ~ ('^(pg_(try_)?advisory_.*|lo_[a-z0-9_]+|lowrite|loread|pg_logical_emit_message'
                           '|pg_export_snapshot|pg_blocking_pids|pg_safe_snapshot_blocking_pids'
                           '|pg_isolation_test_session_is_blocked|pg_lock_status|pg_prepared_xact)$')
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', loose);
    END LOOP;

    EXECUTE format('GRANT EXECUTE ON FUNCTION pg_advisory_xact_lock(bigint), pg_advisory_xact_lock(int, int), '
                   'pg_try_advisory_xact_lock(bigint), pg_advisory_xact_lock_shared(bigint) TO %I', owner);
    EXECUTE format('GRANT EXECUTE ON FUNCTION pg_blocking_pids(int), pg_lock_status() TO %I', accounts);
    EXECUTE format('GRANT EXECUTE ON FUNCTION pg_export_snapshot() TO %I', store || '_backup');
END $$;
