"""Put the rows of a report together: all days, all hours between the first and the last."""

from collections.abc import Sequence

from storedesk.domain.report_periods import Span
from storedesk.domain.reports import F, Grouping, Reported, ReportRow, merged
from storedesk.ui.kit.base.format import Format
from storedesk.ui.reports import labels


def report_rows(
    by: Grouping, parts: Sequence[Span], now: Reported[F], then: Reported[F] | None, form: Format
) -> list[ReportRow[F]]:
    """Return the rows of a period, beside those of another one; none where nothing was found."""
    shown = _shown(then, by, parts)
    keys = _keys(by, parts, [*now.rows, *(shown.rows if shown else ())])
    return merged(now, shown, lambda key: labels.row_name(key, by, parts, form), keys)


def _shown(then: Reported[F] | None, by: Grouping, parts: Sequence[Span]) -> Reported[F] | None:
    """Leave out the days that the compared month has more than this one: they have no row."""
    if then is None or by.step is None:
        return then
    rows = {key: figures for key, figures in then.rows.items() if int(key) < len(parts)}
    return Reported(then.total, rows, then.names)


def _keys(by: Grouping, parts: Sequence[Span], known: Sequence[str]) -> list[str]:
    """Return the rows that stand there whatever was found."""
    if not known:
        return []
    if by.step is not None:
        return [str(at) for at in range(len(parts))]
    if by is Grouping.HOUR:
        hours = sorted(int(key) for key in known)
        return [str(hour) for hour in range(hours[0], hours[-1] + 1)]
    return []
