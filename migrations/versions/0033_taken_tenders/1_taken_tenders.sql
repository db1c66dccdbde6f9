-- A part of a sale is paid before the rest: the tender is kept as soon as it is entered. See docs/decisions/0071.

ALTER TABLE storedesk.till_carts                -- what was taken for it already, gift cards apart: the till shows it
    ADD COLUMN taken_amount decimal(10, 2) NOT NULL DEFAULT 0 CHECK (taken_amount >= 0 AND taken_amount < 'NaN');

UPDATE storedesk.till_carts AS t
SET taken_amount = (SELECT sum(h.amount) FROM storedesk.till_tenders AS h
                    WHERE h.order_id = t.order_id AND h.method <> 'store_credit')
WHERE EXISTS (SELECT FROM storedesk.till_tenders AS h WHERE h.order_id = t.order_id AND h.method <> 'store_credit');

ALTER TABLE storedesk.till_tenders
    ADD COLUMN paypal_email varchar(255)
        CONSTRAINT chk_tender_payer CHECK (storedesk.is_plain_line(paypal_email)
            AND NOT storedesk.is_card_number(paypal_email) AND (paypal_email IS NULL OR method = 'paypal')),
    ADD COLUMN created_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT;
