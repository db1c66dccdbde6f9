-- What managers do with e-mails that failed, were sent or have waited for long.

-- Lets failed e-mails be tried again from the start, to the current addresses of their customers: most of them
-- failed for a wrong address. Others among them are left alone. Answers how many. Refuses too many at once
-- (too_many), and where none can be tried again (mail_not_failed).
CREATE FUNCTION api.retry_mails(request uuid, mails uuid[]) RETURNS int
LANGUAGE command AS $$
DECLARE
    instant timestamp := core.now();
    retried int;
BEGIN
    PERFORM core.check_many(cardinality(mails), 'emails');

    WITH wanted AS (
        SELECT e.id FROM public.email_queue AS e
        WHERE e.id = ANY (mails) AND e.status = 'failed'
        ORDER BY e.id
        FOR UPDATE
    ), tried AS (
        UPDATE public.email_queue AS e
        SET status = 'pending', retry_count = 0, last_error = NULL, updated_at = instant,
            recipient_email = core.reached_at(e)
        FROM wanted WHERE e.id = wanted.id AND core.overtaken(e, instant) IS NULL
          AND core.reached_at(e) NOT LIKE '%.invalid'
        RETURNING e.id
    ), wanted_again AS (
        DELETE FROM storedesk.overtaken_emails AS o USING tried AS t WHERE o.email_id = t.id
    ), noted AS (
        SELECT core.audit('retry', 'email', t.id) FROM tried AS t
    )
    SELECT count(*) INTO retried FROM noted;

    IF retried = 0 THEN
        PERFORM core.conflict('mail_not_failed');
    END IF;

    answer := to_jsonb(retried);
END $$;

-- Queues once more an e-mail that was sent: about an order with what is known of it now, to the customer's current
-- address; a link goes only to whom it was made for. Answers the new e-mail's id. Refuses what check_resending
-- refuses.
CREATE FUNCTION api.resend_mail(request uuid, mail uuid) RETURNS uuid
LANGUAGE command AS $$
DECLARE
    instant timestamp := core.now();
    sent public.email_queue;
BEGIN
    SELECT * INTO sent FROM public.email_queue AS e WHERE e.id = mail;
    PERFORM core.check_resending(sent, instant);

    INSERT INTO public.email_queue AS e (
        email_type, recipient_email, subject, reference_type, reference_id, payload, created_at, updated_at
    )
    SELECT sent.email_type, core.reached_at(sent), sent.subject, sent.reference_type, sent.reference_id,
           coalesce(CASE sent.reference_type WHEN 'order' THEN core.order_document(sent.reference_id) END,
                    sent.payload) || jsonb_build_object('resend_of', sent.id),
           instant, instant
    RETURNING to_jsonb(e.id) INTO answer;

    INSERT INTO storedesk.receipt_mails (email_id, order_id, is_typed, created_by, created_at)
    SELECT (answer #>> '{}')::uuid, r.order_id, r.is_typed, me, instant
    FROM storedesk.receipt_mails AS r WHERE r.email_id = mail;

    PERFORM core.audit('resend', 'email', mail);
END $$;

-- Refuses to send an e-mail again that does not exist (mail_not_found), was not sent (mail_not_sent), is overtaken
-- (mail_overtaken) or reaches nobody (mail_nowhere).
CREATE FUNCTION core.check_resending(sent public.email_queue, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF sent.id IS NULL THEN
        PERFORM core.not_found('mail_not_found');
    END IF;

    IF sent.status <> 'sent' THEN
        PERFORM core.conflict('mail_not_sent');
    END IF;

    IF core.overtaken(sent, instant) IS NOT NULL THEN
        PERFORM core.refuse('mail_overtaken');
    END IF;

    IF core.reached_at(sent) LIKE '%.invalid' THEN
        PERFORM core.refuse('mail_nowhere');
    END IF;
END $$;

-- The address to which an e-mail would go today: its customer's, but for a receipt that went to one that was typed.
CREATE FUNCTION core.reached_at(mail public.email_queue) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(
        (SELECT c.email FROM public.orders AS o JOIN public.customers AS c ON c.id = o.customer_id
         WHERE mail.reference_type = 'order' AND o.id = mail.reference_id
           AND NOT EXISTS (SELECT FROM storedesk.receipt_mails AS r WHERE r.email_id = mail.id AND r.is_typed)),
        mail.recipient_email)
$$;

-- How many e-mails have waited since before an instant, and since when the oldest: who sets up e-mail is asked
-- about them, for most are out of date.
CREATE FUNCTION api.old_mails(before timestamp) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.me(), core.check_instant(before);
    RETURN (SELECT jsonb_build_object('count', count(*), 'oldest', min(e.created_at))
            FROM public.email_queue AS e WHERE e.status = 'pending' AND e.created_at < before);
END $$;

-- Gives up e-mails that have waited since before an instant. A manager may let them be tried again. Answers how
-- many.
CREATE FUNCTION api.give_up_mails(request uuid, before timestamp) RETURNS int
LANGUAGE command AS $$
DECLARE
    instant timestamp := core.now();
    given_up int;
BEGIN
    PERFORM core.check_instant(before);

    WITH old AS (
        SELECT e.id FROM public.email_queue AS e
        WHERE e.status = 'pending' AND e.created_at < before
        FOR UPDATE SKIP LOCKED
    )
    UPDATE public.email_queue AS e SET status = 'failed', last_error = 'given_up', updated_at = instant
    FROM old WHERE e.id = old.id;
    GET DIAGNOSTICS given_up = ROW_COUNT;

    IF given_up > 0 THEN
        PERFORM core.audit('give_up', 'email', NULL, NULL, jsonb_build_object('count', given_up, 'before', before));
    END IF;

    answer := to_jsonb(given_up);
END $$;
