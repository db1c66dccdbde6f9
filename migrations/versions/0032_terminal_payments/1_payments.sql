CREATE TABLE storedesk.demo_marks (             -- that a store was made as a demo: written while it is empty, never changed
    id boolean PRIMARY KEY DEFAULT true CHECK (id),
    created_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(created_at))
);

INSERT INTO storedesk.demo_marks (created_at) SELECT s.made_at FROM storedesk.store_settings AS s WHERE s.is_demo;

CREATE TABLE storedesk.terminal_payments (      -- written before the card terminal is asked, and settled by what it says
    id uuid PRIMARY KEY,                        -- under which the terminal knows it; that of its tender and payment
    order_id uuid NOT NULL,                     -- of the sale, which may be gone
    register_id uuid NOT NULL REFERENCES storedesk.registers (id) ON DELETE RESTRICT,
    terminal varchar(20) NOT NULL CHECK (terminal = 'simulator'),  -- what answered
    amount decimal(10, 2) NOT NULL CHECK (amount > 0 AND amount < 'NaN'),
    currency char(3) NOT NULL,
    state varchar(20) NOT NULL DEFAULT 'asked' CHECK (state IN (
        'asked', 'unknown', 'approved', 'declined', 'cancelled', 'returning', 'returned'
    )),
    is_attached boolean NOT NULL DEFAULT false, -- approved: whether its sale lived, and has it as a tender
    is_by_hand boolean NOT NULL DEFAULT false,  -- a person has said what became of it, and not the terminal
    reason varchar(200) CHECK (storedesk.is_plain_line(reason)),
    card_scheme varchar(30) CHECK (storedesk.is_plain_line(card_scheme)),
    card_last_four char(4) CHECK (card_last_four ~ '^[0-9]{4}$'),
    transaction_id varchar(255) CHECK (storedesk.is_plain_line(transaction_id)),
    created_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(created_at)),
    settled_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT,  -- who asked last what became of it
    settled_at timestamp CHECK (storedesk.is_instant(settled_at)),
    CONSTRAINT chk_terminal_payment_attached CHECK (NOT is_attached OR state = 'approved'),
    CONSTRAINT chk_terminal_payment_no_card CHECK (NOT storedesk.has_card_number(reason)
        AND NOT storedesk.is_card_number(card_scheme) AND NOT storedesk.is_card_number(transaction_id))
);

-- one open question a sale: nobody is charged twice while the first is not known
CREATE UNIQUE INDEX ix_terminal_payments_open ON storedesk.terminal_payments (order_id)
    WHERE state IN ('asked', 'unknown', 'returning');
CREATE INDEX ix_terminal_payments_order ON storedesk.terminal_payments (order_id);
CREATE INDEX ix_terminal_payments_loose ON storedesk.terminal_payments (id)
    WHERE state = 'approved' AND NOT is_attached OR is_by_hand;
