-- What a call may weigh: text, documents and lists together. Run as the owner at each upgrade, after the
-- commands: each function of `api` gets a guard before everything else that it declares, whoever adds it.
-- What is too much is refused (too_much) before it is asked who calls, and before any work. Pictures are not
-- counted: they have limits of their own.
DO $$
DECLARE
    guarded record;
    heads CONSTANT text := E'AS $function$\nDECLARE\n';
BEGIN
    FOR guarded IN
        SELECT p.oid::regprocedure AS name, pg_get_functiondef(p.oid) AS body, (
            SELECT string_agg(format(
                CASE t.typname WHEN 'text' THEN 'coalesce(octet_length(%I.%I), 0)::bigint'
                    ELSE 'coalesce(pg_column_size(%I.%I), 0)::bigint' END, p.proname, a.name
            ), ' + ')
            FROM unnest(p.proargnames, p.proargtypes::oid[]) AS a (name, type)
            JOIN pg_type AS t ON t.oid = a.type
            WHERE t.typname IN ('text', 'jsonb', 'json') OR (t.typcategory = 'A' AND t.typname <> '_bytea')
        ) AS weight
        FROM pg_proc AS p
        WHERE p.pronamespace = 'api'::regnamespace
    LOOP
        CONTINUE WHEN guarded.weight IS NULL;

        IF strpos(guarded.body, heads) = 0 THEN
            RAISE EXCEPTION '% cannot be guarded: it is no plpgsql function that declares something', guarded.name;
        END IF;

        EXECUTE replace(guarded.body, heads, heads || format(
            E'    call_weight CONSTANT bigint := core.check_weight(%L, %s);\n', guarded.name::text, guarded.weight
        ));
    END LOOP;
END $$;
