"""Declare the columns of what was in stock."""

from storedesk.domain.reports import Grouping, Subject
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import CellStyle, Column
from storedesk.ui.reports.column_parts import (
    ReportColumn,
    against_column,
    amounts,
    count_column,
    name_column,
)
from storedesk.ui.reports.cost_columns import stock_cost_columns


def stock_columns(context: PageContext, by: Grouping) -> list[ReportColumn]:
    """Return the columns of stock; what did not sell says when it last did."""
    form = context.format
    columns = [
        name_column(by),
        count_column(context, tr("Products"), "products", lambda row: row.now.products, 4),
        count_column(context, tr("On hand"), "pieces", lambda row: row.now.pieces),
        amounts(context)(tr("Value"), "main", lambda row: row.now.value, is_strong=True),
        *stock_cost_columns(context),
        against_column(context, Subject.STOCK, tr("Compared value")),
        count_column(context, tr("Sold"), "sold", lambda row: row.now.sold, 3),
        Column(
            tr("Last sold"),
            lambda row: form.date(row.now.last_sold) if row.now.last_sold else "",
            CellStyle.MUTED, 110, sort="last", plain=lambda row: row.now.last_sold,
        ),
    ]  # fmt: skip
    left_out = {Grouping.CATEGORY: {"last"}, Grouping.PRODUCT: {"last", "products"}}
    unwanted = left_out.get(by, {"products", "sold", "against"})
    return [one for one in columns if one.sort not in unwanted]
