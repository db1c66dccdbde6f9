ALTER TABLE storedesk.store_settings
    ADD COLUMN replica_address varchar(261)
        CHECK (replica_address ~ '^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?$');
COMMENT ON COLUMN storedesk.store_settings.replica_address IS
    'Where reports are read: host or host:port of a replica; null for the store''s own server';
