-- Whether the sums of days that are over are those of their rows, a few days at a time: see docs/decisions/0059.

-- The known spans whose turn it is: the newest day, at most `most` others, and one of the months, quarters and years.
-- Each has its turn once in so many turns as there are spans, days `most` at a time.
CREATE FUNCTION core.spans_to_check(turn bigint, most int)
RETURNS TABLE (months int, begins timestamp, ends timestamp)
LANGUAGE sql STABLE ROWS 10 SET search_path = pg_catalog, pg_temp AS $$
    SELECT k.months, k.begins, k.ends
    FROM (
        SELECT s.months, s.begins, s.ends,
               row_number() OVER (PARTITION BY s.months > 0 ORDER BY s.begins DESC, s.months) - 1 AS place,
               ceil(count(*) OVER (PARTITION BY s.months > 0) / CASE WHEN s.months > 0 THEN 1.0 ELSE most END)
                   AS turns
        FROM storedesk.known_spans AS s
    ) AS k
    WHERE k.place % k.turns = turn % k.turns OR (k.months = 0 AND k.place = 0)
$$;

-- Whether the sums of a day are not what its rows come to.
CREATE FUNCTION core.is_day_wrong(first timestamp, until timestamp) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH lines AS MATERIALIZED (
        SELECT first, l.* FROM core.line_sums(first, until) AS l
    ), parts AS MATERIALIZED (
        SELECT first, p.* FROM core.part_sums(first, until) AS p
    ), costs AS MATERIALIZED (
        SELECT first, c.* FROM core.cost_sums(first, until) AS c
    ), totals AS MATERIALIZED (
        SELECT f.orders, coalesce(sum(l.pieces) FILTER (WHERE NOT l.is_past), 0) AS pieces,
               coalesce(sum(l.discount), 0) AS discounts, f.paid, f.added_tax, f.shipping, f.included_tax, f.returns,
               f.refunded, f.shipping_back, f.added_back, f.included_back, f.past_orders,
               coalesce(sum(l.pieces) FILTER (WHERE l.is_past), 0) AS past_pieces,
               coalesce(sum(l.amount) FILTER (WHERE l.is_past), 0) AS past_sold,
               coalesce(sum(l.refunded) FILTER (WHERE l.is_past), 0) AS past_back
        FROM core.order_sums(first, until) AS f LEFT JOIN lines AS l ON true
        GROUP BY f.orders, f.paid, f.added_tax, f.shipping, f.included_tax, f.returns, f.refunded, f.shipping_back,
                 f.added_back, f.included_back, f.past_orders
    )
    SELECT EXISTS (SELECT d.* FROM storedesk.day_lines AS d WHERE d.begins = first EXCEPT ALL TABLE lines)
        OR EXISTS (TABLE lines EXCEPT ALL SELECT d.* FROM storedesk.day_lines AS d WHERE d.begins = first)
        OR EXISTS (SELECT d.* FROM storedesk.day_parts AS d WHERE d.begins = first EXCEPT ALL TABLE parts)
        OR EXISTS (TABLE parts EXCEPT ALL SELECT d.* FROM storedesk.day_parts AS d WHERE d.begins = first)
        OR EXISTS (SELECT d.* FROM storedesk.day_costs AS d WHERE d.begins = first EXCEPT ALL TABLE costs)
        OR EXISTS (TABLE costs EXCEPT ALL SELECT d.* FROM storedesk.day_costs AS d WHERE d.begins = first)
        OR NOT EXISTS (
            SELECT d.orders, d.pieces, d.discounts, d.paid, d.added_tax, d.shipping, d.included_tax, d.returns,
                   d.refunded, d.shipping_back, d.added_back, d.included_back, d.past_orders, d.past_pieces,
                   d.past_sold, d.past_back
            FROM storedesk.day_totals AS d WHERE d.begins = first AND d.ends = until
            INTERSECT TABLE totals
        )
$$;

-- Whether the lines of a month, a quarter or a year are not those of what they were added up from.
CREATE FUNCTION core.is_month_wrong(of_months int, first timestamp, until timestamp) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH lines AS MATERIALIZED (
        SELECT of_months, first, l.* FROM core.month_line_sums(of_months, first, until) AS l
    ), kept AS MATERIALIZED (
        SELECT m.* FROM storedesk.month_lines AS m WHERE m.months = of_months AND m.begins = first
    )
    SELECT EXISTS (TABLE kept EXCEPT ALL TABLE lines) OR EXISTS (TABLE lines EXCEPT ALL TABLE kept)
$$;

-- Of the spans whose turn it is, those whose sums are wrong: when they begin, by the store's clock, and how many
-- months they have, 0 for a day.
CREATE FUNCTION core.wrong_sums(turn bigint, most int) RETURNS TABLE (begins text, months int)
LANGUAGE plpgsql STABLE ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    span record;
BEGIN
    FOR span IN SELECT * FROM core.spans_to_check(turn, most) LOOP
        IF (span.months = 0 AND core.is_day_wrong(span.begins, span.ends))
            OR (span.months > 0 AND core.is_month_wrong(span.months, span.begins, span.ends)) THEN
            begins := core.day_in((SELECT s.time_zone FROM storedesk.store_settings AS s), span.begins)::text;
            months := span.months;
            RETURN NEXT;
        END IF;
    END LOOP;
END $$;
