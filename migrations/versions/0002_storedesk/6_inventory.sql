-- Goods that come in, and goods that are counted.

ALTER TABLE public.inventory_audit_log          -- the one added column: the order of writing, since clocks move
    ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY;

CREATE TABLE storedesk.suppliers (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name varchar(200) NOT NULL UNIQUE,
    email varchar(255),
    phone varchar(50),
    is_active boolean NOT NULL DEFAULT true,
    version integer NOT NULL DEFAULT 1,
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now()
);

CREATE TABLE storedesk.purchase_orders (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    supplier_id uuid NOT NULL REFERENCES storedesk.suppliers (id) ON DELETE RESTRICT,
    status varchar(20) NOT NULL DEFAULT 'draft'
        CHECK (status IN ('draft', 'ordered', 'part_received', 'received', 'closed', 'cancelled')),
    version integer NOT NULL DEFAULT 1,
    created_by uuid REFERENCES storedesk.staff (id),
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now()
);

CREATE TABLE storedesk.purchase_order_lines (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    purchase_order_id uuid NOT NULL REFERENCES storedesk.purchase_orders (id) ON DELETE RESTRICT,
    product_id uuid NOT NULL REFERENCES public.products (id) ON DELETE RESTRICT,
    variant_id uuid REFERENCES public.product_variants (id) ON DELETE RESTRICT,
    ordered_quantity integer NOT NULL CHECK (ordered_quantity >= 0),
    received_quantity integer NOT NULL DEFAULT 0 CHECK (received_quantity >= 0),
    unit_cost_amount decimal(10, 2) NOT NULL CHECK (unit_cost_amount >= 0 AND unit_cost_amount < 'NaN'),
    UNIQUE NULLS NOT DISTINCT (purchase_order_id, product_id, variant_id)
);

CREATE TABLE storedesk.stock_counts (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    status varchar(10) NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'posted', 'cancelled')),
    created_by uuid REFERENCES storedesk.staff (id),
    posted_by uuid REFERENCES storedesk.staff (id),
    version integer NOT NULL DEFAULT 1,
    created_at timestamp NOT NULL DEFAULT now(),
    posted_at timestamp
);

CREATE TABLE storedesk.stock_count_lines (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    stock_count_id uuid NOT NULL REFERENCES storedesk.stock_counts (id) ON DELETE RESTRICT,
    product_id uuid NOT NULL REFERENCES public.products (id) ON DELETE RESTRICT,
    variant_id uuid REFERENCES public.product_variants (id) ON DELETE RESTRICT,
    stock_at_count integer NOT NULL,            -- inventory.stock_level when the shelf was counted
    counted_quantity integer NOT NULL CHECK (counted_quantity >= 0),
    posted_audit_id uuid,                       -- the 'adjust' row that applied counted - stock_at_count
    UNIQUE NULLS NOT DISTINCT (stock_count_id, product_id, variant_id)
);
