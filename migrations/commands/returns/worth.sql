-- What a return is worth: what is left of an order before and after it.

-- What an order comes to without what has been returned of it, and without `also`, [{line, quantity}]: {subtotal,
-- tax, tax_lines: [{name, rate, base, tax}]}, without shipping. A return is worth what was left before it less
-- what is left after it, so that all returns of an order add up to it to the cent. Each line is taxed as it was
-- when it was sold; of an order that another program made, tax goes back by its share.
CREATE FUNCTION core.left_over(of_order uuid, also jsonb DEFAULT '[]') RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sold public.orders;
    store storedesk.store_settings;
    digits int;
    remains numeric;
    worth numeric;
    by_rate jsonb;
    is_known boolean;
    taxed numeric;
    tax_lines jsonb;
BEGIN
    SELECT * INTO sold FROM public.orders AS o WHERE o.id = of_order;
    SELECT * INTO store FROM storedesk.store_settings;
    digits := core.digits(store.currency);
    worth := nullif(sold.subtotal_amount, 0);  -- of what was given away, nothing goes back

    WITH back AS (
        SELECT b.line, sum(b.quantity) AS quantity
        FROM (
            SELECT r.order_line_item_id AS line, r.quantity
            FROM storedesk.order_returns AS o JOIN storedesk.order_return_lines AS r ON r.return_id = o.id
            WHERE o.order_id = of_order
            UNION ALL
            SELECT a.line, a.quantity FROM jsonb_to_recordset(also) AS a (line uuid, quantity int)
        ) AS b
        GROUP BY b.line
    ), line AS (
        SELECT l.subtotal_amount AS whole, t.name, t.rate,
               l.unit_price_amount * (l.quantity - coalesce(b.quantity, 0)) AS rest
        FROM public.order_line_items AS l
        LEFT JOIN storedesk.order_line_taxes AS t ON t.order_line_item_id = l.id
        LEFT JOIN back AS b ON b.line = l.id
        WHERE l.order_id = of_order
    )
    SELECT (SELECT sum(l.rest) FROM line AS l),
           coalesce(jsonb_agg(jsonb_build_object(
               'name', g.name, 'rate', g.rate, 'whole', g.whole, 'rest', g.rest
           )), '[]')
    INTO remains, by_rate
    FROM (SELECT l.name, l.rate, sum(l.whole) AS whole, sum(l.rest) AS rest FROM line AS l
          WHERE l.rate IS NOT NULL GROUP BY l.name, l.rate) AS g;

    is_known := NOT EXISTS (
        SELECT FROM jsonb_to_recordset(by_rate) AS g (name text, rate numeric, whole numeric)
        FULL JOIN (SELECT * FROM storedesk.order_tax_lines AS t WHERE t.order_id = of_order) AS t
            ON (t.name, t.rate) = (g.name, g.rate)
        WHERE t.base_amount IS DISTINCT FROM g.whole
    );

    SELECT coalesce(sum(t.tax_amount), 0), coalesce(jsonb_agg(jsonb_build_object(
        'name', t.name, 'rate', t.rate::text, 'base', left_base.amount::text,
        'tax', round(CASE WHEN is_known
            THEN left_base.amount * t.rate / CASE store.tax_mode WHEN 'inclusive' THEN 1 + t.rate ELSE 1 END
            ELSE coalesce(t.tax_amount * remains / worth, t.tax_amount)
        END, digits)::text
    ) ORDER BY t.name COLLATE "C", t.rate), '[]')
    INTO taxed, tax_lines
    FROM storedesk.order_tax_lines AS t
    LEFT JOIN jsonb_to_recordset(by_rate) AS g (name text, rate numeric, rest numeric)
        ON (g.name, g.rate) = (t.name, t.rate)
    CROSS JOIN LATERAL (
        SELECT round(CASE WHEN is_known THEN g.rest
                     ELSE coalesce(t.base_amount * remains / worth, t.base_amount) END, 2) AS amount
    ) AS left_base
    WHERE t.order_id = of_order;

    RETURN jsonb_build_object(
        'subtotal', remains, 'tax_lines', tax_lines,
        'tax', CASE WHEN taxed = sold.tax_amount
            THEN (SELECT coalesce(sum(t.tax), 0) FROM jsonb_to_recordset(tax_lines) AS t (tax numeric))
            ELSE round(coalesce(sold.tax_amount * remains / worth, sold.tax_amount), digits)
        END
    );
END $$;

-- What is left of an order with its tax, in one number.
CREATE FUNCTION core.worth(left_over jsonb) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (left_over ->> 'subtotal')::numeric + (left_over ->> 'tax')::numeric;
END $$;

-- What was paid for shipping an order and has not gone back.
CREATE FUNCTION core.shipping_left(of_order uuid) RETURNS numeric
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT o.shipping_cost_amount - (SELECT coalesce(sum(r.shipping_amount), 0)
                                         FROM storedesk.order_returns AS r WHERE r.order_id = o.id)
        FROM public.orders AS o WHERE o.id = of_order
    );
END $$;

-- Reads the lines of a return, [{line, quantity, restocked}], each with its refund. Refuses return_empty,
-- line_not_found, bad_quantity, the same line twice in one way (line_twice), and more than was bought and not
-- returned yet (return_too_many).
CREATE FUNCTION core.read_return(of_order uuid, given jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    one record;
    so_far jsonb := '[]';
    worth numeric := core.worth(core.left_over(of_order));
    less numeric;
    read jsonb := '[]';
BEGIN
    IF coalesce(jsonb_array_length(given), 0) NOT BETWEEN 1 AND core.most('return_lines') THEN
        PERFORM core.refuse('return_empty');
    END IF;

    FOR one IN
        SELECT g.line, g.quantity, coalesce(g.restocked, false) AS restocked, l.id, l.product_id, l.product_name,
               sum(g.quantity) OVER (PARTITION BY g.line) AS wanted,
               count(*) OVER (PARTITION BY g.line, coalesce(g.restocked, false)) AS times,
               l.quantity - coalesce((SELECT sum(r.quantity) FROM storedesk.order_return_lines AS r
                                      WHERE r.order_line_item_id = l.id), 0) AS remains
        FROM jsonb_to_recordset(given) AS g (line uuid, quantity int, restocked boolean)
        LEFT JOIN public.order_line_items AS l ON l.id = g.line AND l.order_id = of_order
        ORDER BY l.created_at, l.id, restocked DESC
    LOOP
        IF one.id IS NULL THEN
            PERFORM core.not_found('line_not_found');
        END IF;

        PERFORM core.check_quantity(one.quantity, 1, 'line_pieces');

        IF one.times > 1 THEN
            PERFORM core.refuse('line_twice', jsonb_build_object('name', one.product_name));
        ELSIF one.wanted > one.remains THEN
            PERFORM core.refuse('return_too_many', jsonb_build_object('name', one.product_name, 'left', one.remains));
        END IF;

        so_far := so_far || jsonb_build_object('line', one.line, 'quantity', one.quantity);
        less := core.worth(core.left_over(of_order, so_far));
        read := read || jsonb_build_object(
            'line', one.line, 'product', one.product_id, 'quantity', one.quantity, 'restocked', one.restocked,
            'refund', worth - less
        );
        worth := less;
    END LOOP;

    RETURN read;
END $$;
