ALTER TABLE storedesk.store_settings
    ADD COLUMN gift_letter varchar(10),
    ADD CONSTRAINT chk_settings_gift_letter CHECK (
        gift_letter ~ '^[[:alpha:]]$' AND gift_letter = lower(gift_letter) AND storedesk.is_plain_line(gift_letter)
        AND storedesk.plain_digits(gift_letter) !~ '[0-9]'
        AND gift_letter <> ALL (array_remove(ARRAY[cash_letter, card_letter, paypal_letter], NULL))
    );
