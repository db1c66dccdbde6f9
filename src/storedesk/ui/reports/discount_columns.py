"""Declare the columns of what was given away: by promotions, and at prices set by hand."""

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


def promotion_columns(context: PageContext, by: Grouping) -> list[ReportColumn]:
    """Return the columns of what promotions gave away; amounts are as prices are written."""
    return _columns(context, by, Subject.PROMOTIONS, tr("At usual price"))


def discount_columns(context: PageContext, by: Grouping) -> list[ReportColumn]:
    """Return the columns of prices set by hand; amounts are as prices are written."""
    raised = amounts(context)(
        tr("Above list price"), "raised", lambda row: row.now.raised or None, spare=9
    )
    return [*_columns(context, by, Subject.DISCOUNTS, tr("At list price")), raised]


def _columns(context: PageContext, by: Grouping, about: Subject, listed: str) -> list[ReportColumn]:
    """Return the columns that both have; `listed` names what the pieces cost without."""
    amount, form = amounts(context), context.format
    return [
        name_column(by),
        count_column(context, tr("Orders"), "orders", lambda row: row.now.orders, 5),
        count_column(context, tr("Lines"), "lines", lambda row: row.now.lines, 8),
        count_column(context, tr("Pieces"), "pieces", lambda row: row.now.pieces, 4),
        amount(listed, "listed", lambda row: row.now.listed, spare=1),
        amount(tr("Sold for"), "sold", lambda row: row.now.sold, spare=2),
        amount(tr("Given away"), "main", lambda row: row.now.given, is_strong=True),
        Column(
            tr("Share"), lambda row: "" if row.now.share is None else form.percent(row.now.share),
            CellStyle.NUMBER, 80, sort="share", spare=6, plain=lambda row: row.now.share,
        ),
        against_column(context, about, tr("Given away before")),
        count_column(context, tr("Came back"), "back", lambda row: row.now.pieces_back, 7),
        amount(tr("Of returns"), "given_back", lambda row: 0 - row.now.given_back, spare=3),
        amount(tr("Left given away"), "left", lambda row: row.now.left, spare=0),
    ]  # fmt: skip
