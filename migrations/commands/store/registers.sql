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

-- Code, name and drawer of a register as they are stored: {code, name, drawer_of}. Refuses an empty code or name
-- (name_missing), a code that another register has (register_code_taken), and what clean_line and clean_words refuse.
CREATE FUNCTION core.clean_register(register uuid, code text, called text, drawer uuid) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    clean_code text := core.clean_line(code, 20);
    clean_name text := core.clean_words(called, 100);
BEGIN
    IF clean_code IS NULL OR clean_name IS NULL THEN
        PERFORM core.refuse('name_missing');
    END IF;

    IF EXISTS (SELECT FROM storedesk.registers AS r WHERE r.code = clean_code AND r.id IS DISTINCT FROM register) THEN
        PERFORM core.refuse('register_code_taken');
    END IF;

    RETURN jsonb_build_object('code', clean_code, 'name', clean_name, 'drawer_of', drawer);
END $$;

-- Holds a register until the transaction ends, and all that use its drawer; a shift does not open there meanwhile.
-- Refuses register_unknown.
CREATE FUNCTION core.hold_register(register uuid) RETURNS storedesk.registers
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held storedesk.registers;
BEGIN
    PERFORM pg_advisory_xact_lock(7315);  -- two admins must not take the last two out of use
    SELECT * INTO held FROM storedesk.registers AS r WHERE r.id = register FOR NO KEY UPDATE;

    IF held.id IS NULL THEN
        PERFORM core.not_found('register_unknown');
    END IF;

    RETURN held;
END $$;

-- Refuses to change where a register stands while something goes on there: an open shift of its own drawer
-- (register_has_shift), or a sale on its screen (register_has_sale).
CREATE FUNCTION core.check_at_rest(held storedesk.registers) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM storedesk.till_sessions AS t WHERE t.register_id = held.id AND t.status = 'open') THEN
        PERFORM core.refuse('register_has_shift', jsonb_build_object('register', held.name));
    END IF;

    IF EXISTS (SELECT FROM storedesk.till_carts AS t WHERE t.register_id = held.id AND t.parked_at IS NULL) THEN
        PERFORM core.refuse('register_has_sale', jsonb_build_object('register', held.name));
    END IF;
END $$;

-- Adds a register, with a drawer of its own or that of another one. Answers {register}. Refuses what clean_register
-- and guard_register refuse.
CREATE FUNCTION api.add_register(request uuid, code text, called text, drawer uuid) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    wanted jsonb := core.clean_register(NULL, code, called, drawer);
    made uuid;
BEGIN
    INSERT INTO storedesk.registers (code, name, drawer_of) VALUES (wanted ->> 'code', wanted ->> 'name', drawer)
    RETURNING id INTO made;
    answer := jsonb_build_object('register', made);
END $$;

-- Changes code, name and drawer of a register, over what was seen: {code, name, drawer_of}. Refuses register_unknown,
-- other values than were seen (changed_meanwhile), what clean_register refuses, and of another drawer what
-- guard_register and check_at_rest refuse.
CREATE FUNCTION api.change_register(
    request uuid, register uuid, seen jsonb, code text, called text, drawer uuid
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    held storedesk.registers := core.hold_register(register);
    was jsonb := jsonb_build_object('code', held.code, 'name', held.name, 'drawer_of', held.drawer_of);
    wanted jsonb := core.clean_register(register, code, called, drawer);
BEGIN
    IF was IS DISTINCT FROM seen THEN
        PERFORM core.conflict('changed_meanwhile');
    END IF;

    IF held.drawer_of IS DISTINCT FROM drawer THEN
        PERFORM core.check_at_rest(held);
        UPDATE storedesk.registers AS r SET drawer_of = drawer WHERE r.id = register;
    END IF;

    UPDATE storedesk.registers AS r SET code = wanted ->> 'code', name = wanted ->> 'name'
    WHERE r.id = register AND (r.code, r.name) IS DISTINCT FROM (wanted ->> 'code', wanted ->> 'name');
END $$;

-- Takes a register out of use, or into use again: what was sold there stays under its name. Refuses register_unknown,
-- what check_at_rest refuses, one whose drawer others use (drawer_shared), the last one in use (last_register), and to
-- take one into use whose drawer is out of use (no_drawer_there).
CREATE FUNCTION api.use_register(request uuid, register uuid, is_used boolean) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    held storedesk.registers := core.hold_register(register);
BEGIN
    IF is_used AND NOT held.is_active AND held.drawer_of IS NOT NULL AND core.register_name(held.drawer_of) IS NULL THEN
        PERFORM core.refuse('no_drawer_there');
    END IF;

    IF NOT is_used AND held.is_active THEN
        PERFORM core.check_at_rest(held);

        IF EXISTS (SELECT FROM storedesk.registers AS r WHERE r.drawer_of = register AND r.is_active) THEN
            PERFORM core.refuse('drawer_shared', jsonb_build_object('register', held.name));
        END IF;

        IF NOT EXISTS (SELECT FROM storedesk.registers AS r WHERE r.is_active AND r.id <> register) THEN
            PERFORM core.refuse('last_register');
        END IF;
    END IF;

    UPDATE storedesk.registers AS r SET is_active = is_used WHERE r.id = register AND r.is_active <> is_used;
END $$;

-- Says how much cash should be in the drawer of a register at least and at most while its shift is open, over what was
-- seen: {least, most}, amounts as text with two decimals; null for no bound. Refuses register_unknown, one that uses
-- the drawer of another (no_drawer_there), other values than were seen (changed_meanwhile), cash below 0 (bad_amount),
-- a least that is more than the most (cash_bounds_crossed), and what exact refuses.
CREATE FUNCTION api.bound_cash(request uuid, register uuid, seen jsonb, lowest numeric, highest numeric) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    held storedesk.registers := core.hold_register(register);
    currency text := (SELECT s.currency FROM storedesk.store_settings AS s);
    bottom numeric := core.exact(lowest, currency);
    top numeric := core.exact(highest, currency);
BEGIN
    IF held.drawer_of IS NOT NULL THEN
        PERFORM core.refuse('no_drawer_there');
    ELSIF bottom < 0 OR top < 0 THEN
        PERFORM core.refuse('bad_amount');
    ELSIF bottom > top THEN
        PERFORM core.refuse('cash_bounds_crossed');
    END IF;

    IF jsonb_build_object('least', held.least_cash_amount::text, 'most', held.most_cash_amount::text)
        IS DISTINCT FROM seen THEN
        PERFORM core.conflict('changed_meanwhile');
    END IF;

    UPDATE storedesk.registers AS r SET least_cash_amount = bottom, most_cash_amount = top
    WHERE r.id = register AND (r.least_cash_amount, r.most_cash_amount) IS DISTINCT FROM (bottom, top);
END $$;
