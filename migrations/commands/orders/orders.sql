-- Orders: what holds for them whoever writes, and what is added when another program does.

-- Guards every order: money, number and birth are frozen, steps are lawful, a parcel has its number, a
-- cancellation its reason, and versions go up. A number is provisional until place is done with it.
-- Refuses to arrive as anything but pending or confirmed (order_arrives), to change what is frozen
-- (order_frozen), other steps (order_step), and what the state lacks (tracking_missing,
-- tracking_too_early, reason_missing, reason_too_early).
CREATE FUNCTION core.guard_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF tg_op = 'INSERT' THEN
        IF NEW.status NOT IN ('pending', 'confirmed') THEN
            PERFORM core.refuse('order_arrives', jsonb_build_object('status', NEW.status));
        END IF;

        NEW.version := greatest(NEW.version, 1);
        NEW.updated_at := greatest(NEW.updated_at, NEW.created_at);
    ELSE
        IF (NEW.id, NEW.created_at, NEW.subtotal_amount, NEW.subtotal_currency,
            NEW.shipping_cost_amount, NEW.shipping_cost_currency, NEW.tax_amount, NEW.tax_currency,
            NEW.total_amount, NEW.total_currency)
            IS DISTINCT FROM
           (OLD.id, OLD.created_at, OLD.subtotal_amount, OLD.subtotal_currency,
            OLD.shipping_cost_amount, OLD.shipping_cost_currency, OLD.tax_amount, OLD.tax_currency,
            OLD.total_amount, OLD.total_currency)
            OR (NEW.order_number <> OLD.order_number AND OLD.order_number NOT LIKE 'new-%') THEN
            PERFORM core.refuse('order_frozen', jsonb_build_object('number', OLD.order_number));
        END IF;

        IF NEW.status <> OLD.status AND NOT core.may_step(OLD.id, OLD.status, NEW.status) THEN
            PERFORM core.refuse('order_step', jsonb_build_object(
                'number', OLD.order_number, 'was', OLD.status, 'becomes', NEW.status
            ));
        END IF;

        NEW.version := greatest(NEW.version, OLD.version + 1);
        NEW.updated_at := greatest(NEW.updated_at, OLD.updated_at);
    END IF;

    PERFORM core.guard_state(NEW.status, NEW.tracking_number, NEW.cancellation_reason);
    RETURN NEW;
END $$;

