-- Card terminals: what was charged and goes back, at the terminal or by hand. See docs/decisions/0070 and 0082.

-- Signs off the exception of money that belonged to no sale once it is given back, in the name of who gave it back;
-- who has signed it off before stays.
CREATE FUNCTION core.sign_card_money_off(given storedesk.terminal_payments, instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF given.state = 'returned' AND given.returned_by IS NOT NULL THEN
        INSERT INTO storedesk.exception_signoffs (id, kind, signed_by, signed_at)
        VALUES (given.id, 'card_money', given.returned_by, instant)
        ON CONFLICT (id) DO NOTHING;
    END IF;
END $$;

-- Writes that a card terminal is about to give back what it has charged; the sale is not paid with it any more.
-- A second time changes nothing. What belongs to no sale is for managers. Answers core.terminal_payment. Refuses
-- what is not charged (terminal_not_charged), what an order was paid with (terminal_booked), a sale with another open
-- payment (terminal_open), terminal_payment_not_found.
CREATE FUNCTION api.return_terminal_payment(request uuid, payment uuid) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    held storedesk.terminal_payments := core.hold_terminal_payment(payment);
BEGIN
    IF held.state NOT IN ('approved', 'returning', 'returned') THEN
        PERFORM core.refuse('terminal_not_charged');
    ELSIF EXISTS (SELECT FROM storedesk.order_payments AS p WHERE p.id = held.id) THEN
        PERFORM core.refuse('terminal_booked');
    ELSIF held.state = 'approved' THEN
        IF NOT held.is_attached AND NOT core.belongs('manager') THEN
            PERFORM core.forbid('terminal_for_managers');
        END IF;

        PERFORM core.check_terminal_settled(held.order_id);
        DELETE FROM storedesk.till_tenders AS t WHERE t.id = held.id;
        UPDATE storedesk.till_carts AS t SET taken_amount = t.taken_amount - held.amount
        WHERE held.is_attached AND t.order_id = held.order_id;
        UPDATE storedesk.terminal_payments AS t
        SET state = 'returning', is_attached = false, settled_by = me, settled_at = core.now(),
            returned_by = CASE WHEN NOT held.is_attached THEN me END
        WHERE t.id = held.id
        RETURNING * INTO held;
        PERFORM core.audit('return_payment', 'terminal_payment', held.id, NULL, to_jsonb(held.amount));
    END IF;

    answer := core.terminal_payment(held);
END $$;

-- Notes that money of no sale was given back by hand, not by what asks the terminal: `reference` is of the slip. Its
-- exception is signed off with that. `seen` is the state in which it was seen, so that it is not given back by the
-- terminal meanwhile. Answers core.terminal_payment. Refuses terminal_payment_not_found, reference_needed, card_number,
-- what belongs to a sale (terminal_not_loose), and a state that has changed (changed_meanwhile).
CREATE FUNCTION api.note_terminal_return(request uuid, payment uuid, seen text, reference text) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    slip text := core.clean_reference(reference, 250);
    held storedesk.terminal_payments := core.hold_terminal_payment(payment);
    instant timestamp := core.now();
BEGIN
    IF slip IS NULL OR NOT storedesk.is_reference(slip, NULL) THEN
        PERFORM core.refuse('reference_needed');
    ELSIF seen IS DISTINCT FROM held.state::text THEN
        PERFORM core.conflict('changed_meanwhile');
    ELSIF NOT (held.state = 'approved' AND NOT held.is_attached
               OR held.state = 'returning' AND held.returned_by IS NOT NULL) THEN
        PERFORM core.refuse('terminal_not_loose');
    END IF;

    UPDATE storedesk.terminal_payments AS t
    SET state = 'returned', is_by_hand = true, returned_by = me, approved_by = me, settled_by = me,
        settled_at = instant, return_reference = CASE WHEN slip ~ '^[0-9]+$' THEN 'ref-' || slip ELSE slip END
    WHERE t.id = held.id
    RETURNING * INTO held;
    PERFORM core.audit('return_by_hand', 'terminal_payment', held.id, to_jsonb(seen),
                       to_jsonb(held.return_reference)),
            core.sign_card_money_off(held, instant);
    answer := core.terminal_payment(held);
END $$;
