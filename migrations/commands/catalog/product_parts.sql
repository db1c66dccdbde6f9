-- Variants, images and codes are parts of a product, whose version counts their changes too.

-- Trims the SKU, size and color of a variant; an empty size or color is none.
CREATE FUNCTION core.trim_variant() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.sku := btrim(NEW.sku);
    NEW.size := nullif(btrim(NEW.size), '');
    NEW.color := nullif(btrim(NEW.color), '');
    RETURN NEW;
END $$;

CREATE TRIGGER a_trim BEFORE INSERT OR UPDATE ON public.product_variants
FOR EACH ROW EXECUTE FUNCTION core.trim_variant();

-- Refuses to move a part to another product (part_moved).
CREATE FUNCTION core.guard_part() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF tg_op = 'UPDATE' AND NEW.product_id <> OLD.product_id THEN
        PERFORM core.refuse('part_moved');
    END IF;

    RETURN NEW;
END $$;

CREATE TRIGGER guard BEFORE UPDATE ON public.product_variants
FOR EACH ROW EXECUTE FUNCTION core.guard_part();

CREATE TRIGGER guard BEFORE UPDATE ON public.product_images
FOR EACH ROW EXECUTE FUNCTION core.guard_part();

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.product_variants
FOR EACH ROW EXECUTE FUNCTION core.stamp_part();

-- Makes room for a new primary image: a product has one.
CREATE FUNCTION core.choose_picture() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE public.product_images SET is_primary = false
    WHERE product_id = NEW.product_id AND is_primary AND id <> NEW.id;
    RETURN NEW;
END $$;

CREATE TRIGGER choose BEFORE INSERT OR UPDATE ON public.product_images
FOR EACH ROW WHEN (NEW.is_primary) EXECUTE FUNCTION core.choose_picture();

