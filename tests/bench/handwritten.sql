-- The least that a store has to write for the same work, in a database of its own: what the work costs.
-- No taxes, no states' history, no requests, no rights, no news: a bound to compare with, not a design.
-- The products, prices, pieces and what is low are those of the store; see handwritten.py.

CREATE EXTENSION pg_trgm;
CREATE EXTENSION pg_walinspect;  -- for storage.py; the store itself gets no extension for being measured

CREATE TABLE customers (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email varchar(255) NOT NULL UNIQUE,
    first_name varchar(100) NOT NULL,
    last_name varchar(100) NOT NULL,
    created_at timestamp NOT NULL DEFAULT now()
);

CREATE TABLE categories (
    id uuid PRIMARY KEY,
    name varchar(100) NOT NULL UNIQUE
);

CREATE TABLE products (
    id uuid PRIMARY KEY,
    name varchar(200) NOT NULL,
    sku varchar(50) NOT NULL,
    price_amount numeric(10, 2) NOT NULL CHECK (price_amount >= 0.01),
    price_currency char(3) NOT NULL DEFAULT 'USD',
    category_id uuid NOT NULL REFERENCES categories ON DELETE RESTRICT,
    is_active boolean NOT NULL DEFAULT true,
    is_deleted boolean NOT NULL DEFAULT false,
    status varchar(20) NOT NULL DEFAULT 'active',
    version integer NOT NULL DEFAULT 1,
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now()
);

CREATE TABLE inventory (
    id uuid PRIMARY KEY,
    product_id uuid NOT NULL UNIQUE REFERENCES products ON DELETE CASCADE,
    stock_level integer NOT NULL DEFAULT 0 CHECK (stock_level >= 0),
    reserved_quantity integer NOT NULL DEFAULT 0
        CHECK (reserved_quantity >= 0 AND reserved_quantity <= stock_level),
    low_stock_threshold integer NOT NULL DEFAULT 10,
    -- without a column of its own the planner takes a third of the table to be low
    is_low boolean GENERATED ALWAYS AS (stock_level - reserved_quantity <= low_stock_threshold) STORED,
    version integer NOT NULL DEFAULT 1,
    updated_at timestamp NOT NULL DEFAULT now()
);

CREATE TABLE orders (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    order_number varchar(20) NOT NULL UNIQUE,
    customer_id uuid NOT NULL REFERENCES customers ON DELETE RESTRICT,
    status varchar(20) NOT NULL DEFAULT 'pending',
    subtotal_amount numeric(10, 2) NOT NULL,
    shipping_cost_amount numeric(10, 2) NOT NULL DEFAULT 0,
    tax_amount numeric(10, 2) NOT NULL DEFAULT 0,
    total_amount numeric(10, 2) NOT NULL,
    total_currency char(3) NOT NULL DEFAULT 'USD',
    tracking_number varchar(255),
    version integer NOT NULL DEFAULT 1,
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now()
);

CREATE TABLE order_line_items (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    order_id uuid NOT NULL REFERENCES orders ON DELETE CASCADE,
    product_id uuid NOT NULL REFERENCES products ON DELETE RESTRICT,
    product_name varchar(200) NOT NULL,
    unit_price_amount numeric(10, 2) NOT NULL,
    quantity integer NOT NULL CHECK (quantity > 0),
    subtotal_amount numeric(10, 2) NOT NULL,
    created_at timestamp NOT NULL DEFAULT now()
);

CREATE TABLE payments (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    order_id uuid NOT NULL REFERENCES orders ON DELETE CASCADE,
    payment_type varchar(20) NOT NULL,
    amount numeric(10, 2) NOT NULL,
    transaction_id varchar(255),
    created_at timestamp NOT NULL DEFAULT now()
);

CREATE TABLE order_number_sequence (
    year integer PRIMARY KEY,
    last_sequence integer NOT NULL DEFAULT 0
);

CREATE TABLE inventory_audit_log (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    inventory_id uuid NOT NULL REFERENCES inventory ON DELETE CASCADE,
    product_id uuid NOT NULL REFERENCES products ON DELETE CASCADE,
    previous_value integer NOT NULL,
    new_value integer NOT NULL,
    adjustment integer NOT NULL,
    reason varchar(255) NOT NULL,
    operation_type varchar(50) NOT NULL,
    user_id uuid,
    order_id uuid,
    created_at timestamp NOT NULL DEFAULT now()
);

