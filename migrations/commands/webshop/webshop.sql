-- The web shop: another program, which writes the model's tables by itself. What it may write is in
-- grants.toml; here it is held to what the tables mean: whole orders, the next number, a ledger that
-- hangs together, and nothing of the tills. Its rows are looked at once more when it commits, since no
-- order is whole before. Commands run as the owner: none of this is asked of them.

-- Says no to another program (SD001): the parameters tell what differs, what was wanted and what was
-- found, and the hint where its author reads about it.
CREATE FUNCTION core.refuse_program(code text, parameters jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SD001', MESSAGE = code, DETAIL = parameters,
        HINT = 'See "What is refused" in docs/webshop.md.';
END $$;

-- Keeps it from columns that are fixed once the row is there (column_fixed), so that a client that
-- always writes a row whole may do so as long as nothing in them changes.
CREATE FUNCTION core.guard_fixed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    was jsonb := to_jsonb(OLD);
    is_now jsonb := to_jsonb(NEW);
    fixed text;
BEGIN
    FOREACH fixed IN ARRAY tg_argv LOOP
        IF is_now -> fixed IS DISTINCT FROM was -> fixed THEN
            PERFORM core.refuse_program('column_fixed', jsonb_build_object(
                'table', tg_table_name, 'column', fixed, 'wanted', was -> fixed, 'found', is_now -> fixed
            ));
        END IF;
    END LOOP;

    RETURN NEW;
END $$;

-- ---------- baskets and orders that are not its own

-- Keeps it from the sales on the tills' screens (not_yours), and from a basket of the walk-in customer
-- (walk_in_fixed).
CREATE FUNCTION core.guard_basket() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.guest_session_id LIKE 'till:%' OR (tg_op = 'UPDATE' AND OLD.guest_session_id LIKE 'till:%') THEN
        PERFORM core.forbid('not_yours');
    END IF;

    IF NEW.customer_id = (SELECT s.walk_in_customer_id FROM storedesk.store_settings AS s) THEN
        PERFORM core.refuse('walk_in_fixed');
    END IF;

    RETURN NEW;
END $$;

-- Refuses lines of another program in a till's sale (not_yours).
CREATE FUNCTION core.guard_basket_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM storedesk.till_carts AS t WHERE t.cart_id = NEW.cart_id) THEN
        PERFORM core.forbid('not_yours');
    END IF;

    RETURN NEW;
END $$;

-- Keeps it from orders that it did not bring (not_yours), and from running ahead with their versions.
CREATE FUNCTION core.guard_web_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF tg_op = 'INSERT' THEN
        NEW.created_at := least(NEW.created_at, core.now());
        NEW.updated_at := greatest(NEW.created_at, least(NEW.updated_at, core.now()));
        NEW.version := least(NEW.version, 1000000);
        RETURN NEW;
    END IF;

    IF NOT EXISTS (
        SELECT FROM storedesk.order_status_history AS h JOIN storedesk.staff AS s ON s.id = h.actor_id
        WHERE h.order_id = OLD.id AND h.from_status IS NULL AND s.kind = 'service'
    ) THEN
        PERFORM core.forbid('not_yours');
    END IF;

    IF OLD.status <> 'pending' AND NEW.payment_type <> OLD.payment_type THEN
        PERFORM core.refuse('order_frozen', jsonb_build_object('number', OLD.order_number));
    END IF;

    NEW.updated_at := core.now();
    NEW.version := OLD.version + 1;
    RETURN NEW;
END $$;

-- Numbers go up one by one (order_numbers).
CREATE FUNCTION core.guard_number() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.last_sequence IS DISTINCT FROM (CASE tg_op WHEN 'UPDATE' THEN OLD.last_sequence + 1 ELSE 1 END) THEN
        PERFORM core.refuse_program('order_numbers', jsonb_build_object(
            'differs', 'last_sequence', 'found', NEW.last_sequence,
            'wanted', CASE tg_op WHEN 'UPDATE' THEN OLD.last_sequence + 1 ELSE 1 END
        ));
    END IF;

    RETURN NEW;
END $$;

-- ---------- the ledger

