-- How far a return may go without a manager.

-- Tells whether a return comes later than the days in the store's settings after the order had left.
CREATE FUNCTION core.is_late(of_order uuid, instant timestamp) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT max(h.created_at) < instant - make_interval(
            days => (SELECT s.return_days FROM storedesk.store_settings AS s)
        )
        FROM storedesk.order_status_history AS h
        WHERE h.order_id = of_order AND h.to_status IN ('shipped', 'delivered')
    );
END $$;

-- What somebody has given back this business day: by returns, with a receipt and without, and of deposits of orders
-- that were canceled.
CREATE FUNCTION core.refunded_today(actor uuid, instant timestamp) RETURNS numeric
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(sum(r.refund_amount), 0.00) FROM storedesk.order_returns AS r
        WHERE r.created_by = actor AND r.created_at >= core.day_start(instant)
    ) + (
        SELECT coalesce(sum(v.value_amount), 0.00) FROM storedesk.open_returns AS v
        WHERE v.created_by = actor AND v.created_at >= core.day_start(instant)
    ) + (
        SELECT coalesce(sum(p.amount), 0.00)
        FROM storedesk.till_sessions AS t JOIN storedesk.order_payments AS p ON p.till_session_id = t.id
        WHERE (t.closed_at IS NULL OR t.closed_at >= core.day_start(instant)) AND p.created_by = actor
          AND p.created_at >= core.day_start(instant) AND p.kind = 'refund' AND p.return_id IS NULL AND EXISTS (
            SELECT FROM storedesk.order_status_history AS h
            WHERE h.order_id = p.order_id AND h.to_status = 'cancelled' AND h.from_status = 'pending'
        )
    );
END $$;

-- Why a manager has to allow a return, {code, parameters}; null where no manager has to, and for a manager. Who is
-- no manager refunds pieces that have come back to the shelf, within the store's days, in an open shift, and no
-- more than their limits of one return and of a business day, in which returns without a receipt count; what they
-- have quoted as an exchange counts, but for that of the sale itself.
CREATE FUNCTION core.return_beyond(
    of_order uuid, lines jsonb, shipping numeric, total numeric, shift uuid, actor uuid, instant timestamp,
    for_sale uuid DEFAULT NULL
) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    store storedesk.store_settings;
    damaged numeric := (SELECT coalesce(sum(l.refund), 0)
                        FROM jsonb_to_recordset(lines) AS l (restocked boolean, refund numeric) WHERE NOT l.restocked);
    today record;
    quoted record;
BEGIN
    IF core.belongs('manager') THEN
        RETURN NULL;
    END IF;

    SELECT * INTO store FROM storedesk.store_settings;
    SELECT core.refunded_today(actor, instant) AS refund, coalesce(sum(d.refund), 0.00) AS damaged INTO today
    FROM storedesk.order_returns AS r
    LEFT JOIN LATERAL (
        SELECT sum(b.refund_amount) AS refund FROM storedesk.order_return_lines AS b
        WHERE b.return_id = r.id AND NOT b.restocked
    ) AS d ON true
    WHERE r.created_by = actor AND r.created_at >= core.day_start(instant);
    today.damaged := today.damaged + (
        SELECT coalesce(sum(l.value_amount), 0.00)
        FROM storedesk.open_returns AS r JOIN storedesk.open_return_lines AS l ON l.open_return_id = r.id
        WHERE r.created_by = actor AND r.created_at >= core.day_start(instant) AND NOT l.restocked
    );

    SELECT coalesce(sum(e.refund_amount), 0.00) AS refund, coalesce(sum(d.refund), 0.00) AS damaged INTO quoted
    FROM storedesk.till_carts AS t
    JOIN storedesk.till_exchanges AS e ON e.order_id = t.order_id
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(b.refund), 0.00) AS refund
        FROM jsonb_to_recordset(e.lines) AS b (restocked boolean, refund numeric) WHERE NOT b.restocked
    ) AS d
    WHERE t.quoted_by = actor AND core.is_quote_live(t.quote_expires_at, instant)
      AND t.order_id IS DISTINCT FROM for_sale;
    today.refund := today.refund + quoted.refund;
    today.damaged := today.damaged + quoted.damaged;

    RETURN CASE
        WHEN shipping > 0 THEN jsonb_build_object('code', 'return_of_shipping', 'parameters', '{}'::jsonb)
        WHEN core.is_late(of_order, instant) THEN jsonb_build_object(
            'code', 'return_late', 'parameters', jsonb_build_object('days', store.return_days))
        WHEN damaged > 0 AND today.damaged + damaged > core.limit_of('refund_damaged_day_amount') THEN
            jsonb_build_object('code', 'return_damaged', 'parameters', jsonb_build_object(
                'most', core.limit_of('refund_damaged_day_amount')::text, 'currency', store.currency))
        WHEN total > core.limit_of('refund_amount') THEN jsonb_build_object(
            'code', 'return_large', 'parameters', jsonb_build_object(
                'most', core.limit_of('refund_amount')::text, 'currency', store.currency))
        WHEN today.refund + total > core.limit_of('refund_day_amount') THEN jsonb_build_object(
            'code', 'return_day', 'parameters', jsonb_build_object(
                'most', core.limit_of('refund_day_amount')::text, 'today', today.refund::text,
                'currency', store.currency))
        WHEN shift IS NULL THEN jsonb_build_object('code', 'return_without_shift', 'parameters', '{}'::jsonb)
    END;
END $$;

-- Allows a return that is beyond what the asker may do alone: of two by one person at once, the second waits here,
-- so that both count. The approval is of "return_order" and {order_id, lines: [{line, quantity, restocked}],
-- shipping, refund, reason, shift}, and to_credit where it goes to store credit, or exchange where it pays for a sale.
-- Answers the approver, null for nobody. Refuses what return_beyond says, and what use_approval refuses.
CREATE FUNCTION core.allow_return(
    of_order uuid, lines jsonb, shipping numeric, total numeric, reason text, shift uuid, actor uuid, approval uuid,
    to_credit boolean DEFAULT false, for_sale uuid DEFAULT NULL
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    beyond jsonb;
BEGIN
    IF core.belongs('manager') THEN
        RETURN NULL;
    END IF;

    PERFORM pg_advisory_xact_lock(7311, hashtext(actor::text));
    beyond := core.return_beyond(of_order, lines, shipping, total, shift, actor, core.now(), for_sale);

    IF beyond IS NULL THEN
        RETURN NULL;
    END IF;

    RETURN core.use_approval(approval, 'return_order', jsonb_build_object(
        'order_id', of_order, 'refund', round(total, 2)::text, 'shipping', round(shipping, 2)::text,
        'reason', reason, 'shift', shift, 'lines', (
            SELECT core.named_list(jsonb_agg(jsonb_build_object(
                'line', l.line, 'quantity', l.quantity, 'restocked', l.restocked
            ) ORDER BY l.line, l.restocked))
            FROM jsonb_to_recordset(lines) AS l (line uuid, quantity int, restocked boolean)
        )
    ) || CASE WHEN to_credit THEN '{"to_credit": true}'::jsonb ELSE '{}' END
      || CASE WHEN for_sale IS NOT NULL THEN '{"exchange": true}'::jsonb ELSE '{}' END,
    core.now(), beyond ->> 'code', beyond -> 'parameters');
END $$;
