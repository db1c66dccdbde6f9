-- The store itself: its people, what they asked for, its settings, its registers, its taxes.

CREATE TABLE storedesk.staff (                  -- signing in is connecting to PostgreSQL as `login`
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    login name NOT NULL UNIQUE,                 -- rights come from the groups it is in, not from a column
    display_name varchar(200) NOT NULL,
    kind varchar(10) NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'service')),
    is_active boolean NOT NULL DEFAULT true,
    version integer NOT NULL DEFAULT 1,
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now()
);

CREATE TABLE storedesk.requests (               -- one row per request id, written by the command itself
    id uuid PRIMARY KEY,
    staff_id uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    command varchar(50) NOT NULL,
    fingerprint bytea NOT NULL,                 -- of the arguments: the same id with other content is refused
    result jsonb,
    created_at timestamp NOT NULL DEFAULT now()
);

CREATE INDEX ix_requests_created ON storedesk.requests (created_at);

CREATE TABLE storedesk.approvals (              -- made on the approver's own connection; one use, two minutes
    id uuid PRIMARY KEY,
    request_id uuid NOT NULL,
    action varchar(50) NOT NULL,
    detail jsonb NOT NULL,
    approved_by uuid NOT NULL REFERENCES storedesk.staff (id) ON DELETE RESTRICT,
    created_at timestamp NOT NULL DEFAULT now(),
    used_at timestamp
);

CREATE INDEX ix_approvals_request ON storedesk.approvals (request_id);

CREATE TABLE storedesk.audit_event (            -- who changed what, beyond stock: prices, states, accounts, settings
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    created_at timestamp NOT NULL DEFAULT now(),
    login name NOT NULL DEFAULT session_user,
    workstation varchar(100),
    action varchar(50) NOT NULL,
    entity varchar(50) NOT NULL,
    entity_id uuid,
    old jsonb,
    new jsonb
);

CREATE INDEX ix_audit_event_entity ON storedesk.audit_event (entity, entity_id);

CREATE TABLE storedesk.store_settings (
    id boolean PRIMARY KEY DEFAULT true CHECK (id),  -- exactly one row
    name varchar(200) NOT NULL DEFAULT '(not set)',
    phone varchar(50),
    tax_id varchar(50),
    web_address varchar(500),
    logo_sha256 char(64),
    tax_mode varchar(10) NOT NULL DEFAULT 'exclusive' CHECK (tax_mode IN ('exclusive', 'inclusive')),
    first_tender varchar(20) NOT NULL DEFAULT 'cash' CHECK (first_tender IN ('cash', 'credit_card', 'paypal')),
    largest_note_amount decimal(10, 2) NOT NULL DEFAULT 100,
    pending_order_days integer NOT NULL DEFAULT 7,
    return_days integer NOT NULL DEFAULT 30,
    idle_basket_days integer NOT NULL DEFAULT 7,
    currency char(3) NOT NULL DEFAULT 'USD' CHECK (currency ~ '^[A-Z]{3}$'),
    time_zone varchar(64) NOT NULL DEFAULT 'UTC',    -- of order numbers' years and business days
    walk_in_customer_id uuid NOT NULL REFERENCES public.customers (id) ON DELETE RESTRICT,
    store_street varchar(200) NOT NULL DEFAULT '-',
    store_city varchar(100) NOT NULL DEFAULT '-',
    store_state varchar(100) NOT NULL DEFAULT '',
    store_postal_code varchar(20) NOT NULL DEFAULT '-',
    store_country char(2) NOT NULL DEFAULT 'US' CHECK (store_country ~ '^[A-Z]{2}$'),
    cash_rounding numeric(4, 2) NOT NULL DEFAULT 0.01
        CHECK (cash_rounding IN (0.01, 0.05, 0.10, 0.50, 1.00)),
    email_max_attempts integer NOT NULL DEFAULT 6 CHECK (email_max_attempts > 0),
    email_lease_seconds integer NOT NULL DEFAULT 300 CHECK (email_lease_seconds > 0),
    language varchar(10) NOT NULL DEFAULT 'en',
    is_demo boolean NOT NULL DEFAULT false,          -- never opens SMTP, shows its logins
    made_at timestamp NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1
);

CREATE TABLE storedesk.registers (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    code varchar(20) NOT NULL UNIQUE,
    name varchar(100) NOT NULL,
    is_active boolean NOT NULL DEFAULT true
);

CREATE TABLE storedesk.tax_classes (            -- hang on categories, and may be overridden per product
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name varchar(100) NOT NULL UNIQUE,
    is_default boolean NOT NULL DEFAULT false
);

CREATE UNIQUE INDEX uq_tax_class_default ON storedesk.tax_classes (is_default) WHERE is_default;

CREATE TABLE storedesk.tax_rates (              -- dated: the law changes them
    tax_class_id uuid NOT NULL REFERENCES storedesk.tax_classes (id) ON DELETE RESTRICT,
    valid_from date NOT NULL,
    name varchar(100) NOT NULL,
    rate numeric(7, 5) NOT NULL CHECK (rate >= 0 AND rate < 1),
    PRIMARY KEY (tax_class_id, valid_from)
);

CREATE TABLE storedesk.category_tax (
    category_id uuid PRIMARY KEY REFERENCES public.categories (id) ON DELETE CASCADE,
    tax_class_id uuid NOT NULL REFERENCES storedesk.tax_classes (id) ON DELETE RESTRICT
);

CREATE TABLE storedesk.product_tax (
    product_id uuid PRIMARY KEY REFERENCES public.products (id) ON DELETE CASCADE,
    tax_class_id uuid NOT NULL REFERENCES storedesk.tax_classes (id) ON DELETE RESTRICT
);
