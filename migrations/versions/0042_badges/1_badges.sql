ALTER TABLE storedesk.staff                     -- on a badge it says whose it is; never another one
    ADD COLUMN number int GENERATED ALWAYS AS IDENTITY (MAXVALUE 7999);

ALTER TABLE storedesk.staff ADD CONSTRAINT uq_staff_number UNIQUE (number);

ALTER TABLE storedesk.sign_ins
    DROP CONSTRAINT chk_sign_in_kind,
    ADD CONSTRAINT chk_sign_in_kind CHECK (kind IN (
        'sign_in', 'lock', 'switch', 'approval', 'wrong_pin', 'wrong_badge', 'sign_out', 'password', 'disable'
    ));

ALTER TABLE storedesk.product_barcodes          -- what a badge reads is no article's code
    ADD CONSTRAINT chk_product_barcode_badge CHECK (upper(barcode) !~ '^SDB[BCDEFGHIJKLNOPRSTUVX]{19}$');
