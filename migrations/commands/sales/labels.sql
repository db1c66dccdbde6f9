-- Labels of scales: EAN-13 that begin with 02 or 20 to 29, with an item's number and what was weighed in them. How they
-- are read is in the store's settings, by prefix (storedesk.are_scale_codes). Scales of North America print the twelve
-- digits of a UPC-A, which are an EAN-13 behind a zero.

-- What a label says: the number of its item, and the weight in kilograms or the price; whether a check digit is wrong.
CREATE TYPE core.label AS (code text, item text, weight numeric, price numeric, is_misread boolean);

-- The sum of a number's digits, of which each second one counts three times, from the right; of a whole EAN-13 it ends
-- with zero.
CREATE FUNCTION core.check_sum(number text) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT sum(substr(number, length(number) + 1 - p.place, 1)::int * CASE p.place % 2 WHEN 0 THEN 3 ELSE 1 END)
        FROM generate_series(1, length(number)) AS p (place));

-- The check digit of four or five digits inside a code: General Specifications of GS1, 7.9.3 and 7.9.4.
CREATE FUNCTION core.inner_check(digits text) RETURNS int
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    twice_less constant int[] := '{0, 2, 4, 6, 8, 9, 1, 3, 5, 7}';    -- the specification's 2-
    thrice constant int[] := '{0, 3, 6, 9, 2, 5, 8, 1, 4, 7}';        -- 3
    five_more constant int[] := '{0, 5, 1, 6, 2, 7, 3, 8, 4, 9}';     -- 5+
    five_less constant int[] := '{0, 5, 9, 4, 8, 3, 7, 2, 6, 1}';     -- 5-
    d int[] := string_to_array(digits, NULL)::int[];
BEGIN
    IF cardinality(d) = 4 THEN
        RETURN (twice_less[d[1] + 1] + twice_less[d[2] + 1] + thrice[d[3] + 1] + five_less[d[4] + 1]) * 3 % 10;
    END IF;

    RETURN array_position(five_less, (10 - (
        five_more[d[1] + 1] + twice_less[d[2] + 1] + five_less[d[3] + 1] + five_more[d[4] + 1] + twice_less[d[5] + 1]
    ) % 10) % 10) - 1;
END $$;

-- What the first of some codes says that a rule of the store reads; null for none.
CREATE FUNCTION core.read_label(codes text[]) RETURNS core.label
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    label core.label;
    rule jsonb;
    digits int;
    checked boolean;
    value text;
    currency text;
BEGIN
    SELECT c.code INTO label.code FROM unnest(codes) WITH ORDINALITY AS c (code, place)
    WHERE c.code ~ '^(02|2[0-9])[0-9]{11}$' ORDER BY c.place LIMIT 1;

    IF label.code IS NULL THEN
        RETURN NULL;
    END IF;

    SELECT r.rule, s.currency INTO rule, currency
    FROM storedesk.store_settings AS s, jsonb_array_elements(s.scale_codes) AS r (rule)
    WHERE r.rule ->> 'prefix' = left(label.code, 2);

    IF rule IS NULL THEN
        RETURN NULL;
    END IF;

    digits := (rule ->> 'digits')::int;
    checked := (rule ->> 'checked')::boolean;
    value := substr(label.code, 3 + digits + checked::int, 10 - digits - checked::int);
    label.item := substr(label.code, 3, digits);
    label.is_misread := core.check_sum(label.code) % 10 <> 0
        OR (checked AND core.inner_check(value) <> substr(label.code, 3 + digits, 1)::int);

    IF rule ->> 'value' = 'weight' THEN
        label.weight := round(value::numeric / 1000, 3);
    ELSE
        label.price := round(value::numeric / CASE core.digits(currency) WHEN 0 THEN 1 ELSE 100 END, 2);
    END IF;

    RETURN label;
END $$;

-- The item of a label, by its number, or without the zeros that the number begins with. Null for an unknown one.
CREATE FUNCTION core.labeled_item(label core.label) RETURNS core.item
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF label.item IS NULL OR label.is_misread THEN
        RETURN NULL;
    END IF;

    RETURN core.item_named(ARRAY[label.item, ltrim(label.item, '0')]);
END $$;

-- Refuses a label that cannot be read (label_misread), or whose item nothing is (label_unknown).
CREATE FUNCTION core.check_label(label core.label, item core.item) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF label.is_misread THEN
        PERFORM core.refuse('label_misread', jsonb_build_object('code', label.code));
    ELSIF label.item IS NOT NULL AND core.is_hidden(item) THEN
        PERFORM core.not_found('label_unknown', jsonb_build_object('item', label.item));
    END IF;
END $$;
