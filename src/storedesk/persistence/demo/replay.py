"""The demo store's days, played by the database itself: hundreds of steps in one round trip.

Each step is one that staff would take, through core.*, with its own actor and instant.
"""

PLAY = """
CREATE FUNCTION pg_temp.tenders(tender jsonb, total numeric) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_array(tender - 'note' || jsonb_build_object(
        'id', gen_random_uuid(), 'amount', total, 'rounding', coalesce(paid.due - total, 0),
        'tendered', paid.due + paid.change, 'change', paid.change
    ))
    FROM (
        SELECT cash.due, ceil(cash.due / cash.note) * cash.note - cash.due AS change
        FROM (
            SELECT (tender ->> 'note')::numeric AS note,
                   CASE tender ->> 'method'
                       WHEN 'cash' THEN core.round_cash(total, s.cash_rounding) END AS due
            FROM storedesk.store_settings AS s
        ) AS cash
    ) AS paid
$$;

CREATE FUNCTION pg_temp.total(of_order uuid) RETURNS numeric LANGUAGE sql AS $$
    SELECT o.total_amount FROM public.orders AS o WHERE o.id = of_order
$$;

CREATE FUNCTION pg_temp.sell(step jsonb, shift uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    sale uuid := step ->> 'order';
    actor uuid := step ->> 'actor';
    instant timestamp := step ->> 'at';
    method text := step -> 'tender' ->> 'method';
BEGIN
    PERFORM core.place(
        sale,
        coalesce((step ->> 'customer')::uuid,
                 (SELECT s.walk_in_customer_id FROM storedesk.store_settings AS s)),
        step -> 'lines', actor, instant,
        address => nullif(step -> 'address', 'null'), payment_type => method);
    PERFORM core.confirm(sale, pg_temp.tenders(step -> 'tender', pg_temp.total(sale)),
                         actor, instant, shift => shift, is_mailed => false, recorded => 'sale');
    PERFORM core.hand_over(sale, shift, actor, instant, 'sale');
END $$;

CREATE FUNCTION pg_temp.stock(step jsonb) RETURNS void LANGUAGE sql AS $$
    SELECT core.import_opening_stock(
        array_agg(l.key::uuid), array_agg(l.value::int), 'opening stock',
        (step ->> 'actor')::uuid, (step ->> 'at')::timestamp)
    FROM jsonb_each_text(step -> 'levels') AS l
$$;

CREATE FUNCTION pg_temp.play(steps jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    shifts jsonb := '{}';
    step jsonb;
    actor uuid;
    instant timestamp;
    of_order uuid;
    opened uuid;
BEGIN
    FOR step IN SELECT d.value FROM jsonb_array_elements(steps) AS d (value) LOOP
        actor := step ->> 'actor';
        instant := step ->> 'at';
        of_order := step ->> 'order';
        opened := shifts ->> (step ->> 'shift');
        PERFORM core.as_of(actor, instant);

        CASE step ->> 'do'
            WHEN 'sale' THEN
                PERFORM pg_temp.sell(step, opened);
            WHEN 'place' THEN
                PERFORM core.place(
                    of_order, (step ->> 'customer')::uuid, step -> 'lines', actor, instant,
                    address => step -> 'address',
                    shipping_cost => (step ->> 'shipping')::numeric);
            WHEN 'confirm' THEN
                PERFORM core.confirm(
                    of_order, pg_temp.tenders(step -> 'tender', pg_temp.total(of_order)),
                    actor, instant);
            WHEN 'ship' THEN
                PERFORM core.ship(of_order, step ->> 'tracking', actor, instant);
            WHEN 'deliver' THEN
                PERFORM core.deliver(of_order, actor, instant);
            WHEN 'cancel' THEN
                PERFORM core.cancel(of_order, step ->> 'reason', actor, instant);
            WHEN 'open' THEN
                shifts := shifts || jsonb_build_object(step ->> 'shift', core.open_shift(
                    (step ->> 'register')::uuid, (step ->> 'float')::numeric, actor, instant));
            WHEN 'close' THEN
                PERFORM core.close_shift(
                    opened,
                    core.expected_cash(opened) + (step ->> 'off')::numeric,
                    step ->> 'reason', actor, instant, is_manager => false);
            WHEN 'restock' THEN
                PERFORM core.move_stock(
                    (step ->> 'product')::uuid, NULL, 'restock', (step ->> 'by')::int,
                    'goods in', actor, instant);
            WHEN 'stocked' THEN
                PERFORM pg_temp.stock(step);
        END CASE;
    END LOOP;
END $$;
"""
