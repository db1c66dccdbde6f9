"""Declare the columns of the sales report, for the screen, paper and exports."""

from collections.abc import Callable
from decimal import Decimal

from storedesk.domain.report_rows import TaxRow, TenderRow
from storedesk.domain.reports import Grouping, Subject
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import CellStyle, Column
from storedesk.ui.reports.column_parts import (
    ReportColumn,
    against_column,
    amounts,
    count_column,
    imported_column,
    name_column,
)
from storedesk.ui.reports.cost_columns import cost_columns
from storedesk.ui.tender_labels import method_name


def sales_columns(context: PageContext, by: Grouping) -> list[ReportColumn]:
    """Return the columns of sales: an order of several products is counted in the total alone."""
    amount = amounts(context)
    columns = [
        name_column(by),
        count_column(context, tr("Orders"), "orders", lambda row: row.now.orders, 4),
        count_column(context, tr("Pieces"), "pieces", lambda row: row.now.pieces, 3),
        amount(tr("Sales without tax"), "sales", lambda row: row.now.sales),
        against_column(context, Subject.SALES, tr("Compared sales")),
        amount(tr("Discounts"), "discounts", lambda row: 0 - row.now.discounts, spare=6),
        amount(tr("Returns"), "returns", lambda row: 0 - row.now.returns, spare=5),
        amount(tr("Net"), "net", lambda row: row.now.net, is_strong=True),
        amount(tr("Tax"), "tax", lambda row: row.now.tax_left, spare=1),
        amount(tr("Gross"), "gross", lambda row: row.now.gross, spare=1),
        *cost_columns(context),
        imported_column(context),
    ]
    return [one for one in columns if not (by.is_of_lines and one.sort == "orders")]


def tender_columns(context: PageContext) -> list[Column[TenderRow]]:
    """Return the columns of what was paid, by tender."""
    count, currency = context.format.count, context.store.currency

    def amount(
        heading: str, sort: str, of: Callable[[TenderRow], Decimal], spare: int = 0
    ) -> Column[TenderRow]:
        return Column(
            heading, lambda row: context.money(Money(of(row), currency)), CellStyle.MONEY, 110,
            sort=sort, plain=lambda row: Money(of(row), currency), spare=spare,
        )  # fmt: skip

    return [
        Column(
            tr("Tender"), lambda row: tender_name(row.method), CellStyle.STRONG, 140, 3, "name",
            plain=lambda row: tender_name(row.method),
        ),
        Column(
            tr("Payments"), lambda row: count(row.payments), CellStyle.NUMBER, 96,
            sort="payments", plain=lambda row: row.payments, spare=3,
        ),
        amount(tr("Taken"), "paid", lambda row: row.paid),
        amount(tr("Coin rounding"), "rounding", lambda row: row.rounding, spare=2),
        Column(
            tr("Refunds"), lambda row: count(row.refunds), CellStyle.NUMBER, 96, sort="refunds",
            plain=lambda row: row.refunds, spare=4,
        ),
        amount(tr("Refunded"), "refunded", lambda row: 0 - row.refunded),
        amount(tr("Left"), "left", lambda row: row.left),
    ]  # fmt: skip


def rate_columns(context: PageContext) -> list[Column[TaxRow]]:
    """Return the columns of tax by its rates."""
    currency = context.store.currency

    def amount(
        heading: str, sort: str, of: Callable[[TaxRow], Decimal], spare: int = 0
    ) -> Column[TaxRow]:
        return Column(
            heading, lambda row: context.money(Money(of(row), currency)), CellStyle.MONEY, 110,
            sort=sort, plain=lambda row: Money(of(row), currency), spare=spare,
        )  # fmt: skip

    def percent(row: TaxRow) -> str:
        return "" if row.rate is None else context.format.percent(row.rate)

    return [
        Column(tr("Tax"), rate_name, CellStyle.STRONG, 140, 3, "name", plain=rate_name),
        Column(
            tr("Rate"), percent, CellStyle.NUMBER, 80, sort="rate", plain=lambda row: row.rate,
        ),
        amount(tr("Sales without tax"), "sales", lambda row: row.sales),
        amount(tr("Tax of sales"), "tax", lambda row: row.tax, 2),
        amount(tr("Returns"), "returns", lambda row: 0 - row.returns, 3),
        amount(tr("Tax of returns"), "tax_back", lambda row: 0 - row.tax_back, 2),
        amount(tr("Net"), "net", lambda row: row.net),
        amount(tr("Tax to pay"), "left", lambda row: row.tax_left),
    ]  # fmt: skip


def rate_name(row: TaxRow) -> str:
    """Return what a tax is called."""
    return row.name or tr("Without a rate")


def tender_name(method: str) -> str:
    """Return what a way to pay is called; "" is the total of all."""
    return method_name(Method(method)) if method else tr("Total")
