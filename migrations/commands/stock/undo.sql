-- Movements that staff take back.

-- Tells whether the number of pieces was stated after a movement of a product and with knowledge of it: by setting
-- the stock or by a posted count, and neither was undone. The movement is in that number.
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

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON storedesk.stock_undos
FOR EACH ROW EXECUTE FUNCTION core.append_only();

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON storedesk.stock_undos
FOR EACH STATEMENT EXECUTE FUNCTION core.append_only();

-- Undoes movements that were made by hand (adjust, set, restock), all or none, each once, by a movement that
-- compensates it, from the latest to the first. Answers as move_list does, about the products, the newest movement
-- first. Refuses a movement that does not exist (movement_not_found), was not made by hand (undo_not_by_hand), was
-- undone before (undone_before), or was counted over since (undone_too_late), pieces that are gone since
-- (not_enough_of), and too many movements at once (too_many).
CREATE FUNCTION api.undo_stock(request uuid, movements uuid[]) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    instant timestamp;
    was record;
    moved jsonb;
    made uuid[] := '{}';
    on_hand int[] := '{}';
BEGIN
    PERFORM core.hold_stock(ARRAY(
        SELECT DISTINCT a.product_id FROM public.inventory_audit_log AS a WHERE a.id = ANY (movements)
    ));
    instant := core.now();

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

        moved := core.move_list(
            ARRAY[was.product_id], 'adjust', ARRAY[-was.adjustment], left('undone: ' || was.reason, 255),
            me, instant
        );
        made := made || (moved -> 'movements' ->> 0)::uuid;
        on_hand := on_hand || (moved -> 'on_hand' ->> 0)::int;
        INSERT INTO storedesk.stock_undos (movement_id, undone_by) VALUES (was.id, made[cardinality(made)]);
    END LOOP;

    answer := jsonb_build_object('movements', made, 'on_hand', on_hand);
END $$;
