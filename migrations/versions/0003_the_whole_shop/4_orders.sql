-- What the model has no place for about the way of an order: changes that are no step, and what a return
-- needs to give back exactly what was paid.

CREATE TABLE storedesk.order_line_taxes (       -- at which rate a line was taxed: what is left of an order is taxed the same
    order_line_item_id uuid PRIMARY KEY REFERENCES public.order_line_items (id) ON DELETE RESTRICT,
    name varchar(100) NOT NULL,
    rate numeric(7, 5) NOT NULL
);

CREATE TABLE storedesk.order_changes (          -- what changed about an order between two of its steps
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    order_id uuid NOT NULL REFERENCES public.orders (id) ON DELETE RESTRICT,
    order_version integer NOT NULL,             -- orders.version after the change, as in order_status_history
    what varchar(20) NOT NULL CHECK (what IN ('tracking', 'address', 'return')),
    detail varchar(500) NOT NULL,               -- of an address only the fields: persons may be forgotten
    actor_id uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now(),
    UNIQUE (order_id, order_version)
);

CREATE TABLE storedesk.order_return_tax_lines ( -- the tax in what went back, by rate
    return_id uuid NOT NULL REFERENCES storedesk.order_returns (id) ON DELETE RESTRICT,
    name varchar(100) NOT NULL,
    rate numeric(7, 5) NOT NULL,
    base_amount decimal(10, 2) NOT NULL,
    tax_amount decimal(10, 2) NOT NULL,
    PRIMARY KEY (return_id, name, rate)
);

ALTER TABLE storedesk.order_returns             -- of refund_amount, what was paid for shipping
    ADD COLUMN shipping_amount decimal(10, 2) NOT NULL DEFAULT 0
        CHECK (shipping_amount >= 0 AND shipping_amount <= refund_amount);

ALTER TABLE storedesk.order_return_lines        -- of three pieces of a line, one may be damaged
    DROP CONSTRAINT order_return_lines_return_id_order_line_item_id_key,
    ADD CONSTRAINT uq_order_return_lines UNIQUE (return_id, order_line_item_id, restocked);
