-- The sums of days that are over, for the sales reports: see docs/decisions/0055.
--
-- The end of a day is announced in storedesk.days_until, which every transaction reads as it is, whatever else it
-- sees: whoever writes a row of that day from then on marks the day (storedesk.day_changes). It is summed when all
-- transactions have ended that may have written before, without a mark. A mark and the row it is for are seen together
-- or not at all; so a day without a mark has the sums of its rows.

-- Marks the day of an order or a return that counts, or does not count any more, where the day is over. For today it
-- reads one number and writes nothing.
CREATE FUNCTION core.mark_day() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF extract(epoch FROM NEW.created_at) < (SELECT s.last_value FROM storedesk.days_until AS s) THEN
        INSERT INTO storedesk.day_changes (day) VALUES (NEW.created_at::date);
    END IF;

    RETURN NULL;
END $$;

CREATE TRIGGER mark_new AFTER INSERT ON public.orders
FOR EACH ROW WHEN (NEW.status NOT IN ('pending', 'cancelled')) EXECUTE FUNCTION core.mark_day();

CREATE TRIGGER mark_changed AFTER UPDATE ON public.orders
FOR EACH ROW WHEN ((OLD.status IN ('pending', 'cancelled')) <> (NEW.status IN ('pending', 'cancelled')))
EXECUTE FUNCTION core.mark_day();

CREATE TRIGGER mark_new AFTER INSERT ON storedesk.order_returns
FOR EACH ROW EXECUTE FUNCTION core.mark_day();

-- Marks the days of past sales: of an import that has ended.
CREATE FUNCTION core.mark_past_import() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO storedesk.day_changes (day)
    SELECT DISTINCT o.placed_at::date FROM storedesk.past_orders AS o
    WHERE o.past_import_id = NEW.id
      AND extract(epoch FROM o.placed_at) < (SELECT s.last_value FROM storedesk.days_until AS s);
    RETURN NULL;
END $$;

CREATE TRIGGER mark_ended AFTER UPDATE ON storedesk.past_imports
FOR EACH ROW WHEN (OLD.ended_at IS DISTINCT FROM NEW.ended_at) EXECUTE FUNCTION core.mark_past_import();

-- Marks the days of orders that are gone.
CREATE FUNCTION core.mark_past_orders() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO storedesk.day_changes (day)
    SELECT DISTINCT c.placed_at::date FROM changed AS c
    WHERE extract(epoch FROM c.placed_at) < (SELECT s.last_value FROM storedesk.days_until AS s);
    RETURN NULL;
END $$;

CREATE TRIGGER mark_gone AFTER DELETE ON storedesk.past_orders REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION core.mark_past_orders();

-- Marks the days of lines that are gone, or of another product.
CREATE FUNCTION core.mark_past_lines() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO storedesk.day_changes (day)
    SELECT DISTINCT o.placed_at::date
    FROM changed AS c JOIN storedesk.past_orders AS o ON o.id = c.past_order_id
    WHERE extract(epoch FROM o.placed_at) < (SELECT s.last_value FROM storedesk.days_until AS s);
    RETURN NULL;
END $$;

CREATE TRIGGER mark_gone AFTER DELETE ON storedesk.past_lines REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION core.mark_past_lines();

CREATE TRIGGER mark_changed AFTER UPDATE ON storedesk.past_lines REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION core.mark_past_lines();

-- Announces that days until an instant will be summed. Whoever writes a row of before it afterwards marks the day.
CREATE FUNCTION core.announce_days(until timestamp) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM setval('storedesk.days_until', extract(epoch FROM until)::bigint);
    INSERT INTO storedesk.day_state AS s (announced) VALUES (until)
    ON CONFLICT (id) DO UPDATE SET announced = excluded.announced, numbered = NULL;
END $$;

