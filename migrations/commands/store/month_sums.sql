-- Months, quarters and years of days that are over, whose lines are read in one piece: see docs/decisions/0055.

-- The months, quarters and years of the store's calendar that are over and not added up, of which all days are
-- summed; the shorter ones first.
CREATE FUNCTION core.unsummed_months(until timestamp)
RETURNS TABLE (months int, begins timestamp, ends timestamp)
LANGUAGE plpgsql STABLE ROWS 10 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    zone text := (SELECT s.time_zone FROM storedesk.store_settings AS s);
    first timestamp := (SELECT min(d.begins) FROM storedesk.day_totals AS d);
BEGIN
    RETURN QUERY
    SELECT s.months, s.begins, s.ends
    FROM (
        SELECT k.months, n.month AT TIME ZONE zone AT TIME ZONE 'UTC' AS begins,
               (n.month + k.months * interval '1 month') AT TIME ZONE zone AT TIME ZONE 'UTC' AS ends
        FROM (VALUES (1, 'month'), (3, 'quarter'), (12, 'year')) AS k (months, name),
             generate_series(
                 date_trunc(k.name, core.day_in(zone, first)::timestamp), core.day_in(zone, until)::timestamp,
                 k.months * interval '1 month'
             ) AS n (month)
    ) AS s
    WHERE s.ends <= until
      AND NOT EXISTS (SELECT FROM storedesk.month_sums AS m WHERE (m.months, m.begins) = (s.months, s.begins))
      AND s.ends - s.begins = (
          SELECT sum(d.ends - d.begins) FROM storedesk.day_totals AS d WHERE d.begins >= s.begins AND d.ends <= s.ends
      )
    ORDER BY s.months, s.begins DESC;
END $$;

-- The lines of a month, a quarter or a year: a month's from its days, the others' from what is next shorter.
CREATE FUNCTION core.month_line_sums(of_months int, first timestamp, until timestamp) RETURNS TABLE (
    place bigint, is_past boolean, product_id uuid, variant_id uuid, rate numeric, words text, pieces bigint,
    amount numeric, discount numeric, foreign_tax numeric, refunded numeric, added_back numeric, taxed_back numeric,
    inside numeric, cost numeric, costed numeric, costed_inside numeric, back numeric, back_inside numeric,
    cost_back numeric, costed_back numeric, costed_back_inside numeric
)
LANGUAGE sql STABLE ROWS 1000 SET search_path = pg_catalog, pg_temp AS $$
    SELECT row_number() OVER (ORDER BY f.product_id, f.variant_id, f.rate, f.is_past), f.is_past,
           f.product_id, f.variant_id, f.rate, max(f.words COLLATE "C"), sum(f.pieces)::bigint, sum(f.amount),
           sum(f.discount), sum(f.foreign_tax), sum(f.refunded), sum(f.added_back), sum(f.taxed_back), sum(f.inside),
           sum(f.cost), sum(f.costed), sum(f.costed_inside), sum(f.back), sum(f.back_inside), sum(f.cost_back),
           sum(f.costed_back), sum(f.costed_back_inside)
    FROM (
        SELECT d.is_past, d.product_id, d.variant_id, d.rate, d.words, d.pieces, d.amount, d.discount, d.foreign_tax,
               d.refunded, d.added_back, d.taxed_back, d.inside, d.cost, d.costed, d.costed_inside, d.back,
               d.back_inside, d.cost_back, d.costed_back, d.costed_back_inside
        FROM storedesk.day_lines AS d
        WHERE of_months = 1 AND d.begins >= first AND d.begins < until
        UNION ALL
        SELECT m.is_past, m.product_id, m.variant_id, m.rate, m.words, m.pieces, m.amount, m.discount, m.foreign_tax,
               m.refunded, m.added_back, m.taxed_back, m.inside, m.cost, m.costed, m.costed_inside, m.back,
               m.back_inside, m.cost_back, m.costed_back, m.costed_back_inside
        FROM storedesk.month_lines AS m
        WHERE m.months = CASE of_months WHEN 3 THEN 1 WHEN 12 THEN 3 END AND m.begins >= first AND m.begins < until
    ) AS f
    GROUP BY f.is_past, f.product_id, f.variant_id, f.rate
$$;

-- Adds a month, a quarter or a year up. Answers how many lines it has.
CREATE FUNCTION core.sum_months(of_months int, first timestamp, until timestamp) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    lines bigint;
BEGIN
    INSERT INTO storedesk.month_sums (months, begins, ends) VALUES (of_months, first, until);
    INSERT INTO storedesk.month_lines
    SELECT of_months, first, l.* FROM core.month_line_sums(of_months, first, until) AS l;
    GET DIAGNOSTICS lines = ROW_COUNT;
    RETURN lines;
END $$;
