-- Staff: the people who work here, and the logins they sign in with. A role with CREATEROLE is nearly a superuser
-- on PostgreSQL 15, so no login has it: the few functions listed under [accounts] in grants.toml run as the one
-- role that has it, do one thing each, and only the commands below may call them.

-- ---------- run as the accounts' role

-- Makes a login with a password's verifier, in some groups. Runs as the role that may make logins.
CREATE FUNCTION core.make_login(login text, verifier text, teams name[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    team name;
BEGIN
    EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS '
                   'CONNECTION LIMIT 12 PASSWORD %L', login, verifier);

    FOREACH team IN ARRAY teams LOOP
        EXECUTE format('GRANT %I TO %I', team, login);
    END LOOP;
END $$;

-- Puts a login into some of the people's groups and takes it out of the others. A membership that somebody else has
-- granted stays: the caller looks. Runs as the role that may make logins.
CREATE FUNCTION core.regroup_login(login text, teams name[], every name[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    team name;
    is_member boolean;
BEGIN
    FOREACH team IN ARRAY every LOOP
        is_member := EXISTS (
            SELECT FROM pg_auth_members AS m
            WHERE m.roleid = to_regrole(quote_ident(team)) AND m.member = to_regrole(quote_ident(login))
        );

        IF team = ANY (teams) AND NOT is_member THEN
            EXECUTE format('GRANT %I TO %I', team, login);
        ELSIF team <> ALL (teams) AND is_member THEN
            EXECUTE format('REVOKE %I FROM %I', team, login);
        END IF;
    END LOOP;
END $$;

-- Gives a login another password, by its verifier. Runs as the role that may make logins.
CREATE FUNCTION core.change_password(login text, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('ALTER ROLE %I PASSWORD %L', login, verifier);
END $$;

-- Allows a login to sign in, or forbids it and ends its open sessions. Runs as the role that may make logins.
CREATE FUNCTION core.open_login(login text, is_open boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('ALTER ROLE %I %s', login, CASE WHEN is_open THEN 'LOGIN' ELSE 'NOLOGIN' END);

    IF NOT is_open THEN
        PERFORM pg_terminate_backend(a.pid) FROM pg_stat_activity AS a WHERE a.usename = login;
    END IF;
END $$;

-- ---------- who is signed in

-- The asker: who they are, their groups, the commands that they may call, how far they may go without a manager,
-- the signs of their reasons to adjust stock in the order in which they are offered, how many there may be at
-- once, which steps orders and products may take, and whether they have a PIN. A version only adds keys: windows of
-- the version before go on reading the others.
CREATE FUNCTION api.me() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object(
        'id', s.id, 'login', s.login, 'name', s.display_name,
        'groups', (
            SELECT coalesce(jsonb_agg(g), '[]')
            FROM unnest(ARRAY['cashier', 'clerk', 'manager', 'admin', 'auditor']) AS g
            WHERE core.belongs(g)
        ),
        'commands', (
            SELECT coalesce(jsonb_agg(DISTINCT p.proname ORDER BY p.proname), '[]') FROM pg_proc AS p
            WHERE p.pronamespace = 'api'::regnamespace
              AND has_function_privilege(session_user, p.oid, 'EXECUTE')
        ),
        'limits', core.my_limits(),
        'reasons', (
            SELECT jsonb_agg(jsonb_build_object('code', r.code, 'sign', r.sign) ORDER BY r.place)
            FROM storedesk.stock_reasons AS r
        ),
        'bounds', core.bounds(), 'order_steps', core.order_steps(), 'product_steps', core.product_steps(),
        'has_pin', EXISTS (SELECT FROM storedesk.secrets AS p WHERE p.name = 'pin ' || s.id),
        'has_badge', EXISTS (SELECT FROM storedesk.secrets AS p WHERE p.name = 'badge ' || s.id), 'number', s.number
    )
    FROM storedesk.staff AS s WHERE s.id = core.me()
$$;

-- ---------- accounts

-- Refuses what is not a SCRAM verifier (bad_verifier): clear passwords never reach the server, so that neither it
-- nor its log sees one.
CREATE FUNCTION core.check_verifier(verifier text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce(verifier, '') !~
        '^SCRAM-SHA-256\$[1-9][0-9]{3,6}:[A-Za-z0-9+/]{16,}={0,2}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$' THEN
        PERFORM core.refuse('bad_verifier');
    END IF;
END $$;

-- Refuses a login that PostgreSQL or the reader of a log could take for another: wrong letters, a reserved word,
-- or the name that a group of another store here would have (bad_login), and one that exists anywhere on this
-- server (login_taken).
CREATE FUNCTION core.check_login(login text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce(login, '') !~ '^[a-z][a-z0-9_]{2,62}$' OR login ~ '^(pg_|(postgres|public|none)$)' THEN
        PERFORM core.refuse('bad_login', jsonb_build_object('login', coalesce(login, '')));
    END IF;

    IF EXISTS (SELECT FROM pg_roles AS r WHERE r.rolname = login)
        OR EXISTS (SELECT FROM storedesk.staff AS s WHERE s.login = check_login.login) THEN
        PERFORM core.refuse('login_taken', jsonb_build_object('login', login));
    END IF;

    IF login ~ '_(owner|accounts|staff|cashier|clerk|manager|admin|auditor|webshop|mailer|system|backup)$' THEN
        PERFORM core.refuse('bad_login', jsonb_build_object('login', login));
    END IF;
END $$;

-- Refuses a person without a name (name_missing), and unknown groups or none (bad_groups).
CREATE FUNCTION core.check_person(display_name text, groups text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce(cardinality(groups), 0) = 0
        OR NOT groups <@ ARRAY['cashier', 'clerk', 'manager', 'admin', 'auditor'] THEN
        PERFORM core.refuse('bad_groups');
    END IF;

    IF coalesce(btrim(display_name), '') = '' THEN
        PERFORM core.refuse('name_missing');
    END IF;
END $$;

-- Adds a staff member: a login in some groups, and a row. The first one of a store is made by its owner. Refuses what
-- check_login, check_verifier and check_person refuse.
CREATE FUNCTION core.create_staff(
    instant timestamp, login text, display_name text, groups text[], verifier text
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    person uuid;
BEGIN
    PERFORM core.check_login(login), core.check_verifier(verifier);

    PERFORM core.check_person(display_name, groups);

    PERFORM core.make_login(login, verifier, (SELECT array_agg(DISTINCT core.group_role(g)) FROM unnest(groups) AS g));

    INSERT INTO storedesk.staff AS s (login, display_name, created_at, updated_at)
    VALUES (login, btrim(display_name), instant, instant) RETURNING s.id INTO person;

    PERFORM core.audit('create', 'staff', person, NULL, jsonb_build_object('login', login, 'groups', groups));
    RETURN person;
END $$;

-- Gives another program its login: the web shop, or the mailer. Answers the id of its row. Refuses another group
-- (bad_groups), and what check_login and check_verifier refuse.
CREATE FUNCTION core.create_service(login text, display_name text, team text, verifier text) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    service uuid;
BEGIN
    PERFORM core.check_login(login), core.check_verifier(verifier);

    IF team IS NULL OR team NOT IN ('webshop', 'mailer') THEN
        PERFORM core.refuse('bad_groups');
    END IF;

    PERFORM core.make_login(login, verifier, ARRAY[core.group_role(team)]);

    INSERT INTO storedesk.staff AS s (login, display_name, kind) VALUES (login, display_name, 'service')
    RETURNING s.id INTO service;

    PERFORM core.audit('create', 'staff', service, NULL, jsonb_build_object('login', login, 'groups', ARRAY[team]));
    RETURN service;
END $$;

-- The staff member who signs in with a login. Refuses an unknown one, and a program's (staff_not_found).
CREATE FUNCTION core.person(who text) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found uuid := (SELECT s.id FROM storedesk.staff AS s WHERE s.login = who AND s.kind = 'person');
BEGIN
    IF found IS NULL THEN
        PERFORM core.not_found('staff_not_found', jsonb_build_object('login', who));
    END IF;

    RETURN found;
END $$;

-- Refuses where nobody but this person may enable others (last_admin).
CREATE FUNCTION core.refuse_last_admin(person uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM storedesk.staff AS s
        WHERE s.is_active AND s.kind = 'person' AND s.id <> person AND core.belongs('admin', s.login)
    ) THEN
        PERFORM core.refuse('last_admin');
    END IF;
END $$;

-- Allows a staff member to sign in, or forbids it and ends their open sessions at once. A second time changes
-- nothing. Refuses to disable oneself (not_yourself), and the last one who may enable others (last_admin).
CREATE FUNCTION core.admit_staff(login text, is_admitted boolean) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    person uuid := core.person(login);
BEGIN
    PERFORM pg_advisory_xact_lock(7303);  -- two admins must not shut each other out

    IF NOT is_admitted AND login = session_user THEN
        PERFORM core.refuse('not_yourself');
    END IF;

    IF NOT is_admitted AND core.belongs('admin', login) THEN
        PERFORM core.refuse_last_admin(person);
    END IF;

    UPDATE storedesk.staff SET is_active = is_admitted WHERE id = person AND is_active <> is_admitted;

    IF FOUND THEN
        PERFORM core.audit(CASE WHEN is_admitted THEN 'enable' ELSE 'disable' END, 'staff', person);

        IF NOT is_admitted THEN
            PERFORM core.end_sign_ins(person, 'disable');
        END IF;
    END IF;

    PERFORM core.open_login(login, is_admitted);

    IF is_admitted THEN
        PERFORM core.lift_pauses(login);
    END IF;
END $$;

-- Adds a staff member, with a login in some groups: see core.create_staff.
CREATE FUNCTION api.create_staff(
    request uuid, login text, display_name text, groups text[], verifier text
) RETURNS uuid
LANGUAGE command AS $$
BEGIN
    answer := to_jsonb(
        core.create_staff(core.now(), login, display_name, groups, verifier));
END $$;

-- Disables a staff member: see core.admit_staff.
CREATE FUNCTION api.disable_staff(request uuid, login text) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.admit_staff(login, is_admitted => false);
END $$;

-- Enables a staff member who was disabled: see core.admit_staff.
CREATE FUNCTION api.enable_staff(request uuid, login text) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.admit_staff(login, is_admitted => true);
END $$;

-- Gives a staff member a new password. Refuses staff_not_found, bad_verifier.
CREATE FUNCTION api.set_password(request uuid, login text, verifier text) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    person uuid := core.person(login);
BEGIN
    PERFORM core.check_verifier(verifier);
    PERFORM core.change_password(login, verifier);
    PERFORM core.audit('password', 'staff', person), core.end_sign_ins(person, 'password');
END $$;

-- Gives the asker a new password. Refuses bad_verifier.
CREATE FUNCTION api.own_password(request uuid, verifier text) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.check_verifier(verifier);
    PERFORM core.change_password(session_user, verifier);
    PERFORM core.audit('password', 'staff', me), core.end_sign_ins(me, 'password');
END $$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON storedesk.staff
FOR EACH ROW EXECUTE FUNCTION core.stamp();
