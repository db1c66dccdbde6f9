-- Store credit is a way to pay a sale, and never the model's orders.payment_type.

ALTER TABLE storedesk.order_payments
    DROP CONSTRAINT order_payments_method_check,
    ADD CONSTRAINT order_payments_method_check CHECK (method IN ('cash', 'credit_card', 'paypal', 'store_credit')),
    ADD CONSTRAINT chk_payment_of_credit CHECK (method <> 'store_credit' OR transaction_id IS NOT NULL);

ALTER TABLE storedesk.till_tenders              -- of credit: held for a sale while its quote is valid
    DROP CONSTRAINT till_tenders_method_check,
    ADD CONSTRAINT till_tenders_method_check CHECK (method IN ('cash', 'credit_card', 'paypal', 'store_credit')),
    ADD COLUMN credit_account_id uuid REFERENCES storedesk.credit_accounts (id) ON DELETE RESTRICT,
    ADD CONSTRAINT chk_tender_of_credit CHECK ((method = 'store_credit') = (credit_account_id IS NOT NULL));

CREATE INDEX ix_till_tenders_credit ON storedesk.till_tenders (credit_account_id)
    WHERE credit_account_id IS NOT NULL;

ALTER TABLE storedesk.cash_movements            -- cash for a gift card: what was paid in for this entry
    ADD COLUMN credit_entry_id uuid UNIQUE REFERENCES storedesk.credit_entries (id) ON DELETE RESTRICT,
    ADD CONSTRAINT chk_cash_for_credit CHECK (credit_entry_id IS NULL OR kind = 'paid_in');

ALTER TABLE storedesk.till_sessions             -- what the store owed its customers when the shift was closed
    ADD COLUMN credit_owed_amount decimal(10, 2) CHECK (credit_owed_amount >= 0 AND credit_owed_amount < 'NaN');
