-- What a customer has several of: addresses and ways of paying, one of each kind the default. She is held
-- first, so that of two who choose a default at once the later one wins, and one of them is left.

-- Holds a customer. Refuses customer_not_found, walk_in_fixed.
CREATE FUNCTION core.hold_customer(customer uuid) RETURNS public.customers
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held public.customers;
BEGIN
    SELECT * INTO held FROM public.customers AS c WHERE c.id = customer FOR NO KEY UPDATE;

    IF NOT FOUND THEN
        PERFORM core.not_found('customer_not_found');
    END IF;

    IF held.id = (SELECT s.walk_in_customer_id FROM storedesk.store_settings AS s) THEN
        PERFORM core.refuse('walk_in_fixed');
    END IF;

    RETURN held;
END $$;

-- Makes an address the default. Refuses customer_not_found, walk_in_fixed, address_not_found.
CREATE FUNCTION api.set_default_address(request uuid, customer uuid, address uuid) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.hold_customer(customer);
    PERFORM FROM public.customer_shipping_addresses AS a WHERE a.id = address AND a.customer_id = customer;

    IF NOT FOUND THEN
        PERFORM core.not_found('address_not_found');
    END IF;

    UPDATE public.customer_shipping_addresses AS a SET is_default = true WHERE a.id = address AND NOT a.is_default;
END $$;

-- Takes an address away; where it was the default, the newest of the others becomes it. Orders keep
-- their own copy. What it was is kept where it can be erased. Refuses what set_default_address refuses.
CREATE FUNCTION api.remove_address(request uuid, customer uuid, address uuid) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    was jsonb;
BEGIN
    PERFORM core.hold_customer(customer);
    DELETE FROM public.customer_shipping_addresses AS a WHERE a.id = address AND a.customer_id = customer
    RETURNING to_jsonb(a) INTO was;

    IF was IS NULL THEN
        PERFORM core.not_found('address_not_found');
    END IF;

    INSERT INTO storedesk.customer_history (customer_id, changed_at, changed_by, old)
    VALUES (customer, core.now(), me, jsonb_build_object('address', was));
    PERFORM core.audit('remove', 'address', customer);
END $$;

-- Makes a way of paying the default. Refuses customer_not_found, walk_in_fixed, method_not_found.
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

-- Takes a way of paying away, and its token with it. Refuses what set_default_payment_method refuses.
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
