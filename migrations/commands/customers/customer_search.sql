-- Finding customers: one text for each, with all the words by which people look for them.

-- Writes the texts by which some customers are found: name, e-mail, addresses and telephone, as it was written and
-- in digits alone. The caller holds the customers, so that no old state is written.
CREATE FUNCTION core.index_customers(customers uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM storedesk.customer_search AS s USING storedesk.customer_details AS d
    WHERE s.customer_id = ANY (customers) AND d.customer_id = s.customer_id AND d.merged_into IS NOT NULL;

    INSERT INTO storedesk.customer_search AS s (customer_id, words, last_name, first_name)
    SELECT c.id, storedesk.search_words(concat_ws(
               ' ', c.first_name, c.last_name, CASE WHEN c.email NOT LIKE '%.invalid' THEN c.email END, a.words
           )) || CASE WHEN d.phone <> '' THEN concat(
               ' ', storedesk.folded(d.phone), ' ', core.only_digits(d.phone)
           ) ELSE '' END, c.last_name, c.first_name
    FROM public.customers AS c
    LEFT JOIN storedesk.customer_details AS d ON d.customer_id = c.id
    LEFT JOIN LATERAL (
        SELECT string_agg(concat_ws(' ', a.street, a.postal_code, a.city), ' ' ORDER BY a.id) AS words
        FROM public.customer_shipping_addresses AS a WHERE a.customer_id = c.id
    ) AS a ON true
    WHERE c.id = ANY (customers) AND d.merged_into IS NULL
    ORDER BY c.id
    ON CONFLICT (customer_id) DO UPDATE
    SET words = excluded.words, last_name = excluded.last_name, first_name = excluded.first_name
    WHERE (s.words, s.last_name, s.first_name) <> (excluded.words, excluded.last_name, excluded.first_name);
END $$;

-- Indexes new customers.
CREATE FUNCTION core.index_new_customers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.index_customers(ARRAY(SELECT n.id FROM are AS n));
    RETURN NULL;
END $$;

-- Indexes the customers whose name or e-mail address changed.
CREATE FUNCTION core.index_changed_customers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    changed uuid[] := ARRAY(
        SELECT n.id FROM were AS o JOIN are AS n USING (id)
        WHERE (n.first_name, n.last_name, n.email) <> (o.first_name, o.last_name, o.email)
    );
BEGIN
    IF changed <> '{}' THEN
        PERFORM core.index_customers(changed);
    END IF;

    RETURN NULL;
END $$;

CREATE TRIGGER index_new AFTER INSERT ON public.customers REFERENCING NEW TABLE AS are
FOR EACH STATEMENT EXECUTE FUNCTION core.index_new_customers();

CREATE TRIGGER index_changed AFTER UPDATE ON public.customers REFERENCING OLD TABLE AS were NEW TABLE AS are
FOR EACH STATEMENT EXECUTE FUNCTION core.index_changed_customers();

-- Indexes the customers whose addresses or details changed. They are held first, so that of two who change
-- different parts at once the second sees what the first one did.
CREATE FUNCTION core.index_customers_of() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    customers uuid[] := ARRAY(SELECT DISTINCT c.customer_id FROM changed AS c);
BEGIN
    IF customers <> '{}' THEN
        PERFORM FROM public.customers AS c WHERE c.id = ANY (customers) ORDER BY c.id FOR NO KEY UPDATE;
        PERFORM core.index_customers(customers);
    END IF;

    RETURN NULL;
END $$;

DO $$
DECLARE
    part text;
    event text;
BEGIN
    FOREACH part IN ARRAY ARRAY['public.customer_shipping_addresses', 'storedesk.customer_details'] LOOP
        FOREACH event IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
            EXECUTE format('CREATE TRIGGER %I AFTER %s ON %s REFERENCING %s TABLE AS changed '
                           'FOR EACH STATEMENT EXECUTE FUNCTION core.index_customers_of()',
                           'index_' || lower(event), event, part,
                           CASE event WHEN 'DELETE' THEN 'OLD' ELSE 'NEW' END);
        END LOOP;
    END LOOP;
END $$;

-- The customers of the orders that a word names: ORD-2026-000123, 2026-123, or 000123 of any year.
CREATE FUNCTION core.customers_by_order(word text) RETURNS uuid[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    named text[] := regexp_match(word, '^(?:ord-)?([0-9]{4})-([0-9]{1,9})$');
    numbers text[];
BEGIN
    IF named IS NOT NULL THEN
        numbers := ARRAY[core.number_of(named[1]::int, named[2]::int)];
    ELSIF word ~ '^[0-9]{6,9}$' THEN
        numbers := ARRAY(SELECT core.number_of(s.year, word::int) FROM public.order_number_sequence AS s);
    END IF;

    RETURN ARRAY(SELECT DISTINCT o.customer_id FROM public.orders AS o WHERE o.order_number = ANY (numbers));
END $$;

-- The condition that a customer has a word: in their text, or as the number of one of their orders.
CREATE FUNCTION core.has_word(word text) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    said text := core.has_all(ARRAY[word], 's.words');
    bought uuid[] := core.customers_by_order(storedesk.letters(word));
BEGIN
    IF bought <> '{}' THEN
        said := format('(%s OR s.customer_id = ANY (%L::uuid[]))', said, bought);
    END IF;

    RETURN said;
END $$;

-- The same for words that may be parts of one telephone number: each of them, with or without what stands between
-- its digits, or else the last digits of the whole.
CREATE FUNCTION core.has_number(words text[]) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    tail text := core.phone_tail(array_to_string(words, ''));
    said text;
BEGIN
    SELECT string_agg(CASE WHEN length(core.only_digits(w)) BETWEEN 3 AND length(w) - 1
        THEN format('(%s OR s.words LIKE %L)', core.has_word(w), '%' || core.only_digits(w) || '%')
        ELSE core.has_word(w) END, ' AND ') INTO said
    FROM unnest(words) AS w WHERE storedesk.letters(w) ~ '[0-9]';

    RETURN CASE WHEN length(tail) < 5 THEN said ELSE format('(%s OR s.words LIKE %L)', said, '%' || tail || '%') END;
END $$;

-- The condition that a customer has all of some words; null where there are none.
CREATE FUNCTION core.has_all_of_customer(words text[]) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    conditions text[] := '{}';
    number text[] := '{}';
    word text;
BEGIN
    FOREACH word IN ARRAY words || ''::text LOOP
        IF storedesk.letters(word) ~ '^[-0-9+()./]*[0-9][-0-9+()./]*$'
            OR (number <> '{}' AND storedesk.letters(word) ~ '^[-()./]+$') THEN
            number := number || word;
            CONTINUE;
        END IF;

        IF number <> '{}' THEN
            conditions := conditions || core.has_number(number);
            number := '{}';
        END IF;

        IF storedesk.folded(word) <> '' THEN
            conditions := conditions || core.has_word(word);
        END IF;
    END LOOP;

    RETURN nullif(array_to_string(conditions, ' AND '), '');
END $$;

-- The order and length of a list of customers in which words were looked for.
CREATE FUNCTION core.by_name(words text[], most int) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT format(' ORDER BY NOT (%s), s.last_key, s.first_key, s.last_name, s.first_name, s.customer_id LIMIT %s',
        string_agg(format(
            '(concat('' '', s.first_key, '' '', s.last_key) LIKE %L)',
            '% ' || regexp_replace(storedesk.letters(w), '([\\%_])', '\\\1', 'g') || '%'
        ), ' AND '), most)
    FROM unnest(words) AS w WHERE storedesk.folded(w) <> ''
$$;

-- The customers that have all of some words, in any order and any place: name, e-mail, address, telephone, or the
-- number of an order. With `fuzzy`, words that are nearly right are enough, and the nearest comes first. With
-- `most`, so many of them only, those first whose names begin with all the words, by last name. The walk-in
-- customer is left out, and a customer who was merged into another is found as that one.
CREATE FUNCTION api.find_customers(words text[], fuzzy boolean DEFAULT false, most int DEFAULT NULL)
RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200
SET search_path = pg_catalog, pg_temp SET pg_trgm.word_similarity_threshold = 0.5 AS $$
DECLARE
    walk_in uuid := (SELECT s.walk_in_customer_id FROM storedesk.store_settings AS s);
    wanted text[] := core.sought(words);
BEGIN
    IF wanted IS NULL THEN
        RETURN;
    END IF;

    IF fuzzy THEN
        RETURN QUERY EXECUTE format(
            'SELECT s.customer_id FROM storedesk.customer_search AS s WHERE s.customer_id <> $1 AND %s'
            ' ORDER BY storedesk.word_similarity(%L, s.words) DESC, s.customer_id LIMIT 200',
            (SELECT string_agg(format('%L OPERATOR(storedesk.<%%) s.words', w), ' AND ') FROM unnest(wanted) AS w),
            array_to_string(wanted, ' ')
        ) USING walk_in;
        RETURN;
    END IF;

    RETURN QUERY EXECUTE format(
        'SELECT s.customer_id FROM storedesk.customer_search AS s WHERE s.customer_id <> $1 AND %s%s',
        core.has_all_of_customer(words),
        CASE WHEN most IS NOT NULL THEN core.by_name(words, most) ELSE '' END
    ) USING walk_in;
END $$;
