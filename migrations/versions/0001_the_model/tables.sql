-- The document's tables: columns, keys, defaults, indexes and checks under the names it gives them.
-- Five indexes repeat a UNIQUE; the document wants them, so they stay.

CREATE TABLE public.categories (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    name varchar(100) NOT NULL UNIQUE,
    description text,
    parent_category_id uuid REFERENCES public.categories (id) ON DELETE RESTRICT,
    depth integer NOT NULL DEFAULT 1,
    display_order integer NOT NULL DEFAULT 0,
    is_active boolean NOT NULL DEFAULT true,
    version integer NOT NULL DEFAULT 1,
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now(),
    CONSTRAINT chk_category_depth CHECK (depth >= 1 AND depth <= 3),
    CONSTRAINT chk_category_not_self_parent CHECK (parent_category_id IS NULL OR parent_category_id <> id)
);

CREATE INDEX idx_categories_name ON public.categories (name);
CREATE INDEX idx_categories_parent ON public.categories (parent_category_id);
CREATE INDEX idx_categories_active ON public.categories (is_active);

CREATE TABLE public.products (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    name varchar(200) NOT NULL,
    description text,
    price_amount decimal(10, 2) NOT NULL,
    price_currency char(3) NOT NULL DEFAULT 'USD',
    category_id uuid NOT NULL REFERENCES public.categories (id) ON DELETE RESTRICT,
    is_active boolean NOT NULL DEFAULT true,
    is_deleted boolean NOT NULL DEFAULT false,
    status varchar(20) NOT NULL DEFAULT 'draft',
    created_by uuid,
    updated_by uuid,
    version integer NOT NULL DEFAULT 1,
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now(),
    CONSTRAINT chk_product_price CHECK (price_amount >= 0.01),
    CONSTRAINT chk_product_name_length CHECK (length(name) >= 2 AND length(name) <= 200),
    CONSTRAINT chk_product_status CHECK (status IN ('draft', 'active', 'inactive'))
);

CREATE INDEX idx_products_category ON public.products (category_id);
CREATE INDEX idx_products_active ON public.products (is_active, is_deleted);
CREATE INDEX idx_products_name ON public.products (name);
CREATE INDEX idx_products_created ON public.products (created_at);

CREATE TABLE public.product_variants (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    product_id uuid NOT NULL REFERENCES public.products (id) ON DELETE CASCADE,
    sku varchar(50) NOT NULL UNIQUE,
    size varchar(50),
    color varchar(50),
    price_adjustment_amount decimal(10, 2) NOT NULL DEFAULT 0.00,
    price_adjustment_currency char(3) NOT NULL DEFAULT 'USD',
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now(),
    CONSTRAINT chk_variant_has_attribute CHECK (size IS NOT NULL OR color IS NOT NULL)
);

CREATE INDEX idx_product_variants_product ON public.product_variants (product_id);
CREATE INDEX idx_product_variants_sku ON public.product_variants (sku);
CREATE INDEX idx_product_variants_combination ON public.product_variants (product_id, size, color);

CREATE TABLE public.product_images (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    product_id uuid NOT NULL REFERENCES public.products (id) ON DELETE CASCADE,
    url varchar(500) NOT NULL,
    is_primary boolean NOT NULL DEFAULT false,
    display_order integer NOT NULL DEFAULT 0,
    created_at timestamp NOT NULL DEFAULT now()
);

CREATE INDEX idx_product_images_product ON public.product_images (product_id);
CREATE INDEX idx_product_images_primary ON public.product_images (product_id, is_primary);

CREATE TABLE public.inventory (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    product_id uuid NOT NULL UNIQUE REFERENCES public.products (id) ON DELETE CASCADE,
    stock_level integer NOT NULL DEFAULT 0,
    reserved_quantity integer NOT NULL DEFAULT 0,
    low_stock_threshold integer NOT NULL DEFAULT 10,
    version integer NOT NULL DEFAULT 1,
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now(),
    CONSTRAINT chk_inventory_stock_level CHECK (stock_level >= 0),
    CONSTRAINT chk_inventory_reserved CHECK (reserved_quantity >= 0 AND reserved_quantity <= stock_level),
    CONSTRAINT chk_inventory_threshold CHECK (low_stock_threshold >= 0)
);

CREATE INDEX idx_inventory_product ON public.inventory (product_id);
CREATE INDEX idx_inventory_low_stock ON public.inventory (stock_level, low_stock_threshold);

CREATE TABLE public.inventory_audit_log (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    inventory_id uuid NOT NULL REFERENCES public.inventory (id) ON DELETE CASCADE,
    product_id uuid NOT NULL REFERENCES public.products (id) ON DELETE CASCADE,
    previous_value integer NOT NULL,
    new_value integer NOT NULL,
    adjustment integer NOT NULL,
    reason varchar(255) NOT NULL,
    operation_type varchar(50) NOT NULL,
    user_id uuid,
    order_id uuid,
    created_at timestamp NOT NULL DEFAULT now(),
    CONSTRAINT chk_audit_operation_type CHECK (
        operation_type IN ('set', 'adjust', 'reserve', 'release', 'deduct', 'restock')
    )
);

