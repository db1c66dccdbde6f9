-- Stock counts: several people count at once, the registers sell meanwhile, one command posts.
--
-- A line keeps the stock as it was when its shelf was counted, and posting applies the difference to what is there
-- by then, so that sales in between are kept. A product that is counted bit by bit keeps the stock of its first
-- bit; setting it ("there are 7") begins it anew. What was not counted is not zero. Who counts holds the count,
-- never the stock: no register waits for a count.

-- Holds a count that is open. Refuses an unknown one (count_not_found) and one that is over (count_over).
CREATE FUNCTION core.hold_count(count uuid) RETURNS storedesk.stock_counts
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held storedesk.stock_counts;
BEGIN
    SELECT * INTO held FROM storedesk.stock_counts AS c WHERE c.id = count FOR NO KEY UPDATE;

    IF NOT FOUND THEN
        PERFORM core.not_found('count_not_found');
    END IF;

    IF held.status <> 'open' THEN
        PERFORM core.conflict('count_over', jsonb_build_object('name', held.name, 'status', held.status));
    END IF;

    RETURN held;
END $$;

-- Begins a count: of some products, or of whatever is scanned. The id is the caller's. Answers it. Refuses
-- name_missing, too_many, products that do not exist (product_not_found), and the id of another count
-- (request_reused).
CREATE FUNCTION api.open_count(request uuid, count uuid, name text, products uuid[]) RETURNS uuid
LANGUAGE command AS $$
DECLARE
    called text := core.clean_words(name, 100);
BEGIN
    IF called IS NULL THEN
        PERFORM core.refuse('name_missing');
    END IF;

    PERFORM core.check_many(cardinality(products), 'counted_products');

    IF EXISTS (
        SELECT FROM unnest(products) AS wanted (id)
        LEFT JOIN public.products AS p ON p.id = wanted.id AND NOT p.is_deleted
        WHERE p.id IS NULL
    ) THEN
        PERFORM core.not_found('product_not_found');
    END IF;

    INSERT INTO storedesk.stock_counts (id, name, created_by, created_at)
    VALUES (count, called, me, core.now())
    ON CONFLICT (id) DO NOTHING;

    IF NOT FOUND THEN
        PERFORM core.conflict('request_reused', jsonb_build_object('request', count));
    END IF;

    INSERT INTO storedesk.stock_count_products (stock_count_id, product_id)
    SELECT DISTINCT count, wanted.id FROM unnest(products) AS wanted (id);
    answer := to_jsonb(count);
END $$;

