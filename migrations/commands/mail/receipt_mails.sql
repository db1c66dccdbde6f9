-- Receipts by e-mail, when somebody asks for it. They are confirmations of an order, as the queue knows no receipts;
-- each after the first is one that is sent again. Locks: the person's own (7333), the order, then rows of the queue.

-- How long the e-mail of a receipt waits: so long whoever sent it can call it off.
CREATE FUNCTION core.receipt_mail_pause() RETURNS interval
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN interval '15 seconds';

-- Whether an e-mail is a receipt that can still be called off, and so is not sent yet. Where the clock was set back
-- it is not kept waiting.
CREATE FUNCTION core.is_receipt_waiting(mail uuid, instant timestamp) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM storedesk.receipt_mails AS r
        WHERE r.email_id = mail AND r.created_at <= instant AND instant < r.created_at + core.receipt_mail_pause()
    );
END $$;

-- Refuses more receipts by e-mail than one person may send in an hour, whoever they are (receipt_mails_many): a
-- stolen password is no way to send e-mails to the whole world. Of two at once, the second waits here.
CREATE FUNCTION core.check_receipt_mails(actor uuid, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(7333, hashtext(actor::text));

    IF (SELECT count(*) FROM storedesk.receipt_mails AS r
        WHERE r.created_by = actor AND r.created_at > instant - interval '1 hour') >= core.most('receipt_mails') THEN
        PERFORM core.refuse('receipt_mails_many', jsonb_build_object('most', core.most('receipt_mails')));
    END IF;
END $$;

-- The address to which the receipt of an order goes: the one that was typed, else its customer's. Refuses what is no
-- address (email_unreadable), and to send it to nobody (receipt_to_nobody).
CREATE FUNCTION core.receipt_recipient(sold public.orders, typed text) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    address text := nullif(lower(btrim(typed)), '');
BEGIN
    IF address IS NULL THEN
        address := (SELECT c.email FROM public.customers AS c
                    WHERE c.id = sold.customer_id AND core.is_mailable(c.id));

        IF address IS NULL THEN
            PERFORM core.refuse('receipt_to_nobody');
        END IF;
    ELSIF length(address) > 255 OR NOT storedesk.is_email(address) OR address !~ '@.*\.'
          OR address LIKE '%.invalid' THEN
        PERFORM core.refuse('email_unreadable');
    END IF;

    RETURN address;
END $$;

-- Sends the receipt of an order by e-mail: to `recipient`, or to its customer where none is given. An address that was
-- typed is kept with this e-mail and nowhere else. It waits a moment in which it can be called off. Answers {mail,
-- recipient, order_number, kept: demo or not_set_up where no e-mail is sent at all}. Refuses order_not_found, an order
-- that is not paid or was canceled (receipt_not_due), what receipt_recipient refuses, a receipt that waits for this
-- address already (receipt_mail_waiting), and too many in an hour (receipt_mails_many).
CREATE FUNCTION api.mail_receipt(request uuid, order_id uuid, recipient text DEFAULT NULL) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    instant timestamp := core.now();
    sold public.orders;
    address text;
    made uuid;
BEGIN
    PERFORM core.check_receipt_mails(me, instant);
    SELECT * INTO sold FROM public.orders AS o WHERE o.id = order_id FOR NO KEY UPDATE;

    IF sold.id IS NULL THEN
        PERFORM core.not_found('order_not_found');
    END IF;

    IF sold.status IN ('pending', 'cancelled') THEN
        PERFORM core.refuse('receipt_not_due', jsonb_build_object('number', sold.order_number));
    END IF;

    address := core.receipt_recipient(sold, recipient);

    IF EXISTS (
        SELECT FROM public.email_queue AS e
        WHERE e.email_type = 'order_confirmation' AND e.reference_type = 'order' AND e.reference_id = sold.id
          AND e.status IN ('pending', 'processing') AND e.recipient_email = address
    ) THEN
        PERFORM core.conflict('receipt_mail_waiting', jsonb_build_object('address', address));
    END IF;

    made := core.queue_receipt(sold, address, instant);
    INSERT INTO storedesk.receipt_mails (email_id, order_id, is_typed, created_by, created_at)
    VALUES (made, sold.id, nullif(btrim(recipient), '') IS NOT NULL, me, instant);
    PERFORM core.audit('mail_receipt', 'order', sold.id);
    answer := (
        SELECT jsonb_build_object(
            'mail', made, 'recipient', address, 'order_number', sold.order_number,
            'kept', CASE WHEN s.is_demo THEN 'demo'
                    WHEN s.smtp_host IS NULL OR s.sender_email IS NULL THEN 'not_set_up' END
        )
        FROM storedesk.store_settings AS s
    );
END $$;

-- Queues the receipt of an order to an address. What is not the first confirmation of it names the first one.
CREATE FUNCTION core.queue_receipt(sold public.orders, address text, instant timestamp) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    first uuid := (
        SELECT e.id FROM public.email_queue AS e
        WHERE e.email_type = 'order_confirmation' AND e.reference_type = 'order' AND e.reference_id = sold.id
          AND NOT e.payload ? 'resend_of'
    );
    made uuid;
BEGIN
    INSERT INTO public.email_queue AS e (
        email_type, recipient_email, subject, reference_type, reference_id, payload, created_at, updated_at
    )
    SELECT 'order_confirmation', address, core.order_mail_subject('order_confirmation', sold.order_number),
           'order', sold.id,
           core.order_document(sold.id) || CASE WHEN first IS NULL THEN '{}'
                                           ELSE jsonb_build_object('resend_of', first) END,
           instant, instant
    RETURNING e.id INTO made;

    RETURN made;
END $$;

-- Calls off a receipt that oneself sent by e-mail, or, as a manager, that anybody did, while it waits. Refuses
-- mail_not_found, and one that does not wait any more (mail_on_its_way).
CREATE FUNCTION api.call_off_receipt(request uuid, mail uuid) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    instant timestamp := core.now();
    sent storedesk.receipt_mails;
BEGIN
    SELECT * INTO sent FROM storedesk.receipt_mails AS r
    WHERE r.email_id = mail AND (r.created_by = me OR core.belongs('manager'));

    IF sent.email_id IS NULL THEN
        PERFORM core.not_found('mail_not_found');
    END IF;

    UPDATE public.email_queue AS e SET status = 'failed', last_error = 'called_off', updated_at = instant
    WHERE e.id = mail AND e.status = 'pending';

    IF NOT FOUND THEN
        PERFORM core.conflict('mail_on_its_way');
    END IF;

    INSERT INTO storedesk.overtaken_emails (email_id, why, created_at) VALUES (mail, 'called_off', instant);
    PERFORM core.audit('call_off_receipt', 'order', sent.order_id);
    answer := jsonb_build_object('mail', mail);
END $$;

CREATE TRIGGER append_only BEFORE UPDATE ON storedesk.receipt_mails
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.receipt_mails
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();
