CREATE TABLE storedesk.promotions (             -- lower prices for some days: api.make_promotion
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name varchar(100) NOT NULL CHECK (
        storedesk.is_clean_line(name) AND storedesk.is_visible(name) AND NOT storedesk.has_card_number(name)
    ),
    kind varchar(10) NOT NULL CHECK (kind IN ('percent', 'price', 'amount')),
    value decimal(10, 2) NOT NULL CHECK (value > 0 AND storedesk.is_amount(value)),  -- percent off, the price, or off it
    digits int NOT NULL CHECK (digits IN (0, 2)),            -- of the store's currency
    first_day date NOT NULL CHECK (storedesk.is_day(first_day)),  -- of the store's calendar, as the last, which is
    last_day date NOT NULL CHECK (storedesk.is_day(last_day)),    -- a whole day as well
    ended_at timestamp CHECK (storedesk.is_instant(ended_at)),    -- before its last day was over
    version int NOT NULL DEFAULT 1 CHECK (version > 0),
    created_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(created_at)),
    updated_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(updated_at)),
    CONSTRAINT chk_promotion_days CHECK (first_day <= last_day),
    CONSTRAINT chk_promotion_percent CHECK (kind <> 'percent' OR value < 100),
    CONSTRAINT uq_promotion_days UNIQUE (id, first_day, last_day)
);

CREATE TABLE storedesk.promotion_items (        -- what it holds for: a category with all below it, a product, a variant
    promotion_id uuid NOT NULL,
    first_day date NOT NULL,                    -- the promotion's days, so that those that are over are not looked at
    last_day date NOT NULL,
    category_id uuid REFERENCES public.categories (id) ON DELETE CASCADE,
    product_id uuid REFERENCES public.products (id) ON DELETE CASCADE,
    variant_id uuid REFERENCES public.product_variants (id) ON DELETE CASCADE,
    item_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(category_id, product_id, variant_id)) STORED,
    PRIMARY KEY (promotion_id, item_id),
    CONSTRAINT fk_promotion_items_days FOREIGN KEY (promotion_id, first_day, last_day)
        REFERENCES storedesk.promotions (id, first_day, last_day) ON UPDATE CASCADE ON DELETE RESTRICT,
    CONSTRAINT chk_promotion_item CHECK (num_nonnulls(category_id, product_id, variant_id) = 1)
);

CREATE INDEX ix_promotion_items_item ON storedesk.promotion_items (item_id, last_day);
CREATE INDEX ix_promotion_items_last_day ON storedesk.promotion_items (last_day);
CREATE INDEX ix_promotion_items_category ON storedesk.promotion_items (category_id) WHERE category_id IS NOT NULL;
CREATE INDEX ix_promotion_items_product ON storedesk.promotion_items (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX ix_promotion_items_variant ON storedesk.promotion_items (variant_id) WHERE variant_id IS NOT NULL;

CREATE TABLE storedesk.order_promotions (       -- a line that was sold at the price of a promotion, as it then was
    order_line_item_id uuid PRIMARY KEY REFERENCES public.order_line_items (id) ON DELETE RESTRICT,
    promotion_id uuid NOT NULL REFERENCES storedesk.promotions (id) ON DELETE RESTRICT,
    name varchar(100) NOT NULL CHECK (
        storedesk.is_clean_line(name) AND storedesk.is_visible(name) AND NOT storedesk.has_card_number(name)
    ),
    usual_price_amount decimal(10, 2) NOT NULL CHECK (usual_price_amount > 0 AND storedesk.is_amount(usual_price_amount))
);

CREATE INDEX ix_order_promotions_promotion ON storedesk.order_promotions (promotion_id);

-- What a price becomes by a promotion: rounded once, half up, to the digits of the currency. It is never below the
-- smallest amount that there is, and never above the price.
CREATE FUNCTION storedesk.promoted_price(price numeric, kind text, value numeric, digits int) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN least(price, greatest(CASE digits WHEN 0 THEN 1.00 ELSE 0.01 END, CASE kind
    WHEN 'percent' THEN round(price * (100 - value) / 100, digits)
    WHEN 'price' THEN value
    ELSE price - value
END));

-- What an item costs on a day of the store's calendar, of whose usual price it is asked: one row. Of several promotions
-- that hold for it the lowest price counts, and one that is not below the usual price is none. Without a search_path of
-- its own it is planned as if it stood in the query that asks. Without a day no promotion is looked for.
CREATE FUNCTION storedesk.price_on(product uuid, variant uuid, category uuid, usual numeric, day date) RETURNS TABLE (
    price numeric, promotion_id uuid, promotion text
)
LANGUAGE sql STABLE ROWS 1 PARALLEL SAFE
BEGIN ATOMIC
    SELECT coalesce(low.price, usual), low.id, low.name
    FROM (VALUES (1)) AS one
    LEFT JOIN LATERAL (
        SELECT f.id, f.name, f.price
        FROM (
            SELECT p.id, p.name::text AS name, storedesk.promoted_price(usual, p.kind, p.value, p.digits) AS price
            FROM storedesk.promotion_items AS i
            JOIN storedesk.promotions AS p ON p.id = i.promotion_id AND p.ended_at IS NULL
            WHERE i.item_id = ANY (ARRAY[product, variant] || (  -- with the category and the two that may be above it
                SELECT ARRAY[near.id, near.parent_category_id, above.parent_category_id]
                FROM public.categories AS near
                LEFT JOIN public.categories AS above ON above.id = near.parent_category_id
                WHERE near.id = category
            ))
              AND i.last_day >= day AND i.first_day <= day
        ) AS f
        WHERE f.price < usual
        ORDER BY f.price, f.id
        LIMIT 1
    ) AS low ON day IS NOT NULL;
END;

-- A day, if a promotion holds for anything on it; null for any other day. Planned once a session.
CREATE FUNCTION storedesk.promotion_day(day date) RETURNS date
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE WHEN EXISTS (
        SELECT FROM storedesk.promotion_items AS i WHERE i.last_day >= day AND i.first_day <= day
    ) THEN day END;
END $$;

-- The day of the store's calendar that it is, if a promotion holds for anything on it, else null.
CREATE FUNCTION storedesk.promotion_today() RETURNS date
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT storedesk.promotion_day((clock_timestamp() AT TIME ZONE s.time_zone)::date)
        FROM storedesk.store_settings AS s
    );
END $$;
