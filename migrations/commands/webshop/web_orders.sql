-- The web shop's orders: what they lack is added as they arrive, and at commit they are held to what an order is.

-- Writes the history and the money of an order that another program made or moved: one that arrives confirmed was
-- pending at version 0; one that is confirmed is paid; one that is canceled is refunded.
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

-- Refuses a number that no order has (order_numbers).
CREATE FUNCTION core.check_number() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM public.orders AS o WHERE o.order_number = core.number_of(NEW.year, NEW.last_sequence)
    ) THEN
        PERFORM core.refuse_program('order_numbers', jsonb_build_object(
            'differs', 'unused', 'wanted', core.number_of(NEW.year, NEW.last_sequence), 'found', NULL
        ));
    END IF;

    RETURN NULL;
END $$;

-- Tells whether an order has come in this very transaction. Its first step says so, for that row is never written
-- again; a savepoint of ours is a transaction of its own, and in progress as we are.
CREATE FUNCTION core.is_new_order(of_order uuid) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    epoch constant bigint := 4294967296;  -- a row keeps the lower half of its transaction's number
    mine bigint := pg_current_xact_id()::text::bigint;
    written bigint := (SELECT h.xmin::text::bigint FROM storedesk.order_status_history AS h
                       WHERE h.order_id = of_order AND h.from_status IS NULL);
BEGIN
    written := written + mine / epoch * epoch;
    written := CASE WHEN written > mine + epoch / 2 THEN written - epoch
                    WHEN written < mine - epoch / 2 THEN written + epoch ELSE written END;
    RETURN written > 0 AND pg_xact_status(written::text::xid8) = 'in progress';
END $$;

