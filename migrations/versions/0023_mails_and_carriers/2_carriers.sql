-- Whether a list says what a carrier's numbers look like: # a digit, @ a letter, * either, and letters and digits.
CREATE FUNCTION storedesk.are_shapes(shapes jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN jsonb_typeof(shapes) IS DISTINCT FROM 'array' THEN false
    ELSE jsonb_array_length(shapes) <= 40 AND NOT EXISTS (
        SELECT FROM jsonb_array_elements(shapes) AS s (shape)
        WHERE jsonb_typeof(s.shape) <> 'string' OR s.shape #>> '{}' !~ '^[A-Z0-9#@*]{4,40}$'
    )
END;

-- Whether a carrier is a known one by its code, or one of the store's own: its name, its tracking page with a hole for
-- the number, and what its numbers look like.
CREATE FUNCTION storedesk.is_carrier(carrier jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN jsonb_typeof(carrier) <> 'object' THEN false
    WHEN carrier ? 'code' THEN carrier - 'code' = '{}' AND coalesce(carrier ->> 'code', '') ~ '^[a-z][a-z0-9_]{1,29}$'
    ELSE carrier - '{name,link,shapes}'::text[] = '{}'
        AND storedesk.are_shapes(carrier -> 'shapes')
        AND coalesce(length(carrier ->> 'name') <= 100 AND storedesk.is_clean_line(carrier ->> 'name')
            AND storedesk.is_visible(carrier ->> 'name') AND NOT storedesk.has_card_number(carrier ->> 'name'), false)
        AND coalesce(length(carrier ->> 'link') <= 500 AND carrier ->> 'link' ~ (
            '^https://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?/'
            || '[!#-;=?-Z_a-z~]*[{]number[}][!#-;=?-Z_a-z~]*$'), false)
END;

-- Whether a list of carriers can be kept: at most 30, no name and no code twice. Null for none.
CREATE FUNCTION storedesk.are_carriers(carriers jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN carriers IS NULL THEN NULL
    WHEN jsonb_typeof(carriers) <> 'array' THEN false
    ELSE jsonb_array_length(carriers) <= 30
        AND (SELECT count(*) = count(DISTINCT lower(coalesce(c.carrier ->> 'code', c.carrier ->> 'name')))
                AND coalesce(bool_and(storedesk.is_carrier(c.carrier)), true)
             FROM jsonb_array_elements(carriers) AS c (carrier))
END;

-- The carriers that a store ships with, in its order. Null: those that the program knows.
ALTER TABLE storedesk.store_settings
    ADD COLUMN carriers jsonb,
    ADD CONSTRAINT chk_settings_carriers CHECK (storedesk.are_carriers(carriers));

CREATE TABLE storedesk.shipment_carriers (      -- the carrier of a shipment, where somebody saw or chose it
    order_id uuid PRIMARY KEY REFERENCES public.orders (id) ON DELETE RESTRICT,
    carrier varchar(100) NOT NULL CHECK (
        storedesk.is_clean_line(carrier) AND storedesk.is_visible(carrier) AND NOT storedesk.has_card_number(carrier)
    )
);
