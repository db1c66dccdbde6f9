-- The end of a shift: the drawer is counted before anybody is told what should be in it. A count stands; a
-- correction is one more count, and both are on the Z report.

-- The last count of a shift, if no money has moved since; null where there is none.
CREATE FUNCTION core.last_count(of_shift uuid) RETURNS storedesk.till_session_counts
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    last storedesk.till_session_counts;
BEGIN
    SELECT * INTO last FROM storedesk.till_session_counts AS c
    WHERE c.till_session_id = of_shift ORDER BY c.id DESC LIMIT 1;

    RETURN CASE WHEN last.expected_amount = core.expected_cash(of_shift) THEN last END;
END $$;

-- All counts of a shift, in their order: [{counted, expected, by, at, is_correction}].
CREATE FUNCTION core.counts_of(of_shift uuid) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'counted', c.counted_amount::text, 'expected', c.expected_amount::text, 'by', s.display_name,
            'at', c.counted_at, 'is_correction', c.is_correction
        ) ORDER BY c.id), '[]')
        FROM storedesk.till_session_counts AS c JOIN storedesk.staff AS s ON s.id = c.counted_by
        WHERE c.till_session_id = of_shift
    );
END $$;

-- What a shift has taken: an X report while it is open, its Z report when it is closed. What should be in
-- the drawer is told once it has been counted, and not before.
CREATE FUNCTION core.shift_report(of_shift uuid) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    last storedesk.till_session_counts := core.last_count(of_shift);
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
        'paid_in', c.paid_in::text, 'paid_out', c.paid_out::text, 'expected', last.expected_amount::text,
        'counted', last.counted_amount::text, 'counts', core.counts_of(t.id),
        'difference', (last.counted_amount - last.expected_amount)::text,
        'difference_reason', t.difference_reason, 'currency', t.currency
    ) INTO report
    FROM storedesk.till_sessions AS t
    JOIN storedesk.registers AS r ON r.id = t.register_id
    LEFT JOIN storedesk.staff AS closer ON closer.id = t.closed_by
    CROSS JOIN cash AS c
    CROSS JOIN sold AS s
    WHERE t.id = of_shift;

    IF report IS NULL THEN
        PERFORM core.not_found('shift_not_found');
    END IF;

    RETURN report;
END $$;

-- Writes down what was counted in the drawer of a shift that the caller holds; the same number again is no
-- other count. Refuses what no drawer holds (bad_amount), and what exact refuses.
CREATE FUNCTION core.count_drawer(of_shift uuid, counted numeric, actor uuid, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    last storedesk.till_session_counts := core.last_count(of_shift);
    given numeric := core.exact(counted, (SELECT s.currency FROM storedesk.store_settings AS s));
BEGIN
    IF coalesce(given, -1) < 0 THEN
        PERFORM core.refuse('bad_amount');
    END IF;

    IF given IS DISTINCT FROM last.counted_amount THEN
        INSERT INTO storedesk.till_session_counts (
            till_session_id, counted_amount, expected_amount, is_correction, counted_by, counted_at
        ) VALUES (of_shift, given, core.expected_cash(of_shift), last.id IS NOT NULL, actor, instant);
    END IF;
END $$;

-- Closes a shift that the caller holds with what was counted, and answers with its Z report. A difference
-- wants a reason: where none is given the count stands and the shift stays open, for a refusal would take the
-- count back that has just been answered. Who was told already is refused (difference_needs_reason).
-- A difference or a correction is to be approved by a manager, if none has closed. Refuses a count that was
-- answered before money moved again (drawer_moved), and what count_drawer and clean_words refuse.
CREATE FUNCTION core.close_shift(
    of_shift uuid, counted numeric, reason text, actor uuid, instant timestamp, is_manager boolean
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    told storedesk.till_session_counts := core.last_count(of_shift);
    last storedesk.till_session_counts;
    why text := core.clean_words(reason, 500);
    difference numeric;
BEGIN
    IF told.id IS NULL AND counted = (SELECT c.counted_amount FROM storedesk.till_session_counts AS c
                                      WHERE c.till_session_id = of_shift ORDER BY c.id DESC LIMIT 1) THEN
        PERFORM core.conflict('drawer_moved');
    END IF;

    PERFORM core.count_drawer(of_shift, counted, actor, instant);
    last := core.last_count(of_shift);
    difference := last.counted_amount - last.expected_amount;

    IF difference <> 0 AND why IS NULL THEN
        IF told.id = last.id THEN
            PERFORM core.refuse('difference_needs_reason', jsonb_build_object('difference', difference::text));
        END IF;

        RETURN core.shift_report(of_shift);
    END IF;

    UPDATE storedesk.till_sessions AS t
    SET status = 'closed', closed_by = actor, closed_at = instant, version = t.version + 1,
        expected_cash_amount = last.expected_amount, counted_cash_amount = last.counted_amount,
        difference_amount = difference, difference_reason = CASE WHEN difference <> 0 THEN why END,
        unapproved = (difference <> 0 OR last.is_correction) AND NOT is_manager,
        z_number = (SELECT coalesce(max(z.z_number), 0) + 1 FROM storedesk.till_sessions AS z
                    WHERE z.register_id = t.register_id)
    WHERE t.id = of_shift;
    UPDATE storedesk.till_session_people AS p SET left_at = greatest(instant, p.joined_at)
    WHERE p.till_session_id = of_shift AND p.left_at IS NULL;

    RETURN core.shift_report(of_shift);
END $$;

-- ---------- what staff may call

-- Takes the count of a drawer, and answers with the report, which tells now what was expected.
-- Refuses what hold_shift_as and count_drawer refuse.
CREATE FUNCTION api.count_shift(request uuid, shift uuid, counted numeric) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.hold_shift_as(shift, me, 'count_shift');
    PERFORM core.count_drawer(shift, counted, me, core.now());
    answer := core.shift_report(shift);
END $$;

-- Closes a shift, for one of its people or a manager. One that is closed already is only reported again.
CREATE FUNCTION api.close_shift(request uuid, shift uuid, counted numeric, reason text DEFAULT NULL) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    state text;
BEGIN
    SELECT t.status INTO state FROM storedesk.till_sessions AS t WHERE t.id = shift FOR NO KEY UPDATE;

    IF state = 'closed' THEN
        answer := core.shift_report(shift);
    ELSE
        PERFORM core.hold_shift_as(shift, me, 'close_shift');
        answer := core.close_shift(
            shift, counted, reason, actor => me, instant => core.now(), is_manager => core.belongs('manager')
        );
    END IF;
END $$;

CREATE FUNCTION api.shift_report(shift uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN core.shift_report(shift);
END $$;
