-- Customers' accounts in the web shop: confirming an e-mail address, and setting a new password. The keys are in
-- e-mails only: of a confirmation the table keeps the SHA-256, of a reset nothing at all. A link can be read by
-- the mailer and by whoever reads that mailbox, and by no staff.

-- A key that nobody guesses: 64 random hexadecimal digits.
CREATE FUNCTION core.new_key() RETURNS text
LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
    SELECT encode(sha256(
        uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
    ), 'hex')
$$;

-- What is stored of a key.
CREATE FUNCTION core.key_hash(key text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT encode(sha256(convert_to(key, 'UTF8')), 'hex')
$$;

-- HMAC-SHA256 (RFC 2104), which PostgreSQL has in an extension only.
CREATE FUNCTION core.hmac(message bytea, key bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    block constant int := 64;
    padded bytea := CASE WHEN octet_length(key) > block THEN sha256(key) ELSE key END;
    inner_pad bytea := '';
    outer_pad bytea := '';
BEGIN
    padded := padded || decode(repeat('00', block - octet_length(padded)), 'hex');

    FOR i IN 0 .. block - 1 LOOP
        inner_pad := inner_pad || set_byte('\x00', 0, get_byte(padded, i) # 54);
        outer_pad := outer_pad || set_byte('\x00', 0, get_byte(padded, i) # 92);
    END LOOP;

    RETURN sha256(outer_pad || sha256(inner_pad || message));
END $$;

-- The address of the web shop, without a slash at its end; null where the store has none.
CREATE FUNCTION core.web_address() RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(lower(parts[1]), 'https://') || nullif(rtrim(parts[2], '/'), '')
    FROM storedesk.store_settings AS s, regexp_match(btrim(s.web_address), '^(https?://)?(.*)$', 'i') AS parts
$$;

-- Queues an e-mail about a customer's account. Earlier ones of its type that still wait fail (superseded): their
-- links are no longer valid, or no longer needed.
CREATE FUNCTION core.queue_account_mail(
    customer public.customers, type text, path text, key text, expires timestamp, instant timestamp
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    store text := (SELECT s.name FROM storedesk.store_settings AS s);
    queued uuid;
BEGIN
    UPDATE public.email_queue AS e
    SET status = 'failed', last_error = 'superseded', updated_at = greatest(instant, e.created_at)
    WHERE e.reference_type = 'customer' AND e.reference_id = customer.id AND e.email_type = type
      AND e.status = 'pending';

    INSERT INTO public.email_queue (
        email_type, recipient_email, subject, reference_type, reference_id, payload, created_at, updated_at
    ) VALUES (
        type, customer.email,
        left(format(CASE type WHEN 'verification' THEN '%s: please confirm your e-mail address'
                              ELSE '%s: choose a new password' END, store), 255),
        'customer', customer.id,
        jsonb_build_object(
            'name', core.customer_name(customer), 'store', store,
            'link', core.web_address() || path || key,
            'expires_at', to_char(expires, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
        ),
        instant, instant
    ) RETURNING id INTO queued;

    RETURN queued;
END $$;

-- Holds a customer to whom an e-mail of a type can be sent now. Refuses customer_not_found, walk_in_fixed,
-- no_address, already_confirmed, no_web_address, and a second one within a minute (letter_too_soon).
CREATE FUNCTION core.hold_mail_recipient(customer uuid, type text, instant timestamp) RETURNS public.customers
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    minute constant interval := interval '60 seconds';
    held public.customers := core.hold_customer(customer);
    latest timestamp;
BEGIN
    IF NOT core.is_mailable(customer) THEN
        PERFORM core.refuse('no_address', jsonb_build_object('name', core.customer_name(held)));
    END IF;

    IF type = 'verification' AND held.email_verified THEN
        PERFORM core.refuse('already_confirmed', jsonb_build_object('name', core.customer_name(held)));
    END IF;

    IF core.web_address() IS NULL THEN
        PERFORM core.refuse('no_web_address');
    END IF;

    SELECT max(e.created_at) INTO latest FROM public.email_queue AS e
    WHERE e.reference_type = 'customer' AND e.reference_id = customer AND e.email_type = type
      AND e.recipient_email = held.email;

    IF latest > instant - minute AND latest < instant + minute THEN
        PERFORM core.refuse('letter_too_soon', jsonb_build_object(
            'seconds', ceil(extract(epoch FROM latest + minute - instant))::int
        ));
    END IF;

    RETURN held;
END $$;

-- Queues an e-mail with which a customer confirms their address, valid for 24 hours; an earlier one is no longer
-- valid. Refuses what hold_mail_recipient refuses.
CREATE FUNCTION core.send_verification(customer uuid, instant timestamp) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.customers := core.hold_mail_recipient(customer, 'verification', instant);
    key text := core.new_key();
    expires timestamp := instant + interval '24 hours';
BEGIN
    UPDATE public.customers AS c
    SET verification_token = core.key_hash(key), verification_token_expires_at = expires
    WHERE c.id = customer;

    RETURN core.queue_account_mail(held, 'verification', '/verify-email?key=', key, expires, instant);
END $$;

-- Sends a customer the e-mail that confirms their address: see core.send_verification.
CREATE FUNCTION api.send_verification(request uuid, customer uuid) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    answer := to_jsonb(core.send_verification(customer, core.now()));
    PERFORM core.audit('send', 'verification', customer);
END $$;

-- The signature of a reset: of whom, until when (seconds since 1970), sent where, and for which password, so that
-- it is not valid any more once there is another password, or another address.
CREATE FUNCTION core.sign_reset(customer public.customers, until bigint) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT encode(core.hmac(
        convert_to(concat_ws('|', 'password_reset', customer.id, until, customer.email, customer.password_hash),
                   'UTF8'),
        s.secret
    ), 'hex')
    FROM storedesk.secrets AS s WHERE s.name = 'password_reset'
$$;

-- Queues an e-mail with which a customer sets a new password within an hour. Nothing of it is stored: see
-- sign_reset. Refuses what hold_mail_recipient refuses.
CREATE FUNCTION core.send_password_reset(customer uuid, instant timestamp) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.customers := core.hold_mail_recipient(customer, 'password_reset', instant);
    expires timestamp := date_trunc('second', instant + interval '1 hour');
    until bigint := extract(epoch FROM expires);
    key text := replace(customer::text, '-', '') || '.' || until || '.' || core.sign_reset(held, until);
BEGIN
    RETURN core.queue_account_mail(held, 'password_reset', '/reset-password?key=', key, expires, instant);
END $$;

-- Sends a customer the e-mail that sets a new password: see core.send_password_reset.
CREATE FUNCTION api.send_password_reset(request uuid, customer uuid) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    answer := to_jsonb(core.send_password_reset(customer, core.now()));
    PERFORM core.audit('send', 'password_reset', customer);
END $$;

-- For the web shop: confirms the address of the customer with this key, once; answers the customer. Refuses a key
-- that is unknown, used or too old (key_not_valid).
CREATE FUNCTION api.verify_email(key text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    confirmed uuid;
BEGIN
    PERFORM core.me(), core.check_isolation();

    UPDATE public.customers AS c
    SET email_verified = true, registration_status = 'registered',
        verification_token = NULL, verification_token_expires_at = NULL
    WHERE c.verification_token = core.key_hash(key) AND c.verification_token_expires_at > core.now()
    RETURNING c.id INTO confirmed;

    IF confirmed IS NULL THEN
        PERFORM core.refuse('key_not_valid');
    END IF;

    RETURN confirmed;
END $$;

-- For the web shop: the customer who may set a new password with this key; it is used up by the new password,
-- which the web shop writes. Refuses a key that is not ours, used or too old (key_not_valid).
CREATE FUNCTION api.check_password_reset(key text) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    parts text[] := regexp_match(key, '^([0-9a-f]{32})\.([0-9]{1,12})\.([0-9a-f]{64})$');
    customer public.customers;
BEGIN
    PERFORM core.me();
    SELECT * INTO customer FROM public.customers AS c WHERE c.id = parts[1]::uuid;

    IF customer.id IS NULL
        OR to_timestamp(parts[2]::bigint) NOT BETWEEN clock_timestamp() AND clock_timestamp() + interval '1 hour'
        OR core.key_hash(core.sign_reset(customer, parts[2]::bigint)) <> core.key_hash(parts[3]) THEN
        PERFORM core.refuse('key_not_valid');
    END IF;

    RETURN customer.id;
END $$;
