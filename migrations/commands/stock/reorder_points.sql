-- Reorder points: from how many available pieces on a product is low.

-- Sets the reorder point of a product; its stock is held. Refuses product_not_found.
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

-- Sets the reorder point of a product, and answers it. Refuses bad_quantity, product_deleted, product_not_found.
CREATE FUNCTION api.set_threshold(request uuid, product uuid, value int) RETURNS int
LANGUAGE command AS $$
BEGIN
    PERFORM core.check_quantity(value, 0, 'threshold'),
            core.hold_undeleted(ARRAY[product]), core.set_threshold(product, value);
    answer := to_jsonb(value);
END $$;

-- Sets the reorder points of some products. Answers how many they are. Refuses bad_quantity, and what hold_list
-- refuses.
CREATE FUNCTION api.set_thresholds(request uuid, products uuid[], numbers int[]) RETURNS int
LANGUAGE command AS $$
BEGIN
    PERFORM core.check_quantities(numbers, 0, 'threshold'), core.hold_list(products, numbers);

    FOR at IN 1 .. cardinality(products) LOOP
        PERFORM core.set_threshold(products[at], numbers[at]);
    END LOOP;

    answer := to_jsonb(cardinality(products));
END $$;
