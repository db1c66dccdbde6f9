-- How a command refuses: MESSAGE is the code, DETAIL its parameters, SQLSTATE the kind.

-- A rule of the store forbids it (SD001).
CREATE FUNCTION core.refuse(code text, parameters jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SD001', MESSAGE = code, DETAIL = parameters;
END $$;

-- It is not for this person to do (SD403).
CREATE FUNCTION core.forbid(code text, parameters jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SD403', MESSAGE = code, DETAIL = parameters;
END $$;

-- It does not exist, or no longer does (SD404).
CREATE FUNCTION core.not_found(code text, parameters jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SD404', MESSAGE = code, DETAIL = parameters;
END $$;

-- Someone else was first (SD409).
CREATE FUNCTION core.conflict(code text, parameters jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SD409', MESSAGE = code, DETAIL = parameters;
END $$;

-- Says no to another program (SD001): the parameters tell what differs, what was wanted and what was
-- found, and the hint where its author reads about it.
CREATE FUNCTION core.refuse_program(code text, parameters jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SD001', MESSAGE = code, DETAIL = parameters,
        HINT = 'See "What is refused" in docs/webshop.md.';
END $$;

-- What a call weighs, in bytes: see migrations/sizes.sql. Refuses more than 256 kB (too_much); an import sends
-- a whole list, of up to 50,000 products.
CREATE FUNCTION core.check_weight(command text, weight bigint) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    most int := CASE WHEN starts_with(command, 'api.import_opening_stock(') THEN 4096 ELSE 256 END;
BEGIN
    IF weight > most * 1024 THEN
        PERFORM core.refuse('too_much', jsonb_build_object('most', most));
    END IF;

    RETURN weight;
END $$;
