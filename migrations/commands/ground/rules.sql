-- The rules that hold after any history, so that a manager may check them too. They stand in invariants.sql; the
-- upgrade writes them here.
CREATE TABLE core.rules (
    name text PRIMARY KEY,
    title text NOT NULL,
    query text NOT NULL
);

-- The first column of the first rows that a query of a rule finds: names and ids, nothing secret. Null where it finds
-- none.
CREATE FUNCTION core.breaking(query text) RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    ids text[];
BEGIN
    PERFORM set_config('search_path', 'pg_catalog, public, storedesk, pg_temp', true);
    EXECUTE format(
        'SELECT array_agg(b.first) FROM ('
        '    SELECT (SELECT f.value FROM json_each_text(row_to_json(q)) AS f LIMIT 1) AS first'
        '    FROM (%s) AS q LIMIT 20'
        ') AS b', query) INTO ids;
    RETURN ids;
END $$;

-- The rules that do not hold, with what breaks them: see core.breaking. All are asked of one moment, since a stable
-- function sees only one.
CREATE FUNCTION api.check() RETURNS TABLE (name text, title text, ids text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    rule core.rules;
BEGIN
    PERFORM core.me();

    FOR rule IN SELECT * FROM core.rules AS r ORDER BY r.name LOOP
        ids := core.breaking(rule.query);

        IF ids IS NOT NULL THEN
            name := rule.name;
            title := rule.title;
            RETURN NEXT;
        END IF;
    END LOOP;
END $$;
