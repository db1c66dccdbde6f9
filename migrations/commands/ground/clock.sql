-- Whether the server's clock can be believed. What deletes or cancels by age does nothing while it cannot: a clock
-- that is a year ahead for a moment would cancel every unpaid order.
--
-- The clock is believed while it goes on in small steps from the last look at which it was believed: two days at
-- most, or longer if requests were written in between and no step between them is larger. After a jump it is
-- believed again on the third further business day on which it is seen to go on, so that a store that was closed
-- all winter cleans up again soon, and whoever set a clock wrong has time to notice. If it goes back to where it
-- was, it is believed at once.

-- Tells whether the clock may have gone from one instant to another by itself.
CREATE FUNCTION core.is_step(since timestamp, instant timestamp) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF instant < since + interval '2 days' THEN
        RETURN instant > since - interval '10 minutes';
    END IF;

    RETURN NOT EXISTS (
        SELECT FROM (
            SELECT s.at, lead(s.at) OVER (ORDER BY s.at) AS next
            FROM (
                SELECT since AS at
                UNION ALL SELECT instant
                UNION ALL SELECT r.created_at FROM storedesk.requests AS r
                WHERE r.created_at > since AND r.created_at < instant
            ) AS s
        ) AS steps
        WHERE steps.next > steps.at + interval '2 days'
    );
END $$;

-- Tells whether the clock is believed, without writing down the look.
CREATE FUNCTION core.is_clock_believed(instant timestamp) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    known storedesk.clock := (SELECT c FROM storedesk.clock AS c);
BEGIN
    RETURN core.is_step(known.believed_at, instant);
END $$;

-- Looks at the clock, and tells whether it is believed. Regular work calls it before it does anything else; of two
-- at once only one writes the look down.
CREATE FUNCTION core.look_at_clock(instant timestamp) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    known storedesk.clock;
    is_new boolean;
    days int;
BEGIN
    SELECT * INTO known FROM storedesk.clock FOR NO KEY UPDATE SKIP LOCKED;

    IF NOT FOUND THEN
        RETURN core.is_clock_believed(instant);
    END IF;

    IF core.is_step(known.believed_at, instant) THEN
        IF known.doubted_since IS NOT NULL
            OR instant > known.seen_at + interval '1 minute' OR instant < known.seen_at THEN
            UPDATE storedesk.clock SET believed_at = instant, seen_at = instant, doubted_since = NULL, days_seen = 0;
        END IF;

        RETURN true;
    END IF;

    is_new := known.doubted_since IS NULL OR instant < known.seen_at - interval '10 minutes'
        OR instant > known.seen_at + interval '31 days';
    days := CASE WHEN is_new THEN 0
        ELSE known.days_seen + (core.business_day(instant) > core.business_day(known.seen_at))::int END;

    IF days >= 3 THEN
        UPDATE storedesk.clock SET believed_at = instant, seen_at = instant, doubted_since = NULL, days_seen = 0;
        RETURN true;
    END IF;

    UPDATE storedesk.clock
    SET seen_at = instant, days_seen = days, doubted_since = CASE WHEN is_new THEN instant ELSE known.doubted_since END;
    RETURN false;
END $$;

-- What is odd about the clock, for windows, which ask now and then: {now, believed_at, is_believed, ahead}.
-- `ahead` is {number, at} of the newest order if it was placed more than ten minutes after now, else null.
CREATE FUNCTION core.clock_state(instant timestamp) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object(
        'now', instant, 'believed_at', c.believed_at, 'is_believed', core.is_step(c.believed_at, instant),
        'ahead', (
            SELECT jsonb_build_object('number', o.order_number, 'at', o.created_at)
            FROM public.orders AS o WHERE o.created_at > instant + interval '10 minutes'
            ORDER BY o.created_at DESC LIMIT 1
        )
    )
    FROM storedesk.clock AS c
$$;

-- Looks at the clock, and answers what is odd about it: see core.clock_state.
CREATE FUNCTION api.look_at_clock() RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    instant timestamp := core.now();
BEGIN
    PERFORM core.me(), core.look_at_clock(instant);
    RETURN core.clock_state(instant);
END $$;