CREATE INDEX idx_inventory_audit_inventory ON public.inventory_audit_log (inventory_id);
CREATE INDEX idx_inventory_audit_product ON public.inventory_audit_log (product_id);
CREATE INDEX idx_inventory_audit_created ON public.inventory_audit_log (created_at);
CREATE INDEX idx_inventory_audit_user ON public.inventory_audit_log (user_id);

CREATE TABLE public.customers (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    email varchar(255) NOT NULL UNIQUE,
    password_hash varchar(255) NOT NULL,
    first_name varchar(100) NOT NULL,
    last_name varchar(100) NOT NULL,
    registration_status varchar(20) NOT NULL DEFAULT 'unverified',
    email_verified boolean NOT NULL DEFAULT false,
    verification_token varchar(255),
    verification_token_expires_at timestamp,
    version integer NOT NULL DEFAULT 1,
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now(),
    CONSTRAINT chk_customer_registration_status CHECK (registration_status IN ('unverified', 'registered'))
);

CREATE INDEX idx_customers_email ON public.customers (email);
CREATE INDEX idx_customers_verification_token ON public.customers (verification_token);

CREATE TABLE public.customer_shipping_addresses (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    customer_id uuid NOT NULL REFERENCES public.customers (id) ON DELETE CASCADE,
    street varchar(200) NOT NULL,
    city varchar(100) NOT NULL,
    state varchar(100) NOT NULL,
    postal_code varchar(20) NOT NULL,
    country char(2) NOT NULL,
    recipient_name varchar(200) NOT NULL,
    is_default boolean NOT NULL DEFAULT false,
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now()
);

CREATE INDEX idx_shipping_addresses_customer ON public.customer_shipping_addresses (customer_id);

CREATE TABLE public.saved_payment_methods (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    customer_id uuid NOT NULL REFERENCES public.customers (id) ON DELETE CASCADE,
    payment_type varchar(20) NOT NULL,
    token varchar(255) NOT NULL,
    last_four_digits char(4),
    card_brand varchar(20),
    paypal_email varchar(255),
    expires_at varchar(7),
    is_default boolean NOT NULL DEFAULT false,
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now(),
    CONSTRAINT chk_payment_method_type CHECK (payment_type IN ('credit_card', 'paypal')),
    CONSTRAINT chk_payment_card_brand CHECK (card_brand IS NULL OR card_brand IN ('visa', 'mastercard', 'amex'))
);

CREATE INDEX idx_saved_payments_customer ON public.saved_payment_methods (customer_id);
CREATE INDEX idx_saved_payments_default ON public.saved_payment_methods (customer_id, is_default);

CREATE TABLE public.carts (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    customer_id uuid REFERENCES public.customers (id) ON DELETE CASCADE,
    is_guest boolean NOT NULL DEFAULT false,
    guest_session_id varchar(255),
    total_price_amount decimal(10, 2) NOT NULL DEFAULT 0.00,
    total_price_currency char(3) NOT NULL DEFAULT 'USD',
    last_activity_date timestamp NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now(),
    CONSTRAINT chk_cart_total_price CHECK (total_price_amount >= 0)
);

CREATE INDEX idx_carts_customer ON public.carts (customer_id);
CREATE INDEX idx_carts_guest_session ON public.carts (guest_session_id);
CREATE INDEX idx_carts_last_activity ON public.carts (last_activity_date);

CREATE TABLE public.cart_items (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    cart_id uuid NOT NULL REFERENCES public.carts (id) ON DELETE CASCADE,
    product_id uuid NOT NULL REFERENCES public.products (id) ON DELETE RESTRICT,
    variant_id uuid REFERENCES public.product_variants (id) ON DELETE RESTRICT,
    product_name varchar(200) NOT NULL,
    variant_description varchar(200),
    unit_price_amount decimal(10, 2) NOT NULL,
    unit_price_currency char(3) NOT NULL DEFAULT 'USD',
    quantity integer NOT NULL,
    subtotal_amount decimal(10, 2) NOT NULL,
    subtotal_currency char(3) NOT NULL DEFAULT 'USD',
    added_at timestamp NOT NULL DEFAULT now(),
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now(),
    CONSTRAINT chk_cart_item_quantity CHECK (quantity > 0),
    CONSTRAINT chk_cart_item_price CHECK (unit_price_amount >= 0 AND subtotal_amount >= 0)
);

