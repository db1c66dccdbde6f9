-- The last change of a sale in progress, undone: see docs/decisions/0038. Each change of an item concerns the lines of
-- that item and no others, so these are kept as they were before it; of the customer, whom the sale was for.

-- Keeps all lines of an item as they are, before they change. The caller holds the sale.
CREATE FUNCTION core.keep_item(cart uuid, product uuid, variant uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO storedesk.sale_changes (cart_id, product_id, variant_id, item)
    SELECT cart, product, variant, jsonb_build_object(
        'cart_items', coalesce(jsonb_agg(to_jsonb(l) ORDER BY l.added_at, l.id), '[]'),
        'till_overrides', coalesce(jsonb_agg(to_jsonb(o)) FILTER (WHERE o.cart_item_id IS NOT NULL), '[]'),
        'till_notes', coalesce(jsonb_agg(to_jsonb(n)) FILTER (WHERE n.cart_item_id IS NOT NULL), '[]'),
        'till_measures', coalesce((
            SELECT jsonb_agg(to_jsonb(m) ORDER BY m.added_at, m.id)
            FROM storedesk.till_measures AS m JOIN public.cart_items AS i ON i.id = m.cart_item_id
            WHERE i.cart_id = cart AND i.product_id = product AND i.variant_id IS NOT DISTINCT FROM variant
        ), '[]')
    )
    FROM public.cart_items AS l
    LEFT JOIN storedesk.till_overrides AS o ON o.cart_item_id = l.id
    LEFT JOIN storedesk.till_notes AS n ON n.cart_item_id = l.id
    WHERE l.cart_id = cart AND l.product_id = product AND l.variant_id IS NOT DISTINCT FROM variant;
END $$;

-- Has an item's lines as they were before a change. Answers {name, description, was, pieces, price, is_priced,
-- touched}: how many pieces there were until now and are by now; of the last line its price and its id, null where
-- none is left; and whether all of them cost something else.
CREATE FUNCTION core.restore_item(change storedesk.sale_changes) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    lines jsonb := change.item -> 'cart_items';
    undone jsonb;
    was int;
    charged numeric;
BEGIN
    WITH gone AS (
        DELETE FROM public.cart_items AS l
        WHERE l.cart_id = change.cart_id AND l.product_id = change.product_id
          AND l.variant_id IS NOT DISTINCT FROM change.variant_id
        RETURNING l.*
    )
    SELECT coalesce(sum(g.quantity), 0), coalesce(jsonb_agg(to_jsonb(g)) -> 0, lines -> -1), sum(g.subtotal_amount)
    INTO was, undone, charged
    FROM gone AS g;

    INSERT INTO public.cart_items SELECT r.* FROM jsonb_populate_recordset(NULL::public.cart_items, lines) AS r;
    INSERT INTO storedesk.till_overrides
    SELECT r.* FROM jsonb_populate_recordset(NULL::storedesk.till_overrides, change.item -> 'till_overrides') AS r;
    INSERT INTO storedesk.till_notes
    SELECT r.* FROM jsonb_populate_recordset(NULL::storedesk.till_notes, change.item -> 'till_notes') AS r;
    INSERT INTO storedesk.till_measures
    SELECT r.* FROM jsonb_populate_recordset(
        NULL::storedesk.till_measures, change.item -> 'till_measures'  -- there is none of an earlier version
    ) AS r;

    RETURN jsonb_build_object(
        'name', undone -> 'product_name', 'description', undone -> 'variant_description', 'was', was,
        'pieces', (SELECT coalesce(sum((l ->> 'quantity')::int), 0) FROM jsonb_array_elements(lines) AS l),
        'price', lines -> -1 ->> 'unit_price_amount',
        'touched', coalesce(change.item -> 'till_measures' -> -1 -> 'id', lines -> -1 -> 'id'),
        'is_priced', charged IS DISTINCT FROM (
            SELECT sum((l ->> 'subtotal_amount')::numeric) FROM jsonb_array_elements(lines) AS l
        )
    );
END $$;

-- Undoes what was done last to a sale. Answers the sale, with `undone`: what restore_item answers, or the `customer`
-- for whom the sale is by now; and how many `items` were changed together, if more than one, as by a discount on the
-- whole sale. Refuses nothing_to_undo, a sale that money is being taken for (sale_quoted), and what hold_sale refuses.
CREATE FUNCTION api.undo_change(request uuid, order_id uuid) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    till storedesk.till_carts;
    instant timestamp;
    change storedesk.sale_changes;
    taken_back int := 0;
BEGIN
    till := core.hold_sale(order_id);
    instant := core.now();

    IF core.is_quote_live(till.quote_expires_at, instant) THEN
        PERFORM core.refuse('sale_quoted');
    END IF;

    FOR change IN
        WITH last AS (
            SELECT o.id, o.together FROM storedesk.sale_changes AS o
            WHERE o.cart_id = till.cart_id ORDER BY o.id DESC LIMIT 1
        )
        DELETE FROM storedesk.sale_changes AS s USING last
        WHERE s.cart_id = till.cart_id AND (s.id = last.id OR s.together = last.together)
        RETURNING s.*
    LOOP
        IF change.item IS NOT NULL THEN
            answer := core.restore_item(change);
        ELSE
            UPDATE storedesk.till_carts AS t SET customer_id = change.customer_id WHERE t.cart_id = till.cart_id;
            answer := jsonb_build_object('customer', core.sale_customer(change.customer_id) -> 'name');
        END IF;

        taken_back := taken_back + 1;
    END LOOP;

    IF taken_back = 0 THEN
        PERFORM core.refuse('nothing_to_undo');
    END IF;

    IF taken_back > 1 THEN
        answer := answer || jsonb_build_object('items', taken_back);
    END IF;

    PERFORM core.sum_sale(till, instant);

    RETURN core.sale(order_id, (answer ->> 'touched')::uuid) || jsonb_build_object('undone', answer);
END $$;
