"""Declare the columns of returns."""

from storedesk.domain.reports import Grouping, Subject
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
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
