-- Receipts as they came out of a printer: the first of an order is its receipt, each later one says REPRINT.

-- Holds an order of which a paper came out of the printer of a register, so that papers are counted one after the
-- other. Refuses order_not_found, register_not_found.
CREATE FUNCTION core.hold_printed(of_order uuid, register uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM public.orders AS o WHERE o.id = of_order FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        PERFORM core.not_found('order_not_found');
    END IF;

    IF core.register_name(register) IS NULL THEN
        PERFORM core.not_found('register_not_found');
    END IF;
END $$;

-- Writes down that the receipt of an order was printed at a register; answers {number}: 1 for the first. What failed
-- is not written down. Refuses what hold_printed refuses.
CREATE FUNCTION api.note_receipt_print(request uuid, order_id uuid, register uuid) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    printed int;
BEGIN
    PERFORM core.hold_printed(order_id, register);
    INSERT INTO storedesk.receipt_prints (order_id, number, register_id, created_by, created_at)
    SELECT note_receipt_print.order_id, core.receipt_prints(note_receipt_print.order_id) + 1, register, me, core.now()
    RETURNING number INTO printed;

    IF printed > 1 THEN
        PERFORM core.audit('reprint', 'order', order_id, NULL, to_jsonb(printed));
    END IF;

    answer := jsonb_build_object('number', printed);
END $$;

-- The sales of the open shift of a register whose receipts have not been printed, the newest first, at most `most`:
-- [{order_id, order_number, sold_at, total, currency}].
CREATE FUNCTION api.unprinted_receipts(register uuid, most int) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'order_id', s.id, 'order_number', s.order_number, 'sold_at', s.created_at,
            'total', s.total_amount::text, 'currency', s.total_currency
        ) ORDER BY s.created_at DESC, s.id), '[]')
        FROM (
            SELECT o.id, o.order_number, o.created_at, o.total_amount, o.total_currency
            FROM storedesk.till_sessions AS t
            JOIN storedesk.pos_sales AS p ON p.till_session_id = t.id
            JOIN public.orders AS o ON o.id = p.order_id
            WHERE t.register_id = core.drawer(register) AND t.status = 'open'
                AND coalesce(p.register_id, t.register_id) = register
                AND NOT EXISTS (SELECT FROM storedesk.receipt_prints AS n WHERE n.order_id = o.id)
            ORDER BY o.created_at DESC, o.id
            LIMIT greatest(least(coalesce(most, 0), 100), 0)
        ) AS s
    );
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.receipt_prints
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.receipt_prints
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();