CREATE INDEX idx_cart_items_cart ON public.cart_items (cart_id);
CREATE INDEX idx_cart_items_product ON public.cart_items (product_id);
CREATE INDEX idx_cart_items_cart_product ON public.cart_items (cart_id, product_id, variant_id);

CREATE TABLE public.orders (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    order_number varchar(20) NOT NULL UNIQUE,
    customer_id uuid NOT NULL REFERENCES public.customers (id) ON DELETE RESTRICT,
    status varchar(20) NOT NULL DEFAULT 'pending',
    subtotal_amount decimal(10, 2) NOT NULL,
    subtotal_currency char(3) NOT NULL DEFAULT 'USD',
    shipping_cost_amount decimal(10, 2) NOT NULL,
    shipping_cost_currency char(3) NOT NULL DEFAULT 'USD',
    tax_amount decimal(10, 2) NOT NULL DEFAULT 0.00,
    tax_currency char(3) NOT NULL DEFAULT 'USD',
    total_amount decimal(10, 2) NOT NULL,
    total_currency char(3) NOT NULL DEFAULT 'USD',
    shipping_street varchar(200) NOT NULL,
    shipping_city varchar(100) NOT NULL,
    shipping_state varchar(100) NOT NULL,
    shipping_postal_code varchar(20) NOT NULL,
    shipping_country char(2) NOT NULL,
    shipping_recipient_name varchar(200) NOT NULL,
    payment_type varchar(20) NOT NULL,
    payment_last_four_digits char(4),
    payment_card_brand varchar(20),
    payment_paypal_email varchar(255),
    payment_transaction_id varchar(255),
    tracking_number varchar(100),
    cancellation_reason varchar(500),
    version integer NOT NULL DEFAULT 1,
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now(),
    CONSTRAINT chk_order_status CHECK (status IN ('pending', 'confirmed', 'shipped', 'delivered', 'cancelled')),
    CONSTRAINT chk_order_amounts CHECK (
        total_amount >= 0 AND subtotal_amount >= 0 AND shipping_cost_amount >= 0 AND tax_amount >= 0
    ),
    CONSTRAINT chk_order_payment_type CHECK (payment_type IN ('credit_card', 'paypal'))
);

CREATE INDEX idx_orders_order_number ON public.orders (order_number);
CREATE INDEX idx_orders_customer ON public.orders (customer_id);
CREATE INDEX idx_orders_status ON public.orders (status);
CREATE INDEX idx_orders_created ON public.orders (created_at);
CREATE INDEX idx_orders_customer_status ON public.orders (customer_id, status);

CREATE TABLE public.order_line_items (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    order_id uuid NOT NULL REFERENCES public.orders (id) ON DELETE CASCADE,
    product_id uuid NOT NULL REFERENCES public.products (id) ON DELETE RESTRICT,
    variant_id uuid,
    product_name varchar(200) NOT NULL,
    variant_description varchar(200),
    unit_price_amount decimal(10, 2) NOT NULL,
    unit_price_currency char(3) NOT NULL DEFAULT 'USD',
    quantity integer NOT NULL,
    subtotal_amount decimal(10, 2) NOT NULL,
    subtotal_currency char(3) NOT NULL DEFAULT 'USD',
    created_at timestamp NOT NULL DEFAULT now(),
    CONSTRAINT chk_line_item_quantity CHECK (quantity > 0),
    CONSTRAINT chk_line_item_price CHECK (unit_price_amount >= 0 AND subtotal_amount >= 0)
);

CREATE INDEX idx_order_line_items_order ON public.order_line_items (order_id);
CREATE INDEX idx_order_line_items_product ON public.order_line_items (product_id);

CREATE TABLE public.order_number_sequence (
    year integer PRIMARY KEY,
    last_sequence integer NOT NULL DEFAULT 0,
    CONSTRAINT chk_sequence_positive CHECK (last_sequence >= 0)
);

CREATE TABLE public.email_queue (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    email_type varchar(50) NOT NULL,
    recipient_email varchar(255) NOT NULL,
    subject varchar(255) NOT NULL,
    reference_type varchar(50) NOT NULL,
    reference_id uuid NOT NULL,
    payload jsonb NOT NULL,
    status varchar(20) NOT NULL DEFAULT 'pending',
    retry_count integer NOT NULL DEFAULT 0,
    last_error text,
    sent_at timestamp,
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now(),
    CONSTRAINT chk_email_status CHECK (status IN ('pending', 'processing', 'sent', 'failed')),
    CONSTRAINT chk_email_type CHECK (
        email_type IN ('order_confirmation', 'order_shipped', 'order_cancelled', 'verification', 'password_reset')
    )
);

CREATE INDEX idx_email_queue_status ON public.email_queue (status);
CREATE INDEX idx_email_queue_reference ON public.email_queue (reference_type, reference_id);
CREATE INDEX idx_email_queue_dedup ON public.email_queue (email_type, reference_type, reference_id);
