-- Addresses of customers. The customer is held first, so that of two who choose a default at once the later
-- one wins, and one default is left.

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

-- Removes an address; if it was the default, the newest of the others becomes it. Orders keep their own copy. What
-- it was is kept where it can be erased. Refuses what set_default_address refuses.
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
