"""The statements of the sales report: plain SQL over the rows, summed up where they are.

But for tenders and rates of tax, sums of days that are over are read in their place: see
`day_sums`. Each statement takes begins and ends, UTC; those by time take starts, the first instant
of each row, and those by the hour zone.
"""

from functools import cache
from typing import Any

from sqlalchemy import TextClause, text

from storedesk.domain.reports import NOBODY, PAST, SHIPPING, Asked, Grouping

ROOM = text("""
    SELECT set_config('work_mem', '32MB', true),
        set_config('max_parallel_workers_per_gather', '0', true),
        set_config('plan_cache_mode', 'force_custom_plan', true)
""")
"""So that a year of lines is joined in memory, a report has one processor, tills the others, and it
is planned for its own period, however often it was asked on this line."""
IS_INSIDE = text("SELECT tax_mode = 'inclusive' FROM storedesk.store_settings")
"""Whether prices include tax."""
SOLD = """
    o.created_at >= :begins AND o.created_at < :ends AND o.status NOT IN ('pending', 'cancelled')
"""
"""Paid, and not canceled since: as on the start page."""
TAKEN = "r.created_at >= :begins AND r.created_at < :ends"
DISCOUNT = "(d.list_price_amount - l.unit_price_amount) * l.quantity"

ORDERS = """
    SELECT {key}, count(*), sum(o.total_amount), sum(o.tax_amount), sum(o.shipping_cost_amount)
    FROM public.orders AS o {joins} WHERE {sold} GROUP BY 1
"""
INSIDE = """
    SELECT {key}, sum(t.tax_amount)
    FROM public.orders AS o JOIN storedesk.order_tax_lines AS t ON t.order_id = o.id {joins}
    WHERE {sold} AND o.tax_amount = 0 GROUP BY 1
"""
"""The tax that is included; where tax is added, it is in the order."""
PIECES = """
    SELECT {key}, sum(l.quantity)
    FROM public.orders AS o JOIN public.order_line_items AS l ON l.order_id = o.id {joins}
    WHERE {sold} GROUP BY 1
"""
DISCOUNTS = """
    SELECT {key}, sum({discount})
    FROM storedesk.order_discounts AS d
    JOIN public.order_line_items AS l ON l.id = d.order_line_item_id
    JOIN public.orders AS o ON o.id = l.order_id {joins}
    WHERE {sold} GROUP BY 1
"""
RETURNS = """
    SELECT {key}, sum(r.refund_amount), sum(r.shipping_amount), sum(
        r.refund_amount - r.shipping_amount - (
            SELECT sum(b.quantity * l.unit_price_amount) FROM storedesk.order_return_lines AS b
            JOIN public.order_line_items AS l ON l.id = b.order_line_item_id
            WHERE b.return_id = r.id
        )
    ), sum(CASE WHEN o.tax_amount = 0 THEN (
        SELECT sum(t.tax_amount) FROM storedesk.order_return_tax_lines AS t
        WHERE t.return_id = r.id
    ) END)
    FROM storedesk.order_returns AS r JOIN public.orders AS o ON o.id = r.order_id {joins}
    WHERE {taken} GROUP BY 1
"""
"""What was refunded; of it shipping, tax that had been added, and tax that was included."""

RATES = text(f"""
    SELECT t.name, t.rate, sum(t.base_amount), sum(t.tax_amount)
    FROM public.orders AS o JOIN storedesk.order_tax_lines AS t ON t.order_id = o.id
    WHERE {SOLD} GROUP BY 1, 2
""")  # noqa: S608 - our own words
RATES_BACK = text(f"""
    SELECT t.name, t.rate, sum(t.base_amount), sum(t.tax_amount)
    FROM storedesk.order_returns AS r
    JOIN storedesk.order_return_tax_lines AS t ON t.return_id = r.id
    WHERE {TAKEN} GROUP BY 1, 2
""")  # noqa: S608 - our own words
TENDERS = text("""
    SELECT p.method, p.kind, count(*), sum(p.amount + p.rounding_amount), sum(p.rounding_amount)
    FROM storedesk.order_payments AS p
    WHERE p.created_at >= :begins AND p.created_at < :ends
    GROUP BY 1, 2
""")
PEOPLE = text("SELECT id, display_name FROM storedesk.staff")
REGISTERS = text("SELECT id, name FROM storedesk.registers")

