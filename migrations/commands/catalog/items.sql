-- Items: products, or variants of them, as they are sold. Found by their code, or by words.

-- What a code or a search finds: a product or one of its variants, with what it costs now, its usual price, the
-- promotion that lowers it (null for none), whether it is sold, and how, if not by the piece (product_measures).
CREATE TYPE core.item AS (
    product_id uuid, variant_id uuid, name text, description text, price numeric, state text, has_variants boolean,
    usual_price numeric, promotion text, measure text
);

-- A product, or one of its variants, as it is sold on a day (see core.price_on); no row for what does not exist.
-- Without a search_path of its own it is planned as if it stood in the query that asks.
CREATE FUNCTION core.items(product uuid, variant uuid, day date) RETURNS TABLE (
    product_id uuid, variant_id uuid, name text, description text, price numeric, state text, has_variants boolean,
    usual_price numeric, promotion text, measure text
)
LANGUAGE sql STABLE ROWS 1
BEGIN ATOMIC
    SELECT s.id, v.id, s.name::text, nullif(concat_ws(' / ', v.size, v.color), ''),
           c.price, s.state::text, EXISTS (SELECT FROM public.product_variants AS o WHERE o.product_id = s.id),
           s.price + coalesce(v.price_adjustment_amount, 0), c.promotion,
           (SELECT m.measure FROM storedesk.product_measures AS m WHERE m.product_id = s.id)::text
    FROM core.sellable AS s
    LEFT JOIN public.product_variants AS v ON v.id = variant AND v.product_id = s.id
    CROSS JOIN LATERAL core.price_on(
        s.id, v.id, s.category_id, s.price + coalesce(v.price_adjustment_amount, 0), day
    ) AS c
    WHERE s.id = product AND (variant IS NULL OR v.id IS NOT NULL);
END;

-- The same as one value. Null for what does not exist.
CREATE FUNCTION core.item(product uuid, variant uuid) RETURNS core.item
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    item core.item;
BEGIN
    SELECT i.* INTO item FROM core.items(product, variant, storedesk.promotion_day(core.business_day(core.now()))) AS i;

    RETURN item;
END $$;

-- The codes to look for: `forms` are the forms in which a code may have been written down, as the till reads them, up
-- to 16 of them; without them those of core.code_forms.
CREATE FUNCTION core.names_of(code text, forms text[]) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE WHEN forms IS NULL THEN core.code_forms(code) ELSE ARRAY(
        SELECT upper(btrim(f.form)) FROM unnest(forms[:16]) WITH ORDINALITY AS f (form, place) ORDER BY f.place
    ) END;
END $$;

-- The item that has the first of some codes that anything has: barcodes and SKUs are one namespace. Null for none.
CREATE FUNCTION core.item_named(names text[]) RETURNS core.item
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    day date := storedesk.promotion_day(core.business_day(core.now()));
    item core.item;
BEGIN
    SELECT i.* INTO item
    FROM (
        SELECT k.product_id, k.variant_id
        FROM (
            SELECT b.product_id, b.variant_id, upper(b.barcode) AS code
            FROM storedesk.product_barcodes AS b WHERE upper(b.barcode) = ANY (names)
            UNION ALL
            SELECT v.product_id, v.id, upper(btrim(v.sku))
            FROM public.product_variants AS v WHERE upper(btrim(v.sku)) = ANY (names)
        ) AS k
        ORDER BY array_position(names, k.code), k.variant_id IS NULL
        LIMIT 1
    ) AS named
    CROSS JOIN LATERAL core.items(named.product_id, named.variant_id, day) AS i;

    RETURN item;
END $$;

-- The item that a code names, in one of its forms (core.names_of), or else by the number on the label of a scale. Null
-- for an unknown code.
CREATE FUNCTION core.item_by_code(code text, forms text[] DEFAULT NULL) RETURNS core.item
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    names text[] := core.names_of(code, forms);
    item core.item := core.item_named(names);
BEGIN
    IF item.product_id IS NULL THEN
        item := core.labeled_item(core.read_label(names));
    END IF;

    RETURN item;
END $$;

-- Tells whether a product is sold in variants.
CREATE FUNCTION core.has_variants(product uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM public.product_variants AS v WHERE v.product_id = product);
END $$;

-- Tells whether the asker sees drafts, and products that are not sold any more.
CREATE FUNCTION core.sees_all() RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN core.belongs('clerk') OR core.belongs('admin') OR core.belongs('auditor');
END $$;

