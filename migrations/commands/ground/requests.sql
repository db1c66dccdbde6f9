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

-- What a request was answered before; null the first time, when it is written down. Of two at once with one id,
-- the second waits here until the first has committed. Refuses an id that has been used for something else, or by
-- somebody else (request_reused).
CREATE FUNCTION core.replay(request uuid, actor uuid, command text, arguments jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    fingerprint bytea := sha256(convert_to(arguments::text, 'UTF8'));
    earlier storedesk.requests;
BEGIN
    PERFORM core.check_isolation();
    PERFORM set_config('synchronous_commit', 'on', true);  -- a client may have set it off

    INSERT INTO storedesk.requests (id, staff_id, command, fingerprint, created_at)
    VALUES (request, actor, command, fingerprint, core.now())
    ON CONFLICT (id) DO NOTHING;

    IF FOUND THEN
        RETURN NULL;
    END IF;

    SELECT * INTO earlier FROM storedesk.requests AS r WHERE r.id = request;

    IF (earlier.staff_id, earlier.command, earlier.fingerprint)
        IS DISTINCT FROM (actor, command, fingerprint) THEN
        PERFORM core.conflict('request_reused', jsonb_build_object('request', request));
    END IF;

    RETURN earlier.result;
END $$;

-- Keeps the answer beside the request, and answers it.
CREATE FUNCTION core.finish(request uuid, answer jsonb) RETURNS jsonb
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    UPDATE storedesk.requests SET result = answer WHERE id = request RETURNING result
$$;
