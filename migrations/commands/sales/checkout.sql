-- Checkout: a sale becomes an order that is placed, paid and handed over at once, or not at all.

-- The quote on which a sale is paid: a valid one as it is; an expired one is made again if nothing has changed,
-- else refused (quote_expired): the customer has to be asked before money moves.
CREATE FUNCTION core.live_quote(till storedesk.till_carts, actor uuid) RETURNS storedesk.till_carts
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    in_hand jsonb;
    allowed jsonb;
BEGIN
    IF core.is_quote_live(till.quote_expires_at, core.now()) THEN
        RETURN till;
    END IF;

    SELECT coalesce(jsonb_agg(jsonb_build_object('product_id', q.product_id, 'reason', q.found_reason)), '[]'),
           coalesce(jsonb_agg(jsonb_build_object(
               'product_id', q.product_id, 'pieces', q.found_quantity, 'approved_by', q.found_approved_by
           )) FILTER (WHERE q.found_approved_by IS NOT NULL), '[]')
    INTO in_hand, allowed
    FROM storedesk.till_quotes AS q WHERE q.order_id = till.order_id AND q.found_quantity > 0;

    IF till.quoted_total_amount IS NULL
        OR NOT (core.quote(till, till.quoted_total_amount, in_hand, actor, kept => allowed) ->> 'is_held')::boolean THEN
        PERFORM core.refuse('quote_expired');
    END IF;

    SELECT * INTO till FROM storedesk.till_carts AS t WHERE t.order_id = till.order_id;
    RETURN till;
END $$;

-- The lines of a sale as core.place reads them, at the quoted prices.
CREATE FUNCTION core.quoted_lines(till storedesk.till_carts) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_agg(jsonb_build_object(
            'product', l.product_id, 'variant', l.variant_id, 'quantity', l.quantity,
            'price', l.unit_price_amount, 'name', l.product_name, 'description', l.variant_description,
            'list_price', o.list_price_amount, 'reason', o.reason,
            'requested_by', o.requested_by, 'approved_by', o.approved_by
        ) ORDER BY l.added_at, l.id)
        FROM public.cart_items AS l
        LEFT JOIN storedesk.till_overrides AS o ON o.cart_item_id = l.id
        WHERE l.cart_id = till.cart_id
    );
END $$;

-- Checks that somebody may take the money of a quoted sale in a shift that the caller holds: one of its people, or
-- who was when they quoted it, since a card may have been charged; the latter, and a manager, are written into the
-- audit trail. Forbids it to everybody else (shift_of_others).
CREATE FUNCTION core.check_payer(till storedesk.till_carts, of_shift uuid, actor uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF core.is_in_shift(of_shift, actor) THEN
        RETURN;
    END IF;

    IF coalesce(till.quoted_by, actor) <> actor AND NOT core.belongs('manager') THEN
        PERFORM core.forbid_outsider(of_shift, actor);
    END IF;

    PERFORM core.audit_outsider(of_shift, actor, jsonb_build_object('doing', 'pay', 'order_id', till.order_id));
END $$;

-- Books a sale: placed, confirmed, handed over; the basket is deleted, and the number comes last. Answers
-- {order_id, order_number, currency, total, change, found}.
CREATE FUNCTION core.checkout(of_order uuid, given jsonb, actor uuid, email_receipt boolean) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    till storedesk.till_carts;
    store storedesk.store_settings;
    instant timestamp;
    shift uuid;
    tenders jsonb;
    missing jsonb;
    number text;
BEGIN
    SELECT * INTO store FROM storedesk.store_settings;
    PERFORM FROM public.customers AS c
    WHERE c.id = (SELECT t.customer_id FROM storedesk.till_carts AS t WHERE t.order_id = of_order) FOR SHARE;
    till := core.live_quote(core.hold_sale(of_order), actor);
    tenders := core.read_tenders(given, till.quoted_total_amount, store.currency);
    shift := core.hold_open_shift(till.register_id, actor, core.now());
    PERFORM core.check_payer(till, shift, actor);
    PERFORM core.hold_sale_stock(till);
    instant := core.now();
    missing := core.find_missing(till, actor, instant);

    PERFORM core.place(
        of_order, coalesce(till.customer_id, store.walk_in_customer_id), core.quoted_lines(till), actor, instant,
        address => (SELECT jsonb_build_object('recipient', btrim(c.first_name || ' ' || c.last_name))
                    FROM public.customers AS c WHERE c.id = till.customer_id),
        payment_type => 'cash', is_quoted => true, is_numbered => false,
        quoted_totals => till.quoted_totals
    );
    PERFORM core.lock_references(tenders);
    PERFORM core.confirm(of_order, tenders, actor, instant, shift, is_mailed => false);
    PERFORM core.hand_over(of_order, shift, actor, instant, kind => 'sale', register => till.register_id);

    DELETE FROM storedesk.till_tenders AS t WHERE t.order_id = of_order;
    DELETE FROM public.carts AS c WHERE c.id = till.cart_id;
    number := core.number_order(of_order, instant);

    IF email_receipt THEN
        PERFORM core.queue_mail(of_order, 'order_confirmation', instant);
    END IF;

    RETURN jsonb_build_object(
        'order_id', of_order, 'order_number', number, 'currency', store.currency,
        'total', till.quoted_total_amount::text,
        'change', (SELECT coalesce(sum((t.value ->> 'change')::numeric), 0.00)::text
                   FROM jsonb_array_elements(tenders) AS t (value)),
        'found', missing
    );
END $$;

-- Pays a sale. With a valid quote it is never refused for price or stock: a card may have been charged. It is
-- booked into the register's open shift, whichever the till sent. Refuses already_paid, sale_not_found,
-- quote_expired, and what read_tenders and check_payer refuse.
CREATE FUNCTION api.pay(
    request uuid, order_id uuid, tenders jsonb, shift uuid DEFAULT NULL, email_receipt boolean DEFAULT false
) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    answer := core.checkout(order_id, tenders, me, email_receipt);
END $$;
