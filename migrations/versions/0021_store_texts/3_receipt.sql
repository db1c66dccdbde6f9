-- What a store writes on its receipts, with placeholders such as {order_number}. Null: nothing under the address, and
-- the program's own last line.
ALTER TABLE storedesk.store_settings
    ADD COLUMN receipt_header varchar(500),
    ADD COLUMN receipt_footer varchar(500),
    ADD CONSTRAINT chk_settings_receipt_texts CHECK (
        storedesk.is_visible(receipt_header) AND storedesk.is_plain_text(receipt_header)
        AND NOT storedesk.has_card_number(receipt_header)
        AND storedesk.is_visible(receipt_footer) AND storedesk.is_plain_text(receipt_footer)
        AND NOT storedesk.has_card_number(receipt_footer)
    );
