-- A new product: made with its category, parts and first stock, and put on sale, by one command.

-- The category of a new product: `category`, or the one with the name `called`, which is made below `category`
-- (null: at the top) where there is none yet. Holds the tree where it may make one. Refuses category_not_found,
-- category_needed, and what a category's triggers refuse.
CREATE FUNCTION core.category_called(category uuid, called text) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wanted text := core.clean_words(called, 100);
    found uuid;
BEGIN
    IF category IS NULL AND wanted IS NULL THEN
        PERFORM core.refuse('category_needed');
    ELSIF wanted IS NOT NULL THEN
        PERFORM core.hold_tree();
    END IF;

    IF category IS NOT NULL AND NOT EXISTS (SELECT FROM public.categories AS c WHERE c.id = category) THEN
        PERFORM core.not_found('category_not_found');
    ELSIF wanted IS NULL THEN
        RETURN category;
    END IF;

    SELECT c.id INTO found FROM public.categories AS c WHERE lower(btrim(c.name)) = lower(wanted);

    IF found IS NULL THEN
        INSERT INTO public.categories (name, parent_category_id) VALUES (wanted, category) RETURNING id INTO found;
        PERFORM core.audit('create', 'category', found, NULL, to_jsonb(wanted));
    END IF;

    RETURN found;
END $$;

-- Adds the parts of a new product. `variants` are {id, sku, size, color, difference, codes}, `pictures` {id, url}
-- in their order, `contents` the files of those that the store does not have yet.
CREATE FUNCTION core.add_parts(product uuid, codes text[], variants jsonb, pictures jsonb, contents bytea[])
RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    currency text := (SELECT s.currency FROM storedesk.store_settings AS s);
BEGIN
    INSERT INTO storedesk.media (sha256, media_type, content)
    SELECT encode(sha256(c.content), 'hex'), core.media_type(c.content), c.content
    FROM unnest(contents) AS c (content)
    ON CONFLICT DO NOTHING;

    PERFORM core.exact(v.difference, currency)
    FROM jsonb_to_recordset(variants) AS v (difference numeric);

    INSERT INTO public.product_variants (
        id, product_id, sku, size, color, price_adjustment_amount, price_adjustment_currency
    )
    SELECT v.id, product, v.sku, v.size, v.color, v.difference, currency
    FROM jsonb_to_recordset(variants) AS v (id uuid, sku text, size text, color text, difference numeric);

    INSERT INTO storedesk.product_barcodes (barcode, product_id, variant_id)
    SELECT c.code, product, NULL::uuid FROM unnest(codes) AS c (code)
    UNION ALL
    SELECT c.code, product, v.id
    FROM jsonb_to_recordset(variants) AS v (id uuid, codes text[]) CROSS JOIN unnest(v.codes) AS c (code);

    INSERT INTO public.product_images (id, product_id, url, is_primary, display_order)
    SELECT (p.picture ->> 'id')::uuid, product, p.picture ->> 'url', p.place = 1, p.place - 1
    FROM jsonb_array_elements(pictures) WITH ORDINALITY AS p (picture, place);
END $$;

-- The type of an image by its first bytes; null for one that is not stored.
CREATE FUNCTION core.media_type(content bytea) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN substr(content, 1, 8) = '\x89504e470d0a1a0a' THEN 'image/png'
        WHEN substr(content, 1, 3) = '\xffd8ff' THEN 'image/jpeg'
        WHEN substr(content, 1, 4) = '\x52494646' AND substr(content, 9, 4) = '\x57454250' THEN 'image/webp'
    END
$$;

-- Puts a draft on sale if the rules for products allow it; else it stays a draft. Answers null, or why it stayed:
-- {code, parameters}.
CREATE FUNCTION core.put_draft_on_sale(product uuid) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    code text;
    parameters text;
BEGIN
    UPDATE public.products AS p SET status = 'active' WHERE p.id = product;
    RETURN NULL;
EXCEPTION WHEN SQLSTATE 'SD001' THEN
    GET STACKED DIAGNOSTICS code = MESSAGE_TEXT, parameters = PG_EXCEPTION_DETAIL;
    RETURN jsonb_build_object('code', code, 'parameters', coalesce(nullif(parameters, ''), '{}')::jsonb);
END $$;

