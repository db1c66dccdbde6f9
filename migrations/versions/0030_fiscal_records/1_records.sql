-- Fiscal records: one beside each sale and refund, in a chain per register. See docs/decisions/0068.

CREATE TABLE storedesk.fiscal_start (           -- one row: what was booked before has no fiscal record
    is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
    since timestamp NOT NULL CHECK (storedesk.is_instant(since))
);

INSERT INTO storedesk.fiscal_start (since)
SELECT greatest(clock_timestamp() AT TIME ZONE 'UTC', (SELECT max(p.created_at) FROM storedesk.order_payments AS p),
                (SELECT max(s.created_at) FROM storedesk.pos_sales AS s),
                (SELECT max(r.created_at) FROM storedesk.order_returns AS r));

CREATE TABLE storedesk.fiscal_records (         -- rows are added and never changed
    chain_id uuid NOT NULL,                     -- the register of the shift; all zeros: the office, without a shift
    number bigint NOT NULL CHECK (number > 0),  -- 1, 2, 3 ... in each chain, without a gap
    kind varchar(12) NOT NULL CHECK (kind IN ('sale', 'order', 'refund', 'cancellation')),
    order_id uuid NOT NULL REFERENCES public.orders (id) ON DELETE RESTRICT,
    order_number varchar(20) NOT NULL,
    return_id uuid REFERENCES storedesk.order_returns (id) ON DELETE RESTRICT,
    till_session_id uuid REFERENCES storedesk.till_sessions (id) ON DELETE RESTRICT,
    booked_at timestamp NOT NULL CHECK (storedesk.is_instant(booked_at)),
    currency char(3) NOT NULL,
    rates jsonb NOT NULL,                       -- [[name, rate, net, tax, gross]], texts; below 0 where money goes back
    total_amount decimal(10, 2) NOT NULL CHECK (storedesk.is_amount(total_amount)),
    previous_hash bytea CHECK (length(previous_hash) = 32),
    hash bytea NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (chain_id, number),
    CONSTRAINT chk_fiscal_first CHECK ((number = 1) = (previous_hash IS NULL)),
    CONSTRAINT chk_fiscal_return CHECK ((kind = 'refund') = (return_id IS NOT NULL))
);

CREATE UNIQUE INDEX uq_fiscal_records_order ON storedesk.fiscal_records (order_id) WHERE kind IN ('sale', 'order');
CREATE UNIQUE INDEX uq_fiscal_records_return ON storedesk.fiscal_records (return_id) WHERE return_id IS NOT NULL;
CREATE UNIQUE INDEX uq_fiscal_records_canceled ON storedesk.fiscal_records (order_id) WHERE kind = 'cancellation';
