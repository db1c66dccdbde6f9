-- The lines of a sale in progress. Their callers hold the sale.

-- Refuses a quantity or a price that no line may have (bad_quantity, bad_amount), and a line that costs more than
-- a column holds (money_too_big).
CREATE FUNCTION core.check_line(quantity int, price numeric) RETURNS void
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF quantity BETWEEN 1 AND core.most('line_pieces') AND quantity * price BETWEEN 0 AND core.largest_amount() THEN
        RETURN;
    END IF;

    PERFORM core.check_quantity(quantity, 1, 'line_pieces');

    IF price < 0 THEN
        PERFORM core.refuse('bad_amount');
    END IF;

    PERFORM core.check_amount(quantity * price);
END $$;

-- Adds pieces at a price: to the line with the same item at that price, else as a new line. A line whose price was
-- set by hand no longer counts as such once it has the list price. Answers the line. Refuses too many lines
-- (line_count), an item whose pieces at that price are packages (sold_otherwise), and what check_line refuses.
CREATE FUNCTION core.add_pieces(
    cart uuid, item core.item, quantity int, price numeric, instant timestamp
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    line public.cart_items;
BEGIN
    PERFORM core.check_line(quantity, price);
    SELECT * INTO line FROM public.cart_items AS l
    WHERE l.cart_id = cart AND l.product_id = item.product_id AND l.unit_price_amount = price
      AND l.variant_id IS NOT DISTINCT FROM item.variant_id;

    IF NOT FOUND THEN
        RETURN core.add_line(cart, item, quantity, price, instant);
    ELSIF core.has_packages(line.id) THEN
        PERFORM core.refuse('sold_otherwise', jsonb_build_object('name', item.name));
    END IF;

    PERFORM core.set_pieces(line, line.quantity + quantity, instant);
    DELETE FROM storedesk.till_overrides AS o WHERE o.cart_item_id = line.id AND price = item.price;
    RETURN line.id;
END $$;

-- Adds a row for an item at a price that no row of the sale has. Answers it. Refuses too many (line_count), and what
-- check_line refuses.
CREATE FUNCTION core.add_line(
    cart uuid, item core.item, quantity int, price numeric, instant timestamp
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    added uuid;
BEGIN
    PERFORM core.check_line(quantity, price);
    INSERT INTO public.cart_items (
        cart_id, product_id, variant_id, product_name, variant_description, unit_price_amount,
        unit_price_currency, quantity, subtotal_amount, subtotal_currency, added_at, created_at, updated_at
    )
    SELECT cart, item.product_id, item.variant_id, item.name, item.description, price,
           s.currency, quantity, quantity * price, s.currency, instant, instant, instant
    FROM storedesk.store_settings AS s
    WHERE (SELECT count(*) FROM public.cart_items AS l WHERE l.cart_id = cart) < core.most('lines')
    RETURNING id INTO added;

    IF added IS NULL THEN
        PERFORM core.refuse('line_count', jsonb_build_object('most', core.most('lines')));
    END IF;

    RETURN added;
END $$;

-- Sets how many pieces a line has. Refuses what check_line refuses.
CREATE FUNCTION core.set_pieces(line public.cart_items, quantity int, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.check_line(quantity, line.unit_price_amount);
    UPDATE public.cart_items AS l
    SET quantity = set_pieces.quantity, subtotal_amount = set_pieces.quantity * l.unit_price_amount,
        updated_at = instant
    WHERE l.id = line.id;
END $$;

-- Sets the price of a line. If another line has the same item at that price already, the pieces go there. Answers
-- the line that has them. Refuses pieces at that price that are packages (sold_otherwise), and what check_line and
-- move_note refuse.
CREATE FUNCTION core.set_price(line public.cart_items, price numeric, instant timestamp) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    other public.cart_items;
BEGIN
    PERFORM core.check_line(line.quantity, price);
    SELECT * INTO other FROM public.cart_items AS l
    WHERE l.cart_id = line.cart_id AND l.product_id = line.product_id AND l.id <> line.id
      AND l.variant_id IS NOT DISTINCT FROM line.variant_id AND l.unit_price_amount = price;

    IF FOUND THEN
        IF core.has_packages(other.id) THEN
            PERFORM core.refuse('sold_otherwise', jsonb_build_object('name', line.product_name));
        END IF;

        PERFORM core.move_note(line.id, other.id);
        DELETE FROM public.cart_items AS l WHERE l.id = line.id;
        PERFORM core.set_pieces(other, other.quantity + line.quantity, instant);
        RETURN other.id;
    END IF;

    UPDATE public.cart_items AS l
    SET unit_price_amount = price, subtotal_amount = l.quantity * price, updated_at = instant
    WHERE l.id = line.id;

    RETURN line.id;
END $$;

-- Changes how many pieces a line has. Of a line whose price was set by hand only as many have that price as were
-- approved: the others are sold at the list price, on a line of their own. Answers the line that was changed last.
-- Refuses what check_line and check_item refuse.
CREATE FUNCTION core.change_pieces(line public.cart_items, quantity int, actor uuid, instant timestamp) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    allowed int := (SELECT o.quantity FROM storedesk.till_overrides AS o WHERE o.cart_item_id = line.id);
    item core.item;
BEGIN
    IF quantity > allowed AND NOT core.belongs('manager') THEN
        PERFORM core.check_line(quantity, line.unit_price_amount);
        item := core.item(line.product_id, line.variant_id);
        PERFORM core.check_item(item);
        PERFORM core.set_pieces(line, allowed, instant);
        RETURN core.add_pieces(line.cart_id, item, quantity - allowed, item.price, instant);
    END IF;

    PERFORM core.set_pieces(line, quantity, instant);
    UPDATE storedesk.till_overrides AS o
    SET quantity = change_pieces.quantity, requested_by = actor, approved_by = NULL, within_limit = false
    WHERE o.cart_item_id = line.id AND change_pieces.quantity > allowed;  -- which only a manager gets to

    RETURN line.id;
END $$;

-- The row of a line of a sale; of a package the row that it is in, which has another id. Refuses line_not_found.
CREATE FUNCTION core.line_of(till storedesk.till_carts, line uuid) RETURNS public.cart_items
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_line public.cart_items;
BEGIN
    SELECT * INTO found_line FROM public.cart_items AS l
    WHERE l.cart_id = till.cart_id AND l.id = (
        SELECT s.cart_item_id FROM core.sale_lines AS s WHERE s.cart_id = till.cart_id AND s.id = line
    );

    IF NOT FOUND THEN
        PERFORM core.not_found('line_not_found');
    END IF;

    RETURN found_line;
END $$;

-- The lines of a sale as core.write_lines takes them, at the quoted prices, with the tax of a day; `promotions` as
-- core.price_sale answers them.
CREATE FUNCTION core.quoted_lines(cart uuid, promotions jsonb, day date) RETURNS core.order_line[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN ARRAY(
        SELECT ROW(l.product_id, l.variant_id, l.product_name, l.variant_description, l.unit_price_amount, l.quantity,
                   r.name, r.rate, coalesce(o.list_price_amount, l.own_list_price), coalesce(o.reason, l.own_reason),
                   coalesce(o.requested_by, l.own_requested_by), coalesce(o.approved_by, l.own_approved_by),
                   coalesce(t.note, l.own_note), (p.quoted ->> 'promotion')::uuid, p.quoted ->> 'name',
                   (p.quoted ->> 'usual_price')::numeric, l.source, l.weight, l.kilo_price_amount,
                   coalesce(o.within_limit, l.own_within_limit, false))::core.order_line
        FROM core.sale_lines AS l
        JOIN core.sellable AS s ON s.id = l.product_id
        LEFT JOIN storedesk.till_overrides AS o ON o.cart_item_id = l.id AND l.source IS NULL
        LEFT JOIN storedesk.till_notes AS t ON t.cart_item_id = l.id AND l.source IS NULL
        LEFT JOIN LATERAL core.rate_on(s.tax_class_id, day) AS r ON true
        CROSS JOIN LATERAL (SELECT promotions -> l.id::text AS quoted) AS p
        WHERE l.cart_id = cart
        ORDER BY l.added_at, l.id
    );
END $$;

-- Refuses a sale that costs more than a column holds, with its tax (money_too_big).
CREATE FUNCTION core.check_total(of_order uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.check_amount((core.sale(of_order) ->> 'total')::numeric);
END $$;
