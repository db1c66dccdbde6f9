-- Packages: what is weighed, or priced at the till. How a label of a scale is read stands in labels.sql.

-- The most that a package weighs, in kilograms.
CREATE FUNCTION core.most_weight() RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 99.999;

-- A package of an item, from a weight in kilograms, or a price, or both: then the price stands. Refuses what lacks its
-- weight or its price (weight_needed, price_needed), an item that is sold by the piece (not_by_weight), several at
-- once (weighed_alone), a weight that is none (bad_weight), a package that costs nothing (costs_nothing), and what
-- exact refuses.
CREATE FUNCTION core.package_of(
    item core.item, quantity int, source text, weight numeric, price numeric
) RETURNS storedesk.till_measures
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    currency text := (SELECT s.currency FROM storedesk.store_settings AS s);
    digits int := core.digits(currency);
    package storedesk.till_measures;
    said jsonb := jsonb_build_object(
        'description', item.description, 'product', item.product_id, 'variant', item.variant_id,
        'price', round(item.price, 2)::text, 'currency', currency
    );
BEGIN
    IF item.measure IS NULL OR (item.measure = 'open_price' AND price IS NULL AND weight IS NOT NULL) THEN
        PERFORM core.refuse('not_by_weight', said || jsonb_build_object('name', item.name));
    ELSIF quantity IS DISTINCT FROM 1 THEN
        PERFORM core.refuse('weighed_alone');
    ELSIF item.measure = 'open_price' AND price IS NULL THEN
        PERFORM core.refuse('price_needed', said || jsonb_build_object('name', item.name));
    ELSIF weight IS NULL AND price IS NULL THEN
        PERFORM core.refuse('weight_needed', said || jsonb_build_object('name', item.name));
    ELSIF weight IS NOT NULL AND NOT (
        weight > 0 AND weight <= core.most_weight() AND weight = round(weight, 3)
    ) THEN
        PERFORM core.refuse('bad_weight', jsonb_build_object('most', core.most_weight()::text));
    END IF;

    package.id := gen_random_uuid();
    package.source := source;
    package.weight := weight;
    package.fixed_price_amount := core.exact(price, currency);
    package.kilo_price_amount := CASE
        WHEN weight IS NULL THEN NULL
        WHEN coalesce(price, round(weight * item.price, digits)) = round(weight * item.price, digits) THEN item.price
        WHEN price = round(weight * item.usual_price, digits) THEN item.usual_price
    END;

    IF core.line_price(item.price, weight, price, digits) <= 0 THEN
        PERFORM core.refuse('costs_nothing', said || jsonb_build_object('name', item.name));
    END IF;

    RETURN package;
END $$;

-- What a package costs while nobody sets another price, as its item is sold now.
CREATE FUNCTION core.package_price(package storedesk.till_measures, item core.item) RETURNS numeric
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN core.line_price(item.price, package.weight, package.fixed_price_amount, (
        SELECT core.digits(s.currency) FROM storedesk.store_settings AS s
    ));
END $$;

