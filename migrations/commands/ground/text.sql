-- Text that somebody typed, before it is stored.

-- A line of text for storage: trimmed, and null if it is empty. For codes and other text that is not words.
-- Refuses text that is too long (text_too_long) or has characters that cannot be shown (text_control).
CREATE FUNCTION core.clean_line(line text, most int) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF length(line) > most AND (length(line) > most + 1000 OR length(btrim(line)) > most) THEN
        PERFORM core.refuse('text_too_long', jsonb_build_object('longest', most));
    END IF;

    IF NOT storedesk.is_plain_line(line) THEN
        PERFORM core.refuse('text_control');
    END IF;

    RETURN nullif(btrim(line), '');
END $$;

-- Words for storage: a clean line without a card's number in it (card_number).
CREATE FUNCTION core.clean_words(words text, most int) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    clean text := core.clean_line(words, most);
BEGIN
    IF storedesk.has_card_number(clean) THEN
        PERFORM core.refuse('card_number');
    END IF;

    RETURN clean;
END $$;

-- A reference of a terminal or a payment service: a clean line that is not as a whole a card's number
-- (card_number).
CREATE FUNCTION core.clean_reference(reference text, most int) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    clean text := core.clean_line(reference, most);
BEGIN
    IF storedesk.is_card_number(clean) THEN
        PERFORM core.refuse('card_number');
    END IF;

    RETURN clean;
END $$;
