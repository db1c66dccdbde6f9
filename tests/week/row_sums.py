"""What a shop has sold, added up in SQL from its rows: nothing here is shared with the program.

Each function answers rows as a dict, by the key that the program has for them. The parameters of
the statements are: zone, begins and ends (UTC without zone), and inside: whether prices include
tax.
"""

from decimal import Decimal

LOCAL = "timezone(%(zone)s, timezone('UTC', {at}))"
DAY = f"({LOCAL})::date"
COUNTS = "o.status IN ('confirmed', 'shipped', 'delivered')"
IN_TIME = "{at} >= %(begins)s AND {at} < %(ends)s"
TAX = """
    CASE WHEN %(inside)s THEN coalesce((
        SELECT sum(t.tax_amount) FROM storedesk.order_tax_lines AS t WHERE t.order_id = o.id
    ), 0) ELSE o.tax_amount END
"""
TAX_BACK = """
    CASE WHEN %(inside)s THEN coalesce((
        SELECT sum(t.tax_amount) FROM storedesk.order_return_tax_lines AS t WHERE t.return_id = r.id
    ), 0) ELSE (
        SELECT sum(b.refund_amount - b.quantity * l.unit_price_amount)
        FROM storedesk.order_return_lines AS b
        JOIN public.order_line_items AS l ON l.id = b.order_line_item_id WHERE b.return_id = r.id
    ) END
"""
SALES = f"""
    SELECT {{sold}}::text AS key, count(*) AS orders, sum((
        SELECT sum(l.quantity) FROM public.order_line_items AS l WHERE l.order_id = o.id
    )) AS pieces, sum(o.total_amount) AS paid, sum({TAX}) AS tax, sum(coalesce((
        SELECT sum((d.list_price_amount - l.unit_price_amount) * l.quantity)
        FROM public.order_line_items AS l JOIN storedesk.order_discounts AS d
            ON d.order_line_item_id = l.id WHERE l.order_id = o.id
    ), 0)) AS discounts
    FROM public.orders AS o LEFT JOIN storedesk.pos_sales AS s ON s.order_id = o.id
    WHERE {COUNTS} AND {IN_TIME.format(at="o.created_at")} GROUP BY 1
"""
BACK = f"""
    SELECT {{back}}::text AS key, sum(r.refund_amount) AS refunded, sum({TAX_BACK}) AS refunded_tax
    FROM storedesk.order_returns AS r
    LEFT JOIN storedesk.till_sessions AS h ON h.id = r.till_session_id
    WHERE {IN_TIME.format(at="r.created_at")} GROUP BY 1
"""
TIMES = {
    "day": DAY,
    "week": f"date_trunc('week', {LOCAL})::date",
    "month": f"date_trunc('month', {LOCAL})::date",
    "hour": f"extract(hour FROM {LOCAL})::int",
}
WHOSE = {
    "person": ("s.cashier_id", "r.created_by"),
    "register": ("s.register_id", "h.register_id"),
}
WHAT = {
    "category": "(SELECT g.category_id FROM public.products AS g WHERE g.id = l.product_id)",
    "product": "l.product_id",
    "variant": "l.product_id || '/' || coalesce(l.variant_id::text, '')",
}
SHARE = "coalesce(share, 0)"
SPREAD = """
    round(
        {total} * sum({share}) OVER (ORDER BY key COLLATE "C") / nullif(sum({share}) OVER (), 0), 2
    )
"""
"""A total up to a row, in whole cents: a row has of it what is more than at the row before."""
LINES = f"""
    WITH sold AS (
        SELECT {{what}}::text AS key, sum(l.quantity) AS pieces, sum(l.subtotal_amount) AS amount,
            sum((d.list_price_amount - l.unit_price_amount) * l.quantity) AS discounts,
            sum(l.subtotal_amount * t.rate / CASE WHEN %(inside)s THEN 1 + t.rate ELSE 1 END)
                AS share
        FROM public.orders AS o JOIN public.order_line_items AS l ON l.order_id = o.id
        LEFT JOIN storedesk.order_line_taxes AS t ON t.order_line_item_id = l.id
        LEFT JOIN storedesk.order_discounts AS d ON d.order_line_item_id = l.id
        WHERE {COUNTS} AND {IN_TIME.format(at="o.created_at")} GROUP BY 1
    ), taxed AS (
        SELECT coalesce(sum({TAX}), 0) AS tax FROM public.orders AS o
        WHERE {COUNTS} AND {IN_TIME.format(at="o.created_at")}
    ), upto AS (
        SELECT key, {SPREAD.format(total="(SELECT tax FROM taxed)", share=SHARE)} AS tax FROM sold
    ), taxes AS (
        SELECT key, tax - coalesce(lag(tax) OVER (ORDER BY key COLLATE "C"), 0) AS tax FROM upto
    ), back AS (
        SELECT {{what}}::text AS key, sum(b.refund_amount) AS refunded,
            sum(b.refund_amount - b.quantity * l.unit_price_amount) AS added,
            sum(b.refund_amount * t.rate / (1 + t.rate)) AS share
        FROM storedesk.order_returns AS r
        JOIN storedesk.order_return_lines AS b ON b.return_id = r.id
        JOIN public.order_line_items AS l ON l.id = b.order_line_item_id
        LEFT JOIN storedesk.order_line_taxes AS t ON t.order_line_item_id = l.id
        WHERE {IN_TIME.format(at="r.created_at")} GROUP BY 1
    ), taxed_back AS (
        SELECT coalesce(sum({TAX_BACK}), 0) AS tax FROM storedesk.order_returns AS r
        WHERE {IN_TIME.format(at="r.created_at")}
    ), upto_back AS (
        SELECT key, {SPREAD.format(total="(SELECT tax FROM taxed_back)", share=SHARE)} AS tax
        FROM back
    ), taxes_back AS (
        SELECT key, tax - coalesce(lag(tax) OVER (ORDER BY key COLLATE "C"), 0) AS tax
        FROM upto_back
    )
    SELECT key, 0 AS orders, coalesce(s.pieces, 0),
        coalesce(s.amount + CASE WHEN %(inside)s THEN 0 ELSE coalesce(t.tax, 0) END, 0),
        coalesce(t.tax, 0), coalesce(s.discounts, 0), coalesce(b.refunded, 0),
        CASE WHEN %(inside)s THEN coalesce(u.tax, 0) ELSE coalesce(b.added, 0) END
    FROM sold AS s LEFT JOIN taxes AS t USING (key) FULL JOIN (
        back AS b LEFT JOIN taxes_back AS u USING (key)
    ) USING (key)
"""
SHIPPED = f"""
    SELECT coalesce((
        SELECT sum(o.shipping_cost_amount) FROM public.orders AS o
        WHERE {COUNTS} AND {IN_TIME.format(at="o.created_at")}
    ), 0), coalesce((
        SELECT sum(r.shipping_amount) FROM storedesk.order_returns AS r
        WHERE {IN_TIME.format(at="r.created_at")}
    ), 0)
"""
TENDERS = f"""
    SELECT p.method, count(*) FILTER (WHERE p.kind = 'payment'),
        coalesce(sum(p.amount + p.rounding_amount) FILTER (WHERE p.kind = 'payment'), 0),
        coalesce(sum(CASE p.kind WHEN 'payment' THEN p.rounding_amount
            ELSE -p.rounding_amount END), 0),
        count(*) FILTER (WHERE p.kind = 'refund'),
        coalesce(sum(p.amount + p.rounding_amount) FILTER (WHERE p.kind = 'refund'), 0)
    FROM storedesk.order_payments AS p WHERE {IN_TIME.format(at="p.created_at")} GROUP BY 1
"""
RATES = f"""
    SELECT concat(name, '/', rate), sum(base) FILTER (WHERE NOT back),
        sum(tax) FILTER (WHERE NOT back), coalesce(sum(base) FILTER (WHERE back), 0),
        coalesce(sum(tax) FILTER (WHERE back), 0)
    FROM (
        SELECT false AS back, t.name, t.rate, t.tax_amount AS tax,
            t.base_amount - CASE WHEN %(inside)s THEN t.tax_amount ELSE 0 END AS base
        FROM public.orders AS o JOIN storedesk.order_tax_lines AS t ON t.order_id = o.id
        WHERE {COUNTS} AND {IN_TIME.format(at="o.created_at")}
        UNION ALL
        SELECT true, t.name, t.rate, t.tax_amount,
            t.base_amount - CASE WHEN %(inside)s THEN t.tax_amount ELSE 0 END
        FROM storedesk.order_returns AS r
        JOIN storedesk.order_return_tax_lines AS t ON t.return_id = r.id
        WHERE {IN_TIME.format(at="r.created_at")}
    ) AS taxes GROUP BY 1
"""
RETURN_KEYS = {
    "reason": "lower(r.reason)", "person": "r.created_by", "register": "h.register_id",
    **{name: words.format(at="r.created_at") for name, words in TIMES.items() if name != "hour"},
}  # fmt: skip
RETURNS = f"""
    SELECT {{key}}::text, count(*), sum(x.pieces), sum(x.damaged), sum(r.refund_amount),
        sum({TAX_BACK}), sum(r.shipping_amount)
    FROM storedesk.order_returns AS r
    LEFT JOIN storedesk.till_sessions AS h ON h.id = r.till_session_id
    JOIN (
        SELECT b.return_id, sum(b.quantity) AS pieces,
            sum(CASE WHEN b.restocked THEN 0 ELSE b.quantity END) AS damaged
        FROM storedesk.order_return_lines AS b GROUP BY 1
    ) AS x ON x.return_id = r.id
    WHERE {IN_TIME.format(at="r.created_at")} GROUP BY 1
"""
GIVEN_KEYS = {
    "reason": "lower(d.reason)", "person": "d.requested_by", "promotion": "d.promotion_id",
    "register": "s.register_id", **WHAT,
}  # fmt: skip
GIVEN = f"""
    WITH lines AS (
        SELECT l.id, l.order_id, {{sold}}::text AS sold, l.quantity,
            d.{{listed}} - l.unit_price_amount AS off, d.{{listed}} AS listed,
            {COUNTS} AND {IN_TIME.format(at="o.created_at")} AS counts
        FROM storedesk.{{table}} AS d, public.order_line_items AS l, public.orders AS o
        LEFT JOIN storedesk.pos_sales AS s ON s.order_id = o.id
        WHERE l.id = d.order_line_item_id AND o.id = l.order_id
    ), went AS (
        SELECT sold AS key, count(*) AS lines, sum(quantity) AS pieces,
            sum(listed * quantity) AS listed,
            coalesce(sum(off * quantity) FILTER (WHERE off > 0), 0) AS given,
            coalesce(-sum(off * quantity) FILTER (WHERE off < 0), 0) AS raised,
            count(DISTINCT order_id) AS orders
        FROM lines WHERE counts GROUP BY 1
    ), came AS (
        SELECT {{back}}::text AS key, sum(b.quantity) AS pieces,
            coalesce(sum(l.off * b.quantity) FILTER (WHERE l.off > 0), 0) AS given
        FROM storedesk.order_returns AS r, storedesk.order_return_lines AS b, lines AS l
        WHERE b.return_id = r.id AND l.id = b.order_line_item_id
            AND {IN_TIME.format(at="r.created_at")} GROUP BY 1
    )
    SELECT key, coalesce(w.lines, 0), coalesce(w.pieces, 0), coalesce(w.listed, 0),
        coalesce(w.given, 0), coalesce(w.raised, 0), coalesce(w.orders, 0),
        coalesce(c.pieces, 0), coalesce(c.given, 0)
    FROM (SELECT coalesce(key, '') AS key, lines, pieces, listed, given, raised, orders FROM went)
        AS w
    FULL JOIN (SELECT coalesce(key, '') AS key, pieces, given FROM came) AS c USING (key)
"""
LISTED = {
    "order_discounts": "list_price_amount", "order_promotions": "usual_price_amount",
}  # fmt: skip


