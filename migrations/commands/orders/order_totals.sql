-- What an order would come to, before anybody places it.

-- Prices lines as place_order takes them, without placing anything: answers as it does of an order that is
-- not placed, with what has another price than was shown and what is short. Refuses what price_lines
-- refuses, bad_amount, money_not_exact, money_too_big.
CREATE FUNCTION api.order_totals(lines jsonb, shipping_cost numeric) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    store storedesk.store_settings;
    instant timestamp := core.now();
    priced jsonb;
    totals jsonb;
BEGIN
    SELECT * INTO store FROM storedesk.store_settings;

    IF shipping_cost IS NULL OR core.exact(shipping_cost, store.currency) < 0 THEN
        PERFORM core.refuse('bad_amount');
    END IF;

    priced := core.price_lines(
        (SELECT jsonb_agg(l.value - ARRAY['price', 'name', 'description'] ORDER BY l.place)
         FROM jsonb_array_elements(lines) WITH ORDINALITY AS l (value, place)),
        core.business_day(instant), false
    );
    totals := core.totals(
        (SELECT jsonb_agg(jsonb_build_object('amount', l.value -> 'subtotal', 'name', l.value ->> 'tax',
                                             'rate', l.value -> 'rate'))
         FROM jsonb_array_elements(priced) AS l (value)),
        store.tax_mode, core.digits(store.currency)
    );

    RETURN totals || jsonb_build_object(
        'is_placed', false, 'changes', core.price_changes(lines, priced),
        'shortages', core.shortages(priced, instant), 'shipping', round(shipping_cost, 2)::text,
        'currency', store.currency,
        'total', core.exact((totals ->> 'total')::numeric + shipping_cost, store.currency)::text
    );
END $$;
