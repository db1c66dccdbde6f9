-- Customers: rows that staff edit, and that a web shop may write as well.

-- A customer's first and last name as one line.
CREATE FUNCTION core.customer_name(customer public.customers) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT btrim(concat_ws(' ', customer.first_name, customer.last_name))
$$;

-- Holds a customer. Refuses customer_not_found, walk_in_fixed.
CREATE FUNCTION core.hold_customer(customer uuid) RETURNS public.customers
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.customers;
BEGIN
    SELECT * INTO held FROM public.customers AS c WHERE c.id = customer FOR NO KEY UPDATE;

    IF NOT FOUND THEN
        PERFORM core.not_found('customer_not_found');
    END IF;

    IF held.id = (SELECT s.walk_in_customer_id FROM storedesk.store_settings AS s) THEN
        PERFORM core.refuse('walk_in_fixed');
    END IF;

    RETURN held;
END $$;

-- Holds a customer to the rules: a customer without an e-mail address gets one that reaches nobody; a new address
-- has to be confirmed again, by an e-mail to it if the customer has an account in a web shop. Refuses to change
-- the walk-in customer (walk_in_fixed).
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

-- Counts the version of the customer whose details change, who is held: two forms cannot overwrite each other.
-- Commands hold the customer's row first. Refuses details of the walk-in customer (walk_in_fixed): every sale to
-- nobody waits for the lock of that row.
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