-- Until when days may be summed; null: none yet. Does the next step towards the days that are over by now: announces
-- them; then, in a later transaction, draws its number, which is higher than that of whoever wrote before they were
-- announced; then, when all lower numbers have ended, lets them be summed.
CREATE FUNCTION core.settle_days(instant timestamp) RETURNS timestamp
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    is_fresh boolean := pg_current_xact_id_if_assigned() IS NULL;
    state storedesk.day_state := (SELECT s FROM storedesk.day_state AS s);
    today timestamp := core.day_start(instant);
    running pg_snapshot := pg_current_snapshot();
BEGIN
    IF (SELECT s.last_value FROM storedesk.days_until AS s) < extract(epoch FROM state.announced) THEN
        -- a copy of the store without its sequences: nobody has marked anything
        PERFORM core.drop_sums('-infinity', 'infinity');
        DELETE FROM storedesk.day_state;
        state := NULL;
    END IF;

    IF state.announced IS NULL OR (state.settled = state.announced AND state.announced < today) THEN
        PERFORM core.announce_days(today);
    ELSIF state.settled IS DISTINCT FROM state.announced THEN
        IF state.numbered < pg_snapshot_xmin(running)::text::bigint THEN
            UPDATE storedesk.day_state SET settled = announced;
        ELSIF is_fresh AND (state.numbered > pg_snapshot_xmax(running)::text::bigint) IS NOT FALSE THEN
            UPDATE storedesk.day_state SET numbered = pg_current_xact_id()::text::bigint;  -- or again, after a restore
        END IF;
    END IF;

    RETURN (SELECT s.settled FROM storedesk.day_state AS s);
END $$;

-- Throws away the sums of instants, and of the longer spans that they are in.
CREATE FUNCTION core.drop_sums(first timestamp, until timestamp) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    DELETE FROM storedesk.month_sums AS m WHERE m.begins < until AND m.ends > first;
    DELETE FROM storedesk.day_totals AS d WHERE tsrange(d.begins, d.ends) && tsrange(first, until);
$$;

-- Throws away the sums of days that were marked, 31 marked days at a time: they are made again like those that miss.
CREATE FUNCTION core.drop_changed_days() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    changed date[];
BEGIN
    WITH gone AS (
        DELETE FROM storedesk.day_changes AS c
        WHERE c.day IN (SELECT DISTINCT m.day FROM storedesk.day_changes AS m ORDER BY m.day DESC LIMIT 31)
        RETURNING c.day
    )
    SELECT array_agg(DISTINCT g.day) INTO changed FROM gone AS g;

    PERFORM core.drop_sums(c.day, c.day + interval '1 day') FROM unnest(changed) AS c (day);
END $$;

-- The days that are over and not summed, by the store's calendar, the newest first.
CREATE FUNCTION core.unsummed_days(until timestamp) RETURNS TABLE (begins timestamp, ends timestamp)
LANGUAGE plpgsql STABLE ROWS 100 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    zone text := (SELECT s.time_zone FROM storedesk.store_settings AS s);
    first timestamp := least((SELECT min(o.created_at) FROM public.orders AS o),
                             (SELECT min(o.placed_at) FROM storedesk.past_orders AS o));
BEGIN
    RETURN QUERY
    SELECT d.begins, d.ends
    FROM (
        SELECT n.day AT TIME ZONE zone AT TIME ZONE 'UTC' AS begins,
               (n.day + interval '1 day') AT TIME ZONE zone AT TIME ZONE 'UTC' AS ends
        FROM generate_series(
            core.day_in(zone, first)::timestamp, core.day_in(zone, until)::timestamp, interval '1 day'
        ) AS n (day)
    ) AS d
    WHERE d.begins < d.ends AND d.ends <= until
      AND NOT EXISTS (SELECT FROM storedesk.day_totals AS t WHERE t.begins = d.begins AND t.ends = d.ends)
    ORDER BY d.begins DESC;
END $$;

