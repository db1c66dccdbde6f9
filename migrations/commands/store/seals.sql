-- Seals over the journal, the stock ledger and the payments. Each is the hash of the seal before and of all rows
-- since, in pages of up to 2,000 rows: see docs/decisions/0051. No sale takes a lock that is taken here.

-- The rows that are sealed: {source, number, content}. The columns are fixed: a row is sealed with these for ever.
CREATE VIEW core.sealed_rows AS
SELECT 'audit_event' AS source, e.id AS number,
       jsonb_build_array(e.id, e.created_at, e.login, e.workstation, e.action, e.entity, e.entity_id, e.old, e.new)
           AS content
FROM storedesk.audit_event AS e
UNION ALL
SELECT 'inventory_audit_log', a.seq,
       jsonb_build_array(a.seq, a.id, a.inventory_id, a.product_id, a.previous_value, a.new_value, a.adjustment,
                         a.reason, a.operation_type, a.user_id, a.order_id, a.created_at)
FROM public.inventory_audit_log AS a
UNION ALL
SELECT 'order_payments', p.seq,
       jsonb_build_array(p.seq, p.id, p.order_id, p.kind, p.card_scheme, p.card_last_four, p.method, p.amount,
                         p.rounding_amount, p.excess_amount, p.currency, p.tendered_amount, p.change_amount,
                         p.transaction_id, p.return_id, p.till_session_id, p.created_by, p.created_at)
FROM storedesk.order_payments AS p;

-- The hash of a seal: of the one before, its own figures, and the marks and pages that have its number.
CREATE FUNCTION core.seal_hash(before bytea, seal storedesk.seals) RETURNS bytea
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN sha256(coalesce(before, '') || convert_to(jsonb_build_array(
        seal.number, seal.sealed_at, seal.till_session_id, seal.total_rows, seal.transactions_until,
        (
            SELECT coalesce(jsonb_agg(
                jsonb_build_array(m.source, m.last_number, m.missing::text) ORDER BY m.source COLLATE "C"
            ), '[]')
            FROM storedesk.seal_marks AS m WHERE m.seal_number = seal.number
        ), (
            SELECT coalesce(jsonb_agg(jsonb_build_array(
                p.place, p.source, p.is_late, p.after_number, p.last_number, p.numbers::text,
                encode(p.prints, 'hex'), encode(p.hash, 'hex')
            ) ORDER BY p.place), '[]')
            FROM storedesk.seal_pages AS p WHERE p.seal_number = seal.number
        )
    )::text, 'UTF8'));
END $$;

-- The first number in some spans that a table has a row of; null where it has none.
CREATE FUNCTION core.first_number(of_source text, spans int8multirange) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    span int8range;
    found bigint;
BEGIN
    FOR span IN SELECT u.span FROM unnest(spans) AS u (span) LOOP
        found := CASE of_source
            WHEN 'audit_event' THEN
                (SELECT min(e.id) FROM storedesk.audit_event AS e
                 WHERE e.id >= coalesce(lower(span), -9223372036854775808))
            WHEN 'inventory_audit_log' THEN
                (SELECT min(a.seq) FROM public.inventory_audit_log AS a
                 WHERE a.seq >= coalesce(lower(span), -9223372036854775808))
            ELSE (SELECT min(p.seq) FROM storedesk.order_payments AS p
                  WHERE p.seq >= coalesce(lower(span), -9223372036854775808))
        END;
        EXIT WHEN found IS NULL OR span @> found;
        found := NULL;
    END LOOP;

    RETURN found;
END $$;

-- The rows of a table in some spans, in no order: {number, hash}. The spans have ends.
CREATE FUNCTION core.hashed_rows(of_source text, spans int8multirange) RETURNS TABLE (number bigint, hash bytea)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    span int8range;
BEGIN
    FOR span IN SELECT u.span FROM unnest(spans) AS u (span) LOOP
        RETURN QUERY
        SELECT w.number, sha256(convert_to(w.content::text, 'UTF8'))
        FROM core.sealed_rows AS w
        WHERE w.source = of_source AND w.number >= coalesce(lower(span), -9223372036854775808)
          AND w.number < upper(span);
    END LOOP;
END $$;

-- Seals the next rows of one table in some spans of numbers, at most 2,000, as a page of a seal; answers the page, null
-- where there is none. `is_late`: an earlier seal has named the numbers missing.
CREATE FUNCTION core.seal_page(
    seal bigint, page int, of_source text, after bigint, spans int8multirange, is_late boolean
) RETURNS storedesk.seal_pages
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    made storedesk.seal_pages;
    first bigint := core.first_number(of_source, spans);
BEGIN
    INSERT INTO storedesk.seal_pages (
        seal_number, place, source, is_late, after_number, last_number, numbers, prints, hash
    )
    SELECT seal, page, of_source, is_late, after, max(r.number), range_agg(int8range(r.number, r.number, '[]')),
           string_agg(substr(r.hash, 1, 8), ''::bytea ORDER BY r.number),
           sha256(string_agg(r.hash, ''::bytea ORDER BY r.number))
    FROM core.hashed_rows(of_source, spans * int8multirange(int8range(first, first + 2000))) AS r
    HAVING first IS NOT NULL AND count(*) > 0
    RETURNING * INTO made;

    RETURN made;
END $$;

