-- The instant, and the store's calendar. Instants are timestamps in UTC.

-- The instant as the tables keep it: in UTC, and not the start of the transaction.
CREATE FUNCTION core.now() RETURNS timestamp
LANGUAGE sql VOLATILE
RETURN clock_timestamp() AT TIME ZONE 'UTC';

-- Refuses an instant that no store could mean: infinity, and what is hundreds of years away (bad_instant).
CREATE FUNCTION core.check_instant(instant timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT storedesk.is_instant(instant) THEN
        PERFORM core.refuse('bad_instant');
    END IF;
END $$;

-- The day of a time zone on which an instant falls. Planned as if it stood in the query that asks.
CREATE FUNCTION core.day_in(zone text, instant timestamp) RETURNS date
LANGUAGE sql STABLE
RETURN (instant AT TIME ZONE 'UTC' AT TIME ZONE zone)::date;

-- The day of the store's calendar on which an instant falls.
CREATE FUNCTION core.business_day(instant timestamp) RETURNS date
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT core.day_in(s.time_zone, instant) FROM storedesk.store_settings AS s);
END $$;

-- When the business day of an instant began, by the store's time zone.
CREATE FUNCTION core.day_start(instant timestamp) RETURNS timestamp
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT core.business_day(instant)::timestamp AT TIME ZONE s.time_zone AT TIME ZONE 'UTC'
        FROM storedesk.store_settings AS s
    );
END $$;