-- Holds an order that another program wrote to what an order is: numbered in turn, its lines add up to it, and its
-- pieces are reserved, released or deducted, once. Refuses order_numbers, order_differs.
CREATE FUNCTION core.check_order(of_order uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    written public.orders;
    sequence public.order_number_sequence;
    wrong jsonb;
BEGIN
    SELECT * INTO written FROM public.orders AS o WHERE o.id = of_order;
    SELECT * INTO sequence FROM public.order_number_sequence AS s
    WHERE s.year = extract(year FROM core.business_day(written.created_at));

    IF written.id IS NULL THEN
        PERFORM core.not_found('order_not_found');
    END IF;

    IF written.order_number !~ '^ORD-[0-9]{4}-[0-9]{6,9}$' OR sequence.year IS NULL
        OR written.order_number <> core.number_of(sequence.year, substr(written.order_number, 10)::int)
        OR substr(written.order_number, 10)::int NOT BETWEEN 1 AND sequence.last_sequence THEN
        PERFORM core.refuse_program('order_numbers', jsonb_build_object(
            'differs', 'order_number', 'found', written.order_number,
            'wanted', core.number_of(extract(year FROM core.business_day(written.created_at))::int,
                                     coalesce(sequence.last_sequence, 1))
        ));
    END IF;

    wrong := core.other_currency(written);

    IF wrong IS NULL AND written.subtotal_amount IS DISTINCT FROM (
        SELECT sum(l.subtotal_amount) FROM public.order_line_items AS l WHERE l.order_id = of_order
    ) THEN
        wrong := jsonb_build_object('differs', 'subtotal_amount', 'found', written.subtotal_amount, 'wanted', (
            SELECT sum(l.subtotal_amount) FROM public.order_line_items AS l WHERE l.order_id = of_order
        ));
    END IF;

    IF wrong IS NULL AND core.is_other_payment(written.payment_type, written.payment_last_four_digits,
        written.payment_card_brand, written.payment_paypal_email, written.payment_transaction_id) THEN
        wrong := jsonb_build_object('differs', 'payment', 'wanted', written.payment_type, 'found', jsonb_build_object(
            'last_four_digits', written.payment_last_four_digits, 'card_brand', written.payment_card_brand,
            'paypal_email', written.payment_paypal_email, 'transaction_id', written.payment_transaction_id
        ));
    END IF;

    IF wrong IS NULL THEN
        SELECT to_jsonb(u) INTO wrong FROM core.unmatched(of_order, written.status) AS u LIMIT 1;
    END IF;

    IF wrong IS NOT NULL THEN
        PERFORM core.refuse_program('order_differs', jsonb_build_object('number', written.order_number) || wrong);
    END IF;
END $$;

-- Tells whether what is known of a payment is not of its type: PayPal has an e-mail address or a transaction and
-- no card, a card has no address.
CREATE FUNCTION core.is_other_payment(
    type text, last_four text, brand text, paypal_email text, transaction text
) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE type
        WHEN 'paypal' THEN coalesce(last_four, brand) IS NOT NULL OR coalesce(paypal_email, transaction) IS NULL
        ELSE paypal_email IS NOT NULL OR last_four !~ '^[0-9]{4}$' OR brand NOT IN ('visa', 'mastercard', 'amex')
    END;
END $$;

-- The first amount of an order that is not in the store's currency, {differs, wanted, found}; null if none.
CREATE FUNCTION core.other_currency(written public.orders) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    currency text := (SELECT s.currency FROM storedesk.store_settings AS s);
BEGIN
    RETURN (
        SELECT jsonb_build_object('differs', c.name, 'wanted', currency, 'found', c.found)
        FROM (
            SELECT 'orders.total_currency', written.total_currency
            UNION ALL SELECT 'order_line_items.unit_price_currency', l.unit_price_currency
            FROM public.order_line_items AS l WHERE l.order_id = written.id
            UNION ALL SELECT 'order_line_items.subtotal_currency', l.subtotal_currency
            FROM public.order_line_items AS l WHERE l.order_id = written.id
        ) AS c (name, found)
        WHERE c.found <> currency
        LIMIT 1
    );
END $$;

-- Where the ledger has moved something else for an order than its lines say: the operation that differs, of which
-- product, how many pieces were wanted, and how many were found.
CREATE FUNCTION core.unmatched(of_order uuid, status text)
RETURNS TABLE (differs text, product uuid, wanted bigint, found bigint)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT kind.name, coalesce(p.product_id, m.product_id), kind.wanted, kind.found
    FROM (
        SELECT l.product_id, sum(l.quantity) AS quantity
        FROM public.order_line_items AS l WHERE l.order_id = of_order GROUP BY l.product_id
    ) AS p
    FULL JOIN (
        SELECT a.product_id, sum(a.adjustment) FILTER (WHERE a.operation_type = 'reserve') AS reserved,
               -sum(a.adjustment) FILTER (WHERE a.operation_type = 'release') AS released,
               -sum(a.adjustment) FILTER (WHERE a.operation_type = 'deduct') AS deducted
        FROM public.inventory_audit_log AS a
        WHERE a.order_id = of_order AND a.operation_type IN ('reserve', 'release', 'deduct')
        GROUP BY a.product_id
    ) AS m ON m.product_id = p.product_id
    CROSS JOIN LATERAL (VALUES
        ('reserve', coalesce(p.quantity, 0), coalesce(m.reserved, 0)),
        ('release', CASE WHEN unmatched.status = 'cancelled' THEN coalesce(p.quantity, 0) ELSE 0 END,
         coalesce(m.released, 0)),
        ('deduct', CASE WHEN unmatched.status IN ('shipped', 'delivered') THEN coalesce(p.quantity, 0) ELSE 0 END,
         coalesce(m.deducted, 0))
    ) AS kind (name, wanted, found)
    WHERE kind.wanted <> kind.found
    ORDER BY 2, 1;
END $$;

-- Checks an order that another program has written, when its transaction ends: see core.check_order. Refuses lines
-- that are added later (order_frozen).
CREATE FUNCTION core.check_web_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    of_order uuid := (to_jsonb(NEW) ->> tg_argv[0])::uuid;
BEGIN
    IF of_order IS NULL THEN
        RETURN NULL;
    END IF;

    IF tg_table_name = 'order_line_items' AND NOT core.is_new_order(of_order) THEN
        PERFORM core.refuse('order_frozen', (
            SELECT jsonb_build_object('number', o.order_number) FROM public.orders AS o WHERE o.id = of_order
        ));
    END IF;

    PERFORM core.check_order(of_order);
    RETURN NULL;
END $$;

DO $$
DECLARE
    stranger constant text := 'WHEN (NOT pg_has_role(current_user, current_database() || ''_owner'', ''MEMBER''))';
    watched text;
    event text;
    guard text;
BEGIN
    FOR watched, event, guard IN VALUES
        ('orders', 'INSERT OR UPDATE', 'check_web_order(''id'')'),
        ('order_line_items', 'INSERT', 'check_web_order(''order_id'')'),
        ('inventory_audit_log', 'INSERT', 'check_web_order(''order_id'')'),
        ('order_number_sequence', 'INSERT OR UPDATE', 'check_number()')
    LOOP
        EXECUTE format('CREATE CONSTRAINT TRIGGER check_web AFTER %s ON public.%I DEFERRABLE INITIALLY DEFERRED '
                       'FOR EACH ROW %s EXECUTE FUNCTION core.%s', event, watched, stranger, guard);
    END LOOP;
END $$;
