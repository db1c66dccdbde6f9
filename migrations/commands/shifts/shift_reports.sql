-- X and Z reports: what a shift has taken.

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

-- What a shift has taken: an X report while it is open, its Z report when it is closed. What should be in the
-- drawer is said once it has been counted, and not before. Refuses shift_not_found.
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

-- The X or Z report of a shift: see core.shift_report.
CREATE FUNCTION api.shift_report(shift uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN core.shift_report(shift);
END $$;
