-- The web shop is another program, which writes the model's tables by itself. What it may write is in
-- grants.toml; the files of this folder hold it to what the tables mean: whole orders, the next number, a ledger
-- that is consistent, and nothing of the tills. Its rows are looked at once more at commit, since no order is
-- whole before. Commands run as the owner: nothing of this is asked of them.

-- Refuses a change of columns that are fixed once the row is there (column_fixed). A client that always writes a
-- row whole may do so as long as nothing in them changes.
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

-- Forbids the sales on the registers' screens (not_yours), and refuses a basket of the walk-in customer
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

-- Forbids lines of another program in a register's sale (not_yours). Refuses to put into a basket what a till alone can
-- sell (sold_at_till).
CREATE FUNCTION core.guard_basket_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM storedesk.till_carts AS t WHERE t.cart_id = NEW.cart_id) THEN
        PERFORM core.forbid('not_yours');
    END IF;

    IF tg_op = 'INSERT' THEN
        PERFORM core.refuse_measured(ARRAY[NEW.product_id]);
    END IF;

    RETURN NEW;
END $$;

-- Refuses to order what a till alone can sell (sold_at_till).
CREATE FUNCTION core.guard_web_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.refuse_measured(ARRAY[NEW.product_id]);
    RETURN NEW;
END $$;

-- Forbids orders that the web shop did not bring (not_yours), and keeps their versions and times from running
-- ahead. Refuses a new order that is delivered already (order_arrives), another payment type once it is
-- confirmed (order_frozen), and to pay or cancel one of which the store has taken a deposit (order_has_deposit).
CREATE FUNCTION core.guard_web_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF tg_op = 'INSERT' THEN
        IF NEW.status = 'delivered' THEN
            PERFORM core.refuse('order_arrives', jsonb_build_object('status', NEW.status));
        END IF;

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

    IF OLD.status = 'pending' AND EXISTS (SELECT FROM storedesk.order_payments AS p WHERE p.order_id = OLD.id)
        AND (NEW.status, NEW.payment_type, NEW.payment_last_four_digits, NEW.payment_card_brand,
             NEW.payment_paypal_email, NEW.payment_transaction_id)
            IS DISTINCT FROM
            (OLD.status, OLD.payment_type, OLD.payment_last_four_digits, OLD.payment_card_brand,
             OLD.payment_paypal_email, OLD.payment_transaction_id) THEN
        PERFORM core.refuse('order_has_deposit', jsonb_build_object('number', OLD.order_number));
    END IF;

    NEW.updated_at := core.now();
    NEW.version := OLD.version + 1;
    RETURN NEW;
END $$;

-- Refuses a number that is not the next (order_numbers).
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

-- Refuses a stored payment method that does not fit its type (method_differs): a card has its last four digits,
-- its brand and the month it ends in, PayPal its address.
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

DO $$
DECLARE
    stranger constant text := 'WHEN (NOT pg_has_role(current_user, current_database() || ''_owner'', ''MEMBER''))';
    watched text;
    guard text;
BEGIN
    FOR watched, guard IN VALUES
        ('carts', 'guard_basket'), ('cart_items', 'guard_basket_line'), ('orders', 'guard_web_order'),
        ('order_number_sequence', 'guard_number'), ('saved_payment_methods', 'guard_method')
    LOOP
        EXECUTE format('CREATE TRIGGER guard_web BEFORE INSERT OR UPDATE ON public.%I FOR EACH ROW %s '
                       'EXECUTE FUNCTION core.%I()', watched, stranger, guard);
    END LOOP;

    EXECUTE format('CREATE TRIGGER guard_web BEFORE INSERT ON public.order_line_items FOR EACH ROW %s '
                   'EXECUTE FUNCTION core.guard_web_line()', stranger);

    FOR watched, guard IN VALUES
        ('cart_items', 'cart_id, product_id, variant_id'), ('inventory', 'product_id, low_stock_threshold')
    LOOP
        EXECUTE format('CREATE TRIGGER guard_fixed BEFORE UPDATE ON public.%I FOR EACH ROW %s '
                       'EXECUTE FUNCTION core.guard_fixed(%s)', watched, stranger, guard);
    END LOOP;
END $$;
