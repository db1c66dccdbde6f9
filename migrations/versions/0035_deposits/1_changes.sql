-- A deposit is a change of its order: it takes no step, and has a version of its own.

ALTER TABLE storedesk.order_changes
    DROP CONSTRAINT chk_order_change_what,
    ADD CONSTRAINT chk_order_change_what CHECK (what IN ('tracking', 'address', 'return', 'recall', 'deposit'));
