-- What the model has no place for about an order: its history, money, taxes and returns.

ALTER TABLE public.orders                       -- the one widening of the document: a till takes cash
    DROP CONSTRAINT chk_order_payment_type,
    ADD CONSTRAINT chk_order_payment_type CHECK (payment_type IN ('credit_card', 'paypal', 'cash'));

CREATE TABLE storedesk.order_status_history (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    order_id uuid NOT NULL REFERENCES public.orders (id) ON DELETE RESTRICT,
    order_version integer NOT NULL,             -- orders.version after the step: a total order
    from_status varchar(20),
    to_status varchar(20) NOT NULL,
    actor_id uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    mailable boolean NOT NULL DEFAULT true,     -- was there someone to write to when the step was made
    note varchar(500),
    created_at timestamp NOT NULL DEFAULT now(),
    UNIQUE (order_id, order_version)
);

CREATE TABLE storedesk.order_returns (
    id uuid PRIMARY KEY,                        -- made by the client: the same return arrives once
    order_id uuid NOT NULL REFERENCES public.orders (id) ON DELETE RESTRICT,
    reason varchar(500) NOT NULL CHECK (btrim(reason) <> ''),
    refund_amount decimal(10, 2) NOT NULL CHECK (refund_amount >= 0 AND refund_amount < 'NaN'),
    till_session_id uuid REFERENCES storedesk.till_sessions (id) ON DELETE RESTRICT,
    created_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now()
);

CREATE INDEX idx_order_returns_order ON storedesk.order_returns (order_id);

CREATE TABLE storedesk.order_return_lines (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    return_id uuid NOT NULL REFERENCES storedesk.order_returns (id) ON DELETE RESTRICT,
    order_line_item_id uuid NOT NULL REFERENCES public.order_line_items (id) ON DELETE RESTRICT,
    quantity integer NOT NULL CHECK (quantity > 0),
    restocked boolean NOT NULL,                 -- false: damaged, written off
    refund_amount decimal(10, 2) NOT NULL CHECK (refund_amount >= 0 AND refund_amount < 'NaN'),
    UNIQUE (return_id, order_line_item_id)
);

CREATE INDEX idx_order_return_lines_line ON storedesk.order_return_lines (order_line_item_id);

CREATE TABLE storedesk.order_payments (         -- tenders and refunds: the truth where an order was paid in several ways
    id uuid PRIMARY KEY,                        -- made by the client: the same payment arrives once
    order_id uuid NOT NULL REFERENCES public.orders (id) ON DELETE RESTRICT,
    kind varchar(10) NOT NULL CHECK (kind IN ('payment', 'refund')),
    card_scheme varchar(30),                    -- also schemes beyond the model's three brands
    card_last_four char(4) CHECK (card_last_four ~ '^[0-9]{4}$'),
    method varchar(20) NOT NULL CHECK (method IN ('cash', 'credit_card', 'paypal')),
    amount decimal(10, 2) NOT NULL CHECK (amount > 0 AND amount < 'NaN'),  -- what counts against the order's total
    rounding_amount decimal(10, 2) NOT NULL DEFAULT 0 CHECK (abs(rounding_amount) < 1),  -- cash moved is amount + rounding
    currency char(3) NOT NULL DEFAULT 'USD',
    tendered_amount decimal(10, 2),
    change_amount decimal(10, 2),
    transaction_id varchar(255),
    return_id uuid REFERENCES storedesk.order_returns (id) ON DELETE RESTRICT,
    till_session_id uuid REFERENCES storedesk.till_sessions (id) ON DELETE RESTRICT,
    created_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now(),
    CHECK (method <> 'cash' OR till_session_id IS NOT NULL),
    CHECK (method = 'cash' OR (rounding_amount = 0 AND tendered_amount IS NULL AND change_amount IS NULL)),
    CHECK (NOT (method = 'cash' AND kind = 'payment')
        OR (tendered_amount IS NOT NULL AND change_amount IS NOT NULL
            AND change_amount >= 0 AND tendered_amount - change_amount = amount + rounding_amount))
);

CREATE INDEX idx_order_payments_order ON storedesk.order_payments (order_id);
CREATE INDEX idx_order_payments_session ON storedesk.order_payments (till_session_id);
CREATE UNIQUE INDEX uq_order_payments_txn ON storedesk.order_payments (method, transaction_id)  -- a gateway's reference is
    WHERE transaction_id IS NOT NULL AND till_session_id IS NULL AND kind = 'payment';           -- one payment; a terminal's repeat

CREATE TABLE storedesk.order_tax_lines (        -- contained in the total (inclusive), or orders.tax_amount by rate (exclusive)
    order_id uuid NOT NULL REFERENCES public.orders (id) ON DELETE RESTRICT,
    name varchar(100) NOT NULL,
    rate numeric(7, 5) NOT NULL,
    base_amount decimal(10, 2) NOT NULL,
    tax_amount decimal(10, 2) NOT NULL,
    PRIMARY KEY (order_id, name, rate)
);

CREATE TABLE storedesk.order_discounts (        -- why a line's price is not the list's, and who allowed it
    order_line_item_id uuid PRIMARY KEY REFERENCES public.order_line_items (id) ON DELETE RESTRICT,
    list_price_amount decimal(10, 2) NOT NULL,
    reason varchar(255) NOT NULL,
    requested_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    approved_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT
);

CREATE TABLE storedesk.imported_orders (        -- past sales brought in from elsewhere: their old number; never mailed
    order_id uuid PRIMARY KEY REFERENCES public.orders (id) ON DELETE RESTRICT,
    source varchar(100) NOT NULL,
    reference varchar(100) NOT NULL,
    UNIQUE (source, reference)
);
