-- Cash in a drawer: what should be there, what goes in and out beside sales, and when it is opened without one.

-- What the drawer of a shift holds for parts of sales that are not paid in full: none once it is closed, since closing
-- waits for them (core.check_no_cash_in_sales).
CREATE FUNCTION core.cash_in_sales(of_shift uuid) RETURNS numeric
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(sum(h.amount), 0.00)
        FROM storedesk.till_sessions AS s
        JOIN storedesk.registers AS r ON coalesce(r.drawer_of, r.id) = s.register_id
        JOIN storedesk.till_carts AS c ON c.register_id = r.id AND c.taken_amount > 0
        JOIN storedesk.till_tenders AS h ON h.order_id = c.order_id AND h.method = 'cash'
        WHERE s.id = of_shift AND s.status = 'open'
    );
END $$;

-- What should be in the drawer of a shift now: what was booked, and what was taken for parts of sales.
CREATE FUNCTION core.expected_cash(of_shift uuid) RETURNS numeric
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT t.opening_float_amount
            + coalesce((SELECT sum(CASE p.kind WHEN 'payment' THEN 1 ELSE -1 END * (p.amount + p.rounding_amount))
                        FROM storedesk.order_payments AS p
                        WHERE p.till_session_id = of_shift AND p.method = 'cash'), 0)
            + coalesce((SELECT sum(CASE m.kind WHEN 'paid_in' THEN m.amount ELSE -m.amount END)
                        FROM storedesk.cash_movements AS m WHERE m.till_session_id = of_shift), 0)
            + core.cash_in_sales(of_shift)
        FROM storedesk.till_sessions AS t WHERE t.id = of_shift
    );
END $$;

-- Whether the drawer of a shift holds less than its register should have, or more, once `coming` is in it: low, high;
-- null for neither, and where there are no such bounds.
CREATE FUNCTION core.cash_level(of_shift uuid, coming numeric DEFAULT 0) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    register storedesk.registers;
    cash numeric;
BEGIN
    SELECT r.* INTO register
    FROM storedesk.till_sessions AS t JOIN storedesk.registers AS r ON r.id = t.register_id WHERE t.id = of_shift;

    IF register.least_cash_amount IS NULL AND register.most_cash_amount IS NULL THEN
        RETURN NULL;
    END IF;

    cash := core.expected_cash(of_shift) + coming;

    RETURN CASE WHEN cash < register.least_cash_amount THEN 'low' WHEN cash > register.most_cash_amount THEN 'high' END;
END $$;

-- Puts cash into a drawer or takes it out, beside sales, and answers the movement's id. The caller holds the
-- shift. Refuses bad_cash_kind, bad_amount, reason_missing, and what exact and clean_words refuse.
CREATE FUNCTION core.move_cash(
    of_shift uuid, kind text, amount numeric, reason text, actor uuid, instant timestamp
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    why text := core.clean_words(reason, 255);
    moved numeric := core.exact(amount, (SELECT s.currency FROM storedesk.store_settings AS s));
    movement uuid;
BEGIN
    IF coalesce(kind, '') NOT IN ('paid_in', 'paid_out') THEN
        PERFORM core.refuse('bad_cash_kind');
    ELSIF coalesce(moved, 0) <= 0 THEN
        PERFORM core.refuse('bad_amount');
    ELSIF why IS NULL THEN
        PERFORM core.refuse('reason_missing');
    END IF;

    INSERT INTO storedesk.cash_movements (till_session_id, kind, amount, reason, created_by, created_at)
    VALUES (of_shift, kind, moved, why, actor, instant)
    RETURNING id INTO movement;

    RETURN movement;
END $$;

-- Puts cash into the drawer of a shift or takes it out: see core.move_cash. Refuses what hold_shift_as refuses as
-- well.
CREATE FUNCTION api.move_cash(request uuid, shift uuid, kind text, amount numeric, reason text) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.hold_shift_as(shift, me, 'move_cash');
    answer := to_jsonb(core.move_cash(shift, kind, amount, reason, me, core.now()));
END $$;

-- Writes down that a drawer is opened without a sale, and why; answers the id of that. The caller holds the shift.
-- Whoever has done so in this shift as often as they may needs an approval of "open_drawer" and {shift_id, reason}.
-- Refuses reason_missing, and what clean_words refuses; beyond the limit openings_of_shift, and what use_approval
-- refuses.
CREATE FUNCTION core.open_drawer(
    of_shift uuid, reason text, approval uuid, actor uuid, instant timestamp
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    why text := core.clean_words(reason, 255);
    most int := core.limit_of('drawer_shift_times');
    approver uuid;
    opening uuid;
BEGIN
    IF why IS NULL THEN
        PERFORM core.refuse('reason_missing');
    END IF;

    IF (SELECT count(*) FROM storedesk.drawer_openings AS d
        WHERE d.till_session_id = of_shift AND d.created_by = actor) >= most THEN
        approver := core.use_approval(
            approval, 'open_drawer', jsonb_build_object('shift_id', of_shift, 'reason', why), instant,
            'openings_of_shift', jsonb_build_object('most', most)
        );
    END IF;

    INSERT INTO storedesk.drawer_openings (till_session_id, reason, approved_by, created_by, created_at)
    VALUES (of_shift, why, approver, actor, instant)
    RETURNING id INTO opening;

    RETURN opening;
END $$;

-- Opens the drawer of a shift without a sale: see core.open_drawer. Refuses what hold_shift_as refuses as well.
CREATE FUNCTION api.open_drawer(request uuid, shift uuid, reason text, approval uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.hold_shift_as(shift, me, 'open_drawer');
    answer := to_jsonb(core.open_drawer(shift, reason, approval, me, core.now()));
END $$;
