-- Finding products: one text for each, with all the words by which people look for it.

-- Writes the texts by which some products are found: name, categories, sizes, colors and codes; and whether they
-- are sold. Of what it writes the ranges do not know: see range_products.
CREATE FUNCTION core.index_products(products uuid[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH written AS (
        INSERT INTO storedesk.product_search AS s (product_id, words, on_sale, name, is_deleted)
        SELECT p.id,
               storedesk.search_words(concat_ws(' ', p.name, a.name, b.name, c.name, v.words, k.words)),
               p.status = 'active' AND NOT p.is_deleted
                   AND a.is_active AND coalesce(b.is_active, true) AND coalesce(c.is_active, true),
               p.name, p.is_deleted
        FROM public.products AS p
        JOIN public.categories AS a ON a.id = p.category_id
        LEFT JOIN public.categories AS b ON b.id = a.parent_category_id
        LEFT JOIN public.categories AS c ON c.id = b.parent_category_id
        LEFT JOIN LATERAL (
            SELECT string_agg(concat_ws(' ', v.size, v.color, v.sku), ' ' ORDER BY v.sku) AS words
            FROM public.product_variants AS v WHERE v.product_id = p.id
        ) AS v ON true
        LEFT JOIN LATERAL (
            SELECT string_agg(k.barcode, ' ' ORDER BY k.barcode) AS words
            FROM storedesk.product_barcodes AS k WHERE k.product_id = p.id
        ) AS k ON true
        WHERE p.id = ANY (products)
        ORDER BY p.id
        ON CONFLICT (product_id) DO UPDATE
        SET words = excluded.words, on_sale = excluded.on_sale, name = excluded.name, is_deleted = excluded.is_deleted
        WHERE (s.words, s.on_sale, s.name, s.is_deleted)
           <> (excluded.words, excluded.on_sale, excluded.name, excluded.is_deleted)
        RETURNING s.product_id
    )
    INSERT INTO storedesk.unranged_products (product_id)
    SELECT w.product_id FROM written AS w ORDER BY w.product_id
    ON CONFLICT (product_id) DO UPDATE SET change = excluded.change
$$;

-- Refuses products on sale in a category that is not shown (category_not_shown). The caller holds their
-- categories.
CREATE FUNCTION core.check_shown(products uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    hidden text;
BEGIN
    SELECT p.name INTO hidden
    FROM public.products AS p
    JOIN public.categories AS a ON a.id = p.category_id
    LEFT JOIN public.categories AS b ON b.id = a.parent_category_id
    LEFT JOIN public.categories AS c ON c.id = b.parent_category_id
    WHERE p.id = ANY (products) AND p.status = 'active'
      AND NOT (a.is_active AND coalesce(b.is_active, true) AND coalesce(c.is_active, true))
    LIMIT 1;

    IF FOUND THEN
        PERFORM core.refuse('category_not_shown', jsonb_build_object('name', hidden));
    END IF;
END $$;

-- Indexes new products. A product's categories are held before it is indexed, and a category's products never are:
-- who renames a category holds that alone, so that the two cannot wait for each other.
CREATE FUNCTION core.index_new_products() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    made uuid[] := (SELECT array_agg(n.id) FROM are AS n);
BEGIN
    IF made IS NOT NULL THEN
        PERFORM core.hold_categories(ARRAY(SELECT n.category_id FROM are AS n));
        PERFORM core.check_shown(made), core.index_products(made);
    END IF;

    RETURN NULL;
END $$;

-- Indexes the products whose name, category or state changed. Refuses to put one on sale in a category that is not
-- shown (check_shown).
CREATE FUNCTION core.index_changed_products() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    changed uuid[] := (
        SELECT array_agg(n.id) FROM were AS o JOIN are AS n USING (id)
        WHERE (n.name, n.category_id, n.status, n.is_deleted) <> (o.name, o.category_id, o.status, o.is_deleted)
    );
    placed uuid[] := (
        SELECT array_agg(n.id) FROM were AS o JOIN are AS n USING (id)
        WHERE (n.category_id, n.status) <> (o.category_id, o.status)
    );
BEGIN
    IF changed IS NOT NULL THEN
        PERFORM core.hold_categories(ARRAY(SELECT n.category_id FROM are AS n WHERE n.id = ANY (changed)));
        PERFORM core.check_shown(placed), core.index_products(changed);
    END IF;

    RETURN NULL;
END $$;

-- Indexes the products of a category whose name, state or place changed. The row of the category is held, and who
-- changes a product meanwhile waits for it before writing that product's words.
CREATE FUNCTION core.index_categories() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    inside uuid[];
BEGIN
    PERFORM core.check_isolation();

    WITH RECURSIVE subtree (id) AS (
        SELECT n.id FROM were AS o JOIN are AS n USING (id)
        WHERE (n.name, n.is_active, n.parent_category_id) IS DISTINCT FROM (o.name, o.is_active, o.parent_category_id)
        UNION
        SELECT c.id FROM public.categories AS c JOIN subtree AS s ON c.parent_category_id = s.id
    )
    SELECT array_agg(p.id) INTO inside
    FROM public.products AS p WHERE p.category_id IN (SELECT s.id FROM subtree AS s);

    IF inside IS NOT NULL THEN
        PERFORM core.index_products(inside);
    END IF;

    RETURN NULL;
END $$;

CREATE TRIGGER index_new AFTER INSERT ON public.products REFERENCING NEW TABLE AS are
FOR EACH STATEMENT EXECUTE FUNCTION core.index_new_products();

CREATE TRIGGER index_changed AFTER UPDATE ON public.products REFERENCING OLD TABLE AS were NEW TABLE AS are
FOR EACH STATEMENT EXECUTE FUNCTION core.index_changed_products();

CREATE TRIGGER index_changed AFTER UPDATE ON public.categories REFERENCING OLD TABLE AS were NEW TABLE AS are
FOR EACH STATEMENT EXECUTE FUNCTION core.index_categories();

-- Loads pg_trgm, without which nobody but a superuser may name its settings.
DO $$ BEGIN PERFORM storedesk.show_trgm(''); END $$;

-- Tells whether the asker may see what is not on sale.
CREATE FUNCTION core.sees_all_products() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT core.belongs('clerk') OR core.belongs('auditor') OR core.belongs('admin') OR core.belongs('system')
$$;

-- The products that have all of some words. With `fuzzy`, words that are nearly right are enough, and the nearest
-- product comes first. It reads past the policies, which keep trigram indexes from being used, and leaves out
-- itself what a cashier may not see.
CREATE FUNCTION api.find_products(words text[], fuzzy boolean DEFAULT false) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200
SET search_path = pg_catalog, pg_temp SET pg_trgm.word_similarity_threshold = 0.45 AS $$
DECLARE
    sees_all boolean := core.sees_all_products();
    wanted text[] := core.sought(words);
    condition text;
BEGIN
    IF wanted IS NULL THEN
        RETURN;
    END IF;

    condition := core.has_all(words, 's.words');

    IF fuzzy THEN
        SELECT string_agg(format('%L OPERATOR(storedesk.<%%) s.words', w), ' AND ') INTO condition
        FROM unnest(wanted) AS w;
    END IF;

    RETURN QUERY EXECUTE format(
        'SELECT s.product_id FROM storedesk.product_search AS s WHERE %s AND ($1 OR s.on_sale)%s',
        condition,
        CASE WHEN fuzzy THEN format(
            ' ORDER BY storedesk.word_similarity(%L, s.words) DESC, s.product_id LIMIT 200',
            array_to_string(wanted, ' '))
        ELSE '' END
    ) USING sees_all;
END $$;

-- The first products that have all of some words, by name, without deleted ones: up to `most`, and without what is
-- not on sale, unless `sees_all`. Which ranges of names
-- may have them is told by their letters (range_products): those are read in order in ix_product_search_name, which
-- has names and words (but for a product with more words than a row of an index takes: that is looked up), and
-- products of which the ranges do not know are looked at one by one. In a small store, where too many products are
-- unknown, and where the ranges are many and the products few, there are two other ways. Words that many products
-- have are met soon in that index from its beginning; the products of rare words are all fetched and sorted. The first
-- of the two is taken if it promises to be short, and given up after four times as many products as have the words:
-- even if they all lie at the end, it then has cost about what the second does. Not STABLE, since only a volatile
-- function may ask for a plan.
CREATE FUNCTION core.first_products(
    words text[], most int, descending boolean, sees_all boolean
) RETURNS SETOF uuid
LANGUAGE plpgsql ROWS 100 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    by_name text := format('ORDER BY s.name_key %1$s, s.name %1$s, s.product_id %1$s LIMIT ',
                           CASE WHEN descending THEN 'DESC' ELSE 'ASC' END);
    has_words text := core.has_all(words, 's.words');
    has_brief text := 'CASE WHEN s.words IS NOT NULL THEN ' || has_words || ' ELSE EXISTS (SELECT FROM ('
                      'SELECT p.words FROM storedesk.product_search AS p WHERE p.product_id = s.product_id'
                      ') AS s WHERE ' || has_words || ') END ';
    every text := 'SELECT s.product_id, s.name_key, s.name FROM storedesk.product_search AS s '
                  'WHERE NOT s.is_deleted AND ($1 OR s.on_sale) AND ' || has_words;
    total real := (SELECT c.reltuples FROM pg_class AS c WHERE c.oid = 'storedesk.product_search'::regclass);
    plan json;
    likely bigint;
    letters text[] := core.grams(words);
    ranges int[];
    enough bigint;
    met uuid[];
BEGIN
    IF every IS NULL THEN  -- no words
        RETURN;
    END IF;

    EXECUTE 'EXPLAIN (FORMAT JSON) ' || every INTO plan USING sees_all;
    likely := greatest(1, (plan -> 0 -> 'Plan' ->> 'Plan Rows')::bigint);

    IF letters IS NOT NULL AND total > 30000 AND core.are_ranged() THEN
        ranges := coalesce(core.ranges_with(letters), '{}');
        enough := 16 + 4 * cardinality(ranges)::bigint * most / likely;

        IF least(enough, cardinality(ranges)) <= greatest(16, likely / 40) THEN
            EXECUTE core.ranged(has_words, has_brief, by_name, most) INTO met
            USING sees_all, CASE WHEN descending THEN ranges[greatest(1, cardinality(ranges) - enough + 1):]
                ELSE ranges[:enough] END;

            IF cardinality(ranges) <= enough OR cardinality(met) = most THEN
                RETURN QUERY SELECT m FROM unnest(met) AS m;
                RETURN;
            END IF;
        END IF;
    END IF;

    met := NULL;

    IF 4.0 * likely * likely >= most * total THEN
        EXECUTE 'SELECT ARRAY(SELECT s.product_id FROM ('
            || 'SELECT s.product_id, s.name_key, s.name, s.on_sale, s.brief AS words '
            || 'FROM storedesk.product_search AS s WHERE NOT s.is_deleted '
            || by_name || 4 * likely || ') AS s WHERE ($1 OR s.on_sale) AND ' || has_brief || by_name || most || ')'
        INTO met USING sees_all;
    END IF;

    IF cardinality(met) = most THEN
        RETURN QUERY SELECT m FROM unnest(met) AS m;
    ELSE
        RETURN QUERY EXECUTE 'SELECT s.product_id FROM (' || every || ' OFFSET 0) AS s ' || by_name || most
        USING sees_all;
    END IF;
END $$;

-- The first products that have all of some words, by name: see core.first_products. What a cashier may not see is left
-- out.
CREATE FUNCTION api.first_products(words text[], most int, descending boolean DEFAULT false) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sees_all boolean := core.sees_all_products();
BEGIN
    RETURN QUERY SELECT f FROM core.first_products(words, most, descending, sees_all) AS f;
END $$;
