-- Tax: the rate of a product on a day, the tax in a sum of lines, and the classes of products and categories.
-- domain/values/tax.py has the same rule, and one test feeds both the same lines.

-- The rate of a class of tax on a day of the store's calendar: the newest one by then. No row if there is none yet.
-- Without a search_path of its own it is planned as if it stood in the query that asks.
CREATE FUNCTION core.rate_on(class uuid, day date) RETURNS TABLE (name text, rate numeric)
LANGUAGE sql STABLE ROWS 1
BEGIN ATOMIC
    SELECT r.name::text, r.rate FROM storedesk.tax_rates AS r
    WHERE r.tax_class_id = class AND r.valid_from <= day
    ORDER BY r.valid_from DESC LIMIT 1;
END;

-- The tax of a product on a day of the store's calendar.
CREATE FUNCTION core.tax_of(product uuid, day date) RETURNS TABLE (name text, rate numeric)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT r.name, r.rate
    FROM core.sellable AS s CROSS JOIN LATERAL core.rate_on(s.tax_class_id, day) AS r
    WHERE s.id = product;
END $$;

-- The tax in a base, rounded half away from zero: exclusive prices add base x rate; inclusive ones contain
-- base x rate / (1 + rate).
CREATE FUNCTION core.tax_in(base numeric, rate numeric, mode text, digits int) RETURNS numeric
LANGUAGE sql IMMUTABLE
RETURN round(base * rate / CASE mode WHEN 'inclusive' THEN 1 + rate ELSE 1 END, digits);

-- The base of a tax and what it comes to, as totals have them.
CREATE FUNCTION core.tax_line(name text, rate numeric, base numeric, tax numeric) RETURNS jsonb
LANGUAGE sql IMMUTABLE
RETURN jsonb_build_object('name', name, 'rate', rate::text, 'base', round(base, 2)::text, 'tax', round(tax, 2)::text);

-- The totals of some lines: their amounts, and the names and rates of their taxes, or null. There is one base for
-- each name and rate, and its tax is rounded once (core.tax_in); of inclusive prices the total is the subtotal. Answers
-- {subtotal, tax, total, tax_lines: [{name, rate, base, tax}]}, amounts as text. Refuses nothing: who takes the money
-- checks the total.
CREATE FUNCTION core.totals(
    amounts numeric[], taxes text[], rates numeric[], mode text, digits int DEFAULT 2
) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    subtotal numeric;
    contained numeric := 0;
    added numeric;
    rate numeric(7, 5) := rates[1];
    tax_lines jsonb := '[]';
BEGIN
    IF array_remove(rates, rates[1]) = '{}' AND array_remove(taxes, taxes[1]) = '{}' THEN  -- as nearly always
        subtotal := (SELECT coalesce(sum(a.amount), 0) FROM unnest(amounts) AS a (amount));

        IF rate > 0 THEN
            contained := core.tax_in(subtotal, rate, mode, digits);
            tax_lines := jsonb_build_array(core.tax_line(taxes[1], rate, subtotal, contained));
        END IF;
    ELSE
        SELECT coalesce(sum(t.base), 0), coalesce(sum(t.tax), 0), coalesce(jsonb_agg(
            core.tax_line(t.name, t.rate, t.base, t.tax) ORDER BY t.name COLLATE "C", t.rate
        ) FILTER (WHERE t.rate > 0), '[]')
        INTO subtotal, contained, tax_lines
        FROM (
            SELECT l.name, l.rate, sum(l.amount) AS base,
                   CASE WHEN l.rate > 0 THEN core.tax_in(sum(l.amount), l.rate, mode, digits) END AS tax
            FROM unnest(amounts, taxes, rates::numeric(7, 5)[]) AS l (amount, name, rate)
            GROUP BY l.name, l.rate
        ) AS t;
    END IF;

    added := CASE mode WHEN 'inclusive' THEN 0 ELSE contained END;

    RETURN jsonb_build_object(
        'subtotal', round(subtotal, 2)::text, 'tax', round(added, 2)::text,
        'total', round(subtotal + added, 2)::text, 'tax_lines', tax_lines
    );
END $$;

-- Counts the version of a product or category when its class of tax changes.
CREATE FUNCTION core.change_tax() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF pg_trigger_depth() > 1 THEN
        RETURN NULL;
    ELSIF tg_table_name = 'product_tax' THEN
        UPDATE public.products AS p SET version = p.version + 1
        WHERE p.id = ANY (ARRAY(SELECT (to_jsonb(c) ->> 'product_id')::uuid FROM changed AS c));
    ELSE
        UPDATE public.categories AS k SET version = k.version + 1
        WHERE k.id = ANY (ARRAY(SELECT (to_jsonb(c) ->> 'category_id')::uuid FROM changed AS c));
    END IF;

    RETURN NULL;
END $$;

DO $$
DECLARE
    part text;
    event text;
BEGIN
    FOREACH part IN ARRAY ARRAY['product_tax', 'category_tax'] LOOP
        FOREACH event IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
            EXECUTE format(
                'CREATE TRIGGER %I AFTER %s ON storedesk.%I REFERENCING %s TABLE AS changed '
                'FOR EACH STATEMENT EXECUTE FUNCTION core.change_tax()',
                'change_' || lower(event), event, part, CASE event WHEN 'DELETE' THEN 'OLD' ELSE 'NEW' END
            );
        END LOOP;
    END LOOP;
END $$;

-- Gives a product its own class of tax; with null it follows its category again.
CREATE FUNCTION api.tax_product(request uuid, product uuid, tax_class uuid) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    IF tax_class IS NULL THEN
        DELETE FROM storedesk.product_tax AS t WHERE t.product_id = product;
    ELSE
        INSERT INTO storedesk.product_tax AS t (product_id, tax_class_id) VALUES (product, tax_class)
        ON CONFLICT (product_id) DO UPDATE SET tax_class_id = excluded.tax_class_id
        WHERE t.tax_class_id <> excluded.tax_class_id;
    END IF;
END $$;

-- Gives a category its own class of tax; with null it follows the one above it again.
CREATE FUNCTION api.tax_category(request uuid, category uuid, tax_class uuid) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    was uuid := (SELECT t.tax_class_id FROM storedesk.category_tax AS t WHERE t.category_id = category);
BEGIN
    IF tax_class IS NULL THEN
        DELETE FROM storedesk.category_tax AS t WHERE t.category_id = category;
    ELSE
        INSERT INTO storedesk.category_tax AS t (category_id, tax_class_id) VALUES (category, tax_class)
        ON CONFLICT (category_id) DO UPDATE SET tax_class_id = excluded.tax_class_id
        WHERE t.tax_class_id <> excluded.tax_class_id;
    END IF;

    PERFORM core.audit('tax', 'category', category, to_jsonb(was), to_jsonb(tax_class));
END $$;
