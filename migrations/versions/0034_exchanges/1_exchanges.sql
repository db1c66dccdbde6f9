CREATE TABLE storedesk.till_exchanges (         -- what comes back for a sale in progress; booked when that is paid
    order_id uuid PRIMARY KEY REFERENCES storedesk.till_carts (order_id) ON DELETE CASCADE,
    return_id uuid NOT NULL UNIQUE,             -- made by the client: the return that it will be
    returned_order_id uuid NOT NULL REFERENCES public.orders (id) ON DELETE RESTRICT,
    lines jsonb NOT NULL CHECK (jsonb_typeof(lines) = 'array'),  -- [{line, product, quantity, restocked, refund}]
    reason varchar(500) NOT NULL CHECK (
        storedesk.is_plain_text(reason) AND storedesk.is_visible(reason) AND NOT storedesk.has_card_number(reason)
    ),
    refund_amount decimal(10, 2) NOT NULL CHECK (refund_amount >= 0 AND refund_amount < 'NaN'),
    chosen_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    approved_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT,  -- beyond the limits of who chose it
    created_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(created_at))
);

CREATE INDEX ix_till_exchanges_returned ON storedesk.till_exchanges (returned_order_id);

CREATE TABLE storedesk.exchanges (              -- a return whose money paid for a sale, as much of it as that cost
    return_id uuid PRIMARY KEY REFERENCES storedesk.order_returns (id) ON DELETE RESTRICT,
    order_id uuid NOT NULL UNIQUE REFERENCES public.orders (id) ON DELETE RESTRICT,  -- the sale
    credit_account_id uuid UNIQUE REFERENCES storedesk.credit_accounts (id) ON DELETE RESTRICT,  -- made for it
    credited_amount decimal(10, 2) NOT NULL CHECK (credited_amount >= 0 AND credited_amount < 'NaN'),
    CONSTRAINT chk_exchange_account CHECK ((credited_amount > 0) = (credit_account_id IS NOT NULL))
);
