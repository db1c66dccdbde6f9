-- Prices that are set by hand.

-- Writes why all pieces of a line are sold at another price than the list price, and whether that is within the limit
-- of who asks; at the list price there is no reason.
CREATE FUNCTION core.write_override(
    line uuid, list_price numeric, reason text, actor uuid, approver uuid, within_limit boolean DEFAULT false
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (SELECT l.unit_price_amount = list_price FROM public.cart_items AS l WHERE l.id = line) THEN
        DELETE FROM storedesk.till_overrides AS o WHERE o.cart_item_id = line;
        RETURN;
    END IF;

    INSERT INTO storedesk.till_overrides (
        cart_item_id, quantity, list_price_amount, reason, requested_by, approved_by, within_limit
    )
    SELECT l.id, l.quantity, write_override.list_price, write_override.reason, actor, approver,
           write_override.within_limit
    FROM public.cart_items AS l WHERE l.id = line
    ON CONFLICT (cart_item_id) DO UPDATE
    SET quantity = excluded.quantity, list_price_amount = excluded.list_price_amount, reason = excluded.reason,
        requested_by = excluded.requested_by, approved_by = excluded.approved_by,
        within_limit = excluded.within_limit;
END $$;

-- Whether somebody sets a price without approval: not above the list price, and not further below it than a discount
-- of theirs may go (the limit discount_percent).
CREATE FUNCTION core.may_price(price numeric, list_price numeric) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    digits int := (SELECT core.digits(s.currency) FROM storedesk.store_settings AS s);
BEGIN
    RETURN price <= list_price AND list_price - price
        <= coalesce(round(list_price * core.limit_of('discount_percent') / 100, digits), list_price);
END $$;

-- Whether a price is within the limit that somebody has: of who has none, nothing is.
CREATE FUNCTION core.is_within_limit(price numeric, list_price numeric) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN core.limit_of('discount_percent') IS NOT NULL AND core.may_price(price, list_price);
END $$;

-- Writes down that a line's price was set by hand. Who is no manager needs, for what may_price does not let them, an
-- approval of "override" and {order_id, product_id, variant_id, quantity, price, list_price, reason}: all the pieces
-- that the line has by now. Refuses reason_missing, money_not_exact, and what use_approval refuses.
CREATE FUNCTION core.override(
    till storedesk.till_carts, line uuid, item core.item, price numeric, reason text, approval uuid,
    actor uuid, instant timestamp
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    why text := core.clean_words(reason, 255);
    approver uuid;
BEGIN
    PERFORM core.exact(price, (SELECT s.currency FROM storedesk.store_settings AS s));

    IF why IS NULL THEN
        PERFORM core.refuse('reason_missing');
    END IF;

    IF NOT core.may_price(price, item.price) THEN
        approver := core.use_approval(approval, 'override', jsonb_build_object(
            'order_id', till.order_id, 'product_id', item.product_id, 'variant_id', item.variant_id,
            'quantity', (SELECT l.quantity FROM public.cart_items AS l WHERE l.id = line),
            'price', round(price, 2)::text, 'list_price', round(item.price, 2)::text, 'reason', why
        ), instant);
    END IF;

    PERFORM core.write_override(line, item.price, why, actor, approver, core.is_within_limit(price, item.price));
END $$;

-- Sets the price of a line by hand. Refuses line_not_found, and what set_price and override refuse.
CREATE FUNCTION api.reprice_line(
    request uuid, order_id uuid, line uuid, price numeric, reason text, approval uuid DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    instant timestamp := core.now();
    till storedesk.till_carts;
    repriced public.cart_items;
    kept uuid;
BEGIN
    till := core.hold_sale(order_id);
    repriced := core.line_of(till, line);
    PERFORM core.keep_item(till.cart_id, repriced.product_id, repriced.variant_id);

    IF repriced.id <> line THEN
        kept := core.override_package(till, line, core.item(repriced.product_id, repriced.variant_id), price, reason,
                                      approval, me, instant);
    ELSE
        kept := core.set_price(repriced, price, instant);
        PERFORM core.override(till, kept, core.item(repriced.product_id, repriced.variant_id), price, reason,
                              approval, me, instant);
    END IF;

    PERFORM core.sum_sale(till, instant);
    answer := to_jsonb(kept);

    RETURN core.sale(order_id, (answer #>> '{}')::uuid);
END $$;
