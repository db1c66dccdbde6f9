-- Receipts: an order as it was sold, from the copies that were taken then.

-- All there is to say about an order, so that no reader needs a product, or an order that has changed meanwhile:
-- receipts are printed from it, and e-mails written. Null if there is none.
CREATE FUNCTION core.order_document(of_order uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object(
            'order_id', o.id, 'order_number', o.order_number, 'status', o.status, 'sold_at', o.created_at,
            'time_zone', s.time_zone, 'currency', o.total_currency, 'tax_mode', s.tax_mode,
            'store', jsonb_build_object(
                'name', s.name, 'phone', s.phone, 'tax_id', s.tax_id, 'street', s.store_street,
                'city', s.store_city, 'state', s.store_state, 'postal_code', s.store_postal_code,
                'country', s.store_country
            ),
            'register', r.name, 'cashier', cashier.display_name,
            'customer', CASE WHEN c.id <> s.walk_in_customer_id THEN btrim(c.first_name || ' ' || c.last_name) END,
            'address', jsonb_build_object(
                'recipient', o.shipping_recipient_name, 'street', o.shipping_street, 'city', o.shipping_city,
                'state', o.shipping_state, 'postal_code', o.shipping_postal_code, 'country', o.shipping_country
            ),
            'lines', core.line_documents(o.id), 'tax_lines', core.tax_documents(o.id),
            'payments', core.payment_documents(o.id), 'exchange', core.exchange_documents(o.id),
            'prints', core.receipt_prints(o.id), 'fiscal', core.fiscal_of_order(o.id),
            'subtotal', o.subtotal_amount::text, 'shipping', o.shipping_cost_amount::text,
            'tax', o.tax_amount::text, 'total', o.total_amount::text,
            'tracking_number', o.tracking_number, 'carrier', f.carrier, 'cancellation_reason', o.cancellation_reason
        )
        FROM public.orders AS o
        JOIN public.customers AS c ON c.id = o.customer_id
        CROSS JOIN storedesk.store_settings AS s
        LEFT JOIN storedesk.shipment_carriers AS f ON f.order_id = o.id
        LEFT JOIN storedesk.pos_sales AS p ON p.order_id = o.id
        LEFT JOIN storedesk.staff AS cashier ON cashier.id = p.cashier_id
        LEFT JOIN storedesk.till_sessions AS t ON t.id = p.till_session_id
        LEFT JOIN storedesk.registers AS r ON r.id = coalesce(p.register_id, t.register_id)
        WHERE o.id = of_order
    );
END $$;

-- How often the receipt of an order was printed.
CREATE FUNCTION core.receipt_prints(of_order uuid) RETURNS int
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT count(*)::int FROM storedesk.receipt_prints AS n WHERE n.order_id = of_order);
END $$;

-- The lines of an order, as documents print them.
CREATE FUNCTION core.line_documents(of_order uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_agg(jsonb_build_object(
            'name', l.product_name, 'description', l.variant_description, 'quantity', l.quantity,
            'unit_price', l.unit_price_amount::text, 'subtotal', l.subtotal_amount::text, 'note', n.note,
            'usual_price', coalesce(p.usual_price_amount, d.list_price_amount)::text, 'promotion', p.name,
            'measure', CASE WHEN m.source IS NOT NULL
                THEN core.measure_document(m.source, m.weight, m.kilo_price_amount) END
        ) ORDER BY l.created_at, l.id)
        FROM public.order_line_items AS l
        LEFT JOIN storedesk.order_promotions AS p ON p.order_line_item_id = l.id
        LEFT JOIN storedesk.order_discounts AS d ON d.order_line_item_id = l.id
        LEFT JOIN storedesk.line_notes AS n ON n.order_line_item_id = l.id
        LEFT JOIN storedesk.line_measures AS m ON m.order_line_item_id = l.id
        WHERE l.order_id = of_order
    );
END $$;

-- The taxes of an order by rate, as documents print them.
CREATE FUNCTION core.tax_documents(of_order uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'name', t.name, 'rate', t.rate::text, 'base', t.base_amount::text, 'tax', t.tax_amount::text
        ) ORDER BY t.name COLLATE "C", t.rate), '[]')
        FROM storedesk.order_tax_lines AS t WHERE t.order_id = of_order
    );
END $$;

