-- Posting a count: the difference that was counted is applied to what is there by then.

-- Why a line of a count cannot be posted as it is: the product is deleted ('deleted'), more is reserved than was
-- counted ('promised'), or its stock was stated since by a set, another count or an undo ('overtaken'), so that
-- the difference would be applied twice. Null where it can.
CREATE FUNCTION core.count_trouble(line storedesk.stock_count_lines) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN line.counted_quantity = line.stock_at_count THEN NULL
        WHEN EXISTS (SELECT FROM public.products AS p WHERE p.id = line.product_id AND p.is_deleted) THEN 'deleted'
        WHEN EXISTS (
            SELECT FROM public.inventory_audit_log AS a
            WHERE a.product_id = line.product_id AND a.seq > line.seen_seq
              AND (a.operation_type = 'set' OR EXISTS (
                  SELECT FROM storedesk.stock_count_lines AS o WHERE o.posted_audit_id = a.id
              ) OR EXISTS (
                  SELECT FROM storedesk.stock_undos AS u WHERE u.undone_by = a.id
              ))
        ) THEN 'overtaken'
        WHEN i.stock_level + line.counted_quantity - line.stock_at_count < i.reserved_quantity THEN 'promised'
    END
    FROM public.inventory AS i WHERE i.product_id = line.product_id
$$;