-- what a till has in hand: the lines of a sale, and the pieces that its quote holds

CREATE TABLE sale_lines (
    order_id uuid NOT NULL,
    product_id uuid NOT NULL REFERENCES products,
    quantity integer NOT NULL,
    price numeric(10, 2) NOT NULL,
    name varchar(200) NOT NULL,
    added_at timestamp NOT NULL DEFAULT now(),
    PRIMARY KEY (order_id, product_id)
);

CREATE TABLE quotes (
    order_id uuid NOT NULL,
    product_id uuid NOT NULL REFERENCES products,
    quantity integer NOT NULL,
    until timestamp NOT NULL,
    PRIMARY KEY (order_id, product_id)
);

CREATE INDEX ON products USING gin (name gin_trgm_ops);
CREATE INDEX ON products (name);
CREATE UNIQUE INDEX ON products (sku varchar_pattern_ops);
CREATE INDEX ON orders (created_at DESC, id DESC);
CREATE INDEX ON orders (customer_id);
CREATE INDEX ON orders (status);
CREATE INDEX ON order_line_items (order_id);
CREATE INDEX ON order_line_items (product_id);
CREATE INDEX ON payments (order_id);
CREATE INDEX ON inventory (stock_level) WHERE is_low;
CREATE INDEX ON inventory_audit_log (inventory_id);
CREATE INDEX ON inventory_audit_log (product_id);
CREATE INDEX ON inventory_audit_log (created_at);
CREATE INDEX ON quotes (product_id);

-- Sells products at the till, in one call: the order, its lines, its payment, the pieces, the number.
CREATE FUNCTION sell(customer uuid, products uuid[], quantities integer[], paid_by text)
RETURNS varchar LANGUAGE plpgsql AS $$
DECLARE
    sold uuid := gen_random_uuid();
    number varchar;
    total numeric;
    moved integer;
BEGIN
    SELECT sum(p.price_amount * w.quantity) INTO total
    FROM unnest(products, quantities) AS w (id, quantity)
    JOIN public.products AS p ON p.id = w.id;

    INSERT INTO orders (id, order_number, customer_id, status, subtotal_amount, total_amount)
    VALUES (sold, left(sold::text, 20), customer, 'delivered', total, total);
    INSERT INTO order_line_items (
        order_id, product_id, product_name, unit_price_amount, quantity, subtotal_amount
    )
    SELECT sold, p.id, p.name, p.price_amount, w.quantity, p.price_amount * w.quantity
    FROM unnest(products, quantities) AS w (id, quantity)
    JOIN public.products AS p ON p.id = w.id;
    INSERT INTO payments (order_id, payment_type, amount, transaction_id)
    VALUES (sold, paid_by, total, sold::text);

    WITH wanted AS (
        SELECT i.id, w.quantity
        FROM unnest(products, quantities) AS w (id, quantity)
        JOIN inventory AS i ON i.product_id = w.id
        ORDER BY i.id FOR UPDATE OF i
    ), taken AS (
        UPDATE inventory AS i
        SET stock_level = stock_level - w.quantity, version = version + 1, updated_at = now()
        FROM wanted AS w
        WHERE i.id = w.id AND i.stock_level - i.reserved_quantity >= w.quantity
        RETURNING i.id, i.product_id, i.stock_level, w.quantity
    )
    INSERT INTO inventory_audit_log (
        inventory_id, product_id, previous_value, new_value, adjustment, reason, operation_type, order_id
    )
    SELECT id, product_id, stock_level + quantity, stock_level, -quantity, 'sale', 'deduct', sold
    FROM taken;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> cardinality(products) THEN
        RAISE EXCEPTION 'too few pieces';
    END IF;

    INSERT INTO order_number_sequence AS s (year, last_sequence)  -- last: its lock is short
    VALUES (extract(year FROM now()), 1)
    ON CONFLICT (year) DO UPDATE SET last_sequence = s.last_sequence + 1
    RETURNING 'ORD-' || s.year || '-' || lpad(s.last_sequence::text, 6, '0') INTO number;
    UPDATE orders SET order_number = number WHERE id = sold;
    RETURN number;
END $$;

-- The same as a till promises it, each call durable: scan by scan, then the quote, then the payment.

