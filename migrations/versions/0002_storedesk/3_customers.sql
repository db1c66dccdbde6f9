-- What the model has no place for about a customer.

CREATE TABLE storedesk.customer_details (
    customer_id uuid PRIMARY KEY REFERENCES public.customers (id) ON DELETE CASCADE,
    phone varchar(50),
    note text,
    marketing_consent_at timestamp,
    merged_into uuid REFERENCES public.customers (id)
);

CREATE TABLE storedesk.customer_history (       -- a person's old values: erasable, unlike audit_event, which names fields only
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id uuid NOT NULL REFERENCES public.customers (id) ON DELETE CASCADE,
    changed_at timestamp NOT NULL DEFAULT now(),
    changed_by uuid REFERENCES storedesk.staff (id),
    old jsonb NOT NULL
);

CREATE INDEX ix_customer_history_customer ON storedesk.customer_history (customer_id);
