CREATE TABLE storedesk.sale_changes (        -- what a sale in progress was like before each of its changes: api.undo_change
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    cart_id uuid NOT NULL REFERENCES storedesk.till_carts (cart_id) ON DELETE CASCADE,
    product_id uuid,                         -- an item has changed; null: the customer has
    variant_id uuid,
    item jsonb,                              -- {table: its rows}, of all lines of the item
    customer_id uuid REFERENCES public.customers (id) ON DELETE RESTRICT,
    CHECK ((product_id IS NULL) = (item IS NULL)),
    CHECK (item IS NULL OR customer_id IS NULL)
);

CREATE INDEX ix_sale_changes_cart ON storedesk.sale_changes (cart_id, id);
