"""Tell the figures of a shift or of a day, for the screen and for a file, part by part."""

from collections.abc import Sequence
from dataclasses import dataclass

from storedesk.documents.tables import Row
from storedesk.domain.shifts import CreditTotals, DayReport, ShiftReport, ShiftTotals
from storedesk.domain.values.money import Money
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.tender_labels import method_name


@dataclass(frozen=True, slots=True)
class ReportFigure:
    """One figure of a report: what it is, how many of it, and what they come to."""

    name: str
    count: int | None = None
    amount: Money | None = None
    words: str = ""

    def shown(self, context: PageContext) -> str:
        """Return it as the screen shows it: "12 · $310.40"."""
        count = "" if self.count is None else context.format.count(self.count)
        amount = "" if self.amount is None else context.money(self.amount)
        return " · ".join(part for part in (count, amount, self.words) if part)


@dataclass(frozen=True, slots=True)
class ReportPart:
    """Figures that belong together, under a title; the last may be their sum."""

    title: str
    figures: tuple[ReportFigure, ...]
    total: ReportFigure | None = None

    @property
    def all(self) -> tuple[ReportFigure, ...]:
        """Return its figures and their sum."""
        return (*self.figures, self.total) if self.total else self.figures


def of_shift(report: ShiftReport, context: PageContext) -> list[ReportPart]:
    """Return the figures of one shift."""
    return [*_of_totals(report.totals, context), _drawer(report), _people(report, context)]


def of_day(report: DayReport, context: PageContext) -> list[ReportPart]:
    """Return the figures of all shifts of a day, and then those of each."""
    drawers = [*_moved(report.totals)]
    total = None
    if any(one.closed_at is not None for one in report.shifts):
        drawers += [
            ReportFigure(tr("Expected in the drawer"), amount=report.expected),
            ReportFigure(tr("Counted"), amount=report.counted),
        ]
        total = ReportFigure(tr("Difference"), amount=report.difference)
    shifts = tuple(_shift(one, context) for one in report.shifts)
    parts = [*_of_totals(report.totals, context), ReportPart(tr("Drawers"), (*drawers,), total),
             ReportPart(tr("Shifts"), shifts)]  # fmt: skip
    return [part for part in parts if part.all]


def rows(parts: Sequence[ReportPart]) -> list[Row]:
    """Return figures as rows of a file: part, figure, count, amount, words."""
    return [
        [part.title, figure.name, figure.count, figure.amount, figure.words]
        for part in parts
        for figure in part.all
    ]


def headings() -> list[str]:
    """Return the headings of those rows."""
    return [tr("Part"), tr("Figure"), tr("Count"), tr("Amount"), tr("Remark")]


def _of_totals(totals: ShiftTotals, context: PageContext) -> list[ReportPart]:
    sold = [ReportFigure(tr("Sold"), totals.sales, totals.gross)]
    if totals.returns:
        sold.append(ReportFigure(tr("Came back"), totals.returns, -totals.returned))
    if totals.open_returned:
        amount = -totals.open_returned
        sold.append(ReportFigure(tr("Without a receipt"), totals.open_returns, amount))
    for line in totals.taxes:
        name = tr("{tax} {rate}").format(tax=line.name, rate=context.format.percent(line.rate))
        sold.append(ReportFigure(name, amount=Money(line.tax, totals.net.currency)))
    if totals.discounts:
        sold.append(ReportFigure(tr("Prices by hand"), totals.discounts, -totals.discounted))
    if totals.first_order and totals.last_order:
        words = tr("{first} to {last}").format(first=totals.first_order, last=totals.last_order)
        is_one = totals.first_order == totals.last_order
        shown = totals.first_order if is_one else words
        sold.append(ReportFigure(tr("Orders"), words=shown))
    net = ReportFigure(tr("Without tax"), amount=totals.net)
    sales = ReportPart(tr("Sales"), (*sold,), net)
    return [sales, *_tenders(totals), *_credit(totals.credit)]


