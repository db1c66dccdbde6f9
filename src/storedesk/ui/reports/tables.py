"""Make the table of each report."""

from typing import Any

from storedesk.domain.reports import Grouping
from storedesk.ui.context import PageContext
from storedesk.ui.kit.lists.columns import Sort
from storedesk.ui.reports import labels
from storedesk.ui.reports.columns import rate_columns, sales_columns, tender_columns
from storedesk.ui.reports.report_table import ReportTable, nothing_sold


def made_table(context: PageContext, by: Grouping) -> ReportTable[Any]:
    """Return the table of a report; what is by time is in its order, all else by its size."""
    name = labels.title_of(by)
    if by is Grouping.TENDER:
        return ReportTable(
            context, tender_columns(context), lambda row: row.method,
            id="reports.tender", name=name, sort=Sort("paid", descending=True),
            empty=nothing_sold(),
        )  # fmt: skip
    if by is Grouping.RATE:
        return ReportTable(
            context, rate_columns(context), lambda row: row.key, id="reports.rate",
            name=name, sort=Sort("rate", descending=True), empty=nothing_sold(),
        )  # fmt: skip
    in_time = by.step is not None or by is Grouping.HOUR
    return ReportTable(
        context, sales_columns(context, by), lambda row: row.key,
        id=f"reports.{by.value}", name=name,
        sort=Sort("place") if in_time else Sort("sales", descending=True),
        empty=nothing_sold(),
    )  # fmt: skip
