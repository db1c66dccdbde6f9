-- Every index of these tables is written for each line of each sale.

-- What an order's movement of a product is known by: its pieces are reserved, released and deducted once; of other
-- movements there may be any number, each known by its own id.
CREATE FUNCTION storedesk.movement_key(operation text, movement uuid) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN operation IN ('reserve', 'release', 'deduct') THEN operation ELSE movement::text END;

-- The index that keeps them from being made twice also finds the ledger of an order.
DROP INDEX public.idx_audit_order, public.uq_audit_order_op;
CREATE UNIQUE INDEX uq_audit_order_op ON public.inventory_audit_log
    (order_id, product_id, storedesk.movement_key(operation_type, id)) WHERE order_id IS NOT NULL;

-- A step is known by its order and version, which are unique; nobody asks for one by its id.
ALTER TABLE storedesk.order_status_history
    DROP CONSTRAINT order_status_history_pkey,
    DROP CONSTRAINT order_status_history_order_id_order_version_key,
    ADD PRIMARY KEY (order_id, order_version);
