-- Shipping: the tracking number of a shipment, its correction, a shipment that did not leave, and its arrival.

-- A tracking number, trimmed. Refuses one that no carrier gives (bad_tracking).
CREATE FUNCTION core.clean_tracking(tracking text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce(btrim(tracking), '') !~ '^[A-Za-z0-9 ._-]{4,100}$' THEN
        PERFORM core.refuse('bad_tracking');
    END IF;

    RETURN btrim(tracking);
END $$;

-- A tracking number as two of them are compared: letters and digits alone, as the index has it.
CREATE FUNCTION core.tight_tracking(tracking text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT upper(translate(tracking, ' ._-', ''))
$$;

-- Refuses a tracking number of another order (tracking_used), unless both orders are meant to go in one shipment
-- (`shared`). Of two that use one number at once, the second waits here and is refused.
CREATE FUNCTION core.check_tracking(of_order uuid, tracking text, shared boolean) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    other text;
BEGIN
    IF shared THEN
        RETURN;
    END IF;

    PERFORM pg_advisory_xact_lock(hashtextextended(core.tight_tracking(tracking), 7303));
    SELECT o.order_number INTO other FROM public.orders AS o
    WHERE upper(translate(o.tracking_number, ' ._-', '')) = core.tight_tracking(tracking) AND o.id <> of_order
    ORDER BY o.created_at DESC
    LIMIT 1;

    IF FOUND THEN
        PERFORM core.refuse('tracking_used', jsonb_build_object('tracking', tracking, 'number', other));
    END IF;
END $$;

-- Ships an order with a carrier, null where nobody knows which. Refuses what hold_order refuses, a number that no
-- carrier gives (bad_tracking), and one of another order, unless `shared` (tracking_used).
CREATE FUNCTION core.ship(
    of_order uuid, tracking text, actor uuid, instant timestamp, seen int DEFAULT NULL, shared boolean DEFAULT false,
    carrier text DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.orders := core.hold_order(of_order, seen, core.order_states('ship_order'), becomes => 'shipped');
    clean text := core.clean_tracking(tracking);
BEGIN
    PERFORM core.check_tracking(of_order, clean, shared);
    UPDATE public.orders
    SET status = 'shipped', tracking_number = clean, version = held.version + 1, updated_at = instant
    WHERE id = of_order;
    PERFORM core.note_carrier(of_order, carrier);
    PERFORM core.write_step(held, 'confirmed', 'shipped', held.version + 1, actor, instant);
    PERFORM core.move_order(of_order, 'deduct', 'shipped', actor, instant);
    PERFORM core.queue_mail(of_order, 'order_shipped', instant);
END $$;

-- Ships an order. Refuses what core.ship refuses.
CREATE FUNCTION api.ship_order(
    request uuid, order_id uuid, seen int, tracking text, shared boolean DEFAULT false, carrier text DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.hold_order(order_id, seen, core.order_states('ship_order'), becomes => 'shipped');
    PERFORM core.hold_order_stock(ARRAY[order_id]);
    PERFORM core.ship(order_id, tracking, me, core.now(), seen, shared, carrier);
    answer := core.order_answer(order_id);
END $$;

-- Tells whether a shipment did not leave after all, and waits to be shipped again.
CREATE FUNCTION core.is_recalled(of_order uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM storedesk.shipment_recalls AS r WHERE r.order_id = of_order AND r.ended_at IS NULL)
$$;

-- Ends a recall: the shipment has left, or its order was returned. The held e-mail goes out with what the order
-- says now, or fails (recalled).
CREATE FUNCTION core.end_recall(of_order uuid, how text, actor uuid, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE storedesk.shipment_recalls AS r SET ended_as = how, ended_by = actor, ended_at = instant
    WHERE r.order_id = of_order AND r.ended_at IS NULL;
    UPDATE public.email_queue AS e
    SET status = CASE how WHEN 'returned' THEN 'failed' ELSE e.status END,
        last_error = CASE how WHEN 'returned' THEN 'recalled' END
    WHERE e.reference_type = 'order' AND e.reference_id = of_order AND e.email_type = 'order_shipped'
      AND e.status = 'pending' AND e.last_error = 'held';
END $$;

-- Recalls a shipment that did not leave after all: the order stays shipped, comes first among what is to be
-- shipped, and its e-mail waits for the next tracking number. Possible until the e-mail is on its way or the
-- business day is over. Refuses recall_fixed, changed_meanwhile, reason_missing, recall_twice, recall_late.
CREATE FUNCTION api.recall_shipment(request uuid, order_id uuid, seen int, reason text) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    instant timestamp := core.now();
    held public.orders := core.hold_order(
        order_id, seen, core.order_states('recall_shipment'), refusal => 'recall_fixed'
    );
    why text := core.clean_words(reason, 500);
    mail text;
BEGIN
    IF why IS NULL THEN
        PERFORM core.refuse('reason_missing');
    ELSIF core.is_recalled(order_id) THEN
        PERFORM core.conflict('recall_twice', jsonb_build_object('number', held.order_number));
    END IF;

    SELECT e.status INTO mail FROM public.email_queue AS e
    WHERE e.reference_type = 'order' AND e.reference_id = order_id AND e.email_type = 'order_shipped'
    ORDER BY e.created_at DESC
    LIMIT 1
    FOR NO KEY UPDATE;

    IF mail IN ('processing', 'sent') OR core.business_day(instant) <> (
        SELECT core.business_day(max(h.created_at)) FROM storedesk.order_status_history AS h
        WHERE h.order_id = recall_shipment.order_id AND h.to_status = 'shipped'
    ) THEN
        PERFORM core.refuse('recall_late', jsonb_build_object('number', held.order_number));
    END IF;

    INSERT INTO storedesk.shipment_recalls (order_id, reason, actor_id, created_at)
    VALUES (order_id, why, me, instant);
    UPDATE public.email_queue AS e SET last_error = 'held'
    WHERE e.reference_type = 'order' AND e.reference_id = order_id AND e.email_type = 'order_shipped'
      AND e.status = 'pending';
    UPDATE public.orders SET version = held.version + 1, updated_at = instant WHERE id = order_id;
    PERFORM core.write_change(held, 'recall', why, me, instant);
    PERFORM core.audit('recall_shipment', 'order', order_id, to_jsonb(held.tracking_number), to_jsonb(why));
    answer := core.order_answer(order_id);
END $$;

-- Corrects the tracking number of an order, or the carrier that was noted with it; a recalled shipment leaves with it,
-- with the same number or another. A waiting e-mail is written again. Refuses tracking_fixed, changed_meanwhile,
-- bad_tracking, tracking_used, and what is there already (nothing_changed).
CREATE FUNCTION api.correct_tracking(
    request uuid, order_id uuid, seen int, tracking text, shared boolean DEFAULT false, carrier text DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    instant timestamp := core.now();
    held public.orders := core.hold_order(
        order_id, seen, core.order_states('correct_tracking'), refusal => 'tracking_fixed'
    );
    clean text := core.clean_tracking(tracking);
    was_recalled boolean := core.is_recalled(order_id);
    noted text := (
        SELECT s.carrier FROM storedesk.shipment_carriers AS s WHERE s.order_id = correct_tracking.order_id
    );
BEGIN
    IF clean = held.tracking_number AND NOT was_recalled AND coalesce(noted = carrier, true) THEN
        PERFORM core.refuse('nothing_changed');
    END IF;

    PERFORM core.check_tracking(order_id, clean, shared);
    UPDATE public.orders SET tracking_number = clean, version = held.version + 1, updated_at = instant
    WHERE id = order_id;
    PERFORM core.note_carrier(order_id, carrier);
    PERFORM core.write_change(held, 'tracking', held.tracking_number || ' → ' || clean, me, instant);
    PERFORM core.audit('correct_tracking', 'order', order_id, to_jsonb(held.tracking_number), to_jsonb(clean));
    UPDATE public.email_queue AS e SET payload = core.order_document(order_id)
    WHERE e.reference_type = 'order' AND e.reference_id = order_id AND e.email_type = 'order_shipped'
      AND e.status = 'pending';
    PERFORM core.end_recall(order_id, 'shipped', me, instant);
    answer := core.order_answer(order_id);
END $$;

-- Marks a shipped order as delivered. Refuses what hold_order refuses, and one that has not left
-- (shipment_recalled).
CREATE FUNCTION core.deliver(of_order uuid, actor uuid, instant timestamp, seen int DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.orders := core.hold_order(of_order, seen, core.order_states('deliver_order'), becomes => 'delivered');
BEGIN
    IF core.is_recalled(of_order) THEN
        PERFORM core.refuse('shipment_recalled', jsonb_build_object('number', held.order_number));
    END IF;

    UPDATE public.orders SET status = 'delivered', version = held.version + 1, updated_at = instant
    WHERE id = of_order;
    PERFORM core.write_step(held, 'shipped', 'delivered', held.version + 1, actor, instant);
END $$;

-- Marks a shipped order as delivered: see core.deliver.
CREATE FUNCTION api.deliver_order(request uuid, order_id uuid, seen int) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.deliver(order_id, me, core.now(), seen);
    answer := core.order_answer(order_id);
END $$;
