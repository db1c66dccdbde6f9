-- Receipts that somebody had sent by e-mail. The e-mail itself is a row of the queue, as any other; the address
-- stands there alone, where only managers read it.

CREATE TABLE storedesk.receipt_mails (          -- somebody sent a receipt by e-mail: rows are added and never changed
    email_id uuid PRIMARY KEY REFERENCES public.email_queue (id) ON DELETE CASCADE,
    order_id uuid NOT NULL REFERENCES public.orders (id) ON DELETE RESTRICT,
    is_typed boolean NOT NULL,                  -- to an address that was typed for it, and is no customer's here
    created_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(created_at))
);

CREATE INDEX ix_receipt_mails_order ON storedesk.receipt_mails (order_id);
CREATE INDEX ix_receipt_mails_person ON storedesk.receipt_mails (created_by, created_at);

ALTER TABLE storedesk.overtaken_emails
    DROP CONSTRAINT overtaken_emails_why_check,
    ADD CONSTRAINT overtaken_emails_why_check CHECK (why IN ('superseded', 'expired', 'recalled', 'called_off'));
