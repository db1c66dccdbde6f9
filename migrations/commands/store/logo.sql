-- The store's logo.

-- Sets the logo of the store's papers, over the one that was seen (its sha256; null: none), or removes it: `page` is
-- the picture for whole pages, `strip` the one for rolls, both null for none. The trail has its name. Answers {logo},
-- its sha256. Refuses what is no PNG, or too large a one (picture_unreadable), and another logo than was seen
-- (changed_meanwhile).
CREATE FUNCTION api.set_logo(request uuid, seen text, page bytea, strip bytea) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    wanted char(64) := encode(sha256(page || strip), 'hex');
    held char(64);
BEGIN
    IF (page IS NULL) <> (strip IS NULL) OR NOT storedesk.is_png(page, 640, 240, 163840)
        OR NOT storedesk.is_png(strip, 384, 160, 16384) THEN
        PERFORM core.refuse('picture_unreadable');
    END IF;

    SELECT s.logo_sha256 INTO held FROM storedesk.store_settings AS s FOR NO KEY UPDATE;

    IF held IS DISTINCT FROM seen THEN
        PERFORM core.conflict('changed_meanwhile');
    END IF;

    IF wanted IS DISTINCT FROM held THEN
        INSERT INTO storedesk.store_logos (sha256, page, strip)
        SELECT wanted, set_logo.page, set_logo.strip WHERE wanted IS NOT NULL
        ON CONFLICT DO NOTHING;

        UPDATE storedesk.store_settings AS s SET logo_sha256 = wanted;
        DELETE FROM storedesk.store_logos AS l WHERE l.sha256 IS DISTINCT FROM wanted;
    END IF;

    answer := jsonb_build_object('logo', wanted);
END $$;
