-- Exchanges: what comes back of an order pays for the sale in progress. It is chosen beside the sale, and booked with
-- it, in one transaction: see docs/decisions/0072.

-- How much of what comes back pays for a sale that costs so much; 0 where nothing does.
CREATE FUNCTION core.exchange_credit(of_order uuid, total numeric) RETURNS numeric
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce((
        SELECT least(e.refund_amount, total) FROM storedesk.till_exchanges AS e WHERE e.order_id = of_order
    ), 0.00);
END $$;

-- What comes back as a return for a sale that costs so much, as the till shows it: {return_id, order_id, order_number,
-- version, reason, refund, pieces, lines: [{line, name, description, quantity, restocked, refund}], refunds};
-- refunds, as refund_parts has them, are of what the sale does not cost.
CREATE FUNCTION core.sale_exchange(as_return uuid, total numeric) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF as_return IS NULL THEN
        RETURN NULL;
    END IF;

    RETURN (
        SELECT jsonb_build_object(
            'return_id', e.return_id, 'order_id', o.id, 'order_number', o.order_number, 'version', o.version,
            'reason', e.reason, 'refund', e.refund_amount::text, 'pieces', back.pieces, 'lines', back.lines,
            'refunds', CASE WHEN e.refund_amount > coalesce(total, 0)
                THEN core.refund_parts(o.id, e.refund_amount - coalesce(total, 0)) ELSE '[]' END
        )
        FROM storedesk.till_exchanges AS e
        JOIN public.orders AS o ON o.id = e.returned_order_id
        CROSS JOIN LATERAL (
            SELECT sum(b.quantity) AS pieces, jsonb_agg(jsonb_build_object(
                'line', b.line, 'name', l.product_name, 'description', l.variant_description,
                'quantity', b.quantity, 'restocked', b.restocked, 'refund', round(b.refund, 2)::text
            ) ORDER BY l.created_at, l.id, b.restocked DESC) AS lines
            FROM jsonb_to_recordset(e.lines) AS b (line uuid, quantity int, restocked boolean, refund numeric)
            JOIN public.order_line_items AS l ON l.id = b.line
        ) AS back
        WHERE e.return_id = as_return
    );
END $$;

