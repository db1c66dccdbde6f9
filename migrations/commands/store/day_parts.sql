-- What days that are over hold besides their lines: what goods cost, and what was sold and came back by quarters of
-- an hour, people and registers. See docs/decisions/0059.

-- Marks the days from which a cost holds on that are over already: of a clock that was set back, or of a command that
-- ends after the day on which it began. A cost of today marks nothing. Returns of before that day count if what came
-- back was sold since, by another clock.
CREATE FUNCTION core.mark_costs() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    first timestamp := (SELECT min(c.valid_from) FROM changed AS c);
    until bigint := (SELECT s.last_value FROM storedesk.days_until AS s);
BEGIN
    IF extract(epoch FROM first) < until THEN
        INSERT INTO storedesk.day_changes (day)
        SELECT d.day::date FROM generate_series(
            first::date, timezone('UTC', to_timestamp(until)), interval '1 day'
        ) AS d (day)
        UNION
        SELECT r.created_at::date
        FROM storedesk.order_returns AS r JOIN public.orders AS o ON o.id = r.order_id
        WHERE r.created_at < first AND o.created_at >= first;
    END IF;

    RETURN NULL;
END $$;

CREATE TRIGGER mark_new AFTER INSERT ON storedesk.product_costs REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION core.mark_costs();

-- The beginning of a quarter of an hour: hours of every time zone begin with one.
CREATE FUNCTION core.quarter_of(instant timestamp) RETURNS timestamp
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT date_bin(interval '15 minutes', instant, timestamp '2000-01-01')
$$;

-- What was sold and came back between two instants, by quarters of an hour, people and registers.
CREATE FUNCTION core.part_sums(first timestamp, until timestamp) RETURNS TABLE (
    place bigint, part text, quarter timestamp, key text, orders bigint, paid numeric, added_tax numeric,
    included_tax numeric, pieces bigint, discounts numeric, returns bigint, refunded numeric, added_back numeric,
    included_back numeric, past_orders bigint, past_pieces bigint, past_sold numeric, past_back numeric
)
LANGUAGE sql STABLE ROWS 100 SET search_path = pg_catalog, pg_temp AS $$
    SELECT row_number() OVER (ORDER BY p.part COLLATE "C", p.quarter, p.key COLLATE "C"), p.part, p.quarter, p.key,
           count(f.orders), coalesce(sum(f.paid), 0), coalesce(sum(f.added_tax), 0),
           coalesce(sum(f.included_tax), 0), coalesce(sum(f.pieces), 0)::bigint, coalesce(sum(f.discounts), 0),
           count(f.refunded), coalesce(sum(f.refunded), 0), coalesce(sum(f.added_back), 0),
           coalesce(sum(f.included_back), 0), coalesce(sum(f.past_orders), 0)::bigint,
           coalesce(sum(f.past_pieces), 0)::bigint, coalesce(sum(f.past_sold), 0), coalesce(sum(f.past_back), 0)
    FROM storedesk.part_figures AS f, LATERAL (VALUES
        ('quarter', core.quarter_of(f.instant), NULL), ('person', NULL, f.person), ('register', NULL, f.register)
    ) AS p (part, quarter, key)
    WHERE f.instant >= first AND f.instant < until
    GROUP BY p.part, p.quarter, p.key
$$;

-- What goods cost that were sold and came back between two instants, at each rate of tax: in all, and by the same.
CREATE FUNCTION core.cost_sums(first timestamp, until timestamp) RETURNS TABLE (
    place bigint, part text, quarter timestamp, key text, rate numeric, amount numeric, inside numeric, cost
    numeric, costed numeric, costed_inside numeric, back numeric, back_inside numeric, cost_back numeric,
    costed_back numeric, costed_back_inside numeric
)
LANGUAGE sql STABLE ROWS 100 SET search_path = pg_catalog, pg_temp AS $$
    SELECT row_number() OVER (ORDER BY p.part COLLATE "C", p.quarter, p.key COLLATE "C", f.rate), p.part, p.quarter,
           p.key, f.rate, sum(f.amount), sum(f.inside), sum(f.cost), sum(f.costed),
           sum(f.costed_inside), sum(f.back), sum(f.back_inside), sum(f.cost_back), sum(f.costed_back),
           sum(f.costed_back_inside)
    FROM storedesk.cost_figures AS f, LATERAL (VALUES
        ('day', NULL::timestamp, NULL), ('quarter', core.quarter_of(f.instant), NULL),
        ('person', NULL, f.person_id::text), ('register', NULL, f.register_id::text)
    ) AS p (part, quarter, key)
    WHERE f.instant >= first AND f.instant < until
    GROUP BY p.part, p.quarter, p.key, f.rate
$$;

-- The lines of a day by product, variant and rate of tax, with what they cost.
CREATE FUNCTION core.line_sums(first timestamp, until timestamp) RETURNS TABLE (
    place bigint, is_past boolean, product_id uuid, variant_id uuid, rate numeric, words text, pieces bigint, amount
    numeric, discount numeric, foreign_tax numeric, refunded numeric, added_back numeric, taxed_back numeric, inside
    numeric, cost numeric, costed numeric, costed_inside numeric, back numeric, back_inside numeric, cost_back
    numeric, costed_back numeric, costed_back_inside numeric
)
LANGUAGE sql STABLE ROWS 1000 SET search_path = pg_catalog, pg_temp AS $$
    SELECT row_number() OVER (ORDER BY s.product_id, s.variant_id, s.rate, s.is_past), s.is_past, s.product_id,
           s.variant_id, s.rate, max(s.words COLLATE "C"), sum(s.pieces), sum(s.amount),
           sum(s.discount), sum(s.foreign_tax), sum(s.refunded), sum(s.added_back), sum(s.taxed_back), sum(s.inside),
           sum(s.cost), sum(s.costed), sum(s.costed_inside), sum(s.back), sum(s.back_inside), sum(s.cost_back),
           sum(s.costed_back), sum(s.costed_back_inside)
    FROM (
        SELECT f.is_past, f.product_id, f.variant_id, f.rate, f.words, f.pieces, f.amount, f.discount, f.foreign_tax,
               f.refunded, f.added_back, f.taxed_back, NULL::numeric AS inside, NULL::numeric AS cost,
               NULL::numeric AS costed, NULL::numeric AS costed_inside, NULL::numeric AS back,
               NULL::numeric AS back_inside, NULL::numeric AS cost_back, NULL::numeric AS costed_back,
               NULL::numeric AS costed_back_inside
        FROM storedesk.line_figures AS f WHERE f.instant >= first AND f.instant < until
        UNION ALL
        SELECT false, g.product_id, g.variant_id, g.rate, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, g.inside,
               g.cost, g.costed, g.costed_inside, g.back, g.back_inside, g.cost_back, g.costed_back,
               g.costed_back_inside
        FROM storedesk.cost_figures AS g WHERE g.instant >= first AND g.instant < until
    ) AS s
    GROUP BY s.is_past, s.product_id, s.variant_id, s.rate
$$;

-- Keeps what a summed day holds besides its lines.
CREATE FUNCTION core.sum_parts(first timestamp, until timestamp) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO storedesk.day_parts SELECT first, p.* FROM core.part_sums(first, until) AS p;
    INSERT INTO storedesk.day_costs SELECT first, c.* FROM core.cost_sums(first, until) AS c;
$$;