-- Whether an order may take a step. Over the counter it goes only with its row in pos_sales.
CREATE FUNCTION core.may_step(of_order uuid, was text, becomes text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (was, becomes) IN (
        ('pending', 'confirmed'), ('pending', 'cancelled'), ('confirmed', 'shipped'),
        ('confirmed', 'cancelled'), ('shipped', 'delivered')
    ) OR ((was, becomes) = ('confirmed', 'delivered')
          AND EXISTS (SELECT FROM storedesk.pos_sales AS s WHERE s.order_id = of_order));
END $$;

-- Refuses a state without what belongs to it, or with what does not yet (see guard_order).
CREATE FUNCTION core.guard_state(status text, tracking text, reason text) RETURNS void
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF status = 'shipped' AND coalesce(btrim(tracking), '') = '' THEN
        PERFORM core.refuse('tracking_missing');
    END IF;

    IF status IN ('pending', 'confirmed', 'cancelled') AND tracking IS NOT NULL THEN
        PERFORM core.refuse('tracking_too_early');
    END IF;

    IF status = 'cancelled' AND coalesce(btrim(reason), '') = '' THEN
        PERFORM core.refuse('reason_missing');
    END IF;

    IF status <> 'cancelled' AND coalesce(btrim(reason), '') <> '' THEN
        PERFORM core.refuse('reason_too_early');
    END IF;
END $$;

CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.orders
FOR EACH ROW EXECUTE FUNCTION core.guard_order();

-- Whether an e-mail can reach a customer: addresses under .invalid reach nobody.
CREATE FUNCTION core.is_mailable(customer uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM public.customers AS c
        WHERE c.id = customer AND c.email NOT LIKE '%.invalid' AND c.email ~ '^[^@[:space:]]+@[^@[:space:]]+$'
    );
END $$;

-- Writes down that an order has taken a step.
CREATE FUNCTION core.write_step(
    stepped public.orders, was text, becomes text, version int, actor uuid, instant timestamp, note text DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO storedesk.order_status_history (
        order_id, order_version, from_status, to_status, actor_id, mailable, note, created_at
    ) VALUES (stepped.id, version, was, becomes, actor, core.is_mailable(stepped.customer_id), note, instant);
END $$;

-- Queues the e-mail of a type about an order: once, and only to someone whom it can reach. Imported
-- orders are never written about.
CREATE FUNCTION core.queue_mail(of_order uuid, type text, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO public.email_queue (
        email_type, recipient_email, subject, reference_type, reference_id, payload, created_at, updated_at
    )
    SELECT type, c.email, left(format(CASE type
            WHEN 'order_confirmation' THEN '%s: your order %s'
            WHEN 'order_shipped' THEN '%s: your order %s is on its way'
            ELSE '%s: your order %s is cancelled'
        END, s.name, o.order_number), 255),
        'order', o.id, core.order_document(o.id), instant, instant
    FROM public.orders AS o
    JOIN public.customers AS c ON c.id = o.customer_id
    CROSS JOIN storedesk.store_settings AS s
    WHERE o.id = of_order AND core.is_mailable(c.id)
      AND NOT EXISTS (SELECT FROM storedesk.imported_orders AS m WHERE m.order_id = o.id)
    ON CONFLICT DO NOTHING;
END $$;

-- ---------- what another program's orders lack: it knows only the model's tables

-- Writes the history and the money of an order that another program made or moved: one that arrives
-- confirmed was pending at version 0; one that is confirmed is paid; one that is cancelled is refunded.
CREATE FUNCTION core.complete_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    actor uuid := core.stamp_actor();
    was text := CASE tg_op WHEN 'UPDATE' THEN OLD.status END;
BEGIN
    IF was = NEW.status THEN
        RETURN NULL;
    END IF;

    IF was IS NULL AND NEW.status = 'confirmed' THEN
        PERFORM core.write_step(NEW, NULL, 'pending', 0, actor, NEW.updated_at);
        was := 'pending';
    END IF;

    PERFORM core.write_step(NEW, was, NEW.status, NEW.version, actor, NEW.updated_at);

    IF NEW.status = 'confirmed' THEN
        PERFORM core.pay_elsewhere(NEW, actor, NEW.updated_at);
    ELSIF NEW.status = 'cancelled' THEN
        PERFORM core.refund_all(NEW.id, NULL, actor, NEW.updated_at);
    END IF;

    RETURN NULL;
END $$;

CREATE TRIGGER complete AFTER INSERT OR UPDATE ON public.orders
FOR EACH ROW WHEN (NOT pg_has_role(current_user, current_database() || '_owner', 'MEMBER'))
EXECUTE FUNCTION core.complete_order();

-- Queues the e-mail that is due, at commit: by then the order's lines are there too.
CREATE FUNCTION core.mail_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    type text := CASE NEW.status
        WHEN 'confirmed' THEN 'order_confirmation'
        WHEN 'shipped' THEN 'order_shipped'
        WHEN 'cancelled' THEN 'order_cancelled'
    END;
BEGIN
    IF type IS NOT NULL AND (tg_op = 'INSERT' OR OLD.status <> NEW.status) THEN
        PERFORM core.queue_mail(NEW.id, type, core.now());
    END IF;

    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER mail AFTER INSERT OR UPDATE ON public.orders
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_has_role(current_user, current_database() || '_owner', 'MEMBER'))
EXECUTE FUNCTION core.mail_order();

-- ---------- books that are only ever added to

CREATE TRIGGER append_only BEFORE DELETE ON public.orders
FOR EACH ROW EXECUTE FUNCTION core.append_only();

DO $$
DECLARE
    book text;
BEGIN
    FOREACH book IN ARRAY ARRAY['public.order_line_items', 'storedesk.order_status_history',
                                'storedesk.order_payments', 'storedesk.order_tax_lines',
                                'storedesk.order_discounts', 'storedesk.pos_sales'] LOOP
        EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %s '
                       'FOR EACH ROW EXECUTE FUNCTION core.append_only()', book);
        EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON %s '
                       'FOR EACH STATEMENT EXECUTE FUNCTION core.append_only()', book);
    END LOOP;
END $$;

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON public.orders
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();
