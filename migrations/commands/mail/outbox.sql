-- The outbox: the only way in which an e-mail changes once it is queued. The mailer claims some e-mails
-- (api.claim_mails, which commits before it speaks to a mail server), and settles each of them (api.settle_mail).
-- `updated_at` is when it was claimed and the token by which it is held: after the lease it is held no more.
-- Locks: one row of email_queue at a time, no other.

-- How long an e-mail waits after some failed attempts: base * 2^n, six hours at most, a fifth more or less. The
-- chance depends on the e-mail alone, so that the same question has the same answer.
CREATE FUNCTION core.mail_pause(mail uuid, tries int, base_seconds int) RETURNS interval
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT make_interval(secs => least(base_seconds * 2.0 ^ least(tries, 20), 21600)
        * (0.8 + 0.4 * (abs(hashtext(mail::text || tries)::bigint) % 1000) / 1000))
$$;

-- Tells whether a moment has passed. Text that is no moment has not: who writes the e-mail will notice.
CREATE FUNCTION core.is_past(moment text, instant timestamp) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce(moment::timestamptz AT TIME ZONE 'UTC' <= instant, false);
EXCEPTION WHEN data_exception THEN
    RETURN false;
END $$;

-- Why an e-mail is no longer to be sent; null where it is. A confirmation comes too late for a canceled order
-- (superseded), a recalled shipment that was returned is not on its way (recalled), and a link is of no use when
-- there is a newer one, or its customer has another address by now (superseded), or its time is over (expired).
CREATE FUNCTION core.overtaken(mail public.email_queue, instant timestamp) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF mail.email_type = 'order_confirmation' THEN
        RETURN (SELECT 'superseded' FROM public.orders AS o
                WHERE o.id = mail.reference_id AND o.status = 'cancelled');
    END IF;

    IF mail.email_type = 'order_shipped' THEN
        RETURN (SELECT 'recalled' FROM storedesk.shipment_recalls AS r
                WHERE r.order_id = mail.reference_id AND r.ended_as = 'returned');
    END IF;

    IF mail.email_type NOT IN ('verification', 'password_reset') THEN
        RETURN NULL;
    END IF;

    RETURN CASE
        WHEN EXISTS (
            SELECT FROM public.email_queue AS e
            WHERE e.email_type = mail.email_type AND e.reference_type = mail.reference_type
              AND e.reference_id = mail.reference_id AND (e.created_at, e.id) > (mail.created_at, mail.id)
              AND e.payload ->> 'link' IS DISTINCT FROM mail.payload ->> 'link'
        ) OR NOT EXISTS (
            SELECT FROM public.customers AS c WHERE c.id = mail.reference_id AND c.email = mail.recipient_email
        ) THEN 'superseded'
        WHEN core.is_past(mail.payload ->> 'expires_at', instant) THEN 'expired'
    END;
END $$;

-- Gives back e-mails that were claimed and never settled: their mailer has died, or was too slow. It counts as an
-- attempt, so that an e-mail that kills its mailer comes to an end too. While the clock is not believed, only
-- those that were claimed since it jumped are given back. Answers how many.
CREATE FUNCTION core.sweep_mails(instant timestamp) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    store storedesk.store_settings := (SELECT s FROM storedesk.store_settings AS s);
    taken_after timestamp;
    swept int;
BEGIN
    IF NOT core.look_at_clock(instant) THEN
        taken_after := (SELECT coalesce(c.doubted_since, instant) FROM storedesk.clock AS c);
    END IF;

    WITH stuck AS (
        SELECT e.id FROM public.email_queue AS e
        WHERE e.status = 'processing' AND e.updated_at < instant - make_interval(secs => store.email_lease_seconds)
          AND (taken_after IS NULL OR e.updated_at >= taken_after)
        FOR UPDATE SKIP LOCKED
    )
    UPDATE public.email_queue AS e
    SET status = CASE WHEN e.retry_count + 1 >= store.email_max_attempts THEN 'failed' ELSE 'pending' END,
        retry_count = e.retry_count + 1, last_error = 'lost', updated_at = instant
    FROM stuck WHERE e.id = stuck.id;
    GET DIAGNOSTICS swept = ROW_COUNT;

    RETURN swept;
END $$;

-- Gives back e-mails that were claimed and never settled, and ends pauses of logins: see core.sweep_mails.
CREATE FUNCTION api.sweep_mails() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.me(), core.lift_pauses();
    RETURN core.sweep_mails(core.now());
END $$;

-- What an e-mail tells, as it was when it was queued, but for its fiscal record: that may have been signed since.
CREATE FUNCTION core.mail_payload(mail public.email_queue) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN mail.payload || CASE WHEN mail.reference_type = 'order' AND jsonb_typeof(mail.payload -> 'fiscal') = 'object'
        THEN jsonb_build_object('fiscal', core.fiscal_of_order(mail.reference_id)) ELSE '{}' END;
END $$;

