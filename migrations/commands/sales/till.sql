-- What staff call while a sale goes on. A sale's id is made by the till with the first scan, and is its order's
-- id; each command answers the sale as it is by then, also when it is sent again.

-- Adds pieces by an exact barcode or SKU, or by one of its forms (core.names_of); of what is sold by weight, or at a
-- price that is asked, a package, with the weight in kilograms or the price that the code holds: `weight`, `price`
-- and its `currency`, or those of a scale's label (core.read_label). Refuses unknown_code, and what check_label,
-- check_currency, package_of, check_label_price, allow_open_price, check_item, add_to_sale and hold_or_make_sale
-- refuse.
CREATE FUNCTION api.scan(
    request uuid, register uuid, order_id uuid, code text, quantity int DEFAULT 1, forms text[] DEFAULT NULL,
    weight numeric DEFAULT NULL, price numeric DEFAULT NULL, currency text DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    names text[] := core.names_of(code, forms);
    item core.item := core.item_named(names);
    label core.label;
    package storedesk.till_measures;
BEGIN
    IF item.product_id IS NULL THEN
        label := core.read_label(names);
        item := core.labeled_item(label);
        PERFORM core.check_label(label, item);
    END IF;

    IF core.is_hidden(item) THEN
        PERFORM core.not_found('unknown_code', jsonb_build_object('code', left(btrim(code), 64)));
    END IF;

    PERFORM core.check_item(item);

    IF item.measure IS NOT NULL OR label.item IS NOT NULL THEN
        PERFORM core.check_currency(item, price, currency);
        package := core.package_of(
            item, quantity, CASE WHEN coalesce(label.price, price) IS NULL THEN 'label_weight' ELSE 'label_price' END,
            coalesce(label.weight, weight), coalesce(label.price, price)
        );
        PERFORM core.check_label_price(item, package);
    END IF;

    IF item.measure = 'open_price' THEN  -- a code can be typed as well
        PERFORM core.allow_open_price(order_id, item, package.fixed_price_amount, NULL, core.now());
    END IF;

    answer := to_jsonb(
        core.add_to_sale(order_id, register, item, quantity, item.price, NULL, NULL, me, package)
    );

    RETURN core.sale(order_id, (answer #>> '{}')::uuid);
END $$;

-- Adds pieces that the search has found; `price` is another one for each piece than the list price, and needs a
-- reason and, for a cashier, a manager's approval of all that the line then is ('override', see core.override).
-- Of what is sold by weight it is a package of `weight` kilograms; where the price is asked, `price` is that of the
-- package, and beyond the limits needs an approval (core.allow_open_price). Refuses product_not_found,
-- variant_not_found, and what scan refuses.
CREATE FUNCTION api.add_item(
    request uuid, register uuid, order_id uuid, product uuid, variant uuid, quantity int,
    price numeric DEFAULT NULL, reason text DEFAULT NULL, approval uuid DEFAULT NULL, weight numeric DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    item core.item;
    package storedesk.till_measures;
BEGIN
    item := core.item(product, variant);

    IF core.is_hidden(item) THEN
        PERFORM core.not_found(CASE WHEN item.product_id IS NULL
            AND EXISTS (SELECT FROM public.products AS p WHERE p.id = product) THEN 'variant_not_found'
            ELSE 'product_not_found' END, jsonb_build_object('product', product));
    END IF;

    IF item.measure = 'kilogram' AND price IS NOT NULL THEN
        PERFORM core.refuse('bad_amount');  -- it has one by its weight: api.reprice_line sets another
    END IF;

    IF item.measure IS NOT NULL OR weight IS NOT NULL THEN
        PERFORM core.check_item(item);
        package := core.package_of(
            item, quantity, CASE item.measure WHEN 'open_price' THEN 'open_price' ELSE 'typed' END, weight,
            CASE item.measure WHEN 'open_price' THEN price END
        );
    END IF;

    IF item.measure = 'open_price' THEN
        PERFORM core.allow_open_price(order_id, item, price, approval, core.now());
    END IF;

    answer := to_jsonb(
        core.add_to_sale(order_id, register, item, quantity, coalesce(price, item.price), reason, approval, me, package)
    );

    RETURN core.sale(order_id, (answer #>> '{}')::uuid);
END $$;

-- Adds pieces of an item to a sale, or one package at what it costs, and answers the line.
CREATE FUNCTION core.add_to_sale(
    of_order uuid, register uuid, item core.item, quantity int, price numeric, reason text, approval uuid, actor uuid,
    package storedesk.till_measures
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    instant timestamp := core.now();
    is_package boolean := package.source IS NOT NULL;
    each numeric := CASE WHEN is_package THEN core.package_price(package, item) ELSE price END;
    worth numeric := quantity * each;
    till storedesk.till_carts;
    is_new boolean := false;
    line uuid;
BEGIN
    PERFORM core.check_item(item), core.check_line(quantity, each);

    LOOP
        till := core.hold_sale_at(of_order, register);
        EXIT WHEN till.cart_id IS NOT NULL;
        till := core.make_sale(of_order, register, worth, actor, instant);
        is_new := till.cart_id IS NOT NULL;
        EXIT WHEN is_new;
    END LOOP;

    PERFORM core.keep_item(till.cart_id, item.product_id, item.variant_id);
    line := CASE WHEN is_package THEN core.put_package(till.cart_id, item, package, each, instant)
        ELSE core.add_pieces(till.cart_id, item, quantity, price, instant) END;

    IF NOT is_package AND price <> item.price THEN
        PERFORM core.override(till, line, item, price, reason, approval, actor, instant);
    END IF;

    IF NOT is_new THEN
        PERFORM core.sum_sale(till, instant);
    ELSIF 2 * worth > core.largest_amount() THEN
        PERFORM core.check_total(of_order);
    END IF;

    RETURN line;
END $$;

-- Sets how many pieces a line has; zero removes it. Refuses line_not_found, bad_quantity, and what change_pieces,
-- change_package and sum_sale refuse.
CREATE FUNCTION api.change_line(request uuid, order_id uuid, line uuid, quantity int) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    till storedesk.till_carts;
    instant timestamp;
    changed public.cart_items;
    touched uuid;
BEGIN
    till := core.hold_sale(order_id);
    instant := core.now();
    changed := core.line_of(till, line);

    IF quantity <> changed.quantity THEN
        PERFORM core.keep_item(till.cart_id, changed.product_id, changed.variant_id);
    END IF;

    IF changed.id <> line THEN
        touched := core.change_package(line, quantity, instant);
    ELSIF quantity = 0 THEN
        DELETE FROM public.cart_items AS l WHERE l.id = line;
    ELSE
        touched := core.change_pieces(changed, quantity, me, instant);
    END IF;

    PERFORM core.sum_sale(till, instant);
    answer := jsonb_build_object('touched', touched);

    RETURN core.sale(order_id, (answer ->> 'touched')::uuid);
END $$;

-- Sets the customer of a sale, or, with null, that it has none; the customer's own basket is left alone. Refuses
-- customer_not_found, and what hold_or_make_sale refuses.
CREATE FUNCTION api.attach_customer(request uuid, register uuid, order_id uuid, customer uuid) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    till storedesk.till_carts;
    instant timestamp;
    wanted uuid := nullif(customer, (SELECT s.walk_in_customer_id FROM storedesk.store_settings AS s));
BEGIN
    PERFORM FROM public.customers AS c WHERE c.id = customer FOR KEY SHARE;

    IF NOT FOUND AND customer IS NOT NULL THEN
        PERFORM core.not_found('customer_not_found');
    END IF;

    instant := core.now();
    till := core.hold_or_make_sale(order_id, register, me, instant);

    IF wanted IS DISTINCT FROM till.customer_id THEN
        INSERT INTO storedesk.sale_changes (cart_id, customer_id) VALUES (till.cart_id, till.customer_id);
    END IF;

    UPDATE storedesk.till_carts AS t SET customer_id = wanted WHERE t.cart_id = till.cart_id;
    PERFORM core.sum_sale(till, instant);

    RETURN core.sale(order_id);
END $$;

-- Discards a sale. One that is gone already changes nothing. Refuses one that is paid (already_paid), one for which a
-- card terminal has charged something, or may have (card_money_in_sale), and what check_nothing_taken refuses.
CREATE FUNCTION api.discard_sale(request uuid, order_id uuid) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    rung_up jsonb;
    till storedesk.till_carts := core.try_hold_sale(order_id);
BEGIN
    SELECT jsonb_agg(jsonb_build_object(
        'name', l.product_name, 'quantity', l.quantity, 'subtotal', l.subtotal_amount::text
    ) ORDER BY l.added_at, l.id) INTO rung_up
    FROM storedesk.till_carts AS t JOIN public.cart_items AS l ON l.cart_id = t.cart_id
    WHERE t.order_id = discard_sale.order_id;

    IF till.cart_id IS NOT NULL AND core.has_card_money(order_id) THEN
        PERFORM core.refuse('card_money_in_sale');
    END IF;

    PERFORM core.check_nothing_taken(till);
    DELETE FROM storedesk.till_tenders AS t WHERE t.order_id = discard_sale.order_id AND t.method = 'store_credit';
    DELETE FROM public.carts AS c USING storedesk.till_carts AS t
    WHERE t.order_id = discard_sale.order_id AND c.id = t.cart_id;
    PERFORM core.refuse_paid(order_id);  -- after the row was waited for: it may be paid by now

    IF rung_up IS NOT NULL THEN
        PERFORM core.audit('discard_sale', 'sale', order_id, rung_up);
    END IF;
END $$;

-- The sale on a register's screen; null if there is none.
CREATE FUNCTION api.current_sale(register uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN core.sale((
        SELECT t.order_id FROM storedesk.till_carts AS t
        WHERE t.register_id = register AND t.parked_at IS NULL
    ));
END $$;
