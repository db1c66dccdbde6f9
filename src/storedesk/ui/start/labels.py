"""The words of the start page."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from storedesk.documents.amounts import MINUS
from storedesk.domain.day import BestSeller, ShiftOfDay, change
from storedesk.domain.low_stock import LowStockLine
from storedesk.domain.order_details import OrderLine
from storedesk.domain.values.money import Money
from storedesk.ui.cash_labels import brief_label
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.start.figure_card import Figure
from storedesk.ui.start.row_card import CardRow

LATE_HOURS = 20
"""From so many hours on it is said in a color that an order waits."""
TENTH = Decimal("0.001")


def compared(series: Sequence[Decimal], write: Callable[[Decimal], str], form: Format) -> Figure:
    """Return today's figure beside that of a week before: the first two of `series`."""
    now, before, *_ = series
    words, drawn = write(now), [float(one) for one in reversed(series)]
    share = change(now, before)
    if share is None:
        note = tr("nothing a week ago") if before == 0 else ""
        return Figure(words, note, series=drawn)
    note = tr("{figure} a week ago").format(figure=write(before))
    rounded = share.quantize(TENTH)
    sign = "+" if rounded > 0 else MINUS if rounded < 0 else "±"
    ink = "ok" if rounded > 0 else "bad" if rounded < 0 else "muted"
    return Figure(words, note, f"{sign}{form.percent(abs(rounded))}", ink, drawn)


def waited(since: datetime, now: datetime) -> tuple[str, str]:
    """Say how long something has waited, in the largest unit, and in which color."""
    gone = max(now - since, timedelta())
    minutes, hours, days = (
        int(gone.total_seconds() // one) for one in (60, 3600, 86400)
    )  # fmt: skip
    ink = "warn" if gone >= timedelta(hours=LATE_HOURS) else "muted"
    if days >= 2:  # noqa: PLR2004 - until then hours say more
        return plural("{n} day", "{n} days", days).format(n=days), ink
    if hours >= 2:  # noqa: PLR2004 - until then minutes do
        return tr("{n} h").format(n=hours), ink
    return tr("{n} min").format(n=minutes), ink


def best_row(line: BestSeller, context: PageContext) -> CardRow:
    """Return a row of the best sellers."""
    count = context.format.count(line.pieces)
    return CardRow(
        line.product_id, line.name,
        plural("{count} piece", "{count} pieces", line.pieces).format(count=count),
        context.money(Money(line.amount, context.store.currency)), picture=line.picture,
    )  # fmt: skip


def ship_row(line: OrderLine, context: PageContext, now: datetime) -> CardRow:
    """Return a row of what is to be shipped."""
    note, ink = waited(line.placed_at, now)
    remark = " · ".join(part for part in (line.customer, line.town) if part)
    if line.is_recalled:
        note, ink = tr("did not leave"), "bad"
    number = line.number.rsplit("-", maxsplit=1)[-1]
    return CardRow(line.id, number, remark, context.money(line.total), note, ink)


def low_row(line: LowStockLine, context: PageContext) -> CardRow:
    """Return a row of what is low."""
    count, left = context.format.count, line.stock.available
    sold = tr("{count} sold in 30 days").format(count=count(line.sold))
    remark = " · ".join(part for part in (line.category, sold) if part)
    if left <= 0:
        return CardRow(line.product_id, line.product, remark, count(left), tr("sold out"), "bad")
    cover = line.days_of_cover
    note = "" if cover is None else plural("{n} day", "{n} days", cover).format(n=count(cover))
    return CardRow(line.product_id, line.product, remark, count(left), note)


def shift_row(shift: ShiftOfDay, context: PageContext) -> CardRow:
    """Return a row of a shift: what it has taken, or by how much its count was off."""
    form, currency = context.format, context.store.currency
    name = " · ".join(part for part in (shift.register, shift.people) if part)
    sales = plural("{count} sale", "{count} sales", shift.sales)
    counted = sales.format(count=form.count(shift.sales))
    taken = context.money(Money(shift.taken, currency))
    if shift.closed_at is None:
        remark = tr("since {time} · {sales}").format(
            time=form.moment(shift.opened_at), sales=counted
        )
        note = brief_label(shift.drawer, context) if shift.drawer else ""
        return CardRow(shift.id, name, remark, taken, note, "warn")
    remark = tr("closed {time} · {sales}").format(time=form.moment(shift.closed_at), sales=counted)
    note, ink = tr("counted exactly"), "ok"
    if shift.difference:
        off = context.money(Money(shift.difference, currency))
        note, ink = tr("{amount} off").format(amount=off), "warn"
    return CardRow(shift.id, name, remark, taken, note, ink)
