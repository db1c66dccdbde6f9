-- Customers: one text each to find them by, and the key that letters to them are signed with.

-- Text as people look for it: in small letters, without accents.
CREATE FUNCTION storedesk.folded(words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(normalize(lower(words), NFD), '[\u0300-\u036F]', '', 'g');

CREATE TABLE storedesk.customer_search (        -- one text a customer, kept by triggers; none of those merged into others
    customer_id uuid PRIMARY KEY REFERENCES public.customers (id) ON DELETE CASCADE,
    words text NOT NULL,
    last_name varchar(100) NOT NULL,            -- what the list is sorted by: the first of many are found without the rest
    first_name varchar(100) NOT NULL
);

CREATE TABLE storedesk.secrets (                -- read by no login: commands sign with them
    name varchar(50) PRIMARY KEY,
    secret bytea NOT NULL CHECK (octet_length(secret) >= 32),
    made_at timestamp NOT NULL DEFAULT now()
);

INSERT INTO storedesk.secrets (name, secret, made_at)
SELECT 'password_reset',
       sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
       clock_timestamp() AT TIME ZONE 'UTC';

INSERT INTO storedesk.customer_search (customer_id, words, last_name, first_name)
SELECT c.id, ' ' || storedesk.folded(concat_ws(
           ' ', c.first_name, c.last_name, CASE WHEN c.email NOT LIKE '%.invalid' THEN c.email END, a.words,
           d.phone, CASE WHEN d.phone ~ '[^0-9]' THEN regexp_replace(d.phone, '[^0-9]', '', 'g') END
       )), c.last_name, c.first_name
FROM public.customers AS c
LEFT JOIN storedesk.customer_details AS d ON d.customer_id = c.id
LEFT JOIN LATERAL (
    SELECT string_agg(concat_ws(' ', a.street, a.postal_code, a.city), ' ' ORDER BY a.id) AS words
    FROM public.customer_shipping_addresses AS a WHERE a.customer_id = c.id
) AS a ON true
WHERE d.merged_into IS NULL;

CREATE INDEX ix_customer_search_words ON storedesk.customer_search USING gin (words storedesk.gin_trgm_ops);
CREATE INDEX ix_customers_created ON public.customers (created_at, id);
CREATE INDEX ix_customer_details_merged ON storedesk.customer_details (customer_id) WHERE merged_into IS NOT NULL;