class RowSums:
    """Asks a shop's database past the program."""

    def __init__(self, shop, begins, ends):
        self._shop = shop
        self._given = {
            "zone": shop.zone.key, "begins": begins, "ends": ends,
            "inside": shop.mode == "inclusive",
        }  # fmt: skip

    def ask(self, words, **more):
        """Return rows by the first column; None is nobody."""
        found = self._shop.rows(words, self._given | more)
        return {"" if key is None else str(key): tuple(rest) for key, *rest in found}

    def sales(self, by):
        """Return (orders, pieces, paid, tax, discounts, refunded, refunded tax) by key."""
        if by in WHAT:
            found = self.ask(LINES.format(what=WHAT[by]))
            shipped, back = self.shipped()
            if shipped or back:
                found["shipping"] = (0, 0, shipped, Decimal(0), Decimal(0), back, Decimal(0))
            return found
        sold, back = WHOSE.get(by) or (
            TIMES[by].format(at="o.created_at"), TIMES[by].format(at="r.created_at")
        )  # fmt: skip
        went, came = self.ask(SALES.format(sold=sold)), self.ask(BACK.format(back=back))
        nothing = (0, 0, Decimal(0), Decimal(0), Decimal(0)), (Decimal(0), Decimal(0))
        return {
            key: went.get(key, nothing[0]) + came.get(key, nothing[1])
            for key in went.keys() | came.keys()
        }

    def shipped(self):
        """Return what shipping came to, and what of it was refunded."""
        return self._shop.rows(SHIPPED, self._given)[0]

    def tenders(self):
        """Return (payments, paid, rounding, refunds, refunded) by method."""
        return self.ask(TENDERS)

    def rates(self):
        """Return (sales, tax, returns, tax back) by name and rate."""
        return self.ask(RATES)

    def returns(self, by):
        """Return (returns, pieces, damaged, refunded, tax, shipping) by key."""
        return self.ask(RETURNS.format(key=RETURN_KEYS[by]))

    def given(self, table, by):
        """Return (lines, pieces, listed, given, raised, orders, pieces back, given back) by key.

        `table` says of which lines: order_discounts or order_promotions.
        """
        sold = "''" if by == "all" else GIVEN_KEYS.get(by) or TIMES[by].format(at="o.created_at")
        back = TIMES[by].format(at="r.created_at") if by in TIMES else "l.sold"
        return self.ask(GIVEN.format(
            table=table, listed=LISTED[table], sold=sold, back=back,
        ))  # fmt: skip
