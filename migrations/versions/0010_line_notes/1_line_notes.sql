CREATE TABLE storedesk.till_notes (          -- what a cashier noted for a line: becomes line_notes
    cart_item_id uuid PRIMARY KEY REFERENCES public.cart_items (id) ON DELETE CASCADE,
    note varchar(200) NOT NULL CHECK (storedesk.is_plain_line(note) AND btrim(note) <> ''),
    CONSTRAINT chk_till_note_no_card CHECK (NOT storedesk.has_card_number(note))
);

CREATE TABLE storedesk.line_notes (          -- the same of a line that was sold: never changed
    order_line_item_id uuid PRIMARY KEY REFERENCES public.order_line_items (id) ON DELETE RESTRICT,
    note varchar(200) NOT NULL CHECK (storedesk.is_plain_line(note) AND btrim(note) <> ''),
    CONSTRAINT chk_line_note_no_card CHECK (NOT storedesk.has_card_number(note))
);
