-- The store's settings.

-- Holds the settings to the rules. Refuses another currency, time zone or way of taxing once there is an order or
-- a sale in progress (fixed_by_orders), and a time zone that PostgreSQL does not know (unknown_time_zone).
CREATE FUNCTION core.guard_settings() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.version := OLD.version + 1;
    NEW.walk_in_customer_id := OLD.walk_in_customer_id;
    NEW.made_at := OLD.made_at;

    IF (NEW.currency, NEW.time_zone, NEW.tax_mode) <> (OLD.currency, OLD.time_zone, OLD.tax_mode) THEN
        PERFORM core.check_isolation();
        LOCK TABLE public.orders, storedesk.till_carts IN SHARE MODE;  -- the first must not arrive meanwhile

        IF EXISTS (SELECT FROM public.orders) OR EXISTS (SELECT FROM storedesk.till_carts) THEN
            PERFORM core.refuse('fixed_by_orders');
        END IF;
    END IF;

    IF NEW.time_zone <> OLD.time_zone
        AND NOT EXISTS (SELECT FROM pg_timezone_names AS z WHERE z.name = NEW.time_zone) THEN
        PERFORM core.refuse('unknown_time_zone', jsonb_build_object('time_zone', NEW.time_zone));
    END IF;

    RETURN NEW;
END $$;

-- Writes the changed settings into the audit trail; a new currency becomes that of all prices.
CREATE FUNCTION core.audit_settings() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    fields text[] := core.changes(to_jsonb(OLD), to_jsonb(NEW));
BEGIN
    IF NEW.currency <> OLD.currency THEN
        UPDATE public.products SET price_currency = NEW.currency;
    END IF;

    IF fields <> '{}' THEN
        PERFORM core.audit(
            'change', 'store', NULL,
            (SELECT jsonb_object_agg(f, to_jsonb(OLD) -> f) FROM unnest(fields) AS f),
            (SELECT jsonb_object_agg(f, to_jsonb(NEW) -> f) FROM unnest(fields) AS f)
        );
    END IF;

    RETURN NULL;
END $$;

CREATE TRIGGER guard BEFORE UPDATE ON storedesk.store_settings
FOR EACH ROW EXECUTE FUNCTION core.guard_settings();

CREATE TRIGGER audit AFTER UPDATE ON storedesk.store_settings
FOR EACH ROW EXECUTE FUNCTION core.audit_settings();

CREATE TRIGGER append_only BEFORE DELETE ON storedesk.store_settings
FOR EACH ROW EXECUTE FUNCTION core.append_only();
