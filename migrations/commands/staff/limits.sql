-- Limits: how far the members of a group go without a manager. They are rows of storedesk.limits, so that an
-- administrator may change them; a kind that is new is added at each upgrade.

-- The limit of a new store, in its currency; other limits are the same everywhere.
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
        WHEN 'credit_day_amount' THEN 500 * unit           -- of gift cards that one person issues in a business day
        WHEN 'discount_percent' THEN 10                    -- of what a line or a sale costs, given off at the till
        WHEN 'open_price_least_amount' THEN 0.10 * unit    -- of a price that is asked at the till
        WHEN 'open_price_most_amount' THEN 100 * unit
        WHEN 'drawer_shift_times' THEN 5                       -- of the drawer without a sale, by one person in a shift
    END;
END $$;

-- Adds the limits that the store lacks: all in a new store, at an upgrade those that are new.
CREATE FUNCTION core.add_limits() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO storedesk.limits (group_name, kind, value)
    SELECT 'cashier', k.kind, core.usual_limit(k.kind, s.currency)
    FROM storedesk.store_settings AS s, unnest(ARRAY[
        'refund_amount', 'refund_day_amount', 'refund_damaged_day_amount', 'found_product_pieces', 'found_day_pieces',
        'drawer_shift_times', 'credit_day_amount', 'discount_percent', 'open_price_least_amount',
        'open_price_most_amount'
    ]) AS k (kind)
    ON CONFLICT DO NOTHING
$$;

-- How far the asker may go: the largest value of their groups; 0 where no group has one. Null for a manager, who
-- has no limit.
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

-- The limits of the asker, {kind: value}; empty for a manager.
CREATE FUNCTION core.my_limits() RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE WHEN core.belongs('manager') THEN '{}' ELSE (
        SELECT coalesce(jsonb_object_agg(k.kind, core.limit_of(k.kind)::text), '{}')
        FROM (SELECT DISTINCT l.kind FROM storedesk.limits AS l) AS k
    ) END;
END $$;

-- Sets a limit, and writes into the audit trail who did and what it was. Refuses a kind that does not exist
-- (limit_not_found), less than zero or parts of what is counted (bad_amount), and what exact refuses.
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

    IF amount IS NULL OR amount < 0 OR (wanted NOT LIKE '%\_amount' AND amount <> trunc(amount))
       OR (wanted LIKE '%\_percent' AND amount > 100) THEN
        PERFORM core.refuse('bad_amount');
    END IF;

    IF amount <> was THEN
        UPDATE storedesk.limits AS l SET value = amount WHERE l.group_name = team AND l.kind = wanted;
        PERFORM core.audit('change', 'limit', NULL,
                           jsonb_build_object('group', team, 'kind', wanted, 'value', was::text),
                           jsonb_build_object('group', team, 'kind', wanted, 'value', round(amount, 2)::text));
    END IF;
END $$;

-- Gives a new store its limits; after a change of currency, the limits in money are the usual ones of the new
-- currency.
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

-- Sets several limits of a group at once: see core.set_limit. Refuses lists of different lengths (lists_differ).
CREATE FUNCTION api.set_limits(request uuid, group_name text, kinds text[], amounts numeric[]) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    IF coalesce(cardinality(kinds), 0) <> coalesce(cardinality(amounts), 0) THEN
        PERFORM core.refuse('lists_differ');
    END IF;

    PERFORM core.set_limit(group_name, l.kind, l.amount)
    FROM unnest(kinds, amounts) AS l (kind, amount) ORDER BY l.kind;
END $$;
