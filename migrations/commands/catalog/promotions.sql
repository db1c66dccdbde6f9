-- Promotions: lower prices for some days of the store's calendar, its first and its last one whole. What an item costs
-- is said by storedesk.price_on; a promotion that is changed or ended is so from then on, and what was sold stays sold.

-- Refuses what no promotion can be: one without a name (promotion_nameless), that takes off nothing or everything, or
-- has no such price (promotion_value), a price that the currency does not have (money_not_exact), one without days or
-- that ends before it begins (promotion_days), that is over before it is saved (promotion_over), that is for nothing
-- (promotion_empty) or for too much (too_many), and what clean_words and exact refuse. Answers its name.
CREATE FUNCTION core.clean_promotion(
    name text, kind text, value numeric, first_day date, last_day date, number int, currency text, today date
) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    clean text := core.clean_words(name, 100);
BEGIN
    IF clean IS NULL THEN
        PERFORM core.refuse('promotion_nameless');
    ELSIF kind IS NULL OR kind NOT IN ('percent', 'price', 'amount') OR value IS NULL OR value = 'NaN' OR value <= 0
        OR (kind = 'percent' AND (value >= 100 OR value <> round(value, 2))) THEN
        PERFORM core.refuse('promotion_value');
    ELSIF first_day IS NULL OR last_day IS NULL OR first_day > last_day
        OR NOT storedesk.is_day(first_day) OR NOT storedesk.is_day(last_day) THEN
        PERFORM core.refuse('promotion_days');
    ELSIF last_day < today THEN
        PERFORM core.refuse('promotion_over');
    ELSIF number = 0 THEN
        PERFORM core.refuse('promotion_empty');
    END IF;

    PERFORM core.check_many(number, 'promotion_items'),
            CASE WHEN kind <> 'percent' THEN core.exact(value, currency) END;

    RETURN clean;
END $$;