-- Forbids a clerk a count that differs by more than the store's settings allow (count_beyond): by pieces of one
-- product, or by money, at selling prices, of all products together. A manager's approval of "post_count" and
-- {count_id, carry, lines, pieces, amount, differences} allows it, the last being a hash of what each product
-- differs by: what was counted since was not approved.
CREATE FUNCTION core.check_count(count uuid, carry boolean, approval uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    allowed storedesk.store_settings;
    pieces int;
    amount numeric;
    wanted jsonb;
BEGIN
    SELECT * INTO allowed FROM storedesk.store_settings;
    SELECT max(abs(l.counted_quantity - l.stock_at_count)),
           sum(abs(l.counted_quantity - l.stock_at_count) * p.price_amount),
           jsonb_build_object('lines', count(*), 'differences', encode(sha256(convert_to(string_agg(
               l.product_id || ':' || l.counted_quantity - l.stock_at_count, ',' ORDER BY l.product_id
           ), 'UTF8')), 'hex'))
    INTO pieces, amount, wanted
    FROM storedesk.stock_count_lines AS l JOIN public.products AS p ON p.id = l.product_id
    WHERE l.stock_count_id = count;

    IF pieces > allowed.count_tolerance_pieces OR amount > allowed.count_tolerance_amount THEN
        PERFORM core.use_approval(
            approval, 'post_count',
            wanted || jsonb_build_object('count_id', check_count.count, 'carry', carry, 'pieces', pieces::text,
                                         'amount', round(amount, 2)::text),
            core.now(), 'count_beyond', jsonb_build_object(
                'pieces', allowed.count_tolerance_pieces,
                'amount', allowed.count_tolerance_amount::text, 'currency', allowed.currency
            )
        );
    END IF;
END $$;

-- Refuses lines of a count (count_lines_refused): which products, and the first five names.
CREATE FUNCTION core.refuse_count(products uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.refuse('count_lines_refused', jsonb_build_object(
        'count', cardinality(products),
        'products', to_jsonb(products),
        'names', (
            SELECT string_agg(n.name, ', ' ORDER BY storedesk.sort_key(n.name), n.name)
            FROM (SELECT p.name FROM public.products AS p WHERE p.id = ANY (products)
                  ORDER BY storedesk.sort_key(p.name), p.name LIMIT 5) AS n
        )
    ));
END $$;

-- Moves some lines of a count, with their entries, into a count of their own. Answers it.
CREATE FUNCTION core.carry_count(
    held storedesk.stock_counts, products uuid[], actor uuid, instant timestamp
) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    carried uuid := gen_random_uuid();
BEGIN
    INSERT INTO storedesk.stock_counts (id, name, carried_from, created_by, created_at)
    VALUES (carried, held.name, held.id, actor, instant);
    INSERT INTO storedesk.stock_count_products (stock_count_id, product_id)
    SELECT carried, p FROM unnest(products) AS p;
    UPDATE storedesk.stock_count_entries AS e SET stock_count_id = carried
    WHERE e.stock_count_id = held.id AND e.product_id = ANY (products);
    UPDATE storedesk.stock_count_lines AS l SET stock_count_id = carried
    WHERE l.stock_count_id = held.id AND l.product_id = ANY (products);

    RETURN carried;
END $$;

-- Posts the lines of a count whose stock is held.
CREATE FUNCTION core.post_lines(held storedesk.stock_counts, actor uuid, instant timestamp) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    line record;
    movements uuid[] := '{}';
    pieces int := 0;
BEGIN
    FOR line IN
        SELECT l.id, l.product_id, l.counted_quantity - l.stock_at_count AS step
        FROM storedesk.stock_count_lines AS l
        WHERE l.stock_count_id = held.id AND l.counted_quantity <> l.stock_at_count
        ORDER BY l.product_id
    LOOP
        PERFORM core.move_stock(
            line.product_id, NULL, 'adjust', line.step, 'count: ' || held.name, actor, instant
        );
        movements := movements || core.last_movement(line.product_id);
        pieces := pieces + line.step;
        UPDATE storedesk.stock_count_lines SET posted_audit_id = movements[cardinality(movements)]
        WHERE id = line.id;
    END LOOP;

    UPDATE storedesk.stock_counts
    SET status = 'posted', posted_by = actor, posted_at = instant, version = version + 1
    WHERE id = held.id;

    RETURN jsonb_build_object(
        'movements', movements, 'posted', cardinality(movements), 'pieces', pieces,
        'same', (SELECT count(*) FROM storedesk.stock_count_lines AS l
                 WHERE l.stock_count_id = held.id AND l.posted_audit_id IS NULL)
    );
END $$;

-- Posts a count: applies the counted difference to each line's stock, as an adjustment. All lines, or with `carry`
-- all but those that cannot be posted (count_trouble), which go on in a count of their own. Answers {movements,
-- posted, same, pieces, carried, left}. Refuses an empty count (count_empty), lines that cannot be posted
-- (count_lines_refused, with their names), what is beyond the tolerance of a clerk (count_beyond), and what
-- use_approval and hold_count refuse.
CREATE FUNCTION api.post_count(
    request uuid, count uuid, carry boolean, approval uuid DEFAULT NULL
) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    held storedesk.stock_counts;
    trouble uuid[];
    carried uuid;
BEGIN
    held := core.hold_count(count);
    PERFORM core.hold_stock(ARRAY(
        SELECT l.product_id FROM storedesk.stock_count_lines AS l WHERE l.stock_count_id = count
    ));
    trouble := ARRAY(
        SELECT l.product_id FROM storedesk.stock_count_lines AS l
        WHERE l.stock_count_id = count AND core.count_trouble(l) IS NOT NULL
    );

    IF cardinality(trouble) > 0 AND NOT carry THEN
        PERFORM core.refuse_count(trouble);
    END IF;

    IF cardinality(trouble) > 0 THEN
        carried := core.carry_count(held, trouble, actor => me, instant => core.now());
    END IF;

    IF NOT EXISTS (SELECT FROM storedesk.stock_count_lines AS l WHERE l.stock_count_id = count) THEN
        PERFORM core.refuse('count_empty');
    END IF;

    IF NOT core.belongs('manager') THEN
        PERFORM core.check_count(count, carry, approval);
    END IF;

    answer := core.post_lines(held, actor => me, instant => core.now())
        || jsonb_build_object('carried', carried, 'left', cardinality(trouble));
END $$;
