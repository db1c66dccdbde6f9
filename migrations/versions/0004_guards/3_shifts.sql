-- Who works in a shift, what was counted at its end, and registers that share a drawer.

CREATE TABLE storedesk.till_session_people (    -- only they sell, refund, move cash and close in the shift
    till_session_id uuid NOT NULL REFERENCES storedesk.till_sessions (id) ON DELETE RESTRICT,
    staff_id uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    joined_at timestamp NOT NULL DEFAULT now(),
    left_at timestamp,                          -- for another shift, or because this one was closed
    taken_in_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT,  -- null: opened it, and comes back alone
    PRIMARY KEY (till_session_id, staff_id),
    CONSTRAINT chk_session_person_instants CHECK (storedesk.is_instant(joined_at) AND storedesk.is_instant(left_at)
        AND left_at >= joined_at)
);

CREATE UNIQUE INDEX uq_session_person_in_one ON storedesk.till_session_people (staff_id) WHERE left_at IS NULL;

CREATE TABLE storedesk.till_session_counts (    -- each count of a drawer: what is expected is told after it
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    till_session_id uuid NOT NULL REFERENCES storedesk.till_sessions (id) ON DELETE RESTRICT,
    counted_amount decimal(10, 2) NOT NULL,
    expected_amount decimal(10, 2) NOT NULL,
    is_correction boolean NOT NULL,             -- expected was told before, and no money has moved since
    counted_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    counted_at timestamp NOT NULL DEFAULT now(),
    CONSTRAINT chk_session_count_amounts CHECK (counted_amount >= 0 AND storedesk.is_amount(counted_amount)
        AND storedesk.is_amount(expected_amount)),
    CONSTRAINT chk_session_count_instant CHECK (storedesk.is_instant(counted_at))
);

CREATE INDEX ix_session_counts_session ON storedesk.till_session_counts (till_session_id, id);

ALTER TABLE storedesk.registers                 -- one without a drawer uses the shift of the one that it names
    ADD COLUMN drawer_of uuid REFERENCES storedesk.registers (id) ON DELETE RESTRICT,
    ADD CONSTRAINT chk_register_drawer CHECK (drawer_of <> id);

ALTER TABLE storedesk.pos_sales                 -- where it was sold; null: where its shift is
    ADD COLUMN register_id uuid REFERENCES storedesk.registers (id) ON DELETE RESTRICT;

ALTER TABLE storedesk.till_carts                -- they pay on it, whatever has become of the shift
    ADD COLUMN quoted_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT;

ALTER TABLE storedesk.store_settings
    ADD COLUMN new_products_on_sale boolean NOT NULL DEFAULT true;  -- or drafts, until a manager puts them on sale

-- Whoever has worked in a shift so far is of its people; where somebody has worked in several open ones,
-- they are in the one that they worked in last, and come back to the others alone.
WITH worked AS (
    SELECT t.id, t.opened_by AS staff_id, t.opened_at AS at FROM storedesk.till_sessions AS t
    UNION ALL SELECT t.id, t.closed_by, t.closed_at FROM storedesk.till_sessions AS t WHERE t.status = 'closed'
    UNION ALL SELECT p.till_session_id, p.created_by, p.created_at FROM storedesk.order_payments AS p
        WHERE p.till_session_id IS NOT NULL AND p.created_by IS NOT NULL
    UNION ALL SELECT s.till_session_id, s.cashier_id, s.created_at FROM storedesk.pos_sales AS s
    UNION ALL SELECT m.till_session_id, m.created_by, m.created_at FROM storedesk.cash_movements AS m
), person AS (
    SELECT w.id, w.staff_id, min(w.at) AS first, max(w.at) AS last FROM worked AS w GROUP BY w.id, w.staff_id
), placed AS (
    SELECT p.*, t.closed_at, t.status, row_number() OVER (
        PARTITION BY p.staff_id, t.status ORDER BY p.last DESC, p.id
    ) AS place
    FROM person AS p JOIN storedesk.till_sessions AS t ON t.id = p.id
)
INSERT INTO storedesk.till_session_people (till_session_id, staff_id, joined_at, left_at)
SELECT p.id, p.staff_id, p.first, CASE WHEN p.status = 'closed' THEN greatest(p.closed_at, p.first)
                                       WHEN p.place > 1 THEN p.last END
FROM placed AS p;

-- What a shift was closed with so far was its one count.
INSERT INTO storedesk.till_session_counts (
    till_session_id, counted_amount, expected_amount, is_correction, counted_by, counted_at
)
SELECT t.id, t.counted_cash_amount, t.expected_cash_amount, false, t.closed_by, t.closed_at
FROM storedesk.till_sessions AS t WHERE t.status = 'closed'
ORDER BY t.closed_at, t.id;
