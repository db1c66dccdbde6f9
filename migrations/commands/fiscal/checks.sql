-- Checks and exports of fiscal records: what they say is computed once more. Nothing is changed.

-- What was booked since there are fiscal records, each of which has one: {kind, order_id, return_id, booked_at}; a
-- return without a receipt has no order. What a web shop books is its own: payments and refunds without a shift count
-- where a person made them. An order is booked when its last payment has made it paid: a deposit alone is no turnover
-- yet, nor is it one that goes back.
CREATE VIEW core.fiscal_bookings AS
SELECT 'order' AS kind, p.order_id, NULL::uuid AS return_id, max(p.booked_at) AS booked_at
FROM (
    SELECT s.order_id, s.created_at AS booked_at FROM storedesk.pos_sales AS s WHERE s.kind = 'sale'
    UNION ALL
    SELECT m.order_id, m.created_at
    FROM storedesk.order_payments AS m LEFT JOIN storedesk.staff AS f ON f.id = m.created_by
    WHERE m.kind = 'payment' AND (m.till_session_id IS NOT NULL OR f.kind = 'person') AND EXISTS (
        SELECT FROM storedesk.order_status_history AS h WHERE h.order_id = m.order_id AND h.to_status = 'confirmed'
    )
) AS p
GROUP BY p.order_id HAVING max(p.booked_at) >= (SELECT b.since FROM storedesk.fiscal_start AS b)
UNION ALL
SELECT 'refund', r.order_id, r.id, r.created_at FROM storedesk.order_returns AS r
WHERE r.created_at >= (SELECT b.since FROM storedesk.fiscal_start AS b)
UNION ALL
SELECT 'cancellation', m.order_id, NULL, min(m.created_at)
FROM storedesk.order_payments AS m LEFT JOIN storedesk.staff AS f ON f.id = m.created_by
WHERE m.kind = 'refund' AND m.return_id IS NULL AND (m.till_session_id IS NOT NULL OR f.kind = 'person') AND EXISTS (
    SELECT FROM storedesk.order_status_history AS h WHERE h.order_id = m.order_id AND h.to_status = 'confirmed'
)
GROUP BY m.order_id HAVING min(m.created_at) >= (SELECT b.since FROM storedesk.fiscal_start AS b)
UNION ALL
SELECT 'open_return', NULL, v.id, v.created_at FROM storedesk.open_returns AS v;

-- The bookings that have no fiscal record.
CREATE VIEW core.unrecorded AS
SELECT b.kind, b.order_id, b.return_id, b.booked_at FROM core.fiscal_bookings AS b
WHERE b.kind = 'order' AND NOT EXISTS (
    SELECT FROM storedesk.fiscal_records AS r WHERE r.order_id = b.order_id AND r.kind IN ('sale', 'order')
)
OR b.kind = 'refund' AND NOT EXISTS (SELECT FROM storedesk.fiscal_records AS r WHERE r.return_id = b.return_id)
OR b.kind = 'cancellation' AND NOT EXISTS (
    SELECT FROM storedesk.fiscal_records AS r WHERE r.order_id = b.order_id AND r.kind = 'cancellation'
)
OR b.kind = 'open_return'
   AND NOT EXISTS (SELECT FROM storedesk.fiscal_records AS r WHERE r.open_return_id = b.return_id);

-- The chains, in their order: {chain_id, register, first_at, last, last_at}; of the office the register is null.
CREATE VIEW core.fiscal_chains AS
SELECT c.chain_id, c.register, o.booked_at AS first_at, n.number AS last, n.booked_at AS last_at, n.hash AS last_hash
FROM (
    SELECT core.chain_without_shift() AS chain_id, NULL::text AS register
    UNION ALL SELECT g.id, g.name FROM storedesk.registers AS g
) AS c
CROSS JOIN LATERAL (
    SELECT r.number, r.booked_at, r.hash FROM storedesk.fiscal_records AS r
    WHERE r.chain_id = c.chain_id ORDER BY r.number DESC LIMIT 1
) AS n
CROSS JOIN LATERAL (
    SELECT r.booked_at FROM storedesk.fiscal_records AS r WHERE r.chain_id = c.chain_id ORDER BY r.number LIMIT 1
) AS o;

-- The first record of a chain after a number, up to another, that is not as it was written: {kind, number, booked_at},
-- of kind gone (no record has the number), changed, or unlinked (it has not the hash of the one before); null where
-- all are.
CREATE FUNCTION core.fiscal_fault(chain uuid, after bigint, until bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object(
            'kind', CASE WHEN f.number <> w.number THEN 'gone' WHEN f.is_changed THEN 'changed' ELSE 'unlinked' END,
            'number', w.number, 'booked_at', CASE WHEN f.number = w.number THEN f.booked_at END
        )
        FROM (
            SELECT r.number, r.booked_at, row_number() OVER (ORDER BY r.number) AS place,
                   r.hash <> core.fiscal_hash(r) AS is_changed,
                   r.previous_hash IS DISTINCT FROM lag(r.hash) OVER (ORDER BY r.number) AS is_unlinked
            FROM storedesk.fiscal_records AS r
            WHERE r.chain_id = chain AND r.number BETWEEN greatest(after, 1) AND until
        ) AS f
        CROSS JOIN LATERAL (SELECT f.place + greatest(after, 1) - 1 AS number) AS w  -- the one before is the first
        WHERE f.number > after AND (f.number <> w.number OR f.is_changed OR f.is_unlinked)
        ORDER BY f.number
        LIMIT 1
    );
