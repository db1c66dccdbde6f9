-- The web shop's rows of the ledger: stamped as they arrive, and looked at once more at commit.

-- Stamps a row of the ledger that did not come through a command: who wrote it, when, and of which product.
-- Refuses what no movement can be (ledger_differs): the web shop brings nothing back, since nobody returns
-- anything to it.
CREATE FUNCTION core.stamp_movement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sign int := sign(NEW.new_value - NEW.previous_value);
BEGIN
    NEW.inventory_id := (SELECT i.id FROM public.inventory AS i WHERE i.product_id = NEW.product_id);
    NEW.user_id := core.stamp_actor();
    NEW.created_at := core.now();
    NEW.adjustment := NEW.new_value - NEW.previous_value;
    NEW.seq := nextval(pg_get_serial_sequence('public.inventory_audit_log', 'seq'));

    IF NOT (CASE WHEN NEW.operation_type IN ('set', 'adjust') THEN sign <> 0 AND NEW.order_id IS NULL
                 WHEN NEW.operation_type = 'reserve' THEN sign > 0 AND NEW.order_id IS NOT NULL
                 WHEN NEW.operation_type IN ('release', 'deduct') THEN sign < 0 AND NEW.order_id IS NOT NULL
                 ELSE sign > 0 AND NEW.order_id IS NULL END)
        OR least(NEW.previous_value, NEW.new_value) < 0 OR btrim(NEW.reason) = '' THEN
        PERFORM core.refuse_program('ledger_differs', jsonb_build_object(
            'product', NEW.product_id, 'differs', 'movement', 'operation_type', NEW.operation_type,
            'previous_value', NEW.previous_value, 'new_value', NEW.new_value, 'order_id', NEW.order_id
        ));
    END IF;

    RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT ON public.inventory_audit_log
FOR EACH ROW WHEN (NOT pg_has_role(current_user, current_database() || '_owner', 'MEMBER'))
EXECUTE FUNCTION core.stamp_movement();

-- Holds the web shop to the ledger at commit: what it did to the stock, it has written down. Refuses numbers that
-- are not the sum of their ledger, and a ledger whose rows do not follow upon each other (ledger_differs).
CREATE FUNCTION core.check_ledger() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wrong jsonb;
BEGIN
    SELECT jsonb_build_object('differs', d.number, 'wanted', d.wanted, 'found', d.found) INTO wrong
    FROM public.inventory AS i
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(a.adjustment) FILTER (WHERE a.operation_type NOT IN ('reserve', 'release')), 0) AS stock,
               coalesce(sum(a.adjustment) FILTER (WHERE a.operation_type IN ('reserve', 'release', 'deduct')), 0)
                   AS reserved
        FROM public.inventory_audit_log AS a WHERE a.inventory_id = i.id
    ) AS ledger
    CROSS JOIN LATERAL (VALUES ('stock_level', ledger.stock, i.stock_level),
                               ('reserved_quantity', ledger.reserved, i.reserved_quantity)) AS d (number, wanted, found)
    WHERE i.product_id = NEW.product_id AND d.wanted <> d.found
    LIMIT 1;

    IF wrong IS NULL THEN
        SELECT jsonb_build_object('differs', 'previous_value', 'wanted', line.left_at, 'found', line.previous_value)
        INTO wrong
        FROM (
            SELECT a.seq, a.previous_value, lag(a.new_value, 1, 0) OVER (ORDER BY a.seq) AS left_at
            FROM public.inventory_audit_log AS a
            WHERE a.product_id = NEW.product_id AND a.operation_type NOT IN ('reserve', 'release')
        ) AS line
        WHERE line.previous_value <> line.left_at
        ORDER BY line.seq
        LIMIT 1;
    END IF;

    IF wrong IS NOT NULL THEN
        PERFORM core.refuse_program('ledger_differs', jsonb_build_object('product', NEW.product_id) || wrong);
    END IF;

    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER check_ledger AFTER INSERT OR UPDATE ON public.inventory
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_has_role(current_user, current_database() || '_owner', 'MEMBER'))
EXECUTE FUNCTION core.check_ledger();

CREATE CONSTRAINT TRIGGER check_ledger AFTER INSERT ON public.inventory_audit_log
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_has_role(current_user, current_database() || '_owner', 'MEMBER'))
EXECUTE FUNCTION core.check_ledger();
