-- News: what every window, register and program hears when a transaction commits.

-- Sends news to every window, once a statement, on commit: the table, and the ids of up to 50 rows. The trigger's
-- argument is the column of the id; without it no ids are sent.
--
-- A sale never depends on news. All databases of the server share one queue of messages, and when it is full every
-- commit that has news fails. So nothing is sent while it is half full; windows notice that
-- (persistence/engine/listener.py). To ask for its use also frees what everybody has read.
CREATE FUNCTION core.notify() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    row_ids uuid[];
    touched int;
BEGIN
    SELECT array_agg(DISTINCT r.id), count(*) INTO row_ids, touched
    FROM (SELECT (to_jsonb(c) ->> tg_argv[0])::uuid AS id FROM changed AS c LIMIT 51) AS r;

    IF touched = 0 OR pg_notification_queue_usage() >= 0.5 THEN
        RETURN NULL;
    END IF;

    PERFORM pg_notify('storedesk', CASE
        WHEN touched > 50 OR tg_nargs = 0 THEN jsonb_build_object('t', tg_table_name)
        ELSE jsonb_build_object('t', tg_table_name, 'ids', array_remove(row_ids, NULL))
    END::text);
    RETURN NULL;
END $$;

-- What windows watch, and by which id: parts of something are known by the id of the whole.
DO $$
DECLARE
    watched text;
    event text;
    id text;
BEGIN
    FOR watched, id IN VALUES
        ('public.categories', 'id'),
        ('public.products', 'id'),
        ('public.product_variants', 'product_id'),
        ('public.product_images', 'product_id'),
        ('storedesk.product_barcodes', 'product_id'),
        ('public.inventory', 'product_id'),
        ('public.customers', 'id'),
        ('public.customer_shipping_addresses', 'customer_id'),
        ('storedesk.customer_details', 'customer_id'),
        ('public.carts', 'id'),
        ('storedesk.till_carts', 'order_id'),
        ('storedesk.till_tenders', 'order_id'),
        ('public.orders', 'id'),
        ('storedesk.order_returns', 'order_id'),
        ('storedesk.till_sessions', 'id'),
        ('storedesk.till_session_people', 'till_session_id'),
        ('storedesk.cash_movements', 'till_session_id'),
        ('storedesk.registers', 'id'),
        ('storedesk.staff', 'id'),
        ('storedesk.store_settings', NULL),
        ('storedesk.tax_classes', 'id'),
        ('storedesk.tax_rates', 'tax_class_id'),
        ('storedesk.category_tax', 'category_id'),
        ('storedesk.product_tax', 'product_id'),
        ('public.email_queue', 'id'),
        ('storedesk.suppliers', 'id'),
        ('storedesk.purchase_orders', 'id'),
        ('storedesk.stock_counts', 'id'),
        ('storedesk.stock_count_entries', 'stock_count_id')
    LOOP
        FOREACH event IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
            EXECUTE format(
                'CREATE TRIGGER %I AFTER %s ON %s REFERENCING %s TABLE AS changed '
                'FOR EACH STATEMENT EXECUTE FUNCTION core.notify(%s)',
                'notify_' || lower(event), event, watched,
                CASE event WHEN 'DELETE' THEN 'OLD' ELSE 'NEW' END, coalesce(quote_literal(id), '')
            );
        END LOOP;
    END LOOP;
END $$;
