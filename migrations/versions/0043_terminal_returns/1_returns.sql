-- Money on cards that goes back: of no sale by a manager, at the terminal or by hand.
ALTER TABLE storedesk.terminal_payments
    ADD COLUMN returned_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT,  -- who gave back what was of no sale
    ADD COLUMN return_reference varchar(255) CHECK (storedesk.is_plain_line(return_reference)),  -- by hand: of its slip
    ADD COLUMN approved_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT,  -- the manager for what is by hand
    ADD CONSTRAINT chk_terminal_payment_returned
        CHECK (returned_by IS NULL OR state IN ('returning', 'returned') AND NOT is_attached),
    ADD CONSTRAINT chk_terminal_payment_return_reference
        CHECK (return_reference IS NULL OR state = 'returned' AND NOT storedesk.is_card_number(return_reference));

DROP INDEX storedesk.ix_terminal_payments_loose;
CREATE INDEX ix_terminal_payments_loose ON storedesk.terminal_payments (id)
    WHERE state = 'approved' AND NOT is_attached OR is_by_hand OR returned_by IS NOT NULL;
