-- The audit trail: who changed what, beyond stock. Rows are added to it and never changed.

-- Writes into the audit trail who changed what, beyond stock: prices, states, accounts, settings. Of customers it
-- names the fields only: this table is never emptied, customer_history may be.
CREATE FUNCTION core.audit(
    action text, entity text, entity_id uuid, old jsonb DEFAULT NULL, new jsonb DEFAULT NULL
) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO storedesk.audit_event (created_at, login, workstation, action, entity, entity_id, old, new)
    VALUES (core.stamp_instant(), session_user,
            left(nullif(current_setting('application_name', true), ''), 100),
            action, entity, entity_id, old, new)
$$;

-- The fields in which two versions of a row differ, but for those that every change changes.
CREATE FUNCTION core.changes(was jsonb, is_now jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(f.key ORDER BY f.key), '{}')
    FROM jsonb_each(is_now) AS f
    WHERE f.value IS DISTINCT FROM was -> f.key
      AND f.key NOT IN ('version', 'updated_at', 'updated_by')
$$;

-- For tables to which rows are only added: refuses to change or remove one, whoever asks (append_only).
CREATE FUNCTION core.append_only() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.refuse('append_only', jsonb_build_object('table', tg_table_name));
    RETURN NULL;
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.audit_event
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.audit_event
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();
