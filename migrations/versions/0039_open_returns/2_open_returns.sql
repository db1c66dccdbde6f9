CREATE TABLE storedesk.open_returns (           -- goods that came back without a receipt: rows are added and never changed
    id uuid PRIMARY KEY,                        -- made by the client: the same return arrives once
    serial bigint GENERATED ALWAYS AS IDENTITY UNIQUE,  -- RET-000042 on its receipt
    reason varchar(500) NOT NULL CHECK (btrim(reason) <> ''),
    value_amount decimal(10, 2) NOT NULL CHECK (value_amount > 0 AND value_amount < 'NaN'),  -- with tax
    rounding_amount decimal(10, 2) NOT NULL DEFAULT 0 CHECK (storedesk.is_amount(rounding_amount)),  -- of cash to coins
    currency char(3) NOT NULL,
    in_cash boolean NOT NULL,                   -- out of the drawer; else to an account of store credit
    till_session_id uuid NOT NULL REFERENCES storedesk.till_sessions (id) ON DELETE RESTRICT,
    approved_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT,        -- null: a manager took it
    cash_approved_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(created_at)),
    CONSTRAINT chk_open_return_reason CHECK (storedesk.is_plain_text(reason)
        AND NOT storedesk.has_card_number(reason)),
    CONSTRAINT chk_open_return_cash CHECK (in_cash OR (rounding_amount = 0 AND cash_approved_by IS NULL))
);

CREATE INDEX ix_open_returns_session ON storedesk.open_returns (till_session_id);
CREATE INDEX ix_open_returns_person ON storedesk.open_returns (created_by, created_at);  -- what somebody gave today
CREATE INDEX ix_open_returns_at ON storedesk.open_returns (created_at);                  -- the exceptions, newest first

CREATE TABLE storedesk.open_return_lines (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    open_return_id uuid NOT NULL REFERENCES storedesk.open_returns (id) ON DELETE RESTRICT,
    place integer NOT NULL CHECK (place > 0),
    product_id uuid NOT NULL REFERENCES public.products (id) ON DELETE RESTRICT,
    variant_id uuid,                            -- a variant may be removed
    product_name varchar(200) NOT NULL,
    variant_description varchar(200),
    quantity integer NOT NULL CHECK (quantity > 0),
    restocked boolean NOT NULL,                 -- false: damaged, written off
    unit_value_amount decimal(10, 2) NOT NULL CHECK (unit_value_amount > 0),
    value_amount decimal(10, 2) NOT NULL,
    lowest_line_id uuid NOT NULL REFERENCES public.order_line_items (id) ON DELETE RESTRICT,  -- sold for the least
    UNIQUE (open_return_id, place),
    CONSTRAINT chk_open_return_line_words CHECK (storedesk.is_plain_line(product_name)
        AND storedesk.is_plain_line(variant_description) AND NOT storedesk.is_card_number(product_name)
        AND NOT storedesk.is_card_number(variant_description)),
    CONSTRAINT chk_open_return_line_value CHECK (value_amount = unit_value_amount * quantity)
);

CREATE TABLE storedesk.open_return_tax_lines (  -- the tax in what went back
    open_return_id uuid NOT NULL REFERENCES storedesk.open_returns (id) ON DELETE RESTRICT,
    name varchar(100) NOT NULL,
    rate numeric(7, 5) NOT NULL,
    base_amount decimal(10, 2) NOT NULL CHECK (storedesk.is_amount(base_amount)),
    tax_amount decimal(10, 2) NOT NULL CHECK (storedesk.is_amount(tax_amount)),
    PRIMARY KEY (open_return_id, name, rate),
    CONSTRAINT chk_open_return_tax_name CHECK (storedesk.is_plain_line(name) AND NOT storedesk.is_card_number(name))
);

ALTER TABLE storedesk.credit_entries            -- "return": what came back without a receipt, and so without an order
    ADD COLUMN open_return_id uuid UNIQUE REFERENCES storedesk.open_returns (id) ON DELETE RESTRICT,
    DROP CONSTRAINT credit_entries_kind_check,
    ADD CONSTRAINT credit_entries_kind_check CHECK (kind IN ('issue', 'top_up', 'refund', 'redeem', 'return')),
    ADD CONSTRAINT chk_credit_entry_return CHECK ((kind = 'return') = (open_return_id IS NOT NULL));

ALTER TABLE storedesk.cash_movements            -- cash for what came back without a receipt
    ADD COLUMN open_return_id uuid UNIQUE REFERENCES storedesk.open_returns (id) ON DELETE RESTRICT,
    ADD CONSTRAINT chk_cash_for_return CHECK (open_return_id IS NULL OR kind = 'paid_out');

ALTER TABLE storedesk.fiscal_records            -- a return without a receipt is of no order: its own number stands there
    ALTER COLUMN order_id DROP NOT NULL,
    ADD COLUMN open_return_id uuid REFERENCES storedesk.open_returns (id) ON DELETE RESTRICT,
    DROP CONSTRAINT fiscal_records_kind_check,
    ADD CONSTRAINT fiscal_records_kind_check
        CHECK (kind IN ('sale', 'order', 'refund', 'cancellation', 'open_return')),
    ADD CONSTRAINT chk_fiscal_open_return CHECK (
        (kind = 'open_return') = (open_return_id IS NOT NULL) AND (kind = 'open_return') = (order_id IS NULL)
    );

CREATE UNIQUE INDEX uq_fiscal_records_open_return ON storedesk.fiscal_records (open_return_id)
    WHERE open_return_id IS NOT NULL;
