-- Products that were deleted: few among many, and listed by themselves.

CREATE INDEX ix_products_deleted ON public.products (name, id) WHERE is_deleted;

-- The first products of a search are found in an index alone, which has them in order with their words. Of
-- those with very many words it has not: a row of an index takes 2,700 bytes.

ALTER TABLE storedesk.product_search
    ADD COLUMN name varchar(200),
    ADD COLUMN is_deleted boolean,
    ADD COLUMN brief text GENERATED ALWAYS AS (CASE WHEN octet_length(words) <= 1500 THEN words END) STORED;

UPDATE storedesk.product_search AS s SET name = p.name, is_deleted = p.is_deleted
FROM public.products AS p WHERE p.id = s.product_id;

ALTER TABLE storedesk.product_search ALTER COLUMN name SET NOT NULL, ALTER COLUMN is_deleted SET NOT NULL;

CREATE INDEX ix_product_search_name ON storedesk.product_search (name, product_id)
    INCLUDE (on_sale, brief) WHERE NOT is_deleted;
