"""Make the table of each report."""

from typing import Any

from storedesk.domain.reports import Grouping, Subject
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Sort
from storedesk.ui.reports import labels
from storedesk.ui.reports.columns import rate_columns, sales_columns, tender_columns
from storedesk.ui.reports.discount_columns import discount_columns, promotion_columns
from storedesk.ui.reports.report_table import ReportTable
from storedesk.ui.reports.return_columns import return_columns
from storedesk.ui.reports.stock_columns import stock_columns


def made_table(context: PageContext, about: Subject, by: Grouping) -> ReportTable[Any]:
    """Return the table of a report; what is by time is in its order, all else by its size."""
    name, empty = labels.title_of(about, by), nothing_found(about)
    if by is Grouping.TENDER:
        return ReportTable(
            context, tender_columns(context), lambda row: row.method,
            id="reports.tender", name=name, sort=Sort("paid", descending=True), empty=empty,
        )  # fmt: skip
    if by is Grouping.RATE:
        return ReportTable(
            context, rate_columns(context), lambda row: row.key, id="reports.rate",
            name=name, sort=Sort("rate", descending=True), empty=empty,
        )  # fmt: skip
    in_time = by.step is not None or by is Grouping.HOUR
    columns, largest = {
        Subject.SALES: (sales_columns, "sales"),
        Subject.RETURNS: (return_columns, "main"),
        Subject.PROMOTIONS: (promotion_columns, "main"),
        Subject.DISCOUNTS: (discount_columns, "main"),
        Subject.STOCK: (stock_columns, "main"),
    }[about]
    id = by.value if about is Subject.SALES else f"{about.value}.{by.value}"  # noqa: A001
    return ReportTable(
        context, columns(context, by), lambda row: row.key, id=f"reports.{id}", name=name,
        sort=Sort("place") if in_time else Sort(largest, descending=True), empty=empty,
    )  # fmt: skip


def nothing_found(about: Subject) -> tuple[str, str]:
    """Return what a report says that has nothing."""
    words = {
        Subject.SALES: tr("Nothing was sold"),
        Subject.RETURNS: tr("Nothing came back"),
        Subject.PROMOTIONS: tr("Nothing was sold by a promotion"),
        Subject.DISCOUNTS: tr("No price was set by hand"),
        Subject.STOCK: tr("Nothing of this was in stock"),
    }
    return words[about], tr("Choose another period, or type other days.")
