-- Baskets that nobody comes back to.

-- Whether a till still needs a basket: a sale on its screen, one that is quoted, or one that is paid in part.
CREATE FUNCTION core.is_at_till(basket uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM storedesk.till_carts AS t
        WHERE t.cart_id = basket
          AND (t.parked_at IS NULL OR t.quote_expires_at IS NOT NULL
               OR EXISTS (SELECT FROM storedesk.till_tenders AS p WHERE p.order_id = t.order_id))
    );
END $$;

-- Clears away baskets that nobody has touched: a guest's, and a sale put aside at a till, after the days
-- that the store keeps them, a customer's after 90 days; 2,000 at a time. One that is in use is skipped.
-- Answers how many there were.
CREATE FUNCTION core.purge_baskets(instant timestamp) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    guests_until timestamp := instant - make_interval(days => (SELECT s.idle_basket_days FROM storedesk.store_settings AS s));
    customers_until timestamp := instant - interval '90 days';
    idle uuid[];
    gone int;
BEGIN
    idle := ARRAY(
        SELECT c.id FROM public.carts AS c
        WHERE c.last_activity_date < greatest(guests_until, customers_until)
          AND c.last_activity_date < CASE WHEN c.customer_id IS NULL THEN guests_until ELSE customers_until END
          AND NOT EXISTS (SELECT FROM storedesk.till_carts AS t WHERE t.cart_id = c.id AND t.parked_at IS NULL)
        ORDER BY c.id LIMIT 2000
        FOR UPDATE OF c SKIP LOCKED
    );

    -- a statement of its own: what was done to them before they were held is seen only now
    DELETE FROM public.carts AS c WHERE c.id = ANY (idle) AND NOT core.is_at_till(c.id);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;
