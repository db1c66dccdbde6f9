-- The rules that hold after any history, so that a manager may check them too. They stand in invariants.sql; the
-- upgrade writes them here.
CREATE TABLE core.rules (
    name text PRIMARY KEY,
    title text NOT NULL,
    query text NOT NULL
);

-- The rules that do not hold, with the first column of the first rows that break them: names and ids, nothing
-- secret. All are asked of one moment, since a stable function sees only one.
CREATE FUNCTION api.check() RETURNS TABLE (name text, title text, ids text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    rule core.rules;
BEGIN
    PERFORM core.me();
    PERFORM set_config('search_path', 'pg_catalog, public, storedesk, pg_temp', true);

    FOR rule IN SELECT * FROM core.rules AS r ORDER BY r.name LOOP
        EXECUTE format(
            'SELECT array_agg(b.first) FROM ('
            '    SELECT (SELECT f.value FROM json_each_text(row_to_json(q)) AS f LIMIT 1) AS first'
            '    FROM (%s) AS q LIMIT 20'
            ') AS b', rule.query) INTO ids;

        IF ids IS NOT NULL THEN
            name := rule.name;
            title := rule.title;
            RETURN NEXT;
        END IF;
    END LOOP;
END $$;
