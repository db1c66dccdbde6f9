-- Stock that is put right by hand and taken back again, and shelves counted by several people at once.

CREATE TABLE storedesk.stock_undos (            -- a movement is taken back once at most
    movement_id uuid PRIMARY KEY REFERENCES public.inventory_audit_log (id) ON DELETE RESTRICT,
    undone_by uuid NOT NULL UNIQUE REFERENCES public.inventory_audit_log (id) ON DELETE RESTRICT,
    CONSTRAINT chk_stock_undo CHECK (movement_id <> undone_by)
);

ALTER TABLE storedesk.stock_counts
    ADD COLUMN name varchar(100) NOT NULL DEFAULT 'Count' CHECK (storedesk.is_clean_line(name)),
    ADD COLUMN carried_from uuid REFERENCES storedesk.stock_counts (id) ON DELETE RESTRICT;

ALTER TABLE storedesk.stock_count_lines
    ADD COLUMN seen_seq bigint NOT NULL DEFAULT 0;  -- the product's last line of the ledger when it was counted

CREATE UNIQUE INDEX uq_count_line_posted ON storedesk.stock_count_lines (posted_audit_id)
    WHERE posted_audit_id IS NOT NULL;
CREATE INDEX ix_count_lines_product ON storedesk.stock_count_lines (product_id);
CREATE INDEX ix_stock_counts_created ON storedesk.stock_counts (created_at);

CREATE TABLE storedesk.stock_count_products (   -- what is to be counted; none where it is whatever is scanned
    stock_count_id uuid NOT NULL REFERENCES storedesk.stock_counts (id) ON DELETE RESTRICT,
    product_id uuid NOT NULL REFERENCES public.products (id) ON DELETE RESTRICT,
    PRIMARY KEY (stock_count_id, product_id)
);

CREATE TABLE storedesk.stock_count_entries (    -- what each of the people counted, one after the other
    id uuid PRIMARY KEY,                        -- the request that made it
    seq bigint GENERATED ALWAYS AS IDENTITY,
    stock_count_id uuid NOT NULL REFERENCES storedesk.stock_counts (id) ON DELETE RESTRICT,
    product_id uuid REFERENCES public.products (id) ON DELETE RESTRICT,
    code varchar(100) CHECK (storedesk.is_plain_line(code)),  -- that nothing has: counted, and put aside
    quantity integer NOT NULL CHECK (quantity >= 0),
    is_set boolean NOT NULL,                    -- so many there are, instead of so many more
    stock_then integer,
    seq_then bigint,
    counted_by uuid NOT NULL REFERENCES storedesk.staff (id),
    created_at timestamp NOT NULL CHECK (storedesk.is_instant(created_at)),
    taken_back_at timestamp CHECK (storedesk.is_instant(taken_back_at)),
    CONSTRAINT chk_count_entry CHECK (
        (product_id IS NULL) <> (code IS NULL) AND (product_id IS NULL) = (stock_then IS NULL)
        AND (stock_then IS NULL) = (seq_then IS NULL)
    )
);

CREATE INDEX ix_count_entries_product ON storedesk.stock_count_entries (stock_count_id, product_id, seq);
CREATE INDEX ix_count_entries_person ON storedesk.stock_count_entries (stock_count_id, counted_by, seq);

ALTER TABLE storedesk.store_settings            -- beyond these a manager posts a count
    ADD COLUMN count_tolerance_pieces integer NOT NULL DEFAULT 5 CHECK (count_tolerance_pieces >= 0),
    ADD COLUMN count_tolerance_amount decimal(10, 2) NOT NULL DEFAULT 50.00
        CHECK (count_tolerance_amount >= 0 AND count_tolerance_amount < 'NaN');

-- goods that left, by when: what sold in the last thirty days
CREATE INDEX ix_audit_deducted ON public.inventory_audit_log (created_at) INCLUDE (product_id, adjustment)
    WHERE operation_type = 'deduct';
