-- Sales of the time before StoreDesk, as another program wrote them down: no stock, no order number, no payment.

CREATE TABLE storedesk.past_imports (
    id uuid PRIMARY KEY,                        -- the request that began it
    files varchar(500) NOT NULL CHECK (storedesk.is_plain_line(files) AND btrim(files) <> ''),
    begun_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    begun_at timestamp NOT NULL CHECK (storedesk.is_instant(begun_at)),
    ended_at timestamp CHECK (storedesk.is_instant(ended_at) AND ended_at >= begun_at),  -- null: rows still come
    CONSTRAINT chk_past_import_no_card CHECK (NOT storedesk.has_card_number(files))
);

CREATE TABLE storedesk.past_orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    past_import_id uuid NOT NULL REFERENCES storedesk.past_imports (id) ON DELETE CASCADE,
    number varchar(50) NOT NULL UNIQUE CHECK (storedesk.is_plain_line(number) AND btrim(number) <> ''),  -- theirs
    placed_at timestamp NOT NULL CHECK (storedesk.is_instant(placed_at)),  -- of its first line
    customer varchar(50) CHECK (storedesk.is_plain_line(customer)),        -- their number of the customer
    country varchar(100) CHECK (storedesk.is_plain_line(country)),
    CONSTRAINT chk_past_order_no_card CHECK (NOT storedesk.has_card_number(country))
);

CREATE INDEX ix_past_orders_import ON storedesk.past_orders (past_import_id);
CREATE INDEX ix_past_orders_placed_at ON storedesk.past_orders (placed_at, id);

CREATE TABLE storedesk.past_lines (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    past_order_id bigint NOT NULL REFERENCES storedesk.past_orders (id) ON DELETE CASCADE,
    sold_at timestamp NOT NULL CHECK (storedesk.is_instant(sold_at)),
    code varchar(50) NOT NULL CHECK (storedesk.is_plain_line(code) AND btrim(code) <> ''),
    name varchar(200) CHECK (storedesk.is_plain_line(name)),
    product_id uuid REFERENCES public.products (id) ON DELETE SET NULL,    -- where one has this code
    variant_id uuid REFERENCES public.product_variants (id) ON DELETE SET NULL,
    quantity integer NOT NULL CHECK (quantity BETWEEN -1000000 AND 1000000 AND quantity <> 0),  -- less: taken back
    unit_price numeric(14, 4) NOT NULL CHECK (unit_price BETWEEN 0 AND 99999999.99),
    CONSTRAINT chk_past_line_no_card CHECK (NOT storedesk.has_card_number(name)),
    CONSTRAINT chk_past_line_is_a_sale CHECK (quantity > 0 OR unit_price > 0)  -- else a correction of stock
);

CREATE INDEX ix_past_lines_order ON storedesk.past_lines (past_order_id);
CREATE INDEX ix_past_lines_sold_at ON storedesk.past_lines (sold_at);
CREATE INDEX ix_past_lines_product ON storedesk.past_lines (product_id, sold_at) WHERE product_id IS NOT NULL;
CREATE INDEX ix_past_lines_variant ON storedesk.past_lines (variant_id) WHERE variant_id IS NOT NULL;
CREATE INDEX ix_past_lines_unmatched ON storedesk.past_lines (upper(code)) WHERE product_id IS NULL;
