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
        OR NOT (core.quote(
            till, till.quoted_total_amount, in_hand, actor, kept => allowed, keeps_credit => true
        ) ->> 'is_held')::boolean THEN
        PERFORM core.refuse('quote_expired');
    END IF;

    SELECT * INTO till FROM storedesk.till_carts AS t WHERE t.order_id = till.order_id;
    RETURN till;
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

-- Writes the order that a sale has become, as if it had been placed, confirmed, handed over and numbered one after
-- the other, each row once: its history has all these steps, the ledger has reserved and deducted its pieces. The
-- caller holds its customer, the shift and the stock, and has deleted the sale; `lines` as core.quoted_lines
-- answers them, `pieces` of each of `products`. Answers the order's number, for which all orders of the store wait
-- from there on: so only what needs the order comes after it. Refuses what move_pieces refuses.
CREATE FUNCTION core.book_sale(
    till storedesk.till_carts, lines core.order_line[], products uuid[], pieces int[], tenders jsonb,
    shift uuid, actor uuid, instant timestamp
) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    store storedesk.store_settings;
    main jsonb := core.main_tender(tenders);
    totals jsonb := till.quoted_totals;
    buyer public.customers;
    is_mailable boolean;
    number text;
BEGIN
    SELECT * INTO store FROM storedesk.store_settings;
    SELECT * INTO buyer FROM public.customers AS c WHERE c.id = coalesce(till.customer_id, store.walk_in_customer_id);
    PERFORM core.move_pieces(till.order_id, products, pieces, ARRAY['reserve', 'deduct'], ARRAY['ordered', 'sold'],
                             actor, instant);
    is_mailable := core.is_mailable(buyer.id);
    number := core.next_number(instant);
    INSERT INTO public.orders (
        id, order_number, customer_id, status, subtotal_amount, subtotal_currency, shipping_cost_amount,
        shipping_cost_currency, tax_amount, tax_currency, total_amount, total_currency,
        shipping_street, shipping_city, shipping_state, shipping_postal_code, shipping_country,
        shipping_recipient_name, payment_type, payment_last_four_digits, payment_card_brand, payment_paypal_email,
        payment_transaction_id, version, created_at, updated_at
    ) VALUES (
        till.order_id, number, buyer.id, 'delivered', (totals ->> 'subtotal')::numeric, store.currency, 0,
        store.currency, (totals ->> 'tax')::numeric, store.currency, (totals ->> 'total')::numeric, store.currency,
        store.store_street, store.store_city, store.store_state, store.store_postal_code, store.store_country,
        CASE WHEN till.customer_id IS NULL THEN 'Walk-in' ELSE btrim(buyer.first_name || ' ' || buyer.last_name) END,
        coalesce(main ->> 'method', 'cash'), main ->> 'last_four', core.known_brand(main ->> 'card_brand'),
        main ->> 'paypal_email', main ->> 'reference', 4, instant, instant
    );
    PERFORM core.write_lines(till.order_id, lines, store.currency, instant), core.write_taxes(till.order_id, totals),
            core.book_payments(till.order_id, store.currency, tenders, shift, actor, instant);
    INSERT INTO storedesk.pos_sales (order_id, kind, till_session_id, cashier_id, register_id, created_at)
    VALUES (till.order_id, 'sale', shift, actor, till.register_id, instant);
    INSERT INTO storedesk.order_status_history (
        order_id, order_version, from_status, to_status, actor_id, mailable, created_at
    )
    SELECT till.order_id, s.version, s.was, s.becomes, actor, is_mailable, instant
    FROM (VALUES (1, NULL, 'pending'), (2, 'pending', 'confirmed'), (3, 'confirmed', 'delivered'))
        AS s (version, was, becomes);
    PERFORM core.index_orders(ARRAY[till.order_id]);
    PERFORM core.write_fiscal('sale', till.order_id, number, NULL, shift, totals -> 'tax_lines',
                              (totals ->> 'total')::numeric, instant);

    RETURN number;
END $$;

-- Books a sale that is paid, with the exchange that pays a part of it; the sale itself is deleted. Answers {order_id,
-- order_number, currency, total, change, found, cash_level, credit}: cash_level as core.cash_level has it of the
-- drawer, with what was paid in cash, and credit as core.spend_credit has it, null where none was spent. After an
-- exchange {exchange, slip} as well: what core.exchange_documents has, and the account of credit to which something
-- went back though nobody knows its code.
CREATE FUNCTION core.checkout(of_order uuid, given jsonb, actor uuid, email_receipt boolean) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    till storedesk.till_carts;
    store storedesk.store_settings;
    instant timestamp;
    shift uuid;
    tenders jsonb;
    missing jsonb;
    lines core.order_line[];
    products uuid[];
    pieces int[];
    number text;
    level text;
    spent jsonb;
    exchange storedesk.till_exchanges;
    sold public.orders;
    credited numeric := 0;
    tender jsonb;
