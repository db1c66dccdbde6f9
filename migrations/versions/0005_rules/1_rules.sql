-- The rules of 0004 that tables check, with the same answers, as functions that are called. What is written in
-- LANGUAGE sql is put into every statement anew, with all that it calls: that was two thirds of what it cost to
-- write an order. A body in PL/pgSQL is planned once for a connection; its search_path is fixed, so that none of a
-- client's own can bend it.

CREATE OR REPLACE FUNCTION storedesk.is_plain_line(line text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN line !~ ('[\u0001-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFDD0-\uFDEF'
        '\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0080-\U000E00FF'
        '\U000E01F0-\U000E0FFF]')
        AND NOT storedesk.has_stray_tags(line) AND (line ~ '^ *$' OR storedesk.is_visible(line));
END $$;

CREATE OR REPLACE FUNCTION storedesk.is_clean_line(line text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN line = btrim(line) AND line <> '' AND line IS NFC NORMALIZED
        AND line !~ '[\u00A0\u00AD]' AND storedesk.is_plain_line(line);
END $$;

CREATE OR REPLACE FUNCTION storedesk.is_plain_text(words text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN words !~ ('[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E'
        '\u2060-\u206F\uFDD0-\uFDEF\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A'
        '\U000E0080-\U000E00FF\U000E01F0-\U000E0FFF]') AND NOT storedesk.has_stray_tags(words);
END $$;

CREATE OR REPLACE FUNCTION storedesk.is_plain_document(document jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN document::text !~ '(^|[^\\])(\\\\)*\\(u00[01]|u007f|[bf])' AND storedesk.is_plain_text(document::text);
END $$;

CREATE OR REPLACE FUNCTION storedesk.is_instant(instant timestamp) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN instant >= timestamp '1900-01-01' AND instant < timestamp '2200-01-01';
END $$;

CREATE OR REPLACE FUNCTION storedesk.is_day(day date) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN day >= date '1900-01-01' AND day < date '2200-01-01';
END $$;

CREATE OR REPLACE FUNCTION storedesk.is_amount(amount numeric) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN amount > '-Infinity'::numeric AND amount < 'Infinity'::numeric;
END $$;

CREATE OR REPLACE FUNCTION storedesk.is_email(address text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN address ~ '^[^\s@<>",;:()\[\]\\.]+(\.[^\s@<>",;:()\[\]\\.]+)*@[^\s@<>",;:()\[\]\\.]{1,63}(\.[^\s@<>",;:()\[\]\\.]{1,63})*$'
        AND address !~ '@(.*\.)?-|-(\.[^@]*)?$'
        AND split_part(address, '@', 2) !~ ('[a-zA-Z\u00C0-\u024F][^.]*[\u0370-\u058F\u13A0-\u13FF\uAB70-\uABBF]'
            '|[\u0370-\u058F\u13A0-\u13FF\uAB70-\uABBF][^.]*[a-zA-Z\u00C0-\u024F]'
            '|[\u0370-\u03FF][^.]*[\u0400-\u058F]|[\u0400-\u058F][^.]*[\u0370-\u03FF]')
        AND split_part(address, '@', 2) !~ '[!#$%&''*+/=?^_`{|}~\u2000-\u206F\u3000-\u3004\uFF00-\uFF60]'
        AND storedesk.is_plain_line(address);
END $$;

-- ---------- card numbers: nearly every text that is written has no room for thirteen digits

-- Whether a text may have the digits of a card's number. What is no letter of ours may be a digit of any script, or
-- a sign that means some (twelve in a circle, one tenth): three at most, so that five such characters may be enough.
CREATE FUNCTION storedesk.has_digits(words text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN char_length(regexp_replace(words, '[A-Za-z \u00C0-\u024F]+', '', 'g')) > 4;

CREATE OR REPLACE FUNCTION storedesk.has_card_number(words text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF octet_length(words) = char_length(words) THEN
        RETURN words ~ '[0-9]([- ./_\t]{0,3}[0-9]){12}' AND storedesk.finds_card_number(words);
    END IF;

    RETURN words IS NOT NULL AND storedesk.has_digits(words) AND storedesk.finds_card_number(words);
END $$;

CREATE OR REPLACE FUNCTION storedesk.is_card_number(value text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    plain text;
BEGIN
    IF octet_length(value) = char_length(value)
        AND value !~ '^[- ./_\t]*[0-9]([- ./_\t]{0,3}[0-9]){12,18}[- ./_\t]*$' OR NOT storedesk.has_digits(value) THEN
        RETURN false;
    END IF;

    plain := storedesk.plain_digits(value);
    RETURN plain ~ '^[- ./_\t0-9]+$' AND storedesk.is_card_digits(regexp_replace(plain, '[- ./_\t]', '', 'g'));
END $$;
