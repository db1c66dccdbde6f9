-- News: what every window, till and program hears when a transaction commits.

-- News for every window, once a statement, on commit: the table, and the ids that its argument names,
-- if they are few. A trigger has one argument: the column; without one no ids are told.
--
-- A sale never depends on news: whoever fills the queue of messages, which all databases of the server
-- share, would have every commit fail that has some to tell. So nothing is told while it is half full; windows
-- find that out (persistence/engine/listener.py). Asking also frees what everybody has read.
CREATE FUNCTION core.notify() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    told uuid[];
    touched int;
BEGIN
    SELECT array_agg(DISTINCT r.id), count(*) INTO told, touched
    FROM (SELECT (to_jsonb(c) ->> tg_argv[0])::uuid AS id FROM changed AS c LIMIT 51) AS r;

    IF touched = 0 OR pg_notification_queue_usage() >= 0.5 THEN
        RETURN NULL;
    END IF;

    PERFORM pg_notify('storedesk', CASE
        WHEN touched > 50 OR tg_nargs = 0 THEN jsonb_build_object('t', tg_table_name)
        ELSE jsonb_build_object('t', tg_table_name, 'ids', array_remove(told, NULL))
    END::text);
    RETURN NULL;
END $$;

-- What windows watch, and by which id: parts of something are told by the id of the whole.
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
