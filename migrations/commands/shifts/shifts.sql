-- Shifts at a register: how they open, and what is guarded once they are closed; closing.sql has their end.

-- A shift, as the till shows it.
CREATE FUNCTION core.shift(of_shift uuid) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object(
            'id', t.id, 'register_id', t.register_id, 'opened_by', s.display_name, 'opener_id', t.opened_by,
            'opened_at', t.opened_at,
            'opening_float', t.opening_float_amount::text, 'currency', t.currency,
            'people', core.shift_people(t.id)
        )
        FROM storedesk.till_sessions AS t JOIN storedesk.staff AS s ON s.id = t.opened_by
        WHERE t.id = of_shift
    );
END $$;

-- The open shift that a register uses; null for none.
CREATE FUNCTION core.open_shift_of(register uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT t.id FROM storedesk.till_sessions AS t
            WHERE t.register_id = core.drawer(register) AND t.status = 'open');
END $$;

-- Holds a shift until the transaction ends: who closes it waits, or has closed it before. Refuses shift_not_found,
-- and a closed one (shift_closed).
CREATE FUNCTION core.hold_shift(of_shift uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    state text := (SELECT t.status FROM storedesk.till_sessions AS t WHERE t.id = of_shift FOR NO KEY UPDATE);
BEGIN
    IF state IS NULL THEN
        PERFORM core.not_found('shift_not_found');
    ELSIF state = 'closed' THEN
        PERFORM core.refuse('shift_closed');
    END IF;
END $$;

-- The register whose drawer a register uses, held as it is. Refuses register_not_found.
CREATE FUNCTION core.hold_drawer(register uuid) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    drawer uuid;
BEGIN
    LOOP
        drawer := core.drawer(register);
        PERFORM FROM storedesk.registers AS r WHERE r.id = drawer FOR SHARE;
        EXIT WHEN drawer IS NOT DISTINCT FROM core.drawer(register);  -- it may have changed while we waited
    END LOOP;

    IF core.register_name(register) IS NULL OR core.register_name(drawer) IS NULL THEN
        PERFORM core.not_found('register_not_found');
    END IF;

    RETURN drawer;
END $$;

-- Opens a shift at a register, or at the one whose drawer it uses; who opens it is in it. Refuses
-- register_not_found, bad_amount, and a second one (shift_already_open).
CREATE FUNCTION core.open_shift(
    register uuid, opening_float numeric, actor uuid, instant timestamp, is_unattended boolean DEFAULT false
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    drawer uuid := core.hold_drawer(register);
    opened uuid;
BEGIN
    IF coalesce(opening_float, -1) < 0 THEN
        PERFORM core.refuse('bad_amount');
    END IF;

    opened := core.insert_shift(drawer, opening_float, actor, instant, is_unattended);

    IF opened IS NULL THEN
        PERFORM core.refuse('shift_already_open', (
            SELECT jsonb_build_object('by', s.display_name)
            FROM storedesk.till_sessions AS t JOIN storedesk.staff AS s ON s.id = t.opened_by
            WHERE t.register_id = drawer AND t.status = 'open'
        ));
    END IF;

    RETURN opened;
END $$;

-- Inserts a shift with its opener; null where there is an open one.
CREATE FUNCTION core.insert_shift(
    drawer uuid, opening_float numeric, actor uuid, instant timestamp, is_unattended boolean
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    opened uuid;
BEGIN
    INSERT INTO storedesk.till_sessions (
        register_id, opened_by, opened_at, opening_float_amount, currency, opened_unattended
    )
    SELECT drawer, actor, instant, core.exact(opening_float, s.currency), s.currency, is_unattended
    FROM storedesk.store_settings AS s
    ON CONFLICT (register_id) WHERE status = 'open' DO NOTHING
    RETURNING id INTO opened;

    IF opened IS NOT NULL THEN
        PERFORM core.put_in_shift(opened, actor, NULL, instant);
    END IF;

    RETURN opened;
END $$;

-- The open shift that a register uses, held. If there is none, one is opened with an empty drawer and flagged: a
-- quote can outlive its shift, and what was paid by card is booked whatever else has happened.
CREATE FUNCTION core.hold_open_shift(register uuid, actor uuid, instant timestamp) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held uuid;
BEGIN
    LOOP
        SELECT t.id INTO held FROM storedesk.till_sessions AS t
        WHERE t.register_id = core.drawer(register) AND t.status = 'open'
        FOR NO KEY UPDATE;

        EXIT WHEN FOUND;

        held := core.insert_shift(core.hold_drawer(register), 0, actor, instant, true);

        IF held IS NOT NULL THEN
            PERFORM core.audit('opened_unattended', 'till_session', held);
            EXIT;
        END IF;
    END LOOP;

    RETURN held;
END $$;

-- Guards closed shifts: nothing of them changes any more but that a manager approves the difference
-- (shift_closed).
CREATE FUNCTION core.guard_shift() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF OLD.status = 'closed' AND (tg_op = 'DELETE'
        OR to_jsonb(OLD) - 'unapproved' - 'version' <> to_jsonb(NEW) - 'unapproved' - 'version') THEN
        PERFORM core.refuse('shift_closed');
    END IF;

    RETURN CASE tg_op WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- Refuses to book money into a closed shift, or that its drawer is opened (shift_closed).
CREATE FUNCTION core.guard_drawer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM storedesk.till_sessions AS t WHERE t.id = NEW.till_session_id AND t.status = 'closed') THEN
        PERFORM core.refuse('shift_closed');
    END IF;

    RETURN NEW;
END $$;

CREATE TRIGGER guard BEFORE UPDATE OR DELETE ON storedesk.till_sessions
FOR EACH ROW EXECUTE FUNCTION core.guard_shift();

DO $$
DECLARE
    watched text;
BEGIN
    FOREACH watched IN ARRAY ARRAY[
        'storedesk.order_payments', 'storedesk.pos_sales', 'storedesk.cash_movements', 'storedesk.drawer_openings'
    ] LOOP
        EXECUTE format('CREATE TRIGGER guard BEFORE INSERT ON %s '
                       'FOR EACH ROW EXECUTE FUNCTION core.guard_drawer()', watched);
    END LOOP;
END $$;

DO $$
DECLARE
    watched text;
BEGIN
    FOREACH watched IN ARRAY ARRAY['cash_movements', 'drawer_openings', 'till_session_counts'] LOOP
        EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.%I '
                       'FOR EACH ROW EXECUTE FUNCTION core.append_only()', watched);
        EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.%I '
                       'FOR EACH STATEMENT EXECUTE FUNCTION core.append_only()', watched);
    END LOOP;
END $$;

-- Opens a shift at a register with a float: see core.open_shift.
CREATE FUNCTION api.open_shift(request uuid, register uuid, opening_float numeric) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    answer := core.shift(
        core.open_shift(register, opening_float, actor => me, instant => core.now())
    );
END $$;
