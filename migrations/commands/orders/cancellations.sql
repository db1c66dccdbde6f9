-- Orders that are canceled: by staff, or because nobody paid in time.

-- Cancels an order that has not left: its pieces are free again, and what was paid goes back, cash in the open
-- shift only. Answers what went back. Refuses what hold_order refuses, a missing reason, a closed shift, and cash
-- without a shift (cash_needs_shift).
CREATE FUNCTION core.cancel(
    of_order uuid, reason text, actor uuid, instant timestamp, shift uuid DEFAULT NULL, seen int DEFAULT NULL
) RETURNS numeric
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.orders := core.hold_order(of_order, seen, core.order_states('cancel_order'), becomes => 'cancelled');
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

    IF refunded > 0 AND held.status = 'confirmed' THEN  -- a deposit has no record: see docs/decisions/0073
        PERFORM core.write_fiscal_order('cancellation', of_order, shift, instant);
    END IF;

    RETURN refunded;
END $$;

-- Tells whether somebody has placed an order.
CREATE FUNCTION core.is_placed_by(of_order uuid, actor uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM storedesk.order_status_history AS h
                   WHERE h.order_id = of_order AND h.from_status IS NULL AND h.actor_id = actor);
END $$;

-- Tells whether somebody may give a deposit back alone: in a shift, and no more than their limits of one refund and
-- of a business day. Of two by one person at once the second waits here, so that both count.
CREATE FUNCTION core.may_give_back(refund numeric, shift uuid, actor uuid) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(7311, hashtext(actor::text));

    RETURN shift IS NOT NULL AND refund <= core.limit_of('refund_amount')
        AND core.refunded_today(actor, core.now()) + refund <= core.limit_of('refund_day_amount');
END $$;

-- Cancels an order, and refunds what was paid: a cashier their own while it is unpaid or has a deposit within their
-- limits (may_give_back), else a manager or who has an approval of "cancel_order" and {order_id, status, refund,
-- reason, shift}. What was paid goes back in a shift in which they are. Refuses what cancel and use_approval refuse.
CREATE FUNCTION api.cancel_order(
    request uuid, order_id uuid, seen int, reason text, shift uuid DEFAULT NULL, approval uuid DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    held public.orders := core.hold_order(order_id, seen, core.order_states('cancel_order'), becomes => 'cancelled');
    instant timestamp;
    refunded numeric;
BEGIN
    IF EXISTS (SELECT FROM storedesk.order_payments AS p WHERE p.order_id = cancel_order.order_id)
        AND shift IS NOT NULL THEN
        PERFORM core.hold_shift_as(shift, me, 'cancel_order');  -- else nothing comes out of a drawer
    END IF;

    IF core.clean_words(reason, 500) IS NULL THEN
        PERFORM core.refuse('reason_missing');
    END IF;

    refunded := core.paid_for(order_id);

    IF NOT (held.status = 'pending' AND core.is_placed_by(order_id, me)
            AND (refunded = 0 OR core.may_give_back(refunded, shift, me))) THEN
        PERFORM core.use_approval(approval, 'cancel_order', jsonb_build_object(
            'order_id', order_id, 'status', held.status, 'refund', refunded::text,
            'reason', core.clean_words(reason, 500), 'shift', shift
        ), core.now());
    END IF;

    PERFORM core.hold_order_stock(ARRAY[order_id]);
    instant := core.now();
    refunded := core.cancel(order_id, core.clean_words(reason, 500), me, instant, shift, seen);

    answer := core.order_answer(order_id, 0, refunded, core.refund_documents(order_id, NULL));
END $$;

-- Cancels orders that were not paid within the days in the store's settings, up to `most` of those that nobody
-- holds; with 0 days none, nor while the clock is not believed, and never one with a deposit. Answers how many there
-- were.
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
          AND NOT EXISTS (SELECT FROM storedesk.order_payments AS p WHERE p.order_id = o.id)
        ORDER BY o.created_at
        LIMIT most
        FOR NO KEY UPDATE SKIP LOCKED
    );
    stale := ARRAY(  -- once more, now that they are held: a deposit may have been taken before they were
        SELECT s.id FROM unnest(stale) WITH ORDINALITY AS s (id, place)
        WHERE NOT EXISTS (SELECT FROM storedesk.order_payments AS p WHERE p.order_id = s.id)
        ORDER BY s.place
    );
    PERFORM core.hold_order_stock(stale);
    instant := core.now();

    FOREACH one IN ARRAY stale LOOP
        PERFORM core.cancel(one, 'expired: not paid', actor, instant);
    END LOOP;

    RETURN cardinality(stale);
END $$;

-- Cancels orders that were not paid in time: see core.expire_orders.
CREATE FUNCTION api.expire_orders(most int DEFAULT 100) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.check_isolation();
    RETURN core.expire_orders(core.me(), least(most, 500));
END $$;
