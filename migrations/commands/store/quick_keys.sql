-- Quick keys: the products that tills offer to be sold with one touch, on a board for each category at the top and on
-- the first one, which has none. A board that nobody has arranged shows what sold most: see docs/decisions/0041.

-- Arranges a board (null: the first one): these products, in this order; none: what sold most. `seen` is what it was
-- arranged as when that was begun. Refuses category_not_found, products that are not there, or twice
-- (product_not_found), too_many, and a board that somebody else has arranged meanwhile (changed_meanwhile).
CREATE FUNCTION api.arrange_quick_keys(request uuid, board uuid, products uuid[], seen uuid[]) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    were uuid[];
BEGIN
    PERFORM core.check_many(cardinality(products), 'quick_keys'), pg_advisory_xact_lock(7314);
    were := ARRAY(
        SELECT k.product_id FROM storedesk.quick_keys AS k WHERE k.category_id IS NOT DISTINCT FROM board
        ORDER BY k.place
    );

    IF were IS DISTINCT FROM seen THEN
        PERFORM core.conflict('changed_meanwhile');
    END IF;

    IF board IS NOT NULL AND NOT EXISTS (SELECT FROM public.categories AS c WHERE c.id = board) THEN
        PERFORM core.not_found('category_not_found');
    END IF;

    IF cardinality(products) IS DISTINCT FROM (
        SELECT count(*) FROM public.products AS p WHERE p.id = ANY (products) AND NOT p.is_deleted
    ) THEN
        PERFORM core.not_found('product_not_found');
    END IF;

    DELETE FROM storedesk.quick_keys AS k WHERE k.category_id IS NOT DISTINCT FROM board;
    INSERT INTO storedesk.quick_keys (category_id, place, product_id)
    SELECT board, p.place, p.id FROM unnest(products) WITH ORDINALITY AS p (id, place);
    PERFORM core.audit('arrange', 'quick_keys', board, to_jsonb(were), to_jsonb(products));
END $$;
