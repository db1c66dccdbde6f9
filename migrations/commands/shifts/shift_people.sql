-- The people of a shift: who opened it, and who was let in by one of them or by a manager. Only they sell, refund,
-- move cash and close there. A manager may without being in it, and the audit trail says so.

-- Tells whether somebody is in a shift now.
CREATE FUNCTION core.is_in_shift(of_shift uuid, person uuid) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM storedesk.till_session_people AS p
                   WHERE p.till_session_id = of_shift AND p.staff_id = person AND p.left_at IS NULL);
END $$;

-- The people of a shift, who came first first: [{id, name, login}].
CREATE FUNCTION core.shift_people(of_shift uuid) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.display_name, 'login', s.login)
                                  ORDER BY p.joined_at, s.display_name, s.id), '[]')
        FROM storedesk.till_session_people AS p JOIN storedesk.staff AS s ON s.id = p.staff_id
        WHERE p.till_session_id = of_shift AND p.left_at IS NULL
    );
END $$;

-- Forbids somebody to work in a shift of others (shift_of_others), and says which approval lets them in.
CREATE FUNCTION core.forbid_outsider(of_shift uuid, person uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.forbid('shift_of_others', jsonb_build_object(
        'action', 'join_shift', 'detail', jsonb_build_object('shift_id', of_shift, 'requested_by', person),
        'people', (
            SELECT string_agg(s.display_name, ', ' ORDER BY p.joined_at, s.display_name)
            FROM storedesk.till_session_people AS p JOIN storedesk.staff AS s ON s.id = p.staff_id
            WHERE p.till_session_id = of_shift AND (p.left_at IS NULL OR p.taken_in_by IS NULL)
        )
    ));
END $$;

-- Checks that somebody is in a shift that the caller holds. For a manager who is not, what they do is written into
-- the audit trail; anybody else may not (shift_of_others).
CREATE FUNCTION core.check_in_shift(of_shift uuid, person uuid, doing text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF core.is_in_shift(of_shift, person) THEN
        RETURN;
    END IF;

    IF NOT core.belongs('manager') THEN
        PERFORM core.forbid_outsider(of_shift, person);
    END IF;

    PERFORM core.audit_outsider(of_shift, person, jsonb_build_object('doing', doing));
END $$;

-- Writes into the audit trail that somebody who is not in a shift has done something in it.
CREATE FUNCTION core.audit_outsider(of_shift uuid, person uuid, what jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.audit('work_outside_shift', 'till_session', of_shift, NULL,
                      what || jsonb_build_object('staff_id', person));
END $$;

-- Holds a shift for somebody who moves its money. Refuses what hold_shift and check_in_shift refuse.
CREATE FUNCTION core.hold_shift_as(of_shift uuid, person uuid, doing text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.hold_shift(of_shift);
    PERFORM core.check_in_shift(of_shift, person, doing);
END $$;

-- Puts somebody among the people of a shift that the caller holds. They leave the shift that they were in, and the
-- audit trail says so: nobody works in two drawers at once.
CREATE FUNCTION core.put_in_shift(of_shift uuid, person uuid, taken_in_by uuid, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    former uuid;
BEGIN
    PERFORM FROM storedesk.staff AS s WHERE s.id = person FOR NO KEY UPDATE;  -- of two at once, one waits
    UPDATE storedesk.till_session_people AS p SET left_at = greatest(instant, p.joined_at)
    WHERE p.staff_id = person AND p.left_at IS NULL
    RETURNING p.till_session_id INTO former;

    IF FOUND THEN
        PERFORM core.audit('leave_shift', 'till_session', former, NULL,
                          jsonb_build_object('staff_id', person, 'for', of_shift));
    END IF;

    INSERT INTO storedesk.till_session_people (till_session_id, staff_id, joined_at, taken_in_by)
    VALUES (of_shift, person, instant, put_in_shift.taken_in_by)
    ON CONFLICT (till_session_id, staff_id) DO UPDATE
    SET joined_at = excluded.joined_at, left_at = NULL, taken_in_by = excluded.taken_in_by;
END $$;

-- Lets somebody into an open shift: its opener comes back alone, a manager comes alone, anybody else with an
-- approval of "join_shift" and {shift_id, requested_by} by one of its people or a manager. Refuses what hold_shift
-- and use_approval refuse, and without an approval shift_of_others.
CREATE FUNCTION core.join_shift(of_shift uuid, approval uuid, person uuid, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    approver uuid;
BEGIN
    PERFORM core.hold_shift(of_shift);

    IF core.is_in_shift(of_shift, person) THEN
        RETURN;
    END IF;

    IF NOT EXISTS (SELECT FROM storedesk.till_session_people AS p
                   WHERE p.till_session_id = of_shift AND p.staff_id = person AND p.taken_in_by IS NULL) THEN
        IF approval IS NULL AND NOT core.belongs('manager') THEN
            PERFORM core.forbid_outsider(of_shift, person);
        END IF;

        approver := coalesce(core.use_approval(
            approval, 'join_shift', jsonb_build_object('shift_id', of_shift), instant
        ), person);
    END IF;

    PERFORM core.put_in_shift(of_shift, person, approver, instant);
    PERFORM core.audit('join_shift', 'till_session', of_shift, NULL, jsonb_build_object(
        'staff_id', person, 'taken_in_by', approver
    ));
END $$;

-- Joins an open shift: see core.join_shift.
CREATE FUNCTION api.join_shift(request uuid, shift uuid, approval uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.join_shift(shift, approval, me, core.now());
    answer := core.shift(shift);
END $$;
