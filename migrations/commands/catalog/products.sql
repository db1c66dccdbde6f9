-- Products are edited in forms, as rows; here is what holds for every writer.

-- Refuses a change of state that no product may make: draft, active, inactive and active again, deleted, and from
-- deleted back to inactive (bad_step, product_deleted). Refuses to delete a product with reserved pieces
-- (still_reserved).
CREATE FUNCTION core.check_step(was public.products, wanted public.products) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held int;
BEGIN
    IF wanted.is_deleted AND NOT was.is_deleted THEN
        PERFORM core.hold_stock(ARRAY[was.id]);
        held := (SELECT i.reserved_quantity FROM public.inventory AS i WHERE i.product_id = was.id);

        IF held > 0 THEN
            PERFORM core.refuse('still_reserved', jsonb_build_object('name', was.name, 'reserved', held));
        END IF;
    ELSIF was.is_deleted AND (wanted.is_deleted OR wanted.status <> 'inactive') AND wanted.status <> was.status THEN
        PERFORM core.refuse('product_deleted', jsonb_build_object('name', was.name));
    ELSIF wanted.status <> was.status AND (core.product_steps() -> was.status ? wanted.status) IS NOT TRUE THEN
        PERFORM core.refuse('bad_step', jsonb_build_object(
            'name', was.name, 'was', was.status, 'wanted', wanted.status
        ));
    END IF;
END $$;

-- Holds a product to the rules: the server writes who changed it; is_active is derived. Refuses a currency that is
-- not the store's (other_currency), and what check_step and check_price refuse. A category that is not shown is
-- refused at the end of the statement.
CREATE FUNCTION core.guard_product() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    is_new boolean := tg_op = 'INSERT';
    actor uuid := core.stamp_actor();
    currency text := (SELECT s.currency FROM storedesk.store_settings AS s);
BEGIN
    IF is_new THEN
        NEW.created_by := coalesce(actor, CASE WHEN core.belongs('owner') THEN NEW.created_by END);
        NEW.updated_by := NEW.created_by;
        NEW.is_deleted := false;
    ELSE
        NEW.created_by := OLD.created_by;
        NEW.updated_by := coalesce(actor, OLD.updated_by);
        NEW.status := CASE WHEN NEW.is_deleted <> OLD.is_deleted THEN 'inactive' ELSE NEW.status END;

        IF (NEW.status, NEW.is_deleted) <> (OLD.status, OLD.is_deleted) THEN
            PERFORM core.check_step(OLD, NEW);
        END IF;
    END IF;

    NEW.is_active := NEW.status <> 'inactive' AND NOT NEW.is_deleted;

    IF NEW.price_currency <> currency THEN
        PERFORM core.refuse('other_currency', jsonb_build_object('currency', currency));
    END IF;

    IF is_new THEN
        PERFORM core.check_price(NEW.price_amount, currency);
    ELSIF (NEW.price_amount, NEW.price_currency) <> (OLD.price_amount, OLD.price_currency) THEN
        PERFORM core.check_price(NEW.price_amount, currency), core.check_variants(NEW);
    END IF;

    IF NOT is_new AND NEW.price_currency <> OLD.price_currency THEN
        UPDATE public.product_variants SET price_adjustment_currency = NEW.price_currency WHERE product_id = NEW.id;
    END IF;

    RETURN NEW;
END $$;

-- Refuses a price that cannot be paid in its currency (money_not_exact): half a yen.
CREATE FUNCTION core.check_price(price numeric, currency text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF price <> trunc(price) AND price <> round(price, core.digits(currency)) THEN
        PERFORM core.refuse('money_not_exact', jsonb_build_object('amount', price::text));
    END IF;
END $$;

-- Looks at the variants of a product whose price changes. Refuses a variant that becomes free by it
-- (variant_free), and a difference that cannot be paid (check_price).
CREATE FUNCTION core.check_variants(product public.products) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    cheapest numeric := (SELECT min(v.price_adjustment_amount) FROM public.product_variants AS v
                         WHERE v.product_id = product.id);
BEGIN
    IF product.price_amount + cheapest < 0.01 THEN
        PERFORM core.refuse('variant_free', jsonb_build_object('name', product.name));
    END IF;

    PERFORM core.check_price(v.price_adjustment_amount, product.price_currency)
    FROM public.product_variants AS v WHERE v.product_id = product.id;
END $$;

-- Trims the name of a product.
CREATE FUNCTION core.trim_product() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.name := btrim(NEW.name);
    RETURN NEW;
END $$;

CREATE TRIGGER a_trim BEFORE INSERT OR UPDATE ON public.products
FOR EACH ROW EXECUTE FUNCTION core.trim_product();

CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.products
FOR EACH ROW EXECUTE FUNCTION core.guard_product();

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON public.products
FOR EACH ROW EXECUTE FUNCTION core.stamp();

-- Writes changed prices and states into the audit trail.
CREATE FUNCTION core.audit_products() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.audit(
        'price', 'product', n.id,
        jsonb_build_object('price', o.price_amount::text, 'currency', o.price_currency),
        jsonb_build_object('price', n.price_amount::text, 'currency', n.price_currency)
    )
    FROM were AS o JOIN are AS n USING (id)
    WHERE (n.price_amount, n.price_currency) <> (o.price_amount, o.price_currency);

    PERFORM core.audit(
        CASE WHEN n.is_deleted AND NOT o.is_deleted THEN 'delete'
             WHEN o.is_deleted AND NOT n.is_deleted THEN 'restore' ELSE 'status' END,
        'product', n.id, to_jsonb(o.status), to_jsonb(n.status)
    )
    FROM were AS o JOIN are AS n USING (id)
    WHERE (n.status, n.is_deleted) <> (o.status, o.is_deleted);
    RETURN NULL;
END $$;

CREATE TRIGGER audit AFTER UPDATE ON public.products REFERENCING OLD TABLE AS were NEW TABLE AS are
FOR EACH STATEMENT EXECUTE FUNCTION core.audit_products();

-- Marks a product as deleted, or no longer: its orders and ledger stay. Refuses one with reserved pieces
-- (still_reserved), whose stock it holds. The product is held before, as by whoever else changes it.
CREATE FUNCTION core.delete_product(product uuid, is_gone boolean) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE public.products SET is_deleted = is_gone WHERE id = product AND is_deleted <> is_gone;

    IF NOT FOUND AND NOT EXISTS (SELECT FROM public.products AS p WHERE p.id = product) THEN
        PERFORM core.not_found('product_not_found', jsonb_build_object('product', product));
    END IF;
END $$;

-- Deletes a product; api.restore_product undoes it. See core.delete_product.
CREATE FUNCTION api.delete_product(request uuid, product uuid) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.delete_product(product, is_gone => true);
END $$;

-- Restores a deleted product, as inactive: see core.delete_product.
CREATE FUNCTION api.restore_product(request uuid, product uuid) RETURNS jsonb
LANGUAGE command AS $$
BEGIN
    PERFORM core.delete_product(product, is_gone => false);
END $$;
