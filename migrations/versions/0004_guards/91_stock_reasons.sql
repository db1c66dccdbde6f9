-- Reasons know whether they add pieces or take them away.

CREATE TABLE storedesk.stock_reasons (          -- why stock is put right by hand; what the ledger keeps begins with a code
    code varchar(20) PRIMARY KEY CHECK (code ~ '^[a-z]+( [a-z]+)*$'),
    name varchar(40) NOT NULL CHECK (storedesk.is_clean_line(name)),
    sign integer NOT NULL CHECK (sign IN (-1, 0, 1)),  -- it takes away, does both, adds
    place integer NOT NULL UNIQUE,             -- in which order they are offered
    CONSTRAINT chk_stock_reason_no_card CHECK (NOT storedesk.has_card_number(name))
);

INSERT INTO storedesk.stock_reasons (place, code, name, sign) VALUES
    (1, 'damaged', 'Damaged', -1),
    (2, 'lost', 'Lost or stolen', -1),
    (3, 'expired', 'Past its date', -1),
    (4, 'own use', 'Own use', -1),
    (5, 'found', 'Found', 1),
    (6, 'returned', 'Came back', 1),
    (7, 'delivered', 'Delivered', 1),
    (8, 'counted', 'Counted', 0),
    (9, 'other', 'Something else', 0);
