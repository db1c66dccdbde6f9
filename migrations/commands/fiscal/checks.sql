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
-- of kind gone (no record has the number), changed, unlinked (it has not the hash of the one before), or missigned (its
-- signature is of another hash); null where all are.
CREATE FUNCTION core.fiscal_fault(chain uuid, after bigint, until bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object(
            'kind', CASE WHEN f.number <> w.number THEN 'gone' WHEN f.is_changed THEN 'changed'
                         WHEN f.is_unlinked THEN 'unlinked' ELSE 'missigned' END,
            'number', w.number, 'booked_at', CASE WHEN f.number = w.number THEN f.booked_at END
        )
        FROM (
            SELECT r.number, r.booked_at, row_number() OVER (ORDER BY r.number) AS place,
                   r.hash <> core.fiscal_hash(r) AS is_changed,
                   r.previous_hash IS DISTINCT FROM lag(r.hash) OVER (ORDER BY r.number) AS is_unlinked,
                   s.hash IS NOT NULL AND s.hash <> r.hash AS is_missigned
            FROM storedesk.fiscal_records AS r
            LEFT JOIN storedesk.fiscal_signatures AS s ON s.chain_id = r.chain_id AND s.number = r.number
            WHERE r.chain_id = chain AND r.number BETWEEN greatest(after, 1) AND until
        ) AS f
        CROSS JOIN LATERAL (SELECT f.place + greatest(after, 1) - 1 AS number) AS w  -- the one before is the first
        WHERE f.number > after AND (f.number <> w.number OR f.is_changed OR f.is_unlinked OR f.is_missigned)
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

-- The chain in which a booking should have its record.
CREATE FUNCTION core.fiscal_chain_of(kind text, of_order uuid, of_return uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce((
        SELECT t.register_id FROM storedesk.till_sessions AS t
        WHERE t.id = CASE kind
            WHEN 'refund' THEN (SELECT r.till_session_id FROM storedesk.order_returns AS r WHERE r.id = of_return)
            WHEN 'open_return' THEN (SELECT v.till_session_id FROM storedesk.open_returns AS v WHERE v.id = of_return)
            WHEN 'cancellation' THEN (
                SELECT m.till_session_id FROM storedesk.order_payments AS m
                WHERE m.order_id = of_order AND m.kind = 'refund' AND m.return_id IS NULL
                ORDER BY m.created_at LIMIT 1
            )
            ELSE coalesce(
                (SELECT s.till_session_id FROM storedesk.pos_sales AS s
                 WHERE s.order_id = of_order AND s.kind = 'sale'),
                (SELECT m.till_session_id FROM storedesk.order_payments AS m
                 WHERE m.order_id = of_order AND m.kind = 'payment' ORDER BY m.created_at LIMIT 1)
            )
        END
    ), core.chain_without_shift());
END $$;

-- What is to be computed again of each chain, or of one: its first and last number, and the last record's instant and
-- hash. Without a period all, from number 1 on; else from the first record booked in it to the last one.
CREATE FUNCTION core.fiscal_spans(of_chain uuid, since timestamp, until timestamp)
RETURNS TABLE (chain_id uuid, register text, first bigint, last bigint, booked_at timestamp, hash bytea)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT c.chain_id, c.register, f.number, n.number, n.booked_at, n.hash
    FROM core.fiscal_chains AS c
    CROSS JOIN LATERAL (
        SELECT CASE WHEN since IS NULL THEN 1 ELSE (
            SELECT r.number FROM storedesk.fiscal_records AS r
            WHERE r.chain_id = c.chain_id AND r.booked_at >= since ORDER BY r.number LIMIT 1
        ) END AS number
    ) AS f
    CROSS JOIN LATERAL (
        SELECT r.number, r.booked_at, r.hash FROM storedesk.fiscal_records AS r
        WHERE r.chain_id = c.chain_id AND r.booked_at < coalesce(fiscal_spans.until, 'infinity')
        ORDER BY r.number DESC LIMIT 1
    ) AS n
    WHERE (of_chain IS NULL OR c.chain_id = of_chain) AND f.number <= n.number;
END $$;

-- Computes fiscal records again, chain by chain, after a record of one: 20,000 of them, or until the end of the chain
-- or the first fault; the next call goes on from `chain` and `until`. Without a chain it begins. `of_chain` is the one
-- chain that is meant, `since` and `before` a period: from the first record booked in it to the last one. Answers
-- {chain, until, is_done, rows, total_rows, signed, fault, newest}: `rows` are done of `total_rows`, of which `signed`
-- have a signature, counted once all are done. `fault` is {kind,
-- register, number, booked_at} as core.fiscal_fault has it, or, once all chains are done, of kind missing with the
-- order_number of the first booking that has no record. `newest` are the last records: [{register, number, booked_at,
-- hash}]. Refuses bad_instant.
CREATE FUNCTION api.verify_fiscal_records(
    chain uuid DEFAULT NULL, after bigint DEFAULT 0, of_chain uuid DEFAULT NULL, since timestamp DEFAULT NULL,
    before timestamp DEFAULT NULL
) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    one record;
    until bigint := coalesce(after, 0);
    is_done boolean;
    fault jsonb;
BEGIN
    PERFORM core.me();
    PERFORM core.check_instant(since);
    PERFORM core.check_instant(before);
    SELECT c.* INTO one FROM core.fiscal_spans(of_chain, since, before) AS c
    WHERE verify_fiscal_records.chain IS NULL OR c.chain_id > verify_fiscal_records.chain
       OR (c.chain_id = verify_fiscal_records.chain AND c.last > verify_fiscal_records.after)
    ORDER BY c.chain_id LIMIT 1;

    IF FOUND THEN
        until := greatest(CASE WHEN one.chain_id = verify_fiscal_records.chain THEN until ELSE 0 END, one.first - 1);
        fault := core.fiscal_fault(one.chain_id, until, least(one.last, until + 20000))
            || jsonb_build_object('register', one.register);
        until := least(one.last, until + 20000);
    END IF;

    is_done := fault IS NOT NULL OR one.chain_id IS NULL
        OR until = one.last AND NOT EXISTS (
            SELECT FROM core.fiscal_spans(of_chain, since, before) AS c WHERE c.chain_id > one.chain_id
        );

    IF is_done AND fault IS NULL THEN
        WITH missing AS MATERIALIZED (SELECT u.* FROM core.unrecorded AS u)  -- before it is asked for their chains
        SELECT jsonb_build_object(
            'kind', 'missing', 'register', g.name, 'number', NULL, 'booked_at', u.booked_at,
            'order_number', coalesce(o.order_number, storedesk.open_return_number(v.serial))
        ) INTO fault
        FROM missing AS u
        LEFT JOIN public.orders AS o ON o.id = u.order_id
        LEFT JOIN storedesk.open_returns AS v ON v.id = u.return_id
        CROSS JOIN LATERAL (SELECT core.fiscal_chain_of(u.kind, u.order_id, u.return_id) AS chain_id) AS b
        LEFT JOIN storedesk.registers AS g ON g.id = b.chain_id
        WHERE (of_chain IS NULL OR b.chain_id = of_chain)
          AND u.booked_at >= coalesce(since, '-infinity') AND u.booked_at < coalesce(before, 'infinity')
        ORDER BY u.booked_at, o.order_number LIMIT 1;
    END IF;

    RETURN (
        SELECT jsonb_build_object(
            'chain', coalesce(one.chain_id, verify_fiscal_records.chain), 'until', until, 'is_done', is_done,
            'rows', coalesce(sum(c.last - c.first + 1) FILTER (WHERE c.chain_id < one.chain_id), 0)
                + coalesce(until - one.first + 1, 0),
            'total_rows', coalesce(sum(c.last - c.first + 1), 0), 'fault', fault,
            'signed', coalesce(sum(CASE WHEN is_done THEN (
                SELECT count(*) FROM storedesk.fiscal_signatures AS s
                WHERE s.chain_id = c.chain_id AND s.number BETWEEN c.first AND c.last
            ) END), 0),
            'newest', coalesce(jsonb_agg(jsonb_build_object(
                'register', c.register, 'number', c.last, 'booked_at', c.booked_at, 'hash', encode(c.hash, 'hex')
            ) ORDER BY c.register COLLATE "C" NULLS LAST, c.chain_id) FILTER (WHERE is_done), '[]')
        )
        FROM core.fiscal_spans(of_chain, since, before) AS c
    );
END $$;

-- Records of a chain for a file, at most 2,000 after one, that were booked from an instant on and before another:
-- [{chain_id, register, number, kind, order_id, order_number, return_id, shift_id, booked_at, currency, rates, total,
-- previous_hash, hash}], as docs/fiscal-export.md has them, of what is signed also what core.fiscal_signature has.
-- Refuses bad_instant.
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
            'chain_id', r.chain_id, 'register', g.name, 'number', r.number, 'kind', r.kind,
            'order_id', r.order_id, 'order_number', r.order_number,
            'return_id', coalesce(r.return_id, r.open_return_id),
            'shift_id', r.till_session_id, 'booked_at', r.booked_at, 'currency', r.currency, 'rates', r.rates,
            'total', r.total_amount::text, 'previous_hash', encode(r.previous_hash, 'hex'),
            'hash', encode(r.hash, 'hex')
        ) || coalesce(core.signature_of(r.chain_id, r.number), '{}') ORDER BY r.number), '[]')
        FROM (
            SELECT * FROM storedesk.fiscal_records AS f
            WHERE f.chain_id = chain AND f.number > after
              AND f.booked_at >= coalesce(since, '-infinity') AND f.booked_at < coalesce(fiscal_lines.until, 'infinity')
            ORDER BY f.number LIMIT 2000
        ) AS r
        LEFT JOIN storedesk.registers AS g ON g.id = r.chain_id
    );
END $$;
