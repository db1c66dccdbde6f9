-- What is special about a line of a sale: "gift wrapped", "engraving: Anna". It goes with the line to its order.

-- The most letters of a note.
CREATE FUNCTION core.longest_note() RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 200;

-- Gives the note of a line to another one that takes its pieces, behind what is noted there. Refuses two notes that
-- are too long together (notes_too_long).
CREATE FUNCTION core.move_note(line uuid, other uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    longest constant int := core.longest_note();
BEGIN
    IF (SELECT length(string_agg(n.note, '; ')) FROM storedesk.till_notes AS n
        WHERE n.cart_item_id IN (line, other)) > longest THEN
        PERFORM core.refuse('notes_too_long', jsonb_build_object('longest', longest, 'name', (
            SELECT l.product_name FROM public.cart_items AS l WHERE l.id = line
        )));
    END IF;

    INSERT INTO storedesk.till_notes AS n (cart_item_id, note)
    SELECT other, m.note FROM storedesk.till_notes AS m WHERE m.cart_item_id = line
    ON CONFLICT (cart_item_id) DO UPDATE
    SET note = n.note || '; ' || excluded.note;
END $$;

-- Notes something for a line, in place of what was noted; nothing removes it. What is quoted stays quoted. Refuses
-- line_not_found, card_number, text_too_long, text_control, and what hold_sale refuses.
CREATE FUNCTION api.note_line(request uuid, order_id uuid, line uuid, note text) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    wanted text := core.clean_words(note, core.longest_note());
    till storedesk.till_carts;
    noted public.cart_items;
BEGIN
    till := core.hold_sale(order_id);
    noted := core.line_of(till, line);

    IF wanted IS DISTINCT FROM (SELECT n.note FROM storedesk.till_notes AS n WHERE n.cart_item_id = line
                                UNION ALL SELECT m.note FROM storedesk.till_measures AS m WHERE m.id = line) THEN
        PERFORM core.keep_item(till.cart_id, noted.product_id, noted.variant_id);
        DELETE FROM storedesk.till_notes AS n WHERE n.cart_item_id = line;
        INSERT INTO storedesk.till_notes (cart_item_id, note) SELECT line, wanted
        WHERE wanted IS NOT NULL AND noted.id = line;
        UPDATE storedesk.till_measures AS m SET note = wanted WHERE m.id = line;
        UPDATE public.carts AS c SET updated_at = core.now() WHERE c.id = till.cart_id;  -- windows are told
    END IF;

    answer := to_jsonb(line);

    RETURN core.sale(order_id, (answer #>> '{}')::uuid);
END $$;

-- Notes for a line that has taken the pieces of another one what was noted there. Refuses notes_too_long.
CREATE FUNCTION core.add_note(line uuid, words text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    longest constant int := core.longest_note();
    noted text := (SELECT concat_ws('; ', n.note, words) FROM public.cart_items AS l
                   LEFT JOIN storedesk.till_notes AS n ON n.cart_item_id = l.id WHERE l.id = line);
BEGIN
    IF length(noted) > longest THEN
        PERFORM core.refuse('notes_too_long', jsonb_build_object('longest', longest, 'name', (
            SELECT l.product_name FROM public.cart_items AS l WHERE l.id = line
        )));
    END IF;

    INSERT INTO storedesk.till_notes (cart_item_id, note) VALUES (line, noted)
    ON CONFLICT (cart_item_id) DO UPDATE SET note = excluded.note;
END $$;
