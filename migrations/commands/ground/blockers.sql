-- A session that keeps others waiting is ended by a session that waits: see docs/decisions/0017. Nothing has to
-- run beside the server for it.
--
-- A caller may leave its transaction open, or roll it back. So nothing here takes a lock that another caller would
-- wait for, and sessions are ended, logins paused and rows written only when the caller commits: a deferred
-- trigger does it. A caller who rolls back achieves nothing, for the next one finds the same.

-- ---------- run as the accounts' role: it may see and end sessions

-- The sessions that are in a transaction, in any database of the server, `is_here` in this one: `writes` is what
-- others can wait for, `kept_waiting` how long somebody has been waiting for one of their locks. An import holds the
-- lock that only api.begin_import takes. Runs as the accounts' role.
CREATE FUNCTION core.open_transactions() RETURNS TABLE (
    pid int, login name, session_started timestamptz, transaction_started timestamptz,
    writes boolean, waits boolean, imports boolean, kept_waiting interval, is_here boolean
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_stat_clear_snapshot();  -- else a second look would see what the first has seen

    RETURN QUERY
    WITH locks AS MATERIALIZED (
        SELECT l.* FROM pg_locks AS l WHERE NOT l.granted OR (l.locktype = 'advisory' AND l.objid = 7354)
    ), kept AS (
        SELECT b.pid, max(clock_timestamp() - l.waitstart) AS longest
        FROM locks AS l, unnest(pg_blocking_pids(l.pid)) AS b (pid)
        WHERE NOT l.granted GROUP BY b.pid
    )
    SELECT a.pid, a.usename, a.backend_start, a.xact_start,
           a.backend_xid IS NOT NULL, coalesce(a.wait_event_type = 'Lock', false),
           EXISTS (SELECT FROM locks AS l WHERE l.pid = a.pid AND l.granted), k.longest,
           a.datname = current_database()
    FROM pg_stat_activity AS a LEFT JOIN kept AS k ON k.pid = a.pid
    WHERE a.backend_type = 'client backend' AND a.xact_start IS NOT NULL AND a.pid <> pg_backend_pid();
END $$;

-- Ends a session, if it is still the same. Runs as the accounts' role.
CREATE FUNCTION core.end_session(pid int, session_started timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_stat_clear_snapshot();
    PERFORM pg_terminate_backend(a.pid) FROM pg_stat_activity AS a
    WHERE a.pid = end_session.pid AND a.backend_start = session_started;
END $$;

-- Allows a login some number of connections; answers how many it had. Runs as the accounts' role.
CREATE FUNCTION core.limit_connections(login name, connections int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    former int := (SELECT r.rolconnlimit FROM pg_roles AS r WHERE r.rolname = login);
BEGIN
    IF former <> connections THEN
        EXECUTE format('ALTER ROLE %I CONNECTION LIMIT %s', login, connections);
    END IF;

    RETURN former;
END $$;

-- ---------- whom it is about

-- Tells whether sessions of a login may be ended: of a person, a web shop, and any login that is in the groups
-- some other way. Never the program's own, the mailer's or a superuser's.
CREATE FUNCTION core.may_be_ended(login name) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT NOT r.rolsuper AND CASE
        WHEN core.belongs('webshop', login) THEN true
        WHEN core.belongs('staff', login) THEN
            NOT EXISTS (SELECT FROM storedesk.staff AS s WHERE s.login = may_be_ended.login AND s.kind = 'service')
        ELSE false
    END
    FROM pg_roles AS r WHERE r.rolname = login
$$;

-- Why a session is to be ended: 'locks' after five seconds, 'queue' and 'stuck' after twenty; 'seen' for one that
-- kept others waiting for a moment, and null for any other. An import has an hour.
CREATE FUNCTION core.reason_to_end(
    age interval, writes boolean, waits boolean, kept_waiting interval, is_queue_full boolean
) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN NOT waits AND age > interval '5 seconds' AND (writes OR kept_waiting IS NOT NULL) THEN 'locks'
        WHEN is_queue_full AND age > interval '20 seconds' THEN 'queue'
        WHEN writes AND age > interval '20 seconds' THEN 'stuck'
        WHEN NOT waits AND kept_waiting > interval '1 second' THEN 'seen'
    END
$$;

-- A session that keeps others waiting, and why it is ended: see storedesk.blockers.
CREATE TYPE core.blocker AS (
    pid int, login name, session_started timestamptz, transaction_started timestamptz, reason text
);

-- The sessions that keep others waiting at this moment.
CREATE FUNCTION core.find_blockers() RETURNS core.blocker[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    is_queue_full boolean := pg_notification_queue_usage() >= 0.5;
    instant timestamptz := clock_timestamp();
BEGIN
    RETURN ARRAY(
        SELECT row(t.pid, t.login, t.session_started, t.transaction_started, w.reason)::core.blocker
        FROM core.open_transactions() AS t, LATERAL (SELECT core.reason_to_end(
            instant - t.transaction_started, t.writes, t.waits, t.kept_waiting, is_queue_full
        ) AS reason) AS w
        WHERE w.reason IS NOT NULL AND core.may_be_ended(t.login)
          AND NOT (t.imports AND instant - t.transaction_started < interval '1 hour')
    );
END $$;

-- ---------- what is done about it

-- How often a login was ended for what it did itself, in the ten minutes before an instant. Several waiting
-- sessions may have found the same, so what follows within four seconds counts as one time.
CREATE FUNCTION core.times_ended(login name, until timestamp) RETURNS int
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT count(*)::int FROM (
        SELECT b.found_at - lag(b.found_at) OVER (ORDER BY b.found_at) AS gap
        FROM storedesk.blockers AS b
        WHERE b.login = times_ended.login AND b.reason IN ('locks', 'queue', 'turns')
          AND b.found_at > until - interval '10 minutes' AND b.found_at <= until
    ) AS g
    WHERE g.gap IS NULL OR g.gap > interval '4 seconds'
$$;

-- Tells whether sessions of a login have kept others waiting by turns: seen at it by three calls within ten
-- seconds.
CREATE FUNCTION core.in_turns(login name, until timestamp) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT count(DISTINCT b.transaction_started) > 1 AND count(DISTINCT b.found_at) > 1
    FROM storedesk.blockers AS b
    WHERE b.login = in_turns.login AND b.reason = 'seen'
      AND b.found_at > until - interval '10 seconds' AND b.found_at <= until
$$;

-- Makes a login wait ten minutes for its next connection, if it is a person's and was ended three times.
CREATE FUNCTION core.pause_login(login name, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    person uuid := (SELECT s.id FROM storedesk.staff AS s WHERE s.login = pause_login.login);
    connections int;
BEGIN
    IF core.belongs('webshop', login) OR core.times_ended(login, instant) < 3
        OR EXISTS (SELECT FROM storedesk.login_pauses AS p WHERE p.login = pause_login.login) THEN
        RETURN;
    END IF;

    PERFORM set_config('lock_timeout', '200ms', true);
    connections := core.limit_connections(login, 0);

    INSERT INTO storedesk.login_pauses (login, paused_at, paused_until, connection_limit)
    VALUES (login, instant, instant + interval '10 minutes', connections);
    PERFORM core.audit('pause', 'session', person, NULL, jsonb_build_object('login', login, 'minutes', 10));
EXCEPTION
    WHEN OTHERS THEN
        NULL;  -- ending the session counts; who waits next tries this again
END $$;

-- Ends the sessions that were found, when the caller commits.
CREATE FUNCTION core.end_found() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.end_session(NEW.pid, NEW.session_started AT TIME ZONE 'UTC');
    PERFORM core.pause_login(NEW.login, NEW.found_at);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER end_found AFTER INSERT ON storedesk.blockers
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.is_ended)
EXECUTE FUNCTION core.end_found();

-- Gives paused logins their connections back once their time is over. Answers how many there were.
CREATE FUNCTION core.lift_pauses(only_login name DEFAULT NULL) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    over storedesk.login_pauses;
    lifted int := 0;
BEGIN
    FOR over IN
        SELECT * FROM storedesk.login_pauses AS p
        WHERE CASE WHEN only_login IS NULL THEN p.paused_until <= core.now() ELSE p.login = only_login END
        FOR UPDATE SKIP LOCKED
    LOOP
        PERFORM core.limit_connections(over.login, over.connection_limit);
        DELETE FROM storedesk.login_pauses AS p WHERE p.login = over.login;
        lifted := lifted + 1;
    END LOOP;

    RETURN lifted;
END $$;

-- Writes down what is to be ended: the sessions found, with all sessions of the same logins that are in a
-- transaction. Answers the logins.
CREATE FUNCTION core.record_blockers(blockers core.blocker[], instant timestamp) RETURNS text[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    guilty name[];
BEGIN
    SELECT coalesce(array_agg(DISTINCT f.login), '{}') INTO guilty FROM unnest(blockers) AS f
    WHERE f.reason <> 'seen' OR core.in_turns(f.login, instant);

    INSERT INTO storedesk.blockers (
        found_at, login, pid, session_started, transaction_started, reason, is_ended
    )
    SELECT instant, t.login, t.pid, t.session_started AT TIME ZONE 'UTC', t.transaction_started AT TIME ZONE 'UTC',
           CASE WHEN t.login <> ALL (guilty) THEN 'seen'
                ELSE coalesce(CASE f.reason WHEN 'seen' THEN 'turns' ELSE f.reason END, 'company') END,
           t.login = ANY (guilty)
    FROM core.open_transactions() AS t
    LEFT JOIN unnest(blockers) AS f ON f.pid = t.pid AND f.session_started = t.session_started
    WHERE f.pid IS NOT NULL OR (t.login = ANY (guilty) AND NOT t.imports);

    PERFORM core.audit('end', 'session', (SELECT s.id FROM storedesk.staff AS s WHERE s.login = b.login), NULL,
                      jsonb_build_object('login', b.login, 'found_at', instant, 'sessions', b.sessions,
                                         'reasons', b.reasons))
    FROM (
        SELECT n.login, count(*) AS sessions, jsonb_agg(DISTINCT n.reason) AS reasons
        FROM storedesk.blockers AS n WHERE n.found_at = instant AND n.is_ended AND n.login = ANY (guilty)
        GROUP BY n.login
    ) AS b;

    RETURN guilty;
END $$;

-- For a session that has waited two seconds for a lock, or finds the queue of messages half full: ends the
-- sessions that keep others waiting. Answers their logins. Two looks, a tenth of a second apart, have to find the
-- same, so that no session is ended that just goes on after waiting; and it works at most once a second.
CREATE FUNCTION api.end_blockers() RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    first core.blocker[];
    blockers core.blocker[];
    last timestamp;
BEGIN
    PERFORM core.me(), core.lift_pauses();
    SELECT b.found_at INTO last FROM storedesk.blockers AS b ORDER BY b.id DESC LIMIT 1;

    IF core.now() - last BETWEEN interval '0' AND interval '1 second' THEN
        RETURN '[]';
    END IF;

    first := core.find_blockers();

    IF first = '{}' THEN
        RETURN '[]';
    END IF;

    PERFORM pg_sleep(0.1);
    blockers := ARRAY(
        SELECT b FROM unnest(core.find_blockers()) AS b JOIN unnest(first) AS f
        ON (f.pid, f.session_started, f.transaction_started) = (b.pid, b.session_started, b.transaction_started)
    );

    RETURN CASE WHEN blockers = '{}' THEN '[]' ELSE to_jsonb(core.record_blockers(blockers, core.now())) END;
EXCEPTION
    WHEN out_of_memory THEN  -- the table of all locks is full: there is no room even to write that down
        PERFORM core.end_session(b.pid, b.session_started) FROM unnest(blockers) AS b WHERE b.reason <> 'seen';
        RETURN '[]';
END $$;

-- Ends pauses of logins, for a window that starts and for the maintenance: see core.lift_pauses.
CREATE FUNCTION api.lift_pauses() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.me();
    RETURN core.lift_pauses();
END $$;

-- Begins an import: until the end of this transaction its session is not ended as a forgotten one.
CREATE FUNCTION api.begin_import() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.me(), pg_advisory_xact_lock_shared(7354);
END $$;

-- Refuses to make, change or comment on anything: that is for upgrades, which a superuser carries out.
CREATE FUNCTION core.refuse_ddl() RETURNS event_trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT (SELECT r.rolsuper FROM pg_roles AS r WHERE r.rolname = session_user) THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege',
            MESSAGE = format('permission denied: %s is for upgrades alone', tg_tag);
    END IF;
END $$;
