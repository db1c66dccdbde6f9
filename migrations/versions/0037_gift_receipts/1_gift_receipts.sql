CREATE TABLE storedesk.gift_receipts (          -- a gift receipt came out of a printer: rows are added and never changed
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    order_id uuid NOT NULL REFERENCES public.orders (id) ON DELETE RESTRICT,
    register_id uuid NOT NULL REFERENCES storedesk.registers (id) ON DELETE RESTRICT,
    created_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(created_at))
);

CREATE INDEX ix_gift_receipts_order ON storedesk.gift_receipts (order_id);
