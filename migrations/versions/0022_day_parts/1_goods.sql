-- What lines of orders and returns come to without tax and shipping, and what they cost: see docs/decisions/0056.
-- A price without the tax that is included is its rate's part of an amount: it is computed from sums of one rate.
CREATE VIEW storedesk.cost_figures AS
SELECT o.created_at AS instant, l.product_id, l.variant_id, t.rate, p.cashier_id AS person_id,
       coalesce(p.register_id, h.register_id) AS register_id,
       l.subtotal_amount AS amount,             -- of what was sold
       CASE WHEN o.tax_amount = 0 THEN l.subtotal_amount END AS inside,  -- of that, in orders to which no tax was added
       l.quantity * coalesce(vc.cost_amount, pc.cost_amount) AS cost,
       CASE WHEN coalesce(vc.cost_amount, pc.cost_amount) IS NOT NULL THEN l.subtotal_amount END AS costed,
       CASE WHEN coalesce(vc.cost_amount, pc.cost_amount) IS NOT NULL AND o.tax_amount = 0
           THEN l.subtotal_amount END AS costed_inside,
       NULL::numeric AS back,                   -- of what came back, in orders to which tax was added: without it
       NULL::numeric AS back_inside,            -- in the others: as it was refunded
       NULL::numeric AS cost_back,              -- of what went back to the shelf
       NULL::numeric AS costed_back, NULL::numeric AS costed_back_inside
FROM public.orders AS o JOIN public.order_line_items AS l ON l.order_id = o.id
LEFT JOIN storedesk.order_line_taxes AS t ON t.order_line_item_id = l.id
LEFT JOIN storedesk.pos_sales AS p ON p.order_id = o.id
LEFT JOIN storedesk.till_sessions AS h ON h.id = p.till_session_id
LEFT JOIN LATERAL (                             -- of one day the last one holds
    SELECT c.cost_amount FROM storedesk.product_costs AS c
    WHERE c.product_id = l.product_id AND c.variant_id IS NULL AND c.valid_from <= o.created_at
    ORDER BY c.valid_from DESC, c.seq DESC LIMIT 1
) AS pc ON true
LEFT JOIN LATERAL (
    SELECT c.cost_amount FROM storedesk.product_costs AS c
    WHERE c.variant_id = l.variant_id AND c.valid_from <= o.created_at
    ORDER BY c.valid_from DESC, c.seq DESC LIMIT 1
) AS vc ON true
WHERE o.status NOT IN ('pending', 'cancelled')
UNION ALL
SELECT r.created_at, l.product_id, l.variant_id, t.rate, r.created_by, h.register_id, NULL, NULL, NULL, NULL, NULL,
       CASE WHEN o.tax_amount <> 0 THEN b.quantity * l.unit_price_amount END,
       CASE WHEN o.tax_amount = 0 THEN b.refund_amount END,
       CASE WHEN b.restocked THEN b.quantity * coalesce(vc.cost_amount, pc.cost_amount) END,
       CASE WHEN coalesce(vc.cost_amount, pc.cost_amount) IS NOT NULL AND o.tax_amount <> 0
           THEN b.quantity * l.unit_price_amount END,
       CASE WHEN coalesce(vc.cost_amount, pc.cost_amount) IS NOT NULL AND o.tax_amount = 0 THEN b.refund_amount END
FROM storedesk.order_returns AS r
JOIN storedesk.order_return_lines AS b ON b.return_id = r.id
JOIN public.order_line_items AS l ON l.id = b.order_line_item_id
JOIN public.orders AS o ON o.id = l.order_id    -- whatever comes back has the cost of the day on which it was sold
LEFT JOIN storedesk.order_line_taxes AS t ON t.order_line_item_id = l.id
LEFT JOIN storedesk.till_sessions AS h ON h.id = r.till_session_id
LEFT JOIN LATERAL (
    SELECT c.cost_amount FROM storedesk.product_costs AS c
    WHERE c.product_id = l.product_id AND c.variant_id IS NULL AND c.valid_from <= o.created_at
    ORDER BY c.valid_from DESC, c.seq DESC LIMIT 1
) AS pc ON true
LEFT JOIN LATERAL (
    SELECT c.cost_amount FROM storedesk.product_costs AS c
    WHERE c.variant_id = l.variant_id AND c.valid_from <= o.created_at
    ORDER BY c.valid_from DESC, c.seq DESC LIMIT 1
) AS vc ON true;

