-- Limits: how far people of a group go without a manager. They are rows of storedesk.limits, so that an
-- administrator may move them; a kind that is new is added at each upgrade.

-- What a limit is in a store that nobody has set it for: in a currency, and the same for pieces everywhere.
CREATE FUNCTION core.usual_limit(kind text, currency text) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    unit numeric := CASE core.digits(currency) WHEN 0 THEN 100 ELSE 1 END;
BEGIN
    RETURN CASE kind
        WHEN 'refund_amount' THEN 50 * unit                -- of one return
        WHEN 'refund_day_amount' THEN 200 * unit           -- of all that one person gives back in a business day
        WHEN 'refund_damaged_day_amount' THEN 0            -- of that, for pieces that do not go back to the shelf
        WHEN 'found_product_pieces' THEN 5                 -- of one product that one person finds in a business day
        WHEN 'found_day_pieces' THEN 25                    -- and of all products
    END;
END $$;

-- Adds the limits that the store lacks: of a new store all, at an upgrade what is new.
CREATE FUNCTION core.add_limits() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO storedesk.limits (group_name, kind, value)
    SELECT 'cashier', k.kind, core.usual_limit(k.kind, s.currency)
    FROM storedesk.store_settings AS s, unnest(ARRAY[
        'refund_amount', 'refund_day_amount', 'refund_damaged_day_amount', 'found_product_pieces', 'found_day_pieces'
    ]) AS k (kind)
    ON CONFLICT DO NOTHING
$$;

-- How far whoever signed in may go: the largest value of their groups; nothing where no group has one.
-- Null for a manager, who needs nobody.
CREATE FUNCTION core.limit_of(wanted text) RETURNS numeric
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF core.belongs('manager') THEN
        RETURN NULL;
    END IF;

    RETURN coalesce((
        SELECT max(l.value) FROM storedesk.limits AS l WHERE l.kind = wanted AND core.belongs(l.group_name)
    ), 0);
END $$;

-- The limits of whoever signed in, {kind: value}; empty for a manager.
CREATE FUNCTION core.my_limits() RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE WHEN core.belongs('manager') THEN '{}' ELSE (
        SELECT coalesce(jsonb_object_agg(k.kind, core.limit_of(k.kind)::text), '{}')
        FROM (SELECT DISTINCT l.kind FROM storedesk.limits AS l) AS k
    ) END;
END $$;

-- When the business day of an instant began, by the store's clock.
CREATE FUNCTION core.day_start(instant timestamp) RETURNS timestamp
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT core.business_day(instant)::timestamp AT TIME ZONE s.time_zone AT TIME ZONE 'UTC'
        FROM storedesk.store_settings AS s
    );
END $$;

-- Sets a limit, and writes down who did and what it was. Refuses what is none (limit_not_found), less than
-- nothing or parts of a piece (bad_amount), and what exact refuses.
CREATE FUNCTION core.set_limit(team text, wanted text, amount numeric) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    was numeric;
BEGIN
    SELECT l.value INTO was FROM storedesk.limits AS l
    WHERE l.group_name = team AND l.kind = wanted FOR NO KEY UPDATE;

    IF NOT FOUND THEN
        PERFORM core.not_found('limit_not_found');
    END IF;

    PERFORM core.exact(amount, (SELECT s.currency FROM storedesk.store_settings AS s));

    IF amount IS NULL OR amount < 0 OR (wanted LIKE '%\_pieces' AND amount <> trunc(amount)) THEN
        PERFORM core.refuse('bad_amount');
    END IF;

    IF amount <> was THEN
        UPDATE storedesk.limits AS l SET value = amount WHERE l.group_name = team AND l.kind = wanted;
        PERFORM core.audit('change', 'limit', NULL, jsonb_build_object('group', team, 'kind', wanted, 'value', was::text),
                          jsonb_build_object('group', team, 'kind', wanted, 'value', round(amount, 2)::text));
    END IF;
END $$;

-- A new store has its limits; in another currency the old amounts mean nothing.
CREATE FUNCTION core.follow_currency() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    changed record;
BEGIN
    PERFORM core.add_limits();

    IF tg_op = 'UPDATE' THEN
        FOR changed IN SELECT l.group_name, l.kind FROM storedesk.limits AS l WHERE l.kind LIKE '%\_amount' LOOP
            PERFORM core.set_limit(changed.group_name, changed.kind, core.usual_limit(changed.kind, NEW.currency));
        END LOOP;
    END IF;

    RETURN NULL;
END $$;

CREATE TRIGGER add_limits AFTER INSERT ON storedesk.store_settings
FOR EACH ROW EXECUTE FUNCTION core.follow_currency();

CREATE TRIGGER follow_currency AFTER UPDATE ON storedesk.store_settings
FOR EACH ROW WHEN (NEW.currency <> OLD.currency) EXECUTE FUNCTION core.follow_currency();

-- ---------- pieces that somebody finds at a till, whatever the count says

-- What somebody has found in the business day, at whatever till, and holds as found in live quotes but for one
-- sale's: [{product_id, pieces}]. What came back to the shelf since was found all the same.
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

-- Why pieces that are to be found, [{product_id, name, pieces, reason}], are a manager's to allow:
-- {code, parameters}; null where they are not.
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

-- Has pieces found that the count denies, and answers with who allowed it: nobody where it is within the limits
-- of whoever asks. Of two by one person at once, the second waits here, so that both count. `kept` is what was
-- allowed this sale before, [{product_id, pieces, approved_by}]. The approval is of "find_pieces" and {order_id,
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

-- ---------- what staff may call

CREATE FUNCTION api.set_limit(request uuid, group_name text, kind text, value numeric) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.set_limit(group_name, kind, value);
END $$;
