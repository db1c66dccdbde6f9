-- What all steps of an order have in common: confirmed, shipped, delivered, handed over, canceled. Each takes
-- who and when as arguments, so that tills, telephone orders, demo data and imports of history take the same ones.
-- Locks: customers, orders, till_sessions, inventory, order_number_sequence.

-- What a step answers: {order_id, order_number, status, version, currency, change, refunded, refunds}, with
-- refunds as [{method, amount, rounding, detail}]. Volatile, to see what the calling statement has done.
CREATE FUNCTION core.order_answer(
    of_order uuid, change numeric DEFAULT 0, refunded numeric DEFAULT 0, refunds jsonb DEFAULT '[]'
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object(
            'order_id', o.id, 'order_number', o.order_number, 'status', o.status, 'version', o.version,
            'currency', o.total_currency, 'change', round(order_answer.change, 2)::text,
            'refunded', round(order_answer.refunded, 2)::text, 'refunds', order_answer.refunds
        )
        FROM public.orders AS o WHERE o.id = of_order
    );
END $$;

-- Holds an order until the transaction ends, in one of the states in which something can be done with it. Refuses
-- order_not_found, another state (order_step, with what the order should have become, or `refusal`), and another
-- version than the one that was seen (changed_meanwhile).
CREATE FUNCTION core.hold_order(
    of_order uuid, seen int, states text[], becomes text DEFAULT NULL, refusal text DEFAULT 'order_step'
) RETURNS public.orders
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.orders;
BEGIN
    SELECT * INTO held FROM public.orders AS o WHERE o.id = of_order FOR NO KEY UPDATE;

    IF NOT FOUND THEN
        PERFORM core.not_found('order_not_found');
    END IF;

    IF held.status <> ALL (states) THEN
        PERFORM core.conflict(refusal, jsonb_strip_nulls(jsonb_build_object(
            'number', held.order_number, 'was', held.status, 'becomes', becomes
        )));
    END IF;

    IF held.version <> seen THEN
        PERFORM core.conflict('changed_meanwhile', jsonb_build_object('now', held.version));
    END IF;

    RETURN held;
END $$;

-- Holds the stock of all products in some orders: in one order of locking, however many they are.
CREATE FUNCTION core.hold_order_stock(orders uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.hold_stock(ARRAY(
        SELECT DISTINCT l.product_id FROM public.order_line_items AS l WHERE l.order_id = ANY (orders)
    ));
END $$;

-- Moves the stock of all products in an order, whose stock the caller holds: see core.move_pieces.
CREATE FUNCTION core.move_order(
    of_order uuid, operation text, reason text, actor uuid, instant timestamp
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    products uuid[];
    pieces int[];
BEGIN
    SELECT array_agg(l.product_id), array_agg(l.quantity) INTO products, pieces
    FROM (
        SELECT i.product_id, sum(i.quantity)::int AS quantity
        FROM public.order_line_items AS i WHERE i.order_id = of_order GROUP BY i.product_id
    ) AS l;

    PERFORM core.move_pieces(of_order, products, pieces, ARRAY[operation], ARRAY[reason], actor, instant);
END $$;

-- Writes down that an order has taken a step.
CREATE FUNCTION core.write_step(
    stepped public.orders, was text, becomes text, version int, actor uuid, instant timestamp, note text DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO storedesk.order_status_history (
        order_id, order_version, from_status, to_status, actor_id, mailable, note, created_at
    ) VALUES (stepped.id, version, was, becomes, actor, core.is_mailable(stepped.customer_id), note, instant);
END $$;

-- Writes down what changed about an order that has taken no step.
CREATE FUNCTION core.write_change(
    changed public.orders, what text, detail text, actor uuid, instant timestamp
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO storedesk.order_changes (order_id, order_version, what, detail, actor_id, created_at)
    VALUES (changed.id, changed.version + 1, what, left(detail, 500), actor, instant);
END $$;
