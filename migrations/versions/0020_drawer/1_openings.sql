CREATE TABLE storedesk.drawer_openings (        -- a drawer that was opened without a sale: never changed
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    till_session_id uuid NOT NULL REFERENCES storedesk.till_sessions (id) ON DELETE RESTRICT,
    reason varchar(255) NOT NULL CHECK (btrim(reason) <> '' AND storedesk.is_plain_text(reason)),
    approved_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT,  -- beyond the limit of who opened it
    created_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(created_at)),
    CONSTRAINT chk_drawer_opening_no_card CHECK (NOT storedesk.has_card_number(reason))
);

CREATE INDEX ix_drawer_openings_session ON storedesk.drawer_openings (till_session_id);

ALTER TABLE storedesk.limits                    -- beside amounts and pieces, how many times
    DROP CONSTRAINT limits_kind_check,
    DROP CONSTRAINT limits_check,
    ADD CONSTRAINT chk_limits_kind CHECK (kind ~ '^[a-z_]+_(amount|pieces|times)$'),
    ADD CONSTRAINT chk_limits_whole CHECK (kind LIKE '%\_amount' OR value = trunc(value));

-- The same rows as before, and drawers that were opened without a sale.
CREATE OR REPLACE VIEW storedesk.exceptions AS
SELECT 'price'::varchar(20) AS kind, d.order_line_item_id AS id, o.created_at, d.requested_by AS staff_id,
       d.approved_by, s.register_id, l.order_id, l.product_id, l.product_name::text AS subject, d.reason::text AS remark,
       (l.unit_price_amount - d.list_price_amount) * l.quantity AS amount, l.quantity AS pieces
FROM storedesk.order_discounts AS d
LEFT JOIN public.order_line_items AS l ON l.id = d.order_line_item_id
LEFT JOIN public.orders AS o ON o.id = l.order_id
LEFT JOIN storedesk.pos_sales AS s ON s.order_id = l.order_id
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
WHERE m.kind = 'paid_out'
UNION ALL
SELECT 'no_sale', d.id, d.created_at, d.created_by, d.approved_by, t.register_id, NULL, NULL, NULL,
       d.reason::text, NULL, NULL
FROM storedesk.drawer_openings AS d
LEFT JOIN storedesk.till_sessions AS t ON t.id = d.till_session_id;
