-- What a piece costs the store: typed, received with the goods, or imported. Each cost holds from the beginning of the
-- store's day on which it was written, until the next one.

CREATE TRIGGER append_only BEFORE UPDATE ON storedesk.product_costs
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.product_costs
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();

-- The newest cost of a product, or of one of its variants alone; null where there is none.
CREATE FUNCTION core.newest_cost(product uuid, variant uuid) RETURNS numeric
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT c.cost_amount FROM storedesk.product_costs AS c
        WHERE c.product_id = product AND c.variant_id IS NOT DISTINCT FROM variant
        ORDER BY c.valid_from DESC, c.seq DESC LIMIT 1
    );
END $$;

-- A cost for storage, or null. Refuses less than zero (bad_amount), and what exact refuses.
CREATE FUNCTION core.exact_cost(cost numeric) RETURNS numeric
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF cost < 0 THEN
        PERFORM core.refuse('bad_amount');
    END IF;

    RETURN CASE WHEN cost IS NOT NULL THEN core.exact(cost, (SELECT s.currency FROM storedesk.store_settings AS s)) END;
END $$;

-- Writes down what products cost from today on, and who said so; a cost that is the newest already is not written
-- again. `variants` may have nulls. Answers how many were written. Refuses what exact_cost refuses, products and
-- variants that are not there (product_not_found, variant_not_found), and lists that do not fit (lists_differ).
CREATE FUNCTION core.write_costs(
    products uuid[], variants uuid[], costs numeric[], source text, actor uuid, instant timestamp
) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    bad record;
    change record;
    written int := 0;
BEGIN
    IF cardinality(products) IS DISTINCT FROM cardinality(costs)
        OR cardinality(products) IS DISTINCT FROM cardinality(variants)
        OR (SELECT count(*) FROM (SELECT DISTINCT * FROM unnest(products, variants)) AS d) <> cardinality(products) THEN
        PERFORM core.refuse('lists_differ');
    END IF;

    SELECT l.product, CASE WHEN p.id IS NOT NULL THEN l.variant END AS variant INTO bad
    FROM unnest(products, variants) WITH ORDINALITY AS l (product, variant, place)
    LEFT JOIN public.products AS p ON p.id = l.product
    LEFT JOIN public.product_variants AS v ON v.id = l.variant AND v.product_id = l.product
    WHERE p.id IS NULL OR (l.variant IS NOT NULL AND v.id IS NULL)
    ORDER BY l.place LIMIT 1;

    IF bad.variant IS NOT NULL THEN
        PERFORM core.not_found('variant_not_found', jsonb_build_object('variant', bad.variant));
    ELSIF FOUND THEN
        PERFORM core.not_found('product_not_found', jsonb_build_object('product', bad.product));
    END IF;

    FOR change IN
        WITH wanted AS MATERIALIZED (
            SELECT l.product, l.variant, core.exact_cost(l.cost) AS cost,
                   core.newest_cost(l.product, l.variant) AS was, l.place
            FROM unnest(products, variants, costs) WITH ORDINALITY AS l (product, variant, cost, place)
        ), made AS (
            INSERT INTO storedesk.product_costs (
                product_id, variant_id, cost_amount, valid_from, source, created_by, created_at
            )
            SELECT w.product, w.variant, w.cost, core.day_start(instant), write_costs.source, actor, instant
            FROM wanted AS w WHERE w.cost IS DISTINCT FROM w.was ORDER BY w.place
            RETURNING product_id, variant_id
        )
        SELECT w.product, v.sku, w.was, w.cost
        FROM made AS m JOIN wanted AS w ON w.product = m.product_id AND w.variant IS NOT DISTINCT FROM m.variant_id
        LEFT JOIN public.product_variants AS v ON v.id = w.variant
        ORDER BY w.place
    LOOP
        PERFORM core.audit(
            'cost', 'product', change.product,
            jsonb_build_object('cost', change.was::text, 'sku', change.sku),
            jsonb_build_object('cost', change.cost::text, 'sku', change.sku, 'source', write_costs.source)
        );
        written := written + 1;
    END LOOP;

    RETURN written;
END $$;

-- Writes down what received products cost, where that is said. Refuses what write_costs refuses.
CREATE FUNCTION core.receive_costs(products uuid[], costs numeric[], actor uuid, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF cardinality(products) <> cardinality(costs) THEN
        PERFORM core.refuse('lists_differ');
    END IF;

    PERFORM core.write_costs(
        array_agg(l.product ORDER BY l.place), array_agg(NULL::uuid), array_agg(l.cost ORDER BY l.place),
        'received', actor, instant
    )
    FROM unnest(products, costs) WITH ORDINALITY AS l (product, cost, place)
    WHERE l.cost IS NOT NULL;
END $$;

-- Says what a piece of a product costs the store from today on, or of one of its variants; null: that it is not known
-- any more, or not for this variant alone. Answers how many costs were written, 0 where it was known. Refuses what
-- write_costs refuses.
CREATE FUNCTION api.set_cost(request uuid, product uuid, variant uuid, cost numeric) RETURNS int
LANGUAGE command AS $$
BEGIN
    answer := to_jsonb(core.write_costs(
        ARRAY[product], ARRAY[variant], ARRAY[cost], 'typed', actor => me, instant => core.now()
    ));
END $$;

-- Says what pieces of many products cost the store from today on, as an import brings it. Answers how many costs were
-- written. Refuses a missing cost (bad_amount), and what write_costs refuses.
CREATE FUNCTION api.import_costs(request uuid, products uuid[], variants uuid[], costs numeric[]) RETURNS int
LANGUAGE command AS $$
BEGIN
    IF array_position(costs, NULL) IS NOT NULL THEN
        PERFORM core.refuse('bad_amount');
    END IF;

    answer := to_jsonb(core.write_costs(
        products, variants, costs, 'imported', actor => me, instant => core.now()
    ));
END $$;
