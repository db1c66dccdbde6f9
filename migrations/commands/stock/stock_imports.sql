-- Stock of known products, as an import sets it: a batch is a transaction of its own, so that tills sell between
-- two batches, and what is still to be set is kept, so that an interrupted import goes on.

-- Refuses lists of an import that do not fit each other (lists_differ), and numbers that no product has
-- (bad_quantity).
CREATE FUNCTION core.check_levels(products uuid[], seen int[], levels int[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wanted int := coalesce(cardinality(products), 0);
BEGIN
    IF wanted <> coalesce(cardinality(seen), 0) OR wanted <> coalesce(cardinality(levels), 0)
        OR array_position(seen, NULL) IS NOT NULL OR array_position(levels, NULL) IS NOT NULL
        OR (SELECT count(DISTINCT p) FROM unnest(products) AS p) <> wanted THEN
        PERFORM core.refuse('lists_differ');
    END IF;

    PERFORM core.check_quantities(levels, 0, 'on_hand'), core.check_quantities(seen, 0, 'on_hand');
END $$;

-- Begins to set the stock of known products: what is to be done is written down, and nothing is moved yet. `files`
-- tells these files from others: an import of the same ones that was interrupted within 24 hours goes on, and the
-- lists are not looked at. Answers {import_id, waiting}, how many products are to be set; null where there are
-- none. Refuses what check_levels refuses, a missing reason (reason_missing), and one that takes pieces away where
-- some are added, or the other way round (check_reason).
CREATE FUNCTION api.begin_stock_import(
    request uuid, files text, products uuid[], seen int[], levels int[], reason text
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    key bytea := sha256(convert_to(files, 'UTF8'));
    wanted int := (SELECT count(*) FROM unnest(seen, levels) AS l (seen, level) WHERE l.level <> l.seen);
    begun uuid;
BEGIN
    PERFORM core.check_levels(products, seen, levels);

    IF core.clean_words(reason, 255) IS NULL THEN
        PERFORM core.refuse('reason_missing');
    END IF;

    PERFORM core.check_reason(NULL, 'set', max(l.level - l.seen), reason),
            core.check_reason(NULL, 'set', min(l.level - l.seen), reason)
    FROM unnest(seen, levels) AS l (seen, level);

    DELETE FROM storedesk.stock_imports AS s
    WHERE s.digest = key AND s.begun_at < core.now() - interval '24 hours';

    IF wanted > 0 THEN
        INSERT INTO storedesk.stock_imports (id, digest, reason, waiting, begun_by, begun_at)
        VALUES (request, key, btrim(reason), wanted, me, core.now())
        ON CONFLICT ON CONSTRAINT stock_imports_digest_key DO NOTHING
        RETURNING id INTO begun;
    END IF;

    IF begun IS NOT NULL THEN
        INSERT INTO storedesk.stock_import_lines (stock_import_id, product_id, seen, level)
        SELECT begun, l.product, l.seen, l.level
        FROM unnest(products, seen, levels) AS l (product, seen, level)
        WHERE l.level <> l.seen
        ORDER BY l.product;
        PERFORM core.audit('begin', 'stock_import', begun, NULL, jsonb_build_object('products', wanted));
    END IF;

    SELECT jsonb_build_object('import_id', s.id, 'waiting', s.waiting) INTO answer
    FROM storedesk.stock_imports AS s WHERE s.digest = key;
END $$;

-- Tells why the stock of a product is left as it is: it is deleted, has moved since somebody looked, or is promised
-- beyond the new number. Null where it can be set, or has its number already. One product at a time is looked up by
-- its key, whatever the statistics say of the tables.
CREATE FUNCTION core.import_trouble(line storedesk.stock_import_lines) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT CASE
            WHEN p.is_deleted THEN 'deleted'
            WHEN i.stock_level <> line.seen THEN 'moved'
            WHEN i.reserved_quantity > line.level THEN 'promised'
        END
        FROM public.inventory AS i JOIN public.products AS p ON p.id = i.product_id
        WHERE i.product_id = line.product_id AND i.stock_level <> line.level
    );
END $$;

-- Sets the stock of the next products of an import, `most` of them at most, in the order in which tills hold
-- products. What moved since somebody looked, is deleted, or is promised beyond the new number stays as it is and is
-- kept for the list; what has its number already is done. Answers {set, waiting}: how many were set, and how many
-- are still to be. Refuses an import that has ended or never was (stock_import_over), and too many at once
-- (bad_quantity).
CREATE FUNCTION api.set_imported_stock(request uuid, import uuid, most int) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    held storedesk.stock_imports;
    batch uuid[];
    last uuid;
    products uuid[];
    seen int[];
    levels int[];
    instant timestamp;
    moved int;
BEGIN
    PERFORM core.check_quantity(most, 1, 'products');
    SELECT * INTO held FROM storedesk.stock_imports AS s WHERE s.id = import FOR NO KEY UPDATE;

    IF NOT FOUND THEN
        PERFORM core.not_found('stock_import_over');
    END IF;

    batch := ARRAY(
        SELECT l.product_id FROM storedesk.stock_import_lines AS l
        WHERE l.stock_import_id = import AND l.product_id > held.done_to
        ORDER BY l.product_id LIMIT most
    );
    last := batch[cardinality(batch)];
    PERFORM core.hold_stock(batch);
    instant := core.now();

    WITH settled AS (
        DELETE FROM storedesk.stock_import_lines AS l
        WHERE l.stock_import_id = import AND l.product_id > held.done_to AND l.product_id <= last
          AND core.import_trouble(l) IS NULL
        RETURNING l.product_id, l.seen, l.level
    )
    SELECT array_agg(s.product_id), array_agg(s.seen), array_agg(s.level) INTO products, seen, levels
    FROM settled AS s;

    UPDATE storedesk.stock_import_lines AS l SET trouble = core.import_trouble(l)
    WHERE l.stock_import_id = import AND l.product_id > held.done_to AND l.product_id <= last;

    WITH moved AS (
        UPDATE public.inventory AS i SET stock_level = s.level, updated_at = instant
        FROM unnest(products, seen, levels) AS s (product_id, seen, level)
        WHERE i.product_id = s.product_id AND i.stock_level = s.seen
        RETURNING i.id, i.product_id, s.seen, s.level
    )
    INSERT INTO public.inventory_audit_log (
        inventory_id, product_id, previous_value, new_value, adjustment,
        reason, operation_type, user_id, created_at
    )
    SELECT m.id, m.product_id, m.seen, m.level, m.level - m.seen, held.reason, 'set', me, instant
    FROM moved AS m ORDER BY m.product_id;
    GET DIAGNOSTICS moved = ROW_COUNT;

    UPDATE storedesk.stock_imports AS s
    SET waiting = CASE WHEN cardinality(batch) < most THEN 0 ELSE s.waiting - cardinality(batch) END,
        done_to = coalesce(last, s.done_to)
    WHERE s.id = import
    RETURNING s.waiting INTO held.waiting;
    answer := jsonb_build_object('set', moved, 'waiting', held.waiting);
END $$;

-- Ends an import whose products are all set, or left as they are. Answers how many were left. Refuses one that has
-- ended or never was (stock_import_over), and one with products that are still to be set (stock_import_unfinished).
CREATE FUNCTION api.end_stock_import(request uuid, import uuid) RETURNS int
LANGUAGE command AS $$
DECLARE
    held storedesk.stock_imports;
    kept int;
BEGIN
    SELECT * INTO held FROM storedesk.stock_imports AS s WHERE s.id = import FOR UPDATE;

    IF NOT FOUND THEN
        PERFORM core.not_found('stock_import_over');
    END IF;

    IF held.waiting > 0 THEN
        PERFORM core.refuse('stock_import_unfinished', jsonb_build_object('count', held.waiting));
    END IF;

    kept := (SELECT count(*) FROM storedesk.stock_import_lines AS l WHERE l.stock_import_id = import);
    DELETE FROM storedesk.stock_imports AS s WHERE s.id = import;
    PERFORM core.audit('end', 'stock_import', import, NULL, jsonb_build_object('left', kept));
    answer := to_jsonb(kept);
END $$;
