-- Stock: how it moves, and who may move it.

-- Gives every new product its row of stock, at nought.
CREATE FUNCTION core.open_stock() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO public.inventory (product_id, created_at, updated_at)
    SELECT p.id, p.created_at, p.created_at FROM opened AS p;
    RETURN NULL;
END $$;

CREATE TRIGGER open_stock AFTER INSERT ON public.products REFERENCING NEW TABLE AS opened
FOR EACH STATEMENT EXECUTE FUNCTION core.open_stock();

-- Holds the stock of some products until the transaction ends: in one order, so that two tills never
-- wait for each other, and before the clock is read, so that the ledger is in order.
CREATE FUNCTION core.hold_stock(products uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM public.inventory AS i
    WHERE i.product_id = ANY (products)
    ORDER BY i.product_id
    FOR NO KEY UPDATE;
END $$;

-- Holds the stock of products that are kept: whatever their status is, they can be received, counted and
-- adjusted. Refuses one that was deleted (product_deleted).
CREATE FUNCTION core.hold_undeleted(products uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    gone text;
BEGIN
    PERFORM core.hold_stock(products);
    SELECT p.name INTO gone FROM public.products AS p
    WHERE p.id = ANY (products) AND p.is_deleted ORDER BY p.id LIMIT 1;

    IF FOUND THEN
        PERFORM core.refuse('product_deleted', jsonb_build_object('name', gone));
    END IF;
END $$;

-- Says why stock was not moved: there is none of this product, or too little.
CREATE FUNCTION core.refuse_move(product uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    stock public.inventory;
BEGIN
    SELECT * INTO stock FROM public.inventory AS i WHERE i.product_id = product;

    IF NOT FOUND THEN
        PERFORM core.not_found('product_not_found', jsonb_build_object('product', product));
    END IF;

    PERFORM core.refuse('not_enough_stock', jsonb_build_object(
        'product', product,
        'available', stock.stock_level - stock.reserved_quantity,
        'reserved', stock.reserved_quantity
    ));
END $$;

-- Refuses a reason that takes pieces away where some are added (reason_takes), and the other way round
-- (reason_adds). Which reason it is stands before the first colon; what is no row of storedesk.stock_reasons
-- are somebody's own words, and of those nothing is known. Where one product is adjusted, `instead` is what can
-- be written with that reason; elsewhere the product is named.
CREATE FUNCTION core.check_reason(product uuid, operation text, by int, reason text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    known storedesk.stock_reasons;
BEGIN
    SELECT * INTO known FROM storedesk.stock_reasons AS r
    WHERE r.code = lower(btrim(split_part(reason, ':', 1)));

    IF known.sign * sign(by) < 0 THEN
        PERFORM core.refuse(
            CASE known.sign WHEN -1 THEN 'reason_takes' ELSE 'reason_adds' END,
            jsonb_build_object(
                'reason', known.name,
                'other', (SELECT r.name FROM storedesk.stock_reasons AS r
                          WHERE r.sign = -known.sign ORDER BY r.place LIMIT 1),
                'instead', CASE operation WHEN 'adjust' THEN -by END, 'count', abs(by),
                'product', product,
                'name', (SELECT p.name FROM public.products AS p WHERE p.id = product AND operation <> 'adjust')
            )
        );
    END IF;
END $$;

-- Moves stock and writes it down: no other statement of ours changes a number in table inventory.
-- `by` has the sign that the ledger has. Stock is the sum of set, adjust, deduct and restock; what is
-- reserved is the sum of reserve, release and deduct. The instant is read after hold_stock.
-- Answers with the number moved to. Refuses to move by nothing (nothing_to_move), without a reason
-- (reason_missing) or with one of the other sign (check_reason), what is not kept (product_not_found,
-- variant_not_found), and to take, promise or release more than there is (not_enough_stock).
CREATE FUNCTION core.move_stock(
    product uuid, variant uuid, operation text, by int, reason text,
    actor uuid, instant timestamp, for_order uuid DEFAULT NULL
) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    stock_by int := CASE WHEN operation IN ('reserve', 'release') THEN 0 ELSE by END;
    reserved_by int := CASE WHEN operation IN ('reserve', 'release', 'deduct') THEN by ELSE 0 END;
    moved_to int;
BEGIN
    IF coalesce(by, 0) = 0 THEN
        PERFORM core.refuse('nothing_to_move');
    END IF;

    IF core.clean_words(reason, 255) IS NULL THEN
        PERFORM core.refuse('reason_missing');
    END IF;

    IF operation IN ('adjust', 'set', 'restock') THEN
        PERFORM core.check_reason(product, operation, by, reason);
    END IF;

    IF variant IS NOT NULL AND NOT EXISTS (
        SELECT FROM public.product_variants AS v WHERE v.id = variant AND v.product_id = product
    ) THEN
        PERFORM core.not_found('variant_not_found', jsonb_build_object('variant', variant));
    END IF;

    WITH moved AS (
        UPDATE public.inventory AS i
        SET stock_level = i.stock_level + stock_by,
            reserved_quantity = i.reserved_quantity + reserved_by,
            updated_at = instant
        WHERE i.product_id = product
          AND i.reserved_quantity + reserved_by BETWEEN 0 AND i.stock_level + stock_by
        RETURNING i.id, CASE stock_by WHEN 0 THEN i.reserved_quantity ELSE i.stock_level END AS value
    )
    INSERT INTO public.inventory_audit_log (
        inventory_id, product_id, previous_value, new_value, adjustment,
        reason, operation_type, user_id, order_id, created_at
    )
    SELECT m.id, product, m.value - by, m.value, by,
           btrim(reason), operation, actor, for_order, instant
    FROM moved AS m
    RETURNING new_value INTO moved_to;

    IF moved_to IS NULL THEN
        PERFORM core.refuse_move(product);
    END IF;

    RETURN moved_to;
END $$;

-- Puts the stock right by hand: damaged, lost, found. Answers with what is then on hand.
-- Refuses too many at once (too_many), and what move_stock refuses.
CREATE FUNCTION api.adjust_stock(request uuid, product uuid, variant uuid, by int, reason text) RETURNS int
LANGUAGE command AS $$
BEGIN
    PERFORM core.check_many(abs(by::bigint), 'moved_pieces'), core.hold_undeleted(ARRAY[product]);
    answer := to_jsonb(
        core.move_stock(product, variant, 'adjust', by, reason, actor => me, instant => core.now())
    );
END $$;

-- Sets the stock to what was counted, provided it still is what the person saw. Answers with it.
-- Refuses when it moved meanwhile (changed_meanwhile), and what move_stock refuses.
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

-- Sets at how many available pieces a product counts as low; its stock is held.
CREATE FUNCTION core.set_threshold(product uuid, value int) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    was int := (SELECT i.low_stock_threshold FROM public.inventory AS i WHERE i.product_id = product);
BEGIN
    IF was IS NULL THEN
        PERFORM core.not_found('product_not_found', jsonb_build_object('product', product));
    END IF;

    IF was <> value THEN
        UPDATE public.inventory SET low_stock_threshold = value WHERE product_id = product;
        PERFORM core.audit('threshold', 'inventory', product, to_jsonb(was), to_jsonb(value));
    END IF;
END $$;

-- The same, for whoever asks. Answers with it.
CREATE FUNCTION api.set_threshold(request uuid, product uuid, value int) RETURNS int
LANGUAGE command AS $$
BEGIN
    PERFORM core.check_quantity(value, 0, 'threshold'),
            core.hold_undeleted(ARRAY[product]), core.set_threshold(product, value);
    answer := to_jsonb(value);
END $$;

-- ---------- several products at once: all or nothing

-- Refuses lists that are no list of products with a number each (lists_differ, nothing_to_move,
-- too_many). Holds their stock.
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

-- Moves the stock of some products, which are held. Answers {movements, on_hand}, in their order.
-- Names the first product of which there is too little (not_enough_of); refuses what move_stock refuses.
-- That the reason has the other sign is said first: no number can be too large that is not meant.
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

-- The newest line of a product's ledger; its stock is held.
CREATE FUNCTION core.last_movement(product uuid) RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT a.id FROM public.inventory_audit_log AS a WHERE a.product_id = product ORDER BY a.seq DESC LIMIT 1
$$;

-- Adds to some products, or takes away: damaged, lost, found. Answers as move_list does.
-- Refuses too much of one (too_many), and what hold_list and move_list refuse.
CREATE FUNCTION api.adjust_stocks(request uuid, products uuid[], numbers int[], reason text) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.check_many(abs(n.by::bigint), 'moved_pieces') FROM unnest(numbers) AS n (by);
    PERFORM core.hold_list(products, numbers);
    answer := core.move_list(
        products, 'adjust', numbers, reason, actor => me, instant => core.now()
    );
END $$;

-- Takes goods in that somebody delivered. Answers as move_list does.
-- Refuses none or too many of each (bad_quantity), and what hold_list and move_list refuse.
CREATE FUNCTION api.restock(request uuid, products uuid[], numbers int[], reason text) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.check_quantities(numbers, 1, 'moved_pieces'), core.hold_list(products, numbers);
    answer := core.move_list(
        products, 'restock', numbers, reason, actor => me, instant => core.now()
    );
END $$;

-- Sets the stock of some products, provided that it still is what the person saw; those that have
-- that number already stay as they are. Answers as move_list does, about those that were moved.
-- Names a product that moved meanwhile (stock_moved); refuses bad_quantity, and what hold_list and
-- move_list refuse.
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

-- Sets at how many available pieces some products count as low. Answers with how many they are.
CREATE FUNCTION api.set_thresholds(request uuid, products uuid[], numbers int[]) RETURNS int
LANGUAGE command AS $$
BEGIN
    PERFORM core.check_quantities(numbers, 0, 'threshold'), core.hold_list(products, numbers);

    FOR at IN 1 .. cardinality(products) LOOP
        PERFORM core.set_threshold(products[at], numbers[at]);
    END LOOP;

    answer := to_jsonb(cardinality(products));
END $$;

-- Takes back what was put right by hand (adjust, set, restock), each movement once, by one that
-- compensates it. Answers as move_list does, about the products, the newest movement first.
-- Refuses what nobody did by hand (undo_not_by_hand), what was taken back before (undone_before), what a
-- number that was seen on the shelf since has in it already (undone_too_late), a movement that does not
-- exist (movement_not_found), too many (too_many), and pieces that are gone since (not_enough_of).
CREATE FUNCTION api.undo_stock(request uuid, movements uuid[]) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    products uuid[];
BEGIN
    SELECT array_agg(DISTINCT a.product_id) INTO products
    FROM public.inventory_audit_log AS a WHERE a.id = ANY (movements);

    PERFORM core.hold_stock(products);
    answer := core.undo_movements(movements, actor => me, instant => core.now());
END $$;

-- Whether somebody has said, after a movement of a product and knowing it, how many there are: by setting
-- the stock or by a count that is posted, and neither was taken back. The movement is in that number.
CREATE FUNCTION core.is_counted_since(product uuid, movement bigint) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM public.inventory_audit_log AS a
        WHERE a.product_id = product AND a.seq > movement AND a.operation_type = 'set'
          AND NOT EXISTS (SELECT FROM storedesk.stock_undos AS u WHERE u.movement_id = a.id)
    ) OR EXISTS (
        SELECT FROM storedesk.stock_count_lines AS l
        JOIN storedesk.stock_counts AS c ON c.id = l.stock_count_id AND c.status = 'posted'
        WHERE l.product_id = product AND l.seen_seq >= movement
          AND NOT EXISTS (SELECT FROM storedesk.stock_undos AS u WHERE u.movement_id = l.posted_audit_id)
    );
END $$;

-- Takes movements of stock back that were made by hand, all or none, from the latest to the first. Refuses
-- what does not exist (movement_not_found), was not made by hand (undo_not_by_hand), was taken back before
-- (undone_before), or was counted over since (undone_too_late).
CREATE FUNCTION core.undo_movements(movements uuid[], actor uuid, instant timestamp) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    was record;
    told jsonb;
    made uuid[] := '{}';
    on_hand int[] := '{}';
BEGIN
    PERFORM core.check_many(cardinality(movements), 'movements');

    IF (SELECT count(*) FROM public.inventory_audit_log AS a WHERE a.id = ANY (movements))
        IS DISTINCT FROM nullif(cardinality(movements), 0) THEN
        PERFORM core.not_found('movement_not_found');
    END IF;

    FOR was IN
        SELECT a.id, a.seq, a.product_id, a.adjustment, a.reason, p.name, u.undone_by,
               a.operation_type NOT IN ('adjust', 'set', 'restock') OR a.order_id IS NOT NULL
                   OR EXISTS (SELECT FROM storedesk.stock_undos AS r WHERE r.undone_by = a.id) AS is_fixed
        FROM public.inventory_audit_log AS a
        JOIN public.products AS p ON p.id = a.product_id
        LEFT JOIN storedesk.stock_undos AS u ON u.movement_id = a.id
        WHERE a.id = ANY (movements) ORDER BY a.seq DESC
    LOOP
        IF was.is_fixed THEN
            PERFORM core.refuse('undo_not_by_hand', jsonb_build_object('name', was.name));
        END IF;

        IF was.undone_by IS NOT NULL THEN
            PERFORM core.conflict('undone_before', jsonb_build_object('name', was.name));
        END IF;

        IF core.is_counted_since(was.product_id, was.seq) THEN
            PERFORM core.conflict('undone_too_late', jsonb_build_object('name', was.name));
        END IF;

        told := core.move_list(
            ARRAY[was.product_id], 'adjust', ARRAY[-was.adjustment], left('undone: ' || was.reason, 255),
            actor, instant
        );
        made := made || (told -> 'movements' ->> 0)::uuid;
        on_hand := on_hand || (told -> 'on_hand' ->> 0)::int;
        INSERT INTO storedesk.stock_undos (movement_id, undone_by) VALUES (was.id, made[cardinality(made)]);
    END LOOP;

    RETURN jsonb_build_object('movements', made, 'on_hand', on_hand);
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.stock_undos
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.stock_undos
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();

-- Writes the first stock of many products, 0 -> n each: two statements, however many there are.
-- Answers with how many products were stocked; those at nought stay as they are.
-- Refuses lists that do not fit each other (lists_differ), levels that no product has (bad_quantity), products
-- that are unknown or already have a ledger (already_stocked), a missing reason (reason_missing), and one that
-- takes pieces away (reason_takes).
CREATE FUNCTION core.import_opening_stock(
    products uuid[], levels int[], reason text, actor uuid, instant timestamp
) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wanted int := (SELECT count(*) FROM unnest(levels) AS level WHERE level <> 0);
    stocked int;
BEGIN
    IF cardinality(products) <> cardinality(levels)
        OR (SELECT count(DISTINCT p) FROM unnest(products) AS p) <> cardinality(products) THEN
        PERFORM core.refuse('lists_differ');
    END IF;

    PERFORM core.check_quantities(levels, 0, 'on_hand');

    IF core.clean_words(reason, 255) IS NULL THEN
        PERFORM core.refuse('reason_missing');
    END IF;

    PERFORM core.check_reason(NULL, 'set', wanted, reason);
    PERFORM core.hold_stock(products);

    WITH moved AS (
        UPDATE public.inventory AS i
        SET stock_level = o.level, updated_at = instant
        FROM unnest(products, levels) AS o (product, level)
        WHERE i.product_id = o.product AND o.level <> 0 AND i.stock_level = 0
          AND NOT EXISTS (SELECT FROM public.inventory_audit_log AS a WHERE a.inventory_id = i.id)
        RETURNING i.id, i.product_id, i.stock_level
    )
    INSERT INTO public.inventory_audit_log (
        inventory_id, product_id, previous_value, new_value, adjustment,
        reason, operation_type, user_id, created_at
    )
    SELECT m.id, m.product_id, 0, m.stock_level, m.stock_level, btrim(reason), 'set', actor, instant
    FROM moved AS m;
    GET DIAGNOSTICS stocked = ROW_COUNT;

    IF stocked <> wanted THEN
        PERFORM core.refuse('already_stocked', jsonb_build_object('count', wanted - stocked));
    END IF;

    RETURN stocked;
END $$;

CREATE FUNCTION api.import_opening_stock(request uuid, products uuid[], levels int[], reason text) RETURNS int
LANGUAGE command AS $$
BEGIN
    PERFORM core.hold_stock(products);
    answer := to_jsonb(
        core.import_opening_stock(products, levels, reason, actor => me, instant => core.now())
    );
END $$;

-- ---------- the ledger

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON public.inventory_audit_log
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON public.inventory_audit_log
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();

CREATE TRIGGER stamp BEFORE UPDATE ON public.inventory
FOR EACH ROW EXECUTE FUNCTION core.stamp();