-- The numbers of a table that were missing an hour ago, and whose transactions have all ended since: no row of theirs
-- can still arrive. Transactions that are counted lower than then are those of another server, after a restore.
CREATE FUNCTION core.settled(of_source text, instant timestamp, running pg_snapshot) RETURNS int8multirange
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce((
        SELECT m.missing
        FROM storedesk.seals AS s JOIN storedesk.seal_marks AS m ON m.seal_number = s.number
        WHERE m.source = of_source AND s.sealed_at <= instant - interval '1 hour'
          AND (s.transactions_until <= pg_snapshot_xmin(running)::text::bigint
               OR s.transactions_until > pg_snapshot_xmax(running)::text::bigint)
        ORDER BY s.number DESC LIMIT 1
    ), '{}');
END $$;

-- Seals what one table has since its last mark, until `most` rows are reached, and marks how far that is. Answers how
-- many rows.
CREATE FUNCTION core.seal_table(seal bigint, of_source text, most int, instant timestamp, running pg_snapshot)
RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    mark storedesk.seal_marks;
    made storedesk.seal_pages;
    page int := (SELECT coalesce(max(p.place), 0) + 1 FROM storedesk.seal_pages AS p WHERE p.seal_number = seal);
    done int := 0;
BEGIN
    SELECT * INTO mark FROM storedesk.seal_marks AS m
    WHERE m.source = of_source AND m.seal_number < seal ORDER BY m.seal_number DESC LIMIT 1;
    mark.missing := coalesce(mark.missing, '{}');

    WHILE done < most AND NOT isempty(mark.missing) LOOP
        made := core.seal_page(seal, page, of_source, NULL, mark.missing, is_late => true);
        EXIT WHEN made.place IS NULL;
        page := page + 1;
        done := done + length(made.prints) / 8;
        mark.missing := mark.missing - made.numbers;
    END LOOP;
    IF done < most THEN  -- all that came late is in: what else was missing so long never comes
        mark.missing := mark.missing - core.settled(of_source, instant, running);
    END IF;

    WHILE done < most LOOP
        made := core.seal_page(seal, page, of_source, mark.last_number,
                               int8multirange(int8range(mark.last_number + 1, NULL)), is_late => false);
        EXIT WHEN made.place IS NULL;
        page := page + 1;
        done := done + length(made.prints) / 8;
        mark.missing := mark.missing + (
            int8multirange(int8range(coalesce(mark.last_number, 0) + 1, greatest(
                made.last_number, coalesce(mark.last_number, 0)
            ), '[]')) - made.numbers
        );
        mark.last_number := made.last_number;
    END LOOP;

    INSERT INTO storedesk.seal_marks (seal_number, source, last_number, missing)
    VALUES (seal, of_source, coalesce(mark.last_number, 0), mark.missing);
    RETURN done;
END $$;

-- Writes the next seal; the page that brings it to `most` rows is its last, and the next seal goes on from there. Two
-- at once wait for each other, for a lock that nobody else takes. Where nothing was written since, there is none, but
-- for the end of a shift. Answers how many rows it has sealed.
CREATE FUNCTION core.seal(of_shift uuid, instant timestamp, most int) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    before storedesk.seals;
    seal storedesk.seals;
    running pg_snapshot;
    watched constant text[] := ARRAY['audit_event', 'inventory_audit_log', 'order_payments'];
    source text;
    done int := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('storedesk.seals', 0));
    SELECT * INTO before FROM storedesk.seals AS s ORDER BY s.number DESC LIMIT 1;
    IF of_shift IS NULL AND NOT EXISTS (
        SELECT FROM unnest(watched) AS w (source)
        WHERE core.first_number(w.source, core.open_numbers(before.number, w.source)) IS NOT NULL
    ) THEN
        RETURN 0;
    END IF;

    running := pg_current_snapshot();
    seal.number := coalesce(before.number, 0) + 1;
    FOREACH source IN ARRAY watched LOOP
        done := done + core.seal_table(seal.number, source, most - done, instant, running);
    END LOOP;

    seal.sealed_at := instant;
    seal.till_session_id := of_shift;
    seal.total_rows := coalesce(before.total_rows, 0) + done;
    seal.transactions_until := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
    seal.hash := core.seal_hash(before.hash, seal);
    INSERT INTO storedesk.seals SELECT seal.*;
    RETURN done;
END $$;

-- The numbers of a table that a seal and those before it do not have: after its mark, and those that it misses.
CREATE FUNCTION core.open_numbers(seal bigint, of_source text) RETURNS int8multirange
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce((
        SELECT m.missing + int8multirange(int8range(m.last_number + 1, NULL))
        FROM storedesk.seal_marks AS m WHERE m.seal_number = seal AND m.source = of_source
    ), '{(,)}');
END $$;

-- The seal that the end of a shift has written: {number, hash}, the hash in hexadecimal digits; null where none is.
CREATE FUNCTION core.seal_of_shift(shift uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object('number', s.number, 'hash', encode(s.hash, 'hex'))
        FROM storedesk.seals AS s WHERE s.till_session_id = shift ORDER BY s.number LIMIT 1
    );
END $$;

-- Seals what was written since the last seal, some 20,000 rows at a time; answers how many it were.
CREATE FUNCTION api.seal() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.me();
    RETURN core.seal(NULL, core.now(), most => 20000);
END $$;

DO $$
DECLARE
    watched text;
BEGIN
    FOREACH watched IN ARRAY ARRAY['seals', 'seal_marks', 'seal_pages'] LOOP
        EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.%I '
                       'FOR EACH ROW EXECUTE FUNCTION core.append_only()', watched);
        EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.%I '
                       'FOR EACH STATEMENT EXECUTE FUNCTION core.append_only()', watched);
    END LOOP;
END $$;
