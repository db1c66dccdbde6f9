-- How the store sends its mail. The password is not here: the computer that sends keeps it.
ALTER TABLE storedesk.store_settings
    ADD COLUMN smtp_host varchar(255),                  -- nothing: mails are kept, not sent
    ADD COLUMN smtp_port integer NOT NULL DEFAULT 587 CHECK (smtp_port BETWEEN 1 AND 65535),
    ADD COLUMN smtp_security varchar(10) NOT NULL DEFAULT 'starttls'
        CHECK (smtp_security IN ('starttls', 'tls', 'none')),
    ADD COLUMN smtp_user varchar(255),
    ADD COLUMN sender_email varchar(255),
    ADD COLUMN sender_name varchar(200),
    ADD COLUMN reply_email varchar(255),
    ADD COLUMN email_backoff_seconds integer NOT NULL DEFAULT 60 CHECK (email_backoff_seconds > 0),
    ADD CONSTRAINT chk_settings_mail_lines CHECK (
        storedesk.is_plain_line(smtp_host) AND storedesk.is_plain_line(smtp_user)
        AND storedesk.is_plain_line(sender_name) AND storedesk.is_plain_line(sender_email)
        AND storedesk.is_plain_line(reply_email)
    ),
    ADD CONSTRAINT chk_settings_mail_addresses CHECK (
        sender_email ~ '^[^\s@<>",;:]+@[^\s@<>",;:]+$' AND reply_email ~ '^[^\s@<>",;:]+@[^\s@<>",;:]+$'
    );

CREATE INDEX ix_email_waiting ON public.email_queue (created_at, id) WHERE status = 'pending';
CREATE INDEX ix_email_created ON public.email_queue (created_at, id);