-- A line that did not come through a command is the web shop's: the server says who wrote it, when, and
-- of which shelf. Refuses what no movement can be (ledger_differs): it brings nothing back, since nobody
-- has returned anything to it.
CREATE FUNCTION core.stamp_movement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sign int := sign(NEW.new_value - NEW.previous_value);
BEGIN
    NEW.inventory_id := (SELECT i.id FROM public.inventory AS i WHERE i.product_id = NEW.product_id);
    NEW.user_id := core.stamp_actor();
    NEW.created_at := core.now();
    NEW.adjustment := NEW.new_value - NEW.previous_value;
    NEW.seq := nextval(pg_get_serial_sequence('public.inventory_audit_log', 'seq'));

    IF NOT (CASE WHEN NEW.operation_type IN ('set', 'adjust') THEN sign <> 0 AND NEW.order_id IS NULL
                 WHEN NEW.operation_type = 'reserve' THEN sign > 0 AND NEW.order_id IS NOT NULL
                 WHEN NEW.operation_type IN ('release', 'deduct') THEN sign < 0 AND NEW.order_id IS NOT NULL
                 ELSE sign > 0 AND NEW.order_id IS NULL END)
        OR least(NEW.previous_value, NEW.new_value) < 0 OR btrim(NEW.reason) = '' THEN
        PERFORM core.refuse_program('ledger_differs', jsonb_build_object(
            'product', NEW.product_id, 'differs', 'movement', 'operation_type', NEW.operation_type,
            'previous_value', NEW.previous_value, 'new_value', NEW.new_value, 'order_id', NEW.order_id
        ));
    END IF;

    RETURN NEW;
END $$;

CREATE TRIGGER stamp BEFORE INSERT ON public.inventory_audit_log
FOR EACH ROW WHEN (NOT pg_has_role(current_user, current_database() || '_owner', 'MEMBER'))
EXECUTE FUNCTION core.stamp_movement();

-- Holds the web shop to the ledger when it commits: what it did to the stock, it has written down.
-- Refuses numbers that are not the sum of their ledger, and one whose lines do not follow upon each
-- other (ledger_differs).
CREATE FUNCTION core.check_ledger() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wrong jsonb;
BEGIN
    SELECT jsonb_build_object('differs', d.number, 'wanted', d.wanted, 'found', d.found) INTO wrong
    FROM public.inventory AS i
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(a.adjustment) FILTER (WHERE a.operation_type NOT IN ('reserve', 'release')), 0) AS stock,
               coalesce(sum(a.adjustment) FILTER (WHERE a.operation_type IN ('reserve', 'release', 'deduct')), 0) AS reserved
        FROM public.inventory_audit_log AS a WHERE a.inventory_id = i.id
    ) AS ledger
    CROSS JOIN LATERAL (VALUES ('stock_level', ledger.stock, i.stock_level),
                               ('reserved_quantity', ledger.reserved, i.reserved_quantity)) AS d (number, wanted, found)
    WHERE i.product_id = NEW.product_id AND d.wanted <> d.found
    LIMIT 1;

    IF wrong IS NULL THEN
        SELECT jsonb_build_object('differs', 'previous_value', 'wanted', line.left_at, 'found', line.previous_value) INTO wrong
        FROM (
            SELECT a.seq, a.previous_value, lag(a.new_value, 1, 0) OVER (ORDER BY a.seq) AS left_at
            FROM public.inventory_audit_log AS a
            WHERE a.product_id = NEW.product_id AND a.operation_type NOT IN ('reserve', 'release')
        ) AS line
        WHERE line.previous_value <> line.left_at
        ORDER BY line.seq
        LIMIT 1;
    END IF;

    IF wrong IS NOT NULL THEN
        PERFORM core.refuse_program('ledger_differs', jsonb_build_object('product', NEW.product_id) || wrong);
    END IF;

    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER check_ledger AFTER INSERT OR UPDATE ON public.inventory
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_has_role(current_user, current_database() || '_owner', 'MEMBER'))
EXECUTE FUNCTION core.check_ledger();

CREATE CONSTRAINT TRIGGER check_ledger AFTER INSERT ON public.inventory_audit_log
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT pg_has_role(current_user, current_database() || '_owner', 'MEMBER'))
EXECUTE FUNCTION core.check_ledger();