-- Tells whether an item is a draft that the asker does not see: for them it does not exist.
CREATE FUNCTION core.is_hidden(item core.item) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN item.product_id IS NULL OR (item.state = 'draft' AND NOT core.sees_all());
END $$;

-- Refuses to sell something because of its state: draft, inactive, hidden or deleted (product_not_sold). For an
-- asker who does not see drafts, a draft does not exist (product_not_found).
CREATE FUNCTION core.refuse_unsold(product uuid, name text, state text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF state = 'draft' AND NOT core.sees_all() THEN
        PERFORM core.not_found('product_not_found', jsonb_build_object('product', product));
    END IF;

    PERFORM core.refuse('product_not_sold', jsonb_build_object('name', name, 'status', state));
END $$;

-- Refuses what cannot be sold: product_not_sold, and a product whose variant is not chosen (choose_variant).
CREATE FUNCTION core.check_item(item core.item) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF item.state <> 'active' THEN
        PERFORM core.refuse_unsold(item.product_id, item.name, item.state);
    END IF;

    IF item.variant_id IS NULL AND item.has_variants THEN
        PERFORM core.refuse('choose_variant', jsonb_build_object('name', item.name, 'product', item.product_id));
    END IF;
END $$;

-- An item as the search of the till shows it; the available pieces of variants are those of all of them together.
CREATE FUNCTION core.item_document(product uuid, variant uuid, code text) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    item core.item := core.item(product, variant);
BEGIN
    RETURN jsonb_build_object(
        'product_id', item.product_id, 'variant_id', item.variant_id, 'name', item.name,
        'description', item.description, 'price', round(item.price, 2)::text,
        'usual_price', round(item.usual_price, 2)::text, 'promotion', item.promotion,
        'currency', (SELECT s.currency FROM storedesk.store_settings AS s),
        'code', coalesce(code, core.code_of(product, variant)),
        'available', (SELECT i.stock_level - i.reserved_quantity FROM public.inventory AS i
                      WHERE i.product_id = product),
        'of_variants', item.has_variants, 'measure', item.measure
    );
END $$;

-- An item by its exact code, or by one of its forms (core.item_by_code), for its price; null for an unknown one.
-- Refuses product_not_sold.
CREATE FUNCTION api.item_by_code(code text, forms text[] DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    item core.item := core.item_by_code(code, forms);
BEGIN
    IF core.is_hidden(item) THEN
        RETURN NULL;
    END IF;

    IF item.state <> 'active' THEN
        PERFORM core.refuse_unsold(item.product_id, item.name, item.state);
    END IF;

    RETURN core.item_document(item.product_id, item.variant_id, btrim(code));
END $$;

-- The product that a code names, for those who count, receive and adjust it, on sale or not: {product_id,
-- variant_id, name, state}; null for an unknown one. An asker who does not see the others gets only what is on
-- sale. Refuses product_deleted, product_not_sold.
CREATE FUNCTION api.stock_item(code text, forms text[] DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    item core.item := core.item_by_code(code, forms);
BEGIN
    IF core.is_hidden(item) THEN
        RETURN NULL;
    ELSIF item.state = 'deleted' THEN
        PERFORM core.refuse('product_deleted', jsonb_build_object('name', item.name));
    ELSIF item.state = 'inactive' AND NOT core.sees_all() THEN
        PERFORM core.refuse_unsold(item.product_id, item.name, item.state);
    END IF;

    RETURN jsonb_build_object(
        'product_id', item.product_id, 'variant_id', item.variant_id, 'name', item.name, 'state', item.state
    );
END $$;

-- Puts the product with a code on sale: a draft, or one that is not sold any more. Answers {product_id}. The
-- product's own trigger writes the audit trail. Refuses unknown_code, product_deleted, category_not_shown, and
-- what a product's triggers refuse.
CREATE FUNCTION api.put_on_sale(request uuid, code text, forms text[] DEFAULT NULL) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    item core.item;
BEGIN
    item := core.item_by_code(code, forms);

    IF item.product_id IS NULL THEN
        PERFORM core.not_found('unknown_code', jsonb_build_object('code', left(btrim(code), 64)));
    ELSIF item.state = 'deleted' THEN
        PERFORM core.refuse('product_deleted', jsonb_build_object('name', item.name));
    ELSIF item.state = 'hidden' THEN
        PERFORM core.refuse('category_not_shown', jsonb_build_object('name', item.name));
    END IF;

    UPDATE public.products AS p SET status = 'active'
    WHERE p.id = item.product_id AND p.status <> 'active' AND NOT p.is_deleted;
    answer := jsonb_build_object('product_id', item.product_id);
END $$;
