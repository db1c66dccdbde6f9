-- How far people of a group go without a manager, and what the books need to hold them to it.

CREATE TABLE storedesk.limits (                 -- beyond its value an approval is asked for; managers have none
    group_name varchar(20) NOT NULL CHECK (group_name IN ('cashier', 'clerk')),
    kind varchar(40) NOT NULL CHECK (kind ~ '^[a-z_]+_(amount|pieces)$'),
    value decimal(10, 2) NOT NULL CHECK (value >= 0 AND value < 'NaN'),
    CHECK (kind NOT LIKE '%\_pieces' OR value = trunc(value)),
    PRIMARY KEY (group_name, kind)
);

ALTER TABLE storedesk.till_overrides            -- how many pieces were allowed at that price: more are sold at the list's
    ADD COLUMN quantity integer;

UPDATE storedesk.till_overrides AS o SET quantity = l.quantity
FROM public.cart_items AS l WHERE l.id = o.cart_item_id;

ALTER TABLE storedesk.till_overrides
    ALTER COLUMN quantity SET NOT NULL,
    ADD CONSTRAINT chk_override_quantity CHECK (quantity > 0);

CREATE INDEX ix_order_returns_person ON storedesk.order_returns (created_by, created_at);  -- what somebody gave back today

ALTER TABLE storedesk.order_payments            -- of a refund in cash, what is more than was taken in cash for the order
    ADD COLUMN excess_amount decimal(10, 2) NOT NULL DEFAULT 0,
    ADD CONSTRAINT chk_payment_excess CHECK (
        excess_amount >= 0 AND excess_amount < 'NaN' AND (excess_amount = 0 OR (kind = 'refund' AND method = 'cash'))
    ),
    DROP CONSTRAINT order_payments_rounding_amount_check,
    ADD CONSTRAINT chk_payment_rounding CHECK (      -- the last return gives the rest, whatever the coins were before
        abs(rounding_amount) < 1 OR (kind = 'refund' AND rounding_amount >= -amount AND rounding_amount < 'NaN')
    );

ALTER TABLE storedesk.order_payments DISABLE TRIGGER USER;

UPDATE storedesk.order_payments AS p SET excess_amount = over.amount  -- each return was once rounded for itself
FROM (
    SELECT (array_agg(b.id ORDER BY b.created_at DESC, b.id) FILTER (WHERE b.kind = 'refund'))[1] AS last_refund,
           sum(CASE b.kind WHEN 'refund' THEN 1 ELSE -1 END * (b.amount + b.rounding_amount)) AS amount
    FROM storedesk.order_payments AS b
    WHERE b.method = 'cash'
    GROUP BY b.order_id
) AS over
WHERE p.id = over.last_refund AND over.amount > 0;

ALTER TABLE storedesk.order_payments ENABLE TRIGGER USER;

-- A payment's reference as it is compared: letters and digits, whatever their case. What is of digits alone is
-- kept with a prefix by us, and without one by a web shop.
CREATE FUNCTION storedesk.reference_key(reference text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(regexp_replace(upper(reference COLLATE "C"), '[^A-Z0-9]', '', 'g'), '^REF(?=[0-9]+$)', '');

-- A reference that proves something: five letters or digits at least, not all the same, and not merely the
-- digits that stand on the card.
CREATE FUNCTION storedesk.is_reference(reference text, last_four text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT length(k.bare) >= 5 AND k.bare !~ '^(.)\1*$' AND ltrim(k.bare, '0') IS DISTINCT FROM last_four
    FROM (SELECT regexp_replace(
        coalesce(storedesk.reference_key(reference), ''),
        '^(X|CARD|VISA|MASTERCARD|MASTER|AMEX|MAESTRO|PAYPAL|REF)+', ''
    ) AS bare) AS k
);

CREATE INDEX ix_order_payments_reference ON storedesk.order_payments (method, storedesk.reference_key(transaction_id))
    WHERE kind = 'payment' AND transaction_id IS NOT NULL;

CREATE INDEX ix_order_payments_unproved ON storedesk.order_payments (created_at)
    WHERE kind = 'payment' AND method <> 'cash' AND till_session_id IS NOT NULL
      AND NOT storedesk.is_reference(transaction_id, card_last_four::text);

CREATE VIEW storedesk.payments_without_reference AS  -- what a till took by card or PayPal and no slip proves
SELECT p.id, p.created_at, p.order_id, o.order_number, p.method, p.amount, p.currency, p.card_scheme, p.card_last_four,
       p.transaction_id, p.till_session_id, t.register_id, p.created_by
FROM storedesk.order_payments AS p
JOIN public.orders AS o ON o.id = p.order_id
JOIN storedesk.till_sessions AS t ON t.id = p.till_session_id
WHERE p.kind = 'payment' AND p.method <> 'cash' AND p.till_session_id IS NOT NULL
  AND NOT storedesk.is_reference(p.transaction_id, p.card_last_four::text);

ALTER TABLE storedesk.till_quotes               -- who says that pieces are there which the count denies, and who allowed it
    ADD COLUMN found_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    ADD COLUMN found_approved_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT;

CREATE INDEX ix_audit_event_found ON storedesk.audit_event ((new ->> 'found_by'), created_at)
    WHERE action = 'found_at_till';

UPDATE storedesk.store_settings                 -- no till can give change above or below what is no note
SET largest_note_amount = CASE currency WHEN 'JPY' THEN 10000 ELSE 100 END
WHERE NOT (largest_note_amount > 0 AND largest_note_amount < 'NaN');

ALTER TABLE storedesk.store_settings
    ADD CONSTRAINT chk_store_note_amount CHECK (largest_note_amount > 0 AND largest_note_amount < 'NaN');
