-- What sales reports add up, row by row: once for reports of any instants, and for the sums of days that are over.

CREATE INDEX ix_order_returns_created_at ON storedesk.order_returns (created_at);

-- What orders, returns and imported orders come to, at the instant at which they count. An order has several rows.
CREATE VIEW storedesk.order_figures AS
SELECT o.created_at AS instant, 1 AS orders, o.total_amount AS paid, o.tax_amount AS added_tax,
       o.shipping_cost_amount AS shipping, NULL::numeric AS included_tax, NULL::numeric AS refunded,
       NULL::numeric AS shipping_back, NULL::numeric AS added_back, NULL::numeric AS included_back,
       NULL::integer AS past_orders
FROM public.orders AS o
WHERE o.status NOT IN ('pending', 'cancelled')
UNION ALL                                       -- where tax is added it is in the order
SELECT o.created_at, NULL, NULL, NULL, NULL, t.tax_amount, NULL, NULL, NULL, NULL, NULL
FROM public.orders AS o JOIN storedesk.order_tax_lines AS t ON t.order_id = o.id
WHERE o.status NOT IN ('pending', 'cancelled') AND o.tax_amount = 0
UNION ALL
SELECT r.created_at, NULL, NULL, NULL, NULL, NULL, r.refund_amount, r.shipping_amount,
       r.refund_amount - r.shipping_amount - (
           SELECT sum(b.quantity * l.unit_price_amount)
           FROM storedesk.order_return_lines AS b
           JOIN public.order_line_items AS l ON l.id = b.order_line_item_id
           WHERE b.return_id = r.id
       ),
       CASE WHEN o.tax_amount = 0 THEN (
           SELECT sum(t.tax_amount) FROM storedesk.order_return_tax_lines AS t WHERE t.return_id = r.id
       ) END,
       NULL
FROM storedesk.order_returns AS r JOIN public.orders AS o ON o.id = r.order_id
UNION ALL
SELECT o.placed_at, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1
FROM storedesk.past_orders AS o JOIN storedesk.past_imports AS i ON i.id = o.past_import_id
WHERE i.ended_at IS NOT NULL
  AND EXISTS (SELECT FROM storedesk.past_lines AS l WHERE l.past_order_id = o.id AND l.quantity > 0);

-- What lines come to. The tax of a line is its rate's part of its amount: it is computed from sums of one rate.
CREATE VIEW storedesk.line_figures AS
SELECT o.created_at AS instant, false AS is_past, l.product_id, l.variant_id, t.rate, l.variant_description AS words,
       l.quantity AS pieces, l.subtotal_amount AS amount,
       (d.list_price_amount - l.unit_price_amount) * l.quantity AS discount,
       NULL::numeric AS foreign_tax,            -- of orders that another program made, by the amounts of their lines
       NULL::numeric AS refunded, NULL::numeric AS added_back,
       NULL::numeric AS taxed_back              -- of what was refunded, that in which tax was included
FROM public.orders AS o JOIN public.order_line_items AS l ON l.order_id = o.id
LEFT JOIN storedesk.order_line_taxes AS t ON t.order_line_item_id = l.id
LEFT JOIN storedesk.order_discounts AS d ON d.order_line_item_id = l.id
WHERE o.status NOT IN ('pending', 'cancelled')
UNION ALL
SELECT o.created_at, false, l.product_id, l.variant_id, NULL, l.variant_description, NULL, NULL, NULL,
       o.tax_amount * l.subtotal_amount / nullif(o.subtotal_amount, 0), NULL, NULL, NULL
FROM public.orders AS o JOIN public.order_line_items AS l ON l.order_id = o.id
WHERE o.status NOT IN ('pending', 'cancelled') AND o.tax_amount <> 0
  AND NOT EXISTS (SELECT FROM storedesk.order_tax_lines AS t WHERE t.order_id = o.id)
UNION ALL
SELECT r.created_at, false, l.product_id, l.variant_id, t.rate, l.variant_description, NULL, NULL, NULL, NULL,
       b.refund_amount, b.refund_amount - b.quantity * l.unit_price_amount,
       CASE WHEN o.tax_amount = 0 THEN b.refund_amount END
FROM storedesk.order_returns AS r
JOIN storedesk.order_return_lines AS b ON b.return_id = r.id
JOIN public.order_line_items AS l ON l.id = b.order_line_item_id
JOIN public.orders AS o ON o.id = l.order_id
LEFT JOIN storedesk.order_line_taxes AS t ON t.order_line_item_id = l.id
UNION ALL
SELECT o.placed_at, true, l.product_id, l.variant_id, NULL, NULL,
       CASE WHEN l.quantity > 0 THEN l.quantity END, CASE WHEN l.quantity > 0 THEN l.quantity * l.unit_price END,
       NULL, NULL, CASE WHEN l.quantity < 0 THEN -l.quantity * l.unit_price END, NULL, NULL
FROM storedesk.past_orders AS o
JOIN storedesk.past_imports AS i ON i.id = o.past_import_id
JOIN storedesk.past_lines AS l ON l.past_order_id = o.id
WHERE i.ended_at IS NOT NULL;