-- Follows a change of parts in the products that they belong to: holds the products, counts their versions, and
-- checks the parts as they are by now. Refuses a variant that is free (variant_free), is priced in another
-- currency (other_currency) or cannot be paid in it (check_price).
CREATE FUNCTION core.change_products(products uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wrong record;
BEGIN
    PERFORM core.check_isolation();
    PERFORM FROM public.products AS p WHERE p.id = ANY (products) ORDER BY p.id FOR NO KEY UPDATE;
    UPDATE public.products AS p SET version = p.version + 1 WHERE p.id = ANY (change_products.products);

    SELECT p.name, p.price_currency, v.price_adjustment_currency INTO wrong
    FROM public.product_variants AS v JOIN public.products AS p ON p.id = v.product_id
    WHERE p.id = ANY (products)
      AND (p.price_amount + v.price_adjustment_amount < 0.01 OR v.price_adjustment_currency <> p.price_currency)
    LIMIT 1;

    IF wrong.price_adjustment_currency <> wrong.price_currency THEN
        PERFORM core.refuse('other_currency', jsonb_build_object('currency', wrong.price_currency));
    ELSIF FOUND THEN
        PERFORM core.refuse('variant_free', jsonb_build_object('name', wrong.name));
    END IF;

    UPDATE public.product_images AS i SET is_primary = true
    FROM (
        SELECT DISTINCT ON (p.product_id) p.id FROM public.product_images AS p
        WHERE p.product_id = ANY (products)
          AND NOT EXISTS (SELECT FROM public.product_images AS q WHERE q.product_id = p.product_id AND q.is_primary)
        ORDER BY p.product_id, p.display_order, p.id
    ) AS first
    WHERE i.id = first.id;

    PERFORM core.check_price(v.price_adjustment_amount, p.price_currency)
    FROM public.product_variants AS v JOIN public.products AS p ON p.id = v.product_id
    WHERE p.id = ANY (products) AND v.price_adjustment_amount <> trunc(v.price_adjustment_amount);

    PERFORM core.hold_categories(ARRAY(SELECT p.category_id FROM public.products AS p WHERE p.id = ANY (products)));
    PERFORM core.index_products(products);
END $$;

-- Counts the versions of the products whose variants, codes or images change. The trigger's argument is the column
-- that holds a code, which is checked first (check_codes).
CREATE FUNCTION core.change_parts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    products uuid[] := (SELECT array_agg(DISTINCT c.product_id) FROM changed AS c);
BEGIN
    IF products IS NULL OR pg_trigger_depth() > 1 THEN  -- what a trigger did, that trigger answers for
        RETURN NULL;
    END IF;

    IF tg_op <> 'DELETE' AND tg_nargs = 1 THEN
        PERFORM core.check_codes((SELECT array_agg(to_jsonb(c) ->> tg_argv[0]) FROM changed AS c));
    END IF;

    PERFORM core.change_products(products);
    RETURN NULL;
END $$;

DO $$
DECLARE
    part text;
    code text;
    event text;
BEGIN
    FOR part, code IN VALUES ('public.product_variants', 'sku'), ('storedesk.product_barcodes', 'barcode'),
                             ('public.product_images', NULL)
    LOOP
        FOREACH event IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
            EXECUTE format(
                'CREATE TRIGGER %I AFTER %s ON %s REFERENCING %s TABLE AS changed '
                'FOR EACH STATEMENT EXECUTE FUNCTION core.change_parts(%s)',
                'change_' || lower(event), event, part,
                CASE event WHEN 'DELETE' THEN 'OLD' ELSE 'NEW' END, coalesce(quote_literal(code), '')
            );
        END LOOP;
    END LOOP;
END $$;

-- Refuses more variants of a product than there may be (variants_many), once change_parts holds it. What had too many
-- before keeps them.
CREATE FUNCTION core.count_variants() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    products uuid[] := ARRAY(SELECT DISTINCT a.product_id FROM added AS a);
BEGIN
    IF EXISTS (
        SELECT FROM public.product_variants AS v WHERE v.product_id = ANY (products)
        GROUP BY v.product_id HAVING count(*) > core.most('variants')
    ) THEN
        PERFORM core.refuse('variants_many', jsonb_build_object('most', core.most('variants')));
    END IF;

    RETURN NULL;
END $$;

CREATE TRIGGER count_insert AFTER INSERT ON public.product_variants REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION core.count_variants();

-- Refuses more codes of a product, or of a variant, than there may be (too_many), once change_parts holds it. What had
-- too many before keeps them.
CREATE FUNCTION core.count_codes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    products uuid[] := ARRAY(SELECT DISTINCT a.product_id FROM added AS a);
    owners uuid[] := ARRAY(SELECT DISTINCT coalesce(a.variant_id, a.product_id) FROM added AS a);
BEGIN
    PERFORM core.check_many(max(o.codes), 'codes')
    FROM (
        SELECT count(*) AS codes FROM storedesk.product_barcodes AS b
        WHERE b.product_id = ANY (products) AND coalesce(b.variant_id, b.product_id) = ANY (owners)
        GROUP BY b.product_id, b.variant_id
    ) AS o;
    RETURN NULL;
END $$;

CREATE TRIGGER count_insert AFTER INSERT ON storedesk.product_barcodes REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION core.count_codes();

CREATE TRIGGER count_update AFTER UPDATE ON storedesk.product_barcodes REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION core.count_codes();

-- Where a variant is in use, so that it cannot be removed: 'variant_sold' in orders, 'variant_wanted' in baskets,
-- purchases or counts. Null where it is not.
CREATE FUNCTION core.holder_of_variant(product uuid, variant uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN EXISTS (SELECT FROM public.order_line_items AS l
                     WHERE l.product_id = product AND l.variant_id = variant) THEN 'variant_sold'
        WHEN EXISTS (SELECT FROM public.cart_items AS c WHERE c.variant_id = variant)
          OR EXISTS (SELECT FROM storedesk.purchase_order_lines AS p
                     WHERE p.product_id = product AND p.variant_id = variant)
          OR EXISTS (SELECT FROM storedesk.stock_count_lines AS s
                     WHERE s.product_id = product AND s.variant_id = variant)
            THEN 'variant_wanted'
    END
$$;

-- Removes variants, codes and images of a product, whose rows nobody may delete. Refuses a variant that was sold
-- (variant_sold), or that is in a basket, a purchase or a count (variant_wanted), so that they keep their meaning.
CREATE FUNCTION api.remove_parts(
    request uuid, product uuid, variants uuid[], codes text[], pictures uuid[]
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    kept record;
BEGIN
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
