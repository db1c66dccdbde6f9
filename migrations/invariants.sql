-- What must hold after any history of sales, faults and people at once: each query finds nothing.
-- Asked in one REPEATABLE READ READ ONLY transaction, with search_path = public, storedesk.
-- [S] the model's tables alone, [A] with ours beside them; those with S in their name are our own.

-- ===== inventory =====
-- I01 [S] 0 <= reserved_quantity <= stock_level
SELECT id FROM inventory WHERE reserved_quantity < 0 OR reserved_quantity > stock_level;
-- I02 [S] stock_level is the sum of its ledger
SELECT i.id, i.stock_level, COALESCE(SUM(a.adjustment) FILTER (WHERE a.operation_type IN ('set','adjust','deduct','restock')),0) AS ledger
FROM inventory i LEFT JOIN inventory_audit_log a ON a.inventory_id = i.id GROUP BY i.id
HAVING i.stock_level <> COALESCE(SUM(a.adjustment) FILTER (WHERE a.operation_type IN ('set','adjust','deduct','restock')),0);
-- I03 [S] reserved_quantity is the sum of its ledger
SELECT i.id, i.reserved_quantity, COALESCE(SUM(a.adjustment) FILTER (WHERE a.operation_type IN ('reserve','release','deduct')),0) AS ledger
FROM inventory i LEFT JOIN inventory_audit_log a ON a.inventory_id = i.id GROUP BY i.id
HAVING i.reserved_quantity <> COALESCE(SUM(a.adjustment) FILTER (WHERE a.operation_type IN ('reserve','release','deduct')),0);
-- I04 [S] reserved_quantity is what the open orders hold
SELECT i.product_id, i.reserved_quantity, COALESCE(o.q,0) AS held FROM inventory i
LEFT JOIN (SELECT l.product_id, SUM(l.quantity) q FROM order_line_items l JOIN orders o ON o.id = l.order_id
           WHERE o.status IN ('pending','confirmed') GROUP BY 1) o USING (product_id)
WHERE i.reserved_quantity <> COALESCE(o.q,0);
-- I05 [S] an open order's product always has an inventory row
SELECT l.product_id FROM order_line_items l JOIN orders o ON o.id = l.order_id LEFT JOIN inventory i ON i.product_id = l.product_id
WHERE o.status IN ('pending','confirmed') AND i.id IS NULL;
-- I06 [S] every product has its inventory row
SELECT p.id FROM products p LEFT JOIN inventory i ON i.product_id = p.id WHERE i.id IS NULL;
-- I07 [S] audit arithmetic
SELECT id FROM inventory_audit_log WHERE adjustment <> new_value - previous_value OR adjustment = 0 OR previous_value < 0 OR new_value < 0;
-- I08 [S] audit sign and order link per operation
SELECT id FROM inventory_audit_log WHERE
   (operation_type IN ('reserve','restock') AND adjustment < 0) OR (operation_type IN ('release','deduct') AND adjustment > 0)
   OR (operation_type IN ('reserve','release','deduct') AND order_id IS NULL) OR (operation_type IN ('set','adjust') AND order_id IS NOT NULL)
   OR btrim(reason) = '';
-- I09 [S] audit row points at the inventory of its own product
SELECT a.id FROM inventory_audit_log a JOIN inventory i ON i.id = a.inventory_id WHERE a.product_id <> i.product_id;
-- I10 [S] audit order_id (no FK in the model) exists
SELECT a.id FROM inventory_audit_log a LEFT JOIN orders o ON o.id = a.order_id WHERE a.order_id IS NOT NULL AND o.id IS NULL;
-- I11 [S] stock rows form one chain 0 -> stock_level (order-free: every value is entered as often as it is left)
SELECT inventory_id, v FROM (
  SELECT inventory_id, new_value v, 1 d FROM inventory_audit_log WHERE operation_type IN ('set','adjust','deduct','restock')
  UNION ALL SELECT inventory_id, previous_value, -1 FROM inventory_audit_log WHERE operation_type IN ('set','adjust','deduct','restock')
  UNION ALL SELECT id, 0, 1 FROM inventory UNION ALL SELECT id, stock_level, -1 FROM inventory) x
GROUP BY inventory_id, v HAVING SUM(d) <> 0;
-- I12 [A] the same chain in the order of writing (inventory_audit_log.seq, an added identity column: clocks move)
SELECT id FROM (SELECT id, previous_value, LAG(new_value,1,0) OVER (PARTITION BY inventory_id ORDER BY seq) p
  FROM inventory_audit_log WHERE operation_type IN ('set','adjust','deduct','restock')) x WHERE previous_value <> p;
-- I13 [S] per order and product the ledger matches the order's status, once
SELECT q.order_id, q.product_id, q.status, q.qty, COALESCE(a.r,0) r, COALESCE(a.l,0) l, COALESCE(a.d,0) d
FROM (SELECT l.order_id, l.product_id, o.status, SUM(l.quantity) qty FROM order_line_items l JOIN orders o ON o.id = l.order_id GROUP BY 1,2,3) q
FULL JOIN (SELECT order_id, product_id, SUM(adjustment) FILTER (WHERE operation_type='reserve') r,
   -SUM(adjustment) FILTER (WHERE operation_type='release') l, -SUM(adjustment) FILTER (WHERE operation_type='deduct') d
   FROM inventory_audit_log WHERE operation_type IN ('reserve','release','deduct') GROUP BY 1,2) a USING (order_id, product_id)
WHERE q.qty IS NULL OR COALESCE(a.r,0) <> q.qty
   OR COALESCE(a.l,0) <> CASE WHEN q.status = 'cancelled' THEN q.qty ELSE 0 END
   OR COALESCE(a.d,0) <> CASE WHEN q.status IN ('shipped','delivered') THEN q.qty ELSE 0 END;
-- I14 [S] never restocked for an order more than was deducted for it
SELECT order_id, product_id FROM inventory_audit_log WHERE order_id IS NOT NULL AND operation_type IN ('deduct','restock')
GROUP BY 1,2 HAVING SUM(adjustment) > 0;
-- I15 [S] soft-deleted product holds no reservation
SELECT p.id FROM products p JOIN inventory i ON i.product_id = p.id WHERE p.is_deleted AND i.reserved_quantity > 0;
-- ===== orders =====
-- I16 [S] an order has at least one line
SELECT o.id FROM orders o WHERE NOT EXISTS (SELECT 1 FROM order_line_items l WHERE l.order_id = o.id);
-- I17 [S] line arithmetic
SELECT id FROM order_line_items WHERE subtotal_amount <> unit_price_amount * quantity;
-- I18 [S] order subtotal is the sum of its lines
SELECT o.id FROM orders o JOIN order_line_items l ON l.order_id = o.id GROUP BY o.id HAVING o.subtotal_amount <> SUM(l.subtotal_amount);
-- I19 [S] total = subtotal + shipping + tax
SELECT id FROM orders WHERE total_amount <> subtotal_amount + shipping_cost_amount + tax_amount;
-- I20 [S] one currency in an order and its lines
SELECT o.id FROM orders o LEFT JOIN order_line_items l ON l.order_id = o.id
WHERE o.subtotal_currency <> o.total_currency OR o.shipping_cost_currency <> o.total_currency OR o.tax_currency <> o.total_currency
   OR l.unit_price_currency <> o.total_currency OR l.subtotal_currency <> o.total_currency;
