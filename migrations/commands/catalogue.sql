-- Products and categories: edited in forms, as rows; here is what holds for whoever writes them.

-- ---------- categories: a tree of three levels

-- A category and those above it, itself first.
CREATE FUNCTION core.category_chain(category uuid) RETURNS uuid[]
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_remove(ARRAY[a.id, b.id, c.id], NULL)
    FROM public.categories AS a
    LEFT JOIN public.categories AS b ON b.id = a.parent_category_id
    LEFT JOIN public.categories AS c ON c.id = b.parent_category_id
    WHERE a.id = category
$$;

-- Whoever changes the tree's shape takes this lock first, before any row: two moves, each lawful,
-- could close a circle together.
CREATE FUNCTION core.hold_tree() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT pg_advisory_xact_lock(7301)
$$;

-- Works out a category's depth. Refuses one below itself (category_circle), and a fourth level
-- (category_too_deep).
CREATE FUNCTION core.place_category() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF tg_op = 'INSERT' OR NEW.parent_category_id IS DISTINCT FROM OLD.parent_category_id THEN
        PERFORM core.hold_tree();
    END IF;

    IF NEW.id = ANY (core.category_chain(NEW.parent_category_id)) THEN
        PERFORM core.refuse('category_circle', jsonb_build_object('name', NEW.name));
    END IF;

    NEW.depth := 1 + coalesce(
        (SELECT c.depth FROM public.categories AS c WHERE c.id = NEW.parent_category_id), 0);

    IF NEW.depth > 3 THEN
        PERFORM core.refuse('category_too_deep', jsonb_build_object('name', NEW.name, 'most', 3));
    END IF;

    RETURN NEW;
END $$;

-- Has a subtree follow its root: each child works out its own depth, and takes its children along.
CREATE FUNCTION core.take_subtree_along() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE public.categories SET depth = NEW.depth + 1 WHERE parent_category_id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER normalise BEFORE INSERT OR UPDATE ON public.categories
FOR EACH ROW EXECUTE FUNCTION core.normalise();

CREATE TRIGGER place BEFORE INSERT OR UPDATE ON public.categories
FOR EACH ROW EXECUTE FUNCTION core.place_category();

CREATE TRIGGER touch BEFORE INSERT OR UPDATE ON public.categories
FOR EACH ROW EXECUTE FUNCTION core.touch();

CREATE TRIGGER take_subtree_along AFTER UPDATE ON public.categories
FOR EACH ROW WHEN (OLD.depth <> NEW.depth) EXECUTE FUNCTION core.take_subtree_along();

-- Moves a category, with all below it, under another one; null is the top. Answers with its depth.
CREATE FUNCTION api.move_category(request uuid, category uuid, parent uuid) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me uuid := core.me();
    answer jsonb := core.recall(request, me, 'move_category', jsonb_build_array(category, parent));
    deep int;
BEGIN
    IF answer IS NULL THEN
        PERFORM core.hold_tree();
        UPDATE public.categories SET parent_category_id = parent WHERE id = category RETURNING depth INTO deep;

        IF deep IS NULL OR NOT (parent IS NULL OR EXISTS (SELECT FROM public.categories AS c WHERE c.id = parent)) THEN
            PERFORM core.miss('category_not_found');
        END IF;

        answer := core.remember(request, to_jsonb(deep));
    END IF;

    RETURN answer::int;
END $$;

-- ---------- products

-- Whether a category and all above it are shown. Holds them as they are until the transaction ends.
CREATE FUNCTION core.is_category_shown(category uuid) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    chain uuid[] := core.category_chain(category);
BEGIN
    PERFORM FROM public.categories AS c WHERE c.id = ANY (chain) ORDER BY c.id FOR SHARE;
    RETURN NOT EXISTS (SELECT FROM public.categories AS c WHERE c.id = ANY (chain) AND NOT c.is_active);
END $$;

-- Refuses what is no lawful step in a product's life (domain: draft -> active <-> inactive -> deleted,
-- and back to inactive); none goes while someone waits for it (still_reserved).
CREATE FUNCTION core.check_step(was public.products, wanted public.products) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held int;
BEGIN
    IF wanted.is_deleted AND NOT was.is_deleted THEN
        PERFORM core.hold_stock(ARRAY[was.id]);
        held := (SELECT i.reserved_quantity FROM public.inventory AS i WHERE i.product_id = was.id);

        IF held > 0 THEN
            PERFORM core.refuse('still_reserved', jsonb_build_object('name', was.name, 'reserved', held));
        END IF;
    ELSIF was.is_deleted AND (wanted.is_deleted OR wanted.status <> 'inactive') AND wanted.status <> was.status THEN
        PERFORM core.refuse('product_deleted', jsonb_build_object('name', was.name));
    ELSIF wanted.status <> was.status AND (was.status, wanted.status) NOT IN (
        ('draft', 'active'), ('active', 'inactive'), ('inactive', 'active')
    ) THEN
        PERFORM core.refuse('bad_step', jsonb_build_object('name', was.name, 'was', was.status, 'wanted', wanted.status));
    END IF;