-- Adds a product to a sale; returns the sale.
CREATE FUNCTION scan(sale uuid, code text, pieces integer) RETURNS json LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO sale_lines AS l (order_id, product_id, quantity, price, name)
    SELECT sale, p.id, pieces, p.price_amount, p.name
    FROM products AS p WHERE p.sku = code AND p.is_active AND NOT p.is_deleted
    ON CONFLICT (order_id, product_id) DO UPDATE SET quantity = l.quantity + excluded.quantity;
    RETURN (
        SELECT json_build_object(
            'order_id', sale,
            'total', sum(l.quantity * l.price),
            'lines', json_agg(json_build_object(
                'name', l.name, 'quantity', l.quantity, 'price', l.price
            ) ORDER BY l.added_at)
        )
        FROM sale_lines AS l WHERE l.order_id = sale
    );
END $$;

-- Holds the pieces of a sale for a quarter of an hour; false if its total is another, or too few are left.
CREATE FUNCTION quote(sale uuid, shown_total numeric) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    IF shown_total IS DISTINCT FROM (
        SELECT sum(l.quantity * p.price_amount)
        FROM sale_lines AS l JOIN products AS p ON p.id = l.product_id WHERE l.order_id = sale
    ) THEN
        RETURN false;
    END IF;

    PERFORM FROM inventory AS i
    JOIN sale_lines AS l ON l.product_id = i.product_id AND l.order_id = sale
    ORDER BY i.id FOR UPDATE OF i;
    IF EXISTS (
        SELECT FROM sale_lines AS l JOIN inventory AS i USING (product_id)
        WHERE l.order_id = sale AND i.stock_level - i.reserved_quantity - coalesce((
            SELECT sum(q.quantity) FROM quotes AS q
            WHERE q.product_id = l.product_id AND q.until > now()
        ), 0) < l.quantity
    ) THEN
        RETURN false;
    END IF;

    INSERT INTO quotes
    SELECT l.order_id, l.product_id, l.quantity, now() + interval '15 minutes'
    FROM sale_lines AS l WHERE l.order_id = sale;
    RETURN true;
END $$;

-- Sells what was quoted; returns its number.
CREATE FUNCTION pay(sale uuid, customer uuid) RETURNS varchar LANGUAGE plpgsql AS $$
DECLARE
    number varchar;
BEGIN
    SELECT sell(customer, array_agg(l.product_id), array_agg(l.quantity), 'cash') INTO number
    FROM sale_lines AS l WHERE l.order_id = sale;
    DELETE FROM quotes AS q WHERE q.order_id = sale;
    DELETE FROM sale_lines AS l WHERE l.order_id = sale;
    RETURN number;
END $$;

-- An order by telephone, and what becomes of it.

-- Takes an order, and reserves its pieces; returns its id.
CREATE FUNCTION place(customer uuid, wanted uuid[], quantities integer[]) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
    placed uuid := gen_random_uuid();
    number varchar;
    total numeric;
    moved integer;
BEGIN
    SELECT sum(p.price_amount * w.quantity) INTO total
    FROM unnest(wanted, quantities) AS w (id, quantity)
    JOIN products AS p ON p.id = w.id;

    INSERT INTO orders (id, order_number, customer_id, status, subtotal_amount, total_amount)
    VALUES (placed, left(placed::text, 20), customer, 'pending', total, total);
    INSERT INTO order_line_items (
        order_id, product_id, product_name, unit_price_amount, quantity, subtotal_amount
    )
    SELECT placed, p.id, p.name, p.price_amount, w.quantity, p.price_amount * w.quantity
    FROM unnest(wanted, quantities) AS w (id, quantity)
    JOIN products AS p ON p.id = w.id;

    WITH held AS (
        SELECT i.id, w.quantity
        FROM unnest(wanted, quantities) AS w (id, quantity)
        JOIN inventory AS i ON i.product_id = w.id
        ORDER BY i.id FOR UPDATE OF i
    ), reserved AS (
        UPDATE inventory AS i
        SET reserved_quantity = reserved_quantity + h.quantity, version = version + 1, updated_at = now()
        FROM held AS h
        WHERE i.id = h.id AND i.stock_level - i.reserved_quantity >= h.quantity
        RETURNING i.id, i.product_id, i.reserved_quantity, h.quantity
    )
    INSERT INTO inventory_audit_log (
        inventory_id, product_id, previous_value, new_value, adjustment, reason, operation_type, order_id
    )
    SELECT id, product_id, reserved_quantity - quantity, reserved_quantity, quantity, 'order', 'reserve',
           placed
    FROM reserved;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> cardinality(wanted) THEN
        RAISE EXCEPTION 'too few pieces';
    END IF;

    INSERT INTO order_number_sequence AS s (year, last_sequence)
    VALUES (extract(year FROM now()), 1)
    ON CONFLICT (year) DO UPDATE SET last_sequence = s.last_sequence + 1
    RETURNING 'ORD-' || s.year || '-' || lpad(s.last_sequence::text, 6, '0') INTO number;
    UPDATE orders SET order_number = number WHERE id = placed;
    RETURN placed;
