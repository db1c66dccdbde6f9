-- What searches have in common: how words are folded, and what a text must be like to have them. The texts
-- are made by storedesk.search_words, with a blank before every word.

-- The words that are looked for, folded, in their order; null where nothing is looked for, or far too much.
CREATE FUNCTION core.sought(words text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_agg(storedesk.folded(w.word) ORDER BY w.place)
    FROM unnest(words) WITH ORDINALITY AS w (word, place)
    WHERE cardinality(words) <= 50 AND length(array_to_string(words, ' ')) <= 1000 AND storedesk.folded(w.word) <> ''
$$;

-- What a text must be like to have a folded word: anywhere; one or two letters begin a word.
CREATE FUNCTION core.pattern(word text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN length(replace(word, ' ', '')) < 3 AND word ~ '[0-9a-z\u0080-\U0010FFFF]' THEN '% ' ELSE '%' END
        || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%'
$$;

-- The same words as patterns, with their joints or without; as many as are wanted.
CREATE FUNCTION core.patterns(words text[], without_joints boolean) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_agg(core.pattern(CASE WHEN without_joints
        THEN storedesk.folded(translate(storedesk.letters(w.word), '''`-&', '')) ELSE storedesk.folded(w.word) END
    ) ORDER BY w.place)
    FROM unnest(words) WITH ORDINALITY AS w (word, place)
    WHERE core.sought(words) IS NOT NULL AND storedesk.folded(w.word) <> ''
$$;

-- The condition that the text in some column has all of some words, in any order and any place. Null where
-- there are no words.
CREATE FUNCTION core.has_all(words text[], place text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT string_agg(CASE WHEN w.joined = w.word THEN format('%s LIKE %L', place, w.word)
        ELSE format('(%1$s LIKE %2$L OR %1$s LIKE %3$L)', place, w.word, w.joined) END, ' AND ')
    FROM unnest(core.patterns(words, false), core.patterns(words, true)) AS w (word, joined)
$$;
