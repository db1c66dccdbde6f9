-- The letter that says at the till how an amount is paid: "20d". Null: the program takes one of the word for it.
ALTER TABLE storedesk.store_settings
    ADD COLUMN cash_letter varchar(10),
    ADD COLUMN card_letter varchar(10),
    ADD COLUMN paypal_letter varchar(10),
    ADD CONSTRAINT chk_settings_tender_letters CHECK (
        cash_letter ~ '^[[:alpha:]]$' AND cash_letter = lower(cash_letter) AND storedesk.is_plain_line(cash_letter)
        AND card_letter ~ '^[[:alpha:]]$' AND card_letter = lower(card_letter) AND storedesk.is_plain_line(card_letter)
        AND paypal_letter ~ '^[[:alpha:]]$' AND paypal_letter = lower(paypal_letter)
        AND storedesk.is_plain_line(paypal_letter)
        AND storedesk.plain_digits(concat(cash_letter, card_letter, paypal_letter)) !~ '[0-9]'
        AND cash_letter <> card_letter AND cash_letter <> paypal_letter AND card_letter <> paypal_letter
    );
