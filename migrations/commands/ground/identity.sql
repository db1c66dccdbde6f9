-- Who asks, and who and when is written beside what they change.

-- The role of a group of this store: `clerk` is `shop_clerk` in database `shop`.
CREATE FUNCTION core.group_role(short text) RETURNS name
LANGUAGE sql STABLE
RETURN (current_database() || '_' || short)::name;

-- Tells whether a login belongs to a group, whatever role is set at the moment.
CREATE FUNCTION core.belongs(short text, login name DEFAULT session_user) RETURNS boolean
LANGUAGE sql STABLE
RETURN pg_has_role(login, (current_database() || '_' || short)::name, 'MEMBER');

-- Who asks: the staff row of the login, which SET ROLE and SECURITY DEFINER do not change. Forbids a login without
-- an active staff member (not_staff).
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

-- For demo data and imports of history: stamps what this transaction writes with somebody else's name and an
-- instant in the past. Works in the owner's sessions only: anybody may set the two settings, nobody may choose who
-- has signed in.
CREATE FUNCTION core.as_of(actor uuid, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM set_config('storedesk.actor', coalesce(actor::text, ''), true),
            set_config('storedesk.instant', coalesce(instant::text, ''), true);
END $$;

-- Who is written beside a change: the asker; in the owner's sessions whom as_of has named, or nobody.
CREATE FUNCTION core.stamp_actor() RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN core.belongs('owner')
        THEN nullif(current_setting('storedesk.actor', true), '')::uuid
        ELSE (SELECT s.id FROM storedesk.staff AS s WHERE s.login = session_user)
    END
$$;

-- When a change is said to be made: now; in the owner's sessions the instant that as_of was given.
CREATE FUNCTION core.stamp_instant() RETURNS timestamp
LANGUAGE sql VOLATILE
RETURN CASE WHEN nullif(current_setting('storedesk.instant', true), '') IS NOT NULL AND core.belongs('owner')
    THEN current_setting('storedesk.instant')::timestamp
    ELSE core.now()
END;