-- Refuses what no new product can have, before anything is locked.
CREATE FUNCTION core.check_new(
    called text, description text, price numeric, status text, stock int, codes text[], variants jsonb,
    pictures jsonb, contents bytea[]
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce(price, 0) < 0.01 THEN
        PERFORM core.refuse('amount_small', jsonb_build_object('smallest', '0.01'));
    ELSIF length(description) > core.most('description') THEN
        PERFORM core.refuse('text_too_long', jsonb_build_object('longest', core.most('description')));
    ELSIF status NOT IN ('draft', 'active') THEN
        PERFORM core.refuse('bad_step', jsonb_build_object('name', called, 'was', 'draft', 'wanted', left(status, 20)));
    END IF;

    PERFORM core.check_quantity(stock, 0, 'moved_pieces');

    IF codes IS NULL OR array_position(codes, NULL) IS NOT NULL
        OR jsonb_typeof(variants) IS DISTINCT FROM 'array' OR jsonb_typeof(pictures) IS DISTINCT FROM 'array' THEN
        PERFORM core.refuse('lists_differ');
    END IF;

    PERFORM core.check_many(cardinality(codes), 'codes'), core.check_many(jsonb_array_length(pictures), 'pictures'),
            core.check_many(cardinality(contents), 'pictures');

    IF jsonb_array_length(variants) > core.most('variants') THEN
        PERFORM core.refuse('variants_many', jsonb_build_object('most', core.most('variants')));
    END IF;
END $$;

-- Makes a product, whole or not at all, with `stock` pieces on hand; for a category that does not exist yet see
-- category_called. `status` is draft or active; null is as in the store's settings. Answers {status, category_id,
-- on_hand, why}: a product that cannot be on sale stays a draft, and `why` says the reason. Who may make products
-- may receive stock as well: managers are clerks. Refuses numbers that cannot be (amount_small, bad_amount,
-- money_too_big, money_not_exact, bad_quantity, too_many, bad_measure), a code of another product (code_taken,
-- code_of_deleted), a product that was made already (product_made), and what triggers and checks refuse.
CREATE FUNCTION api.make_product(
    request uuid, product uuid, called text, description text, price numeric, category uuid, new_category text,
    status text, tax_class uuid, codes text[], stock int, variants jsonb, pictures jsonb, contents bytea[],
    cost numeric DEFAULT NULL, measure text DEFAULT NULL
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me uuid := core.me();
    fingerprint bytea := core.fingerprint(jsonb_build_array(
        product, called, description, price, category, new_category, status, tax_class, codes, stock,
        variants, pictures, cost, measure
    ));
    answer jsonb := core.replay(request, me, 'make_product', fingerprint);
    settings storedesk.store_settings;
    home uuid;
    on_hand int := 0;
    why jsonb;
BEGIN
    IF answer IS NULL THEN
        IF EXISTS (SELECT FROM public.products AS p WHERE p.id = product) THEN  -- an answer was lost
            PERFORM core.refuse('product_made', jsonb_build_object('name', called));
        END IF;

        SELECT * INTO settings FROM storedesk.store_settings;
        PERFORM core.check_new(called, description, core.exact(price, settings.currency), status, stock, codes,
                               variants, pictures, contents);
        home := core.category_called(category, new_category);
        PERFORM api.claim_codes(product, codes || ARRAY(
            SELECT c.code FROM jsonb_to_recordset(variants) AS v (sku text, codes text[])
            CROSS JOIN unnest(array_append(v.codes, v.sku)) AS c (code)
        ));
        INSERT INTO public.products (id, name, description, price_amount, price_currency, category_id, status)
        VALUES (product, core.clean_words(called, 200), nullif(description, ''), price, settings.currency, home,
                'draft');
        PERFORM core.audit('create', 'product', product, NULL, jsonb_build_object(
            'name', called, 'price', price::text, 'currency', settings.currency));
        PERFORM core.add_parts(product, codes, variants, pictures, contents);

        IF tax_class IS NOT NULL THEN
            INSERT INTO storedesk.product_tax (product_id, tax_class_id) VALUES (product, tax_class);
        END IF;

        PERFORM core.write_measure(product, measure);

        IF stock > 0 THEN
            PERFORM core.hold_stock(ARRAY[product]);
            on_hand := core.move_stock(product, NULL, 'set', stock, 'opening stock',
                                       actor => me, instant => core.now());
        END IF;

        IF cost IS NOT NULL THEN
            PERFORM core.write_costs(ARRAY[product], ARRAY[NULL::uuid], ARRAY[cost], 'typed', me, core.now());
        END IF;

        IF coalesce(status = 'active', settings.new_products_on_sale) THEN
            why := core.put_draft_on_sale(product);
        END IF;

        answer := core.finish(request, me, 'make_product', fingerprint, jsonb_build_object(
            'status', (SELECT p.status FROM public.products AS p WHERE p.id = product),
            'category_id', home, 'on_hand', on_hand, 'why', why));
    END IF;

    RETURN answer;
END $$;
