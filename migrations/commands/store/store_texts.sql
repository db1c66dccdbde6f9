-- What a store writes itself, with placeholders: on receipts and in e-mails.

-- A text with placeholders as it is stored: null for none. Refuses too many lines (too_many_lines), characters that
-- cannot be shown (text_control), a card's number (card_number), and {what} is none of the placeholders
-- (placeholder_unknown).
CREATE FUNCTION core.clean_store_text(words text, most int, placeholders text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    clean text := nullif(btrim(words, E' \n'), '');
    unknown text := (
        SELECT min(h.hole[1]) FROM regexp_matches(clean, '\{([^{}\n]*)\}', 'g') AS h (hole)
        WHERE h.hole[1] <> ALL (placeholders)
    );
BEGIN
    IF NOT storedesk.is_plain_text(clean) OR NOT storedesk.is_visible(clean) THEN
        PERFORM core.refuse('text_control');
    END IF;

    IF storedesk.has_card_number(clean) THEN
        PERFORM core.refuse('card_number');
    END IF;

    IF length(clean) - length(replace(clean, E'\n', '')) >= most THEN
        PERFORM core.refuse('too_many_lines', jsonb_build_object('most', most));
    END IF;

    IF unknown IS NOT NULL THEN
        PERFORM core.refuse('placeholder_unknown', jsonb_build_object('placeholder', '{' || unknown || '}'));
    END IF;

    RETURN clean;
END $$;

-- A text of receipts as it is stored: see clean_store_text.
CREATE FUNCTION core.clean_receipt_text(words text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN core.clean_store_text(words, 10, ARRAY['store', 'order_number', 'register', 'cashier', 'customer']);
END $$;

-- The placeholders of the e-mails of each kind.
CREATE FUNCTION core.mail_placeholders(kind text) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY['store', 'customer'] || CASE
        WHEN kind IN ('verification', 'password') THEN ARRAY['valid_until']
        ELSE ARRAY['order_number', 'order_date', 'total'] || CASE kind
            WHEN 'shipped' THEN ARRAY['carrier', 'tracking_number', 'tracking_link']
            WHEN 'canceled' THEN ARRAY['paid']
            ELSE '{}'
        END
    END
$$;

-- The subjects and words of e-mails as they are stored, of all settings that are wanted. Refuses a subject of more
-- than one line, which could write the head of an e-mail (text_control), and what clean_store_text refuses.
CREATE FUNCTION core.clean_mail_texts(wanted jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    kinds CONSTANT text[] := ARRAY['receipt', 'confirmation', 'shipped', 'canceled', 'verification', 'password'];
BEGIN
    RETURN (
        SELECT jsonb_object_agg(k.kind || '_mail_subject', core.clean_store_text(
            core.clean_line(wanted ->> (k.kind || '_mail_subject'), 150), 1, core.mail_placeholders(k.kind)
        )) || jsonb_object_agg(k.kind || '_mail_text', core.clean_store_text(
            wanted ->> (k.kind || '_mail_text'), 30, core.mail_placeholders(k.kind)
        ))
        FROM unnest(kinds) AS k (kind)
    );
END $$;
