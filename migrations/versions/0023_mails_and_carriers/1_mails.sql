-- Whether a subject of one line and some words can stand in an e-mail. Null is fine.
CREATE FUNCTION storedesk.is_mail_text(subject text, words text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(storedesk.is_visible(subject) AND storedesk.is_plain_line(subject)
        AND NOT storedesk.has_card_number(subject), true)
    AND coalesce(storedesk.is_visible(words) AND storedesk.is_plain_text(words)
        AND NOT storedesk.has_card_number(words), true);

-- What a store writes in e-mails to customers, with placeholders such as {order_number}. Null: the program's own.
ALTER TABLE storedesk.store_settings
    ADD COLUMN receipt_mail_subject varchar(150),
    ADD COLUMN receipt_mail_text varchar(2000),
    ADD COLUMN confirmation_mail_subject varchar(150),
    ADD COLUMN confirmation_mail_text varchar(2000),
    ADD COLUMN shipped_mail_subject varchar(150),
    ADD COLUMN shipped_mail_text varchar(2000),
    ADD COLUMN canceled_mail_subject varchar(150),
    ADD COLUMN canceled_mail_text varchar(2000),
    ADD COLUMN verification_mail_subject varchar(150),
    ADD COLUMN verification_mail_text varchar(2000),
    ADD COLUMN password_mail_subject varchar(150),
    ADD COLUMN password_mail_text varchar(2000),
    ADD CONSTRAINT chk_settings_mail_texts CHECK (
        storedesk.is_mail_text(receipt_mail_subject, receipt_mail_text) AND
        storedesk.is_mail_text(confirmation_mail_subject, confirmation_mail_text) AND
        storedesk.is_mail_text(shipped_mail_subject, shipped_mail_text) AND
        storedesk.is_mail_text(canceled_mail_subject, canceled_mail_text) AND
        storedesk.is_mail_text(verification_mail_subject, verification_mail_text) AND
        storedesk.is_mail_text(password_mail_subject, password_mail_text)
    );
