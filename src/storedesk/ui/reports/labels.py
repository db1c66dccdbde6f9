"""The words of the reports."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from storedesk.documents.amounts import MINUS
from storedesk.domain.day import change
from storedesk.domain.report_periods import Against, ReportPeriod, Span
from storedesk.domain.reports import NOBODY, PAST, SHIPPING, Figures, Grouping, Subject
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.lists.columns import Cell
from storedesk.ui.kit.looks.tokens import Tone

TENTH = Decimal("0.001")
SATURDAY = 5


def period_names() -> dict[ReportPeriod, str]:
    """Return what periods are called."""
    return {
        ReportPeriod.TODAY: tr("Today"),
        ReportPeriod.YESTERDAY: tr("Yesterday"),
        ReportPeriod.THIS_WEEK: tr("This week"),
        ReportPeriod.LAST_WEEK: tr("Last week"),
        ReportPeriod.FOUR_WEEKS: tr("4 weeks"),
        ReportPeriod.THIS_MONTH: tr("This month"),
        ReportPeriod.LAST_MONTH: tr("Last month"),
        ReportPeriod.THIS_YEAR: tr("This year"),
        ReportPeriod.LAST_YEAR: tr("Last year"),
        ReportPeriod.OWN: tr("Own dates"),
    }


def against_names() -> dict[Against, str]:
    """Return what a period may be compared with."""
    return {
        Against.BEFORE: tr("Period before"),
        Against.YEAR: tr("A year before"),
        Against.NOTHING: tr("Not compared"),
    }


def grouping_names() -> dict[Grouping, str]:
    """Return what the rows of the sales report may be."""
    return {
        Grouping.DAY: tr("Day"),
        Grouping.WEEK: tr("Week"),
        Grouping.MONTH: tr("Month"),
        Grouping.HOUR: tr("Hour"),
        Grouping.CATEGORY: tr("Category"),
        Grouping.PRODUCT: tr("Product"),
        Grouping.VARIANT: tr("Variant"),
        Grouping.PERSON: tr("Person"),
        Grouping.REGISTER: tr("Register"),
        Grouping.TENDER: tr("Tender"),
        Grouping.RATE: tr("Tax rate"),
        Grouping.REASON: tr("Reason"),
        Grouping.PROMOTION: tr("Promotion"),
        Grouping.UNSOLD: tr("Not sold"),
    }


def subject_names() -> dict[Subject, str]:
    """Return what reports are about."""
    return {
        Subject.SALES: tr("Sales"),
        Subject.RETURNS: tr("Returns"),
        Subject.PROMOTIONS: tr("Promotions"),
        Subject.DISCOUNTS: tr("Discounts"),
        Subject.STOCK: tr("Stock"),
    }


def title_of(about: Subject, by: Grouping) -> str:
    """Return the title of a report: that of its papers and files, too."""
    words = {
        Subject.SALES: tr("Sales: {what}"),
        Subject.RETURNS: tr("Returns: {what}"),
        Subject.PROMOTIONS: tr("Promotions: {what}"),
        Subject.DISCOUNTS: tr("Discounts: {what}"),
        Subject.STOCK: tr("Stock: {what}"),
    }
    return words[about].format(what=grouping_names()[by])


def main_name(about: Subject) -> str:
    """Return what is drawn in a report's chart."""
    return {
        Subject.SALES: tr("Sales without tax"),
        Subject.RETURNS: tr("Returns without tax"),
        Subject.PROMOTIONS: tr("Given away"),
        Subject.DISCOUNTS: tr("Given away"),
        Subject.STOCK: tr("Stock value"),
    }[about]


def count_words(about: Subject, count: int) -> str:
    """Say of how many orders, returns or lines a figure is."""
    words = {
        Subject.SALES: plural("{n} order", "{n} orders", count),
        Subject.RETURNS: plural("{n} return", "{n} returns", count),
        Subject.PROMOTIONS: plural("{n} line", "{n} lines", count),
        Subject.DISCOUNTS: plural("{n} line", "{n} lines", count),
        Subject.STOCK: plural("{n} product", "{n} products", count),
    }
    return words[about].format(n=count)


def span_words(span: Span, form: Format) -> str:
    """Write days: "22 Nov 2026", or the first and the last one of several."""
    if span.first == span.last:
        return form.day(span.first)
    is_one_year = span.first.year == span.last.year
    first = form.day(span.first, "MMMd" if is_one_year else "yMMMd")
    return f"{first} \N{EN DASH} {form.day(span.last)}"


def past_words(figures: Any, money: Callable[[Decimal], str]) -> str:
    """Say how much of the sales is imported past sales; "" for none."""
    past = figures.past_sold if isinstance(figures, Figures) else Decimal(0)
    return tr("{amount} of it imported").format(amount=money(past)) if past else ""


def part_name(part: Span, by: Grouping, form: Format) -> str:
    """Name a row of a report by time: a day with its weekday, a week, a month."""
    match by:
        case Grouping.DAY:
            return f"{form.day_names(part.first, 'ddd')}, {form.day(part.first)}"
        case Grouping.MONTH if _is_whole_month(part):
            return form.day_names(part.first, "MMMM yyyy")
    return span_words(part, form)


def part_mark(part: Span, by: Grouping, form: Format) -> str:
    """Name such a row below its bar, as short as it can be told."""
    if by is Grouping.MONTH:
        return form.day_names(part.first, "MMM")
    return form.day(part.first, "MMMd")


def row_name(key: str, by: Grouping, parts: Sequence[Span], form: Format) -> str:
    """Name a row that has no name of its own."""
    if by.step is not None:
        return part_name(parts[int(key)], by, form)
    if by is Grouping.HOUR:
        return hour_name(key)
    if key == SHIPPING:
        return tr("Shipping")
    if key == PAST:
        return tr("Imported past sales")
    if key == NOBODY:
        return tr("Not at a till")
    return key


def hour_name(key: str) -> str:
    """Write an hour of the clock: "9:00"."""
    return f"{int(key)}:00"


def is_weekend(day: date) -> bool:
    """Tell whether a day stands on another ground in a chart."""
    return day.weekday() >= SATURDAY


def change_words(now: Decimal, then: Decimal, form: Format) -> str:
    """Write how much more one figure is than another, with its sign: "+4.7%"; "" if unknown."""
    share = change(now, then)
    if share is None:
        return ""
    rounded = share.quantize(TENTH)
    sign = "+" if rounded > 0 else MINUS if rounded < 0 else "±"
    return f"{sign}{form.percent(abs(rounded))}"


def change_cell(
    now: Decimal, then: Decimal | None, form: Format, *, more_is_good: bool = True
) -> Cell:
    """Return how a figure compares."""
    words = "" if then is None else change_words(now, then, form)
    good, bad = ("+", MINUS) if more_is_good else (MINUS, "+")
    tone = Tone.OK if words.startswith(good) else Tone.BAD if words.startswith(bad) else Tone.MUTE
    return Cell(words or "\N{EN DASH}", tone=tone if words else Tone.MUTE)


def _is_whole_month(part: Span) -> bool:
    return part.first.day == 1 and part.first.month == part.last.month
