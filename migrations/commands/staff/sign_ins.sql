-- The history of sign-ins: who began and ended work at which workstation. The login is the connection's own; where
-- it was, and with which version, is what the program says. Rows are added, and deleted after 400 days.

-- A name as computers and versions have it; anything else in it becomes a dash. Null where nothing is given.
CREATE FUNCTION core.computer_name(name text, most int) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN nullif(left(regexp_replace(name, '[^A-Za-z0-9._-]+', '-', 'g'), most), '');

-- Writes down that the asker came to a workstation or left it.
CREATE FUNCTION core.add_sign_in(
    key uuid, what text, belongs_to uuid, workstation text, register uuid, program text
) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO storedesk.sign_ins
        (id, kind, sign_in_id, staff_id, register_id, workstation, address, program, created_at)
    VALUES (key, what, belongs_to, core.me(), (SELECT r.id FROM storedesk.registers AS r WHERE r.id = register),
            core.computer_name(workstation, 100), host(inet_client_addr()), core.computer_name(program, 50), core.now())
$$;

-- Writes down what ends every sign-in of a person until now: a new password (password), or a disabled login
-- (disable).
CREATE FUNCTION core.end_sign_ins(person uuid, what text) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO storedesk.sign_ins (id, kind, staff_id, created_at)
    VALUES (gen_random_uuid(), what, person, core.stamp_instant())
$$;

-- Writes down that the asker has signed in, or, naming that sign-in, has locked the workstation or signed out. A
-- register that the store does not have is left out. Refuses another kind (bad_sign_in), and a sign-in that is not
-- one of the asker's (sign_in_not_found).
CREATE FUNCTION api.note_sign_in(
    request uuid, kind text, sign_in uuid, workstation text, register uuid, program text
) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    IF kind IS NULL OR kind NOT IN ('sign_in', 'lock', 'sign_out') THEN
        PERFORM core.refuse('bad_sign_in');
    END IF;

    IF kind <> 'sign_in' AND NOT EXISTS (
        SELECT FROM storedesk.sign_ins AS s WHERE s.id = sign_in AND s.kind = 'sign_in' AND s.staff_id = me
    ) THEN
        PERFORM core.not_found('sign_in_not_found');
    END IF;

    PERFORM core.add_sign_in(request, kind, CASE kind WHEN 'sign_in' THEN request ELSE sign_in END,
                             workstation, register, program);
END $$;

-- Deletes the sign-ins of more than 400 days ago: a year can be compared with the one before.
CREATE FUNCTION core.purge_sign_ins(instant timestamp) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    DELETE FROM storedesk.sign_ins AS s WHERE s.created_at < instant - interval '400 days'
$$;

CREATE TRIGGER append_only BEFORE UPDATE ON storedesk.sign_ins
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER kept BEFORE DELETE ON storedesk.sign_ins
FOR EACH ROW WHEN (OLD.created_at > core.now() - interval '400 days') EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.sign_ins
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();
