-- Stock that an import sets, a batch at a time: what is still to be set, so that an interrupted import goes on.

CREATE TABLE storedesk.stock_imports (
    id uuid PRIMARY KEY,                        -- the request that began it
    digest bytea NOT NULL UNIQUE CHECK (octet_length(digest) = 32),  -- of what the files say: the same files again
    reason varchar(255) NOT NULL CHECK (storedesk.is_plain_line(reason) AND NOT storedesk.has_card_number(reason)),
    waiting integer NOT NULL CHECK (waiting >= 0),  -- products that are still to be set
    done_to uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',  -- the last product that was come to
    begun_by uuid NOT NULL REFERENCES storedesk.staff (id),
    begun_at timestamp NOT NULL CHECK (storedesk.is_instant(begun_at))
);

CREATE TABLE storedesk.stock_import_lines (     -- a line goes when it is set
    stock_import_id uuid NOT NULL REFERENCES storedesk.stock_imports (id) ON DELETE CASCADE,
    product_id uuid NOT NULL REFERENCES public.products (id) ON DELETE CASCADE,
    seen integer NOT NULL CHECK (seen >= 0),    -- what was on hand when somebody looked
    level integer NOT NULL CHECK (level >= 0 AND level <> seen),
    trouble varchar(10) CHECK (trouble IN ('moved', 'deleted', 'promised')),  -- why it was left as it is
    PRIMARY KEY (stock_import_id, product_id)
);

CREATE INDEX ix_stock_import_lines_product ON storedesk.stock_import_lines (product_id);