-- What was paid for an order, when, and by whose hand at which till, as documents print it; refunds are not among it.
CREATE FUNCTION core.payment_documents(of_order uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'method', p.method, 'amount', p.amount::text, 'tendered', p.tendered_amount::text,
            'change', p.change_amount::text,
            'detail', coalesce(nullif(concat_ws(' ', p.card_scheme, p.card_last_four), ''), p.transaction_id),
            'left', CASE p.method WHEN 'store_credit' THEN core.credit_left(p.id) END,
            'at', p.created_at, 'by', s.display_name, 'register', r.name
        ) ORDER BY p.created_at, p.method DESC, p.id), '[]')
        FROM storedesk.order_payments AS p
        LEFT JOIN storedesk.staff AS s ON s.id = p.created_by
        LEFT JOIN storedesk.till_sessions AS t ON t.id = p.till_session_id
        LEFT JOIN storedesk.registers AS r ON r.id = t.register_id
        WHERE p.order_id = of_order AND p.kind = 'payment'
    );
END $$;

-- The lines of a return, as documents print them.
CREATE FUNCTION core.returned_documents(of_return uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_agg(jsonb_build_object(
            'name', l.product_name, 'description', l.variant_description, 'quantity', b.quantity,
            'restocked', b.restocked, 'unit_price', l.unit_price_amount::text, 'refund', b.refund_amount::text,
            'measure', CASE WHEN m.source IS NOT NULL
                THEN core.measure_document(m.source, m.weight, m.kilo_price_amount) END
        ) ORDER BY l.created_at, l.id, b.restocked DESC)
        FROM storedesk.order_return_lines AS b
        JOIN public.order_line_items AS l ON l.id = b.order_line_item_id
        LEFT JOIN storedesk.line_measures AS m ON m.order_line_item_id = l.id
        WHERE b.return_id = of_return
    );
END $$;

-- All there is to say about a return, with the order it belongs to; of an exchange also `paid_for`, the number of the
-- sale that it paid for, and `credited`, the account that was made for it. Null if there is none.
CREATE FUNCTION core.return_document(of_return uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object(
            'return_id', r.id, 'returned_at', r.created_at, 'reason', r.reason, 'by', s.display_name,
            'register', g.name, 'refund', r.refund_amount::text, 'shipping', r.shipping_amount::text,
            'lines', core.returned_documents(r.id),
            'paid_for', (SELECT n.order_number FROM storedesk.exchanges AS x
                         JOIN public.orders AS n ON n.id = x.order_id WHERE x.return_id = r.id),
            'credited', (SELECT core.credit_number(a.serial) FROM storedesk.exchanges AS x
                         JOIN storedesk.credit_accounts AS a ON a.id = x.credit_account_id WHERE x.return_id = r.id),
            'tax_lines', (
                SELECT coalesce(jsonb_agg(jsonb_build_object(
                    'name', t.name, 'rate', t.rate::text, 'base', t.base_amount::text, 'tax', t.tax_amount::text
                ) ORDER BY t.name COLLATE "C", t.rate), '[]')
                FROM storedesk.order_return_tax_lines AS t WHERE t.return_id = r.id
            ),
            'refunds', core.refund_documents(r.order_id, r.id), 'fiscal', core.fiscal_of_return(r.id),
            'order', core.order_document(r.order_id)
        )
        FROM storedesk.order_returns AS r
        LEFT JOIN storedesk.staff AS s ON s.id = r.created_by
        LEFT JOIN storedesk.till_sessions AS t ON t.id = r.till_session_id
        LEFT JOIN storedesk.registers AS g ON g.id = t.register_id
        WHERE r.id = of_return
    );
END $$;

-- What the receipt of a return says: see core.return_document.
CREATE FUNCTION api.return_receipt(return_id uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN core.return_document(return_id);
END $$;

-- What the receipt of an order says: see core.order_document.
CREATE FUNCTION api.receipt(order_id uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN core.order_document(order_id);
END $$;

-- The receipt of the last sale at a register; null if there is none.
CREATE FUNCTION api.last_receipt(register uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN core.order_document((
        SELECT s.order_id
        FROM storedesk.till_sessions AS t
        JOIN LATERAL (
            SELECT p.order_id, p.created_at FROM storedesk.pos_sales AS p
            WHERE p.till_session_id = t.id AND coalesce(p.register_id, t.register_id) = register
            ORDER BY p.created_at DESC LIMIT 1
        ) AS s ON true
        WHERE t.register_id = core.drawer(register)
        ORDER BY t.opened_at DESC
        LIMIT 1
    ));
END $$;
