-- A discount that its giver may give alone is usual work. What a manager has approved, or has set alone, is not.
ALTER TABLE storedesk.order_discounts
    ADD COLUMN within_limit boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT chk_discount_within_limit CHECK (NOT within_limit OR approved_by IS NULL);

ALTER TABLE storedesk.till_overrides         -- null: not within
    ADD COLUMN within_limit boolean,
    ADD CONSTRAINT chk_override_within_limit CHECK (NOT within_limit OR approved_by IS NULL);

ALTER TABLE storedesk.till_measures
    ADD COLUMN within_limit boolean,         -- as of till_overrides
    ADD CONSTRAINT chk_till_measure_within_limit CHECK (NOT within_limit OR (approved_by IS NULL AND reason IS NOT NULL));
