-- Seals over three tables that only grow: audit_event by its id, inventory_audit_log and order_payments by their seq.

ALTER TABLE storedesk.order_payments            -- the order of writing, as inventory_audit_log has it
    ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY;

CREATE UNIQUE INDEX uq_order_payments_seq ON storedesk.order_payments (seq);
CREATE UNIQUE INDEX uq_audit_seq ON public.inventory_audit_log (seq);

CREATE TABLE storedesk.seals (                  -- at the end of a shift, and every ten minutes where something was written
    number bigint PRIMARY KEY CHECK (number > 0),   -- 1, 2, 3 ... without a gap
    sealed_at timestamp NOT NULL CHECK (storedesk.is_instant(sealed_at)),
    till_session_id uuid REFERENCES storedesk.till_sessions (id) ON DELETE RESTRICT,  -- whose closing wrote it
    total_rows bigint NOT NULL CHECK (total_rows >= 0),  -- sealed by it and by all before it
    transactions_until bigint NOT NULL,         -- whoever wrote before this transaction is in it, or is named missing
    hash bytea NOT NULL CHECK (length(hash) = 32)
);

CREATE INDEX ix_seals_shift ON storedesk.seals (till_session_id);

CREATE TABLE storedesk.seal_marks (             -- how far a seal goes in each table
    seal_number bigint NOT NULL REFERENCES storedesk.seals (number) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    source varchar(30) NOT NULL CHECK (source IN ('audit_event', 'inventory_audit_log', 'order_payments')),
    last_number bigint NOT NULL,
    missing int8multirange NOT NULL,            -- numbers up to the last whose rows may still arrive
    PRIMARY KEY (seal_number, source)
);

CREATE TABLE storedesk.seal_pages (             -- up to 2,000 rows of one table, as a seal has found them
    seal_number bigint NOT NULL REFERENCES storedesk.seals (number) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    place integer NOT NULL CHECK (place > 0),
    source varchar(30) NOT NULL CHECK (source IN ('audit_event', 'inventory_audit_log', 'order_payments')),
    is_late boolean NOT NULL,                   -- of numbers that an earlier seal has named missing
    after_number bigint,                        -- null: from the very first row on
    last_number bigint NOT NULL,
    numbers int8multirange NOT NULL,            -- those that were there
    prints bytea NOT NULL,                      -- 8 bytes of the hash of each row, in the order of their numbers
    hash bytea NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (seal_number, place)
);

CREATE INDEX ix_seal_pages_late ON storedesk.seal_pages USING gist (numbers) WHERE is_late;
