-- Changes of a staff member: the name, and the groups, which are memberships of the login.

-- The groups that a login was put into, in their order; what one group has from another is not among them.
CREATE FUNCTION core.groups_of(login text) RETURNS text[]
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(g.name ORDER BY g.place), '{}')
    FROM unnest(ARRAY['cashier', 'clerk', 'manager', 'admin', 'auditor']) WITH ORDINALITY AS g (name, place)
    JOIN pg_auth_members AS m
        ON m.roleid = to_regrole(quote_ident(core.group_role(g.name))) AND m.member = to_regrole(quote_ident(login))
$$;

-- Gives a staff member another name and other groups: they may at once what those may, and no more. Refuses
-- staff_not_found, what check_person refuses, to take admin from oneself (own_admin) or from the last who has it
-- (last_admin), and to end a membership that the server's own administrator granted (groups_kept).
CREATE FUNCTION api.change_staff(request uuid, login text, display_name text, groups text[]) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    person uuid := core.person(login);
    was jsonb;
    is_now jsonb;
    wanted text[] := (SELECT array_agg(DISTINCT g) FROM unnest(groups) AS g);
BEGIN
    PERFORM core.check_person(display_name, groups);
    PERFORM pg_advisory_xact_lock(7303);  -- two admins must not shut each other out
    was := (
        SELECT jsonb_build_object('name', s.display_name, 'groups', core.groups_of(s.login))
        FROM storedesk.staff AS s WHERE s.id = person
    );

    IF 'admin' <> ALL (wanted) AND core.belongs('admin', login) THEN
        IF login = session_user THEN
            PERFORM core.refuse('own_admin');
        END IF;

        PERFORM core.refuse_last_admin(person);
    END IF;

    PERFORM core.regroup_login(login, (SELECT array_agg(core.group_role(g)) FROM unnest(wanted) AS g), ARRAY(
        SELECT core.group_role(g) FROM unnest(ARRAY['cashier', 'clerk', 'manager', 'admin', 'auditor']) AS g
    ));

    IF NOT core.groups_of(login) <@ wanted THEN
        PERFORM core.refuse('groups_kept', jsonb_build_object('login', login));
    END IF;

    is_now := jsonb_build_object('name', btrim(display_name), 'groups', core.groups_of(login));

    IF is_now <> was THEN
        UPDATE storedesk.staff AS s SET display_name = is_now ->> 'name' WHERE s.id = person;
        PERFORM core.audit('change', 'staff', person, was, is_now);
    END IF;
END $$;
