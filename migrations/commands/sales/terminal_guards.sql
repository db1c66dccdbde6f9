-- Where the simulator of card terminals may be: in a store that was made as a demo, and nowhere else.

-- Refuses payments of the simulator in a store that was not made as a demo (terminal_not_here), whoever writes them.
CREATE FUNCTION core.guard_terminal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.terminal = 'simulator' AND NOT EXISTS (SELECT FROM storedesk.demo_marks) THEN
        PERFORM core.refuse('terminal_not_here');
    END IF;

    RETURN NEW;
END $$;

CREATE TRIGGER guard BEFORE INSERT OR UPDATE OF terminal ON storedesk.terminal_payments
FOR EACH ROW EXECUTE FUNCTION core.guard_terminal();

CREATE TRIGGER append_only BEFORE DELETE ON storedesk.terminal_payments
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.terminal_payments
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();

-- Refuses to mark a store as a demo once it is worked with (store_not_empty).
CREATE FUNCTION core.guard_demo_mark() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM public.orders) OR EXISTS (SELECT FROM storedesk.till_carts)
        OR EXISTS (SELECT FROM storedesk.till_sessions) THEN
        PERFORM core.refuse('store_not_empty');
    END IF;

    RETURN NEW;
END $$;

-- Marks a store as a demo when it is made as one, before it is worked with.
CREATE FUNCTION core.mark_demo() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO storedesk.demo_marks (created_at)
    SELECT core.now()
    WHERE NOT EXISTS (SELECT FROM storedesk.demo_marks) AND NOT EXISTS (SELECT FROM public.orders)
      AND NOT EXISTS (SELECT FROM storedesk.till_carts) AND NOT EXISTS (SELECT FROM storedesk.till_sessions);
    RETURN NULL;
END $$;

CREATE TRIGGER mark_demo AFTER INSERT OR UPDATE OF is_demo ON storedesk.store_settings
FOR EACH ROW WHEN (NEW.is_demo) EXECUTE FUNCTION core.mark_demo();

CREATE TRIGGER guard BEFORE INSERT ON storedesk.demo_marks
FOR EACH ROW EXECUTE FUNCTION core.guard_demo_mark();

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.demo_marks
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.demo_marks
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();
