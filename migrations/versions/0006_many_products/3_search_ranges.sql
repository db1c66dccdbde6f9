-- Which letters are where in the order of names, so that a search looks only there: see core.range_products. A
-- revision that writes the words of products anew empties search_ranges; the day's maintenance fills it.

CREATE TABLE storedesk.search_ranges (       -- products that follow upon each other in the order of names
    place int PRIMARY KEY,
    first_key text NOT NULL,                 -- the first of them
    first_name varchar(200) NOT NULL,
    first_id uuid NOT NULL,
    last_key text NOT NULL,                  -- and the last
    last_name varchar(200) NOT NULL,
    last_id uuid NOT NULL,
    grams text[] NOT NULL                    -- all that three letters in a row are in their words
);

CREATE INDEX ix_search_ranges_first ON storedesk.search_ranges (first_key, first_name, first_id);
CREATE INDEX ix_search_ranges_grams ON storedesk.search_ranges USING gin (grams);

CREATE TABLE storedesk.unranged_products (   -- products of which the ranges do not know yet
    product_id uuid PRIMARY KEY REFERENCES public.products (id) ON DELETE CASCADE,
    change uuid NOT NULL DEFAULT gen_random_uuid()   -- another one with each change
);
