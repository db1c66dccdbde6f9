-- Barcodes and SKUs: one namespace, in which case is ignored.

-- The forms in which a code may have been written down: as it is, and UPC-A with the leading zero of EAN-13 or
-- without it. Case is ignored.
CREATE FUNCTION core.code_forms(code text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    given text := upper(btrim(code));
BEGIN
    RETURN CASE
        WHEN given ~ '^[0-9]{12}$' THEN ARRAY[given, '0' || given]
        WHEN given ~ '^0[0-9]{12,13}$' THEN ARRAY[given, substr(given, 2)]
        ELSE ARRAY[given]
    END;
END $$;

-- Refuses a code that another product or variant has (code_taken). SKUs and barcodes are one namespace, case
-- ignored, deleted products included: a scanner knows no difference. Locks the namespace of codes.
CREATE FUNCTION core.check_codes(codes text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    taken record;
BEGIN
    PERFORM core.check_isolation();
    PERFORM pg_advisory_xact_lock(7302);  -- no index spans two tables: writers of codes go one by one

    SELECT b.barcode, p.name INTO taken
    FROM unnest(codes) AS c (code)
    JOIN storedesk.product_barcodes AS b ON upper(b.barcode) = upper(c.code)
    JOIN public.product_variants AS v ON upper(btrim(v.sku)) = upper(c.code)
    JOIN public.products AS p ON p.id = v.product_id
    WHERE b.variant_id IS DISTINCT FROM v.id
    LIMIT 1;

    IF FOUND THEN
        PERFORM core.refuse('code_taken', jsonb_build_object('code', taken.barcode, 'name', taken.name));
    END IF;
END $$;

-- The code that an item is known by: a variant's SKU, a product's own barcode.
CREATE FUNCTION core.code_of(product uuid, variant uuid) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE WHEN variant IS NULL
        THEN (SELECT min(b.barcode) FROM storedesk.product_barcodes AS b
              WHERE b.product_id = product AND b.variant_id IS NULL)
        ELSE (SELECT v.sku FROM public.product_variants AS v WHERE v.id = variant)
    END;
END $$;

-- What has each of these codes, in whichever form: a product, or a variant. A code that nothing has is left out.
CREATE FUNCTION core.owners_of(codes text[]) RETURNS TABLE (code text, product_id uuid, variant_id uuid)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT DISTINCT ON (c.code) c.code, b.product_id, b.variant_id
    FROM unnest(codes) AS c (code), unnest(core.code_forms(c.code)) AS f (form), LATERAL (
        SELECT k.product_id, k.variant_id FROM storedesk.product_barcodes AS k WHERE upper(k.barcode) = f.form
        UNION ALL
        SELECT v.product_id, v.id FROM public.product_variants AS v WHERE upper(btrim(v.sku)) = f.form
    ) AS b
    ORDER BY c.code, f.form = upper(btrim(c.code)) DESC, b.product_id, b.variant_id;
END $$;

-- Trims a code. Refuses a variant of another product (variant_not_found).
CREATE FUNCTION core.guard_code() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.barcode := btrim(NEW.barcode);

    IF NEW.variant_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM public.product_variants AS v WHERE v.id = NEW.variant_id AND v.product_id = NEW.product_id
    ) THEN
        PERFORM core.not_found('variant_not_found', jsonb_build_object('variant', NEW.variant_id));
    END IF;

    RETURN NEW;
END $$;

CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON storedesk.product_barcodes
FOR EACH ROW EXECUTE FUNCTION core.guard_code();

-- Locks the namespace of codes until the transaction ends, before any product is held: as every statement that
-- writes codes does. Forms call it first. Refuses a code of another product (code_taken), or of a deleted one
-- (code_of_deleted); a UPC-A and its EAN-13 are the same code.
CREATE FUNCTION api.claim_codes(product uuid, codes text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    taken record;
BEGIN
    PERFORM core.me(), core.check_isolation(), pg_advisory_xact_lock(7302);

    SELECT c.code, p.name, p.is_deleted INTO taken
    FROM unnest(codes) AS c (code)
    CROSS JOIN LATERAL (
        SELECT b.product_id FROM storedesk.product_barcodes AS b
        WHERE upper(b.barcode) = ANY (core.code_forms(c.code))
        UNION ALL
        SELECT v.product_id FROM public.product_variants AS v
        WHERE upper(btrim(v.sku)) = ANY (core.code_forms(c.code))
    ) AS other
    JOIN public.products AS p ON p.id = other.product_id
    WHERE other.product_id <> product
    LIMIT 1;

    IF taken.is_deleted THEN
        PERFORM core.refuse('code_of_deleted', jsonb_build_object('code', taken.code, 'name', taken.name));
    ELSIF FOUND THEN
        PERFORM core.refuse('code_taken', jsonb_build_object('code', taken.code, 'name', taken.name));
    END IF;
END $$;

-- Gives a product, or one of its variants, a code that nothing has, and writes into the audit trail which one. Refuses
-- product_not_found, and what claim_codes refuses; the table refuses a variant of another product (variant_not_found).
CREATE FUNCTION api.give_code(request uuid, product uuid, variant uuid, code text) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.products AS p WHERE p.id = product AND NOT p.is_deleted) THEN
        PERFORM core.not_found('product_not_found');
    END IF;

    PERFORM api.claim_codes(product, ARRAY[code]);
    INSERT INTO storedesk.product_barcodes (barcode, product_id, variant_id) VALUES (code, product, variant);
    PERFORM core.audit('give_code', 'product', product, NULL, to_jsonb(code));
    answer := jsonb_build_object('code', code);
END $$;
