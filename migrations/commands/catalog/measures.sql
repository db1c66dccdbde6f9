-- How products are sold that are not sold by the piece: by weight, when their price is for a kilogram, or at a price
-- that is asked at the till. Only a till can sell them; their stock counts packages.

-- Writes how a product is sold: kilogram, open_price, or by the piece (null). Refuses anything else (bad_measure).
CREATE FUNCTION core.write_measure(product uuid, measure text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF measure NOT IN ('kilogram', 'open_price') THEN
        PERFORM core.refuse('bad_measure');
    ELSIF measure IS NULL THEN
        DELETE FROM storedesk.product_measures AS m WHERE m.product_id = product;
    ELSE
        INSERT INTO storedesk.product_measures AS m (product_id, measure) VALUES (product, measure)
        ON CONFLICT (product_id) DO UPDATE SET measure = excluded.measure WHERE m.measure <> excluded.measure;
    END IF;
END $$;

-- Sets how a product is sold: see core.write_measure. Refuses product_not_found.
CREATE FUNCTION api.measure_product(request uuid, product uuid, measure text) RETURNS jsonb
LANGUAGE command AS $$
DECLARE
    was text;
BEGIN
    PERFORM FROM public.products AS p WHERE p.id = product FOR NO KEY UPDATE;

    IF NOT FOUND THEN
        PERFORM core.not_found('product_not_found', jsonb_build_object('product', product));
    END IF;

    was := (SELECT m.measure FROM storedesk.product_measures AS m WHERE m.product_id = product);
    PERFORM core.write_measure(product, measure),
            core.audit('measure', 'product', product, to_jsonb(was), to_jsonb(measure));
END $$;

-- Counts the version of a product when it is sold in another way.
CREATE FUNCTION core.change_measure() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF pg_trigger_depth() = 1 THEN
        UPDATE public.products AS p SET version = p.version + 1
        WHERE p.id = ANY (ARRAY(SELECT c.product_id FROM changed AS c));
    END IF;

    RETURN NULL;
END $$;

CREATE TRIGGER change_insert AFTER INSERT ON storedesk.product_measures REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION core.change_measure();

CREATE TRIGGER change_update AFTER UPDATE ON storedesk.product_measures REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION core.change_measure();

CREATE TRIGGER change_delete AFTER DELETE ON storedesk.product_measures REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION core.change_measure();

-- Refuses what a till alone can sell: what is weighed, or has its price asked (sold_at_till, with the name).
CREATE FUNCTION core.refuse_measured(products uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    name text := (
        SELECT min(p.name) FROM storedesk.product_measures AS m JOIN public.products AS p ON p.id = m.product_id
        WHERE m.product_id = ANY (products)
    );
BEGIN
    IF name IS NOT NULL THEN
        PERFORM core.refuse('sold_at_till', jsonb_build_object('name', name));
    END IF;
END $$;
