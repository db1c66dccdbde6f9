-- Low stock: the table of what it is time to order. Its numbers follow from a product's stock, its words from the
-- product. Stock is sold by many at once, so whoever changes it writes the table at once and waits for nobody; whoever
-- changes a product does so at the commit, holding its stock, and so sees what was sold meanwhile.

-- What is low: at or under its reorder point, and not deleted. The low-stock report has what is on sale and was
-- stocked once; of what never was there is none to miss.
CREATE VIEW core.low_products AS
SELECT i.product_id,
       i.stock_level - i.reserved_quantity AS available,
       (i.stock_level - i.reserved_quantity)::double precision / greatest(i.low_stock_threshold, 1) AS share,
       p.status = 'active' AS on_sale,
       i.stock_level > 0 OR EXISTS (SELECT FROM public.inventory_audit_log AS a WHERE a.product_id = i.product_id)
           AS was_stocked,
       p.name
FROM public.inventory AS i JOIN public.products AS p ON p.id = i.product_id
WHERE storedesk.is_low(i.stock_level, i.reserved_quantity, i.low_stock_threshold) AND NOT p.is_deleted;

-- Writes which of some products are low; the caller holds their stock. Each is looked up by its key (OFFSET 0 and
-- enable_seqscan keep it so), however empty the tables were when it was planned.
CREATE FUNCTION core.keep_low_stock(products uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
BEGIN
    DELETE FROM storedesk.low_stock AS l
    WHERE l.product_id = ANY (products)
      AND NOT EXISTS (SELECT FROM core.low_products AS p WHERE p.product_id = l.product_id OFFSET 0);

    INSERT INTO storedesk.low_stock AS l (product_id, available, share, on_sale, was_stocked, name)
    SELECT p.product_id, p.available, p.share, p.on_sale, p.was_stocked, p.name
    FROM unnest(products) AS w (product_id)
    CROSS JOIN LATERAL (SELECT * FROM core.low_products AS p WHERE p.product_id = w.product_id OFFSET 0) AS p
    ORDER BY p.product_id
    ON CONFLICT (product_id) DO UPDATE
    SET available = excluded.available, share = excluded.share, on_sale = excluded.on_sale,
        was_stocked = excluded.was_stocked, name = excluded.name
    WHERE (l.available, l.share, l.on_sale, l.was_stocked, l.name)
       <> (excluded.available, excluded.share, excluded.on_sale, excluded.was_stocked, excluded.name);
END $$;

-- Keeps what is low of new rows of stock.
CREATE FUNCTION core.keep_new_low_stock() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.keep_low_stock(ARRAY(
        SELECT i.product_id FROM are AS i
        WHERE storedesk.is_low(i.stock_level, i.reserved_quantity, i.low_stock_threshold)
    ));
    RETURN NULL;
END $$;

CREATE TRIGGER keep_new_low_stock AFTER INSERT ON public.inventory REFERENCING NEW TABLE AS are
FOR EACH STATEMENT EXECUTE FUNCTION core.keep_new_low_stock();

-- Keeps what is low where a product's stock or reorder point changes. In a transaction that sees an older moment the
-- product is held, which fails if it has changed since.
CREATE FUNCTION core.keep_changed_low_stock() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
BEGIN
    IF NOT storedesk.is_low(NEW.stock_level, NEW.reserved_quantity, NEW.low_stock_threshold) THEN
        DELETE FROM storedesk.low_stock AS l WHERE l.product_id = NEW.product_id;
        RETURN NULL;
    END IF;

    IF current_setting('transaction_isolation') <> 'read committed' THEN
        PERFORM FROM public.products AS p WHERE p.id = NEW.product_id FOR SHARE;
    END IF;

    PERFORM core.keep_low_stock(ARRAY[NEW.product_id]);
    RETURN NULL;
END $$;

-- A sale that leaves enough does not get into the function.
CREATE TRIGGER keep_low_stock AFTER UPDATE ON public.inventory FOR EACH ROW
WHEN ((storedesk.is_low(NEW.stock_level, NEW.reserved_quantity, NEW.low_stock_threshold)
    OR storedesk.is_low(OLD.stock_level, OLD.reserved_quantity, OLD.low_stock_threshold))
    AND (NEW.stock_level - NEW.reserved_quantity, NEW.low_stock_threshold)
     <> (OLD.stock_level - OLD.reserved_quantity, OLD.low_stock_threshold))
EXECUTE FUNCTION core.keep_changed_low_stock();

-- Keeps that a product was stocked, where its first row of the ledger comes after its stock is gone again.
CREATE FUNCTION core.keep_stocked() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE storedesk.low_stock AS l SET was_stocked = true
    WHERE l.product_id = NEW.product_id AND NOT l.was_stocked;
    RETURN NULL;
END $$;

CREATE TRIGGER keep_stocked AFTER INSERT ON public.inventory_audit_log FOR EACH ROW
WHEN (NEW.previous_value = 0 AND NEW.operation_type IN ('set', 'adjust', 'restock'))
EXECUTE FUNCTION core.keep_stocked();

-- Products that a transaction has changed, until its commit. Not logged: a row is deleted by the transaction that
-- has written it.
CREATE UNLOGGED TABLE core.changed_products (
    xid xid8 NOT NULL,
    products uuid[] NOT NULL
);

CREATE INDEX ON core.changed_products (xid);

-- Notes products whose name or state changed: they may be low. See keep_low_products.
CREATE FUNCTION core.note_changed_products() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    changed uuid[] := (
        SELECT array_agg(n.id) FROM were AS o JOIN are AS n USING (id)
        WHERE (n.name, n.status, n.is_deleted) <> (o.name, o.status, o.is_deleted)
    );
BEGIN
    IF changed IS NOT NULL THEN
        INSERT INTO core.changed_products (xid, products) VALUES (pg_current_xact_id(), changed);
    END IF;

    RETURN NULL;
END $$;

CREATE TRIGGER keep_low_stock AFTER UPDATE ON public.products REFERENCING OLD TABLE AS were NEW TABLE AS are
FOR EACH STATEMENT EXECUTE FUNCTION core.note_changed_products();

-- Keeps what is low of all products that a transaction has changed, at its commit: until then nobody's sale waits
-- for it. Their stock is held in the order of sales.
CREATE FUNCTION core.keep_low_products() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    changed uuid[];
BEGIN
    WITH noted AS (
        DELETE FROM core.changed_products AS c WHERE c.xid = NEW.xid RETURNING c.products
    )
    SELECT array_agg(DISTINCT p) INTO changed FROM noted AS n, unnest(n.products) AS p;

    IF changed IS NOT NULL THEN
        PERFORM core.hold_stock(changed);
        PERFORM core.keep_low_stock(changed);
    END IF;

    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER keep AFTER INSERT ON core.changed_products DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION core.keep_low_products();
