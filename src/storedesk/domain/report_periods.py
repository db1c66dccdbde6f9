"""Define the periods of reports: days of the store's calendar, and the instants they are."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

WEEK = 7
MOST_DAYS = 3_660
"""Ten years: no period is longer."""


class ReportPeriod(StrEnum):
    """The periods that have a name; OWN is whatever a person types."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    THIS_WEEK = "this_week"
    LAST_WEEK = "last_week"
    FOUR_WEEKS = "four_weeks"
    """28 days until today: compared with those before, the weekdays are the same."""
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    OWN = "own"


class Against(StrEnum):
    """What a period is compared with."""

    BEFORE = "before"
    YEAR = "year"
    NOTHING = "nothing"


class PeriodStep(StrEnum):
    """The parts of a period that stand beside each other in a report by time."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Span:
    """Days of the store's calendar, from the first to the last one, both of them included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many they are."""
        return (self.last - self.first).days + 1

    def moved(self, days: int) -> "Span":
        """Return the same number of days, so much later."""
        step = timedelta(days=days)
        return Span(self.first + step, self.last + step)


@dataclass(frozen=True, slots=True)
class ReportWindow:
    """The instants of a span, UTC without zone: from the first to before the last one."""

    begins: datetime
    ends: datetime


def span_of(period: ReportPeriod, today: date, first_weekday: int = 0) -> Span:
    """Return the days of a named period; one that is not over ends today.

    `first_weekday` is 0 where weeks begin on Mondays. OWN is today.
    """
    week = today - timedelta(days=(today.weekday() - first_weekday) % WEEK)
    month, year = today.replace(day=1), today.replace(month=1, day=1)
    day = timedelta(days=1)
    spans = {
        ReportPeriod.YESTERDAY: Span(today - day, today - day),
        ReportPeriod.THIS_WEEK: Span(week, today),
        ReportPeriod.LAST_WEEK: Span(week - WEEK * day, week - day),
        ReportPeriod.FOUR_WEEKS: Span(today - (4 * WEEK - 1) * day, today),
        ReportPeriod.THIS_MONTH: Span(month, today),
        ReportPeriod.LAST_MONTH: Span((month - day).replace(day=1), month - day),
        ReportPeriod.THIS_YEAR: Span(year, today),
        ReportPeriod.LAST_YEAR: Span(year.replace(year=year.year - 1), year - day),
    }
    return spans.get(period, Span(today, today))


def compared(span: Span, against: Against, period: ReportPeriod = ReportPeriod.OWN) -> Span | None:
    """Return the days that a span is compared with; None for nothing.

    Before a month is the month before, as far as the span goes; before a year, the year before.
    Before days that have no name are as many days, and before a week the same days of the last one.
    """
    if against is Against.NOTHING:
        return None
    if against is Against.YEAR or period in {ReportPeriod.THIS_YEAR, ReportPeriod.LAST_YEAR}:
        return Span(_months_before(span.first, 12), _months_before(span.last, 12))
    if period is ReportPeriod.THIS_MONTH:
        return Span(_months_before(span.first, 1), _months_before(span.last, 1))
    if _is_whole_month(span):
        return moved(span, -1, span.last)
    return span.moved(-(WEEK if period is ReportPeriod.THIS_WEEK else span.days))


def moved(span: Span, way: int, today: date) -> Span:
    """Return the period before (`way` -1) or after (1): a month for a month, a year for a year.

    A month or a year that goes until today is taken for a whole one.
    """
    ends_today = span.last == today
    if _is_whole_month(span) or (ends_today and _is_begun_month(span)):
        first = _months_before(span.first, -way)
        return Span(first, _last_of(first, PeriodStep.MONTH, 0))
    is_begun_year = (span.first.month, span.first.day) == (1, 1)
    if is_begun_year and (ends_today or span.last == span.first.replace(month=12, day=31)):
        year = span.first.year + way
        return Span(date(year, 1, 1), date(year, 12, 31))
    return span.moved(way * span.days)


def window_of(span: Span, zone: tzinfo) -> ReportWindow:
    """Return the instants of whole days, by the clocks of a zone."""
    return ReportWindow(_begins(span.first, zone), _begins(span.last + timedelta(days=1), zone))


def window_until(span: Span, zone: tzinfo, now: datetime) -> ReportWindow:
    """Return the instants of days of which the last one goes to the time of day of `now` only.

    So a day that is not over is compared with as much of another one. `now` has a zone.
    """
    local = now.astimezone(zone)
    last = datetime.combine(span.last, local.time(), tzinfo=zone)
    return ReportWindow(_begins(span.first, zone), _utc(last))


def parts_of(span: Span, step: PeriodStep, first_weekday: int = 0) -> list[Span]:
    """Return the days, weeks or months of a span; the first and the last may not be whole."""
    parts, begins = [], span.first
    while begins <= span.last:
        ends = min(_last_of(begins, step, first_weekday), span.last)
        parts.append(Span(begins, ends))
        begins = ends + timedelta(days=1)
    return parts


def usual_step(span: Span) -> PeriodStep:
    """Return into what a span is divided so that a chart can show it."""
    if span.days <= 2 * 31:
        return PeriodStep.DAY
    return PeriodStep.WEEK if span.days <= 26 * WEEK else PeriodStep.MONTH


def _last_of(day: date, step: PeriodStep, first_weekday: int) -> date:
    match step:
        case PeriodStep.DAY:
            return day
        case PeriodStep.WEEK:
            return day + timedelta(days=WEEK - 1 - (day.weekday() - first_weekday) % WEEK)
        case PeriodStep.MONTH:
            return day.replace(day=monthrange(day.year, day.month)[1])


def _is_begun_month(span: Span) -> bool:
    is_in_one = (span.first.year, span.first.month) == (span.last.year, span.last.month)
    return is_in_one and span.first.day == 1


def _is_whole_month(span: Span) -> bool:
    return _is_begun_month(span) and span.last == _last_of(span.first, PeriodStep.MONTH, 0)


def _months_before(day: date, months: int) -> date:
    """Return the same day of an earlier month; its last one, where that month is shorter."""
    count = day.year * 12 + day.month - 1 - months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _begins(day: date, zone: tzinfo) -> datetime:
    return _utc(datetime.combine(day, time(), tzinfo=zone))


def _utc(when: datetime) -> datetime:
    return when.astimezone(UTC).replace(tzinfo=None)
