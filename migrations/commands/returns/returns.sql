-- Returns: pieces that had left the store and come back, and the money that goes back for them.

-- Puts returned pieces that can be sold again back into stock, product by product.
CREATE FUNCTION core.restock(of_order uuid, lines jsonb, reason text, actor uuid, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    item record;
BEGIN
    FOR item IN
        SELECT l.product, sum(l.quantity)::int AS quantity
        FROM jsonb_to_recordset(lines) AS l (product uuid, quantity int, restocked boolean)
        WHERE l.restocked
        GROUP BY l.product
        ORDER BY l.product
    LOOP
        PERFORM core.move_stock(item.product, NULL, 'restock', item.quantity, left(reason, 255),
                                actor => actor, instant => instant, for_order => of_order);
    END LOOP;
END $$;

-- Writes the tax in what went back: what was in the order before, less what is in it now.
CREATE FUNCTION core.write_return_taxes(of_return uuid, before jsonb, after jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO storedesk.order_return_tax_lines (return_id, name, rate, base_amount, tax_amount)
    SELECT of_return, b.name, b.rate, b.base - a.base, b.tax - a.tax
    FROM jsonb_to_recordset(before) AS b (name text, rate numeric, base numeric, tax numeric)
    JOIN jsonb_to_recordset(after) AS a (name text, rate numeric, base numeric, tax numeric) USING (name, rate)
    WHERE b.base <> a.base;
END $$;

DO $$
DECLARE
    watched text;
BEGIN
    FOREACH watched IN ARRAY ARRAY['order_returns', 'order_return_lines', 'order_return_tax_lines'] LOOP
        EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.%I '
                       'FOR EACH ROW EXECUTE FUNCTION core.append_only()', watched);
        EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.%I '
                       'FOR EACH STATEMENT EXECUTE FUNCTION core.append_only()', watched);
    END LOOP;
END $$;

-- What the lines of a return, as read_return has them, are worth together.
CREATE FUNCTION core.sum_of_return(lines jsonb) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT sum((l.value ->> 'refund')::numeric) FROM jsonb_array_elements(lines) AS l (value));
END $$;

