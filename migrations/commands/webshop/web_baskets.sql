-- The web shop's baskets. It may not delete anything, for who may delete from a table may also lock it
-- against every till; so a line of which nothing is wanted any more goes by itself, and so does what has
-- been ordered.

-- Makes a basket's total the sum of its lines, and deletes one without lines.
CREATE FUNCTION core.settle_basket(basket uuid, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    worth numeric := (SELECT sum(i.subtotal_amount) FROM public.cart_items AS i WHERE i.cart_id = basket);
BEGIN
    IF worth IS NULL THEN
        DELETE FROM public.carts AS c WHERE c.id = basket;
    ELSE
        UPDATE public.carts AS c
        SET total_price_amount = worth, version = c.version + 1, last_activity_date = instant, updated_at = instant
        WHERE c.id = basket;
    END IF;
END $$;

-- Removes a line whose quantity is set to zero; the basket itself stays, for more may go in.
CREATE FUNCTION core.take_out_of_basket() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM public.cart_items AS i WHERE i.id = OLD.id;
    UPDATE public.carts AS c
    SET total_price_amount = (SELECT coalesce(sum(i.subtotal_amount), 0) FROM public.cart_items AS i
                              WHERE i.cart_id = OLD.cart_id)
    WHERE c.id = OLD.cart_id;
    RETURN NULL;
END $$;

CREATE TRIGGER take_out BEFORE UPDATE ON public.cart_items
FOR EACH ROW WHEN (NEW.quantity = 0 AND NOT pg_has_role(current_user, current_database() || '_owner', 'MEMBER'))
EXECUTE FUNCTION core.take_out_of_basket();

-- Removes what a customer orders from their basket; what stays there was kept for later.
CREATE FUNCTION core.consume_basket() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    basket uuid;
BEGIN
    SELECT c.id INTO basket FROM public.carts AS c JOIN public.orders AS o ON o.customer_id = c.customer_id
    WHERE o.id = NEW.order_id FOR NO KEY UPDATE OF c;

    DELETE FROM public.cart_items AS i
    WHERE i.cart_id = basket AND (i.product_id, i.variant_id) IS NOT DISTINCT FROM (NEW.product_id, NEW.variant_id);

    IF FOUND THEN
        PERFORM core.settle_basket(basket, core.now());
    END IF;

    RETURN NULL;
END $$;

CREATE TRIGGER consume_basket AFTER INSERT ON public.order_line_items
FOR EACH ROW WHEN (NOT pg_has_role(current_user, current_database() || '_owner', 'MEMBER'))
EXECUTE FUNCTION core.consume_basket();

-- Refuses a basket of the web shop that does not add up at commit (basket_differs).
CREATE FUNCTION core.check_basket() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    basket uuid := (to_jsonb(NEW) ->> tg_argv[0])::uuid;
    wrong jsonb;
BEGIN
    SELECT jsonb_build_object('differs', d.name, 'wanted', d.wanted, 'found', d.found) INTO wrong
    FROM public.carts AS c
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(i.subtotal_amount), 0.00) AS worth FROM public.cart_items AS i WHERE i.cart_id = c.id
    ) AS lines
    CROSS JOIN LATERAL (
        VALUES ('carts.total_price_amount', lines.worth::text, c.total_price_amount::text),
               ('carts.is_guest', (c.customer_id IS NULL)::text, c.is_guest::text),
               ('carts.guest_session_id', CASE WHEN c.customer_id IS NULL THEN 'a session' ELSE 'none' END,
                CASE WHEN c.guest_session_id IS NULL THEN 'none' ELSE 'a session' END)
        UNION ALL
        SELECT 'cart_items.subtotal_amount', (i.unit_price_amount * i.quantity)::text, i.subtotal_amount::text
        FROM public.cart_items AS i WHERE i.cart_id = c.id
    ) AS d (name, wanted, found)
    WHERE c.id = basket AND d.wanted <> d.found
    LIMIT 1;

    IF wrong IS NOT NULL THEN
        PERFORM core.refuse_program('basket_differs', jsonb_build_object('basket', basket) || wrong);
    END IF;

    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER check_basket AFTER INSERT OR UPDATE ON public.carts
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_has_role(current_user, current_database() || '_owner', 'MEMBER'))
EXECUTE FUNCTION core.check_basket('id');

CREATE CONSTRAINT TRIGGER check_basket AFTER INSERT OR UPDATE ON public.cart_items
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_has_role(current_user, current_database() || '_owner', 'MEMBER'))
EXECUTE FUNCTION core.check_basket('cart_id');