BEGIN
    SELECT * INTO store FROM storedesk.store_settings;
    PERFORM FROM public.customers AS c
    WHERE c.id = (SELECT t.customer_id FROM storedesk.till_carts AS t WHERE t.order_id = of_order) FOR SHARE;
    till := core.hold_sale(of_order);
    SELECT * INTO exchange FROM storedesk.till_exchanges AS e WHERE e.order_id = of_order;

    IF exchange.order_id IS NOT NULL THEN
        sold := core.hold_exchange(exchange);
    END IF;

    till := core.live_quote(till, actor);

    IF exchange.order_id IS NOT NULL THEN
        credited := least(exchange.refund_amount, till.quoted_total_amount);
        PERFORM core.check_exchange(exchange, core.open_shift_of(till.register_id), actor, core.now())
        WHERE till.quoted_by <> actor;
    END IF;

    tenders := core.read_tenders(given, till.quoted_total_amount - credited, store.currency);

    IF tenders @> '[{"method": "store_credit"}]' THEN
        tenders := core.hold_credit_tenders(till, tenders, core.now());
    END IF;

    IF core.has_card_money(of_order, tenders) THEN
        tenders := core.hold_terminal_tenders(of_order, tenders);
    END IF;

    tenders := core.hold_taken_tenders(till, tenders);
    shift := core.hold_open_shift(till.register_id, actor, core.now());
    PERFORM core.check_payer(till, shift, actor);
    PERFORM core.hold_sale_stock(till);
    instant := core.now();

    IF exchange.order_id IS NOT NULL THEN
        tender := core.book_exchange(exchange, sold, credited, shift, actor, instant);
        tenders := tenders || coalesce(tender, '[]');
    END IF;

    missing := core.find_missing(till, actor, instant);
    PERFORM core.lock_references(tenders);
    lines := core.quoted_lines(till.cart_id, till.quoted_totals -> 'promotions',
                               core.day_in(store.time_zone, instant));
    SELECT array_agg(q.product_id), array_agg(q.quantity) INTO products, pieces
    FROM storedesk.till_quotes AS q WHERE q.order_id = of_order;
    DELETE FROM storedesk.till_tenders AS t WHERE t.order_id = of_order;
    DELETE FROM public.carts AS c WHERE c.id = till.cart_id;
    level := core.cash_level(shift, coming => (
        SELECT coalesce(sum((t.value ->> 'amount')::numeric + (t.value ->> 'rounding')::numeric), 0)
        FROM jsonb_array_elements(tenders) AS t (value) WHERE t.value ->> 'method' = 'cash'
    ));
    number := core.book_sale(till, lines, products, pieces, tenders, shift, actor, instant);

    IF tenders @> '[{"method": "store_credit"}]' THEN
        spent := core.spend_credit(tenders, shift, actor, instant);
    END IF;

    IF exchange.order_id IS NOT NULL THEN
        INSERT INTO storedesk.exchanges (return_id, order_id, credit_account_id, credited_amount)
        VALUES (exchange.return_id, of_order, (tender ->> 'account')::uuid, credited);
        spent := jsonb_path_query_array(spent, '$[*] ? (@.number != $own)', jsonb_build_object(
            'own', tender -> 'reference'
        ));
    END IF;

    IF email_receipt THEN
        PERFORM core.queue_mail(of_order, 'order_confirmation', instant);
    END IF;

    RETURN jsonb_build_object(
        'order_id', of_order, 'order_number', number, 'currency', store.currency,
        'total', till.quoted_total_amount::text,
        'change', (SELECT coalesce(sum((t.value ->> 'change')::numeric), 0.00)::text
                   FROM jsonb_array_elements(tenders) AS t (value)),
        'found', missing, 'cash_level', level, 'credit', spent
    ) || CASE WHEN exchange.order_id IS NULL THEN '{}' ELSE jsonb_build_object(
        'exchange', core.exchange_documents(of_order),
        'slip', core.credit_slip(core.untold_credit(exchange.return_id), true)
    ) END;
END $$;

-- Pays a sale. With a valid quote it is never refused for price or stock: a card may have been charged. It is
-- booked into the register's open shift, whichever the till sent. Refuses already_paid, sale_not_found,
-- quote_expired, and what read_tenders, hold_credit_tenders, hold_terminal_tenders, hold_taken_tenders and check_payer
-- refuse.
CREATE FUNCTION api.pay(
    request uuid, order_id uuid, tenders jsonb, shift uuid DEFAULT NULL, email_receipt boolean DEFAULT false
) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    answer := core.checkout(order_id, tenders, me, email_receipt);

    RETURN core.with_code(answer, 'slip');
END $$;
