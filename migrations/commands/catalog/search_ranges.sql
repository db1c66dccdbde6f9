-- Where in the order of names the letters of products are, so that a search reads the names there alone.

-- Notes, if many products have changed since, which letters are where: for each 256 products that follow upon each
-- other by name, all that three letters in a row are in their words. Products are written meanwhile: one that has
-- changed after the first statement stays among those that the ranges do not know. Answers how many ranges there are.
CREATE FUNCTION core.range_products() RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET work_mem = '64MB' AS $$
DECLARE
    known storedesk.unranged_products[];
BEGIN
    PERFORM pg_advisory_xact_lock(7305);
    known := ARRAY(SELECT u FROM storedesk.unranged_products AS u);

    IF cardinality(known) <= 500
        AND (EXISTS (SELECT FROM storedesk.search_ranges)
             OR (SELECT count(*) FROM (SELECT FROM storedesk.product_search LIMIT 501) AS s) <= 500) THEN
        RETURN (SELECT count(*) FROM storedesk.search_ranges);
    END IF;

    DELETE FROM storedesk.search_ranges;

    INSERT INTO storedesk.search_ranges (
        place, first_key, first_name, first_id, last_key, last_name, last_id, grams
    )
    SELECT o.place, (array_agg(o.name_key ORDER BY o.n))[1], (array_agg(o.name ORDER BY o.n))[1],
           (array_agg(o.product_id ORDER BY o.n))[1], (array_agg(o.name_key ORDER BY o.n))[count(*)],
           (array_agg(o.name ORDER BY o.n))[count(*)], (array_agg(o.product_id ORDER BY o.n))[count(*)],
           storedesk.show_trgm(string_agg(o.words, ' '))
    FROM (
        SELECT s.product_id, s.name_key, s.name, s.words, s.n, (s.n - 1) / 256 AS place
        FROM (
            SELECT s.product_id, s.name_key, s.name, s.words,
                   row_number() OVER (ORDER BY s.name_key, s.name, s.product_id) AS n
            FROM storedesk.product_search AS s WHERE NOT s.is_deleted
        ) AS s
    ) AS o
    GROUP BY o.place;

    DELETE FROM storedesk.unranged_products AS u
    USING unnest(known) AS k WHERE u.product_id = k.product_id AND u.change = k.change;
    RETURN (SELECT count(*) FROM storedesk.search_ranges);
END $$;

-- Notes which letters are where in the order of names: see core.range_products. Answers how many ranges there are.
CREATE FUNCTION api.range_products() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.me();
    RETURN core.range_products();
END $$;

-- Tells whether the ranges know of nearly all products.
CREATE FUNCTION core.are_ranged() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM storedesk.search_ranges)
       AND (SELECT count(*) FROM (SELECT FROM storedesk.unranged_products LIMIT 1001) AS u) <= 1000
$$;

-- What three letters in a row a text has that has all of some words, as pg_trgm names them; a word of one or two is
-- at the beginning of one. Of words that have more than letters and digits of ASCII nothing is said. Null where
-- nothing can be said.
CREATE FUNCTION core.grams(words text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_agg(DISTINCT CASE WHEN length(w.word) > 2 THEN substr(w.word, n, 3)
        WHEN n = 1 THEN '  ' || left(w.word, 1) ELSE ' ' || w.word END)
    FROM unnest(core.sought(words)) AS w (word)
    CROSS JOIN LATERAL generate_series(1, length(w.word) - CASE WHEN length(w.word) > 2 THEN 2 ELSE 0 END) AS n
    WHERE w.word ~ '^[0-9a-z]+$'
$$;

-- The ranges of names in which all of some letters are, in order. Only the index of letters knows it fast, and the
-- planner knows nothing of how long it takes to read the letters of a range.
CREATE FUNCTION core.ranges_with(letters text[]) RETURNS int[]
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
    SELECT array_agg(r.place ORDER BY r.place) FROM storedesk.search_ranges AS r WHERE r.grams @> letters
$$;

-- The statement that finds the first of a search in some ranges, and among products of which the ranges do not know:
-- $1 is whether the asker sees all, $2 the ranges. See first_products.
CREATE FUNCTION core.ranged(has_words text, has_brief text, by_name text, most int) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT format(
        'SELECT ARRAY(SELECT s.product_id FROM ((SELECT s.product_id, s.name_key, s.name FROM ('
        'SELECT r.* FROM storedesk.search_ranges AS r WHERE r.place = ANY ($2) ORDER BY r.place %1$s'
        ') AS r CROSS JOIN LATERAL (SELECT s.product_id, s.name_key, s.name FROM ('
        'SELECT p.product_id, p.name_key, p.name, p.on_sale, p.brief AS words FROM storedesk.product_search AS p '
        'WHERE NOT p.is_deleted AND (p.name_key, p.name, p.product_id) >= (r.first_key, r.first_name, r.first_id) '
        'AND (p.name_key, p.name, p.product_id) <= (r.last_key, r.last_name, r.last_id)) AS s '
        'WHERE ($1 OR s.on_sale) AND %2$s OFFSET 0) AS s '
        'ORDER BY r.place %1$s, s.name_key %1$s, s.name %1$s, s.product_id %1$s LIMIT %3$s) '
        'UNION SELECT s.product_id, s.name_key, s.name '
        'FROM (SELECT u.product_id FROM storedesk.unranged_products AS u OFFSET 0) AS u CROSS JOIN LATERAL ('
        'SELECT p.* FROM storedesk.product_search AS p WHERE p.product_id = u.product_id OFFSET 0'
        ') AS s WHERE NOT s.is_deleted AND ($1 OR s.on_sale) AND %4$s) AS s %5$s)',
        CASE WHEN by_name LIKE '%DESC%' THEN 'DESC' ELSE 'ASC' END, has_brief, most, has_words, by_name || most
    )
$$;
