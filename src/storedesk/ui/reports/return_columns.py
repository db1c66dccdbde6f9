"""Declare the columns of returns, and of prices set by hand."""

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


def return_columns(context: PageContext, by: Grouping) -> list[ReportColumn]:
    """Return the columns of returns: one of several products is counted in the total alone."""
    amount = amounts(context)
    columns = [
        name_column(by),
        count_column(context, tr("Returns"), "returns", lambda row: row.now.returns, 4),
        count_column(context, tr("Pieces"), "pieces", lambda row: row.now.pieces, 3),
        count_column(context, tr("Damaged"), "damaged", lambda row: row.now.damaged, 5),
        amount(tr("Returns without tax"), "main", lambda row: row.now.main, is_strong=True),
        against_column(context, Subject.RETURNS, tr("Compared returns")),
        amount(tr("Shipping"), "shipping", lambda row: row.now.shipping, spare=6),
        amount(tr("Tax"), "tax", lambda row: row.now.tax, spare=1),
        amount(tr("Refunded"), "refunded", lambda row: row.now.refunded),
    ]
    return [one for one in columns if not (by.is_of_lines and one.sort == "returns")]


def discount_columns(context: PageContext, by: Grouping) -> list[ReportColumn]:
    """Return the columns of prices set by hand; amounts are as prices are written."""
    amount = amounts(context)
    form = context.format
    return [
        name_column(by),
        count_column(context, tr("Lines"), "lines", lambda row: row.now.lines, 4),
        count_column(context, tr("Pieces"), "pieces", lambda row: row.now.pieces, 3),
        amount(tr("At list price"), "listed", lambda row: row.now.listed, spare=1),
        amount(tr("Sold for"), "sold", lambda row: row.now.sold, spare=2),
        amount(tr("Given away"), "main", lambda row: row.now.given, is_strong=True),
        Column(
            tr("Share"), lambda row: "" if row.now.share is None else form.percent(row.now.share),
            CellStyle.NUMBER, 80, sort="share", spare=3, plain=lambda row: row.now.share,
        ),
        against_column(context, Subject.DISCOUNTS, tr("Given away before")),
        amount(tr("Above list price"), "raised", lambda row: row.now.raised, spare=5),
    ]  # fmt: skip
