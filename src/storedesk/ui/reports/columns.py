"""Declare the columns of the sales report, for the screen, paper and exports."""

from collections.abc import Callable
from decimal import Decimal

from storedesk.domain.reports import Grouping, SalesRow, TaxRow, TenderRow
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import Cell, CellStyle, Column
from storedesk.ui.reports.labels import change_cell, grouping_names
from storedesk.ui.tender_labels import method_name


def sales_columns(context: PageContext, by: Grouping) -> list[Column[SalesRow]]:
    """Return the columns of sales: an order of several products is counted in the total alone."""
    amount = _amounts(context)
    count = context.format.count
    in_time = by.step is not None or by is Grouping.HOUR
    columns = [
        Column[SalesRow](
            grouping_names()[by], lambda row: row.name, CellStyle.STRONG, 132, 3,
            "place" if in_time else "name", plain=None if in_time else lambda row: row.name,
        ),
        Column[SalesRow](
            tr("Orders"), lambda row: count(row.now.orders), CellStyle.NUMBER, 70, sort="orders",
            spare=4, plain=lambda row: row.now.orders,
        ),
        Column[SalesRow](
            tr("Pieces"), lambda row: count(row.now.pieces), CellStyle.NUMBER, 70, sort="pieces",
            spare=3, plain=lambda row: row.now.pieces,
        ),
        amount(tr("Sales without tax"), "sales", lambda row: row.now.sales),
        Column[SalesRow](
            tr("Against"), lambda row: _against(row, context), CellStyle.NUMBER, 86,
            sort="against", spare=2, plain=_more,
            beside=[(tr("Compared sales"), lambda row: _then(row, context))],
        ),
        amount(tr("Discounts"), "discounts", lambda row: 0 - row.now.discounts, spare=6),
        amount(tr("Returns"), "returns", lambda row: 0 - row.now.returns, spare=5),
        amount(tr("Net"), "net", lambda row: row.now.net, is_strong=True),
        amount(tr("Tax"), "tax", lambda row: row.now.tax_left, spare=1),
        amount(tr("Gross"), "gross", lambda row: row.now.gross, spare=1),
    ]  # fmt: skip
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


def _amounts(context: PageContext) -> Callable[..., Column[SalesRow]]:
    currency = context.store.currency

    def amount(
        heading: str, sort: str, of: Callable[[SalesRow], Decimal], *, spare: int = 0,
        is_strong: bool = False,
    ) -> Column[SalesRow]:  # fmt: skip
        style = CellStyle.MONEY if is_strong else CellStyle.NUMBER

        def cell(row: SalesRow) -> Cell:
            return Cell(context.money(Money(of(row), currency)), style=style)

        return Column(
            heading, cell, style, 96, sort=sort, spare=spare,
            plain=lambda row: Money(of(row), currency),
        )  # fmt: skip

    return amount


def _against(row: SalesRow, context: PageContext) -> Cell:
    then = row.then.sales if row.then else None
    return change_cell(row.now.sales, then, context.format)


def _more(row: SalesRow) -> Decimal | None:
    """Return the change as a share, four decimals: 0.0471."""
    if row.then is None or row.then.sales <= 0:
        return None
    return ((row.now.sales - row.then.sales) / row.then.sales).quantize(Decimal("0.0001"))


def _then(row: SalesRow, context: PageContext) -> Money | None:
    return Money(row.then.sales, context.store.currency) if row.then else None
