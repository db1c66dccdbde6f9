CREATE VIEW storedesk.exceptions AS             -- what was written down for the manager, each with a key of its own
SELECT 'price'::varchar(20) AS kind, l.id, o.created_at, d.requested_by AS staff_id, d.approved_by, s.register_id,
       l.order_id, l.product_id, l.product_name::text AS subject, d.reason::text AS remark,
       (l.unit_price_amount - d.list_price_amount) * l.quantity AS amount, l.quantity AS pieces
FROM storedesk.order_discounts AS d
JOIN public.order_line_items AS l ON l.id = d.order_line_item_id
JOIN public.orders AS o ON o.id = l.order_id
LEFT JOIN storedesk.pos_sales AS s ON s.order_id = o.id
UNION ALL
SELECT 'found', md5('found ' || e.id)::uuid, e.created_at, coalesce((e.new ->> 'found_by')::uuid, f.id),
       (e.new ->> 'approved_by')::uuid, s.register_id, o.id, p.id, p.name, e.new ->> 'reason', NULL,
       (e.new ->> 'pieces')::integer
FROM storedesk.audit_event AS e
JOIN public.products AS p ON p.id = e.entity_id
LEFT JOIN storedesk.staff AS f ON f.login = e.login
LEFT JOIN public.orders AS o ON o.id = (e.new ->> 'order_id')::uuid
LEFT JOIN storedesk.pos_sales AS s ON s.order_id = o.id
WHERE e.action = 'found_at_till' AND e.entity = 'product'
UNION ALL
SELECT 'reference', p.id, p.created_at, p.created_by, NULL, p.register_id, p.order_id, NULL, p.order_number,
       p.transaction_id, p.amount, NULL
FROM storedesk.payments_without_reference AS p
UNION ALL
SELECT 'refund', r.id, r.created_at, r.created_by, NULL, t.register_id, r.order_id, NULL, o.order_number, r.reason,
       -r.refund_amount, NULL
FROM storedesk.order_returns AS r
JOIN public.orders AS o ON o.id = r.order_id
LEFT JOIN storedesk.till_sessions AS t ON t.id = r.till_session_id
WHERE NOT EXISTS (SELECT FROM storedesk.order_return_lines AS l WHERE l.return_id = r.id AND l.restocked)
UNION ALL
SELECT 'shift', t.id, t.closed_at, t.closed_by, NULL, t.register_id, NULL, NULL, t.z_number::text,
       t.difference_reason, t.difference_amount, NULL
FROM storedesk.till_sessions AS t
WHERE t.unapproved AND t.closed_at IS NOT NULL
UNION ALL
SELECT c.what, c.id, c.created_at, c.actor_id, NULL, NULL, c.order_id, NULL, o.order_number, c.detail, NULL, NULL
FROM storedesk.order_changes AS c
JOIN public.orders AS o ON o.id = c.order_id
WHERE c.what IN ('address', 'tracking', 'recall')
UNION ALL
SELECT 'paid_out', m.id, m.created_at, m.created_by, NULL, t.register_id, NULL, NULL, NULL, m.reason, -m.amount, NULL
FROM storedesk.cash_movements AS m
JOIN storedesk.till_sessions AS t ON t.id = m.till_session_id
WHERE m.kind = 'paid_out';

CREATE TABLE storedesk.exception_signoffs (     -- which of them a manager has looked at: never changed
    id uuid PRIMARY KEY,                        -- that of the exception
    kind varchar(20) NOT NULL,
    note varchar(500) CHECK (storedesk.is_plain_text(note) AND btrim(note) <> ''),
    signed_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    signed_at timestamp NOT NULL DEFAULT now(),
    CONSTRAINT chk_exception_note_no_card CHECK (NOT storedesk.has_card_number(note))
);
