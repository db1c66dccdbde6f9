-- Deposits: a part of what a pending order comes to is paid at a till, and the rest later, at whichever till.

-- Takes a deposit for a pending order in a shift: `amount` of what is still open, by any tenders. The order stays
-- pending, and what it says of its payment follows all that was paid. Answers as order_answer does. Refuses
-- order_step, changed_meanwhile, bad_amount, money_not_exact, all of what is open or more (deposit_too_large), store
-- credit (credit_at_till), and what hold_shift_as, read_tenders, check_in_coins and check_references refuse.
CREATE FUNCTION api.take_deposit(
    request uuid, order_id uuid, seen int, shift uuid, amount numeric, tenders jsonb
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    held public.orders := core.hold_order(order_id, seen, core.order_states('take_deposit'));
    wanted numeric := core.exact(amount, held.total_currency);
    open numeric;
    booked jsonb;
    main jsonb;
    instant timestamp;
BEGIN
    PERFORM core.hold_shift_as(shift, me, 'take_deposit');
    open := held.total_amount - core.paid_for(order_id);

    IF coalesce(wanted, 0) <= 0 THEN
        PERFORM core.refuse('bad_amount');
    ELSIF wanted >= open THEN
        PERFORM core.refuse('deposit_too_large', jsonb_build_object(
            'open', open::text, 'currency', held.total_currency
        ));
    END IF;

    booked := core.read_tenders(coalesce(tenders, '[]'), wanted, held.total_currency);

    IF booked @> '[{"method": "store_credit"}]' THEN
        PERFORM core.refuse('credit_at_till');  -- it is taken for a sale at the till alone
    END IF;

    PERFORM core.check_in_coins(booked, held.total_currency);

    instant := core.now();
    PERFORM core.check_references(booked, shift, instant);
    main := core.main_tender(core.tenders_before(held) || booked);
    PERFORM core.book_payments(order_id, held.total_currency, booked, shift, me, instant);

    UPDATE public.orders AS o
    SET version = held.version + 1, updated_at = instant, payment_type = main ->> 'method',
        payment_last_four_digits = main ->> 'last_four',
        payment_card_brand = core.known_brand(main ->> 'card_brand'),
        payment_paypal_email = main ->> 'paypal_email', payment_transaction_id = main ->> 'reference'
    WHERE o.id = held.id;
    PERFORM core.write_change(held, 'deposit', round(wanted, 2)::text || ' ' || held.total_currency, me, instant);

    answer := core.order_answer(order_id, (
        SELECT coalesce(sum((t.value ->> 'change')::numeric), 0) FROM jsonb_array_elements(booked) AS t (value)
    ));
END $$;