def _tenders(totals: ShiftTotals) -> list[ReportPart]:
    figures = []
    for tender in totals.tenders:
        name = method_name(tender.method)
        figures.append(ReportFigure(name, tender.count, tender.taken))
        if tender.refunds:
            back = tr("{method} given back").format(method=name)
            figures.append(ReportFigure(back, tender.refunds, -tender.refunded))
    return [ReportPart(tr("Payments"), (*figures,))] if figures else []


def _credit(credit: CreditTotals | None) -> list[ReportPart]:
    if credit is None:
        return []
    figures = []
    if credit.issues:
        figures.append(ReportFigure(tr("Sold", "gift cards"), credit.issues, credit.issued))
    for method, paid in credit.payments:
        name = tr("{method} for gift cards").format(method=method_name(method))
        figures.append(ReportFigure(name, amount=paid))
    if credit.redemptions:
        figures.append(ReportFigure(tr("Used", "gift cards"), credit.redemptions, credit.redeemed))
    if credit.refunds:
        figures.append(ReportFigure(tr("Given back as credit"), credit.refunds, credit.refunded))
    if credit.exchanges:
        figures.append(ReportFigure(tr("Exchanged"), credit.exchanges, credit.exchanged))
    return [ReportPart(tr("Gift cards"), (*figures,))]


def _moved(totals: ShiftTotals) -> list[ReportFigure]:
    figures = []
    if totals.paid_in:
        figures.append(ReportFigure(tr("Paid in"), amount=totals.paid_in))
    if totals.paid_out:
        figures.append(ReportFigure(tr("Paid out"), amount=-totals.paid_out))
    if totals.openings:
        figures.append(ReportFigure(tr("Opened without a sale"), totals.openings))
    return figures


def _drawer(report: ShiftReport) -> ReportPart:
    figures = [ReportFigure(tr("Float"), amount=report.shift.opening_float)]
    figures += _moved(report.totals)
    if report.in_sales is not None:
        figures.append(ReportFigure(tr("For sales in progress"), amount=report.in_sales))
    total = None
    if report.expected is None:
        words = tr("said once it is counted")
        figures.append(ReportFigure(tr("Expected in the drawer"), words=words))
    else:
        figures.append(ReportFigure(tr("Expected in the drawer"), amount=report.expected))
        figures.append(ReportFigure(tr("Counted"), amount=report.counted))
        total = ReportFigure(tr("Difference"), amount=report.difference)
    if report.credit_owed is not None:
        figures.append(ReportFigure(tr("Owed on gift cards"), amount=report.credit_owed))
    if report.difference_reason:
        figures.append(ReportFigure(tr("Reason"), words=report.difference_reason))
    return ReportPart(tr("Drawer"), (*figures,), total)


def _people(report: ShiftReport, context: PageContext) -> ReportPart:
    moment, shift = context.format.moment, report.shift
    opened = f"{shift.opened_by}, {moment(shift.opened_at)}"
    figures = [ReportFigure(tr("Opened"), words=opened)]
    for count in report.counts:
        name = tr("Count corrected") if count.is_correction else tr("Counted")
        by = f"{count.by}, {moment(count.at)}"
        figures.append(ReportFigure(name, amount=count.counted, words=by))
    if report.closed_at is not None:
        closed = f"{report.closed_by}, {moment(report.closed_at)}"
        figures.append(ReportFigure(tr("Closed", "shift"), words=closed))
    if set(report.worked) - {shift.opened_by}:
        figures.append(ReportFigure(tr("Worked in it"), words=", ".join(report.worked)))
    if report.seal is not None:
        words = tr("number {number}: {digits}")
        said = words.format(
            number=context.format.count(report.seal.number), digits=report.seal.short
        )
        figures.append(ReportFigure(tr("Seal"), words=said))
    return ReportPart(tr("People"), (*figures,))


def _shift(report: ShiftReport, context: PageContext) -> ReportFigure:
    if report.z_number is None:
        name = tr("{register}, open").format(register=report.register)
    else:
        name = tr("{register}, Z {number}").format(register=report.register, number=report.z_number)
    off = ""
    if report.closed_at is not None and report.difference:
        amount = context.money(report.difference)
        off = tr("off by {amount}").format(amount=amount)
    return ReportFigure(name, report.totals.sales, report.totals.gross, off)
