-- Past sales: those of another program, imported with their own numbers. They move no stock and no money, and stand
-- in tables of their own: storedesk.past_imports, past_orders and past_lines.

-- Begins an import of past sales from files of these names. Answers {import_id}. What it brings is added by
-- api.add_past_sales, and counts once api.end_past_import has ended it. Refuses files without a name (name_missing),
-- and what clean_words refuses of it.
CREATE FUNCTION api.begin_past_import(request uuid, files text) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    names text := core.clean_words(files, 500);
BEGIN
    IF names IS NULL THEN
        PERFORM core.refuse('name_missing');
    END IF;

    INSERT INTO storedesk.past_imports (id, files, begun_by, begun_at) VALUES (request, names, me, core.now());
    PERFORM core.audit('begin', 'past_import', request, NULL, jsonb_build_object('files', names));
    answer := jsonb_build_object('import_id', request);
END $$;

-- Holds an import of past sales that has not ended. Refuses one that has, or never was, or is somebody else's
-- (past_import_over).
CREATE FUNCTION core.hold_past_import(import uuid, person uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM storedesk.past_imports AS i
    WHERE i.id = import AND i.begun_by = person AND i.ended_at IS NULL FOR NO KEY UPDATE;

    IF NOT FOUND THEN
        PERFORM core.not_found('past_import_over');
    END IF;
END $$;

-- Adds lines to an import: [{number, sold_at, code, name, quantity, price, customer, country}], instants in UTC. Lines
-- with one number are one order, whichever call brings them. A line is of the product or variant that has its code.
-- Answers how many there were. Refuses what hold_past_import refuses, too many lines (too_many), and a number that an
-- earlier import has brought (past_order_known).
CREATE FUNCTION api.add_past_sales(request uuid, import uuid, lines jsonb) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    known text;
BEGIN
    PERFORM core.check_many(jsonb_array_length(lines), 'past_lines'), core.hold_past_import(import, me);

    INSERT INTO storedesk.past_orders AS o (past_import_id, number, placed_at, customer, country)
    SELECT import, l.number, min(l.sold_at), min(l.customer), min(l.country)
    FROM jsonb_to_recordset(lines) AS l (number text, sold_at timestamp, customer text, country text)
    GROUP BY l.number
    ORDER BY l.number  -- of two imports at once, one waits for the other
    ON CONFLICT (number) DO UPDATE SET placed_at = least(o.placed_at, excluded.placed_at);

    SELECT o.number INTO known
    FROM storedesk.past_orders AS o
    WHERE o.number IN (SELECT l.number FROM jsonb_to_recordset(lines) AS l (number text))
      AND o.past_import_id <> import
    LIMIT 1;

    IF FOUND THEN
        PERFORM core.conflict('past_order_known', jsonb_build_object('value', known));
    END IF;

    INSERT INTO storedesk.past_lines (
        past_order_id, sold_at, code, name, product_id, variant_id, quantity, unit_price
    )
    SELECT o.id, l.sold_at, l.code, l.name, f.product_id, f.variant_id, l.quantity, l.price
    FROM ROWS FROM (
        jsonb_to_recordset(lines)
        AS (number text, sold_at timestamp, code text, name text, quantity int, price numeric)
    ) WITH ORDINALITY AS l (number, sold_at, code, name, quantity, price, place)
    JOIN storedesk.past_orders AS o ON o.number = l.number
    LEFT JOIN core.owners_of(ARRAY(
        SELECT DISTINCT c.code FROM jsonb_to_recordset(lines) AS c (code text)
    )) AS f ON f.code = l.code
    ORDER BY l.place;

    answer := to_jsonb(jsonb_array_length(lines));
    PERFORM core.audit('add', 'past_import', import, NULL, jsonb_build_object('lines', answer));
END $$;

-- Ends an import: it counts from now on. Answers {orders, lines, matched, amount}: how many, how many lines are of a
-- product of the store, and what all lines come to. Refuses what hold_past_import refuses.
CREATE FUNCTION api.end_past_import(request uuid, import uuid) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.hold_past_import(import, me);
    UPDATE storedesk.past_imports AS i SET ended_at = greatest(core.now(), i.begun_at) WHERE i.id = import;

    SELECT jsonb_build_object(
        'orders', count(DISTINCT o.id), 'lines', count(*), 'matched', count(l.product_id),
        'amount', coalesce(sum(l.quantity * l.unit_price), 0)::text
    ) INTO answer
    FROM storedesk.past_orders AS o JOIN storedesk.past_lines AS l ON l.past_order_id = o.id
    WHERE o.past_import_id = import;

    PERFORM core.audit('end', 'past_import', import, NULL, answer);
END $$;

-- Takes an import of past sales away, with all that it brought. Answers how many lines there were. Refuses one that
-- is not there (past_import_not_found).
CREATE FUNCTION api.undo_past_import(request uuid, import uuid) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    held storedesk.past_imports;
    gone bigint;
BEGIN
    SELECT * INTO held FROM storedesk.past_imports AS i WHERE i.id = import FOR UPDATE;

    IF NOT FOUND THEN
        PERFORM core.not_found('past_import_not_found');
    END IF;

    DELETE FROM storedesk.past_lines AS l USING storedesk.past_orders AS o
    WHERE o.id = l.past_order_id AND o.past_import_id = import;
    GET DIAGNOSTICS gone = ROW_COUNT;
    DELETE FROM storedesk.past_imports AS i WHERE i.id = import;
    PERFORM core.audit('undo', 'past_import', import,
                       jsonb_build_object('files', held.files, 'begun_at', held.begun_at, 'lines', gone), NULL);
    answer := to_jsonb(gone);
END $$;

-- Past lines whose code nothing had become those of what has it now, whoever made that.
CREATE FUNCTION core.match_past_lines() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM storedesk.past_lines AS l WHERE l.product_id IS NULL) THEN
        WITH waiting AS (
            SELECT DISTINCT l.code
            FROM made AS m, unnest(core.code_forms(to_jsonb(m) ->> TG_ARGV[0])) AS c (form)
            JOIN storedesk.past_lines AS l ON upper(l.code) = c.form AND l.product_id IS NULL
        )
        UPDATE storedesk.past_lines AS l SET product_id = f.product_id, variant_id = f.variant_id
        FROM core.owners_of(ARRAY(SELECT w.code FROM waiting AS w)) AS f
        WHERE upper(l.code) = upper(f.code) AND l.product_id IS NULL;
    END IF;

    RETURN NULL;
END $$;

CREATE TRIGGER match_past_lines AFTER INSERT ON storedesk.product_barcodes REFERENCING NEW TABLE AS made
FOR EACH STATEMENT EXECUTE FUNCTION core.match_past_lines('barcode');

CREATE TRIGGER match_past_lines AFTER INSERT ON public.product_variants REFERENCING NEW TABLE AS made
FOR EACH STATEMENT EXECUTE FUNCTION core.match_past_lines('sku');
