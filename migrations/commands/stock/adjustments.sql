-- Stock that staff adjust, receive or set: one product, or several at once, all or none.

-- Adjusts the stock of a product by a number: damaged, lost, found. Answers what is then on hand. Refuses too many
-- at once (too_many), and what move_stock refuses.
CREATE FUNCTION api.adjust_stock(request uuid, product uuid, variant uuid, by int, reason text) RETURNS int
LANGUAGE command AS $$
BEGIN
    PERFORM core.check_many(abs(by::bigint), 'moved_pieces'), core.hold_undeleted(ARRAY[product]);
    answer := to_jsonb(
        core.move_stock(product, variant, 'adjust', by, reason, actor => me, instant => core.now())
    );
END $$;

-- Sets the stock of a product to what was counted, if it still is what the person saw. Answers it. Refuses it when
-- it moved meanwhile (changed_meanwhile), bad_quantity, and what move_stock refuses.
CREATE FUNCTION api.set_stock(
    request uuid, product uuid, variant uuid, seen int, value int, reason text
) RETURNS int
LANGUAGE command AS $$
DECLARE
    on_hand int;
BEGIN
    PERFORM core.check_quantities(ARRAY[value], 0, 'on_hand'), core.hold_undeleted(ARRAY[product]);
    on_hand := (SELECT i.stock_level FROM public.inventory AS i WHERE i.product_id = product);

    IF on_hand <> seen THEN
        PERFORM core.conflict('changed_meanwhile', jsonb_build_object('now', on_hand));
    END IF;

    answer := to_jsonb(core.move_stock(
        product, variant, 'set', value - seen, reason, actor => me, instant => core.now()
    ));
END $$;

-- Holds the stock of a list of products with a number each. Refuses lists that do not fit (lists_differ,
-- nothing_to_move, too_many), and what hold_undeleted refuses.
CREATE FUNCTION core.hold_list(products uuid[], numbers int[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce(cardinality(products), 0) = 0 THEN
        PERFORM core.refuse('nothing_to_move');
    END IF;

    PERFORM core.check_many(cardinality(products), 'products');

    IF cardinality(products) IS DISTINCT FROM cardinality(numbers) OR array_position(numbers, NULL) IS NOT NULL
        OR (SELECT count(DISTINCT p) FROM unnest(products) AS p) <> cardinality(products) THEN
        PERFORM core.refuse('lists_differ');
    END IF;

    PERFORM core.hold_undeleted(products);
END $$;

-- Moves the stock of some products, which are held. Answers {movements, on_hand}, in their order. Names the first
-- product of which there is too little (not_enough_of); refuses what move_stock refuses. A reason of the other
-- sign is refused first: the number is then not the one that was meant.
CREATE FUNCTION core.move_list(
    products uuid[], operation text, numbers int[], reason text, actor uuid, instant timestamp
) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    short record;
    movements uuid[] := '{}';
    on_hand int[] := '{}';
BEGIN
    PERFORM core.check_reason(m.product, operation, m.by, reason)
    FROM unnest(products, numbers) WITH ORDINALITY AS m (product, by, place) ORDER BY m.place;

    SELECT i.product_id, p.name, i.stock_level - i.reserved_quantity AS available, i.reserved_quantity
    INTO short
    FROM unnest(products, numbers) WITH ORDINALITY AS m (product, by, place)
    JOIN public.inventory AS i ON i.product_id = m.product
    JOIN public.products AS p ON p.id = m.product
    WHERE i.stock_level + m.by < i.reserved_quantity
    ORDER BY m.place LIMIT 1;

    IF FOUND THEN
        PERFORM core.refuse('not_enough_of', jsonb_build_object(
            'product', short.product_id, 'name', short.name,
            'available', short.available, 'reserved', short.reserved_quantity
        ));
    END IF;

    FOR at IN 1 .. cardinality(products) LOOP
        on_hand := on_hand || core.move_stock(products[at], NULL, operation, numbers[at], reason, actor, instant);
        movements := movements || core.last_movement(products[at]);
    END LOOP;

    RETURN jsonb_build_object('movements', movements, 'on_hand', on_hand);
END $$;

-- Adjusts the stock of some products: damaged, lost, found. Answers as move_list does. Refuses too much of one
-- (too_many), and what hold_list and move_list refuse.
CREATE FUNCTION api.adjust_stocks(request uuid, products uuid[], numbers int[], reason text) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.check_many(abs(n.by::bigint), 'moved_pieces') FROM unnest(numbers) AS n (by);
    PERFORM core.hold_list(products, numbers);
    answer := core.move_list(
        products, 'adjust', numbers, reason, actor => me, instant => core.now()
    );
END $$;

-- Receives delivered goods. `costs` are what a piece of each costs the store from today on, nulls where that stays as
-- it is, and only managers give any. Answers as move_list does. Refuses none or too many of each (bad_quantity), costs
-- of somebody else (cost_not_yours), and what hold_list, move_list and write_costs refuse.
CREATE FUNCTION api.restock(
    request uuid, products uuid[], numbers int[], reason text, costs numeric[] DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    instant timestamp;
BEGIN
    IF array_remove(costs, NULL) <> '{}' AND NOT core.belongs('manager') THEN
        PERFORM core.refuse('cost_not_yours');
    END IF;

    PERFORM core.check_quantities(numbers, 1, 'moved_pieces'), core.hold_list(products, numbers);
    instant := core.now();
    answer := core.move_list(products, 'restock', numbers, reason, actor => me, instant => instant);

    IF array_remove(costs, NULL) <> '{}' THEN
        PERFORM core.receive_costs(products, costs, actor => me, instant => instant);
    END IF;
END $$;

-- Sets the stock of some products, if it still is what the person saw; those that have that number already stay as
-- they are. Answers as move_list does, about those that were moved. Names a product that moved meanwhile
-- (stock_moved); refuses bad_quantity, and what hold_list and move_list refuse.
CREATE FUNCTION api.set_stocks(
    request uuid, products uuid[], seen int[], numbers int[], reason text
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    stale record;
    moved uuid[];
    steps int[];
BEGIN
    PERFORM core.check_quantities(numbers, 0, 'on_hand'),
            core.hold_list(products, numbers), core.hold_list(products, seen);

    SELECT i.product_id, p.name, i.stock_level, s.seen INTO stale
    FROM unnest(products, seen) WITH ORDINALITY AS s (product, seen, place)
    JOIN public.inventory AS i ON i.product_id = s.product
    JOIN public.products AS p ON p.id = s.product
    WHERE i.stock_level <> s.seen
    ORDER BY s.place LIMIT 1;

    IF FOUND THEN
        PERFORM core.conflict('stock_moved', jsonb_build_object(
            'product', stale.product_id, 'name', stale.name, 'now', stale.stock_level, 'seen', stale.seen
        ));
    END IF;

    SELECT array_agg(s.product ORDER BY s.place), array_agg(s.level - s.seen ORDER BY s.place)
    INTO moved, steps
    FROM unnest(products, seen, numbers) WITH ORDINALITY AS s (product, seen, level, place)
    WHERE s.level <> s.seen;

    IF moved IS NULL THEN
        PERFORM core.refuse('nothing_to_move');
    END IF;

    answer := core.move_list(
        moved, 'set', steps, reason, actor => me, instant => core.now()
    );
END $$;
