-- Where an order is shipped to.

-- Reads a shipping address: trimmed, all fields but the state given. Refuses address_incomplete, country_unknown,
-- address_too_long, and what clean_words refuses.
CREATE FUNCTION core.clean_address(given jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    field text;
    most int;
    clean jsonb := '{}';
BEGIN
    FOR field, most IN VALUES ('recipient', 200), ('street', 200), ('city', 100), ('state', 100),
                              ('postal_code', 20), ('country', 2) LOOP
        IF length(btrim(given ->> field)) > most THEN
            PERFORM core.refuse('address_too_long', jsonb_build_object('most', most));
        END IF;

        clean := clean || jsonb_build_object(field, coalesce(core.clean_words(given ->> field, most), ''));

        IF clean ->> field = '' AND field <> 'state' THEN
            PERFORM core.refuse('address_incomplete');
        END IF;
    END LOOP;

    IF clean ->> 'country' !~ '^[A-Z]{2}$' THEN
        PERFORM core.refuse('country_unknown', jsonb_build_object('country', clean ->> 'country'));
    END IF;

    RETURN clean;
END $$;

-- Changes where an order is shipped to, as long as it has not left. Refuses address_fixed, changed_meanwhile,
-- nothing_changed, and what clean_address refuses.
CREATE FUNCTION api.change_order_address(request uuid, order_id uuid, seen int, address jsonb) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    instant timestamp := core.now();
    held public.orders := core.hold_order(
        order_id, seen, core.order_states('change_order_address'), refusal => 'address_fixed'
    );
    clean jsonb := core.clean_address(address);
    fields text[];
BEGIN
    fields := core.changes(jsonb_build_object(
        'recipient', held.shipping_recipient_name, 'street', held.shipping_street, 'city', held.shipping_city,
        'state', held.shipping_state, 'postal_code', held.shipping_postal_code, 'country', held.shipping_country
    ), clean);

    IF fields = '{}' THEN
        PERFORM core.refuse('nothing_changed');
    END IF;

    UPDATE public.orders
    SET shipping_recipient_name = clean ->> 'recipient', shipping_street = clean ->> 'street',
        shipping_city = clean ->> 'city', shipping_state = clean ->> 'state',
        shipping_postal_code = clean ->> 'postal_code', shipping_country = clean ->> 'country',
        version = held.version + 1, updated_at = instant
    WHERE id = order_id;
    PERFORM core.write_change(held, 'address', array_to_string(fields, ', '), me, instant);
    PERFORM core.audit('change_address', 'order', order_id, NULL, to_jsonb(fields));
    answer := core.order_answer(order_id);
END $$;
