-- Addresses and payment methods: a customer has several, and of each kind one is the default, if there is any.

-- Makes room for a new default, and makes the first one the default; the customer is held meanwhile. Refuses what
-- would belong to the walk-in customer (walk_in_fixed), or to another one (part_moved).
CREATE FUNCTION core.choose_default() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    is_first boolean;
BEGIN
    IF tg_op = 'UPDATE' AND NEW.customer_id <> OLD.customer_id THEN
        PERFORM core.refuse('part_moved');
    END IF;

    IF NEW.customer_id = (SELECT s.walk_in_customer_id FROM storedesk.store_settings AS s) THEN
        PERFORM core.refuse('walk_in_fixed');
    END IF;

    PERFORM FROM public.customers AS c WHERE c.id = NEW.customer_id FOR NO KEY UPDATE;

    IF NEW.is_default THEN
        EXECUTE format('UPDATE public.%I SET is_default = false WHERE customer_id = $1 AND is_default AND id <> $2',
                       tg_table_name) USING NEW.customer_id, NEW.id;
    ELSIF tg_op = 'INSERT' THEN
        EXECUTE format('SELECT NOT EXISTS (SELECT FROM public.%I AS a WHERE a.customer_id = $1)', tg_table_name)
        INTO is_first USING NEW.customer_id;
        NEW.is_default := is_first;
    END IF;

    RETURN NEW;
END $$;

-- Counts the customer's version, and makes the newest the default where there is none any more.
CREATE FUNCTION core.change_customers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    customers uuid[] := (SELECT array_agg(DISTINCT c.customer_id) FROM changed AS c);
BEGIN
    IF customers IS NULL OR pg_trigger_depth() > 1 THEN  -- what a trigger did, that trigger answers for
        RETURN NULL;
    END IF;

    PERFORM FROM public.customers AS c WHERE c.id = ANY (customers) ORDER BY c.id FOR NO KEY UPDATE;
    UPDATE public.customers AS c SET version = c.version + 1 WHERE c.id = ANY (customers);

    EXECUTE format(
        'UPDATE public.%1$I AS a SET is_default = true FROM ('
        '    SELECT DISTINCT ON (b.customer_id) b.id FROM public.%1$I AS b'
        '    WHERE b.customer_id = ANY ($1) AND NOT EXISTS ('
        '        SELECT FROM public.%1$I AS d WHERE d.customer_id = b.customer_id AND d.is_default)'
        '    ORDER BY b.customer_id, b.created_at DESC, b.id'
        ') AS newest WHERE a.id = newest.id', tg_table_name) USING customers;
    RETURN NULL;
END $$;

DO $$
DECLARE
    part text;
    event text;
BEGIN
    FOREACH part IN ARRAY ARRAY['customer_shipping_addresses', 'saved_payment_methods'] LOOP
        EXECUTE format('CREATE TRIGGER choose_default BEFORE INSERT OR UPDATE ON public.%I '
                       'FOR EACH ROW EXECUTE FUNCTION core.choose_default()', part);
        EXECUTE format('CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.%I '
                       'FOR EACH ROW EXECUTE FUNCTION core.stamp_part()', part);

        FOREACH event IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
            EXECUTE format('CREATE TRIGGER %I AFTER %s ON public.%I REFERENCING %s TABLE AS changed '
                           'FOR EACH STATEMENT EXECUTE FUNCTION core.change_customers()',
                           'change_' || lower(event), event, part,
                           CASE event WHEN 'DELETE' THEN 'OLD' ELSE 'NEW' END);
        END LOOP;
    END LOOP;
END $$;
