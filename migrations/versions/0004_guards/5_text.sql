-- One rule of finding and of sorting text: what two spellings of one word have in common. domain/values/folding.py
-- is the same rule in Python, and a test holds the two together letter by letter.
--
-- Nothing here hangs on a locale but lower(), which knows all letters where a database is made as it has to
-- be (C.UTF-8); what else is a letter, a blank or a digit is written down.

-- Letters of which some are not ASCII, as people type them who have no others: accents go, and what nobody
-- sees; apostrophes, hyphens, quotation marks and digits of other shapes become the plain ones.
CREATE FUNCTION storedesk.other_letters(words text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    shapes CONSTANT text :=
        'ɓƀƈȼđðɖɗəǝɛƒɠǥħıɨɩĸƙłⱡƚŋɲøɔƥɍŧƭʈʉʋ×ƴɏςәґғқңөүұһكي'
        'ىة’‘‛ʼʻʽʾʿˈʹ′‵ꞌ՚׳ߴߵ‐‒–—―−⁃֊᠆⸗־·“”„‟«»‹›″‶،、⁄٠۰०০๐'
        '١۱१১๑٢۲२২๒٣۳३৩๓٤۴४৪๔٥۵५৫๕٦۶६৬๖٧۷७৭๗٨۸८৮๘٩۹९৯๙' || E'\u0085\u1680\u2028\u2029';
    plain text := regexp_replace(
        lower(normalize(translate(words, '´΄᾽᾿῾', ''''''''''''), NFKD)),
        '[\u00AD\u0300-\u036F\u0483-\u0489\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061C\u0640'
        '\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u115F\u1160\u17B4\u17B5'
        '\u180B-\u180F\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200F\u202A-\u202E\u2060-\u206F\u20D0-\u20FF'
        '\uFE00-\uFE0F\uFE20-\uFE2F\uFEFF\U000E0000-\U000E0FFF]', '', 'g');
BEGIN
    IF plain ~ ('[' || shapes || 'ßæœþ]') THEN
        plain := translate(plain, shapes,
            'bbccddddeeefgghiiikklllnnooprtttuvxyyσаггкноуухکی'
            'یه''''''''''''''''''''''''''''''''''------------"""""""""",,/00000'
            '111112222233333444445555566666777778888899999'
            '    ');
        plain := replace(replace(replace(replace(
            plain, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
    END IF;

    RETURN plain;
END $$;

-- Small letters without accents, in plain signs.
CREATE FUNCTION storedesk.letters(words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN octet_length(words) = char_length(words) THEN lower(words COLLATE "C")
    ELSE storedesk.other_letters(words) END;

-- What lists are sorted by, before the text itself: ä as a, ß as ss. So short that an index holds it.
CREATE FUNCTION storedesk.sort_key(words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN left(storedesk.letters(words), 100);

-- What a search compares: a blank for each apostrophe, hyphen and &, and before a unit, so that "330ml" is
-- "330 ml", and "O'Brien" is "o brien".
CREATE OR REPLACE FUNCTION storedesk.folded(words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN btrim(regexp_replace(regexp_replace(regexp_replace(
    translate(storedesk.letters(words), '''`-&,"', '    .'),
    '([0-9])([a-z\u00A0-\U0010FFFF])', '\1 \2', 'g'),
    '([a-z\u00A0-\U0010FFFF])([0-9])', '\1 \2', 'g'),
    '[ \t\n\r\f\v]+', ' ', 'g'));

-- The text that a search looks into: with a blank before every word, and words with a joint both ways.
CREATE FUNCTION storedesk.search_words(words text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    plain text := storedesk.letters(words);
    joined text;
BEGIN
    IF plain ~ '[^ ][''`&-][^ ]' THEN
        SELECT string_agg(
            ' ' || storedesk.folded(translate(w.word[1], '''`-&', '')), '' ORDER BY w.place
        ) INTO joined
        FROM regexp_matches(plain, '[^ ]+[''`&-][^ ]+', 'g') WITH ORDINALITY AS w (word, place);
    END IF;

    RETURN concat(' ', storedesk.folded(plain), joined);
END $$;

-- ---------- what is found: every stored text anew, by the same words as core.index_products and its like

DROP INDEX storedesk.ix_product_search_words, storedesk.ix_product_search_name;
DROP INDEX storedesk.ix_customer_search_words, storedesk.ix_order_search_words;

-- a row of an index takes 2,700 bytes: a key of 400, a name of 800, and words
ALTER TABLE storedesk.product_search
    DROP COLUMN brief,
    ADD COLUMN name_key text NOT NULL GENERATED ALWAYS AS (storedesk.sort_key(name)) STORED,
    ADD COLUMN brief text GENERATED ALWAYS AS (CASE WHEN octet_length(words) <= 1200 THEN words END) STORED;

ALTER TABLE storedesk.customer_search
    ADD COLUMN last_key text NOT NULL GENERATED ALWAYS AS (storedesk.sort_key(last_name)) STORED,
    ADD COLUMN first_key text NOT NULL GENERATED ALWAYS AS (storedesk.sort_key(first_name)) STORED;

UPDATE storedesk.product_search AS s
SET words = storedesk.search_words(concat_ws(' ', p.name, a.name, b.name, c.name, v.words, k.words)), name = p.name
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
WHERE p.id = s.product_id;

UPDATE storedesk.customer_search AS s
SET words = storedesk.search_words(concat_ws(
        ' ', c.first_name, c.last_name, CASE WHEN c.email NOT LIKE '%.invalid' THEN c.email END, a.words
    )) || CASE WHEN d.phone <> '' THEN concat(
        ' ', storedesk.folded(d.phone), ' ',
        regexp_replace(storedesk.letters(d.phone), '[^0-9]|[a-z].*', '', 'g')
    ) ELSE '' END,
    last_name = c.last_name, first_name = c.first_name
FROM public.customers AS c
LEFT JOIN storedesk.customer_details AS d ON d.customer_id = c.id
LEFT JOIN LATERAL (
    SELECT string_agg(concat_ws(' ', a.street, a.postal_code, a.city), ' ' ORDER BY a.id) AS words
    FROM public.customer_shipping_addresses AS a WHERE a.customer_id = c.id
) AS a ON true
WHERE c.id = s.customer_id;

UPDATE storedesk.order_search AS s
SET customer_words = storedesk.search_words(concat_ws(
        ' ', c.first_name, c.last_name, CASE WHEN c.email NOT LIKE '%.invalid' THEN c.email END)),
    order_words = concat(' ', storedesk.folded(o.order_number), storedesk.search_words(concat_ws(
        ' ', o.shipping_recipient_name, o.tracking_number, l.words)))
FROM public.orders AS o
JOIN public.customers AS c ON c.id = o.customer_id
LEFT JOIN LATERAL (
    SELECT string_agg(DISTINCT concat_ws(' ', l.product_name, l.variant_description, v.sku, k.words), ' ') AS words
    FROM public.order_line_items AS l
    LEFT JOIN public.product_variants AS v ON v.id = l.variant_id
    LEFT JOIN LATERAL (
        SELECT string_agg(b.barcode, ' ' ORDER BY b.barcode) AS words FROM storedesk.product_barcodes AS b
        WHERE b.product_id = l.product_id AND b.variant_id IS NOT DISTINCT FROM l.variant_id
    ) AS k ON true
    WHERE l.order_id = o.id
) AS l ON true
WHERE o.id = s.order_id;

CREATE INDEX ix_product_search_words ON storedesk.product_search USING gin (words storedesk.gin_trgm_ops);
CREATE INDEX ix_customer_search_words ON storedesk.customer_search USING gin (words storedesk.gin_trgm_ops);
CREATE INDEX ix_order_search_words ON storedesk.order_search USING gin (words storedesk.gin_trgm_ops);

-- ---------- what lists are sorted by

CREATE INDEX ix_product_search_name ON storedesk.product_search (name_key, name, product_id)
    INCLUDE (on_sale, brief) WHERE NOT is_deleted;

DROP INDEX public.ix_products_name, public.ix_products_deleted, public.ix_customers_name;

-- with all that a list of products is narrowed by, so that the whole order of a million is read in it alone
CREATE INDEX ix_products_name ON public.products (storedesk.sort_key(name), name, id)
    INCLUDE (is_deleted, status, category_id);
CREATE INDEX ix_products_deleted ON public.products (storedesk.sort_key(name), name, id) WHERE is_deleted;
CREATE INDEX ix_customers_name ON public.customers (
    storedesk.sort_key(last_name), storedesk.sort_key(first_name), last_name, first_name, id
);