-- Adds a package to a sale at a price. Answers its line. Refuses too many lines (line_count), a sale that has the item
-- at that price from before it was sold so (sold_otherwise), and what check_line refuses.
CREATE FUNCTION core.put_package(
    cart uuid, item core.item, package storedesk.till_measures, price numeric, instant timestamp
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    line public.cart_items;
BEGIN
    IF (SELECT count(*) FROM core.sale_lines AS l WHERE l.cart_id = cart) >= core.most('lines') THEN
        PERFORM core.refuse('line_count', jsonb_build_object('most', core.most('lines')));
    END IF;

    SELECT * INTO line FROM public.cart_items AS l
    WHERE l.cart_id = cart AND l.product_id = item.product_id AND l.unit_price_amount = price
      AND l.variant_id IS NOT DISTINCT FROM item.variant_id;

    IF FOUND THEN
        IF NOT core.has_packages(line.id) THEN
            PERFORM core.refuse('sold_otherwise', jsonb_build_object('name', item.name));
        END IF;

        PERFORM core.set_pieces(line, line.quantity + 1, instant);
    ELSE
        line.id := core.add_line(cart, item, 1, price, instant);
    END IF;

    package.cart_item_id := line.id;
    package.added_at := coalesce(package.added_at, instant);
    INSERT INTO storedesk.till_measures SELECT package.*;

    RETURN package.id;
END $$;

-- Tells whether the pieces of a row are packages.
CREATE FUNCTION core.has_packages(row_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM storedesk.till_measures AS m WHERE m.cart_item_id = row_id);
END $$;

-- Takes a package out of a sale, and answers it as it was.
CREATE FUNCTION core.take_package(package uuid, instant timestamp) RETURNS storedesk.till_measures
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    taken storedesk.till_measures;
BEGIN
    DELETE FROM storedesk.till_measures AS m WHERE m.id = package RETURNING m.* INTO taken;
    DELETE FROM public.cart_items AS l WHERE l.id = taken.cart_item_id AND l.quantity = 1;

    IF NOT FOUND THEN
        UPDATE public.cart_items AS l
        SET quantity = l.quantity - 1, subtotal_amount = (l.quantity - 1) * l.unit_price_amount, updated_at = instant
        WHERE l.id = taken.cart_item_id;
    END IF;

    RETURN taken;
END $$;

-- Changes how many pieces the line of a package has: one stays one, and zero takes it out. Answers the line. Refuses
-- other quantities (weighed_alone).
CREATE FUNCTION core.change_package(package uuid, quantity int, instant timestamp) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF quantity = 0 THEN
        PERFORM core.take_package(package, instant);
        RETURN NULL;
    ELSIF quantity IS DISTINCT FROM 1 THEN
        PERFORM core.refuse('weighed_alone');
    END IF;

    RETURN package;
END $$;

-- Puts a package anew at today's price of its item.
CREATE FUNCTION core.reprice_package(
    cart uuid, package uuid, item core.item, price numeric, instant timestamp
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    taken storedesk.till_measures := core.take_package(package, instant);
BEGIN
    IF taken.fixed_price_amount IS NULL THEN
        taken.kilo_price_amount := item.price;
    END IF;

    taken.list_price_amount := NULL;
    taken.reason := NULL;
    taken.requested_by := NULL;
    taken.approved_by := NULL;
    taken.within_limit := NULL;
    PERFORM core.put_package(cart, item, taken, price, instant);
END $$;

-- Sets the price of a package by hand; see core.override for what that needs: its `quantity` is one, and its
-- `list_price` what the package costs else. Answers the line.
CREATE FUNCTION core.override_package(
    till storedesk.till_carts, package uuid, item core.item, price numeric, reason text, approval uuid,
    actor uuid, instant timestamp
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    why text := core.clean_words(reason, 255);
    taken storedesk.till_measures := core.take_package(package, instant);
    usual numeric := core.package_price(taken, item);
    approver uuid;
BEGIN
    PERFORM core.exact(price, (SELECT s.currency FROM storedesk.store_settings AS s)), core.check_line(1, price);

    IF why IS NULL THEN
        PERFORM core.refuse('reason_missing');
    END IF;

    IF NOT core.may_price(price, usual) THEN
        approver := core.use_approval(approval, 'override', jsonb_build_object(
            'order_id', till.order_id, 'product_id', item.product_id, 'variant_id', item.variant_id, 'quantity', 1,
            'price', round(price, 2)::text, 'list_price', round(usual, 2)::text, 'reason', why
        ), instant);
    END IF;

    taken.list_price_amount := CASE WHEN price <> usual THEN usual END;
    taken.reason := CASE WHEN price <> usual THEN why END;
    taken.requested_by := CASE WHEN price <> usual THEN actor END;
    taken.approved_by := approver;
    taken.within_limit := CASE WHEN price <> usual THEN core.is_within_limit(price, usual) END;

    RETURN core.put_package(till.cart_id, item, taken, price, instant);
END $$;

-- Refuses the price of a code that is in another currency than the store's (label_currency); null is the store's.
CREATE FUNCTION core.check_currency(item core.item, price numeric, currency text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF price IS NOT NULL AND currency <> (SELECT s.currency FROM storedesk.store_settings AS s) THEN
        PERFORM core.refuse('label_currency', jsonb_build_object(
            'name', item.name, 'currency', left(currency, 3)
        ));
    END IF;
END $$;

-- Refuses the price of a label for what is sold by weight where no scale of a counter prints it (label_price_odd): at
-- the usual price of a kilogram it would weigh less than the division of a fine one, or more than any of them bears.
-- Other prices than today's are right.
CREATE FUNCTION core.check_label_price(item core.item, package storedesk.till_measures) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    least constant numeric := 0.002;
    most constant numeric := 30;
    kilo numeric := coalesce(item.usual_price, item.price);
BEGIN
    IF item.measure = 'kilogram' AND package.weight IS NULL AND kilo > 0
        AND package.fixed_price_amount NOT BETWEEN least * kilo AND most * kilo THEN
        PERFORM core.refuse('label_price_odd', jsonb_build_object(
            'name', item.name, 'price', round(package.fixed_price_amount, 2)::text,
            'currency', (SELECT s.currency FROM storedesk.store_settings AS s),
            'grams', (1000 * least)::int, 'kilograms', most
        ));
    END IF;
END $$;

-- Allows the price that somebody typed for a product whose price is asked: within their limits, beyond them by an
-- approval of 'open_price' and {order_id, product_id, variant_id, price}. Writes who typed it into the audit trail.
-- Forbids what is beyond (open_price_beyond).
CREATE FUNCTION core.allow_open_price(
    of_order uuid, item core.item, price numeric, approval uuid, instant timestamp
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    least_price numeric := core.limit_of('open_price_least_amount');
    most_price numeric := core.limit_of('open_price_most_amount');
    approver uuid;
BEGIN
    IF price < least_price OR price > most_price THEN
        approver := core.use_approval(approval, 'open_price', jsonb_build_object(
            'order_id', of_order, 'product_id', item.product_id, 'variant_id', item.variant_id,
            'price', round(price, 2)::text
        ), instant, 'open_price_beyond', jsonb_build_object(
            'name', item.name, 'least', round(least_price, 2)::text, 'most', round(most_price, 2)::text,
            'currency', (SELECT s.currency FROM storedesk.store_settings AS s)
        ));
    END IF;

    PERFORM core.audit('open_price', 'product', item.product_id, NULL, jsonb_build_object(
        'order_id', of_order, 'price', round(price, 2)::text, 'approved_by', approver
    ));
END $$;
