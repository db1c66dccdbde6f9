-- Finding orders: the words of each, and the queues that they wait in.

CREATE TABLE storedesk.order_search (           -- one text an order, kept by triggers: whose, and what
    order_id uuid PRIMARY KEY REFERENCES public.orders (id) ON DELETE CASCADE,
    customer_words text NOT NULL,               -- name and e-mail
    order_words text NOT NULL,                  -- number, recipient, tracking, articles as sold and their codes
    words text NOT NULL GENERATED ALWAYS AS (customer_words || order_words) STORED
);

INSERT INTO storedesk.order_search (order_id, customer_words, order_words)
SELECT o.id,
       ' ' || lower(concat_ws(' ', c.first_name, c.last_name, CASE WHEN c.email NOT LIKE '%.invalid' THEN c.email END)),
       ' ' || lower(concat_ws(' ', o.order_number, o.shipping_recipient_name, o.tracking_number, l.words))
FROM public.orders AS o
JOIN public.customers AS c ON c.id = o.customer_id
LEFT JOIN LATERAL (
    SELECT string_agg(DISTINCT concat_ws(' ', l.product_name, l.variant_description, v.sku, k.words), ' ') AS words
    FROM public.order_line_items AS l
    LEFT JOIN public.product_variants AS v ON v.id = l.variant_id
    LEFT JOIN LATERAL (
        SELECT string_agg(b.barcode, ' ' ORDER BY b.barcode) AS words FROM storedesk.product_barcodes AS b
        WHERE b.product_id = l.product_id AND b.variant_id IS NOT DISTINCT FROM l.variant_id
    ) AS k ON true
    WHERE l.order_id = o.id
) AS l ON true;

CREATE INDEX ix_order_search_words ON storedesk.order_search USING gin (words storedesk.gin_trgm_ops);

CREATE INDEX ix_orders_placed ON public.orders (created_at, id);
CREATE INDEX ix_orders_queue ON public.orders (status, created_at, id);
CREATE INDEX ix_orders_total ON public.orders (total_amount, id);
