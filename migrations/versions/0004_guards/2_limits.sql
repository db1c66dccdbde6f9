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
