-- What is cleared away after its time: requests, quotes, baskets, records of blockers.

-- Tells whether a register still needs a basket: a sale on its screen, a quoted one, or one that is paid in part.
CREATE FUNCTION core.is_at_till(basket uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM storedesk.till_carts AS t
        WHERE t.cart_id = basket
          AND (t.parked_at IS NULL OR t.quote_expires_at IS NOT NULL
               OR EXISTS (SELECT FROM storedesk.till_tenders AS p WHERE p.order_id = t.order_id)
               OR EXISTS (SELECT FROM storedesk.terminal_payments AS q
                          WHERE q.order_id = t.order_id AND q.state IN ('asked', 'unknown', 'returning')))
    );
END $$;

-- Deletes baskets that nobody has changed: a guest's, and a parked sale, after the days in the store's settings, a
-- customer's after 90 days; 2,000 at a time. One that is in use is skipped. Answers how many there were.
CREATE FUNCTION core.purge_baskets(instant timestamp) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    guests_until timestamp := instant - make_interval(
        days => (SELECT s.idle_basket_days FROM storedesk.store_settings AS s)
    );
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

-- Deletes what is no longer needed: requests after 90 days, 20,000 at a time, imports of stock that were interrupted
-- as long ago, sign-ins after 400 days, quotes a day after they expired, and idle baskets. Answers {requests, quotes,
-- baskets}, how many there were; while the clock is not believed none, with is_clock_believed false.
CREATE FUNCTION core.purge(instant timestamp) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    requests int;
    quotes int := 0;
    stale uuid;
BEGIN
    IF NOT core.look_at_clock(instant) THEN
        RETURN jsonb_build_object('requests', 0, 'quotes', 0, 'baskets', 0, 'is_clock_believed', false);
    END IF;

    DELETE FROM storedesk.requests AS r
    WHERE r.id IN (SELECT o.id FROM storedesk.requests AS o WHERE o.created_at < instant - interval '90 days'
                   ORDER BY o.created_at LIMIT 20000);
    GET DIAGNOSTICS requests = ROW_COUNT;
    DELETE FROM storedesk.blockers AS b WHERE b.found_at < instant - interval '90 days';
    DELETE FROM storedesk.stock_imports AS s WHERE s.begun_at < instant - interval '90 days';
    PERFORM core.purge_sign_ins(instant);

    FOR stale IN
        SELECT t.order_id FROM public.carts AS c JOIN storedesk.till_carts AS t ON t.cart_id = c.id
        WHERE t.quote_expires_at NOT BETWEEN instant - interval '1 day' AND instant + interval '1 day'
        ORDER BY c.id
        FOR NO KEY UPDATE SKIP LOCKED
    LOOP
        PERFORM core.drop_quote(stale);
        quotes := quotes + 1;
    END LOOP;

    RETURN jsonb_build_object('requests', requests, 'quotes', quotes, 'baskets', core.purge_baskets(instant));
END $$;

-- Deletes what is no longer needed, and ends pauses of logins: see core.purge.
CREATE FUNCTION api.purge() RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.me(), core.lift_pauses();
    RETURN core.purge(core.now());
END $$;
