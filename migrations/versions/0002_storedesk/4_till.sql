-- The till: shifts, cash, and sales in progress.

CREATE TABLE storedesk.till_sessions (          -- a shift at a register
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    register_id uuid NOT NULL REFERENCES storedesk.registers (id) ON DELETE RESTRICT,
    status varchar(10) NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed')),
    opened_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    opened_at timestamp NOT NULL DEFAULT now(),
    opening_float_amount decimal(10, 2) NOT NULL
        CHECK (opening_float_amount >= 0 AND opening_float_amount < 'NaN'),
    currency char(3) NOT NULL DEFAULT 'USD',
    closed_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    closed_at timestamp,
    expected_cash_amount decimal(10, 2),
    counted_cash_amount decimal(10, 2),
    difference_amount decimal(10, 2),
    difference_reason varchar(500),
    z_number integer,                           -- counted per register, given at closing
    opened_unattended boolean NOT NULL DEFAULT false,  -- by the system: a quote had outlived its shift
    unapproved boolean NOT NULL DEFAULT false,  -- closed with a difference that nobody has approved
    version integer NOT NULL DEFAULT 1,
    CHECK ((status = 'closed') = (closed_at IS NOT NULL AND closed_by IS NOT NULL
        AND expected_cash_amount IS NOT NULL AND counted_cash_amount IS NOT NULL
        AND difference_amount IS NOT NULL))
);

CREATE UNIQUE INDEX uq_till_one_open ON storedesk.till_sessions (register_id) WHERE status = 'open';
CREATE UNIQUE INDEX uq_till_z_number ON storedesk.till_sessions (register_id, z_number) WHERE z_number IS NOT NULL;

CREATE TABLE storedesk.cash_movements (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    till_session_id uuid NOT NULL REFERENCES storedesk.till_sessions (id) ON DELETE RESTRICT,
    kind varchar(10) NOT NULL CHECK (kind IN ('paid_in', 'paid_out')),
    amount decimal(10, 2) NOT NULL CHECK (amount > 0 AND amount < 'NaN'),
    reason varchar(255) NOT NULL CHECK (btrim(reason) <> ''),
    created_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now()
);

CREATE INDEX ix_cash_movements_session ON storedesk.cash_movements (till_session_id);

CREATE TABLE storedesk.pos_sales (              -- marks an order as handed over at a till
    order_id uuid PRIMARY KEY REFERENCES public.orders (id) ON DELETE RESTRICT,
    kind varchar(12) NOT NULL DEFAULT 'sale' CHECK (kind IN ('sale', 'collection')),  -- collection: a prepaid order
    till_session_id uuid NOT NULL REFERENCES storedesk.till_sessions (id) ON DELETE RESTRICT,
    cashier_id uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now()
);

CREATE INDEX idx_pos_sales_session ON storedesk.pos_sales (till_session_id);

CREATE TABLE storedesk.till_carts (             -- a sale in progress; its lines are carts and cart_items, of a guest
    cart_id uuid PRIMARY KEY REFERENCES public.carts (id) ON DELETE CASCADE,
    order_id uuid NOT NULL UNIQUE,              -- made with the first scan: it makes paying happen once
    register_id uuid NOT NULL REFERENCES storedesk.registers (id) ON DELETE RESTRICT,
    staff_id uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    customer_id uuid REFERENCES public.customers (id) ON DELETE RESTRICT,
    label varchar(100),
    parked_at timestamp,
    quoted_total_amount decimal(10, 2),
    quoted_totals jsonb,                        -- with their taxes, as core.totals answers them: rates may change meanwhile
    quote_expires_at timestamp                  -- paying on a live quote is never refused
);

CREATE INDEX ix_till_carts_register ON storedesk.till_carts (register_id);

CREATE TABLE storedesk.till_quotes (            -- pieces that a live quote holds against other quotes
    order_id uuid NOT NULL REFERENCES storedesk.till_carts (order_id) ON DELETE CASCADE,
    product_id uuid NOT NULL REFERENCES public.products (id) ON DELETE RESTRICT,
    quantity integer NOT NULL CHECK (quantity > 0),
    found_quantity integer NOT NULL DEFAULT 0 CHECK (found_quantity BETWEEN 0 AND quantity),  -- in hand, whatever the count says
    found_reason varchar(255),
    PRIMARY KEY (order_id, product_id),
    CHECK (found_quantity = 0 OR btrim(coalesce(found_reason, '')) <> '')
);

CREATE INDEX idx_till_quotes_product ON storedesk.till_quotes (product_id);

CREATE TABLE storedesk.till_tenders (           -- entered before all is paid: an approved card leg survives a pulled plug
    id uuid PRIMARY KEY,
    order_id uuid NOT NULL REFERENCES storedesk.till_carts (order_id) ON DELETE RESTRICT,
    method varchar(20) NOT NULL CHECK (method IN ('cash', 'credit_card', 'paypal')),
    amount decimal(10, 2) NOT NULL CHECK (amount > 0 AND amount < 'NaN'),
    tendered_amount decimal(10, 2),
    card_scheme varchar(30),
    card_last_four char(4) CHECK (card_last_four ~ '^[0-9]{4}$'),
    transaction_id varchar(255),
    created_at timestamp NOT NULL DEFAULT now()
);

CREATE INDEX ix_till_tenders_order ON storedesk.till_tenders (order_id);

CREATE TABLE storedesk.till_overrides (         -- a line sold at another price than the list's: becomes order_discounts
    cart_item_id uuid PRIMARY KEY REFERENCES public.cart_items (id) ON DELETE CASCADE,
    list_price_amount decimal(10, 2) NOT NULL,
    reason varchar(255) NOT NULL CHECK (btrim(reason) <> ''),
    requested_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    approved_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT
);
