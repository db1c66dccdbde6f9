-- Stored payment methods of customers: see addresses.sql for the default.

-- Makes a payment method the default. Refuses customer_not_found, walk_in_fixed, method_not_found.
CREATE FUNCTION api.set_default_payment_method(request uuid, customer uuid, method uuid) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.hold_customer(customer);
    PERFORM FROM public.saved_payment_methods AS m WHERE m.id = method AND m.customer_id = customer;

    IF NOT FOUND THEN
        PERFORM core.not_found('method_not_found');
    END IF;

    UPDATE public.saved_payment_methods AS m SET is_default = true WHERE m.id = method AND NOT m.is_default;
    PERFORM core.audit('choose', 'payment_method', customer);
END $$;

-- Removes a payment method with its token. Refuses what set_default_payment_method refuses.
CREATE FUNCTION api.remove_payment_method(request uuid, customer uuid, method uuid) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.hold_customer(customer);
    DELETE FROM public.saved_payment_methods AS m WHERE m.id = method AND m.customer_id = customer;

    IF NOT FOUND THEN
        PERFORM core.not_found('method_not_found');
    END IF;

    PERFORM core.audit('remove', 'payment_method', customer);
END $$;
