ALTER TABLE storedesk.store_settings
    ADD COLUMN backup_time varchar(5) CHECK (backup_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    ADD COLUMN backup_folder varchar(1000) CHECK (backup_folder <> '' AND storedesk.is_plain_line(backup_folder)),
    ADD COLUMN backups_kept integer NOT NULL DEFAULT 14 CHECK (backups_kept BETWEEN 1 AND 1000);
COMMENT ON COLUMN storedesk.store_settings.backup_time IS
    'When a store on one computer is backed up each day, in the store''s time zone; null: a day after the last backup';
COMMENT ON COLUMN storedesk.store_settings.backup_folder IS
    'Where to; null: the folder of the profile';
COMMENT ON COLUMN storedesk.store_settings.backups_kept IS 'How many are kept there, the newest';