-- Refuses an order of which pieces are exchanged for another sale while its quote is valid: nothing else of it comes
-- back meanwhile, so that what was quoted is booked to the cent (order_in_exchange). The caller holds the order.
CREATE FUNCTION core.check_exchanged(of_order uuid, but_for uuid, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    other record;
BEGIN
    SELECT o.order_number AS number, t.register_id AS register INTO other
    FROM storedesk.till_exchanges AS e
    JOIN storedesk.till_carts AS t ON t.order_id = e.order_id
    JOIN public.orders AS o ON o.id = e.returned_order_id
    WHERE e.returned_order_id = of_order AND e.order_id IS DISTINCT FROM but_for
      AND core.is_quote_live(t.quote_expires_at, instant)
    LIMIT 1;

    IF FOUND THEN
        PERFORM core.conflict('order_in_exchange', jsonb_build_object(
            'number', other.number, 'register', core.register_name(other.register)
        ));
    END IF;
END $$;

-- Reads what is to come back for a sale, of an order that the caller holds, each line with its refund. Refuses
-- order_in_exchange, refund_too_large, recalled_to_shelf, and what read_return refuses.
CREATE FUNCTION core.read_exchange(sold public.orders, of_sale uuid, given jsonb, instant timestamp) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    lines jsonb;
BEGIN
    PERFORM core.check_exchanged(sold.id, of_sale, instant);
    lines := core.read_return(sold.id, given);
    PERFORM core.check_recalled(sold, lines), core.refund_plan(sold.id, core.sum_of_return(lines));

    RETURN lines;
END $$;

-- Checks, before money moves, that an exchange is still what was chosen, by somebody who may take it: what one was
-- approved for holds for them alone. Holds its order. Refuses already_returned, exchange_changed, not_returnable, and
-- what read_exchange and allow_return refuse.
CREATE FUNCTION core.check_exchange(
    chosen storedesk.till_exchanges, shift uuid, actor uuid, instant timestamp
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sold public.orders;
    lines jsonb;
    worth numeric;
BEGIN
    SELECT * INTO sold FROM public.orders AS o WHERE o.id = chosen.returned_order_id FOR NO KEY UPDATE;

    IF EXISTS (SELECT FROM storedesk.order_returns AS r WHERE r.id = chosen.return_id) THEN
        PERFORM core.conflict('already_returned');
    END IF;

    PERFORM core.hold_order(sold.id, sold.version, core.order_states('return_order'), refusal => 'not_returnable');
    lines := core.read_exchange(sold, chosen.order_id, chosen.lines, instant);
    worth := core.sum_of_return(lines);

    IF worth <> chosen.refund_amount OR lines <> chosen.lines THEN
        PERFORM core.conflict('exchange_changed', jsonb_build_object(
            'number', sold.order_number, 'was', chosen.refund_amount::text, 'now', round(worth, 2)::text,
            'currency', sold.total_currency
        ));
    END IF;

    IF chosen.approved_by IS NULL OR chosen.chosen_by <> actor THEN
        PERFORM core.allow_return(sold.id, lines, 0, worth, chosen.reason, shift, actor, NULL,
                                  for_sale => chosen.order_id);
    END IF;
END $$;

-- Chooses what comes back for the sale at a register; the first time the sale is made. Nothing of it is booked before
-- the sale is paid. Again with the same return_id it is chosen anew. Beyond their limits, who is no manager needs an
-- approval, as for a return (allow_return). Answers the sale. Refuses a second one in a sale (exchange_twice),
-- already_returned, not_returnable, changed_meanwhile, reason_missing, shift_not_open, and what hold_or_make_sale,
-- hold_shift_as, read_exchange and allow_return refuse.
CREATE FUNCTION api.begin_exchange(
    request uuid, register uuid, order_id uuid, return_id uuid, returned_order_id uuid, seen int, lines jsonb,
    reason text, approval uuid DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    till storedesk.till_carts;
    instant timestamp := core.now();
    why text := core.clean_words(reason, 500);
    shift uuid := core.open_shift_of(register);
    back jsonb;
    approver uuid;
BEGIN
    till := core.hold_or_make_sale(order_id, register, me, instant);

    IF EXISTS (SELECT FROM storedesk.till_exchanges AS e
               WHERE e.order_id = till.order_id AND e.return_id <> begin_exchange.return_id) THEN
        PERFORM core.refuse('exchange_twice');
    ELSIF EXISTS (SELECT FROM storedesk.order_returns AS r WHERE r.id = begin_exchange.return_id) THEN
        PERFORM core.conflict('already_returned');
    ELSIF why IS NULL THEN
        PERFORM core.refuse('reason_missing');
    ELSIF shift IS NULL THEN
        PERFORM core.refuse('shift_not_open');
    END IF;

    back := core.read_exchange(core.hold_order(
        returned_order_id, seen, core.order_states('return_order'), refusal => 'not_returnable'
    ), till.order_id, lines, instant);
    PERFORM core.hold_shift_as(shift, me, 'return_order');
    approver := core.allow_return(
        returned_order_id, back, 0, core.sum_of_return(back), why, shift, me, approval, for_sale => till.order_id
    );
    INSERT INTO storedesk.till_exchanges (
        order_id, return_id, returned_order_id, lines, reason, refund_amount, chosen_by, approved_by, created_at
    ) VALUES (
        till.order_id, begin_exchange.return_id, begin_exchange.returned_order_id, back, why,
        core.sum_of_return(back), me, approver, instant
    )
    ON CONFLICT ON CONSTRAINT till_exchanges_pkey DO UPDATE SET
        returned_order_id = excluded.returned_order_id, lines = excluded.lines, reason = excluded.reason,
        refund_amount = excluded.refund_amount, chosen_by = excluded.chosen_by,
        approved_by = excluded.approved_by, created_at = excluded.created_at;
    PERFORM core.sum_sale(till, instant);

    RETURN core.sale(order_id);
END $$;

-- Drops what was to come back for a sale: nothing of it was booked. Answers the sale. Refuses what hold_sale refuses.
CREATE FUNCTION api.drop_exchange(request uuid, order_id uuid) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    till storedesk.till_carts := core.hold_sale(order_id);
BEGIN
    DELETE FROM storedesk.till_exchanges AS e WHERE e.order_id = till.order_id;
    PERFORM core.sum_sale(till, core.now());

    RETURN core.sale(order_id);
END $$;

-- Holds, before its quote is looked at, what the exchange of a sale will move: the accounts of credit of its order and
-- of the sale, then the order.
CREATE FUNCTION core.hold_exchange(chosen storedesk.till_exchanges) RETURNS public.orders
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sold public.orders;
BEGIN
    PERFORM core.hold_credit_of(chosen.returned_order_id, NULL, chosen.order_id);
    SELECT * INTO sold FROM public.orders AS o WHERE o.id = chosen.returned_order_id FOR NO KEY UPDATE;

    RETURN sold;
END $$;

-- Books what comes back for a sale that is paid: a return, of whose refund as much as the sale costs goes to an
-- account made for it, and the rest as it was paid. The caller holds the order with its accounts, the shift and the
-- stock. Answers the tender of credit with which the sale is paid; null where nothing is credited.
CREATE FUNCTION core.book_exchange(
    chosen storedesk.till_exchanges, sold public.orders, credited numeric, shift uuid, actor uuid, instant timestamp
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    account uuid;
BEGIN
    IF credited > 0 THEN
        account := core.make_credit(actor, instant);
    END IF;

    PERFORM core.book_return(sold, chosen.return_id, chosen.lines, 0, chosen.reason, shift, actor, instant, account,
                             credited);

    RETURN (
        SELECT jsonb_build_object(
            'id', gen_random_uuid(), 'method', 'store_credit', 'amount', credited, 'rounding', 0.00,
            'reference', core.credit_number(a.serial), 'account', a.id
        )
        FROM storedesk.credit_accounts AS a WHERE a.id = account
    );
END $$;

-- The exchange by which an order was paid, as documents print it: {return_id, order_number, reason,
-- refund, credited, number, lines, refunds}: number is of the account that was made for it, refunds are what went
-- back beside it. Null where nothing came back for the order.
CREATE FUNCTION core.exchange_documents(of_order uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object(
            'return_id', r.id, 'order_number', o.order_number, 'reason', r.reason, 'refund', r.refund_amount::text,
            'credited', x.credited_amount::text, 'number', core.credit_number(a.serial),
            'lines', core.returned_documents(r.id),
            'refunds', jsonb_path_query_array(
                core.refund_documents(o.id, r.id), '$[*] ? (@.method != "store_credit" || @.detail != $number)',
                jsonb_build_object('number', coalesce(core.credit_number(a.serial), ''))
            )
        )
        FROM storedesk.exchanges AS x
        JOIN storedesk.order_returns AS r ON r.id = x.return_id
        JOIN public.orders AS o ON o.id = r.order_id
        LEFT JOIN storedesk.credit_accounts AS a ON a.id = x.credit_account_id
        WHERE x.order_id = of_order
    );
END $$;

-- The account of an earlier exchange to which a return gave something back: nobody knows its code yet. Null for none.
CREATE FUNCTION core.untold_credit(of_return uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT e.account_id
        FROM storedesk.order_payments AS p
        JOIN storedesk.credit_entries AS e ON e.order_payment_id = p.id
        JOIN storedesk.exchanges AS x ON x.credit_account_id = e.account_id AND x.return_id <> of_return
        WHERE p.return_id = of_return AND p.kind = 'refund'
    );
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.exchanges
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.exchanges
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();
