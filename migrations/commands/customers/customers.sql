-- Customers: rows that staff edit, and of which a web shop may be the other writer.

-- Holds a customer to the rules: someone without an address gets one that nobody can write to; a new
-- address has to be confirmed anew, by a letter to it where she has an account in a web shop. Refuses to
-- change the walk-in customer (walk_in_fixed).
CREATE FUNCTION core.guard_customer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    instant timestamp := core.now();
    key text := core.new_key();
BEGIN
    NEW.email := coalesce(nullif(lower(btrim(NEW.email)), ''), 'none+' || NEW.id || '@storedesk.invalid');
    NEW.first_name := btrim(NEW.first_name);
    NEW.last_name := btrim(NEW.last_name);

    IF tg_op = 'INSERT' THEN
        NEW.password_hash := coalesce(NEW.password_hash, '!');  -- no hash looks like this: nobody signs in by it
        RETURN NEW;
    END IF;

    IF NEW.id = (SELECT s.walk_in_customer_id FROM storedesk.store_settings AS s)
        AND (NEW.email, NEW.first_name, NEW.last_name, NEW.password_hash, NEW.registration_status,
             NEW.email_verified, NEW.verification_token)
            IS DISTINCT FROM (OLD.email, OLD.first_name, OLD.last_name, OLD.password_hash, OLD.registration_status,
                              OLD.email_verified, OLD.verification_token)
        AND NOT core.belongs('owner') THEN
        PERFORM core.refuse('walk_in_fixed');
    END IF;

    IF NEW.email <> OLD.email AND NOT core.belongs('webshop') THEN
        NEW.registration_status := 'unverified';
        NEW.email_verified := false;
        NEW.verification_token := NULL;
        NEW.verification_token_expires_at := NULL;

        IF (OLD.email_verified OR OLD.verification_token IS NOT NULL) AND core.web_address() IS NOT NULL
            AND NEW.email NOT LIKE '%.invalid' THEN
            NEW.verification_token := core.key_hash(key);
            NEW.verification_token_expires_at := instant + interval '24 hours';
            PERFORM core.queue_account_mail(NEW, 'verification', '/verify-email?key=', key,
                                      NEW.verification_token_expires_at, instant);
        END IF;
    END IF;

    RETURN NEW;
END $$;

CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.customers
FOR EACH ROW EXECUTE FUNCTION core.guard_customer();

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.customers
FOR EACH ROW EXECUTE FUNCTION core.stamp();

-- What stands beside a customer's row is a part of her: she is held, and counts a version, so that two
-- forms cannot overwrite each other. A service takes her row first. Nothing stands beside the walk-in
-- customer (walk_in_fixed): every sale to nobody waits for whoever holds that row.
CREATE FUNCTION core.change_customer_of() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    customers uuid[] := ARRAY(SELECT DISTINCT c.customer_id FROM changed AS c);
BEGIN
    IF (SELECT s.walk_in_customer_id FROM storedesk.store_settings AS s) = ANY (customers)
        AND NOT core.belongs('owner') THEN
        PERFORM core.refuse('walk_in_fixed');
    END IF;

    PERFORM FROM public.customers AS c WHERE c.id = ANY (customers) ORDER BY c.id FOR NO KEY UPDATE;
    UPDATE public.customers AS c SET version = c.version + 1 WHERE c.id = ANY (customers);
    RETURN NULL;
END $$;

CREATE TRIGGER change_insert AFTER INSERT ON storedesk.customer_details REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION core.change_customer_of();

CREATE TRIGGER change_update AFTER UPDATE ON storedesk.customer_details REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION core.change_customer_of();

-- ---------- what they were before

-- Keeps what a customer was, where it can be erased, and writes down which fields have changed, where it
-- cannot. Secrets are in neither. `part` names what belongs to the customer; null is the customer's row.
CREATE FUNCTION core.record_customer(customer uuid, part text, was jsonb, is_now jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    fields text[] := core.changes(was, is_now);
    kept jsonb := (
        SELECT jsonb_object_agg(f.key, f.value) FROM jsonb_each(was) AS f
        WHERE f.key = ANY (fields) AND f.key NOT IN ('password_hash', 'verification_token')
    );
BEGIN
    IF fields = '{}' THEN
        RETURN;
    END IF;

    IF kept IS NOT NULL THEN
        INSERT INTO storedesk.customer_history (customer_id, changed_at, changed_by, old)
        VALUES (customer, core.stamp_instant(), core.stamp_actor(),
                CASE WHEN part IS NULL THEN kept ELSE jsonb_build_object(part, kept) END);
    END IF;

    PERFORM core.audit('change', coalesce(part, 'customer'), customer, NULL, to_jsonb(fields));
END $$;

-- Keeps the old values of the customers that changed.
CREATE FUNCTION core.record_customers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.record_customer(n.id, NULL, to_jsonb(o), to_jsonb(n)) FROM were AS o JOIN are AS n USING (id);
    RETURN NULL;
END $$;

-- Keeps the old values of the addresses that changed.
CREATE FUNCTION core.record_addresses() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.record_customer(n.customer_id, 'address', to_jsonb(o), to_jsonb(n))
    FROM were AS o JOIN are AS n USING (id);
    RETURN NULL;
END $$;

-- Keeps the old values of what we note about customers beside the model.
CREATE FUNCTION core.record_details() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.record_customer(n.customer_id, 'details', to_jsonb(o), to_jsonb(n))
    FROM were AS o JOIN are AS n USING (customer_id);
    RETURN NULL;
END $$;

CREATE TRIGGER record AFTER UPDATE ON public.customers REFERENCING OLD TABLE AS were NEW TABLE AS are
FOR EACH STATEMENT EXECUTE FUNCTION core.record_customers();

CREATE TRIGGER record AFTER UPDATE ON public.customer_shipping_addresses
REFERENCING OLD TABLE AS were NEW TABLE AS are
FOR EACH STATEMENT EXECUTE FUNCTION core.record_addresses();

CREATE TRIGGER record AFTER UPDATE ON storedesk.customer_details REFERENCING OLD TABLE AS were NEW TABLE AS are
FOR EACH STATEMENT EXECUTE FUNCTION core.record_details();

-- ---------- addresses and cards: of each kind one is the default, if there is any

-- Makes room for a new default, and makes the first one the default; the customer is held meanwhile.
-- Refuses what would belong to the walk-in customer (walk_in_fixed), or to another one (part_moved).
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

-- Counts the customer's version up, and makes the newest the default where there is none any more.
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
