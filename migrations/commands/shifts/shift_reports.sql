-- X and Z reports: what a shift has taken, and what all shifts of a day have.

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

-- What some shifts took and gave back by each tender: [{method, taken, refunded, count, refunds}].
CREATE FUNCTION core.tenders_of(of_shifts uuid[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'method', n.method, 'taken', n.taken::text, 'refunded', n.refunded::text,
            'count', n.count, 'refunds', n.refunds
        ) ORDER BY n.method), '[]')
        FROM (
            SELECT p.method, count(*) FILTER (WHERE p.kind = 'payment') AS count,
                   count(*) FILTER (WHERE p.kind = 'refund') AS refunds,
                   coalesce(sum(p.amount + p.rounding_amount) FILTER (WHERE p.kind = 'payment'), 0.00) AS taken,
                   coalesce(sum(p.amount + p.rounding_amount) FILTER (WHERE p.kind = 'refund'), 0.00) AS refunded
            FROM storedesk.order_payments AS p
            WHERE p.till_session_id = ANY (of_shifts)
            GROUP BY p.method
        ) AS n
    );
END $$;

-- The tax in what some shifts sold, less that in what came back to them, by rate: [{name, rate, base, tax}]. Where
-- prices include the tax, so does the base.
CREATE FUNCTION core.taxes_of(of_shifts uuid[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(
            core.tax_line(n.name, n.rate, n.base, n.tax) ORDER BY n.name COLLATE "C", n.rate
        ), '[]')
        FROM (
            SELECT t.name, t.rate, sum(t.base) AS base, sum(t.tax) AS tax
            FROM (
                SELECT l.name, l.rate, l.base_amount AS base, l.tax_amount AS tax
                FROM storedesk.pos_sales AS s JOIN storedesk.order_tax_lines AS l ON l.order_id = s.order_id
                WHERE s.till_session_id = ANY (of_shifts) AND s.kind = 'sale'
                UNION ALL
                SELECT l.name, l.rate, -l.base_amount, -l.tax_amount
                FROM storedesk.order_returns AS r JOIN storedesk.order_return_tax_lines AS l ON l.return_id = r.id
                WHERE r.till_session_id = ANY (of_shifts)
                UNION ALL
                SELECT l.name, l.rate, -l.base_amount, -l.tax_amount
                FROM storedesk.open_returns AS r JOIN storedesk.open_return_tax_lines AS l ON l.open_return_id = r.id
                WHERE r.till_session_id = ANY (of_shifts)
            ) AS t
            GROUP BY t.name, t.rate
        ) AS n
    );
END $$;

