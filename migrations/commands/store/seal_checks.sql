-- Checks of seals: what they say is computed once more. Nothing is changed.

-- Which row of a page is the first that is not as it was sealed: {kind, source, number}, of kind changed, gone or
-- added; null where all are. Numbers that a seal names missing may have come since, and are no fault.
CREATE FUNCTION core.page_fault(page storedesk.seal_pages, newest bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    spans constant int8multirange := CASE WHEN page.is_late THEN page.numbers
        ELSE int8multirange(int8range(page.after_number + 1, page.last_number, '[]')) END;
BEGIN
    RETURN (
        WITH found AS (
            SELECT r.number, r.hash FROM core.hashed_rows(page.source, spans) AS r
        ), sealed AS (
            SELECT n.number, substr(page.prints, row_number() OVER (ORDER BY n.number)::int * 8 - 7, 8) AS print
            FROM unnest(page.numbers) AS span
            CROSS JOIN LATERAL generate_series(lower(span), upper(span) - 1) AS n (number)
        ), fault AS (
            SELECT CASE WHEN f.number IS NULL THEN 'gone' WHEN s.number IS NULL THEN 'added' ELSE 'changed' END AS kind,
                   coalesce(s.number, f.number) AS number
            FROM found AS f FULL JOIN sealed AS s ON s.number = f.number
            WHERE s.print IS DISTINCT FROM substr(f.hash, 1, 8)
            UNION ALL
            SELECT 'changed', page.last_number  -- the prints agree, and the whole hashes do not
            FROM found AS f JOIN sealed AS s ON s.number = f.number
            HAVING sha256(string_agg(f.hash, ''::bytea ORDER BY f.number)) <> page.hash
        )
        SELECT jsonb_build_object('kind', f.kind, 'source', page.source, 'number', f.number)
        FROM fault AS f
        WHERE f.kind <> 'added' OR NOT (
            EXISTS (SELECT FROM storedesk.seal_marks AS m
                    WHERE m.seal_number = newest AND m.source = page.source AND m.missing @> f.number)
            OR EXISTS (SELECT FROM storedesk.seal_pages AS p
                       WHERE p.is_late AND p.source = page.source AND p.numbers @> f.number)
        )
        ORDER BY f.number, f.kind DESC
        LIMIT 1
    );
END $$;

-- What is wrong with a seal: {kind, seal}, of kind seal_gone or seal_changed, or what page_fault says of its rows;
-- null where nothing is. `before` is the hash of the one before.
CREATE FUNCTION core.seal_fault(seal storedesk.seals, wanted bigint, before bytea, newest bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    page storedesk.seal_pages;
    fault jsonb;
BEGIN
    IF seal.number <> wanted THEN
        RETURN jsonb_build_object('kind', 'seal_gone', 'seal', wanted);
    END IF;

    IF seal.hash <> core.seal_hash(before, seal) THEN
        RETURN jsonb_build_object('kind', 'seal_changed', 'seal', seal.number, 'sealed_at', seal.sealed_at);
    END IF;

    FOR page IN SELECT * FROM storedesk.seal_pages AS p WHERE p.seal_number = seal.number ORDER BY p.place LOOP
        fault := core.page_fault(page, newest);
        EXIT WHEN fault IS NOT NULL;
    END LOOP;

    RETURN fault || jsonb_build_object('seal', seal.number, 'sealed_at', seal.sealed_at);
END $$;

-- How many rows were written since a seal, or came late.
CREATE FUNCTION core.unsealed_rows(seal bigint) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT count(*)
        FROM unnest(ARRAY['audit_event', 'inventory_audit_log', 'order_payments']) AS o (source)
        CROSS JOIN LATERAL unnest(core.open_numbers(seal, o.source)) AS span
        JOIN core.sealed_rows AS w
            ON w.source = o.source AND w.number >= coalesce(lower(span), -9223372036854775808)
            AND w.number <= coalesce(upper(span) - 1, 9223372036854775807)
    );
END $$;

-- Computes the seals after one with a number again, until 20,000 rows, 500 seals or the first fault; the next call
-- goes on from `until`. Answers {until, is_done, rows, total_rows, unsealed, newest, fault}: `rows` are sealed up to
-- `until`, `total_rows` by all seals, `unsealed` are written since the newest, which is {number, sealed_at, hash}, the
-- hash in hexadecimal digits. `fault` is as core.seal_fault has it.
CREATE FUNCTION api.verify_seals(after bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    newest storedesk.seals;
    seal storedesk.seals;
    before storedesk.seals;
    fault jsonb;
    seals int := 0;
    first bigint;
BEGIN
    SELECT * INTO newest FROM storedesk.seals AS s ORDER BY s.number DESC LIMIT 1;
    SELECT * INTO before FROM storedesk.seals AS s WHERE s.number = after;
    before.number := coalesce(before.number, 0);
    first := coalesce(before.total_rows, 0);

    FOR seal IN SELECT * FROM storedesk.seals AS s WHERE s.number > before.number ORDER BY s.number LOOP
        fault := core.seal_fault(seal, before.number + 1, before.hash, newest.number);
        EXIT WHEN fault IS NOT NULL;
        before := seal;
        seals := seals + 1;
        EXIT WHEN seals = 500 OR seal.total_rows - first >= 20000;
    END LOOP;

    RETURN jsonb_build_object(
        'until', before.number, 'is_done', fault IS NOT NULL OR before.number = coalesce(newest.number, 0),
        'rows', coalesce(before.total_rows, 0), 'total_rows', coalesce(newest.total_rows, 0),
        'unsealed', core.unsealed_rows(newest.number), 'fault', fault,
        'newest', CASE WHEN newest.number IS NOT NULL THEN jsonb_build_object(
            'number', newest.number, 'sealed_at', newest.sealed_at, 'hash', encode(newest.hash, 'hex')
        ) END
    );
END $$;
