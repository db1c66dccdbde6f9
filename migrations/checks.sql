-- Rules that every column of its kind keeps, whoever adds it: instants and days are of this time, and amounts
-- can be added up. Run as the owner at each upgrade, after the tables: a table gets one check of each kind for
-- those of its columns that no other check speaks of. What text a column takes stands beside its table.
DO $$
DECLARE
    part record;
    kept text;
BEGIN
    FOR part IN
        SELECT c.oid::regclass AS place, r.name, array_agg(a.attname ORDER BY a.attnum) AS columns,
               string_agg(format('storedesk.%I(%I)', r.rule, a.attname), ' AND ' ORDER BY a.attnum) AS rule
        FROM pg_class AS c
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        JOIN (VALUES
            ('chk_every_instant', 'is_instant', 'timestamp'::regtype),
            ('chk_every_date', 'is_day', 'date'::regtype),
            ('chk_every_amount', 'is_amount', 'numeric'::regtype)
        ) AS r (name, rule, kind) ON r.kind = a.atttypid
        WHERE c.relkind = 'r' AND c.relnamespace IN ('public'::regnamespace, 'storedesk'::regnamespace)
          AND NOT EXISTS (
            SELECT FROM pg_constraint AS k
            WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conname <> r.name
              AND pg_get_constraintdef(k.oid) ~ format('\m%s\(%s\)', r.rule, a.attname)
        )
        GROUP BY c.oid, r.name
    LOOP
        SELECT array_agg(a.attname ORDER BY a.attnum)::text INTO kept
        FROM pg_constraint AS k JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
        WHERE k.conrelid = part.place AND k.conname = part.name;

        IF kept IS DISTINCT FROM part.columns::text THEN
            EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I, ADD CONSTRAINT %2$I CHECK (%s)',
                           part.place, part.name, part.rule);
        END IF;
    END LOOP;

    -- rules that came later than some rows are held against those too, as soon as all of them keep them
    FOR part IN
        SELECT k.conrelid::regclass AS place, k.conname AS name FROM pg_constraint AS k
        WHERE NOT k.convalidated AND k.connamespace IN ('public'::regnamespace, 'storedesk'::regnamespace)
    LOOP
        BEGIN
            EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', part.place, part.name);
        EXCEPTION WHEN check_violation THEN
            RAISE NOTICE '% is kept by new rows alone', part.name;
        END;
    END LOOP;
END $$;
