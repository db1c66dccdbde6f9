"""Holds what the program reports of a shop against sums over its rows, to the cent."""

from dataclasses import astuple
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from storedesk import api, queries
from storedesk.domain.exceptions import ExceptionKind
from storedesk.domain.report_figures import DiscountFigures
from storedesk.domain.report_periods import Span, parts_of, window_of
from storedesk.domain.reports import GROUPINGS, Asked, Grouping, Subject
from tests.week import drawer_sums
from tests.week.drawer_sums import DrawerSums

NIL = Decimal(0)
NOTHING = astuple(DiscountFigures())
GIVEN = {Subject.PROMOTIONS: "order_promotions", Subject.DISCOUNTS: "order_discounts"}
"""Which rows say what was given away."""
MOST = 10_000


class Comparison:
    """Asks the program as the manager, and compares; `wrongs` are sentences, `seen` all figures."""

    def __init__(self, shop):
        self.shop, self.wrongs, self.seen = shop, [], {}
        self.span = Span(shop.days[0], shop.days[-1])
        self.window = window_of(self.span, shop.zone)
        self.sums = DrawerSums(shop, self.window.begins, self.window.ends)

    def run(self):
        """Compare everything; return how many figures were compared."""
        with self.shop.entered("cyd") as manager:
            self.manager = manager
            for by in GROUPINGS[Subject.SALES]:
                self._sales(by)
            for by in GROUPINGS[Subject.RETURNS]:
                self._returns(by)
            for about, table in GIVEN.items():
                for by in GROUPINGS[about]:
                    self._given_away(about, table, by)
            self._margins()
            for at in (0, len(self.shop.days) - 1):
                self._stock(Span(self.shop.days[at], self.shop.days[at]))
            for shift in self.sums.shifts():
                self._shift(shift)
            self._days()
            self._start()
            self._exceptions()
        return sum(map(_size, self.seen.values()))

    def ask(self, question, *given, **named):
        """Ask a question of the program."""
        with self.manager.reading() as session:
            return question(session, *given, **named)

    def same(self, what, found, wanted):
        """Note a figure, and that it is another one than the rows say."""
        self.seen[what] = found
        if found == wanted:
            return
        if isinstance(found, dict) and isinstance(wanted, dict):
            pairs = {key: (found.get(key), wanted.get(key)) for key in found.keys() | wanted.keys()}
            keys = sorted(key for key, (one, other) in pairs.items() if one != other)
            said = [f"{key}: {pairs[key][0]}, rows {pairs[key][1]}" for key in keys]
            self.wrongs.append(f"{what}: {'; '.join(said[:4])}")
        else:
            self.wrongs.append(f"{what}: {found}, rows {wanted}")

    # ---------- reports

    def asked(self, by, about=Subject.SALES, span=None):
        """Return what the page asks."""
        span = span or self.span
        window, starts = window_of(span, self.shop.zone), ()
        if by.step:
            starts = tuple(
                window_of(part, self.shop.zone).begins for part in parts_of(span, by.step)
            )
        return Asked(window, by, starts, self.shop.zone.key, about)

    def keyed(self, by, rows):
        """Return rows by the key of the rows: days and weeks by their first day."""
        if not by.step:
            return dict(rows)
        firsts = [part.first for part in parts_of(self.span, by.step)]
        return {str(_begin(firsts[int(key)], by)): one for key, one in rows.items()}

    def _sales(self, by):
        if by is Grouping.TENDER:
            rows = self.ask(queries.reports.by_tender, window=self.window)
            found = {
                row.method: (row.payments, row.paid, row.rounding, row.refunds, row.refunded)
                for row in rows
            }
            self.same("sales by tender", found, self.sums.tenders())
        elif by is Grouping.RATE:
            rows = self.ask(queries.reports.by_rate, window=self.window)
            found = {
                f"{row.name}/{row.rate}": (row.sales, row.tax, row.returns, row.tax_back)
                for row in rows if row.rate is not None
            }  # fmt: skip
            self.same("sales by rate", found, self.sums.rates())
        else:
            self._sold(by)

    def _sold(self, by):
        report = self.ask(queries.reports.sold, asked=self.asked(by), currency="USD")
        found = {key: _sales(one) for key, one in self.keyed(by, report.rows).items()}
        wanted = self.sums.sales(by)
        self.same(f"sales by {by}", found, wanted)
        total = _sales(report.total)
        columns = [sum(column) for column in zip(*self.sums.sales("day").values(), strict=True)]
        self.same(f"total of sales by {by}", total, tuple(columns))

    def _returns(self, by):
        report = self.ask(
            queries.return_reports.came_back, asked=self.asked(by, Subject.RETURNS), currency="USD"
        )
        if by.is_of_lines:
            sold = self.sums.sales(by)
            wanted = {key: one[5:] for key, one in sold.items() if any(one[5:])}
            found = {
                key: (one.refunded, one.tax) for key, one in report.rows.items()
                if one.refunded or one.tax
            }  # fmt: skip
        else:
            found = {key: astuple(one) for key, one in self.keyed(by, report.rows).items()}
            wanted = self.sums.returns(by)
        self.same(f"returns by {by}", found, wanted)
        every = [sum(column) for column in zip(*self.sums.returns("day").values(), strict=True)]
        self.same(f"total of returns by {by}", astuple(report.total), tuple(every))

    def _given_away(self, about, table, by):
        asked = self.asked(by, about)
        report = self.ask(queries.discount_reports.given_away, asked=asked, currency="USD")
        found = {key: astuple(one) for key, one in self.keyed(by, report.rows).items()}
        found = {key: one for key, one in found.items() if any(one)}
        self.same(f"{about} by {by}", found, self.sums.given(table, by))
        wanted = self.sums.given(table, "all").get("")
        self.same(f"total of {about} by {by}", astuple(report.total), wanted or NOTHING)

    def _margins(self):
        sold = self.sums.sales("day").values()
        paid, tax, refunded, back = (sum(one[at] for one in sold) for at in (2, 3, 5, 6))
        shipped, shipped_back = self.sums.shipped()
        wanted = self.sums.margin(paid - tax - shipped, refunded - back - shipped_back)
        for by in GROUPINGS[Subject.SALES]:
            if by in {Grouping.TENDER, Grouping.RATE}:
                continue
            report = self.ask(queries.cost_figures.sold, asked=self.asked(by), currency="USD")
            self.same(f"margin by {by}", _goods(report.total), wanted)
            columns = [sum(one) for one in zip(*map(_goods, report.rows.values()), strict=True)]
            self.same(f"sum of margins by {by}", tuple(columns), wanted)

    def _stock(self, span):
        for by in GROUPINGS[Subject.STOCK]:
            asked = self.asked(by, Subject.STOCK, span)
            report = self.ask(queries.stock_reports.in_stock, asked=asked, currency="USD")
            found = {
                key: (one.products, one.pieces, one.value, one.sold, one.cost, one.uncosted)
                for key, one in report.rows.items()
            }
            window = window_of(span, self.shop.zone)
            day = DrawerSums(self.shop, window.begins, window.ends)
            self.same(f"stock by {by} as of {span.last}", found, day.stock(str(by)))

    # ---------- drawers

    def _shift(self, shift):
        report = self.ask(api.shifts.shift_report, shift)
        totals, of = report.totals, self.sums.of_shift
        floated, *wanted, expected = self.sums.drawer(shift)
        closed = (report.counted, report.difference) if report.closed_at else (None, None)
        found = [
            totals.sales, totals.gross, totals.returns, totals.returned, totals.paid_in,
            totals.paid_out, totals.openings, report.z_number, *closed,
        ]  # fmt: skip
        found = [getattr(one, "amount", one) for one in found]
        self.same(f"{_title(report)} {shift}", found, wanted)
        self.same(f"float of {shift}", report.shift.opening_float.amount, floated)
        tenders = {
            str(one.method): (one.taken.amount, one.refunded.amount, one.count, one.refunds)
            for one in totals.tenders
        }
        self.same(f"tenders of {shift}", tenders, of(drawer_sums.DRAWER_TENDERS, shift))
        taxes = {f"{one.name}/{one.rate}": (one.base, one.tax) for one in totals.taxes}
        self.same(f"taxes of {shift}", taxes, of(drawer_sums.DRAWER_TAXES, shift))
        taxed = sum((one.tax for one in totals.taxes), NIL)
        net = totals.gross.amount - totals.returned.amount - taxed
        self.same(f"net of {shift}", totals.net.amount, net)
        if report.closed_at:
            self.same(f"expected in {shift}", report.expected.amount, expected)
        self._ledger(shift, expected)

    def _ledger(self, shift, expected):
        events = self.ask(queries.cash_events.first_cash_events, shift_id=shift, limit=MOST)
        found = {}
        for one in events:
            count, amount = found.get(str(one.kind), (0, None))
            more = None if one.amount is None else one.amount.amount
            both = more if amount is None else amount + more
            found[str(one.kind)] = (count + 1, both)
        self.same(f"cash ledger of {shift}", found, self.sums.of_shift(drawer_sums.LEDGER, shift))
        self.same(f"balance of {shift}", events[0].balance.amount, expected)

    def _days(self):
        for day in self.shop.days:
            report = self.ask(api.shifts.day_report, day)
            begins, ends = _instants(Span(day, day), self.shop.zone)
            of_day = [
                self.sums.drawer(shift)
                for shift, at in self.shop.rows("SELECT id, opened_at FROM storedesk.till_sessions")
                if begins <= at < ends
            ]
            wanted = tuple(sum((one[at] for one in of_day), NIL) for at in range(1, 8))
            totals = report.totals
            found = (
                totals.sales, totals.gross.amount, totals.returns, totals.returned.amount,
                totals.paid_in.amount, totals.paid_out.amount, totals.openings,
            )  # fmt: skip
            self.same(f"day report of {day}", found, wanted)
            closed = [one for one in of_day if one[9] is not None]
            found = (report.counted.amount, report.difference.amount)
            wanted = tuple(sum((one[at] for one in closed), NIL) for at in (9, 10))
            self.same(f"counted on {day}", found, wanted)

    # ---------- what a manager sees first

    def _start(self):
        day = self.shop.days[-1]
        now = datetime.combine(day, datetime.max.time(), tzinfo=self.shop.zone)
        figures = self.ask(queries.start_page.day_figures, zone=self.shop.zone, now=now)
        begins, ends = _instants(Span(day, day), self.shop.zone)
        of_day = DrawerSums(self.shop, begins, ends)
        hours = of_day.sales("hour")
        net = {int(hour): one[2] - one[3] for hour, one in hours.items() if one[0]}
        self.same("start: hours", dict(figures.hours), net)
        [(count, total)] = self.shop.rows(drawer_sums.START, {"begins": begins, "ends": ends})
        today = figures.today
        self.same("start: today", (today.orders, today.net, today.total),
                  (count, sum(net.values(), NIL), total))  # fmt: skip
        tenders = of_day.tenders()
        taken = {method: one[1] for method, one in tenders.items() if one[0]}
        self.same("start: taken", {str(key): one for key, one in figures.taken.items()}, taken)
        refunds = [(one[3], one[4]) for one in tenders.values()]
        wanted = tuple(sum(column) for column in zip(*refunds, strict=True))
        self.same("start: refunds", (figures.refunds, figures.refunded), wanted)
        waiting = self.ask(queries.start_page.waiting)
        [wanted] = self.shop.rows(drawer_sums.WAITS)
        self.same("start: to ship", (waiting.to_ship, waiting.to_ship_total), wanted)

    def _exceptions(self):
        lines = self.ask(queries.exceptions.first_exceptions, limit=MOST)
        found = {}
        for one in lines:
            found[str(one.kind)] = (found.get(str(one.kind), (0,))[0] + 1,)
        self.same("exceptions", found, self.sums.ask(drawer_sums.EXCEPTIONS))
        counts = self.ask(queries.exceptions.counts)
        self.seen["exceptions counted"] = astuple(counts)
        assert set(found) <= {str(kind) for kind in ExceptionKind}


def _sales(one):
    return (
        one.orders, one.pieces, one.paid, one.tax, one.discounts, one.refunded, one.refunded_tax
    )  # fmt: skip


def _goods(one):
    return one.goods.cost, one.goods.costed, one.goods.uncosted


def _title(report):
    return f"Z {report.z_number}" if report.closed_at else "X"


def _begin(day, by):
    """Return the first day of the week or month that a day is in, as the sums name it."""
    if by is Grouping.WEEK:
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if by is Grouping.MONTH else day


def _instants(span, zone: ZoneInfo):
    window = window_of(span, zone)
    return window.begins, window.ends


def _size(value):
    if isinstance(value, dict):
        return sum(map(_size, value.values()))
    return len(value) if isinstance(value, tuple | list) else 1
