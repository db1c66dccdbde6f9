-- Stock, and how it moves: every change is a row of the ledger, inventory_audit_log.

-- Gives every new product its row of stock, with zero pieces.
CREATE FUNCTION core.open_stock() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO public.inventory (product_id, created_at, updated_at)
    SELECT p.id, p.created_at, p.created_at FROM opened AS p;
    RETURN NULL;
END $$;

CREATE TRIGGER open_stock AFTER INSERT ON public.products REFERENCING NEW TABLE AS opened
FOR EACH STATEMENT EXECUTE FUNCTION core.open_stock();

CREATE TRIGGER stamp BEFORE UPDATE ON public.inventory
FOR EACH ROW EXECUTE FUNCTION core.stamp();

-- Holds the stock of some products until the transaction ends: in one order, so that two registers never wait for
-- each other, and before the clock is read, so that the ledger is in order.
CREATE FUNCTION core.hold_stock(products uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM public.inventory AS i
    WHERE i.product_id = ANY (products)
    ORDER BY i.product_id
    FOR NO KEY UPDATE;
END $$;

-- Holds the stock of products that can be received, counted and adjusted, whatever their status is. Refuses a
-- deleted one (product_deleted).
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

-- Refuses to move stock: there is no such product (product_not_found), or too little of it (not_enough_stock).
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
-- (reason_adds). The reason's code stands before the first colon; what is no row of storedesk.stock_reasons is
-- free text, of which nothing is known. Where one product is adjusted, `instead` is the number that fits the
-- reason; elsewhere the product is named.
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

-- Moves stock and writes the ledger: no other statement of ours changes a number in table inventory. `by` has the
-- sign that the ledger has. Stock is the sum of set, adjust, deduct and restock; what is reserved is the sum of
-- reserve, release and deduct. The instant is read after hold_stock. Answers the new number. Refuses to move by
-- zero (nothing_to_move), without a reason (reason_missing) or with one of the other sign (check_reason), what
-- does not exist (product_not_found, variant_not_found), and to take, reserve or release more than there is
-- (not_enough_stock).
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

-- Moves the pieces of an order, `pieces` of each of `products`, each product once; the caller holds their stock.
-- The operations are reserve, release and deduct, one after the other, each with its reason: all together write
-- each product's stock once, and each writes its own rows of the ledger. Refuses a product of which there is too
-- little (not_enough_stock), and one that does not exist (product_not_found).
CREATE FUNCTION core.move_pieces(
    of_order uuid, products uuid[], pieces int[], operations text[], reasons text[], actor uuid, instant timestamp
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    takes int := ('deduct' = ANY (operations))::int;
    reserves int := ('reserve' = ANY (operations))::int - ('release' = ANY (operations))::int - takes;
    rows bigint;
BEGIN
    WITH moved AS (
        UPDATE public.inventory AS i
        SET stock_level = i.stock_level - takes * m.pieces,
            reserved_quantity = i.reserved_quantity + reserves * m.pieces, updated_at = instant
        FROM unnest(products, pieces) AS m (product, pieces)
        WHERE i.product_id = m.product
          AND i.reserved_quantity + reserves * m.pieces BETWEEN 0 AND i.stock_level - takes * m.pieces
        RETURNING i.id, i.product_id, i.stock_level, i.reserved_quantity, m.pieces
    )
    INSERT INTO public.inventory_audit_log (
        inventory_id, product_id, previous_value, new_value, adjustment,
        reason, operation_type, user_id, order_id, created_at
    )
    SELECT m.id, m.product_id, o.value - o.by, o.value, o.by, o.reason, o.operation, actor, of_order, instant
    FROM moved AS m
    CROSS JOIN LATERAL (
        SELECT s.place, s.operation, s.reason, CASE s.operation WHEN 'reserve' THEN m.pieces ELSE -m.pieces END AS by,
               CASE s.operation WHEN 'deduct' THEN m.stock_level  -- what is reserved first and taken then is free again
                   WHEN 'reserve' THEN m.reserved_quantity + takes * m.pieces ELSE m.reserved_quantity END AS value
        FROM unnest(operations, reasons) WITH ORDINALITY AS s (operation, reason, place)
    ) AS o
    ORDER BY o.place, m.product_id;
    GET DIAGNOSTICS rows = ROW_COUNT;

    IF rows <> cardinality(products) * cardinality(operations) THEN
        PERFORM core.refuse_move((
            SELECT m.product FROM unnest(products, pieces) AS m (product, pieces)
            LEFT JOIN public.inventory_audit_log AS a
                ON a.order_id = of_order AND a.product_id = m.product AND a.operation_type = operations[1]
            WHERE a.id IS NULL ORDER BY m.product LIMIT 1
        ));
    END IF;
END $$;

-- The newest row of a product's ledger; its stock is held.
CREATE FUNCTION core.last_movement(product uuid) RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT a.id FROM public.inventory_audit_log AS a WHERE a.product_id = product ORDER BY a.seq DESC LIMIT 1
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON public.inventory_audit_log
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON public.inventory_audit_log
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();
