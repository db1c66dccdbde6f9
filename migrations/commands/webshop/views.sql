-- What the web shop sees of tables that it may not read.

DROP SCHEMA IF EXISTS webshop CASCADE;

CREATE SCHEMA webshop;

-- Which e-mails wait, went out or failed. What is in them, and for whom, the web shop does not see: links that
-- reset passwords are among them.
CREATE VIEW webshop.email_queue AS
SELECT id, email_type, status, created_at, updated_at, sent_at FROM public.email_queue;