-- ---------- looked at when it commits

-- How an order's number is written.
CREATE FUNCTION core.number_of(year int, sequence int) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN format('ORD-%s-%s', lpad(year::text, 4, '0'), lpad(sequence::text, greatest(6, length(sequence::text)), '0'));
END $$;

-- A number that was taken is an order's (order_numbers).
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

-- Whether an order has come in this very transaction. Its first step says so, for that row is never
-- written again; a savepoint of ours is a transaction of its own, and in progress as we are.
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

-- Holds an order that it wrote to what an order is: numbered in turn, its lines add up to it, and what
-- they promise is reserved, released or deducted, once. Refuses order_numbers, order_differs.
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

-- Whether what is known of a payment is not of its type: PayPal has an e-mail address or a transaction and
-- no card, a card has no address.
CREATE FUNCTION core.is_other_payment(type text, last_four text, brand text, paypal_email text, transaction text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE type
        WHEN 'paypal' THEN coalesce(last_four, brand) IS NOT NULL OR coalesce(paypal_email, transaction) IS NULL
        ELSE paypal_email IS NOT NULL OR last_four !~ '^[0-9]{4}$' OR brand NOT IN ('visa', 'mastercard', 'amex')
    END;
END $$;

-- Keeps a stored way of paying to its type (method_differs): a card has its last four digits, its brand and
-- the month it ends in, PayPal its address.
CREATE FUNCTION core.guard_method() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF btrim(NEW.token) = '' OR (CASE NEW.payment_type
        WHEN 'paypal' THEN NEW.paypal_email IS NOT NULL
            AND num_nonnulls(NEW.last_four_digits, NEW.card_brand, NEW.expires_at) = 0
        ELSE NEW.paypal_email IS NULL AND NEW.last_four_digits ~ '^[0-9]{4}$' AND NEW.card_brand IS NOT NULL
            AND NEW.expires_at ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'
    END) IS NOT TRUE THEN
        PERFORM core.refuse_program('method_differs', jsonb_build_object('payment_type', NEW.payment_type));
    END IF;

    RETURN NEW;
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

-- Where an order has promised something else than the ledger has moved for it: the movement that
-- differs, of which product, how many pieces were wanted, and how many were found.
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

-- Looks at an order that another program has written, when its transaction ends: see core.check_order.
-- Refuses lines that are added later (order_frozen).
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
    book text;
    event text;
    guard text;
BEGIN
    FOR book, guard IN VALUES
        ('carts', 'guard_basket'), ('cart_items', 'guard_basket_line'), ('orders', 'guard_web_order'),
        ('order_number_sequence', 'guard_number'), ('saved_payment_methods', 'guard_method')
    LOOP
        EXECUTE format('CREATE TRIGGER guard_web BEFORE INSERT OR UPDATE ON public.%I FOR EACH ROW %s '
                       'EXECUTE FUNCTION core.%I()', book, stranger, guard);
    END LOOP;

    FOR book, guard IN VALUES
        ('cart_items', 'cart_id, product_id, variant_id'), ('inventory', 'product_id, low_stock_threshold')
    LOOP
        EXECUTE format('CREATE TRIGGER guard_fixed BEFORE UPDATE ON public.%I FOR EACH ROW %s '
                       'EXECUTE FUNCTION core.guard_fixed(%s)', book, stranger, guard);
    END LOOP;

    FOR book, event, guard IN VALUES
        ('orders', 'INSERT OR UPDATE', 'check_web_order(''id'')'),
        ('order_line_items', 'INSERT', 'check_web_order(''order_id'')'),
        ('inventory_audit_log', 'INSERT', 'check_web_order(''order_id'')'),
        ('order_number_sequence', 'INSERT OR UPDATE', 'check_number()')
    LOOP
        EXECUTE format('CREATE CONSTRAINT TRIGGER check_web AFTER %s ON public.%I DEFERRABLE INITIALLY DEFERRED '
                       'FOR EACH ROW %s EXECUTE FUNCTION core.%s', event, book, stranger, guard);
    END LOOP;
END $$;
