"""Which days of a window are summed up already, and what has to be added up row by row.

The sums of a day that is over are kept (`api.sum_days`, decision 0055); those of today, of days
that nobody has summed yet and of days whose rows have changed since are not. Both together are
asked as of one moment: `whole` asks which days are known once more with the sums, and begins anew
where a day has changed in between.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import text
from sqlalchemy.orm import Session

from storedesk.domain.report_periods import ReportWindow
from storedesk.persistence.engine.together import Part, TextPart, together
from storedesk.queries.report_sql import ROOM

MOST_GAPS = 3
"""Between so many gaps sums are used: more questions would cost more than they save."""
TRIES = 3
"""How often days may change while they are asked, before all is added up row by row."""
KNOWN = text("""
    SELECT 0, lower(s.span), upper(s.span)
    FROM unnest((
        SELECT range_agg(tsrange(d.begins, d.ends)) FROM storedesk.known_spans AS d
        WHERE d.months = 0 AND d.begins >= :begins AND d.ends <= :ends
            AND width_bucket(d.begins, CAST(:starts AS timestamp[]))
                = width_bucket(d.ends - interval '1 microsecond', CAST(:starts AS timestamp[]))
    )) AS s (span)
    UNION ALL
    SELECT d.months, d.begins, d.ends FROM storedesk.known_spans AS d
    WHERE d.months > 0 AND d.begins >= :begins AND d.ends <= :ends
    ORDER BY 1, 2
""")
"""Spans of days, of which each is in one part of the window where it has parts; and longer sums."""
STORE = text("""
    SELECT tax_mode = 'inclusive', timezone('UTC', timezone(
        time_zone, date_trunc('day', timezone(time_zone, now()))
    )), least(
        (SELECT min(created_at) FROM public.orders),
        (SELECT min(placed_at) FROM storedesk.past_orders)
    )
    FROM storedesk.store_settings
""")
"""Whether prices include tax, when today began there, and when the first order was placed."""
Known: TypeAlias = Sequence[Sequence[Any]]
"""Months, 0 for a span of days, and its first and last instant."""


@dataclass(frozen=True, slots=True)
class MonthSpan:
    """A month, a quarter or a year that can be read in one piece."""

    months: int
    window: ReportWindow


@dataclass(frozen=True, slots=True)
class Cover:
    """A window in two kinds of parts, which do not overlap: summed days, and gaps between them."""

    summed: tuple[ReportWindow, ...]
    gaps: tuple[ReportWindow, ...]
    months: tuple[MonthSpan, ...] = ()
    """The longest in what is summed, of which none is in another one."""
    is_inside: bool = False
    """Whether prices include tax."""
    misses_days: bool = False
    """Whether days that are over are in the gaps."""

    @property
    def days(self) -> list[ReportWindow]:
        """What is summed and in none of the months."""
        found: list[ReportWindow] = []
        months = sorted((one.window for one in self.months), key=lambda window: window.begins)
        for span in self.summed:
            inside = [one for one in months if span.begins <= one.begins and one.ends <= span.ends]
            found += _gaps(span, inside)
        return found


Covered: TypeAlias = Callable[[Cover], Sequence[Part]]
"""Returns what to ask of the parts of a window."""


class Beside:
    """Parts that are asked in the same round trip as a report, and what they have found."""

    def __init__(self, parts: Covered = lambda _: (), *, has_costs: bool = False) -> None:
        self.parts, self.has_costs = parts, has_costs
        """Whether a report by lines has the costs with them."""
        self.found: Sequence[list[Any]] = ()
        self.costs: Sequence[Sequence[Any]] = ()
        """Of such a report: the keys of its lines, and the columns of `line_costs.cost_sums`."""

    def take(self, found: Sequence[list[Any]], count: int) -> Sequence[list[Any]]:
        """Keep what `count` parts have found, which stands last, and return the others'."""
        others = len(found) - count
        self.found = found[others:]
        return found[:others]


def cover(
    window: ReportWindow, known: Known, *, is_inside: bool = False,
    over: ReportWindow | None = None,
) -> Cover:  # fmt: skip
    """Return the parts of a window, of which whole days and months are known, in order.

    `over` is from the first order to the beginning of today.
    """
    summed = [ReportWindow(begins, ends) for months, begins, ends in known if not months]
    while len(_gaps(window, summed)) > MOST_GAPS:
        summed.remove(min(summed, key=lambda span: span.ends - span.begins))
    chosen: list[MonthSpan] = []
    for months, begins, ends in sorted(known, key=lambda span: -span[0]):
        one = MonthSpan(months, ReportWindow(begins, ends))
        is_in = any(_is_in(one.window, span) for span in summed)
        if months and is_in and not any(_is_in(one.window, other.window) for other in chosen):
            chosen.append(one)
    gaps = tuple(_gaps(window, summed))
    misses_days = over is not None and any(
        max(gap.begins, over.begins) < min(gap.ends, over.ends) for gap in gaps
    )
    return Cover(tuple(summed), gaps, tuple(chosen), is_inside, misses_days)


def whole(
    session: Session, window: ReportWindow, parts: Covered, beside: Beside,
    starts: Sequence[datetime] = (),
) -> tuple[Cover, Sequence[list[Any]]]:  # fmt: skip
    """Ask parts of a window as of one moment; answers its cover, and what each part has found.

    `starts` are the first instants of its rows, if it is asked by time. Two round trips, or one
    more for each time that a day has changed in between.
    """
    asks = TextPart(KNOWN, begins=window.begins, ends=window.ends, starts=list(starts))
    known, [[is_inside, today, first]] = together(session, asks, TextPart(STORE))
    over = ReportWindow(first, today) if first else None
    for tried in range(TRIES + 1):
        usable = known if tried < TRIES else ()
        covered = cover(window, usable, is_inside=is_inside, over=over)
        more = beside.parts(covered)
        _, known, *found = together(session, TextPart(ROOM), asks, *parts(covered), *more)
        if _is_known(covered, known):
            break
    return covered, beside.take(found, len(more))


def _is_known(covered: Cover, known: Known) -> bool:
    """Tell whether all that is used is still known."""
    spans = [ReportWindow(begins, ends) for months, begins, ends in known if not months]
    months = {(months, begins, ends) for months, begins, ends in known}
    return all(any(_is_in(one, span) for span in spans) for one in covered.summed) and all(
        (one.months, one.window.begins, one.window.ends) in months for one in covered.months
    )


def _is_in(one: ReportWindow, other: ReportWindow) -> bool:
    return other.begins <= one.begins and one.ends <= other.ends


def _gaps(window: ReportWindow, summed: Sequence[ReportWindow]) -> list[ReportWindow]:
    """Return what is left of a window beside spans of it, in order."""
    gaps, rest = [], window
    for span in summed:
        gaps.append(replace(rest, ends=span.begins))
        rest = replace(rest, begins=span.ends)
    return [gap for gap in (*gaps, rest) if gap.begins < gap.ends]
