-- Gift receipts: papers without prices, with which the goods of an order come back.

-- Writes down that a gift receipt of an order was printed at a register; answers {number}: how many there are of it.
-- Refuses what hold_printed refuses.
CREATE FUNCTION api.note_gift_receipt(request uuid, order_id uuid, register uuid) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    printed int;
BEGIN
    PERFORM core.hold_printed(order_id, register);
    INSERT INTO storedesk.gift_receipts (order_id, register_id, created_by, created_at)
    VALUES (note_gift_receipt.order_id, register, me, core.now());
    SELECT count(*)::int INTO printed FROM storedesk.gift_receipts AS g WHERE g.order_id = note_gift_receipt.order_id;

    PERFORM core.audit('gift_receipt', 'order', order_id, NULL, to_jsonb(printed));
    answer := jsonb_build_object('number', printed);
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.gift_receipts
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.gift_receipts
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();
