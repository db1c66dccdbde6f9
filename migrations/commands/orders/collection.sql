-- Orders that are handed over at the counter.

-- Hands an order over the counter: a sale of this register, or a collection of what was ordered and paid before.
-- Refuses what hold_order refuses, and a closed shift (shift_closed).
CREATE FUNCTION core.hand_over(
    of_order uuid, shift uuid, actor uuid, instant timestamp, kind text DEFAULT 'collection', seen int DEFAULT NULL,
    register uuid DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.orders := core.hold_order(of_order, seen, ARRAY['confirmed'], becomes => 'delivered');
BEGIN
    PERFORM core.hold_shift(shift);
    INSERT INTO storedesk.pos_sales (order_id, kind, till_session_id, cashier_id, register_id, created_at)
    VALUES (of_order, kind, shift, actor, register, instant);

    UPDATE public.orders SET status = 'delivered', version = held.version + 1, updated_at = instant
    WHERE id = of_order;
    PERFORM core.write_step(held, 'confirmed', 'delivered', held.version + 1, actor, instant);
    PERFORM core.move_order(of_order, 'deduct', CASE kind WHEN 'sale' THEN 'sold' ELSE 'collected' END, actor, instant);
END $$;

-- Hands an order over to the customer who collects it; one that is not paid yet is paid now. Refuses order_step,
-- changed_meanwhile, paid_already, shift_closed, and what take_payment refuses.
CREATE FUNCTION api.collect_order(
    request uuid, order_id uuid, seen int, shift uuid, tenders jsonb DEFAULT '[]'
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    held public.orders := core.hold_order(order_id, seen, core.order_states('collect_order'), becomes => 'delivered');
    instant timestamp;
    change numeric := 0;
BEGIN
    IF held.status = 'confirmed' AND coalesce(tenders, '[]') <> '[]' THEN
        PERFORM core.refuse('paid_already', jsonb_build_object('number', held.order_number));
    END IF;

    PERFORM core.hold_shift_as(shift, me, 'collect_order');
    PERFORM core.hold_order_stock(ARRAY[order_id]);
    instant := core.now();

    IF held.status = 'pending' THEN
        change := core.take_payment(order_id, tenders, shift, me, instant);
    END IF;

    PERFORM core.hand_over(order_id, shift, me, instant);

    answer := core.order_answer(order_id, change);
END $$;
