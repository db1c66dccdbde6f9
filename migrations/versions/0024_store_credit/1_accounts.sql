CREATE TABLE storedesk.credit_accounts (        -- a gift card, or what a customer has been given instead of money
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    serial bigint GENERATED ALWAYS AS IDENTITY UNIQUE,  -- SC-000042 on receipts: no secret, and worth nothing by itself
    code_hash bytea NOT NULL UNIQUE CHECK (octet_length(code_hash) = 32),  -- whoever has the code has the money
    currency char(3) NOT NULL,
    balance_amount decimal(10, 2) NOT NULL DEFAULT 0 CHECK (balance_amount >= 0 AND balance_amount < 'NaN'),
    created_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(created_at))
);

CREATE TABLE storedesk.credit_entries (         -- what went on an account and off it: rows are added and never changed
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    account_id uuid NOT NULL REFERENCES storedesk.credit_accounts (id) ON DELETE RESTRICT,
    kind varchar(10) NOT NULL CHECK (kind IN ('issue', 'top_up', 'refund', 'redeem')),
    amount decimal(10, 2) NOT NULL CHECK (amount > '-Infinity' AND amount < 'NaN' AND amount <> 0
        AND (amount < 0) = (kind = 'redeem')),
    balance_amount decimal(10, 2) NOT NULL CHECK (balance_amount >= 0 AND balance_amount < 'NaN'),  -- after it
    order_payment_id uuid UNIQUE REFERENCES storedesk.order_payments (id) ON DELETE RESTRICT,
    till_session_id uuid REFERENCES storedesk.till_sessions (id) ON DELETE RESTRICT,
    approved_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT,  -- beyond the limit of who issued it
    created_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(created_at)),
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    CONSTRAINT chk_credit_entry_payment CHECK ((kind IN ('refund', 'redeem')) = (order_payment_id IS NOT NULL)),
    CONSTRAINT chk_credit_entry_shift CHECK (kind = 'refund' OR till_session_id IS NOT NULL)
);

CREATE INDEX ix_credit_entries_account ON storedesk.credit_entries (account_id, seq);
CREATE INDEX ix_credit_entries_session ON storedesk.credit_entries (till_session_id)
    WHERE till_session_id IS NOT NULL;
CREATE INDEX ix_credit_entries_person ON storedesk.credit_entries (created_by, created_at)  -- what somebody issued today
    WHERE kind IN ('issue', 'top_up');

CREATE TABLE storedesk.credit_payments (        -- what was paid for credit: no order's, so no order_payments
    id uuid PRIMARY KEY,                        -- made by the client: the same payment arrives once
    entry_id uuid NOT NULL REFERENCES storedesk.credit_entries (id) ON DELETE RESTRICT,
    method varchar(20) NOT NULL CHECK (method IN ('cash', 'credit_card', 'paypal')),
    amount decimal(10, 2) NOT NULL CHECK (amount > 0 AND amount < 'NaN'),
    tendered_amount decimal(10, 2),
    change_amount decimal(10, 2),
    card_scheme varchar(30),
    card_last_four char(4) CHECK (card_last_four ~ '^[0-9]{4}$'),
    transaction_id varchar(255),
    till_session_id uuid NOT NULL REFERENCES storedesk.till_sessions (id) ON DELETE RESTRICT,
    created_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(created_at)),
    CONSTRAINT chk_credit_payment_cash CHECK (CASE method WHEN 'cash'
        THEN tendered_amount IS NOT NULL AND change_amount IS NOT NULL AND change_amount >= 0
            AND tendered_amount - change_amount = amount
        ELSE tendered_amount IS NULL AND change_amount IS NULL END),
    CONSTRAINT chk_credit_payment_scheme CHECK (storedesk.is_plain_line(card_scheme)
        AND NOT storedesk.is_card_number(card_scheme)),
    CONSTRAINT chk_credit_payment_transaction CHECK (storedesk.is_plain_line(transaction_id)
        AND NOT storedesk.is_card_number(transaction_id))
);

CREATE INDEX ix_credit_payments_entry ON storedesk.credit_payments (entry_id);
CREATE INDEX ix_credit_payments_session ON storedesk.credit_payments (till_session_id);
CREATE INDEX ix_credit_payments_reference ON storedesk.credit_payments (
    method, storedesk.reference_key(transaction_id)
) WHERE transaction_id IS NOT NULL;

CREATE TABLE storedesk.credit_tries (           -- codes that no account has: ten an hour and login
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    staff_id uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(created_at))
);

CREATE INDEX ix_credit_tries_person ON storedesk.credit_tries (staff_id, created_at);
