-- What is low is kept in a table, so that nobody looks for it among all products. It is written by triggers
-- (migrations/commands/stock/low_stock.sql), whoever changes stock or a product.

-- Whether it is time to order: as much is available as the reorder point says, or less.
CREATE FUNCTION storedesk.is_low(stock_level int, reserved int, reorder_point int) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN stock_level - reserved <= reorder_point;

CREATE TABLE storedesk.low_stock (           -- the products that are low, deleted ones left out: core.low_products
    product_id uuid PRIMARY KEY REFERENCES public.inventory (product_id) ON DELETE CASCADE,
    available int NOT NULL,
    share double precision NOT NULL,         -- how much of the reorder point is available
    on_sale boolean NOT NULL,
    was_stocked boolean NOT NULL,            -- there are some, or were once
    name varchar(200) NOT NULL,
    name_key text NOT NULL GENERATED ALWAYS AS (storedesk.sort_key(name)) STORED
);

CREATE INDEX ix_low_stock_available ON storedesk.low_stock (available, name_key, name, product_id);
CREATE INDEX ix_low_stock_share ON storedesk.low_stock (share, name_key, name, product_id)
    WHERE on_sale AND was_stocked;

DROP INDEX public.ix_inventory_low;

INSERT INTO storedesk.low_stock (product_id, available, share, on_sale, was_stocked, name)
SELECT i.product_id, i.stock_level - i.reserved_quantity,
       (i.stock_level - i.reserved_quantity)::double precision / greatest(i.low_stock_threshold, 1),
       p.status = 'active',
       i.stock_level > 0 OR EXISTS (SELECT FROM public.inventory_audit_log AS a WHERE a.product_id = i.product_id),
       p.name
FROM public.inventory AS i JOIN public.products AS p ON p.id = i.product_id
WHERE storedesk.is_low(i.stock_level, i.reserved_quantity, i.low_stock_threshold) AND NOT p.is_deleted;

-- The pieces of each product that have left for orders since some instant. Whoever asks is told that there are many
-- products: how many sold of late nobody has counted, and a plan for one of them takes hours for ten thousand.
CREATE FUNCTION storedesk.sold_since(instant timestamp) RETURNS TABLE (product_id uuid, pieces bigint)
LANGUAGE plpgsql STABLE ROWS 10000 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT a.product_id, -sum(a.adjustment)
    FROM public.inventory_audit_log AS a
    WHERE a.operation_type = 'deduct' AND a.created_at >= instant
    GROUP BY a.product_id;
END $$;
