-- What staff do with an order that is placed: one command a step, each with the version that was seen.

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

-- Writes down what changed about an order that has taken no step.
CREATE FUNCTION core.write_change(
    changed public.orders, what text, detail text, actor uuid, instant timestamp
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO storedesk.order_changes (order_id, order_version, what, detail, actor_id, created_at)
    VALUES (changed.id, changed.version + 1, what, left(detail, 500), actor, instant);
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.order_changes
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.order_changes
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.order_line_taxes
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.order_line_taxes
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();

-- Where an order goes, as long as it has not left. Refuses address_fixed, changed_meanwhile, nothing_changed,
-- and what clean_address refuses.
CREATE FUNCTION core.change_address(
    of_order uuid, given jsonb, actor uuid, instant timestamp, seen int DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.orders := core.hold_order(of_order, seen, ARRAY['pending', 'confirmed'], refusal => 'address_fixed');
    clean jsonb := core.clean_address(given);
    fields text[];
BEGIN
    fields := core.changes(jsonb_build_object(
        'recipient', held.shipping_recipient_name, 'street', held.shipping_street, 'city', held.shipping_city,
        'state', held.shipping_state, 'postal_code', held.shipping_postal_code, 'country', held.shipping_country
    ), clean);

    IF fields = '{}' THEN
        PERFORM core.refuse('nothing_changed');
    END IF;

    UPDATE public.orders
    SET shipping_recipient_name = clean ->> 'recipient', shipping_street = clean ->> 'street',
        shipping_city = clean ->> 'city', shipping_state = clean ->> 'state',
        shipping_postal_code = clean ->> 'postal_code', shipping_country = clean ->> 'country',
        version = held.version + 1, updated_at = instant
    WHERE id = of_order;
    PERFORM core.write_change(held, 'address', array_to_string(fields, ', '), actor, instant);
    PERFORM core.audit('change_address', 'order', of_order, NULL, to_jsonb(fields));
END $$;

-- Whether somebody has placed an order.
CREATE FUNCTION core.is_placed_by(of_order uuid, actor uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM storedesk.order_status_history AS h
                   WHERE h.order_id = of_order AND h.from_status IS NULL AND h.actor_id = actor);
END $$;

-- Cancels an order for somebody who works here: a cashier their own while it is unpaid, else a manager or
-- who has one's approval of "cancel_order" and {order_id, status, refund, reason, shift}. What
-- was paid goes back in a shift that they are in.
CREATE FUNCTION core.cancel_as(
    of_order uuid, reason text, actor uuid, shift uuid, seen int, approval uuid
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.orders := core.hold_order(of_order, seen, ARRAY['pending', 'confirmed'], becomes => 'cancelled');
    instant timestamp;
    refunded numeric;
BEGIN
    IF EXISTS (SELECT FROM storedesk.order_payments AS p WHERE p.order_id = of_order) AND shift IS NOT NULL THEN
        PERFORM core.hold_shift_as(shift, actor, 'cancel_order');  -- else nothing comes out of a drawer
    END IF;

    IF core.clean_words(reason, 500) IS NULL THEN
        PERFORM core.refuse('reason_missing');
    END IF;

    IF NOT (held.status = 'pending' AND core.is_placed_by(of_order, actor)) THEN
        PERFORM core.use_approval(approval, 'cancel_order', jsonb_build_object(
            'order_id', of_order, 'status', held.status, 'refund', core.paid_for(of_order)::text,
            'reason', core.clean_words(reason, 500), 'shift', shift
        ), core.now());
    END IF;

    PERFORM core.hold_order_stock(ARRAY[of_order]);
    instant := core.now();
    refunded := core.cancel(of_order, core.clean_words(reason, 500), actor, instant, shift, seen);

    RETURN core.order_answer(of_order, 0, refunded, core.refund_documents(of_order, NULL));
END $$;

-- Holds the stock of all that some orders have: in one order, however many they are.
CREATE FUNCTION core.hold_order_stock(orders uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.hold_stock(ARRAY(
        SELECT DISTINCT l.product_id FROM public.order_line_items AS l WHERE l.order_id = ANY (orders)
    ));
END $$;

-- Hands an order over to whoever comes for it; one that is not paid yet is paid now.
-- Refuses order_step, changed_meanwhile, paid_already, shift_closed, and what take_payment refuses.
CREATE FUNCTION core.collect(of_order uuid, given jsonb, shift uuid, actor uuid, seen int) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.orders := core.hold_order(of_order, seen, ARRAY['pending', 'confirmed'], becomes => 'delivered');
    instant timestamp;
    change numeric := 0;
BEGIN
    IF held.status = 'confirmed' AND coalesce(given, '[]') <> '[]' THEN
        PERFORM core.refuse('paid_already', jsonb_build_object('number', held.order_number));
    END IF;

    PERFORM core.hold_shift_as(shift, actor, 'collect_order');
    PERFORM core.hold_order_stock(ARRAY[of_order]);
    instant := core.now();

    IF held.status = 'pending' THEN
        change := core.take_payment(of_order, given, shift, actor, instant);
    END IF;

    PERFORM core.hand_over(of_order, shift, actor, instant);

    RETURN core.order_answer(of_order, change);
END $$;

-- Cancels orders that nobody has paid within the store's days, up to `most` of those that nobody is busy
-- with; nought days: never, nor while the clock is not believed. Answers with how many there were.
CREATE FUNCTION core.expire_orders(actor uuid, most int) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    days int := (SELECT s.pending_order_days FROM storedesk.store_settings AS s);
    instant timestamp := core.now();
    stale uuid[];
    one uuid;
BEGIN
    IF NOT core.look_at_clock(instant) THEN
        RETURN 0;
    END IF;

    stale := ARRAY(
        SELECT o.id FROM public.orders AS o
        WHERE days > 0 AND o.status = 'pending' AND o.created_at < instant - make_interval(days => days)
        ORDER BY o.created_at
        LIMIT most
        FOR NO KEY UPDATE SKIP LOCKED
    );
    PERFORM core.hold_order_stock(stale);
    instant := core.now();

    FOREACH one IN ARRAY stale LOOP
        PERFORM core.cancel(one, 'expired: not paid', actor, instant);
    END LOOP;

    RETURN cardinality(stale);
END $$;

-- ---------- what staff may call

-- Takes the payment of a pending order. Refuses what take_payment refuses.
CREATE FUNCTION api.confirm_order(
    request uuid, order_id uuid, seen int, tenders jsonb, shift uuid DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.hold_order(order_id, seen, ARRAY['pending'], becomes => 'confirmed');

    IF shift IS NOT NULL THEN
        PERFORM core.hold_shift_as(shift, me, 'confirm_order');
    END IF;

    answer := core.order_answer(
        order_id, core.take_payment(order_id, coalesce(tenders, '[]'), shift, me, core.now(), seen => seen)
    );
END $$;

-- Ships an order. Refuses what core.ship refuses.
CREATE FUNCTION api.ship_order(
    request uuid, order_id uuid, seen int, tracking text, shared boolean DEFAULT false
) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.hold_order(order_id, seen, ARRAY['confirmed'], becomes => 'shipped');
    PERFORM core.hold_order_stock(ARRAY[order_id]);
    PERFORM core.ship(order_id, tracking, me, core.now(), seen, shared);
    answer := core.order_answer(order_id);
END $$;

-- Marks a shipped order as delivered: see core.deliver.
CREATE FUNCTION api.deliver_order(request uuid, order_id uuid, seen int) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.deliver(order_id, me, core.now(), seen);
    answer := core.order_answer(order_id);
END $$;

-- Cancels an order, and gives back what was paid. Refuses what cancel and use_approval refuse.
CREATE FUNCTION api.cancel_order(
    request uuid, order_id uuid, seen int, reason text, shift uuid DEFAULT NULL, approval uuid DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    answer := core.cancel_as(order_id, reason, me, shift, seen, approval);
END $$;

-- Hands an order over at a till, and takes what is still to be paid: see core.collect.
CREATE FUNCTION api.collect_order(
    request uuid, order_id uuid, seen int, shift uuid, tenders jsonb DEFAULT '[]'
) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    answer := core.collect(order_id, tenders, shift, me, seen);
END $$;

-- Changes where an order goes, as long as it has not left: see core.change_address.
CREATE FUNCTION api.change_order_address(request uuid, order_id uuid, seen int, address jsonb) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.change_address(order_id, address, me, core.now(), seen);
    answer := core.order_answer(order_id);
END $$;

CREATE FUNCTION api.expire_orders(most int DEFAULT 100) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.check_isolation();
    RETURN core.expire_orders(core.me(), least(most, 500));
END $$;
