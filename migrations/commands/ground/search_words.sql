-- What all searches share: how words are folded, and what a text has to be like to have them. The texts are made
-- by storedesk.search_words, with a blank before every word.

-- The words that are looked for, folded, in their order; null where nothing is looked for, or far too much.
CREATE FUNCTION core.sought(words text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_agg(storedesk.folded(w.word) ORDER BY w.place)
    FROM unnest(words) WITH ORDINALITY AS w (word, place)
    WHERE cardinality(words) <= 50 AND length(array_to_string(words, ' ')) <= 1000 AND storedesk.folded(w.word) <> ''
$$;

-- The pattern of texts that have a folded word: anywhere in the text; a word of one or two letters only at the
-- beginning of a word.
CREATE FUNCTION core.pattern(word text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN length(replace(word, ' ', '')) < 3 AND word ~ '[0-9a-z\u0080-\U0010FFFF]' THEN '% ' ELSE '%' END
        || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%'
$$;

-- The patterns of some words, with their hyphens and apostrophes or without.
CREATE FUNCTION core.patterns(words text[], without_joints boolean) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_agg(core.pattern(CASE WHEN without_joints
        THEN storedesk.folded(translate(storedesk.letters(w.word), '''`-&', '')) ELSE storedesk.folded(w.word) END
    ) ORDER BY w.place)
    FROM unnest(words) WITH ORDINALITY AS w (word, place)
    WHERE core.sought(words) IS NOT NULL AND storedesk.folded(w.word) <> ''
$$;

-- The condition that the text in a column has all of some words, in any order and place. Null where there are no
-- words.
CREATE FUNCTION core.has_all(words text[], place text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT string_agg(CASE WHEN w.joined = w.word THEN format('%s LIKE %L', place, w.word)
        ELSE format('(%1$s LIKE %2$L OR %1$s LIKE %3$L)', place, w.word, w.joined) END, ' AND ')
    FROM unnest(core.patterns(words, false), core.patterns(words, true)) AS w (word, joined)
$$;
