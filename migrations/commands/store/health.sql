-- What the page of health asks: figures of the server and of the store, one rule at a time, and a note of who checked
-- them or saved the store.

-- What only a login may see that sees everybody's sessions: {connections, most_connections, replicas}. A replica is
-- {name, state, behind_bytes, behind_seconds}. Runs as the accounts' role.
CREATE FUNCTION core.server_figures() RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object(
        'connections', (SELECT count(*) FROM pg_stat_activity AS a WHERE a.backend_type = 'client backend'),
        'most_connections', current_setting('max_connections')::int
            - current_setting('superuser_reserved_connections')::int
            - coalesce(current_setting('reserved_connections', true)::int, 0),
        'replicas', (
            SELECT coalesce(jsonb_agg(jsonb_build_object(
                'name', r.application_name, 'state', r.state,
                'behind_bytes', CASE WHEN NOT pg_is_in_recovery()
                    THEN pg_wal_lsn_diff(pg_current_wal_lsn(), r.replay_lsn)::bigint END,
                'behind_seconds', extract(epoch FROM r.replay_lag)::int
            ) ORDER BY r.application_name), '[]')
            FROM pg_stat_replication AS r
        )
    )
$$;

-- The sessions of this store that have kept a transaction open for five seconds and may keep others waiting, or do, the
-- oldest first: {login, seconds, kept_waiting_seconds}. Who works in another store of the same server is not told.
CREATE FUNCTION core.lock_holders() RETURNS jsonb
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
        'login', t.login,
        'seconds', extract(epoch FROM clock_timestamp() - t.transaction_started)::int,
        'kept_waiting_seconds', extract(epoch FROM t.kept_waiting)::int
    ) ORDER BY t.transaction_started), '[]')
    FROM core.open_transactions() AS t
    WHERE t.is_here AND (t.writes OR t.kept_waiting IS NOT NULL)
      AND clock_timestamp() - t.transaction_started > interval '5 seconds'
$$;

-- The newest event of the audit trail that is about something: {at, login, new}, or null.
CREATE FUNCTION core.last_event(about text) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('at', e.created_at, 'login', e.login, 'new', e.new)
    FROM storedesk.audit_event AS e
    WHERE e.entity = about AND e.entity_id IS NULL
    ORDER BY e.id DESC LIMIT 1
$$;

-- The figures of the page of health: {now, server, revision, database_bytes, settings, notices, rules, holders,
-- checked, saved}, and those of core.server_figures. `settings` are those on which it hangs whether a paid sale
-- survives a power cut, `notices` is how full the queue of change notices is, from 0 to 1, `rules` all names and
-- titles.
CREATE FUNCTION api.health() RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.me();

    RETURN core.server_figures() || jsonb_build_object(
        'now', core.now(),
        'server', current_setting('server_version'),
        'revision', (SELECT v.version_num FROM storedesk.alembic_version AS v),
        'database_bytes', pg_database_size(current_database()),
        'settings', jsonb_build_object(
            'fsync', current_setting('fsync'),
            'full_page_writes', current_setting('full_page_writes'),
            'synchronous_commit', current_setting('synchronous_commit')
        ),
        'notices', pg_notification_queue_usage(),
        'rules', (SELECT jsonb_agg(jsonb_build_array(r.name, r.title) ORDER BY r.name) FROM core.rules AS r),
        'holders', core.lock_holders(),
        'checked', core.last_event('rules'),
        'saved', core.last_event('backup')
    );
END $$;

-- The first column of the first rows that break one rule, such as ids; none where it holds. Refuses rule_not_found:
-- the program was upgraded meanwhile.
CREATE FUNCTION api.check_rule(rule text) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wanted core.rules;
BEGIN
    PERFORM core.me();
    SELECT * INTO wanted FROM core.rules AS r WHERE r.name = rule;

    IF wanted.name IS NULL THEN
        PERFORM core.not_found('rule_not_found');
    END IF;

    RETURN to_jsonb(coalesce(core.breaking(wanted.query), '{}'));
END $$;

-- Writes down that every rule was checked, and which of them did not hold.
CREATE FUNCTION api.note_check(request uuid, broken text[]) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    known text[] := ARRAY(SELECT r.name FROM core.rules AS r WHERE r.name = ANY (broken) ORDER BY r.name);
BEGIN
    PERFORM core.audit('check', 'rules', NULL, NULL, to_jsonb(known));
END $$;

-- Writes down that the store was saved as a backup: how large it is, and whether only a passphrase opens it.
CREATE FUNCTION api.note_backup(request uuid, size bigint, is_encrypted boolean) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.audit('save', 'backup', NULL, NULL,
                       jsonb_build_object('size', size, 'is_encrypted', is_encrypted));
END $$;
