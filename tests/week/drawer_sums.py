"""What a shop has, what that cost, and what went through its drawers: SQL over its rows.

Nothing here is shared with the program.
"""

from decimal import Decimal

from tests.week.row_sums import COUNTS, IN_TIME, RowSums

STOCK = f"""
    WITH stock AS (
        SELECT g.id, g.category_id, g.price_amount AS price, coalesce((
            SELECT sum(a.adjustment) FROM public.inventory_audit_log AS a
            WHERE a.product_id = g.id AND a.created_at < %(ends)s
                AND a.operation_type IN ('set', 'adjust', 'deduct', 'restock')
        ), 0) AS pieces, coalesce((
            SELECT sum(l.quantity) FROM public.order_line_items AS l
            JOIN public.orders AS o ON o.id = l.order_id
            WHERE l.product_id = g.id AND {COUNTS} AND {IN_TIME.format(at="o.created_at")}
        ), 0) AS sold, (
            SELECT c.cost_amount FROM storedesk.product_costs AS c
            WHERE c.product_id = g.id AND c.valid_from < %(ends)s
            ORDER BY c.valid_from DESC, c.seq DESC LIMIT 1
        ) AS cost FROM public.products AS g
    )
    SELECT {{key}}::text, count(*), sum(pieces), sum(pieces * price), sum(sold),
        sum(pieces * coalesce(cost, 0)), sum(CASE WHEN cost IS NULL THEN pieces ELSE 0 END)
    FROM stock WHERE pieces <> 0 GROUP BY 1
"""
STOCK_KEYS = {"product": "id", "category": "category_id"}
COST = """
    LEFT JOIN LATERAL (
        SELECT c.cost_amount AS unit FROM storedesk.product_costs AS c
        WHERE c.product_id = l.product_id AND c.valid_from <= o.created_at
        ORDER BY c.valid_from DESC, c.seq DESC LIMIT 1
    ) AS k ON true
    LEFT JOIN storedesk.order_line_taxes AS t ON t.order_line_item_id = l.id
"""
MARGIN = f"""
    WITH sold AS (
        SELECT l.quantity * k.unit AS cost, k.unit IS NULL AS bare, l.subtotal_amount
            / CASE WHEN %(inside)s THEN 1 + coalesce(t.rate, 0) ELSE 1 END AS net
        FROM public.orders AS o JOIN public.order_line_items AS l ON l.order_id = o.id {COST}
        WHERE {COUNTS} AND {IN_TIME.format(at="o.created_at")}
    ), back AS (
        SELECT CASE WHEN b.restocked THEN b.quantity * k.unit END AS cost, k.unit IS NULL AS bare,
            CASE WHEN %(inside)s THEN b.refund_amount / (1 + coalesce(t.rate, 0))
                ELSE b.quantity * l.unit_price_amount END AS net
        FROM storedesk.order_returns AS r
        JOIN storedesk.order_return_lines AS b ON b.return_id = r.id
        JOIN public.order_line_items AS l ON l.id = b.order_line_item_id
        JOIN public.orders AS o ON o.id = l.order_id {COST}
        WHERE {IN_TIME.format(at="r.created_at")}
    ), part AS (
        SELECT coalesce((SELECT sum(cost) FROM sold), 0) - coalesce((SELECT sum(cost) FROM back), 0)
            AS cost,
            round(%(net)s * (SELECT coalesce(sum(net) FILTER (WHERE NOT bare) / sum(net), 0)
                FROM sold), 2)
            - round(%(net_back)s * (SELECT coalesce(sum(net) FILTER (WHERE NOT bare) / sum(net), 0)
                FROM back), 2) AS costed
    )
    SELECT cost, costed, %(net)s - %(net_back)s - costed FROM part
"""
SHIFTS = "SELECT id FROM storedesk.till_sessions ORDER BY opened_at, id"
DRAWER = """
    SELECT t.opening_float_amount, coalesce(s.sales, 0), coalesce(s.gross, 0),
        coalesce(r.returns, 0), coalesce(r.returned, 0), coalesce(m.paid_in, 0),
        coalesce(m.paid_out, 0), (
            SELECT count(*) FROM storedesk.drawer_openings AS d WHERE d.till_session_id = t.id
        ), t.z_number, t.counted_cash_amount, t.counted_cash_amount - (
            t.opening_float_amount + coalesce(c.cash, 0) + coalesce(m.paid_in - m.paid_out, 0)
        ), t.opening_float_amount + coalesce(c.cash, 0) + coalesce(m.paid_in - m.paid_out, 0)
    FROM storedesk.till_sessions AS t
    LEFT JOIN (
        SELECT s.till_session_id AS id, count(*) AS sales, sum(o.total_amount) AS gross
        FROM storedesk.pos_sales AS s JOIN public.orders AS o ON o.id = s.order_id
        WHERE s.kind = 'sale' GROUP BY 1
    ) AS s ON s.id = t.id
    LEFT JOIN (
        SELECT r.till_session_id AS id, count(*) AS returns, sum(r.refund_amount) AS returned
        FROM storedesk.order_returns AS r GROUP BY 1
    ) AS r ON r.id = t.id
    LEFT JOIN (
        SELECT m.till_session_id AS id,
            coalesce(sum(m.amount) FILTER (WHERE m.kind = 'paid_in'), 0) AS paid_in,
            coalesce(sum(m.amount) FILTER (WHERE m.kind = 'paid_out'), 0) AS paid_out
        FROM storedesk.cash_movements AS m GROUP BY 1
    ) AS m ON m.id = t.id
    LEFT JOIN (
        SELECT p.till_session_id AS id, sum(
            CASE p.kind WHEN 'refund' THEN -1 ELSE 1 END * (p.amount + p.rounding_amount)
        ) AS cash FROM storedesk.order_payments AS p WHERE p.method = 'cash' GROUP BY 1
    ) AS c ON c.id = t.id
    WHERE t.id = %(shift)s
"""
"""(float, sales, gross, returns, returned, in, out, openings, Z, counted, difference, expected)"""
DRAWER_TENDERS = """
    SELECT p.method,
        coalesce(sum(p.amount + p.rounding_amount) FILTER (WHERE p.kind = 'payment'), 0),
        coalesce(sum(p.amount + p.rounding_amount) FILTER (WHERE p.kind = 'refund'), 0),
        count(*) FILTER (WHERE p.kind = 'payment'), count(*) FILTER (WHERE p.kind = 'refund')
    FROM storedesk.order_payments AS p WHERE p.till_session_id = %(shift)s GROUP BY 1
"""
DRAWER_TAXES = """
    SELECT concat(name, '/', rate), sum(base), sum(tax) FROM (
        SELECT t.name, t.rate, t.base_amount AS base, t.tax_amount AS tax
        FROM storedesk.order_tax_lines AS t JOIN storedesk.pos_sales AS s USING (order_id)
        WHERE s.till_session_id = %(shift)s AND s.kind = 'sale'
        UNION ALL
        SELECT t.name, t.rate, -t.base_amount, -t.tax_amount
        FROM storedesk.order_return_tax_lines AS t
        JOIN storedesk.order_returns AS r ON r.id = t.return_id
        WHERE r.till_session_id = %(shift)s
    ) AS taxes GROUP BY 1
"""
LEDGER = """
    SELECT kind, count(*), sum(amount) FROM (
        SELECT 'float' AS kind, t.opening_float_amount AS amount
        FROM storedesk.till_sessions AS t WHERE t.id = %(shift)s
        UNION ALL
        SELECT CASE p.kind WHEN 'refund' THEN 'refund' ELSE 'sale' END,
            CASE p.kind WHEN 'refund' THEN -1 ELSE 1 END * (p.amount + p.rounding_amount)
        FROM storedesk.order_payments AS p
        WHERE p.till_session_id = %(shift)s AND p.method = 'cash'
        UNION ALL
        SELECT m.kind, CASE m.kind WHEN 'paid_in' THEN m.amount ELSE -m.amount END
        FROM storedesk.cash_movements AS m WHERE m.till_session_id = %(shift)s
        UNION ALL
        SELECT 'no_sale', NULL FROM storedesk.drawer_openings AS d
        WHERE d.till_session_id = %(shift)s
        UNION ALL
        SELECT 'count', NULL FROM storedesk.till_session_counts AS c
        WHERE c.till_session_id = %(shift)s
        UNION ALL
        SELECT 'close', NULL FROM storedesk.till_sessions AS t
        WHERE t.id = %(shift)s AND t.closed_at IS NOT NULL
    ) AS events GROUP BY 1
"""
EXCEPTIONS = """
    SELECT kind, count(*) FROM (
        SELECT 'price' AS kind FROM storedesk.order_discounts AS d
        WHERE d.approved_by IS NOT NULL OR d.requested_by IN (
            SELECT id FROM storedesk.staff WHERE display_name = 'Cyd'
        )
        UNION ALL
        SELECT 'found' FROM storedesk.audit_event WHERE action = 'found_at_till'
        UNION ALL
        SELECT 'reference' FROM storedesk.order_payments AS p
        WHERE p.kind = 'payment' AND p.method <> 'cash' AND p.till_session_id IS NOT NULL
            AND (p.transaction_id IS NULL OR btrim(p.transaction_id) = '')
        UNION ALL
        SELECT 'refund' FROM storedesk.order_returns AS r WHERE r.id NOT IN (
            SELECT b.return_id FROM storedesk.order_return_lines AS b WHERE b.restocked
        )
        UNION ALL
        SELECT 'shift' FROM storedesk.till_sessions AS t
        WHERE t.closed_at IS NOT NULL AND t.closed_by NOT IN (
            SELECT id FROM storedesk.staff WHERE display_name = 'Cyd'
        ) AND (abs(t.difference_amount) > (
            SELECT shift_tolerance_amount FROM storedesk.store_settings
        ) OR EXISTS (
            SELECT FROM storedesk.till_session_counts AS c
            WHERE c.till_session_id = t.id AND c.is_correction
        ))
        UNION ALL
        SELECT 'paid_out' FROM storedesk.cash_movements WHERE kind = 'paid_out'
        UNION ALL
        SELECT 'no_sale' FROM storedesk.drawer_openings
    ) AS written GROUP BY 1
"""
START = """
    SELECT count(*), coalesce(sum(o.total_amount), 0) FROM public.orders AS o
    WHERE o.status IN ('confirmed', 'shipped', 'delivered')
        AND o.created_at >= %(begins)s AND o.created_at < %(ends)s
"""
WAITS = """
    SELECT count(*), coalesce(sum(o.total_amount), 0) FROM public.orders AS o
    WHERE o.status = 'confirmed'
"""


class DrawerSums(RowSums):
    """Asks a shop's database of stock, costs and drawers, past the program."""

    def stock(self, by):
        """Return (products, pieces, value, sold, cost, uncosted) by key, as of the end."""
        if by == "unsold":
            return {key: one for key, one in self.stock("product").items() if one[1] > 0 == one[3]}
        return self.ask(STOCK.format(key=STOCK_KEYS[by]))

    def margin(self, net, net_back):
        """Return cost, what was sold with one, and without; of sums without tax and shipping."""
        given = self._given | {"net": Decimal(net), "net_back": Decimal(net_back)}
        return self._shop.rows(MARGIN, given)[0]

    def shifts(self):
        """Return the keys of all shifts."""
        return [key for (key,) in self._shop.rows(SHIFTS)]

    def drawer(self, shift):
        """Return what DRAWER says of a shift."""
        return self._shop.rows(DRAWER, {"shift": shift})[0]

    def of_shift(self, words, shift):
        """Return the rows of a statement about a shift, by their first column."""
        return self.ask(words, shift=shift)
