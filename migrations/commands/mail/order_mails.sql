-- E-mails about orders.

-- Tells whether an e-mail can reach a customer: addresses under .invalid reach nobody.
CREATE FUNCTION core.is_mailable(customer uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM public.customers AS c
        WHERE c.id = customer AND c.email NOT LIKE '%.invalid' AND c.email ~ '^[^@[:space:]]+@[^@[:space:]]+$'
    );
END $$;

-- The subject of an e-mail of a type about the order of a number.
CREATE FUNCTION core.order_mail_subject(type text, number text) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT left(format(CASE type
            WHEN 'order_confirmation' THEN '%s: your order %s'
            WHEN 'order_shipped' THEN '%s: your order %s is on its way'
            ELSE '%s: your order %s is cancelled'
        END, s.name, number), 255)
        FROM storedesk.store_settings AS s
    );
END $$;

-- Queues the e-mail of a type about an order: once, and only to a customer whom it can reach. For imported orders
-- none is sent.
CREATE FUNCTION core.queue_mail(of_order uuid, type text, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO public.email_queue (
        email_type, recipient_email, subject, reference_type, reference_id, payload, created_at, updated_at
    )
    SELECT type, c.email, core.order_mail_subject(type, o.order_number),
           'order', o.id, core.order_document(o.id), instant, instant
    FROM public.orders AS o
    JOIN public.customers AS c ON c.id = o.customer_id
    WHERE o.id = of_order AND core.is_mailable(c.id)
      AND NOT EXISTS (SELECT FROM storedesk.imported_orders AS m WHERE m.order_id = o.id)
    ON CONFLICT DO NOTHING;
END $$;
