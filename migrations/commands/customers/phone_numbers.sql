-- Telephone numbers, however they are written.

-- The digits of a telephone number, however it is written; without its extension.
CREATE FUNCTION core.only_digits(number text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT regexp_replace(storedesk.letters(number), '[^0-9]|[a-z].*', '', 'g')
$$;

-- The last digits of a telephone number, which it has in every way of writing it: of a national number without the
-- zeros before it, of a long or an international one without what may be a country's code.
CREATE FUNCTION core.phone_tail(number text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    digits text := ltrim(core.only_digits(replace(number, '(0)', '')), '0');
    is_abroad boolean := storedesk.letters(number) ~ '^ *(\+|00)';
BEGIN
    RETURN CASE
        WHEN is_abroad OR length(digits) > 10 THEN right(digits, greatest(length(digits) - 3, 6))
        WHEN length(digits) = 10 THEN right(digits, 8)
        ELSE digits
    END;
END $$;

-- Tells whether two telephone numbers are the same.
CREATE FUNCTION core.is_same_phone(one text, other text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT length(core.phone_tail(one)) > 4 AND length(core.phone_tail(other)) > 4 AND (
        starts_with(reverse(core.only_digits(one)), reverse(core.phone_tail(other)))
        OR starts_with(reverse(core.only_digits(other)), reverse(core.phone_tail(one)))
    )
$$;
