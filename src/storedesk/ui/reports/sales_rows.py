"""Put the rows of a sales report together: all days, all hours between the first and the last."""

from collections.abc import Sequence

from storedesk.domain.report_periods import Span
from storedesk.domain.reports import Grouping, SalesRow, Sold, merged
from storedesk.ui.kit.base.format import Format
from storedesk.ui.reports import labels


def sales_rows(
    by: Grouping, parts: Sequence[Span], now: Sold, then: Sold | None, form: Format
) -> list[SalesRow]:
    """Return the rows of a period, beside those of another one; none where nothing was sold."""
    shown = _shown(then, by, parts)
    keys = _keys(by, parts, [*now.rows, *(shown.rows if shown else ())])
    return merged(now, shown, lambda key: labels.row_name(key, by, parts, form), keys)


def _shown(then: Sold | None, by: Grouping, parts: Sequence[Span]) -> Sold | None:
    """Leave out the days that the compared month has more than this one: they have no row."""
    if then is None or by.step is None:
        return then
    rows = {key: figures for key, figures in then.rows.items() if int(key) < len(parts)}
    return Sold(then.total, rows, then.names)


def _keys(by: Grouping, parts: Sequence[Span], known: Sequence[str]) -> list[str]:
    """Return the rows that stand there whatever was sold."""
    if not known:
        return []
    if by.step is not None:
        return [str(at) for at in range(len(parts))]
    if by is Grouping.HOUR:
        hours = sorted(int(key) for key in known)
        return [str(hour) for hour in range(hours[0], hours[-1] + 1)]
    return []