END $$;

-- Holds a product to the rules: whoever writes it, the server says who did; is_active is derived.
-- Refuses a currency that is not the store's (other_currency), an unlawful step (check_step), sale in a
-- category that is not shown (category_not_shown), and a price that makes a variant free (variant_free).
CREATE FUNCTION core.guard_product() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    is_new boolean := tg_op = 'INSERT';
    actor uuid := core.stamp_actor();
    currency text := (SELECT s.currency FROM storedesk.store_settings AS s);
BEGIN
    IF is_new THEN
        NEW.created_by := CASE WHEN core.belongs('owner') THEN coalesce(actor, NEW.created_by) ELSE actor END;
        NEW.updated_by := NEW.created_by;
        NEW.is_deleted := false;
    ELSE
        NEW.created_by := OLD.created_by;
        NEW.updated_by := coalesce(actor, OLD.updated_by);
        NEW.status := CASE WHEN NEW.is_deleted <> OLD.is_deleted THEN 'inactive' ELSE NEW.status END;
        PERFORM core.check_step(OLD, NEW);
    END IF;

    NEW.is_active := NEW.status <> 'inactive' AND NOT NEW.is_deleted;

    IF NEW.price_currency <> currency THEN
        PERFORM core.refuse('other_currency', jsonb_build_object('currency', currency));
    END IF;

    -- held even for a draft: a new product must not miss a new name of its category
    IF (is_new OR NEW.category_id <> OLD.category_id OR NEW.status <> OLD.status)
        AND NOT core.is_category_shown(NEW.category_id) AND NEW.status = 'active' THEN
        PERFORM core.refuse('category_not_shown', jsonb_build_object('name', NEW.name));
    END IF;

    IF NOT is_new AND NEW.price_amount <> OLD.price_amount AND NEW.price_amount < 0.01 - (
        SELECT min(v.price_adjustment_amount) FROM public.product_variants AS v WHERE v.product_id = NEW.id
    ) THEN
        PERFORM core.refuse('variant_free', jsonb_build_object('name', NEW.name));
    END IF;

    IF NOT is_new AND NEW.price_currency <> OLD.price_currency THEN
        UPDATE public.product_variants SET price_adjustment_currency = NEW.price_currency WHERE product_id = NEW.id;
    END IF;

    RETURN NEW;
END $$;

CREATE TRIGGER a_normalise BEFORE INSERT OR UPDATE ON public.products
FOR EACH ROW EXECUTE FUNCTION core.normalise();

CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.products
FOR EACH ROW EXECUTE FUNCTION core.guard_product();

CREATE TRIGGER touch BEFORE INSERT OR UPDATE ON public.products
FOR EACH ROW EXECUTE FUNCTION core.touch();

-- Writes down which prices and states have changed.
CREATE FUNCTION core.note_products() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.note(
        'price', 'product', n.id,
        jsonb_build_object('price', o.price_amount::text, 'currency', o.price_currency),
        jsonb_build_object('price', n.price_amount::text, 'currency', n.price_currency)
    )
    FROM were AS o JOIN are AS n USING (id)
    WHERE (n.price_amount, n.price_currency) <> (o.price_amount, o.price_currency);

    PERFORM core.note(
        CASE WHEN n.is_deleted AND NOT o.is_deleted THEN 'delete'
             WHEN o.is_deleted AND NOT n.is_deleted THEN 'restore' ELSE 'status' END,
        'product', n.id, to_jsonb(o.status), to_jsonb(n.status)
    )
    FROM were AS o JOIN are AS n USING (id)
    WHERE (n.status, n.is_deleted) <> (o.status, o.is_deleted);
    RETURN NULL;
END $$;

CREATE TRIGGER note AFTER UPDATE ON public.products REFERENCING OLD TABLE AS were NEW TABLE AS are
FOR EACH STATEMENT EXECUTE FUNCTION core.note_products();