-- I21 [S] order number format
SELECT id FROM orders WHERE order_number !~ '^ORD-[0-9]{4}-([0-9]{6}|[1-9][0-9]{6,9})$';
-- I22 [S] order numbers of a year are exactly 1..last_sequence (gapless, no duplicate, no orphan counter)
SELECT COALESCE(s.year, n.y) AS year FROM (SELECT * FROM order_number_sequence WHERE last_sequence > 0) s
FULL JOIN (SELECT y, COUNT(*) c, COUNT(DISTINCT n) d, MIN(n) mn, MAX(n) mx
  FROM (SELECT substring(order_number FROM '^ORD-([0-9]{4})-[0-9]+$')::int y, substring(order_number FROM '^ORD-[0-9]{4}-([0-9]+)$')::bigint n FROM orders) q
  WHERE y IS NOT NULL GROUP BY y) n ON n.y = s.year
WHERE s.last_sequence IS DISTINCT FROM n.c OR n.d <> n.c OR n.mn <> 1 OR n.mx IS DISTINCT FROM s.last_sequence;
-- I23 [S] tracking number exactly from shipping on, never before
SELECT id FROM orders WHERE (status = 'shipped' AND COALESCE(btrim(tracking_number),'') = '')
   OR (status IN ('pending','confirmed','cancelled') AND tracking_number IS NOT NULL);
-- I24 [S] cancellation reason exactly on cancelled orders
SELECT id FROM orders WHERE (status = 'cancelled') <> (COALESCE(btrim(cancellation_reason),'') <> '');
-- I25 [S] payment snapshot fits its type
SELECT id FROM orders WHERE
   (payment_type = 'credit_card' AND (payment_paypal_email IS NOT NULL OR (payment_last_four_digits IS NOT NULL AND payment_last_four_digits !~ '^[0-9]{4}$')
        OR (payment_card_brand IS NOT NULL AND payment_card_brand NOT IN ('visa','mastercard','amex'))))
   OR (payment_type = 'paypal' AND (payment_last_four_digits IS NOT NULL OR payment_card_brand IS NOT NULL OR (payment_paypal_email IS NULL AND payment_transaction_id IS NULL)))
   OR (payment_type = 'cash' AND (payment_last_four_digits IS NOT NULL OR payment_card_brand IS NOT NULL OR payment_paypal_email IS NOT NULL));
-- I26 [S] shipping snapshot is filled (state may be empty: many countries have none)
SELECT id FROM orders WHERE btrim(shipping_street)='' OR btrim(shipping_city)='' OR btrim(shipping_postal_code)='' OR btrim(shipping_recipient_name)='' OR shipping_country !~ '^[A-Z]{2}$';
-- I27 [S] a line's variant, while it still exists, belongs to the line's product
SELECT l.id FROM order_line_items l JOIN product_variants v ON v.id = l.variant_id WHERE v.product_id <> l.product_id;
-- ===== carts =====
-- I28 [S] cart line arithmetic and currency
SELECT ci.id FROM cart_items ci JOIN carts c ON c.id = ci.cart_id WHERE ci.subtotal_amount <> ci.unit_price_amount * ci.quantity
   OR ci.unit_price_currency <> c.total_price_currency OR ci.subtotal_currency <> c.total_price_currency;
-- I29 [S] cart total is the sum of its lines
SELECT c.id FROM carts c LEFT JOIN cart_items ci ON ci.cart_id = c.id GROUP BY c.id HAVING c.total_price_amount <> COALESCE(SUM(ci.subtotal_amount),0);
-- I30 [S] a cart has exactly one owner, told by is_guest
SELECT id FROM carts WHERE is_guest <> (customer_id IS NULL) OR (guest_session_id IS NULL) <> (customer_id IS NOT NULL) OR btrim(guest_session_id) = '';
-- I31 [S] one cart per customer and per guest session
SELECT customer_id::text FROM carts WHERE customer_id IS NOT NULL GROUP BY 1 HAVING COUNT(*) > 1
UNION ALL SELECT guest_session_id FROM carts WHERE guest_session_id IS NOT NULL GROUP BY 1 HAVING COUNT(*) > 1;
-- I32 [S] one line per product, variant (NULL counts) and price (one of two mugs may be marked down)
SELECT cart_id, product_id, variant_id, unit_price_amount FROM cart_items GROUP BY 1,2,3,4 HAVING COUNT(*) > 1;
-- I33 [S] a cart line's variant belongs to its product
SELECT ci.id FROM cart_items ci JOIN product_variants v ON v.id = ci.variant_id WHERE v.product_id <> ci.product_id;
-- ===== catalogue =====
-- I34 [S] the three product flags agree: is_active is derived
SELECT id FROM products WHERE is_active <> (status <> 'inactive' AND NOT is_deleted) OR (is_deleted AND status <> 'inactive');
-- I35 [S] every variant sells at 0.01 or more, in its product's currency
SELECT v.id FROM product_variants v JOIN products p ON p.id = v.product_id
WHERE p.price_amount + v.price_adjustment_amount < 0.01 OR v.price_adjustment_currency <> p.price_currency;
-- I36 [S] no two variants of a product share size and colour (NULLs equal)
SELECT product_id FROM product_variants GROUP BY product_id, lower(btrim(size)), lower(btrim(color)) HAVING COUNT(*) > 1;
-- I37 [S] SKU is trimmed and unique without regard to case
SELECT upper(btrim(sku)) FROM product_variants GROUP BY 1 HAVING COUNT(*) > 1 OR bool_or(sku <> btrim(sku) OR sku = '');
-- I38 [S] a product with images has exactly one primary
SELECT product_id FROM product_images GROUP BY 1 HAVING COUNT(*) FILTER (WHERE is_primary) <> 1;
-- I39 [S] category depth follows the parent (this alone rules out every cycle)
SELECT c.id FROM categories c LEFT JOIN categories p ON p.id = c.parent_category_id
WHERE c.depth <> CASE WHEN c.parent_category_id IS NULL THEN 1 ELSE p.depth + 1 END;
-- I40 [S] category names unique without regard to case
SELECT lower(btrim(name)) FROM categories GROUP BY 1 HAVING COUNT(*) > 1;
-- ===== customers =====
-- I41 [S] customer e-mail is normalised and unique without regard to case
SELECT lower(btrim(email)) FROM customers GROUP BY 1 HAVING COUNT(*) > 1 OR bool_or(email <> lower(btrim(email)));
-- I42 [S] registration state: registered <=> verified; token and expiry come and go together; none once verified
SELECT id FROM customers WHERE (registration_status = 'registered') <> email_verified
   OR (verification_token IS NULL) <> (verification_token_expires_at IS NULL) OR (email_verified AND verification_token IS NOT NULL);
