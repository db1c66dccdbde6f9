-- How many there may be at once: each number stands here and nowhere else. api.me answers them to the program,
-- which can refuse beforehand; the commands hold to them, whoever asks.

CREATE TYPE core.bound AS ENUM (
    'line_pieces', 'lines', 'return_lines', 'moved_pieces', 'on_hand', 'threshold', 'products', 'movements',
    'counted_pieces', 'counted_products', 'emails', 'description', 'variants', 'codes', 'pictures',
    'quick_keys', 'past_lines', 'promotion_items', 'receipt_mails'
);

-- The most there may be of something. A body without a search path of its own is planned as if the number stood in
-- the caller, and as it was parsed when it was made, no search path can change it. What is no value of core.bound
-- does not parse.
CREATE FUNCTION core.most(bound core.bound) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE bound
    WHEN 'line_pieces' THEN 99999           -- pieces of a line of a sale, an order or a return
    WHEN 'lines' THEN 500                   -- lines of a sale or an order
    WHEN 'return_lines' THEN 1000           -- lines of a return
    WHEN 'moved_pieces' THEN 100000         -- pieces of a product that one command adds or takes away
    WHEN 'on_hand' THEN 10000000            -- pieces that a product is set or counted to
    WHEN 'threshold' THEN 1000000           -- pieces at which a product counts as low
    WHEN 'products' THEN 1000               -- products whose stock one command moves
    WHEN 'movements' THEN 5000              -- movements that one command takes back
    WHEN 'counted_pieces' THEN 1000000      -- pieces of one entry of a count
    WHEN 'counted_products' THEN 5000       -- products that a count lists
    WHEN 'emails' THEN 1000                 -- e-mails that one command tries again
    WHEN 'description' THEN 5000            -- letters of a product's description
    WHEN 'variants' THEN 250                -- variants of a product
    WHEN 'codes' THEN 50                    -- codes of a product, or of a variant
    WHEN 'pictures' THEN 50                 -- pictures that a new product comes with
    WHEN 'quick_keys' THEN 60               -- quick keys of a board
    WHEN 'past_lines' THEN 5000             -- lines of past sales that one command adds
    WHEN 'promotion_items' THEN 1000        -- categories, products and variants that a promotion is for
    WHEN 'receipt_mails' THEN 40            -- receipts that one person sends by e-mail in an hour
END;

-- The largest amount of money: what the columns hold.
CREATE FUNCTION core.largest_amount() RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 99999999.99;

-- Refuses an amount that no column holds (money_too_big); also NaN, which is greater than any number.
CREATE FUNCTION core.check_amount(amount numeric) RETURNS void
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF abs(amount) > core.largest_amount() THEN
        PERFORM core.refuse('money_too_big', jsonb_build_object('largest', core.largest_amount()::text));
    END IF;
END $$;

-- Refuses a quantity that is missing, less than `smallest` or more than there may be (bad_quantity).
CREATE FUNCTION core.check_quantity(quantity int, smallest int, bound core.bound) RETURNS void
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF quantity IS NULL OR quantity NOT BETWEEN smallest AND core.most(bound) THEN
        PERFORM core.refuse('bad_quantity', jsonb_build_object('least', smallest, 'most', core.most(bound)));
    END IF;
END $$;

-- Refuses quantities of which one is less than `smallest` or more than there may be (bad_quantity); one may be
-- missing.
CREATE FUNCTION core.check_quantities(quantities int[], smallest int, bound core.bound) RETURNS void
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.check_quantity(e.fewest, smallest, bound), core.check_quantity(e.most, smallest, bound)
    FROM (SELECT min(q.quantity) AS fewest, max(q.quantity) AS most FROM unnest(quantities) AS q (quantity)) AS e
    WHERE e.fewest IS NOT NULL;
END $$;

-- Refuses more of something than there may be at once (too_many).
CREATE FUNCTION core.check_many(number bigint, bound core.bound) RETURNS void
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF number > core.most(bound) THEN
        PERFORM core.refuse('too_many', jsonb_build_object('most', core.most(bound)));
    END IF;
END $$;

-- All bounds, {name: number}, as api.me answers them.
CREATE FUNCTION core.bounds() RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_object_agg(b.bound, core.most(b.bound)) FROM unnest(enum_range(NULL::core.bound)) AS b (bound)
$$;