-- Takes a product off the shelves for good, though not out of the books; restore_product undoes it.
-- Refuses while someone waits for it (still_reserved): it holds the stock first, as every sale does.
CREATE FUNCTION core.delete_product(product uuid, is_gone boolean) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.hold_stock(ARRAY[product]);
    UPDATE public.products SET is_deleted = is_gone WHERE id = product AND is_deleted <> is_gone;

    IF NOT FOUND AND NOT EXISTS (SELECT FROM public.products AS p WHERE p.id = product) THEN
        PERFORM core.miss('product_not_found', jsonb_build_object('product', product));
    END IF;
END $$;

CREATE FUNCTION api.delete_product(request uuid, product uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    answer jsonb := core.recall(request, core.me(), 'delete_product', jsonb_build_array(product));
BEGIN
    IF answer IS NULL THEN
        PERFORM core.delete_product(product, is_gone => true);
        answer := core.remember(request, '{}');
    END IF;

    RETURN answer;
END $$;

CREATE FUNCTION api.restore_product(request uuid, product uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    answer jsonb := core.recall(request, core.me(), 'restore_product', jsonb_build_array(product));
BEGIN
    IF answer IS NULL THEN
        PERFORM core.delete_product(product, is_gone => false);
        answer := core.remember(request, '{}');
    END IF;

    RETURN answer;
END $$;

-- ---------- variants, pictures and codes: parts of a product

-- A part stays with its product, and a variant is priced in its currency.
CREATE FUNCTION core.guard_part() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF tg_op = 'UPDATE' AND NEW.product_id <> OLD.product_id THEN
        PERFORM core.refuse('part_moved');
    END IF;

    RETURN NEW;
END $$;

CREATE TRIGGER a_normalise BEFORE INSERT OR UPDATE ON public.product_variants
FOR EACH ROW EXECUTE FUNCTION core.normalise();

CREATE TRIGGER guard BEFORE UPDATE ON public.product_variants
FOR EACH ROW EXECUTE FUNCTION core.guard_part();

CREATE TRIGGER guard BEFORE UPDATE ON public.product_images
FOR EACH ROW EXECUTE FUNCTION core.guard_part();

CREATE TRIGGER touch BEFORE INSERT OR UPDATE ON public.product_variants
FOR EACH ROW EXECUTE FUNCTION core.touch_part();

-- One picture is the first: naming another takes it from the one that was.
CREATE FUNCTION core.choose_picture() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE public.product_images SET is_primary = false
    WHERE product_id = NEW.product_id AND is_primary AND id <> NEW.id;
    RETURN NEW;
END $$;

CREATE TRIGGER choose BEFORE INSERT OR UPDATE ON public.product_images
FOR EACH ROW WHEN (NEW.is_primary) EXECUTE FUNCTION core.choose_picture();

-- What a change of parts does to the products they belong to: holds them, counts their versions up, and
-- then looks at the parts again, as they are by now.
-- Refuses a variant that costs nothing (variant_free) or is priced in another currency (other_currency).
CREATE FUNCTION core.change_products(products uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wrong record;
BEGIN
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

    PERFORM core.index_products(products);
END $$;

-- SKUs and barcodes are one namespace, case ignored, deleted products included: a scanner knows no
-- difference. Refuses a code that is another's already (code_taken).
CREATE FUNCTION core.check_codes(codes text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    taken record;
BEGIN
    PERFORM pg_advisory_xact_lock(7302);  -- no index spans two tables: writers of codes go one by one

    SELECT b.barcode, p.name INTO taken
    FROM unnest(codes) AS c (code)
    JOIN storedesk.product_barcodes AS b ON upper(b.barcode) = upper(c.code)
    JOIN public.product_variants AS v ON upper(btrim(v.sku)) = upper(c.code)
    JOIN public.products AS p ON p.id = v.product_id
    WHERE b.variant_id IS DISTINCT FROM v.id
    LIMIT 1;

    IF FOUND THEN
        PERFORM core.refuse('code_taken', jsonb_build_object('code', taken.barcode, 'name', taken.name));
    END IF;
END $$;

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

-- A code's variant is one of the code's product.
CREATE FUNCTION core.guard_code() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.barcode := btrim(NEW.barcode);

    IF NEW.variant_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM public.product_variants AS v WHERE v.id = NEW.variant_id AND v.product_id = NEW.product_id
    ) THEN
        PERFORM core.miss('variant_not_found', jsonb_build_object('variant', NEW.variant_id));
    END IF;

    RETURN NEW;
END $$;

CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON storedesk.product_barcodes
FOR EACH ROW EXECUTE FUNCTION core.guard_code();

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
