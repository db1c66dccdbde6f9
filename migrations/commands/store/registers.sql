-- Registers, and whose drawer each of them uses.

-- The name of a register; null for one that does not exist or is out of use.
CREATE FUNCTION core.register_name(register uuid) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT r.name FROM storedesk.registers AS r WHERE r.id = register AND r.is_active);
END $$;

-- The register whose drawer a register uses: its own, or that of the register it names. Null for an unknown one.
CREATE FUNCTION core.drawer(register uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT coalesce(r.drawer_of, r.id) FROM storedesk.registers AS r WHERE r.id = register);
END $$;

-- Guards which drawer a register uses: the register that it names has a drawer itself, and no open shift is left
-- behind. Refuses no_drawer_there, drawer_shared and register_has_shift.
CREATE FUNCTION core.guard_register() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM storedesk.registers AS r WHERE r.id = NEW.drawer_of FOR NO KEY UPDATE;

    IF NOT EXISTS (SELECT FROM storedesk.registers AS r
                   WHERE r.id = NEW.drawer_of AND r.is_active AND r.drawer_of IS NULL) THEN
        PERFORM core.refuse('no_drawer_there');
    END IF;

    IF EXISTS (SELECT FROM storedesk.registers AS r WHERE r.drawer_of = NEW.id) THEN
        PERFORM core.refuse('drawer_shared', jsonb_build_object('register', NEW.name));
    END IF;

    IF EXISTS (SELECT FROM storedesk.till_sessions AS t WHERE t.register_id = NEW.id AND t.status = 'open') THEN
        PERFORM core.refuse('register_has_shift', jsonb_build_object('register', NEW.name));
    END IF;

    RETURN NEW;
END $$;

CREATE TRIGGER guard BEFORE INSERT OR UPDATE OF drawer_of ON storedesk.registers
FOR EACH ROW WHEN (NEW.drawer_of IS NOT NULL) EXECUTE FUNCTION core.guard_register();

-- Writes into the audit trail that a register was made or changed.
CREATE FUNCTION core.audit_register() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.audit(CASE tg_op WHEN 'INSERT' THEN 'create' ELSE 'change' END, 'register', NEW.id,
                      CASE tg_op WHEN 'INSERT' THEN NULL ELSE to_jsonb(OLD) END, to_jsonb(NEW));
    RETURN NULL;
END $$;

CREATE TRIGGER audit AFTER INSERT OR UPDATE ON storedesk.registers
FOR EACH ROW EXECUTE FUNCTION core.audit_register();
