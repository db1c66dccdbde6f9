-- A request is done once, however often it is sent: see docs/decisions/0024.

-- Refuses a transaction that sees an old state of the store (old_picture): locks are worth nothing to a
-- transaction that does not see what was done before it got them.
CREATE FUNCTION core.check_isolation() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        PERFORM core.conflict('old_picture');
    END IF;
END $$;

-- What tells one request from another beside its id: the arguments of its command. It is as volatile as what it calls,
-- so that it is planned as if it stood in the caller.
CREATE FUNCTION core.fingerprint(arguments jsonb) RETURNS bytea
LANGUAGE sql STABLE
RETURN sha256(convert_to(arguments::text, 'UTF8'));

-- What a request was answered before; null the first time. Of two at once with one id, the second waits here until
-- the first has committed: for a lock, so that the request is written once, with its answer (core.finish). Refuses
-- an id that has been used for something else, or by somebody else (request_reused).
CREATE FUNCTION core.replay(request uuid, actor uuid, command text, fingerprint bytea) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    earlier storedesk.requests;
BEGIN
    PERFORM core.check_isolation(),
            set_config('synchronous_commit', 'on', true),  -- a client may have set it off
            pg_advisory_xact_lock(hashtextextended(request::text, 0));
    SELECT * INTO earlier FROM storedesk.requests AS r WHERE r.id = request;

    IF NOT FOUND THEN
        RETURN NULL;
    END IF;

    IF (earlier.staff_id, earlier.command, earlier.fingerprint)
        IS DISTINCT FROM (actor, command, fingerprint) THEN
        PERFORM core.conflict('request_reused', jsonb_build_object('request', request));
    END IF;

    RETURN earlier.result;
END $$;

-- Writes a request down with its answer, and answers it.
CREATE FUNCTION core.finish(request uuid, actor uuid, command text, fingerprint bytea, answer jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO storedesk.requests (id, staff_id, command, fingerprint, result, created_at)
    VALUES (request, actor, command, fingerprint, coalesce(answer, 'null'), core.now());

    RETURN coalesce(answer, 'null');
END $$;