END $$;

-- Sets the next state of an order; refuses an order that is in another state, or has been changed.
CREATE FUNCTION step(placed uuid, seen integer, before text, after text, tracking text DEFAULT NULL)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE orders AS o
    SET status = after, tracking_number = coalesce(tracking, o.tracking_number),
        version = o.version + 1, updated_at = now()
    WHERE o.id = placed AND o.version = seen AND o.status = before;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'not in this state';
    END IF;
END $$;

-- Gives the reserved pieces of an order back, or out of the store.
CREATE FUNCTION release(placed uuid, is_sent boolean) RETURNS void LANGUAGE sql AS $$
    WITH held AS (
        SELECT i.id, l.quantity
        FROM order_line_items AS l JOIN inventory AS i ON i.product_id = l.product_id
        WHERE l.order_id = placed
        ORDER BY i.id FOR UPDATE OF i
    ), moved AS (
        UPDATE inventory AS i
        SET stock_level = stock_level - CASE WHEN is_sent THEN h.quantity ELSE 0 END,
            reserved_quantity = reserved_quantity - h.quantity, version = version + 1, updated_at = now()
        FROM held AS h WHERE i.id = h.id
        RETURNING i.id, i.product_id, i.stock_level, i.reserved_quantity, h.quantity
    )
    INSERT INTO inventory_audit_log (
        inventory_id, product_id, previous_value, new_value, adjustment, reason, operation_type, order_id
    )
    SELECT id, product_id,
           CASE WHEN is_sent THEN stock_level ELSE reserved_quantity END + quantity,
           CASE WHEN is_sent THEN stock_level ELSE reserved_quantity END,
           -quantity, 'order', CASE WHEN is_sent THEN 'deduct' ELSE 'release' END, placed
    FROM moved;
$$;

-- Takes the payment of an order.
CREATE FUNCTION confirm(placed uuid, seen integer, amount numeric, reference text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM step(placed, seen, 'pending', 'confirmed');
    INSERT INTO payments (order_id, payment_type, amount, transaction_id)
    VALUES (placed, 'credit_card', confirm.amount, reference);
END $$;

-- Hands a paid order to a carrier.
CREATE FUNCTION ship(placed uuid, seen integer, tracking text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM step(placed, seen, 'confirmed', 'shipped', tracking);
    PERFORM release(placed, true);
END $$;

-- Cancels a paid order; its money is a payment of less than nothing.
CREATE FUNCTION cancel(placed uuid, seen integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM step(placed, seen, 'confirmed', 'cancelled');
    PERFORM release(placed, false);
    INSERT INTO payments (order_id, payment_type, amount, transaction_id)
    SELECT p.order_id, p.payment_type, -p.amount, p.transaction_id
    FROM payments AS p WHERE p.order_id = placed;
END $$;

-- Adds pieces to the stock of a product, or takes them away.
CREATE FUNCTION adjust(product uuid, pieces integer, reason text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    stock integer;
BEGIN
    WITH moved AS (
        UPDATE inventory AS i
        SET stock_level = stock_level + pieces, version = version + 1, updated_at = now()
        WHERE i.product_id = product
        RETURNING i.id, i.product_id, i.stock_level
    )
    INSERT INTO inventory_audit_log (
        inventory_id, product_id, previous_value, new_value, adjustment, reason, operation_type
    )
    SELECT m.id, m.product_id, m.stock_level - pieces, m.stock_level, pieces, adjust.reason, 'adjust'
    FROM moved AS m
    RETURNING new_value INTO stock;
    RETURN stock;
END $$;
