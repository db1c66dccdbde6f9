CREATE TABLE storedesk.product_costs (          -- what a piece costs the store, from a day on: never changed
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,  -- of one day the last one holds
    product_id uuid NOT NULL REFERENCES public.products (id) ON DELETE CASCADE,
    variant_id uuid REFERENCES public.product_variants (id) ON DELETE CASCADE,  -- null: of the product
    cost_amount numeric(10, 2) CHECK (cost_amount >= 0 AND storedesk.is_amount(cost_amount)),  -- null: unknown again
    valid_from timestamp NOT NULL CHECK (storedesk.is_instant(valid_from)),  -- when the store's day of created_at began
    source varchar(10) NOT NULL CHECK (source IN ('typed', 'received', 'imported')),
    created_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(created_at)),
    CONSTRAINT chk_product_cost_begins CHECK (valid_from <= created_at)
);

CREATE INDEX ix_product_costs_newest ON storedesk.product_costs (product_id, variant_id, valid_from, seq);
CREATE INDEX ix_product_costs_variant ON storedesk.product_costs (variant_id) WHERE variant_id IS NOT NULL;