-- Claims up to `most` e-mails that are due, oldest first, and skips those that somebody else is just claiming:
-- each is claimed by one. A receipt that can still be called off is not due. What is overtaken is not sent any more;
-- whether its time is over is left open while the clock is not believed. Answers all that is needed to send them, and
-- the token of each; [] when nothing is due.
CREATE FUNCTION api.claim_mails(most int) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    store storedesk.store_settings := (SELECT s FROM storedesk.store_settings AS s);
    instant timestamp := core.now();
    is_believed boolean := core.is_clock_believed(instant);
    mails jsonb;
    taken int;
BEGIN
    PERFORM core.me(), core.check_isolation();

    IF store.is_demo THEN  -- whatever a program thinks it may do
        RETURN '[]';
    END IF;

    LOOP
        WITH due AS (
            SELECT e.id FROM public.email_queue AS e
            WHERE e.status = 'pending' AND e.last_error IS DISTINCT FROM 'held'
              AND NOT core.is_receipt_waiting(e.id, instant) AND (e.retry_count = 0
                OR e.updated_at <= instant - core.mail_pause(e.id, e.retry_count, store.email_backoff_seconds))
              AND CASE WHEN is_believed THEN true ELSE core.overtaken(e, instant) IS DISTINCT FROM 'expired' END
            ORDER BY e.created_at, e.id
            FOR UPDATE SKIP LOCKED
            LIMIT least(most, 100)
        ), judged AS (
            SELECT e.id, core.overtaken(e, instant) AS why
            FROM public.email_queue AS e JOIN due ON due.id = e.id
        ), settled AS (
            UPDATE public.email_queue AS e
            SET status = CASE WHEN j.why IS NULL THEN 'processing' ELSE 'failed' END,
                last_error = coalesce(j.why, e.last_error), updated_at = core.now()
            FROM judged AS j WHERE e.id = j.id
            RETURNING e.*
        ), noted AS (
            INSERT INTO storedesk.overtaken_emails (email_id, why, created_at)
            SELECT j.id, j.why, instant FROM judged AS j WHERE j.why IS NOT NULL
            ON CONFLICT (email_id) DO UPDATE SET why = excluded.why, created_at = excluded.created_at
        )
        SELECT count(*), jsonb_agg(jsonb_build_object(
            'id', s.id, 'token', s.updated_at, 'type', s.email_type, 'recipient', s.recipient_email,
            'subject', s.subject, 'payload', core.mail_payload(s), 'queued_at', s.created_at
        ) ORDER BY s.created_at, s.id) FILTER (WHERE s.status = 'processing')
        INTO taken, mails FROM settled AS s;

        EXIT WHEN mails IS NOT NULL OR taken = 0;
    END LOOP;

    RETURN coalesce(mails, '[]');
END $$;

-- Settles a claimed e-mail: sent; delayed, to be tried again after a pause, unless that was the last attempt;
-- failed for good; or unsent, which means that it was not tried at all. Answers whether it was still held: after
-- the lease it is somebody else's, and nothing is changed. Refuses bad_outcome.
CREATE FUNCTION api.settle_mail(mail uuid, token timestamp, outcome text, error text DEFAULT NULL) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    most int := (SELECT s.email_max_attempts FROM storedesk.store_settings AS s);
    instant timestamp := core.now();
    why text := left(nullif(btrim(error), ''), 500);
BEGIN
    PERFORM core.me(), core.check_isolation();

    IF outcome IS NULL OR outcome NOT IN ('sent', 'delayed', 'failed', 'unsent') THEN
        PERFORM core.refuse('bad_outcome');
    END IF;

    UPDATE public.email_queue AS e
    SET status = CASE
            WHEN outcome = 'delayed' AND e.retry_count + 1 >= most THEN 'failed'
            WHEN outcome IN ('delayed', 'unsent') THEN 'pending'
            ELSE outcome
        END,
        retry_count = e.retry_count + CASE WHEN outcome IN ('delayed', 'failed') THEN 1 ELSE 0 END,
        last_error = CASE outcome WHEN 'sent' THEN NULL WHEN 'unsent' THEN coalesce(why, e.last_error)
            ELSE coalesce(why, 'unknown') END,
        sent_at = CASE outcome WHEN 'sent' THEN instant END,
        updated_at = instant
    WHERE e.id = mail AND e.status = 'processing' AND e.updated_at = token;

    RETURN FOUND;
END $$;

-- Leaves one more attempt to e-mails that have had as many as the settings allow from now on.
CREATE FUNCTION core.limit_tries() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE public.email_queue SET retry_count = NEW.email_max_attempts - 1
    WHERE status IN ('pending', 'processing') AND retry_count >= NEW.email_max_attempts;
    RETURN NULL;
END $$;

CREATE TRIGGER limit_tries AFTER UPDATE ON storedesk.store_settings
FOR EACH ROW WHEN (NEW.email_max_attempts < OLD.email_max_attempts)
EXECUTE FUNCTION core.limit_tries();
