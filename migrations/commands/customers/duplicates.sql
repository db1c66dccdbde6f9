-- Customers who may be in the store twice.

-- Customers who may be the same person as the one about to be written, and why: `email` (the same), `place` (the
-- same name and postal code), `phone` (the same name and number), `same` or `name` (the same name, or nearly). The
-- likeliest come first, five at most; `apart_from` is the customer who is being edited.
CREATE FUNCTION api.twins(
    first_name text, last_name text, email text DEFAULT '', postal_code text DEFAULT '', phone text DEFAULT '',
    apart_from uuid DEFAULT NULL
) RETURNS TABLE (customer_id uuid, why text)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 5
SET search_path = pg_catalog, pg_temp SET pg_trgm.word_similarity_threshold = 0.5 AS $$
DECLARE
    walk_in uuid := (SELECT s.walk_in_customer_id FROM storedesk.store_settings AS s);
    full_name text := storedesk.folded(concat_ws(' ', first_name, last_name));
    place text := storedesk.folded(postal_code);
    -- 2 where the name is too short to compare
    likely real := CASE WHEN length(full_name) < 5 OR full_name NOT LIKE '% %' THEN 2 ELSE 0 END;
BEGIN
    RETURN QUERY
    WITH same_email AS (
        SELECT c.id FROM public.customers AS c WHERE lower(btrim(c.email)) = lower(btrim(twins.email))
    ), near_names AS MATERIALIZED (
        SELECT c.id, storedesk.folded(c.first_name || ' ' || c.last_name) AS name,
               storedesk.similarity(full_name, storedesk.folded(c.first_name || ' ' || c.last_name)) AS nearness
        FROM storedesk.customer_search AS s JOIN public.customers AS c ON c.id = s.customer_id
        WHERE likely = 0 AND full_name OPERATOR(storedesk.<%) s.words
    ), known AS (
        SELECT e.id, 'email' AS why, 4 AS rank, 1::real AS nearness FROM same_email AS e
        UNION ALL
        SELECT n.id,
               CASE WHEN n.name = full_name AND place <> '' AND EXISTS (
                        SELECT FROM public.customer_shipping_addresses AS a
                        WHERE a.customer_id = n.id AND storedesk.folded(a.postal_code) = place) THEN 'place'
                    WHEN n.name = full_name AND EXISTS (
                        SELECT FROM storedesk.customer_details AS d
                        WHERE d.customer_id = n.id AND core.is_same_phone(d.phone, twins.phone)) THEN 'phone'
                    WHEN n.name = full_name THEN 'same'
                    ELSE 'name' END,
               0, n.nearness
        FROM near_names AS n WHERE n.nearness >= 0.5
    ), best AS (
        SELECT DISTINCT ON (k.id) k.id, k.why, k.nearness,
               k.rank + CASE k.why WHEN 'place' THEN 3 WHEN 'phone' THEN 2 WHEN 'same' THEN 1 ELSE 0 END AS rank
        FROM known AS k
        WHERE k.id <> walk_in AND k.id IS DISTINCT FROM apart_from
        ORDER BY k.id, k.rank DESC
    )
    SELECT b.id, b.why FROM best AS b ORDER BY b.rank DESC, b.nearness DESC, b.id LIMIT 5;
END $$;
