-- E-mails that nobody needs any more: a confirmation whose order was cancelled before it was sent, a link that a
-- newer one has replaced. In the queue they stand as failed, since the document has no other word; they are no
-- failure, and this is how everybody who may see the queue knows.

CREATE TABLE storedesk.overtaken_emails (
    email_id uuid PRIMARY KEY REFERENCES public.email_queue (id) ON DELETE CASCADE,
    why varchar(20) NOT NULL CHECK (why IN ('superseded', 'expired')),
    created_at timestamp NOT NULL DEFAULT now()
);

INSERT INTO storedesk.overtaken_emails (email_id, why, created_at)
SELECT id, last_error, updated_at FROM public.email_queue
WHERE status = 'failed' AND last_error IN ('superseded', 'expired');