-- Writes what a promotion is for, in place of what it was for. Each of it counts once. Refuses categories, products and
-- variants that are not there (category_not_found, product_not_found, variant_not_found).
CREATE FUNCTION core.write_promotion_items(
    promotion storedesk.promotions, categories uuid[], products uuid[], variants uuid[]
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    missing uuid;
BEGIN
    SELECT l.id INTO missing FROM unnest(categories) AS l (id)
    WHERE NOT EXISTS (SELECT FROM public.categories AS c WHERE c.id = l.id) LIMIT 1;

    IF FOUND THEN
        PERFORM core.not_found('category_not_found', jsonb_build_object('category', missing));
    END IF;

    SELECT l.id INTO missing FROM unnest(products) AS l (id)
    WHERE NOT EXISTS (SELECT FROM public.products AS p WHERE p.id = l.id AND NOT p.is_deleted) LIMIT 1;

    IF FOUND THEN
        PERFORM core.not_found('product_not_found', jsonb_build_object('product', missing));
    END IF;

    SELECT l.id INTO missing FROM unnest(variants) AS l (id)
    WHERE NOT EXISTS (SELECT FROM public.product_variants AS v WHERE v.id = l.id) LIMIT 1;

    IF FOUND THEN
        PERFORM core.not_found('variant_not_found', jsonb_build_object('variant', missing));
    END IF;

    DELETE FROM storedesk.promotion_items AS i WHERE i.promotion_id = promotion.id;
    INSERT INTO storedesk.promotion_items (promotion_id, first_day, last_day, category_id, product_id, variant_id)
    SELECT promotion.id, promotion.first_day, promotion.last_day, l.category, l.product, l.variant
    FROM (
        SELECT c.id AS category, NULL::uuid AS product, NULL::uuid AS variant FROM unnest(categories) AS c (id)
        UNION SELECT NULL, p.id, NULL FROM unnest(products) AS p (id)
        UNION SELECT NULL, NULL, v.id FROM unnest(variants) AS v (id)
    ) AS l;
END $$;

-- A promotion as the audit trail keeps it.
CREATE FUNCTION core.promotion_document(promotion uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object(
            'name', p.name, 'kind', p.kind, 'value', p.value::text, 'first_day', p.first_day, 'last_day', p.last_day,
            'ended_at', p.ended_at, 'items', (
                SELECT coalesce(jsonb_agg(coalesce(c.name, g.name, v.sku)::text
                                          ORDER BY coalesce(c.name, g.name, v.sku) COLLATE "C"), '[]')
                FROM storedesk.promotion_items AS i
                LEFT JOIN public.categories AS c ON c.id = i.category_id
                LEFT JOIN public.products AS g ON g.id = i.product_id
                LEFT JOIN public.product_variants AS v ON v.id = i.variant_id
                WHERE i.promotion_id = p.id
            )
        )
        FROM storedesk.promotions AS p WHERE p.id = promotion
    );
END $$;

-- Holds a promotion as somebody saw it. Refuses promotion_not_found, a version that it no longer has
-- (changed_meanwhile), and one that is over or was ended (promotion_over).
CREATE FUNCTION core.hold_promotion(promotion uuid, seen int, today date) RETURNS storedesk.promotions
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held storedesk.promotions;
BEGIN
    SELECT * INTO held FROM storedesk.promotions AS p WHERE p.id = promotion FOR NO KEY UPDATE;

    IF NOT FOUND THEN
        PERFORM core.not_found('promotion_not_found');
    ELSIF held.version IS DISTINCT FROM seen THEN
        PERFORM core.conflict('changed_meanwhile', jsonb_build_object('now', held.version));
    ELSIF held.ended_at IS NOT NULL OR held.last_day < today THEN
        PERFORM core.refuse('promotion_over');
    END IF;

    RETURN held;
END $$;

-- Makes a promotion: `value` percent off (percent), a price (price), or an amount off each piece (amount), from one
-- day of the store's calendar to another, both whole, for categories with all below them, products and variants.
-- Answers {promotion_id, version}. Refuses what clean_promotion and write_promotion_items refuse.
CREATE FUNCTION api.make_promotion(
    request uuid, name text, kind text, value numeric, first_day date, last_day date,
    categories uuid[], products uuid[], variants uuid[]
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    instant timestamp := core.now();
    currency text := (SELECT s.currency FROM storedesk.store_settings AS s);
    made storedesk.promotions;
    clean text;
BEGIN
    clean := core.clean_promotion(
        name, kind, value, first_day, last_day, number => coalesce(cardinality(categories), 0)
        + coalesce(cardinality(products), 0) + coalesce(cardinality(variants), 0),
        currency => currency, today => core.business_day(instant)
    );
    INSERT INTO storedesk.promotions (
        name, kind, value, digits, first_day, last_day, created_by, created_at, updated_at
    ) VALUES (clean, kind, value, core.digits(currency), first_day, last_day, me, instant, instant)
    RETURNING * INTO made;
    PERFORM core.write_promotion_items(made, categories, products, variants);
    PERFORM core.audit('make', 'promotion', made.id, NULL, core.promotion_document(made.id));
    answer := jsonb_build_object('promotion_id', made.id, 'version', made.version);
END $$;

-- Changes a promotion that is not over, from now on. Answers {promotion_id, version}. Refuses what hold_promotion,
-- clean_promotion and write_promotion_items refuse.
CREATE FUNCTION api.change_promotion(
    request uuid, promotion uuid, seen int, name text, kind text, value numeric, first_day date, last_day date,
    categories uuid[], products uuid[], variants uuid[]
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    instant timestamp := core.now();
    currency text := (SELECT s.currency FROM storedesk.store_settings AS s);
    held storedesk.promotions;
    before jsonb;
    clean text;
BEGIN
    held := core.hold_promotion(promotion, seen, core.business_day(instant));
    before := core.promotion_document(held.id);
    clean := core.clean_promotion(
        name, kind, value, first_day, last_day, number => coalesce(cardinality(categories), 0)
        + coalesce(cardinality(products), 0) + coalesce(cardinality(variants), 0),
        currency => currency, today => core.business_day(instant)
    );
    UPDATE storedesk.promotions AS p
    SET name = clean, kind = change_promotion.kind, value = change_promotion.value,
        digits = core.digits(currency), first_day = change_promotion.first_day,
        last_day = change_promotion.last_day, version = p.version + 1, updated_at = greatest(instant, p.created_at)
    WHERE p.id = held.id
    RETURNING * INTO held;
    PERFORM core.write_promotion_items(held, categories, products, variants);
    PERFORM core.audit('change', 'promotion', held.id, before, core.promotion_document(held.id));
    answer := jsonb_build_object('promotion_id', held.id, 'version', held.version);
END $$;

-- Ends a promotion at once, before its last day is over; one that has not begun never begins. Answers {promotion_id,
-- version}. Refuses what hold_promotion refuses.
CREATE FUNCTION api.end_promotion(request uuid, promotion uuid, seen int) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    instant timestamp := core.now();
    held storedesk.promotions;
    before jsonb;
BEGIN
    held := core.hold_promotion(promotion, seen, core.business_day(instant));
    before := core.promotion_document(held.id);
    UPDATE storedesk.promotions AS p
    SET ended_at = instant, version = p.version + 1, updated_at = greatest(instant, p.created_at)
    WHERE p.id = held.id
    RETURNING * INTO held;
    PERFORM core.audit('end', 'promotion', held.id, before, core.promotion_document(held.id));
    answer := jsonb_build_object('promotion_id', held.id, 'version', held.version);
END $$;

-- Has promotions round as the store's currency does, which changes only before the first order.
CREATE FUNCTION core.round_promotions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE storedesk.promotions AS p SET digits = core.digits(NEW.currency)
    WHERE p.digits <> core.digits(NEW.currency);
    RETURN NULL;
END $$;

CREATE TRIGGER round_promotions AFTER UPDATE OF currency ON storedesk.store_settings
FOR EACH ROW WHEN (NEW.currency <> OLD.currency) EXECUTE FUNCTION core.round_promotions();
