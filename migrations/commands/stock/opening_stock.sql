-- The first stock of many products, as an import brings it.

-- Writes the first stock of many products, from 0 to its number each: two statements, however many there are.
-- Answers how many products got stock; those with 0 stay as they are. Refuses lists that do not fit each other
-- (lists_differ), levels that no product has (bad_quantity), products that are unknown or already have a ledger
-- (already_stocked), a missing reason (reason_missing), and one that takes pieces away (reason_takes).
CREATE FUNCTION core.import_opening_stock(
    products uuid[], levels int[], reason text, actor uuid, instant timestamp
) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wanted int := (SELECT count(*) FROM unnest(levels) AS level WHERE level <> 0);
    stocked int;
BEGIN
    IF cardinality(products) <> cardinality(levels)
        OR (SELECT count(DISTINCT p) FROM unnest(products) AS p) <> cardinality(products) THEN
        PERFORM core.refuse('lists_differ');
    END IF;

    PERFORM core.check_quantities(levels, 0, 'on_hand');

    IF core.clean_words(reason, 255) IS NULL THEN
        PERFORM core.refuse('reason_missing');
    END IF;

    PERFORM core.check_reason(NULL, 'set', wanted, reason);
    PERFORM core.hold_stock(products);

    WITH moved AS (
        UPDATE public.inventory AS i
        SET stock_level = o.level, updated_at = instant
        FROM unnest(products, levels) AS o (product, level)
        WHERE i.product_id = o.product AND o.level <> 0 AND i.stock_level = 0
          AND NOT EXISTS (SELECT FROM public.inventory_audit_log AS a WHERE a.inventory_id = i.id)
        RETURNING i.id, i.product_id, i.stock_level
    )
    INSERT INTO public.inventory_audit_log (
        inventory_id, product_id, previous_value, new_value, adjustment,
        reason, operation_type, user_id, created_at
    )
    SELECT m.id, m.product_id, 0, m.stock_level, m.stock_level, btrim(reason), 'set', actor, instant
    FROM moved AS m;
    GET DIAGNOSTICS stocked = ROW_COUNT;

    IF stocked <> wanted THEN
        PERFORM core.refuse('already_stocked', jsonb_build_object('count', wanted - stocked));
    END IF;

    RETURN stocked;
END $$;

-- Writes the first stock of many products: see core.import_opening_stock.
CREATE FUNCTION api.import_opening_stock(request uuid, products uuid[], levels int[], reason text) RETURNS int
LANGUAGE command AS $$
BEGIN
    PERFORM core.hold_stock(products);
    answer := to_jsonb(
        core.import_opening_stock(products, levels, reason, actor => me, instant => core.now())
    );
END $$;
