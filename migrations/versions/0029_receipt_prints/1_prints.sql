CREATE TABLE storedesk.receipt_prints (         -- a receipt came out of a printer: rows are added and never changed
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    order_id uuid NOT NULL REFERENCES public.orders (id) ON DELETE RESTRICT,
    number int NOT NULL CHECK (number > 0),     -- 1 is the receipt, later ones say REPRINT
    register_id uuid NOT NULL REFERENCES storedesk.registers (id) ON DELETE RESTRICT,
    created_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(created_at)),
    UNIQUE (order_id, number)
);
