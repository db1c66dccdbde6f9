-- What text, instants, amounts and addresses a table takes: one rule each, for whoever writes. domain/values/text.py
-- cleans what people type by the same rule and says why it is refused; a test holds the two together.
--
-- A rule here is never narrower than what a shop could mean. What an earlier version let in is put right at
-- the end where nobody can miss it (what nobody sees, an instant that no client can read, a card's number),
-- and the log says where. Where only people can put it right, the rule is kept for new rows alone, and S57
-- names it.

-- whose triggers would refuse what is put right here; the commands make both schemas anew in any case
DROP SCHEMA IF EXISTS api, core CASCADE;

-- ---------- text

-- Whether anything of it is seen: not blanks, fillers, joiners, tags and accents of nothing alone.
CREATE FUNCTION storedesk.is_visible(words text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN words ~ ('[^\u0001-\u0020\u007F-\u00A0\u00AD\u0300-\u036F\u061C\u115F\u1160\u1680\u17B4\u17B5\u180B-\u180F'
    '\u2000-\u200F\u2028-\u202F\u205F-\u206F\u20D0-\u20FF\u2800\u3000\u3164\uFE00-\uFE0F\uFEFF\uFFA0'
    '\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]');

-- Whether tags stand where they belong: in the flags of England, Scotland, Wales and their like.
CREATE FUNCTION storedesk.has_stray_tags(words text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN words ~ '[\U000E0000-\U000E007F]'
    AND regexp_replace(words, '\U0001F3F4[\U000E0020-\U000E007E]+\U000E007F', '', 'g') ~ '[\U000E0000-\U000E007F]';

-- A line that can be shown: no control characters, none that turn the writing round, none unseen, unless it
-- is a joiner: Persian, the Indic scripts and emoji need those. What is not empty can be seen.
CREATE OR REPLACE FUNCTION storedesk.is_plain_line(line text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN line !~ ('[\u0001-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFDD0-\uFDEF'
    '\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0080-\U000E00FF\U000E01F0-\U000E0FFF]')
    AND NOT storedesk.has_stray_tags(line) AND (line ~ '^ *$' OR storedesk.is_visible(line));

-- A plain line that can be found again: composed, trimmed and seen.
CREATE OR REPLACE FUNCTION storedesk.is_clean_line(line text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN line = btrim(line) AND line <> '' AND line IS NFC NORMALIZED
    AND line !~ '[\u00A0\u00AD]' AND storedesk.is_plain_line(line);

-- Text of several lines.
CREATE OR REPLACE FUNCTION storedesk.is_plain_text(words text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN words !~ ('[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F'
    '\uFDD0-\uFDEF\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0080-\U000E00FF'
    '\U000E01F0-\U000E0FFF]') AND NOT storedesk.has_stray_tags(words);

-- A document of foreign text: JSON writes control characters as \u001b, and a backslash as two.
CREATE FUNCTION storedesk.is_plain_document(document jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN document::text !~ '(^|[^\\])(\\\\)*\\(u00[01]|u007f|[bf])' AND storedesk.is_plain_text(document::text);

-- ---------- card numbers

-- Text with its digits as 0 to 9, whatever script and width they are written in, and without what nobody sees
-- and stands between them.
CREATE FUNCTION storedesk.plain_digits(words text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    seen text;
BEGIN
    IF octet_length(words) = length(words) THEN
        RETURN words;
    END IF;

    seen := regexp_replace(normalize(words, NFKC),
        '[\u00AD\u0300-\u036F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F'
        '\u20D0-\u20FF\u2800\uFE00-\uFE0F\uFEFF\U000E0000-\U000E0FFF]', '', 'g');

    IF seen ~ (
        '[\u0660-\u0669\u06F0-\u06F9\u07C0-\u07C9\u0966-\u096F\u09E6-\u09EF\u0A66-\u0A6F\u0AE6-\u0AEF'
        '\u0B66-\u0B6F\u0BE6-\u0BEF\u0C66-\u0C6F\u0CE6-\u0CEF\u0D66-\u0D6F\u0DE6-\u0DEF\u0E50-\u0E59'
        '\u0ED0-\u0ED9\u0F20-\u0F29\u1040-\u1049\u1090-\u1099\u17E0-\u17E9\u1810-\u1819\u1946-\u194F'
        '\u19D0-\u19D9\u1A80-\u1A89\u1A90-\u1A99\u1B50-\u1B59\u1BB0-\u1BB9\u1C40-\u1C49\u1C50-\u1C59'
        '\uA620-\uA629\uA8D0-\uA8D9\uA900-\uA909\uA9D0-\uA9D9\uA9F0-\uA9F9\uAA50-\uAA59\uABF0-\uABF9'
        '\U000104A0-\U000104A9\U00010D30-\U00010D39\U00011066-\U0001106F\U000110F0-\U000110F9'
        '\U00011136-\U0001113F\U000111D0-\U000111D9\U000112F0-\U000112F9\U00011450-\U00011459'
        '\U000114D0-\U000114D9\U00011650-\U00011659\U000116C0-\U000116C9\U00011730-\U00011739'
        '\U000118E0-\U000118E9\U00011950-\U00011959\U00011C50-\U00011C59\U00011D50-\U00011D59'
        '\U00011DA0-\U00011DA9\U00016A60-\U00016A69\U00016AC0-\U00016AC9\U00016B50-\U00016B59'
        '\U0001E140-\U0001E149\U0001E2F0-\U0001E2F9\U0001E950-\U0001E959]'
    ) THEN
        SELECT string_agg(coalesce((ascii(l.letter) - z.nought)::text, l.letter), '' ORDER BY l.place) INTO seen
        FROM string_to_table(seen, NULL) WITH ORDINALITY AS l (letter, place)
        LEFT JOIN unnest(ARRAY[
            1632, 1776, 1984, 2406, 2534, 2662, 2790, 2918, 3046, 3174, 3302, 3430, 3558, 3664, 3792, 3872,
        4160, 4240, 6112, 6160, 6470, 6608, 6784, 6800, 6992, 7088, 7232, 7248, 42528, 43216, 43264,
        43472, 43504, 43600, 44016, 66720, 68912, 69734, 69872, 69942, 70096, 70384, 70736, 70864,
        71248, 71360, 71472, 71904, 72016, 72784, 73040, 73120, 92768, 92864, 93008, 123200, 123632,
        125264
        ]) AS z (nought) ON ascii(l.letter) BETWEEN z.nought AND z.nought + 9;
    END IF;

    RETURN translate(seen, E'\u1680\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u2044\u00B7\u2022', ' --------/..');
END $$;

-- Whether some digits are a payment card's number: as many as its kind has, and with the right check digit.
-- Thirteen that are an article's number (EAN) are none: one in ten of those would pass.
CREATE FUNCTION storedesk.is_card_digits(digits text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN digits ~ ('^(4([0-9]{12}|[0-9]{15}|[0-9]{18})|(5[1-5]|2[2-7])[0-9]{14}|3[47][0-9]{13}|3[0689][0-9]{12}'
        '|(35|6[0-9])[0-9]{14,17})$')
    AND (
        SELECT sum(CASE WHEN d.place % 2 = 1 THEN d.digit WHEN d.digit > 4 THEN 2 * d.digit - 9 ELSE 2 * d.digit END) % 10 = 0
            AND (length(digits) <> 13 OR sum(CASE WHEN d.place % 2 = 1 THEN d.digit ELSE 3 * d.digit END) % 10 <> 0)
        FROM (
            SELECT n.place, substr(reverse(digits), n.place, 1)::int AS digit
            FROM generate_series(1, length(digits)) AS n (place)
        ) AS d
    );

-- Whether a card's number stands anywhere in a text: its digits together, one by one, or in groups of three
-- and more, with blanks, hyphens, dots or slashes between them. Shorter groups are sizes and dates.
CREATE FUNCTION storedesk.finds_card_number(words text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    run text[];
    groups text[];
    digits text;
    least int;
BEGIN
    FOR run IN
        SELECT regexp_matches(storedesk.plain_digits(words), '[0-9](?:[- ./_\t]{0,3}[0-9]){12,}', 'g')
    LOOP
        groups := regexp_split_to_array(run[1], '[^0-9]+');

        FOR at IN 1 .. cardinality(groups) LOOP
            digits := '';
            least := CASE WHEN length(groups[at]) = 1 THEN 1 ELSE 3 END;

            FOR till IN at .. cardinality(groups) LOOP
                digits := digits || groups[till];
                EXIT WHEN length(digits) > 19 OR least = 1 AND length(groups[till]) > 1;

                IF length(digits) > 12 AND storedesk.is_card_digits(digits) THEN
                    RETURN true;
                END IF;

                EXIT WHEN length(groups[till]) < least;
            END LOOP;
        END LOOP;
    END LOOP;

    RETURN false;
END $$;

-- The same, quickly where there are not enough digits for it.
CREATE FUNCTION storedesk.has_card_number(words text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN octet_length(words) = char_length(words) AND words !~ '[0-9]([- ./_\t]{0,3}[0-9]){12}' THEN false
    ELSE storedesk.finds_card_number(words) END;

-- A whole value that is a payment card's number, however it is grouped: for what is no words, references and
-- tokens of a gateway.
CREATE OR REPLACE FUNCTION storedesk.is_card_number(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN octet_length(value) = char_length(value) AND value !~ '^[- ./_\t]*[0-9]([- ./_\t]{0,3}[0-9]){12,18}[- ./_\t]*$'
    THEN false
    ELSE storedesk.plain_digits(value) ~ '^[- ./_\t0-9]+$'
        AND storedesk.is_card_digits(regexp_replace(storedesk.plain_digits(value), '[- ./_\t]', '', 'g'))
END;

-- ---------- addresses of mail

-- An address as mail servers take it, in broad strokes: the names of a domain are neither empty nor of two
-- scripts, of which one is there to look like the other. domain/values/email_addresses.py knows the whole rule.
CREATE FUNCTION storedesk.is_email(address text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN address ~ '^[^\s@<>",;:()\[\]\\.]+(\.[^\s@<>",;:()\[\]\\.]+)*@[^\s@<>",;:()\[\]\\.]{1,63}(\.[^\s@<>",;:()\[\]\\.]{1,63})*$'
    AND address !~ '@(.*\.)?-|-(\.[^@]*)?$'
    AND split_part(address, '@', 2) !~ ('[a-zA-Z\u00C0-\u024F][^.]*[\u0370-\u058F\u13A0-\u13FF\uAB70-\uABBF]'
        '|[\u0370-\u058F\u13A0-\u13FF\uAB70-\uABBF][^.]*[a-zA-Z\u00C0-\u024F]'
        '|[\u0370-\u03FF][^.]*[\u0400-\u058F]|[\u0400-\u058F][^.]*[\u0370-\u03FF]')
    AND split_part(address, '@', 2) !~ '[!#$%&''*+/=?^_`{|}~\u2000-\u206F\u3000-\u3004\uFF00-\uFF60]'
    AND storedesk.is_plain_line(address);

-- ---------- instants and amounts

-- An instant that a shop could mean: none that is infinite, or hundreds of years away.
CREATE OR REPLACE FUNCTION storedesk.is_instant(instant timestamp) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN instant >= timestamp '1900-01-01' AND instant < timestamp '2200-01-01';

CREATE FUNCTION storedesk.is_day(day date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN day >= date '1900-01-01' AND day < date '2200-01-01';

-- An amount that can be added up: NaN is greater than any number, and so passes every `>= 0`.
CREATE OR REPLACE FUNCTION storedesk.is_amount(amount numeric) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN amount > '-Infinity'::numeric AND amount < 'Infinity'::numeric;

-- ---------- text: which columns keep which rule

ALTER TABLE public.categories
    ADD CONSTRAINT chk_category_description CHECK (storedesk.is_plain_text(description)) NOT VALID,
    ADD CONSTRAINT chk_category_no_card CHECK (NOT storedesk.has_card_number(name)
        AND NOT storedesk.has_card_number(description)) NOT VALID;

ALTER TABLE public.products
    ADD CONSTRAINT chk_product_no_card CHECK (NOT storedesk.has_card_number(name)
        AND NOT storedesk.has_card_number(description)) NOT VALID;

ALTER TABLE public.product_variants
    ADD CONSTRAINT chk_variant_no_card CHECK (NOT storedesk.has_card_number(size)
        AND NOT storedesk.has_card_number(color)) NOT VALID;

ALTER TABLE public.inventory_audit_log
    ADD CONSTRAINT chk_audit_no_card CHECK (NOT storedesk.has_card_number(reason)) NOT VALID;

ALTER TABLE public.customers
    ADD CONSTRAINT chk_customer_token_lines CHECK (storedesk.is_plain_line(password_hash)
        AND storedesk.is_plain_line(verification_token)) NOT VALID,
    ADD CONSTRAINT chk_customer_no_card CHECK (NOT storedesk.has_card_number(first_name)
        AND NOT storedesk.has_card_number(last_name)) NOT VALID;

ALTER TABLE public.customer_shipping_addresses
    ADD CONSTRAINT chk_address_no_card CHECK (NOT storedesk.has_card_number(recipient_name)
        AND NOT storedesk.has_card_number(street) AND NOT storedesk.has_card_number(city)
        AND NOT storedesk.has_card_number(state)) NOT VALID;

ALTER TABLE public.saved_payment_methods
    ADD CONSTRAINT chk_payment_token_lines CHECK (storedesk.is_plain_line(token)
        AND storedesk.is_plain_line(paypal_email)) NOT VALID;

ALTER TABLE public.carts
    ADD CONSTRAINT chk_cart_session_line CHECK (storedesk.is_plain_line(guest_session_id)) NOT VALID;

ALTER TABLE public.cart_items
    ADD CONSTRAINT chk_cart_item_no_card CHECK (NOT storedesk.has_card_number(product_name)
        AND NOT storedesk.has_card_number(variant_description)) NOT VALID;

ALTER TABLE public.orders
    ADD CONSTRAINT chk_order_number_line CHECK (storedesk.is_plain_line(order_number)
        AND storedesk.is_plain_line(payment_card_brand)) NOT VALID,
    ADD CONSTRAINT chk_order_no_card CHECK (NOT storedesk.has_card_number(shipping_recipient_name)
        AND NOT storedesk.has_card_number(shipping_street) AND NOT storedesk.has_card_number(shipping_city)
        AND NOT storedesk.has_card_number(shipping_state) AND NOT storedesk.has_card_number(payment_card_brand)
        AND NOT storedesk.has_card_number(cancellation_reason)) NOT VALID;

ALTER TABLE public.order_line_items
    ADD CONSTRAINT chk_line_item_no_card CHECK (NOT storedesk.has_card_number(product_name)
        AND NOT storedesk.has_card_number(variant_description)) NOT VALID;

ALTER TABLE public.email_queue
    ADD CONSTRAINT chk_email_words CHECK (storedesk.is_plain_text(last_error)
        AND storedesk.is_plain_line(reference_type)) NOT VALID;

ALTER TABLE storedesk.approvals
    ADD CONSTRAINT chk_approval_lines CHECK (storedesk.is_plain_line(action)
        AND storedesk.is_plain_document(detail)) NOT VALID;

ALTER TABLE storedesk.cash_movements
    ADD CONSTRAINT chk_cash_reason CHECK (storedesk.is_plain_text(reason)) NOT VALID,
    ADD CONSTRAINT chk_cash_no_card CHECK (NOT storedesk.has_card_number(reason)) NOT VALID;

ALTER TABLE storedesk.customer_details
    ADD CONSTRAINT chk_customer_note_no_card CHECK (NOT storedesk.has_card_number(note)) NOT VALID;

ALTER TABLE storedesk.imported_orders
    ADD CONSTRAINT chk_imported_lines CHECK (storedesk.is_plain_line(source)
        AND storedesk.is_plain_line(reference)) NOT VALID,
    ADD CONSTRAINT chk_imported_no_card CHECK (NOT storedesk.has_card_number(source)) NOT VALID;

ALTER TABLE storedesk.order_changes
    ADD CONSTRAINT chk_change_words CHECK (storedesk.is_plain_text(detail)) NOT VALID,
    ADD CONSTRAINT chk_change_no_card CHECK (NOT storedesk.has_card_number(detail) OR what = 'tracking') NOT VALID;

ALTER TABLE storedesk.order_discounts
    ADD CONSTRAINT chk_discount_reason CHECK (storedesk.is_plain_text(reason)) NOT VALID,
    ADD CONSTRAINT chk_discount_no_card CHECK (NOT storedesk.has_card_number(reason)) NOT VALID;

ALTER TABLE storedesk.order_returns
    ADD CONSTRAINT chk_return_reason CHECK (storedesk.is_plain_text(reason)) NOT VALID,
    ADD CONSTRAINT chk_return_no_card CHECK (NOT storedesk.has_card_number(reason)) NOT VALID;

ALTER TABLE storedesk.order_status_history
    ADD CONSTRAINT chk_step_note CHECK (storedesk.is_plain_text(note)) NOT VALID,
    ADD CONSTRAINT chk_step_no_card CHECK (NOT storedesk.has_card_number(note)) NOT VALID;

ALTER TABLE storedesk.product_sources
    ADD CONSTRAINT chk_source_lines CHECK (storedesk.is_plain_line(source) AND storedesk.is_plain_line(reference)
        AND storedesk.is_plain_document(extra)) NOT VALID,
    ADD CONSTRAINT chk_source_no_card CHECK (NOT storedesk.has_card_number(source)) NOT VALID;

ALTER TABLE storedesk.registers
    ADD CONSTRAINT chk_register_no_card CHECK (NOT storedesk.has_card_number(name)) NOT VALID;

ALTER TABLE storedesk.tax_classes
    ADD CONSTRAINT chk_tax_class_no_card CHECK (NOT storedesk.has_card_number(name)) NOT VALID;

ALTER TABLE storedesk.tax_rates
    ADD CONSTRAINT chk_tax_rate_no_card CHECK (NOT storedesk.has_card_number(name)) NOT VALID;

ALTER TABLE storedesk.staff
    ADD CONSTRAINT chk_staff_name_seen CHECK (storedesk.is_visible(display_name)) NOT VALID,
    ADD CONSTRAINT chk_staff_no_card CHECK (NOT storedesk.has_card_number(display_name)) NOT VALID;

ALTER TABLE storedesk.stock_counts
    ADD CONSTRAINT chk_count_no_card CHECK (NOT storedesk.has_card_number(name)) NOT VALID;

ALTER TABLE storedesk.store_settings
    ADD CONSTRAINT chk_settings_lines CHECK (storedesk.is_plain_line(time_zone) AND storedesk.is_plain_line(language)) NOT VALID,
    ADD CONSTRAINT chk_settings_no_card CHECK (NOT storedesk.has_card_number(name) AND NOT storedesk.has_card_number(store_street)
        AND NOT storedesk.has_card_number(store_city) AND NOT storedesk.has_card_number(store_state)
        AND NOT storedesk.has_card_number(sender_name)) NOT VALID;

ALTER TABLE storedesk.suppliers
    ADD CONSTRAINT chk_supplier_lines CHECK (storedesk.is_clean_line(name) AND storedesk.is_plain_line(phone)) NOT VALID,
    ADD CONSTRAINT chk_supplier_no_card CHECK (NOT storedesk.has_card_number(name)) NOT VALID;

ALTER TABLE storedesk.till_carts
    ADD CONSTRAINT chk_till_label CHECK (storedesk.is_plain_line(label)) NOT VALID,
    ADD CONSTRAINT chk_till_label_no_card CHECK (NOT storedesk.has_card_number(label)) NOT VALID;

ALTER TABLE storedesk.till_overrides
    ADD CONSTRAINT chk_override_reason CHECK (storedesk.is_plain_text(reason)) NOT VALID,
    ADD CONSTRAINT chk_override_no_card CHECK (NOT storedesk.has_card_number(reason)) NOT VALID;

ALTER TABLE storedesk.till_quotes
    ADD CONSTRAINT chk_found_reason CHECK (storedesk.is_plain_text(found_reason)) NOT VALID,
    ADD CONSTRAINT chk_found_no_card CHECK (NOT storedesk.has_card_number(found_reason)) NOT VALID;

ALTER TABLE storedesk.till_sessions
    ADD CONSTRAINT chk_difference_reason CHECK (storedesk.is_plain_text(difference_reason)) NOT VALID,
    ADD CONSTRAINT chk_difference_no_card CHECK (NOT storedesk.has_card_number(difference_reason)) NOT VALID;

ALTER TABLE storedesk.till_tenders
    ADD CONSTRAINT chk_tender_scheme CHECK (storedesk.is_plain_line(card_scheme)
        AND NOT storedesk.is_card_number(card_scheme)) NOT VALID;

-- ---------- what is there already

-- Text as the rule `rule` would have it; as it is where it keeps the rule.
CREATE FUNCTION pg_temp.mended(rule text, words text, fallback text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    clean text := words;
BEGIN
    IF rule = 'has_card_number' THEN
        IF NOT storedesk.has_card_number(words) THEN
            RETURN words;
        END IF;

        RETURN regexp_replace(storedesk.plain_digits(words), '[0-9]([- ./_\t]{0,3}[0-9]){12,}', '(card number)', 'g');
    END IF;

    IF (CASE rule WHEN 'is_plain_line' THEN storedesk.is_plain_line(words)
        WHEN 'is_clean_line' THEN storedesk.is_clean_line(words) ELSE storedesk.is_plain_text(words) END) IS NOT FALSE THEN
        RETURN words;
    END IF;

    IF rule <> 'is_plain_text' THEN
        clean := regexp_replace(clean, '[\t\n\r\u0085\u2028\u2029]+', ' ', 'g');
    END IF;

    clean := regexp_replace(clean,
        '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F'
        '\uFDD0-\uFDEF\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A'
        '\U000E0000-\U000E00FF\U000E01F0-\U000E0FFF]', '', 'g');

    IF rule = 'is_clean_line' THEN
        clean := btrim(normalize(regexp_replace(translate(clean, E'\u00A0', ' '), '\u00AD', '', 'g'), NFC));
    END IF;

    RETURN CASE WHEN rule = 'is_plain_text' OR storedesk.is_visible(clean) THEN clean ELSE fallback END;
END $$;

-- A row is put right in all its columns at once: whatever else is wrong with it would keep it from changing.
-- An instant that no client can read is not known, where that can be said, or else the nearest that can be read.
DO $$
DECLARE
    part record;
    touched bigint;
BEGIN
    FOR part IN
        WITH rules AS (
            SELECT DISTINCT k.conrelid AS place, m.found[2] AS name, m.found[1] AS rule
            FROM pg_constraint AS k
            CROSS JOIN regexp_matches(pg_get_constraintdef(k.oid),
                'storedesk\.(is_plain_line|is_clean_line|is_plain_text|has_card_number)\(\(?(\w+)\)?(?:::text)?\)', 'g') AS m (found)
            WHERE k.contype = 'c' AND k.connamespace IN ('public'::regnamespace, 'storedesk'::regnamespace)
        ), texts AS (  -- the narrower of two rules about shape, and then cards
            SELECT r.place, r.name, format('%I::text', r.name) AS was,
                   CASE WHEN bool_or(r.rule = 'has_card_number') THEN format('pg_temp.mended(''has_card_number'', %s, '''')', s.shaped)
                        ELSE s.shaped END AS becomes
            FROM rules AS r
            CROSS JOIN LATERAL (
                SELECT coalesce(
                    (SELECT format('pg_temp.mended(%L, %I, ''Unnamed '' || t.ctid::text)', n.rule, n.name) FROM rules AS n
                     WHERE n.place = r.place AND n.name = r.name AND n.rule <> 'has_card_number'
                     ORDER BY n.rule LIMIT 1),
                    format('%I::text', r.name)) AS shaped
            ) AS s
            GROUP BY r.place, r.name, s.shaped
        ), instants AS (
            SELECT a.attrelid AS place, a.attname::text AS name, format('%I', a.attname) AS was, format(
                       CASE WHEN a.attnotnull THEN 'CASE WHEN storedesk.%1$I(%2$I) THEN %2$I '
                           'ELSE least(greatest(%2$I, ''1900-01-01''), ''2199-12-31'') END'
                           ELSE 'CASE WHEN storedesk.%1$I(%2$I) THEN %2$I END' END,
                       CASE a.atttypid WHEN 'date'::regtype THEN 'is_day' ELSE 'is_instant' END, a.attname) AS becomes
            FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid AND c.relkind = 'r'
            WHERE c.relnamespace IN ('public'::regnamespace, 'storedesk'::regnamespace) AND NOT a.attisdropped
              AND a.attnum > 0 AND a.attgenerated = '' AND a.atttypid IN ('timestamp'::regtype, 'date'::regtype)
        )
        SELECT e.place::regclass AS place, string_agg(format('%I = %s', e.name, e.becomes), ', ') AS changes,
               string_agg(format('%s IS DISTINCT FROM %s', e.becomes, e.was), ' OR ') AS differs,
               jsonb_agg(e.name ORDER BY e.name) AS columns
        FROM (SELECT * FROM texts UNION ALL SELECT * FROM instants) AS e
        GROUP BY e.place
    LOOP
        EXECUTE format('UPDATE %s AS t SET %s WHERE %s', part.place, part.changes, part.differs);
        GET DIAGNOSTICS touched = ROW_COUNT;

        IF touched > 0 THEN
            INSERT INTO storedesk.audit_event (action, entity, new)
            VALUES ('mend', left(part.place::text, 50), jsonb_build_object('rows', touched, 'columns', part.columns));
        END IF;
    END LOOP;
END $$;


-- ---------- what only people can put right

ALTER TABLE public.categories
    ADD CONSTRAINT chk_category_length CHECK (char_length(description) <= 20000) NOT VALID;

ALTER TABLE public.products
    ADD CONSTRAINT chk_product_length CHECK (char_length(description) <= 100000) NOT VALID;

ALTER TABLE public.inventory
    ADD CONSTRAINT chk_inventory_stock_range CHECK (stock_level <= 1000000000
        AND low_stock_threshold <= 1000000000) NOT VALID;

ALTER TABLE public.customers
    DROP CONSTRAINT chk_customer_email,
    ADD CONSTRAINT chk_customer_email CHECK (storedesk.is_email(email)) NOT VALID;

ALTER TABLE public.saved_payment_methods
    DROP CONSTRAINT chk_payment_expiry,
    ADD CONSTRAINT chk_payment_expiry CHECK (expires_at ~ '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$') NOT VALID;

ALTER TABLE public.order_number_sequence
    ADD CONSTRAINT chk_sequence_year_date CHECK (year BETWEEN 1900 AND 2199) NOT VALID;

ALTER TABLE public.email_queue
    ADD CONSTRAINT chk_email_length CHECK (char_length(last_error) <= 2000
        AND pg_column_size(payload) <= 2000000) NOT VALID;

ALTER TABLE storedesk.approvals
    ADD CONSTRAINT chk_approval_length CHECK (pg_column_size(detail) <= 100000) NOT VALID;

ALTER TABLE storedesk.customer_details
    ADD CONSTRAINT chk_customer_note_length CHECK (char_length(note) <= 2000) NOT VALID;

ALTER TABLE storedesk.media
    ADD CONSTRAINT chk_media_name CHECK (sha256 ~ '^[0-9a-f]{64}$') NOT VALID;

ALTER TABLE storedesk.product_sources
    ADD CONSTRAINT chk_source_length CHECK (pg_column_size(extra) <= 1000000) NOT VALID;

ALTER TABLE storedesk.requests
    ADD CONSTRAINT chk_request_length CHECK (pg_column_size(result) <= 10000000) NOT VALID;

ALTER TABLE storedesk.store_settings
    DROP CONSTRAINT chk_settings_mail_addresses,
    ADD CONSTRAINT chk_settings_mail_addresses CHECK (storedesk.is_email(sender_email)
        AND storedesk.is_email(reply_email)) NOT VALID,
    ADD CONSTRAINT chk_settings_dates CHECK (pending_order_days BETWEEN 0 AND 3650 AND return_days BETWEEN 0 AND 3650
        AND idle_basket_days BETWEEN 0 AND 3650 AND email_lease_seconds <= 86400 AND email_backoff_seconds <= 86400
        AND email_max_attempts <= 1000) NOT VALID,
    ADD CONSTRAINT chk_settings_pieces CHECK (count_tolerance_pieces <= 1000000) NOT VALID,
    ADD CONSTRAINT chk_settings_logo_name CHECK (logo_sha256 ~ '^[0-9a-f]{64}$') NOT VALID,
    ADD CONSTRAINT chk_settings_amounts CHECK (largest_note_amount > 0) NOT VALID;

ALTER TABLE storedesk.suppliers
    ADD CONSTRAINT chk_supplier_email CHECK (storedesk.is_email(email)) NOT VALID;

ALTER TABLE storedesk.till_carts
    ADD CONSTRAINT chk_till_length CHECK (pg_column_size(quoted_totals) <= 1000000) NOT VALID;
