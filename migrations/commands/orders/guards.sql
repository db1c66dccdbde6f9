-- What holds for orders, whichever program writes them.

-- Guards every order: money, number and birth are frozen, steps are allowed ones, a shipment has its tracking
-- number, a cancellation its reason, and versions go up. A number is provisional until core.number_order has run.
-- Refuses a new order that has left already (order_arrives; a sale at a till is delivered at once, and
-- guard_web_order refuses that of anybody else), to change what is frozen (order_frozen), other steps (order_step),
-- and what guard_state refuses.
CREATE FUNCTION core.guard_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF tg_op = 'INSERT' THEN
        IF NEW.status NOT IN ('pending', 'confirmed', 'delivered') THEN
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

-- Tells whether an order may take a step. Over the counter only with its row in pos_sales.
CREATE FUNCTION core.may_step(of_order uuid, was text, becomes text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce(was = ANY (core.order_states(CASE becomes
        WHEN 'confirmed' THEN 'confirm_order' WHEN 'shipped' THEN 'ship_order'
        WHEN 'delivered' THEN 'deliver_order' WHEN 'cancelled' THEN 'cancel_order'
    END)), false) OR ((was, becomes) = ('confirmed', 'delivered')
          AND EXISTS (SELECT FROM storedesk.pos_sales AS s WHERE s.order_id = of_order));
END $$;

-- Refuses a state without what belongs to it, or with what does not yet (tracking_missing, tracking_too_early,
-- reason_missing, reason_too_early).
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

CREATE TRIGGER append_only BEFORE DELETE ON public.orders
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON public.orders
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();

DO $$
DECLARE
    watched text;
BEGIN
    FOREACH watched IN ARRAY ARRAY['public.order_line_items', 'storedesk.order_status_history',
                                'storedesk.order_payments', 'storedesk.order_tax_lines',
                                'storedesk.order_discounts', 'storedesk.order_promotions', 'storedesk.line_notes',
                                'storedesk.line_measures',
                                'storedesk.pos_sales'] LOOP
        EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %s '
                       'FOR EACH ROW EXECUTE FUNCTION core.append_only()', watched);
        EXECUTE format('CREATE TRIGGER append_only_table BEFORE TRUNCATE ON %s '
                       'FOR EACH STATEMENT EXECUTE FUNCTION core.append_only()', watched);
    END LOOP;
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.order_changes
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.order_changes
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.order_line_taxes
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.order_line_taxes
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();
