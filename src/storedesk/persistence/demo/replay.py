"""The demo store's days, played by the database itself: hundreds of deeds in one round trip.

Each deed is the one that staff would do, through core.*, with its own actor and instant.
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

CREATE FUNCTION pg_temp.sell(deed jsonb, shift uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    sale uuid := deed ->> 'order';
    actor uuid := deed ->> 'actor';
    instant timestamp := deed ->> 'at';
    method text := deed -> 'tender' ->> 'method';
BEGIN
    PERFORM core.place(
        sale,
        coalesce((deed ->> 'customer')::uuid,
                 (SELECT s.walk_in_customer_id FROM storedesk.store_settings AS s)),
        deed -> 'lines', actor, instant,
        address => nullif(deed -> 'address', 'null'), payment_type => method);
    PERFORM core.confirm(sale, pg_temp.tenders(deed -> 'tender', pg_temp.total(sale)),
                         actor, instant, shift => shift, is_mailed => false);
    PERFORM core.hand_over(sale, shift, actor, instant, 'sale');
END $$;

CREATE FUNCTION pg_temp.stock(deed jsonb) RETURNS void LANGUAGE sql AS $$
    SELECT core.import_opening_stock(
        array_agg(l.key::uuid), array_agg(l.value::int), 'opening stock',
        (deed ->> 'actor')::uuid, (deed ->> 'at')::timestamp)
    FROM jsonb_each_text(deed -> 'levels') AS l
$$;

CREATE FUNCTION pg_temp.play(deeds jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    shifts jsonb := '{}';
    deed jsonb;
    actor uuid;
    instant timestamp;
    of_order uuid;
    opened uuid;
BEGIN
    FOR deed IN SELECT d.value FROM jsonb_array_elements(deeds) AS d (value) LOOP
        actor := deed ->> 'actor';
        instant := deed ->> 'at';
        of_order := deed ->> 'order';
        opened := shifts ->> (deed ->> 'shift');
        PERFORM core.as_of(actor, instant);

        CASE deed ->> 'do'
            WHEN 'sale' THEN
                PERFORM pg_temp.sell(deed, opened);
            WHEN 'place' THEN
                PERFORM core.place(
                    of_order, (deed ->> 'customer')::uuid, deed -> 'lines', actor, instant,
                    address => deed -> 'address',
                    shipping_cost => (deed ->> 'shipping')::numeric);
            WHEN 'confirm' THEN
                PERFORM core.confirm(
                    of_order, pg_temp.tenders(deed -> 'tender', pg_temp.total(of_order)),
                    actor, instant);
            WHEN 'ship' THEN
                PERFORM core.ship(of_order, deed ->> 'tracking', actor, instant);
            WHEN 'deliver' THEN
                PERFORM core.deliver(of_order, actor, instant);
            WHEN 'cancel' THEN
                PERFORM core.cancel(of_order, deed ->> 'reason', actor, instant);
            WHEN 'open' THEN
                shifts := shifts || jsonb_build_object(deed ->> 'shift', core.open_shift(
                    (deed ->> 'register')::uuid, (deed ->> 'float')::numeric, actor, instant));
            WHEN 'close' THEN
                PERFORM core.close_shift(
                    opened,
                    core.expected_cash(opened) + (deed ->> 'off')::numeric,
                    deed ->> 'reason', actor, instant, is_manager => false);
            WHEN 'restock' THEN
                PERFORM core.move_stock(
                    (deed ->> 'product')::uuid, NULL, 'restock', (deed ->> 'by')::int,
                    'goods in', actor, instant);
            WHEN 'stocked' THEN
                PERFORM pg_temp.stock(deed);
        END CASE;
    END LOOP;
END $$;
"""
