-- News: what every window, register and program hears when a transaction commits: one message, {"r": register,
-- "t": {table: ids}}, with at most 50 ids of a table and null for more. With "r" it is about the sale on that
-- register's screen and nothing else, and concerns nobody else.
--
-- A sale never depends on news. All databases of the server share one queue of messages, and when it is full every
-- commit that has news fails. So nothing is sent while it is half full; windows notice that
-- (persistence/engine/listener.py). To ask for its use also frees what everybody has read.

-- What a transaction will tell when it commits. It is nobody's to see: a row is deleted by the transaction that has
-- written it. Not logged, for there is nothing to be kept: after a crash nobody is listening.
CREATE UNLOGGED TABLE core.news (
    xid xid8 PRIMARY KEY,
    tables jsonb NOT NULL,            -- {table: ids}
    in_hand jsonb NOT NULL,           -- the same, of sales on the screens of registers
    registers uuid[] NOT NULL,        -- whose; null among them: it concerns all
    CHECK (jsonb_typeof(tables) = 'object' AND jsonb_typeof(in_hand) = 'object')
);

-- Both of two {table: ids}: of each table at most 50 ids, null for more or for any.
CREATE FUNCTION core.merged(one jsonb, other jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    ids jsonb;
    name text;
BEGIN
    IF one = '{}' OR other = '{}' THEN
        RETURN CASE one WHEN '{}' THEN other ELSE one END;
    END IF;

    FOR name, ids IN SELECT * FROM jsonb_each(other) LOOP
        IF one ? name THEN
            SELECT CASE WHEN count(*) <= 50 AND one -> name <> 'null' AND ids <> 'null' THEN jsonb_agg(i.id) END
            INTO ids
            FROM (
                SELECT DISTINCT e.id FROM jsonb_array_elements(
                    CASE WHEN one -> name <> 'null' AND ids <> 'null' THEN (one -> name) || ids ELSE '[]' END
                ) AS e (id)
            ) AS i;
        END IF;

        one := one || jsonb_build_object(name, ids);
    END LOOP;

    RETURN one;
END $$;

-- Adds to what the transaction will tell: rows of a table by their ids, null for many. Of a sale on a register's
-- screen give its register, and `is_in_hand`.
CREATE FUNCTION core.add_news(
    name text, ids uuid[], register uuid DEFAULT NULL, is_in_hand boolean DEFAULT false
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    entry jsonb;
BEGIN
    IF cardinality(ids) = 0 THEN
        RETURN;
    END IF;

    entry := jsonb_build_object(name, CASE WHEN cardinality(ids) <= 50 THEN to_jsonb(ids) END);
    INSERT INTO core.news AS n (xid, tables, in_hand, registers)
    VALUES (pg_current_xact_id(), CASE WHEN is_in_hand THEN '{}' ELSE entry END,
            CASE WHEN is_in_hand THEN entry ELSE '{}' END, CASE WHEN is_in_hand THEN ARRAY[register] ELSE '{}' END)
    ON CONFLICT (xid) DO UPDATE SET
        tables = CASE WHEN n.tables ? name THEN core.merged(n.tables, excluded.tables)
            ELSE n.tables || excluded.tables END,
        in_hand = CASE WHEN n.in_hand ? name THEN core.merged(n.in_hand, excluded.in_hand)
            ELSE n.in_hand || excluded.in_hand END,
        registers = CASE WHEN array_position(n.registers, register) IS NULL THEN n.registers || excluded.registers
            ELSE n.registers END
    WHERE n.tables -> name IS DISTINCT FROM 'null';  -- else any row may have changed, and there is no more to say
END $$;

-- Sends what a transaction tells, at its commit. What happened to a sale that has become an order is told by the
-- order, which has its id.
CREATE FUNCTION core.send_news() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    news core.news;
    message jsonb;
BEGIN
    DELETE FROM core.news AS n WHERE n.xid = NEW.xid RETURNING * INTO news;

    IF pg_notification_queue_usage() >= 0.5 THEN
        RETURN NULL;
    END IF;

    message := jsonb_build_object('t', CASE WHEN news.tables ? 'orders' OR news.in_hand = '{}' THEN news.tables
        WHEN news.tables = '{}' THEN news.in_hand ELSE core.merged(news.tables, news.in_hand) END);

    IF news.tables = '{}' AND cardinality(news.registers) = 1 AND news.registers[1] IS NOT NULL THEN
        message := message || jsonb_build_object('r', news.registers[1]);
    END IF;

    IF octet_length(message::text) > 7900 THEN  -- a message has less than 8,000 bytes
        message := jsonb_set(message, '{t}', (
            SELECT jsonb_object_agg(t.name, NULL) FROM jsonb_object_keys(message -> 't') AS t (name)
        ));
    END IF;

    PERFORM pg_notify('storedesk', message::text);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER send AFTER INSERT ON core.news DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION core.send_news();

-- The register on whose screen a cart is, which its guest session names; null for a parked sale and a basket.
CREATE FUNCTION core.register_of(guest_session text) RETURNS uuid
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN guest_session ~ '^till:[0-9a-f-]{36}$' THEN substr(guest_session, 6)::uuid END;

-- Tells of a sale or a basket that is new or has changed. The sale on a register's screen is told to it alone; one
-- that was parked or recalled, to all.
CREATE FUNCTION core.news_of_cart() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    register uuid := CASE WHEN tg_op = 'INSERT' OR NEW.guest_session_id = OLD.guest_session_id
        THEN core.register_of(NEW.guest_session_id) END;
BEGIN
    PERFORM core.add_news('carts', ARRAY[NEW.id], register, register IS NOT NULL);
    RETURN NULL;
END $$;

-- Tells of sales and baskets that are gone, to all.
CREATE FUNCTION core.news_of_gone_carts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.add_news('carts', array_agg(c.id), NULL, core.register_of(c.guest_session_id) IS NOT NULL)
    FROM changed AS c
    GROUP BY core.register_of(c.guest_session_id) IS NOT NULL;
    RETURN NULL;
END $$;

-- Tells which rows a statement has changed, by their id.
CREATE FUNCTION core.news_of_rows() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.add_news(tg_table_name, ARRAY(SELECT c.id FROM changed AS c LIMIT 51));
    RETURN NULL;
END $$;

-- Tells of which products something has changed.
CREATE FUNCTION core.news_of_products() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.add_news(tg_table_name, ARRAY(SELECT DISTINCT c.product_id FROM changed AS c LIMIT 51));
    RETURN NULL;
END $$;

-- Tells of which products it has changed whether the low-stock report has them, or has them as sold out. That the
-- numbers of a low product have changed is told by its stock.
CREATE FUNCTION core.news_of_low_stock() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.add_news(tg_table_name, ARRAY(
        SELECT c.product_id FROM changed AS c JOIN were AS w USING (product_id)
        WHERE (c.on_sale, c.was_stocked, c.available <= 0) <> (w.on_sale, w.was_stocked, w.available <= 0) LIMIT 51
    ));
    RETURN NULL;
END $$;

-- Tells of which records something has changed: the trigger's argument is the column that has their id. Without it,
-- that something has, in a table that is asked for as a whole.
CREATE FUNCTION core.news_of_parts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF tg_nargs = 1 THEN
        PERFORM core.add_news(tg_table_name, ARRAY(
            SELECT DISTINCT (to_jsonb(c) ->> tg_argv[0])::uuid FROM changed AS c LIMIT 51
        ));
    ELSIF EXISTS (SELECT FROM changed) THEN
        PERFORM core.add_news(tg_table_name, NULL);
    END IF;

    RETURN NULL;
END $$;

-- Tells of the quote of a sale, by its order: to its register alone while it is on the screen there.
CREATE FUNCTION core.news_of_sale() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF tg_op = 'DELETE' THEN
        PERFORM core.add_news(tg_table_name, ARRAY[OLD.order_id], NULL, true);
    ELSE
        PERFORM core.add_news(tg_table_name, ARRAY[NEW.order_id],
                              CASE WHEN NEW.parked_at IS NULL THEN NEW.register_id END, true);
    END IF;

    RETURN NULL;
END $$;

-- Tells of a tender of a sale in the same way.
CREATE FUNCTION core.news_of_tender() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sale uuid := CASE tg_op WHEN 'DELETE' THEN OLD.order_id ELSE NEW.order_id END;
BEGIN
    PERFORM core.add_news(tg_table_name, ARRAY[sale], (
        SELECT t.register_id FROM storedesk.till_carts AS t WHERE t.order_id = sale AND t.parked_at IS NULL
    ), true);
    RETURN NULL;
END $$;

-- What windows watch, and by which id: parts of something are known by the id of the whole. That a sale has begun is
-- told by its cart. What is in hand at a till changes by single rows, so that it is told by row; a statement's rows
-- are collected first.
DO $$
DECLARE
    watched text;
    does text;
    event text;
BEGIN
    FOR watched, does, event IN
        SELECT w.name, CASE WHEN w.name = 'storedesk.low_stock' AND e.event = 'UPDATE' THEN 'news_of_low_stock()'
            ELSE w.does END, e.event
        FROM (VALUES
            ('public.categories', 'news_of_rows()'),
            ('public.products', 'news_of_rows()'),
            ('public.product_variants', 'news_of_products()'),
            ('public.product_images', 'news_of_products()'),
            ('storedesk.product_barcodes', 'news_of_products()'),
            ('public.inventory', 'news_of_products()'),
            ('storedesk.low_stock', 'news_of_products()'),
            ('public.customers', 'news_of_rows()'),
            ('public.customer_shipping_addresses', 'news_of_parts(customer_id)'),
            ('storedesk.customer_details', 'news_of_parts(customer_id)'),
            ('public.orders', 'news_of_rows()'),
            ('storedesk.order_returns', 'news_of_parts(order_id)'),
            ('storedesk.receipt_prints', 'news_of_parts(order_id)'),
            ('storedesk.terminal_payments', 'news_of_parts(order_id)'),
            ('storedesk.till_sessions', 'news_of_rows()'),
            ('storedesk.till_session_people', 'news_of_parts(till_session_id)'),
            ('storedesk.cash_movements', 'news_of_parts(till_session_id)'),
            ('storedesk.drawer_openings', 'news_of_parts(till_session_id)'),
            ('storedesk.registers', 'news_of_rows()'),
            ('storedesk.staff', 'news_of_rows()'),
            ('storedesk.store_settings', 'news_of_parts()'),
            ('storedesk.quick_keys', 'news_of_parts()'),
            ('storedesk.promotions', 'news_of_rows()'),
            ('storedesk.exception_signoffs', 'news_of_rows()'),
            ('storedesk.past_imports', 'news_of_rows()'),
            ('storedesk.tax_classes', 'news_of_rows()'),
            ('storedesk.tax_rates', 'news_of_parts(tax_class_id)'),
            ('storedesk.category_tax', 'news_of_parts(category_id)'),
            ('storedesk.product_tax', 'news_of_products()'),
            ('storedesk.product_measures', 'news_of_products()'),
            ('storedesk.product_costs', 'news_of_products()'),
            ('public.email_queue', 'news_of_rows()'),
            ('storedesk.suppliers', 'news_of_rows()'),
            ('storedesk.purchase_orders', 'news_of_rows()'),
            ('storedesk.stock_counts', 'news_of_rows()'),
            ('storedesk.stock_count_entries', 'news_of_parts(stock_count_id)')
        ) AS w (name, does), unnest(ARRAY['INSERT', 'UPDATE', 'DELETE']) AS e (event)
    LOOP
        EXECUTE format(
            'CREATE TRIGGER %I AFTER %s ON %s REFERENCING %s FOR EACH STATEMENT EXECUTE FUNCTION core.%s',
            'news_' || lower(event), event, watched,
            CASE WHEN event = 'DELETE' THEN 'OLD TABLE AS changed'
                WHEN does = 'news_of_low_stock()' THEN 'OLD TABLE AS were NEW TABLE AS changed'
                ELSE 'NEW TABLE AS changed' END, does
        );
    END LOOP;
END $$;

CREATE TRIGGER news AFTER INSERT OR UPDATE ON public.carts
FOR EACH ROW EXECUTE FUNCTION core.news_of_cart();

CREATE TRIGGER news_delete AFTER DELETE ON public.carts REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION core.news_of_gone_carts();

CREATE TRIGGER news AFTER UPDATE OR DELETE ON storedesk.till_carts
FOR EACH ROW EXECUTE FUNCTION core.news_of_sale();

CREATE TRIGGER news AFTER INSERT OR UPDATE OR DELETE ON storedesk.till_tenders
FOR EACH ROW EXECUTE FUNCTION core.news_of_tender();
