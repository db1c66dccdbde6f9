CREATE TABLE storedesk.product_measures (       -- how a product is sold that is not sold by the piece
    product_id uuid PRIMARY KEY REFERENCES public.products (id) ON DELETE CASCADE,
    measure varchar(10) NOT NULL CHECK (measure IN ('kilogram', 'open_price'))  -- its price is for a kilogram; is asked
);

CREATE TABLE storedesk.till_measures (          -- a package of a sale in progress: a line of its own on the screen
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),  -- of that line
    cart_item_id uuid NOT NULL REFERENCES public.cart_items (id) ON DELETE CASCADE,  -- has those that cost the same
    source varchar(12) NOT NULL CHECK (source IN ('label_weight', 'label_price', 'scale', 'typed', 'open_price')),
    weight decimal(5, 3) CHECK (weight > 0),    -- in kilograms; null where nobody weighed
    kilo_price_amount decimal(10, 2) CHECK (kilo_price_amount > 0 AND storedesk.is_amount(kilo_price_amount)),
    fixed_price_amount decimal(10, 2)           -- of a label, or typed; null: weight times price
        CHECK (fixed_price_amount > 0 AND storedesk.is_amount(fixed_price_amount)),
    list_price_amount decimal(10, 2)            -- where its price was set by hand: what it costs else, why, and who
        CHECK (list_price_amount > 0 AND storedesk.is_amount(list_price_amount)),
    reason varchar(255) CHECK (storedesk.is_plain_line(reason) AND btrim(reason) <> ''),
    requested_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    approved_by uuid REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    note varchar(200) CHECK (storedesk.is_plain_line(note) AND btrim(note) <> ''),
    added_at timestamp NOT NULL DEFAULT now() CHECK (storedesk.is_instant(added_at)),
    CONSTRAINT chk_till_measure_price CHECK (num_nonnulls(weight, fixed_price_amount) > 0),
    CONSTRAINT chk_till_measure_override CHECK (
        num_nonnulls(list_price_amount, reason, requested_by) IN (0, 3) AND (reason IS NOT NULL OR approved_by IS NULL)
    ),
    CONSTRAINT chk_till_measure_no_card CHECK (
        NOT storedesk.has_card_number(note) AND NOT storedesk.has_card_number(reason)
    )
);

CREATE INDEX ix_till_measures_cart_item ON storedesk.till_measures (cart_item_id);
CREATE INDEX ix_till_measures_requested_by ON storedesk.till_measures (requested_by) WHERE requested_by IS NOT NULL;
CREATE INDEX ix_till_measures_approved_by ON storedesk.till_measures (approved_by) WHERE approved_by IS NOT NULL;

CREATE TABLE storedesk.line_measures (          -- how a line was measured that was sold: never changed
    order_line_item_id uuid PRIMARY KEY REFERENCES public.order_line_items (id) ON DELETE RESTRICT,
    source varchar(12) NOT NULL CHECK (source IN ('label_weight', 'label_price', 'scale', 'typed', 'open_price')),
    weight decimal(5, 3) CHECK (weight > 0),
    kilo_price_amount decimal(10, 2) CHECK (kilo_price_amount > 0 AND storedesk.is_amount(kilo_price_amount))
);

-- Whether a rule says how a scale writes a code: behind its prefix the digits of the item's number, perhaps a check
-- digit of what follows, then grams or the price, and the code's own check digit.
CREATE FUNCTION storedesk.is_scale_code(rule jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN jsonb_typeof(rule) IS DISTINCT FROM 'object' OR rule - '{prefix,value,digits,checked}'::text[] <> '{}'
        OR jsonb_typeof(rule -> 'digits') IS DISTINCT FROM 'number'
        OR jsonb_typeof(rule -> 'checked') IS DISTINCT FROM 'boolean' THEN false
    ELSE coalesce(rule ->> 'prefix' ~ '^(02|2[0-9])$' AND rule ->> 'value' IN ('weight', 'price')
        AND CASE WHEN (rule ->> 'checked')::boolean THEN rule ->> 'digits' IN ('4', '5')
            ELSE rule ->> 'digits' IN ('4', '5', '6') END, false)
END;

-- Whether a list of such rules can be kept: each prefix once. Null for none.
CREATE FUNCTION storedesk.are_scale_codes(rules jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN rules IS NULL THEN NULL
    WHEN jsonb_typeof(rules) <> 'array' THEN false
    ELSE (SELECT coalesce(bool_and(storedesk.is_scale_code(r.rule)), true)
              AND count(*) = count(DISTINCT r.rule ->> 'prefix')
          FROM jsonb_array_elements(rules) AS r (rule))
END;

-- The rules by which labels of scales are read. Null: none.
ALTER TABLE storedesk.store_settings
    ADD COLUMN scale_codes jsonb,
    ADD CONSTRAINT chk_settings_scale_codes CHECK (storedesk.are_scale_codes(scale_codes));
