-- Discounts: a percentage or an amount off one line of a sale, or off all of it. A discount counts from the prices
-- that the lines have now; the limit of who gives it counts from today's prices of the items, promotions included.
-- No line has a column for it: its unit price is lowered, and where that does not divide, some pieces get a line of
-- their own, one cent dearer, so that the sum is exact to the cent. See docs/decisions/0074.

-- A line with what it costs today (`list`, for all pieces), what it costs until now, and its part of a discount.
CREATE TYPE core.discounted_line AS (
    id uuid, product_id uuid, variant_id uuid, quantity int, list_price numeric, subtotal numeric, share numeric
);

-- The lines that a discount is for, all of a sale's or one, at the prices from which it counts: a line whose price
-- was not set by hand costs what its item costs today. A package is a line of its own, under its own id.
CREATE FUNCTION core.lines_to_discount(cart uuid, line uuid, instant timestamp) RETURNS core.discounted_line[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    day date := storedesk.promotion_day(core.business_day(instant));
    digits int := (SELECT core.digits(s.currency) FROM storedesk.store_settings AS s);
BEGIN
    RETURN ARRAY(
        SELECT ROW(
            l.id, l.product_id, l.variant_id, l.quantity, c.price, l.quantity * CASE
                WHEN o.cart_item_id IS NULL AND l.own_list_price IS NULL THEN c.price ELSE l.unit_price_amount END, 0
        )::core.discounted_line
        FROM core.sale_lines AS l
        JOIN core.sellable AS s ON s.id = l.product_id
        LEFT JOIN public.product_variants AS v ON v.id = l.variant_id
        LEFT JOIN storedesk.till_overrides AS o ON o.cart_item_id = l.id
        CROSS JOIN LATERAL core.price_on(
            s.id, v.id, s.category_id, s.price + coalesce(v.price_adjustment_amount, 0), day
        ) AS p
        CROSS JOIN LATERAL (
            SELECT core.line_price(p.price, l.weight, l.fixed_price_amount, digits) AS price
        ) AS c
        WHERE l.cart_id = cart AND (lines_to_discount.line IS NULL OR l.id = lines_to_discount.line)
        ORDER BY l.added_at, l.id
    );
END $$;

-- Splits a discount over lines in proportion to what they cost, by largest remainder: each gets its part rounded
-- down to the currency's smallest unit, and what is left goes, a unit each, to those that lost most by that, of
-- equal ones to the first.
CREATE FUNCTION core.split_discount(
    lines core.discounted_line[], discount numeric, digits int
) RETURNS core.discounted_line[]
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    units numeric := discount * 10.0 ^ digits;
    total numeric := (SELECT sum(l.subtotal) * 10.0 ^ digits FROM unnest(lines) AS l);
BEGIN
    RETURN ARRAY(
        SELECT ROW(
            p.id, p.product_id, p.variant_id, p.quantity, p.list_price, p.subtotal,
            round((p.whole + CASE WHEN row_number() OVER (ORDER BY p.rest DESC, p.place)
                                       <= units - sum(p.whole) OVER () THEN 1 ELSE 0 END) / 10.0 ^ digits, digits)
        )::core.discounted_line
        FROM (
            SELECT l.id, l.product_id, l.variant_id, l.quantity, l.list_price, l.subtotal, l.place,
                   div(units * l.subtotal * 10.0 ^ digits, total) AS whole,
                   mod(units * l.subtotal * 10.0 ^ digits, total) AS rest
            FROM unnest(lines) WITH ORDINALITY
                AS l (id, product_id, variant_id, quantity, list_price, subtotal, share, place)
        ) AS p
        ORDER BY p.place
    );
END $$;

-- Puts pieces of a lowered line into its sale: as a line, or to the line that has the same item at that price. Answers
-- the line that has them; `given` says why, who gave it and who allowed it. Pieces that are within a limit are so no
-- more beside some at that price that are not. Refuses pieces at that price that are packages (sold_otherwise), and
-- what check_line refuses.
CREATE FUNCTION core.put_lowered(
    line public.cart_items, list_price numeric, given storedesk.till_overrides
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    put public.cart_items;
    kept storedesk.till_overrides;
BEGIN
    INSERT INTO public.cart_items AS l SELECT (line).*
    ON CONFLICT (cart_id, product_id, variant_id, unit_price_amount) DO UPDATE
    SET quantity = l.quantity + excluded.quantity, subtotal_amount = l.subtotal_amount + excluded.subtotal_amount,
        updated_at = excluded.updated_at
    RETURNING l.* INTO put;

    IF core.has_packages(put.id) THEN
        PERFORM core.refuse('sold_otherwise', jsonb_build_object('name', put.product_name));
    END IF;

    SELECT * INTO kept FROM storedesk.till_overrides AS o WHERE o.cart_item_id = put.id;
    PERFORM core.check_line(put.quantity, put.unit_price_amount),
            core.write_override(put.id, list_price, given.reason, given.requested_by,
                                coalesce(given.approved_by, kept.approved_by),
                                given.within_limit AND coalesce(kept.within_limit, kept.cart_item_id IS NULL));
    RETURN put.id;
END $$;

-- Lowers what a package costs: it keeps its weight, and says what it costs else.
CREATE FUNCTION core.lower_package(
    cart uuid, line core.discounted_line, given storedesk.till_overrides, instant timestamp
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    taken storedesk.till_measures := core.take_package(line.id, instant);
BEGIN
    taken.within_limit := given.within_limit AND coalesce(taken.within_limit, taken.reason IS NULL);
    taken.list_price_amount := line.list_price;
    taken.reason := given.reason;
    taken.requested_by := given.requested_by;
    taken.approved_by := coalesce(given.approved_by, taken.approved_by);

    RETURN core.put_package(cart, core.item(line.product_id, line.variant_id), taken, line.subtotal - line.share,
                            instant);
END $$;

-- Lowers what lines cost by their parts of a discount. Pieces of a line for which the price would have to have parts
-- of a cent cost one more cent, on a line of their own behind it. Answers the first line that was lowered. Refuses
-- what put_lowered, put_package and add_note refuse.
CREATE FUNCTION core.lower_lines(
    cart uuid, lines core.discounted_line[], digits int, given storedesk.till_overrides, instant timestamp
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    unit numeric := round(1 / 10.0 ^ digits, digits);
    one record;
    line public.cart_items;
    price numeric;
    dearer int;
    lowered uuid;
    first uuid;
    package core.discounted_line;
BEGIN
    FOR package IN
        SELECT l.* FROM unnest(lines) AS l JOIN storedesk.till_measures AS m ON m.id = l.id WHERE l.share > 0
    LOOP
        lowered := core.lower_package(cart, package, given, instant);
        first := coalesce(first, lowered);
    END LOOP;

    FOR one IN  -- all lines are taken out first: what one costs then may be what another one costs until now
        WITH gone AS (
            DELETE FROM public.cart_items AS c USING unnest(lines) AS l
            WHERE c.id = l.id AND l.share > 0
            RETURNING c AS was, l.list_price, l.subtotal - l.share AS cost
        )
        SELECT g.was, g.list_price, g.cost, n.note FROM gone AS g
        LEFT JOIN storedesk.till_notes AS n ON n.cart_item_id = (g.was).id
        ORDER BY (g.was).added_at, (g.was).id
    LOOP
        line := one.was;
        price := trunc(one.cost / line.quantity, digits);
        dearer := ((one.cost - price * line.quantity) / unit)::int;
        line.quantity := line.quantity - dearer;
        line.unit_price_amount := price;
        line.subtotal_amount := price * line.quantity;
        line.updated_at := instant;
        lowered := core.put_lowered(line, one.list_price, given);
        first := coalesce(first, lowered);

        IF one.note IS NOT NULL THEN
            PERFORM core.add_note(lowered, one.note);
        END IF;

        IF dearer > 0 THEN
            line.id := gen_random_uuid();
            line.added_at := line.added_at + interval '1 microsecond';  -- behind the others
            line.quantity := dearer;
            line.unit_price_amount := price + unit;
            line.subtotal_amount := dearer * (price + unit);
            PERFORM core.put_lowered(line, one.list_price, given);
        END IF;
    END LOOP;

    RETURN first;
END $$;

-- A discount as it is allowed: who approved it, and whether it is within the limit of who gives it: `discount_percent`
-- of what the lines cost today, for their sum; and of a whole sale no line more than a cent beyond that, for what is
-- left by rounding. Refuses what use_approval refuses.
CREATE FUNCTION core.allow_discount(
    till storedesk.till_carts, lines core.discounted_line[], digits int, given storedesk.till_overrides,
    wanted jsonb, approval uuid, instant timestamp
) RETURNS storedesk.till_overrides
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    most numeric := core.limit_of('discount_percent');
    listed numeric;
    cost numeric;
    is_beyond boolean;
BEGIN
    SELECT sum(l.quantity * l.list_price), sum(l.subtotal - l.share),
           bool_or(l.quantity * l.list_price - l.subtotal + l.share
                   > l.quantity * l.list_price * most / 100 + round(1 / 10.0 ^ digits, digits))
    INTO listed, cost, is_beyond
    FROM unnest(lines) AS l WHERE l.share > 0;
    is_beyond := is_beyond OR listed - cost > round(listed * most / 100, digits);

    given.within_limit := most IS NOT NULL AND NOT is_beyond;

    IF most IS NULL OR NOT is_beyond THEN
        RETURN given;
    END IF;

    given.approved_by := core.use_approval(approval, 'discount', wanted || jsonb_build_object(
        'order_id', till.order_id, 'version', (SELECT c.version FROM public.carts AS c WHERE c.id = till.cart_id),
        'pieces', (SELECT sum(l.quantity) FROM unnest(lines) AS l),
        'list', (SELECT round(sum(l.quantity * l.list_price), 2) FROM unnest(lines) AS l)::text,
        'cost', (SELECT round(sum(l.subtotal - l.share), 2) FROM unnest(lines) AS l)::text
    ), instant, 'discount_limit', jsonb_build_object('most', trunc(most)));

    RETURN given;
END $$;

-- Keeps all items of some lines as they are, to be undone together.
CREATE FUNCTION core.keep_items(cart uuid, lines core.discounted_line[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    one constant uuid := gen_random_uuid();
    before bigint := (SELECT coalesce(max(s.id), 0) FROM storedesk.sale_changes AS s WHERE s.cart_id = cart);
BEGIN
    PERFORM core.keep_item(cart, i.product_id, i.variant_id)
    FROM (SELECT DISTINCT l.product_id, l.variant_id FROM unnest(lines) AS l WHERE l.share > 0) AS i;

    UPDATE storedesk.sale_changes AS s SET together = one
    WHERE s.cart_id = cart AND s.id > before;
END $$;

-- Gives a discount on a line, or on the whole sale where `line` is null: `percent` of what it costs now, or an
-- `amount`, one of the two. Refuses line_not_found, sale_empty, reason_missing, a percentage that is none
-- (discount_percent), an amount that is not above zero (bad_amount), more than there is to pay or less than a cent
-- (discount_range), line_count, money_not_exact, and what allow_discount, lower_lines and hold_sale refuse.
CREATE FUNCTION api.discount_sale(
    request uuid, order_id uuid, line uuid, percent numeric, amount numeric, reason text, approval uuid DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    instant timestamp := core.now();
    why text := core.clean_words(reason, 255);
    currency text := (SELECT s.currency FROM storedesk.store_settings AS s);
    digits int := core.digits(currency);
    till storedesk.till_carts;
    lines core.discounted_line[];
    total numeric;
    discount numeric;
    given storedesk.till_overrides;
BEGIN
    IF why IS NULL THEN
        PERFORM core.refuse('reason_missing');
    ELSIF num_nonnulls(percent, amount) <> 1 THEN
        PERFORM core.refuse('bad_amount');
    ELSIF percent NOT BETWEEN 0.01 AND 100 OR percent <> round(percent, 2) THEN
        PERFORM core.refuse('discount_percent');
    ELSIF amount IS NOT NULL THEN
        PERFORM core.exact(amount, currency);
        IF amount <= 0 THEN
            PERFORM core.refuse('bad_amount');
        END IF;
    END IF;

    till := core.hold_sale(order_id);

    IF line IS NOT NULL THEN
        PERFORM core.line_of(till, line);
    END IF;

    lines := core.lines_to_discount(till.cart_id, line, instant);
    total := (SELECT sum(l.subtotal) FROM unnest(lines) AS l);

    IF total IS NULL THEN
        PERFORM core.refuse('sale_empty');
    END IF;

    discount := round(coalesce(amount, total * percent / 100), digits);

    IF discount <= 0 OR discount > total THEN
        PERFORM core.refuse('discount_range', jsonb_build_object('amount', round(total, 2)::text));
    END IF;

    lines := core.split_discount(lines, discount, digits);
    given.reason := why;
    given.requested_by := me;
    given := core.allow_discount(till, lines, digits, given, jsonb_build_object(
        'line', line, 'percent', percent::text, 'discount', round(discount, 2)::text, 'reason', why
    ), approval, instant);
    PERFORM core.keep_items(till.cart_id, lines);
    answer := to_jsonb(core.lower_lines(till.cart_id, lines, digits, given, instant));
    PERFORM core.check_line_count(till.cart_id), core.sum_sale(till, instant);

    RETURN core.sale(order_id, (answer #>> '{}')::uuid);
END $$;

-- Refuses a sale with too many lines (line_count).
CREATE FUNCTION core.check_line_count(cart uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (SELECT count(*) FROM public.cart_items AS l WHERE l.cart_id = cart) > core.most('lines') THEN
        PERFORM core.refuse('line_count', jsonb_build_object('most', core.most('lines')));
    END IF;
END $$;
