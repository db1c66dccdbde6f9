-- What a signer has said of fiscal records, at most one signature a record. See docs/decisions/0077.
CREATE TABLE storedesk.fiscal_signatures (      -- rows are added and never changed
    chain_id uuid NOT NULL,
    number bigint NOT NULL,
    hash bytea NOT NULL CHECK (length(hash) = 32),  -- of the record, as it was signed
    signer varchar(20) NOT NULL CHECK (signer = 'simulator'),
    serial varchar(100) NOT NULL CHECK (serial ~ '^[!-~]+$'),
    signature varchar(2000) NOT NULL CHECK (signature ~ '^[!-~]+$'),
    signed_at timestamp NOT NULL CHECK (storedesk.is_instant(signed_at)),  -- by the clock of the signer
    created_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(created_at)),
    PRIMARY KEY (chain_id, number),
    FOREIGN KEY (chain_id, number) REFERENCES storedesk.fiscal_records (chain_id, number) ON DELETE RESTRICT
);
