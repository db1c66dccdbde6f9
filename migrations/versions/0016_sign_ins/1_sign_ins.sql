CREATE TABLE storedesk.sign_ins (               -- who came to which workstation and left it: kept for 400 days
    id uuid PRIMARY KEY,                        -- that of the request
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,  -- the order in which it happened, whatever the clock says
    kind varchar(20) NOT NULL,                  -- what happened: see the check
    sign_in_id uuid,                            -- the sign-in by password that it belongs to; its own of a sign-in
    staff_id uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    register_id uuid REFERENCES storedesk.registers (id) ON DELETE RESTRICT,
    workstation varchar(100) CHECK (workstation ~ '^[A-Za-z0-9._-]+$'),
    address varchar(50) CHECK (address ~ '^[0-9a-fA-F:.]+$'),  -- as the server saw it; null on its own computer
    program varchar(50) CHECK (program ~ '^[A-Za-z0-9._-]+$'),
    created_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(created_at)),
    CONSTRAINT chk_sign_in_kind CHECK (kind IN (
        'sign_in', 'lock', 'switch', 'approval', 'wrong_pin', 'sign_out', 'password', 'disable'
    )),
    CONSTRAINT chk_sign_in_whose CHECK (sign_in_id IS NOT NULL OR kind IN ('password', 'disable'))
);

CREATE INDEX ix_sign_ins_staff ON storedesk.sign_ins (staff_id, seq);
CREATE INDEX ix_sign_ins_sign_in ON storedesk.sign_ins (sign_in_id);
CREATE INDEX ix_sign_ins_created ON storedesk.sign_ins (created_at);