END $$;

-- The chains of fiscal records as windows show them: [{chain, register, first_at, last_at, records}].
CREATE FUNCTION api.fiscal_chains() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.me();

    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'chain', c.chain_id, 'register', c.register, 'first_at', c.first_at, 'last_at', c.last_at,
            'records', c.last
        ) ORDER BY c.register COLLATE "C" NULLS LAST, c.chain_id), '[]')
        FROM core.fiscal_chains AS c
    );
END $$;

-- Computes fiscal records again, chain by chain, after a record of one: 20,000 of them, or until the end of the chain
-- or the first fault; the next call goes on from `chain` and `until`. Without a chain it begins. Answers {chain, until,
-- is_done, rows, total_rows, fault, newest}: `rows` are done of `total_rows`. `fault` is {kind, register, number,
-- booked_at} as core.fiscal_fault has it, or, once all chains are done, of kind missing with the order_number of the
-- first booking that has no record. `newest` are the last records: [{register, number, booked_at, hash}].
CREATE FUNCTION api.verify_fiscal_records(chain uuid DEFAULT NULL, after bigint DEFAULT 0) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    one record;
    until bigint := coalesce(after, 0);
    is_done boolean;
    fault jsonb;
BEGIN
    PERFORM core.me();
    SELECT c.chain_id, c.register, c.last INTO one FROM core.fiscal_chains AS c
    WHERE verify_fiscal_records.chain IS NULL OR c.chain_id > verify_fiscal_records.chain
       OR (c.chain_id = verify_fiscal_records.chain AND c.last > verify_fiscal_records.after)
    ORDER BY c.chain_id LIMIT 1;

    IF FOUND THEN
        until := CASE WHEN one.chain_id = verify_fiscal_records.chain THEN until ELSE 0 END;
        fault := core.fiscal_fault(one.chain_id, until, least(one.last, until + 20000))
            || jsonb_build_object('register', one.register);
        until := least(one.last, until + 20000);
    END IF;

    is_done := fault IS NOT NULL OR one.chain_id IS NULL
        OR until = one.last AND NOT EXISTS (SELECT FROM core.fiscal_chains AS c WHERE c.chain_id > one.chain_id);

    IF is_done AND fault IS NULL THEN
        SELECT jsonb_build_object(
            'kind', 'missing', 'register', NULL, 'number', NULL, 'booked_at', u.booked_at,
            'order_number', coalesce(o.order_number, storedesk.open_return_number(v.serial))
        ) INTO fault
        FROM core.unrecorded AS u
        LEFT JOIN public.orders AS o ON o.id = u.order_id
        LEFT JOIN storedesk.open_returns AS v ON v.id = u.return_id
        ORDER BY u.booked_at, o.order_number LIMIT 1;
    END IF;

    RETURN (
        SELECT jsonb_build_object(
            'chain', coalesce(one.chain_id, verify_fiscal_records.chain), 'until', until, 'is_done', is_done,
            'rows', coalesce(sum(c.last) FILTER (WHERE c.chain_id < one.chain_id), 0) + until,
            'total_rows', coalesce(sum(c.last), 0), 'fault', fault,
            'newest', coalesce(jsonb_agg(jsonb_build_object(
                'register', c.register, 'number', c.last, 'booked_at', c.last_at, 'hash', encode(c.last_hash, 'hex')
            ) ORDER BY c.register COLLATE "C" NULLS LAST, c.chain_id) FILTER (WHERE is_done), '[]')
        )
        FROM core.fiscal_chains AS c
    );
END $$;

-- Records of a chain for a file, at most 2,000 after one, that were booked from an instant on and before another:
-- [{chain_id, register, number, kind, order_id, order_number, return_id, shift_id, booked_at, currency, rates, total,
-- previous_hash, hash}], as docs/fiscal-export.md has them. Refuses bad_instant.
CREATE FUNCTION api.fiscal_lines(
    chain uuid, after bigint, since timestamp DEFAULT NULL, until timestamp DEFAULT NULL
) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.me();
    PERFORM core.check_instant(since);
    PERFORM core.check_instant(fiscal_lines.until);

    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'chain_id', r.chain_id, 'register', core.register_name(r.chain_id), 'number', r.number, 'kind', r.kind,
            'order_id', r.order_id, 'order_number', r.order_number,
            'return_id', coalesce(r.return_id, r.open_return_id),
            'shift_id', r.till_session_id, 'booked_at', r.booked_at, 'currency', r.currency, 'rates', r.rates,
            'total', r.total_amount::text, 'previous_hash', encode(r.previous_hash, 'hex'),
            'hash', encode(r.hash, 'hex')
        ) ORDER BY r.number), '[]')
        FROM (
            SELECT * FROM storedesk.fiscal_records AS f
            WHERE f.chain_id = chain AND f.number > after
              AND f.booked_at >= coalesce(since, '-infinity') AND f.booked_at < coalesce(fiscal_lines.until, 'infinity')
            ORDER BY f.number LIMIT 2000
        ) AS r
    );
END $$;
