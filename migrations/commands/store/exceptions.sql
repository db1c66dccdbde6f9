-- Exceptions: what was written down for the manager, of prices set by hand, pieces found at the till, payments
-- without a reference, refunds, shifts, changed orders and cash taken out. See the view storedesk.exceptions.

-- Signs an exception off: somebody has looked at it. It stays signed off. Refuses exception_not_found, one that was
-- signed off already (signed_already), and what clean_words refuses of the note.
CREATE FUNCTION api.sign_off(request uuid, key uuid, note text DEFAULT NULL) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    words text := core.clean_words(note, 500);
    what text := (SELECT e.kind FROM storedesk.exceptions AS e WHERE e.id = key);
BEGIN
    IF what IS NULL THEN
        PERFORM core.not_found('exception_not_found');
    END IF;

    INSERT INTO storedesk.exception_signoffs (id, kind, note, signed_by, signed_at)
    VALUES (key, what, words, me, core.now())
    ON CONFLICT (id) DO NOTHING;

    IF NOT FOUND THEN
        PERFORM core.conflict('signed_already', (
            SELECT jsonb_build_object('name', p.display_name)
            FROM storedesk.exception_signoffs AS s JOIN storedesk.staff AS p ON p.id = s.signed_by
            WHERE s.id = key
        ));
    END IF;

    PERFORM core.audit('sign_off', 'exception', key, NULL, jsonb_build_object('kind', what, 'note', words));
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.exception_signoffs
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.exception_signoffs
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();
