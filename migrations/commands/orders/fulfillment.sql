-- The way of an order that is placed: confirmed, handed over or shipped and delivered, or cancelled. Each step
-- is told who takes it and when, so that tills, telephone orders, demo data and imports of history
-- take the same ones. Locks: customers, orders, till_sessions, inventory, order_number_sequence.

-- Holds an order until the transaction ends, in one of the states in which something can be done with it.
-- Refuses order_not_found, another state, and another version than the one that was seen (changed_meanwhile).
-- What is said of another state is order_step, with what the order should have become, or `refusal`.
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

-- Moves the stock of all that an order has, product by product, in the order in which they are locked.
CREATE FUNCTION core.move_order(
    of_order uuid, operation text, reason text, actor uuid, instant timestamp
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sign int := CASE operation WHEN 'reserve' THEN 1 ELSE -1 END;
    item record;
BEGIN
    FOR item IN
        SELECT l.product_id, sum(l.quantity)::int AS quantity
        FROM public.order_line_items AS l
        WHERE l.order_id = of_order
        GROUP BY l.product_id
        ORDER BY l.product_id
    LOOP
        PERFORM core.move_stock(item.product_id, NULL, operation, sign * item.quantity, reason,
                                actor => actor, instant => instant, for_order => of_order);
    END LOOP;
END $$;

-- Confirms an order that is paid: tenders as core.read_tenders answers them, in a shift or, without one,
-- elsewhere. Refuses what hold_order refuses, a closed shift, and sums that are not the total (unpaid).
CREATE FUNCTION core.confirm(
    of_order uuid, tenders jsonb, actor uuid, instant timestamp,
    shift uuid DEFAULT NULL, is_mailed boolean DEFAULT true, seen int DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.orders := core.hold_order(of_order, seen, ARRAY['pending'], becomes => 'confirmed');
    main jsonb;
    paid numeric;
BEGIN
    IF shift IS NOT NULL THEN
        PERFORM core.hold_shift(shift);
    END IF;

    main := core.book_payments(of_order, held.total_currency, tenders, shift, actor, instant);
    paid := (SELECT coalesce(sum(p.amount), 0) FROM storedesk.order_payments AS p
             WHERE p.order_id = of_order AND p.kind = 'payment');

    IF paid <> held.total_amount THEN
        PERFORM core.refuse('unpaid', jsonb_build_object('total', held.total_amount::text, 'paid', paid::text));
    END IF;

    UPDATE public.orders
    SET status = 'confirmed', version = held.version + 1, updated_at = instant,
        payment_type = coalesce(main ->> 'method', held.payment_type),
        payment_last_four_digits = main ->> 'last_four',
        payment_card_brand = CASE WHEN main ->> 'card_brand' IN ('visa', 'mastercard', 'amex') THEN main ->> 'card_brand' END,
        payment_paypal_email = main ->> 'paypal_email',
        payment_transaction_id = main ->> 'reference'
    WHERE id = of_order;
    PERFORM core.write_step(held, 'pending', 'confirmed', held.version + 1, actor, instant);

    IF is_mailed THEN
        PERFORM core.queue_mail(of_order, 'order_confirmation', instant);
    END IF;
END $$;

-- Hands an order over the counter: a sale of this till, or a collection of what was ordered and paid
-- before. Refuses what hold_order refuses, and a closed shift (shift_closed).
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

-- A tracking number, trimmed. Refuses one that no carrier gives (bad_tracking).
CREATE FUNCTION core.clean_tracking(tracking text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce(btrim(tracking), '') !~ '^[A-Za-z0-9 ._-]{4,100}$' THEN
        PERFORM core.refuse('bad_tracking');
    END IF;

    RETURN btrim(tracking);
END $$;

-- Ships an order. Refuses what hold_order refuses, a number that no carrier gives (bad_tracking), and one
-- that another order's parcel has, unless `shared` (tracking_used).
CREATE FUNCTION core.ship(
    of_order uuid, tracking text, actor uuid, instant timestamp, seen int DEFAULT NULL, shared boolean DEFAULT false
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.orders := core.hold_order(of_order, seen, ARRAY['confirmed'], becomes => 'shipped');
    clean text := core.clean_tracking(tracking);
BEGIN
    PERFORM core.check_tracking(of_order, clean, shared);
    UPDATE public.orders
    SET status = 'shipped', tracking_number = clean, version = held.version + 1, updated_at = instant
    WHERE id = of_order;
    PERFORM core.write_step(held, 'confirmed', 'shipped', held.version + 1, actor, instant);
    PERFORM core.move_order(of_order, 'deduct', 'shipped', actor, instant);
    PERFORM core.queue_mail(of_order, 'order_shipped', instant);
END $$;

-- Notes that a parcel has arrived. Refuses what hold_order refuses, and one that has not left
-- (shipment_recalled).
CREATE FUNCTION core.deliver(of_order uuid, actor uuid, instant timestamp, seen int DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.orders := core.hold_order(of_order, seen, ARRAY['shipped'], becomes => 'delivered');
BEGIN
    IF core.is_recalled(of_order) THEN
        PERFORM core.refuse('shipment_recalled', jsonb_build_object('number', held.order_number));
    END IF;

    UPDATE public.orders SET status = 'delivered', version = held.version + 1, updated_at = instant
    WHERE id = of_order;
    PERFORM core.write_step(held, 'shipped', 'delivered', held.version + 1, actor, instant);
END $$;

-- Cancels an order whose goods are still here: its pieces are free again, and what was paid goes back,
-- cash at the open till of `shift` only. Refuses what hold_order refuses, a missing reason, a closed
-- shift, and cash without a shift (cash_needs_shift).
CREATE FUNCTION core.cancel(
    of_order uuid, reason text, actor uuid, instant timestamp, shift uuid DEFAULT NULL, seen int DEFAULT NULL
) RETURNS numeric
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.orders := core.hold_order(of_order, seen, ARRAY['pending', 'confirmed'], becomes => 'cancelled');
    refunded numeric;
BEGIN
    IF shift IS NOT NULL THEN
        PERFORM core.hold_shift(shift);
    END IF;

    UPDATE public.orders
    SET status = 'cancelled', cancellation_reason = btrim(reason), version = held.version + 1, updated_at = instant
    WHERE id = of_order;
    PERFORM core.write_step(held, held.status, 'cancelled', held.version + 1, actor, instant, btrim(reason));
    refunded := core.refund_all(of_order, shift, actor, instant);
    PERFORM core.move_order(of_order, 'release', 'cancelled', actor, instant);
    PERFORM core.queue_mail(of_order, 'order_cancelled', instant);

    RETURN refunded;
END $$;
