-- Returns without a receipt, as the till asks about them and as they are printed.

-- What a return without a receipt would be worth, without taking it: {currency, subtotal, tax, total, cash, lines:
-- [{product, variant, name, description, quantity, restocked, value, amount, lowest, sold_at, number}]}, the last three
-- from the cheapest sale. Refuses what read_open_return and open_return_totals refuse.
CREATE FUNCTION api.open_return_preview(lines jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    store storedesk.store_settings;
    read jsonb;
    totals jsonb;
BEGIN
    PERFORM core.me();
    read := core.read_open_return(lines, core.now());
    totals := core.open_return_totals(read);
    SELECT * INTO store FROM storedesk.store_settings;

    RETURN jsonb_build_object(
        'currency', store.currency, 'subtotal', totals ->> 'subtotal', 'tax', totals ->> 'tax',
        'total', totals ->> 'total',
        'cash', core.round_cash((totals ->> 'total')::numeric, store.cash_rounding)::text,
        'lines', (
            SELECT jsonb_agg(jsonb_build_object(
                'product', l.product, 'variant', l.variant, 'name', l.name, 'description', l.description,
                'quantity', l.quantity, 'restocked', l.restocked, 'value', round(l.value, 2)::text,
                'amount', round(l.amount, 2)::text, 'lowest', round(l.lowest, 2)::text, 'sold_at', l.sold_at,
                'number', l.number
            ) ORDER BY l.place)
            FROM jsonb_to_recordset(read) AS l (
                place int, product uuid, variant uuid, name text, description text, quantity int, restocked boolean,
                value numeric, amount numeric, lowest numeric, sold_at timestamp, number text
            )
        )
    );
END $$;

-- The sales of the last 90 days that hold a product, or a variant of it, of which pieces can still come back by an
-- ordinary return, the newest first, at most `most`: [{order_id, order_number, sold_at, customer, total, currency,
-- left, price}]; `left` are those pieces.
CREATE FUNCTION api.sales_of_item(product uuid, variant uuid, most int) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.me();

    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object(
            'order_id', s.id, 'order_number', s.order_number, 'sold_at', s.created_at, 'customer', s.customer,
            'total', s.total_amount::text, 'currency', s.total_currency, 'left', s.remains, 'price', s.price::text
        ) ORDER BY s.created_at DESC, s.id), '[]')
        FROM (
            SELECT o.id, o.order_number, o.created_at, o.total_amount, o.total_currency,
                   min(l.unit_price_amount) AS price, sum(l.quantity - coalesce(b.quantity, 0)) AS remains,
                   CASE WHEN c.id <> t.walk_in_customer_id THEN btrim(c.first_name || ' ' || c.last_name) END
                       AS customer
            FROM public.order_line_items AS l
            JOIN public.orders AS o ON o.id = l.order_id
            JOIN public.customers AS c ON c.id = o.customer_id
            CROSS JOIN storedesk.store_settings AS t
            LEFT JOIN LATERAL (
                SELECT sum(r.quantity) AS quantity FROM storedesk.order_return_lines AS r
                WHERE r.order_line_item_id = l.id
            ) AS b ON true
            WHERE l.product_id = product AND l.variant_id IS NOT DISTINCT FROM variant
              AND o.status::text = ANY (core.order_states('return_order'))
              AND o.created_at BETWEEN core.open_return_since(core.now()) AND core.now()
            GROUP BY o.id, c.id, t.walk_in_customer_id
            HAVING sum(l.quantity - coalesce(b.quantity, 0)) > 0
            ORDER BY o.created_at DESC, o.id
            LIMIT greatest(least(coalesce(most, 0), 100), 0)
        ) AS s
    );
END $$;

-- What the receipt of a return without a receipt says: {open_return, number, returned_at, time_zone, reason, register,
-- by, currency, tax_mode, store, refund, tax_lines, lines: [{name, description, quantity, restocked, value, amount}],
-- method, cash, account, left, fiscal}. Null for none.
CREATE FUNCTION api.open_return_receipt(open_return uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.me();

    RETURN (
        SELECT jsonb_build_object(
            'open_return', r.id, 'number', storedesk.open_return_number(r.serial), 'returned_at', r.created_at,
            'time_zone', s.time_zone, 'reason', r.reason, 'register', g.name, 'by', f.display_name,
            'currency', r.currency,
            'tax_mode', s.tax_mode, 'store', jsonb_build_object(
                'name', s.name, 'phone', s.phone, 'tax_id', s.tax_id, 'street', s.store_street, 'city', s.store_city,
                'state', s.store_state, 'postal_code', s.store_postal_code, 'country', s.store_country
            ),
            'refund', r.value_amount::text, 'method', CASE WHEN r.in_cash THEN 'cash' ELSE 'store_credit' END,
            'cash', CASE WHEN r.in_cash THEN (r.value_amount + r.rounding_amount)::text END,
            'account', core.credit_number(a.serial), 'left', e.balance_amount::text,
            'fiscal', (SELECT core.fiscal_document(d) FROM storedesk.fiscal_records AS d WHERE d.open_return_id = r.id),
            'tax_lines', (
                SELECT coalesce(jsonb_agg(core.tax_line(t.name, t.rate, t.base_amount, t.tax_amount)
                                          ORDER BY t.name COLLATE "C", t.rate), '[]')
                FROM storedesk.open_return_tax_lines AS t WHERE t.open_return_id = r.id
            ),
            'lines', (
                SELECT jsonb_agg(jsonb_build_object(
                    'name', l.product_name, 'description', l.variant_description, 'quantity', l.quantity,
                    'restocked', l.restocked, 'value', l.unit_value_amount::text, 'amount', l.value_amount::text
                ) ORDER BY l.place)
                FROM storedesk.open_return_lines AS l WHERE l.open_return_id = r.id
            )
        )
        FROM storedesk.open_returns AS r
        CROSS JOIN storedesk.store_settings AS s
        JOIN storedesk.till_sessions AS t ON t.id = r.till_session_id
        JOIN storedesk.registers AS g ON g.id = t.register_id
        JOIN storedesk.staff AS f ON f.id = r.created_by
        LEFT JOIN storedesk.credit_entries AS e ON e.open_return_id = r.id
        LEFT JOIN storedesk.credit_accounts AS a ON a.id = e.account_id
        WHERE r.id = open_return_receipt.open_return
    );
END $$;
