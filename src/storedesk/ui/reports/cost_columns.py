"""Declare the columns of what products cost; a cell is empty where no cost is known."""

from decimal import Decimal
from typing import Any

from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import CellStyle, Column
from storedesk.ui.reports.column_parts import ReportColumn, amounts


def cost_columns(context: PageContext) -> list[ReportColumn]:
    """Return what sold products cost on the day of their sale, and what is left of net."""
    form = context.format

    def percent(row: Any) -> str:
        share = row.now.goods.share
        return "" if share is None else form.percent(share)

    def known(row: Any, value: Decimal) -> Decimal | None:
        return value if row.now.goods.is_known else None

    amount, cost = amounts(context), tr("Cost", "of what was sold")
    return [
        amount(cost, "cost", lambda row: known(row, row.now.goods.cost), spare=9),
        amount(tr("Margin"), "margin", lambda row: known(row, row.now.goods.margin), spare=6),
        Column(
            tr("Margin %"), percent, CellStyle.NUMBER, 84, sort="margin_share", spare=6,
            plain=lambda row: row.now.goods.share,
        ),
        amount(
            tr("Without cost"), "uncosted", lambda row: row.now.goods.uncosted or None, spare=7
        ),
    ]  # fmt: skip


def stock_cost_columns(context: PageContext) -> list[ReportColumn]:
    """Return what stock cost, and how many pieces have no cost."""
    count = context.format.count

    def cost(row: Any) -> Decimal | None:
        now = row.now
        return None if now.uncosted == now.pieces and not now.cost else now.cost

    return [
        amounts(context)(tr("Value at cost"), "cost", cost, spare=4),
        Column(
            tr("Without cost"), lambda row: count(row.now.uncosted) if row.now.uncosted else "",
            CellStyle.NUMBER, 96, sort="uncosted", spare=5, plain=lambda row: row.now.uncosted,
        ),
    ]  # fmt: skip
