-- Finding orders: one text for each, with all the words by which people look for it.
--
-- It has two halves, so that who ships an order never waits for who edits its customer. The customer's half is
-- read once, when the order is placed (core.place holds the customer until then), and follows the customer; the
-- order's own half follows the order.

-- The words by which a customer's orders are found.
CREATE FUNCTION core.words_of_customer(customer public.customers) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT storedesk.search_words(concat_ws(' ', customer.first_name, customer.last_name,
        CASE WHEN customer.email NOT LIKE '%.invalid' THEN customer.email END))
$$;

-- The words by which an order is found beside its customer: number, recipient, tracking number, and its items as
-- they were sold, with the codes that they have now.
CREATE FUNCTION core.words_of_order(of_order public.orders) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT concat(' ', storedesk.folded(of_order.order_number), storedesk.search_words(concat_ws(
        ' ', of_order.shipping_recipient_name, of_order.tracking_number, (
            SELECT string_agg(DISTINCT concat_ws(' ', l.product_name, l.variant_description, v.sku, k.words), ' ')
            FROM public.order_line_items AS l
            LEFT JOIN public.product_variants AS v ON v.id = l.variant_id
            LEFT JOIN LATERAL (
                SELECT string_agg(b.barcode, ' ' ORDER BY b.barcode) AS words FROM storedesk.product_barcodes AS b
                WHERE b.product_id = l.product_id AND b.variant_id IS NOT DISTINCT FROM l.variant_id
            ) AS k ON true
            WHERE l.order_id = of_order.id
        ))))
$$;

-- Writes the texts by which some orders are found. An order with a provisional number is left out.
CREATE FUNCTION core.index_orders(orders uuid[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO storedesk.order_search AS s (order_id, customer_words, order_words)
    SELECT o.id, core.words_of_customer(c), core.words_of_order(o)
    FROM public.orders AS o
    JOIN public.customers AS c ON c.id = o.customer_id
    WHERE o.id = ANY (orders) AND o.order_number NOT LIKE 'new-%'
    ORDER BY o.id
    ON CONFLICT (order_id) DO UPDATE SET order_words = excluded.order_words
    WHERE s.order_words <> excluded.order_words
$$;

-- Indexes an order that has got its number, a tracking number or another recipient. Another program's order
-- arrives with its number: its customer is held, as core.place does.
CREATE FUNCTION core.index_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF tg_op = 'INSERT' THEN
        PERFORM FROM public.customers AS c WHERE c.id = NEW.customer_id FOR SHARE;
    END IF;

    PERFORM core.index_orders(ARRAY[NEW.id]);
    RETURN NULL;
END $$;

CREATE TRIGGER index_new AFTER INSERT ON public.orders
FOR EACH ROW WHEN (NEW.order_number NOT LIKE 'new-%' AND NEW.status <> 'delivered')  -- see core.book_sale
EXECUTE FUNCTION core.index_order();

CREATE TRIGGER index_changed AFTER UPDATE OF order_number, tracking_number, shipping_recipient_name ON public.orders
FOR EACH ROW WHEN ((OLD.order_number, OLD.tracking_number, OLD.shipping_recipient_name)
    IS DISTINCT FROM (NEW.order_number, NEW.tracking_number, NEW.shipping_recipient_name))
EXECUTE FUNCTION core.index_order();

-- Indexes an order whose lines come after its number, as another program's do.
CREATE FUNCTION core.index_order_lines() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM storedesk.order_search AS s WHERE s.order_id = ANY (ARRAY(SELECT n.order_id FROM are AS n));

    IF FOUND THEN
        UPDATE storedesk.order_search AS s SET order_words = core.words_of_order(o)
        FROM public.orders AS o
        WHERE o.id = s.order_id AND s.order_id = ANY (ARRAY(SELECT DISTINCT n.order_id FROM are AS n));
    END IF;

    RETURN NULL;
END $$;

CREATE TRIGGER index_new AFTER INSERT ON public.order_line_items REFERENCING NEW TABLE AS are
FOR EACH STATEMENT EXECUTE FUNCTION core.index_order_lines();

-- Indexes the orders of a customer who has another name or address, or has got another customer's orders.
CREATE FUNCTION core.index_customer_orders() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE storedesk.order_search AS s SET customer_words = core.words_of_customer(c)
    FROM public.orders AS o
    JOIN public.customers AS c ON c.id = o.customer_id
    WHERE s.order_id = o.id
      AND CASE tg_table_name WHEN 'orders' THEN o.id = NEW.id ELSE o.customer_id = NEW.id END;
    RETURN NULL;
END $$;

CREATE TRIGGER index_orders AFTER UPDATE OF first_name, last_name, email ON public.customers
FOR EACH ROW WHEN ((OLD.first_name, OLD.last_name, OLD.email) <> (NEW.first_name, NEW.last_name, NEW.email))
EXECUTE FUNCTION core.index_customer_orders();

CREATE TRIGGER index_owner AFTER UPDATE OF customer_id ON public.orders
FOR EACH ROW WHEN (OLD.customer_id <> NEW.customer_id)
EXECUTE FUNCTION core.index_customer_orders();

-- The orders that have all of some words, in any order and any place; one or two letters begin a word.
CREATE FUNCTION api.find_orders(words text[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    condition text := core.has_all(words, 's.words');
BEGIN
    IF condition IS NOT NULL THEN
        RETURN QUERY EXECUTE 'SELECT s.order_id FROM storedesk.order_search AS s WHERE ' || condition;
    END IF;
END $$;
