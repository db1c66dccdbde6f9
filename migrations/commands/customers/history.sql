-- What customers were before: kept where it can be erased.

-- Keeps what a customer was, where it can be erased, and writes into the audit trail which fields have changed,
-- where it cannot. Secrets are in neither. `part` names what belongs to the customer; null is the customer's own
-- row.
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

-- Keeps the old values of what the store notes about customers beside the model.
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
