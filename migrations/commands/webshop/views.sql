-- What the web shop sees of tables that it may not read.

DROP SCHEMA IF EXISTS webshop CASCADE;

CREATE SCHEMA webshop;

-- Which e-mails wait, went out or failed. What is in them, and for whom, the web shop does not see: links that
-- reset passwords are among them.
CREATE VIEW webshop.email_queue AS
SELECT id, email_type, status, created_at, updated_at, sent_at FROM public.email_queue;

-- What costs less today than usual, by which promotion, and until which day of the store's calendar: a product, or a
-- variant where it has some. Nothing that a till alone can sell.
CREATE VIEW webshop.sale_prices AS
SELECT s.id AS product_id, v.id AS variant_id, u.price AS usual_price, c.price, c.promotion, p.last_day
FROM core.sellable AS s
LEFT JOIN public.product_variants AS v ON v.product_id = s.id
CROSS JOIN LATERAL (SELECT s.price + coalesce(v.price_adjustment_amount, 0) AS price) AS u
CROSS JOIN LATERAL storedesk.price_on(s.id, v.id, s.category_id, u.price, storedesk.promotion_today()) AS c
JOIN storedesk.promotions AS p ON p.id = c.promotion_id
WHERE s.state = 'active'
  AND NOT EXISTS (SELECT FROM storedesk.product_measures AS m WHERE m.product_id = s.id);