-- What orders, returns and imported orders of some instants come to.
CREATE FUNCTION core.order_sums(first timestamp, until timestamp) RETURNS TABLE (
    orders bigint, paid numeric, added_tax numeric, shipping numeric, included_tax numeric, returns bigint,
    refunded numeric, shipping_back numeric, added_back numeric, included_back numeric, past_orders bigint
)
LANGUAGE sql STABLE ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
    SELECT count(f.orders), coalesce(sum(f.paid), 0), coalesce(sum(f.added_tax), 0), coalesce(sum(f.shipping), 0),
           coalesce(sum(f.included_tax), 0), count(f.refunded), coalesce(sum(f.refunded), 0),
           coalesce(sum(f.shipping_back), 0), coalesce(sum(f.added_back), 0), coalesce(sum(f.included_back), 0),
           count(f.past_orders)
    FROM storedesk.order_figures AS f WHERE f.instant >= first AND f.instant < until
$$;

-- Sums a day up, in place of any sums of its instants. Answers how many lines it has.
CREATE FUNCTION core.sum_day(first timestamp, until timestamp, at timestamp) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    lines bigint;
BEGIN
    PERFORM core.drop_sums(first, until);
    WITH written AS (
        INSERT INTO storedesk.day_lines
        SELECT first, l.* FROM core.line_sums(first, until) AS l
        RETURNING is_past, pieces, amount, discount, refunded
    ), summed AS (
        SELECT count(*) AS lines, coalesce(sum(w.pieces) FILTER (WHERE NOT w.is_past), 0) AS pieces,
               coalesce(sum(w.discount), 0) AS discounts,
               coalesce(sum(w.pieces) FILTER (WHERE w.is_past), 0) AS past_pieces,
               coalesce(sum(w.amount) FILTER (WHERE w.is_past), 0) AS past_sold,
               coalesce(sum(w.refunded) FILTER (WHERE w.is_past), 0) AS past_back
        FROM written AS w
    ), day AS (
        INSERT INTO storedesk.day_totals
        SELECT first, until, at, f.orders, s.pieces, s.discounts, f.paid, f.added_tax, f.shipping, f.included_tax,
               f.returns, f.refunded, f.shipping_back, f.added_back, f.included_back, f.past_orders, s.past_pieces,
               s.past_sold, s.past_back
        FROM summed AS s, core.order_sums(first, until) AS f
    )
    SELECT s.lines INTO lines FROM summed AS s;
    PERFORM core.sum_parts(first, until);
    RETURN lines;
END $$;

-- Sums up days that are over and have no sums, or whose rows have changed since: the newest first, until 10,000 lines
-- or 400 days are reached; then the months of summed days. Whoever asks while somebody else sums has nothing to do.
-- Answers {days, is_done}, with months among the days.
CREATE FUNCTION api.sum_days() RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    instant timestamp := core.now();
    until timestamp;
    span record;
    days int := 0;
    lines bigint := 0;
BEGIN
    PERFORM core.me();

    IF NOT core.is_clock_believed(instant)
        OR NOT pg_try_advisory_xact_lock(hashtextextended('storedesk.days', 0)) THEN
        RETURN jsonb_build_object('days', 0, 'is_done', true);
    END IF;

    until := core.settle_days(instant);
    PERFORM core.drop_changed_days();

    FOR span IN SELECT d.begins, d.ends FROM core.unsummed_days(until) AS d LIMIT 400 LOOP
        EXIT WHEN lines >= 10000;
        lines := lines + core.sum_day(span.begins, span.ends, instant);
        days := days + 1;
    END LOOP;

    FOR span IN SELECT * FROM core.unsummed_months(until) LOOP
        EXIT WHEN lines >= 10000;
        lines := lines + core.sum_months(span.months, span.begins, span.ends);
        days := days + 1;
    END LOOP;

    RETURN jsonb_build_object('days', days, 'is_done', until IS NOT NULL AND until >= core.day_start(instant)
        AND NOT EXISTS (SELECT FROM storedesk.day_changes)
        AND NOT EXISTS (SELECT FROM core.unsummed_days(until))
        AND NOT EXISTS (SELECT FROM core.unsummed_months(until)));
END $$;
