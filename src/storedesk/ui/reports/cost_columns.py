"""Declare the columns of what products cost; a cell is empty where no cost is known."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import CellStyle, Column
from storedesk.ui.reports.column_parts import ReportColumn

Known = Callable[[Any], Decimal | None]


def cost_columns(context: PageContext) -> list[ReportColumn]:
    """Return what sold products cost on the day of their sale, and what is left of net."""
    form = context.format

    def percent(row: Any) -> str:
        share = row.now.goods.share
        return "" if share is None else form.percent(share)

    def known(row: Any, value: Decimal) -> Decimal | None:
        return value if row.now.goods.is_known else None

    cost = tr("Cost", "of what was sold")
    return [
        _amount(context, cost, "cost", lambda row: known(row, row.now.goods.cost), 9),
        _amount(context, tr("Margin"), "margin", lambda row: known(row, row.now.goods.margin), 6),
        Column(
            tr("Margin %"), percent, CellStyle.NUMBER, 84, sort="margin_share", spare=6,
            plain=lambda row: row.now.goods.share,
        ),
        _amount(
            context, tr("Without cost"), "uncosted", lambda row: row.now.goods.uncosted or None, 7
        ),
    ]  # fmt: skip


def stock_cost_columns(context: PageContext) -> list[ReportColumn]:
    """Return what stock cost, and how many pieces have no cost."""
    count = context.format.count

    def cost(row: Any) -> Decimal | None:
        now = row.now
        return None if now.uncosted == now.pieces and not now.cost else now.cost

    return [
        _amount(context, tr("Value at cost"), "cost", cost, 4),
        Column(
            tr("Without cost"), lambda row: count(row.now.uncosted) if row.now.uncosted else "",
            CellStyle.NUMBER, 96, sort="uncosted", spare=5, plain=lambda row: row.now.uncosted,
        ),
    ]  # fmt: skip


def _amount(context: PageContext, heading: str, sort: str, of: Known, spare: int) -> ReportColumn:
    currency = context.store.currency

    def money(row: Any) -> Money | None:
        value = of(row)
        return None if value is None else Money(value, currency)

    def cell(row: Any) -> str:
        amount = money(row)
        return "" if amount is None else context.money(amount)

    return Column(heading, cell, CellStyle.NUMBER, 96, sort=sort, spare=spare, plain=money)
