-- The same rows as before; money of no sale stays among them once it is given back.
CREATE OR REPLACE VIEW storedesk.exceptions AS
SELECT 'price'::varchar(20) AS kind, d.order_line_item_id AS id, o.created_at, d.requested_by AS staff_id,
       d.approved_by, s.register_id, l.order_id, l.product_id, l.product_name::text AS subject, d.reason::text AS remark,
       (l.unit_price_amount - d.list_price_amount) * l.quantity AS amount, l.quantity AS pieces
FROM storedesk.order_discounts AS d
LEFT JOIN public.order_line_items AS l ON l.id = d.order_line_item_id
LEFT JOIN public.orders AS o ON o.id = l.order_id
LEFT JOIN storedesk.pos_sales AS s ON s.order_id = l.order_id
WHERE NOT d.within_limit
UNION ALL
SELECT 'found', md5('found ' || e.id::text)::uuid, e.created_at, coalesce((e.new ->> 'found_by')::uuid, f.id),
       (e.new ->> 'approved_by')::uuid, s.register_id, o.id, p.id, p.name::text, e.new ->> 'reason', NULL,
       (e.new ->> 'pieces')::integer
FROM storedesk.audit_event AS e
LEFT JOIN public.products AS p ON p.id = e.entity_id
LEFT JOIN storedesk.staff AS f ON f.login = e.login
LEFT JOIN public.orders AS o ON o.id = (e.new ->> 'order_id')::uuid
LEFT JOIN storedesk.pos_sales AS s ON s.order_id = o.id
WHERE e.action = 'found_at_till' AND e.entity = 'product'
UNION ALL
SELECT 'reference', p.id, p.created_at, p.created_by, NULL, t.register_id, p.order_id, NULL, o.order_number::text,
       p.transaction_id::text, p.amount, NULL
FROM storedesk.order_payments AS p
LEFT JOIN public.orders AS o ON o.id = p.order_id
LEFT JOIN storedesk.till_sessions AS t ON t.id = p.till_session_id
WHERE p.kind = 'payment' AND p.method <> 'cash' AND p.till_session_id IS NOT NULL
  AND NOT storedesk.is_reference(p.transaction_id, p.card_last_four::text)
UNION ALL
SELECT 'refund', r.id, r.created_at, r.created_by, NULL, t.register_id, r.order_id, NULL, o.order_number::text,
       r.reason::text, -r.refund_amount, NULL
FROM storedesk.order_returns AS r
LEFT JOIN public.orders AS o ON o.id = r.order_id
LEFT JOIN storedesk.till_sessions AS t ON t.id = r.till_session_id
WHERE NOT EXISTS (SELECT FROM storedesk.order_return_lines AS l WHERE l.return_id = r.id AND l.restocked)
UNION ALL
SELECT 'shift', t.id, t.closed_at, t.closed_by, NULL, t.register_id, NULL, NULL, t.z_number::text,
       t.difference_reason::text, t.difference_amount, NULL
FROM storedesk.till_sessions AS t
WHERE t.unapproved AND t.closed_at IS NOT NULL
UNION ALL
SELECT c.what, c.id, c.created_at, c.actor_id, NULL, NULL, c.order_id, NULL, o.order_number::text, c.detail::text,
       NULL, NULL
FROM storedesk.order_changes AS c
LEFT JOIN public.orders AS o ON o.id = c.order_id
WHERE c.what IN ('address', 'tracking', 'recall')
UNION ALL
SELECT 'paid_out', m.id, m.created_at, m.created_by, NULL, t.register_id, NULL, NULL, NULL,
       m.reason::text, -m.amount, NULL
FROM storedesk.cash_movements AS m
LEFT JOIN storedesk.till_sessions AS t ON t.id = m.till_session_id
WHERE m.kind = 'paid_out' AND m.open_return_id IS NULL
UNION ALL
SELECT 'open_return', b.id, b.created_at, b.created_by, coalesce(b.cash_approved_by, b.approved_by), t.register_id, NULL,
       NULL, n.number, b.reason::text, -b.value_amount, NULL
FROM storedesk.open_returns AS b
LEFT JOIN storedesk.till_sessions AS t ON t.id = b.till_session_id
CROSS JOIN LATERAL (SELECT storedesk.open_return_number(b.serial)) AS n (number)
UNION ALL
SELECT 'no_sale', d.id, d.created_at, d.created_by, d.approved_by, t.register_id, NULL, NULL, NULL,
       d.reason::text, NULL, NULL
FROM storedesk.drawer_openings AS d
LEFT JOIN storedesk.till_sessions AS t ON t.id = d.till_session_id
UNION ALL
SELECT 'card_money', t.id, coalesce(t.settled_at, t.created_at), t.settled_by, NULL, t.register_id, NULL, NULL, NULL,
       t.transaction_id::text, t.amount, NULL
FROM storedesk.terminal_payments AS t
WHERE t.state = 'approved' AND NOT t.is_attached OR t.returned_by IS NOT NULL
UNION ALL
SELECT 'card_by_hand', md5('by hand ' || t.id::text)::uuid, t.settled_at, t.settled_by, t.approved_by, t.register_id, o.id,
       NULL, o.order_number::text, t.state::text, t.amount, NULL
FROM storedesk.terminal_payments AS t
LEFT JOIN public.orders AS o ON o.id = t.order_id
WHERE t.is_by_hand AND t.returned_by IS NULL;
