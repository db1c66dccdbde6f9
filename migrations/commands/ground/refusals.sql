-- How a command refuses: MESSAGE is the code, DETAIL its parameters, SQLSTATE the kind.

-- Refuses what a rule of the store forbids (SD001).
CREATE FUNCTION core.refuse(code text, parameters jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SD001', MESSAGE = code, DETAIL = parameters;
END $$;

-- Refuses what this person may not do (SD403).
CREATE FUNCTION core.forbid(code text, parameters jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SD403', MESSAGE = code, DETAIL = parameters;
END $$;

-- Refuses what does not exist, or no longer does (SD404).
CREATE FUNCTION core.not_found(code text, parameters jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SD404', MESSAGE = code, DETAIL = parameters;
END $$;

-- Refuses because somebody else was first (SD409).
CREATE FUNCTION core.conflict(code text, parameters jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SD409', MESSAGE = code, DETAIL = parameters;
END $$;

-- Refuses what another program has written (SD001): the parameters say what differs, what was wanted and what was
-- found, and the hint where its author can read about it.
CREATE FUNCTION core.refuse_program(code text, parameters jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SD001', MESSAGE = code, DETAIL = parameters,
        HINT = 'See "What is refused" in docs/webshop.md.';
END $$;

-- The size of a call in bytes: see migrations/sizes.sql. Refuses more than 256 kB (too_much); an import of stock
-- may have 8 MB, for it sends a list of up to 250,000 products; so may one of past sales.
CREATE FUNCTION core.check_weight(command text, weight bigint) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    most int := 256;
BEGIN
    IF weight > most * 1024 THEN
        most := CASE WHEN command ~ '^api\.(import_opening_stock|begin_stock_import|add_past_sales)\('
            THEN 8192 ELSE most END;
    END IF;

    IF weight > most * 1024 THEN
        PERFORM core.refuse('too_much', jsonb_build_object('most', most));
    END IF;

    RETURN weight;
END $$;