-- Writes a line of a count anew from its remaining entries; without any it is not counted. Refuses bad_quantity.
CREATE FUNCTION core.add_up_count(count uuid, product uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    since bigint := (
        SELECT max(e.seq) FROM storedesk.stock_count_entries AS e
        WHERE e.stock_count_id = count AND e.product_id = product AND e.is_set AND e.taken_back_at IS NULL
    );
    counted bigint;
    first storedesk.stock_count_entries;
BEGIN
    SELECT sum(e.quantity) INTO counted FROM storedesk.stock_count_entries AS e
    WHERE e.stock_count_id = count AND e.product_id = product AND e.taken_back_at IS NULL
      AND e.seq >= coalesce(since, 0);
    SELECT * INTO first FROM storedesk.stock_count_entries AS e
    WHERE e.stock_count_id = count AND e.product_id = product AND e.taken_back_at IS NULL
      AND e.seq >= coalesce(since, 0)
    ORDER BY e.seq LIMIT 1;

    IF counted > core.most('on_hand') THEN
        PERFORM core.refuse('bad_quantity', jsonb_build_object('least', 0, 'most', core.most('on_hand')));
    END IF;

    IF counted IS NULL THEN
        DELETE FROM storedesk.stock_count_lines AS l WHERE l.stock_count_id = count AND l.product_id = product;
        RETURN;
    END IF;

    INSERT INTO storedesk.stock_count_lines AS l (
        stock_count_id, product_id, stock_at_count, seen_seq, counted_quantity
    )
    VALUES (count, product, first.stock_then, first.seq_then, counted)
    ON CONFLICT (stock_count_id, product_id, variant_id) DO UPDATE
    SET stock_at_count = excluded.stock_at_count, seen_seq = excluded.seen_seq,
        counted_quantity = excluded.counted_quantity;
END $$;

-- What a count answers after an entry: of which product or code, how many of it, and of all together.
CREATE FUNCTION core.count_document(count uuid, product uuid, code text) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN jsonb_build_object(
        'product_id', product,
        'name', (SELECT p.name FROM public.products AS p WHERE p.id = product),
        'code', code,
        'counted', CASE WHEN product IS NULL
            THEN (SELECT sum(e.quantity) FROM storedesk.stock_count_entries AS e
                  WHERE e.stock_count_id = count AND e.code = count_document.code AND e.taken_back_at IS NULL)
            ELSE (SELECT l.counted_quantity FROM storedesk.stock_count_lines AS l
                  WHERE l.stock_count_id = count AND l.product_id = product)
        END,
        'products', (SELECT count(*) FROM storedesk.stock_count_lines AS l WHERE l.stock_count_id = count),
        'pieces', (SELECT coalesce(sum(l.counted_quantity), 0) FROM storedesk.stock_count_lines AS l
                   WHERE l.stock_count_id = count)
    );
END $$;

-- Counts some number more of a product, or its number in all (`is_set`): a product, or what has the code, or one of
-- its forms (core.item_by_code). A code that nothing has is kept aside with its number. Answers count_document;
-- `product_id` is null then. Refuses bad_quantity, a product that does not exist (product_not_found), the code of a
-- deleted one (product_deleted), an empty code (scan_no_code), and what hold_count refuses.
CREATE FUNCTION api.count_item(
    request uuid, count uuid, product uuid, code text, quantity int, is_set boolean, forms text[] DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    found uuid;
    aside text;
    gone text;
BEGIN
    PERFORM core.check_quantity(quantity, CASE WHEN is_set THEN 0 ELSE 1 END, 'counted_pieces'),
            core.hold_count(count);
    found := (
        SELECT p.id FROM public.products AS p WHERE NOT p.is_deleted
          AND p.id = coalesce(product, (core.item_by_code(code, forms)).product_id)
    );

    IF found IS NULL AND product IS NOT NULL THEN
        PERFORM core.not_found('product_not_found', jsonb_build_object('product', product));
    END IF;

    IF found IS NULL THEN
        gone := (SELECT p.name FROM public.products AS p WHERE p.id = (core.item_by_code(code, forms)).product_id);

        IF gone IS NOT NULL THEN
            PERFORM core.refuse('product_deleted', jsonb_build_object('name', gone));
        END IF;
    END IF;

    IF found IS NULL THEN
        aside := upper(core.clean_line(code, 100));

        IF aside IS NULL THEN
            PERFORM core.refuse('scan_no_code');
        END IF;
    END IF;

    INSERT INTO storedesk.stock_count_entries (
        id, stock_count_id, product_id, code, quantity, is_set, stock_then, seq_then, counted_by, created_at
    )
    SELECT request, count, found, aside, quantity, is_set AND found IS NOT NULL, i.stock_level,
           CASE WHEN found IS NOT NULL THEN coalesce((
               SELECT max(a.seq) FROM public.inventory_audit_log AS a WHERE a.product_id = found
           ), 0) END, me, core.now()
    FROM (VALUES (found)) AS f (id) LEFT JOIN public.inventory AS i ON i.product_id = f.id;

    IF found IS NOT NULL THEN
        PERFORM core.add_up_count(count, found);
    END IF;

    answer := core.count_document(count, found, aside);
END $$;

-- Takes back the last entry of the asker. Answers count_document, with how many pieces that was; null where there
-- is nothing to take back. Refuses what hold_count refuses.
CREATE FUNCTION api.take_back_count(request uuid, count uuid) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    last storedesk.stock_count_entries;
BEGIN
    PERFORM core.hold_count(count);

    UPDATE storedesk.stock_count_entries AS e SET taken_back_at = core.now()
    WHERE e.id = (
        SELECT o.id FROM storedesk.stock_count_entries AS o
        WHERE o.stock_count_id = count AND o.counted_by = me AND o.taken_back_at IS NULL
        ORDER BY o.seq DESC LIMIT 1
    )
    RETURNING * INTO last;

    IF last.product_id IS NOT NULL THEN
        PERFORM core.add_up_count(count, last.product_id);
    END IF;

    answer := CASE WHEN last.id IS NULL THEN 'null'
        ELSE core.count_document(count, last.product_id, last.code)
            || jsonb_build_object('quantity', last.quantity) END;

    RETURN nullif(answer, 'null');
END $$;

-- Drops what was counted of a product, or of a code kept aside: it is to be counted again, by anybody. Answers
-- count_document. Refuses what hold_count refuses.
CREATE FUNCTION api.recount_item(request uuid, count uuid, product uuid, code text) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.hold_count(count);

    UPDATE storedesk.stock_count_entries AS e SET taken_back_at = core.now()
    WHERE e.stock_count_id = count AND e.taken_back_at IS NULL
      AND (e.product_id = product OR (product IS NULL AND e.code = recount_item.code));

    IF product IS NOT NULL THEN
        PERFORM core.add_up_count(count, product);
        INSERT INTO storedesk.stock_count_products (stock_count_id, product_id)
        VALUES (count, product) ON CONFLICT DO NOTHING;
    END IF;

    answer := core.count_document(count, product, code);
END $$;

-- Ends a count without posting it. Refuses what hold_count refuses.
CREATE FUNCTION api.cancel_count(request uuid, count uuid) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.hold_count(count);
    UPDATE storedesk.stock_counts SET status = 'cancelled', version = version + 1 WHERE id = count;
END $$;
