-- What the forms of products and categories need beside their rows: nobody may delete a row, and whoever
-- writes codes goes before anybody else who does. The commands are asked inside a form's transaction.

-- Holds the namespace of codes until the transaction ends: before any product is held, as whoever
-- writes codes by the statement does too. Refuses a code of another product (code_taken), or of one
-- that was deleted (code_of_deleted); a UPC-A and its EAN-13 are the same code.
CREATE FUNCTION api.claim_codes(product uuid, codes text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    taken record;
BEGIN
    PERFORM core.me(), core.check_isolation(), pg_advisory_xact_lock(7302);

    SELECT c.code, p.name, p.is_deleted INTO taken
    FROM unnest(codes) AS c (code)
    CROSS JOIN LATERAL (
        SELECT b.product_id FROM storedesk.product_barcodes AS b
        WHERE upper(b.barcode) = ANY (core.code_forms(c.code))
        UNION ALL
        SELECT v.product_id FROM public.product_variants AS v
        WHERE upper(btrim(v.sku)) = ANY (core.code_forms(c.code))
    ) AS other
    JOIN public.products AS p ON p.id = other.product_id
    WHERE other.product_id <> product
    LIMIT 1;

    IF taken.is_deleted THEN
        PERFORM core.refuse('code_of_deleted', jsonb_build_object('code', taken.code, 'name', taken.name));
    ELSIF FOUND THEN
        PERFORM core.refuse('code_taken', jsonb_build_object('code', taken.code, 'name', taken.name));
    END IF;
END $$;

-- Where a variant stands that must not go: in baskets, orders, purchases or counts. Null: nowhere.
CREATE FUNCTION core.holder_of_variant(product uuid, variant uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN EXISTS (SELECT FROM public.order_line_items AS l
                     WHERE l.product_id = product AND l.variant_id = variant) THEN 'variant_sold'
        WHEN EXISTS (SELECT FROM public.cart_items AS c WHERE c.variant_id = variant)
          OR EXISTS (SELECT FROM storedesk.purchase_order_lines AS p WHERE p.product_id = product AND p.variant_id = variant)
          OR EXISTS (SELECT FROM storedesk.stock_count_lines AS s WHERE s.product_id = product AND s.variant_id = variant)
            THEN 'variant_wanted'
    END
$$;

-- Takes parts away from a product. Refuses a variant that was sold (variant_sold), or that stands in a
-- basket, a purchase or a count (variant_wanted): books and baskets go on meaning what they meant.
CREATE FUNCTION core.remove_parts(product uuid, variants uuid[], codes text[], pictures uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    kept record;
BEGIN
    PERFORM core.check_isolation();
    PERFORM FROM public.products AS p WHERE p.id = product FOR NO KEY UPDATE;

    SELECT v.sku, core.holder_of_variant(product, v.id) AS code INTO kept
    FROM public.product_variants AS v
    WHERE v.product_id = product AND v.id = ANY (variants) AND core.holder_of_variant(product, v.id) IS NOT NULL
    ORDER BY v.sku LIMIT 1;

    IF kept.code = 'variant_sold' THEN
        PERFORM core.refuse('variant_sold', jsonb_build_object('sku', kept.sku));
    ELSIF kept.code = 'variant_wanted' THEN
        PERFORM core.refuse('variant_wanted', jsonb_build_object('sku', kept.sku));
    END IF;

    PERFORM core.audit('remove_variant', 'product', product, to_jsonb(v.sku))
    FROM public.product_variants AS v WHERE v.product_id = product AND v.id = ANY (variants);

    DELETE FROM public.product_variants AS v WHERE v.product_id = product AND v.id = ANY (variants);
    DELETE FROM storedesk.product_barcodes AS b WHERE b.product_id = product AND b.barcode = ANY (codes);
    DELETE FROM public.product_images AS i WHERE i.product_id = product AND i.id = ANY (pictures);
END $$;

CREATE FUNCTION api.remove_parts(request uuid, product uuid, variants uuid[], codes text[], pictures uuid[]) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.remove_parts(product, variants, codes, pictures);
END $$;

-- ---------- tax classes, which belong to products and categories as parts do

-- Counts the version of a product or category up when its class of tax changes.
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

-- Gives a product a tax class of its own; null has it follow its category again.
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

-- Gives a category a tax class of its own; null has it follow the one above it again.
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

-- ---------- products move house

-- Moves all products of a category into another one, deleted ones as well, but not those of categories
-- below it. Answers with how many they were. Refuses what is on sale where nobody sees it
-- (category_not_shown).
CREATE FUNCTION api.move_products(request uuid, category uuid, target uuid) RETURNS int
LANGUAGE command AS $$
DECLARE
    moved int;
BEGIN
    IF NOT EXISTS (SELECT FROM public.categories AS c WHERE c.id = target) THEN
        PERFORM core.not_found('category_not_found');
    END IF;

    PERFORM FROM public.products AS p WHERE p.category_id = category ORDER BY p.id FOR NO KEY UPDATE;
    UPDATE public.products SET category_id = target WHERE category_id = category AND target <> category;
    GET DIAGNOSTICS moved = ROW_COUNT;
    answer := to_jsonb(moved);
END $$;
