-- Shifts at a till: from the float to the count.

-- A shift, as the till shows it.
CREATE FUNCTION core.shift(of_shift uuid) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object(
            'id', t.id, 'register_id', t.register_id, 'opened_by', s.display_name, 'opened_at', t.opened_at,
            'opening_float', t.opening_float_amount::text, 'currency', t.currency
        )
        FROM storedesk.till_sessions AS t JOIN storedesk.staff AS s ON s.id = t.opened_by
        WHERE t.id = of_shift
    );
END $$;

-- Holds a shift until the transaction ends: whoever closes it waits, or has closed it before us.
-- Refuses shift_not_found, and a closed one (shift_closed).
CREATE FUNCTION core.hold_shift(of_shift uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    state text := (SELECT t.status FROM storedesk.till_sessions AS t WHERE t.id = of_shift FOR NO KEY UPDATE);
BEGIN
    IF state IS NULL THEN
        PERFORM core.miss('shift_not_found');
    ELSIF state = 'closed' THEN
        PERFORM core.refuse('shift_closed');
    END IF;
END $$;

-- Opens a shift at a register. Refuses register_not_found, and a second one (shift_already_open).
CREATE FUNCTION core.open_shift(
    register uuid, opening_float numeric, actor uuid, instant timestamp, is_unattended boolean DEFAULT false
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    opened uuid;
BEGIN
    IF NOT EXISTS (SELECT FROM storedesk.registers AS r WHERE r.id = register AND r.is_active) THEN
        PERFORM core.miss('register_not_found');
    END IF;

    IF coalesce(opening_float, -1) < 0 THEN
        PERFORM core.refuse('bad_amount');
    END IF;

    INSERT INTO storedesk.till_sessions (
        register_id, opened_by, opened_at, opening_float_amount, currency, opened_unattended
    )
    SELECT register, actor, instant, core.exact(opening_float, s.currency), s.currency, is_unattended
    FROM storedesk.store_settings AS s
    ON CONFLICT (register_id) WHERE status = 'open' DO NOTHING
    RETURNING id INTO opened;

    IF opened IS NULL THEN
        PERFORM core.refuse('shift_already_open', (
            SELECT jsonb_build_object('by', s.display_name)
            FROM storedesk.till_sessions AS t JOIN storedesk.staff AS s ON s.id = t.opened_by
            WHERE t.register_id = register AND t.status = 'open'
        ));
    END IF;

    RETURN opened;
END $$;

-- The open shift of a register, held; if there is none, one is opened with nothing in it and flagged:
-- a quote had outlived its shift, and what a card has paid is booked whatever else happened.
CREATE FUNCTION core.hold_open_shift(register uuid, actor uuid, instant timestamp) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held uuid;
BEGIN
    LOOP
        SELECT t.id INTO held FROM storedesk.till_sessions AS t
        WHERE t.register_id = register AND t.status = 'open'
        FOR NO KEY UPDATE;

        IF FOUND THEN
            RETURN held;
        END IF;

        INSERT INTO storedesk.till_sessions (
            register_id, opened_by, opened_at, opening_float_amount, currency, opened_unattended
        )
        SELECT register, actor, instant, 0, s.currency, true FROM storedesk.store_settings AS s
        ON CONFLICT (register_id) WHERE status = 'open' DO NOTHING
        RETURNING id INTO held;

        IF FOUND THEN
            PERFORM core.note('opened_unattended', 'till_session', held);
            RETURN held;
        END IF;
    END LOOP;
END $$;

-- What a shift has taken, and what should be in its drawer: an X report while it is open, its Z report
-- when it is closed.
CREATE FUNCTION core.shift_report(of_shift uuid) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    report jsonb;
BEGIN
    WITH tender AS (
        SELECT p.method, count(*) FILTER (WHERE p.kind = 'payment') AS count,
               coalesce(sum(p.amount + p.rounding_amount) FILTER (WHERE p.kind = 'payment'), 0.00) AS taken,
               coalesce(sum(p.amount + p.rounding_amount) FILTER (WHERE p.kind = 'refund'), 0.00) AS refunded
        FROM storedesk.order_payments AS p
        WHERE p.till_session_id = of_shift
        GROUP BY p.method
    ), cash AS (
        SELECT coalesce(sum(m.amount) FILTER (WHERE m.kind = 'paid_in'), 0.00) AS paid_in,
               coalesce(sum(m.amount) FILTER (WHERE m.kind = 'paid_out'), 0.00) AS paid_out
        FROM storedesk.cash_movements AS m
        WHERE m.till_session_id = of_shift
    ), sold AS (
        SELECT count(*) AS sales, coalesce(sum(o.total_amount), 0.00) AS gross
        FROM storedesk.pos_sales AS s JOIN public.orders AS o ON o.id = s.order_id
        WHERE s.till_session_id = of_shift AND s.kind = 'sale'
    )
    SELECT jsonb_build_object(
        'shift', core.shift(t.id), 'register', r.name, 'z_number', t.z_number, 'closed_at', t.closed_at,
        'closed_by', closer.display_name, 'sales', s.sales, 'gross', s.gross::text,
        'tenders', (
            SELECT coalesce(jsonb_agg(jsonb_build_object(
                'method', n.method, 'taken', n.taken::text, 'refunded', n.refunded::text, 'count', n.count
            ) ORDER BY n.method), '[]') FROM tender AS n
        ),
        'paid_in', c.paid_in::text, 'paid_out', c.paid_out::text,
        'expected', (t.opening_float_amount + c.paid_in - c.paid_out + coalesce(
            (SELECT n.taken - n.refunded FROM tender AS n WHERE n.method = 'cash'), 0))::text,
        'counted', t.counted_cash_amount::text, 'difference', t.difference_amount::text,
        'difference_reason', t.difference_reason, 'currency', t.currency
    ) INTO report
    FROM storedesk.till_sessions AS t
    JOIN storedesk.registers AS r ON r.id = t.register_id
    LEFT JOIN storedesk.staff AS closer ON closer.id = t.closed_by
    CROSS JOIN cash AS c
    CROSS JOIN sold AS s
    WHERE t.id = of_shift;

    IF report IS NULL THEN
        PERFORM core.miss('shift_not_found');
    END IF;

    RETURN report;
END $$;

-- Closes a shift with what was counted, and answers with its Z report. One that is closed already is
-- only reported again. Refuses a difference that nobody explains (difference_needs_reason), what no
-- drawer holds (bad_amount), and words that nobody may keep (clean_words).
CREATE FUNCTION core.close_shift(
    of_shift uuid, counted numeric, reason text, actor uuid, instant timestamp, is_manager boolean
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held storedesk.till_sessions;
    expected numeric;
    difference numeric;
    why text := core.clean_words(reason, 500);
BEGIN
    SELECT * INTO held FROM storedesk.till_sessions AS t WHERE t.id = of_shift FOR NO KEY UPDATE;

    IF held.status = 'open' THEN
        IF counted IS NULL OR counted < 0 THEN
            PERFORM core.refuse('bad_amount');
        END IF;

        expected := (core.shift_report(of_shift) ->> 'expected')::numeric;
        difference := core.exact(counted, held.currency) - expected;

        IF difference <> 0 AND why IS NULL THEN
            PERFORM core.refuse('difference_needs_reason', jsonb_build_object('difference', difference::text));
        END IF;

        UPDATE storedesk.till_sessions AS t
        SET status = 'closed', closed_by = actor, closed_at = instant, version = t.version + 1,
            expected_cash_amount = expected, counted_cash_amount = counted,
            difference_amount = difference, difference_reason = CASE WHEN difference <> 0 THEN why END,
            unapproved = difference <> 0 AND NOT is_manager,
            z_number = (SELECT coalesce(max(z.z_number), 0) + 1 FROM storedesk.till_sessions AS z
                        WHERE z.register_id = held.register_id)
        WHERE t.id = of_shift;
    END IF;

    RETURN core.shift_report(of_shift);
END $$;

-- Guards closed shifts: nothing of them changes any more but that a manager approves the difference, and
-- no money is booked into them. Refuses both (shift_closed).
CREATE FUNCTION core.guard_shift() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF OLD.status = 'closed' AND (tg_op = 'DELETE'
        OR to_jsonb(OLD) - 'unapproved' - 'version' <> to_jsonb(NEW) - 'unapproved' - 'version') THEN
        PERFORM core.refuse('shift_closed');
    END IF;

    RETURN CASE tg_op WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

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
    book text;
BEGIN
    FOREACH book IN ARRAY ARRAY['storedesk.order_payments', 'storedesk.pos_sales', 'storedesk.cash_movements'] LOOP
        EXECUTE format('CREATE TRIGGER guard BEFORE INSERT ON %s '
                       'FOR EACH ROW EXECUTE FUNCTION core.guard_drawer()', book);
    END LOOP;
END $$;

CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON storedesk.cash_movements
FOR EACH ROW EXECUTE FUNCTION core.keep();

CREATE TRIGGER keep_all BEFORE TRUNCATE ON storedesk.cash_movements
FOR EACH STATEMENT EXECUTE FUNCTION core.keep();

-- ---------- what staff may call

CREATE FUNCTION api.open_shift(request uuid, register uuid, opening_float numeric) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me uuid := core.me();
    answer jsonb := core.recall(request, me, 'open_shift', jsonb_build_array(register, opening_float));
BEGIN
    IF answer IS NULL THEN
        answer := core.remember(request, core.shift(
            core.open_shift(register, opening_float, actor => me, instant => core.now())
        ));
    END IF;

    RETURN answer;
END $$;

CREATE FUNCTION api.close_shift(request uuid, shift uuid, counted numeric, reason text DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me uuid := core.me();
    answer jsonb := core.recall(request, me, 'close_shift', jsonb_build_array(shift, counted, reason));
BEGIN
    IF answer IS NULL THEN
        answer := core.remember(request, core.close_shift(
            shift, counted, reason, actor => me, instant => core.now(), is_manager => core.belongs('manager')
        ));
    END IF;

    RETURN answer;
END $$;

CREATE FUNCTION api.shift_report(shift uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN core.shift_report(shift);
END $$;
