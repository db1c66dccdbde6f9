ALTER TABLE storedesk.limits
    DROP CONSTRAINT chk_limits_kind,
    ADD CONSTRAINT chk_limits_kind CHECK (kind ~ '^[a-z_]+_(amount|pieces|times|percent)$'),
    ADD CONSTRAINT chk_limits_percent CHECK (kind NOT LIKE '%\_percent' OR value <= 100);

ALTER TABLE storedesk.sale_changes           -- changes that are undone together have the same; null: it stands alone
    ADD COLUMN together uuid;
