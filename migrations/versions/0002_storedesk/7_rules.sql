-- Rules of the model that its own tables do not keep, as facts: indexes and checks. Its columns, keys
-- and foreign keys stay as they are, and every row that the document accepts and a shop could mean
-- still goes in: 99,999,999.99 is a price; NaN, infinity, control characters and card numbers are not.

-- Both bodies are bound when they are made, so that no search_path can bend them.
-- A line that can be shown: no control characters, none that turn the writing round, none unseen.
-- Joiners stay, since Persian, the Indic scripts and emoji need them.
CREATE FUNCTION storedesk.is_plain_line(line text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN line !~ '[\u0001-\u001F\u007F-\u009F\u200B\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]';

-- A plain line that can be found again: composed, trimmed and not empty.
CREATE FUNCTION storedesk.is_clean_line(line text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN line = btrim(line) AND line <> '' AND line IS NFC NORMALIZED
    AND line !~ '[\u0001-\u001F\u007F-\u00A0\u00AD\u200B\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]';

-- Text of several lines.
CREATE FUNCTION storedesk.is_plain_text(words text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN words !~ '[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]';

-- An instant that every client can read: Python's years end at 9999.
CREATE FUNCTION storedesk.is_instant(instant timestamp) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN instant >= timestamp '0001-01-01' AND instant < timestamp '10000-01-01';

-- An amount that can be added up: NaN is greater than any number, and so passes every `>= 0`.
CREATE FUNCTION storedesk.is_amount(amount numeric) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN amount < 'NaN'::numeric;

-- A whole value that is a payment card's number: as long as its kind's are, and with the right check digit.
CREATE FUNCTION storedesk.is_card_number(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
    WHEN value !~ '^ *[2-6]([ -]?[0-9]){12,18} *$' THEN false
    WHEN regexp_replace(value, '[ -]', '', 'g') !~
        '^(4([0-9]{12}|[0-9]{15}|[0-9]{18})|(5[1-5]|2[2-7])[0-9]{14}|3[47][0-9]{13}|3[068][0-9]{12}|(35|6[0-9])[0-9]{14,17})$'
        THEN false
    ELSE (
        SELECT sum(CASE WHEN place % 2 = 1 THEN digit WHEN digit > 4 THEN 2 * digit - 9 ELSE 2 * digit END) % 10 = 0
        FROM (
            SELECT place, substr(reverse(regexp_replace(value, '[ -]', '', 'g')), place, 1)::int AS digit
            FROM generate_series(1, length(regexp_replace(value, '[ -]', '', 'g'))) AS place
        ) AS digits
    )
END;

CREATE UNIQUE INDEX uq_cart_customer ON public.carts (customer_id) WHERE customer_id IS NOT NULL;
CREATE UNIQUE INDEX uq_cart_guest ON public.carts (guest_session_id) WHERE guest_session_id IS NOT NULL;
CREATE UNIQUE INDEX uq_cart_line ON public.cart_items (cart_id, product_id, variant_id, unit_price_amount)
    NULLS NOT DISTINCT;
CREATE UNIQUE INDEX uq_variant_combination ON public.product_variants (product_id, lower(btrim(size)), lower(btrim(color)))
    NULLS NOT DISTINCT;
CREATE UNIQUE INDEX uq_sku_ci ON public.product_variants (upper(btrim(sku)));
CREATE UNIQUE INDEX uq_image_primary ON public.product_images (product_id) WHERE is_primary;
CREATE UNIQUE INDEX uq_address_default ON public.customer_shipping_addresses (customer_id) WHERE is_default;
CREATE UNIQUE INDEX uq_payment_default ON public.saved_payment_methods (customer_id) WHERE is_default;
CREATE UNIQUE INDEX uq_customer_email_ci ON public.customers (lower(btrim(email)));
CREATE UNIQUE INDEX uq_category_name_ci ON public.categories (lower(btrim(name)));
CREATE UNIQUE INDEX uq_email_order_once ON public.email_queue (email_type, reference_type, reference_id)
    WHERE email_type IN ('order_confirmation', 'order_shipped', 'order_cancelled') AND NOT (payload ? 'resend_of');
CREATE UNIQUE INDEX uq_audit_order_op ON public.inventory_audit_log (order_id, product_id, operation_type)
    WHERE operation_type IN ('reserve', 'release', 'deduct');
CREATE INDEX idx_audit_order ON public.inventory_audit_log (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX idx_cart_items_variant ON public.cart_items (variant_id) WHERE variant_id IS NOT NULL;

-- what lists are sorted by, where they are long
CREATE INDEX ix_products_name ON public.products (name, id);
CREATE INDEX ix_products_price ON public.products (price_amount, id);
CREATE INDEX ix_products_updated ON public.products (updated_at, id);
CREATE INDEX ix_inventory_available ON public.inventory ((stock_level - reserved_quantity), product_id);
CREATE INDEX ix_inventory_low ON public.inventory (product_id) WHERE stock_level - reserved_quantity <= low_stock_threshold;
CREATE INDEX ix_audit_product_seq ON public.inventory_audit_log (product_id, seq);
CREATE INDEX ix_customers_name ON public.customers (last_name, first_name, id);
CREATE INDEX ix_customers_words ON public.customers
    USING gin (first_name storedesk.gin_trgm_ops, last_name storedesk.gin_trgm_ops, email storedesk.gin_trgm_ops);

ALTER TABLE public.categories
    ADD CONSTRAINT chk_category_name CHECK (storedesk.is_clean_line(name)),
    ADD CONSTRAINT chk_category_instants CHECK (storedesk.is_instant(created_at) AND storedesk.is_instant(updated_at));

ALTER TABLE public.products
    ADD CONSTRAINT chk_product_price_range CHECK (storedesk.is_amount(price_amount)),
    ADD CONSTRAINT chk_product_currency CHECK (price_currency ~ '^[A-Z]{3}$'),
    ADD CONSTRAINT chk_product_name_clean CHECK (storedesk.is_clean_line(name)),
    ADD CONSTRAINT chk_product_description CHECK (storedesk.is_plain_text(description)),
    ADD CONSTRAINT chk_product_instants CHECK (storedesk.is_instant(created_at) AND storedesk.is_instant(updated_at));

ALTER TABLE public.product_variants
    ADD CONSTRAINT chk_variant_sku CHECK (storedesk.is_plain_line(sku) AND btrim(sku) <> ''),
    ADD CONSTRAINT chk_variant_attributes CHECK (storedesk.is_plain_line(size) AND storedesk.is_plain_line(color)),
    ADD CONSTRAINT chk_variant_adjustment CHECK (storedesk.is_amount(price_adjustment_amount));

ALTER TABLE public.product_images               -- a picture is fetched from the web or from our own media, or not at all
    ADD CONSTRAINT chk_image_url CHECK (storedesk.is_plain_line(url)
        AND url !~* '^[[:space:]]*((file|javascript|vbscript|data):|[\\/]{2})');

ALTER TABLE public.inventory
    ADD CONSTRAINT chk_inventory_instants CHECK (storedesk.is_instant(created_at) AND storedesk.is_instant(updated_at));

ALTER TABLE public.inventory_audit_log
    ADD CONSTRAINT chk_audit_instant CHECK (storedesk.is_instant(created_at)),
    ADD CONSTRAINT chk_audit_reason CHECK (storedesk.is_plain_line(reason) AND NOT storedesk.is_card_number(reason));

ALTER TABLE public.customers
    ADD CONSTRAINT chk_customer_email CHECK (email ~ '^[^\s@<>",;:]+@[^\s@<>",;:]+$' AND storedesk.is_plain_line(email)),
    ADD CONSTRAINT chk_customer_names CHECK (storedesk.is_plain_line(first_name) AND storedesk.is_plain_line(last_name)
        AND NOT storedesk.is_card_number(first_name) AND NOT storedesk.is_card_number(last_name)),
    ADD CONSTRAINT chk_customer_instants CHECK (storedesk.is_instant(created_at) AND storedesk.is_instant(updated_at)
        AND storedesk.is_instant(verification_token_expires_at));

ALTER TABLE public.customer_shipping_addresses
    ADD CONSTRAINT chk_address_lines CHECK (storedesk.is_plain_line(street) AND storedesk.is_plain_line(city)
        AND storedesk.is_plain_line(state) AND storedesk.is_plain_line(postal_code)
        AND storedesk.is_plain_line(recipient_name) AND NOT storedesk.is_card_number(recipient_name)),
    ADD CONSTRAINT chk_address_instants CHECK (storedesk.is_instant(created_at) AND storedesk.is_instant(updated_at));

ALTER TABLE public.saved_payment_methods
    ADD CONSTRAINT chk_payment_last_four CHECK (last_four_digits ~ '^[0-9]{4}$'),
    ADD CONSTRAINT chk_payment_expiry CHECK (expires_at ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    ADD CONSTRAINT chk_payment_token CHECK (NOT storedesk.is_card_number(token));

ALTER TABLE public.carts
    ADD CONSTRAINT chk_cart_total_range CHECK (storedesk.is_amount(total_price_amount)),
    ADD CONSTRAINT chk_cart_instants CHECK (storedesk.is_instant(created_at) AND storedesk.is_instant(updated_at)
        AND storedesk.is_instant(last_activity_date));

ALTER TABLE public.cart_items
    ADD CONSTRAINT chk_cart_item_amounts CHECK (storedesk.is_amount(unit_price_amount)
        AND storedesk.is_amount(subtotal_amount)),
    ADD CONSTRAINT chk_cart_item_names CHECK (storedesk.is_plain_line(product_name)
        AND storedesk.is_plain_line(variant_description)),
    ADD CONSTRAINT chk_cart_item_instants CHECK (storedesk.is_instant(added_at)
        AND storedesk.is_instant(created_at) AND storedesk.is_instant(updated_at));

ALTER TABLE public.orders
    ADD CONSTRAINT chk_order_sum CHECK (total_amount = subtotal_amount + shipping_cost_amount + tax_amount
        AND storedesk.is_amount(total_amount)),
    ADD CONSTRAINT chk_order_one_currency CHECK (total_currency ~ '^[A-Z]{3}$' AND subtotal_currency = total_currency
        AND shipping_cost_currency = total_currency AND tax_currency = total_currency),
    ADD CONSTRAINT chk_order_shipping CHECK (storedesk.is_plain_line(shipping_street)
        AND storedesk.is_plain_line(shipping_city) AND storedesk.is_plain_line(shipping_state)
        AND storedesk.is_plain_line(shipping_postal_code) AND storedesk.is_plain_line(shipping_recipient_name)
        AND NOT storedesk.is_card_number(shipping_recipient_name)),
    ADD CONSTRAINT chk_order_last_four CHECK (payment_last_four_digits ~ '^[0-9]{4}$'),
    ADD CONSTRAINT chk_order_transaction CHECK (storedesk.is_plain_line(payment_transaction_id)
        AND NOT storedesk.is_card_number(payment_transaction_id)),
    ADD CONSTRAINT chk_order_payer CHECK (storedesk.is_plain_line(payment_paypal_email)
        AND NOT storedesk.is_card_number(payment_paypal_email)),
    ADD CONSTRAINT chk_order_reason CHECK (storedesk.is_plain_text(cancellation_reason)
        AND NOT storedesk.is_card_number(cancellation_reason)),
    ADD CONSTRAINT chk_order_tracking CHECK (storedesk.is_plain_line(tracking_number)),
    ADD CONSTRAINT chk_order_instants CHECK (storedesk.is_instant(created_at) AND storedesk.is_instant(updated_at));

ALTER TABLE public.order_line_items
    ADD CONSTRAINT chk_line_item_sum CHECK (subtotal_amount = quantity * unit_price_amount
        AND storedesk.is_amount(subtotal_amount)),
    ADD CONSTRAINT chk_line_item_names CHECK (storedesk.is_plain_line(product_name)
        AND storedesk.is_plain_line(variant_description)),
    ADD CONSTRAINT chk_line_item_instant CHECK (storedesk.is_instant(created_at));

ALTER TABLE public.email_queue
    ADD CONSTRAINT chk_email_headers CHECK (storedesk.is_plain_line(recipient_email) AND storedesk.is_plain_line(subject)),
    ADD CONSTRAINT chk_email_instants CHECK (storedesk.is_instant(sent_at)
        AND storedesk.is_instant(created_at) AND storedesk.is_instant(updated_at));

ALTER TABLE storedesk.order_payments
    ADD CONSTRAINT chk_payment_scheme CHECK (storedesk.is_plain_line(card_scheme)
        AND NOT storedesk.is_card_number(card_scheme)),
    ADD CONSTRAINT chk_payment_transaction CHECK (storedesk.is_plain_line(transaction_id)
        AND NOT storedesk.is_card_number(transaction_id));

ALTER TABLE storedesk.till_tenders
    ADD CONSTRAINT chk_tender_transaction CHECK (storedesk.is_plain_line(transaction_id)
        AND NOT storedesk.is_card_number(transaction_id));

ALTER TABLE storedesk.customer_details
    ADD CONSTRAINT chk_customer_note CHECK (storedesk.is_plain_text(note)
        AND storedesk.is_plain_line(phone) AND NOT storedesk.is_card_number(note));

ALTER TABLE storedesk.staff
    ADD CONSTRAINT chk_staff_name CHECK (storedesk.is_plain_line(display_name) AND btrim(display_name) <> '');

ALTER TABLE storedesk.product_barcodes
    ADD CONSTRAINT chk_barcode_line CHECK (storedesk.is_plain_line(barcode));

ALTER TABLE storedesk.registers
    ADD CONSTRAINT chk_register_names CHECK (storedesk.is_clean_line(code) AND storedesk.is_clean_line(name));

ALTER TABLE storedesk.tax_classes
    ADD CONSTRAINT chk_tax_class_name CHECK (storedesk.is_clean_line(name));

ALTER TABLE storedesk.tax_rates
    ADD CONSTRAINT chk_tax_rate_name CHECK (storedesk.is_clean_line(name));

ALTER TABLE storedesk.store_settings            -- what stands on every receipt
    ADD CONSTRAINT chk_store_lines CHECK (storedesk.is_clean_line(name) AND storedesk.is_plain_line(phone)
        AND storedesk.is_plain_line(tax_id) AND storedesk.is_plain_line(web_address)
        AND storedesk.is_plain_line(store_street) AND storedesk.is_plain_line(store_city)
        AND storedesk.is_plain_line(store_state) AND storedesk.is_plain_line(store_postal_code));