SELECT_ORDERS = "SELECT o.id, o.created_at, o.total_amount FROM public.orders AS o"
HAS_LINE = """
    SELECT FROM public.order_line_items AS l JOIN public.products AS g ON g.id = l.product_id
    WHERE l.order_id = o.id AND {named} = :key
"""
HAS_TAX = "SELECT FROM storedesk.order_tax_lines AS t WHERE t.order_id = o.id"
HAS_RATE = f"{HAS_TAX} AND concat(t.name, '/', t.rate) = :key"
PAID_SO = """
    {orders} WHERE o.id IN (
        SELECT p.order_id FROM storedesk.order_payments AS p
        WHERE p.method = :key AND p.created_at >= :begins AND p.created_at < :ends
    )
"""

LINE_KEYS = {
    Grouping.CATEGORY: "CAST(g.category_id AS text)",
    Grouping.PRODUCT: "CAST(g.id AS text)",
    Grouping.VARIANT: "concat(g.id, '/', l.variant_id)",
}
LINE_NAMES = {
    Grouping.CATEGORY: "min(c.name)",
    Grouping.PRODUCT: "min(g.name)",
    Grouping.VARIANT: "concat_ws(', ', min(g.name), nullif(max(l.variant_description), ''))",
}
"""What they are called, where products are g and their categories c."""
_SHIFT = "LEFT JOIN storedesk.till_sessions AS h ON h.id = {table}.till_session_id"
_TILL = "LEFT JOIN storedesk.pos_sales AS p ON p.order_id = o.id"


def given(asked: Asked) -> dict[str, Any]:
    """Return what the statements take."""
    return {
        "begins": asked.window.begins, "ends": asked.window.ends,
        "starts": list(asked.starts), "zone": asked.zone,
    }  # fmt: skip


def staff_of(column: str) -> str:
    """Return what joins a person as w."""
    return f"LEFT JOIN storedesk.staff AS w ON w.id = {column}"


def register_of(table: str, key: str = "h.register_id") -> str:
    """Return what joins a shift of a table as h, and a register as k."""
    return f"{_SHIFT.format(table=table)} LEFT JOIN storedesk.registers AS k ON k.id = {key}"


@cache
def of_orders(words: str, by: Grouping | None) -> TextClause:
    """Return a statement over orders, by something that an order is of; None: all of them."""
    key, joins = _order_key(by)
    return text(words.format(key=key, joins=joins, sold=SOLD, discount=DISCOUNT))


@cache
def of_returns(by: Grouping | None) -> TextClause:
    """Return the statement over returns, by who took them, where or when; None: all of them."""
    key, joins = time_key(by, "r"), ""
    if by is Grouping.PERSON:
        key = "r.created_by"
    elif by is Grouping.REGISTER:
        key, joins = "h.register_id", _SHIFT.format(table="r")
    return text(RETURNS.format(key=key, joins=joins, taken=TAKEN))


def _order_key(by: Grouping | None) -> tuple[str, str]:
    """Return what orders are grouped by, and what has to be joined for it."""
    if by is Grouping.PERSON:
        return "p.cashier_id", _TILL
    if by is Grouping.REGISTER:
        return "coalesce(p.register_id, h.register_id)", f"{_TILL} {_SHIFT.format(table='p')}"
    return time_key(by, "o"), ""


def time_key(by: Grouping | None, table: str) -> str:
    """Return in which part of a period, or in which hour, a row was made; 0 for all of them."""
    if by is Grouping.HOUR:
        return hour_of(f"{table}.created_at")
    if by is None or by.step is None:
        return "0"
    return f"width_bucket({table}.created_at, CAST(:starts AS timestamp[])) - 1"


def hour_of(instant: str) -> str:
    """Return the hour of an instant by the store's clock."""
    return f"CAST(extract(hour FROM timezone(:zone, timezone('UTC', {instant}))) AS int)"


@cache
def of_row(by: Grouping, key: str) -> TextClause:
    """Return the statement for the orders of one row: their ids and when they were placed."""
    if by is Grouping.TENDER:
        return text(PAID_SO.format(orders=SELECT_ORDERS))
    found, joins = _order_key(by)
    condition = f"CAST({found} AS text) = :key"
    if by is Grouping.RATE:
        condition = f"EXISTS ({HAS_RATE})" if key else f"NOT EXISTS ({HAS_TAX})"
        return text(f"{SELECT_ORDERS} WHERE {SOLD} AND {condition}")
    if key == PAST:
        condition = "false"
    elif key == SHIPPING:
        condition = "o.shipping_cost_amount > 0"
    elif key == NOBODY:
        condition = f"{found} IS NULL"
    elif by.is_of_lines:
        condition = f"EXISTS ({HAS_LINE.format(named=LINE_KEYS[by])})"
    return text(f"{SELECT_ORDERS} {joins} WHERE {SOLD} AND {condition}")
