CREATE TABLE storedesk.quick_keys (          -- what tills offer to be sold with one touch: api.arrange_quick_keys
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    category_id uuid REFERENCES public.categories (id) ON DELETE CASCADE,  -- null: the first board
    place integer NOT NULL CHECK (place > 0),
    product_id uuid NOT NULL REFERENCES public.products (id) ON DELETE CASCADE,
    UNIQUE NULLS NOT DISTINCT (category_id, place),
    UNIQUE NULLS NOT DISTINCT (category_id, product_id)
);

CREATE INDEX ix_quick_keys_product ON storedesk.quick_keys (product_id);