-- What was sold and came back in orders, returns and imported orders: when, by whom and where. An order has several
-- rows.
CREATE VIEW storedesk.part_figures AS
SELECT o.created_at AS instant, CAST(p.cashier_id AS text) AS person,
       CAST(coalesce(p.register_id, h.register_id) AS text) AS register,
       1 AS orders, o.total_amount AS paid, o.tax_amount AS added_tax, NULL::numeric AS included_tax,
       NULL::bigint AS pieces, NULL::numeric AS discounts, NULL::numeric AS refunded, NULL::numeric AS added_back,
       NULL::numeric AS included_back, NULL::bigint AS past_orders, NULL::bigint AS past_pieces,
       NULL::numeric AS past_sold, NULL::numeric AS past_back
FROM public.orders AS o
LEFT JOIN storedesk.pos_sales AS p ON p.order_id = o.id
LEFT JOIN storedesk.till_sessions AS h ON h.id = p.till_session_id
WHERE o.status NOT IN ('pending', 'cancelled')
UNION ALL
SELECT o.created_at, CAST(p.cashier_id AS text), CAST(coalesce(p.register_id, h.register_id) AS text), NULL, NULL,
       NULL, t.tax_amount, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM public.orders AS o JOIN storedesk.order_tax_lines AS t ON t.order_id = o.id
LEFT JOIN storedesk.pos_sales AS p ON p.order_id = o.id
LEFT JOIN storedesk.till_sessions AS h ON h.id = p.till_session_id
WHERE o.status NOT IN ('pending', 'cancelled') AND o.tax_amount = 0
UNION ALL
SELECT o.created_at, CAST(p.cashier_id AS text), CAST(coalesce(p.register_id, h.register_id) AS text), NULL, NULL,
       NULL, NULL, l.quantity, (d.list_price_amount - l.unit_price_amount) * l.quantity, NULL, NULL, NULL, NULL, NULL,
       NULL, NULL
FROM public.orders AS o JOIN public.order_line_items AS l ON l.order_id = o.id
LEFT JOIN storedesk.order_discounts AS d ON d.order_line_item_id = l.id
LEFT JOIN storedesk.pos_sales AS p ON p.order_id = o.id
LEFT JOIN storedesk.till_sessions AS h ON h.id = p.till_session_id
WHERE o.status NOT IN ('pending', 'cancelled')
UNION ALL
SELECT r.created_at, CAST(r.created_by AS text), CAST(h.register_id AS text), NULL, NULL, NULL, NULL, NULL, NULL,
       r.refund_amount, r.refund_amount - r.shipping_amount - (
           SELECT sum(b.quantity * l.unit_price_amount)
           FROM storedesk.order_return_lines AS b
           JOIN public.order_line_items AS l ON l.id = b.order_line_item_id
           WHERE b.return_id = r.id
       ),
       CASE WHEN o.tax_amount = 0 THEN (
           SELECT sum(t.tax_amount) FROM storedesk.order_return_tax_lines AS t WHERE t.return_id = r.id
       ) END,
       NULL, NULL, NULL, NULL
FROM storedesk.order_returns AS r JOIN public.orders AS o ON o.id = r.order_id
LEFT JOIN storedesk.till_sessions AS h ON h.id = r.till_session_id
UNION ALL                                       -- who sold what was imported, and where, is not known
SELECT o.placed_at, 'past', 'past', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
       CASE WHEN x.pieces IS NOT NULL THEN 1 END, x.pieces, x.sold, x.back
FROM storedesk.past_orders AS o
JOIN storedesk.past_imports AS i ON i.id = o.past_import_id
CROSS JOIN LATERAL (
    SELECT sum(l.quantity) FILTER (WHERE l.quantity > 0) AS pieces,
           sum(l.quantity * l.unit_price) FILTER (WHERE l.quantity > 0) AS sold,
           -sum(l.quantity * l.unit_price) FILTER (WHERE l.quantity < 0) AS back
    FROM storedesk.past_lines AS l WHERE l.past_order_id = o.id
) AS x
WHERE i.ended_at IS NOT NULL;