-- I43 [S] a customer with addresses has exactly one default
SELECT customer_id FROM customer_shipping_addresses GROUP BY 1 HAVING COUNT(*) FILTER (WHERE is_default) <> 1;
-- I44 [S] a customer with payment methods has exactly one default
SELECT customer_id FROM saved_payment_methods GROUP BY 1 HAVING COUNT(*) FILTER (WHERE is_default) <> 1;
-- I45 [S] saved payment method fits its type
SELECT id FROM saved_payment_methods WHERE btrim(token) = '' OR (expires_at IS NOT NULL AND expires_at !~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
   OR (payment_type = 'credit_card' AND (paypal_email IS NOT NULL OR last_four_digits IS NULL OR last_four_digits !~ '^[0-9]{4}$' OR card_brand IS NULL OR expires_at IS NULL))
   OR (payment_type = 'paypal' AND (last_four_digits IS NOT NULL OR card_brand IS NOT NULL OR expires_at IS NOT NULL OR paypal_email IS NULL));
-- I46 [S] fixed-width codes are really codes (CHAR pads with blanks)
SELECT 'p', id FROM products WHERE price_currency !~ '^[A-Z]{3}$' UNION ALL SELECT 'c', id FROM carts WHERE total_price_currency !~ '^[A-Z]{3}$'
UNION ALL SELECT 'o', id FROM orders WHERE total_currency !~ '^[A-Z]{3}$' UNION ALL SELECT 'a', id FROM customer_shipping_addresses WHERE country !~ '^[A-Z]{2}$';
-- I47 [S] versions and clocks
SELECT id FROM orders WHERE version < 1 OR updated_at < created_at UNION ALL SELECT id FROM inventory WHERE version < 1 OR updated_at < created_at
UNION ALL SELECT id FROM products WHERE version < 1 OR updated_at < created_at UNION ALL SELECT id FROM carts WHERE version < 1 OR updated_at < created_at
UNION ALL SELECT id FROM customers WHERE version < 1 OR updated_at < created_at UNION ALL SELECT id FROM categories WHERE version < 1 OR updated_at < created_at;
-- ===== e-mail queue =====
-- I48 [S] an order's automatic e-mail of a type exists at most once (manual resends carry payload.resend_of)
SELECT email_type, reference_id FROM email_queue WHERE email_type LIKE 'order\_%' AND NOT payload ? 'resend_of' GROUP BY 1,2 HAVING COUNT(*) > 1;
-- I49 [S] the reference exists and is of the right kind
SELECT e.id FROM email_queue e LEFT JOIN orders o ON o.id = e.reference_id LEFT JOIN customers c ON c.id = e.reference_id
WHERE (e.email_type LIKE 'order\_%' AND (e.reference_type <> 'order' OR o.id IS NULL))
   OR (e.email_type IN ('verification','password_reset') AND (e.reference_type <> 'customer' OR c.id IS NULL));
-- I50 [S] an order's e-mails fit its status
SELECT e.id FROM email_queue e JOIN orders o ON o.id = e.reference_id WHERE
   (e.email_type = 'order_confirmation' AND o.status = 'pending') OR (e.email_type = 'order_shipped' AND o.status NOT IN ('shipped','delivered'))
   OR (e.email_type = 'order_cancelled' AND o.status <> 'cancelled');
-- I51 [A] no mailable order lacks the e-mail of the state it is in (.invalid = nobody to write to; till sales mail on request, imported ones never)
SELECT o.id, t.email_type FROM orders o JOIN customers c ON c.id = o.customer_id
CROSS JOIN LATERAL (VALUES ('order_confirmation', o.status IN ('confirmed','shipped','delivered')),
   ('order_shipped', o.status = 'shipped'), ('order_cancelled', o.status = 'cancelled')) t(email_type, due)
WHERE t.due AND c.email NOT LIKE '%.invalid' AND c.email ~ '^[^@[:space:]]+@[^@[:space:]]+$'
  AND EXISTS (SELECT 1 FROM order_status_history h WHERE h.order_id = o.id AND h.mailable
      AND h.to_status = CASE t.email_type WHEN 'order_confirmation' THEN 'confirmed' WHEN 'order_shipped' THEN 'shipped' ELSE 'cancelled' END)
  AND NOT EXISTS (SELECT 1 FROM pos_sales s WHERE s.order_id = o.id) AND NOT EXISTS (SELECT 1 FROM imported_orders m WHERE m.order_id = o.id)
  AND NOT EXISTS (SELECT 1 FROM email_queue e WHERE e.email_type = t.email_type AND e.reference_id = o.id);
-- I52 [S] sent_at exactly on sent rows; failed rows say why; counters sane
SELECT id FROM email_queue WHERE (status = 'sent') <> (sent_at IS NOT NULL) OR (status = 'failed' AND last_error IS NULL) OR retry_count < 0;
-- I53 [S] nothing is queued to an address that cannot exist
SELECT id FROM email_queue WHERE status IN ('pending','processing') AND (recipient_email LIKE '%.invalid' OR recipient_email !~ '^[^@[:space:]]+@[^@[:space:]]+$');
-- I54 [A] no row stays 'processing' beyond its lease (plus one sweep)
SELECT e.id FROM email_queue e, store_settings s WHERE e.status = 'processing' AND e.updated_at < (clock_timestamp() AT TIME ZONE 'UTC') - make_interval(secs => 2*s.email_lease_seconds);
-- I55 [A] retries are bounded
SELECT e.id FROM email_queue e, store_settings s WHERE (e.status IN ('pending','processing') AND e.retry_count >= s.email_max_attempts);
-- ===== additive tables =====
-- I56 [A] order number's year is the business year of created_at (stored in UTC)
SELECT o.id FROM orders o, store_settings s
WHERE substring(o.order_number FROM '^ORD-([0-9]{4})-')::int <> EXTRACT(YEAR FROM o.created_at AT TIME ZONE 'UTC' AT TIME ZONE s.time_zone);
-- I57 [A] staff ids (no FK in the model) exist
SELECT a.id FROM inventory_audit_log a LEFT JOIN staff u ON u.id = a.user_id WHERE a.user_id IS NOT NULL AND u.id IS NULL
UNION ALL SELECT p.id FROM products p LEFT JOIN staff u ON u.id = p.created_by WHERE p.created_by IS NOT NULL AND u.id IS NULL
UNION ALL SELECT p.id FROM products p LEFT JOIN staff u ON u.id = p.updated_by WHERE p.updated_by IS NOT NULL AND u.id IS NULL;
-- I58 [A] status history: starts at pending, each step legal and chained, ends at orders.status
SELECT o.id FROM orders o LEFT JOIN LATERAL (SELECT to_status FROM order_status_history h WHERE h.order_id = o.id ORDER BY order_version DESC LIMIT 1) h ON true
WHERE h.to_status IS DISTINCT FROM o.status
UNION ALL SELECT order_id FROM (SELECT order_id, from_status, to_status, LAG(to_status) OVER (PARTITION BY order_id ORDER BY order_version) p FROM order_status_history) x
WHERE from_status IS DISTINCT FROM p OR (COALESCE(from_status,'-'), to_status) NOT IN (('-','pending'),('pending','confirmed'),('pending','cancelled'),
   ('confirmed','shipped'),('confirmed','delivered'),('confirmed','cancelled'),('shipped','delivered'));
-- I59 [A] a till sale is delivered; only a till sale is delivered without tracking
SELECT o.id FROM orders o LEFT JOIN pos_sales s ON s.order_id = o.id WHERE (s.order_id IS NOT NULL AND o.status <> 'delivered')
   OR (s.order_id IS NULL AND o.status = 'delivered' AND COALESCE(btrim(o.tracking_number),'') = '');
-- I60 [A] goods leave only paid: payments of every confirmed, shipped or delivered order equal its total
SELECT o.id FROM orders o LEFT JOIN order_payments p ON p.order_id = o.id AND p.kind = 'payment'
WHERE o.status IN ('confirmed','shipped','delivered') GROUP BY o.id HAVING COALESCE(SUM(p.amount),0) <> o.total_amount;
-- I61 [A] never refunded more than paid, nor of a return more than the return says
SELECT order_id::text FROM order_payments GROUP BY order_id HAVING SUM(CASE kind WHEN 'payment' THEN amount ELSE -amount END) < 0
UNION ALL SELECT r.id::text FROM order_returns r LEFT JOIN order_payments p ON p.return_id = r.id GROUP BY r.id HAVING COALESCE(SUM(p.amount),0) <> r.refund_amount;
-- I62 [A] cancelled orders hold no money
SELECT o.id FROM orders o JOIN order_payments p ON p.order_id = o.id WHERE o.status = 'cancelled'
GROUP BY o.id HAVING SUM(CASE p.kind WHEN 'payment' THEN p.amount ELSE -p.amount END) <> 0;
-- I63 [A] orders.payment_type agrees with the tenders (store credit gives way; largest wins; a tie goes to the non-cash one)
SELECT o.id FROM orders o JOIN LATERAL (SELECT method FROM order_payments p WHERE p.order_id = o.id AND p.kind = 'payment'
   GROUP BY method ORDER BY (method = 'store_credit'), SUM(amount) DESC, (method = 'cash'), method LIMIT 1) t ON true
   WHERE o.payment_type <> CASE t.method WHEN 'store_credit' THEN 'cash' ELSE t.method END;
-- I64 [A] returned <= bought per line; only shipped or delivered orders have returns; the line is of that order
SELECT l.id FROM order_line_items l JOIN order_return_lines r ON r.order_line_item_id = l.id GROUP BY l.id HAVING SUM(r.quantity) > l.quantity
UNION ALL SELECT r.id FROM order_returns r JOIN orders o ON o.id = r.order_id WHERE o.status NOT IN ('shipped','delivered')
UNION ALL SELECT rl.id FROM order_return_lines rl JOIN order_returns r ON r.id = rl.return_id JOIN order_line_items l ON l.id = rl.order_line_item_id WHERE l.order_id <> r.order_id;
-- I65 [A] restocked for an order = its return lines marked restocked
SELECT COALESCE(a.order_id, b.order_id) FROM (SELECT order_id, product_id, SUM(adjustment) q FROM inventory_audit_log
   WHERE operation_type = 'restock' AND order_id IS NOT NULL GROUP BY 1,2) a
FULL JOIN (SELECT r.order_id, l.product_id, SUM(rl.quantity) q FROM order_return_lines rl JOIN order_returns r ON r.id = rl.return_id
   JOIN order_line_items l ON l.id = rl.order_line_item_id WHERE rl.restocked GROUP BY 1,2) b USING (order_id, product_id)
WHERE COALESCE(a.q,0) <> COALESCE(b.q,0);
-- I66 [A] one open session per register
SELECT register_id FROM till_sessions WHERE status = 'open' GROUP BY 1 HAVING COUNT(*) > 1;
-- I67 [A] a closed session's arithmetic still holds (nothing slipped in after closing)
SELECT t.id FROM till_sessions t WHERE t.status = 'closed' AND (t.difference_amount <> t.counted_cash_amount - t.expected_cash_amount
  OR t.expected_cash_amount <> t.opening_float_amount
     + COALESCE((SELECT SUM(CASE kind WHEN 'payment' THEN amount + rounding_amount ELSE -(amount + rounding_amount) END) FROM order_payments p WHERE p.till_session_id = t.id AND p.method = 'cash'),0)
     + COALESCE((SELECT SUM(CASE kind WHEN 'paid_in' THEN amount ELSE -amount END) FROM cash_movements m WHERE m.till_session_id = t.id),0));
-- I68 [A] a till sale's payments belong to the session of the sale (a collected order was paid elsewhere)
SELECT p.id FROM order_payments p JOIN pos_sales s ON s.order_id = p.order_id WHERE p.kind = 'payment' AND s.kind = 'sale' AND p.till_session_id IS DISTINCT FROM s.till_session_id;
-- I69 [A] a barcode's variant belongs to its product
SELECT b.barcode FROM product_barcodes b JOIN product_variants v ON v.id = b.variant_id WHERE v.product_id <> b.product_id;
-- I70 [A] a posted count line has applied exactly the counted difference; an unposted one nothing
SELECT l.id FROM stock_count_lines l JOIN stock_counts c ON c.id = l.stock_count_id LEFT JOIN inventory_audit_log a ON a.id = l.posted_audit_id
WHERE (c.status = 'posted' AND (COALESCE(a.adjustment,0) <> l.counted_quantity - l.stock_at_count
        OR (l.posted_audit_id IS NOT NULL AND (a.id IS NULL OR a.product_id <> l.product_id))))
   OR (c.status <> 'posted' AND l.posted_audit_id IS NOT NULL);
-- I71 [A] the walk-in customer owns no address, card, cart or mail
SELECT s.walk_in_customer_id FROM store_settings s WHERE EXISTS (SELECT 1 FROM customer_shipping_addresses a WHERE a.customer_id = s.walk_in_customer_id)
  OR EXISTS (SELECT 1 FROM saved_payment_methods m WHERE m.customer_id = s.walk_in_customer_id) OR EXISTS (SELECT 1 FROM carts c WHERE c.customer_id = s.walk_in_customer_id);
-- ===== our own =====
-- S01 [A] live quotes hold no more than is free, but for pieces found at the till and what moved since by other hands
SELECT q.product_id, q.held, i.stock_level - i.reserved_quantity AS free
FROM (
    SELECT l.product_id, SUM(l.quantity - l.found_quantity) AS held,
           MIN(t.quote_expires_at) - interval '15 minutes' AS since
    FROM till_quotes l JOIN till_carts t USING (order_id)
    WHERE t.quote_expires_at > clock_timestamp() AT TIME ZONE 'UTC' GROUP BY 1
) q JOIN inventory i USING (product_id)
WHERE q.held > i.stock_level - i.reserved_quantity
  AND NOT EXISTS (
    SELECT 1 FROM inventory_audit_log a
    WHERE a.product_id = q.product_id AND a.created_at >= q.since
      AND NOT EXISTS (SELECT 1 FROM pos_sales p WHERE p.order_id = a.order_id));
-- S02 [A] a register has one sale on its screen
SELECT register_id FROM till_carts WHERE parked_at IS NULL GROUP BY 1 HAVING COUNT(*) > 1;
-- S03 [A] a sale in progress is a guest's basket, and no order yet
SELECT t.cart_id FROM till_carts t JOIN carts c ON c.id = t.cart_id WHERE NOT c.is_guest OR c.guest_session_id NOT LIKE 'till:%'
UNION ALL SELECT t.cart_id FROM till_carts t JOIN orders o ON o.id = t.order_id;
-- S04 [A] every product is found by its name, and sold or not as its status says
SELECT p.id FROM products p LEFT JOIN product_search s ON s.product_id = p.id
WHERE s.product_id IS NULL OR strpos(s.words, storedesk.folded(p.name)) = 0 OR (s.name, s.is_deleted) <> (p.name, p.is_deleted) OR (s.on_sale AND (p.status <> 'active' OR p.is_deleted));
-- S05 [A] a code is one thing: whatever carries it as SKU and as barcode is the same product
SELECT b.barcode FROM product_barcodes b JOIN product_variants v ON upper(btrim(v.sku)) = upper(b.barcode)
WHERE b.product_id <> v.product_id OR (b.variant_id IS NOT NULL AND b.variant_id <> v.id);
-- S06 [A] the closed shifts of a register are numbered without a gap
SELECT register_id FROM till_sessions WHERE status = 'closed' OR z_number IS NOT NULL GROUP BY 1
HAVING COUNT(*) <> COALESCE(MAX(z_number), 0) OR COUNT(DISTINCT z_number) <> COUNT(*) OR bool_or(status <> 'closed');
-- S07 [A] an order's tax is the sum of its tax lines, where tax is added; where prices include it, nothing is added
SELECT o.id FROM orders o JOIN order_tax_lines t ON t.order_id = o.id CROSS JOIN store_settings s GROUP BY o.id, s.tax_mode
HAVING o.tax_amount <> CASE s.tax_mode WHEN 'exclusive' THEN SUM(t.tax_amount) ELSE 0 END;
-- S08 [A] a price that is not the list's says why
SELECT order_line_item_id FROM order_discounts WHERE btrim(reason) = '' OR list_price_amount < 0;
-- S09 [A] there is one store, and one tax for what is not taxed otherwise
SELECT 'store_settings' FROM store_settings HAVING COUNT(*) <> 1 UNION ALL SELECT 'tax_classes' FROM tax_classes WHERE is_default HAVING COUNT(*) <> 1;
-- S10 [A] a request that was answered has its answer beside it
SELECT id FROM requests WHERE result IS NULL;
-- S11 [A] every order is found by its number and by its customer's name
SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_id LEFT JOIN order_search s ON s.order_id = o.id
WHERE s.order_id IS NULL OR strpos(s.order_words, storedesk.folded(o.order_number)) = 0
OR strpos(s.customer_words, storedesk.folded(concat_ws(' ', c.first_name, c.last_name))) = 0;
-- S12 [A] every customer is found by name, but for those merged into others
SELECT c.id FROM customers c LEFT JOIN customer_details d ON d.customer_id = c.id LEFT JOIN customer_search s ON s.customer_id = c.id
WHERE (d.merged_into IS NULL) <> (s.customer_id IS NOT NULL)
OR strpos(s.words, storedesk.folded(concat_ws(' ', c.first_name, c.last_name))) = 0;
-- S31 [A] what was taken back by hand is compensated by as much, once, of the same product
SELECT u.movement_id FROM stock_undos u JOIN inventory_audit_log a ON a.id = u.movement_id JOIN inventory_audit_log b ON b.id = u.undone_by
WHERE b.product_id <> a.product_id OR b.adjustment <> -a.adjustment OR b.operation_type <> 'adjust' OR b.seq <= a.seq
  OR a.order_id IS NOT NULL OR a.operation_type NOT IN ('set', 'adjust', 'restock');
-- S32 [A] a line of an open count is the sum of what was counted since its product was last set, and remembers the stock of the first of it
SELECT l.id FROM stock_count_lines l JOIN stock_counts c ON c.id = l.stock_count_id AND c.status = 'open'
WHERE EXISTS (SELECT 1 FROM stock_count_entries e WHERE e.stock_count_id = l.stock_count_id)
  AND NOT EXISTS (SELECT 1 FROM (
    SELECT SUM(e.quantity) q, (array_agg(e.stock_then ORDER BY e.seq))[1] s FROM stock_count_entries e
    WHERE e.stock_count_id = l.stock_count_id AND e.product_id = l.product_id AND e.taken_back_at IS NULL
      AND e.seq >= COALESCE((SELECT MAX(s.seq) FROM stock_count_entries s WHERE s.stock_count_id = l.stock_count_id
        AND s.product_id = l.product_id AND s.is_set AND s.taken_back_at IS NULL), 0)
  ) x WHERE x.q = l.counted_quantity AND x.s = l.stock_at_count);
-- S44 [A] no more cash goes back for an order than was taken for it, coins and all, but for what a refund names as more
SELECT order_id FROM order_payments WHERE method = 'cash' GROUP BY order_id
HAVING SUM(CASE kind WHEN 'payment' THEN amount + rounding_amount ELSE excess_amount - amount - rounding_amount END) < 0;
-- S45 [A] of a sale in progress no more pieces have a price set by hand than were allowed it
SELECT o.cart_item_id FROM till_overrides o JOIN cart_items l ON l.id = o.cart_item_id WHERE l.quantity > o.quantity;
-- S46 [A] a cashier has every limit
SELECT k.kind FROM (VALUES ('refund_amount'), ('refund_day_amount'), ('refund_damaged_day_amount'), ('found_product_pieces'), ('found_day_pieces'), ('drawer_shift_times')) k(kind)
WHERE NOT EXISTS (SELECT 1 FROM limits l WHERE l.group_name = 'cashier' AND l.kind = k.kind);
-- S47 [A] the places of a board of quick keys are counted without a gap
SELECT category_id FROM quick_keys GROUP BY category_id HAVING MAX(place) <> COUNT(*);
-- S48 [A] what was signed off is an exception
SELECT s.id FROM exception_signoffs s WHERE NOT EXISTS (SELECT 1 FROM exceptions e WHERE e.id = s.id AND e.kind = s.kind);
-- S50 [A] whoever opened a shift is of its people, nobody is in two at once, and nobody in one that is closed
SELECT t.id::text FROM till_sessions t WHERE NOT EXISTS (SELECT 1 FROM till_session_people p WHERE p.till_session_id = t.id AND p.staff_id = t.opened_by)
UNION ALL SELECT p.till_session_id::text FROM till_session_people p JOIN till_sessions t ON t.id = p.till_session_id WHERE t.status = 'closed' AND p.left_at IS NULL
UNION ALL SELECT p.staff_id::text FROM till_session_people p WHERE p.left_at IS NULL GROUP BY 1 HAVING COUNT(*) > 1;
-- S51 [A] only the people of a shift move its money, hand over and close, or it is written down that somebody else did
SELECT w.shift, w.who FROM (
    SELECT p.till_session_id AS shift, p.created_by AS who FROM order_payments p WHERE p.till_session_id IS NOT NULL AND p.created_by IS NOT NULL
    UNION SELECT s.till_session_id, s.cashier_id FROM pos_sales s
    UNION SELECT m.till_session_id, m.created_by FROM cash_movements m
    UNION SELECT d.till_session_id, d.created_by FROM drawer_openings d
    UNION SELECT e.till_session_id, e.created_by FROM credit_entries e WHERE e.till_session_id IS NOT NULL
    UNION SELECT c.till_session_id, c.counted_by FROM till_session_counts c
    UNION SELECT t.id, t.closed_by FROM till_sessions t WHERE t.closed_by IS NOT NULL
) w WHERE NOT EXISTS (SELECT 1 FROM till_session_people p WHERE p.till_session_id = w.shift AND p.staff_id = w.who)
  AND NOT EXISTS (SELECT 1 FROM audit_event a WHERE a.entity = 'till_session' AND a.entity_id = w.shift
    AND a.action = 'work_outside_shift' AND a.new ->> 'staff_id' = w.who::text);
-- S52 [A] a shift was closed with its last count, and a correction corrects a count of the same drawer
SELECT t.id FROM till_sessions t LEFT JOIN LATERAL (SELECT c.counted_amount, c.expected_amount FROM till_session_counts c
    WHERE c.till_session_id = t.id ORDER BY c.id DESC LIMIT 1) c ON true
WHERE t.status = 'closed' AND (c.counted_amount, c.expected_amount) IS DISTINCT FROM (t.counted_cash_amount, t.expected_cash_amount)
UNION ALL SELECT x.till_session_id FROM (SELECT c.*, LAG(c.expected_amount) OVER (PARTITION BY c.till_session_id ORDER BY c.id) AS before
    FROM till_session_counts c) x WHERE x.is_correction <> (x.before IS NOT DISTINCT FROM x.expected_amount);
-- S53 [A] a register without a drawer names one that has one, and has no open shift itself
SELECT r.id FROM registers r JOIN registers d ON d.id = r.drawer_of WHERE d.drawer_of IS NOT NULL
UNION ALL SELECT r.id FROM registers r JOIN till_sessions t ON t.register_id = r.id WHERE r.drawer_of IS NOT NULL AND t.status = 'open';
-- S54 [A] only a person who was ended three times in ten minutes rests, and for ten minutes
SELECT p.login FROM login_pauses p LEFT JOIN staff s ON s.login = p.login
WHERE core.times_ended(p.login, p.paused_at) < 3 OR p.paused_until <> p.paused_at + interval '10 minutes' OR s.kind = 'service';
-- S55 [A] whoever was ended for keeping others waiting is noted, with whoever asked for it
SELECT DISTINCT b.login, b.found_at FROM blockers b
WHERE b.is_ended AND NOT EXISTS (
    SELECT 1 FROM audit_event a WHERE (a.action, a.entity) = ('end', 'session') AND a.login = b.found_by
      AND (a.new ->> 'login', (a.new ->> 'found_at')::timestamp) = (b.login, b.found_at));
-- S56 [S] the database knows the letters of C.UTF-8: elsewhere some capitals are not those of their small letters
SELECT d.datname, coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale', d.datcollate) AS locale FROM pg_database d
WHERE d.datname = current_database() AND (pg_encoding_to_char(d.encoding) <> 'UTF8' OR CASE d.datlocprovider
  WHEN 'b' THEN to_jsonb(d) ->> 'datlocale' <> 'C.UTF-8'
  WHEN 'c' THEN lower(replace(d.datcollate, '-', '')) <> 'c.utf8' OR lower(replace(d.datctype, '-', '')) <> 'c.utf8' ELSE true END);
-- S57 [A] every rule of the tables was held against every row: what an earlier version let in has been put right
SELECT k.conname AS rule, k.conrelid::regclass::text AS place FROM pg_constraint k WHERE NOT k.convalidated
  AND k.connamespace IN ('public'::regnamespace, 'storedesk'::regnamespace);
-- S60 [A] only a parcel that is on its way was called back, and its e-mail waits
SELECT r.order_id FROM shipment_recalls r JOIN orders o ON o.id = r.order_id WHERE r.ended_at IS NULL AND (o.status <> 'shipped'
  OR EXISTS (SELECT FROM email_queue e WHERE e.reference_id = o.id AND e.email_type = 'order_shipped' AND e.status = 'sent' AND e.sent_at > r.created_at));
-- S61 [A] what is low is kept: at or under its reorder point and not deleted, with its numbers, its name, and whether it is on sale and was stocked
SELECT coalesce(l.product_id, d.product_id) FROM low_stock l FULL JOIN (
    SELECT i.product_id, i.stock_level - i.reserved_quantity AS available, i.low_stock_threshold, p.name, p.status,
           i.stock_level > 0 OR EXISTS (SELECT 1 FROM inventory_audit_log a WHERE a.product_id = i.product_id) AS was_stocked
    FROM inventory i JOIN products p ON p.id = i.product_id
    WHERE i.stock_level - i.reserved_quantity <= i.low_stock_threshold AND NOT p.is_deleted
) d USING (product_id)
WHERE (l.available, l.share, l.on_sale, l.was_stocked, l.name)
   IS DISTINCT FROM (d.available, d.available::float / greatest(d.low_stock_threshold, 1), d.status = 'active', d.was_stocked, d.name);
-- S62 [A] the ranges of names know all letters of a product's words, but for those that have changed since
SELECT s.product_id FROM product_search s LEFT JOIN LATERAL (
    SELECT * FROM search_ranges r WHERE (r.first_key, r.first_name, r.first_id) <= (s.name_key, s.name, s.product_id)
    ORDER BY r.first_key DESC, r.first_name DESC, r.first_id DESC LIMIT 1) r ON true
WHERE NOT s.is_deleted AND EXISTS (SELECT 1 FROM search_ranges) AND NOT EXISTS (SELECT 1 FROM unranged_products u WHERE u.product_id = s.product_id)
  AND (r.grams @> storedesk.show_trgm(s.words) AND (s.name_key, s.name, s.product_id) <= (r.last_key, r.last_name, r.last_id)) IS NOT TRUE;
-- S63 [A] what is kept of days that are over is what their rows come to: fourteen days and one longer span in turn, and the newest day
SELECT w.begins, w.months FROM core.wrong_sums(extract(epoch FROM core.now())::bigint / 86400, 14) w;
-- S75 [A] the balance of an account of credit is the sum of its entries, each of which says what it then was, never below 0
SELECT a.id FROM credit_accounts a LEFT JOIN credit_entries e ON e.account_id = a.id
GROUP BY a.id HAVING a.balance_amount <> COALESCE(SUM(e.amount), 0) OR a.balance_amount < 0 OR COUNT(e.id) = 0
UNION ALL SELECT x.account_id FROM (SELECT e.account_id, e.balance_amount, SUM(e.amount) OVER (PARTITION BY e.account_id ORDER BY e.seq) AS running
    FROM credit_entries e) x WHERE x.balance_amount <> x.running OR x.running < 0;
-- S76 [A] credit was issued for what was paid for it, and cash for it lies in the drawer under its name
SELECT e.id FROM credit_entries e
LEFT JOIN (SELECT p.entry_id, SUM(p.amount) AS paid, SUM(p.amount) FILTER (WHERE p.method = 'cash') AS cash,
           COUNT(DISTINCT p.till_session_id) AS shifts, MIN(p.till_session_id::text) AS shift
           FROM credit_payments p GROUP BY p.entry_id) p ON p.entry_id = e.id
LEFT JOIN cash_movements m ON m.credit_entry_id = e.id
WHERE CASE WHEN e.kind IN ('issue', 'top_up')
    THEN p.paid IS DISTINCT FROM e.amount OR p.shifts <> 1 OR p.shift <> e.till_session_id::text OR m.amount IS DISTINCT FROM p.cash
        OR m.till_session_id <> e.till_session_id
    ELSE p.paid IS NOT NULL OR m.id IS NOT NULL END;
-- S77 [A] spent and given back is what orders were paid and refunded by store credit, each once, under the account's number
SELECT COALESCE(p.id, e.id) FROM (SELECT * FROM order_payments o WHERE o.method = 'store_credit') p
FULL JOIN (SELECT e.*, a.serial FROM credit_entries e JOIN credit_accounts a ON a.id = e.account_id WHERE e.order_payment_id IS NOT NULL) e
    ON e.order_payment_id = p.id
WHERE (CASE p.kind WHEN 'payment' THEN -p.amount ELSE p.amount END, p.transaction_id, p.till_session_id, p.kind = 'payment')
    IS DISTINCT FROM (e.amount, 'SC-' || CASE WHEN e.serial < 1000000 THEN LPAD(e.serial::text, 6, '0') ELSE e.serial::text END,
                      e.till_session_id, e.kind = 'redeem');
-- S78 [A] sales whose quotes are valid hold no more of an account than is on it
SELECT a.id FROM credit_accounts a JOIN till_tenders h ON h.credit_account_id = a.id JOIN till_carts t ON t.order_id = h.order_id
WHERE t.quote_expires_at > (now() AT TIME ZONE 'UTC') GROUP BY a.id, a.balance_amount HAVING SUM(h.amount) > a.balance_amount;
-- S82 [A] what a promotion is for has its days, and each of it is a category, a product or a variant
SELECT i.promotion_id, i.item_id FROM promotion_items i LEFT JOIN promotions p ON p.id = i.promotion_id
WHERE (i.first_day, i.last_day) IS DISTINCT FROM (p.first_day, p.last_day) OR num_nonnulls(i.category_id, i.product_id, i.variant_id) <> 1;
-- S83 [A] a promotion made a line cheaper, never dearer or free, and no price was set by hand besides
SELECT l.id FROM order_promotions p JOIN order_line_items l ON l.id = p.order_line_item_id
WHERE l.unit_price_amount >= p.usual_price_amount OR l.unit_price_amount < 0.01
   OR EXISTS (SELECT 1 FROM order_discounts d WHERE d.order_line_item_id = l.id);
-- S84 [A] no promotion was ended before it was made, and none has changed without saying so
SELECT p.id FROM promotions p WHERE p.ended_at < p.created_at OR p.updated_at < p.created_at OR p.version < 1
   OR p.version <> (SELECT COUNT(*) FROM audit_event a WHERE a.entity = 'promotion' AND a.entity_id = p.id);
-- S85 [A] the prints of a receipt are numbered from 1 without a gap
SELECT n.order_id FROM receipt_prints n GROUP BY n.order_id HAVING MIN(n.number) <> 1 OR MAX(n.number) <> COUNT(*);
-- S86 [A] of what came back in an exchange as much was credited as the sale cost, and all of that paid for it, at once
SELECT x.return_id FROM exchanges x JOIN order_returns r ON r.id = x.return_id JOIN orders o ON o.id = x.order_id
LEFT JOIN pos_sales s ON s.order_id = o.id
WHERE x.credited_amount <> LEAST(r.refund_amount, o.total_amount) OR o.id = r.order_id
   OR (s.till_session_id, s.created_at) IS DISTINCT FROM (r.till_session_id, r.created_at);
-- S87 [A] the account of an exchange got from its return what its sale spent of it, before anything else went on it
SELECT x.return_id FROM exchanges x
LEFT JOIN LATERAL (SELECT array_agg((p.kind = 'refund' AND p.return_id = x.return_id OR p.kind = 'payment' AND p.order_id = x.order_id)
    AND e.amount = CASE p.kind WHEN 'refund' THEN x.credited_amount ELSE -x.credited_amount END ORDER BY e.seq) AS own
    FROM credit_entries e JOIN order_payments p ON p.id = e.order_payment_id WHERE e.account_id = x.credit_account_id) y ON true
WHERE x.credit_account_id IS NOT NULL AND (y.own[1:2] IS DISTINCT FROM ARRAY[true, true] OR true = ANY (y.own[3:]));
-- S88 [A] a line that was measured has one piece; what was weighed at a price a kilogram costs weight times price, rounded once
SELECT l.id FROM line_measures m JOIN order_line_items l ON l.id = m.order_line_item_id
LEFT JOIN order_discounts d ON d.order_line_item_id = l.id
WHERE l.quantity <> 1 OR m.weight * m.kilo_price_amount IS NOT NULL AND COALESCE(d.list_price_amount, l.unit_price_amount)
    NOT IN (ROUND(m.weight * m.kilo_price_amount, 2), ROUND(m.weight * m.kilo_price_amount));
-- S89 [A] the pieces of a row of a sale are all packages, or none is
SELECT l.id FROM cart_items l JOIN till_measures m ON m.cart_item_id = l.id GROUP BY l.id, l.quantity HAVING COUNT(*) <> l.quantity;
-- S90 [A] each sale, paid order, return and cancellation that was booked since there are fiscal records has exactly one
SELECT u.order_id FROM core.unrecorded u
UNION ALL SELECT r.order_id FROM fiscal_records r GROUP BY r.order_id, r.return_id, r.open_return_id, r.kind IN ('sale', 'order') HAVING COUNT(*) > 1;
-- S91 [A] a fiscal record comes to what was booked, and its rates add up to it and are the tax lines of the order or return
SELECT r.chain_id, r.number FROM fiscal_records r JOIN orders o ON o.id = r.order_id LEFT JOIN order_returns b ON b.id = r.return_id
CROSS JOIN store_settings s
CROSS JOIN LATERAL (SELECT CASE WHEN r.kind IN ('refund', 'cancellation') THEN -1 ELSE 1 END AS sign) g
WHERE r.total_amount <> g.sign * COALESCE(b.refund_amount, o.total_amount) OR r.order_number <> o.order_number
   OR r.total_amount <> (SELECT COALESCE(SUM((t->>4)::numeric), 0) FROM jsonb_array_elements(r.rates) t)
   OR EXISTS (SELECT 1 FROM jsonb_array_elements(r.rates) t WHERE (t->>2)::numeric + (t->>3)::numeric <> (t->>4)::numeric)
   OR (SELECT COALESCE(jsonb_agg(t ORDER BY (t->>0) COLLATE "C", (t->>1)::numeric), '[]') FROM jsonb_array_elements(r.rates) t WHERE t->>0 <> '')
   <> (SELECT COALESCE(jsonb_agg(jsonb_build_array(t.name, t.rate::text, (g.sign * t.net)::text, (g.sign * t.tax)::text,
                                                   (g.sign * (t.net + t.tax))::text) ORDER BY t.name COLLATE "C", t.rate), '[]')
       FROM (SELECT l.name, l.rate, l.tax_amount AS tax, CASE s.tax_mode WHEN 'inclusive' THEN l.base_amount - l.tax_amount ELSE l.base_amount END AS net
             FROM order_tax_lines l WHERE l.order_id = o.id AND r.return_id IS NULL
             UNION ALL SELECT l.name, l.rate, l.tax_amount, CASE s.tax_mode WHEN 'inclusive' THEN l.base_amount - l.tax_amount ELSE l.base_amount END
             FROM order_return_tax_lines l WHERE l.return_id = r.return_id) t);
-- S92 [A] fiscal records are numbered from 1 without a gap in the chain of their register, each with the hash of the one before
SELECT x.chain_id, x.number FROM (
    SELECT r.*, row_number() OVER w AS place, lag(r.hash) OVER w AS before, COALESCE(t.register_id, core.chain_without_shift()) AS chain
    FROM fiscal_records r LEFT JOIN till_sessions t ON t.id = r.till_session_id WINDOW w AS (PARTITION BY r.chain_id ORDER BY r.number)) x
WHERE x.number <> x.place OR x.previous_hash IS DISTINCT FROM x.before OR x.chain_id <> x.chain;
-- S93 [A] what a sale says was taken for it is what its tenders come to, gift cards apart
SELECT c.order_id FROM till_carts c WHERE c.taken_amount <> COALESCE((SELECT SUM(h.amount) FROM till_tenders h WHERE h.order_id = c.order_id AND h.method <> 'store_credit'), 0);
-- S94 [A] money on a card is a tender of its sale or a payment of its order, once and as much; open questions have their sale
SELECT t.id FROM terminal_payments t LEFT JOIN till_tenders h ON h.id = t.id LEFT JOIN order_payments p ON p.id = t.id
WHERE CASE WHEN t.is_attached
    THEN num_nonnulls(h.id, p.id) <> 1 OR (COALESCE(h.order_id, p.order_id), COALESCE(h.amount, p.amount), COALESCE(h.method, p.method))
        IS DISTINCT FROM (t.order_id, t.amount, 'credit_card')
    ELSE num_nonnulls(h.id, p.id) <> 0
        OR t.state IN ('asked', 'unknown') AND NOT EXISTS (SELECT FROM till_carts c WHERE c.order_id = t.order_id) END;
-- S95 [A] the simulator of card terminals charges in a demo store only, and never more at once than one payment a sale
SELECT t.id FROM terminal_payments t WHERE t.terminal = 'simulator' AND NOT EXISTS (SELECT FROM demo_marks)
UNION ALL SELECT t.order_id FROM terminal_payments t WHERE t.state IN ('asked', 'unknown', 'returning') GROUP BY t.order_id HAVING COUNT(*) > 1;
-- S98 [A] a return without a receipt comes to its lines and their taxes, and no piece to more than the lowest price of those 90 days
SELECT r.id FROM open_returns r CROSS JOIN store_settings s
LEFT JOIN (SELECT l.open_return_id, SUM(l.value_amount) AS worth FROM open_return_lines l GROUP BY l.open_return_id) l ON l.open_return_id = r.id
LEFT JOIN (SELECT t.open_return_id, SUM(t.tax_amount) AS tax FROM open_return_tax_lines t GROUP BY t.open_return_id) t ON t.open_return_id = r.id
WHERE r.value_amount IS DISTINCT FROM l.worth + CASE s.tax_mode WHEN 'inclusive' THEN 0 ELSE COALESCE(t.tax, 0) END
UNION ALL SELECT r.id FROM open_returns r JOIN open_return_lines l ON l.open_return_id = r.id
LEFT JOIN order_line_items i ON i.id = l.lowest_line_id LEFT JOIN orders o ON o.id = i.order_id
WHERE (l.unit_value_amount <= i.unit_price_amount AND i.product_id = l.product_id AND i.variant_id IS NOT DISTINCT FROM l.variant_id
       AND o.created_at BETWEEN r.created_at - interval '90 days 1 minute' AND r.created_at) IS NOT TRUE;
-- S99 [A] the money for a return without a receipt went to credit or out of its drawer, once and as much, has a fiscal record, and its goods are in the ledger
SELECT r.id FROM open_returns r LEFT JOIN credit_entries e ON e.open_return_id = r.id LEFT JOIN cash_movements m ON m.open_return_id = r.id
LEFT JOIN fiscal_records f ON f.open_return_id = r.id
WHERE CASE WHEN r.in_cash
    THEN e.id IS NOT NULL OR (m.amount, m.till_session_id) IS DISTINCT FROM (r.value_amount + r.rounding_amount, r.till_session_id)
    ELSE m.id IS NOT NULL OR (e.amount, e.till_session_id) IS DISTINCT FROM (r.value_amount, r.till_session_id) END
   OR (f.total_amount, f.till_session_id) IS DISTINCT FROM (-r.value_amount, r.till_session_id)
UNION ALL SELECT r.id FROM open_returns r JOIN open_return_lines l ON l.open_return_id = r.id AND l.restocked
GROUP BY r.id, r.serial, r.created_at, l.product_id
HAVING SUM(l.quantity) IS DISTINCT FROM (SELECT SUM(a.adjustment) FROM inventory_audit_log a
    WHERE a.product_id = l.product_id AND a.operation_type = 'restock' AND a.order_id IS NULL
      AND a.reason LIKE storedesk.open_return_number(r.serial) || ': %' AND a.created_at = r.created_at);
-- S100 [A] a pending order is never paid in full and nothing of it went back; what was paid is its deposits, each taken in a shift
SELECT o.id FROM orders o JOIN order_payments p ON p.order_id = o.id WHERE o.status = 'pending' GROUP BY o.id, o.total_amount
HAVING SUM(p.amount) >= o.total_amount OR bool_or(p.kind = 'refund') OR bool_or(p.till_session_id IS NULL)
    OR COUNT(DISTINCT p.created_at) <> (SELECT COUNT(*) FROM order_changes c WHERE c.order_id = o.id AND c.what = 'deposit');
-- S101 [A] no order of which something was paid has expired
SELECT h.order_id FROM order_status_history h JOIN order_payments p ON p.order_id = h.order_id
WHERE h.to_status = 'cancelled' AND h.note = 'expired: not paid' AND h.from_status = 'pending';
-- S102 [A] each signature belongs to one fiscal record and its hash, and the simulator signs in a demo store only
SELECT s.chain_id, s.number FROM fiscal_signatures s LEFT JOIN fiscal_records r ON r.chain_id = s.chain_id AND r.number = s.number
WHERE r.hash IS DISTINCT FROM s.hash OR s.signer = 'simulator' AND NOT EXISTS (SELECT FROM demo_marks);