-- What came back without a receipt in some shifts: {open_returns, open_returned}, with tax.
CREATE FUNCTION core.open_returns_of(of_shifts uuid[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object('open_returns', count(*), 'open_returned', coalesce(sum(r.value_amount), 0.00)::text)
        FROM storedesk.open_returns AS r WHERE r.till_session_id = ANY (of_shifts)
    );
END $$;

-- What some shifts come to together: {sales, gross, returns, returned, net, taxes, tenders, discounts, discounted,
-- first_order, last_order, paid_in, paid_out, openings, credit, open_returns, open_returned}. With tax, `gross` was
-- sold, `returned` went back, and `open_returned` without a receipt; `net` is what remains of all without it.
-- `discounts` are lines that were not sold at the list's price, `openings` those of the drawer without a sale;
-- `paid_in` is without the cash for gift cards, which stands in `credit`: see core.credit_totals.
CREATE FUNCTION core.shift_totals(of_shifts uuid[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    taxes jsonb := core.taxes_of(of_shifts);
    open jsonb := core.open_returns_of(of_shifts);
    taxed numeric := (SELECT coalesce(sum(t.tax), 0.00) FROM jsonb_to_recordset(taxes) AS t (tax numeric));
BEGIN
    RETURN (
        WITH sale AS (
            SELECT o.id, o.order_number, o.total_amount
            FROM storedesk.pos_sales AS s JOIN public.orders AS o ON o.id = s.order_id
            WHERE s.till_session_id = ANY (of_shifts) AND s.kind = 'sale'
        ), sold AS (
            SELECT count(*) AS sales, coalesce(sum(s.total_amount), 0.00) AS gross,
                   (array_agg(s.order_number ORDER BY length(s.order_number), s.order_number))[1] AS first,
                   (array_agg(s.order_number ORDER BY length(s.order_number) DESC, s.order_number DESC))[1] AS last
            FROM sale AS s
        ), back AS (
            SELECT count(*) AS returns, coalesce(sum(r.refund_amount), 0.00) AS returned
            FROM storedesk.order_returns AS r WHERE r.till_session_id = ANY (of_shifts)
        ), discount AS (
            SELECT count(*) AS lines,
                   coalesce(sum((d.list_price_amount - l.unit_price_amount) * l.quantity), 0.00) AS given
            FROM sale AS s
            JOIN public.order_line_items AS l ON l.order_id = s.id
            JOIN storedesk.order_discounts AS d ON d.order_line_item_id = l.id
        ), cash AS (
            SELECT coalesce(sum(m.amount) FILTER (
                       WHERE m.kind = 'paid_in' AND m.credit_entry_id IS NULL
                   ), 0.00) AS paid_in,
                   coalesce(sum(m.amount) FILTER (WHERE m.kind = 'paid_out'), 0.00) AS paid_out
            FROM storedesk.cash_movements AS m WHERE m.till_session_id = ANY (of_shifts)
        )
        SELECT jsonb_build_object(
            'sales', s.sales, 'gross', s.gross::text, 'first_order', s.first, 'last_order', s.last,
            'returns', b.returns, 'returned', b.returned::text,
            'net', (s.gross - b.returned - (open ->> 'open_returned')::numeric - taxed)::text,
            'taxes', taxes, 'tenders', core.tenders_of(of_shifts), 'discounts', d.lines,
            'discounted', d.given::text, 'paid_in', c.paid_in::text, 'paid_out', c.paid_out::text,
            'openings', (SELECT count(*) FROM storedesk.drawer_openings AS n
                         WHERE n.till_session_id = ANY (of_shifts)),
            'credit', core.credit_totals(of_shifts)
        ) || open
        FROM sold AS s CROSS JOIN back AS b CROSS JOIN discount AS d CROSS JOIN cash AS c
    );
END $$;

-- What a shift has taken: an X report while it is open, its Z report when it is closed, as shift_totals has it.
-- What should be in the drawer is said once it has been counted, and not before; `in_sales` of it was taken for parts
-- of sales that are not paid yet. `credit_owed` is what the store owes to all who have credit, now or when the shift
-- was closed. `seal` is the one that its closing wrote, `fiscal` its first and last record. Refuses shift_not_found.
CREATE FUNCTION core.shift_report(of_shift uuid) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    last storedesk.till_session_counts := core.last_count(of_shift);
    report jsonb;
BEGIN
    SELECT jsonb_build_object(
        'shift', core.shift(t.id), 'store', (SELECT s.name FROM storedesk.store_settings AS s),
        'register', r.name, 'z_number', t.z_number, 'closed_at', t.closed_at,
        'closed_by', closer.display_name, 'expected', last.expected_amount::text,
        'in_sales', core.cash_in_sales(t.id)::text,
        'counted', last.counted_amount::text, 'counts', core.counts_of(t.id),
        'difference', (last.counted_amount - last.expected_amount)::text,
        'difference_reason', t.difference_reason, 'currency', t.currency,
        'credit_owed', coalesce(t.credit_owed_amount, core.credit_owed())::text, 'seal', core.seal_of_shift(t.id),
        'fiscal', core.fiscal_of_shift(t.id),
        'worked', (
            SELECT coalesce(jsonb_agg(s.display_name ORDER BY p.joined_at, s.display_name, s.id), '[]')
            FROM storedesk.till_session_people AS p JOIN storedesk.staff AS s ON s.id = p.staff_id
            WHERE p.till_session_id = t.id
        )
    ) || core.shift_totals(ARRAY[t.id]) INTO report
    FROM storedesk.till_sessions AS t
    JOIN storedesk.registers AS r ON r.id = t.register_id
    LEFT JOIN storedesk.staff AS closer ON closer.id = t.closed_by
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

-- All shifts of a business day together: those that were opened on it, by the store's clock, whenever they end.
-- Answers {day, currency, shifts}, each as core.shift_report has it, and what core.shift_totals has of all of them.
-- Refuses a day that no store could mean (bad_instant).
CREATE FUNCTION api.day_report(day date) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    store storedesk.store_settings;
    begins timestamp;
    ends timestamp;
    of_day uuid[];
BEGIN
    SELECT * INTO store FROM storedesk.store_settings;
    PERFORM core.check_instant(coalesce(day, 'infinity')::timestamp);
    begins := day::timestamp AT TIME ZONE store.time_zone AT TIME ZONE 'UTC';
    ends := (day + 1)::timestamp AT TIME ZONE store.time_zone AT TIME ZONE 'UTC';
    of_day := ARRAY(
        SELECT t.id FROM storedesk.till_sessions AS t
        WHERE t.opened_at >= begins AND t.opened_at < ends
        ORDER BY t.opened_at, t.id
    );

    RETURN jsonb_build_object(
        'day', day, 'store', store.name, 'currency', store.currency,
        'shifts', (
            SELECT coalesce(jsonb_agg(core.shift_report(o.id) ORDER BY o.place), '[]')
            FROM unnest(of_day) WITH ORDINALITY AS o (id, place)
        )
    ) || core.shift_totals(of_day);
END $$;
