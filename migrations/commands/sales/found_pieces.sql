-- Pieces that a cashier has in hand although the stock says that there are none.

-- What a cashier has found in the business day, at any register, and holds as found in live quotes but for those
-- of one sale: [{product_id, pieces}]. Pieces that came back to the shelf since count as well.
CREATE FUNCTION core.found_today(actor uuid, but_for uuid, instant timestamp) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object('product_id', f.product_id, 'pieces', f.pieces)), '[]')
        FROM (
            SELECT b.product_id, sum(b.pieces) AS pieces
            FROM (
                SELECT e.entity_id AS product_id, (e.new ->> 'claimed')::int AS pieces
                FROM storedesk.audit_event AS e
                WHERE e.action = 'found_at_till' AND e.new ->> 'found_by' = actor::text
                  AND e.created_at >= core.day_start(instant)
                UNION ALL
                SELECT q.product_id, q.found_quantity
                FROM storedesk.till_quotes AS q JOIN storedesk.till_carts AS t ON t.order_id = q.order_id
                WHERE q.found_by = actor AND q.order_id <> but_for AND t.quote_expires_at > instant
            ) AS b
            GROUP BY b.product_id
        ) AS f
    );
END $$;

-- Why a manager has to allow the pieces that are claimed as found, [{product_id, name, pieces, reason}]: {code,
-- parameters}; null where no manager has to.
CREATE FUNCTION core.found_beyond(claims jsonb, today jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    of_one int := core.limit_of('found_product_pieces');
    of_all int := core.limit_of('found_day_pieces');
    name text := (
        SELECT min(f.name)
        FROM jsonb_to_recordset(claims) AS f (product_id uuid, name text, pieces int)
        LEFT JOIN jsonb_to_recordset(today) AS t (product_id uuid, pieces int) USING (product_id)
        WHERE f.pieces + coalesce(t.pieces, 0) > of_one
    );
    pieces int := (SELECT sum((p.value ->> 'pieces')::int) FROM jsonb_array_elements(claims || today) AS p (value));
BEGIN
    RETURN CASE
        WHEN name IS NOT NULL THEN jsonb_build_object(
            'code', 'found_of_product', 'parameters', jsonb_build_object('name', name, 'most', of_one))
        WHEN pieces > of_all THEN jsonb_build_object(
            'code', 'found_of_day', 'parameters', jsonb_build_object('most', of_all))
    END;
END $$;

-- Allows a sale more pieces than the stock has, and answers who approved it: null where it is within the limits of
-- the asker. Of two by one person at once, the second waits here, so that both count. `kept` is what was approved
-- for this sale before, [{product_id, pieces, approved_by}]. The approval is of "find_pieces" and {order_id,
-- found: [{product_id, pieces, reason}]}. Refuses what found_beyond says, and what use_approval refuses.
CREATE FUNCTION core.allow_found(
    of_order uuid, claims jsonb, kept jsonb, actor uuid, approval uuid, instant timestamp
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    beyond jsonb;
BEGIN
    IF claims = '[]' OR core.belongs('manager') THEN
        RETURN NULL;
    END IF;

    PERFORM pg_advisory_xact_lock(7313, hashtext(actor::text));
    beyond := core.found_beyond(claims, core.found_today(actor, of_order, instant));

    IF beyond IS NULL THEN
        RETURN NULL;
    END IF;

    IF NOT EXISTS (
        SELECT FROM jsonb_to_recordset(claims) AS f (product_id uuid, pieces int)
        LEFT JOIN jsonb_to_recordset(kept) AS k (product_id uuid, pieces int) USING (product_id)
        WHERE f.pieces > coalesce(k.pieces, 0)
    ) THEN
        RETURN (SELECT min(k.approved_by::text)::uuid FROM jsonb_to_recordset(kept) AS k (approved_by uuid));
    END IF;

    RETURN core.use_approval(approval, 'find_pieces', jsonb_build_object('order_id', of_order, 'found', (
        SELECT core.named_list(jsonb_agg(jsonb_build_object(
            'product_id', f.product_id, 'pieces', f.pieces, 'reason', f.reason
        ) ORDER BY f.product_id))
        FROM jsonb_to_recordset(claims) AS f (product_id uuid, pieces int, reason text)
    )), instant, beyond ->> 'code', beyond -> 'parameters');
END $$;

-- The pieces that a sale has and the stock has not, each with the reason: [{product_id, name, pieces, reason}].
-- The caller holds the stock. Refuses a missing reason (reason_missing).
CREATE FUNCTION core.found_pieces(till storedesk.till_carts, in_hand jsonb, instant timestamp) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM jsonb_to_recordset(in_hand) AS f (reason text)
               WHERE coalesce(core.clean_words(f.reason, 200), '') = '') THEN
        PERFORM core.refuse('reason_missing');
    END IF;

    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'product_id', w.product_id, 'name', w.name, 'pieces', w.wanted - w.available, 'reason', (
                SELECT min(core.clean_words(f.reason, 200))
                FROM jsonb_to_recordset(in_hand) AS f (product_id uuid, reason text)
                WHERE f.product_id = w.product_id
            )
        )), '[]')
        FROM core.wanted(till, instant) AS w WHERE w.wanted > w.available
    );
END $$;

-- Adjusts the stock by the pieces that a quoted sale lacks: those that the cashier has in hand, and those that
-- another program's order has taken since. The count is wrong and not the sale, so the stock is adjusted by
-- exactly what is missing, and the audit trail gets one row a product for the manager, with how many pieces were
-- claimed in the quote. Answers the names. The caller holds the stock.
CREATE FUNCTION core.find_missing(till storedesk.till_carts, actor uuid, instant timestamp) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    names jsonb := '[]';
    short record;
BEGIN
    FOR short IN
        SELECT w.product_id, w.name, w.wanted - w.available AS pieces,
               coalesce(q.found_reason, 'promised elsewhere after it was quoted') AS reason,
               least(q.found_quantity, w.wanted - w.available) AS claimed, q.found_by, q.found_approved_by
        FROM core.wanted(till, instant) AS w
        LEFT JOIN storedesk.till_quotes AS q ON q.order_id = till.order_id AND q.product_id = w.product_id
        WHERE w.wanted > w.available
    LOOP
        PERFORM core.move_stock(short.product_id, NULL, 'adjust', short.pieces, 'found at till: ' || short.reason,
                                actor => actor, instant => instant);
        PERFORM core.audit('found_at_till', 'product', short.product_id, NULL, jsonb_build_object(
            'order_id', till.order_id, 'pieces', short.pieces, 'reason', short.reason,
            'claimed', coalesce(short.claimed, 0), 'found_by', short.found_by, 'approved_by', short.found_approved_by
        ));
        names := names || to_jsonb(short.name);
    END LOOP;

    RETURN names;
END $$;
