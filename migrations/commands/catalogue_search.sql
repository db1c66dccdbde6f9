-- Finding products: one text for each, with all the words that people look for it by.

-- Writes anew what some products are found by: name, categories, sizes, colours and codes, in small
-- letters, with a blank before every word; and whether they are sold.
CREATE FUNCTION core.index_products(products uuid[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO storedesk.product_search AS s (product_id, words, on_sale)
    SELECT p.id,
           ' ' || lower(concat_ws(' ', p.name, a.name, b.name, c.name, v.words, k.words)),
           p.status = 'active' AND NOT p.is_deleted
               AND a.is_active AND coalesce(b.is_active, true) AND coalesce(c.is_active, true)
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
    ON CONFLICT (product_id) DO UPDATE SET words = excluded.words, on_sale = excluded.on_sale
    WHERE (s.words, s.on_sale) IS DISTINCT FROM (excluded.words, excluded.on_sale)
$$;

-- Refuses to have products on sale where nobody sees them (category_not_shown). The caller holds their
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

-- A product's categories are held before it is indexed, and a category's products never are: whoever
-- renames a category holds that alone, so that the two cannot wait for each other.
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

-- A category's name and state are those of everything in it. Its row is held, and who changes a product
-- meanwhile waits for it before writing that product's words.
CREATE FUNCTION core.index_categories() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    inside uuid[];
BEGIN
    PERFORM core.check_sight();

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

-- The products that have all of some words, in any order and any place; one or two letters begin a
-- word. With `fuzzy`, words that are nearly there do, and the nearest product comes first.
-- It looks where the asker may not: policies keep trigram indexes from being used, so what a cashier
-- may not see is left out here.
CREATE FUNCTION api.find_products(words text[], fuzzy boolean DEFAULT false) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200
SET search_path = pg_catalog, pg_temp SET pg_trgm.word_similarity_threshold = 0.45 AS $$
DECLARE
    sees_all boolean := core.belongs('clerk') OR core.belongs('auditor') OR core.belongs('admin') OR core.belongs('system');
    wanted text[] := (SELECT array_agg(lower(btrim(w))) FROM unnest(words) AS w WHERE btrim(w) <> '');
    condition text;
BEGIN
    IF wanted IS NULL THEN
        RETURN;
    END IF;

    SELECT string_agg(format(
        CASE WHEN fuzzy THEN '%L OPERATOR(storedesk.<%%) s.words' ELSE 's.words LIKE %L' END,
        CASE WHEN fuzzy THEN w
             WHEN length(w) < 3 THEN '% ' || regexp_replace(w, '([\\%_])', '\\\1', 'g') || '%'
             ELSE '%' || regexp_replace(w, '([\\%_])', '\\\1', 'g') || '%' END
    ), ' AND ') INTO condition
    FROM unnest(wanted) AS w;

    RETURN QUERY EXECUTE format(
        'SELECT s.product_id FROM storedesk.product_search AS s WHERE %s AND ($1 OR s.on_sale)%s',
        condition,
        CASE WHEN fuzzy THEN format(
            ' ORDER BY storedesk.word_similarity(%L, s.words) DESC, s.product_id LIMIT 200',
            array_to_string(wanted, ' '))
        ELSE '' END
    ) USING sees_all;
END $$;
