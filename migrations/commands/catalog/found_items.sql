-- What the till finds while somebody types: products with those of their variants that fit, the best first.

-- The products on sale whose names begin with the first of some words, and that have all of them, by name: up to
-- `most`. Of names that begin so, no more than 10,000 are looked at.
CREATE FUNCTION core.first_named(words text[], most int) RETURNS uuid[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    beginning text := storedesk.letters((SELECT w.word FROM unnest(words) WITH ORDINALITY AS w (word, place)
                                         WHERE storedesk.folded(w.word) <> '' ORDER BY w.place LIMIT 1));
    has_words text := core.has_all(words, 's.words');
    found uuid[];
BEGIN
    EXECUTE format(
        'SELECT ARRAY(SELECT s.product_id FROM ('
        'SELECT s.product_id, s.on_sale, s.brief AS words FROM storedesk.product_search AS s '
        'WHERE NOT s.is_deleted AND s.name_key >= $1 AND s.name_key < $1 || chr(1114111) '
        'ORDER BY s.name_key, s.name, s.product_id LIMIT 10000) AS s '
        'WHERE s.on_sale AND CASE WHEN s.words IS NOT NULL THEN %1$s ELSE EXISTS (SELECT FROM ('
        'SELECT p.words FROM storedesk.product_search AS p WHERE p.product_id = s.product_id) AS s WHERE %1$s) END '
        'LIMIT $2)', has_words
    ) INTO found USING beginning, most;

    RETURN found;
END $$;

-- The first products on sale that have all of some words: those whose names begin with the first word, then, of twice
-- as many as are wanted, those that have the words in their names, then the others; each by name.
CREATE FUNCTION core.first_found(words text[], most int) RETURNS uuid[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    named uuid[] := core.first_named(words, most);
    wanted text[] := core.patterns(words, false);
BEGIN
    IF cardinality(named) >= most THEN
        RETURN named;
    END IF;

    RETURN named || ARRAY(
        SELECT f.id
        FROM core.first_products(words, 2 * most, false, false) WITH ORDINALITY AS f (id, place)
        JOIN storedesk.product_search AS s ON s.product_id = f.id
        WHERE f.id <> ALL (named)
        ORDER BY storedesk.search_words(s.name) LIKE ALL (wanted) DESC, f.place
        LIMIT most - cardinality(named)
    );
END $$;

-- Products on sale with words that are nearly right, the nearest first. Of numbers there are none: one that is nearly
-- right is the code of something else.
CREATE FUNCTION core.nearly_found(words text[], most int) RETURNS uuid[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN ARRAY(
        SELECT f.id
        FROM api.find_products(words, true) WITH ORDINALITY AS f (id, place)
        JOIN storedesk.product_search AS s ON s.product_id = f.id
        WHERE s.on_sale AND array_to_string(nearly_found.words, '') ~ '[^0-9]'
        ORDER BY f.place
        LIMIT most
    );
END $$;

-- Some products as the till lists them, in their order: [{product_id, name, category, picture, code, price,
-- usual_price, available, has_variants, measure, variants: [{variant_id, description, code, price, usual_price}]}].
-- Of their variants those that fit the words which tell variants apart, or `only` that one. There are so many as have
-- 600 variants together, and the first in any case.
CREATE FUNCTION core.found_products(products uuid[], words text[], only_variant uuid) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wanted text[] := coalesce(core.patterns(words, false), '{}');
    joined text[] := coalesce(core.patterns(words, true), '{}');
    currency text := (SELECT s.currency FROM storedesk.store_settings AS s);
    day date := storedesk.promotion_day(core.business_day(core.now()));
BEGIN
    RETURN (
        WITH items AS MATERIALIZED (
            SELECT f.place, s.id AS product_id, s.name, s.price AS usual_price, c.price, v.id AS variant_id, v.sku,
                   nullif(concat_ws(' / ', v.size, v.color), '') AS description,
                   s.price + v.price_adjustment_amount AS variant_usual_price, c.price AS variant_price,
                   CASE WHEN v.id IS NOT NULL
                       THEN storedesk.search_words(concat_ws(' ', v.size, v.color, v.sku)) END AS own,
                   CASE WHEN v.id IS NOT NULL THEN storedesk.search_words(s.name) END AS named
            FROM unnest(products) WITH ORDINALITY AS f (id, place)
            JOIN core.sellable AS s ON s.id = f.id AND s.state = 'active'
            LEFT JOIN public.product_variants AS v ON v.product_id = s.id
            CROSS JOIN LATERAL core.price_on(
                s.id, v.id, s.category_id, s.price + coalesce(v.price_adjustment_amount, 0), day
            ) AS c
        ), telling AS (
            SELECT DISTINCT i.product_id, w.word, w.joined
            FROM items AS i JOIN unnest(wanted, joined) AS w (word, joined) ON i.own LIKE ANY (ARRAY[w.word, w.joined])
            WHERE i.place > 1 OR only_variant IS NULL
        ), fitting AS (
            SELECT i.* FROM items AS i
            WHERE (i.variant_id = only_variant OR i.place > 1 OR only_variant IS NULL) AND NOT EXISTS (
                SELECT FROM telling AS t
                WHERE t.product_id = i.product_id AND concat(i.named, i.own) NOT LIKE ALL (ARRAY[t.word, t.joined])
            )
        ), listed AS (
            SELECT i.place, i.product_id, i.name, min(i.usual_price) AS usual_price,
                   CASE WHEN count(i.variant_id) > 0 THEN min(i.usual_price) ELSE min(i.price) END AS price,
                   count(i.variant_id) > 0 AS has_variants,
                   sum(count(*)) OVER (ORDER BY i.place) AS so_many,
                   coalesce(jsonb_agg(jsonb_build_object(
                       'variant_id', i.variant_id, 'description', i.description, 'code', i.sku,
                       'price', round(i.variant_price, 2)::text,
                       'usual_price', round(i.variant_usual_price, 2)::text
                   ) ORDER BY i.sku) FILTER (WHERE i.variant_id IS NOT NULL), '[]') AS variants
            FROM fitting AS i
            GROUP BY i.place, i.product_id, i.name
        )
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'product_id', l.product_id, 'name', l.name, 'category', c.name, 'picture', m.url,
            'price', round(l.price, 2)::text, 'usual_price', round(l.usual_price, 2)::text, 'currency', currency,
            'code', (SELECT min(b.barcode) FROM storedesk.product_barcodes AS b
                     WHERE b.product_id = l.product_id AND b.variant_id IS NULL),
            'available', n.stock_level - n.reserved_quantity, 'has_variants', l.has_variants, 'variants', l.variants,
            'measure', (SELECT o.measure FROM storedesk.product_measures AS o WHERE o.product_id = l.product_id)
        ) ORDER BY l.place), '[]')
        FROM listed AS l
        JOIN public.products AS p ON p.id = l.product_id
        JOIN public.categories AS c ON c.id = p.category_id
        JOIN public.inventory AS n ON n.product_id = l.product_id
        LEFT JOIN public.product_images AS m ON m.product_id = l.product_id AND m.is_primary
        WHERE l.so_many <= 600 OR l.place = 1
    );
END $$;

-- Finds what can be sold: what has exactly that code or one of its forms (core.item_by_code), then what has the
-- words, in any order over name, variant, code and category; where nothing has them, what is nearly right. See
-- core.found_products for what it answers.
CREATE FUNCTION api.find_items(words text, most int DEFAULT 30, forms text[] DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    split text[] := regexp_split_to_array(btrim(left(words, 201)), '\s+');
    limited int := least(greatest(most, 0), 100);
    item core.item;
    found uuid[];
    answer jsonb;
BEGIN
    IF core.sought(split) IS NULL OR length(words) > 200 THEN
        RETURN '[]';
    END IF;

    found := core.first_found(split, limited);
    item := core.item_by_code(words, forms);

    IF item.state = 'active' THEN
        found := (item.product_id || array_remove(found, item.product_id))[:limited];
    END IF;

    answer := core.found_products(found, split, item.variant_id);

    IF answer = '[]' THEN
        RETURN core.found_products(core.nearly_found(split, limited), '{}', NULL);
    END IF;

    RETURN answer;
END $$;
