ALTER TABLE storedesk.store_settings
    ADD COLUMN shift_tolerance_amount decimal(10, 2) NOT NULL DEFAULT 0.00
        CHECK (shift_tolerance_amount >= 0 AND shift_tolerance_amount < 'NaN');
COMMENT ON COLUMN storedesk.store_settings.shift_tolerance_amount IS
    'By how much a shift may be off at its end, either way, without a manager''s approval';

ALTER TABLE storedesk.registers                 -- of its own drawer; null: no such bound
    ADD COLUMN least_cash_amount decimal(10, 2) CHECK (least_cash_amount >= 0 AND least_cash_amount < 'NaN'),
    ADD COLUMN most_cash_amount decimal(10, 2) CHECK (most_cash_amount >= 0 AND most_cash_amount < 'NaN'),
    ADD CONSTRAINT chk_register_cash CHECK (least_cash_amount <= most_cash_amount);
COMMENT ON COLUMN storedesk.registers.least_cash_amount IS
    'What should be in the drawer of an open shift at least: below it, change runs short';
COMMENT ON COLUMN storedesk.registers.most_cash_amount IS
    'What should be in it at most: above it, cash goes to the safe';