-- Refuses damaged pieces of a parcel that did not leave (recalled_to_shelf).
CREATE FUNCTION core.check_recalled(sold public.orders, lines jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF core.is_recalled(sold.id) AND lines @> '[{"restocked": false}]' THEN
        PERFORM core.refuse('recalled_to_shelf', jsonb_build_object('number', sold.order_number));
    END IF;
END $$;

-- Writes a return of an order that the caller holds, with its accounts of credit and the stock of what goes back to
-- the shelf; `lines` as read_return has them. All of its refund goes as it was paid, or to an account of credit, or to
-- that as much as is `credited`. It has its fiscal record. Refuses what refund refuses.
CREATE FUNCTION core.book_return(
    sold public.orders, of_return uuid, lines jsonb, shipping numeric, why text, shift uuid, actor uuid,
    instant timestamp, to_account uuid, credited numeric DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    before jsonb := core.left_over(sold.id);
    total numeric := shipping + core.sum_of_return(lines);
BEGIN
    INSERT INTO storedesk.order_returns (
        id, order_id, reason, refund_amount, shipping_amount, till_session_id, created_by, created_at
    ) VALUES (of_return, sold.id, why, total, shipping, shift, actor, instant);
    INSERT INTO storedesk.order_return_lines (return_id, order_line_item_id, quantity, restocked, refund_amount)
    SELECT of_return, l.line, l.quantity, l.restocked, l.refund
    FROM jsonb_to_recordset(lines) AS l (line uuid, quantity int, restocked boolean, refund numeric);
    PERFORM core.write_return_taxes(of_return, before -> 'tax_lines', core.left_over(sold.id) -> 'tax_lines');
    PERFORM core.refund(sold.id, total, of_return, shift, actor, instant, to_account, credited);
    PERFORM core.restock(sold.id, lines, 'returned: ' || why, actor, instant);

    UPDATE public.orders SET version = sold.version + 1, updated_at = instant WHERE id = sold.id;
    PERFORM core.write_change(sold, 'return', why, actor, instant);

    IF NOT EXISTS (
        SELECT FROM public.order_line_items AS l WHERE l.order_id = sold.id AND l.quantity > (
            SELECT coalesce(sum(r.quantity), 0) FROM storedesk.order_return_lines AS r
            WHERE r.order_line_item_id = l.id
        )
    ) THEN
        PERFORM core.end_recall(sold.id, 'returned', actor, instant);
    END IF;

    PERFORM core.write_fiscal_return(of_return);
END $$;

-- Takes a return. Beyond their limits, who is no manager needs an approval (allow_return). Answers as order_answer
-- does, with return_id. Refuses already_returned, not_returnable, changed_meanwhile, reason_missing, and what
-- hold_shift_as, check_exchanged, read_return, check_recalled, allow_return and refund refuse.
CREATE FUNCTION core.return_order(
    of_return uuid, of_order uuid, given jsonb, reason text, shift uuid, with_shipping boolean,
    actor uuid, seen int, approval uuid, to_account uuid DEFAULT NULL
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.orders;
    why text := core.clean_words(reason, 500);
    lines jsonb;
    shipping numeric := 0;
    total numeric;
BEGIN
    PERFORM core.hold_credit_of(of_order, to_account);
    SELECT * INTO held FROM public.orders AS o WHERE o.id = of_order FOR NO KEY UPDATE;

    IF EXISTS (SELECT FROM storedesk.order_returns AS r WHERE r.id = of_return) THEN
        PERFORM core.conflict('already_returned');
    END IF;

    PERFORM core.hold_order(of_order, seen, core.order_states('return_order'), refusal => 'not_returnable');

    IF why IS NULL THEN
        PERFORM core.refuse('reason_missing');
    END IF;

    IF shift IS NOT NULL THEN
        PERFORM core.hold_shift_as(shift, actor, 'return_order');
    END IF;

    PERFORM core.check_exchanged(of_order, NULL, core.now());
    lines := core.read_return(of_order, given);
    PERFORM core.check_recalled(held, lines);

    IF with_shipping THEN
        shipping := core.shipping_left(of_order);
    END IF;

    total := shipping + core.sum_of_return(lines);
    PERFORM core.allow_return(of_order, lines, shipping, total, why, shift, actor, approval, to_account IS NOT NULL);
    PERFORM core.hold_stock(ARRAY(
        SELECT DISTINCT (l.value ->> 'product')::uuid FROM jsonb_array_elements(lines) AS l (value)
        WHERE (l.value ->> 'restocked')::boolean
    ));
    PERFORM core.book_return(held, of_return, lines, shipping, why, shift, actor, core.now(), to_account);

    RETURN core.order_answer(of_order, 0, total, core.refund_documents(of_order, of_return))
        || jsonb_build_object('return_id', of_return);
END $$;

-- Takes a return of `lines`, [{line, quantity, restocked}], of an order. The return's id is made by the client, so
-- that it is taken once however often it is sent. `to_credit` gives store credit instead of what was paid: on the
-- account that has `credit_code`, or on a new one, whose code is answered with its number as `credit`, {account,
-- number, code}; so is the code of an account that an exchange was made with, if something goes back to that. A wrong
-- code is answered as core.try_code does, and nothing is taken. Refuses what core.return_order refuses, and
-- credit_code_typo.
CREATE FUNCTION api.return_order(
    request uuid, return_id uuid, order_id uuid, seen int, lines jsonb, reason text, shift uuid DEFAULT NULL,
    with_shipping boolean DEFAULT false, approval uuid DEFAULT NULL, to_credit boolean DEFAULT false,
    credit_code text DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    tried jsonb := '{"state": "found"}';
BEGIN
    IF to_credit AND credit_code IS NOT NULL THEN
        tried := core.try_code(credit_code, me, core.now());
    ELSIF to_credit THEN
        tried := tried || jsonb_build_object('account', core.make_credit(me, core.now()));
    END IF;

    IF tried ->> 'state' = 'found' THEN
        answer := core.return_order(
            return_id, order_id, lines, reason, shift, with_shipping, me, seen, approval, (tried ->> 'account')::uuid
        );
        answer := answer || jsonb_strip_nulls(jsonb_build_object('credit', CASE
            WHEN to_credit THEN core.credit_slip((tried ->> 'account')::uuid, credit_code IS NULL)
            ELSE core.credit_slip(core.untold_credit(return_id), true)
        END));
    ELSE
        answer := tried;
    END IF;

    RETURN core.with_code(answer);
END $$;

-- What a return in a shift would give back, without taking it: {currency, shipping, tax, refund, refunds,
-- needs_approval, beyond}, with refunds as order_answer has them and beyond as return_beyond says why a manager
-- has to allow it. Refuses order_not_found, and what read_return refuses.
CREATE FUNCTION api.return_preview(
    order_id uuid, lines jsonb, with_shipping boolean DEFAULT false, shift uuid DEFAULT NULL
) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    me uuid := core.me();
    sold public.orders;
    shipping numeric := 0;
    read jsonb;
    total numeric;
    beyond jsonb;
BEGIN
    SELECT * INTO sold FROM public.orders AS o WHERE o.id = order_id;

    IF sold.id IS NULL THEN
        PERFORM core.not_found('order_not_found');
    END IF;

    IF with_shipping THEN
        shipping := core.shipping_left(sold.id);
    END IF;

    read := core.read_return(sold.id, lines);
    total := shipping + (SELECT sum((l.value ->> 'refund')::numeric) FROM jsonb_array_elements(read) AS l (value));
    beyond := core.return_beyond(sold.id, read, shipping, total, shift, me, core.now());

    RETURN jsonb_build_object(
        'currency', sold.total_currency, 'shipping', round(shipping, 2)::text, 'refund', round(total, 2)::text,
        'tax', round((core.left_over(sold.id) ->> 'tax')::numeric
                     - (core.left_over(sold.id, read) ->> 'tax')::numeric, 2)::text,
        'refunds', core.refund_plan(sold.id, total), 'needs_approval', beyond IS NOT NULL, 'beyond', beyond
    );
END $$;
