-- The carriers that a store ships with.

-- Carriers as they are stored: null for those that the program knows. Refuses more than 30 (too_many), one without a
-- name (carrier_nameless), one that is there already (carrier_twice), a page that is not https or has no {number}
-- (carrier_link_bad), what no number looks like (carrier_shape_bad), and what clean_words refuses.
CREATE FUNCTION core.clean_carriers(carriers jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    most CONSTANT int := 30;
    own jsonb;
    twice text;
BEGIN
    IF carriers IS NULL OR jsonb_typeof(carriers) = 'null' THEN
        RETURN NULL;
    ELSIF jsonb_typeof(carriers) <> 'array' OR jsonb_array_length(carriers) > most THEN
        PERFORM core.refuse('too_many', jsonb_build_object('most', most));
    END IF;

    FOR own IN SELECT c.carrier FROM jsonb_array_elements(carriers) AS c (carrier) WHERE NOT c.carrier ? 'code' LOOP
        IF core.clean_words(own ->> 'name', 100) IS DISTINCT FROM own ->> 'name' OR own ->> 'name' IS NULL THEN
            PERFORM core.refuse('carrier_nameless');
        ELSIF NOT storedesk.is_carrier(own || '{"shapes": []}') THEN
            PERFORM core.refuse('carrier_link_bad', jsonb_build_object('hole', '{number}'));
        ELSIF NOT storedesk.is_carrier(own) THEN
            PERFORM core.refuse('carrier_shape_bad');
        END IF;
    END LOOP;

    SELECT min(coalesce(c.carrier ->> 'code', c.carrier ->> 'name')) INTO twice
    FROM jsonb_array_elements(carriers) AS c (carrier)
    GROUP BY lower(coalesce(c.carrier ->> 'code', c.carrier ->> 'name')) HAVING count(*) > 1
    LIMIT 1;

    IF twice IS NOT NULL THEN
        PERFORM core.refuse('carrier_twice', jsonb_build_object('carrier', twice));
    END IF;

    RETURN carriers;
END $$;

-- Notes the carrier of a shipment, or that nobody knows it (null). Refuses what clean_words refuses.
CREATE FUNCTION core.note_carrier(of_order uuid, carrier text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    clean text := core.clean_words(carrier, 100);
BEGIN
    DELETE FROM storedesk.shipment_carriers AS s WHERE s.order_id = of_order;

    IF clean IS NOT NULL THEN
        INSERT INTO storedesk.shipment_carriers (order_id, carrier) VALUES (of_order, clean);
    END IF;
END $$;
